"""
Say what time a figure is for: the period of its own clause, never the day on which somebody said it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from monitor.korean.text import Clause
from monitor.model import Days, Period, Quantity, Status

# What follows the day of an announcement, an event or a report: it dates the news, not the figure.
_NEWS_DAY = re.compile(
    r"^\s?(?:\(현지\s?시[간각]\)|[^,.]{0,46}?(?:밝혔|밝힌|발표했|발표한|말했|전했|보도|열린|열고|개최|만나|만난|의결|공시|알렸|강조했|설명했|간담회|발표회|출범|확정했|참석))"
)
_DATED_DEEDS = frozenset(
    {"investment", "funding", "valuation", "contract", "revenue", "users", "headcount", "gpus", "power"}
)
_DURATION = re.compile(r"년간|개월간|동안|년 동안|년에 걸쳐|개년")


def target_of(
    quantity: Quantity, metric: str, status: Status, sentence: str, clause: Clause, periods: Iterable[Period]
) -> Days | None:
    """Return the days that *quantity* is for, or None when its clause (or, for a plan, the one before) names none."""
    fitting = [p for p in periods if p.cue != "superseded" and not _news_day(sentence, p)]
    if status == "actual" and metric not in _DATED_DEEDS:
        return None
    own = [p for p in fitting if clause.start <= p.start < clause.end]
    before = [p for p in own if p.end <= quantity.start]
    behind = [p for p in own if p.start >= quantity.end]
    earlier = [p for p in fitting if p.end <= clause.start]
    for periods_there in (before[::-1], behind, earlier[::-1] if status == "planned" else []):
        for period in periods_there:
            if status == "actual" and not _past(sentence, period):
                continue
            return (period.first, period.last)
    return None


def _news_day(sentence: str, period: Period) -> bool:
    """Tell whether a single day only dates the news; 까지 (until) and 오는 (coming) never do."""
    one_day = period.first is not None and period.first == period.last
    words = sentence[period.start : period.end + 3]
    if not one_day or "까지" in words or "오는" in sentence[max(0, period.start - 4) : period.end]:
        return False
    return bool(_NEWS_DAY.match(sentence[period.end :]))


def _past(sentence: str, period: Period) -> bool:
    """Tell whether a time dates a thing that is there: 지난 4월, 올해 3분기, 2025년; a bare duration does not."""
    return (
        not _DURATION.search(sentence[period.start : period.end + 2]) or "지난" in sentence[period.start : period.end]
    )
