"""
Decide who is told of a change, when, and why not: changes, subscriptions and what was told before in, alerts out.

Pure. The same change may be asked about again and again as more outlets carry it: an alert's id is a digest of what is
told to whom, so nobody is told twice. The reasons against telling are in `alert_gates`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from monitor.ledger.alert_gates import Question, not_concerned, same_value, why_not
from monitor.ledger.alert_times import Time, time_of
from monitor.model import Alert, Heard, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from monitor.model import Change, Channel, Incident, Language, Silence, Subscription

PEOPLE_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Audience:
    """Who could be told, where, and who asked for silence."""

    subscriptions: tuple[Subscription, ...] = ()
    channels: tuple[Channel, ...] = ()
    silences: tuple[Silence, ...] = ()

    def language_of(self, subscription: Subscription) -> Language:
        """Return the subscription's language, else its channel's."""
        if subscription.language is not None:
            return subscription.language
        return next((channel.language for channel in self.channels if channel.id == subscription.channel), "ko")

    def rate_of(self, subscription: Subscription) -> int | None:
        """Return how many alerts an hour may leave: what the subscription says, else all to programs, 60 to people."""
        webhook = any(channel.id == subscription.channel and channel.kind == "webhook" for channel in self.channels)
        return subscription.rate_per_hour or (None if webhook else PEOPLE_PER_HOUR)


@dataclass(frozen=True, slots=True)
class Memory:
    """
    What was told before, as far as the changes in question need it.

    *heard* by (subscription, series), *told* the alert's id by (subscription, change), *sent* the alerts of the last
    hour by subscription, *held* each (subscription, change) that waited for a person.
    """

    heard: Mapping[tuple[str, str], Heard] = field(default_factory=dict)
    told: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sent: Mapping[str, int] = field(default_factory=dict)
    held: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Routing:
    """What to write: new alerts, waiting alerts whose change has more sources now, verdicts, and what was heard."""

    alerts: tuple[Alert, ...] = ()
    grown: tuple[tuple[str, Change], ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    heard: Mapping[tuple[str, str], Heard] = field(default_factory=dict)


def route(changes: Iterable[Change], audience: Audience, memory: Memory, now: datetime) -> Routing:
    """Return whom *changes* are told to at *now*, and for each subscription that they concern, why or why not."""
    heard, sent = dict(memory.heard), dict(memory.sent)
    alerts: list[Alert] = []
    grown: list[tuple[str, Change]] = []
    verdicts: list[Verdict] = []
    for change in sorted(changes, key=lambda change: (change.said_at, change.id)):
        for subscription in audience.subscriptions:
            if not_concerned(subscription, change):
                continue
            key = (subscription.id, change.series)
            if alert_id := memory.told.get((subscription.id, change.id)):
                grown.append((alert_id, change))
                continue
            was_held = (subscription.id, change.id) in memory.held
            reason = why_not(Question(change, subscription, heard.get(key), audience.silences, now, was_held))
            if reason is None:
                time = time_of(subscription, now, sent.get(subscription.id, 0), audience.rate_of(subscription))
                made = _alert(change, subscription, audience.language_of(subscription), heard.get(key), time, now)
                alerts.append(made)
                sent[subscription.id] = sent.get(subscription.id, 0) + 1
                heard[key] = Heard(change.after or change.before, now, change.before)
                verdicts.append(Verdict(subscription.id, change.id, told=True, reason=_told(made), alert=made.id))
                continue
            verdicts.append(Verdict(subscription.id, change.id, told=False, reason=reason))
            if key not in heard and change.held is None:
                heard[key] = Heard(change.before or change.after)
    fresh = {key: value for key, value in heard.items() if memory.heard.get(key) != value}
    return Routing(tuple(alerts), tuple(grown), tuple(verdicts), fresh)


def route_incident(incident: Incident, audience: Audience, memory: Memory, now: datetime) -> tuple[Alert, ...]:
    """
    Return whom *incident* is told to: those who name its type, and those who narrow their subscription by nothing.

    A channel is not told of its own end.
    """
    alerts = []
    for subscription in audience.subscriptions:
        narrow = subscription.companies or subscription.metrics or subscription.subjects or subscription.kinds
        wanted = incident.type in subscription.kinds or not narrow
        if not subscription.enabled or not wanted or subscription.channel == incident.subject:
            continue
        sent, rate = memory.sent.get(subscription.id, 0), audience.rate_of(subscription)
        time = time_of(subscription, now, sent, rate, urgent=True)
        alerts.append(
            Alert(
                id=alert_id(subscription.id, incident.type, incident.subject, incident.at.isoformat()),
                type=incident.type,
                subscription=subscription.id,
                channel=subscription.channel,
                language=audience.language_of(subscription),
                made_at=now,
                due_at=time.due_at,
                incident=incident,
                series=f"incident:{incident.subject}",
                held=time.held,
            )
        )
    return tuple(alerts)


def retraction(alert: Alert, change: Change, reason: str, now: datetime) -> Alert:
    """Return what takes back *change*, which *alert* told: at once, to the same people, whatever the hour."""
    return Alert(
        id=alert_id(alert.subscription, change.id, "retracted"),
        type="figure.retracted",
        subscription=alert.subscription,
        channel=alert.channel,
        language=alert.language,
        made_at=now,
        due_at=now,
        changes=(change,),
        series=change.series,
        note=reason,
    )


def gathered(batch: Sequence[Alert], now: datetime) -> Alert:
    """Return the one message for alerts that waited together: a digest, or the alert itself when it waited alone."""
    first = batch[0]
    if len(batch) == 1:
        return first
    return Alert(
        id=alert_id(first.subscription, *(alert.id for alert in batch)),
        type="figure.digest",
        subscription=first.subscription,
        channel=first.channel,
        language=first.language,
        made_at=now,
        due_at=first.due_at,
        changes=tuple(change for alert in batch for change in alert.changes),
        held=first.held,
    )


def alert_id(*parts: str) -> str:
    """Return an id that says the same of the same: 'msg_' and 128 bits of a digest."""
    return "msg_" + sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def explain(
    change: Change, audience: Audience, verdicts: Iterable[Verdict], voided: str | None = None
) -> tuple[Verdict, ...]:
    """Return a verdict for every subscription: what was decided then, or why the change does not concern it."""
    decided = {verdict.subscription: verdict for verdict in verdicts if verdict.change == change.id}
    unasked = voided or "was never asked: the change was found before this subscription, or while its channel was off"
    return tuple(
        decided.get(subscription.id)
        or Verdict(subscription.id, change.id, told=False, reason=not_concerned(subscription, change) or unasked)
        for subscription in audience.subscriptions
    )


def _alert(
    change: Change, subscription: Subscription, language: Language, heard: Heard | None, time: Time, now: datetime
) -> Alert:
    told = heard.claim if heard and heard.at else None
    return Alert(
        id=alert_id(subscription.id, change.id),
        type=f"figure.{change.kind}",
        subscription=subscription.id,
        channel=subscription.channel,
        language=language,
        made_at=now,
        due_at=time.due_at,
        changes=(change,),
        series=change.series,
        told=None if same_value(told, change.before) else told,
        batch=f"{subscription.id}:{time.batch}" if time.batch else "",
        held=time.held,
    )


def _told(alert: Alert) -> str:
    return f"told, {alert.held}" if alert.held else "told at once"
