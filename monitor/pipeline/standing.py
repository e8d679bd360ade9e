"""Where each series stands: a view of the change log, at any time past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from monitor.model import Change, Claim, Evidence

STAY = {"disputed", "overdue", "withdrawn"}  # these say something of the figure and leave its value
State = Literal["stands", "overdue", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One series' figure: its value since *said_at*, whether the plan is overdue or given up, where it can be read."""

    series: str
    company: str
    subject: str | None
    metric: str
    scope: str
    claim: Claim
    said_at: datetime
    state: State
    disputed: bool
    sources: tuple[Evidence, ...]
    changes: int


def standings(log: Iterable[Change]) -> tuple[Standing, ...]:
    """Return where the series of *log* stand, by company, metric and subject. What is held counts for nothing."""
    found: dict[str, Standing] = {}
    for change in sorted(log, key=lambda change: (change.said_at, change.on is not None)):
        if change.held is None:
            after = _after(found.get(change.series), change)
            if after is not None:
                found[change.series] = after
    return tuple(sorted(found.values(), key=lambda s: (s.company, s.metric, s.subject or "", s.scope, s.said_at)))


def _after(before: Standing | None, change: Change) -> Standing | None:
    if change.kind in STAY:
        if before is None:
            return None
        if change.kind == "disputed":
            return replace(before, disputed=True, changes=before.changes + 1)
        state: State = "overdue" if change.kind == "overdue" else "withdrawn"
        return replace(before, state=state, changes=before.changes + 1)
    if change.after is None:
        return before
    return Standing(
        series=change.series,
        company=change.company,
        subject=change.subject or (before.subject if before else None),
        metric=change.metric,
        scope=change.scope,
        claim=change.after,
        said_at=change.said_at,
        state="stands",
        disputed=False,
        sources=change.sources,
        changes=before.changes + 1 if before else 1,
    )
