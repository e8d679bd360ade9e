"""Tell: channels, subscriptions, alerts on their way out, and how each delivery went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from monitor.model.changes import Change, Claim

SecretRef = str  # 'env:NAME' or 'file:PATH': where a secret lies, never the secret; it is read when a message leaves
Language = Literal["ko", "en"]
ChannelKind = Literal["webhook", "slack", "discord", "teams", "jandi", "dooray", "kakaowork", "naverworks", "apprise"]
Digest = Literal["immediate", "hourly", "daily", "weekly"]
EventType = (
    str  # 'figure.' + a ChangeKind, figure.retracted, figure.digest, source.down, source.recovered, monitor.test
)
AlertState = Literal["waiting", "delivered", "dead", "absorbed", "cancelled"]
Outcome = Literal["delivered", "retry", "dead", "gone"]


@dataclass(frozen=True, slots=True)
class Channel:
    """
    A place where alerts go. *url* and *secrets* say where the address and the signing secrets lie, not what they are.

    *secrets* are those of a webhook, newest first: two during a rotation, each signs. *allow* names private hosts or
    networks that this channel may reach ('10.1.0.0/16', 'receiver.internal'). *template* is Jinja2, for own words.
    *token* is what Kakao Work and NAVER WORKS want beside the address; *room* is the conversation there.
    """

    id: str
    kind: ChannelKind
    url: SecretRef
    secrets: tuple[SecretRef, ...] = ()
    language: Language = "ko"
    template: str | None = None
    allow: tuple[str, ...] = ()
    rate_per_minute: int | None = None  # None is what the kind's service allows; a webhook's is open
    pictures: bool = True
    token: SecretRef | None = None
    room: str | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Subscription:
    """
    Who wants to hear what. An empty tuple means all; empty *kinds* means every kind that alerts by default.

    *kinds* are change kinds or whole event types ('raised', 'source.down'). *subjects* are names as articles write.
    *least_ratio* (0.1 is a tenth) and *least_amount* are measured against the value last alerted. *least_voices* waits
    for so many independent stories. *quiet* is (from, to) in hours of Korean time, (22, 7) wraps midnight;
    *digest_hour* and *digest_weekday* (0 is Monday) are Korean time too.
    """

    id: str
    channel: str
    companies: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    least_ratio: Decimal = Decimal(0)
    least_amount: Decimal = Decimal(0)
    least_voices: int = 1
    quiet: tuple[int, int] | None = None
    wait_minutes: int = 0
    digest: Digest = "immediate"
    digest_hour: int = 8
    digest_weekday: int = 0
    rate_per_hour: int | None = None  # None is 60 for people, and no limit for a webhook: programs can count
    language: Language | None = None  # None is the channel's
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Silence:
    """Alerts that someone asked not to hear until *until*. Empty fields match all."""

    id: str
    author: str
    reason: str
    until: datetime
    since: datetime | None = None
    subscriptions: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    series: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened to the monitor itself: source.down, source.recovered, channel.disabled, monitor.test."""

    type: EventType
    subject: str  # the source's or channel's name
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """
    What one subscription is to be told. *id* is the webhook-id: a digest of what is told to whom, the same each try.

    *series* keeps order: a later alert of one series waits for an earlier one on the same channel. *due_at* is the end
    of the wait, the quiet hours or the digest. Alerts of one *batch* leave as one message. *held* says why it is late.
    """

    id: str
    type: EventType
    subscription: str
    channel: str
    language: Language
    made_at: datetime
    due_at: datetime
    changes: tuple[Change, ...] = ()
    incident: Incident | None = None
    series: str = ""
    told: Claim | None = None  # the value last alerted, where it is not what the change started from
    batch: str = ""
    held: str = ""
    note: str = ""  # why it was taken back


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a subscription was or was not told of a change: one for each that could have been."""

    subscription: str
    change: str
    told: bool
    reason: str
    alert: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """
    What a subscription last heard of a series: *claim*, what it was *before* that, *at* which time.

    *at* is None when it heard nothing yet; *claim* is then the value from which thresholds are measured.
    """

    claim: Claim | None
    at: datetime | None = None
    before: Claim | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One try to hand an alert over. *next_at* is set when *outcome* is retry; *retry_after_s* is what was asked."""

    alert: str
    channel: str
    attempt: int  # from 1
    at: datetime
    outcome: Outcome
    code: int | None = None
    error: str = ""
    next_at: datetime | None = None
    retry_after_s: float | None = None
    took_ms: int = 0
