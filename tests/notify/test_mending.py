"""What people can do when an alert was wrong, did not arrive, or should not be sent now."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

from alert_scenes import (
    NOON,
    Answer,
    audience,
    change,
    post_to,
    receiving,
    states,
    write,
)
from sqlmodel import select

from monitor.model import Subscription
from monitor.pipeline.tell import tell
from monitor.store import outbox, told
from monitor.store.database import Database
from monitor.store.tables import DeliveryRow


def test_a_wrong_alert_is_taken_back(database: Database) -> None:
    """Who got an alert gets its retraction with the reason; who had it waiting gets neither."""
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url)
        everyone = audience(
            Subscription("now", "desk"),
            Subscription("weekly", "desk", digest="weekly"),
            channels=post.audience.channels,
        )
        with database.writing() as session:
            outbox.add(session, [change()], everyone, NOON)
        asyncio.run(tell(post, NOON))
        with database.writing() as session:
            outbox.retract(session, change(), "the outlet misprinted", NOON)
        asyncio.run(tell(post, NOON + timedelta(days=8)))
        first, second = (got.json for got in receiver.got)

    assert (first["type"], second["type"]) == ("figure.lowered", "figure.retracted")
    assert second["data"]["retraction"] == {"reason": "the outlet misprinted"}
    assert second["data"]["change"] == first["data"]["change"]


def test_a_dead_letter_can_be_sent_again(database: Database) -> None:
    """`resend` gives a dead alert its tries anew, under its old id."""
    with receiving(*[Answer(500)] * 10, Answer()) as receiver:
        post, now = post_to(database, desk=receiver.url), NOON
        write(database, "c1")
        for _ in range(10):
            asyncio.run(tell(post, now, lambda: 0.0))
            now += timedelta(days=1)
        dead = states(database)
        with database.writing() as session:
            told.resend(session, now, channel="desk")
        asyncio.run(tell(post, now))

        assert (dead, states(database)) == (["dead"], ["delivered"])
        assert len({got.id for got in receiver.got}) == 1


def test_a_channel_that_was_shut_can_be_opened(database: Database) -> None:
    """After 410 nothing is sent until a person opens the channel; then what waited goes out."""
    with receiving(Answer(410), Answer()) as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1", "c2")
        asyncio.run(tell(post, NOON))
        with database.writing() as session:
            told.reopen(session, "desk", NOON)
        asyncio.run(tell(post, NOON + timedelta(days=1)))

    assert states(database) == ["delivered", "delivered"]


def test_a_pause_holds_what_is_made_meanwhile(database: Database) -> None:
    """A paused channel gets nothing until the pause ends, then everything."""
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1")
        with database.writing() as session:
            told.pause(session, "desk", NOON + timedelta(hours=2), "maintenance")

        assert asyncio.run(tell(post, NOON + timedelta(hours=1))) == 0
        assert asyncio.run(tell(post, NOON + timedelta(hours=3))) == 1


def test_a_secret_that_is_not_there_is_said_and_tried_again(database: Database) -> None:
    """Without its address a channel says which variable to set; once it is set, the alert leaves."""
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1")
        asyncio.run(tell(replace(post, environ={}), NOON))
        with database.reading() as session:
            tried = session.exec(select(DeliveryRow)).one()
        asyncio.run(tell(post, NOON + timedelta(minutes=1)))

        assert "set the environment variable URL_desk" in tried.error
        assert len(receiver.got) == 1


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
