"""A feed's items as entries of an outlet: one an article, with clean address and text, in the outlet's zone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from monitor.crawl.dates import parse_date, zone_named
from monitor.crawl.items import LONGEST_SUMMARY, LONGEST_TITLE, plain_text
from monitor.crawl.links import article_key, clean_link, portal_of
from monitor.model import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, tzinfo

    from monitor.crawl.items import Feed, Item
    from monitor.model import Source

_ARTICLE_DIGITS: Final = 6
_CONTENT_DIGITS: Final = 4
_MOST_AHEAD: Final = timedelta(days=1)
_BYLINE = re.compile(r"^[\w.+-]+@[\w.-]+\s*\((.{1,60})\)$")  # RSS 2.0: mail (name)


def entries_of(feed: Feed, source: Source, address: str, now: datetime) -> tuple[Entry, ...]:
    """
    Return the entries of *feed*, found at *address*, in its order, each article once.

    The guid is made of the outlet's article number where the address has one (see `links.article_key`); items that
    share an address are told apart by their own guid, then by title.
    """
    zone = zone_named(source.zone)
    own = clean_link(address)
    drafts = [entry for item in feed.items if (entry := _entry(item, source, own, now, zone)) is not None]
    return tuple({entry.guid: entry for entry in reversed(_told_apart(drafts, feed.items))}.values())[::-1]


def _entry(item: Item, source: Source, address: str, now: datetime, zone: tzinfo) -> Entry | None:
    url = clean_link(item.link, address)
    title = plain_text(item.title[: 4 * LONGEST_TITLE])[:LONGEST_TITLE]
    if source.kind == "search":
        title = without_outlet(title, url)
    if not url or url == address:
        url = clean_link(item.guid)
    if not url or (not title and "sitemap" not in source.kind):
        return None
    published = parse_date(item.published, now, zone) or parse_date(item.updated, now, zone)
    if published is not None and published - now > _MOST_AHEAD:
        published = None
    byline = plain_text(item.author[:LONGEST_TITLE])
    named = _BYLINE.match(byline) if "@" in byline else None
    return Entry(
        outlet=source.outlet,
        guid=article_key(url),
        url=url,
        title=title,
        published=published,
        summary=plain_text(item.summary[: 4 * LONGEST_SUMMARY], lines=True)[:LONGEST_SUMMARY],
        author=(named[1] if named else byline)[:200] or None,
    )


def _told_apart(drafts: list[Entry], items: Sequence[Item]) -> list[Entry]:
    """Give entries that share a key, and are not one article, keys of their own."""
    titles = Counter(key for key, _ in {(entry.guid, entry.title) for entry in drafts})
    if not titles or max(titles.values()) == 1:
        return drafts
    guids = {
        (item.link.strip(), plain_text(item.title[: 4 * LONGEST_TITLE])[:LONGEST_TITLE]): item.guid for item in items
    }
    is_own = Counter(guids.values())
    return [_with_own_key(entry, guids, is_own) if titles[entry.guid] > 1 else entry for entry in drafts]


def _with_own_key(entry: Entry, guids: dict[tuple[str, str], str], uses: Counter[str]) -> Entry:
    own = next((guid for (_, title), guid in guids.items() if title == entry.title and guid and uses[guid] == 1), "")
    return replace(entry, guid=f"{entry.guid}#{own or _digest(entry.title, 8)}")


def tokens_of(entries: Iterable[Entry]) -> list[str]:
    """Return what is remembered of a listing: for each entry a digest of the article and one of what is said of it."""
    return [_token(entry) for entry in entries]


def _token(entry: Entry) -> str:
    said = f"{entry.url}\0{entry.title}\0{entry.published}\0{entry.summary}"
    return _digest(f"{entry.outlet}\0{entry.guid}", _ARTICLE_DIGITS) + _digest(said, _CONTENT_DIGITS)


def overlap(tokens: Sequence[str], window: str) -> float | None:
    """Return the share of *tokens* whose article *window* listed, None without anything to compare."""
    known = {token[:_ARTICLE_DIGITS] for token in window.split()}
    if not known or not tokens:
        return None
    return sum(token[:_ARTICLE_DIGITS] in known for token in tokens) / len(tokens)


def window_span_s(entries: Sequence[Entry]) -> float | None:
    """Return the seconds between the oldest and the newest entry, None for too few dates to say."""
    dates = [entry.published for entry in entries if entry.published is not None]
    if len(dates) < 5 or len(dates) < len(entries) / 2:  # noqa: PLR2004 - fewer say little
        return None
    return (max(dates) - min(dates)).total_seconds()


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()[:size]


def without_outlet(title: str, link: str) -> str:
    """Return a search feed's *title* without the ' - outlet' that Google ends it with."""
    return title.rpartition(" - ")[0] or title if portal_of(link) == "google" else title
