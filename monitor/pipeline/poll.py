"""Poll: ask a source what is new, keep its entries, then what the next poll must know."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from monitor.crawl.client import Client
from monitor.crawl.feeds import poll
from monitor.store import entries, marks, outbox, sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

    from monitor.model import FeedPoll, Source, SourceState
    from monitor.pipeline.desk import Desk


HOLD: Final = "hold "


def enrol(desk: Desk, now: datetime) -> int:
    """Make the configured sources that the store has not seen due at once; return how many there were."""
    with desk.database.writing() as session:
        return sources.enrol_sources(session, [(s.outlet, s.url) for s in desk.sources.values()], now)


def set_back(desk: Desk, now: datetime) -> int:
    """Make up for a clock that was ahead and is right again: nothing waits for the day that it showed."""
    with desk.database.writing() as session:
        entries.set_back(session, now)
        return sources.set_back(session, now)


def due_sources(desk: Desk, now: datetime) -> tuple[Source, ...]:
    """Return the enabled sources to poll at *now*, the longest waiting first."""
    with desk.database.reading() as session:
        due = sources.due_sources(session, now)
    return tuple(desk.sources[address] for address in due if address in desk.sources)


def known_states(desk: Desk) -> tuple[SourceState, ...]:
    """Return what is remembered of every source: hosts that asked for quiet are left in peace after a restart."""
    with desk.database.reading() as session:
        return tuple(sources.states(session).values())


def held_hosts(desk: Desk, now: datetime) -> tuple[tuple[str, datetime], ...]:
    """Return addresses of pages whose hosts asked for quiet, and until when; those that are over are forgotten."""
    with desk.database.writing() as session:
        held = {url: datetime.fromisoformat(until) for url, until in marks.marked_with(session, HOLD).items()}
        marks.unmark(session, [HOLD + url for url, until in held.items() if until <= now])
    return tuple((url, until) for url, until in held.items() if until > now)


def hold_host(session: Session, url: str, until: datetime) -> None:
    """Remember that the host of *url* is to be asked for nothing until then, for a run to come."""
    parts = urlsplit(url)
    marks.mark(session, f"{HOLD}{parts.scheme}://{parts.netloc}/", until.isoformat())


async def poll_source(desk: Desk, client: Client, source: Source, now: datetime) -> tuple[FeedPoll, int]:
    """Poll *source* once and save what came of it; return that and how many of its entries are new to us."""
    with desk.database.reading() as session:
        state = sources.state_of(session, (source.outlet, source.url))
    polled = await poll(client, source, state, now)
    return polled, await desk.store(save_poll, desk, polled, now)


async def check_sources(desk: Desk, asked: Sequence[Source], now: datetime) -> list[FeedPoll]:
    """Poll *asked*, due or not, as politely as ever, save what came of it, and return that."""
    held = held_hosts(desk, now)
    async with Client(desk.config.settings.crawl, known_states(desk), now, held=held) as client:
        found = await asyncio.gather(*(poll_source(desk, client, source, now) for source in asked))
    return [polled for polled, _ in found]


def save_poll(desk: Desk, polled: FeedPoll, now: datetime) -> int:
    """
    Save the entries, then the state with its validators, in one transaction; return how many entries are new.

    A crash before its end polls again and loses nothing: the validators of a poll are never there without its entries.
    """
    with desk.database.writing() as session:
        new = entries.save_entries(session, polled.entries, now)
        sources.save_state(session, polled.state, now)
        if polled.incident is not None:
            outbox.add_incident(session, polled.incident, desk.audience, now)
    return new
