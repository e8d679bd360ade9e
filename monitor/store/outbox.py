"""
The outbox: alerts written in the transaction of their changes, taken by channel, settled one try at a time.

What is told twice carries the same id; what is not yet told is a row that waits. Nothing about sending lives in memory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, bindparam, case, func, literal_column, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from monitor.ledger.alerts import Memory, gathered, retraction, route, route_incident
from monitor.store.columns import Instant
from monitor.store.inserts import insert_all, insert_new, put_all
from monitor.store.tables import AlertRow, ChannelRow, DeliveryRow, HeardRow, SilenceRow, VerdictRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from monitor.ledger.alerts import Audience, Routing
    from monitor.model import Alert, Change, Delivery, Incident

HOUR = timedelta(hours=1)
LEASE = timedelta(seconds=60)  # longer than one try may take
REST = timedelta(minutes=30)  # at most so long a dead receiver keeps the alerts that have not been tried waiting
GIVEN_UP = timedelta(days=4)  # longer than the whole schedule
WAITING = col(AlertRow.state) == literal_column("'waiting'")  # written out: a bound value uses no partial index
ALONE = col(AlertRow.batch) == literal_column("''")
BATCHED = col(AlertRow.batch) != literal_column("''")
SETTLED = (  # what was cancelled while it was on its way stays so
    update(AlertRow)
    .where(col(AlertRow.id) == bindparam("of"))
    .values(
        state=case((WAITING, bindparam("to")), else_=col(AlertRow.state)),
        next_at=case((WAITING, bindparam("then", type_=Instant())), else_=None),
        tries=bindparam("tried"),
    )
)
RESTS = frozenset({None, 429, 502, 503, 504})  # answers that speak of the receiver, not of the one message


@dataclass(frozen=True, slots=True)
class Waiting:
    """An alert whose time has come, and the number of its next try (from 1)."""

    alert: Alert
    attempt: int


@dataclass(frozen=True, slots=True)
class Leased:
    """A channel in one worker's hands, and how often in a row it did not answer."""

    channel: str
    failures: int


def add(session: Session, changes: Sequence[Change], audience: Audience, now: datetime) -> tuple[Alert, ...]:
    """
    Write who is told of *changes*, new or with more sources than before, in the caller's transaction.

    Silences that were asked for on the command line count beside those of *audience*. Return the new alerts.
    """
    if not changes or not audience.subscriptions:
        return ()
    asked = tuple(row.silence for row in session.exec(select(SilenceRow).where(col(SilenceRow.until) > now)))
    audience = replace(audience, silences=audience.silences + asked)
    routing = route(changes, audience, memory_of(session, changes, audience, now), now)
    _write(session, routing, now)
    return routing.alerts


def add_incident(session: Session, incident: Incident, audience: Audience, now: datetime) -> tuple[Alert, ...]:
    """Write who is told of *incident*; return the alerts."""
    alerts = route_incident(incident, audience, Memory(sent=_sent(session, audience, now)), now)
    insert_new(session, AlertRow, [_row(alert) for alert in alerts])
    return alerts


def add_alert(session: Session, alert: Alert) -> None:
    """Write one alert; one of the same id that is there stays as it is."""
    insert_new(session, AlertRow, [_row(alert)])


def memory_of(session: Session, changes: Sequence[Change], audience: Audience, now: datetime) -> Memory:
    """Return what was told before of these changes and their series, and how much within the last hour."""
    series = {change.series for change in changes}
    ids = [change.id for change in changes]
    heard = session.exec(select(HeardRow).where(col(HeardRow.series).in_(series)))
    told = session.exec(select(VerdictRow).where(col(VerdictRow.change).in_(ids), col(VerdictRow.told)))
    return Memory(
        heard={(row.subscription, row.series): row.heard for row in heard},
        told={(row.subscription, row.change): row.alert or "" for row in told},
        sent=_sent(session, audience, now),
    )


def drop(session: Session, changes: Collection[str]) -> int:
    """Cancel what waits untried to tell of *changes* that the log no longer implies; return how much it was."""
    waiting = (
        select(AlertRow)
        .join(VerdictRow, col(VerdictRow.alert) == AlertRow.id)
        .where(col(VerdictRow.change).in_(changes), AlertRow.state == "waiting", AlertRow.tries == 0)
    )
    rows = session.exec(waiting).all()
    for row in rows:
        row.state, row.next_at = "cancelled", None
    return len(rows)


def retract(session: Session, change: Change, reason: str, now: datetime) -> tuple[Alert, ...]:
    """Take back *change* from everyone who may have got it: what never left is cancelled, the rest is retracted."""
    drop(session, [change.id])
    told = (
        select(AlertRow)
        .join(VerdictRow, col(VerdictRow.alert) == AlertRow.id)
        .where(VerdictRow.change == change.id, AlertRow.state != "cancelled")
    )
    rows = session.exec(told).all()
    alerts = tuple(retraction(row.alert, change, reason, now) for row in rows)
    for row in rows:
        if row.state == "waiting":  # tried, and perhaps heard
            row.state, row.next_at = "cancelled", None
    insert_new(session, AlertRow, [_row(alert) for alert in alerts])
    return alerts


def gather(session: Session, now: datetime) -> int:
    """Make one message of each batch whose time has come; return how many messages."""
    due = select(AlertRow).where(WAITING, BATCHED, col(AlertRow.next_at) <= now)
    batches: dict[str, list[AlertRow]] = {}
    for row in sorted(session.exec(due), key=lambda row: row.pk or 0):  # an ORDER BY would walk the whole table
        batches.setdefault(row.batch, []).append(row)
    for rows in batches.values():
        if len(rows) == 1:
            rows[0].batch = ""
            continue
        message = gathered([row.alert for row in rows], now)
        for row in rows:
            row.state, row.next_at = "absorbed", None
        insert_new(session, AlertRow, [_row(message)])
    return len(batches)


def channels_due(session: Session, now: datetime, worker: str) -> tuple[str, ...]:
    """Return the channels that something is due on, that may be sent to, and are in nobody else's hands."""
    due = select(AlertRow.channel).where(WAITING, ALONE, col(AlertRow.next_at) <= now).distinct()
    states = {row.id: row for row in session.exec(select(ChannelRow))}
    return tuple(channel for channel in session.exec(due) if _open(states.get(channel), now, worker))


def lease(session: Session, channel: str, worker: str, now: datetime) -> Leased | None:
    """Take *channel* for *worker* alone for a minute; None when it is in other hands, shut, paused or at rest."""
    insert_new(session, ChannelRow, [{"id": channel, "failures": 0, "worker": "", "reason": ""}])
    row = session.exec(select(ChannelRow).where(ChannelRow.id == channel).with_for_update()).one()
    if not _open(row, now, worker):
        return None
    row.worker, row.leased_until = worker, now + LEASE
    return Leased(channel, row.failures)


def release(session: Session, channel: str, worker: str) -> None:
    """Give *channel* back."""
    session.connection().execute(
        update(ChannelRow)
        .where(col(ChannelRow.id) == channel, col(ChannelRow.worker) == worker)
        .values(leased_until=None)
    )


def take(session: Session, channel: str, now: datetime, limit: int) -> tuple[Waiting, ...]:
    """
    Return what is due on *channel*, the oldest first, at most one alert of each series for each subscription.

    A later alert of a series is not returned while an earlier one waits, for whatever reason.
    """
    due = select(AlertRow).where(AlertRow.channel == channel, *_ready(now)).limit(limit)
    due = due.order_by(col(AlertRow.next_at), col(AlertRow.pk))
    return tuple(Waiting(row.alert, row.tries + 1) for row in session.exec(due))


def settle(session: Session, made: Sequence[Delivery], worker: str) -> None:
    """
    Write what came of tries on one channel, and what they say of it.

    An answer after a silence brings all that waits forward to now. 410 shuts the channel; its alerts stay and wait.
    """
    if not made:
        return
    insert_all(session, DeliveryRow, [_tried(delivery) for delivery in made])
    session.connection().execute(SETTLED, [_settled(delivery) for delivery in made])
    channel = session.get(ChannelRow, made[0].channel)
    if channel is None:
        return
    if channel.worker == worker:
        channel.leased_until = max(delivery.at for delivery in made) + LEASE
    for delivery in made:
        if delivery.outcome == "delivered":
            _answered(session, channel, delivery.at)
        elif delivery.outcome == "gone":
            channel.shut_at, channel.reason = delivery.at, delivery.error
        elif delivery.code in RESTS:
            _rest(session, channel, delivery)


def _settled(delivery: Delivery) -> dict[str, object]:
    state = {"delivered": "delivered", "dead": "dead"}.get(delivery.outcome, "waiting")
    next_at = (delivery.next_at or delivery.at) if state == "waiting" else None
    return {"of": delivery.alert, "to": state, "then": next_at, "tried": delivery.attempt}


def _ready(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return what makes an alert ready: due, in no batch, and no earlier one of its series waiting."""
    earlier = aliased(AlertRow)
    in_front = (
        select(earlier.pk)
        .where(
            col(earlier.channel) == AlertRow.channel,
            col(earlier.subscription) == AlertRow.subscription,
            col(earlier.series) == AlertRow.series,
            col(earlier.state) == "waiting",
            col(earlier.pk) < col(AlertRow.pk),
        )
        .exists()
    )
    return (
        WAITING,
        ALONE,
        col(AlertRow.next_at) <= now,
        or_(col(AlertRow.series) == "", ~in_front),
    )


def _answered(session: Session, channel: ChannelRow, now: datetime) -> None:
    if channel.failures:
        waiting = update(AlertRow).where(
            col(AlertRow.channel) == channel.id, col(AlertRow.state) == "waiting", col(AlertRow.tries) > 0
        )
        session.connection().execute(waiting.values(next_at=now))
    channel.failures, channel.not_before, channel.reason = 0, None, ""


def _rest(session: Session, channel: ChannelRow, delivery: Delivery) -> None:
    channel.failures += 1
    channel.reason = delivery.error
    asked = timedelta(seconds=delivery.retry_after_s or 0)
    rest = min(delivery.next_at - delivery.at, REST) if delivery.next_at else REST
    channel.not_before = delivery.at + max(rest, min(asked, timedelta(days=1)))
    late = update(AlertRow).where(
        col(AlertRow.channel) == channel.id,
        col(AlertRow.state) == "waiting",
        col(AlertRow.due_at) < delivery.at - GIVEN_UP,
    )
    session.connection().execute(late.values(state="dead", next_at=None))


def _open(row: ChannelRow | None, now: datetime, worker: str) -> bool:
    if row is None:
        return True
    held = row.leased_until is not None and row.leased_until > now and row.worker != worker
    resting = row.not_before is not None and row.not_before > now
    paused = row.paused_until is not None and row.paused_until > now
    return not (row.shut_at or held or resting or paused)


def _write(session: Session, routing: Routing, now: datetime) -> None:
    insert_new(session, AlertRow, [_row(alert) for alert in routing.alerts])
    verdicts = [
        {
            "subscription": verdict.subscription,
            "change": verdict.change,
            "told": verdict.told,
            "reason": verdict.reason,
            "alert": verdict.alert,
            "at": now,
        }
        for verdict in routing.verdicts
    ]
    put_all(session, VerdictRow, ("subscription", "change"), verdicts)
    heard = [{"subscription": who, "series": series, "heard": last} for (who, series), last in routing.heard.items()]
    put_all(session, HeardRow, ("subscription", "series"), heard)
    _grow(session, routing.grown)


def _grow(session: Session, grown: Iterable[tuple[str, Change]]) -> None:
    """Give alerts that nobody has seen yet the sources of today: ten copies become one message with a count."""
    for alert_id, change in grown:
        waiting = select(AlertRow).where(AlertRow.id == alert_id, AlertRow.state == "waiting")
        row = session.exec(waiting.where(AlertRow.tries == 0)).first()
        if row is not None and row.alert.changes != (change,):
            row.alert = replace(row.alert, changes=(change,))


def _sent(session: Session, audience: Audience, now: datetime) -> dict[str, int]:
    """Return how many alerts were made within the hour to leave at once, for the subscriptions that have a rate."""
    rated = [subscription.id for subscription in audience.subscriptions if audience.rate_of(subscription) is not None]
    if not rated:
        return {}
    made = (
        select(AlertRow.subscription, func.count())
        .where(col(AlertRow.subscription).in_(rated), col(AlertRow.made_at) > now - HOUR)
        .where(col(AlertRow.batch).not_like("%:rate:%"))
        .group_by(AlertRow.subscription)
    )
    return dict(session.exec(made).all())


def _row(alert: Alert) -> dict[str, object]:
    return {
        "id": alert.id,
        "subscription": alert.subscription,
        "channel": alert.channel,
        "series": alert.series,
        "batch": alert.batch,
        "type": alert.type,
        "made_at": alert.made_at,
        "due_at": alert.due_at,
        "state": "waiting",
        "next_at": alert.due_at,
        "tries": 0,
        "alert": alert,
    }


def _tried(delivery: Delivery) -> dict[str, object]:
    return {
        "alert": delivery.alert,
        "attempt": delivery.attempt,
        "channel": delivery.channel,
        "at": delivery.at,
        "outcome": delivery.outcome,
        "code": delivery.code,
        "error": delivery.error,
        "next_at": delivery.next_at,
        "retry_after_s": delivery.retry_after_s,
        "took_ms": delivery.took_ms,
    }
