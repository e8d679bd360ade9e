"""Rules that bind a quantity to who acts in its clause: the subject, the buyer, the owner of a joint project."""

from __future__ import annotations

import re

from monitor.korean.cases import (
    BID,
    BUYS,
    MODEL_METRICS,
    MONEY_METRICS,
    NO_MORE,
    NOMINATIVE,
    STOPPER,
    SUBJECT_BETWEEN,
    Case,
    Owner,
    carries,
    is_bought,
    is_compared,
    only_invests,
    owner_of_name,
)
from monitor.korean.dropped import foreign_subject
from monitor.korean.listed import first_of_list, list_before
from monitor.korean.names import Name
from monitor.korean.sites import undertaking_of
from monitor.korean.supply import sells


def bidder(case: Case) -> list[Owner]:
    """'퓨리오사AI는 메타가 내민 8억 달러 인수 제안을 거절하고': a bid is whose it is, not that of who turns it down."""
    if case.metric != "investment" or not BID.match(case.sentence, case.quantity.end):
        return []
    bids = [n for n in case.left(case.companies) if _BIDS.match(case.sentence, n.end)]
    return [owner_of_name(bids[0])] if bids else []


# 'of', 'from', and who 'holds out', 'makes', 'sends' a bid
_BIDS = re.compile(
    r"['’”]?(?:\([^)]*\))?(?:(?:의|와의|과의|로부터|으로부터|에게서|에서|측의|측에서)\s(?:받은\s|제안받은\s|온\s)?"
    r"|(?:이|가|측이)\s(?:[^,.]{0,12}\s)?(?:내민|내건|건넨|제안한|제시한|보낸|던진|꺼낸|낸|내놓은)\s)"
)


def buyer(case: Case) -> list[Owner]:
    """'소프트뱅크, 디지털브릿지 40억 달러에 인수': the first subject buys, the name with 를, 의 or nothing is bought."""
    if case.metric != "investment" or not BUYS.search(case.sentence, case.clause.start):
        return []
    subjects = [
        n
        for n in case.companies
        if n.end <= case.quantity.start and (n.particle in {"은", "는", "이", "가", "도"} or _topic_comma(case, n))
    ]
    topics = [n for n in subjects if n.particle in {"은", "는"} and not _TELLS.match(case.sentence[n.tail :])]
    if topics:
        return [owner_of_name(topics[-1])]  # 'A는 B가 발행한 주식을': B's clause only describes
    for name in reversed(subjects):
        if not _TELLS.match(case.sentence[name.tail :]):
            return [owner_of_name(name)]
    return []


_TELLS = re.compile(r"\s?(?:보도|전했|따르면)")


def _topic_comma(case: Case, name: Name) -> bool:
    """Tell whether a bare name is the topic of a headline or a bullet: at its start, or before a comma."""
    starts = case.headline and not case.sentence[: name.start].strip(" '‘“\"[]")
    return name.particle == "" and (starts or bool(re.match(r"\s?,", case.sentence[name.tail :])))


def founded(case: Case) -> list[Owner]:
    """'미라 무라티는 싱킹머신스랩을 창업한 지 4개월 만에 기업가치 100억 달러를': the firm that somebody founded is spoken of."""
    if case.metric not in {"valuation", "funding", "headcount", "revenue"}:
        return []
    for name in case.left(case.companies):
        if _FOUNDED.match(case.sentence, name.end):
            return [owner_of_name(name)]
        if name.particle in NOMINATIVE and name.kind == "company":
            return []
    return []


_FOUNDED = re.compile(
    r"['\"’”]?(?:\s?\([^)]*\))?['\"’”]?[을를]\s(?:공동\s?)?(?:창업|설립|창립|세운|세워|세우|차린|차려|이끄는|이끌고)"
)


def the_firm_itself(case: Case) -> list[Owner]:
    """'회사는 3월 오픈AI에 400억 달러를 투자하기로': the firm that was spoken of before, whoever else is named since."""
    if _IS_THIS_FIRMS.match(case.sentence, case.quantity.end) and case.memory.company:
        return [Owner(case.memory.company)]
    said = list(_THE_FIRM.finditer(case.sentence, 0, case.quantity.start))
    this = bool(said) and said[-1].group().strip().startswith("이 회사")
    if not said or not case.memory.company or (case.metric not in MONEY_METRICS and not this):
        return []
    since = [n for n in case.left(case.companies) if n.start >= said[-1].end() and n.particle in NOMINATIVE]
    this_one = case.memory.latest if this else ""  # the nearest one: 'A가 … B를 얕봤다. 이 회사는'
    return [] if since else [Owner(this_one or case.memory.company)]


# '545조원의 기업가치를 인정받은 이 회사는'
_IS_THIS_FIRMS = re.compile(r"(?:\([^)]*\))?(?:의|[을를])\s[^,.\d]{0,20}[은는한던]\s이\s회사(?:는|가|의)\s")
_THE_FIRM = re.compile(r"(?:^|\s)(?:이 회사(?:는|의)?|(?:회사|회사\s?측|동사)(?:는|은|의))\s")


def subject_of_clause(case: Case) -> list[Owner]:
    """'업스테이지는 … 100B 모델을', '오픈AI의 기업가치는 5000억 달러': the nearest subject before the quantity."""
    for name in case.left(case.companies if case.metric in MONEY_METRICS | {"headcount"} else list(case.names)):
        if _in_brackets(case.sentence, name.start) and not _in_brackets(case.sentence, case.quantity.start):
            continue
        if is_compared(case.sentence, name) or only_invests(case, name):
            continue
        if case.headline and case.sentence.startswith("…", name.tail):
            continue  # '삼성은… GPU 26만장 배분표': that is left open
        if name.particle in NOMINATIVE or _ITS_SHARE.match(case.sentence, name.tail) or _holds(case, name):
            return [_leader(case, name)]
    return []


_ITS_SHARE = re.compile(r"\s몫(?:은|이|으로)\s(?:약\s)?(?=\d)")  # 'GPU 26만장 가운데 삼성전자 몫은 5만장이다'


def _in_brackets(sentence: str, at: int) -> bool:
    return sentence.rfind("(", 0, at) > sentence.rfind(")", 0, at)


_TOTAL = re.compile(r"(?:총|모두|합산|전체)\s?$")
_MANY = 3


def _leader(case: Case, name: Name) -> Owner:
    """Return who leads joint subjects: the owner of the project they share, else the first one named."""
    chain = list_before(case.sentence, case.names, name.tail)
    if len(chain) >= _MANY and _TOTAL.search(case.sentence[: case.quantity.start + 2].rstrip("0123456789. ")):
        return Owner("")  # seven firms' total belongs to none of them
    site = next((n for n in case.names if n.sort in {"facility", "programme"} and n.particle in {"은", "는"}), None)
    if site and len(chain) > 1 and any(n.company == site.company for n in chain):
        return Owner(site.company, site)
    return owner_of_name(first_of_list(case.sentence, case.names, name))


_HOLDER = frozenset({"에는", "에", "에도", "에만", "에서"})
_GENITIVE_REACH = 30
_OBJECT_BETWEEN = re.compile(
    r"[가-힣)][을를]\s(?:기반|바탕|통해|위해|활용|이용|참고|대상)"
)  # 'by the work of X': done with


_HAS_IT = re.compile(
    r"\s?(?:까지|씩)?\s?(?:[을를]\s)?(?:[가-힣]{1,4}\s)?(?:쓰|쓴|쓸|이용|활용|빌리|빌려|들여|확보|공급받|사들|구매|도입)"
)


def _is_had_by_another(case: Case, name: Name) -> bool:
    """'앤트로픽은 구글의 TPU도 100만개까지 쓰기로': whose chips they are is not who has them."""
    before = [c for c in case.left(case.companies) if c.end <= name.start and c.particle in NOMINATIVE]
    another = bool(before) and before[0].company != name.company
    return another and case.metric in {"gpus", "compute"} and bool(_HAS_IT.match(case.sentence, case.quantity.end))


def _holds(case: Case, name: Name) -> bool:
    """Tell whether a name without a subject particle still owns what follows it."""
    preceding = [o for o in case.others if name.tail <= o.start < case.quantity.start]
    replaced = [o for o in preceding if NO_MORE.match(case.sentence, o.end)]
    between = case.sentence[name.tail : replaced[0].start if replaced else case.quantity.start]
    if is_bought(case, name):
        return False
    if name.particle == "의" and len(preceding) > len(replaced):
        return False
    if name.particle == "의" and _is_had_by_another(case, name):
        return False
    if name.particle == "의":
        taken = SUBJECT_BETWEEN.search(between[:-6]) or _OBJECT_BETWEEN.search(between)
        return len(between) <= _GENITIVE_REACH and not taken
    ends = (q.end for q in (case.quantity, *case.others) if q.end > name.tail)
    if name.particle == "에서" and any(sells(name, case.sentence, end) for end in ends):
        return False
    if name.particle == "":
        if name.start == 0 and between.startswith(","):
            return True
        return bool(re.match(r"\s?[,:;\"“‘'…·|]|\s?\(|\s?$", between)) and (
            case.headline or between[:2].strip() in {":", ""}
        )
    to_whom = name.sort == "programme" or name.kind == "company"
    gives = to_whom and any(n.particle in NOMINATIVE and n.end <= name.start for n in case.companies)
    return name.particle in _HOLDER and case.metric in {"gpus", "power", "compute"} and not gives


def subject_behind(case: Case) -> list[Owner]:
    """'400억 달러를 소프트뱅크가 투자했다': the subject stands behind, in the same clause."""
    for name in case.companies:
        if case.quantity.end <= name.start < case.clause.end and name.particle in {"이", "가", "은", "는"}:
            between = case.sentence[case.quantity.end : name.start]
            if not STOPPER.search(between):
                return [owner_of_name(name)]
    return []


def whose_plan_it_is(case: Case) -> list[Owner]:
    """
    Return who plans or does what stands before its name, whoever else was named before.

    '82조원을 AI 메모리에 투자한다는 SK하이닉스의 계획', '애플은 750억 달러를 AI에 붓는 구글과는 다르다': a plan, and a foil.
    """
    acts = any(n.particle in NOMINATIVE and n.start >= case.clause.start for n in case.left(case.companies))
    dropped = not acts and not foreign_subject(case)
    for name in case.names:
        told = case.sentence[case.quantity.end : name.start] if name.start >= case.quantity.end else ""
        if dropped and _WHOSE_DEED.fullmatch(told) and carries(case.metric, name):
            return [owner_of_name(name)]
        will = case.metric in MONEY_METRICS and not acts and _WHO_WILL.fullmatch(told)
        foil = _WHO_DOES.fullmatch(told) and _CONTRAST.match(case.sentence, name.tail - len(name.particle))
        if will or foil:
            return [owner_of_name(name)]
        if name.particle != "의":
            continue
        plans = _THAT_IT_WILL.fullmatch(told) and _ITS_PLAN.match(case.sentence, name.tail)
        spends = _ON_WHICH.fullmatch(told) and any(u.start == name.tail + 1 for u in case.undertakings)
        if plans or spends:
            return [owner_of_name(name)]
    return []


# '90억 달러를 올리는 앤트로픽에', '560만 달러로 끝낸 V3와는', '200억 달러 규모의 유치를 진행 중인 앤트로픽에'
_WHOSE_DEED = re.compile(
    r"(?:[을를로의]|으로|\s?규모의?|짜리|급|\([^)]*\)[을를])?\s(?:(?:(?![이가은는]\s)[^,.\d]){0,24}[을를로에]\s)?(?:[^,.\d\s]{1,8}[는한낸던린된운쓴친킨]|[^,.\d\s]{1,8}\s중인)\s(?:(?:AI|인공지능)\s(?:기업|스타트업|회사)\s)?"
)
# '1조 달러를 쏟아붓기로 한 오픈AI와 달리'
_WHO_WILL = re.compile(
    r"(?:\([^)]*\))?[을를]\s(?:투자하는|투입하는|들이는|쏟는|넣는)\s(?:AI\s기업\s)?|(?:\([^)]*\))?[을를]\s[^,.\d]{1,16}(?:기로\s한|겠다는|겠다던|겠다고\s한|려는|려던)\s(?:(?:AI|인공지능)\s(?:기업|스타트업|회사)\s)?|[을를]\s(?:[^,.\d\s]{1,8}에\s)?(?:쓴|들인|투자한|투입한|쏟은|부은)\s"
)
_WHO_DOES = re.compile(
    r"(?:\([^)]*\))?(?:[을를]|짜리|급|\s?규모의?|\s?이상을|[이가]\s넘는)\s[^,.]{0,40}[는은한던할된인운]\s"
)
# unlike, other than, compared with, in rivalry with, against
_CONTRAST = re.compile(
    r"(?:[와과](?:는|의|도)?\s(?:달리|다른|다르|딴판|비교|대조|대비|경쟁|체급|정반대|반대|사뭇|결이)|에\s(?:맞불|맞서|견주|비하면|비해|밀리|뒤지|뒤처|빼앗|못\s?미)|[을를]\s(?:의식|겨냥|견제|추격|뒤쫓|쫓|따라잡))"
)
# '1500억원이 넘는 예산을 쓰는 정부의 GPU 임차 지원 사업'
_ON_WHICH = re.compile(r"(?:[이가을를]\s[^,.\d]{0,24})?(?:쓰는|들이는|들어가는|드는|투입하는|투입되는|투자하는|쏟는)\s")


# '82조원을 AI 메모리에 투자한다는 SK하이닉스의 계획'
_THAT_IT_WILL = re.compile(r"[을를]\s[^,.\d]{0,24}(?:다는|겠다는|려는|자는|기로 한)\s")
_ITS_PLAN = re.compile(r"\s(?:[가-힣]{1,4}\s)?(?:계획|방침|목표|구상|청사진|포부|발표|약속|선언|제안|제의)")


def only_company_of_sentence(case: Case) -> list[Owner]:
    """Take the one company that a sentence names, in whatever role but that of the compared."""
    fit = [n for n in case.names if carries(case.metric, n) and not only_invests(case, n)]
    companies = {n.company for n in fit if not is_compared(case.sentence, n)}
    companies = companies or {n.company for n in fit if _tells_of_itself(case, n)}
    if len(companies) != 1:
        return []
    name = next(n for n in case.names if n.company in companies)
    if name.start >= case.quantity.end and _IS_TOPIC.match(case.sentence, case.quantity.end):
        return []  # '2만 명은 챗GPT를 쓴다': they are nobody's
    if case.metric == "gpus" and _OF_ANOTHER.match(
        case.sentence, case.quantity.end, max(name.start, case.quantity.end)
    ):
        return []
    if name.start >= case.clause.end and name.particle in {"이", "가"}:
        return []  # the subject of a clause to come: '9월에는 20만장이 됐고, 엔비디아가 …'
    ended = name.end <= case.clause.start and not _tells_of_itself(case, name)
    if ended and _TOPIC.search(case.sentence, case.clause.start, case.quantity.start):
        return []  # its clause is over, and this one has a topic of its own
    if name.particle not in NOMINATIVE and foreign_subject(case) and not case.memory.corrects:
        return []
    if is_bought(case, name):
        return []
    if _is_beside_it(case, name):
        return []
    if _is_by_the_way(case, name):
        return [Owner(name.company)]
    return [owner_of_name(name)]


def _tells_of_itself(case: Case, name: Name) -> bool:
    """Tell whether *name* is who the news is from: '15일 KT에 따르면'."""
    return name.kind == "company" and name.particle == "에" and case.sentence.startswith(" 따르면", name.tail)


# '클로드의 인기에 매출은', '클로드 흥행 덕에': why the firm sells more
_THANKS_TO = re.compile(r"['’”]?의?\s(?:인기|흥행|돌풍|성공|열풍|약진|선전)(?:에|로)?(?:\s(?:힘입|덕)|\s)")


def _is_by_the_way(case: Case, name: Name) -> bool:
    """Tell whether a name is that of the owner and not of its thing: a service runs on a model, brackets only explain."""
    if case.metric in MODEL_METRICS:
        return name.sort == "service"
    if case.metric in {"revenue", "valuation", "funding"} and name.particle in {"을", "를", "로", "으로"}:
        return True  # '클로드를 쓰는 개발자가 많아져 매출은': of the firm
    if case.metric == "revenue" and _THANKS_TO.match(case.sentence, name.end):
        return True
    return _in_brackets(case.sentence, name.start) and not _in_brackets(case.sentence, case.quantity.start)


def _is_beside_it(case: Case, name: Name) -> bool:
    """Tell whether a name is the other side, what something is done with or shown at, or only compared with."""
    if _tells_of_itself(case, name):
        return False
    if name.particle == "의":
        return bool(_OBJECT_BETWEEN.search(case.sentence, name.tail, case.quantity.start))
    if _IN_A_TITLE.match(case.sentence, name.end) and case.sentence[: name.start].endswith(("'", "‘", '"', "“")):
        return True
    if case.metric not in MODEL_METRICS:
        return name.particle in _OTHER_SIDE
    return name.particle in _COMPARED_WITH or (name.particle == "" and bool(_PLACE.match(case.sentence, name.tail)))


_IN_A_TITLE = re.compile(r"\s[^'’”\".,]{1,16}['’”\"]에는?\s")  # ''MS 협력'에 2조원을': what it is called
_COMPARED_WITH = frozenset({"와는", "과는", "와도", "과도"})  # '딥시크와는 0.6개월 차이': it is only compared with
_OF_ANOTHER = re.compile(
    r"(?:에\s(?:달하는|이르는|육박하는)|의)\s[^,.]{1,20}[이가은는]\s"
)  # '50만 개에 달하는 칩이 앤트로픽의'
_IS_TOPIC = re.compile(r"(?:은|는)\s")
_TOPIC = re.compile(r"[가-힣A-Za-z'’”)](?:은|는)\s")
_PLACE = re.compile(r"\s[가-힣A-Za-z]+(?:에|에서)\s")  # 'AWS 마켓플레이스에': where something is shown
_OTHER_SIDE = frozenset(
    {"에", "에게", "로부터", "으로부터", "에서", "와", "과", "와는", "과는", "와도", "과도", "와의", "과의", "에도"}
)  # to, from, with


def site_of_sentence(case: Case) -> list[Owner]:
    """'스타게이트는 … 등이 5000억 달러를 투자하는': with no subject that is known, the project's own company pays."""
    if case.metric not in MONEY_METRICS:
        return []
    site = next(
        (n for n in case.names if n.kind == "thing" and n.company and n.particle in {"은", "는", "이", "가"}), None
    )
    if site is None or site.sort not in {"facility", "programme"}:
        return []
    nearer = undertaking_of(case) if site.end <= case.clause.start else None
    return [Owner(site.company, site)] if nearer is None or nearer.id == site.id else []
