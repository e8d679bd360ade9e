"""Mail, push and other chats by way of apprise, which sends once and follows nothing."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from dataclasses import replace
from datetime import timedelta

import pytest
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

from monitor.model import Subscription
from monitor.pipeline.tell import tell
from monitor.store import changes, outbox
from monitor.store.changes import Difference
from monitor.store.database import Database

IMGHDR = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")  # apprise imports it


@IMGHDR
def test_mail_and_push_go_through_apprise_once_without_redirects(database: Database) -> None:
    """Apprise formats and sends; what its address asks of retries and redirects is off; the outbox tries again."""
    with receiving() as other, receiving(Answer(302, {"location": other.url}), Answer()) as receiver:
        address = receiver.url.replace("http://", "json://") + "?retry=5&wait=0.1&redirect=yes"
        post = post_to(database, desk=address)
        service = replace(post.audience.channels[0], kind="apprise", secrets=())
        post = replace(post, audience=audience(channels=(service,)))
        write(database, "c1")
        asyncio.run(tell(post, NOON))
        refused = len(receiver.got)
        asyncio.run(tell(post, NOON + timedelta(minutes=1)))

        assert (refused, len(receiver.got), other.got) == (1, 2, [])
        assert "계획 6000억 개 → 공개 3000억 개 (−50%)" in receiver.got[1].json["message"]
        assert states(database) == ["delivered"]


@IMGHDR
def test_a_digest_by_mail_has_a_picture_of_its_series(database: Database) -> None:
    """What leaves as one message through apprise carries the charts of its series, drawn from the change log."""
    found = [
        change("a1", "first", after=parameters(5), series="a"),
        change("a2", "lowered", parameters(5), parameters(3), series="a", said_at=NOON + timedelta(days=9)),
        change("b1", series="b"),
    ]
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url.replace("http://", "json://"))
        mail = replace(post.audience.channels[0], kind="apprise")
        daily = audience(Subscription("all", "desk", digest="daily"), channels=(mail,))
        with database.writing() as session:
            changes.write_difference(session, "lg|parameters", Difference(new=tuple(found)), NOON)
            outbox.add(session, found, daily, NOON)
        asyncio.run(tell(replace(post, audience=daily), NOON + timedelta(days=1)))
        (attached,) = receiver.got[0].json["attachments"]

    assert attached["mimetype"] == "image/png"
    assert b64decode(attached["base64"]).startswith(b"\x89PNG")


@IMGHDR
def test_apprise_reaches_no_internal_host_that_is_not_named(database: Database) -> None:
    """A service address with a private host is refused like every other."""
    with receiving() as receiver:
        post = post_to(database, desk=receiver.url.replace("http://", "json://"))
        service = replace(post.audience.channels[0], kind="apprise", allow=())
        write(database, "c1")
        asyncio.run(tell(replace(post, audience=audience(channels=(service,))), NOON))

        assert receiver.got == []
