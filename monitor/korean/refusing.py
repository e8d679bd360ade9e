"""Refuse a quantity by the words right beside it, before anybody asks what it measures: each row names its reason."""

from __future__ import annotations

import re

from monitor.korean.cases import STATE
from monitor.korean.names import Name
from monitor.model import Quantity

# What stands right behind the quantity: the reason, and the words.
_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "for something else than AI",  # security, dividends, networks, defence, roads …
        re.compile(
            r"\s?(?:규모)?(?:의)?\s?(?:정보\s?)?"
            r"(?:보안|보호|주주|배당|통신망|물류|콘텐츠|방산|국방|도로|철도|학자금|장학|연금|주거|관광|농업|배터리|이차전지|바이오|부동산|자사주)"
        ),
    ),
    (
        "a class of models, not one",  # models below 300B
        re.compile(r"\s?(?:파라미터|매개변수)?\s?(?:이하|미만)(?:의|인)?\s?(?:소형\s|경량\s)?모델"),
    ),
    (
        "the size of a market",
        re.compile(r"\s?(?:규모)?(?:의|에 이르는|에 달하는)?\s?(?:글로벌\s|세계\s)?시장(?!에)"),
    ),
    ("a definition", re.compile(r"(?:는|은|=)\s?\d[\d억만조천]*\s?개")),  # 1B는 10억 개
    (
        "what countries have",  # 1조개 모델을 보유한 건 미국뿐, 모델도 중국과 프랑스 정도다, 보유한 국가는
        re.compile(
            r"[^,.]{0,14}?(?:모델|LLM\)?|GPU|칩|데이터센터)(?:"
            r"(?:도|은|이)?\s(?:미국|중국|일본|프랑스|영국|독일|한국|유럽|러시아)(?:[이은과와,·]|뿐|정도|밖에)"
            r"|[을를]\s(?:보유한|가진|갖춘|만든|개발한)\s(?:건|것은|곳은|나라|국가))"
        ),
    ),
    (
        "what was not reached",  # '200엑사플롭스에 이르지 못했다', '목표한 5만장을 끝내 채우지 못한'
        re.compile(
            r"\s?(?:에|에는|엔|을|를|까지|고지에|벽을)\s(?:[가-힣]{1,4}\s){0,2}"
            r"(?:닿|이르|미치|달하|도달하|다다르|채우|달성하|넘|넘기|넘어서|이루|확보하|모으|밟|뚫)지\s?(?:는\s|도\s)?못"
        ),
    ),
    (
        "what something is compared with",  # '46MW인 가산의 두 배'
        re.compile(r"인\s[^,.\d]{1,16}의\s(?:약\s)?(?:두|세|네|다섯|열|\d[\d.]*)\s?배"),
    ),
    (
        "who are moved",  # '직원 5700명을 자회사로 옮기는'
        re.compile(r"[을를]\s[^,.]{0,14}(?:옮기|옮긴|옮겨|전출|재배치|전환\s?배치)"),
    ),
    (
        "who left",  # '70만명에 달하는 가입자 이탈이'
        re.compile(
            r"(?:에 달하는|에 이르는|가량의|의)?\s?(?:가입자|이용자|고객|회원)(?:의|가)?\s?(?:이탈|유출|감소|빠져|떠나)"
        ),
    ),
    ("what a trade counts", re.compile(r"으?로\s(?:셈(?:한|했|하)|어림(?:한|했|하))")),
    (
        "what firms compete for",  # 'GPU 1만장 확보 사업에 두 곳이 뛰어들었다'
        re.compile(
            r"\s(?:확보|구매|도입|구축|임차|공급)\s(?:사업|공모|입찰)(?:에|에는)\s[^.]*(?:뛰어들|참여|지원(?:했|하)|도전|응찰|나섰|신청)"
        ),
    ),
    ("a price", re.compile(r"\s?의\s(?:값|가격|시세)")),
    (
        "a condition",  # who invests 10조 달러 gets …
        re.compile(
            r"\s?(?:이면|면\s|라면|이거나|일 경우)|[을를]?\s?(?:모두\s|다\s|전부\s)?[가-힣]{1,4}려면\s|[을를]?\s?(?:투자|투입|사용|확보|구축)?(?:하면|되면|한다면|된다면)\s"
        ),
    ),
    (
        "a size of rivals that nobody names",  # guide, rule 15: to compete with the trillion-parameter models of big tech
        re.compile(
            r"(?:(?!로 |며 )[^.,]){0,24}?(?:글로벌|빅테크|프런티어|프론티어|해외|상위권|최상위|경쟁|세계 최고)[^.]{0,24}?"
            r"모델(?:들)?(?:과|와|을|를|에)\s[^.]{0,12}?(?:경쟁|겨루|견주|대등|동급|맞서|어깨)"
        ),
    ),
)
_SUM, _SEVERAL = "the sum of several", 2
# What stands right before it.
_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "what something would take",
        re.compile(r"[가-힣]려면\s(?:약\s|최소\s)?(?:[가-힣]+\s)?$"),
    ),  # to buy them, 7500억 won
    (
        "for something else than AI",  # '보안에 3년간 1000억원'
        re.compile(
            r"(?:보안|배당|자사주|통신망|5G|콘텐츠|안전|복지)(?:에|에만)\s(?:향후\s)?(?:\d+년간\s)?(?:약\s|총\s|최대\s)?$"
        ),
    ),
    (
        "for something else than AI",
        re.compile(r"(?<![가-힣])(?:SOC|도로|철도|항만|공항)\s(?:사업\s|사업에\s|건설에\s)?(?:약\s|총\s)?$"),
    ),
    (
        "a definition",
        re.compile(r"\d[BKMT]\s?[는=은]\s?$|유니콘\s?\([^)]*$"),
    ),  # "1B는 10억 개", 유니콘(기업가치 10억달러 이상)
    (
        "what all of a trade spend",
        re.compile(
            r"재계\s$|(?<![가-힣])(?:재계|대기업(?:들)?|\d+대\s(?:그룹|기업)|빅테크(?:들)?)(?:,|의|가|이)?\s(?:투자\s?|지출\s?)?(?:보따리|규모|계획|액)?\s?(?:약\s|총\s)?$|(?:재계|대기업(?:들)?|\d+대\s(?:그룹|기업)|기업들|빅테크(?:들)?|업계)의\s[^,.\d]{0,20}(?:투자|지출|투자액|투자\s규모)[은는이가]\s[^,.\d]{0,8}$"
        ),
    ),
    (
        "a sum told by the way",
        re.compile(
            r"[을를]\s(?:모두\s|다\s)?(?:더하면|합치면|합하면)\s[^.]{0,8}$|(?<!이제)(?<!지금)(?<!\d년)(?<!월)(?<!말)까지\s(?:모두\s|다\s)?(?:더하면|합치면|합하면|더해|합쳐)\s[^.]{0,8}$"
        ),
    ),
    (_SUM, re.compile(r"(?:합쳐서?|합치면|합친|합하면|합계|도합|통틀어)\s[^.]{0,8}$")),
)
_A_CLASS = re.compile(r"(?:의|급|급의)?\s(?:초거대\s)?(?:AI\s|인공지능\s|언어\s)?모델(?:은|들)")
_AHEAD = re.compile(r"올해|내년|연내|까지|예정|계획|목표|겠")
_REACH = 40
_OF_A_NAME = re.compile(r"[A-Za-z_\d][-_]$|[B-Z_a-z]$")
_BEHIND_A_CHIP = re.compile(r"(?<![A-Za-z])[A-Z]{1,2}\d{2,3}\s$")  # 'B200 4K': what a cluster is called
_HELD_AGAINST = re.compile(r"\)보다\s")  # 'A는 남해(4000억원)보다 크다': of a place that nobody named
_OFFERED = re.compile(r"\s?(?:의\s[가-힣 ]{0,8})?(?:이용자|사용자|고객|회원)?(?:에게|한테)")  # to so many people


def refused_at_sight(quantity: Quantity, sentence: str, names: tuple[Name, ...]) -> str:
    """Return why *quantity* is no figure whatever it measures, '' for no reason."""
    for reason, words in _BEHIND:
        if words.match(sentence, quantity.end):
            return reason
    left = sentence[max(0, quantity.start - _REACH) : quantity.start]
    for reason, words in _BEFORE:
        if words.search(left) and not (reason == _SUM and len({n.company for n in names}) < _SEVERAL):
            return reason
    opening = sentence.rfind("(", 0, quantity.start)
    if _HELD_AGAINST.match(sentence, quantity.end) and not any(opening - n.end in {0, 1} for n in names):
        return "what something else has"
    if _OTHER_FIELD.search(left) and _AI_FIELD.search(sentence):
        return "money for another field"
    of_a_class = quantity.qualifier == "at_least" and not names and _A_CLASS.match(sentence, quantity.end)
    if of_a_class and not _AHEAD.search(sentence):
        return "a class of models, not one"
    within = any(n.kind == "thing" and n.start <= quantity.start and quantity.end <= n.end for n in names)
    if any(n.kind == "thing" and n.start < quantity.start < n.end < quantity.end for n in names):
        return "part of a name"  # 'RTX 프로 6000 GPU'
    if not within and (
        _OF_A_NAME.search(left[-2:]) or (_BEHIND_A_CHIP.search(left[-6:]) and sentence[quantity.end - 1] == "K")
    ):
        return "part of a name that the catalogue lacks"
    return ""


# 'AI에 3조원, 바이오에 1조원을': each field has a sum of its own
_OTHER_FIELD = re.compile(
    r"(?<![가-힣A-Za-z])(?:바이오|클린테크|배터리|이차전지|2차전지|디스플레이|전장|로봇|로보틱스|수소|콘텐츠|모빌리티|에너지|조선|방산|우주|철강|"
    r"화학|통신|헬스케어|백신|친환경|원전|자동차|전기차|태양광|풍력|수전해)(?:\s?(?:분야|부문|사업)|(?:\s[가-힣]{1,5}){0,2}\s?(?:공장|플랜트|단지|시설|시티|발전소?))?에(?:는|도)?\s(?:약\s|총\s)?$"
)
_AI_FIELD = re.compile(
    r"(?:AI|인공지능(?:\(AI\))?)[가-힣A-Za-z·]*(?:\s(?:분야|부문|사업|연구개발|데이터\s?센터|인프라))?에(?:는)?\s(?:약\s|총\s)?\d"
)
# '자본지출의 하한선을 370억 달러에서 380억 달러로': a band is told whole, or not at all
_ONE_END = re.compile(r"(?:하한선?|하단|상한선?|상단)(?:을|은|이)\s(?:[^,.]{1,24}에서\s)?$")
_NEEDED = re.compile(r"(?:에 달하는|에 이르는|의)?\s(?:[가-힣]+\s)?[가-힣]+(?:\([A-Z]+\))?[이가]\s(?:요구|필요)")
_SOUGHT = re.compile(r"\s?(?:규모)?의?\s[^,.]{0,14}(?:인력|인재|개발자|엔지니어|직원)[^,.]{0,4}에\s(?:큰\s)?관심")
# experts, journalists, an audience: who came to see
_GUESTS = re.compile(
    r"(?:에 달하는|에 이르는|가량의|의)?\s(?:[가-힣]{1,6}\s)?(?:전문가|언론인|기자|관람객|참석자|청중|취재진|방청객|시민|국민평가단|평가단)"
)
_FABS = re.compile(r"팹|반도체\s?(?:공장|클러스터|생산)|파운드리|D램|낸드|웨이퍼")
_COMPUTING = re.compile(r"GPU|데이터\s?센터|컴퓨팅|초거대|모델|스타트업")


def refused_as(metric: str, quantity: Quantity, sentence: str, *, beside_ai: bool = False) -> str:
    """Return why *quantity* is no figure of *metric*, '' for no reason; *beside_ai*: a brief on AI."""
    if (
        metric == "parameters"
        and quantity.qualifier == "at_most"
        and "최대" not in sentence[max(0, quantity.start - 8) : quantity.end]
    ):
        return "a class of models, not one"
    if metric == "investment" and _ONE_END.search(sentence, max(0, quantity.start - 48), quantity.start):
        return "one end of a band"
    if metric == "investment" and not beside_ai and _FABS.search(sentence) and not _COMPUTING.search(sentence):
        return "for chip factories"
    if metric == "investment" and quantity.qualifier == "order" and _NEEDED.match(sentence, quantity.end):
        return "what something would take"
    if metric == "headcount" and (_SOUGHT.match(sentence, quantity.end) or _GUESTS.match(sentence, quantity.end)):
        return "people whom another firm has, or nobody"
    if metric == "users" and _OFFERED.match(sentence, quantity.end):
        return "people that something is offered to"
    return ""


# ── names that are beside a quantity and own nothing ────────────────────────────────────────────────────────────────
_CRAZE = re.compile(r"\s(?:열풍|광풍|붐|돌풍|쇼크|충격|신드롬|효과|여파)(?:에|이|으로|로|가)(?=\s|…)")
# '삼성이 돕는 포항 데이터센터', '삼성이 협력사로 나선다': whose it is not
_HELPS = re.compile(r"[이가]\s(?:(?:협력사|파트너|조력자|동반자)로\s|돕는|돕기로|함께하는|함께한다|힘을\s보태)")
_FOIL = re.compile(
    r"[이가]\s[^.]{0,40}\d[^.]{0,8}[와과](?:는)?\s(?:대비|대조|비교)[돼된됩]"
)  # '오픈AI가 쓴 1억 달러와 대비된다'
_APART = re.compile(r"[와과](?:는)?\s(?:별개|별도)")
_SHELVES = frozenset({"hugging-face", "github"})  # where models are downloaded from, not whose they are
_FORESEES = re.compile(r"(?:전망|추정|추산|예상|예측|관측|평가)(?:했|한다|하고|하며)|내다[봤보]|점[쳤친]")
_BROKER = re.compile(r"증권$|스탠리|골드만|JP모건|노무라|씨티|리서치")  # they estimate others' figures
_MADE = re.compile(
    r"\s?(?:(?:최신|차세대|고성능|첨단|저사양|고사양|보급형|저가형|구형|신형|최상위|중국용|수출용)\s?)?(?:(?:AI|학습|추론|데이터센터|서버)(?:용)?\s?)?(?:GPU(?!\s[가-힣\s]{2,8}(?:사업|프로젝트))|RTX|칩|그래픽|가속기|[HAB]\d{2,3}|GB\d|블랙웰|호퍼|루빈|반도체(?!\s?(?:실증|사업|예산|산업|생태계|스타트업|기업|육성|분야)))"
)

_MAKERS = frozenset(
    {"nvidia", "amd", "intel", "qualcomm", "broadcom", "samsung", "sk-hynix"}
)  # whose the chips are by make
_HAS_THEM = re.compile(r"(?:를|을|은|는|이|가)\s")  # '테슬라의 GPU를 8만개로': of one that makes none
_ITS_SHARES = re.compile(
    r"(?:\([^)]*\))?(?:의|\s등의?)?\s(?:[가-힣]{2,4}\s)?(?:주가|주식|시총|시가총액)(?:[은는이가도]|까지)\s"
)


def is_beside(name: Name, sentence: str) -> bool:
    """Tell whether a name is that of a craze (챗GPT 열풍에), or of who only helps (삼성이 돕는): nothing is about it."""
    return bool(_CRAZE.match(sentence, name.tail) or _HELPS.match(sentence, name.end))


def is_foil(name: Name, sentence: str) -> bool:
    """Tell whether a name is only what the one spoken of is held against: '오픈AI가 쓴 1억 달러와 대비된다'."""
    return bool(_FOIL.match(sentence, name.end))


def is_bystander(name: Name, sentence: str, metric: str) -> bool:
    """
    Tell whether a company or thing owns nothing there: the maker of a chip (엔비디아 GPU 700개), chips that are counted
    (트레이니엄2 50만개), an analyst, a shelf, a firm of which only the price of its shares is told (엔비디아 주가), or
    what something is apart from (배키와 별개로), or a craze (챗GPT 열풍에).
    """
    if name.sort == "chip":
        return metric == "gpus"
    if _APART.match(sentence, name.tail - len(name.particle)) or is_beside(name, sentence):
        return True
    if metric == "downloads" and name.company in _SHELVES:
        return True
    if _BROKER.search(name.text) and (metric != "investment" or _FORESEES.search(sentence, name.end)):
        return True
    if metric != "valuation" and name.kind == "company" and _ITS_SHARES.match(sentence, name.end):
        return True
    if metric not in {"gpus", "investment", "compute", "power"} or name.kind != "company" or name.company == STATE:
        return False
    made = _MADE.match(sentence, name.tail)
    if name.particle == "의" and name.company not in _MAKERS and made:
        return not _HAS_THEM.match(sentence, made.end())
    lot = name.company in _MAKERS and sentence.startswith(" 물량", name.tail)  # '6만장에 이르는 엔비디아 물량도'
    return name.particle in {"", "의"} and bool(made or lot)
