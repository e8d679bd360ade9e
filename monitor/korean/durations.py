"""
Times measured from a day: 향후 3년간, 최근 2년, 3개월 뒤, 2주 전, 사흘 만에, 2년 내, 보름 안에.

A span that says no start runs from the article's day, as the figure guide has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from monitor.korean import days
from monitor.korean.amounts import amount_at
from monitor.model import Days

_NATIVE = {
    "한": 1,
    "두": 2,
    "세": 3,
    "석": 3,
    "네": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
}
_NATIVE |= {"열한": 11, "열두": 12, "열다섯": 15, "스무": 20}
_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
}
_DAYS |= {"열하루": 11, "열이틀": 12, "열사흘": 13, "열나흘": 14, "스무날": 20}
_DAYS |= {"보름": 15, "일주일": 7, "한주": 7, "이주일": 14, "며칠": 3, "반년": 183, "한달": 30}
_MONTHS = {"년": 12, "해": 12, "개년": 12, "분기": 3, "개월": 1, "달": 1, "반년": 6}
_HANGUL = "[일이삼사오육칠팔구십백]{1,4}"
_NATIVES = "|".join(sorted(_NATIVE, key=len, reverse=True))
_DAY_NAMES = "|".join(sorted(_DAYS, key=len, reverse=True))
_UNIT = r"개년|년(?!대|도|생|형|[ ]?(?:[1-9]|1[0-2])월)|해(?=[ ]|$)|개월|달|분기|주일?|일"
_DONE = re.compile(r"의?[ ][가-힣 ]{0,10}?(?:해|아|어|여|려|져|와|라)[ ]?[온왔]")  # 5년간 쌓아온: until now
_OF_A_DATE = (None, "지난", "다가오는")  # 지난 30일 is a date, 최근 30일 a length
_FEW = 3  # 몇 주, 수개월: a few
_LONGEST_SPAN = 1200  # months: nobody plans beyond a hundred years

DURATION = re.compile(
    rf"""
    (?<![0-9,.A-Za-z가-힣~∼-])
    (?:(?:(?P<ahead>향후|앞으로|앞으로의|다가오는|다음)|(?P<back>지난|최근|과거|직전|그동안))[ ]?)?(?:약[ ]?)?
    (?:
        (?:(?P<years>[0-9]{{1,2}})년[ ])?(?:(?P<months>[0-9]{{1,2}})개월[ ])?
        (?:(?P<count>[0-9]{{1,3}})|(?P<few>몇|수)|(?P<native>{_NATIVES})|(?P<hangul>{_HANGUL}(?![ ]?달)))
        [ ]?여?[ ]?(?P<unit>{_UNIT})(?P<half>[ ]?반)?
      | (?P<word>{_DAY_NAMES}|반[ ]?년|한[ ]달|한[ ]주)
    )
    (?P<tie>
        [ ]?(?P<during>여?간(?![가-힣])|여?간(?=의|은|에|씩|이)|[ ]?동안|에[ ]?걸쳐|여?간[ ]?에[ ]?걸쳐)
      | [ ]?(?P<ago>이?전(?=[^가-힣]|에|부터|까지|의|보다|만|인|$))
      | [ ]?(?P<later>(?:뒤|이?후|있다가)(?=[^가-힣]|에|부터|까지|의|인|로|$))
      | [ ]?(?P<since>만에|만의)
      | [ ]?(?P<within>(?:이내|안|내)(?:(?=[^가-힣]|$)|에|으?로(?![가-힣])))
    )?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A measured time: *count* months or days, which way it runs from the day that it is counted from."""

    months: int
    count_days: int
    start: int
    end: int
    way: str  # ahead, back, during, ago, later, since, within, length

    def after(self, day: date) -> date:
        """Return the day that lies the stretch after *day*."""
        return days.add_days(days.add_months(day, self.months), self.count_days)

    def before(self, day: date) -> date:
        """Return the day that lies the stretch before *day*."""
        return days.add_days(days.add_months(day, -self.months), -self.count_days)

    def resolved(self, on: date) -> Days | None:
        """Return the days that the stretch means when counted from *on*; None for 만에, which needs another start."""
        match self.way:
            case "ahead" | "during":
                return on, self.after(on)
            case "back":
                return self.before(on), on
            case "within":
                return None, self.after(on)
            case "ago" | "later":
                day = self.before(on) if self.way == "ago" else self.after(on)
                return self._around(day)
            case _:
                return None

    def _around(self, day: date) -> Days:
        """Return the year, month or day that a count of years, months or days leads to."""
        if self.count_days or not self.months:
            return day, day
        return days.year(day.year) if self.months % 12 == 0 else days.month_of(day)


def stretch_of(found: re.Match[str]) -> Stretch | None:
    """
    Return what *found* (a match of DURATION) measures; None when nothing ties it to a day (5년 of a warranty).

    The way 'length' dates nothing by itself, but gives its end to a time that has a beginning: 5월 1일부터 2주간.
    """
    way = next((name for name in ("during", "ago", "later", "since", "within") if found[name]), "")
    day_of_month = found["unit"] == "일" and way == "" and (found["ahead"] or found["back"]) in _OF_A_DATE
    if found["native"] == "한" and found["unit"] == "해" and way in ("", "during"):
        return None  # 지난 한 해: the year before
    if way == "during" and _counts_days(found) and not (found["ahead"] or found["back"]):
        way = "length"  # 2주간 열린 행사: of an event, no time by itself
    if way == "within" and found["back"]:
        way = "back"  # 최근 6개월 내
    if way in ("", "during") and not day_of_month:
        way = "ahead" if found["ahead"] else "back" if found["back"] else way
    if not way:
        return None
    if way == "during" and _DONE.match(found.string, found.end()):
        way = "back"
    months, count = _measured(found)
    if months > _LONGEST_SPAN or not (months or count):
        return None
    return Stretch(months, count, found.start(), found.end(), way)


def _counts_days(found: re.Match[str]) -> bool:
    """Tell days and weeks from months and years."""
    return found["unit"] in ("일", "주", "주일") or (found["word"] or "반년").replace(" ", "") not in ("반년", "한달")


def _measured(found: re.Match[str]) -> tuple[int, int]:
    """Return months and days."""
    if word := found["word"]:
        plain = word.replace(" ", "")
        return {"반년": (6, 0), "한달": (1, 0)}.get(plain, (0, _DAYS[plain]))
    more = int(found["years"] or 0) * 12 + int(found["months"] or 0)  # 2년 1개월 21일 전
    count = (
        _FEW
        if found["few"]
        else int(found["count"] or _NATIVE.get(found["native"] or "") or _spoken(found["hangul"] or ""))
    )
    unit = found["unit"]
    if unit in _MONTHS:
        half = _MONTHS[unit] // 2 if found["half"] else 0
        return more + count * _MONTHS[unit] + half, 0
    return more, count * (7 if unit.startswith("주") else 1)


def _spoken(words: str) -> int:
    amount = amount_at(words, 0, led_by_digits=False)
    return int(amount.value) if amount and amount.end == len(words) else 0
