"""
What outranks the verb of a clause, and what stands in for one that it lacks.

A pledge kept, a goal as the subject, a rumour or a name that the quantity only describes decide before any verb is
asked; a headline, a bullet and 'N is the size' have no verb to ask.
"""

from __future__ import annotations

import re

from monitor.korean.endings import endings, spread
from monitor.korean.moods import GUESSED, REVEAL, WATCHERS
from monitor.korean.plans import DEEDS, MODEL_SIZES, PLEDGED, SITED, SIZES, of_a_plan
from monitor.model import Status

SILENT = "no plan, no guess"
_PAST = endings(r"(?<!고 이)ㅆ(?=다|스ㅂ니다|으며|고|지만|음)")
# '내놓겠다고 밝혔다': told in the past, and still to come
_TO_BE_SHOWN = endings(r"느?ㄴ다|게ㅆ|기로|ㄹ (?:것|예정|계획|방침)")
_SHOWN = endings(rf"(?:{REVEAL}|개발하|완성하|만드(?=ㄴ다)|(?:상용화|출시|공개)해(?!ㅆ))")
_WILL_BE_SHOWN = endings(r"(?:게ㅆ|기로 하)")  # what its maker promises
_IS_THERE = re.compile(  # 'this model, with …', '2000억개로, 2년 전 예고한 규모 그대로다'
    r"[을를]\s(?:갖춘|지닌|가진)\s(?:이|해당)\s(?:[가-힣A-Za-z]{1,4}\s)?(?:모델|AI|LLM)|(?:이?며|으?로),?\s[^,.]{0,12}(?:예고|약속)한\s(?:규모|크기)?\s?그대로"
)
_KEPT = endings(  # a pledge that was kept
    r"^(?:을|를|이|가) (?:예정|계획|약속|예고)대로 [^,.]{0,14}?ㅆ|^에 (?:그쳐|그치며|머물러|불과해)|(?:약속|약정|계획|의무)[^,.]{0,16}?(?:이행|완료|마무리|지켜ㅆ|지킨)|^(?:이|가|을|를) (?:모두|전부|다|전량) (?:들어와ㅆ|도착해ㅆ|확보돼ㅆ|확보해ㅆ|들여와ㅆ|채워ㅆ|사ㅆ|사들여ㅆ|갖춰ㅆ|설치돼ㅆ)|^(?:의)? ?(?:구축|설치|도입|확보|반입|구매)(?:을|를|이|가) (?:모두 |전부 |계획대로 |예정대로 )?(?:마무리|완료|마치ㅆ|마치고|마쳐|끝내|끝나ㅆ)"
)
_IN_BUILDING = endings(  # '6500억원을 들여 짓는 각 세종은': what is not finished yet
    r"\s?(?:을|를) (?:들이어|들여|투입해|투자해|쏟아|쏟아부어|부어) (?:[^,.]{1,16} )?(?:짓|세우|건설하|조성하|구축하)(?:는|고 있는|ㄹ) "
)
# '예고한 대로 파라미터 600억개를 탑재했다', '계획한 대로 1만5000장이다': a promise that was kept
_AS_PROMISED = re.compile(r"(?:예고|약속|계획|목표|공언)(?:한|했던|된|됐던)?\s?대로,?\s[^,.]{0,14}$")
# '목표한 100억 달러를 유치했다', '확보한 돈은 목표로 삼았던 100억 달러다'
_AS_MEANT = re.compile(
    r"(?:목표|약속|계획|예고)(?:한|했던)\s(?:약\s|총\s)?$|목표로\s(?:한|했던|삼은|삼았던|잡은|내건)\s(?:약\s|총\s)?$"
)
_IS_GOT = endings(
    r"(?:을|를) [^,.]{0,8}?(?:유치|조달|확보|모으|모아|채우|채워|투자|집행|구매|도입|사들이|사들여|들여와)[^,.]{0,6}ㅆ"
)
_WHAT_IT_GOT = re.compile(
    r"(?:(?:확보|조달|유치)한|모은|받은|끌어모은|손에\s(?:넣은|쥔))\s(?:돈|금액|자금|투자금|투자액)[은이]\s[^.\d]{0,14}$"
)
_IS_OR_WAS = endings(r"[^,.]{0,20}?(?:ㅆ(?=다|으며|고|스ㅂ니다)|이다|ㅂ니다)|다(?=[.\s]|$)")
_SPENT = endings(  # 'the money it spent': what was spent is there, whatever the verb of the sentence
    r"(?:쓰ㄴ|들이ㄴ|드ㄴ|들어가ㄴ|(?:투입|투자|지출|집행)(?:하|되)ㄴ|쏟으ㄴ|부으ㄴ|쏟아부으ㄴ) (?:총\s)?"
    r"(?:돈|비용|금액|자금|액수|훈련비|개발비|예산|투자액|투자금)(?:은|는|이|가|도) [^,.]{0,12}$"
    r"|(?:에|데) (?:쓰ㄴ|들이ㄴ|드ㄴ|들어가ㄴ|투입(?:하|되)ㄴ|쏟으ㄴ|부으ㄴ) (?:약 |총 )?$"
)
# 'the trade takes it for 1.8 trillion': who is not the maker, and what it takes it for
_WATCHERS = re.compile(rf"(?:{WATCHERS})(?:은|는|에서는)\s[^,.]*$")
_RECKONED = re.compile(  # '업계가 추산하는 투자액은': what others reckon
    rf"(?:{WATCHERS})(?:가|이|에서)\s(?:추산|추정|예상|전망|관측|짐작)(?:하는|한)\s[^,.]{{0,40}}[은는]\s[^,.\d]{{0,6}}$"
    r"|(?<![가-힣])(?!회사|자체)[가-힣A-Za-z]+[가이]\s(?:추산|추정|짐작|관측)한\s[^,.\d]{0,40}[은는]\s[^,.]*$|(?<=[가-힣A-Za-z])\s추정으로\s[^.]*$"
    r"|(?:추정|추산|관측|어림)(?:으로는|으론|에 따르면|에 의하면|대로라면|으로(?=\s[^.\d]{0,4}$))\s[^.]*$"
    rf"|(?:{WATCHERS})(?:의)?\s(?:추정치|추산|예상치|전망치)(?:은|는|로는)\s[^,.\d]{{0,6}}$"
    rf"|(?:{WATCHERS})(?:는|에선|에서는)?\s[\"“'‘][^\"”'’]{{0,10}}$"
)
_TAKES_FOR = endings(
    r"\s?(?:쯤|정도|가량|안팎|이상|수준|선)?(?:으로|로|이라고|라고) (?:보(?:ㄴ다|고|아ㅆ|는)|봐ㅆ|짐작|어림|여기)"
)
# a time ahead that is wider than a day: what is shown then is not there yet
WIDE = re.compile(
    r"\d월\s\d+일\s[^,.]{0,20}다고\s\d+일|향후|앞으로|연내|(?:올해|이달)\s?(?:안|중|말)|[상하]반기|내년|분기|까지|이달 (?:안|말|중순|하순)|연말|(?<![가-힣])오는|다음\s?[달주]|\d월(?!\s?\d+일)"
)
# '현 500B 모델을 2000B로', '확보를 마친 GPU 1만3000장을': what is there
_STANDING = re.compile(
    r"(?:^|\s)(?:현|현재|지금|지금의|기존)\s(?:약\s)?$|(?:확보|도입|구매)[를을]\s(?:모두\s|다\s)?(?:마친|끝낸)\s(?:첨단\s)?(?:GPU\s)?$"
)
_GOAL = re.compile(
    r"(?:목표|목표치|목표액|계획)(?:은|는|로는)\s[^,.]{0,30}(?:, [^,.]{0,20})?$"
    r"|(?:제시|예고|공언)한\s(?:범위|금액|액수|수치)(?:은|는)\s[^,.]{0,12}$|(?:바라는|원하는|노리는|희망하는|내건)\s(?:기업\s?가치|몸값)(?:은|는)\s[^,.]{0,12}$|목표\s(?:기업\s?가치|몸값|매출|조달액)(?:은|는)\s[^,.]{0,12}$|목표로\s(?:하는|잡은|삼은|내건|한|제시한|세운)\s(?:[가-힣\s]{2,12}(?:은|는)\s[^,.]{0,12})?$"
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


def before_the_verb(head: str, tail: str, spelt: str, metric: str, *, named: bool) -> tuple[Status, str] | None:
    """Return what outranks the verb: a pledge kept, a goal as the subject, a name that the quantity only describes."""
    if there := _is_there(head, spelt, metric):
        return "actual", there.group().strip()
    if metric in SITED and _IS_AND.match(spelt):
        return without_verb(head, "", metric)
    if goal := _GOAL.search(head[-60:]) or _AS_GOAL.search(head[-16:]):
        return "planned", goal.group()[:3]
    if (
        guess := _RUMOUR.match(tail)
        or _RECKONED.search(head[-60:])
        or (_WATCHERS.search(head) and _TAKES_FOR.match(spelt))
    ):
        return "estimated", guess.group().strip()
    if metric == "investment" and (paid := _of_a_sum(head, spelt)):
        return paid
    if metric == "valuation" and (judged := _JUDGED.match(spelt)):
        return "actual", judged.group().strip()
    if revised := of_a_plan(head, spelt, metric):
        return "planned", revised
    return _of_a_size(head, tail, spelt, metric, named=named) if metric in SIZES else None


def _is_there(head: str, spelt: str, metric: str) -> re.Match[str] | None:
    """Return what says that it is there whatever the verb: a pledge kept, a goal reached, what stands, what runs."""
    return (
        _KEPT.search(spelt)
        or (_IS_OR_WAS.match(spelt) and _AS_PROMISED.search(head[-24:]))
        or (_IS_GOT.match(spelt) and _AS_MEANT.search(head[-24:]))
        or (_WHAT_IT_GOT.search(head[-40:]) if metric == "funding" else None)
        or _STANDING.search(head[-24:])
        or (_WHERE.search(head) and _RUNS.match(spelt))
        or None
    )


def _of_a_sum(head: str, spelt: str) -> tuple[Status, str] | None:
    """Return the status of a sum that went into what is being built, or is 'the money that it spent'."""
    if building := _IN_BUILDING.match(spelt):
        return "planned", building.group().strip()
    spent = None if GUESSED.search(spelt[:40]) else _SPENT.search(spread(head[-40:]))
    return ("actual", spent.group()) if spent else None


def _of_a_size(head: str, tail: str, spelt: str, metric: str, *, named: bool) -> tuple[Status, str] | None:
    """Return the status of the size of a model, or of the users of a service, by what is to be shown, or has been."""
    coming = _TO_BE_OUT.match(spelt) or (not named and _MODEL_TO_COME.search(spread(head[-40:])))
    if metric in MODEL_SIZES and coming:
        return "planned", coming.group()
    if metric in MODEL_SIZES and (this := _IS_THERE.match(tail)):
        return "actual", this.group()
    if metric in MODEL_SIZES and WIDE.search(head[-60:]) and (coming := _NAMED_TO_COME.search(spread(head[-48:]))):
        return "planned", coming.group()
    if not named:
        return None
    reveal = _SHOWN.search(spelt)
    past = reveal and not _TO_BE_SHOWN.match(spelt, reveal.end()) and _PAST.search(spelt, reveal.end())
    promised = any(_WILL_BE_SHOWN.match(spelt, shown.end()) for shown in _SHOWN.finditer(spelt))
    ahead = reveal and (promised or (WIDE.search(head + tail) and not past))
    return ("planned", reveal.group()) if reveal and ahead else ("actual", "said of a thing with a name")


# 'the GPUs that three firms will bring in are …', 'the money that it takes is …': the subject is what is to come
TO_COME = endings(
    r"(?:(?<!\d)(?:하|되|오|가|내|쓰|주|이|리|우|추|치|놓으|넣으|부으|모으|쏟으)ㄹ(?! (?:때|경우|수))|드는|짓는|세우는|(?:채용|모집|선발)하는|(?:투입|투자)하는(?= (?:돈|금액|비용|자금))|(?:공급|제공|배정|배분|도입|구매)하는(?= (?:GPU|물량|칩))|(?:건설|건립|조성|구축|추진)하는|(?:향후|앞으로) [^,.]{0,44}(?:투자|투입)하는|(?:협상|논의|추진) 중인|게ㅆ다고 (?:한|약속한)|기로 한|(?:하|들이|쓰|늘리|뽑|짓|세우|모으|키우)려는) "
    r"[^,.]{1,24}?(?:은|는|이|가|에) [^,.]{0,16}$"
)
OUTLAY = re.compile(
    r"(?:올해|올|내년)\s[^,.]{0,24}(?:지출|투자|투자액|예산|(?:쓰는|들이는|들어가는) 돈)(?:\s(?:규모|계획|전망|목표))?(?:은|는|이)\s[^,.]{0,10}$"
)  # what a year's outlay is
AHEAD = re.compile(
    r"향후|앞으로|내년|(?<!지금)(?<!현재)까지(?! 합)|목표|다음 달|장차|(?<![가-힣])오는|최종적|장기적|이후"
)
_HEADLINE_VERB = endings(r"ㄴ다\s?[…·,]{1,3}\s[^.]*$")  # '확 낮춘다… 300억달러 선'
_NOUN_DEED = re.compile(
    r"^\s?(?:을|를|에|의|규모|이상|추가|순차|\s)*(?:투입|공급|확보|구축|양성|건설|조성|지원|도입|구매)(?:$|[\s.…,\"'”’(])"
)


def without_verb(head: str, tail: str, metric: str) -> tuple[Status, str]:
    """Return the status of a headline, a bullet, or of 'N is the size' whose subject is what is to come."""
    if metric in DEEDS | SIZES | {"valuation"} and (coming := TO_COME.search(spread(head[-72:]))):
        return "planned", coming.group()[:12]
    if metric == "investment" and (outlay := OUTLAY.search(head[-60:])):
        return "planned", outlay.group()[:6]
    if metric in DEEDS and (ahead := AHEAD.search(head[-40:] + tail[:30])):
        return "planned", ahead.group()
    if metric in DEEDS and _HEADLINE_VERB.search(spread(head[-40:])):
        return "planned", "the headline's verb before it"
    if metric in PLEDGED and (deed := _NOUN_DEED.match(tail)):
        return "planned", deed.group()
    return "actual", SILENT
