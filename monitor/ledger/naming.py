"""Which series a figure means that names it vaguely: nameless plans and their names, numbers told under other words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.ledger.intervals import is_end_of, is_finer, ratio
from monitor.ledger.series import MODEL, MONEY, ONE_STORY, same_number
from monitor.ledger.subjects import NAMELESS, begins_alike, ends_alike, is_known, line_of, may_be_one_version
from monitor.ledger.windows import days_between, relation

if TYPE_CHECKING:
    from monitor.ledger.families import Family
    from monitor.ledger.series import Head, Item, Series

GREAT = Decimal(10) ** 11  # parameters: no firm unveils two models of that size within weeks
TELLING, TELLING_STRANGERS = 3, 2  # digits that no two models of one firm share within weeks
ROUNDED = 60  # days in which what is said to be rounded is the precise sum that was told without a name
RESPELLED = 14  # days in which one number under two names that the catalogue lacks is one model
MOST_OF_IT = Decimal("0.75")
ON_TOP = "추경"  # a supplementary budget comes on top of the year's: it is not the year's under a name
SITED = {"gpus", "power", "compute"}
NEAR_ENOUGH = (Decimal("0.5"), Decimal(2))  # what one outlet tells and another one misprints
NEAR = (Decimal(1) / 3, Decimal(3))  # a model delivered at less than a third of its plan is another model


def vaguely_named(family: Family, item: Item, peers: list[Series]) -> Series | None:
    """Return a series under another name, or none, that *item* says again or delivers."""
    if item.key == NAMELESS:
        one_year = family.for_one_year(item) if family.metric == "investment" else []
        named = family.named(item)
        return _in_the_words_of(family, named, item) or _of_the_same_story([*named, *one_year], item)
    if item.estimated or item.key.endswith(ON_TOP):
        return None
    known = any(one.heads for one in peers)
    if (family.metric in MODEL and item.figure.status == "planned") or not known:
        plan = _nameless_plan(family, item)
        if plan is not None:
            return plan
    if known:
        if family.metric in MODEL:
            return None
        return _of_the_very_number(family.named(item), item) or _whole_said_again(family, item)
    unnamed = family.nameless(item)
    return _respelled(family, item) or _of_the_very_number(unnamed, item) or _of_the_same_story(unnamed, item)


def _in_the_words_of(family: Family, others: list[Series], item: Item) -> Series | None:
    """Return the first of *others* that says *item*'s number, or did once; only models are known by rounded ones."""
    for one in others:
        if _is_named_by(family, one, item):
            return one
    return next((one for one in others if one.knows(item)), None)


def _nameless_plan(family: Family, item: Item) -> Series | None:
    """Return the plan without a name that *item* says again under one, or delivers."""
    open_plans = [one for one in family.nameless(item) if one.plan is not None]
    return next((one for one in open_plans if _is_named_by(family, one, item)), None) or next(
        (one for one in open_plans if _is_delivered_by(family, one, item)), None
    )


def _is_named_by(family: Family, series: Series, item: Item) -> bool:
    head = series.head_that_agrees(item)
    if head is None or _is_floor_far_below(head, item):
        return False
    if item.figure.cue == "settled" and family.metric in MONEY | SITED and is_finer(item.amount, head.amount):
        return True
    exchanged = item.amount.unit != head.amount.unit
    exact = same_number(item.seen_in(head.amount.unit), head.amount)
    timeless = head.amount.bound == "order" and head.amount.high is not None and head.window is None is item.window
    within = is_finer(item.amount, head.amount) and (timeless or same_time_as(series, item))
    within = (within and family.metric in MONEY) or _is_the_site(family, head, item)
    end = same_time_as(series, item) and is_end_of(item.seen_in(head.amount.unit), head.amount)
    return family.metric in MODEL or exchanged or exact or within or end or _rounds(item, head)


def _is_the_site(family: Family, head: Head, item: Item) -> bool:
    """Tell whether the power of a nameless site is said more exactly under a name, for that time: 103MW after 100MW."""
    of_its_time = bool(head.window and item.window and relation(head.window, item.window) in {"same", "narrower"})
    return family.metric == "power" and of_its_time and is_finer(item.amount, head.amount)


def _is_floor_far_below(head: Head, item: Item) -> bool:
    """Tell whether what is there has a floor that says little of a plan: 1000억 이상 today, 2000억 to come."""
    seen = item.seen_in(head.amount.unit)
    if seen is None or seen.bound != "least" or head.amount.bound != "point":
        return False
    return item.figure.status == "actual" != head.claim.status and ratio(seen, head.amount) < MOST_OF_IT


def _rounds(item: Item, head: Head) -> bool:
    """Tell whether *item* says that it rounds, and what stands is what it rounds: '2000여 장' after 2048."""
    seen = item.seen_in(head.amount.unit)
    return item.figure.qualifier == "about" and seen is not None and is_finer(head.amount, seen)


def _is_delivered_by(family: Family, series: Series, item: Item) -> bool:
    """Tell whether a new model comes in the time of the plan, at another size that can still be the plan's."""
    plan = series.plan
    if plan is None or plan.window is None or family.metric not in MODEL or item.figure.status != "actual":
        return False
    seen = item.seen_in(plan.amount.unit)
    in_time = plan.window.first <= item.day <= plan.window.last
    return (
        in_time and seen is not None and item.figure.voice == "own" and NEAR[0] <= ratio(seen, plan.amount) <= NEAR[1]
    )


def _respelled(family: Family, item: Item) -> Series | None:
    """Return a series that says *item*'s number under another name of its line, or lately under any name."""
    for one in family.named(item):
        agreeing = [head for head in one.heads if head.said_by(item)]
        exact = [head for head in agreeing if same_number(item.seen_in(head.amount.unit), head.amount)]
        if exact and (_is_of_its_line(one, item) or _is_of_its_place(family, one, item)):
            return one
        beside_it = one.last is not None and one.last[0] == item.article and family.metric != "users"
        one_great = family.metric == "parameters" and _is_great(item) and not is_known(item.key)
        if beside_it and not one_great:
            continue
        if any(_tells(family.metric, one, head, item, exact=head in exact) for head in agreeing):
            return one
    return None


def _of_the_very_number(others: list[Series], item: Item) -> Series | None:
    """
    Return the one of *others* that other articles gave the very number of these days, told in several digits, or a
    number that *item* rounds.

    In the days of one story any digits tell that what one outlet names another leaves without a name.
    """
    within = RESPELLED if _digits(item) >= TELLING else ONE_STORY
    for one in others:
        beside_it = one.last is not None and one.last[0] == item.article
        lately = any(
            days_between(head.day, item.day) <= (ROUNDED if _rounds(item, head) else within)
            for head in one.heads
            if same_number(item.seen_in(head.amount.unit), head.amount) or _rounds(item, head)
        )
        if lately and not beside_it and (one.nameless or _digits(item) >= TELLING):
            return one
    return None


def _of_the_same_story(others: list[Series], item: Item) -> Series | None:
    """Return the only one of *others* of these days that is for the very time, in one tense, at another number."""
    found = [one for one in others if any(_is_told_otherwise(head, item) for head in one.heads)]
    beside_it = any(one.last is not None and one.last[0] == item.article for one in found)
    return found[0] if len(found) == 1 and not beside_it else None


def _is_told_otherwise(head: Head, item: Item) -> bool:
    """Tell whether *head* can be the same thing under another name, of which an outlet tells another number at once."""
    said = item.figure
    if said.cue is not None or item.estimated or days_between(head.day, item.day) > ONE_STORY:
        return False
    if head.window is None or item.window is None:
        one_time = head.window is item.window and said.metric in SITED
    else:
        one_time = relation(head.window, item.window) == "same" and said.metric in SITED | {"investment"}
    seen = item.seen_in(head.amount.unit)
    comparable = seen is not None and NEAR_ENOUGH[0] <= ratio(seen, head.amount) <= NEAR_ENOUGH[1]
    return one_time and comparable and head.claim.status == said.status


def _whole_said_again(family: Family, item: Item) -> Series | None:
    """Return the nameless plan whose very number and day are told after a site: 2030년까지 300MW."""
    same = (one for one in family.nameless(item) if one.plan is not None and one.says_the_number_of(item))
    return next((one for one in same if same_time_as(one, item)), None)


def _digits(item: Item) -> int:
    """Return how many digits a number is told in."""
    nominal = item.amount.nominal
    return len(nominal.normalize().as_tuple().digits) if nominal is not None else 0


def _is_of_its_line(series: Series, item: Item) -> bool:
    """Tell whether the catalogue knows both as one line, of which one leaves out the version or a part of it."""
    return line_of(series.keys[-1]) == line_of(item.key) and may_be_one_version(series.keys[-1], item.key)


def _is_of_its_place(family: Family, series: Series, item: Item) -> bool:
    """Tell whether both are told of one place, and the catalogue does not tell them apart: 새만금, 새만금 혁신거점."""
    two = is_known(series.keys[-1]) and is_known(item.key)
    sited = family.metric in {"investment", "power"} and not two
    return sited and any(begins_alike(name, item.figure.subject or "") for name in series.names)


def _tells(metric: str, series: Series, head: Head, item: Item, *, exact: bool) -> bool:
    """Tell whether the number alone, said in these days, shows that two names are of one thing."""
    if days_between(head.day, item.day) > RESPELLED or line_of(series.keys[-1]) == line_of(item.key):
        return False
    if metric == "users":
        return exact  # a firm's service and its model are used by the same people
    known = is_known(series.keys[-1]) and is_known(item.key)
    if not known and same_time_as(series, item) and (exact or metric in MONEY):
        return True
    if metric == "parameters" and _is_great(item):
        return True
    alike = not known and any(ends_alike(name, item.figure.subject or "") for name in series.names)
    least = TELLING if known or metric not in MODEL | MONEY else TELLING_STRANGERS
    return exact and (alike or _digits(item) >= least)


def _is_great(item: Item) -> bool:
    """Tell whether it is a size of which no firm unveils two models within weeks."""
    return item.amount.nominal is not None and item.amount.nominal >= GREAT


def same_time_as(series: Series, item: Item) -> bool:
    """Tell whether the plan or fact of *series* is for the very time that *item* is for."""
    return any(head.window and item.window and relation(head.window, item.window) == "same" for head in series.heads)
