"""
Cut Korean news text into sentences, lines and clauses. Every offset points into the text that was given.

Korean newsrooms close a sentence with a verb ending and a full stop; portals lose the space after it ("왔다.사업").
Bullets (▲ ◇ - ①), captions and headlines have no full stop at all: a line break or the bullet itself ends them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A stop after a Hangul syllable or a closing quote or bracket, not inside a number, an initial or a web address.
_STOP = re.compile(
    r"(?<=[가-힣])[.?!]+[\"'”’」』)\]]*(?=\s|[가-힣\"'“‘「『\[(◇◆■□▲△▶▷●○①-⑳ㆍA-Z]|$)"
    r"|(?<=[\"'”’)\]A-Za-z0-9%])\.(?=\s|$)"
    r"|(?<=[다요죠까])\.(?=\d)"
    r"|\n+"
    r"|[(\[<](?:사진|자료|그래픽|출처|이미지)\s?(?:제공)?\s?[=:][^()\[\]<>\n]{1,30}[)\]>](?=[가-힣A-Z'\"‘“])"  # a credit: a caption ends
    r"|(?=(?<![\s])\s*[◇◆■□▲△▶▷●━]\s?)"
    r"|(?=\s-\s?(?=[^\s\d]))|(?<=[가-힣\"'”’])(?=-\s[가-힣A-Z\"'“‘])"
)
_CAPTION = re.compile(r"(?:사진|자료|그래픽|출처|이미지)\s?[=:|ⓒ]|\[사진|/사진")  # photo, data, graphic, source
_BULLET = re.compile(r"\s*[◇◆■□▲△▶▷●○━\-·•①-⑳]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of one text that says one thing; *part* tells headline, prose, bullet line and caption apart."""

    text: str
    start: int
    end: int
    part: str = "prose"


def cut_sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of *text*, left to right; together they hold every character that is not white space."""
    start = 0
    for stop in _STOP.finditer(text):
        if stop.end() > start:
            yield from _sentence(text, start, stop.end())
        start = max(start, stop.end())
    yield from _sentence(text, start, len(text))


def headline_of(title: str) -> Sentence:
    """Return the headline as a sentence before the text: its offsets are negative, the text itself starts at 0."""
    return Sentence(title, -len(title) - 1, -1, "headline")


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    words = text[start:end]
    part = "bullet" if _BULLET.match(words) else "caption" if _CAPTION.search(words) else "prose"
    yield Sentence(words, start, end, part)


# ── clauses ─────────────────────────────────────────────────────────────────────────────────────────────────────────
# Endings that close a clause inside a sentence. Bare 고 (and) also ends nouns (광고 advertisement, 최고 best), so that it
# counts only behind a verb stem that news uses, or before a comma.
_JOIN = re.compile(
    r"(?:(?<=[가-힣])(?:으며|며|지만|으나|는데|인데|은데|한데|던데|면서|다가|으니|더니|거나)"
    r"|(?<=[하되이있없았었했였겠됐났렸갔왔졌췄섰컸냈켰혔꿨렀받맺짓맞놓들웠뒀줬봤])고"
    r"|(?<=[가-힣])[고자나해여서워쳐내려],"
    r"|(?<=[가-힣])(?:[가-힣]*[은는](?= 반면)) 반면"
    r")(?:,?\s(?!있|싶|나서|말[았고])|,)"
    r"|(?<=[가-힣\"'”’)%\d]),\s|;\s|\s?[…⋯]+\s?|\s?·{2,}\s?|\s[-–―/|]\s"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence, from its start to the ending or comma that closes it; *joint* is what closed it."""

    start: int
    end: int
    joint: str


def cut_clauses(sentence: str) -> list[Clause]:
    """
    Return the clauses of *sentence* in order; offsets into *sentence*. Brackets are never cut.

    A comma that only separates list items cuts too: binding looks past it (joint == ",").
    """
    depth = _depths(sentence)
    clauses, start = [], 0
    for join in _JOIN.finditer(sentence):
        if depth[join.start()] == 0 and join.end() > start:
            clauses.append(Clause(start, join.end(), join.group().strip() or "…"))
            start = join.end()
    if start < len(sentence):
        clauses.append(Clause(start, len(sentence), ""))
    return clauses


def _depths(sentence: str) -> list[int]:
    """Return how many round brackets are open at each character."""
    depth, depths = 0, []
    for char in sentence:
        depth += char in "(（"
        depths.append(depth)
        depth -= char in ")）" and depth > 0
    return [*depths, 0]
