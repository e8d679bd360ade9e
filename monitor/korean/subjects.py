"""Say what thing carries a quantity: the model, service, facility, programme, or the company that is bought; or none."""

from __future__ import annotations

import re
from dataclasses import replace

from monitor.korean.cases import MODEL_METRICS, Case, Owner
from monitor.korean.describing import describes
from monitor.korean.names import Name, spelt
from monitor.korean.neighbours import model_made
from monitor.korean.plans import SITED
from monitor.korean.sites import NEAR, site_remembered, tells_of_the_nation, undertaking_of
from monitor.korean.sizes import is_of_another_size
from monitor.korean.spending import paid_for
from monitor.korean.versions import VARIANTS

_COMPANY_WIDE = frozenset({"valuation", "funding", "headcount", "contract"})  # these have no subject: guide, rule 11


def subject_of(case: Case, owner: Owner) -> Name | None:
    """Return the thing that carries the quantity, if the text names one; no model whose name bears another size."""
    powers = case.metric == "power" and owner.subject is not None and owner.subject.sort in {"model", "service"}
    # '270MW까지 늘어나 하이퍼클로바X를 떠받친다': a site has power, and no model
    subject = _carrier(case, replace(owner, subject=None) if powers else owner)
    if subject is None or case.metric != "parameters":
        return subject
    return None if is_of_another_size(f"{subject.text} {subject.version or ''}", case.quantity.low) else subject


def _carrier(case: Case, owner: Owner) -> Name | None:
    if case.metric in _COMPANY_WIDE or (case.metric in SITED and tells_of_the_nation(case)):
        return None
    if case.metric == "investment":
        return paid_for(case, owner)
    if owner.subject is not None and (
        owner.subject.start <= case.quantity.start < owner.subject.end or _is_in_its_bracket(case, owner.subject)
    ):
        return owner.subject
    described = _variant(case, owner) or _described(case, owner)
    if described is not None:
        return described
    if owner.subject is not None:
        return _site_of_the_clause(case, owner.subject) or owner.subject
    if case.metric in MODEL_METRICS:
        return _quoted_before(case) or _remembered(case, owner)
    if case.metric == "revenue" and (segment := segment_of(case)):
        return segment
    if case.metric in {"users", "revenue"}:
        return _product(case, owner)
    if case.metric in {"power", "gpus"} and (site := _of_the_whole(case, owner)):
        return site
    sites = (undertaking_of(case), site_remembered(case, owner))
    return next((one for one in sites if one and not _PURSE.search(one.text)), None) or _trained(case, owner)


_PURSE = re.compile(r"(?:추경|예산|펀드|기금)$")  # extra budget, budget, fund: they buy chips, and have none


def _site_of_the_clause(case: Case, name: Name) -> Name | None:
    """'AI 클러스터는 GPU 4000장 규모로, 하이퍼클로바X를 학습시킨다': the site that the clause is about, and not the model."""
    site = undertaking_of(case) if name.sort == "model" and case.metric in {"gpus", "power", "compute"} else None
    topic = site is not None and site.particle in {"은", "는"} and site.end <= case.quantity.start < name.start
    return site if topic else None


_BRACKET = re.compile(r"['’”\"]?\s?\((?:[^()\d]{0,10}\s)?")  # an opening bracket, and what its number counts


def _is_in_its_bracket(case: Case, name: Name) -> bool:
    """''믿음 2.0 베이스'(11.5B)와 '믿음 2.0 미니'': the number is that of the name before its bracket."""
    return bool(_BRACKET.fullmatch(case.sentence, name.end, case.quantity.start))


_ITS = re.compile(r"의?\s(?:전체\s|총\s)?(?:전력|수전)(?:\s?용량|\s?규모)?[은을이도]\s[^,.]{0,30}")


def _of_the_whole(case: Case, owner: Owner) -> Name | None:
    """Return the site whose power is told: '스타게이트 전체 전력 용량은', whatever part of it was told of before."""
    known = {"facility", "programme"}
    sites = (n for n in case.left(list(case.names)) if n.sort in known and n.company == owner.company)
    return next((n for n in sites if _ITS.fullmatch(case.sentence, n.end, case.quantity.start)), None)


# 'AI 데이터센터에서만 1조원의 매출', '클라우드 부문 매출은': a line of business
_SEGMENT = re.compile(
    r"(?<![가-힣A-Za-z])['‘]?(?P<name>(?:AI\s?)?(?:데이터\s?센터|클라우드|커머스)|AIDC|AI DC|AICC|HBM)['’]?(?:\s?(?:사업|부문|분야))?"
    r"(?:에서만?|로만|\s(?:누적\s|분기\s|연간\s)?매출액?(?:은|이|을|도)?)\s[^,.]{0,30}$"
)


def segment_of(case: Case) -> Name | None:
    """Return the line of business whose sales these are, if the clause names one."""
    found = _SEGMENT.search(case.sentence, case.clause.start, case.quantity.start)
    return spelt(found) if found else None


# '훈련에는 H100 1만장을 썼다', 'H800 2000여 장을 두 달 돌렸다': chips that a model was trained with
_TRAINED_WITH = re.compile(
    r"(?:학습|훈련)에(?:는|만)?\s|(?:학습|훈련)시키|돌린|돌려|돌렸|(?:이때|여기에(?:는|만)?)\s(?:사용한|쓴|쓰인|동원한|[^,.]{0,24}[이가을를]\s(?:쓰였|썼|들어갔|동원됐|동원했|투입됐|투입했))"
)


def _trained(case: Case, owner: Owner) -> Name | None:
    """Return the model that the chips made, or the one named before, where the sentence tells with what it was trained."""
    if case.metric in {"gpus", "compute"} and (model := model_made(case)):
        return model
    if case.metric not in {"gpus", "compute"} or case.planned or not _TRAINED_WITH.search(case.sentence):
        return None
    return case.memory.model_of(owner.company)


_VARIANT_BEHIND = re.compile(
    rf"(?:\s?(?:크기|규모|급|짜리))?(?:의|인)?\s['‘“]?(?P<name>{VARIANTS})(?=['’”]?(?:[와과로은는이가을를의다]|으로|입니다|모델|버전|[\s,.(]|$))"
)


def _variant(case: Case, owner: Owner) -> Name | None:
    """'115억 개 크기의 베이스와 23억 개의 미니': the size of a model, named by what it is called beside the others."""
    line = owner.subject or case.memory.by_company.get(owner.company)
    found = _VARIANT_BEHIND.match(case.sentence, case.quantity.end) if case.metric in MODEL_METRICS and line else None
    if not found or line is None or line.sort != "model":
        return None
    version = f"{line.version or ''} {found['name']}".strip()
    return replace(line, text=f"{line.text} {found['name']}", version=version)


_TO_GATHER = re.compile(
    r"[을를]\s(?:모으|확보하|늘리|채우|달성하)(?:겠다는|려는|기로 한)\s"
)  # '600만명을 모으겠다는 익시오'
_QUOTED_BEHIND = re.compile(
    r"(?P<between>[^,.'‘’“”\"]{0,40}?)(?<![가-힣\d])['‘“](?P<name>[^'’”\"]{2,30})['’”](?!\s?(?:라|이라|고))"
)
_QUOTED_AHEAD = re.compile(
    r"['‘“](?P<name>[A-Za-z가-힣][^'’”\"]{1,24})['’”](?:\([^)]*\))?(?:은|는|이|가|을|를|의|에는|도)?\s[^'‘’“”\",.]{0,24}$"
)
_NOT_A_NAME = re.compile(
    r"[을를은는다요]$|[을를은는이가의에] |규모|수준|\d(?:위|강)$|강국|시대|국민|주권"
)  # a slogan, not a name


def _described(case: Case, owner: Owner) -> Name | None:
    """'1000만명이 쓰는 에이닷', '5000억개 규모의 모델 'A.X K1'': the name behind that the quantity describes."""
    quantity = case.quantity
    if case.metric not in MODEL_METRICS | {"users"}:
        return None
    for name in case.names:
        if name.kind == "thing" and quantity.end <= name.start < quantity.end + NEAR:
            between = case.sentence[quantity.end : name.start].rstrip("'‘“\"")
            if case.metric == "users" and _TO_GATHER.fullmatch(between) and name.company == owner.company:
                return name
            fits = name.company == owner.company and name.sort in {"model", "service", ""}
            return name if fits and "," not in between and describes(between) else None
    found = _QUOTED_BEHIND.match(case.sentence, quantity.end)
    if case.metric not in MODEL_METRICS or owner.subject or not found or not describes(found["between"]):
        return None
    return None if _NOT_A_NAME.search(found["name"]) else spelt(found)


def _quoted_before(case: Case) -> Name | None:
    """''플라모'를 2조 토큰으로': a quoted name that the catalogue lacks, right before the quantity."""
    found = _QUOTED_AHEAD.search(case.sentence, case.clause.start, case.quantity.start)
    if (
        not found
        or _NOT_A_NAME.search(found["name"])
        or any(n.start < found.end() and found.start() < n.end for n in case.names)
    ):
        return None
    return spelt(found)


_THIS_MODEL = re.compile(r"(?:이|이번|해당|같은|신규|현|현재|기존)\s[^,.]{0,10}(?:모델|서비스|센터|시설|데이터센터)")


# '30억~270억 개 규모의 모델로 실험했다': models of a test have no name
_ON_TRIAL = re.compile(r"\s?(?:규모|크기|급)?의?\s?모델(?:들)?(?:로|에서|을 대상으로)\s(?:테스트|실험|시험)")


def _remembered(case: Case, owner: Owner) -> Name | None:
    """Return the model named before: one that is there keeps its name, one still to come has none yet."""
    thing = case.memory.by_company.get(owner.company)
    sized = case.metric == "parameters" and thing is not None and thing.sort == "service"
    if sized or _ON_TRIAL.match(case.sentence, case.quantity.end):
        return None  # '바르코 사운드는 …. 1000억 파라미터급 AI를 개발한 NC AI는': no size of a service
    told = case.memory.release
    awaited = thing and told and (thing.id or thing.text, thing.version) in told.things
    if case.planned and not awaited and not _THIS_MODEL.search(case.sentence):
        return None
    return thing


_MADE = re.compile(
    r"(?P<name>[A-Za-z가-힣][A-Za-z가-힣0-9]*)(?:\([^)]*\))?[을를] (?:만든|개발한|운영하는|운영 중인|서비스하는|내놓은)\s$"
)
_SINCE_LAUNCH = re.compile(r"출시(?:한 지)?\s?[^,.]{0,8}만에")


def _product(case: Case, owner: Owner) -> Name | None:
    """Return the service whose users or sales these are: 'the maker of 커서', or what has been out for so many months."""
    maker = next((n for n in case.left(case.companies) if n.company == owner.company), None)
    made = _MADE.search(case.sentence, 0, maker.start) if maker else None
    if made:
        return spelt(made)
    service = case.memory.by_company.get(owner.company)
    if service is not None and service.sort != "service":
        service = None
    about = case.memory.about
    if case.metric == "users" and about is not None and about.company == owner.company and about.sort == "model":
        service = about  # '제미나이가 몸집을 불렸다. 월간 이용자가 …'
    told = case.memory.thing
    if service is None and told and told.sort == "model" and dict(case.memory.last).get("person") == "users":
        service = told if told.company == owner.company else None  # '제미나이 이용자 수가 드러났다. 월간 이용자는 …'
    if _SINCE_LAUNCH.search(case.sentence[: case.quantity.start]):
        return service or maker
    return service if case.metric == "users" else None
