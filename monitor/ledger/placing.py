"""
To which series a figure belongs: that of its subject, a nameless plan that it delivers, or one that it names vaguely.

Money is spent, raised and granted many times, a model is built once: what may be a revision differs by metric.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.ledger.intervals import agree, ratio
from monitor.ledger.naming import same_time_as, vaguely_named
from monitor.ledger.rounds import closes_round
from monitor.ledger.series import ESTIMATED, MODEL, MONEY, ONE_STORY
from monitor.ledger.subjects import NAMELESS
from monitor.ledger.windows import days_between, is_period, is_whole_year, relation

if TYPE_CHECKING:
    from monitor.ledger.families import Family
    from monitor.ledger.intervals import Amount
    from monitor.ledger.series import Head, Item, Series

BELOW = Decimal("0.9")  # of a cap: what is expected is less by more than rounding
RUN_RATE = "run-rate"  # sales as of now, by the year: one value at a time
COMPARABLE = 2
OPEN_ROUND = 90  # days in which a firm that raises money plans no second round beside the first
WIDENED = {"context_length", "training_tokens", "training_data"}  # what grows of a model that is there, never its size
NEXT, NOW, STAGE = "next", "now", "stage"


def find_series(family: Family, item: Item) -> Series | None:
    """Return the series that *item* speaks of, None where it begins one of its own."""
    peers = family.peers(item)
    if family.metric in MODEL:
        widened = family.metric in WIDENED
        peers = [one for one in peers if not _is_to_follow(one, item) or (widened and _replaces(one, item))]
    if family.metric in MONEY:
        peers = [one for one in peers if not _is_of_another_account(one, item)]
    found = (
        _of_which_it_is_a_bound(peers, item)
        or _that_agrees(peers, item)
        or (family.of_one_year(item) if family.metric == "investment" else None)
        or _told_by_this_page(peers, item)
        or next((one for one in peers if revises(family.metric, one, item)), None)
        or next((one for one in family.of_another_scope(item) if _replaces(one, item)), None)
        or vaguely_named(family, item, peers)
        or next((one for one in _otherwise_named(family, item) if _replaces(one, item)), None)
        or _that_knew(peers, item)
        or (None if _is_another_stage(peers, item) else _that_may_be_revised(family.metric, peers, item))
    )
    return None if found and family.metric in MONEY and _is_of_another_account(found, item) else found


def _is_of_another_account(series: Series, item: Item) -> bool:
    """Tell whether both are sums of whole years, and not of one: 1조원 of 2025 and 1조원 of 2026 are two."""
    year = item.window
    if year is None or not is_whole_year(year) or item.figure.status != "planned" or item.figure.cue == "moved":
        return False
    windows = [head.window for head in series.heads]
    return bool(windows) and all(w and is_whole_year(w) and relation(w, year) == "apart" for w in windows)


def track_of(family: Family, item: Item) -> str:
    """Return the track of a new series for *item*: '' unless its subject has one that it cannot revise."""
    if item.estimated:
        return ESTIMATED
    peers = family.peers(item)
    if item.key == NAMELESS or not peers:
        return ""
    if _is_another_stage(peers, item):
        return STAGE
    return NEXT if item.figure.status == "planned" else NOW


def is_due(head: Head, item: Item) -> bool:
    """Tell whether the time that a plan is for has come when *item* is said; a plan without a time is always due."""
    if head.window is None:
        return True
    return item.day >= (head.window.last if head.window.duration else head.window.first)


def _of_which_it_is_a_bound(peers: list[Series], item: Item) -> Series | None:
    """Return the series that '7000명 이상' (or more) replaces, whatever greater sums it could be as well."""
    if item.amount.bound not in {"least", "most"}:
        return None
    return next((one for one in peers if _replaces(one, item)), None)


def _that_agrees(peers: list[Series], item: Item) -> Series | None:
    found = [one for one in peers if one.head_that_agrees(item) and not _only_seems_to_agree(one, item)]
    if item.figure.metric == "investment":
        found = [one for one in found if not _is_over(one, item)]
    if not any(same_time_as(one, item) for one in found) and any(_of_that_year(one, item) for one in peers):
        found = [one for one in found if not _of_another_year(one, item)]
    return max(found, key=lambda one: (one.says_the_number_of(item), same_time_as(one, item)), default=None)


def _is_over(series: Series, item: Item) -> bool:
    """Tell whether the money was spent in a time that ends before that for which *item* is planned begins."""
    fact, ahead = series.fact, item.window
    if series.plan is not None or fact is None or ahead is None:
        return False
    spent_by = fact.window.last if fact.window else fact.day
    return item.figure.status == "planned" and spent_by < ahead.first


def _of_that_year(series: Series, item: Item) -> bool:
    """Tell whether both are for the very same year of accounts."""
    return is_period(item.window) and same_time_as(series, item)


def _of_another_year(series: Series, item: Item) -> bool:
    """Tell whether both are for years of accounts, and not for one: 1조원 of 2025 is not that of 2026."""
    return any(is_period(head.window) and not _of_that_year(series, item) for head in series.heads)


def _only_seems_to_agree(series: Series, item: Item) -> bool:
    """
    Tell whether a bound or a vague word is all that makes two sums agree.

    A cap and what is expected below it, 조 단위 (trillions) of this year and 1조원 of the next, 30조 이상 a year of
    150조.
    """
    head = series.head_that_agrees(item)
    if head is None or _is_cap_beside_it(series, item):
        return head is not None
    vague = series.nameless and head.amount.bound == "order" and is_period(head.window)
    another_year = vague and is_period(item.window) and not same_time_as(series, item)
    return another_year or (item.amount.bound == "least" and _is_a_years_share(head, item))


def _is_cap_beside_it(series: Series, item: Item) -> bool:
    """Tell whether one of them is a cap (최대 6156억) and the other what is expected below it, in one story."""
    head = series.head_that_agrees(item)
    seen = item.seen_in(head.amount.unit) if head else None
    if head is None or seen is None or (head.amount.bound == "most") == (seen.bound == "most"):
        return False
    cap, value = (head.amount, seen) if head.amount.bound == "most" else (seen, head.amount)
    below = value.bound == "point" and ratio(value, cap) < BELOW
    return below and days_between(head.day, item.day) <= ONE_STORY and not _replaces(series, item)


def _is_another_stage(peers: list[Series], item: Item) -> bool:
    """
    Tell whether the same article has given another amount for another time: 올해 1만장, 2030년까지 5만장.

    What an article says in one breath to begin with 300MW and to grow to 1.3GW is two stages, too, and no rise.
    """
    if item.figure.status != "planned" or item.until_now:
        return False
    plans = [one.plan for one in peers if one.plan and one.last == (item.article, "planned")]
    if item.figure.cue == "raised":
        return any(plan.line.report.article == item.report.article for plan in plans)
    if item.figure.cue not in {None, "moved", "settled"} or item.window is None:
        return False
    return any(plan.window and plan.window.last != item.window.last for plan in plans)


def _is_to_follow(series: Series, item: Item) -> bool:
    """
    Tell whether *item* is planned and *series* is of a finished model, which keeps its size: another is to follow it.

    '현 5000억 모델을 2027년까지 2조로 확대' (to grow from 500B today to 2T) raises nothing.
    """
    finished = series.plan is None and series.fact is not None
    ahead = item.figure.status == "planned" and item.figure.voice != "recalled"
    return finished and ahead and not series.head_that_agrees(item)


def _told_by_this_page(peers: list[Series], item: Item) -> Series | None:
    """Return the series that an earlier version of the page spoke of: its figure was edited."""
    url = item.report.url
    return next((one for one in peers if url in one.by_url and one.by_url[url][0] != item.article), None)


def revises(metric: str, series: Series, item: Item) -> bool:
    """
    Tell whether the article names the series' standing figure as what it was until now.

    What it merely recalls is the old figure too, but for money: a firm recalls one envelope beside another.
    """
    return _replaces(series, item) or (metric not in MONEY and _among(series, item.recalls))


def _replaces(series: Series, item: Item) -> bool:
    """Tell whether the article says 당초, 기존, …에서 (from) of the series' standing figure."""
    return _among(series, item.until_now)


def _among(series: Series, amounts: tuple[Amount, ...]) -> bool:
    return any(_is_the_one(one, head.amount) for head in series.heads for one in amounts)


def _is_the_one(told: Amount, standing: Amount) -> bool:
    """Tell whether what an article says that it was is what stands: of two ranges, the very one."""
    if told.unit != standing.unit or not agree(told, standing):
        return False
    ranges = told.bound == standing.bound == "range"
    return not ranges or (told.low, told.high) == (standing.low, standing.high)


def _otherwise_named(family: Family, item: Item) -> list[Series]:
    return family.named(item) if item.key == NAMELESS else family.nameless(item)


def _that_knew(peers: list[Series], item: Item) -> Series | None:
    return next((one for one in peers if one.knows(item)), None)


# ── revisions ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _that_may_be_revised(metric: str, peers: list[Series], item: Item) -> Series | None:
    """Return the youngest series of the subject that *item* may revise."""
    found = [one for one in reversed(peers) if one.heads and may_revise(metric, one, item)]
    first = max(found, key=lambda one: (same_time_as(one, item), one.track == ""), default=None)
    return first or next((one for one in peers if not one.heads), None)


def may_revise(metric: str, series: Series, item: Item) -> bool:
    """Tell whether another number for the subject is a revision of this series, not a figure of another kind."""
    cue = item.figure.cue in {"raised", "lowered", "corrected", "withdrawn", "denied"}
    cue = cue or (item.figure.cue == "moved" and series.head_that_agrees(item) is not None)
    if all(item.seen_in(head.amount.unit) is None for head in series.heads):
        return False
    if cue and series.nameless and metric in MONEY and _is_for_an_account(series.heads[0], item):
        return _of_one_time(series.heads[0], item)
    if cue or item.figure.voice == "recalled" or item.estimated:
        return True
    if metric in MONEY and series.heads[0].amount.bound == "order" and not same_time_as(series, item):
        return False  # 조 단위 (trillions) for it all, and what its first part costs
    if metric in MODEL:
        return _model_may_change(series, item)
    if metric in MONEY and series.scope != RUN_RATE:
        return _money_may_change(metric, series, item)
    if _is_only_progress(metric, series, item) or _is_cap_beside_it(series, item):
        return False
    return not series.nameless or series.plan is None or _plan_may_change(series.plan, item)


def _plan_may_change(plan: Head, item: Item) -> bool:
    """Tell whether it is the firm's same goal: for the same time, or the next one after its time has passed."""
    passed = plan.window is not None and plan.window.last < item.day
    return passed or item.figure.status == "actual" or _of_one_time(plan, item)


def _model_may_change(series: Series, item: Item) -> bool:
    """Tell whether it is the same model: one that is there is not planned anew, plans for two times are two."""
    if item.figure.status == "planned":
        return series.plan is not None and (not series.nameless or _of_one_time(series.plan, item))
    plan = series.plan
    return plan is None or series.fact is not None or (plan.window is not None and is_due(plan, item))


def _money_may_change(metric: str, series: Series, item: Item) -> bool:
    """Tell whether it is the same money: not sales of another year, another round, another envelope of the firm."""
    head = series.heads[0]
    if _is_cap_beside_it(series, item) or (metric == "investment" and _is_only_progress(metric, series, item)):
        return False
    periods = is_period(head.window) and is_period(item.window)
    done = head.claim.status == item.figure.status == "actual"  # 80억 paid in April is no part of 400억 of February
    if periods and (metric == "revenue" or series.nameless or done) and not _of_one_time(head, item):
        return False
    if periods and metric == "revenue":
        # nine months are no year
        return head.window is not None and item.window is not None and relation(head.window, item.window) == "same"
    if metric == "funding" and closes_round(series, item):
        return True
    if metric == "funding" and series.plan is not None and item.figure.status == "planned":
        return days_between(series.plan.day, item.day) <= OPEN_ROUND
    if metric == "funding" and series.plan is None:
        return item.figure.status == "actual" and days_between(head.day, item.day) <= ONE_STORY
    beside_it = series.last is not None and series.last[0] == item.article
    if _is_a_years_share(head, item) and not beside_it:
        return False
    if not series.nameless:
        return True
    timed = head.window is not None and item.window is not None
    one_tense = head.claim.status == item.figure.status
    of_one_time = _of_one_time(head, item) or _renews(head, item)
    return (timed or one_tense) and of_one_time and (_is_comparable(head, item) or _is_a_slip(head, item))


def _is_for_an_account(head: Head, item: Item) -> bool:
    """Tell whether one of two timed sums is that of a year or less, which has its own; an envelope is replaced."""
    timed = head.window is not None and item.window is not None
    return timed and (is_period(head.window) or is_period(item.window))


def _renews(head: Head, item: Item) -> bool:
    """Tell whether a firm promises anew, for as many years, what it promised before: 5년간 360조, now 5년간 450조."""
    old, new = head.window, item.window
    if old is None or new is None or not (old.duration and new.duration) or item.figure.status != "planned":
        return False
    years = {round((window.last - window.first).days / 365) for window in (old, new)}
    return len(years) == 1


def _is_a_years_share(head: Head, item: Item) -> bool:
    """Tell whether it is what one year takes of a sum for several: 내년 30조원 of a fund of 150조원."""
    seen = item.seen_in(head.amount.unit)
    part = seen is not None and ratio(seen, head.amount) * COMPARABLE < 1
    return part and is_period(item.window) and not is_period(head.window) and item.figure.status == "planned"


def _is_comparable(head: Head, item: Item) -> bool:
    """Tell whether two sums without a name can be one sum told differently: a tenth of it is another."""
    seen = item.seen_in(head.amount.unit)
    return seen is not None and Decimal(1) / COMPARABLE <= ratio(seen, head.amount) <= COMPARABLE


def _is_a_slip(head: Head, item: Item) -> bool:
    """Tell whether it is the very number under another unit, within days: 9100억 of 910억."""
    seen = item.seen_in(head.amount.unit)
    return (
        seen is not None
        and item.amount.unit == head.amount.unit
        and days_between(head.day, item.day) <= ONE_STORY
        and ratio(seen, head.amount) in UNITS_APART
    )


UNITS_APART = frozenset(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))


def _of_one_time(head: Head, item: Item) -> bool:
    """Tell whether both are for one time; without a time, whether they were said in the days of one story."""
    if head.window and item.window and not (head.window.duration and item.window.duration):
        return relation(head.window, item.window) in {"same", "narrower", "wider"}
    return days_between(head.day, item.day) <= ONE_STORY


def _is_only_progress(metric: str, series: Series, item: Item) -> bool:
    """Tell whether *item* says what is there, or was spent, already, before a plan for more is due."""
    plan = series.plan
    if plan is None or series.fact is not None or item.figure.status != "actual":
        return False
    # nothing says that a goal without name and time was reached, or that all of a sum without a time was spent
    timeless = plan.window is None and (series.nameless or metric in MONEY)
    if is_due(plan, item) and not timeless:
        return False
    seen = item.seen_in(plan.amount.unit)
    return seen is not None and ratio(seen, plan.amount) < 1
