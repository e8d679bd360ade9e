"""What people see in their chats, within each service's limits."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from typing import Any

import pytest
from alert_scenes import NOON, SECRET, audience, change, parameters, source, webhook

from monitor.ledger.alerts import Memory, gathered, route, route_incident
from monitor.model import Alert, Channel, Incident
from monitor.notify.cards import card_of, plain_text
from monitor.notify.charts import picture_of
from monitor.notify.chats import FORMS
from monitor.notify.messages import Keys, message_of, per_minute

KEYS = Keys("https://hooks.example/T0/SECRET", (SECRET,), "app-key")


def alert(**more: Any) -> Alert:
    """Return the alert for a change that two outlets carry."""
    told: dict[str, Any] = {"sources": (source("가나일보", 1), source("다라뉴스", 2)), "voices": 2}
    return route([change(**(told | more))], audience(), Memory(), NOON).alerts[0]


def body_for(kind: Any, made: Alert, **more: Any) -> Any:
    """Return what a channel of a kind gets."""
    channel = Channel("c", kind, "env:X", token="env:T", room="42", **more)  # noqa: S106 - a place, no secret
    message, _ = message_of(made, channel, KEYS, NOON, site="https://monitor.example")
    return json.loads(message.body)


def texts(value: Any) -> list[str]:
    """Return every text in a JSON value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for each in inner for text in texts(each)]


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_every_chat_shows_what_changed_and_where_to_read_it(kind: str) -> None:
    """Each form holds the sentence with before and after, the outlet, and the way to the article or the change log."""
    shown = "\n".join(texts(body_for(kind, alert()))).replace("\\", "")

    assert "계획 6000억 개 → 공개 3000억 개 (−50%)" in shown
    assert "https://monitor.example/changes/c1" in shown


@pytest.mark.parametrize("language", ["ko", "en"])
def test_slack_has_before_after_sentence_and_buttons(language: Any) -> None:
    """Slack gets blocks made for it, in the language of the subscription, and says nothing twice."""
    body = body_for("slack", replace(alert(), language=language, told=parameters(500_000_000_000)))
    blocks = {block["type"]: block for block in body["blocks"]}
    shown = [block["text"]["text"] for block in body["blocks"] if "text" in block]
    fields = [field["text"] for block in body["blocks"] for field in block.get("fields", ())]
    heading, moved, last = {
        "ko": (
            "하향 · lg 초거대 AI parameters",
            "*계획 6000억 개 → 공개 3000억 개 (−50%)*",
            "*지난 알림*\n계획 5000억 개",
        ),
        "en": (
            "Lowered · lg hyperscale AI parameters",
            "*planned 600 billion parameters → announced 300 billion parameters (−50%)*",
            "*Last alerted*\nplanned 500 billion parameters",
        ),
    }[language]

    assert shown[:2] == [heading, moved]
    assert fields == [last]
    assert body["text"] == f"{heading}: {moved.strip('*')}"
    assert [button["url"] for button in blocks["actions"]["elements"]] == [
        "https://monitor.example/changes/c1",
        "https://news.example/1",
        "https://news.example/2",
    ]


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_every_chat_shows_why_we_believe_it(kind: str) -> None:
    """The sentence of the article, its outlet, and how many say so are in each form."""
    shown = "\n".join(texts(body_for(kind, alert()))).replace("\\", "")

    assert "LG AI연구원은 파라미터 3000억 개 규모의 초거대 AI를 공개했다." in shown
    assert "가나일보, 2021-05-25 13:46" in shown
    assert "매체 2곳, 독립 보도 2건" in shown


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("in the hourly digest", "한 시간 동안의 변경"),
        ("in the daily digest", "하루 동안의 변경"),
        ("in the weekly digest", "한 주 동안의 변경"),
        ("after the quiet hours", "알림을 받지 않는 시간에 모인 변경"),
        ("after a wait of 5 min", "5분 동안 모인 변경"),
        ("in a summary: more than 60 alerts an hour", "한 시간에 60건이 넘어 모아서 보냅니다"),
        ("", ""),
    ],
)
def test_a_message_of_several_says_why_it_is_one_and_who_says_so(held: str, said: str) -> None:
    """Korean readers read in Korean why these come together; each line has its outlets."""
    digest = gathered(tuple(replace(alert(), id=str(n), batch="b", held=held) for n in range(2)), NOON)
    lines = plain_text(card_of(digest), 1000).splitlines()

    assert lines[1].endswith("계획 6000억 개 → 공개 3000억 개 (−50%) — 가나일보 외 1곳")
    assert lines[3:] == ([said] if said else [])


@pytest.mark.parametrize(
    ("kind", "korean"),
    [
        ("source.down", "피드를 받지 못하고 있습니다: status 404"),
        ("source.recovered", "피드를 다시 받고 있습니다."),
        ("channel.disabled", "다시 켜기: monitor alerts resume 연합뉴스"),
    ],
)
def test_troubles_are_told_in_korean(kind: str, korean: str) -> None:
    """What happened to the monitor itself is said in the language of the reader, and what to do about it."""
    trouble = route_incident(Incident(kind, "연합뉴스", "status 404", NOON), audience(), Memory(), NOON)[0]

    assert korean in plain_text(card_of(trouble), 1000)


def test_discord_has_an_embed_and_pings_nobody() -> None:
    """A headline with @everyone in it stays a headline."""
    body = body_for("discord", alert(sources=(replace(source(), sentence="@everyone *놀라운* 소식"),)))

    assert body["allowed_mentions"] == {"parse": []}
    assert "\\*놀라운\\*" in body["embeds"][0]["description"]


def test_slack_headlines_cannot_call_the_channel() -> None:
    """<!channel> in a sentence is escaped."""
    body = body_for("slack", alert(sources=(replace(source(), sentence="<!channel> & 소식"),)))

    assert not any("<!channel>" in text for text in texts(body))


LIMITS: dict[str, Any] = {
    "slack": lambda body: (
        len(body["blocks"]) <= 50
        and sum(map(len, texts(body["blocks"]))) <= 10_000
        and all(len(text) <= 3000 for text in texts(body["blocks"]))
        and len(body["blocks"][0]["text"]["text"]) <= 150
    ),
    "discord": lambda body: (
        len(body["embeds"][0]["title"]) <= 256
        and len(body["embeds"][0]["description"]) <= 4096
        and all(len(field["value"]) <= 1024 for field in body["embeds"][0]["fields"])
        and sum(map(len, texts(body["embeds"]))) <= 6000
    ),
    "teams": lambda body: len(json.dumps(body, ensure_ascii=False).encode()) <= 21_000,
    "jandi": lambda body: len(body["body"]) <= 6000,  # no limit is stated
    "dooray": lambda body: len(body["text"]) <= 3000,
    "kakaowork": lambda body: all(len(block["text"]) <= 500 for block in body["blocks"]),
    "naverworks": lambda body: len(body["content"]["text"]) <= 2000,
}


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_the_limits_of_size_are_kept(kind: str) -> None:
    """Thirty outlets with endless sentences, or a digest of four hundred changes: each service still takes it."""
    many = tuple(
        replace(source("매체" * 30, n), sentence="가" * 5000, url=f"https://news.example/{n}?" + "x" * 900)
        for n in range(30)
    )
    long = alert(sources=many, subject="아주 긴 이름 " * 40)
    digest = gathered(tuple(replace(alert(), id=str(n), batch="b") for n in range(400)), NOON)

    assert LIMITS[kind](body_for(kind, long))
    assert LIMITS[kind](body_for(kind, digest))
    assert re.search(r"외 \d+건", "\n".join(texts(body_for(kind, digest))))


@pytest.mark.parametrize("kind", ["slack", "discord", "teams", "jandi", "apprise"])
def test_services_have_a_pace_that_can_be_changed(kind: Any) -> None:
    """What a service lets through is the default; a channel may say otherwise. A webhook's pace is open."""
    assert per_minute(Channel("c", kind, "env:X"))
    assert per_minute(Channel("c", kind, "env:X", rate_per_minute=3)) == 3
    assert per_minute(webhook()) is None


def test_people_may_use_their_own_words() -> None:
    """A template stands in place of our sentence."""
    body = body_for(
        "slack", alert(), template="{{ event.data.company.id|upper }}: {{ before }} ⇒ {{ after }} {{ percent }}"
    )

    assert "LG: 6000억 개 ⇒ 3000억 개 −50%" in texts(body)


@pytest.mark.parametrize(
    "template",
    [
        "{{ nothing_of_the_kind }}",
        "{% for x in",
        "{{ 1 / 0 }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ sources.append(1) }}",
        "{{ 'a' * 10000000000 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{% for a in range(999999) %}{% endfor %}",
        "{% for a in range(9) %}{% for b in range(9) %}{% for c in range(9) %}{% endfor %}{% endfor %}{% endfor %}",
        "   ",
    ],
)
@pytest.mark.parametrize("kind", ["slack", "webhook"])
def test_a_broken_template_falls_back_and_says_so(kind: Any, template: str) -> None:
    """What cannot be rendered, or reaches out of the sandbox, gives our own words and the reason."""
    channel = Channel("c", kind, "env:X", template=template)
    message, fault = message_of(alert(), channel, KEYS, NOON)

    assert fault.startswith("template: ")
    assert "계획 6000억 개 → 공개 3000억 개 (−50%)" in message.body.decode()


def test_a_webhooks_words_stand_beside_the_data() -> None:
    """With a template a webhook gets `words` in its data; nothing else changes."""
    plain, worded = body_for("webhook", alert()), body_for("webhook", alert(), template="{{ sentence }}!")

    assert worded["data"].pop("words").endswith("(−50%)!")
    assert worded == plain


def test_a_digest_has_a_picture_of_its_charts() -> None:
    """Discord gets a PNG beside the embed that shows it, in the form that it takes files."""
    history = (
        change("a", "first"),
        change("b", "lowered", parameters(6), parameters(3, "actual"), said_at=NOON + timedelta(days=200)),
    )
    picture = picture_of((history, history))
    digest = gathered(tuple(replace(alert(), id=str(n), batch="b") for n in range(2)), NOON)
    message, _ = message_of(digest, Channel("c", "discord", "env:X"), KEYS, NOON, picture=picture)
    parsed: Any = message_from_bytes(
        b"Content-Type: " + message.headers["content-type"].encode() + b"\r\n\r\n" + message.body
    )
    words, file = (part.get_payload(decode=True) for part in parsed.get_payload())

    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 50_000
    assert file == picture
    assert json.loads(words)["embeds"][0]["image"] == {"url": "attachment://charts.png"}


def test_without_two_values_there_is_no_picture() -> None:
    """A chart needs at least two values."""
    assert picture_of(((change("a", "first"),), ())) is None


def test_plain_text_for_mail_and_push_counts_what_is_left_out() -> None:
    """A digest of a hundred lines is cut at a line's end, and says how many more there are."""
    digest = gathered(tuple(replace(alert(), id=str(n), batch="b") for n in range(100)), NOON)
    text = plain_text(card_of(digest), 500)

    assert len(text) <= 500
    assert text.splitlines()[-1].startswith("외 ")
