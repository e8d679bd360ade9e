"""From the outbox to receivers on loopback that answer by a script."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from alert_scenes import (
    NOON,
    SECRET,
    Answer,
    Receiver,
    audience,
    change,
    free_port,
    parameters,
    post_to,
    receiving,
    source,
    states,
    write,
)
from sqlmodel import select
from standardwebhooks import Webhook

from monitor.model import Incident, Subscription
from monitor.notify.delivery import SCHEDULE
from monitor.pipeline.tell import Teller, tell
from monitor.store import outbox
from monitor.store.database import Database
from monitor.store.tables import AlertRow, ChannelRow


def test_a_change_reaches_the_webhook_signed(database: Database) -> None:
    """The reference library verifies what we send, and the body says what changed."""
    with receiving() as receiver:
        write(database, "c1")

        assert asyncio.run(tell(post_to(database, desk=receiver.url), NOON)) == 1
        got = receiver.got[0]

    event = got.json
    signature = Webhook(SECRET).sign(got.id, NOON, got.body.decode())

    assert got.headers["webhook-signature"] == signature
    assert event["type"] == "figure.lowered"
    assert event["data"]["sentence"]["ko"].endswith("계획 6000억 개 → 공개 3000억 개 (−50%)")
    assert states(database) == ["delivered"]


def test_the_same_change_found_again_is_told_once(database: Database) -> None:
    """A change that is asked about again makes no second alert."""
    with receiving() as receiver:
        for _ in range(3):
            write(database, "c1")
            asyncio.run(tell(post_to(database, desk=receiver.url), NOON))

        assert len(receiver.got) == 1


def test_tries_follow_the_schedule_then_the_dead_letters(database: Database) -> None:
    """A receiver that never answers well is tried ten times, with at most a fifth of jitter, under one id."""
    with receiving(Answer(500)) as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1")
        now, tried = NOON, []
        for _ in range(12):
            if asyncio.run(tell(post, now, lambda: 0.5)):
                tried.append(now)
            with database.reading() as session:
                row = session.exec(select(AlertRow)).one()
            if row.next_at is None:
                break
            now = row.next_at

        assert [later - earlier for earlier, later in pairwise(tried)] == [wait * 1.1 for wait in SCHEDULE]
        assert len({got.id for got in receiver.got}) == 1
        assert len({got.headers["webhook-timestamp"] for got in receiver.got}) == len(tried)
        assert states(database) == ["dead"]


def test_a_receiver_that_was_down_for_a_day_gets_all_in_order(database: Database) -> None:
    """What happened while the receiver was down arrives when it is back, each once, a series in its order."""
    port = free_port()
    post = post_to(database, desk=f"http://127.0.0.1:{port}/hook")
    now = NOON
    for hour in range(24):
        with database.writing() as session:
            raised = change(f"c{hour}", "raised", parameters(100 + hour), parameters(101 + hour), said_at=now)
            outbox.add(session, [raised], audience(), now)
        asyncio.run(tell(post, now, lambda: 0.5))
        now += timedelta(hours=1)
    receiver = Receiver((Answer(),), port)
    try:
        for _ in range(24):
            asyncio.run(tell(post, now, lambda: 0.5))
            now += timedelta(hours=1)
    finally:
        receiver.close()

    assert [got.json["data"]["change"] for got in receiver.got] == [f"c{hour}" for hour in range(24)]


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_a_redirect_is_a_failure(database: Database, code: int) -> None:
    """3xx is not followed: the next address may be anybody's."""
    with receiving() as other, receiving(Answer(code, {"location": other.url})) as receiver:
        write(database, "c1")
        asyncio.run(tell(post_to(database, desk=receiver.url), NOON))

        assert other.got == []
        assert states(database) == ["waiting"]


@pytest.mark.parametrize("code", [429, 503])
def test_retry_after_is_obeyed_for_the_whole_channel(database: Database, code: int) -> None:
    """A receiver that asks for an hour is left alone for an hour, then gets everything."""
    with receiving(Answer(code, {"retry-after": "3600"}), Answer()) as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1")
        asyncio.run(tell(post, NOON))
        write(database, "c2")

        assert asyncio.run(tell(post, NOON + timedelta(minutes=59))) == 0
        assert asyncio.run(tell(post, NOON + timedelta(minutes=61))) == 2
        assert states(database) == ["delivered", "delivered"]


def test_gone_disables_the_channel_and_keeps_its_alerts(database: Database) -> None:
    """410 ends the channel and says so; what waits for it stays, for the day when a person opens it again."""
    with receiving(Answer(410)) as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1")
        asyncio.run(tell(post, NOON))
        write(database, "c2")

        assert asyncio.run(tell(post, NOON + timedelta(days=1))) == 0
    with database.reading() as session:
        channel = session.get(ChannelRow, "desk")

    assert channel is not None
    assert channel.shut_at == NOON
    assert "410" in channel.reason
    assert states(database) == ["waiting", "waiting"]


def test_a_receiver_that_answers_after_15_s_blocks_none(database: Database) -> None:
    """While one receiver thinks, and another drops every connection, the third has everything."""
    with receiving(Answer(after_s=15)) as slow, receiving() as quick:
        dead = f"http://127.0.0.1:{free_port()}/hook"
        post = post_to(database, slow=slow.url, dead=dead, quick=quick.url)
        everyone = audience(
            *(Subscription(name, name) for name in ("slow", "dead", "quick")), channels=post.audience.channels
        )
        with database.writing() as session:
            for number in range(30):
                outbox.add(session, [change(str(number), series=str(number))], everyone, NOON)

        async def until_quick_has_all() -> int:
            teller = Teller(post, lambda: NOON)
            while len(quick.got) < 30:  # the slow one needs 75 s for its thirty
                await teller.start_due()
                await asyncio.sleep(0.05)
            asked = len(slow.got)
            await teller.close(0.1)
            return asked

        assert asyncio.run(until_quick_has_all()) < 30


def test_what_waited_for_one_digest_is_one_message(database: Database) -> None:
    """Ten changes of a day are one message in the morning, marked as such, and nothing is sent before."""
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url)
        daily = audience(Subscription("all", "desk", digest="daily"), channels=post.audience.channels)
        with database.writing() as session:
            for number in range(10):
                outbox.add(session, [change(str(number), series=str(number))], daily, NOON)

        assert asyncio.run(tell(post, NOON + timedelta(hours=18))) == 0
        assert asyncio.run(tell(post, NOON + timedelta(hours=19))) == 1
        event = receiver.got[0].json

    assert (event["type"], event["data"]["count"]) == ("figure.digest", 10)
    assert states(database) == ["absorbed"] * 10 + ["delivered"]


def test_ten_copies_within_the_wait_are_one_message_with_a_count(database: Database) -> None:
    """While the wait lasts, outlets that carry the same change are added to its one alert."""
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url)
        patient = audience(Subscription("all", "desk", wait_minutes=5), channels=post.audience.channels)
        for number in range(1, 11):
            copies = tuple(source(f"매체{n}", n) for n in range(number))
            with database.writing() as session:
                outbox.add(session, [change(sources=copies)], patient, NOON + timedelta(seconds=20 * number))
        asyncio.run(tell(post, NOON + timedelta(minutes=10)))

    assert [got.json["data"]["outlets"] for got in receiver.got] == [10]


def test_the_end_of_a_channel_is_told_on_the_others(database: Database) -> None:
    """410 is said where people still listen."""
    with receiving(Answer(410)) as gone, receiving() as other:
        post = post_to(database, gone=gone.url, other=other.url)
        subscriptions = (Subscription("a", "gone"), Subscription("b", "other", kinds=("channel.disabled",)))
        post = replace(post, audience=audience(*subscriptions, channels=post.audience.channels))
        with database.writing() as session:
            outbox.add(session, [change()], post.audience, NOON)
        asyncio.run(tell(post, NOON))

    assert [got.json["type"] for got in other.got] == ["channel.disabled"]
    assert other.got[0].json["data"]["incident"]["subject"] == "gone"


def test_chats_are_sent_to_at_their_pace(database: Database) -> None:
    """A channel of 120 messages a minute gets them half a second apart."""
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url)
        slack = replace(post.audience.channels[0], kind="slack", rate_per_minute=120)
        write(database, "c1", "c2", "c3")
        began = time.monotonic()
        asyncio.run(tell(replace(post, audience=audience(channels=(slack,))), NOON))

        assert time.monotonic() - began > 1.0
        assert [got.json["blocks"][0]["type"] for got in receiver.got] == ["header"] * 3


def test_a_crowd_on_a_chat_is_one_message(database: Database) -> None:
    """When more than five alerts wait for a chat, people get one message with all of them; programs get each."""
    with receiving() as people, receiving() as programs:
        post = post_to(database, people=people.url, programs=programs.url)
        chat, webhook = post.audience.channels
        everyone = audience(
            Subscription("a", "people"), Subscription("b", "programs"), channels=(replace(chat, kind="jandi"), webhook)
        )
        with database.writing() as session:
            for number in range(7):
                outbox.add(session, [change(str(number), series=str(number))], everyone, NOON)
        asyncio.run(tell(replace(post, audience=everyone), NOON))

    assert [got.json["body"].splitlines()[0] for got in people.got] == ["변경 모음 · 7건"]
    assert len(programs.got) == 7


def test_an_outage_of_our_own_network_makes_no_flood(database: Database) -> None:
    """Who has not heard that twenty sources are down is not told of it, nor of their return, once all is well."""
    with database.writing() as session:
        for kind in ("source.down", "source.recovered"):
            for number in range(20):
                outbox.add_incident(session, Incident(kind, f"매체{number}", "no route", NOON), audience(), NOON)
    with receiving() as receiver:
        asyncio.run(tell(post_to(database, desk=receiver.url), NOON))

    assert receiver.got == []
