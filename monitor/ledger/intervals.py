"""
What a written number claims, and whether two numbers can be the same figure said otherwise.

A number claims its digits and no more: 5000억 is 4500억 to 5500억, 5190억 is 5185억 to 5195억, 1만3712 is exact.
Amounts that people see are those of the figure; the interval is for comparing alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from monitor.ledger.rates import CURRENCIES, exchange

if TYPE_CHECKING:
    from datetime import date

    from monitor.model import Figure

Bound = Literal["point", "least", "most", "range", "order"]

# A lone digit says little: 1조 would reach from 5000억 to 1조5000억. Nobody who writes 1조 means 1조3000억, or 9000억.
WIDEST = Decimal("0.1")
WIDEST_OF_ONE = Decimal("0.05")
ABOUT = Decimal("0.03")  # 약 (about) before many digits: 약 1127억 may be 1130억
SMALL_STEP = 25  # 55만 may be 55만5000 cut short: half a step, and a hundredth of it; 500억 is never 550억
EXCHANGE = Decimal(
    "0.08"
)  # outlets take the rate of another day, or round it: 1억 달러 was 1127억 and 1200억 in one week
_DECADE = re.compile(r"(?:[억조]|원|달러|위안|유로|엔|명)\s?대$")  # never 약 6만 대: so many machines


@dataclass(frozen=True, slots=True)
class Amount:
    """
    What a figure claims: *low* to *high*, None is open. *nominal* is the one number that is written, None for 수백억.

    *bound* says what it was: 'least' is 이상 (or more), 'most' is 최대 (up to), 'order' is 수백억 or 조 단위.
    """

    low: Decimal | None
    high: Decimal | None
    nominal: Decimal | None
    unit: str
    bound: Bound


def amount_of(figure: Figure) -> Amount:
    """Return what *figure* claims: 1조원대 (in the trillions) is all from 1조 to 2조."""
    if figure.qualifier == "about" and figure.low is not None and _DECADE.search(figure.quote):
        return Amount(figure.low, figure.low + _place(figure.low), figure.low, figure.unit, "point")
    return _amount(figure.low, figure.high, figure.unit, figure.qualifier, figure.grain)


def gloss_of(figure: Figure) -> Amount | None:
    """Return what the bracket behind *figure* claims, 1억 달러(약 1100억원); None without one."""
    if figure.gloss is None:
        return None
    value, unit = figure.gloss
    return _amount(value, value, unit, "about", Decimal(0))


def _amount(low: Decimal | None, high: Decimal | None, unit: str, qualifier: str, grain: Decimal) -> Amount:
    if low is None or high is None:
        bound: Bound = "order" if qualifier == "order" else "most" if low is None else "least"
        return Amount(low, high, None if bound == "order" else low if high is None else high, unit, bound)
    if low != high:
        if qualifier == "order":
            return Amount(low, high, None, unit, "order")
        return Amount(low, high, (low + high) / 2, unit, "range")
    half = min(max(grain, _place(low)) / 2, abs(low) * (WIDEST_OF_ONE if _begins_with_one(low) else WIDEST))
    if qualifier == "about":
        half = max(half, abs(low) * ABOUT)
    return Amount(low - half, low + half, low, unit, "point")


def _place(value: Decimal) -> Decimal:
    """Return the place of the last digit that is not 0: 100억 for 5300억."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) and value else Decimal(0)


def _begins_with_one(value: Decimal) -> bool:
    return value.as_tuple().digits[0] == 1


def agree(a: Amount, b: Amount) -> bool:
    """Tell whether both can be one figure: they overlap, or write one number with or without 이상, 최대, 약."""
    if a.nominal is not None and a.nominal == b.nominal:
        return True
    if _is_rounded(a) and _is_rounded(b):
        return _rounds(a, b)
    low = _greater(a.low, b.low)
    high = _lesser(a.high, b.high)
    if low is None or high is None or low < high:
        return True
    return low == high and (a.low == a.high or b.low == b.high)


def _is_rounded(amount: Amount) -> bool:
    """Tell whether it is a number with half a step to either side; '1조원대' is a step of its own."""
    if amount.bound != "point" or amount.nominal is None or amount.low is None or amount.high is None:
        return False
    return amount.nominal - amount.low == amount.high - amount.nominal


def _rounds(a: Amount, b: Amount) -> bool:
    """Tell whether the coarser of two numbers can be the finer one rounded; a half of a step only where it is small."""
    assert a.nominal is not None
    assert b.nominal is not None
    twice = abs(a.nominal - b.nominal) * 2
    step = max(width_of(a) or Decimal(0), width_of(b) or Decimal(0))
    return twice < step or (twice == step and twice * SMALL_STEP < abs(a.nominal))


def is_finer(new: Amount, old: Amount) -> bool:
    """Tell whether *new* lies within *old* and says it more precisely: 9조 after 수조, 5190억 after 5000억."""
    ranges = new.bound == old.bound == "range"  # two may have one middle
    if new.nominal is None or (not ranges and old.nominal is not None and new.nominal == old.nominal):
        return False
    if not agree(new, old) or new.bound in {"least", "most"}:
        return False
    width, before = width_of(new), width_of(old)
    if width is None or before is None or {new.bound, old.bound} == {"range"}:
        return width is not None and (before is None or (width < before and _is_within(new, old)))
    return width * 2 <= before or (width <= before and _has_more_digits(new, old))


def is_shifted(new: Amount, old: Amount) -> bool:
    """Tell whether two ranges overlap, and both ends went the same way: 660억~740억 after 640억~720억."""
    if new.unit != old.unit or not new.bound == old.bound == "range":
        return False
    steps = [
        now - was for now, was in ((new.low, old.low), (new.high, old.high)) if now is not None and was is not None
    ]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _has_more_digits(new: Amount, old: Amount) -> bool:
    """Tell whether *new* is written to a finer place, 약 (about) or not: 103MW 규모 after 100MW; no sum of money is."""
    if new.unit in CURRENCIES or new.nominal is None or old.nominal is None:
        return False
    return _place(new.nominal) * 2 <= _place(old.nominal)


def is_end_of(end: Amount | None, band: Amount) -> bool:
    """Tell whether *end* is an end of *band* told alone: 최대 (at most) 230억 of 200억~230억."""
    if end is None or end.unit != band.unit or band.bound != "range":
        return False
    return (end.bound == "most" and end.high == band.high) or (end.bound == "least" and end.low == band.low)


def _is_within(new: Amount, old: Amount) -> bool:
    return (_greater(new.low, old.low), _lesser(new.high, old.high)) == (new.low, new.high)


def ratio(new: Amount, old: Amount) -> Decimal:
    """Return by what *new* is *old* multiplied; 1 where one of them is no number."""
    was, now = _middle(old), _middle(new)
    return now / was if was and now is not None else Decimal(1)


def is_difference(step: Amount, old: Amount, new: Amount) -> bool:
    """Tell whether *step* is the number by which *new* is more or less than *old*."""
    if step.nominal is None or old.nominal is None or new.nominal is None or len({step.unit, old.unit, new.unit}) > 1:
        return False
    return step.nominal != 0 and abs(new.nominal - old.nominal) == step.nominal


def seen_in(unit: str, amounts: tuple[Amount, ...], day: date) -> Amount | None:
    """Return the first of *amounts* as said in *unit*, by the exchange rate of *day* if none is; None if not."""
    for amount in amounts:
        if amount.unit == unit:
            return amount
    return next((_exchanged(a, unit, day) for a in amounts if {a.unit, unit} <= CURRENCIES), None)


def _exchanged(amount: Amount, unit: str, day: date) -> Amount:
    factor = exchange(amount.unit, unit, day)
    return Amount(
        None if amount.low is None else amount.low * factor * (1 - EXCHANGE),
        None if amount.high is None else amount.high * factor * (1 + EXCHANGE),
        None if amount.nominal is None else amount.nominal * factor,
        unit,
        amount.bound,
    )


def width_of(amount: Amount) -> Decimal | None:
    """Return how far apart the ends of an amount are; None where one is open."""
    return None if amount.low is None or amount.high is None else amount.high - amount.low


def _middle(amount: Amount) -> Decimal | None:
    if amount.nominal is not None or amount.low is None:
        return amount.nominal
    return amount.low if amount.high is None else (amount.low + amount.high) / 2


def _greater(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return b if a is None else a if b is None else max(a, b)


def _lesser(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return b if a is None else a if b is None else min(a, b)
