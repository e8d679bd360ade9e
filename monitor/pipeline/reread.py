"""Reread: what a newer grammar or catalogue finds in the stored articles. Nobody is told: rereading is not news."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from monitor import __version__
from monitor.ledger.changes import fold
from monitor.ledger.reviews import reviewed
from monitor.ledger.series import bucket_of, companies_in
from monitor.pipeline.read import fold_bucket
from monitor.store import articles, changes, figures, reviews
from monitor.store.changes import Difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from monitor.model import Reading, Report
    from monitor.pipeline.desk import Desk
    from monitor.store.articles import KeptArticle


def reread(desk: Desk, now: datetime, on_done: Callable[[int], None]) -> Difference:
    """
    Read every stored article anew, then bring the log up to date; return what differs. Alerts nobody.

    Cut off by a kill, it is begun again: figures may then be newer than the log until it is through.
    """
    found = Difference()
    for done, (kept, reading) in enumerate(_readings(desk), 1):
        with desk.database.writing() as session:
            figures.save_reading(session, kept, reading)
            articles.mark_read(session, kept.pk, __version__)
        on_done(done)
    for bucket in _buckets(desk):
        with desk.database.writing() as session:
            found += fold_bucket(desk, session, bucket, now, cause="reread")
    return found


def would_differ(desk: Desk, now: datetime, on_done: Callable[[int], None]) -> Difference:
    """Return what `reread` would change in the log, and change nothing."""
    reports: dict[str, list[Report]] = defaultdict(list)
    notices: dict[str, list[Report]] = defaultdict(list)
    for done, (kept, reading) in enumerate(_readings(desk), 1):
        for report in figures.reports_from(kept, reading):
            if report.figure is not None:
                reports[bucket_of(report.figure)].append(report)
            elif report.notice is not None:
                notices[report.notice.company].append(report)
        on_done(done)
    found = Difference()
    for bucket in sorted({*reports, *_buckets(desk)}):
        companies = companies_in(bucket, (report.figure for report in reports[bucket] if report.figure))
        told = (*reports[bucket], *(notice for company in sorted(companies) for notice in notices[company]))
        with desk.database.reading() as session:
            said = reviewed(told, reviews.reviews_in(session, bucket))
            implied = fold(said, now, desk.limits)
            found += changes.difference(changes.logged(session, bucket), implied, now, (), "reread")
    return found


def _readings(desk: Desk) -> Iterator[tuple[KeptArticle, Reading]]:
    after = 0
    while True:
        with desk.database.reading() as session:
            page = articles.articles_after(session, after)
        if not page:
            return
        for kept in page:
            yield kept, desk.reader.read(kept.article)
        after = page[-1].pk


def _buckets(desk: Desk) -> tuple[str, ...]:
    with desk.database.reading() as session:
        return tuple(sorted({*figures.all_buckets(session), *changes.all_buckets(session)}))
