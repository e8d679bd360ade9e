"""Ledger: what articles report, what is thereby held, the lines of the change log, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from monitor.model.figures import Days, Figure, Notice, Qualifier, Status, Unit

ChangeKind = Literal[
    "first", "raised", "lowered", "refined", "rescheduled", "delivered", "disputed", "corrected", "withdrawn", "overdue"
]


@dataclass(frozen=True, slots=True)
class Report:
    """A figure (or a notice) in one version of one outlet's article: what the ledger folds."""

    article: str
    version: int
    outlet: str
    url: str
    title: str
    published: datetime
    found_at: datetime
    sketch: tuple[int, ...]  # of the text, for telling copies; see ledger.stories
    figure: Figure | None = None
    notice: Notice | None = None
    sentence: str = ""  # in which it stands, for people; empty where only the quote is at hand
    confirmed: bool = False  # a person said that it is right: no doubt holds it back


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure's value as the change log shows it."""

    low: Decimal | None
    high: Decimal | None
    unit: Unit
    qualifier: Qualifier
    status: Status
    target: Days | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a change can be read: one outlet's sentence."""

    article: str
    outlet: str
    url: str
    title: str
    sentence: str
    published: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """
    One line of the change log. *id* is a digest of what it says, the same in whichever order the articles came.

    *article* is None when the clock raised it (overdue), and *on* is then the day. *held* is the reason for which it
    waits for a person. *voices* counts independent stories; *sources* holds one Evidence an outlet, earliest first.
    """

    id: str
    kind: ChangeKind
    company: str
    subject: str | None
    metric: str
    scope: str
    series: str
    before: Claim | None
    after: Claim | None
    article: str | None
    said_at: datetime
    found_at: datetime
    rule: str
    sources: tuple[Evidence, ...] = ()
    voices: int = 1
    on: date | None = None
    loud: bool = True
    held: str | None = None
    cause: Literal["news", "reread"] = "news"


Judgement = Literal["right", "wrong", "corrected"]


@dataclass(frozen=True, slots=True)
class Review:
    """
    What a person decided of a figure: one value of one company and metric, on one page.

    It names the figure by what it says, not by a row, so that it outlives a reread. *corrected* is what it should be.
    """

    url: str
    company: str
    metric: str
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    judgement: Judgement
    who: str
    at: datetime
    corrected: Claim | None = None
    note: str = ""
    change: str = ""  # the id of the line that was looked at
