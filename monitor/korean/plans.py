"""Say whether a quantity is that of a plan, whatever its verb: promised, revised, foreseen for a year, put off."""

from __future__ import annotations

import re

from monitor.korean.endings import endings, spread
from monitor.korean.moods import GUESSED, SITES

# Deeds: their present tense speaks of what is to come (투자한다, will invest); that of all else tells what is.
DEEDS = frozenset({"investment", "funding", "gpus", "power", "compute", "contract", "headcount"})
PLEDGED = DEEDS - {"funding", "contract"}  # announced long before they are there
MODEL_SIZES = frozenset("parameters active_parameters training_tokens training_data context_length".split())
SIZES = MODEL_SIZES | {"users", "downloads"}
SITED = frozenset({"power", "gpus", "compute"})

# '300MW짜리 남해 데이터센터의 앞날이': the sentence tells of something else, and the size is known from before
BY_THE_WAY = re.compile(
    rf"\s?(?:짜리|급|규모의|인|에 이르는|에 달하는)\s?[^,.\d]{{0,24}}(?:{SITES})['’]?(?:의)?\s"
    r"(?![^.]*(?:가동|준공|완공|건설|착공|건립|구축|개소|조성|계획|증설|문을|운영|보유|갖[추췄춘춰]|짓|지어|지을|세우|세워|세울|열었|연다|들어서|들어선|추진|키[우운울워]|늘[리린릴려]|확[대장]|철회|무산|접|없던))"
)
# 'the site that it is building': what it has is still to come
_SITE_TO_COME = endings(
    rf"(?:추진|건설|건립|조성|구축|계획|준비)(?:하는|하고 있는| 중인) [^,.]{{0,20}}(?:{SITES})(?:은|는|의) "
    r"(?:[^,.\d]{0,10}(?:은|는|이|가) )?(?:약 |총 |최대 )?$"
)
# '200메가와트로 커지는 전남 데이터센터', '20MW 규모로 들어서는': what it grows to, or is to be
_GROWS_TO = endings(
    r"\s?(?:규모|급|이상)?(?:으로|로|까지) (?:[가-힣ㄴ]{1,3} )?(?:커지|늘어나|불어나|확대되|확장되|증설되|넓어지)(?:는 |ㄹ (?!것|거라|전망|수 )|자 |면서 |게 되)"
    r"|\s?(?:규모|급)?(?:으로|로) (?:들어서|짓|지어지|세우|세워지|조성되|건설되)는 "
)
_PLAN_GREW_TO = endings(
    r"\s?(?:이상|가량)?(?:으로|로) (?:커지|늘어나|불어나|확대되|증액되|축소되|줄어드|줄어)ㄴ [^.]{0,36}?(?:사업|계획|목표|프로젝트|구상|펀드|기금)['’]?(?:이|가|은|는|의|을|를) "
)
_FINAL = re.compile(r"최종(?:\s?(?:규모|목표|용량)인|적으로)?\s(?:약\s)?$")  # '최종 270MW 가운데 1단계만'
# '첨단 GPU 확보 사업의 전체 물량은 1만3000장이다', '예산은 1.46조원, 물량은 1만 장이다': what a programme is to buy
_LOT = re.compile(
    r"(?:사업의\s(?:전체\s|총\s)?|전체\s|총\s|예산[은이]\s[^가-힣]{1,6}[가-힣]{2,4},\s)물량[은이]\s(?:약\s|모두\s)?(?:GPU\s)?$"
)
# '다 지어지면 전체는 270MW에 이른다', '공사가 끝나면': what it has when it is finished
_ONCE_BUILT = re.compile(
    r"(?:(?:완공|준공|완성|증설|확장|조성|구축|건설)(?:이|가)?\s?(?:되|하|끝나|마무리되)|(?:공사|증설|건설)[이가를을]\s(?:모두\s|다\s)?(?:끝나|끝내|마치|마무리되)|지어지|지으|들어서|문을\s열)면,?\s[^.\d]{0,30}$"
)
# '500MW짜리 센터는 아직 문을 열었다는 소식이 없다': what has not come is to come
_NOT_YET = endings(r"아직 [^.]{0,30}(?:없다|없스ㅂ니다|않아ㅆ|않으ㄴ|못해ㅆ|못하ㄴ|전이다|전이ㅂ니다|감감)")
# '갖추겠다고 한 130만장', '확보하기로 한 6만장': promised right before it
_PROMISED = endings(
    r"(?:게ㅆ다(?:는|던|고 (?:한|밝힌|약속한))|기로 (?:한|했던)|려는|(?:예고|공언|계획|목표|약속)한|맡은|(?:배정|할당)받은|(?:배정|편성|책정)된|따낸|(?:들여오|확보하|도입하|설치하|구축하|투자하|투입하|사들이)ㄹ|(?:들여오|사들이)는(?! 데)) (?:[가-힣ㄱ-ㅎA-Za-z]{1,8} ){0,2}(?:약|최대|총|최소)?\s?$"
)
_AS_GUESSED = endings(
    r"(?:으로|로|이라고|라고) (?:추정|추산|관측|예상)"
)  # '880억 달러로 추정했다': whatever it is to be spent on
_FORETOLD = endings(
    r"\s?(?:매개변수|파라미터)?(?:으로|로|이라고|라고|을|를) (?:예고|계획|약속|목표)(?:되ㄴ|하ㄴ|해ㅆ던|돼ㅆ던) "
)  # '650억 파라미터로 예고된 KoGPT 2.0은'
# '자본지출 전망을 A에서 B로 높였다', '조달하려는 자금을 … 늘렸다': what is raised or cut is a plan
_PLAN_REVISED = endings(
    r"(?:(?:올해|연내|내년)(?:에|까지)? (?:[^,.]{0,10} )?(?:확보|도입|구매|공급|투입)하(?:는|ㄹ) (?:첨단 |AI )?(?:GPU|칩|물량)|계획|전망|전망치|목표|목표액|목표치|예산|한도|가이던스|물량|사업|프로젝트|사업비|공사비|건립비|(?:올해|내년) (?:[가-힣A-Zㄱ-ㅎ]+ ){0,3}투자|투자(?:액| 규모)|(?:드는|(?:들이|쓰|들어가|(?:투입|투자)하)는) (?:돈|비용|금액)|(?:려는|(?:하|되|오|가|내|쓰|주|리|우|추|치|들이|놓으|넣으|부으|쏟으|모으|받으)ㄹ|기로 (?:한|하ㄴ)) [가-힣ㄴㄹㅁㅂ]{1,8}(?:의 [가-힣ㄴㄹㅁㅂ]{2,8})?)(?:의 (?:범위|규모|상단|하단|폭))?(?:을|를|은|는|이|가|도|\s역시)\s"
    r"(?:[^.]{0,50}(?:에서|대신|보다|이를)\s)?[^.]{0,16}$"
)
# '1분기 투자액은 6조원으로', '지난해 투자액을': what was spent, and no plan
_OF_ACCOUNTS = re.compile(
    r"(?:분기|[상하]반기|지난해|작년|매년|\d년(?!\s\S{0,3}(?:준공|완공|가동|개소|개장|들어서|여는)))(?:에)?\s[^.]{0,16}투자(?:액|\s규모)[은는을를이가]\s"
)
# '올해 설비투자 범위는 660억~720억 달러로 좁혔다': what a firm tells of a year's outlay
_GUIDANCE = re.compile(
    r"(?:올해|올|내년|연간|회계연도)\s[^.]{0,24}(?:투자|지출|예산|투자액|지출액)\s?"
    r"(?:(?:의\s|\s)?(?:범위|전망|전망치|규모|계획|목표|예상치|가이던스)){0,2}(?:은|는|을|를|이|가)\s[^.]{0,16}$"
)
_GUIDES = endings(
    r"(?:선|수준|규모|사이)?(?:으로|로)\s(?:[^,.]{0,16}?(?:좁|제시|조정|유지|재확인|못박|못 박|구체화)|(?:또 |다시 |더 )?(?:올리|올려|높이|높여|낮추|낮춰)ㅆ)"
)
# '올해 설비투자는 기존 6조원에서 7조원으로 높였다': what the firm foresaw, and foresees now
_FORESEEN = re.compile(
    r"(?:올해|올|내년|연간|회계연도)\s[^.]{0,24}(?:투자|지출|예산|투자액|지출액)(?:은|는|을|를)\s(?:기존|당초|종전|애초)\s[^.]{2,30}에서\s$"
)
# '올해 자본지출을 750억달러에서 850억달러로 높였다': a year that is not over is foreseen anew
_YEAR_FROM = re.compile(
    r"(?:올해|올|내년|연간|회계연도)\s[^.\d]{0,24}(?:투자|지출|예산|투자액|지출액)[을를]\s[^.]{2,40}(?:에서|보다)\s[^,.\d]{0,8}$"
)
_SETS_ANEW = endings(
    r"[^,.]{0,6}(?:으로|로) [^,.]{0,24}?(?:높여|올려|늘려|낮춰|줄여|키워|상향하|하향하|상향해|하향해)(?:ㅆ|ㄴ)"
)
# '910억~930억 달러로 상향했다': only what is planned or foreseen is adjusted so
_ADJUSTS = endings(
    r"\s?(?:선|수준|규모)?(?:으로|로) (?:또 |다시 |각각 |모두 )?(?:상향|하향|(?:눈높이|목표)(?:를|을) (?:낮추|낮춰|높이|높여|올리|올려)|(?:올려|내려|높여|늘려|낮춰|줄여|늦춰) 잡|(?:(?:범위|폭|전망|전망치)(?:를|을) )?(?:또 |다시 |더 |한층 |더욱 )*좁)"
)
# '2030년까지 확보하기로 한 GPU의 구체적인 물량을 5만2000장으로 정했다'
_SETTLED = endings(
    r"(?:기로 (?:한|하ㄴ)|(?<!\d)(?:하|되|오|가|내|쓰|주|이|리|우|추|치|놓으|넣으|부으|모으|쏟으|지으|받으|두|들이)ㄹ|려는) [^,.\d]{1,20}\s(?:물량|규모|수량|대수|금액|용량|크기|개수)(?:을|를|은|는)\s(?:약 |총 |최종 )?$"
)
_WENT_BACK = re.compile(
    r"(?:겠다고 [했밝][혔]?|려|[으]?로 잡았)다가?\s[^,.]{0,16}$"
)  # '쓰겠다고 했다가 지난달': what was meant, and is meant now
# '쓰기로 한 125조2000억원을 110조원으로': what was meant, right before it
_WAS_MEANT = re.compile(
    r"(?:기로\s(?:한|했던)|려던|겠다던|잡았던|예정이던|(?:계획|약속|예고)(?:한|했던))\s(?:최대\s|약\s)?[\d,.조억만천\s]+(?:달러|원|장|개|명)?[을를은는]\s(?:최대\s|약\s)?$"
    r"|[을를]\s[^,.\d]{0,10}려던\s(?:것|계획)[을를]\s(?:최대\s|약\s)?$"
)
_REVISES = endings(
    r"[^,.]{0,14}?(?:올려|올리|높|늘|줄|낮|깎|삭감|감축|고쳐ㅆ|고치|바꿔ㅆ|바꾸|증액|감액|상향|하향|확대|축소|불어|내려가ㅆ|내려ㅆ|내리|올라가ㅆ|올라ㅆ|뛰어ㅆ|커져ㅆ|많아져ㅆ|조정|수정|키우|키워|좁|물러서)"
)
# '2000억개 모델의 출시가 하반기로 늦춰졌다', '2000억개의 모델은 6월에서 4분기로 밀렸다': what is put off is not there yet
_SLIPPED = endings(
    r"(?:[^,.]|\.(?=\d)|,(?= (?:당초|애초))){0,60}?(?:(?:분기|\d월|반기|\d년|연말|연초|내년|초|말|중순|하순)(?:까지)?(?:로|으로)\s(?:(?:[가-힣]{1,3}\s){1,2}|[가-힣]{2,3}\s?(?:시점|시기|일정|시한|목표)(?:을|를|이|가|은|는)\s)?"
    r"(?:미루|미뤄|밀리|밀려|연기|순연|앞당|늦추|늦춰|조정|변경|바꾸|바꿔|바뀌|옮기|옮겨)|(?:공개|출시|발표|선보이|내놓|상용화|배포|개방|완공|준공|착공|가동|개통|구축|도입|개발|건설|완성|갖추|확보|들어서|짓|세우)[^,.]{0,40}?"
    r"(?:로|으로|까지|를|을)\s(?:[가-힣]{1,3}\s)?(?:늦추|늦춰|늦어|미루|미뤄|밀리|밀려|연기|순연|지연|앞당)"
    r"|(?:공개|출시|완공|준공|가동|개통|구축|도입)\s?(?:시점|시기|일정|시한|목표)(?:을|를) [^,.]{1,14}(?:로|으로) (?:새로 |다시 )?(?:정하|정해|잡아|잡|확정|못 ?박))"
)
# '4031억원 규모의 'K-클라우드' 사업이 첫 과제를 공고했다': a programme's money, until the programme is over
_SIZE_OF_A_PROGRAMME = endings(
    r"(?:\s?(?:규모(?:의)?|의|짜리))? (?!들|투자|투입|쓴|써)[^,.\d]{0,24}(?:사업|프로젝트|펀드|기금)['’]?(?:이|가|은|는|의) (?![^.]*(?:마무리|완료|종료|끝나|마치|결산|막을))"
)


_ABOUT_TO = re.compile(
    r"(?:공개|출시|상용화|발표|배포|서비스)[을를]\s앞둔\s[^,.\d]{0,16}$"
    r"|(?:[상하]반기|분기|연내|연말|내년|다음\s달|내달|\d월|곧)(?:에|께)?\s(?:나오|출시되|공개되|선보이)는\s[^,.\d]{0,24}$"
)  # '상용화를 앞둔 매개변수'
_BEING_MADE = endings(
    r"(?:(?!(?:을|를|로|에|에서|해|고) )(?:[^,.]|\.(?=[\dA-Z]))){0,40}?(?:을|를) (?:다듬|개발하|준비하|만드|(?:학습|훈련)(?:하|시키))고 있"
)  # '72B 매개변수의 A.X 4.0을 다듬고 있다'
# '오픈AI가 발표한 전력은 20㎿다': what was announced is still to come
_ANNOUNCED = re.compile(
    r"(?:밝힌|발표한|공개한|약속한|예고한|제시한|말한|내놓은)\s(?:[^,.\d은는이가을를]{1,20}\s)?(?:금액|액수|투자액|규모|물량|전력|용량|수|숫자)[은는]\s[^,.\d]{0,8}$"
)
_EXTRA_BUDGET = re.compile(
    r"추경(?:예산)?안?(?:은|는|이|가)?\s(?:총\s|약\s)?$|(?<!현재 )(?:예산|사업비|국비)(?:은|는)\s(?:총\s|약\s)?$|(?:올해|내년)\s(?:전체\s)?(?:AI|인공지능)\s예산\s(?:총\s|약\s)?$"
)  # '2차 추경이 1793억원이다', 'AI 추경 1조9000억원이 국회를'
_WAS_SPENT = endings(
    r"[^,.]*?(?:투입해|들여|써|집행해|쏟아) [^,.]{0,24}(?:확보|구매|도입|마련|구축|사들이|사|갖추)[^,.]{0,4}ㅆ|[^,.]*?(?:쓰이|쓰여|써|쓰|집행[하되해]?|집행돼|투입[하되해]?|투입돼|들이)(?:어)?ㅆ"
)
# '올해 풀리는 돈은 30조원이다': what a year is to see
_TO_FLOW = re.compile(
    r"(?:올해|내년)(?:에)?\s[^,.\d]{0,14}(?:풀리|풀|들어가|나가|쓰이|집행되|투입되)는\s(?:돈|예산|자금|금액)[은이]\s(?:약\s|총\s)?$"
)
# '올해 AI 설비투자로 책정한 금액은', '떼어 둔 자금은': what is set aside is not spent
_SET_ASIDE = re.compile(
    r"(?:(?:책정|배정|편성)(?:한|된)|(?:떼어|떼|잡아|남겨)\s?(?:둔|놓은))\s(?:금액|자금|돈|예산|몫|투자액)(?:[은이]|만)\s(?:약\s|총\s|모두\s)?$"
)
_AT_STAKE = endings(r"(?:이|가) 걸린 ")  # '1조4600억원이 걸린 사업의 승자'
# '4400억원이 넘는 예산도 소용이 없었다': money that is set aside, until it is spent
_OF_A_BUDGET = endings(r"(?:이 넘는|을 넘는|의|짜리|규모의|대의)\s?(?:예산|사업비|추경|국비)")


def of_a_plan(head: str, spelt: str, metric: str) -> str:
    """Return the words that make a quantity that of a plan: promised, revised, a year's outlay, put off; '' for none."""
    if metric in MODEL_SIZES and (coming := _ABOUT_TO.search(head[-40:]) or _BEING_MADE.match(spelt)):
        return coming.group()
    settled = _FINAL.search(head[-14:]) or _ONCE_BUILT.search(head[-48:]) or _LOT.search(head[-30:])
    if metric in SITED and settled:
        return settled.group()
    grows = metric in SITED and _GROWS_TO.match(spelt)
    if metric in DEEDS and (grows or grew_on_paper(spelt) or _NOT_YET.search(spelt)):
        return "not there yet"
    if _AS_GUESSED.match(spelt):
        return ""
    if promised := _FORETOLD.match(spelt) or _PROMISED.search(spread(head[-24:])):
        return promised.group()
    if metric in PLEDGED and _ANNOUNCED.search(head[-48:]):
        return "as it was announced"
    if GUESSED.search(spelt[:40]):
        return ""
    revised = _revised(head, spelt, metric) if metric in DEEDS | {"revenue"} else ""
    if words := revised or (_of_an_outlay(head, spelt) if metric == "investment" else ""):
        return words
    if metric in SITED and (site := _SITE_TO_COME.search(spread(head[-48:]))):
        return site.group()
    slipped = _SLIPPED.match(spelt) if metric in SIZES | DEEDS else None
    return slipped.group()[-6:] if slipped else ""


# '올해 투자 계획을 다시 상향했다. 기존 660억 달러에서 700억 달러로 올렸다': the plan of the sentence before
_A_PLAN_IS_REVISED = endings(
    r"(?:계획|전망|전망치|목표|예산|한도|가이던스|예상치)(?:의 (?:상단|하단|상한|하한|범위|폭))?(?:을|를|이|가|은|는|도) (?:[^,.]{0,10} )?"
    r"(?:상향|하향|높이|높여|높아|낮추|낮춰|낮아|늘리|늘려|늘어|줄이|줄여|줄어|올리|올려|올라|내리|내려|키우|키워|커지|커져|고치|고쳐|바꾸|바꿔|수정|조정|좁히|좁혀)"
)
_FROM_WHAT_WAS = re.compile(r"(?:기존|당초|종전|애초|직전)\s[^,.]{2,24}에서\s(?:약\s|최대\s)?$")


def is_revised_from(head: str, tail: str) -> bool:
    """Tell whether a quantity between *head* and *tail* is what another one became: '기존 660억 달러에서 … 달러로 올렸다'."""
    return bool(_FROM_WHAT_WAS.search(head) and _REVISES.match(spread(tail)))


def grew_on_paper(spelt: str) -> bool:
    """Tell whether the words behind a quantity say that a plan grew to it: '1만3000장으로 커진 정부의 GPU 사업이'."""
    return bool(_PLAN_GREW_TO.match(spelt))


def _revised(head: str, spelt: str, metric: str) -> str:
    """Return what tells that a plan is settled, or becomes another: '자본지출 전망을 A에서 B로 높였다'."""
    if _REVISES.match(spelt) and _PLAN_REVISED.search(spread(head[-70:])) and not _OF_ACCOUNTS.search(head[-70:]):
        return "a plan that is revised"
    if metric not in DEEDS:
        return ""
    if settled := _SETTLED.search(spread(head[-60:])):
        return settled.group()
    if _REVISES.match(spelt) and (_WENT_BACK.search(head[-40:]) or _WAS_MEANT.search(head[-48:])):
        return "a plan that is revised"
    return "a plan is what is adjusted" if _ADJUSTS.match(spelt) else ""


def _of_an_outlay(head: str, spelt: str) -> str:
    """Return what tells that money is a programme's, a supplementary budget's, or a year's as it is foreseen."""
    if _TO_FLOW.search(head[-36:]) or _SET_ASIDE.search(head[-24:]) or _AT_STAKE.match(spelt):
        return "what a year is to see, or is at stake"
    if _SIZE_OF_A_PROGRAMME.match(spelt):
        return "the size of a programme"
    if (_EXTRA_BUDGET.search(head[-18:]) or _OF_A_BUDGET.match(spelt)) and not _WAS_SPENT.match(spelt):
        return "a budget"
    guided = _GUIDANCE.search(head[-60:]) and _GUIDES.match(spelt)
    anew = _YEAR_FROM.search(head[-80:]) and _SETS_ANEW.match(spelt)
    foreseen = guided or anew or (_FORESEEN.search(head[-80:]) and _REVISES.match(spelt))
    return "a year's outlay as it is foreseen" if foreseen else ""


# '한국에 데이터센터 두 곳을 짓는다', '…센터를 건설하기로 했다': what is told of it next is to come
_SITE_TO_BE_BUILT = endings(
    rf"(?:{SITES})['’”]?(?: (?:두|세|네|여러|\d+) ?(?:곳|개|기))?(?:을|를|이|가) "
    r"(?:[^,.]{1,16} )?(?:짓|세우|들어서|(?:건설|건립|구축|조성)(?:하|되))"
    r"(?:(?:기로|려고|고자)|ㄹ (?:예정|계획|방침)|게ㅆ|(?:느)?ㄴ다(?![는])|(?:스)?ㅂ니다)"
    rf"|(?:짓|세우|건설하|건립하|구축하|조성하)(?:ㄹ|기로 한) [^,.]{{0,16}}(?:{SITES})"
    rf"|(?:짓|세우|추진하|건립하|구축하|조성하)는 [^,.]{{0,16}}(?:{SITES})(?:의)? (?:밑그림|청사진|윤곽|구상|설계도|계획)"
)


def tells_of_a_plan(sentence: str) -> bool:
    """Tell whether *sentence* says that a site is to be built, or that a plan was revised."""
    text = spread(sentence)
    return bool(_SITE_TO_BE_BUILT.search(text) or _A_PLAN_IS_REVISED.search(text))
