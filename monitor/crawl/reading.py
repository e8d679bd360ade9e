"""The body of an answer as a feed: the fast reader where it is proved equal, feedparser in a worker for the rest."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from monitor.crawl.clean_feeds import read_clean, read_json, read_mended, read_sitemap
from monitor.crawl.decoding import decode
from monitor.crawl.items import MOST_ENTRIES, Feed, NoFeed, ends_well, looks_like, over_long_tag, plain_text
from monitor.crawl.links import clean_link
from monitor.crawl.workers import JobFailed

if TYPE_CHECKING:
    from monitor.crawl.client import Answer, Client
    from monitor.crawl.items import FeedKind, Item

READ_HERE_CHARS: Final = 500_000  # longer text would hold up the event loop: a worker reads it
PROVED_AGAIN_EVERY: Final = 512
_ITEM_END = re.compile(r"</(?:item|entry|url|sitemap)\s*>")
_ITEM = re.compile(r"<(?:item|entry|url)[\s>/]")


class Proofs:
    """
    Which shapes of feed the fast reader was seen to read as feedparser does, in this process.

    *turn* lets one feed of a shape be proved while others of it wait for the verdict.
    """

    def __init__(self) -> None:
        self._equal: dict[str, bool] = {}
        self._uses = 0
        self.turn = asyncio.Lock()

    def verdict(self, shape: str) -> bool | None:
        """Return whether *shape* is read alike, None when that is to be shown (again)."""
        self._uses += 1
        return None if self._uses % PROVED_AGAIN_EVERY == 0 else self._equal.get(shape)  # None: to be shown again

    def record(self, shape: str, *, equal: bool) -> None:
        """Keep what was seen; one difference is enough for good."""
        self._equal[shape] = equal and self._equal.get(shape, True)


async def read_feed(client: Client, answer: Answer) -> Feed | NoFeed:
    """Return what the body of *answer* lists, whether that is all of it, or why it is no feed."""
    text = decode(answer.body, answer.headers.get("content-type", ""))
    kind = looks_like(text)
    if kind is None:
        return NoFeed("a web page" if "<html" in text[:3000].lower() else "neither XML nor JSON of a feed")
    if over_long_tag(text):
        return NoFeed("a tag without end")
    if kind == "json":
        return read_json(text)
    is_whole = ends_well(text)
    feed = await _read_xml(client, kind, _first_items(text if is_whole else _whole_items(text)))
    return feed if isinstance(feed, NoFeed) or is_whole else replace(feed, is_whole=False)


async def _read_xml(client: Client, kind: FeedKind, text: str) -> Feed | NoFeed:
    if kind in {"sitemap", "sitemap index"}:
        feed = await _read(client, "sitemap", text) if len(text) > READ_HERE_CHARS else read_sitemap(text)
        return _no_index(feed) if isinstance(feed, Feed) and feed.kind == "sitemap index" else feed
    if len(text) > READ_HERE_CHARS:
        return await _read(client, "feed", text)
    clean = read_clean(text)
    equal = client.proofs.verdict(clean.shape) if clean else False
    if clean is None or equal is False:
        return await _read(client, "feed", text)
    return clean if equal else await _proved(client, clean, text)


async def _proved(client: Client, clean: Feed, text: str) -> Feed | NoFeed:
    """Read *text* both ways, unless another feed of its shape did while this one waited."""
    async with client.proofs.turn:
        if client.proofs.verdict(clean.shape):
            return clean
        read = await _read(client, "feed", text)
        if isinstance(read, Feed):
            client.proofs.record(clean.shape, equal=same_items(clean, read))
        return read


def _first_items(text: str) -> str:
    """Return *text* up to as many items as are read of a feed: no parser sees the other million."""
    starts = (found.start() for found in _ITEM.finditer(text))
    end = next(islice(starts, MOST_ENTRIES, None), None)
    if end is None:
        return text
    return _closed(text[:end])


def _whole_items(text: str) -> str:
    """Return *text*, which ends in the middle, up to the last item that is whole: the next has half an address."""
    ends = [found.end() for found in _ITEM_END.finditer(text)]
    return _closed(text[: ends[-1]]) if ends else text


def _closed(kept: str) -> str:
    closing = "</feed>" if "</entry" in kept else "</urlset>" if "</url>" in kept else "</channel></rss>"
    return kept + closing


def _no_index(index: Feed) -> NoFeed:
    """Say which sitemaps an index holds: one of them is the source, the index changes for the others' sake."""
    newest = sorted(index.items, key=lambda item: ("news" in item.link, item.updated), reverse=True)
    return NoFeed(f"an index of {len(index.items)} sitemaps; name one, such as {newest[0].link if newest else 'none'}")


async def _read(client: Client, job: str, text: str) -> Feed | NoFeed:
    result = await client.workers.run(job, text)
    if isinstance(result, Feed | NoFeed):
        return result
    if job == "feed" and isinstance(mended := await _mended(client, text), Feed) and mended.items:
        return mended
    return NoFeed(result.error if isinstance(result, JobFailed) else "the worker answered nonsense")


async def _mended(client: Client, text: str) -> object:
    """Read as libxml2 mends it what feedparser failed on, or was too slow for."""
    return read_mended(text) if len(text) <= READ_HERE_CHARS else await client.workers.run("mended feed", text)


def same_items(one: Feed, other: Feed) -> bool:
    """Tell whether two readings of a feed list the same articles with the same words."""
    return list(map(_said, one.items)) == list(map(_said, other.items))


def _said(item: Item) -> tuple[str, ...]:
    published = item.published or item.updated
    return (
        clean_link(item.link),
        plain_text(item.title),
        item.guid,
        published,
        plain_text(item.summary),
        plain_text(item.author),
    )
