"""
Why a subscription is not told of a change: gates in a fixed order, each a named predicate that gives its reason.

Pure. Thresholds are measured against the value last alerted, not the one before: ten steps of 3 % are told once they
sum up to what the subscription wants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from monitor.ledger.amounts import middle_of, ratio_between

if TYPE_CHECKING:
    from collections.abc import Callable

    from monitor.model import Change, Claim, Heard, Silence, Subscription

QUIET_KINDS = {"refined", "disputed", "overdue"}  # told only to those who name them
MEASURED = {"raised", "lowered", "refined", "corrected", "disputed"}  # the others are news whatever the amount
RETURNS = {"raised", "lowered", "rescheduled"}  # a correction back to the old value is told: people hold the wrong one
HELD = "held for review: "
FLAPPING = timedelta(days=1)
STILL_NEWS = timedelta(
    days=3
)  # how long after it was found a change may still be told, when a second voice confirms it


@dataclass(frozen=True, slots=True)
class Question:
    """One change put to one subscription; *was_held* when it waited for a person the last time."""

    change: Change
    subscription: Subscription
    heard: Heard | None
    silences: tuple[Silence, ...]
    now: datetime
    was_held: bool = False


def not_concerned(subscription: Subscription, change: Change) -> str | None:
    """Say why *change* is nothing that *subscription* is about, None when it is."""
    if not subscription.enabled:
        return "the subscription is disabled"
    if subscription.companies and change.company not in subscription.companies:
        return f"wants {', '.join(subscription.companies)}, not {change.company}"
    if subscription.metrics and change.metric not in subscription.metrics:
        return f"wants {', '.join(subscription.metrics)}, not {change.metric}"
    if subscription.subjects and not _about(subscription.subjects, change):
        return f"wants {', '.join(subscription.subjects)}, not {change.subject or 'a nameless thing'}"
    return None


def _about(subjects: tuple[str, ...], change: Change) -> bool:
    """Tell whether the change's subject belongs to one of these lines: '엑사원' (EXAONE) wants '엑사원 4.0' too."""
    said = (change.subject or "").casefold()
    return any(said.startswith(subject.rpartition("/")[2].casefold()) for subject in subjects if said)


def why_not(question: Question) -> str | None:
    """Return the first reason for which a subscription is not told, None when it is."""
    return next((reason for gate in GATES if (reason := gate(question))), None)


def _kind_unwanted(question: Question) -> str | None:
    kind, wanted = question.change.kind, question.subscription.kinds
    if wanted:
        named = {kind, f"figure.{kind}"} & set(wanted)
        return None if named else f"wants {', '.join(wanted)}, not {kind}"
    return f"{kind} is told only to those who name it" if kind in QUIET_KINDS else None


def _is_reread(question: Question) -> str | None:
    return "rereading is not news" if question.change.cause == "reread" else None


def _is_held(question: Question) -> str | None:
    held = question.change.held
    return f"{HELD}{held}" if held else None


def _is_late(question: Question) -> str | None:
    change = question.change
    if change.loud:
        return None
    late = change.kind not in QUIET_KINDS or question.now - change.said_at > STILL_NEWS
    return "no news by its own date" if late else None


def _is_old(question: Question) -> str | None:
    """Refuse a change of months ago that a recap adds an outlet to, also for those who subscribed since."""
    old = question.now - question.change.found_at > STILL_NEWS and not question.was_held
    return f"was found more than {STILL_NEWS.days} days ago" if old else None


def _lacks_voices(question: Question) -> str | None:
    least, voices = question.subscription.least_voices, question.change.voices
    return f"waits for {least} independent voices, has {voices}" if voices < least else None


def _is_flapping(question: Question) -> str | None:
    heard, change = question.heard, question.change
    if heard is None or heard.at is None or change.kind not in RETURNS or question.now - heard.at >= FLAPPING:
        return None
    back = same_target(change.after, heard.before) if change.kind == "rescheduled" else True
    returned = back and same_value(change.after, heard.before)
    return "is back at what it was before the last alert, within a day" if returned else None


def _was_told_so(question: Question) -> str | None:
    heard, change = question.heard, question.change
    if heard is None or heard.at is None or change.kind not in MEASURED:
        return None
    same = same_value(change.after, heard.claim) and same_target(change.after, heard.claim)
    return "is the value last alerted" if same else None


def _is_small(question: Question) -> str | None:
    change, subscription = question.change, question.subscription
    if change.kind not in MEASURED or change.after is None:
        return None
    base = (question.heard.claim if question.heard else None) or change.before
    ratio = ratio_between(base, change.after)
    if base is None or ratio is None:
        return None
    if abs(ratio) < subscription.least_ratio:
        return f"moved {abs(ratio):.1%} from the value last alerted, wants at least {subscription.least_ratio:.1%}"
    was, now = middle_of(base), middle_of(change.after)
    moved = abs(now - was) if was is not None and now is not None else None
    if moved is not None and moved < subscription.least_amount:
        return f"moved {moved:f} from the value last alerted, wants at least {subscription.least_amount:f}"
    return None


def _is_silenced(question: Question) -> str | None:
    for silence in question.silences:
        if covers(silence, question.change, question.subscription, question.now):
            until = silence.until.isoformat(timespec="minutes")
            return f"silenced by {silence.author} until {until}: {silence.reason}"
    return None


GATES: tuple[Callable[[Question], str | None], ...] = (
    _kind_unwanted,
    _is_reread,
    _is_held,
    _is_late,
    _is_old,
    _lacks_voices,
    _is_flapping,
    _was_told_so,
    _is_small,
    _is_silenced,
)


def covers(silence: Silence, change: Change, subscription: Subscription, now: datetime) -> bool:
    """Tell whether *silence* keeps *change* from *subscription* at *now*."""
    if now >= silence.until or (silence.since is not None and now < silence.since):
        return False
    asked = (
        (silence.subscriptions, subscription.id),
        (silence.companies, change.company),
        (silence.metrics, change.metric),
        (silence.series, change.series),
    )
    return all(not names or name in names for names, name in asked)


def same_value(one: Claim | None, other: Claim | None) -> bool:
    """Tell whether two claims give the same bounds in the same unit."""
    return (
        one is not None and other is not None and (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
    )


def same_target(one: Claim | None, other: Claim | None) -> bool:
    """Tell whether two claims are for the same time."""
    return one is not None and other is not None and one.target == other.target
