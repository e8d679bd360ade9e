from __future__ import annotations

import gzip
from datetime import timedelta

import pytest
from scripted_server import NOON, Reply, Server, reader_of, rss

ETAG, MODIFIED = 'W/"5f3a b"', "Mon, 1 Sep 2025 9:0:0 +0900"
BOTH = (("ETag", ETAG), ("Last-Modified", MODIFIED))


def sent(server: Server, path: str = "/feed") -> list[tuple[str | None, str | None]]:
    """Return the validators of each request for *path*, in order."""
    return [
        (asked.headers.get("if-none-match"), asked.headers.get("if-modified-since")) for asked in server.requests(path)
    ]


def test_validators_come_back_byte_for_byte(server: Server) -> None:
    """Row 1: quotes, W/, odd dates and bytes beyond ASCII are the server's business."""
    odd = 'W/"\xec\x95\x88  x"'
    reader = reader_of(
        server.answers(Reply(200, (("ETag", odd), ("Last-Modified", MODIFIED)), rss("하나")), Reply(304))
    )

    reader.poll()
    reader.poll()

    assert sent(server) == [(None, None), (odd, MODIFIED)]


def test_only_the_first_request_is_without_validators(server: Server) -> None:
    """Row 2: neither a restart nor another cadence nor an error in between costs the server a whole body."""
    replies = Reply(200, BOTH, rss("하나")), Reply(304), Reply(500), Reply(304), Reply(304)
    reader = reader_of(server.answers(*replies))

    for _ in range(5):
        reader.poll()

    assert sent(server) == [(None, None), *[(ETAG, MODIFIED)] * 4]


def test_the_same_body_with_new_validators_is_remembered_with_them(server: Server) -> None:
    """Row 3, 'touch': the third request sends the new ones, though nothing in the feed changed."""
    new = (("ETag", '"2"'), ("Last-Modified", "Tue, 02 Sep 2025 00:00:00 GMT"))
    reader = reader_of(server.answers(Reply(200, BOTH, rss("하나")), Reply(200, new, rss("하나")), Reply(304)))

    outcomes = [reader.poll().outcome for _ in range(3)]

    assert outcomes == ["new", "unchanged", "unchanged"]
    assert sent(server)[2] == ('"2"', "Tue, 02 Sep 2025 00:00:00 GMT")


def test_a_304_refreshes_what_it_carries_and_keeps_the_rest(server: Server) -> None:
    """Row 4, RFC 9111 4.3.4."""
    reader = reader_of(
        server.answers(Reply(200, BOTH, rss("하나")), Reply(304, (("ETag", '"2"'),)), Reply(304), Reply(304))
    )

    for _ in range(4):
        reader.poll()

    assert sent(server)[2:] == [('"2"', MODIFIED), ('"2"', MODIFIED)]


def test_validators_that_vanish_are_forgotten(server: Server) -> None:
    """Row 5."""
    reader = reader_of(
        server.answers(Reply(200, BOTH, rss("하나")), Reply(200, (), rss("둘")), Reply(200, (), rss("셋")))
    )

    for _ in range(3):
        reader.poll()

    assert sent(server)[2] == (None, None)


BAD = (("ETag", '"bad"'), ("Last-Modified", "Wed, 03 Sep 2025 00:00:00 GMT"))


@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, BAD, b"<html><body><h1>Login</h1></body></html>"),
        Reply(200, (*BAD, ("Content-Length", "5000")), rss("둘")),
        Reply(200, (*BAD, ("Content-Encoding", "gzip")), b"not gzip at all"),
        Reply(200, (*BAD, ("Content-Encoding", "gzip")), gzip.compress(rss("둘"))[:-12]),
        Reply(200, (*BAD, ("Content-Encoding", "br")), rss("둘")),
        Reply(200, BAD, rss(*["둘"] * 2000)),
        Reply(200, BAD, b""),
        Reply(204, BAD),
        Reply(206, BAD, rss("둘")),
        Reply(503, BAD),
    ],
    ids=["page", "cut", "no gzip", "cut gzip", "brotli", "oversize", "empty", "204", "206", "503"],
)
def test_validators_of_a_bad_answer_are_not_stored(server: Server, reply: Reply) -> None:
    """Rows 6, 7 and 29: else a later 304 would hide the real feed. The old ones stay, and so does the window."""
    good = Reply(200, BOTH, rss("하나"))
    reader = reader_of(server.answers(good, reply, Reply(304)), feed_bytes=100_000)

    reader.poll()
    failed = reader.poll()
    after = reader.poll()

    assert (failed.outcome, failed.entries) == ("failed", ())
    assert failed.error
    assert sent(server)[2] == (ETAG, MODIFIED)
    assert (after.outcome, after.listed) == ("unchanged", 1)


def test_validators_belong_to_the_address_that_gave_them(server: Server) -> None:
    """Row 8: asked at the old address, they are not shown to it; at the new one they are."""
    moved = Reply(302, (("Location", "/new"),))
    server.answers(Reply(200, BOTH, rss("하나")), Reply(304), path="/new")
    reader = reader_of(server.answers(moved))

    reader.poll()
    reader.poll()

    assert sent(server) == [(None, None), (None, None)]
    assert sent(server, "/new") == [(None, None), (ETAG, MODIFIED)]


def test_no_date_is_ever_invented(server: Server) -> None:
    """Row 9: a feed's own dates and our clock are no Last-Modified."""
    reader = reader_of(server.answers(Reply(200, (("ETag", ETAG),), rss("하나")), Reply(304)))

    reader.poll()
    reader.poll()

    assert sent(server)[1] == (ETAG, None)


def test_a_server_that_always_says_304_is_asked_in_full_once_a_week(server: Server) -> None:
    """Row 10: some servers say 304 for ever; one plain request after seven days of it, then seven days more."""
    reader = reader_of(
        server.answers(
            Reply(200, BOTH, rss("하나")), *[Reply(304)] * 7, Reply(200, BOTH, rss("하나", "둘")), Reply(304)
        )
    )

    outcomes = [reader.poll().outcome for _ in range(10)]

    assert [number for number, pair in enumerate(sent(server)) if pair == (None, None)] == [0, 8]
    assert outcomes[8:] == ["new", "unchanged"]


def test_a_304_that_nobody_asked_for_is_an_error(server: Server) -> None:
    """A 304 for a request without validators tells nothing."""
    found = reader_of(server.answers(Reply(304))).poll(timedelta(hours=1))

    assert (found.outcome, found.state.polled_at) == ("failed", NOON)


def test_a_weekly_probe_that_fails_is_put_off_by_a_day(server: Server) -> None:
    """Row 10: at most one request without validators a day, also when the server is down that day."""
    good = Reply(200, BOTH, rss("하나"))
    reader = reader_of(server.answers(good, *[Reply(304)] * 7, Reply(500), Reply(304), Reply(304), Reply(304)))

    for _ in range(8):
        reader.poll()
    for _ in range(3):
        reader.poll(after=timedelta(hours=9))
    last = reader.poll()

    assert [number for number, pair in enumerate(sent(server)) if pair == (None, None)] == [0, 8, 11]
    assert last.outcome == "unchanged", "a server that says 304 even then is believed for another week"


def test_a_feed_that_ends_in_the_middle_is_read_but_not_remembered(server: Server) -> None:
    """Row 6: what came is kept, and the next request is the old one, so that the rest comes once the server is well."""
    cut = rss("하나", "둘", "셋")[:-120]
    whole = Reply(200, (("ETag", '"3"'),), rss("하나", "둘", "셋"))
    reader = reader_of(server.answers(Reply(200, BOTH, rss("하나")), Reply(200, BAD, cut), Reply(200, BAD, cut), whole))

    found = [reader.poll() for _ in range(4)]

    assert sent(server)[1:] == [(ETAG, MODIFIED)] * 3
    assert [[entry.title for entry in one.entries] for one in found] == [["하나"], ["둘"], [], ["셋"]]
    assert found[1].note == "the feed ends in the middle"
