"""
Tell: what is due in the outbox goes out, each channel in a lane of its own, each try settled in a transaction.

A lane belongs to one channel and to one worker at a time: a dead or slow receiver delays its own alerts and nobody
else's, and order within a series holds however many machines send. A kill between sending and settling sends again
under the same id.
"""

from __future__ import annotations

import asyncio
import random
import traceback
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import structlog

from monitor import guard
from monitor.model import Delivery, Incident
from monitor.notify.addresses import SecretMissingError
from monitor.notify.charts import MOST, picture_of
from monitor.notify.delivery import TIMEOUT_S, deliver, settled
from monitor.notify.messages import PICTURED, keys_of, message_of, per_minute
from monitor.notify.samples import sample_alert
from monitor.notify.services import send_by_service
from monitor.notify.signing import BadSecretError
from monitor.store import lanes, outbox
from monitor.store.changes import changes_of_series
from monitor.store.lanes import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Executor
    from datetime import datetime

    import httpx
    from sqlmodel import Session

    from monitor.catalogue import Catalogue
    from monitor.ledger.alerts import Audience
    from monitor.model import Alert, Channel
    from monitor.store.database import Database

log = structlog.get_logger()
Result = TypeVar("Result")

AT_ONCE = 6  # alerts of different series on their way to one receiver; httpcore's pools grow costly with more
CROWD = 5  # more than so many waiting for one chat leave as one message
LANE = timedelta(seconds=30)  # a lane ends after so long and begins anew, so that a shutdown need not wait


@dataclass(frozen=True, slots=True)
class Post:
    """What telling works with: where alerts wait, who is told, where secrets lie, the names, the writing thread."""

    database: Database
    audience: Audience
    environ: Mapping[str, str] = field(repr=False)
    catalogue: Catalogue | None = None
    site: str = ""
    worker: str = "this machine"
    writer: Executor | None = None

    def channel(self, name: str) -> Channel | None:
        """Return the channel of that name, None when the configuration has none."""
        return next((channel for channel in self.audience.channels if channel.id == name), None)


class Teller:
    """The lanes that are running. `start_due` each second or so; `close` when the daemon ends."""

    def __init__(self, post: Post, clock: Callable[[], datetime], chance: Callable[[], float] = random.random) -> None:
        self._post = post
        self._clock = clock
        self._chance = chance
        self._lanes: dict[str, asyncio.Task[int]] = {}
        self._broken: dict[str, datetime] = {}  # lanes that a bug or a full disk ended, and until when they rest
        self._clients: dict[tuple[str, ...], httpx.AsyncClient] = {}
        self._writer = asyncio.Lock()  # one of our threads in the store at a time
        self._closing = asyncio.Event()

    async def start_due(self) -> tuple[str, ...]:
        """Give every channel that has something due, and no lane yet, a lane; return which. Waits for no receiver."""
        now = self._clock()
        due = await self._stored(partial(_due, now=now, worker=self._post.worker))
        idle = {channel.id for channel in self._post.audience.channels if not channel.enabled} | set(self._lanes)
        idle |= {channel for channel, until in self._broken.items() if until > now}
        fresh = tuple(channel for channel in due if channel not in idle and not self._closing.is_set())
        for channel in fresh:
            lane = asyncio.create_task(self._serve(channel), name=channel)
            self._lanes[channel] = lane
            lane.add_done_callback(self._ended)
        return fresh

    def _ended(self, lane: asyncio.Task[int]) -> None:
        del self._lanes[lane.get_name()]
        if not lane.cancelled() and (bug := lane.exception()):
            self._broken[lane.get_name()] = self._clock() + LANE  # what was sent, but not written down, is sent again
            log.error("telling failed", channel=lane.get_name(), error=f"{type(bug).__name__}: {bug}")

    async def finish(self) -> int:
        """Start what is due and wait until nothing more can be sent now; return how many tries were made."""
        tries = 0
        while await self.start_due() or self._lanes:
            made = sum(await asyncio.gather(*self._lanes.values()))
            if not made:  # what is due waits behind what is not
                break
            tries += made
        return tries

    async def close(self, timeout_s: float = 5.0) -> None:
        """Let what is on its way arrive for *timeout_s*, then stop. What is cut off is sent again, under its old id."""
        self._closing.set()
        if self._lanes:
            _, late = await asyncio.wait(tuple(self._lanes.values()), timeout=timeout_s)
            for lane in late:
                lane.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        for client in self._clients.values():
            await client.aclose()

    async def _serve(self, name: str) -> int:
        """Send what is due on one channel, in order; return the number of tries."""
        worker, began, tries = self._post.worker, self._clock(), 0
        channel = self._post.channel(name)
        pause_s = pause_of(channel) if channel else 0.0
        while not self._closing.is_set() and self._clock() - began < LANE:
            now = self._clock()
            most = 1 if pause_s else AT_ONCE
            waiting = await self._stored(partial(_take, channel=name, worker=worker, now=now, most=most))
            if channel and channel.pictures and channel.kind in PICTURED:
                waiting = await self._stored(partial(_with_histories, waiting=waiting))
            if not waiting:
                break
            made = await asyncio.gather(*(self._try(name, channel, alert) for alert in waiting))
            await self._stored(partial(_settle, made=made, worker=worker, audience=self._post.audience))
            tries += len(made)
            if pause_s:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._closing.wait(), pause_s)
        await self._stored(partial(lanes.release, channel=name, worker=worker))
        return tries

    async def hand_over(self, channel: Channel, waiting: Waiting) -> Delivery:
        """Send one alert once; return what came of it. Nothing is written, and nothing raises."""
        due = Delivery(waiting.alert.id, channel.id, waiting.attempt, self._clock(), "retry")
        try:
            return await self._sent(channel, waiting, due)
        except (SecretMissingError, BadSecretError) as err:
            return replace(due, error=str(err))
        except Exception as err:  # noqa: BLE001 - the per-item guard of a lane: one bad alert must not stop the others
            return replace(due, error=f"a fault of the monitor: {_fault(err)}")

    async def _sent(self, channel: Channel, waiting: Waiting, due: Delivery) -> Delivery:
        keys = keys_of(channel, self._post.environ)
        picture = picture_of(waiting.histories) if waiting.histories else None
        message, fault = message_of(
            waiting.alert, channel, keys, due.at, self._post.catalogue, self._post.site, picture
        )
        if channel.kind == "apprise":
            made = await send_by_service(message, due, channel.allow)
        else:
            made = await deliver(self._client(channel.allow), message, due)
        return replace(made, error=made.error or fault)

    async def _try(self, name: str, channel: Channel | None, waiting: Waiting) -> Delivery:
        if channel is None:
            error = f"alerts.toml has no channel {name} any more"
            return Delivery(waiting.alert.id, name, waiting.attempt, self._clock(), "dead", error=error)
        made = settled(await self.hand_over(channel, waiting), self._chance())
        _say(made)
        return made

    def _client(self, allow: tuple[str, ...]) -> httpx.AsyncClient:
        if allow not in self._clients:
            self._clients[allow] = guard.client(allow=allow, timeout_s=TIMEOUT_S, connections_per_host=AT_ONCE)
        return self._clients[allow]

    async def _stored(self, work: Callable[[Session], Result]) -> Result:
        def in_transaction() -> Result:
            with self._post.database.writing() as session:
                return work(session)

        async with self._writer:
            return await asyncio.get_running_loop().run_in_executor(self._post.writer, in_transaction)


async def tell(post: Post, now: datetime, chance: Callable[[], float] = random.random) -> int:
    """Send what is due at *now* and wait for the answers; return how many tries were made."""
    teller = Teller(post, lambda: now, chance)
    try:
        return await teller.finish()
    finally:
        await teller.close()


async def try_channel(post: Post, name: str, now: datetime) -> Delivery:
    """
    Send a sample on one channel, by the path of every alert but past the outbox; return what came of it.

    :raises LookupError: the configuration has no such channel
    """
    channel = post.channel(name)
    if channel is None:
        raise LookupError(name)
    teller = Teller(post, lambda: now)
    try:
        return await teller.hand_over(channel, Waiting(sample_alert(channel, now), 1))
    finally:
        await teller.close()


def _fault(err: Exception) -> str:
    """Return what broke and where; not its words, which might hold an address."""
    last = traceback.extract_tb(err.__traceback__)[-1]
    return f"{type(err).__name__} in {Path(last.filename).name}, line {last.lineno}"


def _due(session: Session, now: datetime, worker: str) -> tuple[str, ...]:
    outbox.gather(session, now)
    return lanes.channels_due(session, now, worker)


def pause_of(channel: Channel) -> float:
    """Return how many seconds lie between two messages on *channel*, 0 for as many as there are."""
    limit = per_minute(channel)
    return 60 / limit if limit else 0.0


def _take(session: Session, channel: str, worker: str, now: datetime, most: int) -> Sequence[Waiting]:
    """Return what to send next: one alert alone to a receiver that failed last, to see whether it is back."""
    leased = lanes.lease(session, channel, worker, now)
    if leased is None:
        return ()
    if most == 1:
        outbox.crowd(session, channel, now, CROWD)
    return lanes.take(session, channel, now, 1 if leased.failures else most)


def _with_histories(session: Session, waiting: Sequence[Waiting]) -> Sequence[Waiting]:
    """Return *waiting*, digests with how each of their first series came to where it is."""
    return tuple(
        replace(each, histories=tuple(changes_of_series(session, name) for name in _series(each.alert)))
        if each.alert.type == "figure.digest"
        else each
        for each in waiting
    )


def _series(alert: Alert) -> list[str]:
    return list(dict.fromkeys(change.series for change in alert.changes))[:MOST]


def _settle(session: Session, made: Sequence[Delivery], worker: str, audience: Audience) -> None:
    lanes.settle(session, made, worker)
    for delivery in made:
        if delivery.outcome == "gone":
            incident = Incident("channel.disabled", delivery.channel, delivery.error, delivery.at)
            outbox.add_incident(session, incident, audience, delivery.at)


def _say(made: Delivery) -> None:
    say = log.info if made.outcome == "delivered" else log.warning
    event = {"delivered": "told", "gone": "channel disabled", "dead": "gave up telling"}.get(made.outcome, "not told")
    more = {"error": made.error, "next": made.next_at.isoformat(timespec="seconds")} if made.next_at else {}
    if made.outcome in {"gone", "dead"}:
        more = {"error": made.error}
    say(event, channel=made.channel, alert=made.alert, attempt=made.attempt, code=made.code, ms=made.took_ms, **more)
