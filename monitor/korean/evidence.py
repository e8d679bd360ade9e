"""What a sentence proves of its article: figures that put it on topic where its words are too few."""

from __future__ import annotations

import re

from monitor.catalogue import Catalogue
from monitor.korean.binding import Step, speaks_of_ai
from monitor.korean.cases import STATE
from monitor.korean.topics import ai_services_of
from monitor.model import Figure

# the confidence that a figure needs; the lower one where headline and sentence speak of AI
_SURE, _FAIRLY_SURE = 0.85, 0.7
_OF_AI = frozenset({"parameters", "active_parameters", "training_tokens", "context_length", "gpus", "compute"})
_OF_A_SERVICE = frozenset({"users", "downloads"})  # on topic where the service is one of AI
# on topic where their own sentence says that they are for AI
_FOR_AI = frozenset({"investment", "contract", "power", "revenue"})
_REVISED = frozenset({"moved", "raised", "lowered", "settled", "done"})
# a service that is called one of AI: 'AI 통화비서', 'AI 검색'
_AI_SERVICE = re.compile(
    r"(?<![A-Za-z])(?:AI|인공지능)\s?(?:[가-힣]{1,4}\s?)?(?:비서|에이전트|챗봇|어시스턴트|검색|친구|통역|번역|캐릭터|앱|서비스)(?![가-힣]{2})"
)
# whom firms hire for AI: 'AI·디지털 인력 1000명', 'AI 전문 인재'
_AI_STAFF = re.compile(
    r"(?:AI|인공지능)(?:\s분야)?를\s(?:중심으로|비롯한|포함한)\s(?:[가-힣]+\s){0,2}(?:인력|인재|개발자)|(?:AI|인공지능)를\s(?:연구|개발)하는\s(?:인력|인재|직원)|(?:AI|인공지능)(?:[·와과]\s?[가-힣A-Z]{1,6}|\s?반도체)?\s?(?:분야\s|전문\s?|핵심\s?|고급\s?|개발\s|연구\s?개발\s?|연구\s?|전담\s)?(?:인력|인재|개발자|연구원|연구진|엔지니어|전문가)"
)


class Evidence:
    """What the catalogue knows of AI: its firms, clouds, sites, services and programmes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._local = frozenset(c.id for c in catalogue.companies if c.kind == "government") - {STATE}
        self._ai = frozenset(company.id for company in catalogue.companies if company.ai)
        self._clouds = frozenset(company.id for company in catalogue.companies if company.cloud)
        self._sites = frozenset(
            thing.id
            for thing in catalogue.things
            if thing.kind == "facility" and speaks_of_ai(thing.name, (), frozenset())
        )
        self._services = ai_services_of(catalogue)
        self._programmes = frozenset(thing.id for thing in catalogue.things if thing.kind == "programme" and thing.ai)

    def tells(self, step: Step) -> bool:
        """Tell whether a sentence alone puts an article on topic: by a figure, or by what somebody gives up for AI."""
        given_up = any(n.cue == "withdrawn" and n.company not in self._local for n in step.notices)
        return (step.marked.of_ai and given_up) or bool(self.telling(step))

    def telling(self, step: Step) -> tuple[Figure, ...]:
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
        goes_on = memory.site is not None or memory.mood == "planned" or figure.cue in _REVISED
        told = memory.brief and memory.ai and goes_on
        return (spoken or told) and (memory.ai_title or titled or figure.thing in self._sites)
