"""
Say what thing carries a quantity: the model, service, facility, programme, or the company that is bought; or none.
"""

from __future__ import annotations

import re

from monitor.korean.names import Name
from monitor.korean.owners import MODEL_METRICS, Case, Owner

_COMPANY_WIDE = frozenset({"valuation", "funding", "headcount"})  # these have no subject: guide, rule 11
_THIS_MODEL = re.compile(r"(?:이|이번|해당|같은|신규)\s(?:모델|서비스|센터|시설|데이터센터)")


def subject_of(case: Case, owner: Owner) -> Name | None:
    """Return the thing that carries the quantity, if the text names one."""
    if case.metric in _COMPANY_WIDE:
        return None
    if case.metric in {"investment", "contract"}:
        return _bought(case, owner) if case.metric == "investment" else None
    if owner.subject is not None:
        return owner.subject
    if case.metric in MODEL_METRICS:
        return _remembered(case, owner)
    return _undertaking(case)


def _remembered(case: Case, owner: Owner) -> Name | None:
    """A model that is there and was named before keeps its name; a model still to come has none yet."""
    thing = case.memory.by_company.get(owner.company)
    if case.planned and not _THIS_MODEL.search(case.sentence):
        return None
    return thing


def _undertaking(case: Case) -> Name | None:
    near = [u for u in case.undertakings if abs(u.start - case.quantity.start) < _NEAR]
    return min(near, key=lambda u: abs(u.start - case.quantity.start), default=None)


_NEAR = 60
_ACQUIRED = re.compile(
    r"(?:['‘“\"]?(?P<name>(?![\d.]+[억조만])[가-힣A-Za-z0-9·]+(?:\s?AI)?(?:그룹)?)['’”\"]?(?:\s?\([^)]{1,30}\))?\s?(?:의\s)?(?:지분\s?(?:\d+(?:\.\d+)?%)?)?(?:을|를)?\s)"
    r"[^.]{0,40}?(?:인수|매입|사들)"
)


def _bought(case: Case, owner: Owner) -> Name | None:
    """Return what money is spent on: the thing, programme or company that takes 에, or what is bought."""
    for name in reversed(case.names):
        if (
            name.end <= case.quantity.start
            and name.particle in {"에", "에게", "에는"}
            and name.company != owner.company
        ):
            return name
    things = [
        n
        for n in case.names
        if n.kind == "thing" and n.particle in {"에", "에는", "에도", "을", "를", "의", "", "은", "는"}
    ]
    facility = [n for n in things if abs(n.start - case.quantity.start) < _NEAR]
    undertaking = _undertaking(case)
    if re.search(r"인수|지분|매입|사들", case.sentence):
        bought = _company_bought(case, owner)
        if bought:
            return bought
    if facility:
        return min(facility, key=lambda n: abs(n.start - case.quantity.start))
    return undertaking


def _company_bought(case: Case, owner: Owner) -> Name | None:
    for name in case.names:
        if name.company != owner.company and name.particle in {"를", "을", "의", ""} and name.kind != "person":
            return name
    found = _ACQUIRED.search(case.sentence)
    if found:
        return Name("thing", "", "", found["name"], *found.span("name"), found.end("name"))
    return None
