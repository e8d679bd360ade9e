"""A tree to lines, one a block: without captions, tools, advertisements, boxes of other articles, what is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from monitor.crawl.page_notices import heads_a_box
from monitor.crawl.page_text import split_lines

if TYPE_CHECKING:
    from lxml import html

_SPACES: Final = re.compile(r"[\s\u200b]+")
_BLOCKS: Final = frozenset(
    ("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
     "tbody", "td", "th", "thead", "tr", "ul")
)  # fmt: skip
_NO_TEXT: Final = frozenset(
    ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video", "audio",
     "button", "select", "textarea", "input", "figure", "figcaption", "caption", "form", "nav", "footer", "head", "map")
)  # fmt: skip
_PHOTOS: Final = (
    r"caption\w*|img_?desc|image-?(?:desc|caption|source)|photo_?(?:desc|caption|txt|info|view|box|wrap|area|group|layout|"
    r"zone|journal)\w*|photojournal|(?:img|ai|photo|pic)_?cap\w*|art(?:icle)?_?(?:photo|image)\w*|vod_?player\w*|editor-img-box|end_photo_org|"
    r"img_?(?:box|wrap|area|center|floating)|thumb_?(?:area|box|wrap)"
)
_PHOTO: Final = re.compile(rf"(?i)(?:^|[\s_-])(?:{_PHOTOS})(?=$|[\s_-])")
_FOREIGN: Final = re.compile(
    rf"(?i)(?:^|[\s_-])(?:{_PHOTOS}|imgcaption|"
    r"relat\w*|rel_?(?:news|article|list)|link_?news\w*|recommend\w*|ranking|popular|most_?view\w*|hot_?news|"
    r"article_relation|another_?category|postbtn|"
    r"copy_?right\w*|reporter\w*|journalist\w*|writer|byline|author_?box|sns\w*|share\w*|sharedaddy|"
    r"ad|ads|advert\w*|banner\w*|google_?ad\w*|adsbygoogle|subscribe\w*|newsletter|comment\w*|reply\w*|"
    r"tag_?list|keyword\w*|hashtag\w*|breadcrumb\w*|article-?(?:copy|tools?)|article_copy|tts\w*|font-?size\w*|sound_only|"
    r"summ[au]r\w*|poll|vote|survey|report_?box|hash|reactions?|"
    r"blind)(?=$|[\s_-])"
)
_REST: Final = re.compile(r"(?i)(?:^|[\s_-])(?:more|rest|remain\w*|full|expand\w*|continue\w*|fold\w*)(?=$|[\s_-])")
_BOXES: Final = frozenset(("div", "ul", "ol", "dl", "section", "aside", "table", "blockquote", "nav"))
_AROUND: Final = frozenset(("nav", "aside", "footer"))
_MOSTLY: Final = 0.6  # of a box of links are links; the rest are headings and dates
_WHOLLY: Final = 0.95
_SHORT_CHARS: Final = 250  # is no paragraph beside a picture but its caption
_LINK_LINE_CHARS: Final = 120
_BOX_CHARS: Final = 600
_DEEPEST: Final = 200  # Python's stack


def text_of_blocks(element: html.HtmlElement) -> list[str]:
    """Return the lines of *element*, one a block, without what is no part of the article."""
    parts: list[str] = []
    _collect(element, parts)
    return split_lines("".join(parts))


class _Counted(NamedTuple):
    """Characters of an element: all of them, those in links, and those that are neither links nor dropped."""

    size: int = 0
    linked: int = 0
    plain: int = 0


def _collect(element: html.HtmlElement, parts: list[str], depth: int = 0) -> _Counted:
    """Append the text of *element* to *parts* and count it."""
    is_block = element.tag in _BLOCKS
    if is_block:
        parts.append("\n")
    size = plain = _add(element.text, parts)
    linked = 0
    for child in element:
        if isinstance(child.tag, str) and depth < _DEEPEST and not is_foreign(child):
            start = len(parts)
            inner = _collect(child, parts, depth + 1)
            size, linked, plain = size + inner.size, linked + inner.linked, plain + inner.plain
            if inner.size and (_is_no_text(child, inner) or _is_headed_box(child, inner, parts, start)):
                del parts[start:]
                plain -= inner.plain
        own = _add(child.tail, parts)
        size, plain = size + own, plain + own
    if is_block:
        parts.append("\n")
    return _Counted(size, size, 0) if element.tag == "a" else _Counted(size, linked, plain)


def _add(text: str | None, parts: list[str]) -> int:
    if not text:
        return 0
    one_line = _SPACES.sub(" ", text)
    parts.append(one_line)
    return len(one_line.strip())


def _is_no_text(element: html.HtmlElement, counted: _Counted) -> bool:
    """Tell whether *element* lists other articles (links with a heading and dates), or is a picture with a caption."""
    size, linked, plain = counted
    if element.tag in _BOXES and linked >= _MOSTLY * size and plain < _SHORT_CHARS:
        return True
    if element.tag == "p" and linked >= _WHOLLY * size and size < _LINK_LINE_CHARS:
        return True
    if size >= _SHORT_CHARS or element.tag not in {"table", "p", "div", "span", "center"}:
        return False
    if element.find(".//img") is None:
        return False
    return element.tag == "table" or not _said_beside(element)


def _is_headed_box(element: html.HtmlElement, counted: _Counted, parts: list[str], start: int) -> bool:
    """Tell whether *element* is a short box that says by its heading that it is no part of the text."""
    if element.tag not in _BOXES or counted.size >= _BOX_CHARS:
        return False
    heading, _, under = "".join(parts[start:]).strip().partition("\n")
    return bool(under) and heads_a_box(heading.strip())


def _said_beside(element: html.HtmlElement) -> bool:
    """Tell whether *element* says more than what is set as small print below its picture."""
    beside = element.xpath(".//text()[not(ancestor::em or ancestor::small or ancestor::i)]")
    return isinstance(beside, list) and any(str(text).strip() for text in beside)


def is_foreign(element: html.HtmlElement) -> bool:
    """Tell whether *element* is no part of the text: a caption, an advertisement, a box of other articles."""
    if element.tag in _NO_TEXT:
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if named.strip() and _FOREIGN.search(named):
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    is_hidden = "display:none" in style or element.get("aria-hidden") == "true" or element.get("hidden") is not None
    return is_hidden and _REST.search(named) is None  # 'read more' opens the rest of the text


def drop_furniture(tree: html.HtmlElement) -> None:
    """Take menus and pictures with their captions out of *tree*: a general extractor keeps them as paragraphs."""
    for element in list(tree.iter("div", "p", "span", "em", "figure", "td", "dd", "nav", "aside", "footer")):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_photo = element.tag == "figure" or (named.strip() and _PHOTO.search(named))
        is_short = element.tag in _AROUND or (is_photo and len(str(element.text_content())) < _SHORT_CHARS)
        if is_short and element.getparent() is not None:
            element.drop_tree()
