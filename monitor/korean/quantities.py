"""
Amounts in a text: a numeral with its unit, its hedges and its gloss in brackets.

    약 40억달러(한화 약 5조4700억원)   →  about 4e9 USD, gloss 5.47e12 KRW
    60억·130억·250억 개               →  three amounts that share their counter
    2억 화소, 제3조, GPT-3            →  nothing

Bounds and qualifiers are those of the figure guide. What an amount belongs to is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from monitor.korean import hedges
from monitor.korean.amounts import EXACT
from monitor.korean.counted import unit_near
from monitor.korean.currencies import MONEY
from monitor.korean.numbers import Numeral, scan
from monitor.korean.terms import Term, inherited, joined, list_end, term_of
from monitor.korean.units import UNITS, UnitTable, UnitWord
from monitor.model import Quantity

HUNDRED_MILLION, BILLION, TRILLION = 10**8, 10**9, 10**12
FEW = 10**4  # 개 below it count other things than parameters
A_FEW = 20  # 대 below it is a top list: 3대 강국, 4대 GPU 주식
_SMALL_SCALE = re.compile("[십백천]")  # 이경구 and 사경이 have none: a name, a word
_HUNDREDS_OF_MILLIONS = ("백억", "천억", "十億", "百億", "千億")  # no other word begins so
_SURE = 3  # Hangul numerals of so many syllables, with a big scale, are no other word
_SPOKEN_OF_ONE = frozenset({"달러", "파운드", "위안", "퍼센트", "센트"})  # 이 달러, but 일원, 사명
_SPOKEN_APART = frozenset({"유로"})  # 오 유로, but 이유로 and 사유로 (for a reason)
_SPOKEN_NEVER = frozenset({"기", "인", "대"})

# in won, in dollars, at the rate of the day
_ABROAD = r"한화|원화|미화|우리[ ]?돈(?:으로)?|당시[ ]?환율(?:로)?|현재[ ]?환율(?:로)?"
_GLOSS_OPENS = re.compile(rf"[ ]?[(\[（][ ]?(?:(?:{_ABROAD}|매개[ ]?변수|파라미터|총|약|토큰)[ ]?){{0,4}}$")
_GLUED_ON = re.compile(
    r"[ ]?(?:만?화소|픽셀|세대|평(?![가-힣])|톤|시간|배럴|권|년|개월|일간|비트|㎡|제곱|포기|포인트|마일|헥타르)"
    r"|[A-Za-z㎀-㏿]|(?<=[만억조경])[0-9]"  # 5억868억원: a misprint
)
_BARE_ENDS = re.compile(
    r"[^가-힣]|$|여|가량|이(?![가-힣])|이상|이하|가(?![가-힣])|[을를은는의에도만씩급]|규모|수준|정도|으로|로|까지|부터|대(?![가-힣])"
    r"|안팎|미만|초과|넘|이[다며라고]|와|과|단위|짜리|보다|돌파|들"
)
_WITH_CENTS = frozenset({"USD", "EUR", "GBP", "CAD", "AUD", "HKD", "SGD"})
_COINS = frozenset({"센트", "펜스", "페니"})
_BRACKETS = ("(", "[", "（")
_GLOSS_REACH = 40  # characters of a gloss: "약 127조7000억~129조5000억원 규모"
# what is no amount although it reads like one
_NAMESAKES = re.compile(
    r"이억원 ?[가-힣]{0,6}(?:위원장|후보|차관|장관|사무처장)"  # a person who is also 200 million won
    r"|만원[ ]?(?:버스|전철|지하철|열차|기차|관중|객석|사례)"  # filled to capacity
    r"|수조(?:에[ ](?!달하|이르)|[ ]?[속안])"  # in a tank
    r"|[1-9]0대(?:[ ](?:초|중|후|남|여|소[년녀]|청|젊|직장|부부|주부|학생|노인|인구)|층)"  # in their twenties
)
_NOUN = re.compile(r"[ ]?(?:파라미터|매개[ ]?변수|토큰|GPU|그래픽처리장치)(?:\([^()]{1,12}\))?")
_CARRIED = re.compile(r"(?:에서|보다|→|대비)[ ]?(?:약[ ]?|최대[ ]?)?")


def find_quantities(text: str, units: UnitTable = UNITS) -> list[Quantity]:
    """
    Return the quantities in *text*, left to right, never overlapping.

    *start* … *end* spans hedges, number, unit and gloss. *unit* is None where a bare 개 or nothing says no more.
    *units* are the unit words to know; see `units.table_of`.
    """
    terms = [term_of(text, numeral, units) for numeral in scan(text)]
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


def _read(text: str, terms: list[Term], index: int, *, is_gloss: bool = False) -> tuple[Quantity | None, int]:
    """Read the quantity that begins at term *index*; return it with the next index. A gloss has none of its own."""
    term = terms[index]
    following = index + 1
    low, high = term.numeral.low, term.numeral.high
    is_range = low != high and term.numeral.kind in ("hangul", "native")  # 서너 명, 이삼백만 원
    last = term
    if following < len(terms) and (pair := joined(text, term, terms[following])) is not None:
        low, high, last, is_range = *pair, True
        following += 1
        if high is not None and low > high:
            return None, following
    if _is_refused(text, term, last):
        return None, following
    entry = last.entry or term.entry or inherited(text, terms, following - 1)
    if entry is not None and entry.sort == "refused":
        return _cycles(text, term, last, entry, low, high), following
    sign = term.sign or last.sign
    if entry is None and not sign and not _stands_bare(text, last):
        return None, following
    if last.numeral.kind in ("hangul", "native") and not sign and not _is_spoken(text, last):
        return None, following
    low, high, end, following = _with_cents(text, terms, following, low, high, last, entry)
    core = _whole(text[term.start : last.numeral.end], _core(term, last, entry, sign, low, high, end))
    guessed = core.unit is None
    if guessed:
        core = replace(core, unit=_guess(text, terms, following, core))
        if core.unit is None and entry is None and _is_idiom(last.numeral):
            return None, following
    if is_gloss:
        return _hedged(text, core, term.numeral, is_range=is_range), following
    return _dressed(text, terms, following, core, term.numeral, is_range=is_range, guessed=guessed)


def _is_idiom(numeral: Numeral) -> bool:
    """Tell 할 수만 있다면 (if one only could), 수천의: vague and less than 억, with nothing that they count."""
    return numeral.kind == "vague" and numeral.rank < HUNDRED_MILLION


def _is_refused(text: str, term: Term, last: Term) -> bool:
    """Tell numerals that are part of something else: 제 3, 아이폰17, 2억 화소."""
    before = text[term.start - 1 : term.start]
    if "가" <= before <= "힣" and term.numeral.kind == "digits" and (last.entry is None or last.entry.sort != "unit"):
        return before not in "약총각" and not _is_counted(last)
    if _NAMESAKES.match(text, term.start):
        return True
    return last.entry is None and _GLUED_ON.match(text, last.end) is not None


def _is_counted(term: Term) -> bool:
    return term.entry is not None and term.entry.sort == "counter"


def _stands_bare(text: str, term: Term) -> bool:
    """Tell whether a number without a unit may be an amount: 2.4조 투자, 700억이다, 236B; not 2021 or 3."""
    numeral = term.numeral
    if numeral.kind == "latin":
        return numeral.rank >= BILLION or unit_near(text, numeral.start, numeral.end, "") is not None
    if numeral.kind in ("fraction", "unit"):
        return True
    return numeral.rank > 1 and _BARE_ENDS.match(text, numeral.end) is not None


def _is_spoken(text: str, term: Term) -> bool:
    """Tell 이천사십억 and 백 명 from words that only look like them: 이천 (a town), 만일 (if), 천장 (ceiling)."""
    numeral, entry = term.numeral, term.entry
    length = numeral.end - numeral.start
    if entry is None:
        return text.startswith(_HUNDREDS_OF_MILLIONS, numeral.start) or (
            numeral.rank > 1 and length >= _SURE and _SMALL_SCALE.search(text, numeral.start, numeral.end) is not None
        )
    if numeral.kind == "native" or length >= _SURE:
        return True
    glued = term.end - len(entry.word) == numeral.end
    if numeral.low < 10:  # noqa: PLR2004 - one syllable, 일 to 구
        return entry.word in _SPOKEN_OF_ONE or (not glued and entry.word in _SPOKEN_APART)
    if glued and length < _SURE and entry.unit is None:
        return False  # 천장 (ceiling), 만개 (full bloom), 백사장 (beach)
    return entry.word not in _SPOKEN_NEVER


_DOWNLOADS = re.compile(r"(?:다운로드|내려받)[^.,!?]{0,20}$")  # '내려받기는 한 달 새 10만회에'


def _cycles(text: str, term: Term, last: Term, entry: UnitWord, low: Decimal, high: Decimal | None) -> Quantity | None:
    """Read 1초에 9경5700조 번 as operations a second, 다운로드 1억 회 as a count; the rest of the refused are nothing."""
    times = entry.word in ("번", "회", "차례")
    unit = unit_near(text, term.start, last.end, "번") if times else None
    if times and unit is None and _DOWNLOADS.search(text, max(0, term.start - 30), term.start):
        unit = "count"
    if unit is None or low < (BILLION if unit == "FLOP/s" else FEW):
        return None
    core = Quantity(low, high, unit, "exact", term.start, last.end, last.numeral.grain, entry.word)
    return _hedged(text, core, term.numeral, is_range=term is not last)


def _with_cents(
    text: str,
    terms: list[Term],
    following: int,
    low: Decimal,
    high: Decimal | None,
    last: Term,
    entry: UnitWord | None,
) -> tuple[Decimal, Decimal | None, int, int]:
    """Add the small coin: 1달러 20센트 is 1.2 dollars. Return low, high, end and the next term."""
    if entry is not None and entry.unit in _WITH_CENTS and entry.factor == 1 and low == high and following < len(terms):
        coin = terms[following]
        if coin.entry is not None and coin.entry.word in _COINS and text[last.end : coin.start] in ("", " "):
            value = EXACT.add(low, EXACT.multiply(coin.numeral.low, coin.entry.factor))
            return value, value, coin.end, following + 1
    return low, high, last.end, following


def _core(
    term: Term, last: Term, entry: UnitWord | None, sign: str, low: Decimal, high: Decimal | None, end: int
) -> Quantity:
    """Return the quantity without hedges and gloss, in its base unit."""
    factor = entry.factor if entry is not None else Decimal(1)
    unit = sign or (entry.unit if entry is not None else None)
    counter = entry.word if entry is not None and entry.sort == "counter" else ""
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


# '125조2000원': 억 was lost, and nobody knows how many there were
_CUT_SHORT = re.compile(r"([조억])[ ]?[1-9]\d{0,2}(?:,?\d)?$")


def _whole(written: str, core: Quantity) -> Quantity:
    """Return *core*, of money that lost a unit what is left that is sure: 125조."""
    cut = _CUT_SHORT.search(written) if core.unit in MONEY else None
    if cut is None:
        return core
    scale = TRILLION if cut[1] == "조" else HUNDRED_MILLION
    low, high = (None if value is None else value // scale * scale for value in (core.low, core.high))
    return replace(core, low=low, high=high, grain=Decimal(scale))


def _guess(text: str, terms: list[Term], following: int, core: Quantity) -> str | None:
    """Return what the words around say of a number that bears no unit: those behind the last of a list first."""
    last = terms[following - 1]
    if last.numeral.kind == "fraction":
        return "times"
    counter = core.counter or ("B" if last.numeral.kind == "latin" else "")
    few = (core.low or FEW) < (FEW if core.counter == "개" else A_FEW if core.counter == "대" else 0)
    heard = unit_near(text, core.start, list_end(text, terms, following - 1), counter, few=few)
    if heard is None and last.numeral.kind == "latin":
        return "parameter"
    if heard in (None, "gpu") and not counter and last.numeral.rank >= TRILLION:
        return "KRW"  # 1조 단위, 2.4조: nothing but money is said in trillions without its name
    return heard


def _dressed(
    text: str, terms: list[Term], following: int, core: Quantity, numeral: Numeral, *, is_range: bool, guessed: bool
) -> tuple[Quantity, int]:
    """Add the gloss and the hedges on both sides; return the quantity and the next term to read."""
    inner = _outer(text, core)
    if _opens_gloss(text, terms, following, inner.edge):
        gloss, beyond = _read(text, terms, following, is_gloss=True)
        if gloss is not None and core.unit in MONEY and _ANOTHER_GLOSS.match(text, gloss.end) and beyond < len(terms):
            gloss, beyond = _read(text, terms, beyond, is_gloss=True)  # '(약 6조 엔, 59조원)'
        if gloss is not None and text.startswith((")", "]"), gloss.end) and _says_the_same(core, gloss):
            behind = unit_near(text, core.start, gloss.end + 1, core.counter) if guessed else None
            unit = behind or core.unit or gloss.unit
            core = replace(core, end=gloss.end + 1, gloss=replace(gloss, unit=gloss.unit or unit), unit=unit)
            core = _counted_behind(text, core)
            outer = _outer(text, core)
            return _bounded(text, core, numeral, inner.bounds | outer.bounds, outer.edge, is_range=is_range), beyond
    return _bounded(text, core, numeral, inner.bounds, inner.edge, is_range=is_range), following


_ANOTHER_GLOSS = re.compile(r"[ ]?[,·/][ ]?(?:약[ ]?)?\d[\d.,]*[조억만][^()]{0,24}\)")
_COUNTER_BEHIND = re.compile(r"[ ]?(개|장|대|명)(?=의|를|을|가|이|로|급|짜리|까지|[ ]|[.,]|$)")


def _counted_behind(text: str, core: Quantity) -> Quantity:
    """Give a number the counter that stands behind its gloss: 1000억(100B) 개 이상의 파라미터."""
    found = _COUNTER_BEHIND.match(text, core.end) if not core.counter and core.unit not in MONEY else None
    return replace(core, end=found.end(), counter=found[1]) if found else core


def _opens_gloss(text: str, terms: list[Term], following: int, edge: int) -> bool:
    """Tell whether the next term stands in a bracket that opens at *edge* and closes soon."""
    if not text.startswith(_BRACKETS, edge + text.startswith(" ", edge)) or following >= len(terms):
        return False
    start = terms[following].start
    closes = any(mark in text[start : start + _GLOSS_REACH] for mark in ")]")
    return closes and _GLOSS_OPENS.fullmatch(text[edge : hedges.before(text, start).edge]) is not None


_NAMED_BY_A_NOUN = frozenset({"parameter", "token", "gpu"})


def _outer(text: str, core: Quantity) -> hedges.Hedge:
    """Read the hedges behind *core*, also behind the noun that it counts: 2000억 개 파라미터(매개변수) 이상."""
    near = hedges.after(text, core.end)
    counted = core.counter or core.unit in _NAMED_BY_A_NOUN
    noun = _NOUN.match(text, core.end) if counted and not near.bounds else None
    if noun is None:
        return near
    behind = hedges.after(text, noun.end())
    return behind if behind.bounds else near


def _says_the_same(core: Quantity, gloss: Quantity) -> bool:
    """Tell a gloss from a further figure: another currency, or the same value in another notation."""
    if core.unit in MONEY and gloss.unit in MONEY and core.unit != gloss.unit:
        return True
    one, other = core.low, gloss.low if gloss.low is not None else gloss.high
    return one is not None and other is not None and abs(one - other) * 100 <= abs(one)


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
    end = max(end, core.end)
    return Quantity(low, high, core.unit, qualifier, ahead.edge, end, grain, core.counter, core.gloss)
