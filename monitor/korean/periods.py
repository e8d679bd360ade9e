"""
Times in a text, resolved against the article's day: 올 하반기, 2027년까지, 올해부터 2026년까지 5년간, 2년 내.

    까지 (until) and 안에 (within) leave the first day open, 부터 (from) and 이후 (since) the last.
    당초, 애초, 기존 (originally) mark a time that has been superseded, as does 2030년에서 2027년으로.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from monitor.korean import days
from monitor.korean.dates import point_at
from monitor.korean.datewords import ENDS_AT_AN_HOUR, FOLLOWING, HEAD
from monitor.korean.durations import DURATION, Stretch, stretch_of
from monitor.korean.weekdays import Point
from monitor.model import Period

_TO = re.compile(
    r"(?:부터|에서)?[ ]?[~∼〜～–-][ ]?|[ ]?부터[ ]?"
    r"|에서[ ](?=[^에]{2,14}(?:까지(?!로)(?![^.]{0,16}(?:늦[춰췄춘추어]|미[뤄뤘룬루]|밀[려렸린]|연기|순연|앞당))|사이|(?<=[일월년])$))|[과와][ ](?=[^에]{2,9}사이)"
)
_TAIL = re.compile(
    r"(?:[ ]?(?P<soft>(?:께|경|쯤|전후|무렵)(?=[^가-힣]|$|에|까지|부터|이|으로)))?"
    r"(?:(?P<until>까지)|(?P<since>[ ]?부터|[ ]?이후(?!로도)|[ ]?이래)"
    r"|(?P<within>[ ]?(?:안에|안으로|이내에?|이내로|내에|내로|내(?![가-힣]))))?"
)
_BEFORE = re.compile(r"[ ]?(?:이전(?:까지|에)?|전까지|전에(?![가-힣]))")
_UNTIL_SIGN = re.compile(r"[~∼〜～]$")
_NO_DAY_AFTER = (
    "음력",
    "음력 ",
    "매주 ",
    "격주 ",
    "매월 ",
    "매달 ",
    "매년 ",
    "해마다 ",
)  # of another calendar, recurring
_BEARS_A_YEAR = re.compile(r"(?:지난[ ]|오는[ ])?(?:19|20)[0-9]{2}")
_IS_THE = re.compile(r"인[ ]|,?[ ]")  # 수요일인 16일; 수요일, 5월 16일
_GLOSS = re.compile(r"[ ]?\((?:(?:새[ ])?회계연도[ ])?")
_REPLACED = re.compile(
    r"(?:당초|애초|원래)(?:(?!에서[ ]|보다[ ]|바꿔[ ]|고쳐[ ])[^.,。…!?]){0,14}$"
    r"|(?:기존|종전)[ ]?(?:계획|목표|예정|일정|시한)?(?:인|이던|이었던|했던|의|에는|에)?[ ]?$"
)
_MOVED_TO = re.compile(r"에서[ ][^.,에]{2,10}으?로(?![가-힣])")
# '4분기에 나오기로 했던 모델은 내년에야'
_WAS_TO = re.compile(
    r"(?:[을를][ ](?:목표로|시한으로|기한으로)[ ](?:했|삼았|잡았|두었|뒀)던|[을를][ ](?:약속|예고|공언|목표)했던)[ ](?:[^.]|\.(?=[0-9])){0,48}?(?:그해|내년|올해|연내|올[ ]|다음[ ]|[0-9]+[월년]|[상하]반기|[0-9]분기|연말|연초)|(?:이|에|까지)?[ ](?:아니라|아닌|대신)[ ](?:[^.,]{0,16}?)(?:그해|내년|올해|연내|[0-9]+[월년]|[상하]반기|[0-9]분기|연말|연초)|"
    r"(?:(?:까지)?(?:였|이었|이)던[ ][^.]{0,30}?(?:[0-9]+[월년]|내년|[상하]반기|[0-9]분기|연말))|(?:에|까지|으?로)?[ ][^,.0-9]{0,14}?(?:기로[ ]?(?:했|돼[ ]있)던|려던|겠다던|것이라던|(?:예정|계획|예고|약속|공언)(?:이|했|됐|돼[ ]있|하|되)던|(?:예정|계획|예고|약속)된|만[ ]?알려[졌진]던?|(?<!손)잡(?:았|혔|혀[ ]있)던)[ ](?:[^.]|\.(?=[0-9])){0,48}?(?:그해|내년|올해|연내|올[ ]|내후년|다음[ ]|[0-9]+[월년]|[상하]반기|[0-9]분기|연말|연초)"
)
_IMPOSSIBLE = re.compile(r"[0-9]+(?:[ ]?[년월일./-][ ]?[0-9]*)*+")  # 2월 30일, 2021.13.45
_CUE_REACH = 24  # characters between 당초 and the time that it marks, with its own length
_MONTH_GAP = 60  # characters between a date and the 만에 that counts from it


@dataclass(frozen=True, slots=True)
class _Found:
    """A period under way, with the grain and anchor that its neighbours need."""

    period: Period
    point: Point | None
    stretch: Stretch | None = None


def find_periods(text: str, on: date, told: date | None = None) -> list[Period]:
    """
    Return the times that *text*, of an article of the day *on*, speaks of, left to right, never overlapping.

    Both bounds are inclusive days; None is open. A time that cannot be resolved is left out. *told* is a day of the
    time that the sentence before told last: 같은 해 (the same year) is its year.
    """
    found: list[_Found] = []
    for piece in _pieces(text, on, told):
        merged = _merged(text, found[-1], piece) if found else None
        if merged is not None:
            found[-1] = merged
        elif piece.stretch is not None and piece.stretch.way == "length":
            continue
        elif piece.stretch is None or piece.stretch.way != "since":
            found.append(piece)
        elif (counted := _counted_from(found, piece, piece.stretch, on)) is not None:
            found.append(counted)
    ends = (0, *(one.period.end for one in found))
    return [_marked(text, one.period, since) for one, since in zip(found, ends, strict=False)]


def _pieces(text: str, on: date, anchor: date | None) -> Iterator[_Found]:
    """Yield points and stretches in order; the longer of two that begin alike."""
    position = 0
    before: Point | None = None
    head, duration = HEAD.search(text), DURATION.search(text)
    while head or duration:
        if duration and (not head or duration.start() <= head.start()) and (stretch := stretch_of(duration)):
            resolved = stretch.resolved(on) or (None, None)
            yield _Found(Period(*resolved, stretch.start, stretch.end), None, stretch)
            position = stretch.end
        elif head and (not duration or head.start() <= duration.start() or not stretch_of(duration)):
            piece, position = _from_head(text, head, on, anchor, _year_before(text, head, before))
            if piece is not None and not text.endswith(_NO_DAY_AFTER, 0, head.start()):
                anchor = piece.point.span[0] if piece.point else anchor
                before = piece.point or before
                yield piece
        else:
            position = duration.end() if duration else len(text)
        head = HEAD.search(text, position) if head and head.start() < position else head
        duration = DURATION.search(text, position) if duration and duration.start() < position else duration
        if duration and not stretch_of(duration) and not head:
            duration = DURATION.search(text, duration.end())


# '내년 1월에서 1분기로', '내년 하반기에서 상반기로 앞당긴다': the year is said once
_FROM = re.compile(r"에서[ ]")
_EARLIER = re.compile(r"[^,.]{0,16}앞당")


def _year_before(text: str, head: re.Match[str], before: Point | None) -> date | None:
    """Return the first day of the time *before*, if what begins at *head* is what became of it, in its year."""
    if before is None or not before.dated or not _FROM.fullmatch(text, before.end, head.start()):
        return None
    first = before.span[0]
    return date(first.year, 1, 1) if _EARLIER.match(text, head.end()) else first


def _from_head(
    text: str, head: re.Match[str], on: date, anchor: date | None, year: date | None
) -> tuple[_Found | None, int]:
    """Read the time that begins at *head*, in the *year* said before if any; when 부터 or ~ joins another, that too."""
    point = point_at(text, head, on, anchor if _is_relative(head) else year if head.lastgroup == "sub" else None)
    if point is None:
        return None, _beyond(text, head)
    joint = _TO.match(text, point.end)
    second = HEAD.match(text, joint.end()) if joint else None
    other = point_at(text, second, on, point.span[0]) if second else None
    if other is not None and other.span[1] >= point.span[0]:
        tail = _TAIL.match(text, other.end)
        end = tail.end("until") if tail and tail["until"] else other.end
        both = Point((point.span[0], other.span[1]), point.start, end, other.grain, dated=point.dated)
        return _Found(Period(point.span[0], other.span[1], point.start, end), both), end
    period = _with_tail(text, point)
    return _Found(period, point), _beyond(text, second) if second and other is None else period.end


def _beyond(text: str, head: re.Match[str]) -> int:
    """Return where to read on behind a time that the calendar does not have."""
    digits = _IMPOSSIBLE.match(text, head.start())
    return max(digits.end() if digits else 0, head.end(), head.start() + 1)


def _is_relative(head: re.Match[str]) -> bool:
    return bool(head["yw"]) and head["yw"].startswith(FOLLOWING)


def _with_tail(text: str, point: Point) -> Period:
    """Open one side of *point* as the particle behind it says."""
    first, last = point.span
    cue = "fiscal" if point.fiscal else ""
    before = _BEFORE.match(text, point.end)
    if before:
        eve = last if point.grain == "day" else days.add_days(first, -1)
        return Period(None, eve, point.start, before.end(), cue)
    tail = _TAIL.match(text, point.end)
    assert tail is not None, "every part of a tail may be absent"
    if tail["until"] or tail["within"] or point.within:
        return Period(None, last, point.start, tail.end(), cue)
    if tail["since"] and not (point.grain == "day" and ENDS_AT_AN_HOUR.search(text[point.start : point.end])):
        return Period(first, None, point.start, tail.end(), cue)
    if _UNTIL_SIGN.search(text, max(0, point.start - 1), point.start):
        return Period(None, last, point.start - 1, tail.end(), cue)
    return Period(first, last, point.start, tail.end(), cue)


def _merged(text: str, earlier: _Found, later: _Found) -> _Found | None:
    """Return both as one when they speak of one time: a gloss, 10월 이후 연내, 2027년까지 5년간, 올해부터 3년간."""
    gap = text[earlier.period.end : later.period.start]
    if _GLOSS.fullmatch(gap) and text.startswith(")", later.period.end):
        return _glossed(earlier, later)
    if _is_one_day(earlier.point, later.point) and _IS_THE.fullmatch(gap):
        return replace(later, period=replace(later.period, start=earlier.period.start))
    if gap.strip():
        return None
    one, two = earlier.period, later.period
    if later.stretch is not None and later.stretch.way in ("during", "length") and earlier.point is not None:
        return replace(earlier, period=replace(_measured(one, later.stretch), end=two.end))
    if from_it := _from_a_day(earlier, later) or _in_that_time(text, earlier, later):
        return from_it
    if one.last is None and two.first is None and one.first and two.last and one.first <= two.last:
        return replace(earlier, period=Period(one.first, two.last, one.start, two.end))
    return None


def _from_a_day(earlier: _Found, later: _Found) -> _Found | None:
    """Count days from the day right before them: 크리스마스 사흘 전, 광복절 이틀 뒤."""
    stretch, point = later.stretch, earlier.point
    if stretch is None or point is None or point.grain != "day" or stretch.way not in ("ago", "later"):
        return None
    if not stretch.count_days or stretch.months:
        return None
    day = stretch.before(point.span[0]) if stretch.way == "ago" else stretch.after(point.span[1])
    return replace(earlier, period=Period(day, day, earlier.period.start, later.period.end))


def _in_that_time(text: str, earlier: _Found, later: _Found) -> _Found | None:
    """Put a month, season or day into the year, and a weekday into the week, so long ago: 3년 전 여름, 2주 뒤 금요일."""
    stretch, point, there = earlier.stretch, later.point, earlier.period.first
    if stretch is None or point is None or there is None or stretch.way not in ("ago", "later"):
        return None
    first, last = point.span
    if (
        stretch.months
        and stretch.months % 12 == 0
        and point.grain != "year"
        and not _BEARS_A_YEAR.match(text, point.start)
    ):
        months = 12 * (there.year - first.year)
        first, last = days.add_months(first, months), days.add_months(last, months)
    elif stretch.count_days % 7 == 0 < stretch.count_days and point.grain == "day" and not point.dated:
        first = last = days.week_of(there)[0] + (first - days.week_of(first)[0])
    else:
        return None
    return replace(later, period=replace(later.period, first=first, last=last, start=earlier.period.start))


def _is_one_day(weekday: Point | None, day: Point | None) -> bool:
    """Tell whether a weekday alone and the day behind it are one: 수요일인 16일."""
    if weekday is None or day is None or weekday.dated or (weekday.grain, day.grain) != ("day", "day"):
        return False
    return weekday.span[0].weekday() == day.span[0].weekday()


def _glossed(earlier: _Found, later: _Found) -> _Found:
    """Return *earlier* with the days of the gloss when those say more: 향후 5년간(2024년~2028년), 금요일(26일)."""
    end = later.period.end + 1
    vague = earlier.point is not None and not earlier.point.dated and earlier.point.grain == "day"
    if later.point is None or not (later.point.dated or vague):
        return replace(earlier, period=replace(earlier.period, end=end))
    dated = replace(later.period, start=earlier.period.start, end=end)
    return replace(later, period=dated)


def _measured(period: Period, stretch: Stretch) -> Period:
    """Give an open period the side that its length tells: 2027년까지 5년간 begins in 2023."""
    if period.first is None and period.last is not None:
        return replace(period, first=days.add_days(stretch.before(period.last), 1))
    if period.last is None and period.first is not None:
        return replace(period, last=days.add_days(stretch.after(period.first), -1))
    return period


def _counted_from(found: list[_Found], piece: _Found, stretch: Stretch, on: date) -> _Found | None:
    """Resolve 만에 from the time said before it: 지난 2월 설립하고 4개월 만에 is June. It never lies ahead of *on*."""
    earlier = found[-1] if found else None
    if earlier is None or earlier.point is None or earlier.period.first is None:
        return None
    by_days = bool(stretch.count_days)
    if earlier.point.grain != ("day" if by_days else "month") or stretch.months % 12 == 0 < stretch.months:
        return None
    day = stretch.after(earlier.period.first)
    if day > on or piece.period.start - earlier.period.end > _MONTH_GAP:
        return None
    first, last = (day, day) if by_days else days.month_of(day)
    return replace(piece, period=replace(piece.period, first=first, last=last))


def _marked(text: str, period: Period, since: int) -> Period:
    """Mark a time that the words behind *since*, the end of the time before, say was given up for another."""
    ahead = text[max(since, period.start - _CUE_REACH) : period.start]
    moved = _MOVED_TO.match(text, period.end)
    moved = moved or _WAS_TO.match(text, period.end)
    return replace(period, cue="superseded") if moved or _REPLACED.search(ahead) else period
