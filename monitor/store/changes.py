"""The change log: appended to, marked void, never erased."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import func, insert, update
from sqlmodel import Session, col, select

from monitor.ledger.news import news
from monitor.model import Change
from monitor.store.tables import ChangeRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

NAMES = tuple(f.name for f in fields(Change))
Cause = Literal["news", "reread"]
ONCE = {"id", "found_at", "cause", "loud"}  # what a change keeps from the moment at which it was found


@dataclass(frozen=True, slots=True)
class Difference:
    """
    What a new fold of one bucket does to the log.

    *new* are lines that it lacks, *void* those that nothing implies any more, *grown* those that say more now (another
    outlet carries them). *news* are those of *new* that people should hear of; the others are history, or held.
    """

    new: tuple[Change, ...] = ()
    void: tuple[Change, ...] = ()
    grown: tuple[Change, ...] = ()
    news: tuple[Change, ...] = ()

    def __add__(self, other: Difference) -> Difference:
        """Return both as one."""
        return Difference(
            self.new + other.new, self.void + other.void, self.grown + other.grown, self.news + other.news
        )


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


def difference(
    stored: Sequence[Change],
    implied: Sequence[Change],
    now: datetime,
    came: Collection[str],
    cause: Cause = "news",
    taken_back: Sequence[Change] = (),
) -> Difference:
    """
    Return what makes the *stored* changes of a bucket say what is *implied* by its reports.

    *came* are the ids of the articles that made the difference. A change that is there keeps the time at which it was
    found, its cause, and whether it was news then. *taken_back* are lines that were told, and are void.
    """
    known = {change.id: change for change in stored}
    heard = {change.id for change in news(stored, implied, came, taken_back)} if cause == "news" else set()
    new = tuple(
        replace(change, found_at=now, cause=cause, loud=change.loud and change.id in heard)
        for change in implied
        if change.id not in known
    )
    kept = (replace(change, **_once(known[change.id])) for change in implied if change.id in known)
    today = {change.id for change in implied}
    return Difference(
        new,
        void=tuple(change for change in stored if change.id not in today),
        grown=tuple(change for change in kept if change != known[change.id]),
        news=tuple(change for change in new if change.id in heard and change.held is None),
    )


def logged(session: Session, bucket: str) -> tuple[Change, ...]:
    """Return the valid changes of a bucket."""
    rows = select(ChangeRow).where(ChangeRow.bucket == bucket, col(ChangeRow.void_at).is_(None))
    return tuple(_change(row) for row in session.exec(rows.order_by(col(ChangeRow.pk))))


def taken_back(session: Session, bucket: str) -> tuple[Change, ...]:
    """Return the first lines of a bucket that were told as news and are void."""
    void = (
        ChangeRow.bucket == bucket,
        ChangeRow.kind == "first",
        col(ChangeRow.loud),
        col(ChangeRow.void_at).is_not(None),
    )
    return tuple(_change(row) for row in session.exec(select(ChangeRow).where(*void)))


def write_difference(session: Session, bucket: str, diff: Difference, now: datetime) -> Difference:
    """
    Save *diff*; return it without those of its new changes that were logged before.

    One that was void and is implied again comes back under its old line: nobody is told of it twice.
    """
    connection = session.connection()
    back = _logged_among(session, diff.new)
    for change in (*diff.grown, *(change for change in diff.new if change.id in back)):
        values = {name: getattr(change, name) for name in NAMES if name not in ONCE}
        valid = {"void_at": None}
        connection.execute(update(ChangeRow).where(col(ChangeRow.id) == change.id).values(**values, **valid))
    if diff.void:
        gone = update(ChangeRow).where(col(ChangeRow.id).in_([change.id for change in diff.void]))
        connection.execute(gone.values(void_at=now))
    fresh = tuple(change for change in diff.new if change.id not in back)
    heard = tuple(change for change in diff.news if change.id not in back)
    if fresh:
        rows = [{"bucket": bucket, **{name: getattr(change, name) for name in NAMES}} for change in fresh]
        connection.execute(insert(ChangeRow), rows)
    return replace(diff, new=fresh, news=heard)


def find_changes(session: Session, wanted: Wanted) -> tuple[Change, ...]:
    """Return the lines of the log that are *wanted*, by the time at which they were said, the latest last."""
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
    latest = (col(ChangeRow.said_at).desc(), col(ChangeRow.series).desc(), col(ChangeRow.id).desc())
    rows = rows.order_by(*latest).limit(wanted.limit)  # by what it says alone: the same however the articles came
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


def all_buckets(session: Session) -> tuple[str, ...]:
    """Return every bucket that has valid changes."""
    return tuple(session.exec(select(ChangeRow.bucket).where(col(ChangeRow.void_at).is_(None)).distinct()))


def count_changes(session: Session) -> int:
    """Return how many valid lines the log has."""
    return session.exec(select(func.count()).select_from(ChangeRow).where(col(ChangeRow.void_at).is_(None))).one()


def _once(change: Change) -> dict[str, Any]:
    return {name: getattr(change, name) for name in ONCE}


def _logged_among(session: Session, changes: Sequence[Change]) -> set[str]:
    ids = [change.id for change in changes]
    return set(session.exec(select(ChangeRow.id).where(col(ChangeRow.id).in_(ids)))) if ids else set()


def _change(row: ChangeRow) -> Change:
    return Change(**{name: getattr(row, name) for name in NAMES})
