"""
The days that a plan is for: deadlines, spans and durations, and whether one of them moved or narrowed.

'2027년까지' (by 2027) is a deadline and speaks of that year; '하반기' (the second half) is a span; '향후 3년간' (for
the next three years) is a duration that starts anew with each article that says it, and never moves.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from monitor.model import Days

Relation = Literal["same", "narrower", "wider", "crossing", "apart", "unclear"]

LONG = 300  # days: a span from the day of the article on that is longer is 'for the next N years'
LEEWAY = 3  # days between the announcement and the article that counts from it
YEAR = 370  # days: the longest span that is a period of accounts (a calendar or fiscal year)


@dataclass(frozen=True, slots=True)
class Window:
    """*first* to *last*, both inclusive, as far as the words bind it; *deadline* and *duration* as above."""

    first: date
    last: date
    deadline: bool = False
    duration: bool = False


def window_of(target: Days | None, said: date) -> Window | None:
    """Return the window of a target said on the day *said*; None for none, or one without an end."""
    first, last = target or (None, None)
    if last is None:
        return None
    if first is None:
        return Window(_start_of(last), last, deadline=True)
    long = (last - first).days >= LONG and (first.month, first.day) != (1, 1)  # 'this year', said in January, is none
    return Window(first, last, duration=long and abs((first - said).days) <= LEEWAY)


def relation(old: Window, new: Window) -> Relation:
    """Tell how *new* lies to *old*; 'unclear' where a duration is one of them, unless both are as long."""
    if old.duration or new.duration:
        return "unclear"
    ends_alike = new.deadline and new.last == old.last and old.first <= new.first  # '2030년까지' of 2025 to 2030
    if (old.first, old.last) == (new.first, new.last) or ends_alike:
        return "same"
    if old.first <= new.first and new.last <= old.last:
        return "narrower"
    if new.first <= old.first and old.last <= new.last:
        return "wider"
    return "apart" if new.last < old.first or old.last < new.first else "crossing"


def is_period(window: Window | None) -> bool:
    """Tell whether a window is a period of accounts, a year or less, that is not a deadline."""
    if window is None or window.deadline or window.duration:
        return False
    return (window.last - window.first).days <= YEAR


def is_whole_year(window: Window | None) -> bool:
    """Tell whether a window is a year of accounts, of which each may have the same sum."""
    return window is not None and is_period(window) and (window.last - window.first).days >= LONG


def is_month(window: Window) -> bool:
    """Tell whether a window is a month: 연말 (the end of the year) is its last one."""
    return not window.deadline and (window.first.year, window.first.month) == (window.last.year, window.last.month)


def _start_of(last: date) -> date:
    """Return where the half, quarter, month or year begins that ends on *last*: 'by 2027' speaks of 2027."""
    if last.day != monthrange(last.year, last.month)[1]:
        return last
    first_month = {12: 1, 6: 1, 3: 1, 9: 7}.get(last.month, last.month)
    return date(last.year, first_month, 1)


def days_between(a: date, b: date) -> int:
    """Return how many days lie between two days, never negative."""
    return abs((a - b) // timedelta(days=1))
