"""Tell an edited article from the same one printed again."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from monitor.model import Article

MOST_VERSIONS = 24  # a page that changes at every look must not fill the store
FADING = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7))  # since it was found
RESTLESS = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?"  # a clock
    r"|\d+\s*(?:초|분|시간)\s*전"  # seconds, minutes, hours ago
    r"|(?:조회|댓글|추천|공감|좋아요)\s*수?\s*[:：]?\s*[\d,]+"  # views, comments, likes
    r"|\s+"
)


def was_edited(before: Article, after: Article) -> bool:
    """Tell whether title or text differ in more than white space, a printed clock or a count of views and comments."""
    return _settled(before.title) != _settled(after.title) or _settled(before.text) != _settled(after.text)


def next_look(found_at: datetime, now: datetime) -> datetime | None:
    """Return when to fetch a kept page again; None when it is settled. Looks that were missed are not made up for."""
    return next((found_at + age for age in FADING if found_at + age > now), None)


def _settled(text: str) -> str:
    return RESTLESS.sub("", text)
