"""The history of a line across its versions: a new version is a series of its own that knows what came before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.ledger.subjects import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monitor.catalogue import Thing
    from monitor.model import Change


def lineage(change: Change, log: Iterable[Change], things: Sequence[Thing]) -> tuple[Change, ...]:
    """
    Return what *log* says of *change*'s metric for its thing, all versions, forerunners and successors, by time.

    Without a thing that the catalogue knows, it is the change's own series.
    """
    own = thing_of(change, things)
    names = _line(own, things) if own else frozenset[str]()
    told = (
        one
        for one in log
        if (one.company, one.metric) == (change.company, change.metric)
        and (one.series == change.series or _id_of(one, things) in names)
    )
    return tuple(sorted(told, key=lambda one: (one.said_at, one.series, one.id)))


def thing_of(change: Change, things: Sequence[Thing]) -> Thing | None:
    """Return the thing that a change's subject names, by its longest spelling, the version cut off."""
    if change.subject is None:
        return None
    subject = bare(change.subject)
    spelled = (
        (len(bare(name)), thing)
        for thing in things
        if thing.company == change.company
        for name in (thing.name, *thing.aliases)
        if subject.startswith(bare(name))
    )
    return max(spelled, key=lambda pair: pair[0], default=(0, None))[1]


def _id_of(change: Change, things: Sequence[Thing]) -> str | None:
    thing = thing_of(change, things)
    return thing.id if thing else None


def _line(thing: Thing, things: Sequence[Thing]) -> frozenset[str]:
    """Return the ids of *thing*, of all that came before it and all that followed."""
    links = [(one.id, one.predecessor) for one in things if one.predecessor]
    chain, grown = {thing.id}, {thing.id}
    while grown:
        grown = {a for a, b in links if b in grown} | {b for a, b in links if a in grown}
        grown -= chain
        chain |= grown
    return frozenset(chain)
