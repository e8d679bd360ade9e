from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from newsstand import LG_FIRST, OFF_TOPIC, Newsstand, Story
from sqlalchemy import event

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import Review
from monitor.pipeline.desk import Desk
from monitor.pipeline.review import decide, waiting
from monitor.schedule import run, utc_now
from monitor.store.changes import Wanted, find_changes
from monitor.store.database import StoreError
from monitor.store.entries import count_entries
from monitor.store.sources import states

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from monitor.model import Article, Reading
    from monitor.store.database import Database


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsstand]:
    """Open a newsstand with one article on topic and one that is not."""
    with Newsstand([LG_FIRST, OFF_TOPIC]) as opened:
        monkeypatch.setenv("TEST_RECEIVER", f"{opened.url}/hook")
        yield opened


@pytest.fixture
def desk(stand: Newsstand, database: Database, tmp_path: Path) -> Desk:
    """Return a desk whose one outlet is the newsstand."""
    config = load(stand.configure(tmp_path / "config"), {"TEST_RECEIVER": f"{stand.url}/hook"})
    return Desk(config, Reader(config.catalogue), database)


def test_one_round_goes_from_feed_to_alert(stand: Newsstand, desk: Desk) -> None:
    """An announcement in a feed becomes a line in the log and an alert at the receiver; what is off topic does not."""
    asyncio.run(run(desk, once=True))

    with desk.database.reading() as session:
        log = find_changes(session, Wanted())
        entries = count_entries(session)
    assert [(c.kind, c.company, c.metric) for c in log] == [("first", "lg", "parameters")]
    assert entries == {"kept": 1, "refused": 1}
    assert [alert["type"] for alert in stand.received] == ["figure.first"]


def test_a_second_round_tells_nothing_again(stand: Newsstand, desk: Desk) -> None:
    """What was polled, read and told is not polled too soon, read or told again."""
    asyncio.run(run(desk, once=True))
    asyncio.run(run(desk, once=True))

    assert len(stand.received) == 1


def test_a_later_round_finds_what_is_new(stand: Newsstand, desk: Desk) -> None:
    """The next poll, when it is due, brings the new article and that alone."""
    asyncio.run(run(desk, once=True))
    stand.stories.insert(0, NAVER)
    asyncio.run(run(desk, once=True, clock=lambda: utc_now() + timedelta(hours=1)))

    assert [alert["type"] for alert in stand.received] == ["figure.first", "figure.first"]
    assert stand.answers.count(f"/news/{LG_FIRST.slug}") == 2, "the first look, and one an hour later for edits"


def test_an_edited_article_is_corrected(stand: Newsstand, desk: Desk) -> None:
    """An hour later the page says another figure: a new version, and the change is called a correction."""
    asyncio.run(run(desk, once=True))
    stand.stories[0] = replace(LG_FIRST, title=LG_FIRST.title.replace("6", "5"), text=LG_FIRST.text.replace("6", "5"))
    asyncio.run(run(desk, once=True, clock=lambda: utc_now() + timedelta(hours=1)))

    with desk.database.reading() as session:
        log = find_changes(session, Wanted())
    assert [change.kind for change in log] == ["first", "corrected"]


@pytest.mark.parametrize("status", [404, 500])
def test_a_page_that_cannot_be_had_costs_that_page(stand: Newsstand, desk: Desk, status: int) -> None:
    """The others are read; what is broken for good is marked failed, the rest is tried again later."""
    stand.stories.append(NAVER)
    stand.broken[f"/news/{LG_FIRST.slug}"] = status
    asyncio.run(run(desk, once=True))

    with desk.database.reading() as session:
        log = find_changes(session, Wanted())
        entries = count_entries(session)
    assert [change.company for change in log] == ["naver"]
    assert entries == {"kept": 1, "refused": 1, "failed" if status == 404 else "waiting": 1}


@pytest.mark.parametrize("status", [500, 404, 200])
def test_a_feed_that_breaks_is_said_and_comes_back(stand: Newsstand, desk: Desk, status: int) -> None:
    """An error, a missing file or a page where a feed should be: the next poll that works finds everything."""
    stand.broken["/rss"] = status
    asyncio.run(run(desk, once=True))
    with desk.database.reading() as session:
        errors = [state.error for state in states(session).values()]
    stand.broken.clear()
    asyncio.run(run(desk, once=True, clock=lambda: utc_now() + timedelta(days=2)))

    assert all(errors)
    assert [alert["type"] for alert in stand.received] == ["figure.first"]


def test_what_was_wrong_is_taken_back(stand: Newsstand, desk: Desk) -> None:
    """Who was told something that a person calls wrong is told so, once."""
    asyncio.run(run(desk, once=True))
    with desk.database.reading() as session:
        (change,) = find_changes(session, Wanted())
    decide(desk, change, Review("", "", "", None, None, "", "wrong", "kim", utc_now(), note="오독"), utc_now())
    for _ in range(2):
        asyncio.run(run(desk, once=True, clock=lambda: utc_now() + timedelta(minutes=1)))

    assert [alert["type"] for alert in stand.received] == ["figure.first", "figure.retracted"]


def test_what_a_person_confirms_is_told(stand: Newsstand, desk: Desk) -> None:
    """A figure that cannot be alerts nobody, until somebody says that it is right."""
    stand.stories[0] = replace(LG_FIRST, title="LG 초거대 AI 공개", text=LG_FIRST.text.replace("6000억개", "180개"))
    asyncio.run(run(desk, once=True))
    assert stand.received == []
    (held,) = waiting(desk)
    decide(desk, held, Review("", "", "", None, None, "", "right", "kim", utc_now()), utc_now())
    asyncio.run(run(desk, once=True, clock=lambda: utc_now() + timedelta(minutes=1)))

    assert [alert["type"] for alert in stand.received] == ["figure.first"]
    assert waiting(desk) == ()


def test_an_article_that_the_reader_stumbles_over_costs_that_article(stand: Newsstand, desk: Desk) -> None:
    """A bug of ours is logged, and the other articles are read."""
    stand.stories.append(NAVER)
    stumbling = replace(desk, reader=StumblingReader(desk.config.catalogue))
    asyncio.run(run(stumbling, once=True))

    with desk.database.reading() as session:
        log = find_changes(session, Wanted())
    assert [change.company for change in log] == ["naver"]


def test_a_full_disk_ends_the_round_with_a_clear_error_and_loses_nothing(
    stand: Newsstand, sqlite: Database, tmp_path: Path
) -> None:
    """What did not fit is still due: with room again the next round ends as if nothing had happened."""
    config = load(stand.configure(tmp_path / "config"), {"TEST_RECEIVER": f"{stand.url}/hook"})
    desk = Desk(config, Reader(config.catalogue), sqlite)
    stand.stories[0] = replace(LG_FIRST, text=LG_FIRST.text + "\n초거대 AI를 키우는 데에는 큰 전산 자원이 든다." * 2000)
    room = limit_pages(sqlite, 0)
    with pytest.raises(StoreError, match="disk is full; free some space"):
        asyncio.run(run(desk, once=True))
    limit_pages(sqlite, room)
    asyncio.run(run(desk, once=True, clock=lambda: utc_now() + timedelta(hours=1)))

    assert [alert["type"] for alert in stand.received] == ["figure.first"]


def limit_pages(database: Database, more: int) -> int:
    """Let the file of *database* grow by *more* pages at most, on every connection; return what it could before."""
    seen: list[int] = []

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        seen.append(connection.execute("PRAGMA max_page_count").fetchone()[0])
        connection.execute(f"PRAGMA max_page_count={pages + more}")

    event.listen(database.engine, "connect", limit)
    database.engine.dispose()
    with database.reading() as session:
        session.connection()
    return seen[0]


class StumblingReader(Reader):
    """A reader with a bug that LG's article meets."""

    def read(self, article: Article) -> Reading:
        """Fail for LG."""
        if "LG" in article.title:
            message = "a bug"
            raise RuntimeError(message)
        return super().read(article)


NAVER = Story(
    "naver-204b",
    "네이버 초거대 AI 하이퍼클로바 매개변수 2040억개",
    "네이버가 초거대 AI를 공개했다.\n네이버 하이퍼클로바의 매개변수는 2040억개다.\n초거대 AI 언어모델이다.",
)
