"""Alerts, tries, channels, silences, verdicts as JSON lines and table cells. No address and no secret is in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from monitor.cli.lines import korean_time
from monitor.ledger.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from monitor.catalogue import Catalogue
    from monitor.model import Alert, Delivery, Silence, Verdict
    from monitor.store.told import ChannelState, Told

SHORT = 12  # letters of an id that are shown: enough to name it


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print *rows* under *heads*."""
    table = Table(box=None, pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    Console(soft_wrap=False).print(table)


def print_json(lines: Iterable[Mapping[str, object]]) -> None:
    """Print one object a line."""
    for line in lines:
        typer.echo(json.dumps(line, ensure_ascii=False))


def print_alerts(found: Iterable[Told], catalogue: Catalogue, *, as_json: bool) -> None:
    """Print alerts with what became of them."""
    if as_json:
        print_json(alert_line(told, catalogue) for told in found)
        return
    heads = ("alert", "made", "for", "state", "answer", "what")
    print_table(heads, (_alert_cells(told, catalogue) for told in found))


def alert_line(told: Told, catalogue: Catalogue) -> dict[str, object]:
    """Return an alert as a JSON line."""
    alert = told.alert
    return {
        "alert": alert.id,
        "type": alert.type,
        "subscription": alert.subscription,
        "channel": alert.channel,
        "made_at": korean_time(alert.made_at),
        "due_at": korean_time(alert.due_at),
        "state": told.state,
        "held": alert.held,
        "tries": told.tries,
        "next_at": _time(told.next_at),
        "last": try_line(told.last) if told.last else None,
        "changes": [change.id for change in alert.changes],
        "what": what_of(alert, catalogue),
    }


def what_of(alert: Alert, catalogue: Catalogue) -> str:
    """Return what an alert says, in one line."""
    if alert.incident is not None:
        return f"{alert.incident.subject}: {alert.incident.reason}"
    if len(alert.changes) > 1:
        return f"{len(alert.changes)} changes"
    return " ".join(sentence(change, alert.language, catalogue) for change in alert.changes)


def try_line(tried: Delivery) -> dict[str, object]:
    """Return one try as a JSON line."""
    return {
        "attempt": tried.attempt,
        "at": korean_time(tried.at),
        "outcome": tried.outcome,
        "code": tried.code,
        "error": tried.error,
        "next_at": _time(tried.next_at),
        "took_ms": tried.took_ms,
    }


def try_cells(tried: Delivery) -> tuple[str, ...]:
    """Return one try as cells: number, time, outcome, code, milliseconds, answer, next."""
    code = "" if tried.code is None else str(tried.code)
    took, following = str(tried.took_ms), _short(tried.next_at)
    return (str(tried.attempt), _short(tried.at), tried.outcome, code, took, tried.error, following)


def channel_line(state: ChannelState, now: datetime) -> dict[str, object]:
    """Return a channel as a JSON line."""
    return {
        "channel": state.id,
        "waiting": state.waiting,
        "delivered": state.delivered,
        "dead": state.dead,
        "stands": standing_of(state, now),
        "failures": state.failures,
        "reason": state.reason,
    }


def standing_of(state: ChannelState, now: datetime) -> str:
    """Return how a channel stands at *now*, in words."""
    if state.shut_at:
        return f"shut since {_short(state.shut_at)}"
    if state.paused_until and state.paused_until > now:
        return f"paused until {_short(state.paused_until)}"
    if state.failures and state.not_before:
        return f"{state.failures} failures in a row, next try {_short(state.not_before)}"
    return "open"


BECAME = {"delivered": "told", "absorbed": "told with others", "dead": "given up"}


def became_of(verdict: Verdict, states: Mapping[str, str], retraction: str | None) -> str:
    """Return what became of a verdict, by the *states* of its alert and of the *retraction* that there may be."""
    if not verdict.told:
        return "not told"
    if states.get(retraction or "", "cancelled") != "cancelled":
        return "taken back"
    state = states.get(verdict.alert or "", "told")
    return BECAME.get(state, state)


def verdict_line(verdict: Verdict, became: str) -> dict[str, object]:
    """Return a verdict and what became of it as a JSON line."""
    return {
        "subscription": verdict.subscription,
        "told": verdict.told,
        "became": became,
        "reason": verdict.reason,
        "alert": verdict.alert,
    }


def silence_line(silence: Silence) -> dict[str, object]:
    """Return a silence as a JSON line."""
    return {
        "id": silence.id,
        "author": silence.author,
        "reason": silence.reason,
        "until": korean_time(silence.until),
        "subscriptions": silence.subscriptions,
        "companies": silence.companies,
        "metrics": silence.metrics,
        "series": silence.series,
    }


def silence_cells(silence: Silence) -> tuple[str, ...]:
    """Return a silence as cells: id, end, author, reason, what it is about."""
    about = (*silence.subscriptions, *silence.companies, *silence.metrics, *silence.series)
    return (silence.id, _short(silence.until), silence.author, silence.reason, ", ".join(about) or "everything")


def _alert_cells(told: Told, catalogue: Catalogue) -> tuple[str, ...]:
    alert, last = told.alert, told.last
    tries = f", try {told.tries}" if told.tries else ""
    answer = (last.error or str(last.code or "")) if last else ""
    following = f"next {_short(told.next_at)[5:]}" if told.next_at and told.tries else alert.held
    return (
        alert.id[:SHORT],
        _short(alert.made_at)[5:],
        f"{alert.subscription} on {alert.channel}",
        f"{told.state}{tries}",
        "; ".join(part for part in (answer, following if told.state == "waiting" else "") if part),
        what_of(alert, catalogue),
    )


def _time(moment: datetime | None) -> str | None:
    return korean_time(moment) if moment else None


def _short(moment: datetime | None) -> str:
    return korean_time(moment)[:16].replace("T", " ") if moment else ""
