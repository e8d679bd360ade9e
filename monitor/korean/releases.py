"""
Give a figure that stands without a deed the time that the text has told before it.

'4분기에 공개할 예정이다. 매개변수는 650억개다.' (is to come out in the fourth quarter; it has 65 billion parameters): the
size is that of what is to come. So is what a site has that opens in the second half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from monitor.korean.endings import endings, spread
from monitor.korean.names import Name
from monitor.korean.plans import MODEL_SIZES, SITED
from monitor.model import Days, Figure, Period


@dataclass(frozen=True, slots=True)
class Release:
    """What is to come out or to open: whose, its names as far as they are told, whether it is a site, and when."""

    company: str
    things: frozenset[tuple[str, str | None]]
    site: bool
    days: Days
    sure: bool = True  # whether the text tells of nothing that came out already


# to come out (공개, 출시, 선보이다 …), to be built or to open (완공, 가동, 열다 …), or either at another time (미루다 …)
_WILL = r"(?:으)?(?:ㄹ (?:예정|계획|방침|것)|기로 |게ㅆ|(?:느)?ㄴ다|ㅂ니다)"
_COMES = endings(
    r"(?!(?:이|가) 아니)(?:에|까지|로|으로|쯤)? ?[^,.\d]{0,26}?(?:"
    rf"(?:공개|출시|상용화|발표|배포|완공|준공|가동|개통|개소)(?:를|을)? ?(?:하|되)?{_WILL}"
    rf"|(?:선보이|내놓|나오|모습을 드러내|베일을 벗){_WILL}"
    r"|(?:미루|미뤄|늦추|늦춰|연기|앞당|밀리|밀려|순연)(?!ㄴ )|(?:공개|출시|상용화|완공|준공|가동|개소)(?:를)? 목표)"
)
_OPENS = endings(rf"(?:에|까지|쯤)? ?[^,.\d]{{0,26}}?(?:여|열|짓|세우|들어서){_WILL}")
# '데이터센터 '각 세종'을': the site itself is what opens, and not a briefing on it
_OPENED = re.compile(
    r"(?:데이터\s?센터|캠퍼스|클러스터|컴퓨팅센터|AIDC|슈퍼컴퓨터|단지)(?:\s?['‘][^'’]{1,14}['’])?['’]?[을를이가]\s"
)
_SITE = re.compile(r"데이터\s?센터|캠퍼스|클러스터|컴퓨팅센터|AIDC|슈퍼컴퓨터|단지")
# 'is', 'has', or what only describes a name behind it: no deed and no tense of its own
_IS = endings(
    r"(?:\([^)]*\))?\s?(?:이상|규모|급|가량|정도|안팎)?(?:이?다[.\s]|이?다$|이며|이고|ㅂ니다|으?로,? |(?:을|를|이|가)? ?(?:갖추|갖춰|지니|지녀|가지|달하|이르|넘)|의 |인 |짜리)"
)
_NOW = re.compile(r"현재|지금|기존|이미|전작|(?:지난|작년)(?![^,.]{0,14}못한)")  # what there is beside it


def release_in(
    sentence: str, names: Iterable[Name], periods: Iterable[Period], on: date, company: str, *, out: bool
) -> Release | None:
    """
    Return what *sentence*, of an article of the day *on* about *company*, says is to come out or to open, if anything.

    *out* says that the article tells of something that came out.
    """
    opened = _OPENED.search(sentence)
    coming = (
        (period.first, period.last)
        for period in periods
        if period.cue != "superseded"
        and period.last
        and period.last > on
        and (_COMES.match(behind := spread(sentence[period.end :])) or (opened and _OPENS.match(behind)))
    )
    days = next(coming, None)
    if days is None or not company:
        return None
    things = frozenset(
        (name.id or name.text, name.version) for name in names if name.kind == "thing" and name.company == company
    )
    site = bool(_SITE.search(sentence)) or any(name.sort == "facility" for name in names)
    return Release(company, things, site, days, sure=site or not out)


def awaiting(figure: Figure, ahead: str, behind: str, release: Release | None) -> Figure:
    """Return *figure* between two stretches of words as planned for the time of *release*, where it only says what that has."""
    if release is None or figure.company != release.company or _NOW.search(ahead) or not _IS.match(spread(behind[:24])):
        return figure
    if not release.sure and figure.cue != "moved":
        return figure
    fits = figure.metric in (SITED | {"investment"} if release.site else MODEL_SIZES)
    told = figure.voice == "own" and figure.cue in {None, "moved"} and figure.target is None
    told = told and (figure.status == "actual" or (figure.status == "planned" and not release.site))
    its = figure.subject is None or (figure.thing or figure.subject, figure.version) in release.things
    return replace(figure, status="planned", target=release.days) if fits and told and its else figure
