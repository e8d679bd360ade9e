"""Say whether a figure is said now or recalled, and what the sentence tells of it: raised, moved, corrected, given up."""

from __future__ import annotations

import re

from monitor.korean.moods import RETIMED
from monitor.korean.replaced import TOLD, UNCHANGED, told_then, was_until_now
from monitor.korean.text import Clause
from monitor.model import Cue, Voice

_RECALLED = re.compile(
    r"바 있|당시|(?:투입|투자|구축|건립|조성)할 (?:계획|예정|방침)이었(?:다|습니다)|[라다]고(?:만)? 해 왔|앞서 [^.]{0,30}(?:했|밝|발표|공개)|(?:예고|약속|발표|공언|제시|공개|언급|밝히|계획)했던(?! (?:그)?대로)|(?:자신|장담|호언|자랑|기대)했던|했었다|던 것|던 계획|(?<!최근 )(?!공개한 것은)(?:밝힌|발표한|약속한|예고한|제시한|공개한) (?:바|목표|계획|것(?!이다|입니다))(?!에 따르면)|"
    r"겠다던|다던|[다라]고\s(?:공언|장담|약속|말|밝혀|설명|예고)(?:해\s)?왔|[라다]고만 했|(?:준비|개발|구상)하던 |지난[^,.]{0,10}(?:에는|엔) [^,.]{0,14}(?:라고|다고) (?:했|밝혔|말했)|작년 제시|착공 당시|고 한 바|처음 (?:밝힌|승인|계획|잡[은았]|제시|약속|내건|거론|발표|세운|구상)"
)
_RAISED = re.compile(
    r"늘[려렸린리어었]|늘릴(?=\s(?:계획|예정|방침|것|수))|늘어|확대|상향|증액|증설|커졌|커진|커지|키[우웠운워]|키울(?=\s(?:계획(?![이은]\s없)|예정|방침|것|수))|불어|(?<!떠)(?<!도마에 )(?<!무대에 )(?<!시험대에 )올[려렸랐]|(?<!매출을 )(?<!수익을 )올리[기겠]|끌어올|높[였여인일아]|높이[기겠]|(?:기존|종전|당초|애초|직전|지난번|(?:달|분기|반기)\s전)[^,.\d]{0,8}보다\s(?:높은|많은|큰|늘어난|커진)\s|확장(?:한다|했|하기로|할\s(?:계획|예정|방침)|해\s)|추가 투자|뛰었|껑충|급증|많아[졌진]"
)
_LOWERED = re.compile(
    r"(?<!온실가스 )감축|줄[었어여였인이일]|축소(?!판)|하향|낮[췄춰춘추출]|삭감|감액|깎|내려|내렸|물러|반토막"
)
_MOVED = re.compile(
    r"앞당|당긴|당겨|당겼|미뤄(?!\s?[온왔])|미뤘|미룬|연기|늦[춰췄어춘추출]|순연|지연|연장|미뤄졌|(?:분기|반기|월|년|말|초|이후)(?:으)?로\s밀[려렸린리]|(?:시점|시기|일정|시한|기한|기간|가동|준공|완공|완성|개소|출시|공개|집행|도입)[은는이가을를]?\s[^.]{0,30}(?:로|으로)\s(?:[^,.\s]{1,6}\s){0,2}(?:조정|변경|단축|옮[기겨긴겼]|바뀌|바뀐|빨라)|(?:시점|시기|일정|시한|기한|기간)[은는이가을를]?\s[^.]{0,30}(?:로|으로)\s(?:[^,.\s]{1,6}\s){0,2}(?:바[꾸꿔]|늘[려렸린리])|조기\s(?:조성|집행|완공|준공|도입|구축|가동|출시|공개)"
)
_CORRECTED = re.compile(r"바로잡|(?<![가-힣])정정(?!에)|(?<![가-힣])오기(?:를|였|로)|잘못 (?:표기|적|기재|알려)|착오")
_WITHDRAWN = re.compile(
    r"무산|결렬|철회|백지화|취소|포기|접[었은기]|폐기|중단|없던 일|(?:추진|진행)(?:을\s)?하지 않(?:겠|기로|는다고)|더는 추진|짓지 않기로|(?<!도전)(?<!참여)(?<!신청)(?<!지원)(?<!응모)하지 않기로|내놓지 않기로|접고"
    r"|(?:제안|제의)[을를]\s[^,.]{0,10}?(?:거절(?!하지)|거부(?!하지)|뿌리[치친쳐쳤]|물리[치친쳐쳤]|받아들이지\s?않|퇴짜|고사하|고사했)"
)
_DENIED = re.compile(
    r"사실이 아니|사실무근|공식(?:적인?)?\s(?:숫자|수치)(?:가|는)?\s?아(?:냐|니)|부인|아니라고|결정된 바 없|축소 없|검토한 바 없|(?<!벗어나)(?<!달라지)(?<!다르)(?<!바뀌)(?<!변하)(?<!정하)지 않았|확정된 바 없|미정|검토(?:하|한다|\s?중|도|할|를|에)|풀지 못|지 못한 탓|저울질|고려 중"
)

_MISWRITTEN = re.compile(
    r"['’”\"]?[은는]\s[^,.]{0,24}?의\s(?:오기|오타|잘못)|['’”\"]?\s?(?:의\s[가-힣]+)?(?:(?:으로|로|라고|이라고)?\s?(?:잘못\s)?(?:적었|적은|표기|보도했|보도한|썼|기재)"
    r"|(?:이)?라고\s(?:쓴|적은|전한|보도한)\s(?:것|대목|부분)[은는이]\s|(?:이)?라고\s(?:했으나|했지만|했는데|전했|밝혔|소개했)"
    r"|[을를이가]\s[^,.\d]{1,14}다고\s(?:보도했|보도한|썼|적었|전했|밝혔|소개했|알렸)(?:으나|지만|는데|던|다가)|[을를이가]\s[^,.\d]{1,14}다고\s(?:전했|보도했|썼|적었)(?:습니다|다))"
)
_FROM_TO = re.compile(r"에서\s[^,.]{0,10}\d[^,.]{0,14}으?로\s(?:바로잡|고칩|정정)")  # '2048개에서 512개로 바로잡습니다'
# 바로잡습니다 (we correct), 정정보도문 (a correction), as an article says it of itself: whoever demands one says it otherwise
_PUTS_RIGHT = re.compile(r"바로\s?잡습니다|\[\s?(?:바로잡기|바로잡음|정정(?:\s?보도)?)\s?\]|정정\s?보도문|정정합니다")
_NOT_BUT = re.compile(
    r"\s?['’”\"]?(?:\([^)]*\))?(?:[이가]\s)?(?:아니라|아닌|아니고)[\s,]{1,2}(?=[^.]{0,24}\d)"
)  # 'not … but': what it is, is said behind
# '올 하반기가 아니라 내년 3분기에': not then, but at another time
_NOT_THEN = re.compile(
    r"(?:반기|분기|\d월|\d년|연말|연초|연내|내년|올해|초|말|중순)[이가]?\s(?:아니라|아닌|대신)\s[^,.]{0,12}?(?:반기|분기|\d월|\d년|연말|연초|내년|올해|초|말|중순)"
    r"|(?:월|분기|반기|년|연말|연내|말|초)(?:까지|에)?(?:이?라던|이?라는)\s(?:말|일정|계획|약속)[을를]\s(?:바꿔|뒤집|접고|깨고)|\d년(?:이|에)?\s?아니라\s20\d\d년"
    r"|(?:당초|애초|원래|본래)\s[^,.]{0,10}(?:월|분기|반기|연말|연초|년|말|초)(?:에|까지)?\s[^,.\d]{0,12}(?:예정|계획)이었(?:으나|지만|는데)"
    r"|(?:반기|분기|\d월|\d년|연말|연초|내년|올해|예정|계획|일정|목표)보다\s[^,.]{0,8}(?:이른|늦은|앞선|빠른|빨리)\s[^,.]{0,6}(?:반기|분기|\d월|\d년|연말|연초|내년|올해)"
)
# '연말까지 갖추겠다던 130만개의 시한을 내년 6월까지로 늦췄다': the very sum, at another time
_TIME_OF_IT = re.compile(
    rf"[^.]{{0,40}}?(?:것|시한|기한|시점|시기|때|일정|기간|집행)(?:[을를이가은는]|만)\s[^.]{{0,34}}?(?:년|월|분기|반기|말|초|연내|내년)(?:까지|\s가까이)?(?:으)?로\s(?:[가-힣\d]{{1,5}}\s){{0,2}}"
    rf"(?:{RETIMED}|늘[려렸린리]|줄[여였인이])(?![가-힣]{{0,2}}던\s)"
)
# '당초 연말까지 조달하려던 6억 달러를 내년 1월에': one sum, another time
_MEANT_BY = re.compile(
    r"(?:분기|반기|\d월|\d년|연말|연내|올해|내년)(?:까지|에|안에)?\s[^,.\d]{0,12}(?:겠다던|려던|기로 했던|예정이던|계획이던)\s(?:약\s|총\s|매개변수\s|파라미터\s)?$|(?:당초|애초|원래)\s[^,.]{1,12}(?:까지|에|안에)\s[^,.]{0,16}(?:려던|기로 했던|예정이던|계획이던)\s(?:약\s|총\s)?$"
    r"|(?:당초|애초|원래)\s[^,.]{0,10}(?:반기|분기|월|연말|연내)(?:[을를]|\s[가-힣]{1,6}[을를])?\s(?:목표로\s(?:했던|잡았던|삼았던|하던)|예정했던|계획했던)\s$"
    r"|(?:당초|애초|원래)\s[^,.]{0,10}(?:반기|분기|월|연말|연내)(?:에|까지)?\s[^,.\d]{0,12}(?:기로 했던|려던|예정이던)\s[^,.\d]{1,16}[은는]\s(?:[가-힣]{1,6}\s)?$"
)
_NOW_BY = re.compile(
    r"[^,.\d]{0,20}(?:\d\.\d)?[을를은는이가]\s(?:그해\s)?(?:[가-힣]{1,4}\s)?(?:내년|올해|올|이듬해|이달|다음\s?달|내달|오는|\d+년|\d+월|[상하]반기|\d분기|연말|연초)"
)
# '90억 달러를 넘겼다고 알린 지 한 달도 안 돼', '1조4000억 달러를 호언한 지 석 달 만': how long ago that was
_SINCE = re.compile(
    r"(?:(?!것|출시|선보|내놓|공개|나온)[^,.\d]){0,24}?[가-힣]\s지\s[^,.]{1,12}?(?:만(?![가-힣]|\s원)|만[에이]|안\s?[돼된]|되지\s?않)"
    r"|[을를]\s[^,.\d]{0,14}다고\s(?:알린|밝힌|발표한|전한|공개한)\s(?:것|게|때|건)[이가은는]?\s[^.]{0,8}(?:지난|작년|불과|전|엊그제)"
)
# what is paid in full: '40억 달러 투자를 완료했다' (completed), '40억 달러를 모두 납입했다' (all paid in)
_DONE = re.compile(
    r"\s?(?:규모의?\s|상당의?\s)?(?:의\s)?(?:[을를에은는]\s)?(?:"
    r"(?:모두\s|전부\s|전액\s)?(?:투자금?|출자|납입|인수|지원|송금|투입|조성|지출|(?:자금\s)?조달|도입|확보|구매|설치)(?:하는|의)?\s?(?:대금|절차|작업|집행|납입|거래)?[을를이가]?\s?"
    r"(?:모두\s|전부\s|전액\s|최근\s|이미\s|최종\s|성공적으로\s)*"
    r"(?:(?:완료|마무리|완수|종결|집행|납입|이행)(?:했|됐|한\s|된\s|(?=[\s.,]*$|…))|마쳤|마친\s|끝냈|끝낸\s|매듭\s?(?:지었|지은|졌))"
    r"|(?:모두|전부|전액|다)\s(?:집행|납입|투자|지급|송금|지불|출자|투입|지출|조성|확보|도입|구매|설치)(?:했|한\s|(?=[\s.,]*$|…))|(?:모두|전부|전액|다)\s(?:썼|쓴\s|사들였|들여[왔와]|채웠|갖췄|받았|조성됐|집행됐|투입됐)"
    r"|(?:으)?로\s(?:지은|세운)\s|보유하게\s됐"
    r"|(?:투입|투자)해\s(?:완공|준공|완성|구축)(?:한|했)|(?:들여|쏟아|부어)\s(?:[^,.\d]{1,14}[을를]\s)?(?:다\s|모두\s)?(?:(?:완공|준공|완성)(?:한|했)|(?:지은|세운)\s|지었|세웠)"
    r"|(?:들여|써서|쏟아|부어)\s[^,.\d]{0,16}\d[\d,.]*[만천]?(?:\s?\d+)?\s?(?:여\s)?[장개대][을를]\s(?:모두\s|다\s)?(?:확보했|사들였|구매했|들여왔|도입했))"
)
# '20MW로는 수요를 감당할 수 없다': what would be too little
_TOO_LITTLE = re.compile(r"(?:으로|로)는\s[^.]*(?:수\s없|못|모자라|부족|어렵)")
# '3800억 달러로, 지난해 9월 1830억 달러의 두 배를 넘는다': what it is held against
_SO_MANY_TIMES = re.compile(r"의\s(?:약\s)?(?:두|세|네|다섯|여섯|열|\d[\d.]*)\s?배(?:가|를|다|에|로|쯤|가량|\s규모)")
# '재작년 무산된 시흥(100MW)의 빈자리': what was given up before
_GIVEN_UP = re.compile(
    r"(?:무산|철회|취소|중단|백지화|폐기)(?:된|됐던|한|했던)\s[^,.\d]{0,16}$|(?:접은|접었던|포기한)\s[^,.\d]{0,16}$"
)
# '지난 4월 약속한 최대 400억 달러', '400억 달러 투자의 잔금': what was told before
_SAID_BEFORE = re.compile(
    r"(?:지난|작년|앞서|재작년)\s?(?:[^,.\d]|\d+(?=[월일년])){0,16}(?:(?:약속|발표|제시|공개|예고|공언|언급)(?:한|했던)|밝힌|내놓은|내건)\s"
    r"(?:(?:[가-힣A-Za-z·]{1,8}\s){0,3}(?:투자|지출|자본지출|설비투자|투자액|금액|물량|규모|예산|범위)[은는이을를의]?\s)?(?:최대\s|약\s|총\s)?$"
)
_PAID_IN_PART = re.compile(
    r"\s?(?:규모의?\s)?(?:투자(?:금|액)?|출자금?|계약금?)(?:의|\s중|\s가운데)\s(?:잔금|잔액|잔여|마지막|나머지)"
)
# '투자 125조원에 힘이 실렸다', '100조원을 두고 우려가 크다': what is spoken of is known
_SPOKEN_OF = re.compile(
    r"(?:에|에도|에는|[을를]\s(?:두고|놓고|둘러싸고))\s(?:[가-힣]{1,6}\s)?(?:힘|무게|탄력|관심|눈길|시선|이목|기대|기대감|우려|의문|의구심|비판)[이가]\s"
)
# '확보한 2424장 가운데 2040장을', '1만장 가운데 먼저 내보내는': the whole is told for its part
_OF_WHICH = re.compile(
    r"의\s일부(?:다|이|로|였)|\s?(?:가운데|중)\s['‘][^'’]{2,12}['’]|\s?(?:가운데|중)\s(?:먼저|우선|일부)[\s가-힣]|\s?(?:가운데|중(?:에서)?)\s(?:[가-힣]{1,4}\s){0,4}\d[\d,.천백십만억조]*(?:\s\d[\d,.천백십만억]*)?(?:여\s?)?\s?(?:장|개|대|명|원|달러|[kKMG㎿]?W|㎿|메가와트)"
)
# '100만개로 늘리겠다고 했지만 이후 소식은 없다': what was promised, and not heard of since
_NOT_HEARD_OF = re.compile(
    r"[^,.\d]{0,14}(?:겠다고|기로)\s(?:했|밝혔|약속했|공언했)(?:지만|으나|는데),?\s[^.\d]{0,16}(?:소식|발표|언급|설명|진전|움직임|말)[이은는도]\s(?:[가-힣]{1,3}\s)?없"
)
# '회사가 내놓은 계획인 350억달러를 웃돈다': something else is held against it
_AS_PLANNED = re.compile(
    r"(?:계획|목표|전망치?|예상치?|가이던스)(?:인|이던|였던)\s$|목표로\s(?:내건|삼은|삼았던|잡은|했던|한)\s$|(?:목표|계획|약속)한\s$"
)
_BEYOND = re.compile(r"[을를]\s(?:[가-힣]{1,3}\s)?(?:웃돈|웃도|넘|밑돈|밑도|상회|하회)")
_FULFILLED = re.compile(
    r"[을를이가]\s(?:모두|전부|다|전량|마침내|예정대로)\s[가-힣]+[었았했됐혔켰졌왔췄렸였]"
)  # '약속했던 1만장을 모두 사들였다'
_KNOWN = re.compile(
    r"보다\s(?:자세|정확|세밀|구체|상세)|이?라는\s(?:제원|사양|규모|크기|숫자|수치)만\s(?:알려|공개|나와)|[을를]\s(?:쓴|들인|투자한|투입한|쏟은|부은)\s(?:데|[가-힣A-Za-z' ]{2,16}에)\s이(?:어|은)|[이을를]?\s?(?:넘는|짜리|규모의|의)\s(?:약속|계획|구상|공약)(?:이었|였)|\s?(?:매개변수|파라미터|규모|수준|대)?(?:으?로만?|이?라고만?|까지)\s(?:알려졌던|거론됐던|거론되던)"
)  # '3만장까지 거론됐던'
# '1조원 이상이라고만 알려졌던 투자액이 1조2300억원으로 정해졌다': known so far, for the exact number follows
_KNOWN_SO_FAR = re.compile(
    r"\s?(?:이상|선|대|수준)?['’]?(?:(?:으?로만?|이?라고만?)\s(?:알려졌던|알려진|발표된|발표했던|제시됐던|제시했던|제시된|뭉뚱그렸던|했던|밝혔던|예고됐던)|이?라던)\s"
    r"(?=[^.]*(?:정확|구체화|확정|정해[졌진]|세밀|명시|집계|적었|자세))"
)
# '지난해 4월 발표한 100MW 규모의 센터는 무산됐다': it was announced then, and is given up now
_TOLD_ONCE = re.compile(
    r"(?:지난해|작년|재작년|지난)\s?[^,.]{0,10}?(?:발표|공개|약속|추진|계획|예고|착수)(?:한|했던|하던|해\s?온)\s"
)
_LONG_AGO = re.compile(r"\d+년 전|재작년|지난해|지난 \d|작년|앞서")


# '이 센터를 짓는 데 4000억원을 썼다'
_TO_BUILD = re.compile(r"[을를]\s(?:다\s)?(?:짓|세우|구축하|조성하|건립하)는\s?데(?:에)?\s(?:약\s|총\s|모두\s)?$")
_WENT_IN = re.compile(r"[을를이가]\s(?:썼|들였|들었|들어갔|투입했|쏟았)")


# '지금까지는 33억 달러로 알려졌다'
_SO_FAR = re.compile(r"(?:지금까지|그동안|그간|여태)(?:는|에는)?\s[^.\d]{0,20}$")
_WAS_TOLD = re.compile(
    r"\s?(?:이상|선|대|수준)?(?:으?로(?:만)?\s(?:알려졌|발표됐|제시됐|거론됐)|(?:이)?라고만\s(?:했|밝혔|설명|알려졌))"
)


def is_done(sentence: str, start: int, end: int) -> bool:
    """Tell whether the sum at *start* to *end* is said to be paid in full, or to have built what it was for."""
    built = _TO_BUILD.search(sentence, max(0, start - 24), start) and _WENT_IN.match(sentence, end)
    return bool(built or _DONE.match(sentence, end))


def says_it_corrects(sentence: str) -> bool:
    """Tell whether a sentence or headline says that what follows corrects what was printed."""
    return bool(_PUTS_RIGHT.search(sentence))


# '안산 센터는 완공했지만, 시흥 센터는 포기했다'
_CONTRAST = re.compile(r"[했었았됐였렸]지만,?\s*$")
# '합병 당시 1조3000억원에서': what is told of the number before is no word on the next
_UNTIL_FROM = re.compile(
    rf"^[^.]{{0,40}}\d[^.,]{{0,12}}?{TOLD}(?=[^.]*$)|^[^,.]{{0,20}}당시\s[\d.,]+[천억조만]?[^\s]{{0,8}}에서\s(?=[^당]*$)"
)


# '쓰겠다던 1조4000억 달러를 6000억 달러로': what is told of the number before it
_OF_THE_OTHER = re.compile(
    r"^[^.]*\d[^,.\s]{0,8}(?:\s(?:달러|원|이상)){0,2}['’”\"]?(?:\s?[가-힣]{0,6}(?:겠다|려|기로\s했)던|[을를]|에서|보다|\s대신|의\s(?:두|세|네|열|\d+)\s?배인|(?:으?로|이?라고)만?\s[가-힣\s]{1,12}?(?:던|진|된))\s(?=(?:\D|\d+(?=\d*\s?[년월분]))*$)"
)
# '하반기를 약속했던 KoGPT는', '내년 상반기로 예고했던': the time that was promised, and not the number
_TIME_PROMISED = re.compile(
    r"(?:분기|반기|월|년|말|초|연내|내년|올해)(?:까지|에)?(?:를|을|로|으로)?\s(?:예고|약속|공언|계획|예정|공개)했던\s"
)
# '300억개에 그쳐 예고했던 600억개를 밑돌았다': of the number behind it
_OF_THE_NEXT = re.compile(r"(?:예고|약속|발표|공언|제시|계획)(?:했던|한)\s(?:약\s|최대\s|총\s)?\d.*$")
_LOOKS_BACK = re.compile(r"앞서|당시|지난|작년|재작년")


def revision_of(
    sentence: str, start: int, end: int, own: Clause, *, corrects: bool = False
) -> tuple[Voice, Cue | None]:
    """
    Return who speaks (now, or of what was said before) and what is told of the value at *start* to *end*.

    *corrects* tells that the article has said before that it corrects: '바로잡습니다. … 4732억원이 아니라 4273억원입니다'.
    """
    over = _CONTRAST.search(sentence, own.start, own.end)  # what the next clause tells is of something else
    tail = sentence[end : own.end if over else own.end + 40]
    if corrects or _CORRECTED.search(sentence):
        wrong = _FROM_TO.match(sentence, end) or _NOT_BUT.match(sentence, end) or _MISWRITTEN.match(sentence, end)
        return ("recalled", "superseded") if wrong else ("own", "corrected")
    meant_by = _MEANT_BY.search(sentence, max(own.start, start - 60), start) and _NOW_BY.match(sentence, end)
    if meant_by or _TIME_OF_IT.match(sentence, end):
        return "own", "moved"
    if is_done(sentence, start, end) and not _RECALLED.search(sentence, end, own.end):
        return "own", "done"
    if was_until_now(sentence, start, end, own):
        return "recalled", "superseded"
    ahead = _UNTIL_FROM.sub("", sentence[own.start : start])
    ahead = _TIME_PROMISED.sub("", ahead)
    clause = (ahead if _LOOKS_BACK.search(ahead) else _OF_THE_OTHER.sub("", ahead)) + sentence[start:end]
    clause += _OF_THE_NEXT.sub("", sentence[end : own.end])
    if _WITHDRAWN.search(tail):
        before = _TOLD_ONCE.sub("", sentence[:start]) + _WITHDRAWN.split(tail, maxsplit=1)[0]
        return ("recalled" if _LONG_AGO.search(before) else "own"), "withdrawn"
    if (_RECALLED.search(clause) and not _FULFILLED.match(sentence, end)) or _is_history(sentence, start, end, own):
        return "recalled", None
    if _DENIED.search(tail) or _NOT_BUT.match(sentence, end):
        return "own", "denied"
    if _SETTLED.match(sentence, end) or _EXACTLY.search(sentence, max(own.start, start - 12), start):
        return "own", "settled"
    return "own", _way_it_went(sentence[own.start :], clause)


# '1조2300억원으로 정해졌다', '정확히 1만136장이다': what was known roughly is told exactly
_SETTLED = re.compile(
    r"\s?(?:규모)?(?:으)?로\s(?:[가-힣]{1,3}\s)?(?:구체화|세밀해|세분화|명시|특정[했됐])|\s?(?:규모)?(?:으)?로\s(?:최종\s)?(?:확정|정해[졌진]|굳어)(?!하기|할|하겠)"
)
_EXACTLY = re.compile(r"(?:정확히|정확하게는|자세히는|정밀하게는|세부적으로는)\s$")

_WAYS: tuple[tuple[Cue, re.Pattern[str]], ...] = (("moved", _MOVED), ("raised", _RAISED), ("lowered", _LOWERED))


# '의문이 커지고 있다', '부담을 줄이려': doubts, worries and hopes grow or shrink, and no value
_MOODS_GROW = re.compile(
    r"(?:의문|우려|걱정|부담|기대|기대감|관심|논란|불안|불만|경쟁|격차|목소리|압박|비판|회의론|거품론|의구심|궁금증)[이가도은는을를]\s(?:[가-힣]{1,4}\s)?(?:커|늘|높|불|키|줄|낮|깊)[가-힣]*"
)


def _way_it_went(words: str, clause: str) -> Cue | None:
    """Return what the *words* from a value's clause on tell of it: moved, raised, lowered, or nothing."""
    if _NOT_THEN.search(clause):
        return "moved"
    words = _MOODS_GROW.sub("", words)
    told = (cue for cue, way in _WAYS if way.search(words))
    return next((cue for cue in told if cue != "raised" or re.search(r"에서|보다|[으]?로", clause)), None)


def _is_history(sentence: str, start: int, end: int, own: Clause) -> bool:
    """Tell whether a value was told before, is paid in part, does not change, or is so old."""
    if _AS_PLANNED.search(sentence, max(own.start, start - 12), start) and _BEYOND.match(sentence, end):
        return True
    told = (
        (_SO_FAR.search(sentence, 0, start) and _WAS_TOLD.match(sentence, end))
        or (_KNOWN_SO_FAR.match(sentence, end) and not _NOT_BUT.match(sentence, end))
        or _SAID_BEFORE.search(sentence, max(own.start, start - 60), start)
        or _GIVEN_UP.search(sentence, own.start, start)
        or told_then(sentence, start)
    )
    return bool(
        told
        or any(
            words.match(sentence, end)
            for words in (
                _PAID_IN_PART,
                _SO_MANY_TIMES,
                _TOO_LITTLE,
                _SPOKEN_OF,
                _OF_WHICH,
                UNCHANGED,
                _SINCE,
                _KNOWN,
                _NOT_HEARD_OF,
            )
        )
    )
