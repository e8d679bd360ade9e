"""
Which figures speak of one thing: owner, subject (line and version), metric, scope. What each series has said so far.

All figures of a company and metric share a *bucket*, so that a nameless plan meets the name under which it is
delivered. Within it a figure goes to the series of its subject; estimates, next models and what is there beside a plan
make their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from monitor.ledger.intervals import Amount, agree, amount_of, gloss_of, seen_in
from monitor.ledger.subjects import NAMELESS, key_of, name_key, same_name
from monitor.ledger.windows import Window, window_of
from monitor.model import KST

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from decimal import Decimal

    from monitor.model import ChangeKind, Claim, Days, Evidence, Figure, Notice, Report

ESTIMATED = "estimated"
Place = tuple[str, str, bool]  # key, scope, estimated


def bucket_of(said: Figure) -> str:
    """Return the key under which reports are folded together: 'lg|parameters'."""
    return f"{said.company}|{said.metric}"


@dataclass(frozen=True, slots=True)
class Item:
    """
    A report made ready for comparing.

    *amounts* are what it claims, the announced currency first; *until_now* is what the same article says that it was,
    *recalls* what it tells of the past, *beside* what else it says of the subject in the same tense; *key* tells its
    subject. *astray* is a headline's number that is far from all that its own text says.
    """

    report: Report
    figure: Figure
    day: date
    key: str
    amounts: tuple[Amount, ...]
    window: Window | None
    until_now: tuple[Amount, ...] = ()
    recalls: tuple[Amount, ...] = ()
    beside: tuple[Amount, ...] = ()
    astray: bool = False

    @property
    def amount(self) -> Amount:
        """The amount in the currency that it was announced in."""
        return self.amounts[0]

    @property
    def article(self) -> tuple[str, int]:
        """One version of one article."""
        return self.report.article, self.report.version

    @property
    def estimated(self) -> bool:
        """Whether it is a guess of others."""
        return self.figure.status == ESTIMATED

    def seen_in(self, unit: str) -> Amount | None:
        """Return the amount in *unit*, None where it cannot be said in it."""
        return seen_in(unit, self.amounts, self.day)


def item_of(report: Report, figure: Figure) -> Item:
    """Return *report* with what comparing needs. What is for a time to come, or postponed, is planned in any tense."""
    day = report.published.astimezone(KST).date()
    if figure.status == "actual" and (figure.cue == "moved" or _is_to_come(figure.target, day)):
        figure = replace(figure, status="planned")
    gloss = gloss_of(figure)
    amounts = (amount_of(figure), gloss) if gloss else (amount_of(figure),)
    window = window_of(figure.target, day)
    if window is not None and window.last < day and figure.status == "planned":
        window = None  # a plan for a time gone by is history told in the future tense
    return Item(report, figure, day, key_of(figure), amounts, window)


def _is_to_come(target: Days | None, day: date) -> bool:
    """Tell whether a time lies ahead: a deadline that has not passed, a span that has not begun."""
    first, last = target or (None, None)
    return (last is not None and last > day) if first is None else first > day


@dataclass(slots=True)
class Line:
    """A change as it is being written: its sources grow while the fold goes on."""

    kind: ChangeKind
    rule: str
    before: Claim | None
    after: Claim | None
    amount: Amount
    subject: str | None
    report: Report
    said_at: datetime
    on: date | None = None
    held: str | None = None
    sources: dict[str, Evidence] = field(default_factory=dict)
    told: set[tuple[date, tuple[int, ...]]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Head:
    """
    Where a plan or a fact stands: its amount, what the log shows of it, since when, and the line that said so.

    *also* is the same in another currency, as announced or glossed: 690조원 in July is 718조원 in January for $500bn.
    """

    amount: Amount
    claim: Claim
    day: date
    window: Window | None
    line: Line
    overdue: bool = False
    also: tuple[Amount, ...] = ()

    def said_by(self, item: Item) -> tuple[Amount, Amount] | None:
        """Return what *item* says and what it says again, in one currency; None if it says otherwise."""
        for amount in (self.amount, *self.also):
            seen = item.seen_in(amount.unit)
            if seen is not None and agree(seen, amount):
                return seen, amount
        return None


@dataclass(frozen=True, slots=True)
class Pending:
    """What one outlet alone says and is held for a second one."""

    amount: Amount
    item: Item
    line: Line


@dataclass(slots=True)
class Series:
    """What has been said of one thing so far: an open plan, a fact, all that ever stood or was disputed."""

    id: str
    subject: str | None
    scope: str
    track: str
    keys: list[str]
    names: list[str]
    born: date
    plan: Head | None = None
    fact: Head | None = None
    given_up: Head | None = None
    past: list[Amount] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    by_url: dict[str, tuple[tuple[str, int], Amount]] = field(default_factory=dict)
    last: tuple[tuple[str, int], str] | None = None

    @property
    def heads(self) -> tuple[Head, ...]:
        """The open plan and the fact, as far as there are any; what was given up if there is neither."""
        live = tuple(head for head in (self.plan, self.fact) if head is not None)
        return live or ((self.given_up,) if self.given_up else ())

    @property
    def nameless(self) -> bool:
        """Whether nobody has named it yet."""
        return self.keys == [NAMELESS]

    def head_that_agrees(self, item: Item) -> Head | None:
        """Return the head that *item* says again, None if it says otherwise."""
        return next((head for head in self.heads if head.said_by(item)), None)

    def says_the_number_of(self, item: Item) -> bool:
        """Tell whether the very number of *item* stands here."""
        return any(same_number(item.seen_in(head.amount.unit), head.amount) for head in self.heads)

    def is_rounded_by(self, item: Item) -> bool:
        """Tell whether the article that spoke of it last says it once more, otherwise written."""
        return self.last is not None and self.last[0] == item.article and self.head_that_agrees(item) is not None

    def knows(self, item: Item) -> bool:
        """Tell whether *item*'s number was said of this series before, and no longer stands or never did."""
        return any((seen := item.seen_in(amount.unit)) is not None and repeats(seen, amount) for amount in self.past)


CLOSE = 50  # a number is said again when it is within a fiftieth of what was said


def repeats(new: Amount, old: Amount) -> bool:
    """Tell whether *new* is the number of *old* said again: the digits, not the intervals."""
    if new.nominal is None or old.nominal is None:
        return new.nominal is old.nominal and agree(new, old)
    return abs(new.nominal - old.nominal) * CLOSE <= abs(old.nominal)


def same_number(new: Amount | None, old: Amount) -> bool:
    """Tell whether both write the very same number."""
    return new is not None and new.nominal is not None and new.nominal == old.nominal


@dataclass(slots=True)
class Family:
    """All series of one bucket."""

    bucket: str
    metric: str
    limits: tuple[Decimal, Decimal] | None = None
    series: list[Series] = field(default_factory=list)
    by_key: dict[Place, list[Series]] = field(default_factory=dict)
    spellings: dict[Place, Place] = field(default_factory=dict)
    by_ending: dict[str, list[Series]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def peers(self, item: Item) -> list[Series]:
        """Return the series of *item*'s subject, however it is spelled, its scope said or left out."""
        place = _place(item.key, item)
        known = self.by_key.get(self.spellings.get(place, place))
        if known is None:
            known = self._in_the_one_scope(place, item)
        if known is None and item.key != NAMELESS:
            namesakes = self.by_ending.get(_ending(item.figure.subject), ())
            like = next(
                (one for one in namesakes if self._fits(one, item) and _same_name(one, item.figure.subject)), None
            )
            if like is not None:
                first = (like.keys[0], like.scope, item.estimated)
                self.spellings[place] = self.spellings.get(first, first)
                return self.by_key[self.spellings[place]]
        return known or []

    def nameless(self, item: Item) -> list[Series]:
        """Return the series without a name that *item* could be of."""
        return self.by_key.get(_place(NAMELESS, item)) or []

    def named(self, item: Item) -> list[Series]:
        """Return the series with a name that *item* could be of, the youngest first."""
        return [one for one in reversed(self._like(item)) if not one.nameless]

    def stands_elsewhere(self, series: Series | None, item: Item) -> bool:
        """Tell whether the number stands for another thing than *series*."""
        return any(one is not series and one.head_that_agrees(item) for one in self.series)

    def announces(self, series: Series, item: Item) -> bool:
        """Tell whether the number of an estimate stands announced: the very number, of models a rounded one."""
        if series.track == ESTIMATED:
            return False
        return series.says_the_number_of(item) or (
            self.metric == "parameters" and series.head_that_agrees(item) is not None
        )

    def found(self, item: Item, track: str) -> Series:
        """Add and return a new series that begins with *item*."""
        place = _place(item.key, item)
        namesakes = self.by_key.setdefault(self.spellings.get(place, place), [])
        name = "/".join(part for part in (self.bucket, item.key or "-", item.figure.scope, track) if part)
        if namesakes or (item.key == NAMELESS and item.window):
            name += f"#{item.window.last if item.window else item.day}"
        while name in self.ids:
            name += "+"
        self.ids.add(name)
        subject = item.figure.subject if item.key else None
        names = [subject] if subject else []
        series = Series(name, subject, item.figure.scope, track, [item.key], names, item.day)
        namesakes.append(series)
        self.series.append(series)
        self._index(series)
        return series

    def name(self, series: Series, item: Item) -> None:
        """Let a series carry the name that *item* gives it."""
        if item.key in series.keys or item.key == NAMELESS:
            return
        if series.nameless:
            self.by_key[_place(NAMELESS, item)].remove(series)
            series.keys.remove(NAMELESS)
        series.keys.append(item.key)
        series.subject = item.figure.subject
        series.names.extend([series.subject] if series.subject else [])
        self._index(series)
        self.by_key.setdefault(_place(item.key, item), []).append(series)

    def about(self, notice: Notice) -> Iterable[Series]:
        """Yield the announced series that a notice speaks of: those of its subject."""
        key = key_of(notice)
        for series in self.series:
            if series.track != ESTIMATED and key and (key in series.keys or _same_name(series, notice.subject)):
                yield series

    def _in_the_one_scope(self, place: Place, item: Item) -> list[Series] | None:
        """
        Return the series under another scope: the only one there is when none is said, the plain one when one is.

        Users are weekly ones wherever an outlet leaves that out; money must be the very sum, or one that its own
        article rounds.
        """
        key, scope, estimated = place
        others = [
            o for o in self.by_key if (o[0], o[2]) == (key, estimated) and self.by_key[o] and _may_be_left_out(o[1])
        ]
        if len(others) != 1 or not _may_be_left_out(scope) or (scope and others[0][1]):
            return None
        found = self.by_key[others[0]]
        if self.metric == "users":
            self.spellings[place] = others[0]
            return found
        return [one for one in found if one.says_the_number_of(item) or one.is_rounded_by(item)] or None

    def _index(self, series: Series) -> None:
        """Keep a named series under the end of its name: two names of one thing end alike."""
        if series.subject is not None:
            self.by_ending.setdefault(_ending(series.subject), []).append(series)

    def _fits(self, series: Series, item: Item) -> bool:
        scopes = series.scope, item.figure.scope
        same = scopes[0] == scopes[1] or (self.metric == "users" and "" in scopes)
        return same and (series.track == ESTIMATED) == item.estimated

    def _like(self, item: Item) -> list[Series]:
        return [one for one in self.series if self._fits(one, item)]


def _may_be_left_out(scope: str) -> bool:
    """Tell whether outlets leave this scope out: weekly, monthly, yearly; never run-rate, cumulative or a phase."""
    return scope in {"", "weekly", "monthly", "daily", "yearly"}


def _ending(subject: str | None) -> str:
    return name_key(subject)[-2:]


def _place(key: str, item: Item) -> Place:
    return key, item.figure.scope, item.estimated


def _same_name(series: Series, subject: str | None) -> bool:
    """Tell by the words alone; where the catalogue knows both, its ids have told already."""
    return subject is not None and any(same_name(name, subject) for name in series.names)
