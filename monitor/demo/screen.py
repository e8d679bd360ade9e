"""What the demonstration shows: the daemon's own log lines, shortened, and what the receiver got; with counts."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import structlog
from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from datetime import date, datetime

    from monitor.demo.receiver import Received

STYLES = {
    "kept": "green",
    "edited": "green",
    "refused": "dim",
    "read": "cyan",
    "changed": "bold yellow",
    "held": "magenta",
    "retry": "red",
    "failed": "red",
    "store failed": "red",
}
# A second look at a page that was not edited is no news, and alerts are shown where they arrive.
SILENT = frozenset({"known", "unseen", "told", "started", "stopping", "stopped"})
POLLS_SHOWN = 2  # of those that brought nothing


@dataclass
class Screen:
    """Prints a line an item. *clock* gives the history's time."""

    clock: Callable[[], datetime]
    console: Console = field(default_factory=lambda: Console(file=sys.stdout, highlight=False, soft_wrap=True))
    counts: Counter[str] = field(default_factory=Counter)

    def listen(self) -> None:
        """Show the log here instead of where it was sent."""
        structlog.configure(
            processors=[structlog.processors.add_log_level, self.take],
            wrapper_class=structlog.make_filtering_bound_logger("info"),
            logger_factory=structlog.ReturnLoggerFactory(),
            cache_logger_on_first_use=False,
        )

    def take(self, _: object, __: str, event: MutableMapping[str, object]) -> str:
        """Count and print one line of the log."""
        what = str(event["event"])
        self.counts[what] += 1
        if what == "polled":
            self._polled(event)
        elif what == "read":
            self._read(event)
        elif what not in SILENT:
            self._line(what, _detail(what, event))
        raise structlog.DropEvent

    def scene(self, day: date, what: str) -> None:
        """Print a heading."""
        self.console.print()
        self.console.print(Text(f"── {day} · {what} ──", "bold"))

    def change(self, change_id: str, kind: str, what: str) -> None:
        """Print a change that the log did not tell of."""
        self._line("changed", f"{change_id}  {kind}  {what}")

    def received(self, message: Received) -> None:
        """Print what the receiver got."""
        self._line("alert", f"✉ {message.type}  {message.sentence}", "bold white on blue")

    def print(self, text: str = "") -> None:
        """Print *text* as it is."""
        self.console.print(text, markup=False)

    def _polled(self, event: MutableMapping[str, object]) -> None:
        new = event.get("new")
        self.counts["entries"] += new if isinstance(new, int) else 0
        quiet = event.get("outcome") == "unchanged"
        self.counts["unchanged"] += quiet
        if not quiet or (event.get("status") == 304 and self.counts["unchanged"] <= POLLS_SHOWN):  # noqa: PLR2004
            error = f"  {event['error']}" if event.get("error") else ""
            self._line("polled", f"{event.get('outlet')}  +{new}  status {event.get('status')}{error}")

    def _read(self, event: MutableMapping[str, object]) -> None:
        figures = event.get("figures")
        self.counts["figures"] += figures if isinstance(figures, int) else 0
        if figures:
            self._line("read", f"{figures} figure{'s' if figures != 1 else ''} · {event.get('title')}")

    def _line(self, what: str, detail: str, style: str | None = None) -> None:
        line = Text()
        line.append(f"{self.clock():%m-%d %H:%M} ", "dim")
        line.append(f"{what:8}", style or STYLES.get(what, ""))
        line.append(f" {detail}")
        self.console.print(line)


def _detail(what: str, event: MutableMapping[str, object]) -> str:
    if what in {"changed", "held"}:
        text = (
            event.get("what")
            or f"{event.get('kind')} of {event.get('company')}: {str(event.get('why')).replace('_', ' ')}"
        )
        return f"{event.get('id')}  {event.get('kind')}  {text}" if what == "changed" else f"{event.get('id')}  {text}"
    if what in {"failed", "store failed"} and "item" in event:
        return f"{event['item']}: {event.get('error') or repr(sys.exc_info()[1])}"
    score = event.get("score")
    shown = f"{score:5.1f}  " if isinstance(score, int | float) else ""
    error = f"  {event['error']}" if event.get("error") else ""
    return f"{shown}{event.get('outlet', '')} · {event.get('title', '')}{error}"
