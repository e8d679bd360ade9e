"""
The outbox: alerts written in the transaction of their changes, with why and why not, held together, taken back.

What is told twice carries the same id; what is not yet told is a row that waits. How they leave is in `lanes`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, literal_column
from sqlmodel import Session, col, select

from monitor.ledger.alert_gates import HELD
from monitor.ledger.alerts import Memory, gathered, retraction, route, route_incident
from monitor.model import Heard
from monitor.store.inserts import insert_new, put, put_all
from monitor.store.lanes import WAITING, ready
from monitor.store.tables import AlertRow, ChangeRow, ChannelRow, HeardRow, SilenceRow, VerdictRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from sqlmodel.sql.expression import SelectOfScalar

    from monitor.ledger.alerts import Audience, Routing
    from monitor.model import Alert, Change, Incident

HOUR = timedelta(hours=1)
UNITED = ("figure.digest", "figure.retracted")  # these stay as they are in a crowd
BATCHED = col(AlertRow.batch) != literal_column("''")


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
    """
    Write who is told of *incident*; return the alerts.

    Who has not yet heard that a source was down need not hear that it recovered: both are dropped, so that an outage of
    the network between us and everybody makes no flood when it ends.
    """
    alerts = route_incident(incident, audience, Memory(sent=_sent(session, audience, now)), now)
    if incident.type == "source.recovered":
        unheard = _cancel_downs(session, incident)
        alerts = tuple(alert for alert in alerts if alert.subscription not in unheard)
    insert_new(session, AlertRow, [_row(alert) for alert in alerts])
    return alerts


def _cancel_downs(session: Session, incident: Incident) -> set[str]:
    """Cancel what waits untried to tell that the source of *incident* is down; return the subscriptions."""
    waiting = select(AlertRow).where(
        WAITING, AlertRow.type == "source.down", AlertRow.series == f"incident:{incident.subject}", AlertRow.tries == 0
    )
    rows = session.exec(waiting).all()
    for row in rows:
        row.state, row.next_at = "cancelled", None
    return {row.subscription for row in rows}


def add_alert(session: Session, alert: Alert) -> None:
    """Write one alert; one of the same id that is there stays as it is."""
    insert_new(session, AlertRow, [_row(alert)])


def memory_of(session: Session, changes: Sequence[Change], audience: Audience, now: datetime) -> Memory:
    """Return what was told before of these changes and their series, and how much within the last hour."""
    series = {change.series for change in changes}
    ids = [change.id for change in changes]
    heard = session.exec(select(HeardRow).where(col(HeardRow.series).in_(series)))
    decided = session.exec(select(VerdictRow).where(col(VerdictRow.change).in_(ids))).all()
    return Memory(
        heard={(row.subscription, row.series): row.heard for row in heard},
        told={(row.subscription, row.change): row.alert or "" for row in decided if row.told},
        held=frozenset((row.subscription, row.change) for row in decided if row.reason.startswith(HELD)),
        sent=_sent(session, audience, now),
    )


def drop(session: Session, changes: Collection[str]) -> int:
    """Cancel what waits untried to tell of *changes* that the log no longer implies; return how much it was."""
    rows = session.exec(_telling(changes).where(AlertRow.state == "waiting", AlertRow.tries == 0)).all()
    for row in rows:
        row.state, row.next_at = "cancelled", None
    _forget(session, rows, changes)
    return len(rows)


def retract(session: Session, change: Change, reason: str, now: datetime) -> tuple[Alert, ...]:
    """
    Take back *change* from everyone who may have got it: what never left is cancelled, the rest is retracted.

    The retraction of what may be on its way just now sleeps, cancelled itself, until `lanes.settle` sees it arrive.
    """
    drop(session, [change.id])
    rows = session.exec(_telling([change.id]).where(AlertRow.state != "cancelled")).all()
    alerts = tuple(retraction(row.alert, change, reason, now) for row in rows)
    for row in rows:
        if row.state == "waiting":  # tried, and perhaps heard
            row.state, row.next_at = "cancelled", None
    _forget(session, rows, [change.id])
    insert_new(session, AlertRow, [_row(alert) for alert in alerts])
    leaving = select(ChannelRow.id).where(col(ChannelRow.leased_until) > now)
    unsure = _telling([change.id]).where(
        AlertRow.state == "cancelled", AlertRow.tries == 0, col(AlertRow.channel).in_(leaving)
    )
    asleep = [_row(retraction(row.alert, change, reason, now)) for row in session.exec(unsure)]
    insert_new(session, AlertRow, [{**row, "state": "cancelled", "next_at": None} for row in asleep])
    return alerts


def _telling(changes: Collection[str]) -> SelectOfScalar[AlertRow]:
    """Return the query for the alerts that tell of *changes*."""
    return (
        select(AlertRow)
        .join(VerdictRow, col(VerdictRow.alert) == AlertRow.id)
        .where(col(VerdictRow.change).in_(changes))
    )


def _forget(session: Session, rows: Sequence[AlertRow], changes: Collection[str]) -> None:
    """
    Make the last thing heard, of the series of *rows*, what was told before *changes*, which are heard no more.

    Else a figure that was taken back would be what the next one is measured against.
    """
    for row in rows:
        (change,) = row.alert.changes
        earlier = (
            select(AlertRow)
            .join(VerdictRow, col(VerdictRow.alert) == AlertRow.id)
            .outerjoin(ChangeRow, col(VerdictRow.change) == ChangeRow.id)
            .where(AlertRow.subscription == row.subscription, AlertRow.series == row.series)
            .where(AlertRow.state != "cancelled", col(VerdictRow.change).not_in(changes))
            .where(col(ChangeRow.void_at).is_(None))
            .order_by(col(AlertRow.pk).desc())
            .limit(1)
        )
        last = session.exec(earlier).first()
        said = last.alert.changes[0] if last else None
        heard = Heard(said.after or said.before, last.made_at, said.before) if last and said else Heard(change.before)
        put(session, HeardRow, ("subscription", "series"), {**_key(row), "heard": heard})


def _key(row: AlertRow) -> dict[str, object]:
    return {"subscription": row.subscription, "series": row.series}


def gather(session: Session, now: datetime) -> int:
    """Make one message of each batch whose time has come; return how many messages."""
    due = select(AlertRow).where(WAITING, BATCHED, col(AlertRow.next_at) <= now)
    batches: dict[str, list[AlertRow]] = {}
    for row in sorted(session.exec(due), key=lambda row: row.pk or 0):  # an ORDER BY would walk the whole table
        batches.setdefault(row.batch, []).append(row)
    for rows in batches.values():
        if len(rows) == 1:
            rows[0].batch = ""
        else:
            _absorb(session, rows, now)
    return len(batches)


def crowd(session: Session, channel: str, now: datetime, most: int) -> None:
    """Make one message of what waits untried on a channel where people read, for each subscription with over *most*."""
    due = select(AlertRow).where(AlertRow.channel == channel, *ready(now)).where(AlertRow.tries == 0)
    alone = due.where(col(AlertRow.type).like("figure.%"), col(AlertRow.type).not_in(UNITED))
    crowds: dict[str, list[AlertRow]] = {}
    for row in sorted(session.exec(alone), key=lambda row: row.pk or 0):
        crowds.setdefault(row.subscription, []).append(row)
    for rows in crowds.values():
        if len(rows) > most:
            _absorb(session, rows, now)


def _absorb(session: Session, rows: Sequence[AlertRow], now: datetime) -> None:
    message = gathered([row.alert for row in rows], now)
    for row in rows:
        row.state, row.next_at = "absorbed", None
    insert_new(session, AlertRow, [_row(message)])


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
