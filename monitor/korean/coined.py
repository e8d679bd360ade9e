"""
Find models that the catalogue lacks: what a text calls a model by a name in quotes bears that name from there on.

    코난테크놀로지가 새 모델 'ENT-11'을 내놨다. ENT-11은 매개변수가 320억개다.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from monitor.korean.cases import NOMINATIVE
from monitor.korean.names import Name, role_at

_COINED = re.compile(
    r"(?:모델|LLM)(?:인)?\s?['‘“](?P<name>[A-Za-z가-힣][A-Za-z0-9가-힣.-]*(?:\s[A-Za-z0-9][A-Za-z0-9.-]*){0,2})['’”]"
    r"(?=(?:\([^)]{1,24}\))?(?:은|는|이|가|을|를|의|로|으로|와|과|도|[,.\s]))"
)
_MENTION = r"(?<![가-힣A-Za-z0-9-]){}(?![A-Za-z0-9-])(?P<quote>['’”]?(?:\([^)]{{1,24}}\))?)"
_NO_NAME = re.compile(r"\d(?:위|강)$|^(?:국가대표|글로벌|한국형|토종)")


def coined_in(sentence: str, names: Iterable[Name]) -> dict[str, str]:
    """Return the models that *sentence* names in quotes, by name, with whose they are: that of its subject."""
    known = [name for name in names if name.company]
    makers = [name.company for name in known if name.kind == "company"]
    subjects = [name.company for name in known if name.kind == "company" and name.particle in NOMINATIVE]
    maker = subjects[0] if subjects else makers[0] if len(set(makers)) == 1 else ""
    if not maker:
        return {}
    return {
        found["name"]: maker
        for found in _COINED.finditer(sentence)
        if not _NO_NAME.search(found["name"]) and not _overlaps(known, *found.span("name"))
    }


def mentioned(sentence: str, coined: Mapping[str, str], names: Iterable[Name]) -> list[Name]:
    """Return the mentions of models that were *coined*; none overlaps one of *names*."""
    known = list(names)
    return [
        _name(sentence, found, text, company)
        for text, company in coined.items()
        if text in sentence
        for found in re.finditer(_MENTION.format(re.escape(text)), sentence)
        if not _overlaps(known, found.start(), found.start() + len(text))
    ]


def _name(sentence: str, found: re.Match[str], text: str, company: str) -> Name:
    tail, particle = role_at(sentence, found.end())
    return Name("thing", "", company, text, found.start(), found.start() + len(text), tail, particle, sort="model")


def _overlaps(names: Iterable[Name], start: int, end: int) -> bool:
    return any(name.start < end and start < name.end for name in names)
