"""Rules for the subject that Korean drops: it is that of the sentence before or of the headline, unless another one stands there."""

from __future__ import annotations

import re

from monitor.korean.cases import NOMINATIVE, STATE, Case, Owner, is_compared, only_invests
from monitor.korean.names import Name
from monitor.korean.strangers import TELLER
from monitor.korean.undertakings import NAME_GOES_ON, is_of_a_ministry


def carried_from_before(case: Case) -> list[Owner]:
    """Give a dropped subject back: it is that of the sentence before."""
    if any(_is_what_was_spoken_of(case, n) and is_compared(case.sentence, n) for n in case.names):
        return []
    actors = [n for n in case.left(case.companies) if n.particle in NOMINATIVE and not only_invests(case, n)]
    if case.metric == "gpus" and _FOR_THE_COUNTRY.search(case.sentence[: case.quantity.start]):
        return []
    if actors or (foreign_subject(case) and not _is_for_users(case)):
        return []
    deal = case.memory.deal
    if (
        case.metric == "investment"
        and deal
        and _PRICE.search(case.sentence)
        and case.memory.company == deal.target.company
    ):
        return [Owner(deal.payer)]  # the price of what was bought is the buyer's
    if deal and case.memory.company == deal.payer and _of_the_bought(case):
        return [Owner(deal.target.company)]
    told_of = case.memory.site or case.memory.programme
    its = _THIS_ONE.match(case.sentence[case.clause.start :]) or _IS_A_PROJECT.match(case.sentence, case.quantity.end)
    if its and told_of and told_of.company:
        return [Owner(told_of.company)]
    site = case.memory.site if case.metric == "gpus" and case.planned and not case.memory.site_age else None
    told = (site,) if site else ()
    if case.memory.of_state and any(is_of_a_ministry(u.text) for u in (*case.undertakings, *told)):
        return [Owner(STATE)]
    return [Owner(case.memory.company)] if case.memory.company else []


# '국내에 들어올 GPU': who gets them in the country is not said
_FOR_THE_COUNTRY = re.compile(
    r"(?:국내|한국|우리나라)에\s[^,.\d]{0,12}?(?:들어오|들어올|공급|도입되|도입될|풀리|풀릴|배정|반입)"
)
# '5천억 달러, 우리 돈 703조원이 들어가는 사업이다': what was named before is one
_IS_A_PROJECT = re.compile(
    r"(?:,\s우리\s?돈\s[^,.]{1,16})?[이가을를]?\s?(?:들어가는|드는|걸린|투입되는|쏟는|들이는)\s(?:(?:초대형|대형|거대|국책)\s)?(?:사업|프로젝트|공사)(?:이다|다|이며|으로|로|입니다)"
)
# '2030년까지 이어지는 이 사업에는': of the programme or site that was told of
_THIS_ONE = re.compile(
    r"(?:[^,.]{0,24}\s)?(?:이|해당)\s(?:사업|펀드|프로젝트|센터|시설|데이터센터)(?:에|에는|에만|에도|은|는|의)\s"
)


def _is_what_was_spoken_of(case: Case, name: Name) -> bool:
    """Tell whether *name* is that of the firm before, and not of another thing of it: 전작 '솔라 프로'보다."""
    thing = case.memory.thing
    another = name.kind == "thing" and thing is not None and (name.id, name.version) != (thing.id, thing.version)
    return name.company == case.memory.company and not another


# '누구나 30만 토큰을 넣을 수 있다': the subject uses what the model before has
_CAN_USE = re.compile(r"[^,.]{0,24}\s(?:쓸|이용할|사용할|넣을|입력할|활용할|맡길)\s수\s있")


def _is_for_users(case: Case) -> bool:
    """Tell whether a length is what somebody may put into the model that was spoken of."""
    return case.metric == "context_length" and bool(_CAN_USE.match(case.sentence, case.quantity.end))


def _of_the_bought(case: Case) -> bool:
    """Tell whether it is said of what is bought: '부채를 포함한 기업가치' is its worth, '스타트업, 20억달러 밸류' its own."""
    words = case.sentence[: case.quantity.start]
    worth = case.metric == "valuation" and bool(_ALL_IN.search(words))
    return worth or (case.metric != "investment" and bool(_A_STARTUP.search(words)))


_ALL_IN = re.compile(r"부채(?:를|까지)?\s(?:포함|합)")
_A_STARTUP = re.compile(r"(?:스타트업|신생기업|벤처기업),\s")
_PRICE = re.compile(r"(?:거래|인수|매입)\s?(?:금액|규모|가|가격|대금)")
_NOUN = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9·]{2,})([은는이가])(?=\s)")
# what may stand as a subject of its own and still speak of the company before: the firm, the model, its size, worth, sales …
_OF_THE_SAME = re.compile(
    r"(?:회사|업체|기업|투자자들?|컨소시엄|이사회|측|모델|이번|해당|변수|파라미터|가치|매출|이용자|사용자|가입자|고객|투자|(?!차량|교량)[가-힣]{1,3}(?:액|량)|공고문|협약서|계약서|문서|자료|보고서|명세서?|공시|설계도|약정서|규모|자금|수|스타트업|직원|인력|임직원|GPU|전력|학습|"
    r"데이터|토큰|말뭉치|추정치|예상치|전망치|크기|인수|거래|계약|예산|사업|센터|목표|대표|회장|원장|사장|관계자|CEO|그|이|이들|성능|서비스|시설|연구원|연구진|팀|단계|실제|현재|몸값|"
    r"자세히|구체적으로|누적|수익|평가|값|비용|숫자|다운로드|연산|능력|여기|올해|내년|지난해|이후|이날|다음|이것|플랫폼|제품|칩|버전|개수|기간|전체|절반|라운드|시장|인프라|수주|잔고|입력창|지출|계획|시점|시기|시한|기한|일정|돈|민간|클러스터|장비|모델들|투자금|조직|규격|기본형|비|비용)$"
)
# 전문가 (expert), 국가 (state), 증가 (growth); 차이 (gap), 없이 (without): their last syllable is no particle
_GA_WORDS = re.compile(r"(?:전문|평|국|추|증|참|인|허|주|원|단|물|시|불|작|투자|기업|창업|사업|정치|호|휴|고|저|분석)$")
_I_WORDS = re.compile(r"(?:^차|격차|^사|높|깊|길|넓|같|많|없|나란|굳|어린|달리|너나없|^더없)$")
_LEAST_TOPIC = 3  # 끝나는, 받는: a short stem with 는 is a verb as often as a noun
_COUNTRIES = frozenset(
    (
        "미국",
        "중국",
        "일본",
        "한국",
        "유럽",
        "영국",
        "독일",
        "프랑스",
        "인도",
        "대만",
        "러시아",
        "캐나다",
        "이스라엘",
        "싱가포르",
        "사우디",
        "유럽연합",
        "우리나라",
    )
)  # whose totals are nobody's
_CASED = re.compile(
    r"(?:에|에게|에서|로|까지|만|라|다|고|때|중|부터|보다|처럼|께|등|해서)$"
)  # 분야에는 (in the field): no subject
_VERBAL = re.compile(
    r"(?:하|되|시키|있|없|받|갖추|이르|넘|달하|쓰|짓|만들|늘리|키우|들어가|나오|오르|보이|이끄|앞두|잇|맞|밝히|들여오|가져오|"
    r"들이|내놓|세우|채우|나누|거두|거느리|뛰어들|이루|쏟아지|이어지|들어서|나서|걸리|빌리|꾸리|넓히|높이|줄이|굴리|돌리|모으|다루|찾|품|맡|담|쏟|쏟아붓|돌아가|움직이|켜지|"
    r"얻|쌓|뽑|살피|노리|겨루|지키|따르|만드|벌이|커지|떨어지|불리|부르|꼽히|알리|맡기|(?<![우고배격독])려)$"
)

# '개발자가 많아져 매출은 50억 달러에', '수요가 몰리면서 …': the subject of what made it so, with another topic behind it
_THEREFORE = re.compile(
    r"\s[^,.\d]{1,14}?(?:[아어커]져서?|[나리지되하오르]면서|[아어]서|려서?|[하되나]자)\s(?=[^,.\d]*[가-힣](?:은|는|도)\s)"
)


_IS_NOT = (" 아닌", " 아니라")
_BECOMES = re.compile(r"\s(?:될|되는)\s")  # 'AI의 토대가 될 센터에': what something becomes


# 인정받은, 내놓은, 얻은: a past that modifies the noun behind it
_GONE = re.compile(r"(?:받|얻|담|쌓|뽑|찾|맞|맺|놓|넣|쏟|남|맡|잡|접|높|낮|많|적|깎|묶|꼽|밝)$")


def foreign_subject(case: Case) -> bool:
    """Tell whether the clause has a subject of its own that is neither a known name nor a word for the one before."""
    words = case.sentence[case.clause.start : case.quantity.start]
    for noun in _NOUN.finditer(words):
        stem, particle = noun.groups()
        if stem[0].isdigit() and (particle in "은는" or words.startswith(_IS_NOT, noun.end())):
            continue  # '5만장이 아닌', '6000억원은': no subject of another number
        if stem in _COUNTRIES:
            return True
        at = case.clause.start + noun.start(1)
        if (particle in "이가" and _THEREFORE.match(words, noun.end())) or (
            (particle == "는" and len(stem) < _LEAST_TOPIC)
            or _OF_THE_SAME.search(stem)
            or _CASED.search(stem)
            or TELLER.search(stem)
            or (particle == "가" and _GA_WORDS.search(stem))
            or (particle in "이가" and _BECOMES.match(words, noun.end()))
            or (particle == "이" and (_I_WORDS.search(stem) or NAME_GOES_ON.match(words, noun.end())))
            or (particle == "는" and _VERBAL.search(stem))
            or (particle == "은" and (len(stem) < _LEAST_TOPIC or _GONE.search(stem)))
        ):
            continue
        named = (*case.names, *case.undertakings)  # '사카이 AI 데이터센터' has no subject 사카 in it
        if not any(n.start <= at < n.tail or at <= n.start < at + len(stem) for n in named):
            return True
    return False
