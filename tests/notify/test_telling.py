"""From the outbox to receivers on loopback that answer by a script."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from alert_scenes import NOON, SECRET, Answer, Receiver, audience, change, parameters, post_to, receiving
from sqlmodel import col, select
from standardwebhooks import Webhook

from monitor.notify.delivery import SCHEDULE
from monitor.pipeline.tell import tell
from monitor.store import outbox
from monitor.store.database import Database, open_database
from monitor.store.tables import AlertRow, ChannelRow, DeliveryRow


@pytest.fixture
def database() -> Iterator[Database]:
    """Return a fresh store in memory."""
    opened = open_database("sqlite://")
    yield opened
    opened.close()


def write(database: Database, *names: str, **more: Any) -> None:
    """Write alerts for changes of these names, each of a series of its own unless told otherwise."""
    with database.writing() as session:
        for name in names:
            outbox.add(session, [change(name, **{"series": name, **more})], audience(), NOON)


def states(database: Database) -> list[str]:
    """Return the states of all alerts, in order of making."""
    with database.reading() as session:
        return [row.state for row in session.exec(select(AlertRow).order_by(col(AlertRow.pk)))]


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


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


def test_an_internal_address_must_be_named(database: Database) -> None:
    """Without `allow` a webhook to a private address is refused, and the refusal can be seen."""
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url)
        closed = replace(post, audience=audience(channels=(replace(post.audience.channels[0], allow=()),)))
        write(database, "c1")
        asyncio.run(tell(closed, NOON))

        assert receiver.got == []
    with database.reading() as session:
        tried = session.exec(select(DeliveryRow)).one()

    assert "refused" in tried.error
