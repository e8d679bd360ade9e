from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from commands import ARTICLES

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article
from monitor.pipeline.backfill import backfill
from monitor.pipeline.desk import Desk
from monitor.pipeline.edits import MOST_VERSIONS, next_look, was_edited
from monitor.pipeline.read import take_in
from monitor.pipeline.replay import replay
from monitor.store import articles
from monitor.store.changes import Wanted, find_changes
from monitor.store.database import Database, open_database

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW = datetime(2021, 5, 25, 13, 46, tzinfo=KST)
PAGE = Article(
    "n1", "새벽신문", "https://dawn.example/n1", "LG 초거대 AI 6000억개", "LG가 초거대 AI를 만든다.", NOW, NOW
)
LOADED = load(None, {})
READER = Reader(LOADED.catalogue)


@pytest.fixture
def desk(sqlite: Database) -> Desk:
    """Return a desk on an empty store."""
    return Desk(LOADED, READER, sqlite)


def versions(desk: Desk) -> list[tuple[int, str]]:
    """Return number and text of every kept version."""
    with desk.database.reading() as session:
        return [(kept.article.version, kept.article.text) for kept in articles.articles_after(session, 0)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("입력 10:20 LG가 초거대 AI를 만든다.", "입력 10:21 LG가 초거대 AI를 만든다."),
        ("LG가 초거대 AI를 만든다. 조회수 1,204", "LG가 초거대 AI를 만든다. 조회수 1,377"),
        ("LG가 초거대 AI를 만든다. 3분 전", "LG가 초거대 AI를 만든다.  7분 전"),
    ],
    ids=["a clock", "a counter of views", "minutes ago"],
)
def test_a_page_that_prints_the_time_makes_no_version(desk: Desk, before: str, after: str) -> None:
    """What changes at every look is not an edit."""
    take_in(desk, replace(PAGE, text=before), NOW)

    assert take_in(desk, replace(PAGE, text=after), NOW + timedelta(hours=1)).what == "known"
    assert versions(desk) == [(1, before)]


def test_an_edited_text_is_the_next_version_said_when_it_was_edited(desk: Desk) -> None:
    """The page's own time of modification counts, else the time of the look."""
    take_in(desk, PAGE, NOW)
    modified = NOW + timedelta(minutes=30)
    take_in(desk, replace(PAGE, text="LG가 초거대 AI를 고친다.", modified=modified), NOW + timedelta(hours=1))
    take_in(desk, PAGE, NOW + timedelta(hours=6))

    with desk.database.reading() as session:
        kept = [one.article for one in articles.articles_after(session, 0)]
    assert [(one.version, one.published) for one in kept] == [
        (1, NOW),
        (2, modified),
        (3, NOW + timedelta(hours=6)),
    ]


def test_a_page_that_never_rests_fills_no_store(desk: Desk) -> None:
    """At most so many versions are kept, whatever a page does."""
    for number in range(MOST_VERSIONS + 10):
        take_in(desk, replace(PAGE, text=f"LG가 초거대 AI {number}호를 만든다."), NOW + timedelta(hours=number))

    assert len(versions(desk)) == MOST_VERSIONS


def test_an_address_that_moves_is_still_the_same_article(desk: Desk) -> None:
    """The feed's entry stays while the page's canonical address changes: one article, edited."""
    take_in(desk, PAGE, NOW)
    moved = replace(PAGE, url="https://dawn.example/it/n1", text="LG가 초거대 AI를 다시 만든다.")
    take_in(desk, moved, NOW + timedelta(hours=1))

    assert [number for number, _ in versions(desk)] == [1, 2]


@pytest.mark.parametrize(
    ("age_h", "next_h"),
    [(0, 1), (1, 6), (2, 6), (6, 24), (24, 168), (100, 168), (168, None), (9000, None)],
)
def test_looks_fade(age_h: int, next_h: int | None) -> None:
    """A page is looked at again after an hour, six hours, a day, a week, and then no more; missed looks are missed."""
    expected = None if next_h is None else NOW + timedelta(hours=next_h)

    assert expected == next_look(NOW, NOW + timedelta(hours=age_h))


def test_a_changed_figure_is_always_an_edit() -> None:
    """Numbers that are no clock count."""
    assert was_edited(PAGE, replace(PAGE, text=PAGE.text.replace("만든다", "10:1로 만든다")))
    assert was_edited(PAGE, replace(PAGE, title="LG 초거대 AI 5000억개"))
    assert not was_edited(PAGE, replace(PAGE, text=PAGE.text.replace(" ", "\n")))


def history() -> list[Article]:
    """Return the short history as articles."""
    return [
        Article(
            name,
            outlet,
            f"https://example.kr/{name}",
            title,
            text,
            datetime.fromisoformat(f"{at}+09:00"),
            origin="file",
        )
        for name, outlet, at, title, text in ARTICLES
    ]


def log_of(run: Iterable[Article]) -> list[tuple[object, ...]]:
    """Return what the log says after *run*, without when it was found."""
    database = open_database("sqlite://")
    list(replay(Desk(LOADED, READER, database), run, date(2022, 3, 1)))
    with database.reading() as session:
        found = find_changes(session, Wanted())
    database.close()
    return [(c.id, c.kind, c.series, c.before, c.after, c.said_at, c.sources, c.voices, c.held) for c in found]


def test_the_log_is_the_same_however_the_articles_came() -> None:
    """In any order, twice, late: what was said decides, not when we heard it."""
    run = history()
    orders = random.Random(7).sample(list(itertools.permutations(run)), 12)  # noqa: S311  # a fixed choice of orders

    assert len(log_of(run)) == 4
    assert [order for order in orders if log_of([*order, order[0]]) != log_of(run)] == []


def test_what_a_killed_backfill_kept_and_did_not_read_is_read(desk: Desk) -> None:
    """A kill between keeping and reading loses no figure: the next backfill reads what is left."""
    run = history()
    take_in(desk, run[0], NOW, news=False)
    backfill(desk, run, "again", lambda: NOW, lambda _: None)

    with desk.database.reading() as session:
        cut_off, found = articles.left_unread(session), find_changes(session, Wanted())
    assert (cut_off, [change.id for change in found]) == ((), [line[0] for line in log_of(run) if line[1] != "overdue"])
