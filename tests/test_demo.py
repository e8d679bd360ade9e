"""The demonstration: every kind of feed and page can be read, the history is whole, a run shows all that there is."""

from __future__ import annotations

import asyncio
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from monitor.config import load
from monitor.crawl.articles import fetch
from monitor.crawl.client import Client
from monitor.crawl.feeds import poll
from monitor.demo import (
    NEWSROOMS,
    History,
    Newsroom,
    Newsstand,
    Patience,
    Received,
    Receiver,
    Scene,
    Story,
    bundled,
    play,
)
from monitor.demo.clock import LapsedClock
from monitor.demo.showing import AFTER_SCENE_S, AROUND_EDIT_S, BETWEEN_STORIES_S, config_for
from monitor.korean.reading import Reader
from monitor.model import KST, Article, Entry, FeedPoll
from monitor.notify.signing import new_secret, signed_headers
from monitor.store.changes import Wanted, find_changes
from monitor.store.database import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AT = datetime(2021, 5, 25, 13, 46, tzinfo=KST)
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback, whatever the environment says
BODY = (
    "가상전자가 초거대 AI '새벽'을 25일 공개했다. 새벽의 매개변수는 1200억 개다.\n"
    '회사는 앞으로 3년간 800억원을 더 들인다. "우리말을 잘 아는 모델"이라고 대표는 말했다.\n'
    "새벽은 긴 글을 줄이고 물음에 답하며 그림을 말로 풀어낸다. 개발자는 이날부터 누리집에서 써 볼 수 있다.\n"
    "경쟁사들도 비슷한 모델을 준비하고 있어 국내 인공지능 시장의 주도권 다툼은 한층 뜨거워질 것으로 보인다. "
    "전문가들은 덩치보다 쓸모를 따져야 할 때라고 입을 모은다."
)


@pytest.fixture
def stand() -> Iterator[Newsstand]:
    """Open a newsstand with nothing out."""
    with Newsstand() as opened:
        yield opened


@pytest.fixture(scope="module")
def history() -> History:
    """Load the bundled history."""
    return bundled()


def get(url: str, **headers: str) -> tuple[int, bytes, str]:
    """Ask for *url*; return status, body and ETag."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})  # noqa: S310
    try:
        with DIRECT.open(request, timeout=10) as answer:  # loopback
            return answer.status, answer.read(), answer.headers["ETag"]
    except urllib.error.HTTPError as err:
        with err:
            return err.code, err.read(), err.headers["ETag"] or ""


# ── the newsstand ───────────────────────────────────────────────────────────────────────────────────────────────────
async def polled_and_fetched(stand: Newsstand, room: Newsroom, folder: Path) -> tuple[FeedPoll, Article]:
    """Read *room* as the daemon does."""
    with Receiver(new_secret()) as receiver:
        config = config_for(stand, receiver, folder)
    outlet = next(outlet for outlet in config.outlets if outlet.name == room.name)
    async with Client(config.settings.crawl) as client:
        polled = await poll(client, outlet.sources[0], None, AT.astimezone(UTC))
        article = await fetch(client, polled.entries[0], (), AT.astimezone(UTC))
    assert isinstance(article, Article), article
    return polled, article


@pytest.mark.parametrize("room", NEWSROOMS, ids=lambda room: f"{room.id}-{room.feed}-{room.layout}-{room.charset}")
def test_every_newsroom_can_be_polled_and_its_page_read(stand: Newsstand, room: Newsroom, tmp_path: Path) -> None:
    """Whatever the feed, the charset and the layout: title, text and minute arrive as they were written."""
    stand.publish(Story(room.id, AT, "가상전자, 초거대 AI '새벽' 공개", BODY))
    polled, article = asyncio.run(polled_and_fetched(stand, room, tmp_path))

    assert (polled.outcome, polled.error, len(polled.entries)) == ("new", "", 1)
    assert article.title == "가상전자, 초거대 AI '새벽' 공개"
    assert article.text.splitlines()[: len(BODY.splitlines())] == BODY.splitlines()
    assert article.published == AT
    assert article.origin == "page"


def test_every_bundled_story_arrives_as_it_was_written(stand: Newsstand, history: History, tmp_path: Path) -> None:
    """No page of the history loses a paragraph or brings a menu along."""
    came = asyncio.run(fetched(stand, history, tmp_path))
    expected = [(story.title, list(story.paragraphs), story.at) for story in history.stories]

    assert [(article.title, article.text.splitlines(), article.published) for article in came] == expected


async def fetched(stand: Newsstand, history: History, folder: Path) -> list[Article]:
    """Bring out one story after the other and fetch its page."""
    with Receiver(new_secret()) as receiver:
        config = config_for(stand, receiver, folder)
    rooms = {room.id: room for room in stand.rooms}
    came = []
    async with Client(config.settings.crawl) as client:
        for story in history.stories:
            stand.publish(story)
            room = rooms[story.outlet]
            entry = Entry(room.name, story.key, stand.site + room.page_path(story.key), story.title, story.at)
            article = await fetch(client, entry, config.pages(room.name), story.at)
            assert isinstance(article, Article), article
            came.append(article)
    return came


def test_the_newsstand_has_every_kind_that_there_is() -> None:
    """At least twelve newsrooms: RSS, one of them in EUC-KR, Atom, a JSON feed, a news sitemap, four page layouts."""
    assert len(NEWSROOMS) >= 12
    assert {room.feed for room in NEWSROOMS} >= {"rss", "atom", "json", "sitemap"}
    assert len({room.layout for room in NEWSROOMS}) >= 4
    assert {room.feed for room in NEWSROOMS if room.charset == "euc-kr"} == {"rss"}


def test_an_unchanged_feed_is_not_sent_again(stand: Newsstand) -> None:
    """A request with the validator of the last answer gets 304 until something new is out."""
    url = stand.site + NEWSROOMS[0].feed_path
    status, _, etag = get(url)
    again = get(url, If_None_Match=etag)
    stand.publish(Story(NEWSROOMS[0].id, AT, "새 기사", BODY))
    after = get(url, If_None_Match=etag)

    assert (status, again[:2], after[0]) == (200, (304, b""), 200)
    assert stand.counts.not_modified == 1


def test_what_is_not_out_is_not_there(stand: Newsstand) -> None:
    """A story has no page before it is brought out."""
    story = Story("gaon", AT, "새 기사", BODY)
    page = stand.site + NEWSROOMS[1].page_path(story.key)

    assert get(page)[0] == 404
    stand.publish(story)
    assert get(page)[0] == 200
    assert get(f"{stand.site}/nobody/rss.xml")[0] == 404


# ── the receiver ────────────────────────────────────────────────────────────────────────────────────────────────────
def send(receiver: Receiver, secret: str, message_id: str, body: bytes) -> int:
    """Post *body* signed with *secret*; return the status."""
    headers = signed_headers((secret,), message_id, AT, body)
    try:
        with DIRECT.open(urllib.request.Request(receiver.url, body, headers), timeout=10) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as err:
        with err:
            return err.code


def test_the_receiver_takes_what_is_signed_once() -> None:
    """A good signature is taken, the same message again counts once, a bad one is refused."""
    shown: list[Received] = []
    body = '{"type":"figure.first","data":{"sentence":{"ko":"네이버 …"}}}'.encode()
    with Receiver(new_secret(), shown.append) as receiver:
        answers = [
            send(receiver, receiver.secret, "msg_1", body),
            send(receiver, receiver.secret, "msg_1", body),
            send(receiver, new_secret(), "msg_2", body),
        ]

    assert answers == [204, 204, 401]
    assert shown == [Received("msg_1", "figure.first", "네이버 …")]
    assert (receiver.again, receiver.refused) == (1, 1)


# ── the history ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_history_is_long_and_in_order(history: History) -> None:
    """At least sixty stories from 2021 to 2026, each of a newsroom that there is, none before the one before it."""
    times = [story.at for story in history.stories]

    assert len(times) >= 60
    assert times == sorted(times)
    assert (times[0].year, times[-1].year) == (2021, 2026)
    assert {story.outlet for story in history.stories} == {room.id for room in NEWSROOMS}


def test_the_history_can_be_shown_within_a_minute(history: History) -> None:
    """What the pauses sum up to leaves time for a slow machine to start and to end."""
    edits = len(history.stories) - len({(story.outlet, story.key) for story in history.stories})
    pauses = BETWEEN_STORIES_S * len(history.stories) + AFTER_SCENE_S * len(history.scene) + 2 * AROUND_EDIT_S * edits

    assert edits >= 1
    assert pauses < 45


def test_the_history_has_news_and_what_is_none(history: History) -> None:
    """Some forty stories are on topic, and a dozen are not and are refused."""
    reader = Reader(load(None, {}).catalogue)
    on_topic = [reader.relevance(story.title, story.text).relevant for story in history.stories]

    assert on_topic.count(True) >= 48
    assert on_topic.count(False) >= 12


def test_the_seed_story_is_in_it(history: History) -> None:
    """The long read of 25 May 2021 names five companies, GPT-3 and PanGu, and says what each has or plans."""
    reader = Reader(load(None, {}).catalogue)
    story = next(story for story in history.stories if story.id == "race")
    reading = reader.read(Article("seed", story.outlet, "http://seed", story.title, story.text, story.at))
    found = {(figure.company, figure.metric) for figure in reading.figures}

    assert story.at == AT
    assert {name in story.text for name in ("네이버", "LG", "KT", "카카오", "SK텔레콤", "GPT-3", "판구 알파")} == {True}
    assert {(company, "parameters") for company in ("openai", "huawei", "naver", "lg", "skt")} <= found


def test_the_clock_never_goes_back() -> None:
    """A jump to an earlier time leaves the clock where it is."""
    clock = LapsedClock(AT)
    clock.jump(AT + timedelta(days=30))
    clock.jump(AT)

    assert clock() >= AT + timedelta(days=30)


PATIENT = Patience(scene_s=90, show_s=600, end_s=90)  # a test waits for what happens, however slow the machine


# ── all of it ───────────────────────────────────────────────────────────────────────────────────────────────────────
def scenes_about(history: History, *words: str) -> History:
    """Return the scenes whose heading has one of *words*."""
    return History(tuple(scene for scene in history.scene if any(word in scene.what for word in words)))


def test_a_run_polls_keeps_refuses_finds_changes_and_tells(
    history: History, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The daemon itself, on part of the history: everything that a newcomer is to see happens and is printed."""
    outcome = play(tmp_path, scenes_about(history, "shows HyperCLOVA", "edited"), PATIENT)
    printed = capsys.readouterr().out

    assert outcome.not_modified > 0
    assert outcome.polled > len(NEWSROOMS)
    assert (outcome.kept, outcome.refused) == (6, 2)
    assert outcome.figures >= 10
    assert 0 < outcome.alerts <= outcome.changes
    assert outcome.unsigned == 0
    assert all(word in printed for word in ("polled", "kept", "edited", "refused", "read", "changed", "alert", "✉"))
    assert f"monitor changes --db {outcome.database}" in printed
    database = open_database(outcome.database)
    try:
        with database.reading() as session:
            kinds = {change.kind for change in find_changes(session, Wanted())}
    finally:
        database.close()
    assert {"first", "corrected"} <= kinds


def test_a_story_that_is_no_news_tells_nobody(tmp_path: Path) -> None:
    """Off-topic articles are refused, and no alert leaves."""
    text = "주말에는 전국이 대체로 맑겠다. 나들이하기에 좋겠다.\n낮 기온은 20도 안팎까지 오르겠다."
    weather = Story("gaon", AT, "주말 전국 맑음", text)
    outcome = play(tmp_path, History((Scene("weather", (weather, replace(weather, outlet="gwahak"))),)), PATIENT)

    assert (outcome.kept, outcome.refused, outcome.figures, outcome.changes, outcome.alerts) == (0, 2, 0, 0, 0)
