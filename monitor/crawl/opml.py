"""Subscriptions as OPML, the format in which feed readers hand them to each other. Pure: text in, text out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from lxml import etree

from monitor.crawl.decoding import decode
from monitor.crawl.items import harmless
from monitor.crawl.links import clean_link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monitor.model import Source

MOST_OUTLINES: Final = 10_000


@dataclass(frozen=True, slots=True)
class Subscribed:
    """One feed of an OPML file: its address, and the outlet and section as the file names them."""

    outlet: str
    url: str
    section: str = ""


def write_opml(sources: Iterable[Source], title: str = "monitor") -> str:
    """Return *sources* as OPML 2.0, an outline for each outlet with its feeds below."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    outlets: dict[str, etree._Element] = {}
    for source in sources:
        parent = outlets.get(source.outlet)
        if parent is None:
            parent = outlets[source.outlet] = etree.SubElement(body, "outline", text=source.outlet, title=source.outlet)
        etree.SubElement(parent, "outline", type="rss", text=source.section or source.outlet, xmlUrl=source.url)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text.decode()


def read_opml(body: bytes) -> tuple[Subscribed, ...] | str:
    """
    Return the feeds that an OPML file names, each address once, or why it cannot be read.

    The outlet is the outline above the feed, else the feed's own name, else its host.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(harmless(decode(body)).encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return f"no XML: {error}"
    if root is None or root.tag != "opml":
        return "no OPML: the outermost element is not <opml>"
    outlines = [outline for outline in root.iter("outline") if outline.get("xmlUrl")][:MOST_OUTLINES]
    feeds = {feed.url: feed for feed in map(_subscribed, outlines) if feed.url}
    return tuple(feeds.values()) or "no outline with an xmlUrl"


def _subscribed(outline: etree._Element) -> Subscribed:
    url = clean_link(outline.get("xmlUrl") or "")
    own = (outline.get("title") or outline.get("text") or "").strip()
    above = outline.getparent()
    group = "" if above is None else (above.get("title") or above.get("text") or "").strip()
    outlet = group or own or (urlsplit(url).hostname or "")
    return Subscribed(outlet, url, own if own != outlet else "")
