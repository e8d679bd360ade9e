"""
What people decided of figures, applied before the fold: wrong ones left out, others put right, right ones believed.

A decision names a figure by page and value, not by a row: it holds for whatever a later reading finds there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monitor.model import Change, Claim, Figure, Report, Review


def reviewed(reports: Iterable[Report], reviews: Iterable[Review]) -> Iterator[Report]:
    """Yield *reports* as people decided; the last decision on a figure counts."""
    decided = {_decided(review): review for review in sorted(reviews, key=lambda review: review.at)}
    for report in reports:
        review = decided.get(_said(report.url, report.figure)) if report.figure else None
        if review is None or report.figure is None:
            yield report
        elif review.judgement == "right":
            yield replace(report, confirmed=True)
        elif review.corrected is not None:
            yield replace(report, figure=put_right(report.figure, review.corrected), confirmed=True)


def reviews_of(change: Change, template: Review) -> tuple[Review, ...]:
    """Return *template* for each page that says what *change* says, () for a change that says no figure."""
    said = change.after
    if said is None:
        return ()
    about = replace(template, company=change.company, metric=change.metric, change=change.id)
    about = replace(about, low=said.low, high=said.high, unit=said.unit)
    return tuple(replace(about, url=source.url) for source in change.sources)


def judgement_of(url: str, figure: Figure, reviews: Iterable[Review]) -> Review | None:
    """Return the last decision on *figure* of the page at *url*, None where nobody decided."""
    of_it = [review for review in reviews if _decided(review) == _said(url, figure)]
    return max(of_it, key=lambda review: review.at, default=None)


def put_right(figure: Figure, claim: Claim) -> Figure:
    """Return *figure* with the value that a person gave it."""
    return replace(
        figure,
        low=claim.low,
        high=claim.high,
        unit=claim.unit,
        qualifier=claim.qualifier,
        status=claim.status,
        target=claim.target,
        gloss=None,
    )


def _decided(review: Review) -> tuple[object, ...]:
    return review.url, review.company, review.metric, review.low, review.high, review.unit


def _said(url: str, figure: Figure) -> tuple[object, ...]:
    return url, figure.company, figure.metric, figure.low, figure.high, figure.unit
