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

from monitor.korean.awaited import is_made_with, key_of
from monitor.korean.endings import endings, spread
from monitor.korean.moods import RETIMED, SITES, WATCHERS
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
    shown: bool = False  # whether it is shown, as models are, and not opened
    name: Name | None = None  # of the one site
    moved: bool = False  # whether it was to be at another time
    sure: bool = True  # whether the text tells of nothing that came out already


# to come out (공개, 출시, 선보이다 …), to be built or to open (완공, 가동, 열다 …), or either at another time (미루다 …)
_WILL = r"(?:으)?(?:ㄹ (?:예정|계획|방침|것)|기로 (?!했던)|게ㅆ(?!다던)|(?:느)?ㄴ다|ㅂ니다)"
_COMES = endings(
    r"(?!(?:이|가) 아니)(?:에|까지|로|으로|쯤)? ?(?:[^,.\d]|(?<!\d)\d{1,2}(?:년|달|개월)(?= (?:더 )?(?:미루|미뤄|늦추|늦춰|연기|앞당|밀리|밀려))){0,26}?(?:"
    rf"(?:공개|출시|상용화|발표|배포|완공|준공|가동|개통|개소)(?:를|을)? ?(?:하|되)?{_WILL}|(?:켜지|돌아가){_WILL}"
    rf"|(?:선보이|내놓|나오|모습을 드러내|베일을 벗|문을 (?:여|열)){_WILL}"
    r"|문을 (?:여|열)는 |(?:완공|준공|가동|개소|공개|출시)(?:하|되)는 "
    r"|(?:미루|미뤄|늦추|늦춰|연기|연장|앞당|밀리|밀려|순연|(?:로|으로) (?:늘려 잡|좁히|좁혀|바뀌|바꾸|바꿔|변경|조정|옮기|옮겨|넘어가))(?!ㄴ )|(?:공개|출시|상용화|완공|준공|가동|개소)(?:를|이|가)? ?목표|(?:공개|출시|상용화|완공|준공|가동|개소)(?:을|를)? (?:눈)?앞(?:두|둬))"
)
# '공개 시점은 4분기다'
_WHEN_IS = re.compile(
    r"(?:공개|출시|상용화|완공|준공|가동|개소|목표)\s?(?:시점|시기|목표|예정일?)(?:은|는)\s(?:[^,.]{2,12}에서\s)?$"
)
_OPENS = endings(rf"(?:에|까지|쯤)? ?[^,.\d]{{0,26}}?(?:여|열|짓|세우|들어서){_WILL}")
# '데이터센터 '각 세종'을': the site itself is what opens, and not a briefing on it
_OPENED = re.compile(rf"(?:{SITES})(?:\s?['‘][^'’]{{1,14}}['’])?['’]?[을를이가]\s")
_AS_OPENED = frozenset({"을", "를", "이", "가", "은", "는"})
_SITE = re.compile(SITES)
# 'is', 'has', or what only describes a name behind it: no deed and no tense of its own
_IS = endings(
    r"(?:\([^)]*\))?\s?(?:이상|규모|급|가량|정도|안팎)?(?:\s?(?:매개변수|파라미터)?(?:의)? (?:[가-힣A-Z]{1,4} )?모델(?=이?다|이며|ㅂ니다|이ㅂ니다|로,))?(?:이?다[.\s]|이?다$|이며|이고|ㅂ니다|으?로,? |(?:을|를|이|가|에)? ?(?:갖추|갖춰|지니|지녀|가지|달하|이르|넘)|의 |인 |짜리)"
    r"|\s?(?:을|를|이|가) (?:들이|쓰|쏟|투자하|투입하|들어가|투입되)는 "
    rf"|\s?(?:을|를) (?:들이ㄴ|들이는|투입하ㄴ|투입하는|쓰ㄴ|쏟으ㄴ) (?=[^,.]{{0,14}}(?:{SITES})(?:이?다|ㅂ니다))"
)
# '사업비 6500억원은 A사가 전액 댄다', '6500억원을 들이는 사업으로': all that the site before takes
_ALL_OF_IT = endings(
    r"(?:은|는|을|를|이|가)? ?(?:[가-힣ㄱ-ㅎA-Za-z]{1,10}(?:가|이) )?(?:전액|모두|전부)(?:을)? (?:[가-힣ㄱ-ㅎA-Za-z]{1,10}(?:가|이) )?(?:투자|부담|대|내|마련|조달|집행)"
    r"|(?:이|가) (?:전액|모두|전부) [^,.]{1,10}(?:으로|로) (?:들어가|투입되|마련되|조달되)"
    r"|(?:을|를) (?:들이|투입하|쏟)는 (?:사업|공사|프로젝트)(?:으로|이)"
)
_SHOWN = re.compile(r"공개|출시|발표|상용화|선보|내놓|나온|나올")
_GUESS = re.compile(
    rf"(?:{WATCHERS})(?:은|는|에서는|에선|의|가)\s|관측|전망|추정|소문|것으로\s보"
)  # others' guess of a time is no time
_PUT_OFF_TO = re.compile(rf"(?:로|으로|까지)\s(?:[가-힣\d]{{1,5}}\s){{0,2}}(?:{RETIMED}|넘어[가갔간])")
# '투자액 6000억원은 그대로다', '6500억원으로 변함이 없다': only the time is another
_AS_IT_WAS = re.compile(
    r"(?:\s?규모)?이?라는\s(?:투자\s)?(?:점|숫자|규모|크기|수치|액수|금액|투자액)(?:[은는이]|도|에는?|만)\s(?:그대로|변함|바뀌지|변하지|달라지지)|"
    r"(?:[은는이도]|으?로|에는?)?\s(?:종전\s|기존\s)?(?:그대로|(?:변함|변동|변화|차이)(?:이|은)?\s?없|(?:달라지|바뀌|변하)지\s?않|손대지\s?않|건드리지\s?않|유지)"
)
_NOW = re.compile(r"현재|지금|기존|이미|전작|(?:지난|작년)(?![^,.]{0,14}못한)")  # what there is beside it


def release_in(
    sentence: str, names: Iterable[Name], periods: Iterable[Period], on: date, company: str, *, out: bool
) -> Release | None:
    """
    Return what *sentence*, of an article of the day *on* about *company*, says is to come out or to open, if anything.

    *out* says that the article tells of something that came out.
    """
    names = tuple(names)
    opened = _OPENED.search(sentence) or any(n.sort == "facility" and n.particle in _AS_OPENED for n in names)
    coming = (
        (period.first, period.last)
        for period in reversed(list(periods))
        if period.cue != "superseded"
        and (period.last or period.first or on) > on
        and (
            _COMES.match(behind := spread(_without_names(sentence, names, period.end)))
            or (opened and _OPENS.match(behind))
            or _WHEN_IS.search(sentence, 0, period.start)
        )
    )
    days = next(coming, None)
    if days is None or not company or _GUESS.search(sentence):
        return None
    things = frozenset(
        key_of(name)
        for name in names
        if name.kind == "thing" and name.company == company and not is_made_with(sentence, name)
    )
    site = bool(_SITE.search(sentence)) or any(name.sort == "facility" for name in names)
    shown, moved = bool(_SHOWN.search(sentence)), bool(_PUT_OFF_TO.search(sentence))
    sites = [name for name in names if name.sort == "facility" and name.company == company]
    return Release(
        company, things, site, days, shown, sites[0] if len(sites) == 1 else None, moved, sure=site or not out
    )


def told_last(release: Release | None, before: Release | None) -> Release | None:
    """Return the release told last; one of no name, for the very days of the one *before*, is that one."""
    again = release is not None and before is not None and not release.things and release.days == before.days
    return before if release is None or again else release


def _without_names(sentence: str, names: Iterable[Name], start: int) -> str:
    """Return *sentence* from *start* on, each name in it as one letter: '하반기 초거대 AI '코GPT 2.0'을' has no number."""
    for name in sorted(names, key=lambda name: -name.start):
        if name.kind == "thing" and name.start >= start:
            sentence = f"{sentence[: name.start]}X{sentence[name.end :]}"
    return sentence[start:]


def awaiting(figure: Figure, ahead: str, behind: str, release: Release | None) -> Figure:
    """Return *figure* between two stretches of words as planned for the time of *release*, where it only says what that has."""
    as_it_was = _AS_IT_WAS.match(behind)
    if release is None or figure.company != release.company or _NOW.search(ahead):
        return figure
    all_of_it = figure.metric == "investment" and release.site and bool(_ALL_OF_IT.match(spread(behind[:24])))
    if not as_it_was and not all_of_it and not _IS.match(spread(behind[:24])):
        return figure
    if not release.sure and figure.cue != "moved":
        return figure
    fits = figure.metric in (SITED | {"investment"} if release.site else MODEL_SIZES)
    fits = fits or (figure.metric in {"investment", "funding"} and release.moved and not release.shown)
    own = figure.voice == "own" or (figure.voice == "recalled" and (as_it_was is not None or release.moved))
    told = own and figure.cue in {None, "moved"} and figure.target is None
    told = told and (figure.status == "actual" or (figure.status == "planned" and (all_of_it or not release.site)))
    its = figure.subject is None or (figure.thing or figure.subject, figure.version) in release.things
    its = its or (not release.things and str(figure.subject) not in ahead)
    if not (fits and told and its):
        return figure
    cue = "moved" if release.moved else figure.cue
    figure = replace(figure, status="planned", voice="own", target=release.days, cue=cue)
    if figure.subject is not None or release.name is None:
        return figure
    return replace(figure, subject=release.name.text, thing=release.name.id or None)


_IN_THE_MAKING = re.compile(
    r"(?:개발|준비|학습)(?:하고\s있|\s중)|만들고\s있|(?:내놓을|공개할|출시할|선보일)\s(?:계획|예정)"
)  # is developing, making, about to show


def released_next(figure: Figure, sentence: str, following: Release | None) -> Figure:
    """
    Return a *figure* of *sentence*, planned or in the making, for the time that the sentence *following* it tells.

    '데이터센터를 짓는다. 2029년 문을 연다.' (builds a data centre; it opens in 2029)
    """
    made = figure.metric in MODEL_SIZES and bool(_IN_THE_MAKING.search(sentence))
    untimed = figure.target is None and figure.voice == "own" and figure.cue in {None, "moved"}
    if (
        not untimed
        or not (figure.status == "planned" or made)
        or following is None
        or figure.company != following.company
    ):
        return figure
    fits = (
        figure.metric in MODEL_SIZES
        or (figure.cue == "moved" and following.moved)
        or (figure.metric in SITED | {"investment"} and not following.shown and bool(_SITE.search(sentence)))
    )
    its = not following.things or (figure.thing or figure.subject, figure.version) in following.things
    return replace(figure, status="planned", target=following.days) if fits and its else figure


# is finished, has opened, has begun to run
_FINISHED = endings(
    r"(?:준공|완공|개관|개소|개장)(?:식)?(?:을|를)? ?(?:[가-힣]{1,4} )?(?:되|돼|하|해|마치|마쳐|열어)ㅆ|문을 열어ㅆ|(?:본격 )?가동(?:을|에)? (?:시작해|들어가)ㅆ"
)


def paid_out(figure: Figure, before: str) -> Figure:
    """
    Return what went into a site as spent in full where the sentence *before* it says that the site is finished.

    '각 세종이 31일 준공됐다. 네이버는 각 세종에 6500억원을 투자했다.' (… was finished on the 31st. It put … into it.)
    """
    spent = figure.metric == "investment" and figure.status == "actual" and figure.target is None
    told = spent and figure.voice == "own" and figure.cue is None and figure.subject is not None
    its = told and str(figure.subject) in before and _FINISHED.search(spread(before))
    return replace(figure, cue="done") if its else figure
