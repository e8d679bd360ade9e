"""
Numerals with the unit and the currency sign that stand at them, and how neighbours share: ranges and lists.

    500~600억원          →  the first takes scale and unit of the second
    60억, 130억, 250억 개  →  the last one's counter is that of all
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from monitor.korean import hedges
from monitor.korean.amounts import EXACT, is_hangul
from monitor.korean.currencies import words_before
from monitor.korean.numbers import Numeral
from monitor.korean.units import UnitTable, UnitWord, unit_at

_RANGE_GAP = 12  # characters between the ends of a range: "부터 많게는 약 "
_LIST_GAP = 5  # between two members of a list: " 및 "
_LONGEST_LIST = 12  # members; who lists more says the unit at each
_BARE_SCALES = frozenset({"scale", "unit"})
_RANGE = re.compile(r"[ ]?[~∼〜～˜][ ]?|[-–—]|[ ]?내지[ ]?")
_BETWEEN = re.compile(r"(?:부터|에서)[ ]?(?:많게는|최대|많으면)[ ]?(?:약[ ]?)?")
_AT_MOST = re.compile(r",?[ ](?:많게는|최대|많으면)[ ](?:약[ ]?)?")  # 최소 3조, 최대 4조
_OR_MORE = re.compile(r"[ ]?이상[ ]|[ ]?이상[ ]?[~∼][ ]?")  # 10억원 이상 50억원 미만
_OR_LESS = re.compile(r"[ ]?(?:미만|이하|이내)")
_FROM_TO = re.compile(r"(?:에서|부터)[ ]")
_BOTH = re.compile(r"(?:과|와)[ ]")
_AMID = re.compile(r"[ ]?사이")
_WITHIN = re.compile(r"[ ]?(?:사이|수준|정도|가량|안팎|규모|범위)|까지|[을를][ ]|에[ ](?:이르|이른|달하|달한)[는다]")
_BECOMES = re.compile(
    r"(?:[ ]?(?:이상|이하|가량|규모))?(?:으?로(?![가-힣])|까지[ ](?:[가-힣]{1,4}[ ])?(?:커[지진졌]|늘|키[우운울워웠]|넓[히혀힌]|확[대장]|불[어린려]))"
)
_LISTED = re.compile(r"[ ]?[·ㆍ・,、/&→][ ]?|[ ]?->[ ]?|(?:와|과)[ ]|[ ](?:및|vs\.?|대)[ ]|에서[ ]")
_SHARED = re.compile(r"[0-9.,]+[ ]?([십백천]?)[ ]?([만억조경]?)")
_HUNDRED_MILLION, _TRILLION = 10**8, 10**12
_PLACES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16, "": 1}


@dataclass(frozen=True, slots=True)
class Term:
    """A numeral with the unit that stands at it, before hedges are read. *entry* is None when no unit stands there."""

    numeral: Numeral
    entry: UnitWord | None
    start: int
    end: int
    sign: str = ""


def term_of(text: str, numeral: Numeral, units: UnitTable) -> Term:
    """Return *numeral* with the unit behind it and the sign or ISO code before it."""
    scaled = numeral.rank > 1
    end = numeral.end + _hedge_inside(text, numeral)
    at = unit_at(text, end, units, scaled=scaled)
    sign, start = _sign(text, numeral.start, named=at is not None)
    copula = at is not None and numeral.kind == "latin" and at[0].word == "인"  # '11.5B인 가람': no people
    if at is None or copula or numeral.low < at[0].least or _is_hedge(text, numeral, at[0], at[1]):
        return Term(numeral, None, start, numeral.end, sign)
    if end > numeral.end:
        numeral = replace(numeral, about=True)
    return Term(numeral, at[0], start, at[1], sign)


def _is_hedge(text: str, numeral: Numeral, entry: UnitWord, end: int) -> bool:
    """Tell the 대 of 수백억대 and 3조대, about so much, from that of 3만 대, so many machines."""
    large = numeral.rank >= _TRILLION or (numeral.kind == "vague" and numeral.rank >= _HUNDRED_MILLION)
    return entry.word == "대" and large and numeral.end + 1 == end and text[numeral.end] == "대"


def _hedge_inside(text: str, numeral: Numeral) -> int:
    """Return the length of a hedge between number and unit: 100여 명, 1천만 이상의 … keeps its own place after."""
    return 1 if text.startswith("여", numeral.end) else 0


def _by_last_letter() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what may stand before a number, longest first, by its last letter."""
    table: dict[str, list[tuple[str, str]]] = {}
    for word, code in sorted(words_before(), key=lambda pair: -len(pair[0])):
        table.setdefault(word[-1], []).append((word, code))
    return {last: tuple(words) for last, words in table.items()}


_BEFORE = _by_last_letter()


def _sign(text: str, start: int, *, named: bool) -> tuple[str, int]:
    """Return the currency before *start* with where it begins: $, HK$, USD, and unless a unit is *named* behind, 엔화."""
    begin = start - text.startswith(" ", start - 1) if start else 0
    for word, code in _BEFORE.get(text[begin - 1 : begin], ()):
        if text.endswith(word, 0, begin) and not (named and is_hangul(word, len(word) - 1)):
            first = begin - len(word)
            ahead = text[first - 1 : first]
            if not (ahead.isalpha() and (ahead.isascii() == word[0].isascii())):
                return code, first
    return "", start


def joined(text: str, term: Term, other: Term) -> tuple[Decimal, Decimal | None, Term] | None:
    """Return low, high and the last term of a range: 500~600억원, 30억∼50억 원, 적게는 13억개부터 많게는 130억개."""
    between = text[term.end : other.start]
    if len(between) > _RANGE_GAP or not between.strip() or _unlike(term, other):
        return None
    if between.startswith("에서") and _BECOMES.match(text, other.end):
        return None  # '최대 6000억원에서 최대 7000억원으로'
    if not (_RANGE.fullmatch(between) or _BETWEEN.fullmatch(between) or _bounded_apart(text, term, other, between)):
        return None
    low = term.numeral.low
    if term.entry is None and term.numeral.rank == 1:
        low = EXACT.multiply(low, Decimal(_shared_scale(text, term.numeral, other.numeral)))
    falls = other.numeral.high is not None and low > other.numeral.high
    return None if falls and between.startswith("에서") else (low, other.numeral.high, other)  # '8천억에서 6천억을'


def _bounded_apart(text: str, term: Term, other: Term, between: str) -> bool:
    """Tell a range by what stands around its ends: 3조에서 4조 사이, 최소 3조, 최대 4조, 3조 이상 4조 미만."""
    if _BOTH.fullmatch(between):
        return _AMID.match(text, other.end) is not None
    if _FROM_TO.fullmatch(between):
        both_vague = term.numeral.kind == other.numeral.kind == "vague"
        return both_vague or _WITHIN.match(text, other.end) is not None
    if _OR_MORE.fullmatch(between):
        return _OR_LESS.match(text, other.end) is not None
    return _AT_MOST.fullmatch(between) is not None and "at_least" in hedges.before(text, term.start).bounds


def _unlike(one: Term, other: Term) -> bool:
    """Tell what cannot be the ends of one range: a fraction and an amount, a bare 조 and anything, 3만장 and 2030년."""
    kinds = (one.numeral.kind, other.numeral.kind)
    sorts = [term.entry.sort == "refused" for term in (one, other) if term.entry is not None]
    return not _BARE_SCALES.isdisjoint(kinds) or kinds.count("fraction") == 1 or len(set(sorts)) > 1


def _shared_scale(text: str, low: Numeral, high: Numeral) -> int:
    """Return the scale that the first of a pair takes from the second: 500~600억, 3천~4천억, 3500~4천억."""
    if high.kind == "latin" and low.kind == "digits":
        return high.rank
    if low.kind == high.kind == "vague" and high.high is not None:  # 수십~수백억
        return high.rank if low.low * high.rank < high.high else 1
    found = _SHARED.match(text[high.start : high.end])
    if found is None or high.high is None:
        return 1
    whole = _PLACES[found[1]] * _PLACES[found[2]]
    scales = (whole, _PLACES[found[2]]) if text[low.end - 1].isdigit() else (_PLACES[found[2]],)
    return next((scale for scale in scales if low.low * scale < high.high), 1)


def inherited(text: str, terms: list[Term], index: int) -> UnitWord | None:
    """Return the unit that a list says only at its end: 60억, 130억, 250억 개; 1000억→300억달러."""
    for here, after in pairwise(terms[index : index + _LONGEST_LIST]):
        gap = text[here.end : after.start]
        if len(gap) > _LIST_GAP or not (_LISTED.fullmatch(gap) or _RANGE.fullmatch(gap)):
            return None
        if after.entry is not None:
            return after.entry if after.entry.sort != "refused" and after.numeral.rank > 1 else None
    return None


def list_end(text: str, terms: list[Term], index: int) -> int:
    """Return where the bare list that holds term *index* ends: 1조, 2조 (규모 모델)."""
    end = terms[index].end
    for here, after in pairwise(terms[index : index + _LONGEST_LIST]):
        gap = text[here.end : after.start]
        if here.entry is not None or after.entry is not None or len(gap) > _LIST_GAP or not _LISTED.fullmatch(gap):
            break
        end = after.end
    return end
