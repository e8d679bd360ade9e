"""Mark what is told under another company than the catalogue's: a joint project is one thing, whoever tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from monitor.catalogue import Catalogue
from monitor.korean.cases import NOMINATIVE, STATE
from monitor.korean.names import Name
from monitor.model import JOINT, Figure

_FOR_EACH = "each-of-a-list"  # the rule of what several have each


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


def acting_in(names: Sequence[Name]) -> dict[str, str]:
    """Return which partner acts on a joint thing in a sentence, by the thing's id: '정부가 광주에 짓는 국가AI데이터센터'."""
    firms = [name for name in names if name.kind == "company"]
    acting = {name.company for name in firms if name.particle in NOMINATIVE or name.particle == "의"}
    joint = [
        name for name in names if acting & set(name.partners) and not any(f.company == name.company for f in firms)
    ]
    return {name.id: min(acting & set(name.partners)) for name in joint}


def told_jointly(
    figure: Figure,
    sharing: Sharing,
    names: Sequence[Name] = (),
    listed: Sequence[Figure] = (),
    acting: Mapping[str, str] | None = None,
) -> Figure:
    """
    Return *figure*, its scope naming the company to which what it is told of belongs, where that is another.

    *names* are those of its sentence: where a partner acts there and the owner is not named, it is told of the partner.
    *listed* are all figures of the sentence: what several have each of one thing is their own, and no joint figure.
    *acting* are the partners that have acted in the text so far, by thing: where the state has, what a city has from it is
    told of the state in the sentences behind, too.
    """
    named = any(name.kind == "company" and name.company == figure.company for name in names)
    before = (acting or {}).get(figure.thing or "", "") if not named else ""
    if actor := _acting_partner(figure, names) or (before if before == STATE else ""):
        figure = replace(figure, company=actor)
    home = sharing.doubles.get(figure.company)
    if figure.thing is not None and figure.company in sharing.sharers.get(figure.thing, ()):
        shared = figure.rule == _FOR_EACH and sum(one.thing == figure.thing for one in listed) > 1
        home = None if shared else figure.thing.partition("/")[0]
    return replace(figure, scope=f"{figure.scope} {JOINT}{home}".strip()) if home else figure


def _acting_partner(figure: Figure, names: Sequence[Name]) -> str:
    """Return the one partner that is a subject in the sentence of *figure*, '' for none, or if the owner is named there."""
    firms = [name for name in names if name.kind == "company"]
    partners = {company for name in names if name.id == figure.thing for company in name.partners}
    if not partners or figure.rule == _FOR_EACH or any(name.company == figure.company for name in firms):
        return ""
    acting = partners & {name.company for name in firms if name.particle in NOMINATIVE}
    return acting.pop() if len(acting) == 1 else ""
