"""Where each source stands: its state byte for byte as the crawler left it, and when to poll it next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from monitor.store.inserts import insert_new, put
from monitor.store.tables import SourceRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

Address = tuple[str, str]  # outlet, url


def enrol_sources(session: Session, addresses: Collection[Address], now: datetime) -> int:
    """Make sources that the store has not seen due at once; return how many there were."""
    return insert_new(session, SourceRow, [{"outlet": outlet, "url": url, "due": now} for outlet, url in addresses])


def due_sources(session: Session, now: datetime) -> tuple[Address, ...]:
    """Return the sources to poll at *now*, the longest waiting first."""
    due = select(SourceRow.outlet, SourceRow.url).where(col(SourceRow.due) <= now).order_by(col(SourceRow.due))
    return tuple((outlet, url) for outlet, url in session.exec(due))


def states(session: Session) -> dict[Address, tuple[Mapping[str, object] | None, datetime | None]]:
    """Return every source's state and when it is due, by outlet and url."""
    return {(row.outlet, row.url): (row.state, row.due) for row in session.exec(select(SourceRow))}


def state_of(session: Session, address: Address) -> Mapping[str, object] | None:
    """Return the state of one source, None before its first poll."""
    row = session.get(SourceRow, address)
    return None if row is None else row.state


def save_state(session: Session, address: Address, state: Mapping[str, object], due: datetime | None) -> None:
    """Keep a source's *state*. Call it after its entries are in, so that a crash polls again and loses nothing."""
    row = {"outlet": address[0], "url": address[1], "state": state, "due": due}
    put(session, SourceRow, ("outlet", "url"), row)
