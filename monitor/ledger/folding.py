"""
The fold: reports sorted by when they were said, each held against what was said before, the change log out.

A pure function of the set of reports: order of arrival, duplicates and late arrivals leave no trace in it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol

from monitor.ledger.cases import Case, is_second_voice
from monitor.ledger.families import UNTIMED, Family
from monitor.ledger.intervals import agree, amount_of, is_difference, ratio
from monitor.ledger.limits import WIDEST
from monitor.ledger.lines import change_of
from monitor.ledger.placing import UNITS_APART, find_series, track_of
from monitor.ledger.series import MODEL, bucket_of, companies_in, item_of, same_number
from monitor.ledger.subjects import NAMELESS, key_of
from monitor.ledger.writing import give_up, hold, move, note, pass_time, write_change
from monitor.model import KST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal

    from monitor.ledger.intervals import Amount
    from monitor.ledger.series import Head, Item, Series
    from monitor.model import Change, ChangeKind, Figure, Notice, Report

    _Saying = tuple[datetime, str, Decimal | None, Decimal | None]
    Limits = Mapping[tuple[str, str], tuple[Decimal, Decimal]]

REVISING = {"raised", "lowered", "moved", "corrected", "withdrawn"}
FAR = 100  # times: '1조7000억 달러' over a text that says 15억 달러(약 1조7000억원)


class Ruling(Protocol):
    """What was decided of a case: the rule's name and its outcome."""

    @property
    def name(self) -> str:
        """The rule."""

    @property
    def outcome(self) -> ChangeKind | Literal["again", "nothing", "held"]:
        """What follows."""


def fold_with(
    rule_for: Callable[[Case], Ruling], reports: Iterable[Report], until: date | None, limits: Limits | None
) -> tuple[Change, ...]:
    """Return the change log of *reports* by the rules of *rule_for*; see `changes.fold`."""
    figures, notices = _sorted_out(reports)
    last = until.astimezone(KST).date() if isinstance(until, datetime) else until
    changes: list[Change] = []
    for bucket, members in figures.items():
        companies = companies_in(bucket, (figure for _, figure in members))
        book = _Book(rule_for, Family(bucket, bucket.rpartition("|")[2]), limits or WIDEST)
        items = _items(members)
        support = _support(items)
        told: list[Item | _Told] = [*items, *(notice for company in sorted(companies) for notice in notices[company])]
        for said in sorted(told, key=lambda one: _order(one, support)):
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
        if key not in once or (report.found_at, report.sketch) < (once[key].found_at, once[key].sketch):
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
    """Return the figures as items, each with what else its own article says."""
    articles: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for report, figure in members:
        articles[report.article, report.version].append(item_of(report, figure))
    return [_among_its_own(item, others) for others in articles.values() for item in others]


def _among_its_own(item: Item, others: list[Item]) -> Item:
    """Return *item* with what its article says that it was until now, recalls, and says beside it."""
    if not _is_current(item.figure) or len(others) == 1:
        return item
    same = [one.figure for one in others if one is not item and _one_thing(one.figure, item.figure)]
    return replace(
        item,
        until_now=tuple(amount_of(one) for one in same if one.cue == "superseded" and _is_before(one, item, others)),
        recalls=tuple(amount_of(one) for one in same if one.cue != "superseded" and one.voice == "recalled"),
        beside=tuple(amount_of(one) for one in same if _is_current(one) and one.status == item.figure.status),
        along=_along(item, others),
        step=_is_step(item, others),
        apart=_is_apart(item, others),
        astray=item.astray
        or (_is_headline(item) and _is_far_from(item, [one for one in others if not _is_headline(one)])),
    )


def _along(item: Item, others: list[Item]) -> tuple[Amount, ...]:
    """Return the other numbers of the article; none where it tells that of *item* of two things."""
    if any(one.key != item.key and same_number(one.amount, item.amount) for one in others):
        return ()
    return tuple(one.amount for one in others if not agree(one.amount, item.amount))


def _is_step(item: Item, others: list[Item]) -> bool:
    """
    Tell whether *item* is what the article's figure of the thing grew or shrank by: 100억 from 750억 to 850억.

    What has a name that neither has is a thing of its own: the extra budget, by which the year's budget grew.
    """
    same = [one for one in others if one is not item and _one_thing(one.figure, item.figure)]
    old = [one.amount for one in same if one.figure.cue == "superseded"]
    new = [one.amount for one in same if _is_current(one.figure)]
    named = item.key != NAMELESS and all(one.key != item.key for one in same)
    return not named and any(is_difference(item.amount, before, after) for before in old for after in new)


def _is_before(old: Figure, item: Item, others: list[Item]) -> bool:
    """Tell whether *old* is what *item* was until now; without a name, it is what the figure nearest to it was."""
    if key_of(old) != NAMELESS and key_of(old) == item.key:
        return True
    told = [one for one in others if _is_current(one.figure) and one.figure.start >= 0]
    current = [one.figure for one in told if not _is_step(one, others)]
    nearest = min(current, key=lambda figure: (abs(figure.start - old.start), str(figure)), default=item.figure)
    return item.figure.start < 0 or (nearest.low, nearest.high) == (item.figure.low, item.figure.high)


def _is_apart(item: Item, others: list[Item]) -> bool:
    """Tell whether the article gives the subject another value under another scope: members and monthly users."""
    figures = [one for one in others if one.key == item.key and one.figure.scope != item.figure.scope]
    if item.figure.scope in UNTIMED:
        figures = [one for one in figures if one.figure.scope not in UNTIMED]
    now = [one for one in figures if _is_current(one.figure) and one.figure.status == item.figure.status]
    return any(not agree(one.amount, item.amount) for one in now if one.amount.unit == item.amount.unit)


def _is_current(figure: Figure) -> bool:
    return figure.cue != "superseded" and figure.voice == "own"


def _one_thing(old: Figure, new: Figure) -> bool:
    keys = key_of(old), key_of(new)
    return old.scope in {"", new.scope} and (keys[0] == keys[1] or NAMELESS in keys)


def _is_headline(item: Item) -> bool:
    return item.figure.start < 0


def _is_far_from(item: Item, told: list[Item]) -> bool:
    """Tell whether *item* is a hundred times, or a hundredth of, all that its text tells, or ten times one of it."""
    seen = [(item.seen_in(one.amount.unit), one.amount) for one in told]
    times = [ratio(amount, other) for amount, other in seen if amount is not None]
    far = all(times) and all(max(t, 1 / t) >= FAR for t in times)
    return bool(times) and (
        far or any(_are_units_apart(item.figure, one.figure) for one in told if _is_current(one.figure))
    )


def _are_units_apart(one: Figure, other: Figure) -> bool:
    """Tell whether two figures write one number in two units: 9300억 (930 billion) and the end of 910억~930억."""
    ends = [(a, b) for a in (one.low, one.high) for b in (other.low, other.high) if a and b]
    return one.unit == other.unit and any(a / b in UNITS_APART for a, b in ends)


def _support(items: list[Item]) -> dict[_Saying, set[str]]:
    """Return the outlets that say one number of one thing at one time."""
    outlets: dict[_Saying, set[str]] = defaultdict(set)
    for item in items:
        outlets[_saying(item)].add(item.report.outlet)
    return outlets


def _saying(item: Item) -> _Saying:
    return item.report.published, item.key, item.figure.low, item.figure.high


def _order(said: Item | _Told, support: dict[_Saying, set[str]]) -> tuple[datetime, int, tuple[object, ...]]:
    """
    Return the place of a report: by when it was said, then by what only the reports themselves decide.

    Where outlets give the day alone, what most of them say comes first, and those that tell a revision last.
    """
    report = said.report
    place = (report.outlet, report.url, report.version, report.article)
    if isinstance(said, _Told):
        return report.published, 2, (0, *place, 0, False, said.notice.start, said.notice.end, str(said.notice))
    late = 1 if said.until_now or said.recalls or said.step or said.figure.cue in REVISING else 0
    # 60억·130억·650억: a model that comes in sizes is known by its largest
    size = -(said.amount.nominal or 0) if said.figure.metric in MODEL else 0
    headline = _is_headline(said)  # rounds; what the text says comes first
    return (
        report.published,
        late,
        (-len(support[_saying(said)]), *place, size, headline, said.figure.start, said.figure.end, str(said.figure)),
    )


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
                pass_time(series, until)
        return tuple(change for series in self._family.series for change in _changes_of(self._family, series))

    def _hear_figure(self, item: Item) -> None:
        series = find_series(self._family, item)
        if series is not None:
            self._family.join(series, item)
            pass_time(series, item.day)
        case = self._case(series, item)
        ruling = self._rule_for(case)
        if case.second is None and ruling.outcome == "held" and series is not None:
            case = replace(case, second=next((p for p in series.pending if is_second_voice(item, p)), None))
            ruling = self._rule_for(case)
        self._write(case, ruling)

    def _case(self, series: Series | None, item: Item) -> Case:
        family = self._family
        head = _head_for(series, item) if series else None
        again = head.said_by(item) if head else None
        seen, standing = (again or (item.seen_in(head.amount.unit), head.amount)) if head else (None, None)
        return Case(
            item,
            series,
            family.metric,
            head,
            seen,
            standing,
            known=head is None and any(one.knows(item) or one.head_that_agrees(item) for one in family.series),
            announced=head is None and item.estimated and any(family.announces(one, item) for one in family.series),
            elsewhere=again is None and head is not None and family.stands_elsewhere(series, item),
            retold=again is None and family.tells_over(item),
            partly=again is None and family.tells_a_part(item),
            untold=head is None and family.leaves_out_the_name(item),
            among_names=item.key == NAMELESS and any(not one.nameless for one in family.series),
            limits=self._limits.get((family.metric, item.amount.unit)),
            whole=family.whole_of(item),
        )

    def _write(self, case: Case, ruling: Ruling) -> None:
        series, item, outcome = case.series, case.item, ruling.outcome
        if outcome == "again" or outcome == "nothing":  # noqa: PLR1714 - mypy narrows by equality alone
            if series is not None:
                note(series, case, again=outcome == "again")
            return
        if series is None:
            series = self._family.found(item, track_of(self._family, item))
        if outcome == "held":
            hold(series, case, ruling.name)
            return
        self._family.name(series, item)
        write_change(series, case, outcome, ruling.name)

    def _hear_notice(self, told: _Told) -> None:
        for series in self._family.about(told.notice):
            pass_time(series, told.day)
            if series.plan is None:
                continue
            if told.notice.cue == "withdrawn":
                give_up(series, told.report, told.notice.quote, "plan_is_given_up")
            elif told.notice.cue == "moved":
                move(series, told.report, told.notice)


def _head_for(series: Series, item: Item) -> Head | None:
    """Return what *item* is held against: what it replaces or says again, what is in its own tense, or the other."""
    plan, fact = series.plan, series.fact
    if plan is None and fact is None:
        return series.given_up
    if plan is not None and item.figure.status == "planned" and any(_is_of(plan, amount) for amount in item.until_now):
        return plan
    same = series.head_that_agrees(item)
    if same is not None:
        return same
    return (plan or fact) if item.figure.status == "planned" else (fact or plan)


def _is_of(head: Head, amount: Amount) -> bool:
    return amount.unit == head.amount.unit and agree(amount, head.amount)


def _changes_of(family: Family, series: Series) -> Iterable[Change]:
    seen: dict[str, int] = defaultdict(int)
    for line in series.lines:
        yield change_of(family.metric, series, line, seen)
