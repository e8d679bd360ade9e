"""
Amounts in a text: a numeral with its unit, its hedges and its gloss in brackets.

    약 40억달러(한화 약 5조4700억원)   →  about 4e9 USD, gloss 5.47e12 KRW
    60억·130억·250억 개               →  three amounts that share their counter
    2억 화소, 제3조, GPT-3            →  nothing

Bounds and qualifiers are those of the figure guide. What an amount belongs to is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from monitor.korean import hedges
from monitor.korean.amounts import EXACT
from monitor.korean.counted import unit_near
from monitor.korean.currencies import MONEY
from monitor.korean.numbers import Numeral, scan
from monitor.korean.units import UNITS, UnitTable, UnitWord, unit_at
from monitor.model import Quantity

BILLION, TRILLION = 10**9, 10**12
_RANGE_GAP = 12  # characters between the ends of a range: "부터 많게는 약 "
_LIST_GAP = 5  # between two members of a list: " 및 "
_SURE = 3  # Hangul numerals of so many syllables, with a big scale, are no other word
_BARE_SCALES = frozenset({"scale", "unit"})

_SIGNS = {"$": "USD", "₩": "KRW", "￦": "KRW", "€": "EUR", "£": "GBP", "¥": "JPY"}
_SIGNS_OF = {"HK$": "HKD", "C$": "CAD", "A$": "AUD", "S$": "SGD", "NT$": "TWD", "NZ$": "NZD"}
_CODE = re.compile(r"(?<![A-Za-z])(USD|EUR|KRW|JPY|CNY|GBP|HKD|CAD|AUD|SGD|TWD|INR|CHF)[ ]?$")
_RANGE = re.compile(r"[ ]?[~∼〜～˜][ ]?|[-–—](?=[0-9])|[ ]?내지[ ]?")
_BETWEEN = re.compile(r"(?:부터|에서)[ ]?(?:많게는|최대|많으면)[ ]?(?:약[ ]?)?")
_FROM_TO = re.compile(r"(?:에서|과|와|부터)[ ]")
_WITHIN = re.compile(r"[ ]?(?:사이|수준|정도|가량|안팎|규모|범위)|까지")
_LISTED = re.compile(r"[ ]?[·ㆍ・,、/&→][ ]?|[ ]?->[ ]?|(?:와|과)[ ]|[ ](?:및|vs\.?|대)[ ]|에서[ ]")
_ABROAD = (
    r"한화|원화|미화|우리[ ]?돈(?:으로)?|당시[ ]?환율(?:로)?|현재[ ]?환율(?:로)?"  # in won, at the rate of the day
)
_GLOSS_OPENS = re.compile(rf"[ ]?[(\[（][ ]?(?:(?:{_ABROAD}|매개[ ]?변수|파라미터|총|약|토큰)[ ]?){{0,4}}$")
_SHARED = re.compile(r"[0-9.,]+[ ]?([십백천]?)[ ]?([만억조경]?)")
_PLACES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16, "": 1}
_GLUED_ON = re.compile(
    r"[ ]?(?:화소|픽셀|만화소|세대|평(?![가-힣])|톤|시간|배럴|권|년|개월|일간|비트|㎡|제곱|포기|포인트)"
)
_BARE_ENDS = re.compile(
    r"[^가-힣]|$|여|가량|이(?![가-힣])|이상|이하|가(?![가-힣])|[을를은는의에도만씩급]|규모|수준|정도|으로|로|까지|부터|대(?![가-힣])"
    r"|안팎|미만|초과|넘|이[다며라고]|와|과|단위|짜리|보다|돌파|들"
)
_NOUN = re.compile(r"[ ]?(?:파라미터|매개[ ]?변수|토큰|GPU|그래픽처리장치)(?:\([^()]{1,12}\))?")
_CARRIED = re.compile(r"(?:에서|보다|→|대비)[ ]?(?:약[ ]?|최대[ ]?)?")


@dataclass(frozen=True, slots=True)
class _Term:
    """A numeral with the unit that stands at it, before hedges are read. *entry* is None when no unit stands there."""

    numeral: Numeral
    entry: UnitWord | None
    start: int
    end: int
    sign: str = ""


def find_quantities(text: str, units: UnitTable = UNITS) -> list[Quantity]:
    """
    Return the quantities in *text*, left to right, never overlapping.

    *start* … *end* spans hedges, number, unit and gloss. *unit* is None where a bare 개 or nothing says no more.
    *units* are the unit words to know; see `units.table_of`.
    """
    terms = [_term(text, numeral, units) for numeral in scan(text)]
    found: list[Quantity] = []
    index = 0
    while index < len(terms):
        quantity, index = _read(text, terms, index)
        if quantity is not None and (not found or quantity.start >= found[-1].end):
            found.append(_carried(text, found[-1], quantity) if found and not quantity.counter else quantity)
    return found


def _carried(text: str, earlier: Quantity, later: Quantity) -> Quantity:
    """Give a bare number the unit of the amount that it replaces: 600억~650억 달러에서 640억~720억으로."""
    if later.unit in (None, "KRW") and earlier.unit in MONEY and _CARRIED.fullmatch(text[earlier.end : later.start]):
        return later if "원" in text[later.start : later.end] else replace(later, unit=earlier.unit)
    return later


def _term(text: str, numeral: Numeral, units: UnitTable) -> _Term:
    scaled = numeral.rank > 1
    end = numeral.end + _hedge_inside(text, numeral)
    at = unit_at(text, end, units, scaled=scaled)
    sign, start = _sign(text, numeral.start)
    if at is None:
        return _Term(numeral, None, start, numeral.end, sign)
    if end > numeral.end:
        numeral = replace(numeral, about=True)
    return _Term(numeral, at[0], start, at[1], sign)


def _hedge_inside(text: str, numeral: Numeral) -> int:
    """Return the length of a hedge between number and unit: 100여 명, 1천만 이상의 … keeps its own place after."""
    return 1 if text.startswith("여", numeral.end) else 0


def _sign(text: str, start: int) -> tuple[str, int]:
    begin = start - text.startswith(" ", start - 1) if start else 0
    mark = text[begin - 1 : begin]
    if mark in _SIGNS and mark:
        special = next((s for s in _SIGNS_OF if text.endswith(s, 0, begin)), "")
        if special:
            return _SIGNS_OF[special], begin - len(special)
        return _SIGNS[mark], begin - (3 if text.endswith("US$", 0, begin) else 1)
    code = _CODE.search(text[max(0, start - 5) : start])
    return (code[1], start - len(code[0])) if code else ("", start)


def _read(text: str, terms: list[_Term], index: int) -> tuple[Quantity | None, int]:
    """Read the quantity that begins at term *index*; return it with the index of the next term to read."""
    term = terms[index]
    following = index + 1
    low, high, is_range = term.numeral.low, term.numeral.high, False
    last = term
    if following < len(terms) and (joined := _joined(text, term, terms[following])) is not None:
        low, high, last, is_range = *joined, True
        following += 1
        if high is not None and low > high:
            return None, following
    if _is_refused(text, term, last):
        return None, following
    entry = last.entry or term.entry or _inherited(text, terms, following - 1)
    if entry is not None and entry.sort == "refused":
        return _cycles(text, term, last, entry, low, high), following
    sign = term.sign or last.sign
    if entry is None and not sign and not _stands_bare(text, last):
        return None, following
    if last.numeral.kind in ("hangul", "native") and entry is None and not sign and not _is_long(last.numeral):
        return None, following
    low, high, end, following = _with_cents(text, terms, following, low, high, last, entry)
    return _dressed(text, terms, following, _core(text, term, last, entry, sign, low, high, end), is_range=is_range)


def _joined(text: str, term: _Term, other: _Term) -> tuple[Decimal, Decimal | None, _Term] | None:
    """Return low, high and the last term of a range: 500~600억원, 30억∼50억 원, 적게는 13억개부터 많게는 130억개."""
    between = text[term.end : other.start]
    if len(between) > _RANGE_GAP or _unlike(term.numeral, other.numeral):
        return None
    is_open = bool(_FROM_TO.fullmatch(between)) and bool(_WITHIN.match(text, other.end))
    if not (_RANGE.fullmatch(between) or _BETWEEN.fullmatch(between) or is_open):
        return None
    low = term.numeral.low
    if term.entry is None and term.numeral.rank == 1:
        low = EXACT.multiply(low, Decimal(_shared_scale(text, term.numeral, other.numeral)))
    return low, other.numeral.high, other


def _unlike(one: Numeral, other: Numeral) -> bool:
    """Tell numerals that cannot be the ends of one range: a fraction and an amount, a bare 조 and anything."""
    return one.kind in _BARE_SCALES or (one.kind == "fraction") != (other.kind == "fraction")


def _shared_scale(text: str, low: Numeral, high: Numeral) -> int:
    """Return the scale that the first of a pair takes from the second: 500~600억, 3천~4천억, 3500~4천억."""
    if high.kind == "latin" and low.kind == "digits":
        return high.rank
    found = _SHARED.match(text[high.start : high.end])
    if found is None or high.high is None:
        return 1
    whole = _PLACES[found[1]] * _PLACES[found[2]]
    scales = (whole, _PLACES[found[2]]) if text[low.end - 1].isdigit() else (_PLACES[found[2]],)
    return next((scale for scale in scales if low.low * scale < high.high), 1)


def _is_refused(text: str, term: _Term, last: _Term) -> bool:
    """Tell numerals that are part of something else: 제 3, 아이폰17, 2억 화소."""
    before = text[term.start - 1 : term.start]
    if "가" <= before <= "힣" and term.numeral.kind == "digits" and (last.entry is None or last.entry.sort != "unit"):
        return before not in "약총각" and not _is_counted(last)
    return last.entry is None and _GLUED_ON.match(text, last.end) is not None


def _is_counted(term: _Term) -> bool:
    return term.entry is not None and term.entry.sort == "counter"


def _inherited(text: str, terms: list[_Term], index: int) -> UnitWord | None:
    """Return the unit that a list says only at its end: 60억, 130억, 250억 개; 1000억→300억달러."""
    while index + 1 < len(terms):
        here, after = terms[index], terms[index + 1]
        gap = text[here.end : after.start]
        if len(gap) > _LIST_GAP or not (_LISTED.fullmatch(gap) or _RANGE.fullmatch(gap)):
            return None
        if after.entry is not None:
            return after.entry if after.entry.sort != "refused" and after.numeral.rank > 1 else None
        index += 1
    return None


def _stands_bare(text: str, term: _Term) -> bool:
    """Tell whether a number without a unit may be an amount: 2.4조 투자, 700억이다, 236B; not 2021 or 3."""
    numeral = term.numeral
    if numeral.kind == "latin":
        return numeral.rank >= BILLION or unit_near(text, numeral.start, numeral.end, "") is not None
    if numeral.kind in ("fraction", "unit"):
        return True
    return numeral.rank > 1 and _BARE_ENDS.match(text, numeral.end) is not None


def _is_long(numeral: Numeral) -> bool:
    """Tell 이천사십억, which is a number wherever it stands, from 이천 (a town) and 만일 (if)."""
    return numeral.kind == "hangul" and numeral.rank > 1 and numeral.end - numeral.start >= _SURE


def _cycles(
    text: str, term: _Term, last: _Term, entry: UnitWord, low: Decimal, high: Decimal | None
) -> Quantity | None:
    """Read 1초에 9경5700조 번 as operations a second; other 번, 회 and the rest of the refused are nothing."""
    if entry.word not in ("번", "회", "차례") or unit_near(text, term.start, last.end, "번") is None:
        return None
    core = Quantity(low, high, "FLOP/s", "exact", term.start, last.end, last.numeral.grain, entry.word)
    return _hedged(text, core, term.numeral, is_range=term is not last)


def _with_cents(
    text: str,
    terms: list[_Term],
    following: int,
    low: Decimal,
    high: Decimal | None,
    last: _Term,
    entry: UnitWord | None,
) -> tuple[Decimal, Decimal | None, int, int]:
    """Add the small coin: 1달러 20센트 is 1.2 dollars. Return low, high, end and the next term."""
    if (
        entry is not None
        and entry.unit in ("USD", "EUR")
        and entry.factor == 1
        and low == high
        and following < len(terms)
    ):
        coin = terms[following]
        if coin.entry is not None and coin.entry.word == "센트" and text[last.end : coin.start] in ("", " "):
            value = EXACT.add(low, EXACT.multiply(coin.numeral.low, coin.entry.factor))
            return value, value, coin.end, following + 1
    return low, high, last.end, following


def _core(
    text: str, term: _Term, last: _Term, entry: UnitWord | None, sign: str, low: Decimal, high: Decimal | None, end: int
) -> Quantity:
    """Return the quantity without hedges and gloss, in its base unit."""
    factor = entry.factor if entry is not None else Decimal(1)
    unit = sign or (entry.unit if entry is not None else None)
    counter = entry.word if entry is not None and entry.sort == "counter" else ""
    if unit is None:
        unit = _guess(text, term, last, counter, end)
    return Quantity(
        EXACT.multiply(low, factor),
        None if high is None else EXACT.multiply(high, factor),
        unit,
        "exact",
        term.start,
        end,
        EXACT.multiply(last.numeral.grain, factor) if low == high else Decimal(0),
        counter,
    )


def _guess(text: str, term: _Term, last: _Term, counter: str, end: int) -> str | None:
    if last.numeral.kind == "fraction":
        return "times"
    heard = unit_near(text, term.start, end, counter)
    if heard is None and last.numeral.kind == "latin":
        return "parameter"
    if heard is None and not counter and last.numeral.rank >= TRILLION:
        return "KRW"  # 1조 단위, 2.4조: nothing but money is said in trillions without its name
    return heard


def _dressed(text: str, terms: list[_Term], following: int, core: Quantity, *, is_range: bool) -> tuple[Quantity, int]:
    """Add the gloss and the hedges on both sides; return the quantity and the next term to read."""
    numeral = next(t.numeral for t in terms if t.numeral.start >= core.start)
    inner = _outer(text, core)
    if following < len(terms) and _GLOSS_OPENS.fullmatch(
        text[inner.edge : hedges.before(text, terms[following].start).edge]
    ):
        gloss, beyond = _read(text, terms, following)
        if gloss is not None and text.startswith((")", "]"), gloss.end) and _says_the_same(core, gloss):
            unit = core.unit or unit_near(text, core.start, gloss.end + 1, core.counter) or gloss.unit
            core = replace(core, end=gloss.end + 1, gloss=gloss, unit=unit)
            outer = _outer(text, core)
            return _bounded(text, core, numeral, inner.bounds | outer.bounds, outer.edge, is_range=is_range), beyond
    return _bounded(text, core, numeral, inner.bounds, inner.edge, is_range=is_range), following


def _outer(text: str, core: Quantity) -> hedges.Hedge:
    """Read the hedges behind *core*, also behind the noun that it counts: 2000억 개 파라미터(매개변수) 이상."""
    near = hedges.after(text, core.end)
    noun = _NOUN.match(text, core.end) if core.counter and not near.bounds else None
    if noun is None:
        return near
    behind = hedges.after(text, noun.end())
    return behind if behind.bounds else near


def _says_the_same(core: Quantity, gloss: Quantity) -> bool:
    """Tell a gloss from a further figure: another currency, or the same value in another notation."""
    if core.unit in MONEY and gloss.unit in MONEY and core.unit != gloss.unit:
        return True
    if core.low is None or gloss.low is None:
        return core.low is gloss.low
    return abs(core.low - gloss.low) * 100 <= abs(core.low)


def _hedged(text: str, core: Quantity, numeral: Numeral, *, is_range: bool) -> Quantity:
    after = hedges.after(text, core.end)
    return _bounded(text, core, numeral, after.bounds, after.edge, is_range=is_range)


def _bounded(
    text: str, core: Quantity, numeral: Numeral, bounds: frozenset[str], end: int, *, is_range: bool
) -> Quantity:
    """Apply what stands before and after: open a bound, or soften a point."""
    ahead = hedges.before(text, core.start)
    bounds = bounds | ahead.bounds | ({"about"} if numeral.about else frozenset())
    is_order = numeral.kind in ("vague", "scale", "unit")
    qualifier = hedges.qualifier_of(bounds, is_range=is_range and core.low != core.high, is_order=is_order)
    low, high, grain = core.low, core.high, core.grain
    if qualifier == "at_least" or (qualifier == "order" and not is_order):
        high = None
    elif qualifier == "at_most":
        low = None
    return replace(core, low=low, high=high, grain=grain, qualifier=qualifier, start=ahead.edge, end=max(end, core.end))
