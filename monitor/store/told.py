"""What was told and what was not, for people: alerts with their tries, verdicts, channels, silences; and mending."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from monitor.model import Delivery, Silence, Verdict
from monitor.store.inserts import insert_new
from monitor.store.tables import AlertRow, ChannelRow, DeliveryRow, SilenceRow, VerdictRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from monitor.model import Alert


@dataclass(frozen=True, slots=True)
class Told:
    """An alert, where it stands, and the answer to its last try (None before the first)."""

    alert: Alert
    state: str
    tries: int
    next_at: datetime | None
    last: Delivery | None


@dataclass(frozen=True, slots=True)
class ChannelState:
    """What happened to a channel, and what waits for it."""

    id: str
    waiting: int
    delivered: int
    dead: int
    failures: int = 0
    shut_at: datetime | None = None
    paused_until: datetime | None = None
    not_before: datetime | None = None
    reason: str = ""


def find_alerts(
    session: Session, *, channel: str | None = None, state: str | None = None, limit: int = 50
) -> tuple[Told, ...]:
    """Return the latest alerts, the newest last; those that a digest took up only when asked for by state."""
    rows = select(AlertRow).order_by(col(AlertRow.pk).desc()).limit(limit)
    rows = rows.where(AlertRow.state == state) if state else rows.where(AlertRow.state != "absorbed")
    if channel:
        rows = rows.where(AlertRow.channel == channel)
    found = tuple(reversed(session.exec(rows).all()))
    last = _last_tries(session, [row.id for row in found])
    return tuple(Told(row.alert, row.state, row.tries, row.next_at, last.get(row.id)) for row in found)


def tries_of(session: Session, start: str) -> tuple[tuple[Told, tuple[Delivery, ...]], ...]:
    """Return each alert whose id begins with *start*, and every try to hand it over."""
    found = session.exec(select(AlertRow).where(col(AlertRow.id).startswith(start, autoescape=True)).limit(20)).all()
    return tuple(
        (Told(row.alert, row.state, row.tries, row.next_at, tries[-1] if tries else None), tries)
        for row in found
        for tries in (_tries(session, [row.id]),)
    )


def resend(
    session: Session, now: datetime, *, alerts: Collection[str] = (), channel: str | None = None
) -> tuple[str, ...]:
    """
    Make these alerts wait again, due now, or all dead ones of *channel*; return their ids, which stay.

    Who was given up gets another round of tries.
    """
    chosen = select(AlertRow).where(AlertRow.state != "absorbed")
    if channel is not None:
        chosen = chosen.where(AlertRow.channel == channel, AlertRow.state == "dead")
    else:
        chosen = chosen.where(col(AlertRow.id).in_(alerts))
    rows = session.exec(chosen).all()
    for row in rows:
        row.state, row.next_at, row.batch, row.due_at = "waiting", now, "", now
    _wake(session, {row.channel for row in rows})
    return tuple(row.id for row in rows)


def pause(session: Session, channel: str, until: datetime, reason: str) -> None:
    """Send nothing on *channel* before *until*; what is made meanwhile waits."""
    _row_of(session, channel)
    session.connection().execute(
        update(ChannelRow).where(col(ChannelRow.id) == channel).values(paused_until=until, reason=reason)
    )


def reopen(session: Session, channel: str, now: datetime) -> int:
    """Send on *channel* again, whether it was paused or shut; return how many alerts wait for it."""
    _row_of(session, channel)
    session.connection().execute(
        update(ChannelRow)
        .where(col(ChannelRow.id) == channel)
        .values(shut_at=None, paused_until=None, not_before=None, failures=0, reason="")
    )
    waiting = update(AlertRow).where(
        col(AlertRow.channel) == channel, col(AlertRow.state) == "waiting", col(AlertRow.tries) > 0
    )
    session.connection().execute(waiting.values(next_at=now))
    return _counts(session).get((channel, "waiting"), 0)


def channel_states(session: Session, channels: Collection[str]) -> tuple[ChannelState, ...]:
    """Return how each of *channels* stands."""
    counts = _counts(session)
    rows = {row.id: row for row in session.exec(select(ChannelRow))}
    return tuple(
        ChannelState(
            id=channel,
            waiting=counts.get((channel, "waiting"), 0),
            delivered=counts.get((channel, "delivered"), 0),
            dead=counts.get((channel, "dead"), 0),
            failures=row.failures,
            shut_at=row.shut_at,
            paused_until=row.paused_until,
            not_before=row.not_before,
            reason=row.reason,
        )
        for channel in channels
        for row in (rows.get(channel) or ChannelRow(id=channel),)
    )


def verdicts_of(session: Session, change: str) -> tuple[Verdict, ...]:
    """Return what was decided for each subscription that *change* concerned."""
    rows = session.exec(select(VerdictRow).where(VerdictRow.change == change))
    return tuple(Verdict(row.subscription, row.change, row.told, row.reason, row.alert) for row in rows)


def states_of(session: Session, alerts: Collection[str]) -> dict[str, str]:
    """Return the states of *alerts* by their ids; one that was never made is not in it."""
    return dict(session.exec(select(AlertRow.id, AlertRow.state).where(col(AlertRow.id).in_(alerts))).all())


def add_silence(session: Session, silence: Silence) -> None:
    """Keep a silence."""
    insert_new(session, SilenceRow, [{"id": silence.id, "silence": silence, "until": silence.until}])


def silences_at(session: Session, now: datetime) -> tuple[Silence, ...]:
    """Return the silences that have not ended at *now*, the first to end first."""
    rows = session.exec(select(SilenceRow).where(col(SilenceRow.until) > now).order_by(col(SilenceRow.until)))
    return tuple(row.silence for row in rows)


def end_silence(session: Session, name: str, now: datetime) -> bool:
    """End a silence at *now*; False when none of that id goes on."""
    ended = update(SilenceRow).where(col(SilenceRow.id) == name, col(SilenceRow.until) > now).values(until=now)
    return bool(session.connection().execute(ended).rowcount)


def _wake(session: Session, channels: Collection[str]) -> None:
    """Let channels that rest after failures be tried at once; those that a person paused or that shut stay so."""
    resting = update(ChannelRow).where(col(ChannelRow.id).in_(channels))
    session.connection().execute(resting.values(not_before=None))


def _row_of(session: Session, channel: str) -> None:
    insert_new(session, ChannelRow, [{"id": channel, "failures": 0, "worker": "", "reason": ""}])


def _counts(session: Session) -> dict[tuple[str, str], int]:
    counted = select(AlertRow.channel, AlertRow.state, func.count()).group_by(AlertRow.channel, AlertRow.state)
    return {(channel, state): count for channel, state, count in session.exec(counted)}


def _last_tries(session: Session, alerts: Collection[str]) -> dict[str, Delivery]:
    return {tried.alert: tried for tried in _tries(session, alerts)}


def _tries(session: Session, alerts: Collection[str]) -> tuple[Delivery, ...]:
    rows = select(DeliveryRow).where(col(DeliveryRow.alert).in_(alerts)).order_by(col(DeliveryRow.attempt))
    return tuple(
        Delivery(
            alert=row.alert,
            channel=row.channel,
            attempt=row.attempt,
            at=row.at,
            outcome=row.outcome,  # type: ignore[arg-type]  # it was a Delivery's when it was written
            code=row.code,
            error=row.error,
            next_at=row.next_at,
            retry_after_s=row.retry_after_s,
            took_ms=row.took_ms,
        )
        for row in session.exec(rows)
    )
