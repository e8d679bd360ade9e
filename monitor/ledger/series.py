"""
Which figures speak of one thing: owner, subject (line and version), metric, scope. What each series has said so far.

All figures of a company and metric share a *bucket*, so that a nameless plan meets the name under which it is
delivered. Within it a figure goes to the series of its subject; estimates, next models and what is there beside a plan
make their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.ledger.intervals import Amount, agree, amount_of, gloss_of, ratio, seen_in, width_of
from monitor.ledger.subjects import NAMELESS, key_of
from monitor.ledger.windows import Window, window_of
from monitor.model import JOINT, KST

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from monitor.model import ChangeKind, Claim, Days, Evidence, Figure, Report

MODEL = {"parameters", "active_parameters", "training_tokens", "training_data", "context_length"}
MONEY = {"investment", "funding", "contract", "revenue"}  # a stock (GPUs, users, people) has one value, money has many
BELIED = 5  # times: no rate of exchange and no rounding is so far off
ONE_STORY = 3  # days in which outlets tell one announcement
ESTIMATED = "estimated"


def bucket_of(said: Figure) -> str:
    """
    Return the key under which reports are folded together: 'lg|parameters'.

    What a partner tells of a joint thing is folded where the thing belongs: 오라클's 스타게이트 in 'openai|investment'.
    """
    return f"{home_of(said)}|{said.metric}"


def home_of(said: Figure) -> str:
    """Return the company with whose figures *said* is folded."""
    joint = (word.removeprefix(JOINT) for word in said.scope.split() if word.startswith(JOINT))
    return next(joint, said.company)


def companies_in(bucket: str, figures: Iterable[Figure]) -> frozenset[str]:
    """Return the companies that *figures* of a bucket are told of, its own among them: their notices matter there."""
    return frozenset({bucket.partition("|")[0], *(figure.company for figure in figures)})


@dataclass(frozen=True, slots=True)
class Item:
    """
    A report made ready for comparing.

    *amounts* are what it claims, the announced currency first; *until_now* is what the same article says that it was,
    *recalls* what it tells of the past, *beside* what else it says of the subject in the same tense; *key* tells its
    subject. *along* is what it tells of other things.
    *step* tells that it is only by how much the article's figure changed, *apart* that the article gives the
    subject another value under another scope. *astray* is a number that its own article belies: a headline's that is
    far from all that the text says, a sum with quite another one in the bracket behind it.
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
    along: tuple[Amount, ...] = ()
    step: bool = False
    apart: bool = False
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
    key = NAMELESS if figure.thing == home_of(figure) else key_of(figure)
    figure = replace(figure, scope=" ".join(word for word in figure.scope.split() if not word.startswith(JOINT)))
    window = window_of(figure.target, day)
    if window is not None and window.last < day and figure.status == "planned":
        window = None  # a plan for a time gone by is history told in the future tense
    return Item(report, figure, day, key, amounts, window, astray=gloss is not None and _belies(gloss, amounts[0], day))


def _belies(gloss: Amount, amount: Amount, day: date) -> bool:
    """Tell whether the bracket behind a sum says quite another one: '9100억 달러(약 130조원)' lost or gained a unit."""
    seen = seen_in(gloss.unit, (amount,), day)
    times = ratio(gloss, seen) if seen is not None else Decimal(1)
    return bool(times) and max(times, 1 / times) > BELIED


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


WON = "KRW"  # outlets write it for other money, at the rate of any day; that is compared as it was announced


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
        own = self.amount.unit != WON and any(amount.unit == self.amount.unit for amount in item.amounts)
        for amount in (self.amount, *(() if own else self.also)):
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
    """
    What has been said of one thing so far: an open plan, a fact, all that ever stood or was disputed.

    *companies* are those that it was told of: the first, whose series it is, and the partners that told the same of it.
    """

    id: str
    companies: list[str]
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
    width, before = width_of(new), width_of(old)
    finer = width is not None and before is not None and width * 2 <= before
    if finer and not agree(new, old):
        return False  # 386억 is not 380억 said again
    return abs(new.nominal - old.nominal) * CLOSE <= abs(old.nominal)


def same_number(new: Amount | None, old: Amount) -> bool:
    """Tell whether both write the very same number."""
    return new is not None and new.nominal is not None and new.nominal == old.nominal
