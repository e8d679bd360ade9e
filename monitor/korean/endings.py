"""
Spell Korean so that endings can be matched: the finals ㄴ ㄹ ㅂ ㅆ are written behind their syllable, 했다 → 해ㅆ다.

Tense and modality sit in those finals: ㅆ다 was, ㄴ다 does, 는 doing, ㄴ done, ㄹ to be done, 겠 means to.
"""

from __future__ import annotations

import re
from functools import cache

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28  # Hangul syllables: 가 … 힣, 28 finals each (none is the first)
_SPREAD = {4: "ㄴ", 8: "ㄹ", 17: "ㅂ", 20: "ㅆ"}
_TABLE = {
    code: chr(code - (code - _FIRST) % _FINALS) + _SPREAD[(code - _FIRST) % _FINALS]
    for code in range(_FIRST, _LAST + 1)
    if (code - _FIRST) % _FINALS in _SPREAD
}


def spread(text: str) -> str:
    """Return *text* with the finals ㄴ ㄹ ㅂ ㅆ written behind their syllables: '투자한다' → '투자하ㄴ다'."""
    return text.translate(_TABLE)


@cache
def endings(pattern: str) -> re.Pattern[str]:
    """
    Compile a pattern for spread text. Hangul in it is spread as well; a bare ㄴ ㄹ ㅂ ㅆ is the final of any syllable.

    A class of syllables with such finals cannot be written ([한된] would be spread inside the class): write (?:한|된).
    """
    return re.compile(spread(pattern))
