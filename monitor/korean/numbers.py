"""
Numerals as Korean news writes them: 9경5,700조, 2천360억, 1.5만, 이천사십억, 수백억, 204B, 25兆, 세 (배), 3분의 1.

The room promises the value, its grain and the offsets. What the number counts, and how surely, is said by
`quantities`. Dates, telephone numbers, clock times, scores and the digits inside a name (GPT-3, A100-80G) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from monitor.korean.amounts import (
    BIG,
    DIGITS,
    EXACT,
    HANGUL,
    LONGEST,
    SMALL,
    SYLLABLE,
    amount_at,
    is_counted_at,
    written,
)
from monitor.korean.currencies import words_before
from monitor.korean.natives import NATIVE, native_value
from monitor.model import Number

Kind = Literal["digits", "scaled", "hangul", "native", "latin", "vague", "scale", "unit", "fraction"]

_SHORT_WORD = 2  # syllables: so short a spoken numeral may be another word
LATIN = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "mn": 10**6, "bn": 10**9, "tn": 10**12}
LATIN |= {"million": 10**6, "billion": 10**9, "trillion": 10**12}


@dataclass(frozen=True, slots=True)
class Numeral:
    """
    One numeral with what its writing tells: *low* and *high* differ for 수백억, *high* is open for 조 (단위).

    *rank* is the last scale written (조 → 10**12, none → 1); *about* is set by 여 inside it (10여만). A numeral of kind
    'unit' is empty: it stands before the bare unit of "GW급" and counts one.
    """

    low: Decimal
    high: Decimal | None
    grain: Decimal
    start: int
    end: int
    kind: Kind
    rank: int = 1
    about: bool = False


_LIKE_DIGITS = str.maketrans("０１２３４５６７８９，．％～（）兆億萬万京千百十", "0123456789,.%~()조억만만경천백십")
_UNLIKE = re.compile("[０-９，．％～（）兆億萬万京千百十]")

_PAIR = re.compile(r"(?:이(?=삼)|삼(?=사)|사(?=오)|오(?=[육륙])|[육륙](?=칠)|칠(?=팔)|팔(?=구)).(?=[십백천만억조])")
_POINT = re.compile(r"[점쩜]([영공일이삼사오육륙칠팔구]++)")
_PARTS_OF = re.compile(rf"[ ]?분의[ ]?({DIGITS}|{SYLLABLE})(?![0-9])")
_LATIN = re.compile(r"[ ]?((?i:million|billion|trillion))(?![A-Za-z])|((?i:bn|mn|tn)|[BTMKk])(?![A-Za-z0-9])")
_SIZE_IN_NAME = re.compile(r"(?<=[-_ A])([0-9]+(?:\.[0-9]+)?)([BTM])(?![A-Za-z0-9])")

_CODES = "|".join(mark for mark, _ in words_before() if mark.isascii() and mark.isalpha() and mark.isupper())
_WATTS = r"[GM]W|[기메]가와트|엑사플롭스?|페타플롭스?"
_SPOKEN_FOR = (
    "원달불유엔위파센퍼명개장루바페랜크코헤링디프동텡투즈포셰"  # how the words begin that spoken numerals count
)
_LEADS = rf"[일이삼사오육륙칠팔구십백천만](?=[일이삼사오육륙칠팔구십백천만억조경점쩜분여 0-9{_SPOKEN_FOR}])"
_NEXT = re.compile(
    rf"""
    (?P<skip>
        [0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}(?![0-9])      # 2021.05.25
      | [0-9]{{2,4}}-[0-9]{{3,4}}-[0-9]{{4}}(?![0-9])              # 02-123-4567
      | [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9])           # 13:46, 51:49
      | [0-9]++(?:\.[0-9]++){{2,}}+                                # version 3.5.1
      | [0-9]++\.[만억조][0-9,]*+                                    # 3.만7000: a misprint
      | [0-9]++[ ]?대[ ]?[0-9]++(?![0-9,.]*[만억조])                # 3대1
      | (?:(?<![가-힣])|(?<=[법령칙]))제[ ]?[0-9]++[ ]?[만억조경]?    # 제3조: article 3 of a law; 어제 3명
    )
  | (?P<unit>(?<![0-9A-Za-z가-힣.])(?:{_WATTS})(?=(?:\([^()0-9]{{1,12}}\))?[ ]?(?:급|단위)))
  | (?P<code>(?:{_CODES})(?=[ ]?[0-9]))
  | (?P<glued>(?:GPU|NPU|CPU|AI|MAU|LLM)(?=[0-9]))
  | (?P<latin>[A-Za-z]++(?:(?:[-_](?=[0-9A-Za-z])|(?<=[0-9])\.(?=[0-9]))?[0-9A-Za-z]++)*+)
  | (?P<digit>[0-9])
  | (?<![가-힣])(?P<vague>(?:수|몇)[ ]?(?:
        (?P<small>[십백천])여?(?:(?P<big>[만억조경])|[ ](?P<apart>[만억조경])(?=[원달유위엔개명장]))?
      | 여?(?P<whole>[만억조경])
      | (?=(?:{_WATTS}))))
  | (?<![가-힣])(?P<scale>(?P<one>[십백천])?(?P<many>[만억조경])(?:\([^()]{{1,8}}\))?)
        (?=[ ]?(?:원|달러)?[ ]?(?:단위|대(?![가-힣])))
  | (?<![가-힣])(?P<native>{NATIVE})
  | (?<![가-힣])(?P<half>절반|갑절|곱절)
  | (?:(?<![가-힣0-9])|(?<=달러))(?P<hangul>{_LEADS})
    """,
    re.VERBOSE,
)
_NO_NUMERAL = frozenset({"skip", "code", "glued"})


def find_numbers(text: str) -> Iterator[Number]:
    """
    Yield the numerals in *text*, left to right, never overlapping.

    Offsets are code points into *text*. "12조1000억" is one number, 12_100_000_000_000. "제3조" (article 3 of a law)
    yields nothing, nor do 수백억 (some tens of billions) and 조 단위 (trillions), which have no value.
    """
    for numeral in scan(text):
        if numeral.high == numeral.low and (numeral.kind != "hangul" or _is_no_word(text, numeral)):
            yield Number(numeral.low, numeral.grain, numeral.start, numeral.end)


def _is_no_word(text: str, numeral: Numeral) -> bool:
    """Tell 만 원 and 이천사십 from 백조 (swan) and 이천 (a town)."""
    return numeral.end - numeral.start > _SHORT_WORD or is_counted_at(text, numeral.end)


def scan(text: str) -> Iterator[Numeral]:
    """Yield every numeral in *text* with its kind, left to right, never overlapping; vague ones too."""
    if _UNLIKE.search(text):
        text = text.translate(_LIKE_DIGITS)
    position = 0
    while found := _NEXT.search(text, position):
        position = found.end()
        kind = found.lastgroup
        if kind == "latin":
            yield from _sizes_in(found)
        elif kind not in _NO_NUMERAL:
            numeral = _read(text, found)
            if numeral is not None:
                yield numeral
                position = max(position, numeral.end)
            elif kind == "digit":
                position = _end_of_digits(text, found.start())


def _read(text: str, found: re.Match[str]) -> Numeral | None:
    match found.lastgroup:
        case "digit":
            return _led_by_digits(text, found.start())
        case "hangul":
            return _hangul(text, found.start("hangul"))
        case "native":
            return _native(found)
        case "half":
            value = Decimal("0.5") if found["half"] == "절반" else Decimal(2)
            return Numeral(value, value, value, found.start(), found.end(), "fraction")
        case "unit":
            return Numeral(Decimal(1), None, Decimal(0), found.start(), found.start(), "unit")
        case "scale":
            rank = BIG[found["many"]]
            value = Decimal(SMALL.get(found["one"], 1) * rank)
            return Numeral(value, None, Decimal(0), found.start("scale"), found.end("scale"), "scale", rank)
        case _:
            return _vague(found)


def _led_by_digits(text: str, start: int) -> Numeral | None:
    """Read 2천360억, 204B, 3분의 1."""
    amount = amount_at(text, start, led_by_digits=True)
    if amount is None:
        return None
    if amount.rank > 1:
        value, grain = amount.value, amount.grain
        return Numeral(value, value, grain, start, amount.end, "scaled", amount.rank, amount.about)
    if latin := _LATIN.match(text, amount.end):
        big = amount.times(LATIN[(latin[1] or latin[2]).lower()], latin.end())
        return Numeral(big.value, big.value, big.grain, start, big.end, "latin", big.rank)
    return _parts_of(text, start, amount.value, amount.end) or Numeral(
        amount.value, amount.value, amount.grain, start, amount.end, "digits"
    )


def _hangul(text: str, start: int) -> Numeral | None:
    """Read 이천사십억, 천 4백만, 일점이삼, 삼분의 일, 이삼백만 (two or three million)."""
    if pair := _PAIR.match(text, start):
        return _pair(text, pair)
    amount = amount_at(text, start, led_by_digits=False)
    if amount is None:
        return None
    point = _POINT.match(text, amount.end) if amount.rank == 1 else None
    value, grain, end = amount.value, amount.grain, amount.end
    if point:
        fraction = "".join(str(HANGUL[c]) for c in point[1][:LONGEST])
        grain = Decimal(1).scaleb(-len(fraction))
        value, end = EXACT.add(value, EXACT.multiply(Decimal(fraction), grain)), point.end()
    return _parts_of(text, start, value, end) or Numeral(
        value, value, grain, start, end, "hangul", amount.rank, amount.about
    )


def _pair(text: str, found: re.Match[str]) -> Numeral:
    """Read the numeral of two neighbouring digits that *found* begins: 삼사만 is 30 000 to 40 000."""
    high = amount_at(text, found.start() + 1, led_by_digits=False)
    assert high is not None, "_PAIR has seen a digit there"
    low = EXACT.divide(EXACT.multiply(high.value, Decimal(HANGUL[text[found.start()]])), Decimal(HANGUL[found[0][1]]))
    return Numeral(low, high.value, high.grain, found.start(), high.end, "hangul", high.rank, high.about)


def _parts_of(text: str, start: int, whole: Decimal, end: int) -> Numeral | None:
    """Read 3분의 1 (one third); *whole* is the 3."""
    found = _PARTS_OF.match(text, end)
    parts = written(found[1]) if found and whole else None
    if found is None or parts is None:
        return None
    value = EXACT.divide(parts.value, whole)
    return Numeral(value, value, Decimal(0), start, found.end(), "fraction")


def _native(found: re.Match[str]) -> Numeral:
    low, high = native_value(found["native"])
    return Numeral(Decimal(low), Decimal(high), Decimal(1), found.start("native"), found.end("native"), "native")


def _vague(found: re.Match[str]) -> Numeral:
    """Read 수백억 (2 to 10 times 백억), 수십 조, 수 GW."""
    rank = BIG.get(found["big"] or found["apart"] or found["whole"], 1)
    unit = Decimal(SMALL.get(found["small"], 1) * rank)
    end = len(found.group().rstrip()) + found.start()
    return Numeral(unit * 2, unit * 10, Decimal(0), found.start("vague"), end, "vague", rank)


def _sizes_in(found: re.Match[str]) -> Iterator[Numeral]:
    """Yield the sizes inside a Latin name: 235B and 22B of Qwen3-235B-A22B."""
    name = found["latin"]
    if "B" not in name and "T" not in name and "M" not in name:
        return
    for size in _SIZE_IN_NAME.finditer(name):
        number = written(size[1])
        if number is not None:
            big = number.times(LATIN[size[2].lower()], found.start() + size.end())
            yield Numeral(big.value, big.value, big.grain, found.start() + size.start(), big.end, "latin", big.rank)


def _end_of_digits(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end] in "0123456789,.":
        end += 1
    return end
