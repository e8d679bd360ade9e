"""What the configuration knows of companies, their things, metrics and topics: plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ThingKind = Literal["model", "chip", "service", "facility", "programme"]


@dataclass(frozen=True, slots=True)
class Thing:
    """
    A model line, chip, service, facility or programme. *id* is 'company/name'; *versions* are spelled after its name.

    *partners* are companies that it belongs to as well: what they tell of it is told of one thing. *ai* is true of a
    service or programme that is one of AI although its name does not say so.
    """

    id: str
    name: str
    kind: ThingKind
    company: str
    aliases: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    predecessor: str | None = None
    partners: tuple[str, ...] = ()
    ai: bool = False


@dataclass(frozen=True, slots=True)
class Company:
    """
    An organisation whose figures are kept, by the guide's id.

    *units* are names of parts whose figures are the company's (LG AI연구원 → lg). *people* speak for it. *refuse* are
    look-alikes that hold its name and are not it (LG화학). *ai* is true when its whole business is AI, so that its
    sales, users and money need no further word to be on topic. *one_with* is the company that the news take it for.
    *cloud* is true of who runs clouds for the world: what it puts into them in a year is for AI, said or not.
    """

    id: str
    name: str
    english: str
    kind: Literal["company", "group", "government", "institute"] = "company"
    parent: str | None = None
    ai: bool = False
    aliases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    one_with: str | None = None
    cloud: bool = False


@dataclass(frozen=True, slots=True)
class Metric:
    """A kind of figure. *plausible* gives the least and greatest value that can be, by unit; others are held."""

    id: str
    name: str
    english: str
    units: tuple[str, ...]
    words: tuple[str, ...]
    plausible: tuple[tuple[str, Decimal, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article must be about: weighted words, words that refute (negative weights), the score that keeps it."""

    id: str
    threshold: float
    words: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of it."""

    companies: tuple[Company, ...]
    things: tuple[Thing, ...]
    metrics: tuple[Metric, ...]
    topics: tuple[Topic, ...]
