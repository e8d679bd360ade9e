"""Find the feeds of a page: itself, what its head names, what it links to, the news sitemaps of robots.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from lxml import etree, html

from monitor.crawl.decoding import decode
from monitor.crawl.entries import entries_of
from monitor.crawl.items import NoFeed, plain_text
from monitor.crawl.links import clean_link
from monitor.crawl.reading import read_feed
from monitor.model import Source

if TYPE_CHECKING:
    from datetime import datetime

    from monitor.crawl.client import Answer, Client

MOST_TRIED: Final = 8
_TYPES: Final = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_LOOKS_LIKE_FEED = re.compile(r"(?i)(?:/rss|/feed|/atom|rss\.|\.rss|feed\.xml|rss[^/]*\.xml|allArticle\.xml|\.atom)")
_SITEMAP = re.compile(r"(?im)^\s*sitemap:\s*(\S+)")


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that answered: its kind, its own title, how many entries it lists and when the newest was published."""

    url: str
    kind: str
    title: str
    entries: int
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found at an address, in order of preference, and what was tried in vain with the reason."""

    found: tuple[FoundFeed, ...]
    tried: tuple[tuple[str, str], ...] = ()


async def discover(client: Client, url: str, now: datetime) -> Discovery:
    """Return the feeds of the page at *url*, itself if it is one. At most `MOST_TRIED` candidates are asked for."""
    answer = await client.get_feed(url)
    own = await _found_in(client, answer, url, now)
    if isinstance(own, FoundFeed):
        return Discovery((own,))
    links = await client.workers.run("links", answer.body, answer.headers.get("content-type", ""), answer.url)
    candidates = [link for link in links if isinstance(link, str)] if isinstance(links, list) else []
    candidates += await _sitemaps(client, answer.url)
    found, tried = [], [(url, own)]
    for candidate in list(dict.fromkeys(candidates))[:MOST_TRIED]:
        feed = await _found_in(client, await client.get_feed(candidate), candidate, now)
        if isinstance(feed, FoundFeed):
            found.append(feed)
        else:
            tried.append((candidate, feed))
    return Discovery(tuple(found), tuple(tried))


async def _found_in(client: Client, answer: Answer, url: str, now: datetime) -> FoundFeed | str:
    """Return the feed that *answer* for *url* holds, or why there is none."""
    if answer.error or answer.status != 200:  # noqa: PLR2004 - OK
        return answer.error or f"status {answer.status}"
    feed = await read_feed(client, answer)
    if isinstance(feed, NoFeed):
        return f"no feed: {feed.reason}"
    source = Source("", url, kind="sitemap" if feed.kind == "sitemap" else "feed")
    entries = entries_of(feed, source, answer.url, now)
    newest = max((entry.published for entry in entries if entry.published), default=None)
    return FoundFeed(answer.moved or url, feed.kind, plain_text(feed.title), len(entries), newest)


async def _sitemaps(client: Client, url: str) -> list[str]:
    """Return the sitemaps that robots.txt names and that are of news by their name."""
    parts = urlsplit(url)
    answer = await client.get_feed(f"{parts.scheme}://{parts.netloc}/robots.txt")
    if answer.status != 200:  # noqa: PLR2004 - OK
        return []
    return [
        link for link in _SITEMAP.findall(decode(answer.body)) if "news" in link.lower() or "latest" in link.lower()
    ]


def feed_links(body: bytes, content_type: str, address: str) -> list[str]:
    """Return the addresses on a page that are, or look like, feeds: those of its head first."""
    try:
        tree = html.document_fromstring(decode(body, content_type).encode(), html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    named = [str(link.get("href")) for link in tree.iter("link") if (link.get("type") or "").lower() in _TYPES]
    linked = [str(link.get("href")) for link in tree.iter("a") if _LOOKS_LIKE_FEED.search(link.get("href") or "")]
    return [found for link in [*named, *linked] if (found := clean_link(link, address))]
