"""
Days that have a name: 삼일절, 어린이날, 크리스마스이브, and those of the lunar calendar, 설날, 부처님오신날, 추석.

The lunar ones are a table, as the Korean almanac has them; outside of its years they are no day.
"""

from __future__ import annotations

from datetime import date

from monitor.korean.days import nth_weekday, valid, year

_FIXED = {
    "신정": (1, 1),
    "새해 첫날": (1, 1),
    "밸런타인데이": (2, 14),
    "발렌타인데이": (2, 14),
    "화이트데이": (3, 14),
    "삼일절": (3, 1),
    "3·1절": (3, 1),
    "3.1절": (3, 1),
    "만우절": (4, 1),
    "식목일": (4, 5),
    "노동절": (5, 1),
    "근로자의 날": (5, 1),
    "어린이 날": (5, 5),
    "어버이 날": (5, 8),
    "스승의 날": (5, 15),
    "현충일": (6, 6),
    "제헌절": (7, 17),
    "광복절": (8, 15),
    "국군의 날": (10, 1),
    "개천절": (10, 3),
    "한글날": (10, 9),
    "핼러윈": (10, 31),
    "할로윈": (10, 31),
    "빼빼로데이": (11, 11),
    "크리스마스 이브": (12, 24),
    "성탄 전야": (12, 24),
    "크리스마스": (12, 25),
    "성탄절": (12, 25),
}
_BY_WEEKDAY = {"추수감사절": (11, 4, 3)}  # the fourth Thursday of November
_FIRST_LUNAR_YEAR = 2000
_LUNAR_DAYS = {  # month and day in 2000, 2001, …
    "설": "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 "
    "0212 0201 0122 0210 0129 0217 0207 0127 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212",
    "부처님": "0511 0501 0519 0508 0526 0515 0505 0524 0512 0502 0521 0510 0528 0517 0506 0525 0514 0503 0522 0512 0430 "
    "0519 0508 0527 0515 0505 0524 0513 0502 0520 0509 0528 0516 0506 0525 0515 0503 0522 0511 0430 0518",
    "추석": "0912 1001 0921 0911 0928 0918 1006 0925 0914 1003 0922 0912 0930 0919 0908 0927 0915 1004 0924 0913 1001 "
    "0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916 1004 0924 0913 1002 0921",
}
_LUNAR = {
    "설날": "설",
    "설 연휴": "설",
    "설날 연휴": "설",
    "추석 연휴": "추석",
    "부처님 오신 날": "부처님",
    "석가탄신일": "부처님",
    "초파일": "부처님",
    "추석": "추석",
    "한가위": "추석",
}
FESTIVALS = frozenset(_FIXED | _BY_WEEKDAY | _LUNAR)  # a blank in a name is optional in the text
_BY_NAME = {name.replace(" ", ""): name for name in FESTIVALS}


def festival(name: str, of: int) -> date | None:
    """Return the day of a festival, written with or without its blanks, in the year *of*; None where none is known."""
    name = _BY_NAME[name.replace(" ", "")]
    if name in _FIXED:
        return valid(of, *_FIXED[name])
    if name in _BY_WEEKDAY:
        month, nth, weekday = _BY_WEEKDAY[name]
        return nth_weekday((date(of, month, 1), year(of)[1]), nth, weekday)
    return _lunar(_LUNAR_DAYS[_LUNAR[name]].split(), of)


def _lunar(days: list[str], of: int) -> date | None:
    index = of - _FIRST_LUNAR_YEAR
    return valid(of, int(days[index][:2]), int(days[index][2:])) if 0 <= index < len(days) else None


def festival_near(name: str, on: date, lead: str) -> date | None:
    """Return the festival that is meant on the day *on*: 지난 the last, 오는 the next, alone that of the year."""
    around = [day for of in (on.year - 1, on.year, on.year + 1) if (day := festival(name, of))]
    if lead in ("지난", "저번"):
        return max((day for day in around if day < on), default=None)
    if lead in ("오는", "다가오는", "다가올", "다음"):
        return min((day for day in around if day >= on), default=None)
    turn = on.month == 12 and festival(name, on.year + 1)  # noqa: PLR2004 - in December, 신정 is the one to come
    return turn if turn and turn.month <= 2 else festival(name, on.year)  # noqa: PLR2004 - 설날 is in January or February
