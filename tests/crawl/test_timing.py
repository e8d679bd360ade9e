from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import NOON, Reply, Server, reader_of, rss, second_server, settings

from monitor.crawl.client import Client
from monitor.crawl.feeds import poll
from monitor.crawl.timing import PollHistory, next_poll, retry_after_s, wait_asked_s
from monitor.model import FeedPoll, Source, SourceState

HOUR = timedelta(hours=1)
NEWS = PollHistory(every_s=900, least_s=600, most_s=86_400, interval_s=900, brought_news=True)
QUIET = replace(NEWS, brought_news=False)
TAG = (("ETag", '"1"'),)


def wait_after(reply: Reply, server: Server, **changes: object) -> timedelta:
    """Return how long a reader waits after *reply*, by the wall clock."""
    found = reader_of(server.answers(reply), **changes).poll()
    assert found.state.next_at is not None
    return found.state.next_at - NOON


def test_a_feed_is_not_asked_within_the_minimum(server: Server) -> None:
    """Row 11: neither after a restart nor by a click on 'refresh now'."""
    reader = reader_of(server.answers(Reply(200, TAG, rss("하나"))), least_s=600.0)

    reader.poll(after=timedelta(minutes=9))
    again = reader.poll()

    assert (again.outcome, len(server.requests())) == ("unchanged", 1)
    assert "too recently" in again.note


@pytest.mark.parametrize("step", [timedelta(days=400), timedelta(days=-400)], ids=["ahead", "back"])
def test_a_wall_clock_that_steps_asks_nothing_sooner(server: Server, step: timedelta) -> None:
    """Row 11: within one process the minimum is measured by a clock that does not step."""
    source = Source("한빛일보", server.answers(Reply(200, TAG, rss("하나"))))

    async def twice() -> FeedPoll:
        async with Client(settings(least_s=600.0)) as client:
            first = await poll(client, source, None, NOON)
            return await poll(client, source, first.state, NOON + step)

    again = asyncio.run(twice())

    assert len(server.requests()) == 1
    assert again.state.next_at is not None
    assert again.state.next_at - (NOON + step) <= timedelta(seconds=600)


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ((("Cache-Control", "max-age=7200"),), 7200),
        ((("Cache-Control", "public, max-age=7200"), ("Age", "600")), 6600),
        ((("Cache-Control", "max-age=7200"), ("Expires", "Tue, 25 May 2021 09:46:00 GMT")), 7200),
        ((("Cache-Control", "no-cache, max-age=7200"),), 900),
        ((("Cache-Control", "max-age=0"),), 900),
        ((("Cache-Control", "max-age=60"),), 900),
        ((("Cache-Control", "max-age=99999999999"),), 86_400),
        ((("Cache-Control", "max-age=soon"),), 900),
        ((("Expires", "Tue, 25 May 2021 06:46:00 GMT"), ("Date", "Tue, 25 May 2021 04:46:00 GMT")), 7200),
        ((("Expires", "Tue, 25 May 2031 06:46:00 GMT"), ("Date", "Tue, 25 May 2031 04:46:00 GMT")), 7200),
        ((("Expires", "0"),), 900),
        ((("Expires", "Thu, 01 Jan 1970 00:00:00 GMT"),), 900),
    ],
)
@pytest.mark.parametrize("status", [200, 304])
def test_a_server_says_how_long_its_answer_is_fresh(
    server: Server, headers: tuple[tuple[str, str], ...], wait_s: int, status: int
) -> None:
    """Row 12: max-age less Age, on 200 and on 304; Expires only without it, by the server's own clock; capped."""
    body = rss("하나") if status == 200 else b""
    reader = reader_of(server.answers(Reply(200, TAG, rss("하나")), Reply(status, (*TAG, *headers), body)))
    reader.poll()
    asked_at = reader.now

    found = reader.poll()

    assert found.state.next_at is not None
    waited_s = (found.state.next_at - asked_at).total_seconds()
    assert waited_s == (wait_s if wait_s > 900 else 1350), "a quiet feed waits half as long again"


@pytest.mark.parametrize(
    ("extra", "wait"),
    [
        ("<ttl>60</ttl>", HOUR),
        ("<ttl>0</ttl>", timedelta(minutes=15)),
        ("<ttl>1</ttl>", timedelta(minutes=15)),
        ("<ttl>5256000</ttl>", timedelta(days=1)),
        ("<ttl>soon</ttl>", timedelta(minutes=15)),
        ('<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod>', HOUR),
        ("<skipHours><hour>5</hour><hour>6</hour></skipHours>", timedelta(hours=2, minutes=14)),
        ("<skipDays><day>Tuesday</day></skipDays>", timedelta(hours=19, minutes=14)),
        ("<skipHours>" + "".join(f"<hour>{hour}</hour>" for hour in range(24)) + "</skipHours>", timedelta(minutes=15)),
    ],
)
def test_a_feed_says_how_often_it_is_to_be_asked(server: Server, extra: str, wait: timedelta) -> None:
    """Row 13: ttl, skipHours and skipDays in GMT, sy:updatePeriod; what is absurd is not taken at its word."""
    assert wait_after(Reply(200, TAG, rss("하나", extra=extra)), server) in {wait, wait + timedelta(minutes=1)}


def test_what_a_feed_asks_for_holds_after_a_304(server: Server) -> None:
    """Row 13: the ttl of the last body counts until another body comes."""
    reader = reader_of(server.answers(Reply(200, TAG, rss("하나", extra="<ttl>180</ttl>")), Reply(304)))
    reader.poll()
    asked_at = reader.now

    assert reader.poll().state.next_at == asked_at + 3 * HOUR


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ((("Retry-After", "3600"),), HOUR, HOUR),
        ((("Retry-After", "Tue, 25 May 2021 05:46:00 GMT"), ("Date", "Tue, 25 May 2021 04:46:00 GMT")), HOUR, HOUR),
        ((("Retry-After", "Tue, 25 May 2031 06:46:00 GMT"), ("Date", "Tue, 25 May 2031 05:46:00 GMT")), HOUR, HOUR),
        ((), HOUR, 1.2 * HOUR),
        ((("Retry-After", "999999999"),), timedelta(days=31), timedelta(days=31)),
        ((("Retry-After", "-5"),), HOUR, 1.2 * HOUR),
        ((("Retry-After", "soon"),), HOUR, 1.2 * HOUR),
    ],
)  # fmt: skip
def test_429_closes_the_whole_host(
    server: Server, headers: tuple[tuple[str, str], ...], least: timedelta, most: timedelta
) -> None:
    """Row 14: no request to any feed of the host until then, nor after a restart; the source is not called broken."""
    first = Source("한빛일보", server.answers(Reply(429, headers)))
    other = Source("한빛일보", server.answers(Reply(200, TAG, rss("하나")), path="/other"))

    async def both() -> tuple[FeedPoll, FeedPoll]:
        async with Client(settings()) as client:
            return await poll(client, first, None, NOON), await poll(client, other, None, NOON)

    async def restarted(state: SourceState) -> FeedPoll:
        async with Client(settings(), recalled=[state], now=NOON) as client:
            return await poll(client, other, None, NOON)

    refused, waiting = asyncio.run(both())
    later = asyncio.run(restarted(refused.state))

    assert refused.state.next_at is not None
    assert least <= refused.state.next_at - NOON <= most
    assert (waiting.outcome, later.outcome, server.requests("/other")) == ("unchanged", "unchanged", [])
    assert waiting.state.next_at is not None
    assert abs(waiting.state.next_at - refused.state.next_at) < timedelta(seconds=5)
    assert waiting.state.failures == 0


def test_503_makes_that_feed_wait_alone(server: Server) -> None:
    """Row 15: one overloaded feed of a host says nothing of the others."""
    first = Source("한빛일보", server.answers(Reply(503, (("Retry-After", "7200"),))))
    other = Source("한빛일보", server.answers(Reply(200, TAG, rss("하나")), path="/other"))

    async def both() -> tuple[FeedPoll, FeedPoll]:
        async with Client(settings()) as client:
            return await poll(client, first, None, NOON), await poll(client, other, None, NOON)

    refused, listed = asyncio.run(both())

    assert refused.state.next_at is not None
    assert refused.state.next_at - NOON == 2 * HOUR
    assert listed.outcome == "new"


def test_failures_back_off_and_the_first_success_restores_the_cadence(server: Server) -> None:
    """Row 16: growing with jitter, under a cap, never for ever."""
    good = Reply(200, TAG, rss("하나"))
    reader = reader_of(server.answers(good, *[Reply(500)] * 12, Reply(200, TAG, rss("둘", first=2))))
    reader.poll()
    waits = []
    for _ in range(12):
        asked_at = reader.now
        next_at = reader.poll().state.next_at
        assert next_at is not None
        waits.append((next_at - asked_at).total_seconds())
    asked_at = reader.now
    back = reader.poll()

    assert 720 <= waits[0] <= 1080
    assert all(2 * 0.8 / 1.2 <= later / earlier <= 2 * 1.2 / 0.8 for earlier, later in pairwise(waits[:6]))
    assert max(waits) <= 1.2 * 86_400
    assert len({round(wait / 900 / 2**number, 6) for number, wait in enumerate(waits[:6])}) == 6, "jitter"
    assert back.state.next_at == asked_at + timedelta(minutes=15)


def test_many_due_feeds_of_one_host_are_asked_one_after_the_other(server: Server) -> None:
    """Row 17: at most two connections a host, and a pause between starts, also when all are due at once."""
    sources = [Source("한빛일보", server.answers(Reply(200, TAG, rss("하나")), path=f"/{n}")) for n in range(8)]

    async def all_at_once() -> None:
        async with Client(settings(host_pause_s=0.1)) as client:
            await asyncio.gather(*(poll(client, source, None, NOON) for source in sources))

    asyncio.run(all_at_once())
    starts = [asked.at for asked in server.asked]

    assert len(starts) == 8
    assert server.most_open <= 2
    assert min(later - earlier for earlier, later in pairwise(starts)) >= 0.08


def test_a_subscription_costs_one_request(server: Server) -> None:
    """Row 18: no guesses at favicons or other feeds."""
    reader_of(server.answers(Reply(200, TAG, rss("하나")))).poll()

    assert [asked.path for asked in server.asked] == ["/feed"]


@pytest.mark.parametrize(("conditional", "rests"), [(True, HOUR), (False, timedelta(hours=23))])
def test_a_feed_without_news_is_asked_ever_more_rarely(*, conditional: bool, rests: timedelta) -> None:
    """Row 19: a quiet feed with validators at most hourly before long, one without at most daily."""
    history, now = replace(QUIET, conditional=conditional), NOON
    for _ in range(8):
        due = next_poll(now, history)
        history = replace(history, interval_s=(due - now).total_seconds())
        now = due

    assert timedelta(seconds=history.interval_s) >= rests


@pytest.mark.parametrize(
    ("history", "wait_s"),
    [
        (NEWS, 900),
        (replace(NEWS, interval_s=7200), 900),
        (QUIET, 1350),
        (replace(NEWS, overlap=0.2), 600),
        (replace(NEWS, every_s=3600, interval_s=3600, overlap=0.2), 1800),
        (replace(NEWS, every_s=3600, interval_s=3600, overlap=0.9, window_s=2400), 1200),
        (replace(QUIET, every_s=3600, interval_s=3600, window_s=60), 600),
        (replace(NEWS, interval_s=0), 900),
    ],
    ids=["news", "news again", "no news", "rolling", "rolling slowly", "short window", "very short window", "first"],
)
def test_the_interval_follows_the_news(history: PollHistory, wait_s: int) -> None:
    """A busy outlet's window never rolls over unseen, within the minimum; a quiet one is asked rarely."""
    assert next_poll(NOON, history) == NOON + timedelta(seconds=wait_s)


@given(
    st.builds(
        PollHistory,
        every_s=st.floats(60, 86_400),
        least_s=st.floats(0, 3600),
        most_s=st.floats(3600, 86_400),
        interval_s=st.floats(0, 1e9),
        failures=st.integers(0, 10_000),
        status=st.sampled_from([None, 200, 304, 401, 403, 404, 429, 500, 503]),
        brought_news=st.booleans(),
        conditional=st.booleans(),
        overlap=st.none() | st.floats(0, 1),
        window_s=st.none() | st.floats(0, 1e9),
        hold_s=st.floats(0, 1e12),
        skip_hours=st.frozensets(st.integers(0, 23)),
        skip_days=st.frozensets(st.integers(0, 6)),
        key=st.text(max_size=5),
    )
)
def test_the_next_poll_is_never_too_soon_and_never_never(history: PollHistory) -> None:
    """Whatever happened, the wait is at least the minimum and ends within 40 days."""
    wait_s = (next_poll(NOON, history) - NOON).total_seconds()

    assert history.least_s - 1e-3 <= wait_s <= 40 * 86_400


def test_waits_are_measured_by_the_servers_own_clock() -> None:
    """A server whose clock is a year off still says 'two hours'."""
    its_now = datetime(2031, 5, 25, 5, 0, tzinfo=UTC)
    headers = {"date": its_now.strftime("%a, %d %b %Y %H:%M:%S GMT"), "expires": "Sun, 25 May 2031 07:00:00 GMT"}

    assert wait_asked_s(headers, NOON) == 7200
    assert retry_after_s(headers | {"retry-after": "Sun, 25 May 2031 06:00:00 GMT"}, NOON) == 3600


def test_what_a_server_calls_fresh_holds_after_a_304_that_does_not_say(server: Server) -> None:
    """Row 12, RFC 9111 4.3.4: a 304 replaces what it carries and leaves the rest as it was stored."""
    fresh = Reply(200, (*TAG, ("Cache-Control", "max-age=7200")), rss("하나"))
    reader = reader_of(server.answers(fresh, Reply(304), Reply(304, (("Cache-Control", "max-age=10800"),))))
    waits = []
    for _ in range(3):
        asked_at = reader.now
        next_at = reader.poll().state.next_at
        assert next_at is not None
        waits.append(next_at - asked_at)

    assert waits == [2 * HOUR, 2 * HOUR, 3 * HOUR]


def test_429_holds_the_host_that_said_so(server: Server) -> None:
    """Row 14: after a redirect that is another than the source's, also for a later run."""
    with second_server() as other:
        moved = Source("한빛일보", server.answers(Reply(302, (("Location", other.url()),))))
        other.answers(Reply(429, (("Retry-After", "3600"),)))
        beside = Source("누리경제", other.answers(Reply(200, TAG, rss("하나")), path="/beside"))
        at_home = Source("한빛일보", server.answers(Reply(200, TAG, rss("하나")), path="/home"))

        async def ask(state: SourceState | None, *sources: Source) -> list[FeedPoll]:
            async with Client(settings(), recalled=[state] if state else [], now=NOON) as client:
                return [await poll(client, source, None, NOON) for source in sources]

        refused, *found = asyncio.run(ask(None, moved, beside, at_home))
        later = asyncio.run(ask(refused.state, beside, at_home))

    assert [one.outcome for one in found] == ["unchanged", "new"]
    assert [one.outcome for one in later] == ["unchanged", "new"]
    assert other.requests("/beside") == []
