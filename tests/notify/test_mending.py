"""What people can do when an alert was wrong, did not arrive, or should not be sent now."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from alert_scenes import (
    NOON,
    Answer,
    audience,
    change,
    parameters,
    post_to,
    receiving,
    states,
    write,
)
from sqlmodel import select

from monitor.model import Change, Subscription
from monitor.pipeline.tell import Teller, tell
from monitor.store import outbox, told
from monitor.store.database import Database
from monitor.store.tables import AlertRow, DeliveryRow


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
    """`resend` gives a dead alert its tries anew, under its old id: the first may fail again."""
    with receiving(*[Answer(500)] * 11, Answer()) as receiver:
        post, now = post_to(database, desk=receiver.url), NOON
        write(database, "c1")
        for _ in range(10):
            asyncio.run(tell(post, now, lambda: 0.0))
            now += timedelta(days=1)
        dead = states(database)
        with database.writing() as session:
            told.resend(session, now, channel="desk")
        for _ in range(2):
            asyncio.run(tell(post, now, lambda: 0.0))
            now += timedelta(seconds=5)

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


def told_of(database: Database, *found: Change, who: Subscription, wrong: Change | None = None) -> list[str]:
    """Give changes one after another, an hour apart, and take *wrong* back after it was told; return who was told."""
    everyone, now = audience(who), NOON
    with receiving() as receiver:
        for each in found:
            with database.writing() as session:
                outbox.add(session, [replace(each, said_at=now, found_at=now)], everyone, now)
            asyncio.run(tell(post_to(database, desk=receiver.url), now))
            if each is wrong:
                with database.writing() as session:
                    outbox.retract(session, each, "misprint", now)
            now += timedelta(hours=1)
    with database.reading() as session:
        return [row.alert.changes[0].id for row in session.exec(select(AlertRow)) if row.type != "figure.retracted"]


def test_a_wrong_value_is_no_measure_for_the_next(database: Database) -> None:
    """100 to 200 is taken back: 100 to 190 is news for who wants a tenth, and no step of a twentieth from 200."""
    wrong = change("wrong", "raised", parameters(100), parameters(200))
    real = change("real", "raised", parameters(100), parameters(190))
    tenth = Subscription("all", "desk", least_ratio=Decimal("0.1"))

    assert told_of(database, wrong, real, who=tenth, wrong=wrong) == ["wrong", "real"]


def test_a_wrong_value_that_came_true_is_told(database: Database) -> None:
    """Who was told that 200 was wrong hears of 200 when it is announced."""
    wrong = change("wrong", "raised", parameters(100), parameters(200))
    late = change("late", "raised", parameters(100), parameters(200))

    assert told_of(database, wrong, late, who=Subscription("all", "desk"), wrong=wrong) == ["wrong", "late"]


def test_after_a_wrong_value_the_one_before_is_the_last_heard(database: Database) -> None:
    """Told 100 to 120, then 200 by mistake: the next is measured against 120."""
    good = change("good", "raised", parameters(100), parameters(120))
    wrong = change("wrong", "raised", parameters(120), parameters(200))
    little = change("little", "raised", parameters(120), parameters(125))
    tenth = Subscription("all", "desk", least_ratio=Decimal("0.1"))

    assert told_of(database, good, wrong, little, who=tenth, wrong=wrong) == ["good", "wrong"]


def test_what_arrives_while_it_is_taken_back_is_taken_back_there_too(database: Database) -> None:
    """A slow receiver has the alert in hand when a person finds it wrong: it hears both, in order."""

    async def take_back_on_the_way() -> None:
        teller = Teller(post, lambda: NOON)
        await teller.start_due()
        while not receiver.got:  # noqa: ASYNC110 - a thread receives
            await asyncio.sleep(0.01)
        with database.writing() as session:
            outbox.retract(session, change(), "misprint", NOON)
        await teller.finish()
        await teller.close()

    with receiving(Answer(after_s=0.5)) as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1")
        asyncio.run(take_back_on_the_way())

    assert [got.json["type"] for got in receiver.got] == ["figure.lowered", "figure.retracted"]
    assert states(database) == ["delivered", "delivered"]


def test_a_retraction_comes_before_what_is_right(database: Database) -> None:
    """The correction of a figure that was taken back waits until the receiver has the retraction."""
    with receiving(Answer(), Answer(500), Answer()) as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1", series="s")
        asyncio.run(tell(post, NOON))
        with database.writing() as session:
            outbox.retract(session, change("c1", series="s"), "misprint", NOON)
            outbox.add(session, [change("c2", series="s")], audience(), NOON)
        for minutes in (0, 30, 60):
            asyncio.run(tell(post, NOON + timedelta(minutes=minutes)))

    assert [got.json["type"] for got in receiver.got] == ["figure.lowered", *["figure.retracted"] * 2, "figure.lowered"]
