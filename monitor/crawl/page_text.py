"""
The article's own lines, without captions, tools, copyright and other articles' headlines.

Those lines carry other companies' figures; a figure from one of them would be laid at the wrong door.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from monitor.crawl.page_notices import BYLINE, ROLE, heads_others, is_plain_sentence, without_notices

if TYPE_CHECKING:
    from collections.abc import Iterable

ENOUGH_HANGUL: Final = 100
_HANGUL = re.compile("[가-힣]+")
_WORD = re.compile(r"\w")
_COPYRIGHT: Final = re.compile(
    r"[<\[(〈ⓒ©]\s*(?:Copyrights?|저작권자).{0,80}$|(?:^|\s)(?:Copyrights?|저작권자)\s?[ⓒ©(].{0,80}$|"
    r"[<\[(〈]?\s*[ⓒ©]\s*.{0,80}(?:금지|reserved|기자|신문|뉴스|일보|닷컴|미디어).{0,40}$",
    re.IGNORECASE,
)
_MAIL_END: Final = re.compile(r"\s*[(\[<]?\s*[\w.+-]{1,40}@[\w-]{1,30}(?:\.[\w-]{1,20}){1,4}\s*[)\]>]?\s*$")
_SIGNED_BY: Final = re.compile(
    rf"\s*[(\[</]?\s*(?:[가-힣A-Za-z]{{1,10}}\s?=\s?|^[A-Z]{{2,5}}\s)?(?:[가-힣]{{2,4}}\s?{ROLE}?\s?[,·/]?\s?){{1,4}}$"
)
_MARKED: Final = re.compile(r"[▲△]\s*\S")
_SIGNATURE: Final = 160  # the longest that a copyright is
_SIGNERS: Final = 48  # the longest that a byline without its mail address is
_LONGEST_MAIL: Final = 44
_TAIL_FROM: Final = 0.5
_SENTENCE: Final = re.compile(r"[가-힣][.?!][”\"’')\s]{0,3}(?:$|\s|[가-힣])")
_NUMBER: Final = re.compile(r"\d+")
_MOST_DECK: Final = 8  # lines
_REPEATED: Final = 0.7  # of a deck's words


def split_lines(text: str) -> list[str]:
    """Return the lines of *text* that say something, white space made one space."""
    lines = (" ".join(line.split()) for line in text.replace("\u200b", " ").split("\n"))
    return [line for line in lines if line]


def clean_lines(lines: Iterable[str], title: str = "") -> list[str]:
    """
    Return *lines* without boilerplate: copyright, buttons, captions, bylines, and the headlines of other articles.

    What follows a heading such as 관련기사 (related articles) in the second half of the text is dropped to its end,
    unless a sentence follows it.
    """
    rows = split_lines("\n".join(lines))
    total, seen = sum(map(len, rows)) or 1, 0
    kept: list[str] = []
    bare_title, begun = _bare(title), False
    for number, row in enumerate(rows):
        if seen / total >= _TAIL_FROM and heads_others(row):
            if any(map(is_plain_sentence, rows[number + 1 : number + 2])):
                continue  # the list that it headed is gone, the text goes on
            break
        seen += len(row)
        if not begun and bare_title and _bare(row) == bare_title:
            kept.clear()  # what stands above the title is no text
            continue
        trimmed = _without_signature(row if _is_listed(rows, number) else without_notices(row))
        if _WORD.search(trimmed):
            kept.append(trimmed)
            begun = begun or _SENTENCE.search(trimmed) is not None
    while kept and BYLINE.match(kept[-1]):
        kept.pop()
    return _without_deck(kept)


def _without_deck(rows: list[str]) -> list[str]:
    """Return *rows* without the headlines above their first sentence, where these only repeat what follows."""
    first = next((number for number, row in enumerate(rows) if _SENTENCE.search(row)), 0)
    deck, told = " ".join(rows[:first]), " ".join(rows[first:])
    words = deck.split()
    repeated = sum(word[:2] in told for word in words)
    repeats = repeated >= _REPEATED * len(words) and all(number in told for number in _NUMBER.findall(deck))
    return rows[first:] if first <= _MOST_DECK and repeats else rows


def _is_listed(rows: list[str], number: int) -> bool:
    """Tell whether a row with a mark in front is one of a list: a caption stands alone."""
    if not _MARKED.match(rows[number]):
        return False
    beside = (*rows[max(0, number - 1) : number], *rows[number + 1 : number + 2])
    return len(_MARKED.findall(rows[number])) > 1 or any(_MARKED.match(row) for row in beside)


def _without_signature(row: str) -> str:
    """Return *row* without the byline with a mail address, or the copyright, at its end."""
    kept = row
    if any(sign in row for sign in ("ⓒ", "©", "opyright", "저작권자")):
        kept = kept[:-_SIGNATURE] + _COPYRIGHT.sub("", kept[-_SIGNATURE:])
    at = kept.rfind("@")
    if at >= 0 and (mail := _MAIL_END.search(kept, max(0, at - _LONGEST_MAIL))):
        kept = kept[: mail.start()]
        kept = kept[:-_SIGNERS] + _SIGNED_BY.sub("", kept[-_SIGNERS:])
    return kept.strip()


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def holds_enough(lines: Iterable[str]) -> bool:
    """Tell whether *lines* hold as much Hangul as an article does."""
    left = ENOUGH_HANGUL
    for line in lines:
        left -= count_hangul((line,))
        if left <= 0:
            return True
    return False


def count_hangul(lines: Iterable[str]) -> int:
    """Return how many Hangul syllables *lines* hold."""
    return sum(map(len, _HANGUL.findall("\n".join(lines))))
