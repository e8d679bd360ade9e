"""
One figure held against its series: what a rule may ask of it.

A case decides nothing; `changes.RULES` does, and `folding` writes what was decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.ledger.intervals import agree, is_finer, is_shifted, ratio
from monitor.ledger.placing import UNITS_APART, is_due, revises
from monitor.ledger.series import MODEL, ONE_STORY, same_number
from monitor.ledger.stories import is_copy
from monitor.ledger.subjects import NAMELESS
from monitor.ledger.windows import days_between, is_month, is_whole_year, relation

if TYPE_CHECKING:
    from monitor.ledger.intervals import Amount
    from monitor.ledger.series import Head, Item, Pending, Series
from monitor.ledger.windows import Relation

SURE = 0.5  # a reading of less confidence waits for a person, or for a second voice
TWICE = Decimal("1.99")  # within one story, a number that far above a floor is no other saying of it
PLAINLY_OTHER = Decimal("1.1")  # '7억 돌파' (above) becomes 8억: within 'or more', and news all the same
SAID_OTHERWISE = Decimal("1.05")  # words of growth beside 103MW after 100MW tell no revision: 5 % do
LEAP = 5
IMPOSSIBLE_LEAP = 1000  # times: a unit was lost or a wrong one taken (만 for 억)
NEARLY_OVER = 14  # days before the end of a year in which what was spent in it may be all
A_YEAR = 366  # days: what the ends of a duration and of a deadline may differ by and be one time
BUILT = 180  # days in which no data centre is built
SETTLED = 30  # days after which a finished model's number is no slip of the pen any more


@dataclass(frozen=True, slots=True)
class Case:
    """
    *item* against *series*; *head* is the plan or fact that it is held against, None where nothing stands yet.

    *seen* is what it says and *standing* what stands, in one unit. Of the whole family: *known* tells that it holds the
    number, *announced* that the very number was announced, *among_names* that the firm has models with a name,
    *elsewhere* that the number stands for another thing of the firm, *retold* that it does so and the article tells
    over more of what stands, *partly* that it stands for a part of the thing or for all of it, *untold* that it stands
    for a thing with a name, for no time. *limits* are the least and greatest value that can be. *whole* is what stands
    for all of which the item is a part. *second* is an independent voice that said it before and was held.
    """

    item: Item
    series: Series | None
    metric: str
    head: Head | None
    seen: Amount | None
    standing: Amount | None
    known: bool = False
    announced: bool = False
    among_names: bool = False
    elsewhere: bool = False
    retold: bool = False
    partly: bool = False
    untold: bool = False
    limits: tuple[Decimal, Decimal] | None = None
    whole: Amount | None = None
    second: Pending | None = None

    @property
    def cue(self) -> str:
        """What the clause says of the value itself, '' for nothing."""
        return self.item.figure.cue or ""

    @property
    def stands(self) -> bool:
        """Whether there is a figure that can be revised."""
        return self.head is not None

    @property
    def recalled(self) -> bool:
        """Whether the article tells it as history."""
        return self.item.figure.voice == "recalled" or self.cue == "superseded"

    @property
    def agrees(self) -> bool:
        """Whether it can be the standing figure said otherwise."""
        return self.seen is not None and self.standing is not None and agree(self.seen, self.standing)

    @property
    def same(self) -> bool:
        """Whether it writes the very number that stands."""
        return self.standing is not None and same_number(self.seen, self.standing)

    @property
    def times(self) -> Decimal:
        """By what the standing figure is multiplied."""
        return ratio(self.seen, self.standing) if self.standing and self.seen else Decimal(1)

    @property
    def days(self) -> int:
        """How many days ago the standing figure was announced."""
        return days_between(self.item.day, self.head.day) if self.head else 0

    @property
    def in_one_story(self) -> bool:
        """Whether outlets may still be telling the announcement that stands."""
        return self.days <= ONE_STORY

    @property
    def slipped(self) -> bool:
        """Whether it is in these days the very number under another unit, and no revision of what stands."""
        replaced = self.series is not None and revises(self.metric, self.series, self.item)
        return self.in_one_story and self.times in UNITS_APART and not replaced

    @property
    def against_plan(self) -> bool:
        """Whether it is held against a plan."""
        return self.head is not None and self.head.claim.status == "planned"

    @property
    def explained(self) -> bool:
        """
        Whether the article says that the announcer changed it: from the standing figure, or in so many words.

        In these days 'raised to 150' without 'from' tells the announcement that stands once more, with another number.
        """
        if self.series is not None and revises(self.metric, self.series, self.item):
            return True
        if self.item.until_now and self.series is not None and self._revises_history():
            return False
        if self.in_one_story and not self.item.until_now:
            return False
        return (self.cue == "raised" and self.times > 1) or (self.cue == "lowered" and self.times < 1)

    def _revises_history(self) -> bool:
        """Whether the article's 'until now' is older than what stands: another telling of a revision known already."""
        past = self.series.past if self.series else []
        return any(amount.unit == old.unit and agree(amount, old) for amount in self.item.until_now for old in past)

    @property
    def revised(self) -> bool:
        """Whether it is another figure although the intervals overlap."""
        if self.standing is None or self.seen is None or self.same:
            return False
        if self.cue == "settled" and self.finer:
            return False  # '1만5000장 선에서 1만5360장으로 구체화' (from about, made concrete)
        if self.series is not None and revises(self.metric, self.series, self.item):
            return True
        if self._is_explained_and_apart():
            return True
        if is_shifted(self.item.amount, self.standing):
            return True
        if self.cue == "settled":
            return False  # '1조원 이상' (or more) that is 1조2000억 exactly was not raised
        times = max(self.times, 1 / self.times) if self.times else self.times
        kept = self.model and not self.against_plan  # 1000억 이상 (or more) of a finished model becomes 1120억
        later = not kept and times > (TWICE if self.in_one_story else PLAINLY_OTHER)
        upward = self.standing.bound == "least" and self.times > 1
        downward = self.standing.bound == "most" and self.times < 1
        return later and (upward or downward)

    def _is_explained_and_apart(self) -> bool:
        ranges = all(one is not None and one.bound == "range" for one in (self.seen, self.standing))
        apart = self.times and max(self.times, 1 / self.times) > SAID_OTHERWISE
        return bool(self.explained and (apart or ranges) and not self._is_looser())

    def _is_looser(self) -> bool:
        """Whether it only bounds what stands: '2조 이상' after 2조9000억."""
        return self.seen is not None and self.seen.bound in {"least", "order"} and self.times < 1

    @property
    def bounded_otherwise(self) -> bool:
        """Whether it and what stands are two bounds of one kind with two numbers: 최대 300억 and 최대 400억."""
        one, other = self.seen, self.standing
        if one is None or other is None or one.bound != other.bound or one.bound not in {"least", "most"}:
            return False
        return bool(self.times) and max(self.times, 1 / self.times) > PLAINLY_OTHER

    @property
    def finer(self) -> bool:
        """Whether it says the standing figure more precisely, in its own unit."""
        if self.standing is None or self.item.amount.unit != self.standing.unit:
            return False
        return is_finer(self.item.amount, self.standing)

    @property
    def narrowed(self) -> bool:
        """Whether it is a range within the one that stands, and no word says which way it went."""
        ranges = all(one is not None and one.bound == "range" for one in (self.seen, self.standing))
        return ranges and self.finer and self.cue not in {"raised", "lowered"}

    @property
    def recap(self) -> bool:
        """Whether the number was said of this series before, and no longer stands or never did."""
        return self.series is not None and self.series.knows(self.item)

    @property
    def moved(self) -> Relation:
        """How its time lies to that of the standing plan; 'unclear' if one has none."""
        if self.head is None or self.head.window is None or self.item.window is None:
            return "unclear"
        return relation(self.head.window, self.item.window)

    @property
    def ends_as_before(self) -> bool:
        """Whether the standing plan has a deadline, and its own time is the end of that."""
        old, new = self.head.window if self.head else None, self.item.window
        return old is not None and new is not None and old.deadline and old.last == new.last and is_month(new)

    @property
    def ends_alike(self) -> bool:
        """Whether its time is a deadline on the last day of the standing one: 연내 (within the year) after 4분기."""
        old, new = self.head.window if self.head else None, self.item.window
        return old is not None and new is not None and new.deadline and new.last == old.last

    @property
    def ends_elsewhere(self) -> bool:
        """Whether the standing plan is for so many years, and its own deadline is not their end."""
        old, new = self.head.window if self.head else None, self.item.window
        told = old is not None and new is not None and old.duration and new.deadline
        return bool(told and old and new and abs(days_between(new.last, old.last)) > A_YEAR)

    @property
    def timed_at_last(self) -> bool:
        """Whether it has a time, and what stands has none and is no news of these days."""
        return self.head is not None and self.head.window is None is not self.item.window and not self.in_one_story

    @property
    def is_later(self) -> bool:
        """Whether its time begins after that of the standing plan."""
        old, new = self.head.window if self.head else None, self.item.window
        return old is not None and new is not None and new.first > old.last

    @property
    def too_early(self) -> bool:
        """
        Whether 'has' is said of what will be.

        The plan is for a time still to come, was announced in these days under this name, or nobody names the model;
        what is said to be done is never too early.
        """
        assert self.head is not None
        assert self.series is not None
        if self.cue == "done":
            return False
        if self.item.window is not None and (self.item.window.last - self.item.day).days > NEARLY_OVER:
            return True
        if self.in_one_story and self.item.key in self.series.keys and not self.for_these_days:
            return True
        if self._is_of_a_year_that_goes_on or self._is_still_being_built:
            return True
        if self.days == 0 and self.head.window is not None and self.head.window.last > self.item.day:
            return True  # announced this very day, for a time that goes on
        nobody_names_it = self.model and self.item.key == NAMELESS and self.series.nameless
        return nobody_names_it or not is_due(self.head, self.item)

    @property
    def _is_still_being_built(self) -> bool:
        """Whether the power of a site is told as there that was announced, for no time, only months ago."""
        assert self.head is not None
        return self.metric == "power" and self.head.window is None and self.days < BUILT

    @property
    def _is_of_a_year_that_goes_on(self) -> bool:
        """Whether it is a firm's outlay of a year that goes on: 720억 달러를 썼다 (spent), said in July, was not."""
        window = self.head.window if self.head else None
        yearly = self.metric == "investment" and self.item.key == NAMELESS and is_whole_year(window)
        return bool(yearly and window and (window.last - self.item.day).days > NEARLY_OVER)

    @property
    def is_bounded_only(self) -> bool:
        """Whether it gives a floor ('or more') for what stands as a number, and is not by its name what was due."""
        floor = self.seen is not None and self.seen.bound == "least"
        by_name = self.due and self.item.key != NAMELESS
        return floor and self.standing is not None and self.standing.bound == "point" and not by_name

    @property
    def for_these_days(self) -> bool:
        """Whether the standing plan is for a time close to its announcement: 이번 주 (this week), the 24th."""
        window = self.head.window if self.head else None
        return window is not None and days_between(window.last, self.item.day) <= SETTLED

    @property
    def due(self) -> bool:
        """Whether the standing plan has a time, and it has come."""
        return self.head is not None and self.head.window is not None and is_due(self.head, self.item)

    @property
    def goes_on(self) -> bool:
        """Whether the standing plan has no time, or its time is not over."""
        window = self.head.window if self.head else None
        return window is None or (window.last - self.item.day).days > NEARLY_OVER

    @property
    def bygone(self) -> bool:
        """Whether it is what was there before the standing figure was announced: 2024년 10만개로 출발한."""
        window = self.item.window
        return self.head is not None and window is not None and window.last < self.head.day

    @property
    def edited(self) -> Amount | None:
        """What an earlier version of the same page said of this series, None if there was none."""
        told = self.series.by_url.get(self.item.report.url) if self.series else None
        return told[1] if told and told[0] != self.item.article else None

    @property
    def sibling(self) -> bool:
        """Whether the same article has spoken of this series already, in the same tense."""
        return self.series is not None and self.series.last == (self.item.article, self.item.figure.status)

    @property
    def admits(self) -> bool:
        """Whether the article says what stands, too: it gives another amount beside it, and disputes nothing."""
        return any(
            self.standing is not None and one.unit == self.standing.unit and agree(one, self.standing)
            for one in self.item.beside
        )

    @property
    def beside_it(self) -> bool:
        """Whether the same article has spoken of this series already."""
        return self.series is not None and self.series.last is not None and self.series.last[0] == self.item.article

    @property
    def impossible(self) -> bool:
        """Whether the value lies outside what can be."""
        if self.limits is None:
            return False
        figure = self.item.figure
        return any(v is not None and not self.limits[0] <= v <= self.limits[1] for v in (figure.low, figure.high))

    @property
    def exceeds_its_whole(self) -> bool:
        """Whether it is a part of something, and more than all of it."""
        seen = self.item.seen_in(self.whole.unit) if self.whole else None
        return bool(self.whole and seen and ratio(seen, self.whole) > 1 and not agree(seen, self.whole))

    @property
    def model(self) -> bool:
        """Whether the metric is one that a finished model has for good."""
        return self.metric in MODEL


def is_second_voice(item: Item, pending: Pending) -> bool:
    """Tell whether another outlet, with words of its own, says what one alone said."""
    first = pending.item.report
    seen = item.seen_in(pending.amount.unit)
    if seen is None or not agree(seen, pending.amount) or first.outlet == item.report.outlet:
        return False
    return not is_copy(first.sketch, item.report.sketch)
