"""Bind the quantities of one sentence: measure, owner, subject, stance and target of each, or the reason for refusing it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from monitor.korean.cases import MODEL_METRICS, STATE, Case, Memory, Owner
from monitor.korean.measures import measure_of
from monitor.korean.names import Name
from monitor.korean.owners import owners_of
from monitor.korean.refusing import is_bystander, refused_as, refused_at_sight
from monitor.korean.scenes import Measure, Scene, Vocabulary, with_chips
from monitor.korean.scopes import scope_of
from monitor.korean.sites import says_how_large
from monitor.korean.stances import Stance, stance_of
from monitor.korean.subjects import subject_of
from monitor.korean.supply import as_seller
from monitor.korean.targets import target_of
from monitor.korean.tellers import stance_towards
from monitor.korean.text import Clause, Sentence
from monitor.model import Figure, Notice, Period, Quantity, Refusal

_NEEDS_AI = frozenset({"investment", "funding", "contract", "revenue", "power", "headcount", "users", "valuation"})
_AI = re.compile(
    r"AI|(?<![A-Za-z.])AX(?![A-Za-z])|인공지능|GPU|LLM|데이터\s?센터|초거대|초대규모|챗봇|챗GPT|생성형|언어\s?모델|가속기|NPU|슈퍼컴|컴퓨팅|"
    r"자본\s?지출|설비\s?투자|그래픽처리|파운데이션|매개\s?변수|파라미터|토큰"
)


# '올해 투자액 850억달러': a year's outlay, and not one for stores or films
_OUTLAY_OF_A_YEAR = re.compile(
    r"(?:올해|내년|연간|회계연도)\s(?:[^.]{0,16}\s)?투자(?!자)(?![^.]{0,12}유치)|(?:올해|내년)\s[\d.,억~]+\s?달러를?\s(?:투자(?!자)|쓴다|쓰기로|쓰겠|쏟|투입|들인다|들이)"
)
_NOT_FOR_CLOUDS = re.compile(r"물류|배송|콘텐츠|광고|영화|채용|자사주|배당")


def speaks_of_ai(
    sentence: str, names: Iterable[Name], only_ai: frozenset[str], clouds: frozenset[str] = frozenset()
) -> bool:
    """
    Tell whether a sentence has a word of AI, or names a model, an AI site or a firm that does nothing else.

    A year's outlay of who runs *clouds* is for AI as well.
    """
    named = list(names)
    outlay = any(n.company in clouds for n in named) and not _NOT_FOR_CLOUDS.search(sentence)
    return (
        any(n.kind == "thing" or n.company in only_ai for n in named)
        or bool(_AI.search(sentence))
        or bool(outlay and _OUTLAY_OF_A_YEAR.search(sentence))
    )


# currencies that the guide has no unit for: told by the won or dollars beside them (rule 17)
_BY_GLOSS = frozenset({"HKD", "GBP", "CAD", "TWD", "SGD", "AED", "SAR", "INR", "AUD", "CHF"})
_NO_MODELS = frozenset({STATE})  # a ministry has models built, and names them
_OF_A_STATE = re.compile(r"양성|교육|육성|인재|채용|배출|길러|뽑|선발")  # whom a ministry counts
_NOT_OF_STATES = frozenset({"valuation", "funding", "revenue", "users"})  # what no ministry has
_FIRMS = frozenset({"곳", "개", "개사"})  # counted of customers that are firms: of an AI, or of who sells nothing else
_SIZE_OF_A_LIST = re.compile(r"[-/]A$")
_AROUND = 12  # quantities to either side that bear on one: a longer list is cut, not searched again and again
_LEAST_FOR_VAGUE = 0.8  # 'thousands of GPUs', in a sentence that names nobody
_COUNTED = frozenset({"gpus", "parameters", "users", "headcount", "valuation"})


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


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence on its way through the reader, for `explain`: what was marked, bound and refused."""

    marked: Marked
    memory: Memory
    figures: tuple[Figure, ...]
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...] = ()


def bind(
    marked: Marked, memory: Memory, only_ai: frozenset[str], vocabulary: Vocabulary
) -> tuple[list[Figure], list[Refusal]]:
    """
    Return the figures of a marked sentence and what was refused; offsets into the article's text.

    *only_ai* are the companies that do nothing but AI: their money needs no further word to be on topic.
    """
    figures: list[Figure] = []
    refusals: list[Refusal] = []
    for index in range(len(marked.quantities)):
        bound = _bind_one(marked, index, memory, only_ai, vocabulary)
        if isinstance(bound, Refusal):
            refusals.append(bound)
        else:
            figures += bound
    return [_put_right(figure, figures, marked.sentence) for figure in figures], refusals


def _put_right(figure: Figure, beside: list[Figure], sentence: Sentence) -> Figure:
    """Return *figure*, of the thing and time of the one that it corrects: 'V3에 5576만 달러라고 했으나 557만6000달러입니다'."""
    if figure.cue != "corrected":
        return figure
    same = (
        one for one in beside if (one.company, one.metric, one.unit) == (figure.company, figure.metric, figure.unit)
    )
    own = figure.subject is not None and figure.subject in sentence.text
    named = (
        one for one in same if one.subject is not None and (not own or one.subject.startswith(str(figure.subject)))
    )
    wrong = next((one for one in named if one.cue == "superseded"), figure)
    return replace(
        figure,
        subject=wrong.subject,
        thing=wrong.thing,
        version=wrong.version,
        scope=wrong.scope,
        status=wrong.status,
        target=figure.target or wrong.target,
    )


def _bind_one(
    marked: Marked, index: int, memory: Memory, only_ai: frozenset[str], vocabulary: Vocabulary
) -> list[Figure] | Refusal:
    quantity = marked.quantities[index]
    text, clause = marked.sentence.text, _clause_of(marked, quantity)
    if why := refused_at_sight(quantity, text, marked.names):
        return _refusal(marked, quantity, why)
    others = marked.quantities[max(0, index - _AROUND) : index] + marked.quantities[index + 1 : index + 1 + _AROUND]
    scene = _scene_of(marked, quantity, others, clause, vocabulary)
    measure = _of_a_fund(measure_of(scene, dict(memory.last), about_model=_about_model(marked, quantity)), memory)
    if measure.metric is None:
        return _refusal(marked, quantity, measure.why)
    if why := refused_as(measure.metric, quantity, text, beside_ai=memory.brief and (marked.of_ai or memory.ai)):
        return _refusal(marked, quantity, why)
    names = tuple(
        as_seller(name, text, quantity.end, memory.company)
        for name in marked.names
        if not is_bystander(name, text, measure.metric)
    )
    behind = _model_behind(names, quantity)
    stance = stance_of(
        text,
        quantity.start,
        quantity.end,
        list(marked.clauses),
        measure.metric,
        memory.mood,
        behind,
        corrects=memory.corrects,
    )
    case = Case(
        sentence=text,
        quantity=quantity,
        metric=measure.metric,
        names=names,
        undertakings=marked.undertakings,
        others=others,
        clause=clause,
        memory=memory,
        headline=marked.sentence.part == "headline",
        planned=stance.status == "planned",
    )
    owners, rule, confidence = owners_of(case)
    if confidence < _LEAST_FOR_VAGUE and _is_vague(case):
        return _refusal(marked, quantity, "so many of nobody in particular")
    owners, why = _fitting(owners, case, marked, only_ai)
    if why:
        return _refusal(marked, quantity, why)
    stance = stance_towards(owners, stance, case)
    return [_figure(marked, case, measure, stance, owner, rule, confidence) for owner in owners]


def _of_a_fund(measure: Measure, memory: Memory) -> Measure:
    """Return *measure*; what is gathered for a ministry's fund that was told of is what the ministry invests."""
    fund = memory.site is not None and memory.site.company == STATE and memory.site.text.endswith(_FUNDS)
    return replace(measure, metric="investment") if fund and measure.metric == "funding" else measure


_FUNDS = ("펀드", "기금")


def _scene_of(
    marked: Marked, quantity: Quantity, others: tuple[Quantity, ...], clause: Clause, vocabulary: Vocabulary
) -> Scene:
    """Return what decides what *quantity* measures: its clause, what is counted beside it, the words of metrics and chips."""
    text = marked.sentence.text
    words = with_chips(vocabulary, (name.text for name in marked.names if name.sort == "chip"))
    sized = says_how_large(text, marked.names, quantity)
    heads = marked.sentence.part == "headline"
    return Scene(text, (clause.start, clause.end), quantity, others, words, sized, heads)


def _is_vague(case: Case) -> bool:
    """Tell whether it is 수만 (tens of thousands; not 조 단위) of no site that was told of right before."""
    vague = case.quantity.qualifier == "order" and case.quantity.high is not None
    sited = case.memory.brief and case.memory.site is not None and case.memory.site_age == 0
    return vague and case.metric in _COUNTED and not sited


def _model_behind(names: tuple[Name, ...], quantity: Quantity) -> int | None:
    """Return where the next model or service behind a quantity is named."""
    return next(
        (n.start for n in names if n.start >= quantity.end and n.sort in {"model", "service"} and n.company), None
    )


def _fitting(owners: list[Owner], case: Case, marked: Marked, only_ai: frozenset[str]) -> tuple[list[Owner], str]:
    """Return those of *owners* that can have such a figure, or why none can."""
    if not owners:
        return [], "nobody owns it"
    if case.metric == "users" and case.quantity.counter in _FIRMS:
        owners = [owner for owner in owners if owner.subject or owner.company in only_ai]
    if case.metric in _NOT_OF_STATES:
        owners = [owner for owner in owners if owner.company not in _NO_MODELS]
    if case.metric == "headcount" and not _OF_A_STATE.search(case.sentence):
        owners = [owner for owner in owners if owner.company not in _NO_MODELS]
    if case.metric in MODEL_METRICS:
        owners = [owner for owner in owners if owner.subject or owner.company not in _NO_MODELS]
    if case.metric == "active_parameters" and _SIZE_OF_A_LIST.search(case.sentence[: case.quantity.start][-2:]):
        owners = [owner for owner in owners if owner.subject]  # '20B-A2B, 7B-A1B': sizes of models that have no name
    if case.metric in _NEEDS_AI and not (
        case.memory.ai or case.memory.ai_title or case.memory.corrects or marked.of_ai
    ):
        owners = [owner for owner in owners if owner.company in only_ai]
        return owners, "" if owners else "nothing says that it is for AI"
    owners = [owner for owner in owners if owner.company]
    return owners, "" if owners else "its owner is not in the catalogue"


_UP_TO = re.compile(
    r"까지\s(?:더\s)?[가-힣\s]{0,8}?(?:받을|오를|갈|커질|불어날|늘어날|치솟을|뛸)\s(?:수|것)"
)  # 'as far as it may go'


_CAN_GROW = re.compile(r"까지\s(?:[가-힣]+[을를]\s)?(?:확장|확대|증설|처리|지원)할\s수\s있")  # what a thing is able to


def _figure(
    marked: Marked, case: Case, measure: Measure, stance: Stance, owner: Owner, rule: str, confidence: float
) -> Figure:
    quantity, shift, unit = case.quantity, marked.sentence.start, measure.unit
    if quantity.unit in _BY_GLOSS and quantity.gloss:
        unit = quantity.gloss.unit or unit
        quantity = replace(quantity.gloss, start=quantity.start, end=quantity.end)
    if stance.status == "estimated" and quantity.low == quantity.high and _UP_TO.match(case.sentence, quantity.end):
        quantity = replace(quantity, low=None, qualifier="at_most")
    status = stance.status
    if quantity.low == quantity.high and _CAN_GROW.match(case.sentence, quantity.end):
        quantity, status = replace(quantity, low=None, qualifier="at_most"), "actual"
    subject = subject_of(case, owner)
    metric = measure.metric or ""
    target = target_of(quantity, metric, status, case.sentence, marked.clauses, marked.periods, owner.company)
    gloss = quantity.gloss
    return Figure(
        company=owner.company,
        subject=subject.text if subject else None,
        metric=metric,
        low=quantity.low,
        high=quantity.high,
        unit=unit,
        qualifier=quantity.qualifier,
        status=status,
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


def _about_model(marked: Marked, quantity: Quantity) -> bool:
    """Tell whether a bare count can be a model's size: a model is named beside it, or sizes were counted before it."""
    window = marked.sentence.text[max(0, quantity.start - 40) : quantity.end + 20]
    return any(n.sort == "model" and quantity.start - 40 <= n.end <= quantity.end + 30 for n in marked.names) or bool(
        re.search(r"매개변수|파라미터|가지 크기|체급", window)
    )


def _refusal(marked: Marked, quantity: Quantity, why: str) -> Refusal:
    shift = marked.sentence.start
    quote = marked.sentence.text[quantity.start : quantity.end]
    return Refusal(quote, quantity.start + shift, quantity.end + shift, why)
