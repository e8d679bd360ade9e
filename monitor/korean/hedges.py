"""
What bounds or softens an amount: 약 (about), 최대 (at most), 이상 (or more), 돌파 (passes), 가량, 규모, 안팎.

`before` and `after` read outwards from the amount and say where the hedges end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.model import Qualifier


@dataclass(frozen=True, slots=True)
class Hedge:
    """What one side of an amount says: *bound* 'at_least', 'at_most', 'about', 'order' or '' and where it ends."""

    bounds: frozenset[str]
    edge: int


NOTHING: frozenset[str] = frozenset()
_PREFIXES = {
    "약": "about",
    "대략": "about",
    "어림잡아": "about",
    "얼추": "about",
    "줄잡아": "about",
    "거의": "about",
    "≈": "about",
    "≒": "about",
    "최소": "at_least",
    "최소한": "at_least",
    "적어도": "at_least",
    "못해도": "at_least",
    "≥": "at_least",
    "최대": "at_most",
    "많아야": "at_most",
    "많게는": "at_most",
    "≤": "at_most",
    "적게는": "at_least",
    "총": "",
    "모두": "",
    "무려": "",
    "한화": "",
    "미화": "",
    "누적": "",
    "합계": "",
    "각각": "",
    "각": "",
    "단": "",
    "불과": "",
}
_ENDINGS = tuple(_PREFIXES)
_LONGEST_FIRST = sorted(_PREFIXES, key=len, reverse=True)
# 사상 최대 1조원 is a record, no bound.
_RECORD = re.compile(r"(?:사상|역대|세계|국내|업계|아시아|창사|단일|글로벌|국내외)[ ]?$")

_GAP = r"[ ]?(?:을|를|이|가|은|는|도|에|의|으로|로|에서)?[ ]?"
_BEHIND_NOTE = (  # 1엑사플롭스(EF)급, 파라미터(매개변수) 이상
    r"이상|이하|미만|초과|이내|규모|수준|급|가량|정도|안팎|내외|남짓|쯤|상당|의[ ]?규모|대[ ]|[을를][ ]?(?:넘|돌파)"
)
_AFTER = re.compile(
    rf"""
    (?P<skip>[ ]?\([^()0-9]{{1,24}}\)(?=[ ]?(?:{_BEHIND_NOTE})))
  | (?P<at_most>{_GAP}(?:이하(?!늬)|미만|이내|한도|상한))
  | (?P<below>{_GAP}(?:밑[도돌]|하회|넘지[ ]?[않못]|(?:채[ ]?)?(?:안[ ]?되는|되지[ ]?않는|못[ ]?되는)|에?[ ]?못[ ]?미(?:치(?!지만)|친)))
  | (?P<near>{_GAP}(?:돌파[ ]?(?:를[ ]?)?(?:임박|앞[두둔뒀둘]|눈앞)|돌파가[ ]?(?:임박|눈앞)|육박|가까[이운워]|근접))
  | (?P<at_least>{_GAP}(?:이상(?![적하한향형])|초과)|\+(?![0-9]))
  | (?P<above>{_GAP}(?:넘(?![보버나])|웃도|웃돌|웃돈|상회|돌파))
  | (?P<about>[ ]?(?:여(?![가-힣])|가량|안팎|남짓|정도|쯤|내외|전후|상당|어치|꼴|수준|규모|(?:대|선)(?![가-힣]))
        |급(?=[^가-힣]|$|의|으로|이|을|은|인|모델|까지)|대(?=[의에로를가]|규모|이상)|선(?=에서|을|으로))
  | (?P<reach>{_GAP}(?:달할|달하[며고]|달했|달해|달한다|이르[는며고]|이른다))
  | (?P<order>[ ]?(?:대의[ ]?)?단위)
  | (?P<estimate>{_GAP}(?:추정(?:되는|되며|된)|것으로[ ]?추정))
    """,
    re.VERBOSE,
)
_SAYS = {"below": "at_most", "above": "at_least", "near": "about", "reach": "about", "estimate": "about"}
_VERBS = frozenset({"below", "above", "near", "reach", "estimate"})  # the amount ends before them
_ROUNDS = 4  # 20만 장 정도 규모 이상: nobody stacks more


def before(text: str, start: int) -> Hedge:
    """Read the hedges that end at *start*: 약, 최소, 총 …; each stands as a word of its own (계약 100억 is no 약)."""
    edge, bounds = start, set[str]()
    for _ in range(_ROUNDS):
        stop = edge - text.startswith(" ", edge - 1) if edge else 0
        if not text.endswith(_ENDINGS, max(0, stop - 4), stop):
            break
        word = next(w for w in _LONGEST_FIRST if text.endswith(w, max(0, stop - 4), stop))
        begin = stop - len(word)
        if begin and "가" <= text[begin - 1] <= "힣":
            break
        if word == "최대" and _RECORD.search(text[max(0, begin - 5) : begin]):
            break
        bounds.add(_PREFIXES[word])
        edge = begin
    return Hedge(frozenset(bounds - {""}), edge)


def after(text: str, end: int) -> Hedge:
    """Read the hedges that begin at *end*: 이상, 가량, 규모, 을 돌파 …; *edge* stays at *end* when there are none."""
    edge, bounds, position = end, set[str](), end
    for _ in range(_ROUNDS):
        found = _AFTER.match(text, position)
        if found is None:
            break
        position = found.end()
        kind = found.lastgroup or ""
        if kind != "skip":
            bounds.add(_SAYS.get(kind, kind))
        if kind in _VERBS:
            break
        if kind != "skip":
            edge = position
    return Hedge(frozenset(bounds), edge)


def qualifier_of(bounds: frozenset[str], *, is_range: bool, is_order: bool) -> Qualifier:
    """Return the qualifier of the guide: a bound beats a range, a range an order of magnitude, that a hedge."""
    if is_range:
        return "range"
    if "at_least" in bounds:
        return "at_least"
    if "at_most" in bounds:
        return "at_most"
    if is_order or "order" in bounds:
        return "order"
    return "about" if "about" in bounds else "exact"
