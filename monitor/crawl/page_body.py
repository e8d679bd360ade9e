"""Where a page of no known layout keeps its article: the innermost element around nearly all of its sentences."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from lxml import etree

from monitor.crawl.page_blocks import is_foreign

if TYPE_CHECKING:
    from lxml import html

_SENTENCES: Final = etree.XPath("//body//text()[contains(., '다.')]")  # news ends its sentences so, menus do not
_PLAIN: Final = re.compile(r"(?<!니)다\.")  # papers speak plainly; notices politely, and broadcasters
_AROUND: Final = frozenset(("a", "header"))  # no sentence in them is the article's
_NEARLY_ALL: Final = 0.9
_WITHIN_A_LINE: Final = frozenset(
    ("a", "b", "em", "font", "h1", "h2", "h3", "h4", "i", "li", "p", "span", "strong", "u")
)
_FEWEST_CHARS: Final = 150
_MOST_SENTENCES: Final = 1_000  # tell where an article is; a page may hold any number


def body_of(tree: html.HtmlElement) -> html.HtmlElement | None:
    """Return the innermost block of *tree* that holds nearly all sentences, None when they are few or strewn."""
    found = body = tree.find("body")
    if found is None:
        return None
    sentences = _SENTENCES(tree)
    said = _chars_of([sentence for sentence in sentences if _PLAIN.search(sentence)])
    if said[body] < _FEWEST_CHARS:
        said = _chars_of(sentences)
    if said[body] < _FEWEST_CHARS:
        return None
    while inner := [child for child in found if said[child] >= _NEARLY_ALL * said[found]]:
        if inner[0].tag in _WITHIN_A_LINE:
            break
        found = inner[0]
    return found if found is not body else None


def _chars_of(sentences: list[etree._ElementUnicodeResult]) -> Counter[html.HtmlElement]:
    """Return how many characters of *sentences* each element holds, without those in what is no part of an article."""
    said: Counter[html.HtmlElement] = Counter()
    foreign: dict[html.HtmlElement, bool] = {}
    for sentence in sentences[:_MOST_SENTENCES]:
        beside = sentence.getparent()
        holders = [*([] if sentence.is_tail else [beside]), *beside.iterancestors()]
        for element in holders:
            if element not in foreign:
                foreign[element] = element.tag in _AROUND or is_foreign(element)
        if not any(foreign[element] for element in holders):
            said.update(dict.fromkeys(holders, len(sentence)))
    return said
