"""
Bind the quantities of one sentence: measure, owner, subject, stance and target of each, or the reason for refusing it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.korean.measures import Measure, measure_of
from monitor.korean.names import Name
from monitor.korean.owners import MODEL_METRICS, Case, Memory, Owner, owners_of
from monitor.korean.stances import Stance, stance_of
from monitor.korean.targets import target_of
from monitor.korean.text import Clause, Sentence
from monitor.model import Figure, Period, Quantity, Refusal

_DEEDS = frozenset({"investment", "funding", "gpus", "power", "contract", "headcount"})
_COMPANY_WIDE = frozenset({"valuation", "funding", "headcount"})  # these have no subject: guide, rule 11


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with everything that was found in it; offsets into the sentence."""

    sentence: Sentence
    names: tuple[Name, ...]
    undertakings: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]
    clauses: tuple[Clause, ...]


def bind(marked: Marked, memory: Memory) -> tuple[list[Figure], list[Refusal]]:
    """Return the figures of a marked sentence and what was refused; offsets into the article's text."""
    figures: list[Figure] = []
    refusals: list[Refusal] = []
    for quantity in marked.quantities:
        bound = _bind_one(marked, quantity, memory)
        if isinstance(bound, Refusal):
            refusals.append(bound)
        else:
            figures += bound
    return figures, refusals


def _bind_one(marked: Marked, quantity: Quantity, memory: Memory) -> list[Figure] | Refusal:
    text, clause = marked.sentence.text, _clause_of(marked, quantity)
    measure = measure_of(
        quantity,
        text,
        (clause.start, clause.end),
        marked.quantities,
        about_model=_about_model(marked, quantity),
    )
    if measure.metric is None:
        return _refusal(marked, quantity, measure.why)
    stance = stance_of(text, quantity.start, quantity.end, list(marked.clauses), doing=measure.metric in _DEEDS)
    case = Case(
        sentence=text,
        quantity=quantity,
        metric=measure.metric,
        names=marked.names,
        undertakings=marked.undertakings,
        others=tuple(q for q in marked.quantities if q is not quantity),
        clause=clause,
        memory=memory,
        headline=marked.sentence.part == "headline",
        planned=stance.status == "planned",
    )
    owners, rule, confidence = owners_of(case)
    known = [owner for owner in owners if owner.company]
    if not known:
        return _refusal(marked, quantity, "nobody owns it" if not owners else "its owner is not in the catalogue")
    return [_figure(marked, case, measure, stance, owner, rule, confidence) for owner in known]


def _figure(
    marked: Marked, case: Case, measure: Measure, stance: Stance, owner: Owner, rule: str, confidence: float
) -> Figure:
    quantity, shift = case.quantity, marked.sentence.start
    subject = _subject(case, owner)
    metric = measure.metric or ""
    target = target_of(quantity, metric, stance.status, case.sentence, case.clause, marked.periods)
    gloss = quantity.gloss
    return Figure(
        company=owner.company,
        subject=subject.text if subject else None,
        metric=metric,
        low=quantity.low,
        high=quantity.high,
        unit=measure.unit,
        qualifier=quantity.qualifier,
        status=stance.status,
        target=target,
        quote=case.sentence[quantity.start : quantity.end],
        start=quantity.start + shift,
        end=quantity.end + shift,
        rule=rule,
        confidence=confidence,
        thing=(subject.id or None) if subject else None,
        version=subject.version if subject else None,
        scope=_scope(case, metric),
        voice=stance.voice,
        cue=stance.cue,
        grain=quantity.grain,
        gloss=(gloss.low, gloss.unit) if gloss and gloss.low is not None and gloss.unit else None,
    )


def _clause_of(marked: Marked, quantity: Quantity) -> Clause:
    return next(
        (c for c in marked.clauses if c.start <= quantity.start < c.end), Clause(0, len(marked.sentence.text), "")
    )


def _about_model(marked: Marked, quantity: Quantity) -> bool:
    """Tell whether a bare count can be a model's size: a model is named beside it, or sizes were counted before it."""
    window = marked.sentence.text[max(0, quantity.start - 40) : quantity.end + 20]
    return any(
        n.kind == "thing" and n.id and quantity.start - 40 <= n.end <= quantity.end + 30 for n in marked.names
    ) or bool(re.search(r"매개변수|파라미터|모델", window))


def _refusal(marked: Marked, quantity: Quantity, why: str) -> Refusal:
    shift = marked.sentence.start
    quote = marked.sentence.text[quantity.start : quantity.end]
    return Refusal(quote, quantity.start + shift, quantity.end + shift, why)


# ── subjects ────────────────────────────────────────────────────────────────────────────────────────────────────────
_THIS_MODEL = re.compile(r"(?:이|이번|해당|같은|신규)\s(?:모델|서비스|센터|시설|데이터센터)")


def _subject(case: Case, owner: Owner) -> Name | None:
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
    r"(?:['‘“\"]?(?P<name>[가-힣A-Za-z0-9·.]+(?:\s?AI)?(?:그룹)?)['’”\"]?(?:\s?\([^)]{1,30}\))?\s?(?:의\s)?(?:지분\s?(?:\d+(?:\.\d+)?%)?)?(?:을|를)?\s)"
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


# ── scope ───────────────────────────────────────────────────────────────────────────────────────────────────────────
_RUN_RATE = re.compile(r"연환산|연간으로 환산|ARR|연간\s?반복|런레이트|연율")  # annualised, recurring
_YEARLY = re.compile(r"연간|매년|해마다|한 해|연 (?=\d)")
_CUMULATIVE = re.compile(r"누적|지금까지|그간|총 누계")
_PHASE = re.compile(r"(\d)(?:단계|차\s?연도|차년도|차 사업|차 평가)")
_PERIOD_USERS = re.compile(r"주간|월간|일간|매주|매월|매일|MAU|WAU|DAU")
_USERS = {"주간": "weekly", "매주": "weekly", "WAU": "weekly", "월간": "monthly", "매월": "monthly", "MAU": "monthly", "일간": "daily", "매일": "daily", "DAU": "daily"}  # fmt: skip


def _scope(case: Case, metric: str) -> str:
    """Return what must never be compared with anything else: run-rate, yearly, cumulative, a phase, weekly users …"""
    quantity = case.quantity
    before = case.sentence[max(case.clause.start, quantity.start - 30) : quantity.start]
    around = case.sentence[max(0, quantity.start - 30) : quantity.end + 12]
    scopes = []
    if metric == "revenue" and _RUN_RATE.search(case.sentence):
        scopes.append("run-rate")
    elif metric in {"investment", "revenue"} and _YEARLY.search(before):
        scopes.append("yearly")
    if metric in {"investment", "funding", "downloads", "contract"} and _CUMULATIVE.search(before):
        scopes.append("cumulative")
    if metric == "users" and (found := _PERIOD_USERS.search(around)):
        scopes.append(_USERS[found.group()])
    if metric in {"investment", "power", "gpus"} and (phase := _PHASE.search(before[-16:])):
        scopes.append(f"phase:{phase.group(1)}")
    return " ".join(scopes)
