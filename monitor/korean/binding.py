"""
Bind the quantities of one sentence: measure, owner, subject, stance and target of each, or the reason for refusing it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from monitor.korean.measures import Measure, measure_of
from monitor.korean.names import Name
from monitor.korean.cases import MODEL_METRICS, Case, Memory
from monitor.korean.owners import owners_of
from monitor.korean.scopes import scope_of
from monitor.korean.stances import Stance, stance_of
from monitor.korean.subjects import subject_of
from monitor.korean.targets import target_of
from monitor.korean.text import Clause, Sentence
from monitor.model import Figure, Period, Quantity, Refusal

_NEEDS_AI = frozenset({"investment", "funding", "contract", "revenue", "power", "headcount", "users", "valuation"})
_AI = re.compile(
    r"AI|인공지능|GPU|LLM|데이터\s?센터|초거대|초대규모|챗봇|챗GPT|생성형|언어\s?모델|가속기|NPU|슈퍼컴|컴퓨팅|자본\s?지출|설비\s?투자|그래픽처리|AI\s?칩|AI\s?반도체|파운데이션"
)


def speaks_of_ai(sentence: str, names: Iterable[Name], only_ai: frozenset[str]) -> bool:
    """Tell whether a sentence has a word of AI, or names a model, an AI site or a firm that does nothing else."""
    return any(n.kind == "thing" or n.company in only_ai for n in names) or bool(_AI.search(sentence))


_BY_GLOSS = frozenset(
    {"HKD", "GBP", "CAD", "TWD", "SGD", "AED", "SAR", "INR", "AUD", "CHF"}
)  # said by their won or dollars: guide, rule 17
_NO_MODELS = frozenset({"gov-kr"})  # a ministry has models built, and names them
_DEEDS = frozenset({"investment", "funding", "gpus", "power", "contract", "headcount"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with everything that was found in it; offsets into the sentence."""

    sentence: Sentence
    names: tuple[Name, ...]
    undertakings: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]
    clauses: tuple[Clause, ...]
    of_ai: bool = False


def bind(marked: Marked, memory: Memory, only_ai: frozenset[str]) -> tuple[list[Figure], list[Refusal]]:
    """
    Return the figures of a marked sentence and what was refused; offsets into the article's text.

    *only_ai* are the companies that do nothing but AI: their money needs no further word to be on topic.
    """
    figures: list[Figure] = []
    refusals: list[Refusal] = []
    for quantity in marked.quantities:
        bound = _bind_one(marked, quantity, memory, only_ai)
        if isinstance(bound, Refusal):
            refusals.append(bound)
        else:
            figures += bound
    return figures, refusals


def _bind_one(marked: Marked, quantity: Quantity, memory: Memory, only_ai: frozenset[str]) -> list[Figure] | Refusal:
    text, clause = marked.sentence.text, _clause_of(marked, quantity)
    if _NOT_FOR_AI.match(text, quantity.end):
        return _refusal(marked, quantity, "for something else than AI")
    if _SUM.search(text, 0, quantity.start) and len({n.company for n in marked.names}) > 1:
        return _refusal(marked, quantity, "the sum of several")
    if _CLASS.match(text, quantity.end) or _CONDITION.match(text, quantity.end):
        return _refusal(marked, quantity, "a class, a market or a condition")
    if not _in_name(marked, quantity) and _OF_A_NAME.search(text[max(0, quantity.start - 2) : quantity.start]):
        return _refusal(marked, quantity, "part of a name that the catalogue lacks")
    if _RIVALS.match(text, quantity.end) or _DEFINED.search(text[max(0, quantity.start - 24) : quantity.start]):
        return _refusal(marked, quantity, "a size of unnamed rivals, or a definition")
    measure = measure_of(
        quantity,
        text,
        (clause.start, clause.end),
        marked.quantities,
        about_model=_about_model(marked, quantity),
        before=dict(memory.last),
    )
    if measure.metric is None:
        return _refusal(marked, quantity, measure.why)
    if measure.metric == "parameters" and quantity.qualifier == "at_most" and "최대" not in text[: quantity.start][-8:]:
        return _refusal(marked, quantity, "a class of models, not one")
    if measure.unit == "person" and _OFFERED.match(text, quantity.end):
        return _refusal(marked, quantity, "people that something is offered to")
    stance = stance_of(text, quantity.start, quantity.end, list(marked.clauses), measure.metric)
    case = Case(
        sentence=text,
        quantity=quantity,
        metric=measure.metric,
        names=tuple(name for name in marked.names if not _brand(name, text, measure.metric)),
        undertakings=marked.undertakings,
        others=tuple(q for q in marked.quantities if q is not quantity),
        clause=clause,
        memory=memory,
        headline=marked.sentence.part == "headline",
        planned=stance.status == "planned",
    )
    owners, rule, confidence = owners_of(case)
    if measure.metric in MODEL_METRICS:
        owners = [owner for owner in owners if owner.subject or owner.company not in _NO_MODELS]
    if measure.metric in _NEEDS_AI and not (memory.ai or memory.ai_title or marked.of_ai):
        owners = [owner for owner in owners if owner.company in only_ai]
        if not owners:
            return _refusal(marked, quantity, "nothing says that it is for AI")
    known = [owner for owner in owners if owner.company]
    if not known:
        return _refusal(marked, quantity, "nobody owns it" if not owners else "its owner is not in the catalogue")
    return [_figure(marked, case, measure, stance, owner, rule, confidence) for owner in known]


# "to compete with the trillion-parameter models of big tech": a size of rivals that nobody names (guide, rule 15)
_RIVALS = re.compile(
    r"[^.]{0,24}?(?:글로벌|빅테크|프런티어|프론티어|해외|최상위|경쟁|세계 최고)[^.]{0,24}?모델(?:들)?(?:과|와|을|를|에)\s[^.]{0,12}?(?:경쟁|겨루|견주|대등|맞서|어깨)"
)
# "models below 300B", "a market of 54조원", "who invests 10조 달러 gets …"
_CLASS = re.compile(
    r"\s?(?:파라미터|매개변수)?\s?(?:이하|미만)(?:의|인)?\s?(?:소형\s|경량\s)?모델|\s?(?:규모)?(?:의|에 이르는|에 달하는)?\s?(?:글로벌\s|세계\s)?시장(?!에)"
)
_CONDITION = re.compile(
    r"\s?(?:이면|이거나|일 경우)|[을를]?\s?(?:투자|투입|사용|확보|구축)?(?:하면|되면|한다면|된다면)\s"
)
# security, dividends, networks, defence, roads …: what the money is for, right behind it
_NOT_FOR_AI = re.compile(
    r"\s?(?:규모)?(?:의)?\s?(?:정보\s?)?(?:보안|보호|주주|배당|통신망|물류|콘텐츠|방산|국방|도로|철도|배터리|이차전지|바이오|부동산|자사주)"
)
_SUM = re.compile(r"(?:합쳐서?|합치면|합친|합하면|합계|도합|통틀어)\s[^.]{0,8}$")
_OF_A_NAME = re.compile(r"[A-Za-z_\d][-_]$|[B-Z_a-z]$")
_DEFINED = re.compile(r"\d[BKMT]\s?[는=은]\s?$|유니콘\s?\([^)]*$")  # "1B는 10억 개", "유니콘(기업가치 10억달러 이상)"
_OFFERED = re.compile(r"\s?(?:의\s[가-힣 ]{0,8})?(?:이용자|사용자|고객|회원)?(?:에게|한테)")  # to so many people
_SHELVES = frozenset({"hugging-face", "github"})  # where models are downloaded from, not whose they are
_BROKER = re.compile(r"증권$|스탠리|골드만|JP모건|노무라|씨티|리서치")  # they estimate others' figures
_MADE = re.compile(
    r"\s?(?:최신|차세대|고성능|첨단)?\s?(?:AI\s?)?(?:GPU|칩|그래픽|가속기|[HAB]\d{2,3}|GB\d|블랙웰|호퍼|루빈|반도체)"
)


def _brand(name: Name, sentence: str, metric: str) -> bool:
    """Tell whether a company is only the maker of a chip (엔비디아 GPU 700개) or an analyst: the figure is not its own."""
    if metric == "downloads" and name.company in _SHELVES:
        return True
    if _BROKER.search(name.text) and metric != "investment":
        return True
    if (
        metric not in {"gpus", "investment", "compute", "power"}
        or name.kind != "company"
        or name.particle not in {"", "의"}
    ):
        return False
    return bool(_MADE.match(sentence, name.tail))


def _figure(
    marked: Marked, case: Case, measure: Measure, stance: Stance, owner: Owner, rule: str, confidence: float
) -> Figure:
    quantity, shift = case.quantity, marked.sentence.start
    unit = measure.unit
    if quantity.unit in _BY_GLOSS and quantity.gloss:
        quantity, unit = replace(quantity.gloss, start=quantity.start, end=quantity.end), quantity.gloss.unit or unit
    subject = subject_of(case, owner)
    metric = measure.metric or ""
    target = target_of(quantity, metric, stance.status, case.sentence, marked.clauses, marked.periods, owner.company)
    gloss = quantity.gloss
    return Figure(
        company=owner.company,
        subject=subject.text if subject else None,
        metric=metric,
        low=quantity.low,
        high=quantity.high,
        unit=unit,
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
        scope=scope_of(case, metric),
        voice=stance.voice,
        cue=stance.cue,
        grain=quantity.grain,
        gloss=(gloss.low, gloss.unit) if gloss and gloss.low is not None and gloss.unit else None,
    )


def _clause_of(marked: Marked, quantity: Quantity) -> Clause:
    return next(
        (c for c in marked.clauses if c.start <= quantity.start < c.end), Clause(0, len(marked.sentence.text), "")
    )


def _in_name(marked: Marked, quantity: Quantity) -> bool:
    return any(n.kind == "thing" and n.start <= quantity.start and quantity.end <= n.end for n in marked.names)


def _about_model(marked: Marked, quantity: Quantity) -> bool:
    """Tell whether a bare count can be a model's size: a model is named beside it, or sizes were counted before it."""
    window = marked.sentence.text[max(0, quantity.start - 40) : quantity.end + 20]
    return any(n.sort == "model" and quantity.start - 40 <= n.end <= quantity.end + 30 for n in marked.names) or bool(
        re.search(r"매개변수|파라미터", window)
    )


def _refusal(marked: Marked, quantity: Quantity, why: str) -> Refusal:
    shift = marked.sentence.start
    quote = marked.sentence.text[quantity.start : quantity.end]
    return Refusal(quote, quantity.start + shift, quantity.end + shift, why)
