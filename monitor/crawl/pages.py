"""
Bytes of a page in, the article on it out. Runs in a worker: parsers are slow and fragile on what strangers write.

In this order: the outlet's own selectors; the containers that the content systems of Korean outlets use; what the
page's scripts carry, where the markup has no paragraphs; the block around nearly all sentences; trafilatura; the
scripts again. All of them end in the same cleaning of lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree, html

from monitor.crawl.decoding import decode
from monitor.crawl.items import over_long_tag
from monitor.crawl.page_blocks import drop_furniture, text_of_blocks
from monitor.crawl.page_body import body_of
from monitor.crawl.page_heads import Head, names_of, read_head, without_site
from monitor.crawl.page_scripts import Embedded, best_article, values_of
from monitor.crawl.page_text import clean_lines, count_hangul, holds_enough

if TYPE_CHECKING:
    from collections.abc import Callable

    from monitor.model import PageRules

_UNSEEN: Final = ("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea")
# Where the content systems of Korean outlets put the text, the surest first: attribute, value.
CONTAINERS: Final = (
    ("itemprop", "articleBody"),
    ("id", "article-view-content-div"),
    ("id", "dic_area"),
    ("id", "newsct_article"),
    ("id", "articleBodyContents"),
    ("id", "newsEndContents"),
    ("id", "articletxt"),
    ("id", "articleBody"),
    ("id", "article_body"),
    ("id", "articeBody"),
    ("id", "CmAdContent"),
    ("id", "textBody"),
    ("id", "news_body_area"),
    ("id", "newsContent"),
    ("class", "news_cnt_detail_wrap"),
    ("class", "article_txt"),
    ("class", "story-news"),
    ("class", "article-body"),
    ("class", "article_view"),
    ("class", "article_body"),
    ("class", "news_body"),
    ("class", "news_view"),
    ("class", "article-text"),
    ("class", "art_body"),
    ("class", "article_content"),
    ("class", "view_text"),
    ("class", "text_area"),
    ("class", "viewer"),
    ("class", "contents_style"),
    ("class", "entry-content"),
)
_ANY_CONTAINER: Final = etree.XPath(
    "//*[" + " or ".join(f"contains(@{name},'{value}')" for name, value in CONTAINERS) + "]"
)


@dataclass(frozen=True, slots=True)
class Page:
    """
    An article as its page has it. *text* is one paragraph a line; times are as written; *origin* is that of a copy.

    *way* tells how the text was found: rules, container, body, trafilatura or script.
    """

    title: str
    text: str
    author: str = ""
    published: str = ""
    modified: str = ""
    canonical: str = ""
    origin: str = ""
    way: str = ""


def read_page(
    body: bytes, content_type: str = "", address: str = "", rules: PageRules | None = None, entry_title: str = ""
) -> Page | None:
    """
    Return the article on the page, None when there is none.

    *rules* are the outlet's selectors. *entry_title* is the feed's: it wins over a page's spelling of the same title.
    """
    text = decode(body, content_type)
    tree = _tree(text)
    if tree is None:
        return None
    values = list(values_of(tree))
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    head, embedded = read_head(tree, values, entry_title), best_article(values)
    ruled = _by_rules(tree, rules) if rules is not None else {}
    known = any(value in text for _, value in CONTAINERS)
    lines, way = _lines(tree, address, ruled.get("text", ""), embedded, head.title, known=known)
    if not lines:
        return None
    return _page(head, embedded if way == "script" else None, ruled, lines, way)


def _tree(text: str) -> html.HtmlElement | None:
    """Return the tree of *text*, None for what no page is or what would take a parser long."""
    if over_long_tag(text) or "<" not in text:
        return None
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _lines(
    tree: html.HtmlElement, address: str, ruled: str, embedded: Embedded | None, title: str, *, known: bool
) -> tuple[list[str], str]:
    """Return the article's lines and the way that found them: the first way that finds enough, else the best."""
    ways: tuple[tuple[str, Callable[[], list[str]]], ...] = (
        ("rules", lambda: ruled.split("\n") if ruled else []),
        ("container", lambda: _container_lines(tree) if known else []),
        ("script", lambda: _embedded_lines(embedded) if embedded is not None and _only_in_script(tree) else []),
        ("body", lambda: text_of_blocks(body) if (body := body_of(tree)) is not None else []),
        ("trafilatura", lambda: _trafilatura_lines(tree, address)),
        ("script", lambda: _embedded_lines(embedded) if embedded is not None else []),
    )
    best: tuple[list[str], str] = ([], "")
    for way, find in ways:
        lines = clean_lines(find(), title)
        if holds_enough(lines):
            return lines, way
        best = max(best, (lines, way), key=lambda found: sum(map(len, found[0])))
    return best


def _container_lines(tree: html.HtmlElement) -> list[str]:
    """Return the lines of the surest container that holds enough."""
    elements: list[html.HtmlElement] = _ANY_CONTAINER(tree)
    for name, value in CONTAINERS if elements else ():
        found = [element for element in elements if value in (element.get(name) or "").split()]
        lines = max(map(text_of_blocks, found[:5]), key=count_hangul, default=[])
        if holds_enough(lines):
            return lines
    return []


def _only_in_script(tree: html.HtmlElement) -> bool:
    """Tell whether the markup holds next to no paragraphs: a page that its scripts build."""
    return not holds_enough(str(text) for element in tree.iter("p") for text in element.itertext())


def _embedded_lines(embedded: Embedded) -> list[str]:
    markup = f"<div><p>{embedded.subtitle}</p>{embedded.markup}</div>"
    if "<" not in embedded.markup:
        return embedded.markup.split("\n")
    return text_of_blocks(html.fragment_fromstring(markup))


def _trafilatura_lines(tree: html.HtmlElement, address: str) -> list[str]:
    import trafilatura  # noqa: PLC0415 - a second to load, and most pages of known outlets do without

    drop_furniture(tree)
    found = trafilatura.bare_extraction(tree, url=address or None, include_comments=False, include_tables=False)
    text = getattr(found, "text", None)
    return str(text).split("\n") if text else []


def _by_rules(tree: html.HtmlElement, rules: PageRules) -> dict[str, str]:
    """Return what the outlet's selectors find, by field; cut what they drop from *tree*."""
    for selector in rules.drop:
        for element in tree.cssselect(selector):
            element.drop_tree()
    found: dict[str, str] = {}
    for field in ("title", "author", "published", "modified"):
        if selector := str(getattr(rules, field)):
            found[field] = next((_said(element) for element in tree.cssselect(selector)), "")
    if rules.text:
        found["text"] = "\n".join(line for element in tree.cssselect(rules.text) for line in text_of_blocks(element))
    return found


def _said(element: html.HtmlElement) -> str:
    return (element.get("content") or element.get("datetime") or " ".join(element.text_content().split())).strip()


def _page(head: Head, embedded: Embedded | None, ruled: dict[str, str], lines: list[str], way: str) -> Page:
    told = embedded or Embedded("")
    return Page(
        title=ruled.get("title") or head.title or without_site(told.title),
        text="\n".join(lines),
        author=names_of(ruled.get("author", "")) or head.author or names_of(told.author),
        published=ruled.get("published") or head.published or told.published,
        modified=ruled.get("modified") or head.modified or told.modified,
        canonical=head.canonical,
        origin=head.origin,
        way=way,
    )
