"""
When each verb runs on one machine. APScheduler is the clock, what is due is a query, and lanes hand work on.

Nothing that matters is in memory: what a stop or a kill cuts off is still due when the next run asks.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from monitor.crawl.client import Client
from monitor.ledger.wording import sentence
from monitor.model import KST
from monitor.pipeline import fetch, poll, read
from monitor.pipeline.tell import Post, Teller
from monitor.store.database import StoreError, only_daemon

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from monitor.model import Source, SourceState
    from monitor.pipeline.desk import Desk
    from monitor.store.articles import KeptArticle
    from monitor.store.changes import Difference
    from monitor.store.entries import DueEntry

log = structlog.get_logger()

TICK_S = 1  # how late what is due may be noticed
BREATH_S = 0.02  # between two looks, when one thing after another ends
GRACE_S = 5.0  # what is in hand may finish so long after SIGTERM; alerts on their way follow, all below ten seconds
TELL_GRACE_S = 2.0
POLLS, FETCHES, READS = 64, 32, 50  # at most so many in hand; the client lets fewer through at once
PASS_MINUTES = 10  # how often plans are looked over for a target that has passed
REST = timedelta(minutes=10)  # for an item that failed by a bug of ours: it stays due
Ending = Literal["done", "stumbled", "stored nothing"]
CLOCK_SLACK = timedelta(minutes=1)  # a clock that is set back by more has been wrong
WORRY = {"source.down": logging.WARNING, "source.recovered": logging.INFO}
STORE_REST_S = 5.0  # for all, when the database cannot be written: disk full, locked


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


@dataclass
class Daemon:
    """The lanes of one machine and what they have in hand."""

    desk: Desk
    client: Client
    poller: poll.Poller
    teller: Teller
    clock: Callable[[], datetime]
    hands: dict[str, asyncio.Task[Ending]] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)  # entries that are being fetched, with their outlets
    resting: dict[str, datetime] = field(default_factory=dict)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    more: asyncio.Event = field(default_factory=asyncio.Event)  # the clock ticked, or a lane made work for another
    passed: datetime | None = None
    looked: datetime | None = None  # the wall clock at the last tick
    trouble: StoreError | None = None  # the last one that the database made

    async def serve(self) -> None:
        """Start what is due, tick after tick, until told to stop."""
        while not self.stopping.is_set():
            self.more.clear()
            await self.guarded("tick", self.tick())
            await asyncio.sleep(BREATH_S)
            await self.more.wait()

    async def tick(self) -> None:
        """Start all that is due and not in hand."""
        now = self.clock()
        if self.looked is not None and self.looked - now > CLOCK_SLACK:
            count = await self.desk.store(poll.set_back, self.desk, now)
            log.warning("set back", why="the clock went back", sources=count)
        self.looked = now
        room = POLLS - sum(name.startswith("poll ") for name in self.hands)
        for source, state in await asyncio.to_thread(poll.due_sources, self.desk, now, room, self._is_free):
            self.start(_poll_name(source), self._poll(source, state))
        room = FETCHES - len(self.pages)
        for due in await asyncio.to_thread(fetch.due_entries, self.desk, now, self._kept_waiting(), room):
            self.start(f"fetch {due.pk}", self._fetch(due))
        self.start("read", self._read())
        await self.teller.start_due()

    async def round(self) -> None:
        """
        Poll what is due, then fetch, read and tell until nothing more can be done now.

        :raises monitor.store.database.StoreError: the database cannot be written: the rest would be in vain
        """
        await self._poll_all()
        while self.trouble is None and not self.stopping.is_set():
            due = fetch.due_entries(self.desk, self.clock(), self._kept_waiting(), FETCHES)
            if not due:
                break
            await asyncio.gather(*(self.guarded(f"fetch {one.pk}", self._fetch(one)) for one in due))
            await self._read()
        await self._read()
        await self.guarded("pass", self.pass_days())
        await self.guarded("tell", self._tell_all())
        if self.trouble is not None:
            raise self.trouble

    async def _poll_all(self) -> None:
        asked: set[Source] = set()

        def is_left(source: Source) -> bool:
            return source not in asked

        while sources := poll.due_sources(self.desk, self.clock(), POLLS, is_left):
            asked.update(source for source, _ in sources)
            polls = (self.guarded(_poll_name(source), self._poll(source, state)) for source, state in sources)
            await asyncio.gather(*polls)

    def start(self, name: str, work: Coroutine[None, None, None]) -> None:
        """Take *work* in hand, unless it is there already, rests, or we are stopping."""
        until = self.resting.get(name)
        if name in self.hands or self.stopping.is_set() or (until is not None and until > self.clock()):
            work.close()
            return
        self.resting.pop(name, None)
        self.hands[name] = asyncio.create_task(self.guarded(name, work), name=name)
        self.hands[name].add_done_callback(lambda task: self.hands.pop(task.get_name(), None))

    async def guarded(self, name: str, work: Coroutine[None, None, None]) -> Ending:
        """Do *work* on one item; whatever goes wrong costs that item alone. Return how it ended."""
        try:
            await work
        except StoreError as err:
            self.trouble = err
            log.error("store failed", item=name, error=str(err))  # noqa: TRY400  # what people can mend needs no traceback
            await self._rest_all()
            return "stored nothing"
        except Exception:
            log.exception("failed", item=name)
            self.resting[name] = self.clock() + REST
            return "stumbled"
        return "done"

    async def stop(self) -> None:
        """Finish what is in hand; what takes too long is cut off and stays due."""
        self.stopping.set()
        if self.hands:
            _, late = await asyncio.wait(tuple(self.hands.values()), timeout=GRACE_S)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self.teller.close(TELL_GRACE_S)

    async def pass_days(self) -> None:
        """Look for plans whose target has passed since the last look, or since the last run."""
        now = self.clock()
        since = self.passed or await asyncio.to_thread(read.last_seen, self.desk)
        if since is not None:
            day = since.astimezone(KST).date() - timedelta(days=1)
            self._say(await self.desk.store(read.pass_days, self.desk, day, now))
        self.passed = now

    async def _tell_all(self) -> None:
        await self.teller.finish()

    async def _rest_all(self) -> None:
        try:
            await asyncio.wait_for(self.stopping.wait(), STORE_REST_S)
        except TimeoutError:
            return

    def _kept_waiting(self) -> dict[int, str]:
        """Return the entries not to be taken: those in hand, and those that rest, which take nobody's place."""
        resting = (name.split() for name, until in self.resting.items() if until > self.clock())
        return {**{int(key): "" for verb, key, *_ in resting if verb == "fetch"}, **self.pages}

    def _is_free(self, source: Source) -> bool:
        """Tell whether *source* is neither in hand nor at rest."""
        name = _poll_name(source)
        until = self.resting.get(name)
        return name not in self.hands and (until is None or until <= self.clock())

    async def _poll(self, source: Source, state: SourceState | None) -> None:
        polled, new = await self.poller.poll(source, state, self.clock())
        say = log.warning if polled.outcome in {"failed", "gone"} else log.info
        extra = {name: value for name in ("error", "note") if (value := getattr(polled, name))}
        said = {"outlet": source.outlet, "outcome": polled.outcome, "new": new, "status": polled.status}
        say("polled", **said, ms=polled.took_ms, **extra)
        if told := polled.incident:
            log.log(WORRY.get(told.type, logging.WARNING), told.type, source=told.subject, why=told.reason)
        self.more.set()

    async def _fetch(self, due: DueEntry) -> None:
        outlet, began = due.entry.outlet, time.perf_counter()
        self.pages[due.pk] = outlet
        try:
            fetched = await fetch.fetch_entry(self.desk, self.client, due, self.clock())
        finally:
            del self.pages[due.pk]
            self.more.set()
        extra: dict[str, object] = {"error": fetched.error} if fetched.error else {"score": fetched.score}
        say = log.warning if fetched.error else log.info
        say(fetched.what, outlet=outlet, title=due.entry.title, ms=_ms_since(began), **extra)

    async def _read(self) -> None:
        while waiting := await asyncio.to_thread(read.unread, self.desk, READS):
            for kept in waiting:
                if self.stopping.is_set():
                    return
                ending = await self.guarded(f"read {kept.article.url}", self._read_one(kept))
                if ending == "stumbled":
                    await self.desk.store(read.give_up, self.desk, kept)
                if ending == "stored nothing":
                    return

    async def _read_one(self, kept: KeptArticle) -> None:
        began = time.perf_counter()
        reading = await asyncio.to_thread(self.desk.reader.read, kept.article)
        diff = await self.desk.store(read.save_reading, self.desk, kept, reading, self.clock())
        said = {"outlet": kept.article.outlet, "title": kept.article.title}
        log.info("read", **said, figures=len(reading.figures), ms=_ms_since(began))
        self._say(diff)
        if diff.news:
            await self.teller.start_due()

    def _say(self, diff: Difference) -> None:
        for change in diff.news:
            what = sentence(change, "ko", self.desk.config.catalogue)
            log.info("changed", id=change.id[:8], kind=change.kind, company=change.company, what=what)
        for change in diff.new:
            if change.held:
                log.warning("held", id=change.id[:8], kind=change.kind, company=change.company, why=change.held)


async def run(desk: Desk, *, once: bool = False, clock: Callable[[], datetime] = utc_now) -> None:
    """
    Run the daemon on *desk* until SIGTERM or SIGINT, or one round with *once*.

    :raises monitor.store.database.AlreadyRunningError: another daemon works on this database
    """
    with only_daemon(desk.database):
        poll.set_back(desk, clock())
        new = poll.enrol(desk, clock())
        log.info("started", sources=len(desk.sources), new=new, database=desk.database.shown, once=once)
        async with _daemon(desk, clock) as daemon:
            await (daemon.round() if once else _serve(daemon))
        log.info("stopped")


@asynccontextmanager
async def _daemon(desk: Desk, clock: Callable[[], datetime]) -> AsyncIterator[Daemon]:
    """Open the client and the teller, hear signals, and close all in order."""
    config = desk.config
    post = Post(
        desk.database, desk.audience, os.environ, config.catalogue, config.settings.public_url, writer=desk.writer
    )
    known = await asyncio.to_thread(poll.known_states, desk)
    held = await asyncio.to_thread(poll.held_hosts, desk, clock())
    async with Client(config.settings.crawl, known, clock(), held=held) as client:
        daemon = Daemon(desk, client, poll.Poller(desk, client), Teller(post, clock), clock)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, _stop, daemon, number)
        try:
            yield daemon
        finally:
            await daemon.stop()
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)


async def _serve(daemon: Daemon) -> None:
    async def tick() -> None:  # a coroutine function runs on the loop, anything else in a thread
        daemon.more.set()

    async def pass_days() -> None:
        daemon.start("pass", daemon.pass_days())

    clock = AsyncIOScheduler(timezone=UTC)
    clock.add_job(tick, "interval", seconds=TICK_S)
    clock.add_job(pass_days, "interval", minutes=PASS_MINUTES, next_run_time=utc_now())
    clock.start()
    try:
        await daemon.serve()
    finally:
        clock.shutdown(wait=False)


def _poll_name(source: Source) -> str:
    return f"poll {source.outlet} {source.url}"


def _stop(daemon: Daemon, number: signal.Signals) -> None:
    log.info("stopping", signal=number.name, in_hand=len(daemon.hands))
    daemon.stopping.set()
    daemon.more.set()


def _ms_since(began: float) -> int:
    return round(1000 * (time.perf_counter() - began))
