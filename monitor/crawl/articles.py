"""
Fetch the page behind an entry and return the article on it, with its text in paragraphs, a line each.

The feed's own words can serve where the page gives none, and the article says so (`origin` is "summary").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final

from monitor.crawl.dates import parse_date, zone_named
from monitor.crawl.links import clean_link, portal_of
from monitor.crawl.pages import Page
from monitor.crawl.timing import TOO_MANY_S, retry_after_s
from monitor.crawl.workers import JobFailed
from monitor.model import Article, FetchFailure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from monitor.crawl.client import Answer, Client
    from monitor.model import Entry, PageRules

FEWEST_CHARS: Final = 40  # less than this is no article but a notice
LASTING: Final = frozenset((401, 403, 404, 410, 451))
_PAGE_TYPES: Final = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")


@dataclass(frozen=True, slots=True)
class _Trouble:
    error: str
    lasting: bool = False
    status: int | None = None
    retry_after_s: float | None = None


async def fetch(
    client: Client, entry: Entry, rules: Sequence[PageRules], now: datetime, zone: str = "Asia/Seoul"
) -> Article | FetchFailure:
    """
    Return the article behind *entry*, or why there is none. Raise for nothing a server does.

    *rules* are the outlet's, for any day; those in force when the entry was published are used. *zone* is the outlet's,
    for times without one. When tries run out or a failure is lasting, and no text is known yet, `article_of_summary`
    makes an article of the feed's words.
    """
    answer = await client.get_page(entry.url)
    found = _trouble_of(answer, now) or await _page_of(client, answer, entry, rules)
    if isinstance(found, Page):
        return article_of_page(entry, found, answer.url, now, zone)
    held_by = answer.url if answer.status == 429 or answer.closed_s else ""  # noqa: PLR2004 - Too Many Requests
    if held_by and found.retry_after_s:
        client.close_host(held_by, found.retry_after_s)
    return FetchFailure(entry, found.error, found.lasting, found.status, found.retry_after_s, held_by)


def _trouble_of(answer: Answer, now: datetime) -> _Trouble | None:
    """Return what keeps *answer* from being a page, None when it is one."""
    if answer.error:
        wait_s = answer.closed_s or None
        return _Trouble(answer.error, answer.trouble in {"refused", "broken"}, answer.status, wait_s)
    if answer.status != 200:  # noqa: PLR2004 - OK
        wait_s = retry_after_s(answer.headers, now) or (TOO_MANY_S[0] if answer.status == 429 else None)  # noqa: PLR2004 - Too Many Requests
        return _Trouble(f"status {answer.status}", answer.status in LASTING, answer.status, wait_s)
    kind = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind and kind not in _PAGE_TYPES:
        return _Trouble(f"no page but {kind[:60]}", lasting=True, status=200)
    return None if answer.body.strip() else _Trouble("an empty page", status=200)


async def _page_of(client: Client, answer: Answer, entry: Entry, rules: Sequence[PageRules]) -> Page | _Trouble:
    """Return what a worker reads on the page, or what is wrong with it."""
    content_type = answer.headers.get("content-type", "")
    in_force = rules_in_force(rules, entry.published)
    page = await client.workers.run("page", answer.body, content_type, answer.url, in_force, entry.title)
    if isinstance(page, JobFailed):
        return _Trouble(page.error, lasting=True, status=200)
    if not isinstance(page, Page) or len(page.text) < FEWEST_CHARS:
        return _Trouble("the page yields no text", lasting=True, status=200)
    return page


def rules_in_force(rules: Sequence[PageRules], published: datetime | None) -> PageRules | None:
    """Return the latest of *rules* that began by the day of *published* (None: the latest of all), None without any."""
    day = published.date() if published is not None else None
    known = [rule for rule in rules if day is None or rule.since is None or rule.since <= day]
    return max(known, key=lambda rule: rule.since.toordinal() if rule.since else 0, default=None)


def article_of_page(entry: Entry, page: Page, address: str, now: datetime, zone: str) -> Article:
    """Return the article that *page*, found at *address*, holds for *entry*."""
    own_zone = zone_named(zone)
    published = parse_date(page.published, now, own_zone)
    listed = entry.published
    if published is None or (listed is not None and _is_midnight(published) and published.date() == listed.date()):
        published = listed or published  # a day alone says less than the feed's minute
    modified = parse_date(page.modified, now, own_zone)
    canonical = clean_link(page.canonical, address)
    return Article(
        id=f"{entry.outlet}/{entry.guid}",
        outlet=entry.outlet,
        url=(clean_link(page.origin, address) if portal_of(address) else "") or canonical or clean_link(address),
        title=page.title or entry.title,
        text=page.text,
        published=published or now,
        found_at=now,
        modified=modified if modified and published and modified > published else None,
        author=page.author or entry.author,
    )


def article_of_summary(entry: Entry, now: datetime) -> Article | None:
    """Return the article that the feed's summary makes, None when it says too little."""
    if len(entry.summary) < FEWEST_CHARS:
        return None
    return Article(
        id=f"{entry.outlet}/{entry.guid}",
        outlet=entry.outlet,
        url=entry.url,
        title=entry.title,
        text=entry.summary,
        published=entry.published or now,
        found_at=now,
        author=entry.author,
        origin="summary",
    )


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0) and moment.tzinfo is not UTC
