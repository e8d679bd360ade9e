"""What a page says of its article outside the text: title, byline, times, canonical address, the origin of a copy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from monitor.crawl.items import plain_text
from monitor.crawl.page_scripts import Json, first_text, objects_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import html

_ARTICLE_TYPES: Final = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "TechArticle")
)
_PUBLISHED_NAMES: Final = (
    "article:published_time", "og:article:published_time", "dable:published_time", "datepublished", "date", "pubdate",
    "dc.date.issued", "dc.date", "publishdate", "article:published", "sailthru.date", "regdate",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED_NAMES: Final = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "lastmod",
    "datemodified",
)
_AUTHOR_NAMES: Final = (
    "dable:author", "article:author", "og:article:author", "author", "byl", "dc.creator", "article:author_name"
)  # fmt: skip
_DATE: Final = (
    r"((?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[일.]?\s?(?:\([월화수목금토일]\))?"
    r"(?:\s?\(?(?:오전|오후)?\s?\d{1,2}\s?[:시]\s?\d\d(?::\d\d)?\)?)?)"
)
_YEAR = re.compile(r"20\d\d\s?[-./년]")
_ENTERED = re.compile(rf"(?:기사\s?)?(?:입력|등록|승인|송고|발행|작성)(?:일시?|시간)?\s?[:|]?\s{{0,3}}{_DATE}")
_CHANGED = re.compile(rf"(?:최종\s?|기사\s?)?(?:수정|업데이트|편집)(?:일시?|시간)?\s?[:|]?\s{{0,3}}{_DATE}")
_STAMPED = re.compile(rf"{_DATE}(?<=[:시]\s\d\d|.[:시]\d\d)")
_REPORTERS = re.compile(r"([가-힣]{2,4})\s?(?:[가-힣A-Za-z]{0,6}기자(?!회|간|단|들|협|실|상)|특파원|논설위원)")
# (서울=연합뉴스) 김하나 기자 =, [한빛일보 김하나 기자], 김하나 기자 hana@hanbit.example
_ROLE: Final = r"(?:선임|인턴|전문|객원|수습)?기자"
_SIGNED = re.compile(
    rf"[)\]]\s?([가-힣]{{2,4}})\s?{_ROLE}\s?=|\[[가-힣A-Za-z ]{{2,14}}[ =]([가-힣]{{2,4}})\s?{_ROLE}\]|"
    rf"([가-힣]{{2,4}})\s?{_ROLE}\s*[(<\[|]{{0,2}}\s?[\w.+-]{{1,40}}@|"
    rf"([가-힣]{{2,4}})\s?{_ROLE}\s?(?=[|·]|입력|등록|승인|송고|공개|작성|20\d\d)|"
    rf"\w@[\w.-]{{3,40}}\s([가-힣]{{2,4}})\s?{_ROLE}(?=\s)|"
    rf":\d\d\s(?:by\s)?([가-힣]{{2,4}})\s?{_ROLE}(?=\s)"
)
_BYLINES: Final = etree.XPath(
    "//*[@class and (" + " or ".join(
        f"contains(@class,'{name}')"
        for name in ("reporter", "writer", "byline", "journalist", "author", "editor", "infomation")
    ) + ")]"
)  # fmt: skip
_OUTLET_NAME = re.compile(
    r"일보|신문|뉴스|경제|방송|타임스|타임즈|투데이|데일리|미디어|헤럴드|저널|닷컴|편집국|편집부|온라인|취재|관리자|기자|네이버|다음"
)
_TEXTS: Final = etree.XPath("//body/descendant-or-self::*[not(self::figcaption)]/text()", smart_strings=False)
_ANY_MARK: Final = etree.XPath(
    "boolean(//@datetime | //@data-date-time | //@data-published-time | //@data-publish-time | "
    "//@data-modify-date-time | //@data-modified-time | //@itemprop)"
)
_PUBLISHED_MARKS: Final = tuple(map(etree.XPath, (
    "//time[@itemprop='datePublished' or contains(@class,'published')]/@datetime", "//@data-date-time",
    "//@data-published-time", "//@data-publish-time", "//time/@datetime", "//*[@itemprop='datePublished']/@content",
)))  # fmt: skip
_MODIFIED_MARKS: Final = tuple(map(etree.XPath, (
    "//time[@itemprop='dateModified' or contains(@class,'updated') or contains(@class,'modified')]/@datetime",
    "//@data-modify-date-time", "//@data-modified-time", "//*[@itemprop='dateModified']/@content",
)))  # fmt: skip
_HEADLINE: Final = etree.XPath("//h1")
_TITLE: Final = etree.XPath("//title")
_CANONICAL: Final = etree.XPath("//link[@rel='canonical']/@href")
_ORIGIN: Final = etree.XPath("//a[contains(@class,'origin_link') or contains(@class,'link_origin')]/@href")
_MOST_SHOWN: Final = 8_000  # what stands above a text, and the beginning of it
_END_SHOWN: Final = 2_000
_MOST_BYLINES: Final = 20
_LONGEST_BYLINE: Final = 200
_FEWEST_TITLE: Final = 5  # a title is more than a word
_SITE_TAIL = re.compile(
    r"\s*[|ㅣ»]\s*[^|ㅣ]{1,24}$|"
    r"\s+[-–:<]+\s+[^-–:|]{0,16}(?:일보|신문|경제|뉴스|방송|닷컴|타임스|투데이|데일리|미디어|헤럴드|저널|[A-Z]{2,4}|\.(?:com|kr|net))\s?>?$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's head says, '' for what it does not. Times as written."""

    title: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    canonical: str = ""
    origin: str = ""


def read_head(tree: html.HtmlElement, values: Iterable[Json], entry_title: str = "") -> Head:
    """
    Return what the head of *tree* and the ld+json among *values* say.

    The title loses the outlet's name at its end; where it says the same as *entry_title*, the feed's spelling wins.
    """
    meta = _meta(tree)
    row = next((row for row in objects_in(values) if _is_article(row)), {})
    site = meta.get("og:site_name", "")
    written = first_text(row, ("headline",)) or meta.get("og:title") or meta.get("title") or _first(tree, _HEADLINE)
    title = without_site(plain_text(written or _first(tree, _TITLE)), site)
    published = first_text(row, ("datePublished",)) or _one_of(meta, _PUBLISHED_NAMES)
    modified = first_text(row, ("dateModified",)) or _one_of(meta, _MODIFIED_NAMES)
    if not (published and modified) and _ANY_MARK(tree):
        published, modified = published or _marked(tree, _PUBLISHED_MARKS), modified or _marked(tree, _MODIFIED_MARKS)
    author = names_of(first_text(row, ("author", "creator"))) or _author(meta) or _marked_byline(tree)
    shown = "" if published and modified and author else _shown_text(tree)
    spoken = _visible_times(shown)
    return Head(
        title=entry_title
        if _bare(entry_title) and _bare(entry_title) in {_bare(title), _bare(plain_text(written))}
        else title,
        author=author or _signed(shown),
        published=published or spoken[0],
        modified=modified or spoken[1],
        canonical=_first(tree, _CANONICAL) or meta.get("og:url", ""),
        origin=_first(tree, _ORIGIN),
    )


def _is_article(row: dict[str, Json]) -> bool:
    kinds = row.get("@type")
    return any(
        kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    )


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
            if name.lower() == "author":  # the outlet comes first, the person after it
                found["author"] = content
    return found


def _one_of(meta: dict[str, str], names: Iterable[str]) -> str:
    return next((meta[name] for name in names if any(char.isdigit() for char in meta.get(name, ""))), "")


def _author(meta: dict[str, str]) -> str:
    return next((named for name in _AUTHOR_NAMES if (named := names_of(meta.get(name, "")))), "")


def names_of(byline: str) -> str:
    """
    Return the people that a byline names, without titles, places, mail addresses and the outlet; '' for nobody.

    >>> names_of("순천 = 김하나 기자 hana@example.com, 이두리 특파원")
    '김하나, 이두리'
    """
    text = plain_text(byline)
    if not text or text.startswith("http"):
        return ""
    people = _REPORTERS.findall(text)
    if people:
        return ", ".join(dict.fromkeys(people))
    names = [name.strip() for name in re.split(r"[,;|·]", re.sub(r"\S+@\S+|네이버|다음|Daum", "", text))]
    is_name = re.compile(r"[가-힣]{2,4}|[A-Z][A-Za-z.'-]{1,20}(?: [A-Z][A-Za-z.'-]{1,20}){1,3}")
    return ", ".join(dict.fromkeys(name for name in names if is_name.fullmatch(name) and not _OUTLET_NAME.search(name)))


def without_site(title: str, site: str = "") -> str:
    """Return *title* without the outlet's name (and section) that pages put at its end."""
    shorter = title.removesuffix(site).rstrip(" -–|ㅣ:<»") if site else title
    for _ in range(2):  # title : section : outlet
        shorter = _SITE_TAIL.sub("", shorter)
    kept = re.sub(r"-[가-힣/·]{2,6}$", "", shorter) if "ㅣ" in title else shorter
    return kept if len(kept) >= _FEWEST_TITLE else title


def _marked(tree: html.HtmlElement, paths: Iterable[etree.XPath]) -> str:
    return next((found for path in paths if (found := _first(tree, path))), "")


def _marked_byline(tree: html.HtmlElement) -> str:
    """Return the reporters that a byline of the page's own names; a box for them holds other words, too."""
    boxes: list[html.HtmlElement] = _BYLINES(tree)
    texts = (" ".join(str(box.text_content()).split())[:_LONGEST_BYLINE] for box in boxes[:_MOST_BYLINES])
    return next((", ".join(dict.fromkeys(people)) for text in texts if (people := _REPORTERS.findall(text))), "")


def _shown_text(tree: html.HtmlElement) -> str:
    """Return what the page prints above its text and at its end."""
    shown = " ".join(" ".join(_TEXTS(tree)).split())
    return shown if len(shown) <= _MOST_SHOWN + _END_SHOWN else f"{shown[:_MOST_SHOWN]} {shown[-_END_SHOWN:]}"


def _visible_times(shown: str) -> tuple[str, str]:
    """Return the times that the page prints as entered and as changed, as written; else the first that it prints."""
    if _YEAR.search(shown) is None:
        return "", ""
    entered, changed = _ENTERED.search(shown), _CHANGED.search(shown)
    first = entered or _STAMPED.search(shown)
    return first[1] if first else "", changed[1] if changed else ""


def _signed(shown: str) -> str:
    """Return who signs the text itself."""
    found = _SIGNED.search(shown) if "기자" in shown else None
    return next(filter(None, found.groups()), "") if found else ""


def _first(tree: html.HtmlElement, path: etree.XPath) -> str:
    found = path(tree)
    if not isinstance(found, list) or not found:
        return ""
    first = found[0]
    return str(first if isinstance(first, str) else first.text_content()).strip()


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
