"""
Whose a site is that is called by its place alone: what the text says, before the catalogue.

Two firms may build in one town: '포항 AI 데이터센터' (a data centre for AI in Pohang) is OpenAI's in one text, POSCO's in
another. The catalogue decides where the text is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from monitor.korean.binding import Marked
from monitor.korean.names import Name

_BY_ITS_PLACE = re.compile(r"[가-힣]{2,4}\s(?:AI\s?|인공지능\s)?(?:데이터\s?센터|DC)")
_SUBJECT = frozenset({"이", "가", "은", "는"})
# builds, sets up, opens, runs
_BUILDS = re.compile(r"\s[^.]{0,40}(?:센터|DC)(?:를|을)\s(?:세우|세운|세울|짓|지어|지을|건립|조성|착공|완공|가동|운영)")
_ITS = re.compile(r"\s['‘]?")


def as_claimed(marks: Sequence[Marked]) -> list[Marked]:
    """Return *marks* of a text with each such site as its builder's, or without it where the text names none of its firms."""
    names = [name for marked in marks for name in marked.names]
    firms = {name.company for name in names if name.kind == "company" and name.company}
    sites = {n.id: n for n in names if n.sort == "facility" and _BY_ITS_PLACE.fullmatch(n.text)}
    unclaimed = {key: site for key, site in sites.items() if firms and site.company not in firms}
    if not unclaimed:
        return list(marks)
    builders = {key: _builder_of(site, marks) for key, site in unclaimed.items() if not firms.isdisjoint(site.partners)}
    return [replace(marked, names=tuple(_claimed(marked.names, unclaimed, builders))) for marked in marks]


def _claimed(names: Iterable[Name], unclaimed: dict[str, Name], builders: dict[str, str]) -> Iterator[Name]:
    for name in names:
        if name.id not in unclaimed:
            yield name
        elif name.id in builders:
            builder = builders[name.id] or name.company
            partners = tuple({name.company, *name.partners} - {builder})
            yield replace(name, company=builder, partners=partners)


def _builder_of(site: Name, marks: Iterable[Marked]) -> str:
    """Return the partner that the text says builds or has *site*, '' for none: '삼성전자가 포항에 AI 데이터센터를 세우는'."""
    for marked in marks:
        text = marked.sentence.text
        for firm in marked.names:
            if firm.kind != "company" or firm.company not in site.partners:
                continue
            builds = firm.particle in _SUBJECT and _BUILDS.match(text, firm.tail)
            has = firm.particle == "의" and any(
                n.id == site.id and _ITS.fullmatch(text, firm.tail, n.start) for n in marked.names
            )
            if builds or has:
                return firm.company
    return ""
