"""Mark what is told of a thing under another company than the catalogue's: a joint project is one thing, whoever tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from monitor.catalogue import Catalogue
from monitor.model import JOINT, Figure

_FOR_EACH = "each-of-a-list"  # the rule of what several have each: their own, and no joint figure


def sharers_of(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Return who else speaks for a thing, by its id: its partners, and its company's parent and daughters."""
    parents = {company.id: company.parent for company in catalogue.companies}
    daughters: dict[str, set[str]] = {}
    for company, parent in parents.items():
        daughters.setdefault(parent or "", set()).add(company)
    return {
        thing.id: frozenset({*thing.partners, parents[thing.company] or "", *daughters.get(thing.company, ())} - {""})
        for thing in catalogue.things
    }


def told_jointly(figure: Figure, sharers: Mapping[str, frozenset[str]]) -> Figure:
    """Return *figure*, its scope saying so where its company only shares the thing that it is of."""
    if figure.thing is None or figure.rule == _FOR_EACH or figure.company not in sharers.get(figure.thing, ()):
        return figure
    return replace(figure, scope=f"{figure.scope} {JOINT}".strip())
