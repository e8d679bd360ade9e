"""Read an article: mark each sentence, bind its quantities with what the sentences before were about, merge what is said twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from monitor.catalogue import Catalogue
from monitor.korean.awaited import awaited_in, is_on, tells_of_what_came_out
from monitor.korean.binding import Marked, Step, bind, speaks_of_ai
from monitor.korean.briefs import brief_of
from monitor.korean.cases import STATE, Memory
from monitor.korean.claims import as_claimed
from monitor.korean.coined import Coined, coined_in, mentioned
from monitor.korean.conversions import announced
from monitor.korean.evidence import Evidence
from monitor.korean.merging import merge
from monitor.korean.names import Name, NameFinder
from monitor.korean.notices import find_notices
from monitor.korean.periods import find_periods
from monitor.korean.refusing import is_beside
from monitor.korean.releases import Release, awaiting, paid_out, release_in, released_next, told_last
from monitor.korean.remembering import remember
from monitor.korean.revisions import says_it_corrects
from monitor.korean.scenes import vocabulary_of
from monitor.korean.sharing import acting_in, sharing_of, told_jointly
from monitor.korean.sizes import named_by_size, sizes_of
from monitor.korean.strangers import as_introduced, find_strangers, introduced_in, recalled
from monitor.korean.text import Sentence, cut_clauses, cut_sentences, headline_of
from monitor.korean.topics import Relevance, TopicScorer, words_of
from monitor.korean.undertakings import find_undertakings
from monitor.korean.variants import VariantFinder, line_of
from monitor.model import KST, Article, Figure, Notice, Reading

# the confidence of a correction without a word of AI: it counts where the log knows what it corrects, else a person decides
_DOUBTED = 0.4
_SHORT = 400  # characters: a wire report, which has no second topic


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
        self._ai = frozenset(company.id for company in catalogue.companies if company.ai)
        self._clouds = frozenset(company.id for company in catalogue.companies if company.cloud)
        self._sizes = sizes_of(catalogue)
        self._sharing = sharing_of(catalogue)
        self._evidence = Evidence(catalogue)
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
        relevant = relevance.relevant or any(self._evidence.tells(step) for step in steps)
        whole = relevance.relevant or len(article.text) < _SHORT
        of = [step.figures if whole or step.marked.of_ai else self._evidence.telling(step) for step in steps]
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
        told = any(self._evidence.tells(step) for step in self.explain(article))
        return replace(
            relevance, relevant=told, reasons=(*relevance.reasons, "a figure") if told else relevance.reasons
        )

    def explain(self, article: Article) -> Iterator[Step]:
        """Yield every sentence with what was found in it, in order: the headline first."""
        on = article.published.astimezone(KST).date()
        memory = Memory()
        named = _Named()
        lines = (headline_of(article.title), *cut_sentences(article.text))
        marks = as_claimed([self._mark(sentence, on, named, article.text) for sentence in lines])
        headed = frozenset(name.company for name in marks[0].names if name.kind != "person")
        models = [name for marked in marks for name in marked.names if name.sort == "model"]
        makers = {name.company for name in models}
        out = any(tells_of_what_came_out(one.sentence.text) for one in marks[1:] if is_on(one.names, makers))
        brief = len(article.text) < _SHORT  # a longer text tells of what is there as well
        awaited = awaited_in([(one.sentence.text, one.names) for one in marks], out=out) if brief else frozenset()
        memory = replace(memory, headed=headed, brief=brief, to_come=awaited)
        whole = brief_of(marks if brief else (), on)
        state = memory.brief and any(name.company == STATE for marked in marks for name in marked.names)
        memory = replace(memory, of_state=state)
        spoken = memory.brief and any(marked.of_ai for marked in marks)
        for before, marked, following in zip(
            ["", *(m.sentence.text for m in marks[:-1])], marks, [*marks[1:], None], strict=True
        ):
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
            figures = [whole.of(paid_out(one, before), _around(sentence, one)[1]) for one in figures]
            acting = tuple(name for name in marked.names if not is_beside(name, sentence.text))
            named.acting |= acting_in(acting)
            figures = [told_jointly(figure, self._sharing, acting, figures, named.acting) for figure in figures]
            cued = any(figure.cue in {"withdrawn", "moved"} for figure in figures)
            notices = [] if cued else find_notices(sentence, marked.names, on, memory)
            yield Step(marked, memory, tuple(figures), tuple(refusals), tuple(notices))
            memory = remember(memory, marked, figures)
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


def _around(sentence: Sentence, figure: Figure) -> tuple[str, str]:
    return sentence.text[: figure.start - sentence.start], sentence.text[figure.end - sentence.start :]
