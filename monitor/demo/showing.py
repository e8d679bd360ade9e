"""
Run the daemon on the demonstration's newsstand: the same code path, a database of its own, a clock that lapses.

The configuration is the packaged one but for outlets, addresses that may be reached, and where alerts go.
"""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.config import Config, Outlet, load
from monitor.demo.clock import LapsedClock
from monitor.demo.history import History, Scene, bundled
from monitor.demo.newsrooms import NEWSROOMS, Newsroom
from monitor.demo.newsstand import Newsstand
from monitor.demo.pages import RULES
from monitor.demo.receiver import Receiver
from monitor.demo.screen import Screen
from monitor.korean.reading import Reader
from monitor.ledger.wording import sentence
from monitor.model import Channel, Source, SourceKind, Subscription
from monitor.notify.signing import new_secret
from monitor.pipeline import read
from monitor.pipeline.desk import Desk
from monitor.schedule import run as run_daemon
from monitor.store import entries, lanes
from monitor.store.database import open_database
from monitor.store.exports import count_rows

if TYPE_CHECKING:
    from datetime import datetime

LOOPBACK = "127.0.0.1"
CADENCE_S = 1.0
BETWEEN_STORIES_S = 0.15
AFTER_SCENE_S = 1.3  # so long the last stories of a scene need to be polled, fetched, read and told
AROUND_EDIT_S = 2.5  # so that a watcher sees the first version read, and the edit found
LOOK_S = 0.2
SOON = timedelta(minutes=1)  # how long after it was published the monitor's clock stands when a story is found


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait on a slow machine: for each scene, for all of them together, for the rest at the end."""

    scene_s: float = 3.0
    show_s: float = 47.0
    end_s: float = 8.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the demonstration came to."""

    database: str
    polled: int
    not_modified: int
    kept: int
    refused: int
    figures: int
    changes: int
    alerts: int
    unsigned: int
    seconds: float


def show() -> int:
    """Run the demonstration and say what to do next; return the exit status."""
    folder = Path(tempfile.mkdtemp(prefix="monitor-demo-"))
    outcome = play(folder, bundled())
    return 0 if outcome.alerts and outcome.kept else 1


def play(folder: Path, history: History, patience: Patience = Patience()) -> Outcome:
    """Replay *history* to a monitor whose database lies in *folder*; print what happens."""
    began = time.monotonic()
    clock = LapsedClock(history.stories[0].at - timedelta(hours=1))
    screen = Screen(clock)
    secret = new_secret()
    with ExitStack() as open_until_end:
        stand = open_until_end.enter_context(Newsstand())
        receiver = open_until_end.enter_context(Receiver(secret, screen.received))
        config = config_for(stand, receiver, folder)
        database = open_database(config.settings.database)
        open_until_end.callback(database.close)
        desk = Desk(config, Reader(config.catalogue), database)
        screen.print(_greeting(stand, receiver, history))
        screen.listen()
        asyncio.run(_replay(desk, history, _Stage(desk, stand, clock, screen, patience)))
        overdue = _pass_days(desk, history, clock, screen)
        rows = count_rows(database)
    outcome = Outcome(
        config.settings.database,
        stand.counts.feeds,
        stand.counts.not_modified,
        rows["articles"],
        screen.counts["refused"],
        rows["figures"],
        rows["changes"],
        len(receiver.messages),
        receiver.refused,
        time.monotonic() - began,
    )
    screen.print(_summary(outcome, overdue))
    return outcome


def _pass_days(desk: Desk, history: History, clock: LapsedClock, screen: Screen) -> int:
    """Let the clock look for plans whose day has passed, as it does every few minutes; return how many there were."""
    screen.scene(clock().date(), "the clock: plans whose day has passed, and nobody said that they are there")
    overdue = read.pass_days(desk, history.stories[0].at.date(), clock()).new
    for change in overdue:
        screen.change(change.id[:8], change.kind, sentence(change, "ko", desk.config.catalogue))
    return len(overdue)


async def _replay(desk: Desk, history: History, stage: _Stage) -> None:
    daemon = asyncio.create_task(run_daemon(desk, clock=stage.clock))
    news = asyncio.create_task(stage.bring_out_all(history))
    await asyncio.wait({daemon, news}, return_when=asyncio.FIRST_COMPLETED)
    if not daemon.done():
        signal.raise_signal(signal.SIGTERM)  # as whoever runs the daemon would
    news.cancel()
    await asyncio.gather(daemon, asyncio.wait({news}))
    if not news.cancelled():
        news.result()  # raises what went wrong while bringing out


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where the history is shown, and with how much patience."""

    desk: Desk
    stand: Newsstand
    clock: LapsedClock
    screen: Screen
    patience: Patience

    async def bring_out_all(self, history: History) -> None:
        """Bring out every scene; go on when all of it has come, or when patience ends."""
        began = time.monotonic()
        for scene in history.scene:
            await self._bring_out(scene)
            await self._settled(min(self.patience.scene_s, began + self.patience.show_s - time.monotonic()))
        await self._settled(self.patience.end_s)

    async def _bring_out(self, scene: Scene) -> None:
        self.screen.scene(scene.story[0].at.date(), scene.what)
        out: set[tuple[str, str]] = set()
        for story in scene.story:
            edited = (story.outlet, story.key) in out
            if edited:
                await asyncio.sleep(AROUND_EDIT_S)
                await self._settled(self.patience.scene_s)  # an edit is one only if the first version was read
            self.clock.jump(story.at + SOON)
            self.stand.publish(story)
            out.add((story.outlet, story.key))
            await asyncio.sleep(AROUND_EDIT_S if edited else BETWEEN_STORIES_S)
        await asyncio.sleep(AFTER_SCENE_S)

    async def _settled(self, patience_s: float) -> None:
        """Wait until all that is out has come and is read, and nothing that is due is unsent; at most *patience_s*."""
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            if not await asyncio.to_thread(_on_its_way, self.desk, self.stand, self.clock()):
                return
            await asyncio.sleep(LOOK_S)  # it is in the database, as for the daemon: there is no event to wait for


def _on_its_way(desk: Desk, stand: Newsstand, now: datetime) -> bool:
    with desk.database.reading() as session:
        standing = entries.count_entries(session)
        unseen = sum(standing.values()) < stand.stories_out or standing.get("waiting", 0) > 0
        unseen = unseen or bool(entries.due_keys(session, now, 1))  # pages that are looked at again for edits
        return unseen or bool(lanes.channels_due(session, now, "")) or bool(read.unread(desk, 1))


def config_for(stand: Newsstand, receiver: Receiver, folder: Path) -> Config:
    """Return the packaged configuration with the newsstand's outlets, and alerts to the receiver alone."""
    packaged = load(None, {})
    address, secret = folder / "receiver-address", folder / "receiver-secret"
    address.write_text(receiver.url, encoding="utf-8")
    secret.write_text(receiver.secret, encoding="utf-8")
    channel = Channel(
        "receiver", "webhook", f"file:{address}", secrets=(f"file:{secret}",), allow=(LOOPBACK,), rate_per_minute=6000
    )
    crawl = replace(
        packaged.settings.crawl,
        allow_addresses=(LOOPBACK,),
        connections_per_host=8,
        host_pause_s=0.0,
        least_s=CADENCE_S / 2,
        most_s=2 * CADENCE_S,
    )
    database = f"sqlite:///{folder / 'monitor.sqlite3'}"
    return replace(
        packaged,
        outlets=tuple(_outlet(room, stand.site) for room in NEWSROOMS),
        settings=replace(packaged.settings, database=database, crawl=crawl),
        channels=(channel,),
        subscriptions=(Subscription("all", "receiver", rate_per_hour=10_000),),
    )


def _outlet(room: Newsroom, site: str) -> Outlet:
    kind: SourceKind = "sitemap" if room.feed == "sitemap" else "feed"
    source = Source(room.name, site + room.feed_path, "전체", kind, CADENCE_S / 60)
    return Outlet(room.id, room.name, "it", (LOOPBACK,), sources=(source,), pages=RULES[room.layout])


def _greeting(stand: Newsstand, receiver: Receiver, history: History) -> str:
    first, last = history.stories[0].at, history.stories[-1].at
    return (
        f"A newsstand of {len(NEWSROOMS)} invented newsrooms opens at {stand.site}, a receiver of alerts at "
        f"{receiver.url}.\nThe monitor polls them as it would real ones, while {len(history.stories)} articles from "
        f"{first:%Y} to {last:%Y} come out, time-lapsed.\nCompanies, figures and dates are real; the articles were "
        "written for this demonstration. No network is needed."
    )


def _summary(outcome: Outcome, overdue: int) -> str:
    program = _program()
    unsigned = f", {outcome.unsigned} badly signed" if outcome.unsigned else ", every signature good"
    return (
        f"\n{outcome.seconds:.0f} s: {outcome.polled} polls ({outcome.not_modified} answered 304, not modified), "
        f"{outcome.kept} article versions kept, {outcome.refused} refused as off topic,\n{outcome.figures} figures, "
        f"{outcome.changes} lines in the change log ({overdue} plans overdue), {outcome.alerts} alerts received"
        f"{unsigned}.\n\nNow look at what it wrote down:\n\n"
        f"  {program} changes --db {outcome.database}\n"
        f"  {program} changes --db {outcome.database} --company naver\n"
        f"  {program} figures --db {outcome.database} --as-of 2021-12-31\n"
        f"  {program} show ID --db {outcome.database}      (an ID from the first column of changes)\n\n"
        "Then let it read the real newsrooms:\n\n"
        f"  {program} init my-config && {program} run --config my-config\n"
    )


def _program() -> str:
    """Return what to type for this program: its name where that is found, else the path by which it was called."""
    called = sys.argv[0]
    return called if Path(called).name == "monitor" and shutil.which("monitor") is None else "monitor"
