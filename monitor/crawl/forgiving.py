"""Any feed that feedparser makes sense of: slowly, and raising on damaged ones now and then. Call it in a worker."""

from __future__ import annotations

import re

import feedparser

from monitor.crawl.items import MOST_ENTRIES, Feed, Item, NoFeed, asked_skips, asked_ttl_s, harmless


def read_with_feedparser(text: str) -> Feed | NoFeed:
    """Return what feedparser finds in *text*. May raise anything, take long, and eat memory: call it in a worker."""
    parsed = feedparser.parse(
        harmless(text).encode("utf-8"), sanitize_html=False, resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )  # fmt: skip
    if not parsed.get("version") and not parsed.get("entries"):
        return NoFeed("no feed that feedparser knows")
    head = parsed.get("feed", {})
    items = tuple(_parsed_item(entry) for entry in parsed["entries"][:MOST_ENTRIES])
    return Feed(
        kind="atom" if str(parsed.get("version")).startswith("atom") else "rss",
        items=items,
        title=str(head.get("title", "")),
        ttl_s=asked_ttl_s(
            str(head.get("ttl", "")), str(head.get("sy_updateperiod", "")), str(head.get("sy_updatefrequency", ""))
        ),
        skip=asked_skips(re.findall(r"(?i)<hour>\s*(\d{1,2})", text), re.findall(r"(?i)<day>\s*(\w+)", text)),
    )


def _parsed_item(entry: feedparser.FeedParserDict) -> Item:
    contents = [str(part.get("value", "")) for part in entry.get("content", ()) if hasattr(part, "get")]
    link = str(entry.get("link") or "")
    guid = str(entry.get("id") or "")
    return Item(
        link=link or (guid if guid.startswith("http") else ""),
        title=str(entry.get("title") or ""),
        guid=guid,
        published=str(entry.get("published") or entry.get("created") or ""),
        updated=str(entry.get("updated") or "") if "updated" in dict.keys(entry) else "",
        summary=max([str(entry.get("summary") or ""), *contents], key=len),
        author=str(entry.get("author") or ""),
    )
