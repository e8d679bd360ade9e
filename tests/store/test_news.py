from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from monitor.model import KST, Article, Entry, SourceState
from monitor.store import articles, entries, marks, sources
from monitor.store.entries import Outcome

if TYPE_CHECKING:
    from monitor.store.database import Database

NOW = datetime(2021, 5, 25, 13, 46, tzinfo=KST)
HOUR = timedelta(hours=1)
RSS = ("새벽신문", "https://dawn.example/rss")
ENTRY = Entry("새벽신문", "n1", "https://dawn.example/n1", "LG 초거대 AI", NOW - HOUR, "요약", "김기자")
ARTICLE = Article("n1", "새벽신문", "https://dawn.example/n1", "LG 초거대 AI", "본문", NOW - HOUR, NOW)


def test_a_source_is_due_from_the_start_and_then_when_its_state_says(database: Database) -> None:
    """A new source is polled at once, a polled one when it is due, a disabled one never again."""
    later, gone = ("아침일보", "https://morning.example/rss"), ("저녁타임스", "https://evening.example/rss")
    with database.writing() as session:
        assert sources.enrol_sources(session, [RSS, later, gone], NOW) == 3
        assert sources.enrol_sources(session, [RSS, later, gone], NOW) == 0
        polled = [SourceState(*later, next_at=NOW + HOUR), SourceState(*gone, disabled="410")]
        sources.save_states(session, [(state, NOW) for state in polled])

    with database.reading() as session:
        assert tuple(sources.due_sources(session, NOW)) == (RSS,)
        assert set(sources.due_sources(session, NOW + HOUR)) == {RSS, later}


def test_what_a_source_remembers_comes_back_byte_for_byte(database: Database) -> None:
    """Validators are the server's own bytes, also odd ones."""
    state = SourceState(*RSS, etag='W/"a\xe9\\"b"', last_modified="Tue, 25 May 2021 04:46:00 GMT", polled_at=NOW)
    with database.writing() as session:
        sources.save_states(session, [(state, NOW)])

    with database.reading() as session:
        assert sources.states(session) == {RSS: state}
        assert sources.states(session, [RSS, ("nobody", "nowhere")]) == {RSS: state}
        assert sources.states(session, [("nobody", "nowhere")]) == {}


@pytest.mark.parametrize(
    "again",
    [ENTRY, replace(ENTRY, guid="other"), replace(ENTRY, url="https://dawn.example/n1?from=rss")],
    ids=["the same", "another guid for the address", "another address for the guid"],
)
def test_an_entry_is_kept_once(database: Database, again: Entry) -> None:
    """By outlet and guid, and by address, whichever repeats."""
    with database.writing() as session:
        assert entries.save_entries(session, [ENTRY], NOW) == 1
        assert entries.save_entries(session, [again], NOW + HOUR) == 0

    with database.reading() as session:
        assert [one.entry for one in entries.due_entries(session, NOW + HOUR, 10)] == [ENTRY]


def test_a_new_headline_is_a_reason_to_look_again(database: Database) -> None:
    """A kept article is fetched again at once when its headline in the feed changes; a refused one is left alone."""
    off = replace(ENTRY, guid="n2", url="https://dawn.example/n2", title="내일 비")
    with database.writing() as session:
        entries.save_entries(session, [ENTRY, off], NOW)
        for one in entries.due_entries(session, NOW, 10):
            kept = one.entry.guid == "n1"
            entries.settle_entry(session, one.pk, Outcome("kept", NOW + HOUR, 1) if kept else Outcome("refused"))
        assert entries.due_entries(session, NOW, 10) == ()
        retitled = [replace(one, title=f"{one.title} (종합)") for one in (ENTRY, off)]
        entries.save_entries(session, retitled, NOW)

    with database.reading() as session:
        assert [one.entry.title for one in entries.due_entries(session, NOW, 10)] == ["LG 초거대 AI (종합)"]


def test_what_became_of_an_entry_is_kept_with_its_reasons(database: Database) -> None:
    """A refused entry keeps score and reasons, and no text."""
    with database.writing() as session:
        entries.save_entries(session, [ENTRY], NOW)
        (one,) = entries.due_entries(session, NOW, 10)
        entries.settle_entry(session, one.pk, Outcome("refused", score=1.5, reasons=("초거대 +1.50",)))

    with database.reading() as session:
        assert entries.count_entries(session) == {"refused": 1}
        assert entries.due_entries(session, NOW + 100 * HOUR, 10) == ()
        assert articles.count_articles(session) == 0


def test_a_version_is_kept_once_and_read_once(database: Database) -> None:
    """The same version of the same address goes in once; what was read waits no more."""
    with database.writing() as session:
        assert articles.save_article(session, ARTICLE, (1, 2), (5.0, ("초거대 +5",)), news=True)
        assert not articles.save_article(session, ARTICLE, (1, 2), (5.0, ()), news=True)
        (kept,) = articles.unread_articles(session, 10)
        articles.mark_read(session, kept.pk, "1")

    assert (kept.article, kept.sketch, kept.news) == (ARTICLE, (1, 2), True)
    with database.reading() as session:
        assert articles.unread_articles(session, 10) == ()
        assert articles.last_found(session) == NOW


def test_every_article_can_be_walked_over(database: Database) -> None:
    """Page by page, each once."""
    many = articles.PAGE + 7
    with database.writing() as session:
        for number in range(many):
            one = replace(ARTICLE, id=f"n{number}", url=f"https://dawn.example/{number}")
            articles.save_article(session, one, (), (5.0, ()), news=True)
    seen: list[str] = []
    after = 0
    with database.reading() as session:
        while page := articles.articles_after(session, after):
            seen.extend(kept.article.id for kept in page)
            after = page[-1].pk

    assert seen == [f"n{number}" for number in range(many)]


def test_a_mark_is_where_the_work_goes_on(database: Database) -> None:
    """The last mark counts until the work is done."""
    with database.writing() as session:
        marks.mark(session, "backfill", "50")
        marks.mark(session, "backfill", "100")
        assert marks.marked(session, "backfill") == "100"
        marks.unmark(session, ["backfill"])
        session.expire_all()
        assert marks.marked(session, "backfill") is None
