"""
Clean feeds of the usual shapes, read far faster than feedparser does: RSS 2.0, Atom, sitemaps, JSON feed.

`read_clean` returns None for whatever is not surely read as feedparser would read it: ill-formed XML, unknown elements,
markup inside a title, one element twice. The caller proves each shape once against feedparser before it trusts it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from lxml import etree

from monitor.crawl.items import MOST_ENTRIES, Feed, Item, NoFeed, asked_skips, asked_ttl_s, harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_CREATOR: Final = f"{_DC}creator"
_DATE: Final = f"{_DC}date"
_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
_MEDIA: Final = "{http://search.yahoo.com/mrss/}"
_SY: Final = "{http://purl.org/rss/1.0/modules/syndication/}"
_SITEMAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS: Final = "{http://www.google.com/schemas/sitemap-news/0.9}"
_RSS_TEXTS: Final = frozenset(("title", "link", "description", "pubDate", "guid", "author", _CREATOR, _DATE, _CONTENT))
_RSS_OTHERS: Final = frozenset(("category", "comments", "enclosure", f"{_MEDIA}content", f"{_MEDIA}thumbnail"))
_ATOM_TEXTS: Final = frozenset(_ATOM + name for name in ("title", "id", "published", "updated", "summary", "content"))
_ATOM_OTHERS: Final = frozenset((f"{_ATOM}link", f"{_ATOM}author", f"{_ATOM}category"))


def read_clean(text: str) -> Feed | None:
    """Return the items of a clean RSS or Atom feed, None for one that feedparser has to read."""
    return _read(_tree(text, recover=False))


def read_mended(text: str) -> Feed | None:
    """Return the items of a feed on which feedparser itself failed, its XML mended as libxml2 does it."""
    return _read(_tree(text, recover=True))


def _read(root: etree._Element | None) -> Feed | None:
    if root is None:
        return None
    if root.tag == "rss" and len(root) == 1 and root[0].tag == "channel":
        return _read_rss(root[0])
    return _read_atom(root) if root.tag == f"{_ATOM}feed" else None


def _tree(text: str, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, recover=recover,
    )  # fmt: skip
    try:
        return etree.fromstring(harmless(text).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _texts(
    item: etree._Element, texts: frozenset[str], others: frozenset[str], names: set[str]
) -> dict[str, str] | None:
    """
    Return the text of each known child of *item*; None if one is unknown, holds markup, or comes twice.

    The names of all of them are added to *names*.
    """
    found: dict[str, str] = {}
    for child in item:
        name = child.tag
        names.add(name)
        if name in others:
            continue
        if name not in texts or name in found or len(child):
            return None
        found[name] = (child.text or "").strip()
    return found


def _read_rss(channel: etree._Element) -> Feed | None:
    items, names = [], {"item"}
    for element in channel.findall("item")[:MOST_ENTRIES]:
        texts = _texts(element, _RSS_TEXTS, _RSS_OTHERS, names)
        if texts is None:
            return None
        items.append(_rss_item(texts, element))
    head = {str(child.tag): (child.text or "").strip() for child in channel if len(child) == 0}
    return Feed(
        kind="rss",
        items=tuple(items),
        title=head.get("title", ""),
        ttl_s=asked_ttl_s(
            head.get("ttl", ""), head.get(f"{_SY}updatePeriod", ""), head.get(f"{_SY}updateFrequency", "")
        ),
        skip=asked_skips(_all_text(channel.iterfind("skipHours/hour")), _all_text(channel.iterfind("skipDays/day"))),
        shape=" ".join(sorted(names)),
    )


def _rss_item(texts: dict[str, str], element: etree._Element) -> Item:
    named, description, content = texts.get("guid", ""), texts.get("description", ""), texts.get(_CONTENT, "")
    return Item(
        link=texts.get("link", "") or (named if named.startswith("http") and _is_link(element) else ""),
        title=texts.get("title", ""),
        guid=named,
        published=texts.get("pubDate", ""),
        updated=texts.get(_DATE, ""),
        summary=content if len(content) > len(description) else description,
        author=texts.get("author", "") or texts.get(_CREATOR, ""),
    )


def _is_link(item: etree._Element) -> bool:
    """Tell whether the guid of *item* says that it is an address too."""
    guid = item.find("guid")
    return guid is not None and guid.get("isPermaLink", "true").lower() == "true"


def _read_atom(root: etree._Element) -> Feed | None:
    if next(root.iter(), root).get("{http://www.w3.org/XML/1998/namespace}base"):
        return None
    items, names = [], {"entry"}
    for entry in root.findall(f"{_ATOM}entry")[:MOST_ENTRIES]:
        texts = _texts(entry, _ATOM_TEXTS, _ATOM_OTHERS, names)
        links = [
            link.get("href", "")
            for link in entry.findall(f"{_ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        ]
        if texts is None or len(links) != 1:
            return None
        authors = _all_text(entry.iterfind(f"{_ATOM}author/{_ATOM}name"))
        if len(authors) > 1:
            return None
        items.append(
            Item(
                link=links[0].strip(),
                title=texts.get(f"{_ATOM}title", ""),
                guid=texts.get(f"{_ATOM}id", ""),
                published=texts.get(f"{_ATOM}published", ""),
                updated=texts.get(f"{_ATOM}updated", ""),
                summary=max(texts.get(f"{_ATOM}summary", ""), texts.get(f"{_ATOM}content", ""), key=len),
                author="".join(authors),
            )
        )
    return Feed("atom", tuple(items), (root.findtext(f"{_ATOM}title") or "").strip(), shape=" ".join(sorted(names)))


def _all_text(elements: Iterable[etree._Element]) -> list[str]:
    return [(element.text or "").strip() for element in elements]


def read_sitemap(text: str) -> Feed | NoFeed:
    """Return the pages of a news sitemap (with titles), of a plain one, or the sitemaps of an index."""
    root = _tree(text, recover=False)
    if root is None:
        root = _tree(text, recover=True)
    if root is None:
        return NoFeed("XML that cannot be read")
    is_index = _local_name(root) == "sitemapindex"
    rows = [row for row in root if isinstance(row.tag, str)][:MOST_ENTRIES]
    items = tuple(item for item in map(_sitemap_item, rows) if item.link)
    return Feed("sitemap index" if is_index else "sitemap", items)


def _local_name(element: etree._Element) -> str:
    """Return the name without namespace or prefix; a tree that was recovered holds names that lxml itself refuses."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _sitemap_item(row: etree._Element) -> Item:
    texts: dict[str, str] = {}
    for element in row.iter():
        if isinstance(element.tag, str):  # any prefix: outlets invent their own for the news names
            texts.setdefault(_local_name(element), (element.text or "").strip())
    return Item(
        link=texts.get("loc", ""),
        title=texts.get("title", ""),
        published=texts.get("publication_date", ""),
        updated=texts.get("lastmod", ""),
    )


def read_json(text: str) -> Feed | NoFeed:
    """Return the items of a JSON feed (jsonfeed.org, versions 1 and 1.1)."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return NoFeed(f"JSON that cannot be read: {str(error)[:100]}")
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        return NoFeed("JSON without a list of items")
    rows = [row for row in data["items"][:MOST_ENTRIES] if isinstance(row, dict)]
    return Feed("json", tuple(_json_item(row) for row in rows), _string(data, "title"))


def _json_item(row: dict[str, object]) -> Item:
    authors = row.get("authors") or [row.get("author")]
    names = (
        [_string(author, "name") for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    )
    return Item(
        link=_string(row, "url") or _string(row, "external_url"),
        title=_string(row, "title"),
        guid=_string(row, "id"),
        published=_string(row, "date_published"),
        updated=_string(row, "date_modified"),
        summary=max((_string(row, name) for name in ("summary", "content_text", "content_html")), key=len),
        author=", ".join(filter(None, names)),
    )


def _string(row: dict[str, object], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
