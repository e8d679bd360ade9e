"""When an alert leaves: at once, after a wait or the quiet hours, with the digest, or when the rate allows. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from monitor.model import KST

if TYPE_CHECKING:
    from monitor.model import Subscription

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Time:
    """When to send, with which others as one message ('' alone), and why not at once ('')."""

    due_at: datetime
    batch: str = ""
    held: str = ""


def time_of(
    subscription: Subscription, now: datetime, sent: int, rate: int | None = None, *, urgent: bool = False
) -> Time:
    """
    Return when an alert made at *now* leaves, *sent* others of its subscription having been made within the last hour.

    *rate* is how many may leave within an hour, None for all.

    What waits for one reason until one moment leaves as one message. *urgent* is for the monitor's own troubles, which
    wait for no digest.
    """
    if subscription.digest != "immediate" and not urgent:
        due = next_digest(subscription, now)
        return Time(due, f"{subscription.digest}:{due.isoformat()}", f"in the {subscription.digest} digest")
    due, batch, held = now + timedelta(minutes=subscription.wait_minutes), "", ""
    if subscription.wait_minutes:
        held = f"after a wait of {subscription.wait_minutes} min"
    if rate is not None and sent >= rate:
        due = max(due, (now + HOUR).replace(minute=0, second=0, microsecond=0))
        batch, held = f"rate:{due.isoformat()}", f"in a summary: more than {rate} alerts an hour"
    awake = end_of_quiet(subscription.quiet, due)
    if awake > due:
        return Time(awake, f"quiet:{awake.isoformat()}", "after the quiet hours")
    return Time(due, batch, held)


def end_of_quiet(quiet: tuple[int, int] | None, moment: datetime) -> datetime:
    """Return *moment*, or the end of the quiet hours in which it lies. Hours are Korean; (22, 7) wraps midnight."""
    if quiet is None or quiet[0] == quiet[1]:
        return moment
    start, end = quiet
    local = moment.astimezone(KST)
    inside = start <= local.hour < end if start < end else local.hour >= start or local.hour < end
    if not inside:
        return moment
    awake = local.replace(hour=end % 24, minute=0, second=0, microsecond=0)
    return (awake if awake > local else awake + DAY).astimezone(moment.tzinfo)


def next_digest(subscription: Subscription, now: datetime) -> datetime:
    """Return when the digest after *now* leaves: the next full hour, the digest hour, or that of its weekday."""
    if subscription.digest == "hourly":
        return (now + HOUR).replace(minute=0, second=0, microsecond=0)
    local = now.astimezone(KST)
    due = local.replace(hour=subscription.digest_hour, minute=0, second=0, microsecond=0)
    if due <= local:
        due += DAY
    if subscription.digest == "weekly":
        due += DAY * ((subscription.digest_weekday - due.weekday()) % 7)
    return due.astimezone(now.tzinfo)
