"""
Written amounts: groups of 만, 억, 조 and 경 in falling order, each led by digits or by Hangul numerals.

    9경5,700조   3천5백만   1천 1백 70만   4억 600만   이천사십억   천 4백만   10여만

한글 맞춤법 제44항 groups by ten thousand; newspapers mix digits into it at any place, with commas and blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal

LONGEST = 40  # digits: a longer run is an account number or an attack, never an amount
EXACT = Context(prec=120)  # no amount of LONGEST digits times 경 is rounded

SMALL = {"십": 10, "백": 100, "천": 1000}  # ten, hundred, thousand
BIG = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
_BIG_LETTERS = tuple(BIG)
HANGUL = {c: i for i, c in enumerate("영일이삼사오육칠팔구")} | {"륙": 6, "공": 0}

DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
SYLLABLE = r"[일이삼사오육륙칠팔구]"
_WRITTEN = rf"{DIGITS}|{SYLLABLE}"
_SECTION = re.compile(
    rf"(?P<천>(?P<t>{_WRITTEN})?천)?(?P<b>[ ]{{0,2}})(?P<백>(?P<h>{_WRITTEN})?백)?"
    rf"(?P<c>[ ]{{0,2}})(?P<십>(?P<d>{_WRITTEN})?십)?(?P<e>[ ]{{0,2}})(?P<u>{_WRITTEN})?"
)
_SPACED_SMALL = re.compile(rf"({DIGITS})[ ]([천백십])(?=[ ]?[만억조경0-9]|[^가-힣]|$)")
# Scale letters that begin another word: 3경기 (games), 5조각 (pieces), 2만족.
_NOT_SCALE = (
    r"(?!(?<=경)[기제영찰력우쟁매주험고유로]|(?<=조)(?:[각합건항직례선치금기립작절율]|사(?![십백천만억])|정(?!도))"
    r"|(?<=만)[족약료]|(?<=억)[제압울])"
)
_COUNTED_APART = r"[^가-힣]|$|원|달러|불|유로|엔|위안|파운드|개|명|장|번|회|대"
_BIG = re.compile(rf"(여?)(?:([만억조경]){_NOT_SCALE}|[ ]([만억조경])(?={_COUNTED_APART}))")
_COUNTED_BY = ("원", "달러", "불", "유로", "위안", "엔", "파운드", "퍼센트", "명", "개", "장")
# Most groups are one run of digits, with or without a scale: 2025, 1750억, 5천만.
_SIMPLE = re.compile(rf"((?>{DIGITS}))(?:([천백십]?)([만억조경]){_NOT_SCALE}|(?![ ]?[십백천만억조경여]))")
_DATE_ENDS = ("년", "월", "일", "위", "분기", "%")
_PLACES = (("천", "t", 1000), ("백", "h", 100), ("십", "d", 10), ("u", "u", 1))


@dataclass(frozen=True, slots=True)
class Amount:
    """A value as written: *grain* is its last telling place, *rank* its last scale, *about* a 여 inside it (10여만)."""

    value: Decimal
    grain: Decimal
    rank: int
    end: int
    about: bool = False
    broken: bool = False  # written with a decimal point

    def times(self, factor: int, end: int, *, about: bool = False) -> Amount:
        """Return the amount scaled up by *factor*, ending at *end*."""
        by = Decimal(factor)
        value, grain = EXACT.multiply(self.value, by), EXACT.multiply(self.grain, by)
        return Amount(value, grain, factor, end, self.about or about, self.broken)


def is_counted_at(text: str, end: int) -> bool:
    """Tell whether a unit that spoken numerals bear stands at *end*, a blank before it or not: 만 원, 이천 명."""
    return text.startswith(_COUNTED_BY, end + text.startswith(" ", end))


def amount_at(text: str, start: int, *, led_by_digits: bool) -> Amount | None:
    """Return the amount at *start*: 1조 2천억, 3만 5천; None when nothing there is one."""
    whole: Amount | None = None
    position = start
    while (group := _group(text, position, led_by_digits=led_by_digits)) is not None:
        if whole is not None:
            if group.value >= whole.rank or not _continues(text, whole.end, position, group):
                break
            group = _of_the_scale_below(text, whole, group)
            value, rank = EXACT.add(whole.value, group.value), group.rank if group.rank > 1 else whole.rank
            about, broken = whole.about or group.about, whole.broken or group.broken
            whole = Amount(value, group.grain, rank, group.end, about, broken)
        else:
            whole = group
        if group.rank == 1 or group.broken:
            break
        position = group.end + text.startswith(" ", group.end)
    return whole


def _of_the_scale_below(text: str, whole: Amount, group: Amount) -> Amount:
    """Return *group*; the 천 of 1억 5천 with no unit behind it is 천만, as in speech. 1억5천원 is said to the letter."""
    said_short = whole.rank >= BIG["억"] and group.rank == 1 and text[group.end - 1] == "천"
    if not said_short or is_counted_at(text, group.end):
        return group
    return replace(group.times(whole.rank // BIG["만"], group.end), rank=1)


def _continues(text: str, end: int, position: int, group: Amount) -> bool:
    """Tell whether *group* at *position* belongs to the amount that ends at *end*: 1만 5000장, but not 3만 2위."""
    if group.rank > 1 or position == end:
        return True
    bare = text[position : group.end]
    return (len(bare) > 1 or not bare.isdigit()) and not text.startswith(_DATE_ENDS, group.end)


def _group(text: str, position: int, *, led_by_digits: bool) -> Amount | None:
    """Read one section and the big scale behind it."""
    if simple := _SIMPLE.match(text, position):
        number = written(simple[1])
        if number is None:
            return None
        if not simple[3]:
            return Amount(number.value, number.grain, 1, simple.end(), broken=number.broken)
        big = BIG[simple[3]]
        by = Decimal(SMALL.get(simple[2], 1) * big)
        value, grain = EXACT.multiply(number.value, by), EXACT.multiply(number.grain, by)
        return Amount(value, grain, big, simple.end(), broken=number.broken)
    section = _section(text, position, led_by_digits=led_by_digits)
    if section is None:
        return None
    found = _BIG.match(text, section.end)
    if found is None:
        return section if section.end > position else None
    return section.times(BIG[found[2] or found[3]], found.end(), about=bool(found[1]))


def _section(text: str, position: int, *, led_by_digits: bool) -> Amount | None:
    """Read what stands before a big scale: 2천360, 5,700, 이천사십; nothing but a 1 before a bare 만 (만 원)."""
    spaced = _SPACED_SMALL.match(text, position)
    if spaced is not None:
        number = written(spaced[1])
        return number and number.times(SMALL[spaced[2]], spaced.end())
    found = _SECTION.match(text, position)
    assert found is not None, "every part of a section may be absent"
    whole: Amount | None = None
    room = 0
    for part, number_part, place in _PLACES:
        if found[part] is None:
            continue
        number = written(found[number_part]) if found[number_part] else Amount(Decimal(1), Decimal(1), 1, 0)
        if number is None:
            return None
        if room and number.value * place >= room:
            break
        if part == "u" and found["u"] in HANGUL and not _is_two(text, found, led_by_digits=led_by_digits):
            break
        number = number.times(place, found.end(part))
        value = number.value if whole is None else EXACT.add(whole.value, number.value)
        whole = Amount(value, number.grain, 1, number.end, broken=number.broken)
        room = place
    if whole is None and not led_by_digits and text.startswith("만", position):
        return Amount(Decimal(1), Decimal(1), 1, position)
    return whole


def _is_two(text: str, found: re.Match[str], *, led_by_digits: bool) -> bool:
    """Tell 2 from the particle: the 이 of 백이십삼 and 이억 counts, that of 1만이 or 백이 넘는 does not."""
    end = found.end()
    if text.startswith(_BIG_LETTERS, end):
        return True
    if led_by_digits:
        return False
    followed = text.startswith(" ", end) or is_hangul(text, end)
    return found["u"] != "이" or found[0] == "이" or is_counted_at(text, end) or not followed


def is_hangul(text: str, position: int) -> bool:
    """Tell whether a Hangul syllable stands at *position*."""
    return "가" <= text[position : position + 1] <= "힣"


def written(digits: str) -> Amount | None:
    """Return the value of *digits* (with commas or a point) or of one syllable; None for more than LONGEST digits."""
    if digits in HANGUL:
        return Amount(Decimal(HANGUL[digits]), Decimal(1), 1, 0)
    if len(digits) > LONGEST:
        return None
    plain = digits.replace(",", "")
    value = Decimal(plain)
    whole, point, fraction = plain.partition(".")
    if point:
        return Amount(value, Decimal(1).scaleb(-len(fraction)), 1, 0, broken=True)
    zeros = len(whole) - len(whole.rstrip("0")) if value else 0
    return Amount(value, Decimal(10**zeros), 1, 0)
