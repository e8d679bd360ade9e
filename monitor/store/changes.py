"""The change log: appended to, marked void, never erased."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Literal

from sqlalchemy import func, insert, update
from sqlmodel import Session, col, select

from monitor.model import Change
from monitor.store.tables import ChangeRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

NAMES = tuple(f.name for f in fields(Change))
ONCE = {"id", "found_at", "cause"}  # what a change keeps from the moment at which it was found


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new fold of one bucket does to the log: changes to add, to mark void, and to bring back or up to date."""

    new: tuple[Change, ...]
    void: tuple[Change, ...]
    kept: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of the log to return; None and empty mean all. *since* is by the time it was said."""

    company: str | None = None
    metric: str | None = None
    kind: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    known_at: datetime | None = None
    void: bool = False
    held: bool = False
    limit: int | None = None


def difference(stored: Sequence[Change], implied: Iterable[Change], now: datetime) -> Difference:
    """
    Return what makes the *stored* changes of a bucket say what is *implied* by its reports.

    A change that is there keeps the time at which it was found and gets the sources of today.
    """
    known = {change.id: change for change in stored}
    today = {change.id: change for change in implied}
    new = tuple(replace(change, found_at=now) for key, change in today.items() if key not in known)
    kept = tuple(
        replace(change, found_at=known[key].found_at, cause=known[key].cause)
        for key, change in today.items()
        if key in known
    )
    return Difference(new, tuple(change for key, change in known.items() if key not in today), kept)


def logged(session: Session, bucket: str) -> tuple[Change, ...]:
    """Return the valid changes of a bucket."""
    rows = select(ChangeRow).where(ChangeRow.bucket == bucket, col(ChangeRow.void_at).is_(None))
    return tuple(_change(row) for row in session.exec(rows.order_by(col(ChangeRow.pk))))


def write_difference(
    session: Session, bucket: str, diff: Difference, now: datetime, cause: Literal["news", "reread"] = "news"
) -> tuple[Change, ...]:
    """
    Save *diff*; return the changes that nobody ever saw before.

    One that was void and is implied again comes back under its old line and is not new.
    """
    connection = session.connection()
    changes = ChangeRow.__table__  # type: ignore[attr-defined]  # SQLModel declares it nowhere
    for change in diff.kept:
        values = {name: getattr(change, name) for name in NAMES if name not in ONCE}
        connection.execute(update(changes).where(changes.c.id == change.id).values(**values))
    gone = [change.id for change in diff.void]
    if gone:
        connection.execute(update(changes).where(changes.c.id.in_(gone)).values(void_at=now, void_cause=cause))
    back = _void_among(session, diff.new)
    if back:
        connection.execute(update(changes).where(changes.c.id.in_(back)).values(void_at=None, void_cause=None))
    fresh = tuple(replace(change, cause=cause) for change in diff.new if change.id not in back)
    if fresh:
        rows = [{"bucket": bucket, **{name: getattr(change, name) for name in NAMES}} for change in fresh]
        connection.execute(insert(ChangeRow), rows)
    return fresh


def find_changes(session: Session, wanted: Wanted) -> tuple[Change, ...]:
    """Return the lines of the log that are *wanted*, by the time they were said, the latest last."""
    rows = select(ChangeRow)
    if not wanted.void and wanted.known_at is None:
        rows = rows.where(col(ChangeRow.void_at).is_(None))
    if wanted.known_at is not None:
        rows = rows.where(
            col(ChangeRow.found_at) <= wanted.known_at,
            col(ChangeRow.void_at).is_(None) | (col(ChangeRow.void_at) > wanted.known_at),
        )
    for column, value in ((ChangeRow.company, wanted.company), (ChangeRow.metric, wanted.metric)):
        if value is not None:
            rows = rows.where(column == value)
    if wanted.kind is not None:
        rows = rows.where(col(ChangeRow.kind) == wanted.kind)
    if wanted.since is not None:
        rows = rows.where(col(ChangeRow.said_at) >= wanted.since)
    if wanted.until is not None:
        rows = rows.where(col(ChangeRow.said_at) <= wanted.until)
    if wanted.held:
        rows = rows.where(col(ChangeRow.held).is_not(None))
    rows = rows.order_by(col(ChangeRow.said_at).desc(), col(ChangeRow.pk).desc()).limit(wanted.limit)
    return tuple(_change(row) for row in reversed(session.exec(rows).all()))


def find_change(session: Session, start: str) -> tuple[Change, ...]:
    """Return the changes, void ones too, whose id begins with *start*."""
    rows = select(ChangeRow).where(col(ChangeRow.id).startswith(start, autoescape=True)).order_by(ChangeRow.id)
    return tuple(_change(row) for row in session.exec(rows))


def void_since(session: Session, change_id: str) -> datetime | None:
    """Return when a change was marked void, None for a valid one."""
    return session.exec(select(ChangeRow.void_at).where(ChangeRow.id == change_id)).first()


def changes_of_series(session: Session, series: str) -> tuple[Change, ...]:
    """Return the valid changes of one series, the latest last."""
    rows = select(ChangeRow).where(ChangeRow.series == series, col(ChangeRow.void_at).is_(None))
    return tuple(_change(row) for row in session.exec(rows.order_by(col(ChangeRow.said_at), col(ChangeRow.pk))))


def count_changes(session: Session) -> int:
    """Return how many valid lines the log has."""
    return session.exec(select(func.count()).select_from(ChangeRow).where(col(ChangeRow.void_at).is_(None))).one()


def _void_among(session: Session, changes: Sequence[Change]) -> set[str]:
    ids = [change.id for change in changes]
    return set(session.exec(select(ChangeRow.id).where(col(ChangeRow.id).in_(ids)))) if ids else set()


def _change(row: ChangeRow) -> Change:
    return Change(**{name: getattr(row, name) for name in NAMES})
