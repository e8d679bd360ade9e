"""
Say how sure a clause is of its quantity: planned, actual or estimated.

Korean puts tense and modality at the end of the clause. The words behind the quantity are walked from left to right, and
the first that decides is believed: a guess, a plan, a tense. A connective without tense (투자하고, 쏟아부어) borrows from
the clause behind it; what modifies a noun there (투입할 로봇) is that noun's affair and decides nothing.
Whether the figure is said now or recalled, raised or given up, is `revisions`' affair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.korean.endings import endings, spread
from monitor.korean.revisions import revision_of
from monitor.korean.text import Clause
from monitor.model import Cue, Status, Voice

# Deeds: their present tense speaks of what is to come (투자한다, will invest); that of all else tells what is.
DEEDS = frozenset({"investment", "funding", "gpus", "power", "compute", "contract", "headcount"})
_PLEDGED = DEEDS - {"funding", "contract"}  # announced long before they are there
_SIZES = frozenset(
    {
        "parameters",
        "active_parameters",
        "training_tokens",
        "training_data",
        "context_length",
        "users",
        "downloads",
    }
)


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause holds its quantity, and the words that say so."""

    status: Status
    voice: Voice
    cue: Cue | None
    why: str


def stance_of(sentence: str, start: int, end: int, clauses: list[Clause], metric: str) -> Stance:
    """Return the stance towards the quantity of *metric* at *start* to *end* of *sentence*."""
    own = next((c for c in clauses if c.start <= start < c.end), Clause(0, len(sentence), ""))
    status, why = status_of(sentence[:start], sentence[end : end + _REACH], metric)
    voice, cue = revision_of(sentence, start, end, own)
    return Stance(status, voice, cue, why)


_REACH = 160  # characters behind a quantity within which the verb that decides is looked for

# ── words that decide, in spread spelling ───────────────────────────────────────────────────────────────────────────
# plan, due, policy, idea, ambition, blueprint, goal …
_PLAN = "계획|예정|방침|구상|복안|포부|청사진|로드맵|목표|생각|비전"
# is known, is told, turns out: they say nothing of the deed
_REPORT = "알려|전해|나타나|나타났|집계|파악|확인"
# own, run, consist, reach, have, switch on, record, be used, exceed …: verbs that tell what is there, even in the present
_HOLD = (
    "보유하|운영하|구성하|구성되|이뤄지|이루어지|(?<!조)달하|육박하|이르|갖추|지니|가지|활성화하|활성화되|동작하|작동하|구현하|기록하|"
    "근무하|일하|차지하|쓰이|사용하|이용하|뛰어넘|넘|웃도|(?<!거)두|아니|있|없|해당하|자랑하|탑재하|거느리|평가되|꼽히|불리|뜻하"
)
# under way, and so not there yet
_BUILD = "건설|구축|조성|짓|증설|개발|진행|공사|추진|준비|확장|마무리 짓|작업|설치|착공"
# 'unveils on the 30th' speaks of a thing that is there
_REVEAL = "공개하|선보이|내놓|출시하|발표하|소개하|상용화하"
# grows, raises, develops: not there yet
_CHANGE = "확장하|확대하|키우|늘리|높이|끌어올리|개발하|만드|만들어지|완성하|완성되|진화시키"
_DOES = f"(?:(?:ㄴ다|느ㄴ다)(?!는 (?:{_PLAN}))|ㅂ니다|스ㅂ니다)"

_WALK: tuple[tuple[str, str], ...] = (
    ("began", r"(?:을|를) 시작으로"),
    ("served", r"(?:을|를) (?:기반|바탕|대상)으로"),
    (
        "guess",
        r"ㄹ 것(?:으로|이라고?|이라며)?[\s\"”]{0,2}[^,.ㅆ]{0,12}?(?:이라고 )?(?:예상|전망|추정|관측|보이ㄴ|보고|본다|점쳐|내다|기대된)"
        r"|ㄹ 것(?:이라는|이란) (?:계산|전망|관측|분석|예상|추정)|ㄹ 전망|추정|추산|관측|예측|소문|컨센서스|추측|거론|점쳐"
        r"|전망(?:된|돼|되|이 나|도 나|하|해|이다|치)|예상(?:된|돼|되|하|해)|내다(?:봐|보)|것으로 (?:보이ㄴ|보고|본다|안다)"
        r"|(?:업계|월가|시장|증권가)(?:은|는) (?:보고|본다)|(?:고|라고) (?:업계|월가|시장|증권가)",
    ),
    (
        "plan",
        rf"게ㅆ|(?:하|되|지|사|내|쓰|가|오|주|이|리|우|추|받|짓|갖|늘)기로|키로 |(?:(?<!르)|(?:이|오|다)르)ㄹ (?:것(?!으로)|{_PLAN}|전략|작정)"
        rf"|려고 |려는 |려 하|고자 |기 위(?:해|한)|(?:을|를) 위(?:해|한)|(?:ㄴ다|자)는 (?:{_PLAN}|전략|뜻|의지)|는 프로젝트(?:다|이)"
        rf"|(?<!당초 )(?<!기존 )(?:{_PLAN})|예고|약속|약정|투자협약|양해각서|공언|협의|협상|논의|검토|모색|타진|노리|의향|제안|요청"
        r"|앞두|앞으로 다가|는 (?:쪽|방향|방안)으로|목전|발주|다짐|기대하ㄴ다|도전하ㄴ다",
    ),
    ("under way", rf"(?:{_BUILD})(?:하)?(?:\s?중|고 있)|추진"),
    ("held", r"[가-힣]고 있|(?:보유|운영|가동|사용|이용|서비스|제공) 중|체결한 상태"),
    ("allotted", r"(?:편성|책정|배정|승인|의결|확정|반영)(?:해ㅆ|하|돼ㅆ|된)|잡아ㅆ|잡아 놓"),
    ("announced", r"(?:발표|제시|공표|예고)(?:해ㅆ|하ㄴ|하며|하면서)|내걸|내세우|내놓"),
    ("grows", rf"(?:{_CHANGE})(?:고|며|면서|느ㄴ 데)"),
    (
        "done",
        rf"(?<!이)ㅆ(?=다|스ㅂ니다|으며|고|지만|는데|던|으나|음|기|어|지|으니|더)|(?<!느)ㄴ (?:것으로 (?:{_REPORT})|바 |상태)",
    ),
    ("holds", rf"(?:{_HOLD})(?:며|고|여|어|{_DOES})|구성돼|이뤄져|갖춰|달해|이르러|(?:활성화|작동|동작)(?:하|되)는 "),
    (
        "does",
        rf"ㄴ다(?=고|는|며|면서|지만|지|[\s.,\"”’'…]|$)|(?<!스)ㅂ니다|(?<!ㅆ)스ㅂ니다|느ㄴ 것으로 (?:{_REPORT})",
    ),
    (
        "to do",
        r"들어가는 |(?:하|되|키|리|내|쓰|치|추|우|루|보이|들이|주)ㄹ (?!때|만큼|정도|만하|수|것|거|경우|기ㄹ|필요|가능)",
    ),
    (
        "did",
        r"(?:(?<!위)(?<!대)(?<!관)(?<!의)(?<!통)(?<!또)(?<!\s)하|되|시키|내|치|쓰|받으|들이|모으|올리|거두|넘기|나누)ㄴ (?!것으로)(?=\S)|이ㄴ 점|던 ",
    ),
    ("link", r"(?:하|되|이|리|우|키|오|가|내|으)(?:고|며|면서)(?:,|\s(?!있))|(?:하|되)는 (?:등|동시에)"),
)
_STEPS = endings("|".join(f"(?P<s{number}>{words})" for number, (_, words) in enumerate(_WALK)))
_NAMES = tuple(name for name, _ in _WALK)


def status_of(head: str, tail: str, metric: str) -> tuple[Status, str]:
    """Return the status of a quantity between *head* and *tail*, and the words that give it."""
    spelt = spread(tail)
    early = _before_the_walk(head, tail, spelt, metric)
    if early is not None:
        return early
    linked = False
    for step in _STEPS.finditer(spelt):
        name = _NAMES[int(str(step.lastgroup)[1:])]
        if name == "link" or (linked and name in {"to do", "did"}):
            linked = True
            continue
        if name == "holds" and metric in DEEDS and (linked or _AHEAD.search(head[-40:] + tail[: step.start()])):
            name = "does"
        status = _verdict(name, spelt, step, head, tail, metric)
        if status is not None:
            return status, f"{name}: {step.group()}"
    return _without_verb(head, tail, metric)


_PAST = endings(r"ㅆ(?=다|스ㅂ니다|으며|고|지만|음)")
_KEPT = endings(r"(?:약속|약정|계획|의무)[^,.]{0,16}?(?:이행|완료|마무리|지켜ㅆ|지킨)")  # a pledge that was kept
# a time ahead that is wider than a day: what is shown then is not there yet
_WIDE = re.compile(r"연내|[상하]반기|내년|분기|까지|이달 안|연말|다음\s?달|\d월(?!\s?\d+일)")
_GOAL = re.compile(r"(?:목표|목표치|목표액|계획)(?:은|는|로는)\s[^,.]{0,30}(?:, [^,.]{0,20})?$")

# '갖추겠다고 한 130만장', '확보하기로 한 6만장': promised right before it
_PROMISED = endings(
    r"(?:게ㅆ다(?:는|던|고 (?:한|밝힌|약속한))|기로 (?:한|했던)|려는) (?:[가-힣A-Za-z]{1,6} )?(?:약|최대|총|최소)?\s?$"
)
# '자본지출 전망을 A에서 B로 높였다', '조달하려는 자금을 … 늘렸다': what is raised or cut is a plan
_PLAN_REVISED = endings(
    r"(?:계획|전망|전망치|목표|예산|한도|가이던스|(?:려는|ㄹ|기로 한) [가-힣]{1,6})(?:을|를|은|는|이|가)\s(?:[^.]{0,50}(?:에서|대신|보다)\s)?[^.]{0,16}$"
)
_REVISES = endings(r"[^,.]{0,14}?(?:올려|올리|높|늘|줄|낮|상향|하향|확대|축소|불어|조정|수정|키우|키워)")


def _before_the_walk(head: str, tail: str, spelt: str, metric: str) -> tuple[Status, str] | None:
    """Return what outranks the verb: a pledge kept, a goal that is the subject, a name that the quantity only describes."""
    if kept := _KEPT.search(spelt):
        return "actual", kept.group()
    if goal := _GOAL.search(head[-60:]):
        return "planned", goal.group()[:3]
    if promised := _PROMISED.search(spread(head[-24:])):
        return "planned", promised.group()
    if metric in DEEDS | {"revenue"} and _PLAN_REVISED.search(spread(head[-70:])) and _REVISES.match(spelt):
        return "planned", "a plan that is revised"
    if metric in _SIZES and _of_a_named_thing(tail):
        reveal = endings(rf"(?:{_REVEAL})").search(spelt)
        ahead = reveal and _WIDE.search(head + tail) and not _PAST.search(spelt, reveal.end())
        return ("planned", reveal.group()) if reveal and ahead else ("actual", "said of a thing with a name")
    return None


def _verdict(name: str, spelt: str, step: re.Match[str], head: str, tail: str, metric: str) -> Status | None:
    """Return what one step of the walk decides for *metric*; None to walk on."""
    if name == "guess":
        return "planned" if _OFFICER.search(head[-120:]) or _OFFICER.search(tail) else "estimated"
    if name == "served":
        return "actual" if metric in {"users", "downloads"} else None
    if name == "announced":
        return "planned" if metric in _PLEDGED else None
    if name == "allotted":
        return "planned" if metric in DEEDS else "actual"
    if name == "grows":
        return "planned" if _AHEAD.search(head[-60:]) else None
    if name in {"plan", "under way", "to do"}:
        return "planned"
    return _present(spelt, step, head + tail, metric) if name == "does" else "actual"


# who speaks of the own company: its guess of its own deeds is a plan
_OFFICER = re.compile(r"(?:대표|회장|사장|책임자|CEO|CFO|CTO)(?:\([A-Z]+\))?(?:는|은|가|이)\s|회사는|회사 측은")


def _present(spelt: str, step: re.Match[str], around: str, metric: str) -> Status | None:
    """Return what a present tense says: of deeds what is to come, of sizes what is, unless they grow or the time is wide."""
    word = spelt[max(0, step.start() - 8) : step.end()]
    if _TELLS.search(word):
        return None
    if _GROWS.search(word):
        return "planned"
    if _SHOWS.search(word):
        return "planned" if _WIDE.search(around) else "actual"
    return "planned" if metric in DEEDS and not _IS.search(word) else "actual"


_TELLS = endings(rf"(?:{_REPORT}|밝히|전하|말하|설명하|보도하|강조하|소개하){_DOES}$")
_GROWS = endings(rf"(?:{_CHANGE}){_DOES}$")
_SHOWS = endings(rf"(?:{_REVEAL}){_DOES}$")
_IS = endings(r"(?:되|이)ㅂ니다$")

# A name in quotes right behind the quantity that describes it: '5000억개 규모의 모델 'A.X K1'을 발표할 예정'.
_QUOTED = re.compile(r"(?P<between>[^,.'‘’“”\"]{0,40}?)(?<![가-힣\d])['‘“](?P<name>[^'’”\"]{2,34})['’”]")
_UNTIL_NAME = endings(
    r"ㄴ다|ㅆ|게ㅆ|ㄹ (?:것|예정|계획)|(?:하|되|이)며 |[가-힣]고,? |(?<!느ㄴ)(?:을|를) |으로 (?!구성|이뤄|만들|학습|하)|까지 "
)


def _of_a_named_thing(tail: str) -> bool:
    """Tell whether the quantity only describes a quoted name behind it."""
    found = _QUOTED.match(tail)
    return bool(found and describes(found["between"]))


def describes(between: str) -> bool:
    """Tell whether the words between a quantity and a name behind it only modify that name."""
    return not _UNTIL_NAME.search(spread(between))


# 'the GPUs that three firms will bring in are …', 'the money that it takes is …': the subject is what is to come
_TO_COME = endings(
    r"(?:(?:하|되|오|내|쓰|주|이|리|우|추|치|놓으)ㄹ|드는|(?:협상|논의|추진) 중인|게ㅆ다고 (?:한|약속한)|기로 한) "
    r"[^,.]{1,24}?(?:은|는|이|가|에) [^,.]{0,16}$"
)
_OUTLAY = re.compile(
    r"(?:올해|올|내년)\s[^,.]{0,24}(?:지출|투자|투자액|예산)(?:은|는|이)\s[^,.]{0,10}$"
)  # what a year's outlay is
_AHEAD = re.compile(r"향후|앞으로|내년|(?<!지금)(?<!현재)까지(?! 합)|목표|다음 달|장차|오는|최종적|장기적|이후")
_HEADLINE_VERB = endings(r"ㄴ다\s?[…·,]{1,3}\s[^.]*$")  # '확 낮춘다… 300억달러 선'
_NOUN_DEED = re.compile(
    r"^\s?(?:을|를|에|의|규모|이상|추가|순차|\s)*(?:투입|공급|확보|구축|양성|건설|조성|지원|도입|구매)(?:$|[\s.…,\"'”’(])"
)


def _without_verb(head: str, tail: str, metric: str) -> tuple[Status, str]:
    """Return the status of a headline, a bullet, or of 'N is the size' whose subject is what is to come."""
    if metric in DEEDS | _SIZES | {"valuation"} and (coming := _TO_COME.search(spread(head[-60:]))):
        return "planned", coming.group()[:12]
    if metric == "investment" and (outlay := _OUTLAY.search(head[-60:])):
        return "planned", outlay.group()[:6]
    if metric in DEEDS and (ahead := _AHEAD.search(head[-40:] + tail[:30])):
        return "planned", ahead.group()
    if metric in DEEDS and _HEADLINE_VERB.search(spread(head[-40:])):
        return "planned", "the headline's verb before it"
    if metric in _PLEDGED and (deed := _NOUN_DEED.match(tail)):
        return "planned", deed.group()
    return "actual", "no plan, no guess"
