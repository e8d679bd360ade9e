"""Say what an amount of money is for: spent, raised, earned, contracted, a worth; or nothing that we keep."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from monitor.korean.scenes import SILENT, Measure, Scene, as_before

_BESIDE = 40  # characters in which the words right before or behind an amount stand
_LEAST_MONEY = Decimal(100_000)  # below it is a price, a fee or a prize
_STAKE_SOLD = re.compile(r"지분[^.]{0,16}(?:매각|처분|매도|팔)")
_ON_THE_MARKET = re.compile(r"(?:시가총액|시총)[^.]{0,40}(?:증발|날아갔|날아가|급락|급등|폭등|폭락|불었|빠졌|사라졌)")
_SHARES = re.compile(r"지분|주식")
_SOLD = re.compile(r"\s?(?:규모|어치|상당)?(?:의?\s?(?:지분|주식))?[를을]?\s?(?:전량\s|모두\s)?(?:매각|처분|매도|팔)")
_RAISED = re.compile(
    r"유치|끌어모|끌어 모|빨아들|투자받|투자를 받|조달(?!러)|라운드|시리즈\s?[A-H]"
)  # where 투자 is what others put in
# project, building, data centre, fund: what is spent on, when no verb says so
_UNDERTAKING = re.compile(
    r"프로젝트|사업|구축|데이터센터|데이터 센터|거래|규모의 단지|센터|계획[을이은]\s(?:백지화|철회|접|취소|무산|폐기|포기)"
)
# '거래 금액은 공개되지 않았지만 … 20억달러가 넘는다고 보도했다': the topic of the sentence, however far
_TOPIC = re.compile(
    r"[^,.\d]{0,24}?(?<![가-힣])(?P<word>(?:거래|인수|투자|계약|수주)\s?(?:금액|규모|액|가)|투자액|인수가|매출|기업\s?가치|몸값)(?:은|는)\s"
)
# '훈련하는 데 460만 달러가 들었다', '개발에 80억원이 들어갔다'
_COST_OF = re.compile(
    r"(?:훈련|학습|개발|제작|구축)(?:하는|시키는)?\s?(?:데|에)(?:는|만|에만|도)?\s(?:약\s|총\s|불과\s|단\s|고작\s)?$|만드는 데(?:는|만)?\s(?:약\s|총\s)?$"
)
_WENT_IN = re.compile(r"[이가]?\s?(?:밖에\s)?(?:들었|든|들어|들지|쓰였|썼|쓴|소요)")
# 'V3를 560만 달러에 훈련했다', '557만 달러로 V3를 학습시켰다': what made it, before the sum or behind it
_OBJECT_BEFORE = re.compile(r"[A-Za-z가-힣\d]['’”]?[를을]\s(?:약\s|단돈\s|고작\s|불과\s|겨우\s)?$")
MADE_FOR = re.compile(
    r"(?:가량|정도|안팎)?(?:으로|로|에|만에|만으로)\s(?P<model>(?:[^,]{0,16}?[A-Za-z가-힣\d][를을]\s)?)"
    r"(?:학습|훈련|개발)(?:시[켰킨키켜]|했|한\s|하[는며])"
)
# '학습에 썼다고 한 560만 달러에는 인건비가 빠졌다': what is left out is not what it is
_LEAVES_OUT = re.compile(r"에는\s[^.]{0,30}?(?:빠[졌져진]|포함되지|들어\s?있지|들지 않)")
_SPENT_ON_IT = re.compile(r"(?:쓴|썼다[고는]\s?한?|썼다는|들인|들었다는|들었다고 한|투입한)\s(?:약\s)?$")
# 'GPT-4에 쓴 1억 달러의 절반이다'
_SPENT_BEFORE = re.compile(r"(?:에|데)\s(?:쓴|들인|투입한|쏟은|부은)\s(?:약\s|총\s)?$")
# '6500억원 규모의 각 세종을 완공할': what it costs to build
_BUILT = re.compile(
    r"(?:으)?로\s(?:지은|세운)\s|(?:\s?(?:규모)?(?:의|짜리)|(?<=규모))\s[^,.\d]{1,20}(?:[을를이가은는]\s[^.]{0,14}|의\s)(?:완공|준공|착공|건립|개소|개관|개장|가동|문을 연|문을 열)"
)
# '실증 사업은 300억 → 700억으로': what a programme or site gets is money, and in won where nothing else is said
BUDGET = re.compile(
    r"(?:사업|예산|펀드|추경|기금|투자액|사업비|프로젝트|센터|밸리|단지|허브|클러스터|팜)(?:은|는|이|가)\s(?:올해\s|내년\s)?(?:당초\s|기존\s|애초\s|총\s|약\s)?"
    r"(?:[\d.,]+[억조](?:\s?\d+억)?(?:\s?원)?\s?(?:→|->|에서)\s?)?$"
)
_FUND = re.compile(r"펀드|기금|예산")
# "58억유로였다", "69억 달러로", "500억달러를 넘겼다": a level, not a deed of its own
_GOES_ON = re.compile(
    r"\s계획(?:에서|보다|[을를은이])\s|이?라는\s(?:액수|금액|숫자|규모|목표)|[을를]\s(?:\S{2,8}까지\s)?(?:모두\s|다\s)?(?:쓰[는려]|모으[는려]|마련|넣[으는]|채우|채운|투자하[는려])|\s?(?:이다|다\.|였|이었|이?던\s|에서|보다\s|의\s(?:절반|[가-힣\d.]{1,3}\s?배|\d+분의)|으?로\s|[을를]\s[가-힣\d.]{1,4}\s?배로\s|[을를]\s(?:제시|예고|약속|발표)했|까지|에 이|에 달|[을를] [가-힣]{1,3} (?:넘|웃도)는 (?:규모|금액|수준|액수)|[을를] (?:넘|돌파|웃|밑)|[가이] 넘|[.,(]|$)"
)


# '9000억원에서', '6000억원으로 규모가 줄었다': what a sum was and became
_GROWS = re.compile(
    r"에서\s\d|으?로\s(?:(?:규모|몸집|덩치)[가이]\s)?(?:줄|늘|커|불|깎|축소|확대|뛰|뛴|껑충|오르|오른|올[라랐])"
)
_SOARS = re.compile(r"까지\s(?:뛸|오를|치솟을|커질|뛰|오르|치솟)")  # what a worth may rise to

# '기업가치는 3400억원을 유치한 뒤 1조9000억원이 됐다': what its topic became, whatever was done before
BECAME = re.compile(r"[이가]\s(?:됐|된|되었)|으?로\s(?:올랐|뛰었|불었|불어났|커졌|껑충|매겨|평가|책정|산정)")
_ITS_TOPIC = re.compile(
    r"(?P<word>기업\s?가치|몸값|매출|투자액|사업비)(?:은|는|이|가)\s(?:(?!기업\s?가치|몸값|매출|투자액|사업비)[^,.]){0,30}$"
)
# '몸값은 조달 목표가 200억 달러로 커지는 사이 3800억 달러가 됐다'
_TOPIC_FAR = re.compile(r"(?P<word>기업\s?가치|몸값|매출|투자액|사업비)[은는]\s[^.]*(?:사이|동안|끝에)\s(?:약\s)?$")


def money_of(scene: Scene, unit: str, before: Mapping[str, str]) -> Measure:
    """Return what an amount of money is for; where no verb tells, a project that it is the size of."""
    if before.get("money") == "valuation" and _SOARS.match(scene.sentence, scene.quantity.end):
        return Measure("valuation", unit, "a worth, as in the sentence before")
    if seen := _at_sight(scene, unit):
        return seen
    said = scene.nearest(scene.vocabulary.money, unit)
    if said.metric == "valuation" and scene.near(_ON_THE_MARKET, 24, 24):
        return Measure(None, unit, "a day's move of the market")
    spends = _WILL_SPEND.match(scene.sentence, scene.quantity.end) and not scene.near(_RAISED, 30, 0)
    if said.metric == "investment" and scene.near(_RAISED, 30, 20) and not spends:
        return Measure("funding", unit, "raised")
    return said if said.why != SILENT else _by_its_place(scene, said, before)


# '1조 달러를 투자하겠다고 하면서 자금 조달에 관심이': who invests raises nothing by that
_WILL_SPEND = re.compile(r"[을를]?\s(?:투자|투입)(?:하겠|하기로|한다|할\s)")
_TO_SPEND = re.compile(
    r"(?:쓸|쓰는|쏟을|집행할|넣을|들일|쓰려는)\s투자금[을은이]?\s[^,.]{0,8}$"
)  # '올해 쓸 투자금을': not from others


# '투자금 700억원을 받겠다', '투자금 20억유로 모으나'
_FROM_OTHERS = re.compile(r"(?:투자금(?:으로)?|투자자들?(?:로부터|에게서|한테))\s(?:모두\s|약\s|총\s|최대\s)?$")
# '3월까지 새로 확보할 투자금은', '모으려는 금액은': what a firm gathers, and no fund
_GATHERS = re.compile(
    r"(?:확보|모[으을은]|받[겠으을은]|유치|조달|끌어모|손에\s(?:넣|쥔|쥐))[가-힣]{0,4}\s(?:투자금|투자액|금액|자금|돈)[은이]\s(?:약\s|총\s|모두\s)?$"
)
_BIDS = re.compile(
    r"[을를]\s(?:내|주|지불하|치르)겠다는\s[^,.\d]{1,12}\s(?:제안|제의)"
)  # '8억달러를 내겠다는 A의 제안'
# '1억달러 AI 사업 따냈다', '구축 계약을 1345억원에 따냈다'
_PROJECT_WON = re.compile(
    r"\s?(?:규모)?(?:의|짜리)?\s(?:[가-힣A-Za-z]{1,8}\s){0,2}(?:사업|프로젝트)[을를]?\s(?:따[냈낸내]|수주)"
)
_DEAL, _WON_FOR = re.compile(r"계약[을를]\s(?:약\s|총\s)?$"), re.compile(r"에\s(?:따[냈내]|수주|체결|맺)")
# '3800억 달러짜리 AI 회사가 됐다'
_WORTH_SO_MUCH = re.compile(r"짜리\s(?:(?:AI|비상장|거대)\s)?(?:회사|기업|스타트업|유니콘|공룡)")
_GATHERED = re.compile(r"\s?(?:규모)?[을를]?\s(?:추가로\s|새로\s)?(?:받|끌어|모으|모았|모은|유치|조달|확보|손에)")
# '내년 1조원 이상 GPU에'
_PUT_INTO = re.compile(r"\s(?:GPU|AI|인공지능|반도체|데이터\s?센터|AI\s?인프라|AI\s?반도체|컴퓨팅)에(?:만)?['’”\"]?$")
_OF_ITS_OWN = re.compile(
    r"[을를은는]?\s(?:전액|모두|전부)\s(?:자체|자기|민간)\s?(?:자금으로\s)?조달"
)  # '6500억원을 전액 자체 조달하는'
_BEHIND = (  # words right behind an amount that alone say what it is
    (_BIDS, "investment", "a bid"),
    (_PROJECT_WON, "contract", "a contract that was won"),
    (_PUT_INTO, "investment", "what it is put into"),
    (_WORTH_SO_MUCH, "valuation", "what a firm is worth"),
    (_OF_ITS_OWN, "investment", "what it pays itself"),
)


def _at_sight(scene: Scene, unit: str) -> Measure | None:
    """Return what an amount is whatever word is nearest: a price, a stake sold, a cost that leaves something out."""
    quantity, sentence = scene.quantity, scene.sentence
    if (quantity.high or quantity.low or Decimal(0)) < _LEAST_MONEY:
        return Measure(None, unit, "too small for anything but a price")
    left = sentence[max(0, quantity.start - _BESIDE) : quantity.start]
    if _TO_SPEND.search(left):
        return Measure("investment", unit, "money to spend")
    gathers = _GATHERS.search(left) and not _FUND.search(sentence)
    if gathers or (_FROM_OTHERS.search(left) and _GATHERED.match(sentence, quantity.end)):
        return Measure("funding", unit, "money of investors")
    behind = next(((metric, why) for words, metric, why in _BEHIND if words.match(sentence, quantity.end)), None)
    if _DEAL.search(left) and _WON_FOR.match(sentence, quantity.end):
        behind = ("contract", "a contract that was won")
    if behind is not None:
        return Measure(behind[0], unit, behind[1])
    sold = _SHARES.search(left) and _SOLD.match(sentence, quantity.end)
    if sold or _STAKE_SOLD.search(sentence, quantity.end, quantity.end + 2 * _BESIDE):
        return Measure(None, unit, "a stake sold")
    if _SPENT_BEFORE.search(left) or (_LEAVES_OUT.match(sentence, quantity.end) and _SPENT_ON_IT.search(left)):
        return Measure("investment", unit, "what making it took")
    if BECAME.match(sentence, quantity.end) and (topic := topic_that_became(sentence, quantity.start)):
        return scene.measure_by(topic["word"], scene.vocabulary.money, unit)
    return None


def topic_that_became(sentence: str, end: int) -> re.Match[str] | None:
    """Return the topic before *end* of which is told what it became."""
    return _ITS_TOPIC.search(sentence, 0, end) or _TOPIC_FAR.search(sentence, 0, end)


def _by_its_place(scene: Scene, said: Measure, before: Mapping[str, str]) -> Measure:
    """Return what an amount is for by where it stands, when no word tells."""
    sentence, unit = scene.sentence, said.unit
    start, end = scene.quantity.start, scene.quantity.end
    cost = _COST_OF.search(sentence, max(0, start - 32), start) and _WENT_IN.match(sentence, end)
    if cost or _is_what_made_it(sentence, start, end):
        return Measure("investment", unit, "what making it took")
    if topic := _TOPIC.match(sentence):
        return scene.measure_by(topic["word"], scene.vocabulary.money, unit)
    if together := _told_together(scene, unit):
        return together
    if scene.sited or _SPENT_BEFORE.search(sentence, max(0, start - 16), start):
        return Measure("investment", unit, "what it takes")
    grows = _GROWS.match(sentence, end) and BUDGET.search(sentence, max(0, start - _BESIDE), start)
    built = _BUILT.match(sentence, end) or grows
    undertaking = (
        built or _UNDERTAKING.search(sentence, end, end + 40) or _FUND.search(sentence, max(0, start - 30), start)
    )
    if undertaking:
        return Measure("investment", unit, undertaking.group())
    return as_before(said, before.get("money", "")) if _GOES_ON.match(sentence, end) else said


def _is_what_made_it(sentence: str, start: int, end: int) -> bool:
    made = MADE_FOR.match(sentence, end)
    return bool(made and (made["model"] or _OBJECT_BEFORE.search(sentence, max(0, start - 16), start)))


# 'A에는 17억원, B에는 19억원을 투입한다': one verb for both
_AND_ON = re.compile(r",\s(?:(?![은는이가]\s)[^,.\d]){2,30}에(?:는|도)?\s(?:각각\s|약\s|총\s)?")


# '삼성은 450조원, SK는 128조원을 투자한다'
_AND_WHO = re.compile(r",\s[^,.\d\s]{1,12}(?:그룹|자동차)?[은는이가]\s(?:각각\s|약\s|총\s|국내에\s|앞으로\s|향후\s)*")


def _told_together(scene: Scene, unit: str) -> Measure | None:
    """Return what the amount of the next clause is for, where this one has no verb of its own."""
    following = next((other for other in scene.others if other.start >= scene.quantity.end), None)
    if following is None or following.unit != unit:
        return None
    between = scene.sentence[scene.quantity.end : following.start]
    if not (_AND_ON.fullmatch(between) or _AND_WHO.fullmatch(between)):
        return None
    rest = replace(scene, quantity=following)
    said = rest.nearest(scene.vocabulary.money, unit)
    return said if said.metric == "investment" else _told_together(rest, unit)
