"""
All series of one bucket: which of them a figure could be of, by its name, its scope, its number.

A nameless plan meets the name under which it is delivered here; `placing` chooses among what is found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from monitor.ledger.series import ESTIMATED, Series, same_number
from monitor.ledger.subjects import NAMELESS, is_known, key_of, line_of, name_key, same_name
from monitor.ledger.windows import days_between

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from monitor.ledger.intervals import Amount
    from monitor.ledger.series import Item
    from monitor.model import Notice

OF_A_TIME = {"revenue", "investment", "funding"}
OF_THE_WHOLE = {"yearly", "run-rate", "cumulative"}  # scopes that outlets mix up when they tell one sum
LOOSELY = 14  # days in which one firm has no two of the very same number that differ by such a word alone
UNTIMED = {"", "registered"}  # users of no week or month
PAID = "paid"  # users who pay: never all of them
Place = tuple[str, str, bool]  # key, scope, estimated


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
        return [one for one in self._namesakes(item) if _is_told_by(one, item)]

    def _namesakes(self, item: Item) -> list[Series]:
        place = _place(item.key, item)
        known = self.by_key.get(self._home_of(place, item))
        if known is None:
            known = self._in_the_one_scope(place, item)
        if known is None and item.key != NAMELESS:
            namesakes = self.by_ending.get(_ending(item.figure.subject), ())
            like = next(
                (one for one in namesakes if self._fits(one, item) and _is_namesake(one, item)),
                None,
            )
            if like is not None:
                first = (like.keys[0], like.scope, item.estimated)
                self.spellings[place] = self.spellings.get(first, first)
                return self.by_key[self.spellings[place]]
        return known or []

    def _home_of(self, place: Place, item: Item) -> Place:
        """Return under which place *place* is kept: not under another scope where the article tells the two apart."""
        home = self.spellings.get(place, place)
        return place if item.apart and home[1] != place[1] else home

    def nameless(self, item: Item) -> list[Series]:
        """Return the series without a name that *item* could be of."""
        return [one for one in self.by_key.get(_place(NAMELESS, item), ()) if _is_told_by(one, item)]

    def named(self, item: Item) -> list[Series]:
        """Return the series with a name that *item* could be of, the youngest first."""
        return [one for one in reversed(self._like(item)) if not one.nameless and _is_told_by(one, item)]

    def stands_elsewhere(self, series: Series | None, item: Item) -> bool:
        """Tell whether the number stands for another thing than *series*."""
        return any(one is not series and one.head_that_agrees(item) for one in self.series)

    def tells_over(self, item: Item) -> bool:
        """Tell whether *item*'s article tells over what stands here, its number among it, of another thing and time."""
        told = [
            (one, head) for one in self.series for head in one.heads if head.line.report.article != item.report.article
        ]
        another = any(
            item.key not in one.keys and item.window == head.window and same_number(item.amount, head.amount)
            for one, head in told
        )
        return another and any(same_number(amount, head.amount) for amount in item.along for _, head in told)

    def leaves_out_the_name(self, item: Item) -> bool:
        """Tell whether an older article told *item*'s sum of a thing with a name; *item* has neither name nor time."""
        if self.metric != "investment" or item.key != NAMELESS or item.window is not None or item.estimated:
            return False
        facts = ((one, one.fact) for one in self.series if not one.nameless and one.track != ESTIMATED)
        return any(fact and fact.said_by(item) and fact.line.report.article != item.report.article for _, fact in facts)

    def tells_a_part(self, item: Item) -> bool:
        """Tell whether the number stands for a part of the same thing, or for all of it: outlets leave out which."""
        words = set(item.figure.scope.split())
        return any(
            item.key in one.keys and _is_a_part_of(words ^ set(one.scope.split())) and one.says_the_number_of(item)
            for one in self.series
            if one.track != ESTIMATED
        )

    def whole_of(self, item: Item) -> Amount | None:
        """Return what stands for all of which *item* is a phase or a part, in its unit; None for no part."""
        words = item.figure.scope.split()
        rest = " ".join(word for word in words if word != "part" and not word.startswith("phase:"))
        wholes = self.by_key.get((item.key, rest, item.estimated), ()) if rest != item.figure.scope else ()
        standing = (head.amount for one in wholes for head in one.heads if item.seen_in(head.amount.unit))
        return max(standing, key=lambda amount: amount.nominal or 0, default=None)

    def of_one_year(self, item: Item) -> Series | None:
        """Return the series that gives the very sum for the very year: 한 해 예산 366억 and 올해 366억 are one."""
        year = [one for one in self.for_one_year(item) if one.says_the_number_of(item)]
        return next(iter(year), None)

    def for_one_year(self, item: Item) -> list[Series]:
        """Return the series of sums for the very year of *item*, whether they say that it is that of a year or not."""
        if item.window is None or not set(item.figure.scope.split()) <= OF_THE_WHOLE:
            return []
        scopes = ("", "yearly") if item.figure.scope != "yearly" else ("",)
        like = [one for scope in scopes for one in self.by_key.get((item.key, scope, item.estimated), ())]
        return [one for one in like if any(head.window == item.window for head in one.heads)]

    def of_another_scope(self, item: Item) -> list[Series]:
        """Return the series of the same thing under a scope that outlets leave out: a sum of one year, said or not."""
        if self.metric not in OF_A_TIME or not set(item.figure.scope.split()) <= OF_THE_WHOLE:
            return []
        own = _place(item.key, item)
        places = (p for p in self.by_key if (p[0], p[2]) == (own[0], own[2]) and p != own)
        return [one for place in places if set(place[1].split()) <= OF_THE_WHOLE for one in self.by_key[place]]

    def announces(self, series: Series, item: Item) -> bool:
        """Tell whether the number of an estimate stands announced: the very number, of models a rounded one."""
        if series.track == ESTIMATED:
            return False
        head = series.head_that_agrees(item) if self.metric == "parameters" else None
        rounded = head is not None and head.amount.bound not in {"least", "order"}
        return series.says_the_number_of(item) or rounded

    def found(self, item: Item, track: str) -> Series:
        """Add and return a new series that begins with *item*."""
        place = _place(item.key, item)
        namesakes = self.by_key.setdefault(self._home_of(place, item), [])
        partner = "" if self.bucket.startswith(f"{item.figure.company}|") else item.figure.company
        name = "/".join(part for part in (self.bucket, item.key or "-", item.figure.scope, track, partner) if part)
        if namesakes or (item.key == NAMELESS and item.window):
            name += f"#{item.window.last if item.window else item.day}"
        while name in self.ids:
            name += "+"
        self.ids.add(name)
        subject = item.figure.subject if item.key else None
        names = [subject] if subject else []
        series = Series(name, [item.figure.company], subject, item.figure.scope, track, [item.key], names, item.day)
        namesakes.append(series)
        self.series.append(series)
        self._index(series)
        return series

    @staticmethod
    def join(series: Series, item: Item) -> None:
        """Let a partner that says the same of a joint thing speak for the series from now on."""
        if item.figure.company not in series.companies:
            series.companies.append(item.figure.company)

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
            told = series.track != ESTIMATED and notice.company in series.companies
            if told and key and (key in series.keys or _same_name(series, notice.subject)):
                yield series

    def _in_the_one_scope(self, place: Place, item: Item) -> list[Series] | None:
        """
        Return the series under another scope: the only one there is when none is said, the plain one when one is.

        Users are weekly ones wherever an outlet leaves that out; money must be the very sum, or one that its own
        article rounds.
        """
        key, scope, estimated = place
        if self.metric in OF_A_TIME and (sloppy := self._told_loosely(place, item)):
            return sloppy
        if self.metric == "users" and not scope and (told := self._told_of_one(place, item)):
            return told
        others = [
            o for o in self.by_key if (o[0], o[2]) == (key, estimated) and self.by_key[o] and _may_be_left_out(o[1])
        ]
        if len(others) > 1 and self.metric == "users" and scope in UNTIMED:
            others = [other for other in others if other[1] in UNTIMED]
        if len(others) != 1 or not _may_be_left_out(scope) or (scope and others[0][1]):
            return None
        found = self.by_key[others[0]]
        if self.metric == "users":
            if item.apart:
                return None
            self.spellings[place] = others[0]
            return found
        return [one for one in found if one.says_the_number_of(item) or one.is_rounded_by(item)] or None

    def _told_of_one(self, place: Place, item: Item) -> list[Series]:
        """Return the series that knows the number, where an outlet leaves out of whom: of weekly users, of payers."""
        namesakes = (self.by_key[other] for other in self.by_key if (other[0], other[2]) == (place[0], place[2]))
        return [one for series in namesakes for one in series if one.says_the_number_of(item) or one.knows(item)]

    def _told_loosely(self, place: Place, item: Item) -> list[Series]:
        """Return the series of the very number, these days under another word (연매출 for ARR), guessed at any time."""
        if not set(place[1].split()) <= OF_THE_WHOLE:
            return []
        namesakes = (self.by_key[other] for other in self.by_key if (other[0], other[2]) == (place[0], place[2]))
        return [
            one
            for series in namesakes
            for one in series
            if set(one.scope.split()) <= OF_THE_WHOLE
            and one.says_the_number_of(item)
            and (item.estimated or any(days_between(head.day, item.day) <= LOOSELY for head in one.heads))
        ]

    def _index(self, series: Series) -> None:
        """Keep a named series under the end of its name: two names of one thing end alike."""
        if series.subject is not None:
            self.by_ending.setdefault(_ending(series.subject), []).append(series)

    def _fits(self, series: Series, item: Item) -> bool:
        scopes = series.scope, item.figure.scope
        same = scopes[0] == scopes[1] or (
            self.metric == "users" and "" in scopes and PAID not in scopes and not item.apart
        )
        return same and (series.track == ESTIMATED) == item.estimated

    def _like(self, item: Item) -> list[Series]:
        return [one for one in self.series if self._fits(one, item)]


def _is_namesake(series: Series, item: Item) -> bool:
    """Tell whether both are of one thing by their names: two that the catalogue tells apart are two."""
    two = is_known(series.keys[-1]) and is_known(item.key) and line_of(series.keys[-1]) != line_of(item.key)
    return not two and _same_name(series, item.figure.subject)


def _is_told_by(series: Series, item: Item) -> bool:
    """Tell whether *series* is of *item*'s company, or of a partner that says the same of a joint thing."""
    return item.figure.company in series.companies or series.head_that_agrees(item) is not None


def _may_be_left_out(scope: str) -> bool:
    """Tell whether outlets leave this scope out: weekly, registered, yearly; never run-rate, cumulative or a phase."""
    return scope in {"", "weekly", "monthly", "daily", "registered", "yearly"}


def _ending(subject: str | None) -> str:
    return name_key(subject)[-2:]


def _is_a_part_of(apart: set[str]) -> bool:
    """Tell whether two scopes differ by no more than by which part it is."""
    return bool(apart) and all(word == "part" or word.startswith("phase:") for word in apart)


def _place(key: str, item: Item) -> Place:
    return key, item.figure.scope, item.estimated


def _same_name(series: Series, subject: str | None) -> bool:
    """Tell by the words alone; where the catalogue knows both, its ids have told already."""
    return subject is not None and any(same_name(name, subject) for name in series.names)
