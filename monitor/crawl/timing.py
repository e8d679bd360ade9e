"""
When a source is asked again: what its server wishes, what its window allows, what its failures teach. Pure.

The server's wishes (max-age, Expires, ttl, skipHours, Retry-After) come first, under a cap. Then the interval follows
the news: a feed that brings new entries is asked at the configured cadence, one that brings none ever more rarely, and
one whose window could roll over unseen more often, though never within the minimum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

HOUR_S: Final = 3600.0
DAY_S: Final = 86_400.0
FORBIDDEN_S: Final = 4 * HOUR_S  # 401 and 403 are decisions of people: asking soon again only annoys
TOO_MANY_S: Final = (HOUR_S, DAY_S, 2 * DAY_S, 7 * DAY_S)  # 429 without Retry-After
LONGEST_HOLD_S: Final = 31 * DAY_S
ROLLING: Final = 1 / 3  # less of the last window seen again: entries may have gone by unseen
GROWTH: Final = 1.5


@dataclass(frozen=True, slots=True)
class PollHistory:
    """
    What the timing of the next poll depends on.

    *interval_s* is the one before (0 for none). *overlap* is the share of the last window that was listed again, None
    when there is nothing to compare; *window_s* is the time that the window spans, by its entries' dates. *hold_s* is
    the wait that the server or feed asked for; *skip_hours* are hours of GMT, *skip_days* 0 for Monday. *key* is any
    text that is the source's own: jitter is drawn from it.
    """

    every_s: float
    least_s: float
    most_s: float
    interval_s: float = 0.0
    failures: int = 0
    status: int | None = None
    brought_news: bool = False
    conditional: bool = True
    overlap: float | None = None
    window_s: float | None = None
    hold_s: float = 0.0
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    key: str = ""


def next_poll(now: datetime, history: PollHistory) -> datetime:
    """Return when to ask again, from *now*, the time of the poll that *history* ends with."""
    if history.failures:
        return now + timedelta(seconds=_backoff_s(history))
    wait_s = max(next_interval_s(history), min(history.hold_s, max(history.most_s, LONGEST_HOLD_S)))
    return _out_of_skipped(now + timedelta(seconds=wait_s), history)


def next_interval_s(history: PollHistory) -> float:
    """
    Return the interval that the feed has earned, without its server's wishes.

    News: the configured cadence. None: half as long again each time, to the maximum. Half the time that the window
    spans is the longest that a feed with dates may wait, and a window that rolled over halves the interval.
    """
    interval_s = history.interval_s or history.every_s
    if history.overlap is not None and history.overlap < ROLLING:
        wished_s = min(interval_s, history.every_s) / 2
    elif history.brought_news or not history.interval_s:
        wished_s = history.every_s
    else:  # without validators each look costs the whole body, so patience grows twice as fast
        wished_s = interval_s * (GROWTH if history.conditional else GROWTH**2)
    if history.window_s:
        wished_s = min(wished_s, max(history.window_s / 2, history.least_s))
    return min(max(wished_s, history.least_s), max(history.most_s, history.every_s))


def _backoff_s(history: PollHistory) -> float:
    """Return a growing wait with jitter (0.8 to 1.2), never less than asked for, never endless."""
    times = history.failures - 1
    base_s = max(history.every_s, history.least_s)
    grown_s = min(base_s * 2.0 ** min(times, 20), history.most_s)
    floor_s = FORBIDDEN_S if history.status in {401, 403} else 0.0
    if history.status == 429 and not history.hold_s:  # noqa: PLR2004 - Too Many Requests
        floor_s = TOO_MANY_S[min(times, len(TOO_MANY_S) - 1)]
    share = _share(history)
    waits = (grown_s * (0.8 + 0.4 * share), floor_s * (1 + 0.2 * share), min(history.hold_s, LONGEST_HOLD_S))
    return max(*waits, history.least_s)


def _share(history: PollHistory) -> float:
    """Return a number in [0, 1) that is this source's own and another at each failure."""
    drawn = blake2b(f"{history.key} {history.failures}".encode(), digest_size=4).digest()
    return int.from_bytes(drawn, "big") / 2**32


def _out_of_skipped(moment: datetime, history: PollHistory) -> datetime:
    """Move *moment* to the end of the hours and days (GMT) that the feed asks to leave out."""
    utc = moment.astimezone(UTC)
    for _ in range(8 * 24):
        if utc.hour not in history.skip_hours and utc.weekday() not in history.skip_days:
            return utc.astimezone(moment.tzinfo)
        utc = utc.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment  # a feed that leaves out the whole week is not taken at its word


def wait_asked_s(headers: Mapping[str, str], now: datetime) -> float:
    """
    Return the seconds for which an answer with *headers* (names in lower case) may be taken as fresh, 0 for none.

    max-age less Age; Expires, measured against the response's own Date, only without a Cache-Control that speaks.
    """
    control = headers.get("cache-control", "").lower()
    if re.search(r"\bno-(?:cache|store)\b", control):
        return 0.0
    if found := re.search(r"\bmax-age\b(?:\s*=\s*\"?(\d{1,12}))?", control):  # one without a number: not fresh at all
        return max(0.0, float(found[1] or 0) - _number(headers.get("age", "")))
    expires = _http_date(headers.get("expires", ""))
    if expires is None:
        return 0.0
    return max(0.0, (expires - (_http_date(headers.get("date", "")) or now)).total_seconds())


def tells_freshness(headers: Mapping[str, str]) -> bool:
    """Tell whether *headers* say how long an answer is fresh; a 304 that does not leaves what was said before."""
    return "cache-control" in headers or "expires" in headers


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float:
    """Return the wait of Retry-After (seconds, or a date against the response's Date), 0 for none, clamped."""
    written = headers.get("retry-after", "").strip()
    if written.isdigit():
        return min(_number(written), LONGEST_HOLD_S)
    moment = _http_date(written)
    if moment is None:
        return 0.0
    wait_s = (moment - (_http_date(headers.get("date", "")) or now)).total_seconds()
    return min(max(0.0, wait_s), LONGEST_HOLD_S)


def _number(written: str) -> float:
    return float(written) if written.isdigit() and len(written) < 13 else 0.0  # noqa: PLR2004 - absurd beyond


def _http_date(written: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
