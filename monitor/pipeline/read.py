"""Read: a kept article to figures, the figures to changes, the changes to alerts, all in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from monitor import __version__
from monitor.ledger.changes import fold
from monitor.ledger.reviews import reviewed
from monitor.ledger.series import bucket_of
from monitor.ledger.stories import sketch
from monitor.model import KST
from monitor.pipeline.edits import MOST_VERSIONS, was_edited
from monitor.store import articles, changes, figures, outbox, reviews
from monitor.store.changes import Difference

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from sqlmodel import Session

    from monitor.ledger.alerts import Audience
    from monitor.model import Article, Reading
    from monitor.pipeline.desk import Desk
    from monitor.store.articles import KeptArticle
    from monitor.store.changes import Cause


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a text that was handed in: kept, refused as off topic, or known already; and its score."""

    what: Literal["kept", "refused", "known"]
    score: float
    reasons: tuple[str, ...]


def take_in(desk: Desk, article: Article, now: datetime, *, news: bool = True) -> TakenIn:
    """
    Keep *article*, not yet read, if it is on topic and says something that its url did not say before.

    The first text of a url is version 1; an edited one the next, said when it was edited. Off-topic texts are not kept.
    """
    topic = desk.reader.judge(article)
    if not topic.relevant:
        return TakenIn("refused", topic.score, topic.reasons)
    with desk.database.writing() as session:
        newest = articles.newest_version(session, article)
        version = _version_of(article, newest, now)
        if version is None or articles.has_text(session, version):
            return TakenIn("known", topic.score, topic.reasons)
        articles.save_article(session, version, sketch(version.text), (topic.score, topic.reasons), news=news)
    return TakenIn("kept", topic.score, topic.reasons)


def unread(desk: Desk, limit: int) -> tuple[KeptArticle, ...]:
    """Return at most *limit* of the articles that wait to be read, in the order in which they came."""
    with desk.database.reading() as session:
        return articles.unread_articles(session, limit)


def read_article(desk: Desk, kept: KeptArticle, now: datetime) -> Difference:
    """Read one stored version and save what it says; return what that did to the log."""
    return save_reading(desk, kept, desk.reader.read(kept.article), now)


def save_reading(desk: Desk, kept: KeptArticle, reading: Reading, now: datetime) -> Difference:
    """Save figures, changes and alerts of one version in one transaction; return what it did to the log."""
    with desk.database.writing() as session:
        touched = figures.buckets_of(session, kept.pk) | _buckets_of(session, reading)
        figures.save_reading(session, kept, reading)
        articles.mark_read(session, kept.pk, __version__)
        came = (kept.article.id,) if kept.news else ()
        diff = sum((fold_bucket(desk, session, one, now, came) for one in sorted(touched)), Difference())
        if kept.news:
            _address(session, desk.audience, diff, now)
        return diff


def give_up(desk: Desk, kept: KeptArticle) -> None:
    """Mark an article that the reader stumbled over, so that it does not stand in the way of the others."""
    with desk.database.writing() as session:
        articles.mark_read(session, kept.pk, f"{__version__} failed")


def last_seen(desk: Desk) -> datetime | None:
    """Return when the last article came: until then, at least, the monitor ran."""
    with desk.database.reading() as session:
        return articles.last_found(session)


def pass_days(desk: Desk, since: date, now: datetime) -> Difference:
    """Write what the clock alone changes: plans whose target passed between *since* and *now* are overdue."""
    with desk.database.reading() as session:
        passed = figures.buckets_past_target(session, since, now.astimezone(KST).date())
    found = Difference()
    for bucket in passed:
        with desk.database.writing() as session:
            diff = fold_bucket(desk, session, bucket, now)
            _address(session, desk.audience, diff, now)
            found += diff
    return found


def fold_bucket(
    desk: Desk, session: Session, bucket: str, now: datetime, came: Collection[str] = (), cause: Cause = "news"
) -> Difference:
    """
    Fold one bucket anew and write what differs from the log, in the caller's transaction; return what differed.

    *came* are the ids of the articles that came since: what others said is history. Nobody is told here, but what is
    void now is no longer told.
    """
    said = reviewed(figures.reports_of(session, bucket), reviews.reviews_in(session, bucket))
    implied = fold(said, now, desk.limits)
    stored, gone = changes.logged(session, bucket), changes.taken_back(session, bucket)
    diff = changes.difference(stored, implied, now, came, cause, gone)
    diff = changes.write_difference(session, bucket, diff, now)
    if diff.void:
        outbox.drop(session, [change.id for change in diff.void])
    return diff


def _address(session: Session, audience: Audience, diff: Difference, now: datetime) -> None:
    """Write who of *audience* is told, of what is new to the log or known to more outlets now."""
    outbox.add(session, (*diff.new, *diff.grown), audience, now)


def _version_of(article: Article, newest: KeptArticle | None, now: datetime) -> Article | None:
    if newest is None:
        return replace(article, version=1, found_at=now)
    last = newest.article
    if not was_edited(last, article) or last.version >= MOST_VERSIONS:
        return None
    edited_at = max(article.published, article.modified or article.published)
    if article.origin == "page" and edited_at <= last.published:
        edited_at = now  # the page does not tell when it was edited
    return replace(article, url=last.url, version=last.version + 1, found_at=now, published=edited_at)


def _buckets_of(session: Session, reading: Reading) -> set[str]:
    touched = {bucket_of(figure) for figure in reading.figures}
    for notice in reading.notices:
        touched |= figures.buckets_of_company(session, notice.company)
    return touched
