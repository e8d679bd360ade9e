"""
Say a change in one Korean or one English sentence, with amounts as a newspaper of that language writes them.

`LG 초거대 AI 파라미터: 계획 6000억 개 → 공개 약 3000억 개 (−50%)`. Pure; names come from the catalogue where it is
given, else the ids stand for themselves.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.ledger.amounts import amount_of, days_of, ratio_between

if TYPE_CHECKING:
    from collections.abc import Callable

    from monitor.catalogue import Catalogue
    from monitor.model import Change, Claim, Language

MODEL_METRICS = {"parameters", "active_parameters", "training_tokens", "training_data", "context_length"}
STATUS = {
    "ko": {"planned": "계획", "actual": "공개", "estimated": "추정"},  # plan, made public, estimate
    "en": {"planned": "planned", "actual": "announced", "estimated": "estimated"},
}
DONE = {  # how both languages say that something of this metric is there; else "made public"
    "gpus": ("확보", "secured"),
    "power": ("가동", "running"),
    "investment": ("집행", "spent"),
    "funding": ("유치", "raised"),
    "valuation": ("평가", "valued at"),
    "revenue": ("실적", "reported"),
    "contract": ("체결", "signed"),
    "users": ("집계", "counted"),
    "headcount": ("집계", "counted"),
    "downloads": ("집계", "counted"),
}
SCOPES = {
    "yearly": ("연간", "a year"),
    "run-rate": ("연환산", "run rate"),
    "cumulative": ("누적", "cumulative"),
    "part": ("일부", "part"),
    "total": ("전체", "total"),
    "weekly": ("주간", "weekly"),
    "monthly": ("월간", "monthly"),
    "daily": ("일간", "daily"),
}
NAMELESS = {
    "ko": ("초거대 AI", "AI"),
    "en": ("hyperscale AI", "AI"),
}  # a model without a name; anything else without one


def sentence(change: Change, language: Language = "ko", catalogue: Catalogue | None = None) -> str:
    """Return one sentence that says what changed and by how much: 'KT AI 투자: 첫 수치, 계획 7조원 (2027년까지)'."""
    return f"{title_of(change, language, catalogue)}: {tail_of(change, language)}"


def tail_of(change: Change, language: Language = "ko") -> str:
    """Return what happened, without to whom: '계획 6000억 개 → 공개 약 3000억 개 (−50%)'."""
    return (_KOREAN if language == "ko" else _ENGLISH)[change.kind](change)


def title_of(change: Change, language: Language = "ko", catalogue: Catalogue | None = None) -> str:
    """Return what the change is about: company, subject, metric and scope, 'LG 초거대 AI 파라미터'."""
    korean = language == "ko"
    company = company_name(change.company, language, catalogue)
    nameless = NAMELESS[language][0 if change.metric in MODEL_METRICS else 1]
    subject = subject_name(change, language, catalogue) or nameless
    metric = metric_name(change.metric, language, catalogue)
    names = f"{company} {subject}"
    if subject.startswith(company):
        names = subject
    elif metric.startswith(subject):
        names = company
    scope = ", ".join(_scope_word(word, korean=korean) for word in change.scope.split())
    return f"{names} {metric}" + (f" ({scope})" if scope else "")


def company_name(company: str, language: Language, catalogue: Catalogue | None) -> str:
    """Return the name of the company with that id, the id itself where the catalogue lacks it."""
    for known in catalogue.companies if catalogue else ():
        if known.id == company:
            return known.name if language == "ko" else known.english
    return company


def subject_name(change: Change, language: Language, catalogue: Catalogue | None) -> str | None:
    """Return the subject as articles name it; in English by its Latin spelling where the catalogue has one."""
    subject = change.subject
    if subject is None or language == "ko" or catalogue is None:
        return subject
    own = (thing for thing in catalogue.things if thing.company == change.company and subject.startswith(thing.name))
    thing = max(own, key=lambda thing: len(thing.name), default=None)
    if thing is None or thing.name.isascii():
        return subject
    latin = next((alias for alias in thing.aliases if alias.isascii() and "(" not in alias), thing.name)
    return latin + subject.removeprefix(thing.name)


def metric_name(metric: str, language: Language, catalogue: Catalogue | None) -> str:
    """Return the name of the metric with that id, the id in words where the catalogue lacks it."""
    for known in catalogue.metrics if catalogue else ():
        if known.id == metric:
            return known.name if language == "ko" else known.english
    return metric.replace("_", " ")


def claim_of(claim: Claim | None, metric: str, language: Language = "ko") -> str:
    """Return a claim in words with what it is: '계획 6000억 개', 'announced about 300 billion parameters'."""
    if claim is None:
        return "?"
    done = DONE.get(metric) if claim.status == "actual" else None
    word = done[0 if language == "ko" else 1] if done else STATUS[language][claim.status]
    return f"{word} {amount_of(claim, language)}"


def percent_of(before: Claim | None, after: Claim | None) -> str:
    """Return '+3.8%', '−50%' or '×12', '' where the two cannot be compared."""
    ratio = ratio_between(before, after)
    if ratio is None or ratio == 0:
        return ""
    if ratio >= 9:  # noqa: PLR2004 - from ten times on, a percentage says less than a multiple
        return f"×{_short(ratio + 1)}"
    return f"{'+' if ratio > 0 else '−'}{_short(abs(ratio) * 100)}%"


def _short(value: Decimal) -> str:
    rounded = round(value, 1) if value < 10 else round(value)  # noqa: PLR2004 - one decimal below ten
    return f"{Decimal(rounded).normalize():f}"


def _scope_word(word: str, *, korean: bool) -> str:
    if word.startswith("phase:"):
        phase = word.removeprefix("phase:")
        if phase.isdigit():
            return f"{phase}단계" if korean else f"phase {phase}"
        return phase
    return SCOPES.get(word, (word, word))[0 if korean else 1]


def _bracket(*parts: str) -> str:
    kept = ", ".join(part for part in parts if part)
    return f" ({kept})" if kept else ""


def _when(claim: Claim | None, language: Language) -> str:
    return days_of(claim.target, language) if claim else ""


def _moved(language: Language, word: str = "") -> Callable[[Change], str]:
    def tail(change: Change) -> str:
        before = claim_of(change.before, change.metric, language)
        after = claim_of(change.after, change.metric, language)
        return f"{before} → {after}{_bracket(percent_of(change.before, change.after), word)}"

    return tail


def _first(language: Language, word: str) -> Callable[[Change], str]:
    def tail(change: Change) -> str:
        return f"{word}{claim_of(change.after, change.metric, language)}{_bracket(_when(change.after, language))}"

    return tail


def _rescheduled(language: Language, words: str, unknown: str) -> Callable[[Change], str]:
    def tail(change: Change) -> str:
        before, after = _when(change.before, language) or unknown, _when(change.after, language) or unknown
        moved = words.format(before, after)
        return f"{claim_of(change.after or change.before, change.metric, language)}, {moved}"

    return tail


def _ended(language: Language, word: str) -> Callable[[Change], str]:
    def tail(change: Change) -> str:
        claim = change.before or change.after
        return f"{claim_of(claim, change.metric, language)}{_bracket(_when(claim, language))} {word}"

    return tail


def _disputed(language: Language, word: str) -> Callable[[Change], str]:
    def tail(change: Change) -> str:
        before = claim_of(change.before, change.metric, language)
        return f"{before} ↔ {claim_of(change.after, change.metric, language)}{_bracket(word)}"

    return tail


_KOREAN: dict[str, Callable[[Change], str]] = {
    "first": _first("ko", "첫 수치, "),  # first figure
    "raised": _moved("ko"),
    "lowered": _moved("ko"),
    "refined": _moved("ko", "구체화"),  # said more precisely
    "rescheduled": _rescheduled("ko", "시점 {} → {}", "미정"),  # time; open
    "delivered": _moved("ko", "이행"),  # done as planned
    "disputed": _disputed("ko", "보도 엇갈림"),  # outlets disagree
    "corrected": _moved("ko", "정정"),  # correction
    "withdrawn": _ended("ko", "철회"),  # withdrawn
    "overdue": _ended("ko", "기한 지남"),  # past its time
}
_ENGLISH: dict[str, Callable[[Change], str]] = {
    "first": _first("en", "first figure, "),
    "raised": _moved("en"),
    "lowered": _moved("en"),
    "refined": _moved("en", "more precise"),
    "rescheduled": _rescheduled("en", "moved from {} to {}", "an open date"),
    "delivered": _moved("en", "delivered"),
    "disputed": _disputed("en", "outlets disagree"),
    "corrected": _moved("en", "correction"),
    "withdrawn": _ended("en", "withdrawn"),
    "overdue": _ended("en", "overdue"),
}
