"""What a sentence leaves to the next: whom and what it was about, what it named, the mood of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.korean.about import TOPIC, topic_of
from monitor.korean.binding import Marked
from monitor.korean.cases import NOMINATIVE, Memory, is_compared
from monitor.korean.counts import metrics_spoken_of
from monitor.korean.deals import deal_in
from monitor.korean.listed import first_of_list
from monitor.korean.measures import kind_of
from monitor.korean.names import Name
from monitor.korean.plans import tells_of_a_plan
from monitor.korean.refusing import is_beside, is_foil
from monitor.korean.revisions import says_it_corrects
from monitor.korean.sites import site_after, told_of
from monitor.korean.undertakings import find_undertakings
from monitor.model import Figure


def remember(memory: Memory, marked: Marked, figures: Sequence[Figure]) -> Memory:
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
