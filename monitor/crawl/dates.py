"""
When a feed or page says that something was published, in every way that Korean outlets write it.

A time without a zone is in the outlet's. Relative words (1시간 전: an hour ago) are counted back from *now*.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

_KST: Final = timezone(timedelta(hours=9), "KST")
_ZONES: Final = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "kst": 9, "jst": 9, "cst": -6, "cdt": -5, "est": -5, "edt": -4, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2, "한국시간": 9, "한국시각": 9, "asia/seoul": 9,
}  # fmt: skip
_MONTH_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ANY_MONTH: Final = "|".join(_MONTH_NAMES)
_MONTHS: Final = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_AFTERNOON: Final = {"오후", "pm", "p"}  # afternoon
_MORNING: Final = {"오전", "am", "a"}  # morning
_UNITS_S: Final = {
    "초": 1, "분": 60, "시간": 3600, "일": 86_400, "주일": 604_800, "주": 604_800, "개월": 2_592_000, "달": 2_592_000,
    "sec": 1, "min": 60, "hour": 3600, "day": 86_400, "week": 604_800,
}  # second, minute, hour, day, week, month  # fmt: skip
_DAYS_AGO: Final = {"오늘": 0, "어제": 1, "그제": 2, "그저께": 2}  # today, yesterday, the day before

# What nearly every feed writes: Mon, 01 Sep 2025 09:00:00 +0900
_USUAL = re.compile(r"[A-Z][a-z]{2}, ?(\d{1,2}) ([A-Z][a-z]{2}) (20\d\d) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d) \+0900")
_RELATIVE = re.compile(r"(\d{1,4})\s*(초|분|시간|일|주일|주|개월|달|sec|min|hour|day|week)\w{0,6}\s*(?:전|ago)")
_JUST_NOW = re.compile(r"방금|조금 전|just now")
_PLAIN_DIGITS = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:\.\d+)?(?!\d)")
_EPOCH = re.compile(r"^\s*(\d{10})(\d{3})?(?:\.\d+)?\s*$")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d|\d\d)\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})(?!\d)\s*[일.]?")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})[\s-]*(" + _ANY_MONTH + r"|(?:1[0-2]|0?[1-9])월)[a-z]*[\s,.-]*(\d{4}|\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(r"(" + _ANY_MONTH + r")[a-z]*\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_ASCTIME = re.compile(r"(" + _ANY_MONTH + r")[a-z]*\s+(\d{1,2})\s+(?=\d{1,2}:).{4,30}?(\d{4})\b")
_MONTH_DAY = re.compile(r"^\D{0,10}(\d\d)[-./](\d\d)\.?\s+(?=\D{0,4}\d{1,2}:\d\d)")
_HALF = r"(오전|오후|[ap]\.?m\.?)"
_TIME = re.compile(
    rf"(?:(?<=\dt)|(?<!\d)){_HALF}?\s*(\d{{1,2}})\s*(?::|시)\s*(?:(\d{{1,2}})\s*(?:(?::|분)\s*(\d{{1,2}})?)?)?(?:[.,]\d{{1,9}})?\s*초?\s*{_HALF}?"
)
_ZONE = re.compile(
    r"(?:\(?\s*(utc|gmt)?\s*([+-])\s*(\d{1,2}):?(\d\d)?(?!\d))|\b(z|ut|utc|gmt|kst|jst|[ecmp][sd]t|bst|cet|cest)\b|(한국\s?시[간각])|(asia/seoul)"
)
_LONGEST = 200
_CENTURY: Final = 2000
_EARLIEST_YEAR: Final = 1990


def zone_named(name: str) -> tzinfo:
    """Return the zone of an outlet's configuration; Korean time for a name that is not known."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - loads a table that most runs never need

    if name in {"", "Asia/Seoul"}:
        return _KST
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return _KST


def parse_date(text: str, now: datetime, zone: tzinfo = _KST) -> datetime | None:
    """
    Return the instant that *text* tells, aware and in the zone that it names (else *zone*); None when it tells none.

    A day without a time is its midnight. A time that is marked GMT, lies ahead of *now*, and is past once read in
    *zone* was never GMT: several outlets print Korean time with that label.
    """
    if usual := _USUAL.fullmatch(text):
        day, month, year, hour, minute, second = usual.groups()
        try:
            return datetime(int(year), _MONTHS[month.lower()], int(day), int(hour), int(minute), int(second), 0, _KST)
        except (ValueError, KeyError):
            return None
    line = " ".join(text[:_LONGEST].split()).lower()
    if not line:
        return None
    told = _relative(line, now) or _epoch(line) or _absolute(line, now, zone)
    if told is None or told.year < _EARLIEST_YEAR:
        return None
    if told.utcoffset() == timedelta(0) and told > now + timedelta(minutes=15):
        meant = told.replace(tzinfo=zone)
        return meant if meant <= now + timedelta(minutes=15) else told
    return told


def _relative(line: str, now: datetime) -> datetime | None:
    if found := _RELATIVE.search(line):
        return now - timedelta(seconds=int(found[1]) * _UNITS_S[found[2]])
    return now if _JUST_NOW.search(line) else None


def _epoch(line: str) -> datetime | None:
    found = _EPOCH.match(line)
    return datetime.fromtimestamp(int(found[1]), UTC) if found else None


def _absolute(line: str, now: datetime, zone: tzinfo) -> datetime | None:
    day, rest = _day(line, now.astimezone(zone))
    if day is None:
        return None
    hour, minute, second, after = _clock(rest)
    offset = _offset(rest[after:].lstrip(" ([,"))
    try:
        midnight = datetime(*day, tzinfo=zone if offset is None else timezone(offset))
        return midnight + timedelta(hours=hour, minutes=minute, seconds=second)
    except (ValueError, OverflowError):
        return None


def _day(line: str, today: datetime) -> tuple[tuple[int, int, int] | None, str]:
    """Return year, month and day, and what of *line* can hold the time."""
    if found := _PLAIN_DIGITS.search(line):
        year, month, day, hour, minute, second = found.groups()
        clock = f" {hour}:{minute}:{second or '00'}" if hour else ""
        return (int(year), int(month), int(day)), clock + line[found.end() :]
    if found := _YEAR_FIRST.search(line):
        return (_full_year(found[1]), int(found[2]), int(found[3])), line[found.end() :]
    if found := _DAY_FIRST.search(line):
        return (_full_year(found[3]), _month(found[2]), int(found[1])), line[found.end() :]
    if found := _MONTH_FIRST.search(line):
        return (int(found[3]), _month(found[1]), int(found[2])), line[found.end() :]
    if found := _ASCTIME.search(line):
        return (int(found[3]), _month(found[1]), int(found[2])), line[found.end(2) :]
    if found := _MONTH_DAY.search(line):
        return (today.year, int(found[1]), int(found[2])), line[found.end() :]
    for word, days in _DAYS_AGO.items():
        if word in line:
            then = today - timedelta(days=days)
            return (then.year, then.month, then.day), line[line.index(word) + len(word) :]
    return None, ""


def _full_year(written: str) -> int:
    return int(written) + (_CENTURY if len(written) < len("2000") else 0)


def _month(written: str) -> int:
    return int(written[:-1]) if written.endswith("월") else _MONTHS[written]


def _clock(rest: str) -> tuple[int, int, int, int]:
    """Return hour, minute and second of the first time of day in *rest*, and where it ends; midnight without one."""
    found = _TIME.search(rest)
    if found is None:
        return 0, 0, 0, 0
    half = (found[1] or found[5] or "").replace(".", "")
    hour = int(found[2])
    noon = 12
    if half in _AFTERNOON and hour < noon:
        hour += noon
    if half in _MORNING and hour == noon:
        hour = 0
    if hour > 2 * noon or int(found[3] or 0) >= 60:  # noqa: PLR2004 - minutes of an hour
        return 0, 0, 0, found.end()
    return hour, int(found[3] or 0), min(int(found[4] or 0), 59), found.end()


def _offset(rest: str) -> timedelta | None:
    """Return the offset from UTC that *rest* begins with, None when it begins with none."""
    found = _ZONE.match(rest)
    if found is None:
        return None
    if found[2]:
        offset = timedelta(hours=int(found[3]), minutes=int(found[4] or 0)) * (1 if found[2] == "+" else -1)
        return offset if abs(offset) < timedelta(hours=15) else None
    name = (found[5] or found[6] or found[7]).replace(" ", "")
    return timedelta(hours=_ZONES[name])
