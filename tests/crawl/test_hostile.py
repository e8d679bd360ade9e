from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from collections.abc import Awaitable, Callable

import pytest
from scripted_server import NOON, Reply, Server, reader_of, rss, settings, wire

from monitor.crawl.client import Client
from monitor.crawl.feeds import poll
from monitor.crawl.workers import JobFailed, Workers
from monitor.model import FeedPoll, Source

GOOD = Reply(200, (("ETag", '"1"'),), rss("하나"))
GZIP = (("Content-Encoding", "gzip"),)


LONG_S = 60  # what goes on for so long is cut off in a fraction of it, also on a machine with much else to do


def bomb(size_mb: int) -> bytes:
    """Return gzip that decodes to this many megabytes, made without ever holding them."""
    squeezer = zlib.compressobj(9, wbits=31)
    parts = [squeezer.compress(b"\0" * 1_000_000) for _ in range(size_mb)]
    return b"".join([*parts, squeezer.flush()])


async def reset(writer: asyncio.StreamWriter) -> None:
    """Close in the face of the client."""
    writer.transport.abort()


async def cut(writer: asyncio.StreamWriter) -> None:
    """Promise more than comes."""
    writer.write(wire(Reply(200, (("Content-Length", "100000"),), rss("하나"))))
    await writer.drain()


async def stall(_: asyncio.StreamWriter) -> None:
    """Say nothing."""
    await asyncio.sleep(LONG_S)


async def drip(writer: asyncio.StreamWriter) -> None:
    """Send a byte now and then, always in time for the next."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(20 * LONG_S):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def drip_headers(writer: asyncio.StreamWriter) -> None:
    """Send headers for ever."""
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(20 * LONG_S):
        writer.write(b"X-%d: y\r\n" % number)
        await writer.drain()
        await asyncio.sleep(0.05)


async def flood_headers(writer: asyncio.StreamWriter) -> None:
    """Send one header of ten megabytes."""
    writer.write(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 10_000_000 + b"\r\n\r\n")
    await writer.drain()


async def flood(writer: asyncio.StreamWriter) -> None:
    """Send a body without end, and without a length."""
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(100):
        writer.write(b"y" * 1_000_000)
        await writer.drain()


async def nonsense(writer: asyncio.StreamWriter) -> None:
    """Speak another protocol."""
    writer.write(b"220 mail.example ESMTP ready\r\n")
    await writer.drain()


@pytest.mark.parametrize("act", [reset, cut, stall, drip, drip_headers, flood_headers, flood, nonsense])
def test_a_server_that_misbehaves_costs_a_bounded_time(
    server: Server, act: Callable[[asyncio.StreamWriter], Awaitable[None]]
) -> None:
    """Row 34: reset, cut, stalled, dripped, flooded: a failure with a reason, soon, and the next poll is fine."""
    reader = reader_of(server.answers(Reply(act=act), GOOD), timeout_s=1.0, total_timeout_s=2.0, feed_bytes=5_000_000)
    started = time.monotonic()

    failed = reader.poll()
    took_s = time.monotonic() - started
    after = reader.poll()

    assert (failed.outcome, failed.lasting) == ("failed", False)
    assert failed.error
    assert took_s < LONG_S / 2
    assert after.outcome == "new"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (GZIP, bomb(200)),
        (GZIP, gzip.compress(bomb(50))),
        ((("Content-Encoding", "deflate"),), zlib.compress(b"\0" * 50_000_000)),
        ((("Content-Encoding", "br"),), b"\x00" * 300),
        ((("Content-Encoding", "zstd"),), b"\x28\xb5\x2f\xfd" * 10),
        ((("Content-Encoding", "gzip, gzip"),), gzip.compress(gzip.compress(rss("하나")))),
        ((("Content-Encoding", ", ".join(["gzip"] * 5000)),), rss("하나")),
    ],
    ids=["gzip", "gzip twice in one", "deflate", "brotli", "zstd", "stacked", "five thousand"],
)
def test_a_decompression_bomb_is_refused(server: Server, headers: tuple[tuple[str, str], ...], body: bytes) -> None:
    """Row 34: the cap counts what is decoded, while it is decoded; what was not asked for is not decoded at all."""
    found = reader_of(server.answers(Reply(200, headers, body)), feed_bytes=1_000_000).poll()

    assert (found.outcome, found.entries) == ("failed", ())


def laughs(levels: int = 12) -> bytes:
    """Return a feed whose entities would grow to 10 to the power of *levels*."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{entities}]><rss version="2.0"><channel><item>'
        f"<title>하나 &e{levels - 1};</title><link>https://hanbit.example/1234567</link></item></channel></rss>"
    ).encode()


EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "{url}">%p;]>'
    '<rss version="2.0"><channel><item><title>하나 &x;</title><link>https://hanbit.example/1234567</link></item>'
    "</channel></rss>"
)


def test_entities_are_never_expanded(server: Server) -> None:
    """Row 34: neither by the thousand nor from files nor from other servers."""
    grown = reader_of(server.answers(Reply(200, (), laughs()))).poll()
    server.answers(Reply(200, (), b"canary"), path="/canary")
    external = EXTERNAL.format(url=server.url("/canary")).encode()
    taken = reader_of(server.answers(Reply(200, (), external))).poll()

    titles = [entry.title for entry in (*grown.entries, *taken.entries)]
    assert all(len(title) < 20 and "root:" not in title for title in titles)
    assert server.requests("/canary") == []


def test_a_million_items_are_cut(server: Server) -> None:
    """Row 34: at most so many entries a feed, in bounded time."""
    item = b"<item><title>t</title><link>https://hanbit.example/%d</link></item>"
    body = (
        b'<rss version="2.0"><channel>' + b"".join(item % n for n in range(1_000_000, 1_130_000)) + b"</channel></rss>"
    )
    small = b'<rss version="2.0"><channel>' + b"<item/>" * 1_000_000 + b"</channel></rss>"
    started = time.monotonic()

    whole = reader_of(server.answers(Reply(200, (), body))).poll()
    empty = reader_of(server.answers(Reply(200, (), small))).poll()

    assert (whole.outcome, whole.listed) == ("new", 2000)
    assert empty.outcome == "failed"
    assert time.monotonic() - started < LONG_S


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("nested", b"<rss><channel>" + b"<item>" * 100_000),
        (
            "nested html",
            b"<rss version='2.0'><channel><item><title>x</title><link>http://a.example/1</link><description>"
            + b"&lt;div&gt;" * 100_000,
        ),
        ("attributes", b"<rss " + b" ".join(b"a%d='>'" % n for n in range(100_000)) + b"/>"),
        ("endless tag", b"<rss " + b"a" * 1_000_000),
        ("nul bytes", b"\0" * 100_000),
        ("json depth", b'{"items": ' + b"[" * 100_000),
        ("json numbers", b'{"items": [{"id": ' + b"9" * 10_000 + b"}]}"),
    ],
)
def test_markup_without_end_costs_a_bounded_time(server: Server, name: str, body: bytes) -> None:
    """Row 34: depth, attributes, one tag without end."""
    started = time.monotonic()

    found = reader_of(server.answers(Reply(200, (), body)), parse_timeout_s=15.0).poll()

    assert found.outcome == ("new" if name == "nested html" else "failed")
    assert time.monotonic() - started < LONG_S


def test_a_feed_that_takes_feedparser_too_long_is_still_read(server: Server) -> None:
    """A thousand items of the usual making, on a machine that is busy: libxml2 reads them in no time."""
    titles = [f"초거대 인공지능 모델의 소식 {number} {'가' * 300}" for number in range(1000)]

    found = reader_of(server.answers(Reply(200, (), rss(*titles))), parse_timeout_s=0.3).poll()

    assert (found.outcome, len(found.entries)) == ("new", 1000)


def test_control_characters_are_dropped(server: Server) -> None:
    """Row 34: also those that are written as references; the rest of the title stays."""
    body = rss("하\x08나 &#8;&#x0;&#xD800;&#x110000;&#xFFFF;둘")

    found = reader_of(server.answers(Reply(200, (), body))).poll()

    assert [entry.title for entry in found.entries] == ["하나 둘"]


def run_jobs(timeout_s: float, memory_bytes: int, *jobs: tuple[object, ...]) -> list[object]:
    """Return what a single worker makes of *jobs*, one after the other."""

    async def ask() -> list[object]:
        workers = Workers(1, timeout_s, memory_bytes)
        try:
            return [await workers.run(str(job), *arguments) for job, *arguments in jobs]
        finally:
            await workers.close()

    return asyncio.run(ask())


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let workers sleep, eat memory, die and raise on demand."""
    monkeypatch.setattr(
        "monitor.crawl.workers._MAIN",
        "from monitor.crawl import worker\n"
        "worker.JOBS = {'sleep': 'time:sleep', 'eat': 'builtins:bytearray', 'die': 'os:_exit', 'int': 'builtins:int',"
        " 'print': 'builtins:print', 'length': 'builtins:len'}\n"
        "worker.main()",
    )


@pytest.mark.usefixtures("jobs")
def test_a_worker_that_hangs_dies_or_eats_costs_its_job_alone() -> None:
    """Each ends as a failure with a reason, and the next job is done by a fresh worker."""
    fine = ("length", "하나둘")
    found = run_jobs(
        0.5, 500_000_000, fine, ("sleep", 30), fine, ("die", 3), fine, ("eat", 2_000_000_000), fine, ("int", "x"), fine
    )

    assert found[::2] == [3] * 5
    reasons = [failed.error for failed in found[1::2] if isinstance(failed, JobFailed)]
    assert len(reasons) == 4
    assert "took over 0.5 s" in reasons[0]
    assert "died on it (status 3)" in reasons[1]
    assert "memory" in reasons[2]
    assert "ValueError" in reasons[3]


@pytest.mark.usefixtures("jobs")
def test_what_a_library_prints_does_not_disturb() -> None:
    """The pipe to the daemon carries results alone."""
    assert run_jobs(5, 0, ("print", "hello"), ("length", "하나")) == [None, 2]


def test_many_feeds_at_once_share_few_connections(server: Server) -> None:
    """A hundred sources due at the same moment: no more connections than configured, every one answered."""
    sources = [Source(f"매체 {n}", server.answers(GOOD, path=f"/{n}")) for n in range(100)]

    async def all_at_once() -> list[FeedPoll]:
        async with Client(settings()) as client:
            return await asyncio.gather(*(poll(client, source, None, NOON) for source in sources))

    found = asyncio.run(all_at_once())

    assert {one.outcome for one in found} == {"new"}
    assert server.most_open <= 2


def test_a_feed_on_which_feedparser_fails_is_mended(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Feedparser raises on some damaged feeds; what can be read of them by simpler means is read."""
    monkeypatch.setattr(
        "monitor.crawl.workers._MAIN",
        "from monitor.crawl import worker\nworker.JOBS = {'feed': 'builtins:int'}\nworker.main()",
    )
    damaged = Reply(200, (), rss("하나", "둘") + b"</item>")
    hopeless = Reply(200, (), b"<rss><channel><unknown/></channel>")

    mended = reader_of(server.answers(damaged)).poll()
    failed = reader_of(server.answers(hopeless)).poll()

    assert [entry.title for entry in mended.entries] == ["하나", "둘"]
    assert "ValueError" in failed.error


def test_redirects_that_dally_share_one_time_cap(server: Server) -> None:
    """Row 34: a chain of slow redirects takes no longer than one slow answer may."""

    async def late(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.8)
        writer.write(wire(Reply(302, (("Location", f"/{len(server.asked)}"),))))
        await writer.drain()

    for number in range(1, 6):
        server.answers(Reply(act=late), path=f"/{number}")
    found = reader_of(server.answers(Reply(act=late)), total_timeout_s=2.0).poll()

    assert found.outcome == "failed"
    assert len(server.asked) <= 3  # one after another they would have had two seconds each
