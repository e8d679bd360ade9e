"""
Named times: 올 하반기, 2027년 초, 지난 5월 3일, 다음 달 중순, 이번 주 금요일, 어제, 2021.05.25, 삼일절.

Each is resolved to its days against the article's day, or against the time said just before (이듬해, 같은 달).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from monitor.korean import days
from monitor.korean.amounts import amount_at
from monitor.korean.datewords import (
    AFTER_ANCHOR,
    CLOCK,
    EVE,
    FISCAL,
    FOLLOWING,
    IN_MONTH,
    LATER_YEAR,
    MONTH_WORDS,
    ORDINALS,
    SPOKEN,
    SPOKEN_MONTHS,
    SUB,
    TRAIL,
    WEEKDAYS,
    YEAR_GLOSS,
    YEAR_WORDS,
    meaning,
)
from monitor.korean.days import Span
from monitor.korean.festivals import festival, festival_near
from monitor.korean.weekdays import Point, nth_weekday_at, one_day, today_at, week_at, weekday_at, weekend_at


def point_at(text: str, found: re.Match[str], on: date, anchor: date | None) -> Point | None:
    """
    Return the time that *found* (a match of HEAD) begins; None when its words name no days.

    *anchor* is the first day of the time said before, for 이듬해 (the year after) and for the end of a range.
    """
    assert found.lastgroup is not None, "HEAD names every alternative"
    point = _READERS[found.lastgroup](text, found, on, anchor)
    if point is None or point.grain != "day" or found.lastgroup == "weekday":
        return point and replace(point, end=_behind_clock(text, point))
    return _with_trail(text, point)


def _with_trail(text: str, point: Point) -> Point:
    """Return a day with what may stand behind it: its weekday, (현지시간), a year that comes late, 전날 (its eve)."""
    if eve := EVE.match(text, point.end):
        day = days.add_days(point.span[1], -1 if eve["eve"] else 1)
        return Point((day, day), point.start, eve.end(), "day", point.dated)
    trail = TRAIL.match(text, point.end)
    end = trail.end() if trail else point.end
    if clock := CLOCK.match(text, end):
        return replace(point, end=clock.end())
    late = LATER_YEAR.match(text, end) if not point.dated else None
    day = point.span[1]
    moved = days.valid(int(late["y"]), day.month, day.day) if late else None
    if late is None or moved is None:
        return Point(point.span, point.start, end, "day", point.dated)
    return Point((moved, moved), point.start, late.end(), "day", dated=True)


def _behind_clock(text: str, point: Point) -> int:
    """Return where a day ends with the hour behind it: 금요일 저녁 8시."""
    clock = CLOCK.match(text, point.end) if point.grain == "day" else None
    return clock.end() if clock else point.end


def _dmy(_: str, found: re.Match[str], __: date, ___: date | None) -> Point | None:
    """Read 02/22/2016 and 22/02/2016: the month is what can be one."""
    one, two, of = int(found["e1"]), int(found["e2"]), int(found["ey"])
    return one_day(days.valid(of, one, two) or days.valid(of, two, one), found.start(), found.end())


def _iso(_: str, found: re.Match[str], __: date, ___: date | None) -> Point | None:
    written = int(found["iy"])
    century = 0 if len(found["iy"]) > 2 else 1900 if written > 50 else 2000  # noqa: PLR2004 - 74/10/31 is of 1974
    return one_day(days.valid(written + century, int(found["im"]), int(found["id"])), found.start(), found.end())


def _slash(_: str, found: re.Match[str], on: date, __: date | None) -> Point | None:
    month, day = int(found["sm"]), int(found["sd"])
    return one_day(days.valid(days.nearest_year(on, month, day), month, day), found.start(), found.end())


def _years(_: str, found: re.Match[str], __: date, ___: date | None) -> Point | None:
    first = int(found["ya"])
    last = int(found["yb"]) if len(found["yb"]) > 2 else first // 100 * 100 + int(found["yb"])  # noqa: PLR2004 - 2027~28년
    if last < first:
        return None
    return Point((days.year(first)[0], days.year(last)[1]), found.start(), found.end(), "year", dated=True)


def _decade(_: str, found: re.Match[str], on: date, __: date | None) -> Point:
    """Read 1990년대, 90년대, 구십년대, 1990년대 초반; without a century it is the last that has come."""
    first = int(found["dy"] or 0) or _spoken(found["dh"])
    if first < 100:  # noqa: PLR2004 - two digits
        first += on.year // 100 * 100
        first -= 100 if first > on.year else 0
    begin, end = _PARTS_OF_A_DECADE.get(found["dpart"] or "", (0, 9))
    span = days.year(first + begin)[0], days.year(first + end)[1]
    return Point(span, found.start(), found.end(), "part", dated=True)


def _compact(_: str, found: re.Match[str], __: date, ___: date | None) -> Point | None:
    return one_day(days.valid(int(found["cyear"]), int(found["cm"]), int(found["cd"])), found.start(), found.end())


def _month_part(_: str, found: re.Match[str], on: date, anchor: date | None) -> Point:
    span = days.part_of_month(days.month_of(anchor or on), found["mpart"])
    return Point(span, found.start(), found.end(), "month")


def _hangul(_: str, found: re.Match[str], on: date, __: date | None) -> Point | None:
    written = found["hm"]
    month = _month_number(written)
    day = _spoken(found["hd"])
    of = _spoken(found["hy"]) if found["hy"] else days.nearest_year(on, month, day) if month else 0
    return one_day(days.valid(of, month, day), found.start(), found.end())


def _month_number(written: str) -> int:
    return int(written) if written.isdigit() else SPOKEN_MONTHS[written]


def _spoken(words: str) -> int:
    amount = amount_at(words, 0, led_by_digits=False) if words else None
    return int(amount.value) if amount else 0


def _relative_month(text: str, found: re.Match[str], on: date, _: date | None) -> Point | None:
    span = days.month_of(on, meaning(MONTH_WORDS, found["month"]))
    return _in_month(text, span, found.start(), found.end(), dated=True)


def _quarter(_: str, found: re.Match[str], on: date, __: date | None) -> Point:
    day = days.add_months(on, 3 * {"이번": 0, "다음": 1, "지난": -1}[found["qlead"]])
    which = (day.month + 2) // 3
    return Point(days.quarters(day.year, which, which), found.start(), found.end(), "part", dated=True)


def _festival(_: str, found: re.Match[str], on: date, __: date | None) -> Point | None:
    day = festival_near(found["festival"], on, found["lead4"] or "")
    return _with_its_holidays(found["festival"], day, found.start(), found.end())


def _with_its_holidays(name: str, day: date | None, start: int, end: int) -> Point | None:
    """Return the day of a festival; with 연휴 also the days before and after it."""
    if day is None or not name.endswith("연휴"):
        return one_day(day, start, end)
    return Point((days.add_days(day, -1), days.add_days(day, 1)), start, end, "day", dated=True)


def _year_part(_: str, found: re.Match[str], on: date, anchor: date | None) -> Point:
    word = found["yearpart"]
    within = word.startswith("연내")
    of = anchor.year if anchor and within else on.year
    return Point(days.part_of_year(of, word), found.start(), found.end(), "year" if within else "part", within=within)


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


_FAR_AHEAD = 40  # years: '88년 is past, 49년 to come
_PARTS_OF_A_DECADE = {"초": (0, 3), "초반": (0, 3), "중반": (4, 6), "후반": (7, 9), "말": (7, 9)}


def _named_year(found: re.Match[str], on: date, anchor: date | None) -> int:
    if found["y4"]:
        return int(found["y4"])
    if found["yh"]:
        return _spoken(found["yh"])
    if short := found["y2"] or found["fy"] or found["ym"] or found["ya2"]:
        of = int(short) % 100 + 2000
        return of - 100 if of > on.year + _FAR_AHEAD else of
    word = found["yw"].removesuffix("도") if found["yw"] else "올"
    if word.startswith(FOLLOWING):
        return (anchor or on).year + meaning(AFTER_ANCHOR, word)
    return on.year + meaning(YEAR_WORDS, word)


def _bare(text: str, found: re.Match[str], on: date, anchor: date | None) -> Point | None:
    """Read a half, quarter, month, season or day that bears no year: 하반기, 지난 3분기, 오는 11월, 25일."""
    more = SUB.match(text, found.end())
    assert more is not None, "HEAD has looked ahead"
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
        there = _of_weekday(more, on, day) or days.nearest_day(on, day)
    if there is None:
        return None
    first = days.valid(there.year, there.month, int(more["d0"])) if more["d0"] else there
    return Point((first or there, there), start, more.end(), "day")


def _of_weekday(more: re.Match[str], on: date, day: int) -> date | None:
    """Return the day of the month that falls on the weekday written behind it: 21일 목요일, 30일(화)."""
    trail = TRAIL.match(more.string, more.end())
    written = trail and (trail["w1"] or trail["w2"])
    if not written:
        return None
    around = (_day_in(on, shift, day) for shift in (0, -1, 1))
    return next((there for there in around if there and there.weekday() == WEEKDAYS.index(written)), None)


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
    if more["fest"]:
        day = festival(more["fest"], of)
        whole = Point(days.year(of), start, more.end(), "year", dated=dated)  # some day of it, beyond the almanac
        return _with_its_holidays(more["fest"], day, start, more.end()) or whole
    if more["edge"]:
        return one_day(days.year(of)[more["edge"] == "마지막"], start, more.end())
    if more["part"]:
        return Point(days.part_of_year(of, more["part"]), start, more.end(), "part", dated=dated)
    if more["nth"]:
        week = ORDINALS[more["nth"].replace(" ", "")]
        monday = date.fromisocalendar(of, week if week > 0 else 52, 1)
        return Point(days.week_of(monday), start, more.end(), "week", dated=dated)
    month = _month_number(more["m"])
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
    elif weekday := more["wd"] or more["wwd"]:
        day = days.nth_weekday(span, nth, WEEKDAYS.index(weekday))
    else:
        return Point(days.nth_week(span, nth), start, more.end(), "week", dated=dated)
    return Point((day, day), start, more.end(), "day", dated=dated)


_READERS = {
    "iso": _iso,
    "dmy": _dmy,
    "quarter": _quarter,
    "nthday": nth_weekday_at,
    "slash": _slash,
    "years": _years,
    "decade": _decade,
    "hangul": _hangul,
    "month": _relative_month,
    "week": week_at,
    "weekend": weekend_at,
    "today": today_at,
    "festival": _festival,
    "compact": _compact,
    "monthpart": _month_part,
    "yearpart": _year_part,
    "weekday": weekday_at,
    "year": _year,
    "sub": _bare,
}
