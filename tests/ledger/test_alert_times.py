"""When an alert that has to wait leaves: quiet hours and digests, in Korean time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from monitor.ledger.alert_times import end_of_quiet, next_digest
from monitor.model import KST, Subscription

NOON = datetime(2021, 5, 25, 4, 46, tzinfo=UTC)  # 13:46 in Seoul


@pytest.mark.parametrize(
    ("quiet", "korean", "until"),
    [
        ((22, 7), "2021-05-25T23:10", "2021-05-26T07:00"),
        ((22, 7), "2021-05-26T06:59", "2021-05-26T07:00"),
        ((22, 7), "2021-05-26T07:00", "2021-05-26T07:00"),
        ((12, 13), "2021-05-26T12:30", "2021-05-26T13:00"),
        ((12, 13), "2021-05-26T13:30", "2021-05-26T13:30"),
        ((18, 0), "2021-05-26T20:00", "2021-05-27T00:00"),
        ((7, 7), "2021-05-26T07:30", "2021-05-26T07:30"),
        (None, "2021-05-26T03:00", "2021-05-26T03:00"),
    ],
)
def test_quiet_hours_are_korean(quiet: tuple[int, int] | None, korean: str, until: str) -> None:
    """What falls into the quiet hours waits for their end, also over midnight."""
    moment = datetime.fromisoformat(korean).replace(tzinfo=KST).astimezone(UTC)

    assert end_of_quiet(quiet, moment) == datetime.fromisoformat(until).replace(tzinfo=KST)


@pytest.mark.parametrize(
    ("digest", "due"),
    [("hourly", "2021-05-25T14:00"), ("daily", "2021-05-26T08:00"), ("weekly", "2021-05-31T08:00")],
)
def test_digests_leave_on_the_hour_in_the_morning_and_on_monday(digest: Any, due: str) -> None:
    """At 13:46 on a Tuesday the next digests are these, in Korean time."""
    expected = datetime.fromisoformat(due).replace(tzinfo=KST)

    assert next_digest(Subscription("s", "c", digest=digest), NOON) == expected


def test_a_digest_before_its_hour_leaves_the_same_day() -> None:
    """At 13:46 the digest of 20 o'clock is today's."""
    expected = datetime(2021, 5, 25, 20, 0, tzinfo=KST)

    assert next_digest(Subscription("s", "c", digest="daily", digest_hour=20), NOON) == expected
