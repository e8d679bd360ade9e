"""
Write amounts and times as a newspaper does: '1조4600억원', '5.2만 장', 'KRW 1.46 trillion', '2021년 하반기'.

Pure. Nothing is rounded: what is written can be read back as the very value.
"""

from __future__ import annotations

from calendar import monthrange
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from monitor.model import Claim, Days, Language

MYRIADS = ((Decimal(10) ** 16, "경"), (Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))
THOUSANDS = (
    (Decimal(10) ** 15, "quadrillion"),
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
PREFIXES = (  # both languages write watts, bytes and operations with these
    (Decimal(10) ** 21, "Z"),
    (Decimal(10) ** 18, "E"),
    (Decimal(10) ** 15, "P"),
    (Decimal(10) ** 12, "T"),
    (Decimal(10) ** 9, "G"),
    (Decimal(10) ** 6, "M"),
    (Decimal(10) ** 3, "k"),
)
PREFIXED = {"W": "W", "byte": "B", "FLOP/s": "FLOP/s"}
KOREAN_UNITS = {  # what follows the numeral; money in won follows without a space
    "parameter": " 개",
    "token": " 토큰",
    "gpu": " 장",
    "person": " 명",
    "count": " 회",
    "KRW": "원",
    "USD": " 달러",
    "EUR": " 유로",
    "CNY": " 위안",
    "JPY": " 엔",
}
ENGLISH_UNITS = {"parameter": "parameters", "token": "tokens", "gpu": "GPUs", "person": "people", "count": "times"}
CURRENCIES = {"KRW", "USD", "EUR", "CNY", "JPY"}
BOUNDS = {
    "ko": {"about": "약 {}", "at_least": "{} 이상", "at_most": "최대 {}"},  # about, or more, at most
    "en": {"about": "about {}", "at_least": "at least {}", "at_most": "up to {}"},
}
SEVERAL = {1: "", 10: "십", 100: "백", 1000: "천"}  # 수백억, several hundred 억, claims from 2 to 10 of 100억


def amount_of(claim: Claim, language: Language = "ko") -> str:
    """Return the claim's amount with unit and hedge: '약 3000억 개', 'at least KRW 2 trillion', '30억~50억원'."""
    low, high = claim.low, claim.high
    if low is not None and high is not None and low != high:
        several = _several(low, high, claim.unit) if language == "ko" and claim.qualifier == "order" else None
        return several or _range(low, high, claim.unit, language)
    value = low if low is not None else high
    if value is None:
        return "?"
    hedge = claim.qualifier
    if low is None or high is None:
        hedge = "at_least" if high is None else "at_most"
    return BOUNDS[language].get(hedge, "{}").format(_value(value, claim.unit, language))


def ratio_between(before: Claim | None, after: Claim | None) -> Decimal | None:
    """Return by which part of *before* the value moved (-0.5 is a halving); None where they cannot be compared."""
    if before is None or after is None or before.unit != after.unit:
        return None
    was, now = middle_of(before), middle_of(after)
    return None if not was or now is None else (now - was) / was


def middle_of(claim: Claim) -> Decimal | None:
    """Return the one value that stands for a claim: its point, its only bound, or the middle of its range."""
    if claim.low is None or claim.high is None:
        return claim.low if claim.high is None else claim.high
    return (claim.low + claim.high) / 2


def days_of(days: Days | None, language: Language = "ko") -> str:
    """Return the days as words: '2021년 하반기', '2027년까지', 'by 2027', 'August 2023'; '' for none."""
    first, last = days or (None, None)
    if first and last:
        return _span(first, last, language)
    if last:
        until = _last_of(last, language)
        return f"{until}까지" if language == "ko" else f"by {until}"
    if first:
        since = _day(first, language)
        return f"{since}부터" if language == "ko" else f"from {since}"
    return ""


def myriads(value: Decimal) -> str:
    """Return *value* in Korean groups of ten thousand: '1조4600억', '5.2만', '1만3712', '8000'."""
    if value < 0:
        return f"−{myriads(-value)}"
    if MYRIADS[-1][0] <= value < MYRIADS[-2][0] and value % 1000 == 0:
        return f"{(value / MYRIADS[-1][0]).normalize():f}만"
    words, rest = "", value
    for size, name in MYRIADS:
        count, rest = divmod(rest, size)
        words += f"{count:f}{name}" if count else ""
    return words + (f"{rest.normalize():f}" if rest or not words else "")


def _value(value: Decimal, unit: str, language: Language) -> str:
    if unit in PREFIXED:
        return _prefixed(value, PREFIXED[unit])
    return _with_unit(myriads(value) if language == "ko" else _scaled(value), unit, language)


def _range(low: Decimal, high: Decimal, unit: str, language: Language) -> str:
    """Return both ends with the unit written once: '30억~50억원', 'KRW 3 billion to 5 billion'."""
    if unit in PREFIXED:
        return f"{_prefixed(low, PREFIXED[unit])}~{_prefixed(high, PREFIXED[unit])}"
    both = f"{myriads(low)}~{myriads(high)}" if language == "ko" else f"{_scaled(low)} to {_scaled(high)}"
    return _with_unit(both, unit, language)


def _with_unit(number: str, unit: str, language: Language) -> str:
    if language == "ko":
        return number + KOREAN_UNITS.get(unit, f" {unit}")
    return f"{unit} {number}" if unit in CURRENCIES else f"{number} {ENGLISH_UNITS.get(unit, unit)}"


def _scaled(value: Decimal) -> str:
    for size, name in THOUSANDS:
        if abs(value) >= size:
            return f"{(value / size).normalize():,f} {name}"
    return f"{value.normalize():,f}"


def _prefixed(value: Decimal, unit: str) -> str:
    for size, prefix in PREFIXES:
        if abs(value) >= size:
            return f"{(value / size).normalize():f} {prefix}{unit}"
    return f"{value.normalize():f} {unit}"


def _several(low: Decimal, high: Decimal, unit: str) -> str | None:
    one = low / 2
    size, name = next(((size, name) for size, name in MYRIADS if one >= size), (Decimal(1), ""))
    word = SEVERAL.get(int(one / size)) if one % size == 0 else None
    if word is None or high != one * 10:
        return None
    return f"수{word}{name}" + KOREAN_UNITS.get(unit, f" {unit}")


def _span(first: date, last: date, language: Language) -> str:
    korean = language == "ko"
    if first == last:
        return _day(first, language)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year
    months = (first.month, last.month)
    if whole_months and months == (1, 12):
        return f"{first.year}년" if korean else f"{first.year}"
    if whole_months and months in {(1, 6), (7, 12)}:
        half = 1 if first.month == 1 else 2
        return f"{first.year}년 {'상반기' if half == 1 else '하반기'}" if korean else f"H{half} {first.year}"
    if whole_months and last.month - first.month == 2 and first.month % 3 == 1:  # noqa: PLR2004 - a quarter
        quarter = last.month // 3
        return f"{first.year}년 {quarter}분기" if korean else f"Q{quarter} {first.year}"
    if whole_months and first.month == last.month:
        return f"{first.year}년 {first.month}월" if korean else f"{first:%B} {first.year}"
    return f"{_day(first, language)}~{_day(last, language)}"


def _last_of(day: date, language: Language) -> str:
    """Return a last day as short as it may be said: the last of December is the year."""
    korean = language == "ko"
    if (day.month, day.day) == (12, 31):
        return f"{day.year}년" if korean else f"{day.year}"
    if day.day == monthrange(day.year, day.month)[1]:
        return f"{day.year}년 {day.month}월" if korean else f"{day:%B} {day.year}"
    return _day(day, language)


def _day(day: date, language: Language) -> str:
    return f"{day.year}년 {day.month}월 {day.day}일" if language == "ko" else f"{day.day} {day:%B} {day.year}"
