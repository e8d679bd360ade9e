"""
Serve N feeds of 20 Korean items from loopback and let several clients poll them side by side, in one run.

    python benchmarks/crawl.py 500 2000 [--clients plain ours reader] [--reps 2] [--peer-python VENV/bin/python]

Each client is a fresh process for each of two passes over the same database: cold (every feed answers 200, entries are
stored) and again (every feed answers 304). Printed are feeds a second, CPU a feed and peak memory of the client's
processes, and what the server counted. `reader` is lemon24/reader, taken from --peer-python where it is not installed.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve()
ITEMS = 20
PORTS = 8  # loopback hosts for the polite client: it keeps to two connections each


# ── server ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def feed_body(number: int) -> bytes:
    """Return the feed of this number: 20 items of Korean, some 11 KB."""
    sentence = (
        "하이퍼스케일 인공지능 모델의 매개변수와 투자 규모를 밝힌 기사 요약이며 데이터센터 증설 계획을 함께 전한다. "
    )
    items = "".join(
        f"<item><title>{number}번 매체의 {item}번째 소식</title>"
        f"<link>https://outlet{number}.example/news/articleView.html?idxno={number * 100 + item + 1_000_000}</link>"
        f"<guid>{number}-{item}</guid><pubDate>Tue, 25 May 2021 {item:02d}:30:00 +0900</pubDate>"
        f"<author>김하나</author><description>{sentence * 2}</description></item>"
        for item in range(ITEMS)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>매체 {number}</title>'
        f"<link>https://outlet{number}.example/</link><description>뉴스</description>{items}</channel></rss>"
    ).encode()


def serve(ready: multiprocessing.SimpleQueue[list[int]]) -> None:
    """Answer /NUMBER with its feed, 304 to a known validator, /counts with what was counted since the last time."""
    counts = {"200": 0, "304": 0, "connections": 0}
    bodies: dict[int, bytes] = {}

    def answer(head: bytes) -> bytes:
        path = head.split(b" ", 2)[1].decode()
        if path == "/counts":
            body = json.dumps(counts).encode()
            counts.update(dict.fromkeys(counts, 0))
            return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
        number = int(path[1:])
        tag = b'ETag: "%d"\r\nLast-Modified: Tue, 25 May 2021 04:46:00 GMT\r\n' % number
        if b'if-none-match: "%d"' % number in head.lower():
            counts["304"] += 1
            return b"HTTP/1.1 304 Not Modified\r\n%s\r\n" % tag
        counts["200"] += 1
        body = bodies.setdefault(number % 50, feed_body(number % 50))
        body = body.replace(b"outlet%d." % (number % 50), b"outlet%d." % number)
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n%sContent-Length: %d\r\n\r\n%s" % (
            tag,
            len(body),
            body,
        )

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        counts["connections"] += 1
        try:
            while True:
                writer.write(answer(await reader.readuntil(b"\r\n\r\n")))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main() -> None:
        servers = [await asyncio.start_server(converse, "127.0.0.1", 0) for _ in range(PORTS)]
        ready.put([server.sockets[0].getsockname()[1] for server in servers])
        await asyncio.Event().wait()

    asyncio.run(main())


def addresses(ports: list[int], feeds: int) -> list[str]:
    """Return the addresses of *feeds* feeds, spread over the ports."""
    return [f"http://127.0.0.1:{ports[number % len(ports)]}/{number}" for number in range(feeds)]


# ── clients: each runs as a process of its own, once a pass ─────────────────────────────────────────────────────────
async def poll_plainly(urls: list[str], database: Path) -> None:
    """Fetch with httpx alone, a client for each of 16 workers, validators in a file: the floor."""
    import httpx  # noqa: PLC0415 - not every client needs it

    kept = database.with_suffix(".json")
    tags: dict[str, str] = json.loads(kept.read_text()) if kept.exists() else {}
    waiting = iter(urls)

    async def work() -> None:
        async with httpx.AsyncClient() as client:
            for url in waiting:
                answer = await client.get(url, headers={"If-None-Match": tags[url]} if url in tags else None)
                tags[url] = answer.headers["etag"]

    await asyncio.gather(*(work() for _ in range(16)))
    kept.write_text(json.dumps(tags))


async def poll_with_monitor(urls: list[str], database: Path) -> None:
    """Poll with this project: the daemon's own poll step, entries and states in SQLite."""
    from monitor.catalogue import Catalogue  # noqa: PLC0415
    from monitor.config import Config, Outlet, Settings  # noqa: PLC0415
    from monitor.crawl.client import Client  # noqa: PLC0415
    from monitor.korean.reading import Reader  # noqa: PLC0415
    from monitor.model import CrawlSettings, Source, SourceState  # noqa: PLC0415
    from monitor.pipeline.desk import Desk  # noqa: PLC0415
    from monitor.pipeline.poll import Poller, due_sources, enrol  # noqa: PLC0415
    from monitor.schedule import POLLS  # noqa: PLC0415
    from monitor.store.database import open_database  # noqa: PLC0415

    crawl = CrawlSettings(allow_addresses=("127.0.0.1",), host_pause_s=0.0, least_s=0.0, connections_per_host=4)
    sources = tuple(Source(f"매체 {number}", url) for number, url in enumerate(urls))
    catalogue = Catalogue((), (), (), ())
    config = Config(catalogue, (Outlet("x", "x", "general", (), sources=sources),), Settings(crawl=crawl))
    store = open_database(f"sqlite:///{database}")
    desk = Desk(config, Reader(catalogue), store)
    is_cold, taken = enrol(desk, datetime.now(UTC)) > 0, set[Source]()
    now = datetime.now(UTC) + timedelta(days=1 if is_cold else 2)

    def is_free(source: Source) -> bool:
        return source not in taken

    def waiting() -> Iterator[tuple[Source, SourceState | None]]:
        while due := due_sources(desk, now, POLLS, is_free):
            taken.update(source for source, _ in due)
            yield from due

    async def work(poller: Poller) -> None:
        for source, state in polls:
            await poller.poll(source, state, now)

    polls = waiting()
    async with Client(crawl) as client:
        poller = Poller(desk, client)
        await asyncio.gather(*(work(poller) for _ in range(POLLS)))
    desk.writer.shutdown()
    store.close()


def poll_with_reader(urls: list[str], database: Path) -> None:
    """Poll with lemon24/reader, one worker: more make it slower."""
    from reader import make_reader  # type: ignore[import-not-found]  # noqa: PLC0415  # a peer, not a dependency

    with make_reader(str(database)) as reader:
        for url in urls:
            reader.add_feed(url, exist_ok=True)
        reader.update_feeds(workers=1, scheduled=False)


IMPORTS = {
    "plain": ("httpx",),
    "ours": (
        "monitor.schedule",
        "monitor.config",
        "monitor.store.database",
        "monitor.korean.reading",
        "anyio._backends._asyncio",
        "encodings.idna",
    ),
    "reader": ("reader", "reader._parser.feedparser", "requests"),
}


def run_client(name: str, database: Path, urls: list[str]) -> None:
    """Run one pass of one client and print its cost as JSON."""
    for module in IMPORTS[name]:  # starting up is not polling
        importlib.import_module(module)
    started, before = time.perf_counter(), time.process_time()
    if name == "plain":
        asyncio.run(poll_plainly(urls, database))
    elif name == "ours":
        asyncio.run(poll_with_monitor(urls, database))
    else:
        poll_with_reader(urls, database)
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = time.process_time() - before + children.ru_utime + children.ru_stime
    print(
        json.dumps(
            {"s": time.perf_counter() - started, "cpu_s": cpu_s, "mb": (own.ru_maxrss + children.ru_maxrss) / 1024}
        )
    )


# ── one run ─────────────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class Cost:
    """What one pass cost."""

    feeds_a_second: float
    cpu_ms: float
    mb: float
    counts: dict[str, int]


def one_pass(python: str, name: str, database: Path, ports: list[int], feeds: int) -> Cost:
    """Run *name* once in a fresh process."""
    given = json.dumps({"ports": ports, "feeds": feeds})
    command = [python, str(HERE), "--as", name, "--database", str(database)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)  # noqa: S603 - our own file
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stderr[-2000:]}")
    cost = json.loads(done.stdout.splitlines()[-1])
    return Cost(feeds / cost["s"], cost["cpu_s"] / feeds * 1000, cost["mb"], _counts(ports[0]))


def _counts(port: int) -> dict[str, int]:
    import urllib.request  # noqa: PLC0415

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/counts") as answer:
        counts: dict[str, int] = json.load(answer)
    return counts


def main() -> None:
    """Run every client on every number of feeds and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("feeds", type=int, nargs="*", default=[500])
    arguments.add_argument("--clients", nargs="+", default=["plain", "ours", "reader"])
    arguments.add_argument("--reps", type=int, default=2)
    arguments.add_argument("--peer-python", default=sys.executable)
    arguments.add_argument("--as", dest="client")
    arguments.add_argument("--database", type=Path)
    chosen = arguments.parse_args()
    if chosen.client:
        given = json.load(sys.stdin)
        run_client(chosen.client, chosen.database, addresses(given["ports"], given["feeds"]))
        return
    ready: multiprocessing.SimpleQueue[list[int]] = multiprocessing.SimpleQueue()
    server = multiprocessing.Process(target=serve, args=(ready,), daemon=True)
    server.start()
    ports = ready.get()
    try:
        for feeds in chosen.feeds:
            for name in chosen.clients:
                python = chosen.peer_python if name == "reader" else sys.executable
                _measure(python, name, ports, feeds, chosen.reps)
    finally:
        server.terminate()


def _measure(python: str, name: str, ports: list[int], feeds: int, reps: int) -> None:
    passes: dict[str, list[Cost]] = {"cold": [], "304": []}
    for _ in range(reps):
        with tempfile.TemporaryDirectory() as folder:
            for costs in passes.values():
                costs.append(one_pass(python, name, Path(folder) / "bench.sqlite3", ports, feeds))
    for kind, costs in passes.items():
        print(
            f"{feeds:6} {name:7} {kind:5}"
            f" {statistics.median(cost.feeds_a_second for cost in costs):8.0f} feeds/s"
            f" {statistics.median(cost.cpu_ms for cost in costs):7.2f} ms CPU/feed"
            f" {max(cost.mb for cost in costs):6.0f} MB  {costs[-1].counts}",
            flush=True,
        )


if __name__ == "__main__":
    main()
