"""Reviews: what people decided of figures, kept apart from the figures so that a reread cannot touch them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert
from sqlmodel import Session, col, select

from monitor.store.tables import ReviewRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from monitor.model import Review


def save_reviews(session: Session, bucket: str, reviews: Sequence[Review]) -> None:
    """Keep decisions on figures of *bucket*; earlier ones on the same figure stay, and count no longer."""
    rows = [{"bucket": bucket, "change": one.change, "at": one.at, "review": one} for one in reviews]
    session.connection().execute(insert(ReviewRow), rows)


def reviews_in(session: Session, bucket: str) -> tuple[Review, ...]:
    """Return the decisions on figures of *bucket*."""
    return tuple(row.review for row in session.exec(select(ReviewRow).where(ReviewRow.bucket == bucket)))


def all_reviews(session: Session) -> tuple[Review, ...]:
    """Return every decision, in the order in which they were made."""
    return tuple(row.review for row in session.exec(select(ReviewRow).order_by(col(ReviewRow.pk))))


def decided(session: Session, changes: Collection[str]) -> set[str]:
    """Return those of *changes* that somebody decided on."""
    return set(session.exec(select(ReviewRow.change).where(col(ReviewRow.change).in_(changes)).distinct()))
