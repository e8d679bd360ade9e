"""
Copies of one wire story or press release are one voice, whichever outlet, portal or edition carries it.

Headlines of one event share few words, so a story is told by company, figure and day first; the text tells a copy that
comes on another day, or whether two outlets speak independently on one day.
"""

from __future__ import annotations

import re
from collections import Counter
from heapq import nsmallest
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

SHINGLE = 8  # characters, spaces left out: outlets space words as they please
SIZE = 24  # smallest hashes kept of a text
COPY = 0.4  # share of hashes that two texts have in common from which on they are one text; edited wire copies have 0.5

_GAP = re.compile(r"[^0-9a-z가-힣]+")


def sketch(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of the text's shingles, in order: texts that share most of them are copies."""
    bare = _GAP.sub("", text.casefold()).encode("utf-32-le")
    step, width = 4, 4 * SHINGLE
    hashes = {crc32(bare[at : at + width]) for at in range(0, max(step, len(bare) - width + step), step)}
    return tuple(nsmallest(SIZE, hashes))


def is_copy(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Tell whether two sketches are of one text, edited at most. Texts without a sketch are copies of nothing."""
    if not a or not b:
        return False
    union = nsmallest(min(len(a), len(b)), set(a) | set(b))
    both = set(a) & set(b)
    return sum(one in both for one in union) >= COPY * len(union)


def count_voices(told: Iterable[tuple[date, tuple[int, ...]]]) -> int:
    """Return how many independent stories there are among those *told* (day, sketch), all of one figure."""
    days: set[date] = set()
    texts_with: dict[int, list[tuple[int, ...]]] = {}
    for day, text in sorted(told):
        if day not in days and _is_copy_of_any(text, texts_with):
            continue
        days.add(day)
        for one in text:
            texts_with.setdefault(one, []).append(text)
    return max(1, len(days))


def _is_copy_of_any(text: tuple[int, ...], texts_with: dict[int, list[tuple[int, ...]]]) -> bool:
    """Tell whether *text* is a copy of one of the texts that share hashes with it: few do, of however many."""
    shared = Counter(other for one in text for other in texts_with.get(one, ()))
    return any(count >= COPY * len(text) and is_copy(text, other) for other, count in shared.items())
