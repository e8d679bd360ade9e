"""
Say how sure a clause is of its quantity: planned, actual or estimated.

Korean puts tense and modality at the end of the clause. The words behind the quantity are walked from left to right;
the first that decides is believed: a guess, a plan, a tense. A connective without tense (투자하고, 쏟아부어) borrows
from the clause behind it; what modifies a noun there (투입할 로봇) is that noun's affair and decides nothing.
Whether the figure is said now or recalled, raised or given up, is `revisions`' affair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.korean.describing import modifies, of_a_named_thing
from monitor.korean.endings import endings, spread
from monitor.korean.moods import CHANGE, DOES, REPORT, REVEAL, STEP_NAMES, STEPS
from monitor.korean.plans import BY_THE_WAY, DEEDS, MODEL_SIZES, PLEDGED, SITED, is_revised_from
from monitor.korean.revisions import is_done, revision_of
from monitor.korean.text import Clause
from monitor.korean.verbless import AHEAD, OUTLAY, SILENT, TO_COME, WIDE, before_the_verb, without_verb
from monitor.model import Cue, Status, Voice


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause holds its quantity, and the words that say so."""

    status: Status
    voice: Voice
    cue: Cue | None
    why: str


def stance_of(
    sentence: str,
    start: int,
    end: int,
    clauses: list[Clause],
    metric: str,
    before: str = "",
    thing: int | None = None,
    *,
    corrects: bool = False,
) -> Stance:
    """
    Return the stance towards the quantity of *metric* at *start* to *end* of *sentence*.

    *thing* is where the next name of a model or service begins. *before* is the status of the deeds of the sentence
    before, with which one without a verb goes on; *corrects* tells that the article has said that it corrects.
    """
    own = next((c for c in clauses if c.start <= start < c.end), Clause(0, len(sentence), ""))
    tail = sentence[end : end + _REACH]
    named = of_a_named_thing(tail) or (thing is not None and modifies(sentence[end:thing]))
    status, why = status_of(_NOT_THIS.sub("", sentence[:start]), tail, metric, named=named)
    if metric == "investment" and is_done(sentence, start, end):
        status, why = "actual", "done"
    goes_on = (why == SILENT and not _NOW.search(sentence[:start])) or is_revised_from(sentence[:start], tail)
    if before == "planned" and metric in PLEDGED and goes_on:
        status, why = "planned", "as the sentence before"
    voice, cue = revision_of(sentence, start, end, own, corrects=corrects)
    if cue is None and metric in SITED and BY_THE_WAY.match(tail):
        voice = "recalled"
    return Stance(status, voice, cue, why)


_NOT_THIS = re.compile(
    r"(?:약\s)?[\d,.조억만천]+\s?[가-힣A-Z]{0,4}[이가]?\s(?:아니라|아닌|아니고)\s$"
    r"|(?:목표|목표액|목표치|계획)[를을보]다?\s(?:[가-힣]{1,3}\s)?(?:넘긴|넘은|넘어선|웃돈|웃도는|초과한|뛰어넘은|많은)\s$"
    r"|(?:목표|계획)(?:였던|이던|이었던|한|했던|로 잡았던)\s[\d,.조억만천]+\s?[가-힣]{1,4}[을를]\s(?:[가-힣]{1,3}\s)?넘어(?:서)?,?\s$"
)  # '380억 위안이 아니라', '목표를 훌쩍 넘긴'
_NOW = re.compile(
    r"현재|지금|이미|작년|지난|기존|누적|당시|사들인|들여온|(?:확보|도입|구매|마련)한\s"
)  # what is or was
_REACH = 160  # characters from a quantity to the verb that decides


def status_of(head: str, tail: str, metric: str, *, named: bool = False) -> tuple[Status, str]:
    """Return the status of a quantity between *head* and *tail*, and its words; *named*: it describes a name behind it."""
    spelt = spread(tail)
    early = before_the_verb(head, tail, spelt, metric, named=named)
    if early is not None:
        return early
    linked = False
    for step in STEPS.finditer(spelt):
        name = STEP_NAMES[int(str(step.lastgroup)[1:])]
        if name == "link" or (linked and name in {"to do", "did"}):
            linked = True
            continue
        if _is_of_another(name, step, spelt):
            continue
        if name == "holds" and linked and metric in DEEDS and _GOES_ON.search(step.group()):
            continue
        if name == "holds" and metric == "investment" and OUTLAY.search(head[-60:]):
            name = "does"  # '올해 들어가는 예산은 2조 원을 웃돈다'
        ahead = AHEAD.search(head[-40:] + tail[: step.start()]) or TO_COME.search(spread(head[-72:]))
        if name == "holds" and metric in DEEDS and (linked or ahead or _WILL_HAVE.match(step.group())):
            name = "does"
        status = _verdict(name, spelt, step, head, tail, metric)
        if status is not None:
            return status, f"{name}: {step.group()}"
    return without_verb(head, tail, metric)


def _is_of_another(name: str, step: re.Match[str], spelt: str) -> bool:
    """Tell whether a step is no verb of the quantity: a copula, what begins farther on, what is asked of something else."""
    if name == "does":
        return bool(_COPULA.match(spelt) or _A_SHARE.search(spelt, 0, step.start()))
    if name == "began":
        return step.start() > _RIGHT_BEHIND  # '1조원을 투자하며 쇼핑을 시작으로'
    # '130조 쏟아붓는 구글, 남는 장사일까'
    return name == "guess" and ", " in spelt[: step.start()] and bool(_ASKED.search(step.group()))


_RIGHT_BEHIND = 8  # characters between a quantity and 을 시작으로
_ASKED = re.compile(r"(?:까|나)$")
_COPULA = endings(r"\s?(?:\([^)]*\))?(?:가량|정도|수준|규모)?(?:이)?ㅂ니다")  # 'N입니다' is 'N이다': no verb
_A_SHARE = re.compile(r"의 몫이$")  # '5조8000억원은 센터의 몫입니다'
_WILL_HAVE = endings(r"갖추(?:ㄴ다|ㅂ니다)")  # 'GPU 5만장을 갖춘다': who has them says 갖췄다 or 갖추고 있다
_GOES_ON = re.compile(r"(?:며|고|여|어)$")  # a connective: the tense is still to come


def _verdict(name: str, spelt: str, step: re.Match[str], head: str, tail: str, metric: str) -> Status | None:
    """Return what one step of the walk decides for *metric*; None to walk on."""
    if name == "guess":
        return "planned" if _OFFICER.search(head[-120:]) or _OFFICER.search(tail) else "estimated"
    if name == "served":
        return "actual" if metric in {"users", "downloads"} else None
    if name == "held" and metric == "funding":
        return "planned"  # '1000억 달러를 모으고 있다': a round that is still open
    if name == "announced":
        return "planned" if metric in PLEDGED else None
    if name == "allotted":
        set_at = metric in MODEL_SIZES and _SET_AT.match(step.group())  # '매개변수는 22B로 잡았다'
        return "planned" if metric in DEEDS or set_at else "actual"
    if name == "deed":
        return "planned" if metric in DEEDS else None
    if name == "grows":
        return "planned" if AHEAD.search(head[-60:]) else None
    if name in {"plan", "under way", "to do"}:
        return "planned"
    return _present(spelt, step, head + tail, metric) if name == "does" else "actual"


_SET_AT = endings(r"잡아|정해")
# who speaks of the own company: its guess of its own deeds is a plan
_OFFICER = re.compile(
    r"(?:대표|회장|사장|책임자|CEO|CFO|CTO)(?:\([A-Z]+\))?(?:는|은|가|이)\s|회사는|회사 측은|[다라]고\s회사가\s"
)


def _present(spelt: str, step: re.Match[str], around: str, metric: str) -> Status | None:
    """Return what a present tense says: of deeds what is to come; of sizes what is, unless they grow."""
    word = spelt[max(0, step.start() - 8) : step.end()]
    if _TELLS.search(word):
        return None
    if _GROWS.search(word):
        return "planned"
    if _GROWS_ITSELF.search(word) and AHEAD.search(around):
        return "planned"
    if _BECOMES.search(word) and _SOON.search(around):
        return "planned"
    if _SHOWS.search(word):
        return "planned" if WIDE.search(around) else "actual"
    return "planned" if metric in DEEDS and not _IS.search(word) else "actual"


_TELLS = endings(rf"(?:{REPORT}|밝히|전하|말하|설명하|보도하|강조하|소개하|바로잡|정정하){DOES}$")
_GROWS = endings(rf"(?:{CHANGE}){DOES}$")
_GROWS_ITSELF = endings(
    rf"(?:확대되|확장되|늘어나|커지|불어나|상향되|길어지|감축되|축소되|줄어들){DOES}$"
)  # '다음 달 2배로 늘어난다'
_BECOMES = endings(rf"(?:되|채우|도달하|돌파하|넘어서|이르){DOES}$")  # '이번 주면 7억명이 된다'
_SOON = re.compile(r"이번\s?주|(?:이달|올해|연말)(?:이?면|\s?안에|\s?중에?)|다음\s?[주달]|내년|조만간|머지않아|곧\s")
_SHOWS = endings(rf"(?:{REVEAL}){DOES}$")
_IS = endings(r"(?:되|이)ㅂ니다$")
