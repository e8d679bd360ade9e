"""
Find models, programmes and sites that the catalogue lacks: by the name in quotes that the text gives them.

    코난테크놀로지가 새 모델 'ENT-11'을 내놨다. ENT-11은 매개변수가 320억개다.
    정부의 'GPU 나눔 사업'에 네 곳이 지원했다. 1조5000억원이 걸린 GPU 나눔 사업의 승자는 다음 달 가려진다.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitor.korean.cases import NOMINATIVE
from monitor.korean.names import Name, role_at
from monitor.korean.undertakings import find_undertakings

_COINED = re.compile(
    r"(?:모델|LLM)(?:인)?\s?['‘“](?P<name>[A-Za-z가-힣][A-Za-z0-9가-힣.-]*(?:\s[A-Za-z0-9][A-Za-z0-9.-]*){0,2})['’”]"
    r"(?=(?:\([^)]{1,24}\))?(?:은|는|이|가|을|를|의|로|으로|와|과|도|[,.\s]))"
)
_MENTION = r"(?<![가-힣A-Za-z0-9-]){}(?![A-Za-z0-9-])(?P<quote>['’”]?(?:\([^)]{{1,24}}\))?)"
_NO_NAME = re.compile(r"\d(?:위|강)$|^(?:국가대표|글로벌|한국형|토종)")
_OPENS = frozenset({" '", " ‘", " “"})
_PROGRAMME = re.compile(r"(?:사업|프로젝트|펀드|추경)$")


@dataclass(frozen=True, slots=True)
class Coined:
    """Whose a thing is that a text has named, and of what sort: model, programme or facility."""

    company: str
    sort: str


def coined_in(sentence: str, names: Iterable[Name]) -> dict[str, Coined]:
    """Return what *sentence* names in quotes, by name: models of its subject, and whose programmes and sites it says."""
    known = [name for name in names if name.company]
    coined = _possessed(sentence, known)
    makers = [name.company for name in known if name.kind == "company"]
    subjects = [name.company for name in known if name.kind == "company" and name.particle in NOMINATIVE]
    maker = subjects[0] if subjects else makers[0] if len(set(makers)) == 1 else ""
    if maker:
        coined |= {
            found["name"]: Coined(maker, "model")
            for found in _COINED.finditer(sentence)
            if not _NO_NAME.search(found["name"]) and not _overlaps(known, *found.span("name"))
        }
    return coined


def _possessed(sentence: str, known: Iterable[Name]) -> dict[str, Coined]:
    """Return the programmes and sites of which it says right before them whose they are: '정부의 'GPU 나눔 사업''."""
    owners = [name for name in known if name.kind == "company" and name.particle == "의"]
    owned = {o.tail: o.company for o in owners if sentence[o.tail : o.tail + 2] in _OPENS}
    if not owned:
        return {}
    return {
        one.text: Coined(owned[one.start - 2], "programme" if _PROGRAMME.search(one.text) else "facility")
        for one in find_undertakings(sentence)
        if one.start - 2 in owned
    }


def mentioned(sentence: str, coined: Mapping[str, Coined], names: Iterable[Name]) -> list[Name]:
    """Return the mentions of what was *coined*; none overlaps one of *names*. Where a firm acts, no programme is told of."""
    known = list(names)
    acts = any(name.kind == "company" and name.particle in NOMINATIVE for name in known)
    coined = {text: of for text, of in coined.items() if of.sort == "model" or not acts}
    return [
        _name(sentence, found, text, of)
        for text, of in coined.items()
        if text in sentence
        for found in re.finditer(_MENTION.format(re.escape(text)), sentence)
        if not _overlaps(known, found.start(), found.start() + len(text))
    ]


def _name(sentence: str, found: re.Match[str], text: str, of: Coined) -> Name:
    tail, particle = role_at(sentence, found.end())
    return Name("thing", "", of.company, text, found.start(), found.start() + len(text), tail, particle, sort=of.sort)


def _overlaps(names: Iterable[Name], start: int, end: int) -> bool:
    return any(name.start < end and start < name.end for name in names)
