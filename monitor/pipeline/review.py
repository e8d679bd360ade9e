"""Review: a person decides on a figure, the log follows, and who was told something wrong hears that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.ledger.reviews import judgement_of, put_right, reviews_of
from monitor.pipeline.read import fold_bucket
from monitor.store import articles, changes, figures, outbox, reviews

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from monitor.model import Change, Figure, Review
    from monitor.pipeline.desk import Desk
    from monitor.store.articles import KeptArticle
    from monitor.store.changes import Difference


def decide(desk: Desk, change: Change, template: Review, now: datetime) -> Difference | None:
    """
    Write what *template* says of the figure of *change*, on every page that says so; bring the log up to date.

    Return what differs; None for a change that says no figure (overdue, withdrawn). One that was held and is right is
    told as news; one that was told and is wrong is taken back from those who got it.
    """
    decisions = reviews_of(change, template)
    if not decisions:
        return None
    bucket = change.series.partition("/")[0]  # a partner's line stands in the bucket of the joint thing
    came = {source.article for source in change.sources}
    with desk.database.writing() as session:
        reviews.save_reviews(session, bucket, decisions)
        diff = fold_bucket(desk, session, bucket, now, tuple(came))
        for gone in diff.void:
            if gone.id == change.id and template.judgement != "right":
                outbox.retract(session, gone, template.note, now)
        outbox.add(
            session, (*diff.new, *diff.grown), desk.audience, now
        )  # after: nobody is to compare with what was wrong
    return diff


def gold(desk: Desk) -> Iterator[tuple[KeptArticle, tuple[tuple[Figure, bool], ...]]]:
    """Yield each reviewed article with its figures as they should be, and whether somebody decided on each."""
    with desk.database.reading() as session:
        decisions = reviews.all_reviews(session)
        for url in dict.fromkeys(review.url for review in decisions):
            kept = articles.find_article(session, url)
            if kept is None:
                continue
            found: list[tuple[Figure, bool]] = []
            for figure in figures.figures_of(session, kept.pk):
                review = judgement_of(url, figure, decisions)
                if review is None or review.judgement == "right":
                    found.append((figure, review is not None))
                elif review.corrected is not None:
                    found.append((put_right(figure, review.corrected), True))
            yield kept, tuple(found)


def waiting(desk: Desk) -> tuple[Change, ...]:
    """Return the lines that are held for review and that nobody decided on, the oldest first."""
    with desk.database.reading() as session:
        held = changes.find_changes(session, changes.Wanted(held=True))
        done = reviews.decided(session, [change.id for change in held])
    return tuple(change for change in held if change.id not in done)
