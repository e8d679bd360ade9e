"""Read an article: mark each sentence, bind its quantities with what the sentences before were about, merge what is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

from monitor.catalogue import Catalogue
from monitor.korean.about import TOPIC, topic_of
from monitor.korean.binding import Marked, bind, speaks_of_ai
from monitor.korean.cases import NOMINATIVE, STATE, Memory, is_compared
from monitor.korean.coined import Coined, coined_in, mentioned
from monitor.korean.conversions import announced
from monitor.korean.counts import metrics_spoken_of
from monitor.korean.deals import deal_in
from monitor.korean.listed import first_of_list
from monitor.korean.measures import kind_of
from monitor.korean.merging import merge
from monitor.korean.names import Name, NameFinder
from monitor.korean.notices import find_notices
from monitor.korean.periods import find_periods
from monitor.korean.plans import tells_of_a_plan, tells_of_what_came_out, tells_of_what_is_awaited
from monitor.korean.refusing import is_beside, is_foil
from monitor.korean.releases import Release, awaiting, moved_next, release_in, released_next, told_last
from monitor.korean.revisions import says_it_corrects
from monitor.korean.scenes import vocabulary_of
from monitor.korean.sharing import acting_in, sharing_of, told_jointly
from monitor.korean.sites import site_after, told_of
from monitor.korean.sizes import named_by_size, sizes_of
from monitor.korean.strangers import as_introduced, find_strangers, introduced_in, recalled
from monitor.korean.text import Sentence, cut_clauses, cut_sentences, headline_of
from monitor.korean.topics import Relevance, TopicScorer, ai_services_of, words_of
from monitor.korean.undertakings import find_undertakings
from monitor.korean.variants import VariantFinder, line_of
from monitor.model import KST, Article, Figure, Notice, Reading, Refusal

_SURE, _FAIRLY_SURE = (
    0.85,
    0.7,
)  # the confidence that a figure needs; the lower one where headline and sentence speak of AI
_DOUBTED = (
    0.4  # of a correction without a word of AI: it counts where the log knows what it corrects, else a person decides
)
_OF_AI = frozenset({"parameters", "active_parameters", "training_tokens", "context_length", "gpus", "compute"})


_OF_A_SERVICE = frozenset({"users", "downloads"})  # on topic where the service is one of AI
_SHORT = 400  # characters: a wire report, which has no second topic
_FOR_AI = frozenset(
    {"investment", "contract", "power", "revenue"}
)  # on topic where their own sentence says that they are for AI
# a service that is called one of AI: 'AI 통화비서', 'AI 검색'
_AI_SERVICE = re.compile(
    r"(?<![A-Za-z])(?:AI|인공지능)\s?(?:[가-힣]{1,4}\s?)?(?:비서|에이전트|챗봇|어시스턴트|검색|친구|통역|번역|캐릭터|앱|서비스)(?![가-힣]{2})"
)
# whom firms hire for AI: 'AI·디지털 인력 1000명', 'AI 전문 인재'
_AI_STAFF = re.compile(
    r"(?:AI|인공지능)(?:\s분야)?를\s(?:중심으로|비롯한|포함한)\s(?:[가-힣]+\s){0,2}(?:인력|인재|개발자)|(?:AI|인공지능)를\s(?:연구|개발)하는\s(?:인력|인재|직원)|(?:AI|인공지능)(?:[·와과]\s?[가-힣A-Z]{1,6}|\s?반도체)?\s?(?:분야\s|전문\s?|핵심\s?|고급\s?|개발\s|연구\s?개발\s?|연구\s?|전담\s)?(?:인력|인재|개발자|연구원|연구진|엔지니어|전문가)"
)


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence on its way through the reader, for `explain`: what was marked, bound and refused."""

    marked: Marked
    memory: Memory
    figures: tuple[Figure, ...]
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(slots=True)
class _Named:
    """Whom a text has named: under which short name, strangers and things that the catalogue lacks, the firms, who acts."""

    called: dict[str, Name] = field(default_factory=dict)
    introduced: dict[str, str] = field(default_factory=dict)
    coined: dict[str, Coined] = field(default_factory=dict)
    firms: set[str] = field(default_factory=set)
    acting: dict[str, str] = field(default_factory=dict)
    line: Name | None = None  # the model named last
    told: date | None = None  # a day of the time told last


class Reader:
    """A catalogue made ready for reading. Building it costs tens of milliseconds; reading is pure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names = NameFinder(catalogue)
        self._variants = VariantFinder(catalogue)
        self._vocabulary = vocabulary_of(catalogue.metrics)
        self._local = frozenset(c.id for c in catalogue.companies if c.kind == "government") - {STATE}
        self._ai = frozenset(company.id for company in catalogue.companies if company.ai)
        self._clouds = frozenset(company.id for company in catalogue.companies if company.cloud)
        self._sizes = sizes_of(catalogue)
        self._sharing = sharing_of(catalogue)
        self._sites = frozenset(
            thing.id
            for thing in catalogue.things
            if thing.kind == "facility" and speaks_of_ai(thing.name, (), frozenset())
        )
        self._services = ai_services_of(catalogue)
        self._programmes = frozenset(thing.id for thing in catalogue.things if thing.kind == "programme" and thing.ai)
        named = words_of(catalogue)
        self._topics = tuple(TopicScorer(topic, named) for topic in catalogue.topics)

    def relevance(self, title: str, text: str) -> Relevance:
        """Return how much a text is on topic: the best of the topics."""
        return max((topic.score(title, text) for topic in self._topics), key=lambda r: (r.relevant, r.score))

    def read(self, article: Article) -> Reading:
        """
        Return the figures of *article*, and whether it is on topic.

        An article whose words are too few is on topic by what some figures say; then it has the figures of
        sentences that speak of AI alone, unless it is so short that it speaks of one thing.
        """
        relevance = self.relevance(article.title, article.text)
        steps = list(self.explain(article)) if relevance.touched or says_it_corrects(article.title) else []
        relevant = relevance.relevant or any(self._tells(step) for step in steps)
        whole = relevance.relevant or len(article.text) < _SHORT
        of = [step.figures if whole or step.marked.of_ai else self._telling(step) for step in steps]
        figures = merge([figure for said in of for figure in said]) if relevant else []
        if not relevance.touched:
            figures = [replace(figure, confidence=_DOUBTED) for figure in figures]
        notices = _not_told_by_figures([notice for step in steps for notice in step.notices], figures)
        refusals = tuple(refusal for step in steps for refusal in step.refusals)
        return Reading(article.id, relevant, relevance.score, relevance.reasons, tuple(figures), notices, refusals)

    def judge(self, article: Article) -> Relevance:
        """Return how much *article* is on topic: by its words, or, where these are too few, by what its figures say."""
        relevance = self.relevance(article.title, article.text)
        if relevance.relevant or not (relevance.touched or says_it_corrects(article.title)):
            return relevance
        told = any(self._tells(step) for step in self.explain(article))
        return replace(
            relevance, relevant=told, reasons=(*relevance.reasons, "a figure") if told else relevance.reasons
        )

    def _tells(self, step: Step) -> bool:
        """Tell whether a sentence alone puts an article on topic: by a figure, or by what somebody gives up for AI."""
        given_up = any(n.cue == "withdrawn" and n.company not in self._local for n in step.notices)
        return (step.marked.of_ai and given_up) or bool(self._telling(step))

    def _telling(self, step: Step) -> tuple[Figure, ...]:
        """
        Return the figures that put an article on topic: of AI itself, of an AI firm, or said to be for AI.

        In a brief, the sentences beside may say what it is for: 'AI와 로봇에 힘을 싣는다. 국내에 125조원을 투자한다'.
        """
        spoken = step.marked.of_ai or (step.memory.brief and step.memory.ai)
        programme = any(name.id in self._programmes for name in step.marked.names)
        return tuple(
            figure
            for figure in step.figures
            if figure.confidence >= (_FAIRLY_SURE if self._is_plain(step, figure) else _SURE)
            and figure.company not in self._local
            and (
                figure.metric in _OF_AI
                or figure.company in self._ai
                or (figure.metric in _OF_A_SERVICE and figure.thing in self._services)
                or (spoken and figure.metric in _FOR_AI)
                or (figure.metric in _OF_A_SERVICE and _AI_SERVICE.search(step.marked.sentence.text))
                or ((spoken or step.memory.corrects) and figure.cue == "corrected")
                or (figure.metric == "headcount" and (programme or _AI_STAFF.search(step.marked.sentence.text)))
            )
        )

    def _is_plain(self, step: Step, figure: Figure) -> bool:
        """Tell whether what stands around *figure* speaks of AI, too: the headline, the firm that it is about, the site."""
        spoken, memory = step.marked.of_ai, step.memory
        if figure.company in self._ai & memory.headed:  # its people, who do other things as well, are not enough
            return True
        titled = figure.company == memory.titled != STATE  # news on a president is seldom news on AI
        outlay = figure.metric == "investment" and figure.company in self._clouds
        if titled and outlay and memory.brief and memory.ai:
            return True
        sited = memory.brief and memory.ai and (memory.site is not None or memory.mood == "planned")
        return (spoken or sited) and (memory.ai_title or titled or figure.thing in self._sites)

    def explain(self, article: Article) -> Iterator[Step]:
        """Yield every sentence with what was found in it, in order: the headline first."""
        on = article.published.astimezone(KST).date()
        memory = Memory()
        named = _Named()
        lines = (headline_of(article.title), *cut_sentences(article.text))
        marks = [self._mark(sentence, on, named, article.text) for sentence in lines]
        headed = frozenset(name.company for name in marks[0].names if name.kind != "person")
        models = [name for marked in marks for name in marked.names if name.sort == "model"]
        makers = {name.company for name in models}
        out = any(tells_of_what_came_out(one.sentence.text) for one in marks[1:] if _is_on(one, makers))
        one_model = len({(name.id or name.text, name.version) for name in models}) == 1
        awaited = one_model and not out and tells_of_what_is_awaited(f"{article.title}. {article.text}")
        memory = replace(memory, headed=headed, brief=len(article.text) < _SHORT, to_come=awaited)
        state = memory.brief and any(name.company == STATE for marked in marks for name in marked.names)
        memory = replace(memory, of_state=state)
        spoken = memory.brief and any(marked.of_ai for marked in marks)
        for marked, following in zip(marks, [*marks[1:], None], strict=True):
            memory = replace(memory, ai=memory.ai or spoken or (following is not None and following.of_ai))
            sentence = marked.sentence
            figures, refusals = bind(marked, memory, self._ai, self._vocabulary) if marked.quantities else ([], [])
            figures = [named_by_size(figure, self._sizes, sentence.text) for figure in figures]
            figures = [
                awaiting(one, *_around(sentence, one), memory.release) if memory.release else one for one in figures
            ]
            if memory.brief and following is not None and not following.quantities:
                figures = [
                    released_next(one, sentence.text, _release(following, on, one.company, out=out)) for one in figures
                ]
                figures = [moved_next(one, following.sentence.text) for one in figures]
            acting = tuple(name for name in marked.names if not is_beside(name, sentence.text))
            named.acting |= acting_in(acting)
            figures = [told_jointly(figure, self._sharing, acting, figures, named.acting) for figure in figures]
            cued = any(figure.cue in {"withdrawn", "moved"} for figure in figures)
            notices = [] if cued else find_notices(sentence, marked.names, on, memory)
            yield Step(marked, memory, tuple(figures), tuple(refusals), tuple(notices))
            memory = _remember(memory, marked, figures)
            if memory.brief:
                told = _release(marked, on, memory.company, out=out)
                memory = replace(memory, release=told_last(told, memory.release))

    def _mark(self, sentence: Sentence, on: date, named: _Named, text: str) -> Marked:
        """Return *sentence* of *text* with what is found in it; *named* is who and what was named so far, and grows."""
        names = as_introduced(self._names.find(sentence.text), named.called)
        named.firms |= {name.company for name in names}
        names += self._names.find_short(sentence.text, sorted(named.firms), names)
        if "(" in sentence.text:
            named.introduced |= introduced_in(sentence.text, names)
        names += recalled(sentence.text, named.introduced, names)
        named.coined |= coined_in(sentence.text, names)
        names += mentioned(sentence.text, named.coined, names)
        named.line = line_of(names) or named.line
        names += self._variants.find(sentence.text, text, named.line, names)
        names.sort(key=lambda name: name.start)
        quantities = announced(sentence.text) if sentence.part != "caption" else []
        of_ai = speaks_of_ai(sentence.text, names, self._ai, self._clouds)
        if not quantities:
            return Marked(sentence, tuple(names), (), (), (), (), of_ai)
        names = sorted([*names, *find_strangers(sentence.text, names)], key=lambda name: name.start)
        periods = find_periods(sentence.text, on, named.told)
        named.told = next((p.last or p.first for p in reversed(periods)), named.told)
        undertakings = find_undertakings(sentence.text)
        clauses = cut_clauses(sentence.text)
        return Marked(
            sentence, tuple(names), tuple(undertakings), tuple(quantities), tuple(periods), tuple(clauses), of_ai
        )


def _not_told_by_figures(notices: list[Notice], figures: list[Figure]) -> tuple[Notice, ...]:
    """Return *notices* without those of a new time that a figure of the same thing has as well, and may tell better."""
    moved = {(one.company, one.thing or one.subject) for one in figures if one.cue == "moved" and one.target}
    return tuple(
        one
        for one in notices
        if one.cue != "moved" or not one.subject or (one.company, one.thing or one.subject) not in moved
    )


def _release(marked: Marked, on: date, company: str, *, out: bool) -> Release | None:
    """Return what a sentence about *company* says to come out or to open; nothing where it names another firm."""
    if any(name.company not in {"", company} for name in marked.names):
        return None
    periods = marked.periods or find_periods(marked.sentence.text, on)
    return release_in(marked.sentence.text, marked.names, periods, on, company, out=out)


def _is_on(marked: Marked, makers: AbstractSet[str]) -> bool:
    """Tell whether a sentence may speak of what *makers* make: it names one of them, or nobody."""
    named = {name.company for name in marked.names} - {""}
    return not named or not makers or not named.isdisjoint(makers)


def _around(sentence: Sentence, figure: Figure) -> tuple[str, str]:
    return sentence.text[: figure.start - sentence.start], sentence.text[figure.end - sentence.start :]


def _remember(memory: Memory, marked: Marked, figures: list[Figure]) -> Memory:
    """Return what the next sentence may leave out: the topic of this one and the things it named."""
    text = marked.sentence.text
    marked = replace(marked, names=tuple(n for n in marked.names if not is_beside(n, text) and not is_foil(n, text)))
    topic = topic_of(marked.names, marked.sentence)
    if topic and topic.particle in NOMINATIVE:
        topic = first_of_list(marked.sentence.text, marked.names, topic)
    heading = marked.sentence.part == "headline"
    company = topic.company if topic else _named_in(marked) if heading else memory.company
    things = dict(memory.by_company)
    for name in marked.names:
        if (
            name.kind == "thing"
            and name.company
            and name.sort in {"model", "service"}
            and not _in_passing(marked, name)
        ):
            things[name.company] = name
    ai_title = memory.ai_title or (heading and marked.of_ai)
    last = {kind: metric for kind, metric in memory.last if kind == "cards"}
    last |= {kind_of(figure.metric): figure.metric for figure in figures}
    last |= metrics_spoken_of(marked.sentence.text)
    goes_on = "planned" if tells_of_a_plan(marked.sentence.text) else memory.mood if memory.site_age == 0 else ""
    mood = figures[-1].status if figures else goes_on
    undertakings = find_undertakings(marked.sentence.text)
    site, site_age = site_after(memory, marked.sentence.text, marked.names, undertakings)
    return replace(
        memory,
        company=company,
        thing=things.get(company),
        by_company=things,
        last=tuple(last.items()),
        ai=marked.of_ai,
        ai_title=ai_title,
        site=site,
        site_age=site_age,
        programme=memory.programme or next((n for n in marked.names if n.sort == "programme"), None),
        about=topic if topic and topic.kind == "thing" else None,
        told_of=told_of(marked.names, undertakings),
        sites=(*memory.sites, *(n for n in told_of(marked.names, undertakings) if n.sort != "programme")),
        models=tuple(name for name in marked.names if name.sort == "model" and name.company) or memory.models,
        deal=deal_in(marked.sentence.text, marked.names) or memory.deal,
        mood=mood,
        run_rate=any("run-rate" in figure.scope for figure in figures),
        titled=company if heading else memory.titled,
        corrects=memory.corrects or bool(says_it_corrects(marked.sentence.text)),
        latest=_latest(marked.names),
    )


def _named_in(marked: Marked) -> str:
    """Return the company of a headline without a topic: the one before its comma, the first, or that of the first thing."""
    heads = [n for n in marked.names if n.kind != "thing" and marked.sentence.text.startswith(",", n.tail)]
    firms = (n for n in (*heads, *marked.names) if n.kind != "thing")
    return next((n.company for n in (*firms, *marked.names) if n.company), "")


def _latest(names: tuple[Name, ...]) -> str:
    """Return the company that is named last, '' where one is the topic: 'this firm' is that one then."""
    firms = [name for name in names if name.kind == "company" and name.company]
    return "" if not firms or any(name.particle in TOPIC for name in firms) else firms[-1].company


_EARLIER = re.compile(r"(?:지난|앞서|기존|이전|전작|작년|종전)\s?(?:[가-힣0-9]+\s){0,2}['‘“\"]?$")


def _in_passing(marked: Marked, name: Name) -> bool:
    """Tell whether a thing is only what came before or is compared with: '지난 8월 엑사원 3.0을 선보인 지 넉 달 만'."""
    before = marked.sentence.text[max(0, name.start - 14) : name.start]
    return bool(_EARLIER.search(before)) or is_compared(marked.sentence.text, name)
