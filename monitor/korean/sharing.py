"""Mark what is told under another company than the catalogue's: a joint project is one thing, whoever tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.catalogue import Catalogue
from monitor.model import JOINT, Figure

_FOR_EACH = "each-of-a-list"  # the rule of what several have each: their own, and no joint figure


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who shares a thing, by the thing's id, beside its own company; which company another is one with, by its id."""

    sharers: Mapping[str, frozenset[str]]
    doubles: Mapping[str, str]


def sharing_of(catalogue: Catalogue) -> Sharing:
    """Return who speaks of one thing: its partners, and its company's parent and daughters."""
    parents = {company.id: company.parent for company in catalogue.companies}
    daughters: dict[str, set[str]] = {}
    for company, parent in parents.items():
        daughters.setdefault(parent or "", set()).add(company)
    sharers = {
        thing.id: frozenset({*thing.partners, parents[thing.company] or "", *daughters.get(thing.company, ())} - {""})
        for thing in catalogue.things
    }
    return Sharing(sharers, {company.id: company.one_with for company in catalogue.companies if company.one_with})


def told_jointly(figure: Figure, sharing: Sharing) -> Figure:
    """Return *figure*, its scope naming the company to which what it is told of belongs, where that is another."""
    home = sharing.doubles.get(figure.company)
    if figure.thing is not None and figure.company in sharing.sharers.get(figure.thing, ()):
        home = figure.thing.partition("/")[0] if figure.rule != _FOR_EACH else None
    return replace(figure, scope=f"{figure.scope} {JOINT}{home}".strip()) if home else figure
