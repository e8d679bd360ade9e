"""
Named times: 올 하반기, 2027년 초, 지난 5월 3일, 다음 달 중순, 이번 주 금요일, 어제, 2021.05.25, 삼일절.

Each is resolved to its days against the article's day, or against the time said just before (이듬해, 같은 달).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from monitor.korean import days
from monitor.korean.amounts import amount_at
from monitor.korean.datewords import (
    AFTER_ANCHOR,
    DAY_OF,
    DAY_WORDS,
    FISCAL,
    FOLLOWING,
    HOLIDAYS,
    IN_MONTH,
    MONTH_WORDS,
    ORDINALS,
    SPOKEN,
    SUB,
    TRAIL,
    WEEK_WORDS,
    WEEKDAYS,
    YEAR_GLOSS,
    YEAR_WORDS,
    meaning,
)
from monitor.korean.days import Span

Grain = Literal["year", "part", "month", "week", "day"]


@dataclass(frozen=True, slots=True)
class Point:
    """A named time in a text: its days, and how finely it is said. *open_first*: 연내 says no first day."""

    span: Span
    start: int
    end: int
    grain: Grain
    dated: bool = False  # bears its own year
    within: bool = False  # 연내, 올해 안에: by its last day
    fiscal: bool = False


def point_at(text: str, found: re.Match[str], on: date, anchor: date | None) -> Point | None:
    """
    Return the time that *found* (a match of HEAD) begins; None when its words name no days.

    *anchor* is the first day of the time said before, for 이듬해 (the year after) and for the end of a range.
    """
    reader = _READERS[found.lastgroup or ""] if found.lastgroup in _READERS else None
    if reader is None:
        reader = next(read for name, read in _READERS.items() if found[name] is not None)
    point = reader(text, found, on, anchor)
    if point is None or point.grain != "day":
        return point
    trail = TRAIL.match(text, point.end)
    return Point(point.span, point.start, trail.end(), "day", point.dated) if trail else point


def _iso(_: str, found: re.Match[str], __: date, ___: date | None) -> Point | None:
    written = int(found["iy"])
    century = 0 if len(found["iy"]) > 2 else 1900 if written > 50 else 2000  # noqa: PLR2004 - 74/10/31 is of 1974
    return _one_day(days.valid(written + century, int(found["im"]), int(found["id"])), found.start(), found.end())


def _slash(_: str, found: re.Match[str], on: date, __: date | None) -> Point | None:
    month, day = int(found["sm"]), int(found["sd"])
    return _one_day(days.valid(days.nearest_year(on, month, day), month, day), found.start(), found.end())


def _years(_: str, found: re.Match[str], __: date, ___: date | None) -> Point | None:
    first = int(found["ya"])
    last = int(found["yb"]) if len(found["yb"]) > 2 else first // 100 * 100 + int(found["yb"])  # noqa: PLR2004 - 2027~28년
    if last < first:
        return None
    return Point((days.year(first)[0], days.year(last)[1]), found.start(), found.end(), "year", dated=True)


def _decade(_: str, found: re.Match[str], __: date, ___: date | None) -> Point:
    first = int(found["dy"])
    return Point((days.year(first)[0], days.year(first + 9)[1]), found.start(), found.end(), "part", dated=True)


def _hangul(_: str, found: re.Match[str], on: date, __: date | None) -> Point | None:
    month = {"유": 6, "시": 10}.get(found["hm"]) or _spoken(found["hm"])
    day = _spoken(found["hd"])
    of = _spoken(found["hy"]) if found["hy"] else days.nearest_year(on, month, day) if month else 0
    return _one_day(days.valid(of, month, day), found.start(), found.end())


def _spoken(words: str) -> int:
    amount = amount_at(words, 0, led_by_digits=False) if words else None
    return int(amount.value) if amount else 0


def _relative_month(text: str, found: re.Match[str], on: date, _: date | None) -> Point | None:
    span = days.month_of(on, meaning(MONTH_WORDS, found["month"]))
    return _in_month(text, span, found.start(), found.end(), dated=True)


def _week(text: str, found: re.Match[str], on: date, _: date | None) -> Point:
    span = days.week_of(on, meaning(WEEK_WORDS, found["week"]))
    more = DAY_OF.match(text, found.end())
    if more is None:
        return Point(span, found.start(), found.end(), "week", dated=True)
    if more["wd"]:
        day = span[0] + timedelta(days=WEEKDAYS.index(more["wd"]))
        return Point((day, day), found.start(), more.end(), "day", dated=True)
    first, last = (0, 1) if more["part"] == "초" else (5, 6) if more["part"] == "주말" else (3, 6)
    return Point((span[0] + timedelta(first), span[0] + timedelta(last)), found.start(), more.end(), "week", dated=True)


def _weekend(_: str, found: re.Match[str], on: date, __: date | None) -> Point:
    shift = {"지난": -1, "저번": -1, "다음": 1}.get(found["ww"] or "", 0)
    sunday = days.week_of(on, shift)[1]
    return Point((sunday - timedelta(days=1), sunday), found.start(), found.end(), "week", dated=True)


def _today(_: str, found: re.Match[str], on: date, __: date | None) -> Point:
    day = days.add_days(on, meaning(DAY_WORDS, found["today"]))
    return Point((day, day), found.start(), found.end(), "day", dated=True)


def _holiday(_: str, found: re.Match[str], on: date, __: date | None) -> Point | None:
    month, day = meaning(HOLIDAYS, found["holiday"])
    return _one_day(date(days.nearest_year(on, month, day), month, day), found.start(), found.end())


def _year_part(_: str, found: re.Match[str], on: date, anchor: date | None) -> Point:
    word = found["yearpart"]
    within = word.startswith("연내")
    of = anchor.year if anchor and within else on.year
    return Point(days.part_of_year(of, word), found.start(), found.end(), "year" if within else "part", within=within)


def _weekday(_: str, found: re.Match[str], on: date, __: date | None) -> Point:
    """Resolve a weekday: 이번 of this week, 다음 of the next, 지난 the last one past, alone the next to come."""
    weekday, lead = WEEKDAYS.index(found["weekday"]), found["lead"]
    if lead in ("이번", "다음", "올"):
        day = days.week_of(on, int(lead == "다음"))[0] + timedelta(days=weekday)
    elif lead in ("지난", "저번"):
        day = on - timedelta(days=(on.weekday() - weekday - 1) % 7 + 1)
    else:
        day = on + timedelta(days=(weekday - on.weekday() - 1) % 7 + 1)
    return Point((day, day), found.start(), found.end(), "day")


def _year(text: str, found: re.Match[str], on: date, anchor: date | None) -> Point | None:
    """Read a year with what stands behind it: 2027년, 올해(2023년) 10월, 내년 상반기, 이듬해 3월, 2025 회계연도."""
    end = found.end()
    of = _named_year(found, on, anchor)
    if gloss := YEAR_GLOSS.match(text, end):
        of, end = int(gloss["y"]), gloss.end()
    if not days.OLDEST <= of <= days.LATEST:
        return None
    if fiscal := FISCAL.match(text, end):
        return Point(days.year(of), found.start(), fiscal.end(), "year", dated=True, fiscal=True)
    more = SUB.match(text, end)
    if more is None or more["d"]:
        return Point(days.year(of), found.start(), end, "year", dated=True, fiscal=bool(found["fy"]))
    if more["within"]:
        return Point(days.year(of), found.start(), more.end(), "year", dated=True, within=True)
    return _sub(text, more, of, found.start(), dated=True)


def _named_year(found: re.Match[str], on: date, anchor: date | None) -> int:
    if found["y4"]:
        return int(found["y4"])
    if found["y2"] or found["fy"]:
        return int(found["y2"] or found["fy"]) % 100 + 2000
    word = found["yw"].removesuffix("도") if found["yw"] else "올"
    if word.startswith(FOLLOWING):
        return (anchor or on).year + meaning(AFTER_ANCHOR, word)
    return on.year + meaning(YEAR_WORDS, word)


def _bare(text: str, found: re.Match[str], on: date, anchor: date | None) -> Point | None:
    """Read a half, quarter, month, season or day that bears no year: 하반기, 지난 3분기, 오는 11월, 25일."""
    more = SUB.match(text, found.end())
    if more is None:
        return None
    lead = found["lead3"] or ""
    if more["d"]:
        return _bare_day(more, lead, on, anchor, found.start())
    point = _sub(text, more, on.year, found.start(), dated=False)
    if point is None:
        return None
    shift = _year_shift(more, point, lead, on, anchor)
    return point if not shift else _sub(text, more, on.year + shift, found.start(), dated=False)


def _year_shift(more: re.Match[str], point: Point, lead: str, on: date, anchor: date | None) -> int:
    """Return by how many years the named part lies off the article's year."""
    first, last = point.span
    if anchor is not None:
        return anchor.year - on.year + (last < anchor.replace(year=on.year, day=1))
    if lead in ("오는", "다가오는", "다가올", "다음"):
        return int(last < on or (lead == "다음" and first <= on))
    if lead in ("지난", "저번"):
        return -int(first > on or (point.grain != "day" and last >= on))
    if more["m"] and not lead:
        return days.nearest_year(on, first.month, first.day if point.grain == "day" else 15) - on.year
    return 0


def _bare_day(more: re.Match[str], lead: str, on: date, anchor: date | None, start: int) -> Point | None:
    """Read a day of the month alone: the one of the article's month, or the nearest; 오는 and 지난 say which way."""
    day = int(more["d"])
    if anchor is not None:
        there = days.valid(anchor.year, anchor.month, day)
    elif lead in ("오는", "다가오는", "다음"):
        there = next((d for s in (0, 1, 2) if (d := _day_in(on, s, day)) and d >= on), None)
    elif lead in ("지난", "저번"):
        there = next((d for s in (0, -1, -2) if (d := _day_in(on, s, day)) and d < on), None)
    else:
        there = days.nearest_day(on, day)
    if there is None:
        return None
    first = days.valid(there.year, there.month, int(more["d0"])) if more["d0"] else there
    return Point((first or there, there), start, more.end(), "day")


def _day_in(on: date, shift: int, day: int) -> date | None:
    first = days.month_of(on, shift)[0]
    return days.valid(first.year, first.month, day)


def _sub(text: str, more: re.Match[str], of: int, start: int, *, dated: bool) -> Point | None:
    """Read a part of the year *of*."""
    if more["half"]:
        return Point(days.half(of, 1 if more["half"] in "상전" else 2), start, more.end(), "part", dated=dated)
    if more["q"]:
        last = SPOKEN.get(more["q"]) or int(more["q"])
        return Point(days.quarters(of, int(more["q0"] or last), last), start, more.end(), "part", dated=dated)
    if more["season"]:
        return Point(days.season(of, more["season"]), start, more.end(), "part", dated=dated)
    if more["part"]:
        return Point(days.part_of_year(of, more["part"]), start, more.end(), "part", dated=dated)
    month = int(more["m"])
    if more["m0"]:
        return Point(days.months(of, int(more["m0"]), month), start, more.end(), "month", dated=dated)
    return _in_month(text, days.months(of, month, month), start, more.end(), dated=dated)


def _in_month(text: str, span: Span, start: int, end: int, *, dated: bool) -> Point | None:
    """Read what stands behind a month: a day, 초, 중순, 말, 첫째 주, 마지막 금요일."""
    more = IN_MONTH.match(text, end)
    if more is None:
        return Point(span, start, end, "month", dated=dated)
    if more["d"]:
        last = days.valid(span[0].year, span[0].month, int(more["d"]))
        first = days.valid(span[0].year, span[0].month, int(more["d0"])) if more["d0"] else last
        return Point((first, last), start, more.end(), "day", dated=dated) if first and last else None
    if more["part"]:
        return Point(days.part_of_month(span, more["part"]), start, more.end(), "month", dated=dated)
    if more["within"]:
        return Point(span, start, more.end(), "month", dated=dated, within=True)
    nth = ORDINALS.get(more["nth"].replace(" ", "")) or int(more["nth"])
    if more["lastday"]:
        day = span[1] if nth < 0 else span[0]
    elif more["wd"]:
        day = days.nth_weekday(span, nth, WEEKDAYS.index(more["wd"]))
    else:
        return Point(days.nth_week(span, nth), start, more.end(), "week", dated=dated)
    return Point((day, day), start, more.end(), "day", dated=dated)


def _one_day(day: date | None, start: int, end: int) -> Point | None:
    return Point((day, day), start, end, "day", dated=True) if day else None


_READERS = {
    "iso": _iso,
    "slash": _slash,
    "years": _years,
    "decade": _decade,
    "hangul": _hangul,
    "month": _relative_month,
    "week": _week,
    "weekend": _weekend,
    "today": _today,
    "holiday": _holiday,
    "yearpart": _year_part,
    "weekday": _weekday,
    "year": _year,
    "sub": _bare,
}
