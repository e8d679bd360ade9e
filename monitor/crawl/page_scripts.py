"""
Articles that a page carries in its scripts and not in its markup: ld+json, Next.js, Arc Fusion, initial states.

Every JSON value that a script holds is walked; the object with the longest Korean text under a name that articles use
is the article. Nothing is executed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import html

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_TEXT_NAMES: Final = (
    "articleBody", "contentHtml", "articleContent", "article_content", "contents", "content", "body", "bodyHtml",
    "articleText", "text", "html", "cont", "ctt", "news_contents",
)  # fmt: skip
_TITLE_NAMES: Final = ("headline", "title", "articleTitle", "news_title", "subject", "headlines")
_SUBTITLE_NAMES: Final = ("subTitle", "subtitle", "sub_title", "subHeadline", "subheadlines")
_AUTHOR_NAMES: Final = (
    "author",
    "writerDisplay",
    "byline",
    "reporter",
    "writer",
    "writerName",
    "credits",
    "reporterName",
)
_PUBLISHED_NAMES: Final = (
    "datePublished", "publishedAt", "deployDt", "first_publish_date", "display_date", "published_at", "regDate",
    "regDt", "createdAt", "serviceDate", "pubDate", "inputDate",
)  # fmt: skip
_MODIFIED_NAMES: Final = (
    "dateModified", "modifiedAt", "reDeployDt", "last_updated_date", "updated_at", "modDate", "updatedAt", "updDt"
)  # fmt: skip
_LIKE_TEXT = re.compile(r"(?i)(?:content|contents|body|text|html|article)s?$")  # newsContent, viewBody
_LIKE_TITLE = re.compile(r"(?i)(?:title|headline|subject)$")
_LIKE_AUTHOR = re.compile(r"(?i)(?:author|reporter|writer)(?:_?name|list|s)?$")
_LIKE_PUBLISHED = re.compile(
    r"(?i)^(?:reg|create|publish|first|input|service|serv|deploy|send|write)\w{0,12}(?:date|dt|time|at|ymdt)$"
)
_LIKE_MODIFIED = re.compile(r"(?i)^(?:mod|update|edit|last|chg|change)\w{0,12}(?:date|dt|time|at|ymdt)$")
_FLIGHT = re.compile(r'self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)', re.DOTALL)
_FLIGHT_ROW = re.compile(r"(?:^|(?<=\n))([0-9a-f]{1,6}):(?:T([0-9a-f]{1,6}),)?", re.MULTILINE)
_WRAPPED = re.compile(r"(?://|/\*)?\s{0,3}(?:<!\[CDATA\[|\]\]>|<!--|-->)\s{0,3}(?:\*/)?")
_OPENS = re.compile(r"[=(]\s*(?=[{\[])")
_PARSED = re.compile(r'JSON\.parse\(("(?:[^"\\]|\\.)*")\)')
_HANGUL = re.compile("[가-힣]")
_FEWEST_HANGUL: Final = 80
_DEEPEST: Final = 40
_MOST_VALUES: Final = 200_000
_MOST_SCRIPTS: Final = 200


@dataclass(frozen=True, slots=True)
class Embedded:
    """An article as a script holds it: *markup* may be HTML or plain text, dates are as written."""

    markup: str
    title: str = ""
    subtitle: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""


def embedded_article(tree: html.HtmlElement) -> Embedded | None:
    """Return the article that the scripts of *tree* hold, None when none holds as much as a paragraph of Korean."""
    return best_article(values_of(tree))


def best_article(values: Iterable[Json]) -> Embedded | None:
    """Return the article with the longest Korean text among *values* and all that they hold."""
    best, most = None, _FEWEST_HANGUL
    for row in objects_in(values):
        markup = _markup_of(row)
        if len(markup) > most and (size := len(_HANGUL.findall(markup))) > most:
            best, most = row, size
    if best is None:
        return None
    return Embedded(
        _markup_of(best),
        first_text(best, _TITLE_NAMES) or _like(best, _LIKE_TITLE),
        first_text(best, _SUBTITLE_NAMES),
        first_text(best, _AUTHOR_NAMES) or _like(best, _LIKE_AUTHOR),
        first_text(best, _PUBLISHED_NAMES) or _like(best, _LIKE_PUBLISHED),
        first_text(best, _MODIFIED_NAMES) or _like(best, _LIKE_MODIFIED),
    )


def _like(row: dict[str, Json], pattern: re.Pattern[str]) -> str:
    """Return the first text of *row* under a name that *pattern* fits."""
    return first_text(row, (name for name in row if pattern.search(name)))


def values_of(tree: html.HtmlElement) -> Iterator[Json]:
    """Yield every JSON value that the scripts of *tree* hold: whole scripts, assignments, streamed rows."""
    scripts = [str(script.text) for script in tree.iter("script") if script.text][:_MOST_SCRIPTS]
    flight = "".join(part for script in scripts for part in _strings(_FLIGHT, script))
    yield from _flight_rows(flight)
    for script in scripts:
        if "self.__next_f.push" not in script and _may_tell(script):
            yield from _values_in(script)


def _may_tell(script: str) -> bool:
    """Tell whether *script* may hold Korean, as it is or escaped, or linked data: most scripts are programs."""
    return not script.isascii() or "\\u" in script or "@type" in script


def _strings(pattern: re.Pattern[str], script: str) -> Iterator[str]:
    for found in pattern.finditer(script):
        value = _loaded(found[1])
        if isinstance(value, str):
            yield value


def _loaded(text: str) -> Json:
    try:
        value: Json = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _values_in(script: str) -> Iterator[Json]:
    text = _WRAPPED.sub("", script).strip().removesuffix(";")
    if text[:1] in {"{", "["} and (whole := _loaded(text)) is not None:
        yield whole
        return
    for inner in _strings(_PARSED, script):
        yield _loaded(inner)
    decoder, end = json.JSONDecoder(strict=False), 0
    for found in _OPENS.finditer(script):
        if found.end() < end or len(script) - found.end() < _FEWEST_HANGUL:
            continue
        try:
            value, end = decoder.raw_decode(script, found.end())
        except (ValueError, RecursionError):
            continue
        yield value


def _flight_rows(flight: str) -> Iterator[Json]:
    """Yield the rows of React's stream, with references to text rows (`$24`) put in their place."""
    texts: dict[str, str] = {}
    rows: list[str] = []
    at = 0
    while found := _FLIGHT_ROW.search(flight, at):
        if found[2]:
            size = int(found[2], 16)
            texts[found[1]] = flight[found.end() :].encode()[:size].decode("utf-8", "ignore")
            at = found.end() + len(texts[found[1]])
            continue
        end = flight.find("\n", found.end())
        rows.append(flight[found.end() : end if end != -1 else len(flight)])
        at = end + 1 if end != -1 else len(flight)
    for row in rows:
        if row[:1] in {"{", "["}:
            yield _with_texts(_loaded(row), texts, 0)


def _with_texts(value: Json, texts: dict[str, str], depth: int) -> Json:
    if depth > _DEEPEST:
        return None
    if isinstance(value, str):
        return texts.get(value[1:], value) if value.startswith("$") else value
    if isinstance(value, list):
        return [_with_texts(inner, texts, depth + 1) for inner in value]
    if isinstance(value, dict):
        return {name: _with_texts(inner, texts, depth + 1) for name, inner in value.items()}
    return value


def objects_in(values: Iterable[Json]) -> Iterator[dict[str, Json]]:
    """Yield every object in *values*, outer before inner, up to a fixed count and depth."""
    waiting: list[tuple[Json, int]] = [(value, 0) for value in values][::-1]
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        value, depth = waiting.pop()
        if isinstance(value, dict):
            yield value
        inner: Iterable[Json] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if depth < _DEEPEST:
            waiting.extend((part, depth + 1) for part in inner if isinstance(part, dict | list))


def _markup_of(row: dict[str, Json]) -> str:
    """Return the longest text of *row* under a name that articles use; Arc's list of elements is joined."""
    elements = row.get("content_elements")
    if isinstance(elements, list):
        texts = [part for part in elements if isinstance(part, dict) and part.get("type") in {"text", "header"}]
        return "".join(f"<p>{part.get('content') or ''}</p>" for part in texts)
    named = max((value for name in _TEXT_NAMES if isinstance(value := row.get(name), str)), key=len, default="")
    if len(named) > _FEWEST_HANGUL:
        return named
    others = (value for name, value in row.items() if isinstance(value, str) and _LIKE_TEXT.search(name))
    return max(others, key=len, default=named)


def first_text(row: dict[str, Json], names: Iterable[str]) -> str:
    """Return the first text under one of *names*; of people their names, of Arc's headlines the basic one."""
    return next((text for name in names if (text := _text_of(row.get(name)))), "")


def _text_of(value: Json) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text_of, value[:5])))
    if isinstance(value, dict):
        return next((text for name in ("name", "basic", "by") if (text := _text_of(value.get(name)))), "")
    return ""
