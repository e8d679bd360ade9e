"""
The least and the greatest value that can be, by metric and unit: outside it a figure is held for review.

Wide on purpose: they catch a lost unit (180 parameters, 2 won), not an ambition. The configuration's own limits replace
them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monitor.catalogue import Metric

_MONEY = (
    ("KRW", "1e7", "1e16"),
    ("USD", "1e4", "2e13"),
    ("EUR", "1e4", "2e13"),
    ("CNY", "1e5", "1e14"),
    ("JPY", "1e6", "2e15"),
)
_WIDEST = {
    "parameters": (("parameter", "1e6", "1e15"),),
    "active_parameters": (("parameter", "1e6", "1e14"),),
    "training_tokens": (("token", "1e6", "1e16"),),
    "training_data": (("byte", "1e6", "1e19"),),
    "context_length": (("token", "100", "1e9"),),
    "compute": (("FLOP/s", "1e9", "1e24"),),
    "gpus": (("gpu", "1", "1e8"),),
    "power": (("W", "1e3", "1e12"),),
    "investment": _MONEY,
    "funding": _MONEY,
    "valuation": _MONEY,
    "revenue": _MONEY,
    "contract": _MONEY,
    "users": (("person", "10", "9e9"),),
    "headcount": (("person", "1", "5e6"),),
    "downloads": (("count", "10", "1e11"),),
}
WIDEST: Mapping[tuple[str, str], tuple[Decimal, Decimal]] = {
    (metric, unit): (Decimal(least), Decimal(greatest))
    for metric, units in _WIDEST.items()
    for unit, least, greatest in units
}


def limits_of(metrics: Iterable[Metric]) -> Mapping[tuple[str, str], tuple[Decimal, Decimal]]:
    """Return the limits of *metrics*, and the widest for those that give none."""
    own = {(m.id, unit): (least, greatest) for m in metrics for unit, least, greatest in m.plausible}
    return {**WIDEST, **own}
