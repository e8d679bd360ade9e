"""Answers and channels that should not be: each costs its own alerts some tries, and nobody else anything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from alert_scenes import NOON, Answer, audience, change, post_to, receiving, states, write
from sqlmodel import Session, col, select

from monitor.model import Subscription
from monitor.notify.delivery import LONGEST_WAIT, retry_after
from monitor.pipeline.tell import LANE, Result, Teller, tell, try_channel
from monitor.store import outbox
from monitor.store.database import Database
from monitor.store.tables import DeliveryRow


def errors(database: Database) -> list[str]:
    """Return what was said of each try."""
    with database.reading() as session:
        return [row.error for row in session.exec(select(DeliveryRow).order_by(col(DeliveryRow.at)))]


@pytest.mark.parametrize(
    "header", ["9" * 400, "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 -2359"]
)
def test_a_wait_of_ages_is_a_day(header: str) -> None:
    """A Retry-After that no calendar holds is obeyed as far as we ever wait."""
    assert retry_after(header, NOON) in {LONGEST_WAIT.total_seconds(), None}


def test_an_answer_that_asks_for_ages_is_written_down_and_left_alone(database: Database) -> None:
    """Who says Retry-After: 10^20 is tried again after a day, not each second."""
    with receiving(Answer(503, {"retry-after": "1" + "0" * 20}), Answer()) as receiver:
        post = post_to(database, desk=receiver.url)
        write(database, "c1")
        asyncio.run(tell(post, NOON))

        assert asyncio.run(tell(post, NOON + timedelta(hours=23))) == 0
        assert asyncio.run(tell(post, NOON + timedelta(hours=25))) == 1
        assert states(database) == ["delivered"]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("dooray", b'{"header": {"isSuccessful": false, "resultCode": -1, "resultMessage": "no such hook"}}'),
        ("kakaowork", b'{"error": {"code": "invalid_authentication"}, "success":false}'),
    ],
)
def test_a_no_with_a_200_is_a_no(database: Database, kind: Any, answer: bytes) -> None:
    """Services that refuse with status 200 are read: the alert waits for its next try, and what they said is shown."""
    yes = answer.replace(b"false", b"true")
    with receiving(Answer(body=answer), Answer(body=yes)) as receiver:
        post = post_to(database, chat=receiver.url)
        chat = replace(post.audience.channels[0], kind=kind, token="env:SIGNING")  # noqa: S106 - a place
        post = replace(post, audience=audience(Subscription("a", "chat"), channels=(chat,)))
        with database.writing() as session:
            outbox.add(session, [change()], post.audience, NOON)
        asyncio.run(tell(post, NOON))
        refused = states(database)
        asyncio.run(tell(post, NOON + timedelta(minutes=1)))

    assert (refused, states(database)) == (["waiting"], ["delivered"])
    assert errors(database)[0].startswith("refused with a 200: ")


def test_a_fault_of_ours_costs_one_alert_its_try(database: Database) -> None:
    """A token that no header can carry is written down as that alert's try; the test command says it too."""
    with receiving() as receiver:
        post = post_to(database, bot=receiver.url, desk=receiver.url)
        bot = replace(post.audience.channels[0], kind="naverworks", token="env:TOKEN")  # noqa: S106 - a place
        everyone = audience(
            Subscription("a", "bot"), Subscription("b", "desk"), channels=(bot, post.audience.channels[1])
        )
        post = replace(post, audience=everyone, environ={**post.environ, "TOKEN": "토큰-S3CRET"})
        with database.writing() as session:
            outbox.add(session, [change()], everyone, NOON)
        asyncio.run(tell(post, NOON))
        tried = asyncio.run(try_channel(post, "bot", NOON))

    assert states(database) == ["waiting", "delivered"]
    assert any("a fault of the monitor: UnicodeEncodeError" in error for error in errors(database))
    assert tried.outcome == "retry"
    assert "S3CRET" not in tried.error + "".join(errors(database))


class Full(Teller):
    """A teller whose disk is full at the moment at which it would write down what came of its tries."""

    async def _stored(self, work: Callable[[Session], Result]) -> Result:
        if isinstance(work, partial) and "made" in work.keywords:
            message = "disk full"
            raise OSError(message)
        return await super()._stored(work)


def test_a_lane_that_breaks_rests(database: Database) -> None:
    """What was sent and cannot be written down is not sent again a second later, and a second later, without end."""

    async def look_five_times(now: datetime) -> int:
        for _ in range(5):
            for lane in await teller.start_due():
                await asyncio.wait([task for task in asyncio.all_tasks() if task.get_name() == lane])
            times[0] = now
        return len(receiver.got)

    with receiving() as receiver:
        times = [NOON]
        teller = Full(post_to(database, desk=receiver.url), lambda: times[0])
        write(database, "c1")

        async def look() -> tuple[int, int]:
            found = await look_five_times(NOON), await look_five_times(NOON + LANE)
            await teller.close()
            return found

        assert asyncio.run(look()) == (1, 2)
