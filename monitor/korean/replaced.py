"""
Say whether a number is what was meant, stood or was told until now: what another one replaces.

    A에서 B로 (from A to B)   A 대신 B (B in place of A)   A로 알려졌던 … B (known as A)   당초 A (originally A)
"""

from __future__ import annotations

import re

from monitor.korean.text import Clause

_SUPERSEDED = re.compile(
    r"(?:당초|애초|기존|종전|원래|본래)(?!보다)|이전 목표|지금까지의 목표|최초 계획|처음 계획|예산안\(?$|(?:정부|예산)안에서는\s$"
)  # originally, until now
_FROM = re.compile(
    r"^(?!\s?사이에서)(?:\s(?:투자\s)?계획(?=에서|보다))?\s?(?:[가-힣]{0,6}\s?(?:이상|이하|가량|안팎|수준|규모|정도)?)?\s?(?:\([^)]{1,24}\))?(?:에서(?!\s[^,.\d]{0,16}(?:떼|나눠|나누|몫|일부))|서(?=\s(?:최대\s|최소\s|약\s|총\s)?[가-힣A-Za-z㎿\d.,]{1,10}?(?:\s이상|\s이하)?(?:으로|로)(?![가-힣]))|였던|이던|이었던|이?라더니|이?라던(?=\s[^,.\d]{1,16}[을를]\s)|대신|보다(?!\s(?:자세|정확|세밀|구체|상세))|에 비해|에는 못 미|에 못 미|을 밑도는|[을를]\s(?:[가-힣]{1,3}\s)?밑돌았|에서 물러|[을를] (?:[가-힣]{1,3} )?(?:넘|웃도|뛰어넘)는 (?:규모|금액|수준|액수)(?!로,|의\s|이며|이고|이다|인\s)|[이가]\s목표(?:였|이었)(?:지만|으나|는데)|[을를]\s(?:[가-힣\d.]{1,4}\s?배로)\s(?:높인|올린|늘린|키운)\s것|으?로\s[가-힣\s]{1,10}려던\s(?=[^.]*\d)|[을를] (?:꿈꾸던|바라보던|내걸었던|노리던|내다보던)|[을를]\s목표로\s(?:시작|출발)(?:해|한|했)|[을를]\s목표로\s(?:했던|삼았던|잡았던|하던)\s(?=[^.]*\d)|으?로 (?:시작|출발)(?:해(?!ㅆ)|한(?!다)|했(?:지만|으나|던))|\s?(?:→|➔|⇒|->))"
)
# '기존 모델인 하이퍼클로바는 2040억개다': the older one, and what it has
_THE_OLDER_ONE = re.compile(
    r"(?:기존|종전|이전)\s(?:[가-힣]+인\s|(?!계획|목표|투자|구상|방침|예산|안|전망|예상|약속)['‘]?[가-힣A-Za-z][가-힣A-Za-z0-9.-]*['’]?(?:\s(?:모델|\d\.\d))?(?:의\s[가-힣]{2,5}[은는이가]|[은는])\s)"
)
_ONCE_MEANT = re.compile(
    r"(?:밝힌|말한|제시한|발표한|내놓은|잡은)\s(?:수|숫자|물량|규모|금액|액수)(?=[는은])|(?:정부|예산|추경|[낸냈]\s|마련한\s|제출한\s)안(?=은\s)|계획|구상|청사진|목표|전망|예상|바라던|약속|(?:직전|앞서|지난번|종전)에?\s(?:제시|발표|공개|언급|약속|내놓|밝)[한은힌]\s(?:금액|범위|액수|수치)"
)
_AS_IT_WAS = re.compile(r"(?:계획|예고|약속|목표)(?:했던|한)?\s?(?:그)?대로\s(?:약\s|총\s)?$")  # 'as it was planned'
_BACK_THEN = re.compile(r"[가-힣\d]만\s?해도\s")  # '4월만 해도', '1년 전만 해도': only then
# stays as it was, does not change
UNCHANGED = re.compile(
    r"에서\s(?:달라지|바뀌|변하|늘|줄|움직이)지\s않|에서\s(?:변함|변화|변동)|\s그대로(?:다|라|였|인|이다|입니다)|[을를]\s그대로\s(?:제시|유지|이어|두)|(?:,\s[^,.]{0,20})?으?로\s(?:[가-힣]{1,4}\s)?그대로(?:다|라|였|인|이)|[^,.]{0,16}(?:은|는|이|가|도)\s그대로(?:다|라|였|이고|이며|\s유지|[\s.,])|(?:으?로|에는?)?\s(?:변함|변동|변화|차이)(?:이|은)?\s?없"
    r"|[을를이가]\s[^,.\d]{1,16}(?:계획|방침|목표)(?:에는|에|은)\s(?:변함|변동|변화)(?:이|은)?\s?없"
)
_WAS = re.compile(r"(?:짜리|급|규모)?(?:이었|였)(?:다|으나|고|습니다|지만|으니|는데|으며)")
# '1000억 달러라고 발표했던 투자액을 300억 달러로'
TOLD = r"(?:이?라고|으?로|[을를])\s(?:(?:발표|약속|공개|제시|예고|언급|공언|계획)했|[가-힣\s]{1,8}려|[가-힣\s]{1,8}기로\s?했|[가-힣\s]{1,8}겠다(?:고\s?(?:했|밝혔))?|밝혔|(?:넓게\s)?잡았|짰|정했|알렸)던\s(?:[가-힣A-Za-z]{1,8}\s){0,4}[가-힣A-Za-z]{1,8}[을를은는이가]\s"
# '3만장이던', '3만장에서': the number before was until now, and not the one behind; '목표였던 3만장' is the very one
# '2월에는 750억 달러를 예고했었다', '작년에는 … 제시했다': what was told then, and nothing else
_SAID_THEN = re.compile(r"[을를]\s(?:예고|제시|약속|발표|공언|언급)했(?:었|다)")
_AGO_ALONE = re.compile(
    r"(?:(?:\S+\s)?\S+\s전|20\d\d년|지난해|작년|재작년|지난)\s?(?:\d+월|초|말|봄|여름|가을|겨울)?(?:에는|엔|까지는)?\s|\d+월(?:에는|엔)\s"
)
_GONE = re.compile(
    r"(?:월|반기|분기|년|말|초|연내)(?:이?던|이었던|였던|로\s(?:잡았던|정했던))\s[^,.\d]{0,6}(?:일정|시점|시기|시한|기한|공개|준공)[을를은는이가]\s|[억만조천원러장개명W㎿트%\d](?:\s?이상)?(?:\s대신\s|(?:[이가]\s)?(?:아닌|아니라)\s|(?:으?로|[을를])\s(?:계획|예정|책정|예고|약속)(?:했|됐|이었)(?:으나|지만|는데|다가)\s|[을를]\s(?=(?:약\s|총\s|최대\s)?$))|\d?\s?(?:배|갑절|절반)(?:인|으?로|가\s넘는)\s|(?:전망|계획|목표|가이던스)(?:치|액)?에서\s[^,.\d]{0,16}(?:올려|내려|높여|낮춰|늘려|줄여)\s|(?:계획|목표|방침|일정)[을를]\s(?:바꿔|고쳐|수정해|앞당겨|늦춰|접고)\s|\d\S*(?:\s(?:달러|유로|위안|원|토큰|개|장|이상|이하|가량|안팎|수준|정도)){0,2}에서\s|[억만조천원러장개명W㎿트%\d]보다\s|[억만조천원러장개명W㎿트%\d](?:(?:\s?이상)?(?:이던|였던|이었던)|[을를]\s(?:[가-힣]{1,3}\s)?넘어(?:서)?)\s"
)
# '3조4000억원을 쓰겠다던 기존 계획을 확대한 것이다'
_OLD_PLAN = re.compile(
    r"으?로\s(?:잡았던|세웠던|내걸었던|늘린|높인|올린|잡은|제시한)\s(?:목표|계획|전망)(?:치|액)?보다|으?로\s(?:잡았던|세웠던|내걸었던|늘린|높인|올린|낮춘|줄인|잡은|제시한)\s(?:목표|계획|전망)[을를]\s(?:다시\s|또\s|더\s)?(?:낮추|낮춰|높이|높여|줄이|줄여|늘리|늘려|올리|올려|내리|내려|상향|하향)|\s?(?:규모의\s)?(?:투자\s)?(?:계획|목표|약속|구상)[을를]\s(?:(?:대신|대체)하는|(?:[^,.\d]{1,14}\s)?(?:줄[인였]|늘[린렸]|키[운웠]|낮[춘췄]|높[인였]|깎[은았]))|[을를]\s[^,.]{0,16}(?:기존|당초|애초|종전)의?\s(?:계획|목표|방침|구상)(?:을|를|보다|에서)\s"
    r"|[을를]\s[^,.\d]{1,10}려던\s(?:계획|목표|구상)[을를]\s(?:바꿔|바꾸|키워|늘려|줄여|높여|낮춰)"
    rf"|(?![을를]){TOLD}[^,.]{{0,24}}?\d|{TOLD}이를\s[^,.]{{0,20}}?\d"
)
# '125조2000억원을 110조원으로 감축했다', '6000억원은 최대 4500억원으로 삭감됐고': what becomes another number
_INTO = re.compile(
    r"(?:[을를은는이가]|[을를]\s[^,.\d]{1,14}(?:려던|겠다던|했던)\s(?:것|계획|금액|투자|목표)[을를])\s(?:[가-힣]{1,4}\s){0,2}\d[\d,.]*[가-힣\d]{0,8}?(?:\s(?:달러|이상|이하))?(?:으)?로\s(?:[가-힣]{1,4}\s)?"
    r"(?:감축|축소|삭감|감액|하향|줄[이였여인]|낮[추췄춰]|깎|증액|확대|상향|늘[리렸려]|키[우웠워]|높[이였여]|올[리렸려]|고[쳐쳤치]|바[꾸꿨꿔뀌뀐]|수정|조정)"
)
# '230억 달러를 쓰겠다고 했다가 120억 달러로': said once, and no more
_BUT_THEN = re.compile(
    r"[^,.\d]{0,24}(?:[했혔웠았었렸뒀]다가|려다가?)\s[^.]{0,40}?\d"
    r"|[을를]\s(?:약속|계획|예고|공언|제시|목표로\s)[가-힣]{0,2}(?:했|잡았|삼았)(?:으나|지만|는데),?\s[^.]{0,40}?\d"
    r"|[^,.\d]{0,24}(?:다고|기로|려고|라고)\s?[^,.\d]{0,8}?[했혔웠었](?:지만|으나|는데),?\s(?:이를|이제|이번|올해|다시|돌연|결국|그\s|이\s)[^.]{0,40}?\d"
)
# '지난해 KT가 내놓은 AI 투자 계획은 7조원이었다': another plan than the one spoken of; '지난해 내놓은 계획은' is the very one
_TOLD_THEN = re.compile(
    r"(?:지난|작년|재작년|앞서)[^,.]{0,24}\s(?:내놓은|밝힌|발표한|공개한|세운|약속한|제시한)\s[^,.\d]{1,20}\s(?:계획|목표|약속|금액|투자액)[은는이]\s(?:약\s|총\s|최대\s)?$"
)
# '두 달 전에는 7억명이었다', '작년 12월 3억명이었으니': what was counted then
_AGO = re.compile(
    r"(?:(?:달|개월|해|년|주)\s전(?:에는|엔|까지는|까지만\s해도|만\s해도)?|(?:지난해|작년|재작년|지난)\s(?:\d+월|초|말|봄|여름|가을|겨울)?(?:에는|엔)?)\s$"
)
_COUNTS = re.compile(r"(?:명|개|장|대|회|건)(?:이상|가량)?$")


def was_until_now(sentence: str, start: int, end: int, own: Clause) -> bool:
    """Tell whether a value is what was meant or stood before another one."""
    before = sentence[max(0, start - 26) : start]
    if told_then(sentence, start) or UNCHANGED.match(sentence, end):
        return False
    once_meant = (
        not _AS_IT_WAS.search(before)
        and _ONCE_MEANT.search(sentence[max(0, start - 40) : start])
        and _WAS.match(sentence, end)
    )
    old_plan = _OLD_PLAN.match(sentence, end)
    originally = old_plan or (_SUPERSEDED.search(_THE_OLDER_ONE.sub("", before)) and not _GONE.search(before))
    return bool(
        _BACK_THEN.search(sentence, own.start, start)
        or once_meant
        or originally
        or _FROM.match(sentence[end:])
        or _INTO.match(sentence, end)
        or _BUT_THEN.match(sentence, end)
        or (_is_of_then(sentence, start, end, before) and _WAS.match(sentence, end))
        or (_AGO_ALONE.fullmatch(sentence, 0, start) and _SAID_THEN.match(sentence, end))
    )


def _is_of_then(sentence: str, start: int, end: int, before: str) -> bool:
    """Tell whether a count is told of a time that is over, or a value by nothing but that time."""
    counted = _COUNTS.search(sentence, start, end) and _AGO.search(before)
    return bool(counted or _AGO_ALONE.fullmatch(sentence, 0, start))


def told_then(sentence: str, start: int) -> bool:
    """Tell whether a value is that of a plan of its own that was told at another time, and may stand."""
    return bool(_TOLD_THEN.search(sentence, max(0, start - 60), start))
