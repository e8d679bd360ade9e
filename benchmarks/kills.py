"""
Kill a poll at random moments with SIGKILL, start it again, and compare what is stored with what was served.

    python benchmarks/kills.py [--kills 200] [--seed 1]

A process polls 40 feeds of 20 items into SQLite, through the daemon's own poll step. A feed moves on by three items
only once a request shows the validator of its last body: from then on the server takes the items before as received. In
the end a poll runs through, and every item that was ever served must be stored, once. Exits 1 if one is lost or twice.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from monitor.catalogue import Catalogue
from monitor.config import Config
from monitor.config.settings import Outlet, Settings
from monitor.crawl.client import Client
from monitor.korean.reading import Reader
from monitor.model import CrawlSettings, Source
from monitor.pipeline.desk import Desk
from monitor.pipeline.poll import Poller, enrol, known_states
from monitor.store.database import open_database

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

FEEDS, WINDOW = 40, 20
CRAWL = CrawlSettings(allow_addresses=("127.0.0.1",), host_pause_s=0.0, least_s=0.0, connections_per_host=4)


def serve(channel: Connection) -> None:
    """Serve the feeds; send the port, then on request how far each feed got."""
    newest = [WINDOW] * FEEDS
    chance = random.Random(1)  # noqa: S311 - a run to repeat

    def answer(number: int, *, is_known: bool) -> bytes:
        if is_known and chance.getrandbits(1):
            return b"HTTP/1.1 304 Not Modified\r\n\r\n"
        newest[number] += 3 if is_known else 0
        items = [
            {"id": str(n), "url": address(number, n), "title": f"소식 {n}"} for n in range(newest[number])[-WINDOW:]
        ]
        body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
        return b'HTTP/1.1 200 OK\r\nETag: "%d"\r\nContent-Length: %d\r\n\r\n%s' % (newest[number], len(body), body)

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).lower():
                number = int(head.split(b" ", 2)[1][1:])
                writer.write(answer(number, is_known=b'if-none-match: "%d"' % newest[number] in head))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main() -> None:
        server = await asyncio.start_server(converse, "127.0.0.1", 0)
        channel.send(server.sockets[0].getsockname()[1])
        await asyncio.to_thread(channel.recv)
        channel.send(newest)

    asyncio.run(main())


def address(feed: int, item: int) -> str:
    """Return where the page of an item is said to be."""
    return f"https://a{feed}.example/news/{1_000_000 + item}"


def poll_all(port: int, database: Path, round_number: int) -> None:
    """Poll every feed once, as the daemon does."""
    sources = tuple(Source(f"매체 {n}", f"http://127.0.0.1:{port}/{n}") for n in range(FEEDS))
    catalogue = Catalogue((), (), (), ())
    outlets = (Outlet("x", "x", "general", (), sources=sources),)
    store = open_database(f"sqlite:///{database}")
    desk = Desk(Config(catalogue, outlets, Settings(crawl=CRAWL)), Reader(catalogue), store)
    now = datetime.now(UTC) + timedelta(hours=round_number)

    states = {(state.outlet, state.url): state for state in known_states(desk)}

    async def main() -> None:
        async with Client(CRAWL) as client:
            poller = Poller(desk, client)
            await asyncio.gather(*(poller.poll(one, states.get((one.outlet, one.url)), now) for one in sources))

    enrol(desk, now)
    asyncio.run(main())
    desk.writer.shutdown()
    store.close()


def killed(port: int, database: Path, round_number: int, after_s: float | None) -> bool:
    """Poll in a process of its own, killed after *after_s*; return whether it was killed before it was done."""
    child = os.fork()
    if child == 0:
        poll_all(port, database, round_number)
        os._exit(0)
    if after_s is not None:
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and status:
        sys.exit(f"the poll itself failed with status {status}")
    return os.WIFSIGNALED(status)


def timed(port: int, database: Path, round_number: int) -> float:
    """Return the seconds that a whole poll takes in a process of its own."""
    started = time.perf_counter()
    killed(port, database, round_number, None)
    return time.perf_counter() - started


def main() -> int:
    """Kill, poll through, compare."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    chance, ours, theirs = random.Random(chosen.seed), *multiprocessing.Pipe()  # noqa: S311 - a run to repeat
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "kills.sqlite3"
        tries, hits = 1, 0
        whole_s = min(timed(port, database, number) for number in (0, 1))
        while hits < chosen.kills:
            tries += 1
            hits += killed(port, database, tries, chance.uniform(0.0, whole_s))
        killed(port, database, tries + 1, None)
        ours.send("done")
        newest = ours.recv()
        store = open_database(f"sqlite:///{database}")
        with store.reading() as session:
            stored = Counter(url for (url,) in session.connection().execute(text("SELECT url FROM entries")))
        store.close()
    served = {address(feed, item) for feed in range(FEEDS) for item in range(newest[feed])}
    lost, twice = served - stored.keys(), [url for url, count in stored.items() if count > 1]
    print(f"{hits} of {tries} polls killed, {stored.total()} entries stored, {len(lost)} lost, {len(twice)} twice")
    return 1 if lost or twice else 0


if __name__ == "__main__":
    sys.exit(main())
