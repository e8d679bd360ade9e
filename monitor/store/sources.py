"""Where each source stands: what the crawler remembers of it, and when to poll it next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam
from sqlalchemy import select as sqlalchemy_select
from sqlmodel import Session, col, select

from monitor.store.inserts import insert_new, put
from monitor.store.tables import SourceRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from monitor.model import SourceState

Address = tuple[str, str]  # outlet, url


_STATE: Final = sqlalchemy_select(col(SourceRow.state)).where(  # a column: an object with its history costs thrice
    col(SourceRow.outlet) == bindparam("of_outlet"), col(SourceRow.url) == bindparam("of_url")
)


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


def due_sources(session: Session, now: datetime) -> tuple[Address, ...]:
    """Return the sources to poll at *now*, the longest waiting first."""
    due = select(SourceRow.outlet, SourceRow.url).where(col(SourceRow.due) <= now).order_by(col(SourceRow.due))
    return tuple((outlet, url) for outlet, url in session.exec(due))


def next_due(session: Session, addresses: Collection[Address]) -> datetime | None:
    """Return when the first of *addresses* is due, None when none ever is."""
    rows = session.exec(select(SourceRow).where(col(SourceRow.due).is_not(None)))
    return min((row.due for row in rows if row.due and (row.outlet, row.url) in addresses), default=None)


def states(session: Session) -> dict[Address, SourceState]:
    """Return the state of every source that was polled, by outlet and url."""
    return {(row.outlet, row.url): row.state for row in session.exec(select(SourceRow)) if row.state}


def state_of(session: Session, address: Address) -> SourceState | None:
    """Return the state of one source, None before its first poll."""
    outlet, url = address
    found = session.connection().execute(_STATE, {"of_outlet": outlet, "of_url": url}).first()
    return None if found is None else found[0]


def save_state(session: Session, state: SourceState, now: datetime) -> None:
    """Keep a source's *state*. Call it after its entries are in: a crash between the two then only polls again."""
    due = None if state.disabled else state.next_at or now
    row = {"outlet": state.outlet, "url": state.url, "state": state, "due": due}
    put(session, SourceRow, ("outlet", "url"), row)
