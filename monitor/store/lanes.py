"""
Channels as lanes: who sends on one, what is due on it, what came of each try.

An alert is ready when its time has come, it is in no batch, and no earlier one of its series waits. A channel is in one
worker's hands at a time, so that order holds however many machines send.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, bindparam, case, literal_column, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from monitor.ledger.alerts import alert_id
from monitor.store.columns import Instant
from monitor.store.inserts import insert_new
from monitor.store.tables import AlertRow, ChannelRow, DeliveryRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from monitor.model import Alert, Change, Delivery

LEASE = timedelta(seconds=60)  # longer than one try may take
REST = timedelta(minutes=30)  # at most so long a dead receiver keeps the alerts that have not been tried waiting
GIVEN_UP = timedelta(days=4)  # longer than the whole schedule
WAITING = col(AlertRow.state) == literal_column("'waiting'")  # written out: a bound value uses no partial index
ALONE = col(AlertRow.batch) == literal_column("''")
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
    histories: tuple[tuple[Change, ...], ...] = ()  # of a digest's series, for its picture


@dataclass(frozen=True, slots=True)
class Leased:
    """A channel in one worker's hands, and how often in a row it did not answer."""

    channel: str
    failures: int


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
    due = select(AlertRow).where(AlertRow.channel == channel, *ready(now)).limit(limit)
    due = due.order_by(col(AlertRow.next_at), col(AlertRow.pk))
    return tuple(Waiting(row.alert, row.tries + 1) for row in session.exec(due))


def settle(session: Session, made: Sequence[Delivery], worker: str) -> None:
    """
    Write what came of tries on one channel, and what they say of it.

    An answer after a silence brings all that waits forward to now. 410 shuts the channel; its alerts stay and wait.
    """
    if not made:
        return
    insert_new(session, DeliveryRow, [_tried(delivery) for delivery in made])
    session.connection().execute(SETTLED, [_settled(delivery) for delivery in made])
    _arrived_after_all(session, [delivery for delivery in made if delivery.outcome == "delivered"])
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


def _arrived_after_all(session: Session, made: Sequence[Delivery]) -> None:
    """Mark what was cancelled on its way and arrived; if it was taken back meanwhile, its receiver must hear so."""
    at = {delivery.alert: delivery.at for delivery in made}
    slipped = select(AlertRow).where(col(AlertRow.id).in_(at), AlertRow.state == "cancelled")
    for row in session.exec(slipped).all():
        row.state = "delivered"
        ids = [alert_id(row.subscription, change.id, "retracted") for change in row.alert.changes]
        asleep = select(AlertRow).where(col(AlertRow.id).in_(ids), AlertRow.state == "cancelled", AlertRow.tries == 0)
        for other in session.exec(asleep):
            other.state, other.next_at = "waiting", at[row.id]


def _settled(delivery: Delivery) -> dict[str, object]:
    state = {"delivered": "delivered", "dead": "dead"}.get(delivery.outcome, "waiting")
    next_at = (delivery.next_at or delivery.at) if state == "waiting" else None
    return {"of": delivery.alert, "to": state, "then": next_at, "tried": delivery.attempt}


def ready(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """
    Return what makes an alert ready: due, in no batch, and no earlier one of its series waiting.

    A retraction waits for none, but those after it wait for it.
    """
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
        or_(col(AlertRow.series) == "", col(AlertRow.type) == "figure.retracted", ~in_front),
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
