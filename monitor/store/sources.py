"""Where each source stands: what the crawler remembers of it, and when to poll it next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select as sqlalchemy_select
from sqlalchemy import tuple_
from sqlmodel import Session, col, select

from monitor.store.inserts import insert_new, put_all
from monitor.store.tables import SourceRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from monitor.model import SourceState

Address = tuple[str, str]  # outlet, url


def enrol_sources(session: Session, addresses: Collection[Address], now: datetime) -> int:
    """
    Make sources that the store has not seen due at once; return how many there were.

    One that it knows under another outlet's name takes over what is known: renaming an outlet asks nobody anew.
    """
    rows = session.exec(select(SourceRow)).all()
    seen = {(row.outlet, row.url) for row in rows}
    known = {row.url: row for row in rows if row.state is not None}
    new = [address for address in addresses if address not in seen]
    return insert_new(session, SourceRow, [_first_row(address, known.get(address[1]), now) for address in new])


def _first_row(address: Address, twin: SourceRow | None, now: datetime) -> dict[str, object]:
    outlet, url = address
    state = replace(twin.state, outlet=outlet) if twin is not None and twin.state is not None else None
    return {"outlet": outlet, "url": url, "due": now if twin is None else twin.due, "state": state}


def set_back(session: Session, now: datetime) -> int:
    """
    Set what is remembered of polls later than *now* back to it; return how many there were.

    They were made while the clock was ahead. Each source keeps the wait that it was given.
    """
    rows = [row for row in session.exec(select(SourceRow)) if row.state is not None and _is_ahead(row.state, now)]
    for row in rows:
        assert row.state is not None
        assert row.state.polled_at is not None
        by = row.state.polled_at - now
        moments = ("polled_at", "full_at", "changed_at", "next_at", "host_until", "failing_since")
        known = {name: moment - by for name in moments if (moment := getattr(row.state, name)) is not None}
        row.state, row.due = replace(row.state, **known), None if row.due is None else row.due - by
        session.add(row)
    return len(rows)


def _is_ahead(state: SourceState, now: datetime) -> bool:
    return state.polled_at is not None and state.polled_at > now


def due_sources(session: Session, now: datetime) -> Iterator[Address]:
    """Yield the sources to poll at *now*, the longest waiting first."""
    due = select(SourceRow.outlet, SourceRow.url).where(col(SourceRow.due) <= now).order_by(col(SourceRow.due))
    yield from session.connection().execute(due)  # row by row: the session would fetch all of ten thousand


def next_due(session: Session, addresses: Collection[Address]) -> datetime | None:
    """Return when the first of *addresses* is due, None when none ever is."""
    rows = session.exec(select(SourceRow).where(col(SourceRow.due).is_not(None)))
    return min((row.due for row in rows if row.due and (row.outlet, row.url) in addresses), default=None)


def states(session: Session, addresses: Collection[Address] | None = None) -> dict[Address, SourceState]:
    """Return the state of every source that was polled, or of those of *addresses*, by outlet and url."""
    key = (col(SourceRow.outlet), col(SourceRow.url))
    found = sqlalchemy_select(*key, col(SourceRow.state))  # columns: an object with its history costs thrice
    if addresses is not None:
        found = found.where(tuple_(*key).in_(addresses))
    return {(outlet, url): state for outlet, url, state in session.connection().execute(found) if state is not None}


def save_states(session: Session, polled: Iterable[tuple[SourceState, datetime]]) -> None:
    """
    Keep the states of sources, each with the time of its poll.

    Call it after their entries are in: a crash between the two then only polls again.
    """
    rows = [
        {"outlet": state.outlet, "url": state.url, "state": state, "due": _due(state, now)} for state, now in polled
    ]
    put_all(session, SourceRow, ("outlet", "url"), rows)


def _due(state: SourceState, now: datetime) -> datetime | None:
    return None if state.disabled else state.next_at or now
