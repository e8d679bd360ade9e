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

from monitor.korean.endings import endings, spread
from monitor.korean.moods import CHANGE, DOES, GUESSED, REPORT, REVEAL, STEP_NAMES, STEPS, WATCHERS
from monitor.korean.plans import BY_THE_WAY, DEEDS, MODEL_SIZES, PLEDGED, SITED, SIZES, is_revised_from, of_a_plan
from monitor.korean.revisions import is_done, revision_of
from monitor.korean.text import Clause
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
    named = _of_a_named_thing(tail) or (thing is not None and _modifies(sentence[end:thing]))
    status, why = status_of(_NOT_THIS.sub("", sentence[:start]), tail, metric, named=named)
    if metric == "investment" and is_done(sentence, start, end):
        status, why = "actual", "done"
    goes_on = (why == _SILENT and not _NOW.search(sentence[:start])) or is_revised_from(sentence[:start], tail)
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
_SILENT = "no plan, no guess"
_NOW = re.compile(
    r"현재|지금|이미|작년|지난|기존|누적|당시|사들인|들여온|(?:확보|도입|구매|마련)한\s"
)  # what is or was
_BESIDE, _REACH = 40, 160  # characters from a quantity to the name that it describes; to the verb that decides


def status_of(head: str, tail: str, metric: str, *, named: bool = False) -> tuple[Status, str]:
    """Return the status of a quantity between *head* and *tail*, and its words; *named*: it describes a name behind it."""
    spelt = spread(tail)
    early = _before_the_walk(head, tail, spelt, metric, named=named)
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
        if name == "holds" and metric == "investment" and _OUTLAY.search(head[-60:]):
            name = "does"  # '올해 들어가는 예산은 2조 원을 웃돈다'
        ahead = _AHEAD.search(head[-40:] + tail[: step.start()]) or _TO_COME.search(spread(head[-72:]))
        if name == "holds" and metric in DEEDS and (linked or ahead or _WILL_HAVE.match(step.group())):
            name = "does"
        status = _verdict(name, spelt, step, head, tail, metric)
        if status is not None:
            return status, f"{name}: {step.group()}"
    return _without_verb(head, tail, metric)


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
_PAST = endings(r"(?<!고 이)ㅆ(?=다|스ㅂ니다|으며|고|지만|음)")
# '내놓겠다고 밝혔다': told in the past, and still to come
_TO_BE_SHOWN = endings(r"느?ㄴ다|게ㅆ|기로|ㄹ (?:것|예정|계획|방침)")
_SHOWN = endings(rf"(?:{REVEAL}|개발하|완성하|만드(?=ㄴ다)|(?:상용화|출시|공개)해(?!ㅆ))")
_WILL_BE_SHOWN = endings(r"(?:게ㅆ|기로 하)")  # what its maker promises
_IS_THERE = re.compile(  # 'this model, with …', '2000억개로, 2년 전 예고한 규모 그대로다'
    r"[을를]\s(?:갖춘|지닌|가진)\s(?:이|해당)\s(?:[가-힣A-Za-z]{1,4}\s)?(?:모델|AI|LLM)|(?:이?며|으?로),?\s[^,.]{0,12}(?:예고|약속)한\s(?:규모|크기)?\s?그대로"
)
_KEPT = endings(  # a pledge that was kept
    r"(?:약속|약정|계획|의무)[^,.]{0,16}?(?:이행|완료|마무리|지켜ㅆ|지킨)|^(?:이|가|을|를) (?:모두|전부|다|전량) (?:들어와ㅆ|도착해ㅆ|확보돼ㅆ|확보해ㅆ|들여와ㅆ|채워ㅆ|사ㅆ|사들여ㅆ|갖춰ㅆ|설치돼ㅆ)|^(?:의)? (?:구축|설치|도입|확보)(?:을|를) (?:모두 |전부 )?(?:마무리|완료|마치ㅆ|마쳐ㅆ|끝내)"
)
_SPENT = endings(  # 'the money it spent': what was spent is there, whatever the verb of the sentence
    r"(?:쓰ㄴ|들이ㄴ|드ㄴ|들어가ㄴ|(?:투입|투자|지출|집행)(?:하|되)ㄴ|쏟으ㄴ|부으ㄴ|쏟아부으ㄴ) (?:총\s)?"
    r"(?:돈|비용|금액|자금|액수|훈련비|개발비|예산)(?:은|는|이|가|도) [^,.]{0,12}$"
    r"|(?:에|데) (?:쓰ㄴ|들이ㄴ|드ㄴ|들어가ㄴ|투입(?:하|되)ㄴ|쏟으ㄴ|부으ㄴ) (?:약 |총 )?$"
)
# 'the trade takes it for 1.8 trillion': who is not the maker, and what it takes it for
_WATCHERS = re.compile(rf"(?:{WATCHERS})(?:은|는|에서는)\s[^,.]*$")
_RECKONED = re.compile(  # '업계가 추산하는 투자액은': what others reckon
    rf"(?:{WATCHERS})(?:가|이|에서)\s(?:추산|추정|예상|전망|관측|짐작)(?:하는|한)\s[^,.]{{0,40}}[은는]\s[^,.\d]{{0,6}}$"
    r"|(?:추정|추산|관측|어림)(?:으로는|으론|에 따르면|에 의하면|대로라면|으로(?=\s[^.\d]{0,4}$))\s[^.]*$"
    rf"|(?:{WATCHERS})(?:의)?\s(?:추정치|추산|예상치|전망치)(?:은|는|로는)\s[^,.\d]{{0,6}}$"
    rf"|(?:{WATCHERS})(?:는|에선|에서는)?\s[\"“'‘][^\"”'’]{{0,10}}$"
)
_TAKES_FOR = endings(
    r"\s?(?:쯤|정도|가량|안팎|이상|수준|선)?(?:으로|로|이라고|라고) (?:보(?:ㄴ다|고|아ㅆ|는)|봐ㅆ|짐작|어림|여기)"
)
# a time ahead that is wider than a day: what is shown then is not there yet
_WIDE = re.compile(
    r"\d월\s\d+일\s[^,.]{0,20}다고\s\d+일|향후|앞으로|연내|올해\s?(?:안|중|말)|[상하]반기|내년|분기|까지|이달 (?:안|말|중순|하순)|연말|(?<![가-힣])오는|다음\s?[달주]|\d월(?!\s?\d+일)"
)
_STANDING = re.compile(r"(?:^|\s)(?:현|현재|지금|지금의|기존)\s(?:약\s)?$")  # '현 500B 모델을 2000B로': what is there
_GOAL = re.compile(
    r"(?:목표|목표치|목표액|계획)(?:은|는|로는)\s[^,.]{0,30}(?:, [^,.]{0,20})?$"
    r"|(?:제시|예고|공언)한\s(?:범위|금액|액수|수치)(?:은|는)\s[^,.]{0,12}$|(?:바라는|원하는|노리는|희망하는|내건)\s(?:기업\s?가치|몸값)(?:은|는)\s[^,.]{0,12}$|목표\s(?:기업\s?가치|몸값|매출|조달액)(?:은|는)\s[^,.]{0,12}$|목표로\s(?:하는|잡은|삼은|내건|한)\s[가-힣\s]{2,12}(?:은|는)\s[^,.]{0,12}$"
)
# '매출 목표로 50억 달러를 제시했다', '가이던스를 …로 내놨다': what is set as a goal
_AS_GOAL = re.compile(r"(?:목표|목표치|목표액|가이던스|전망치)로\s(?:약\s|총\s|최대\s)?$")

# '2600억달러로 평가해 투자하기로 했다': the worth is judged, whatever is planned behind it
_JUDGED = endings(
    r"\s?(?:수준|규모)?(?:으?로|을|를)? (?:기준|평가|인정)(?:으로|하고|해|하며|받고|받으며|받아|한 뒤|하ㄴ 뒤)"
)
# '상반기 공개할 차기 모델의 매개변수가': a model without a name that is still to come
_MODEL_TO_COME = endings(
    r"(?:(?:(?:공개|출시|발표|개발)하ㄹ|내놓으ㄹ|선보이ㄹ|(?:개발|준비|학습) 중인) (?:[가-힣A-Za-z]{1,4} ){0,2}[가-힣A-Za-z]*모델(?:의|은|는) "
    r"|(?:(?:공개|출시|발표|개발)하ㄹ|내놓으ㄹ|선보이ㄹ) (?:예정|계획)이ㄴ [^,]{1,20}(?:의|은|는|이|가) )"
    r"(?:[^,.\d]{1,14}(?:은|는|이|가|을|를) )?(?:약 |총 )?$"
    r"|(?:준비|개발)(?:하는|하고 있는| 중인) [가-힣A-Za-z0-9.]{2,12}(?:은|는|의) (?:[^,.\d]{1,14}(?:은|는|이|가)? )?(?:약 |총 )?$"
)


# '올 상반기 내놓을 가람 2.0은 매개변수가'
_NAMED_TO_COME = endings(
    r"(?:(?:공개|출시|발표|상용화|개발)하ㄹ|내놓으ㄹ|선보이ㄹ|만드ㄹ) [^,]{2,24}?(?:은|는) (?:[^,.\d]{1,14}(?:은|는|이|가|을|를) )?(?:약 |총 )?$"
)


# '20억유로 조달설': a rumour; '1조2000억개로 추정되던 R2': what was reckoned
_RUMOUR = re.compile(
    r"[을를]?\s?(?:추가\s|규모\s)?(?:조달|투자|인수|유치|도입|공급|매입|감축|증액|상향)설(?=[이은을도에]?[\s….,·'’”\"]|$)|\s?(?:으로|로|이?라고)\s(?:추정|추산|관측|거론)되던\s"
)


# '220억개의 매개변수를 갖추고 오는 11월 출시될 예정이다'
_TO_BE_OUT = endings(
    r"[^,.]{0,14}(?:갖추|지니|가지)(?:고|며),? [^,.]{0,24}?(?:공개|출시|발표|상용화|배포|선보이|나오|내놓)[가-힣]{0,2}ㄹ (?:예정|계획|것)"
)


_IS_AND = re.compile(r"이며,?\s|이고,?\s|인데,?\s")  # 'N이며': a copula, and no part of the next clause
# '레이니어에서는 칩 50만개가 돌아간다' (run there), and not '삼성에 5만장이 돌아간다' (go to)
_WHERE = re.compile(r"(?:에서(?:는|도|만)?|안에)\s[^.]*$")
_RUNS = endings(r"\s?(?:이|가)? 돌아가(?:ㄴ다|고 있|ㅂ니다|며)")


def _before_the_walk(head: str, tail: str, spelt: str, metric: str, *, named: bool) -> tuple[Status, str] | None:
    """Return what outranks the verb: a pledge kept, a goal as the subject, a name that the quantity only describes."""
    if kept := _KEPT.search(spelt):
        return "actual", kept.group()
    if now := _STANDING.search(head[-8:]):
        return "actual", now.group().strip()
    if (runs := _RUNS.match(spelt)) and _WHERE.search(head):
        return "actual", runs.group().strip()
    if metric in SITED and _IS_AND.match(spelt):
        return _without_verb(head, "", metric)
    if goal := _GOAL.search(head[-60:]) or _AS_GOAL.search(head[-16:]):
        return "planned", goal.group()[:3]
    if (
        guess := _RUMOUR.match(tail)
        or _RECKONED.search(head[-60:])
        or (_WATCHERS.search(head) and _TAKES_FOR.match(spelt))
    ):
        return "estimated", guess.group().strip()
    if metric == "investment" and not GUESSED.search(spelt[:40]) and (spent := _SPENT.search(spread(head[-40:]))):
        return "actual", spent.group()
    if metric == "valuation" and (judged := _JUDGED.match(spelt)):
        return "actual", judged.group().strip()
    if revised := of_a_plan(head, spelt, metric):
        return "planned", revised
    return _of_a_size(head, tail, spelt, metric, named=named) if metric in SIZES else None


def _of_a_size(head: str, tail: str, spelt: str, metric: str, *, named: bool) -> tuple[Status, str] | None:
    """Return the status of the size of a model, or of the users of a service, by what is to be shown, or has been."""
    coming = _TO_BE_OUT.match(spelt) or (not named and _MODEL_TO_COME.search(spread(head[-40:])))
    if metric in MODEL_SIZES and coming:
        return "planned", coming.group()
    if metric in MODEL_SIZES and (this := _IS_THERE.match(tail)):
        return "actual", this.group()
    if metric in MODEL_SIZES and _WIDE.search(head[-60:]) and (coming := _NAMED_TO_COME.search(spread(head[-48:]))):
        return "planned", coming.group()
    if not named:
        return None
    reveal = _SHOWN.search(spelt)
    past = reveal and not _TO_BE_SHOWN.match(spelt, reveal.end()) and _PAST.search(spelt, reveal.end())
    promised = any(_WILL_BE_SHOWN.match(spelt, shown.end()) for shown in _SHOWN.finditer(spelt))
    ahead = reveal and (promised or (_WIDE.search(head + tail) and not past))
    return ("planned", reveal.group()) if reveal and ahead else ("actual", "said of a thing with a name")


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
        return "planned" if _AHEAD.search(head[-60:]) else None
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
    if _GROWS_ITSELF.search(word) and _AHEAD.search(around):
        return "planned"
    if _BECOMES.search(word) and _SOON.search(around):
        return "planned"
    if _SHOWS.search(word):
        return "planned" if _WIDE.search(around) else "actual"
    return "planned" if metric in DEEDS and not _IS.search(word) else "actual"


_TELLS = endings(rf"(?:{REPORT}|밝히|전하|말하|설명하|보도하|강조하|소개하|바로잡|정정하){DOES}$")
_GROWS = endings(rf"(?:{CHANGE}){DOES}$")
_GROWS_ITSELF = endings(rf"(?:확대되|확장되|늘어나|커지|불어나|상향되|길어지){DOES}$")  # '다음 달 2배로 늘어난다'
_BECOMES = endings(rf"(?:되|채우|도달하|돌파하|넘어서|이르){DOES}$")  # '이번 주면 7억명이 된다'
_SOON = re.compile(r"이번\s?주|(?:이달|올해|연말)(?:이?면|\s?안에|\s?중에?)|다음\s?[주달]|내년|조만간|머지않아|곧\s")
_SHOWS = endings(rf"(?:{REVEAL}){DOES}$")
_IS = endings(r"(?:되|이)ㅂ니다$")

# A name in quotes right behind the quantity that describes it: '5000억개 규모의 모델 'A.X K1'을 발표할 예정'.
_QUOTED = re.compile(r"(?P<between>[^,.'‘’“”\"]{0,40}?)(?<![가-힣\d])['‘“](?P<name>[^'’”\"]{2,34})['’”]")
_UNTIL_NAME = endings(
    r"ㄴ다|ㅆ|게ㅆ|ㄹ (?:것|예정|계획)|(?:하|되|이)며 |[가-힣]고,? |(?<!느ㄴ)(?:을|를) "
    r"|으로 (?!구성|이뤄|만들|학습|하)|까지 "
)


def _of_a_named_thing(tail: str) -> bool:
    """Tell whether the quantity only describes a quoted name behind it."""
    found = _QUOTED.match(tail)
    return bool(found and describes(found["between"]))


def _modifies(between: str) -> bool:
    """Tell whether a quantity modifies the name of a thing right behind it: no quotation ends between them."""
    return len(between) < _BESIDE and not _CLOSED.search(between) and describes(between)


_CLOSED = re.compile(r"[\"”][\s\"“]|[.…]")


def describes(between: str) -> bool:
    """Tell whether the words between a quantity and a name behind it only modify that name."""
    return not _UNTIL_NAME.search(spread(between))


# 'the GPUs that three firms will bring in are …', 'the money that it takes is …': the subject is what is to come
_TO_COME = endings(
    r"(?:(?:하|되|오|가|내|쓰|주|이|리|우|추|치|놓으|넣으|부으|모으|쏟으)ㄹ(?! (?:때|경우|수))|드는|짓는|세우는|(?:채용|모집|선발)하는|(?:투입|투자)하는(?= (?:돈|금액|비용|자금))|(?:공급|제공|배정|배분|도입|구매)하는(?= (?:GPU|물량|칩))|(?:건설|건립|조성|구축|추진)하는|(?:향후|앞으로) [^,.]{0,44}(?:투자|투입)하는|(?:협상|논의|추진) 중인|게ㅆ다고 (?:한|약속한)|기로 한|(?:하|들이|쓰|늘리|뽑|짓|세우|모으|키우)려는) "
    r"[^,.]{1,24}?(?:은|는|이|가|에) [^,.]{0,16}$"
)
_OUTLAY = re.compile(
    r"(?:올해|올|내년)\s[^,.]{0,24}(?:지출|투자|투자액|예산|(?:쓰는|들이는|들어가는) 돈)(?:\s(?:규모|계획|전망|목표))?(?:은|는|이)\s[^,.]{0,10}$"
)  # what a year's outlay is
_AHEAD = re.compile(
    r"향후|앞으로|내년|(?<!지금)(?<!현재)까지(?! 합)|목표|다음 달|장차|(?<![가-힣])오는|최종적|장기적|이후"
)
_HEADLINE_VERB = endings(r"ㄴ다\s?[…·,]{1,3}\s[^.]*$")  # '확 낮춘다… 300억달러 선'
_NOUN_DEED = re.compile(
    r"^\s?(?:을|를|에|의|규모|이상|추가|순차|\s)*(?:투입|공급|확보|구축|양성|건설|조성|지원|도입|구매)(?:$|[\s.…,\"'”’(])"
)


def _without_verb(head: str, tail: str, metric: str) -> tuple[Status, str]:
    """Return the status of a headline, a bullet, or of 'N is the size' whose subject is what is to come."""
    if metric in DEEDS | SIZES | {"valuation"} and (coming := _TO_COME.search(spread(head[-72:]))):
        return "planned", coming.group()[:12]
    if metric == "investment" and (outlay := _OUTLAY.search(head[-60:])):
        return "planned", outlay.group()[:6]
    if metric in DEEDS and (ahead := _AHEAD.search(head[-40:] + tail[:30])):
        return "planned", ahead.group()
    if metric in DEEDS and _HEADLINE_VERB.search(spread(head[-40:])):
        return "planned", "the headline's verb before it"
    if metric in PLEDGED and (deed := _NOUN_DEED.match(tail)):
        return "planned", deed.group()
    return "actual", _SILENT
