"""Find clauses that give up or move a plan without saying its figure again: '건립 계획을 백지화했다', '공개를 하반기로 미뤘다'."""

from __future__ import annotations

import re
from datetime import date

from monitor.korean.cases import NOMINATIVE, Memory
from monitor.korean.listed import first_of_list
from monitor.korean.names import Name
from monitor.korean.periods import find_periods
from monitor.korean.text import Sentence
from monitor.korean.undertakings import find_undertakings
from monitor.model import Cue, Days, Notice, Period

# plan, construction, project, investment, development, release, acquisition: what can be given up or moved
_PLAN = r"(?:계획|건립|건설|사업|투자|프로젝트|개발|출시|공개|상용화|인수|협력|착공|가동|개소|준공|완공|도입|설립|상장|센터)"
_TENDER = r"\s?(?:사업자\s)?(?:공모|입찰|선정|협상)"  # that fails, and the plan goes on
_WITHDRAWN = re.compile(
    rf"{_PLAN}(?!{_TENDER})[^.,]{{0,14}}?(?:백지화(?:했|됐|하기로|한다)|철회(?:했|됐|하기로|한다|하고)|무산(?:됐|된|되)|포기(?:했|하기로|한다)|"
    r"접(?:었|기로|는다)|취소(?:했|됐|하기로)|중단(?:했|됐|하기로|한다고)|없던 일)|짓지 않기로|(?<!도전)(?<!참여)(?<!신청)(?<!지원)(?<!응모)하지 않기로 (?:했|결정)"
)
_MOVED = re.compile(
    rf"{_PLAN}[^.,]{{0,30}}?(?:미뤘|미뤄졌|미룬다|연기(?:했|됐|한다|하기로)|늦춰졌|늦췄|늦추기로|앞당(?:겼|긴다|기기로|겨졌)|순연)"
)
# behind the name itself: '도조를 백지화했다', '울산 AI 데이터센터가 무산됐다', and in headlines '도조 접었다'
_NAME_GIVEN_UP = re.compile(
    rf"(?!{_TENDER})(?!\s[가-힣\s]{{0,6}}(?:증설|확장|확대|증액|추가))\s(?:[가-힣]{{1,5}}\s){{0,2}}(?:(?:백지화|철회|포기|취소|폐기)(?:했|하기로|한다(?!면)|됐)|무산됐|접(?:었|기로|는다)|없던 일)"
)
_PLANS = re.compile(_PLAN)
_HEARSAY = re.compile(
    r"가능성|우려|전망|관측|아니냐|않았|아니라고|부인|(?<![건시신개연증])설[이을]|주장|요구|촉구"
)  # may, fear, denied, rumour, demand


def find_notices(sentence: Sentence, names: tuple[Name, ...], on: date, memory: Memory) -> list[Notice]:
    """Return what *sentence*, said *on* a day, tells of a plan given up or moved; offsets into the article's text."""
    for cue, words in _CUES:
        found = words.search(sentence.text) or (_of_a_name(sentence.text, names) if cue == "withdrawn" else None)
        if found and not _HEARSAY.search(sentence.text, found.start()):
            periods = tuple(find_periods(sentence.text, on)) if cue == "moved" else ()
            notice = _notice(sentence, cue, found, names, periods, memory)
            return [notice] if notice else []
    return []


_CUES: tuple[tuple[Cue, re.Pattern[str]], ...] = (("withdrawn", _WITHDRAWN), ("moved", _MOVED))


def _of_a_name(text: str, names: tuple[Name, ...]) -> re.Match[str] | None:
    """Return the words that give up the very thing they stand behind, the first of them."""
    things = (n for n in (*names, *find_undertakings(text)) if n.kind == "thing" and n.particle in _GIVEN_UP_AS)
    return next((found for n in things if (found := _NAME_GIVEN_UP.match(text, n.tail))), None)


_GIVEN_UP_AS = frozenset({"", "을", "를", "이", "가", "은", "는"})


def _notice(
    sentence: Sentence,
    cue: Cue,
    found: re.Match[str],
    names: tuple[Name, ...],
    periods: tuple[Period, ...],
    memory: Memory,
) -> Notice | None:
    actor = next((n for n in names if n.company and n.particle in NOMINATIVE), None)
    leader = first_of_list(sentence.text, names, actor) if actor else None
    company = leader.company if leader else next((n.company for n in names if n.company), memory.company)
    things = [n for n in (*names, *find_undertakings(sentence.text)) if n.kind == "thing" and n.start < found.end()]
    deed = max((plan.start() for plan in _PLANS.finditer(found.group())), default=0) + found.start()
    said_of = [n for n in things if n.particle in _OBJECTS and n.start >= found.start()]
    subject = min(said_of or things, key=lambda n: abs(deed - n.end), default=None)
    if subject is None and _DEAL.match(found.group()):
        company, subject = _deal(sentence, company, found, names, memory)
    if not company:
        return None
    target = _target(periods, found) if cue == "moved" else None
    if cue == "moved" and target is None:
        return None
    shift = sentence.start
    return Notice(
        company,
        subject.text if subject else None,
        cue,
        target,
        found.group(),
        found.start() + shift,
        found.end() + shift,
        (subject.id or None) if subject else None,
    )


_OBJECTS = frozenset({"을", "를"})  # '사업 스타게이트를 백지화했다': what is given up
_DEAL = re.compile(r"인수|투자|협력")
_FOR = re.compile(r"\s?(?:에 대한\s|의\s)?(?:(?:지분|경영권)\s)?")


def _deal(
    sentence: Sentence, company: str, found: re.Match[str], names: tuple[Name, ...], memory: Memory
) -> tuple[str, Name | None]:
    """Return who gives up a deal and the firm it was for: 'A의 B 인수가 무산됐다'; of the deal told before, who paid."""
    for name in reversed(names):
        if name.company not in {"", company} and _FOR.fullmatch(sentence.text, name.end, found.start()):
            return company, name
    deal = memory.deal
    return (deal.payer, deal.target) if deal and company in {deal.payer, deal.target.company} else (company, None)


def _target(periods: tuple[Period, ...], found: re.Match[str]) -> Days | None:
    """Return the new time: the last one named before the verb that is not the superseded one."""
    named = [p for p in periods if p.start < found.end() and p.cue != "superseded"]
    return (named[-1].first, named[-1].last) if named else None
