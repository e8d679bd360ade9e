"""What a decision does to its series: the line that is written, the sources that grow, where the series stands then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from monitor.ledger.intervals import agree, is_finer
from monitor.ledger.lines import source_of
from monitor.ledger.series import ESTIMATED, ONE_STORY, Head, Line, Pending
from monitor.ledger.windows import days_between, window_of
from monitor.model import KST, Claim

if TYPE_CHECKING:
    from monitor.ledger.cases import Case
    from monitor.ledger.series import Item, Series
    from monitor.ledger.windows import Window
    from monitor.model import ChangeKind, Notice, Report

DAY = timedelta(days=1)


def write_change(series: Series, case: Case, kind: ChangeKind, rule: str) -> None:
    """Write a change and let the series stand where it says."""
    item = case.item
    if kind == "withdrawn":
        give_up(series, item.report, item.figure.quote, rule)
        return
    before = case.head.claim if case.head else None
    line = _line(series, kind, rule, before, item)
    if case.second is not None:
        series.pending.remove(case.second)
        series.lines.remove(case.second.line)
        source_of(case.second.line.report, case.second.item.figure.quote, line)
    if kind == "disputed":
        series.past.append(case.seen or item.amount)
        _remember(series, case)
        return
    if case.head is not None and (kind == "corrected" or not case.agrees or case.revised or case.narrowed):
        series.past.append(case.head.amount)
    _stand(series, case, line)
    _remember(series, case)


def _stand(series: Series, case: Case, line: Line) -> None:
    item, head = case.item, case.head
    amount = item.amount
    same = case.agrees and not case.revised and line.kind != "corrected"
    floor = case.model and line.kind == "delivered" and amount.bound == "least"  # a round plan is there, 'or more'
    settled = head is not None and line.kind == "delivered" and (head.amount.bound, amount.bound) == ("range", "point")
    if head is not None and same and not floor and not settled and not is_finer(amount, head.amount):
        amount = head.amount  # said more coarsely, moved or delivered: the digits that are known stay known
    also = tuple(one for one in item.amounts if one.unit != amount.unit)
    new = Head(amount, _claim(item), item.day, item.window or _time_kept(head, item), line, also=also)
    if item.figure.status == "planned":
        series.plan = new
        return
    series.fact = new
    if head is series.plan:
        series.plan = None


def _time_kept(head: Head | None, item: Item) -> Window | None:
    """Return the time of a plan that is revised without a word of its time, if that is still to come."""
    planned = head is not None and head.claim.status == item.figure.status == "planned"
    return head.window if planned and head and head.window and head.window.last >= item.day else None


def note(series: Series, case: Case, *, again: bool) -> None:
    """Keep what moves nothing: one source more, or a number that is known from now on."""
    item, seen = case.item, case.seen
    _source_lines(series, item)
    if again and case.head is not None and case.agrees and not case.recalled:
        _adopt_time(series, case.head, item)
        _adopt_currency(series, item)
    elif seen is not None and not case.agrees and not series.knows(item) and not case.recalled:
        series.past.append(seen)
    _remember(series, case)


def _adopt_time(series: Series, head: Head, item: Item) -> None:
    """Let a plan that was told without its time have the one that another outlet tells in the same days."""
    bare = head is series.plan and head.window is None and item.window is not None
    if bare and item.figure.status == "planned" and days_between(head.day, item.day) <= ONE_STORY:
        series.plan = replace(head, window=item.window)


def _adopt_currency(series: Series, item: Item) -> None:
    """Let what was told in one currency be known in the other that an outlet gives for it."""
    series.plan = _in_currency_of(item, series.plan)
    series.fact = _in_currency_of(item, series.fact)


def _in_currency_of(item: Item, head: Head | None) -> Head | None:
    if head is None or not head.said_by(item):
        return head
    known = {amount.unit for amount in (head.amount, *head.also)}
    return head if item.amount.unit in known else replace(head, also=(*head.also, item.amount))


def hold(series: Series, case: Case, rule: str) -> None:
    """Keep what is doubtful in the log, once, for a person to decide or a second voice to confirm; nothing moves."""
    item = case.item
    if any(agree(seen, p.amount) for p in series.pending if (seen := item.seen_in(p.amount.unit)) is not None):
        return
    before = case.head.claim if case.head else None
    kind: ChangeKind = "first" if case.head is None else "raised" if case.times > 1 else "lowered"
    line = _line(series, kind, rule, before, item)
    line.held = rule
    series.pending.append(Pending(item.amount, item, line))


def give_up(series: Series, report: Report, quote: str, rule: str) -> None:
    """Write that the plan, or what stands, is given up."""
    head = series.plan or series.fact
    assert head is not None
    line = Line("withdrawn", rule, head.claim, None, head.amount, series.subject, report, report.published)
    source_of(report, quote, line)
    series.lines.append(line)
    series.given_up, series.plan, series.fact = head, None, None


def move(series: Series, report: Report, notice: Notice) -> None:
    """Move a plan whose figure is not said again."""
    head, day = series.plan, report.published.astimezone(KST).date()
    window = window_of(notice.target, day)
    if head is None or window is None or head.window == window:
        return
    claim = replace(head.claim, target=notice.target)
    line = Line(
        "rescheduled", "plan_is_moved", head.claim, claim, head.amount, series.subject, report, report.published
    )
    source_of(report, notice.quote, line)
    series.lines.append(line)
    series.plan = Head(head.amount, claim, day, window, line)


def pass_time(series: Series, today: date) -> None:
    """Write that a plan is overdue if its time passed before *today* and nobody reported it done."""
    head = series.plan
    if head is None or head.window is None or head.overdue or head.window.last >= today or series.track == ESTIMATED:
        return
    on = head.window.last + DAY
    at = datetime.combine(on, time.min, KST)
    line = Line(
        "overdue", "time_passed_unreported", head.claim, None, head.amount, series.subject, head.line.report, at, on
    )
    line.sources.update(head.line.sources)
    line.told.update(head.line.told)
    series.lines.append(line)
    series.plan = replace(head, overdue=True)


def _line(series: Series, kind: ChangeKind, rule: str, before: Claim | None, item: Item) -> Line:
    said = item.figure.said_on if kind == "first" and item.figure.voice == "recalled" else None
    said_at = datetime.combine(said, time.min, KST) if said and said < item.day else item.report.published
    line = Line(kind, rule, before, _claim(item), item.amount, series.subject, item.report, said_at)
    source_of(item.report, item.figure.quote, line)
    series.lines.append(line)
    return line


def _source_lines(series: Series, item: Item) -> None:
    """Add the outlet to the lines of this story that say what it says, and to the one that stands."""
    told = [head.line for head in series.heads]
    for line in reversed(series.lines):
        if days_between(item.day, line.report.published.astimezone(KST).date()) > ONE_STORY:
            break
        if line.kind != "overdue" and all(line is not one for one in told):
            told.append(line)
    for line in told:
        seen = item.seen_in(line.amount.unit)
        if seen is not None and agree(seen, line.amount):
            source_of(item.report, item.figure.quote, line)


def _remember(series: Series, case: Case) -> None:
    item = case.item
    if not case.recalled:
        series.last = item.article, item.figure.status
        series.by_url[item.report.url] = item.article, case.seen or item.amount


def _claim(item: Item) -> Claim:
    figure = item.figure
    return Claim(figure.low, figure.high, figure.unit, figure.qualifier, figure.status, figure.target)
