"""
The fold: reports sorted by when they were said, each held against what was said before, the change log out.

A pure function of the set of reports: order of arrival, duplicates and late arrivals leave no trace in it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Protocol

from monitor.ledger.cases import Case, is_second_voice
from monitor.ledger.intervals import agree, amount_of, is_finer
from monitor.ledger.limits import WIDEST
from monitor.ledger.lines import change_of, source_of
from monitor.ledger.placing import ONE_STORY, find_series, track_of
from monitor.ledger.series import ESTIMATED, Family, Head, Line, Pending, bucket_of, item_of
from monitor.ledger.subjects import NAMELESS, key_of
from monitor.ledger.windows import days_between, window_of
from monitor.model import KST, Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal

    from monitor.ledger.series import Item, Series
    from monitor.model import Change, ChangeKind, Figure, Notice, Report

    Limits = Mapping[tuple[str, str], tuple[Decimal, Decimal]]

DAY = timedelta(days=1)
REVISING = {"raised", "lowered", "moved", "corrected", "withdrawn"}


class Ruling(Protocol):
    """What was decided of a case: the rule's name and its outcome."""

    @property
    def name(self) -> str:
        """The rule."""

    @property
    def outcome(self) -> str:
        """A kind of change, 'held', 'again' or 'nothing'."""


def fold_with(
    rule_for: Callable[[Case], Ruling], reports: Iterable[Report], until: date | None, limits: Limits | None
) -> tuple[Change, ...]:
    """Return the change log of *reports* by the rules of *rule_for*; see `changes.fold`."""
    figures, notices = _sorted_out(reports)
    last = until.astimezone(KST).date() if isinstance(until, datetime) else until
    changes: list[Change] = []
    for bucket, members in figures.items():
        company = bucket.partition("|")[0]
        book = _Book(rule_for, Family(bucket, bucket.rpartition("|")[2]), limits or WIDEST)
        told: list[Item | _Told] = [*_items(members), *notices[company]]
        for said in sorted(told, key=_order):
            book.hear(said)
        changes.extend(book.close(last))
    return tuple(sorted(changes, key=lambda c: (c.said_at, c.series, c.kind, c.id)))


@dataclass(frozen=True, slots=True)
class _Told:
    """A notice on its way through the fold."""

    report: Report
    notice: Notice
    day: date


# ── order ───────────────────────────────────────────────────────────────────────────────────────────────────────────
def _sorted_out(reports: Iterable[Report]) -> tuple[dict[str, list[tuple[Report, Figure]]], dict[str, list[_Told]]]:
    """Return the figures by bucket and the notices by company, each once, as it was first found."""
    once: dict[tuple[str, int, Figure | Notice | None], Report] = {}
    for report in reports:
        key = (report.article, report.version, report.figure or report.notice)
        if key not in once or report.found_at < once[key].found_at:
            once[key] = report
    figures: dict[str, list[tuple[Report, Figure]]] = defaultdict(list)
    notices: dict[str, list[_Told]] = defaultdict(list)
    for report in once.values():
        if report.figure is not None:
            figures[bucket_of(report.figure)].append((report, report.figure))
        elif report.notice is not None:
            day = report.published.astimezone(KST).date()
            notices[report.notice.company].append(_Told(report, report.notice, day))
    return figures, notices


def _items(members: list[tuple[Report, Figure]]) -> list[Item]:
    """Return the figures as items, each with what its own article says that it was until now."""
    old: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for report, figure in members:
        if figure.cue == "superseded" or figure.voice == "recalled":
            old[report.article, report.version].append(figure)
    items = []
    for report, figure in members:
        beside = old.get((report.article, report.version), ())
        current = figure.cue != "superseded" and figure.voice == "own"
        until_now = tuple(amount_of(one) for one in beside if current and _one_thing(one, figure))
        items.append(item_of(report, figure, until_now))
    return items


def _one_thing(old: Figure, new: Figure) -> bool:
    keys = key_of(old), key_of(new)
    return old.scope == new.scope and (keys[0] == keys[1] or NAMELESS in keys)


def _order(said: Item | _Told) -> tuple[datetime, int, tuple[object, ...]]:
    """
    Return the place of a report: by when it was said, then by what only its own words decide.

    Where outlets give the day alone, those that tell a revision come after those that tell the old figure.
    """
    report = said.report
    place = (report.outlet, report.url, report.version, report.article)
    if isinstance(said, _Told):
        return report.published, 2, (*place, said.notice.start, said.notice.end, str(said.notice))
    late = 1 if said.until_now or said.figure.cue in REVISING else 0
    return report.published, late, (*place, said.figure.start, said.figure.end, str(said.figure))


# ── one family ──────────────────────────────────────────────────────────────────────────────────────────────────────
class _Book:
    """The log of one family while it is being written."""

    def __init__(self, rule_for: Callable[[Case], Ruling], family: Family, limits: Limits) -> None:
        self._rule_for = rule_for
        self._family = family
        self._limits = limits

    def hear(self, said: Item | _Told) -> None:
        """Take the next report in order of time."""
        if isinstance(said, _Told):
            self._hear_notice(said)
        else:
            self._hear_figure(said)

    def close(self, until: date | None) -> tuple[Change, ...]:
        """Return the changes, the overdue ones up to *until* among them."""
        for series in self._family.series:
            if until is not None:
                _pass_time(series, until)
        return tuple(change for series in self._family.series for change in _changes_of(self._family, series))

    def _hear_figure(self, item: Item) -> None:
        series = find_series(self._family, item)
        if series is not None:
            _pass_time(series, item.day)
        case = self._case(series, item)
        ruling = self._rule_for(case)
        if case.second is None and ruling.outcome == "held" and series is not None:
            case = replace(case, second=next((p for p in series.pending if is_second_voice(item, p)), None))
            ruling = self._rule_for(case)
        self._write(case, ruling)

    def _case(self, series: Series | None, item: Item) -> Case:
        family = self._family
        head = _head_for(series, item) if series else None
        return Case(
            item,
            series,
            family.metric,
            head,
            item.seen_in(head.amount.unit) if head else None,
            known=head is None and any(one.knows(item) or one.head_that_agrees(item) for one in family.series),
            limits=self._limits.get((family.metric, item.amount.unit)),
        )

    def _write(self, case: Case, ruling: Ruling) -> None:
        series, item, outcome = case.series, case.item, ruling.outcome
        if outcome in {"again", "nothing"}:
            if series is not None:
                _note(series, case, again=outcome == "again")
            return
        if series is None:
            series = self._family.found(item, track_of(self._family, item))
        if outcome == "held":
            _hold(series, case, ruling.name)
            return
        self._family.name(series, item)
        _change(series, case, ruling)

    def _hear_notice(self, told: _Told) -> None:
        for series in self._family.about(told.notice):
            _pass_time(series, told.day)
            if series.plan is None:
                continue
            if told.notice.cue == "withdrawn":
                _give_up(series, told.report, "plan_is_given_up")
            elif told.notice.cue == "moved" and told.notice.target is not None:
                _move(series, told)


def _head_for(series: Series, item: Item) -> Head | None:
    """Return what *item* is held against: what it agrees with, else the plan or fact of its own tense, else the other."""
    plan, fact = series.plan, series.fact
    if plan is None and fact is None:
        return series.given_up
    same = series.head_that_agrees(item)
    if same is not None:
        return same
    return (plan or fact) if item.figure.status == "planned" else (fact or plan)


# ── what is written ─────────────────────────────────────────────────────────────────────────────────────────────────
def _change(series: Series, case: Case, ruling: Ruling) -> None:
    """Write a change and let the series stand where it says."""
    item, kind = case.item, ruling.outcome
    if kind == "withdrawn":
        _give_up(series, item.report, ruling.name, item)
        return
    before = case.head.claim if case.head else None
    line = _line(series, kind, ruling.name, before, item)
    if case.second is not None:
        series.pending.remove(case.second)
        series.lines.remove(case.second.line)
        source_of(case.second.line.report, case.second.item.figure.quote, line)
    if kind == "disputed":
        series.past.append(case.seen or item.amount)
        _remember(series, case)
        return
    if case.head is not None and not case.agrees:
        series.past.append(case.head.amount)
    _stand(series, case, line)
    _remember(series, case)


def _stand(series: Series, case: Case, line: Line) -> None:
    item, head = case.item, case.head
    amount = item.amount
    if head is not None and case.agrees and not case.revised and not is_finer(amount, head.amount):
        amount = head.amount  # said more coarsely, moved or delivered: the digits that are known stay known
    new = Head(amount, _claim(item), item.day, item.window, line)
    if item.figure.status == "planned":
        series.plan = new
        return
    series.fact = new
    if head is series.plan:
        series.plan = None


def _note(series: Series, case: Case, *, again: bool) -> None:
    """Keep what moves nothing: one source more, or a number that is known from now on."""
    item, seen = case.item, case.seen
    _source_lines(series, item)
    if again and case.head is not None and case.agrees and not case.recalled:
        _adopt_time(series, case.head, item)
    elif seen is not None and not case.agrees and not series.knows(item) and not case.recalled:
        series.past.append(seen)
    _remember(series, case)


def _adopt_time(series: Series, head: Head, item: Item) -> None:
    """Let a plan that was told without its time have the one that another outlet tells in the same days."""
    bare = head is series.plan and head.window is None and item.window is not None
    if bare and item.figure.status == "planned" and days_between(head.day, item.day) <= ONE_STORY:
        series.plan = replace(head, window=item.window)


def _hold(series: Series, case: Case, rule: str) -> None:
    item = case.item
    if any(agree(seen, p.amount) for p in series.pending if (seen := item.seen_in(p.amount.unit)) is not None):
        return
    before = case.head.claim if case.head else None
    kind = "first" if case.head is None else "raised" if case.times > 1 else "lowered"
    line = _line(series, kind, rule, before, item)
    line.held = rule
    series.pending.append(Pending(item.amount, item, line))


def _give_up(series: Series, report: Report, rule: str, item: Item | None = None) -> None:
    head = series.plan or series.fact
    if head is None:
        return
    line = Line("withdrawn", rule, head.claim, None, head.amount, series.subject, report, report.published)
    source_of(report, item.figure.quote if item else report.notice.quote if report.notice else "", line)
    series.lines.append(line)
    series.given_up, series.plan, series.fact = head, None, None


def _move(series: Series, told: _Told) -> None:
    """Move a plan whose figure is not said again."""
    head, target = series.plan, told.notice.target
    window = window_of(target, told.day)
    if head is None or window is None or head.window == window:
        return
    claim = replace(head.claim, target=target)
    line = Line(
        "rescheduled",
        "plan_is_moved",
        head.claim,
        claim,
        head.amount,
        series.subject,
        told.report,
        told.report.published,
    )
    source_of(told.report, told.notice.quote, line)
    series.lines.append(line)
    series.plan = Head(head.amount, claim, told.day, window, line)


def _pass_time(series: Series, today: date) -> None:
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


def _line(series: Series, kind: str, rule: str, before: Claim | None, item: Item) -> Line:
    said = item.figure.said_on if kind == "first" and item.figure.voice == "recalled" else None
    said_at = datetime.combine(said, time.min, KST) if said and said < item.day else item.report.published
    line = Line(_kind(kind), rule, before, _claim(item), item.amount, series.subject, item.report, said_at)
    source_of(item.report, item.figure.quote, line)
    series.lines.append(line)
    return line


def _kind(outcome: str) -> ChangeKind:
    return outcome  # type: ignore[return-value]  # outcomes that are no kinds were dealt with before


def _source_lines(series: Series, item: Item) -> None:
    """Add the outlet to the lines of this story that say what it says, and to the one that stands."""
    standing = {id(head.line) for head in series.heads}
    for line in reversed(series.lines):
        seen = item.seen_in(line.amount.unit)
        near = id(line) in standing or days_between(item.day, line.report.published.astimezone(KST).date()) <= ONE_STORY
        if near and seen is not None and agree(seen, line.amount) and line.kind != "overdue":
            source_of(item.report, item.figure.quote, line)


def _remember(series: Series, case: Case) -> None:
    item = case.item
    if not case.recalled:
        series.last = item.article, item.figure.status
        series.by_url[item.report.url] = item.article, case.seen or item.amount


def _claim(item: Item) -> Claim:
    figure = item.figure
    return Claim(figure.low, figure.high, figure.unit, figure.qualifier, figure.status, figure.target)


def _changes_of(family: Family, series: Series) -> Iterable[Change]:
    seen: dict[str, int] = defaultdict(int)
    for line in series.lines:
        yield change_of(family.bucket, series, line, seen)
