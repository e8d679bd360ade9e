"""What a feed lists, before it is anybody's entry: items as written, and the care that text from strangers needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final, Literal

FeedKind = Literal["rss", "atom", "json", "sitemap", "sitemap index"]
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_ENTRIES: Final = 2_000
LONGEST_TITLE: Final = 1_000
LONGEST_SUMMARY: Final = 20_000
LONGEST_TAG: Final = 65_536  # one tag with 100,000 attributes takes a parser 14 s

_OVER_LONG = re.compile(rf"<[A-Za-z/][^<>]{{{LONGEST_TAG}}}")
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]{0,2000}|!--(?:(?!<!--).){0,500}?--|!\[CDATA\[|\?[^>]{0,200})>|\]\]>", re.DOTALL)
_BLOCK = re.compile(r"(?i)<(?:br|/?p|/?div|/?li|/?h\d|/?tr|/?blockquote)\b[^<>]{0,2000}>")
_HIDDEN = re.compile(r"(?i)<(script|style|iframe|figure|figcaption)\b")
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u200b\u3000]+")
_LINES = re.compile(r"\s*\n\s*")
_BAD_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,8})|(\d{1,10}));?")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w+:)?(rss|rdf|feed|urlset|sitemapindex|channel)\b", re.IGNORECASE)
_TAIL: Final = 20_000  # comments of caches follow the end
_FIRST_TAG = re.compile(r"<[A-Za-z]")
_SUBSET_END = re.compile(r"\]\s{0,100}>")


@dataclass(frozen=True, slots=True)
class Item:
    """One item as the feed writes it: dates and markup still raw."""

    link: str
    title: str
    guid: str = ""
    published: str = ""
    updated: str = ""
    summary: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """
    What a feed says. *ttl_s* is the wait that it asks for, *skip* the hours (GMT) and days it asks to leave out.

    *shape* names what the items are made of, where the clean reader read them. *is_whole* is False for a text that ends
    in the middle.
    """

    kind: FeedKind
    items: tuple[Item, ...]
    title: str = ""
    ttl_s: float = 0.0
    skip: str = ""
    shape: str = ""
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class NoFeed:
    """Text that is no feed, and what it seems to be."""

    reason: str


def plain_text(markup: str, *, lines: bool = False) -> str:
    """
    Return *markup* without tags and entities (undone twice: feeds escape twice), white space made one space.

    With *lines*, ends of blocks become line ends.
    """
    if "<" not in markup and "&" not in markup and "\u200b" not in markup:
        written = markup.splitlines() if lines else (markup,)
        return "\n".join(filter(None, map(_one_line, written)))
    text = markup
    for _ in range(2):
        text = _without_hidden(text) if "<" in text else text
        text = _BLOCK.sub("\n", text) if "<" in text else text
        text = _TAG.sub("", text) if "<" in text or "]]>" in text else text
        text = unescape(text) if "&" in text else text
    text = _SPACES.sub(" ", text)
    text = _LINES.sub("\n" if lines else " ", text)
    return text.strip()


def _without_hidden(text: str) -> str:
    """Return *text* without scripts, styles and figures. Linear, whatever is opened and never closed."""
    parts, at, lower = [], 0, text.lower()
    endless: set[str] = set()
    for found in _HIDDEN.finditer(text):
        name = found[1].lower()
        if found.start() < at or name in endless:
            continue
        end = lower.find(f"</{name}", found.end())
        if end == -1:
            endless.add(name)
            continue
        parts.append(text[at : found.start()])
        at = lower.find(">", end) + 1 or len(text)
    return " ".join([*parts, text[at:]])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def harmless(text: str) -> str:
    """
    Return *text* without what breaks parsers: the declaration, the document type with its entities, references to
    characters that do not exist. Entities of the document itself are thereby never expanded.
    """
    text = _without_doctype(_DECLARATION.sub("", text.lstrip(), count=1))
    return _BAD_REFERENCE.sub(_good_reference, text) if "&#" in text else text


def _without_doctype(text: str) -> str:
    """Return *text* without the document type before its first tag, one that never ends included."""
    first_tag = _FIRST_TAG.search(text)
    found = _DOCTYPE.search(text, 0, first_tag.start() if first_tag else len(text))
    if found is None:
        return text
    end, subset = text.find(">", found.end()), text.find("[", found.end())
    if -1 < subset < end:
        closing = _SUBSET_END.search(text, subset)
        end = closing.end() - 1 if closing else len(text)
    return text[: found.start()] + (text[end + 1 :] if end != -1 else "")


def _good_reference(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else int(found[2])
    is_text = code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000  # noqa: PLR2004 - XML's Char
    return found[0] if is_text else ""


def over_long_tag(text: str) -> bool:
    """Tell whether *text* holds a tag that would take a parser seconds: without end, or with 10,000 attributes."""
    return _OVER_LONG.search(text) is not None


def looks_like(text: str) -> FeedKind | None:
    """Return what kind of feed *text* begins as, None for no feed."""
    head = text[:3000].lstrip()
    if head.startswith("{"):
        return "json"
    found = _ROOT.search(head)
    if found is None or re.search(r"<(?:!doctype\s+)?html\b", head[: found.start()], re.IGNORECASE):
        return None
    kinds: dict[str, FeedKind] = {"feed": "atom", "urlset": "sitemap", "sitemapindex": "sitemap index"}
    return kinds.get(found[1].lower(), "rss")


def ends_well(text: str) -> bool:
    """Tell whether the element that *text* begins with is closed: what ends in the middle is a part of a feed."""
    root = _ROOT.search(text[:3000])
    return root is None or root[1].lower() == "channel" or f"</{root[0][1:]}".lower() in text[-_TAIL:].lower()


def asked_ttl_s(ttl_minutes: str, period: str, frequency: str) -> float:
    """Return the wait that ttl or sy:updatePeriod ask for; absurd ones (0, 10 years) are not taken at their word."""
    periods_s = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
    asked = [0.0]
    if re.fullmatch(r"\s*\d{1,9}\s*", ttl_minutes):
        asked.append(float(ttl_minutes) * 60)
    if period.strip().lower() in periods_s:
        times = int(frequency) if re.fullmatch(r"\s*\d{1,4}\s*", frequency) and int(frequency) else 1
        asked.append(periods_s[period.strip().lower()] / times)
    return min(max(asked), 86_400.0)


def asked_skips(hours: list[str], days: list[str]) -> str:
    """Return the hours (GMT, 24 is 0) and days to leave out as one string: '3 4 Sunday'."""
    kept = sorted({int(hour) % 24 for hour in hours if hour.isdigit() and int(hour) <= 24})  # noqa: PLR2004 - hours of a day
    names = [day.capitalize() for day in days if day.capitalize() in DAYS]
    return " ".join([*map(str, kept), *dict.fromkeys(names)])
