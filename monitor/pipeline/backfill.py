"""Backfill: old articles from a file or folder into the store, alerting nobody; goes on where a kill cut it off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor import __version__
from monitor.pipeline.read import fold_bucket, take_in
from monitor.store import articles, figures, marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from monitor.model import Article
    from monitor.pipeline.desk import Desk
    from monitor.store.articles import KeptArticle

MARK_EVERY = 50  # articles read again at most after a kill; reading one again changes nothing


@dataclass(frozen=True, slots=True)
class Backfilled:
    """What came of a backfill: articles by what became of them, and lines that the log has more."""

    kept: int = 0
    refused: int = 0
    known: int = 0
    skipped: int = 0
    new_changes: int = 0


def backfill(
    desk: Desk, run: Iterable[Article], name: str, now: Callable[[], datetime], on_done: Callable[[int], None]
) -> Backfilled:
    """
    Keep and read the articles of *run*, then bring the whole log up to date once, alerting nobody.

    *name* is what the work is remembered by: called again after a kill, it skips what was done. *on_done* is told how
    many articles are done.
    """
    with desk.database.reading() as session:
        done = int(marks.marked(session, name) or 0)
        cut_off = articles.left_unread(session)
    for kept in cut_off:
        _read(desk, kept)
    counts = {"kept": 0, "refused": 0, "known": 0}
    for number, article in enumerate(run, 1):
        if number > done:
            counts[_take(desk, article, now())] += 1
            if number % MARK_EVERY == 0:
                with desk.database.writing() as session:
                    marks.mark(session, name, str(number))
        on_done(number)
    new = fold_all(desk, now())
    with desk.database.writing() as session:
        marks.unmark(session, [name])
    return Backfilled(**counts, skipped=done, new_changes=new)


def fold_all(desk: Desk, now: datetime) -> int:
    """Fold every bucket, a transaction each, as old news; return how many lines the log has more."""
    with desk.database.reading() as session:
        buckets = figures.all_buckets(session)
    new = 0
    for bucket in buckets:
        with desk.database.writing() as session:
            new += len(fold_bucket(desk, session, bucket, now).new)
    return new


def _take(desk: Desk, article: Article, now: datetime) -> str:
    taken = take_in(desk, article, now, news=False)
    if taken.what != "kept":
        return taken.what
    with desk.database.reading() as session:
        kept = articles.newest_version(session, article)
    assert kept is not None
    _read(desk, kept)
    return taken.what


def _read(desk: Desk, kept: KeptArticle) -> None:
    reading = desk.reader.read(kept.article)
    with desk.database.writing() as session:
        figures.save_reading(session, kept, reading)
        articles.mark_read(session, kept.pk, __version__)
