"""Say when money that is raised closes a round that was open: 목표 100억 달러 (the goal), then 130억 유치 (raised)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.ledger.intervals import ratio
from monitor.ledger.windows import days_between

if TYPE_CHECKING:
    from monitor.ledger.series import Item, Series

OPEN = 200  # days from the opening of a round to its closing
MOST = Decimal(3)  # times its goal


def closes_round(series: Series, item: Item) -> bool:
    """Tell whether *item* raised what the open round of *series* was for, or up to thrice as much; less is a part."""
    plan = series.plan
    if plan is None or item.figure.status != "actual" or days_between(plan.day, item.day) > OPEN:
        return False
    seen = item.seen_in(plan.amount.unit)
    return seen is not None and 1 <= ratio(seen, plan.amount) <= MOST
