"""A server on loopback that answers as a script tells it: it can reset, stall, drip, and lie about its length."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from monitor.crawl.client import Client
from monitor.crawl.feeds import poll
from monitor.model import CrawlSettings, FeedPoll, Source, SourceState

NOON = datetime(2021, 5, 25, 4, 46, tzinfo=UTC)  # 13:46 in Korea
Behaviour = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Reply:
    """One answer: status, headers as they go over the wire, body; or *act*, which writes what it likes."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    act: Behaviour | None = None


@dataclass
class Asked:
    """One request as it came: the path with its query, and the headers, names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    at: float = 0.0


@dataclass
class Server:
    """Answers by path: the replies of a path in order, the last one for ever. Unknown paths are 404."""

    port: int = 0
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    open_now: int = 0
    most_open: int = 0

    def url(self, path: str = "/feed") -> str:
        """Return the address of *path*."""
        return f"http://127.0.0.1:{self.port}{path}"

    def answers(self, *replies: Reply, path: str = "/feed") -> str:
        """Let *path* answer with *replies* in order, and return its address."""
        self.replies[path] = list(replies)
        return self.url(path)

    def requests(self, path: str = "/feed") -> list[Asked]:
        """Return what was asked for at *path*, in order."""
        return [asked for asked in self.asked if asked.path == path]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        self.connections += 1
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            while (asked := await _read(reader)) is not None:
                self.asked.append(asked)
                waiting = self.replies.get(asked.path, [Reply(404)])
                reply = waiting.pop(0) if len(waiting) > 1 else waiting[0]
                if reply.act is not None:
                    await reply.act(writer)
                    return
                writer.write(wire(reply))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.open_now -= 1
            writer.close()


def wire(reply: Reply) -> bytes:
    """Return the bytes of *reply*, with its true length unless its headers lie about it."""
    headers = list(reply.headers)
    if not any(name.lower() in {"content-length", "transfer-encoding"} for name, _ in headers) and reply.status != 304:
        headers.append(("Content-Length", str(len(reply.body))))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"HTTP/1.1 {reply.status} Whatever\r\n{lines}\r\n".encode("latin-1") + reply.body


async def _read(reader: asyncio.StreamReader) -> Asked | None:
    head = await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""
    if not head:
        return None
    first, *rest = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip(" ") for name, _, value in (line.partition(":") for line in rest)}
    return Asked(method, path, headers, asyncio.get_running_loop().time())


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server of its own for each test."""
    with second_server() as script:
        yield script


@contextmanager
def second_server() -> Iterator[Server]:
    """Serve in a thread of its own while the block runs."""
    script, loop, ready = Server(), asyncio.new_event_loop(), threading.Event()

    async def start() -> asyncio.Server:
        listening = await asyncio.start_server(script.serve, "127.0.0.1", 0)
        script.port = listening.sockets[0].getsockname()[1]
        ready.set()
        return listening

    def run() -> None:
        asyncio.set_event_loop(loop)
        listening = loop.run_until_complete(start())
        loop.run_forever()
        listening.close()
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait(5)
    yield script
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)


def settings(**changes: object) -> CrawlSettings:
    """Return settings for tests: loopback allowed, no pause, short time-outs."""
    quick: dict[str, object] = {
        "allow_addresses": ("127.0.0.1",),
        "host_pause_s": 0.0,
        "least_s": 0.0,
        "timeout_s": 2.0,
        "total_timeout_s": 3.0,
        "contact": "https://monitor.example",
    }
    return CrawlSettings(**(quick | changes))  # type: ignore[arg-type]  # the dataclass checks the names


@dataclass
class Reader:
    """Someone who polls one source again and again, each poll in a fresh process as far as the crawl room can tell."""

    source: Source
    settings: CrawlSettings
    now: datetime = NOON
    state: SourceState | None = None

    def poll(self, after: timedelta = timedelta(days=1)) -> FeedPoll:
        """Poll once, a day later than before unless told otherwise, and remember what came."""
        found = asyncio.run(self._poll())
        self.state, self.now = found.state, self.now + after
        return found

    async def _poll(self) -> FeedPoll:
        async with Client(self.settings) as client:
            return await poll(client, self.source, self.state, self.now)


def reader_of(url: str, **changes: object) -> Reader:
    """Return a reader of the feed at *url*, with *changes* to the settings."""
    return Reader(Source("한빛일보", url), settings(**changes))


def rss(*titles: str, extra: str = "", first: int = 1) -> bytes:
    """Return an RSS feed with an item for each of *titles*, numbered from *first*."""
    items = "".join(
        f"<item><title>{title}</title>"
        f"<link>https://hanbit.example/news/articleView.html?idxno={100_000 + number}</link>"
        f"<guid>{100_000 + number}</guid>"
        f"<pubDate>Tue, 25 May 2021 {9 + number % 10:02d}:00:00 +0900</pubDate>"
        f"<description>{title}에 관한 기사이다.</description></item>"
        for number, title in enumerate(titles, first)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>한빛일보</title>{extra}{items}'
        "</channel></rss>"
    ).encode()
