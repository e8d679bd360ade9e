"""An alert to try a channel with: LG's plan of 2021, halved when it was unveiled."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.ledger.alerts import alert_id
from monitor.model import Alert, Change, Claim, Evidence

if TYPE_CHECKING:
    from monitor.model import Channel

UNVEILED = datetime(2021, 12, 14, 1, 0, tzinfo=UTC)
PLAN = Claim(
    Decimal(600_000_000_000),
    Decimal(600_000_000_000),
    "parameter",
    "exact",
    "planned",
    (date(2021, 7, 1), date(2021, 12, 31)),
)
THING = Claim(Decimal(300_000_000_000), Decimal(300_000_000_000), "parameter", "about", "actual", None)
SAMPLE = Change(
    id="sample",
    kind="lowered",
    company="lg",
    subject="엑사원",  # EXAONE
    metric="parameters",
    scope="",
    series="sample",
    before=PLAN,
    after=THING,
    article="sample",
    said_at=UNVEILED,
    found_at=UNVEILED,
    rule="sample",
    sources=(
        Evidence(
            article="sample",
            outlet="시험",  # test
            url="https://example.com/test-alert",
            title="시험 알림입니다",  # this is a test alert
            sentence="시험 문장: LG AI연구원은 약 3000억 개의 파라미터를 갖춘 엑사원을 공개했다.",
            published=UNVEILED,
        ),
    ),
)


def sample_alert(channel: Channel, now: datetime) -> Alert:
    """Return a test alert for *channel*, another one at each second."""
    return Alert(
        id=alert_id(channel.id, "monitor.test", now.isoformat()),
        type="monitor.test",
        subscription="",
        channel=channel.id,
        language=channel.language,
        made_at=now,
        due_at=now,
        changes=(SAMPLE,),
    )
