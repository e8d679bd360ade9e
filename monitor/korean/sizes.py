"""Give a model's size to the model whose name the catalogue spells with it: '100B 모델' of 업스테이지 is 솔라 오픈 100B."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from monitor.catalogue import Catalogue, Thing
from monitor.korean.versions import SIZE
from monitor.model import Figure

SCALES = {"B": Decimal(10) ** 9, "M": Decimal(10) ** 6, "T": Decimal(10) ** 12}
_APART = Decimal("1.25")  # times: 솔라 오픈 100B has 102.6 billion, and no 200


@dataclass(frozen=True, slots=True)
class Sized:
    """A model's name with its size: the thing's id, its version if that bears the size, the spelling, its forerunners."""

    thing: str
    version: str | None
    text: str
    after: frozenset[str]


Sizes = Mapping[tuple[str, Decimal], Sized]


def sizes_of(catalogue: Catalogue) -> Sizes:
    """Return the one model that a company's name of a size is, by company and size; sizes of several are left out."""
    before = {thing.id: thing.predecessor for thing in catalogue.things}
    found: dict[tuple[str, Decimal], dict[tuple[str, str | None], Sized]] = defaultdict(dict)
    for thing in catalogue.things:
        for sized in _spellings(thing, _forerunners(thing.id, before)) if thing.kind == "model" else ():
            size = size_in(sized.text)
            if size is not None:
                found[thing.company, size].setdefault((sized.thing, sized.version), sized)
    return {key: next(iter(models.values())) for key, models in found.items() if len(models) == 1}


def size_in(name: str) -> Decimal | None:
    """Return the size that a model's name bears: 32 000 000 000 for 'EXAONE 4.0 32B'."""
    found = SIZE.search(name)
    return Decimal(found[1]) * SCALES[found[2]] if found else None


def is_of_another_size(name: str, size: Decimal | None) -> bool:
    """Tell whether a model's name bears another size than *size*: what is told is another model."""
    own = size_in(name)
    return bool(own and size) and not 1 / _APART < (size or 1) / (own or 1) < _APART


def named_by_size(figure: Figure, sizes: Sizes, sentence: str) -> Figure:
    """
    Return *figure* with the model whose name bears its size, where it was bound to a line that came before it.

    The subject stays as written where *sentence* writes it; one that was only remembered gives way.
    """
    sized = sizes.get((figure.company, figure.low)) if figure.low is not None and figure.low == figure.high else None
    bound_by_line = figure.thing is not None and figure.subject is not None and figure.metric == "parameters"
    if sized is None or not bound_by_line or figure.status != "actual" or figure.thing not in sized.after:
        return figure
    if size_in(f"{figure.subject} {figure.version or ''}") is not None:
        return figure
    subject = figure.subject if figure.subject and figure.subject in sentence else sized.text
    return replace(figure, subject=subject, thing=sized.thing, version=sized.version)


def _forerunners(thing: str, before: Mapping[str, str | None]) -> frozenset[str]:
    """Return the ids of all lines that came before *thing*."""
    found: list[str] = []
    one = before.get(thing)
    while one is not None and one not in found:
        found.append(one)
        one = before.get(one)
    return frozenset(found)


def _spellings(thing: Thing, after: frozenset[str]) -> list[Sized]:
    spelled = sorted((thing.name, *thing.aliases), key=lambda name: not name.startswith(thing.name))
    names = [Sized(thing.id, None, name, after) for name in spelled]
    return [*names, *(Sized(thing.id, version, f"{thing.name} {version}", after) for version in thing.versions)]
