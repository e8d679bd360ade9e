"""Fetch: an entry to the text of its page, kept if it is on topic, and looked at again while it may be edited."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from monitor.crawl.articles import article_of_summary, fetch
from monitor.model import FetchFailure
from monitor.pipeline.edits import next_look
from monitor.pipeline.poll import hold_host
from monitor.pipeline.read import TakenIn, take_in
from monitor.store import entries
from monitor.store.entries import DueEntry, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from monitor.crawl.client import Client
    from monitor.model import Article
    from monitor.pipeline.desk import Desk

RETRIES = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6), timedelta(days=1))
AT_ONCE_PER_OUTLET = 2  # more would only queue at the host's pause and keep others out
WINDOW = 2000  # due entries looked at to spread the work over outlets


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one entry: kept, edited, known, refused, retry or failed; with the score or the error."""

    what: str
    score: float | None = None
    error: str = ""


def due_entries(desk: Desk, now: datetime, in_hand: Mapping[int, str], room: int) -> tuple[DueEntry, ...]:
    """
    Return at most *room* entries to fetch at *now*, few of one outlet, so that a busy one keeps no other waiting.

    *in_hand* are those that are being fetched, key to outlet: they are still due.
    """
    taken = Counter(in_hand.values())
    chosen: list[int] = []
    with desk.database.reading() as session:
        for pk, outlet in entries.due_keys(session, now, WINDOW):
            if len(chosen) >= room:
                break
            if pk not in in_hand and taken[outlet] < AT_ONCE_PER_OUTLET:
                taken[outlet] += 1
                chosen.append(pk)
        return entries.entries_with(session, chosen)


async def fetch_entry(desk: Desk, client: Client, due: DueEntry, now: datetime) -> Fetched:
    """Fetch one entry's page and save what came of it. A headline that refutes the topic saves its page the visit."""
    headline = desk.reader.relevance(due.entry.title, due.entry.summary)
    if due.checks == 0 and headline.score < 0:
        refused = Outcome("refused", score=headline.score, reasons=headline.reasons)
        return await desk.store(_settle, desk, due, refused, Fetched("refused", headline.score))
    outlet = desk.outlet(due.entry.outlet)
    rules, zone = (outlet.pages, outlet.zone) if outlet else ((), "Asia/Seoul")
    page = await fetch(client, due.entry, rules, now, zone)
    if isinstance(page, FetchFailure):
        return await desk.store(_failed, desk, due, page, now)
    return await desk.store(_took, desk, due, page, now)


def _took(desk: Desk, due: DueEntry, article: Article, now: datetime) -> Fetched:
    """Take the text in, then settle its entry: a crash between the two fetches again and finds the text known."""
    taken = take_in(desk, article, now)
    if taken.what == "refused" and due.checks == 0:
        outcome = Outcome("refused", score=taken.score, reasons=taken.reasons)
    else:
        checks = due.checks + 1
        outcome = Outcome("kept", next_look(due.found_at, now), checks, score=taken.score, reasons=taken.reasons)
    return _settle(desk, due, outcome, Fetched(_word(taken, due), taken.score))


def _failed(desk: Desk, due: DueEntry, failure: FetchFailure, now: datetime) -> Fetched:
    """Try again later, ever later; a page that cannot be had at a second look leaves the article as it is."""
    if failure.held_by and failure.retry_after_s:
        with desk.database.writing() as session:
            hold_host(session, failure.held_by, now + timedelta(seconds=failure.retry_after_s))
    if due.checks:
        checks = due.checks + 1
        outcome = Outcome("kept", next_look(due.found_at, now), checks, error=failure.error)
        return _settle(desk, due, outcome, Fetched("unseen", error=failure.error))
    if failure.lasting or due.tries >= len(RETRIES):  # the feed's summary is better than nothing
        if article := article_of_summary(due.entry, now):
            return _took(desk, due, article, now)
        return _settle(desk, due, Outcome("failed", error=failure.error), Fetched("failed", error=failure.error))
    wait = max(RETRIES[due.tries], timedelta(seconds=failure.retry_after_s or 0))
    outcome = Outcome("waiting", now + wait, tries=due.tries + 1, error=failure.error)
    return _settle(desk, due, outcome, Fetched("retry", error=failure.error))


def _settle(desk: Desk, due: DueEntry, outcome: Outcome, fetched: Fetched) -> Fetched:
    with desk.database.writing() as session:
        entries.settle_entry(session, due.pk, outcome)
    return fetched


def _word(taken: TakenIn, due: DueEntry) -> str:
    return "edited" if taken.what == "kept" and due.checks else taken.what
