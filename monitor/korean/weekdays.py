"""
Times named by the week or by the article's day: 이번 주 금요일, 다음 주 초, 주말, 두 번째 일요일, 어제, 모레.

Point, the named time that every reader of dates returns, is here too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from monitor.korean import days
from monitor.korean.datewords import DAY_OF, DAY_WORDS, ORDINALS, WEEK_WORDS, WEEKDAYS, meaning
from monitor.korean.days import Span

Grain = Literal["year", "part", "month", "week", "day"]

_PARTS = {"초": (0, 1), "초반": (0, 2), "중반": (2, 3), "주말": (5, 6), "후반": (3, 6), "말": (3, 6)}


@dataclass(frozen=True, slots=True)
class Point:
    """A named time in a text: its days, and how finely it is said."""

    span: Span
    start: int
    end: int
    grain: Grain
    dated: bool = False  # bears its own year
    within: bool = False  # 연내, 올해 안에: by its last day
    fiscal: bool = False


def one_day(day: date | None, start: int, end: int) -> Point | None:
    """Return the point of one day that bears its year; None for no day."""
    return Point((day, day), start, end, "day", dated=True) if day else None


def week_at(text: str, found: re.Match[str], on: date, _: date | None) -> Point:
    """Read 이번 주, a day of it (다음 주 월요일) or a part of it (다음 주 초)."""
    span = days.week_of(on, meaning(WEEK_WORDS, found["week"]))
    more = DAY_OF.match(text, found.end())
    if more is None:
        return Point(span, found.start(), found.end(), "week", dated=True)
    if more["wd"]:
        first, last = (
            span[0] + timedelta(days=WEEKDAYS.index(name)) for name in (more["wd0"] or more["wd"], more["wd"])
        )
        return Point((min(first, last), last), found.start(), more.end(), "day", dated=True)
    begin, end = _PARTS[more["part"]]
    return Point((span[0] + timedelta(begin), span[0] + timedelta(end)), found.start(), more.end(), "week", dated=True)


def nth_weekday_at(_: str, found: re.Match[str], on: date, __: date | None) -> Point | None:
    """Read 두 번째 일요일, of the article's month; None when it has no fifth."""
    span = days.month_of(on)
    nth = ORDINALS[found["nthof"].replace(" ", "")]
    day = days.nth_weekday(span, nth, WEEKDAYS.index(found["nthwd"]))
    return one_day(day if span[0] <= day <= span[1] else None, found.start(), found.end())


def weekend_at(_: str, found: re.Match[str], on: date, __: date | None) -> Point:
    """Read 주말 and 지난 주말: Saturday and Sunday."""
    shift = {"지난": -1, "저번": -1, "다음": 1}.get(found["ww"] or "", 0)
    sunday = days.week_of(on, shift)[1]
    return Point((sunday - timedelta(days=1), sunday), found.start(), found.end(), "week", dated=True)


def today_at(_: str, found: re.Match[str], on: date, __: date | None) -> Point:
    """Read 오늘, 어제, 모레."""
    day = days.add_days(on, meaning(DAY_WORDS, found["today"]))
    return Point((day, day), found.start(), found.end(), "day", dated=True)


def weekday_at(_: str, found: re.Match[str], on: date, anchor: date | None) -> Point:
    """Resolve a weekday: 이번 of this week, 다음 of the next, 지난 the last one past, alone the next to come."""
    weekday, lead = WEEKDAYS.index(found["wfrom"] or found["wto"]), found["lead"]
    if anchor is not None:
        day = anchor + timedelta(days=(weekday - anchor.weekday()) % 7)
    elif lead in ("이번", "다음", "올"):
        day = days.week_of(on, int(lead == "다음"))[0] + timedelta(days=weekday)
    elif lead in ("지난", "저번"):
        day = on - timedelta(days=(on.weekday() - weekday - 1) % 7 + 1)
    else:
        day = on + timedelta(days=(weekday - on.weekday() - 1) % 7 + 1)
    last = day + timedelta(days=(WEEKDAYS.index(found["wto"]) - weekday) % 7)
    return Point((day, last), found.start(), found.end(), "day")
