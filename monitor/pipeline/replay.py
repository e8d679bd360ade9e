"""Give a run of articles to the store as if the monitor had been there: the clock is the articles' own."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from monitor.model import KST
from monitor.pipeline.read import pass_days, read_article, take_in, unread
from monitor.store import figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from monitor.model import Article, Change
    from monitor.pipeline.desk import Desk


def replay(desk: Desk, run: Iterable[Article], until: date | None = None) -> Iterator[Change]:
    """
    Yield each change as it was when it was found: article by article in the order given, then day by day to *until*.

    The clock never turns back: an article older than the one before it is one that arrived late.
    """
    clock: datetime | None = None
    for article in run:
        if clock is not None:
            yield from _days(desk, clock, article.published)
        clock = article.published if clock is None else max(clock, article.published)
        take_in(desk, article, clock)
        for kept in unread(desk, 1):
            yield from read_article(desk, kept, clock).news
    if clock is not None and until is not None:
        yield from _days(desk, clock, datetime.combine(until, time.max, KST))


def _days(desk: Desk, since: datetime, until: datetime) -> Iterator[Change]:
    """Yield what the clock alone changes after *since* up to *until*, stopping only on days after a target."""
    first, last = since.astimezone(KST).date(), until.astimezone(KST).date()
    if first >= last:
        return
    with desk.database.reading() as session:
        targets = figures.target_days(session, first, last)
    for target in targets:
        morning = datetime.combine(target + timedelta(days=1), time.min, KST)
        yield from pass_days(desk, target, morning).news
