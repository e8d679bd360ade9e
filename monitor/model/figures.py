"""Read: numbers, quantities, periods, and the figures that an article gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Unit = str  # a unit of config/metrics.toml: parameter, token, FLOP/s, gpu, W, byte, person, count, KRW, USD, …
Qualifier = Literal["exact", "about", "at_least", "at_most", "order", "range"]
Status = Literal["planned", "actual", "estimated"]
Voice = Literal["own", "quoted", "recalled"]
# settled: what was said roughly is now said exactly
Cue = Literal["raised", "lowered", "moved", "corrected", "withdrawn", "denied", "superseded", "done", "settled"]
Days = tuple[date | None, date | None]  # first and last day, both inclusive; None is open


@dataclass(frozen=True, slots=True)
class Number:
    """A written numeral. *grain* is the place value of its last telling digit: 12.1조 → 1000억, 2360억 → 10억."""

    value: Decimal
    grain: Decimal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number with its unit and what hedges or bounds it. *start* to *end* spans all of it; bounds as in the guide.

    *unit* is None where a bare 개, 장 or nothing says no more. *grain* is the place value of the last written digit
    of a point, 0 for a range or an order. *gloss* is the same amount said otherwise in brackets: 1억 달러(약 1100억원).
    """

    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    qualifier: Qualifier
    start: int
    end: int
    grain: Decimal = Decimal(0)
    counter: str = ""
    gloss: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Days that a text speaks of. *cue*: 'superseded' (당초, originally) or 'fiscal' (회계연도, a firm's own year)."""

    first: date | None
    last: date | None
    start: int
    end: int
    cue: str = ""


JOINT = "joint:"  # in a scope, before the company whose thing or double it is: 오라클's 스타게이트 is 'joint:openai'


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One quantity that an article gives for one organisation, with the words and the rule that bound it.

    *subject* is the name as the article writes it; *thing* is the catalogue's id of it ('lg/엑사원'), None for a
    name that the catalogue lacks; *version* is that of a model line ('3.5', 'K1', '32B'). *scope* tells apart
    what must never be compared: '' (plain), 'yearly', 'run-rate', 'cumulative', 'phase:1단계', 'part', 'total',
    joined by spaces in that order; 'joint:openai' behind them says that it is told of one thing with what openai
    tells. *cue* is what the clause says of the value itself; *said_on* is the day that a recalled figure was first
    said, if told.
    """

    company: str
    subject: str | None
    metric: str
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    qualifier: Qualifier
    status: Status
    target: Days | None
    quote: str
    start: int
    end: int
    rule: str
    confidence: float = 1.0
    thing: str | None = None
    version: str | None = None
    scope: str = ""
    voice: Voice = "own"
    cue: Cue | None = None
    said_on: date | None = None
    grain: Decimal = Decimal(0)
    speaker: str | None = None
    gloss: tuple[Decimal, Unit] | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A clause that gives up, moves or denies a plan without saying its figure again."""

    company: str
    subject: str | None
    cue: Cue
    target: Days | None
    quote: str
    start: int
    end: int
    thing: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A quantity that became no figure, and why."""

    quote: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says: whether it is on topic (with the score and its reasons), and its figures."""

    article: str
    relevant: bool
    score: float
    reasons: tuple[str, ...]
    figures: tuple[Figure, ...]
    notices: tuple[Notice, ...] = ()
    refusals: tuple[Refusal, ...] = ()
