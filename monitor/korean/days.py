"""
Spans of days: years, halves, quarters, months, weeks and their parts, first and last day both inclusive.

The parts are those of the figure guide: 초 of a year is its first quarter, 말 of a year is December; 초, 중순 and 말
of a month are days 1 to 10, 11 to 20 and 21 to the end. Weeks run from Monday to Sunday.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]

_DECEMBER = 12
_HALF_YEAR = 183
_A_WEEK = 7
_FAR_MORE = 1.8  # a month without a year is that of another year only when it is so much nearer
OLDEST, LATEST = 1900, 2199  # years that a newspaper names


def year(of: int) -> Span:
    """Return the whole year."""
    return date(of, 1, 1), date(of, _DECEMBER, 31)


def half(of: int, which: int) -> Span:
    """Return the first (1) or second (2) half of a year."""
    return months(of, 1, 6) if which == 1 else months(of, 7, _DECEMBER)


def quarters(of: int, first: int, last: int) -> Span:
    """Return the quarters *first* to *last* (1 to 4) of a year."""
    return months(of, 3 * first - 2, 3 * last)


def months(of: int, first: int, last: int) -> Span:
    """Return the months *first* to *last* of a year; when *last* is the smaller it is that of the next year."""
    end = of + (last < first)
    return date(of, first, 1), date(end, last, monthrange(end, last)[1])


def month_of(day: date, shift: int = 0) -> Span:
    """Return the month that is *shift* months from that of *day*."""
    there = add_months(day.replace(day=1), shift)
    return months(there.year, there.month, there.month)


def week_of(day: date, shift: int = 0) -> Span:
    """Return Monday to Sunday of the week that is *shift* weeks from that of *day*."""
    monday = day + timedelta(days=7 * shift - day.weekday())
    return monday, monday + timedelta(days=6)


def season(of: int, name: str) -> Span:
    """Return 봄 (March to May), 여름, 가을 or 겨울 (from December into the next year) that begins in year *of*."""
    first = {"봄": 3, "여름": 6, "가을": 9, "겨울": 12}[name]
    return months(of, first, (first + 1) % 12 + 1)


def part_of_month(span: Span, part: str) -> Span:
    """Return 초(순), 중순 or 말 (하순) of the month that *span* covers; the month itself for 중 (within)."""
    first, last = span
    if part in ("초", "초순", "상순"):
        return first, first.replace(day=10)
    if part in ("초반", "후반"):
        return (first, first.replace(day=15)) if part == "초반" else (first.replace(day=16), last)
    if part in ("중순", "중반"):
        return first.replace(day=11), first.replace(day=20)
    return (first.replace(day=21), last) if part in ("말", "하순") else span


def part_of_year(of: int, part: str) -> Span:
    """Return 초 (first quarter), 말 (December), 중반 (the middle) of a year; the year itself for 중 or 내 (within)."""
    if part in ("초", "연초"):
        return months(of, 1, 3)
    if part in ("말", "연말"):
        return months(of, _DECEMBER, _DECEMBER)
    if part in ("초반", "후반"):
        return half(of, 1 if part == "초반" else 2)
    return months(of, 4, 9) if part == "중반" else year(of)


def nth_week(span: Span, nth: int) -> Span:
    """Return the *nth* week of a month (-1 for the last). A week belongs to the month that holds its Thursday."""
    return week_of(nth_weekday(span, nth, 3))


def nth_weekday(span: Span, nth: int, weekday: int) -> date:
    """Return the *nth* Monday (0) … Sunday (6) of a month, -1 for the last."""
    first, last = span
    if nth < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def add_months(day: date, count: int) -> date:
    """Return *day* moved by *count* months, on the last day of the month where it has no such day."""
    index = min(max(day.year * 12 + day.month - 1 + count, OLDEST * 12), LATEST * 12 + 11)
    there, month = divmod(index, 12)
    return date(there, month + 1, min(day.day, monthrange(there, month + 1)[1]))


def add_days(day: date, count: int) -> date:
    """Return *day* moved by *count* days, within the years that a newspaper names."""
    moved = day.toordinal() + count
    return date.fromordinal(min(max(moved, date(OLDEST, 1, 1).toordinal()), date(LATEST, 12, 31).toordinal()))


def nearest_year(on: date, month: int, day: int = 15) -> int:
    """Return the year of a month that is named without one: this year, unless another lies far nearer to *on*."""
    here = abs((valid(on.year, month, day) or date(on.year, month, 15)) - on).days
    if here <= _HALF_YEAR:
        return on.year
    other = on.year + (1 if month < on.month else -1)
    there = abs((valid(other, month, day) or date(other, month, 15)) - on).days
    return other if there * _FAR_MORE < here else on.year


def nearest_day(on: date, day: int) -> date | None:
    """Return the day of a month that is named without one: this month's, unless a neighbour's lies within a week."""
    here, *others = (valid(first.year, first.month, day) for first in (month_of(on, shift)[0] for shift in (0, -1, 1)))
    near = [there for there in others if there and abs((there - on).days) <= _A_WEEK]
    if here is not None and (not near or abs((here - on).days) <= 2 * _A_WEEK):
        return here
    return near[0] if near else next((there for there in others if there), None)


def valid(of: int, month: int, day: int) -> date | None:
    """Return the date, or None for 30 February."""
    fits = OLDEST <= of <= LATEST and 1 <= month <= _DECEMBER and 1 <= day <= monthrange(of, month)[1]
    return date(of, month, day) if fits else None
