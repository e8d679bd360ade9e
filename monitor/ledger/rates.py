"""
What a dollar was in won, month by month, and in other money: to recognise an amount that an outlet exchanged, never to
write one down.

Monthly means of the base rate to within a percent or so, which is all that recognising asks for; the Bank of Korea
publishes the exact ones (ECOS, table 3.1.2.1). A month that is not here takes the nearest one.
"""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

FIRST_YEAR, JUNE = 2018, 6
WON = (  # a row a year, January to December
    (1065, 1080, 1070, 1065, 1075, 1095, 1125, 1120, 1120, 1130, 1130, 1120),
    (1120, 1120, 1130, 1140, 1185, 1175, 1175, 1210, 1195, 1185, 1165, 1175),
    (1165, 1195, 1220, 1225, 1230, 1210, 1200, 1185, 1180, 1145, 1115, 1095),
    (1100, 1110, 1130, 1120, 1125, 1120, 1145, 1160, 1170, 1180, 1185, 1185),
    (1195, 1200, 1220, 1235, 1270, 1280, 1305, 1320, 1390, 1425, 1365, 1295),
    (1245, 1270, 1305, 1320, 1330, 1295, 1285, 1320, 1330, 1350, 1310, 1305),
    (1325, 1330, 1330, 1370, 1365, 1380, 1385, 1355, 1335, 1360, 1395, 1435),
    (1455, 1445, 1455, 1440, 1395, 1365, 1375, 1390, 1390, 1425, 1460, 1470),
    (1455, 1450, 1465),
)
# Units for a dollar, a row a half-year from 2020 on: means, good to a few percent.
ABROAD = {
    "EUR": ["0.91", "0.85", "0.83", "0.86", "0.92", "0.99", "0.93", "0.93", "0.93", "0.92", "0.92", "0.86", "0.85"],
    "GBP": ["0.79", "0.76", "0.72", "0.73", "0.77", "0.85", "0.81", "0.80", "0.79", "0.78", "0.77", "0.75", "0.74"],
    "JPY": ["108", "105", "108", "112", "123", "139", "135", "146", "152", "151", "148", "149", "156"],
    "CNY": ["7.03", "6.77", "6.47", "6.43", "6.48", "6.98", "6.93", "7.23", "7.21", "7.19", "7.26", "7.13", "6.98"],
}
FIRST_YEAR_ABROAD = 2020
CURRENCIES = frozenset({"KRW", "USD", *ABROAD})
_RATES = tuple(Decimal(rate) for year in WON for rate in year)
_MONTHS = tuple(range(len(_RATES)))


def exchange(unit: str, into: str, day: date) -> Decimal:
    """Return how much of currency *into* one of *unit* was about *day*; both of `CURRENCIES`."""
    return _for_a_dollar(into, day) / _for_a_dollar(unit, day)


def _for_a_dollar(unit: str, day: date) -> Decimal:
    if unit == "USD":
        return Decimal(1)
    if unit == "KRW":
        return won_per_dollar(day)
    half = (day.year - FIRST_YEAR_ABROAD) * 2 + (day.month > JUNE)
    return Decimal(ABROAD[unit][min(max(half, 0), len(ABROAD[unit]) - 1)])


def won_per_dollar(day: date) -> Decimal:
    """Return the rate of the month that *day* lies in, or of the nearest month known."""
    month = (day.year - FIRST_YEAR) * 12 + day.month - 1
    return _RATES[max(0, bisect_right(_MONTHS, month) - 1)]
