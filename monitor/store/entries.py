"""Entries: promises of articles, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import bindparam, case, func, update
from sqlmodel import Session, col, select

from monitor.model import Entry
from monitor.store.columns import Instant
from monitor.store.inserts import insert_new
from monitor.store.tables import EntryRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

Standing = Literal["waiting", "kept", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class DueEntry:
    """An entry whose page is to be fetched: for the first time when *checks* is 0, else in case it was edited."""

    pk: int
    entry: Entry
    checks: int
    tries: int
    found_at: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry: its standing, when to look again (None never), and why."""

    standing: Standing
    due: datetime | None = None
    checks: int = 0
    tries: int = 0
    error: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] | None = None


# One statement, compiled once: twenty apart cost twenty times as much, most of it in building them.
_RETITLE: Final = (
    update(EntryRow.__table__)  # type: ignore[attr-defined]  # SQLModel makes it
    .where(
        col(EntryRow.outlet) == bindparam("of_outlet"),
        col(EntryRow.guid) == bindparam("of_guid"),
        col(EntryRow.title) != bindparam("new_title"),
    )
    .values(
        title=bindparam("new_title"),
        due=case((col(EntryRow.standing) == "kept", bindparam("at", type_=Instant())), else_=col(EntryRow.due)),
    )
)


def save_entries(session: Session, entries: Iterable[Entry], now: datetime) -> int:
    """
    Keep those that are new, by outlet and guid and by url; return how many were.

    A kept article whose headline is another now is looked at again at once: its text may be another too.
    """
    entries = tuple(entries)
    rows = [
        {
            "outlet": entry.outlet,
            "guid": entry.guid,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "author": entry.author,
            "published": entry.published,
        }
        for entry in entries
    ]
    new = insert_new(session, EntryRow, rows, {"found_at": now, "due": now})
    if new < len(entries):
        known = [
            {"of_outlet": row["outlet"], "of_guid": row["guid"], "new_title": row["title"], "at": now} for row in rows
        ]
        session.connection().execute(_RETITLE, known)
    return new


def due_keys(session: Session, now: datetime, limit: int) -> tuple[tuple[int, str], ...]:
    """Return key and outlet of the entries to fetch at *now*, the longest waiting first."""
    due = select(EntryRow.pk, EntryRow.outlet).where(col(EntryRow.due) <= now)
    rows = session.exec(due.order_by(col(EntryRow.due), col(EntryRow.pk)).limit(limit))
    return tuple((pk, outlet) for pk, outlet in rows if pk is not None)


def entries_with(session: Session, keys: Collection[int]) -> tuple[DueEntry, ...]:
    """Return the entries with these *keys*, the longest waiting first."""
    rows = select(EntryRow).where(col(EntryRow.pk).in_(keys)).order_by(col(EntryRow.due), col(EntryRow.pk))
    return tuple(_due(row) for row in session.exec(rows))


def due_entries(session: Session, now: datetime, limit: int) -> tuple[DueEntry, ...]:
    """Return the entries to fetch at *now*, the longest waiting first."""
    return entries_with(session, [pk for pk, _ in due_keys(session, now, limit)])


def set_back(session: Session, now: datetime) -> None:
    """Make entries due that wait for a first look later than *now*: they were found while the clock was ahead."""
    ahead = (col(EntryRow.standing) == "waiting", col(EntryRow.tries) == 0, col(EntryRow.due) > now)
    session.connection().execute(update(EntryRow).where(*ahead).values(due=now))


def settle_entry(session: Session, pk: int, outcome: Outcome) -> None:
    """Write what became of an entry. A score that the outcome does not give stays as it was."""
    values: dict[str, object] = {
        "standing": outcome.standing,
        "due": outcome.due,
        "checks": outcome.checks,
        "tries": outcome.tries,
        "error": outcome.error,
    }
    if outcome.score is not None:
        values |= {"score": outcome.score, "reasons": outcome.reasons or ()}
    session.connection().execute(update(EntryRow).where(col(EntryRow.pk) == pk).values(**values))


def entry_of(session: Session, url: str) -> int | None:
    """Return the key of the entry with this *url*."""
    return session.exec(select(EntryRow.pk).where(EntryRow.url == url)).first()


def count_entries(session: Session) -> dict[str, int]:
    """Return how many entries stand where."""
    return dict(session.exec(select(EntryRow.standing, func.count()).group_by(EntryRow.standing)).all())


def _due(row: EntryRow) -> DueEntry:
    assert row.pk is not None
    entry = Entry(row.outlet, row.guid, row.url, row.title, row.published, row.summary, row.author)
    return DueEntry(row.pk, entry, row.checks, row.tries, row.found_at)
