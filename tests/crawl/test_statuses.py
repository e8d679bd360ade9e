from __future__ import annotations

import asyncio
import gzip
import zlib
from datetime import timedelta

import pytest
from scripted_server import NOON, Reply, Server, reader_of, rss, settings

from monitor.crawl.client import Client
from monitor.crawl.feeds import poll
from monitor.model import FeedPoll, Source, SourceState

TAG = (("ETag", '"1"'),)
GOOD = Reply(200, TAG, rss("하나"))


def to(path: str, status: int = 301) -> Reply:
    """Return a redirect to *path*."""
    return Reply(status, (("Location", path),))


def test_the_client_says_who_it_is(server: Server) -> None:
    """Row 20: name, version and contact, the same each time, no browser's."""
    reader = reader_of(server.answers(GOOD, Reply(304)))
    reader.poll()
    reader.poll()

    assert {asked.headers["user-agent"] for asked in server.asked} == {
        "hyperscale-monitor/0.1.0 (+https://monitor.example)"
    }


def test_nothing_is_sent_that_was_not_configured(server: Server) -> None:
    """Rows 21, 23 and 24: no cookie comes back, no referrer, no query or fragment of ours, GET alone, no A-IM."""
    cookie = Reply(200, (*TAG, ("Set-Cookie", "who=me; Path=/")), rss("하나"))
    path = "/feed?section=it&b=%EA%B0%80"
    reader = reader_of(server.answers(cookie, Reply(304), path=path) + "#top")

    async def twice() -> None:
        async with Client(settings()) as client:
            first = await poll(client, reader.source, None, NOON)
            await poll(client, reader.source, first.state, NOON + timedelta(days=1))

    asyncio.run(twice())

    assert {asked.method for asked in server.asked} == {"GET"}
    assert {asked.path for asked in server.asked} == {path}
    assert all(not {"cookie", "referer", "a-im"} & asked.headers.keys() for asked in server.asked)


def deflated(body: bytes, wbits: int) -> bytes:
    """Return *body* in deflate, with zlib's header (15) or bare (-15)."""
    squeezer = zlib.compressobj(wbits=wbits)
    return squeezer.compress(body) + squeezer.flush()


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("gzip", gzip.compress(rss("하나"))),
        ("GZIP", gzip.compress(rss("하나")[:300]) + gzip.compress(rss("하나")[300:])),
        ("x-gzip", gzip.compress(rss("하나")) + b"\0" * 16),
        ("deflate", deflated(rss("하나"), 15)),
        ("deflate", deflated(rss("하나"), -15)),
        ("identity", rss("하나")),
    ],
    ids=["gzip", "two members", "padded", "zlib", "bare deflate", "identity"],
)
def test_compressed_bodies_are_decoded_once(server: Server, name: str, body: bytes) -> None:
    """Row 22: gzip and deflate are asked for, and no other."""
    found = reader_of(server.answers(Reply(200, (("Content-Encoding", name),), body))).poll()

    assert [entry.title for entry in found.entries] == ["하나"]
    assert server.asked[0].headers["accept-encoding"] == "gzip, deflate"


def test_a_226_body_is_merged(server: Server) -> None:
    """Row 24: a part of a feed is not taken as the whole of it."""
    part = Reply(226, (("IM", "feed"), ("ETag", '"2"')), rss("셋", first=3))
    reader = reader_of(
        server.answers(Reply(200, TAG, rss("하나", "둘")), part, Reply(200, (), rss("하나", "둘", "셋")))
    )

    found = [reader.poll() for _ in range(3)]

    assert [[entry.title for entry in one.entries] for one in found] == [["하나", "둘"], ["셋"], []]


def test_connections_are_used_again_also_after_a_304(server: Server) -> None:
    """Row 25: keep-alive, with what a 304 leaves drained."""
    source = Source("한빛일보", server.answers(GOOD, Reply(304)))

    async def five_times() -> None:
        async with Client(settings()) as client:
            state = None
            for day in range(5):
                state = (await poll(client, source, state, NOON + timedelta(days=day))).state

    asyncio.run(five_times())

    assert (len(server.asked), server.connections) == (5, 1)


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_is_stored_after_consistent_answers(server: Server, status: int) -> None:
    """Row 26: three times the same, since a hotel's login page answers 301 for a night; the log says so once."""
    server.answers(GOOD, path="/new")
    reader = reader_of(server.answers(to("/new", status)))

    found = [reader.poll() for _ in range(5)]

    assert len(server.requests("/feed")) == 3
    assert len(server.requests("/new")) == 5
    assert [one.note for one in found if one.note] == [f"moved for good: {server.url()} -> {server.url('/new')}"]


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_temporary_redirect_is_followed_and_forgotten(server: Server, status: int) -> None:
    """Row 26: the original is asked again."""
    server.answers(GOOD, path="/new")
    reader = reader_of(server.answers(to("/new", status)))

    found = [reader.poll() for _ in range(5)]

    assert (found[0].outcome, len(server.requests("/feed"))) == ("new", 5)


def test_a_redirect_to_what_is_no_feed_is_never_stored(server: Server) -> None:
    """Row 26: the login page answers with a page; the feed comes back to its old address."""
    server.answers(Reply(200, (), b"<html><body>Welcome to the hotel</body></html>"), path="/login")
    reader = reader_of(server.answers(to("/login"), to("/login"), to("/login"), to("/login"), GOOD))

    found = [reader.poll() for _ in range(5)]

    assert [one.outcome for one in found] == ["failed"] * 4 + ["new"]
    assert len(server.requests("/feed")) == 5


def test_a_chain_counts_as_moved_as_far_as_it_is_permanent(server: Server) -> None:
    """Row 26: 301 and then 302: the 301 is stored, the 302 is followed."""
    server.answers(GOOD, path="/c")
    server.answers(to("/c", 302), path="/b")
    reader = reader_of(server.answers(to("/b")))

    for _ in range(4):
        reader.poll()

    assert len(server.requests("/feed")) == 3
    assert len(server.requests("/b")) == 4


def test_a_stored_redirect_that_breaks_falls_back_to_the_configured_address(server: Server) -> None:
    """Row 26: what was moved to can die; the address that a person wrote is asked again."""
    server.answers(*[GOOD] * 3, Reply(404), path="/new")
    reader = reader_of(server.answers(*[to("/new")] * 3, GOOD))

    outcomes = [reader.poll().outcome for _ in range(7)]

    assert outcomes == ["new", "unchanged", "unchanged", "failed", "failed", "failed", "unchanged"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("/feed", "in a loop"),
        ("/a", "over 5 redirects"),
        ("file:///etc/passwd", "file is refused"),
        ("ftp://127.0.0.1/feed", "ftp is refused"),
        ("gopher://127.0.0.1:70/", "gopher is refused"),
        ("http://10.0.0.1/feed", "10.0.0.1 is refused: private"),
        ("http://169.254.169.254/latest/meta-data/", "link-local"),
        ("http://[::1]/feed", "no global unicast"),
        ("http://user:secret@127.0.0.1/feed", "user or password"),
        ("http://127.0.0.2:22/", "port 22"),
        ("http://", "in a loop"),
    ],
)
def test_redirects_that_lead_astray_are_refused(server: Server, target: str, reason: str) -> None:
    """Row 26: loops, endless chains, other schemes, private addresses: each hop goes through the same door."""
    for here, there in ("ab", "bc", "cd", "de", "ef", "fg"):
        server.answers(to(f"/{there}", 302), path=f"/{here}")
    reader = reader_of(server.answers(to(target)))

    found = reader.poll()

    assert found.outcome == "failed"
    assert reason in found.error


def test_410_ends_it_with_a_notice(server: Server) -> None:
    """Row 27: disabled, said once, and never asked again."""
    reader = reader_of(server.answers(GOOD, Reply(410)))

    found = [reader.poll() for _ in range(4)]

    assert [one.outcome for one in found] == ["new", "gone", "gone", "gone"]
    assert [one.incident.type for one in found if one.incident] == ["source.down"]
    assert len(server.asked) == 2


def test_404_is_tried_again(server: Server) -> None:
    """Row 27: active feeds do answer 404 and come back."""
    reader = reader_of(server.answers(GOOD, *[Reply(404)] * 20, Reply(200, TAG, rss("하나", "둘"))))

    found = [reader.poll() for _ in range(22)]

    assert (found[-2].outcome, found[-2].lasting, found[-1].outcome) == ("failed", True, "new")


@pytest.mark.parametrize("status", [401, 403])
def test_a_closed_door_is_left_alone_for_hours(server: Server, status: int) -> None:
    """Row 28: at least four hours, whatever the jitter draws."""
    for number in range(8):
        found = reader_of(server.answers(Reply(status), path=f"/{number}")).poll()

        assert found.state.next_at is not None
        assert timedelta(hours=4) <= found.state.next_at - NOON <= timedelta(hours=5)


def test_a_source_that_breaks_and_one_that_recovers_say_so_once(server: Server) -> None:
    """One incident each, however long it lasts: after three failures, not at the first."""
    reader = reader_of(server.answers(GOOD, *[Reply(500)] * 6, GOOD, GOOD, *[Reply(500)] * 4))

    found = [reader.poll() for _ in range(13)]

    said = [(number, one.incident.type) for number, one in enumerate(found) if one.incident]
    assert said == [(3, "source.down"), (7, "source.recovered"), (11, "source.down")]


def test_a_dead_line_of_our_own_is_no_ones_fault(server: Server) -> None:
    """When host after host cannot be reached, the sources keep their good names and are asked again soon."""
    sources = [Source("한빛일보", f"http://nowhere-{number}.invalid/feed") for number in range(8)]
    good = Source("한빛일보", server.answers(GOOD))

    async def days() -> tuple[list[FeedPoll], FeedPoll]:
        async with Client(settings()) as client:
            states: list[SourceState | None] = [None] * len(sources)
            found: list[FeedPoll] = []
            for day in range(4):
                now = NOON + timedelta(days=day)
                found = [await poll(client, source, state, now) for source, state in zip(sources, states, strict=True)]
                states = [one.state for one in found]
            return found, await poll(client, good, None, NOON)

    found, back = asyncio.run(days())

    assert all(one.incident is None and not one.state.down for one in found)
    assert {one.outcome for one in found} == {"failed"}
    assert back.outcome == "new"


def test_secrets_of_an_address_are_not_told(server: Server) -> None:
    """A key in the query of a feed goes neither into an incident nor into a note or an error."""
    reader = reader_of(server.answers(Reply(301, (("Location", "/gone?key=s3cret"),)), path="/feed?key=s3cret"))

    found = [reader.poll() for _ in range(4)]
    refused = reader_of(server.answers(to("http://10.0.0.1/?key=s3cret"), path="/other?key=s3cret")).poll()

    told = [str(one.incident) + one.error + one.note for one in [*found, refused]]
    assert any("source.down" in text for text in told)
    assert "s3cret" not in "".join(told)
