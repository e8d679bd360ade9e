"""Poll: ask a source what is new, keep its entries, then what the next poll must know."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from monitor.crawl.client import Client
from monitor.crawl.feeds import poll
from monitor.store import entries, marks, outbox, sources
from monitor.store.database import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


def due_sources(
    desk: Desk, now: datetime, most: int, is_free: Callable[[Source], bool]
) -> tuple[tuple[Source, SourceState | None], ...]:
    """Return at most *most* enabled, free sources to poll at *now* and their states, the longest waiting first."""
    with desk.database.reading() as session:
        due = (desk.sources[address] for address in sources.due_sources(session, now) if address in desk.sources)
        chosen = tuple(islice(filter(is_free, due), most))
        states = sources.states(session, [(source.outlet, source.url) for source in chosen]) if chosen else {}
    return tuple((source, states.get((source.outlet, source.url))) for source in chosen)


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


class Poller:
    """
    Polls sources and saves what came of it.

    What comes while the writing thread is busy is written together: a transaction costs more than what one poll brings.
    """

    def __init__(self, desk: Desk, client: Client) -> None:
        self._desk = desk
        self._client = client
        self._unsaved: list[_Unsaved] = []
        self._saving: asyncio.Task[None] | None = None

    async def poll(self, source: Source, state: SourceState | None, now: datetime) -> tuple[FeedPoll, int]:
        """Poll *source*, last left in *state*, once; return what came of it, and how many of its entries are new."""
        polled = await poll(self._client, source, state, now)
        unsaved = _Unsaved(polled, now, asyncio.get_running_loop().create_future())
        self._unsaved.append(unsaved)
        if self._saving is None or self._saving.done():
            self._saving = asyncio.create_task(self._save())
        return polled, await unsaved.new

    async def _save(self) -> None:
        while self._unsaved:
            together, self._unsaved = self._unsaved, []
            await self._write(together)

    async def _write(self, together: Sequence[_Unsaved]) -> None:
        """Write what came of some polls; what goes wrong is raised where each is awaited."""
        try:
            counts = await self._desk.store(save_polls, self._desk, [(one.polled, one.now) for one in together])
        except Exception as error:  # noqa: BLE001 - see above
            if len(together) == 1 or isinstance(error, StoreError):
                for one in together:
                    one.fail(error)
            else:  # a bug: whose poll it was shows when each is written alone
                for one in together:
                    await self._write([one])
        else:
            for one, new in zip(together, counts, strict=True):
                one.tell(new)


@dataclass(frozen=True, slots=True, eq=False)
class _Unsaved:
    """What came of a poll, and who waits to hear how many entries were new."""

    polled: FeedPoll
    now: datetime
    new: asyncio.Future[int]

    def tell(self, new: int) -> None:
        if not self.new.done():  # who was cut off by a stop does not listen any more
            self.new.set_result(new)

    def fail(self, error: Exception) -> None:
        if not self.new.done():
            self.new.set_exception(error)


async def check_sources(desk: Desk, asked: Sequence[Source], now: datetime) -> list[FeedPoll]:
    """Poll *asked*, due or not, as politely as ever, save what came of it, and return that."""
    held, known = held_hosts(desk, now), known_states(desk)
    states = {(state.outlet, state.url): state for state in known}
    async with Client(desk.config.settings.crawl, known, now, held=held) as client:
        poller = Poller(desk, client)
        polls = (poller.poll(source, states.get((source.outlet, source.url)), now) for source in asked)
        return [polled for polled, _ in await asyncio.gather(*polls)]


def save_polls(desk: Desk, polls: Sequence[tuple[FeedPoll, datetime]]) -> list[int]:
    """
    Save entries, then states with their validators, in one transaction; return for each how many entries are new.

    A crash before its end polls again and loses nothing: the validators of a poll are never there without its entries.
    """
    with desk.database.writing() as session:
        new = [entries.save_entries(session, polled.entries, now) for polled, now in polls]
        sources.save_states(session, [(polled.state, now) for polled, now in polls])
        for polled, now in polls:
            if polled.incident is not None:
                outbox.add_incident(session, polled.incident, desk.audience, now)
    return new
