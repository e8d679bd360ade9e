"""Where each source stands: what the crawler remembers of it, and when to poll it next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from monitor.store.inserts import insert_new, put
from monitor.store.tables import SourceRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from monitor.model import SourceState

Address = tuple[str, str]  # outlet, url


def enrol_sources(session: Session, addresses: Collection[Address], now: datetime) -> int:
    """Make sources that the store has not seen due at once; return how many there were."""
    return insert_new(session, SourceRow, [{"outlet": outlet, "url": url, "due": now} for outlet, url in addresses])


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
    row = session.get(SourceRow, address)
    return None if row is None else row.state


def save_state(session: Session, state: SourceState, now: datetime) -> None:
    """Keep a source's *state*. Call it after its entries are in: a crash between the two then only polls again."""
    due = None if state.disabled else state.next_at or now
    row = {"outlet": state.outlet, "url": state.url, "state": state, "due": due}
    put(session, SourceRow, ("outlet", "url"), row)
