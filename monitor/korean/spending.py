"""Say what money is spent on: who gets it, what is bought, the site, programme or field that it is for; or nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from monitor.korean.cases import BID, Case, Owner
from monitor.korean.deals import speaks_of_deal
from monitor.korean.names import Name, spelt
from monitor.korean.neighbours import model_made
from monitor.korean.sites import NEAR, holds_quantity, is_within, site_remembered, undertaking_of
from monitor.korean.undertakings import is_plain

_SITES = frozenset({"facility", "programme", ""})
_BUYS = re.compile(r"인수|매입|(?<![가-힣])사들|지분")
_OBJECT = re.compile(
    r"(?<![가-힣A-Za-z0-9])['‘“\"]?(?P<name>(?!지분|주식|보통주|소식통|관계자|보도|재원|자산|금액|약속|계약|투자|현금|회사|기업|스타트업|업체|잔금|자금|사업|이를|것|규모)"
    r"[A-Za-z가-힣][A-Za-z가-힣0-9·]*(?:\s(?:AI|랩스|Labs))?)['’”\"]?(?:\s?\([^)]{1,30}\))?(?:의?\s?지분\s?(?:\d+(?:\.\d+)?%)?)?[을를]\s"
)


def paid_for(case: Case, owner: Owner) -> Name | None:
    """Return what money is spent on: who gets it (에), what is bought (를), the site or programme of the sentence or before."""
    if owner.subject is not None and owner.subject.company != owner.company:
        return owner.subject  # each of a list of undertakings has its own
    clause = [n for n in case.names if case.clause.start <= n.start < max(case.clause.end, case.quantity.end + NEAR)]
    told = _goes_to(case, clause) or _payee(case, owner, clause)
    if told is not None:
        return told
    if _BUYS.search(case.sentence, case.clause.start):
        return _bought(case, owner)
    before = case.sentence[case.clause.start : case.quantity.start]
    if share := _share_named(case, clause):
        return share
    if of_which := _OF_WHICH.search(before) or _ON_A_FIELD.fullmatch(before.lstrip()):
        return _share(case, clause, of_all=of_which.re is _OF_WHICH)
    if owner.subject is not None and owner.subject.sort in _SITES:
        return owner.subject
    if trained := _trained(case, owner):
        return trained
    sites = [n for n in clause if n.kind == "thing" and n.sort in _SITES and is_within(case, n)]
    if sites:
        return min(sites, key=lambda n: abs(n.start - case.quantity.start))
    goes_on = _goes_on(case, owner) and not _ON_IN_GENERAL.search(before)
    site = undertaking_of(case) or (site_remembered(case, owner) if goes_on else None)
    named = site or _of_a_deal(case, owner) or _spent_on(case)
    part = named and (_LISTED.match(case.sentence, case.quantity.end) or _ALONE.match(case.sentence, named.end))
    return _as_a_share(named) if named and part else named


# 'AI 데이터센터에 5조8000억원, 로봇 공장에 4000억원': the first of the parts of a sum
_ALONE = re.compile(r"['’]?에만\s")  # 'AI 데이터센터에만 5조8000억원'
_LISTED = re.compile(r",\s[^,.\d]{2,16}에(?:는|도)?\s(?:약\s|총\s)?\d")


_ON_IT = re.compile(r"['’”]?에(?:만|는)?\s(?:약\s|총\s)?")  # 'V3에 5억 달러 이상을 썼을 것'
_KNOWN_FOR = re.compile(r"\d[^.]*다고\s(?:밝힌|알린|주장한|발표한|공개한)\s")


def _trained(case: Case, owner: Owner) -> Name | None:
    """Return the model of *owner* whose training or making took the sum."""
    known = _KNOWN_FOR.search(
        case.sentence, 0, case.quantity.start
    )  # 'V3에 557만 달러를 썼다고 밝힌 딥시크는 5억 달러를'
    after = known.end() if known and any(n.start == known.end() for n in case.companies) else 0
    told = [n for n in case.names if after <= n.start < case.quantity.start and _TRAINS.match(case.sentence, n.end)]
    told += [
        n
        for n in case.left(list(case.names))
        if n.sort == "model" and _ON_IT.fullmatch(case.sentence, n.end, case.quantity.start)
    ]
    models = (n for n in (*told, model_made(case)) if n and n.kind == "thing" and n.company == owner.company)
    if (model := next(models, None)) or not _TRAINING_COST.search(case.sentence):
        return model
    before = (n for n in case.left(list(case.names)) if n.sort == "model" and n.company == owner.company)
    return next(before, None) or case.memory.model_of(owner.company)


def _share(case: Case, names: list[Name], *, of_all: bool) -> Name | None:
    """Return the site or field that a share is for; one *of_all* that was told goes to the site that is named."""
    told = [n for n in names if n.sort in {"facility", "programme"} and n.end <= case.quantity.start]
    sites = [n for n in told if is_within(case, n)] if of_all else []
    sites = sites or [n for n in names if _ON_IT_BEHIND.fullmatch(case.sentence, case.quantity.end, n.start)]
    share = sites[-1] if sites else _spent_on(case, of_all=of_all)
    return _as_a_share(share) if share and of_all else share


_ON_IT_BEHIND = re.compile(r"(?:\([^)]*\))?[을를]\s['‘“]?")  # '그 가운데 5000억 달러를 '스타게이트'에'


def _as_a_share(name: Name) -> Name:
    """Return *name* as what a share is told by: 'AI 데이터센터 몫' (the share of), where it is no more than that."""
    return replace(name, text=f"{name.text} 몫") if not name.id and is_plain(name.text) else name


def _of_a_deal(case: Case, owner: Owner) -> Name | None:
    """Return what the deal that was told before is for, when the sentence goes on with it."""
    deal = case.memory.deal
    return deal.target if deal and deal.payer == owner.company and speaks_of_deal(case.sentence) else None


# 'AI 생태계 구축에 5년간 15억 달러를', '650억달러를 AI 인프라에': the noun before 에 (on), without the deed
_ON = re.compile(
    r"(?P<name>(?:[가-힣A-Za-z0-9·()]+(?<![은는이가을를에로서며고한된])(?<![위통대]해)(?<!맞춰)(?<!따라)\s){0,2}['‘]?[가-힣A-Za-z0-9·()]+['’]?)(?:에|에는|에만|에도)\s"
    r"(?:(?:향후|앞으로|올해|내년|총|약|최대|모두|추가로)\s|\S*(?:년간|까지|동안|부터)\s)*$"
)
# '내년 제조 AI 대전환에 투입할 예산은 당초 5000억원에서'
_ON_OUTLAY = re.compile(
    r"(?P<name>(?:[가-힣A-Za-z0-9·()]+(?<![은는이가을를에로서며고한된])\s){0,2}[가-힣A-Za-z0-9·()]+)에\s"
    r"(?:투입|투자|지원|들어가|들이|쏟|쓰)?[가-힣]{1,2}\s(?:예산|돈|금액|사업비|자금|투자액)(?:은|는|이|을|를)\s"
    r"(?:(?:당초|기존|애초)\s|[\d.,]+[억조](?:\s?\d+억)?\s?(?:원|달러)?에서\s){1,2}$"
)
_ON_BEHIND = re.compile(
    r"(?:\s?규모)?[을를]\s['‘“]?(?P<name>(?:[가-힣A-Za-z0-9·()]+(?<![은는이가을를에로서며고한된])(?<![위통대]해)\s){0,2}[가-힣A-Za-z0-9·()]+)['’”]?에\s"
    r"(?:투자|투입|쓰|쓴|쓸|넣|들이|들인|붓|부|쏟|베팅|집행)"
)
_FIELD = re.compile(r"\s(?:분야|부문|산업|사업)$")
_DEED = re.compile(
    r"\s?(?:연구\s?개발|연구·개발|R&D|설비\s?투자|시설\s?투자|자본\s?(?:적\s?)?지출|인프라\s?투자|개발|구축|조성|확충|고도화|분야|부문|확보|육성|사업|건설|강화|구매|구입|하나|도입|투자|임차)$"
)
# 'for', 'over', 'by', 'a year': the end of a time before the name, '3년 동안 AI 인프라에'
_IN_QUOTES = re.compile(r"['‘“](?P<name>[^'’”\"‘“]{5,30}\s[^'’”\"‘“\s]{2,})['’”]$")
_WHEN = re.compile(
    r"(?:(?:\S*(?:년간|개월간|동안|걸쳐|까지|부터|안에|이내에?|해마다)|(?:올해|내년)(?:에만|에는|에도|에|엔)?|그해|이듬해|향후|앞으로|매년|연간|한 해|해|당장|우선|지난해|작년|전|석 달간|\S*\d[월년]|\S*\)|\S*(?:분기|반기|달간))\s)+"
)
_NO_SUBJECT = frozenset(
    "AI|인공지능|인공지능(AI)|GPU|반도체|연구|모델|칩|AI 인프라|컴퓨팅 인프라|AI 컴퓨팅 인프라|AI 컴퓨팅".split("|")
)  # what everybody spends on
_OF_OURS = re.compile(r"AI|인공지능|LLM|모델|데이터센터|GPU|컴퓨팅|클라우드|반도체|칩|연구")


# 'of which': '이 가운데 AI 분야에는 30조원을', '이 중 10조원은'
_OF_WHICH = re.compile(
    r"(?:^|[\s(])(?:(?:이|그|전체|총액)\s?|[\d.,]+[조억](?:\s?\d+억)?\s?(?:원|달러)\s)(?:가운데|중(?:에서)?)(?:\s|,)"
)
# 'on AI, so much': a share of a fund or a programme, for a field, and no new amount of it
_ON_A_FIELD = re.compile(
    r"(?:[^,.\d]{0,12}(?:펀드|기금|추경|예산)(?:으로|로|에서)\s|(?:[^,.\d]{0,12}\s)?정부(?:는|가)\s(?:[^,.]{1,12}(?:년간|동안|까지|걸쳐)\s)?)?['‘“\"]?(?:AI|인공지능(?:\(AI\))?|반도체|AI\s?반도체|AI[·와과]\s?반도체)(?:\s(?:분야|부문|산업))?(?:에|에는|에만|에만도)\s(?:[^\d,.]{0,8}\s)?$"
)


_AMONG = re.compile(r"(?:[이그]\s?)?(?:가운데|중(?:에서)?)\s")


def _spent_on(case: Case, *, of_all: bool = False) -> Name | None:
    """Return the noun that money is spent on; a share *of_all* is known by its field: 'AI 분야'."""
    ahead = (case.clause.start, case.quantity.start)
    found = (
        _ON.search(case.sentence, *ahead)
        or _ON_OUTLAY.search(case.sentence, *ahead)
        or _ON_BEHIND.match(case.sentence, case.quantity.end)
    )
    if not found or not _OF_OURS.search(found["name"]):
        return None
    start, end = found.span("name")
    if quoted := _IN_QUOTES.search(case.sentence, 0, end):
        return Name("thing", "", "", quoted["name"], *quoted.span("name"), quoted.end())
    when = _WHEN.match(found["name"])
    start += when.end() if when else 0
    among = _AMONG.match(found["name"])  # '150조원 가운데 AI 분야에'
    if (of_all or among) and _FIELD.search(found["name"]):
        field = case.sentence[found.start("name") + among.end() if among else start : end].strip("'‘’")
        return Name("thing", "", "", field, end - len(field), end, end)
    start += among.end() if among else 0
    end -= len(found["name"]) - len(_DEED.sub("", found["name"]))
    if _names_nothing(case.sentence[start:end].strip("'‘’")) or found["name"].endswith(" 등"):  # and so on
        return None
    return Name("thing", "", "", case.sentence[start:end].strip("'‘’"), start, end, end)


# 'AI 인프라에 모두 1조4000억 달러를', '올해 AI 예산은': all of it, whatever part was told of before
_ON_IN_GENERAL = re.compile(
    r"(?:올해|내년)\s(?:전체\s|총\s)?(?:AI|인공지능)\s(?:전체\s|총\s)?예산[은이을]\s[^.]*$|(?:AI|인공지능|컴퓨팅)\s(?:컴퓨팅\s)?인프라(?:에|에만|에는)\s(?:\S*(?:년간|까지|동안|걸쳐)\s|모두\s|총\s|약\s)*$"
)


def _names_nothing(text: str) -> bool:
    """Tell whether *text* is what everybody spends on, or several of it: '서버와 AI 데이터센터'."""
    parts = _JOINED.split(text)
    return all(part in _NO_SUBJECT or (len(parts) > 1 and (is_plain(part) or part in _PARTS)) for part in parts)


_JOINED = re.compile(r"(?:와|과|·|,|\s및)\s?")
_PARTS = frozenset(
    {"서버", "인프라", "클라우드", "데이터센터", "장비", "네트워크", "AI 인프라", "AI 서버", "로봇", "수소", "모빌리티"}
)


def _goes_on(case: Case, owner: Owner) -> bool:
    """Tell whether money may be that of the site or programme before: a word of one, or a ministry that has one."""
    programme = case.memory.programme
    return (
        bool(_OF_A_SITE.search(case.sentence))
        or case.memory.corrects
        or (programme is not None and programme.company == owner.company)
    )


# '5조8000억원은 AI 데이터센터를 짓는 데 쓴다', '… 데이터센터에 들어간다', '… 데이터센터 몫이다'
_GOES_TO = re.compile(
    r"[은이]\s['‘“]?(?P<name>(?:[가-힣A-Za-z0-9·]+(?<![을를는은])\s){0,3}[가-힣A-Za-z0-9·]+?)(?<!\s등)['’”]?"
    r"(?:에(?:는|만)?\s(?:들어|쓰|쓴|씁|쓸|투자|투입|배정|돌아)|[을를]\s(?:짓|세우|구축하|조성하|만드|키우)는\s?데(?:에|만)?\s|\s몫(?:이|으로))"
)


def _goes_to(case: Case, names: list[Name]) -> Name | None:
    """Return what a sum told before goes to, behind it."""
    found = _GOES_TO.match(case.sentence, case.quantity.end)
    if not found or found["name"] in _NO_SUBJECT or not _OF_OURS.search(found["name"]):
        return None
    start, end = found.span("name")
    known = (n for n in names if n.kind == "thing" and n.sort in _SITES and n.start < end and start < n.end)
    return next(known, _as_a_share(Name("thing", "", "", found["name"], start, end, end)))


def _share_named(case: Case, names: list[Name]) -> Name | None:
    """Return the field whose share an amount is, or what stands in quotes right before it; the catalogue's name first."""
    before = case.sentence[case.clause.start : case.quantity.start]
    found = _ITS_SHARE.search(before) or _ON_QUOTED.search(before) or _QUOTED_SUM.search(before)
    if not found:
        return None
    start, end = (case.clause.start + at for at in found.span("name"))
    known = (
        n
        for n in names
        if n.kind == "thing"
        and n.sort in _SITES
        and n.start < end
        and start < n.end
        and not _PART_OF.search(found["name"])
    )
    return next(known, Name("thing", "", "", found["name"], start, end, end))


_PART_OF = re.compile(r"[가-힣A-Za-z]\s(?:AI|인공지능|반도체)\s(?:분야|부문|몫|계정)$")  # '국민성장펀드 AI 분야'
# 'AI 분야 몫이 30조원으로': a field's share of it; ''데이터 지원'에는 628억원을': what is in quotes right before
_ITS_SHARE = re.compile(
    r"(?<![가-힣A-Za-z])(?P<name>(?:AI|인공지능|반도체)(?:\s(?:분야|부문|산업))?)['’”]?"
    r"(?:에\s(?:투자할|투입할|쓸|갈|돌아갈|들어갈)\s(?:몫|돈|금액|예산)|(?:의)?\s몫)(?:은|이|만|도|으로)?\s(?:\S*(?:년간|까지|동안)\s)?(?:약\s|총\s|모두\s)?$"
)
# ''GPU 지원' 1500억원과 '데이터 지원' 628억원을': its name right before each
_QUOTED_SUM = re.compile(
    r"['‘“](?P<name>[가-힣A-Za-z0-9 ]{2,20}(?:지원|사업|확보|구축|개발|분야|부문))['’”]\s(?:약\s)?$"
)
_ON_QUOTED = re.compile(
    r"['‘“](?P<name>[^'’”\"‘“]{2,30})['’”]에(?:는|만|도)?\s(?:(?:따로|총|약|올해|내년|모두|향후|앞으로|배정된|배정한|돌아갈|돌아가는|투자할|투입할|투입되는|쓸|쓰는)\s|(?:\S+\s){0,2}\S*(?:까지|년간|동안|걸쳐)\s)*$"
)
_TRAINS = re.compile(
    r"['’”]?(?:\s모델)?(?:을|를|의|은|는|이|가)?\s?(?:총\s|전체\s|AI\s)?(?:학습|훈련|개발|가르치)|에\s(?:쓴|들인|든|들어간|투입한|투입된)\s"
)  # what a model cost
_TRAINING_COST = re.compile(
    r"(?:학습|훈련)\s?(?:비용|비)(?=[은는이가을를에만\s]|으?로)"
)  # '학습 비용으로는', '훈련비가'
_OF_A_SITE = re.compile(
    r"이곳|여기에|시설|짓는|예산|사업비|건립비|투자비|건설|구축|완공|준공|착공|개소|사업|과제|센터|프로젝트|차\s?연도|차년도|공사|국비|건립|것을\s(?:약\s)?\d"
)


def _payee(case: Case, owner: Owner, names: list[Name]) -> Name | None:
    fit = [
        n
        for n in names
        if (n.particle in {"에", "에게", "에는", "에만"} or _ITS_ARM.match(case.sentence, n.tail))
        and n.company != owner.company
        and not case.sentence.startswith("제안", n.tail + 1)  # '48조원에 사겠다고 구글에 제안': who is asked
        and not n.text.endswith(("시", "군", "도"))  # '세종시에 각 세종을 짓는다': where, and not who
        and not holds_quantity(case, n.end, case.quantity.start)
    ]
    return min(fit, key=lambda n: abs(n.start - case.quantity.start), default=None)


_ITS_ARM = re.compile(r"(?<=의)\s(?:[가-힣]{2,4}\s)?(?:자회사|법인|계열사|부문)에\s")  # '오픈AI의 영리 자회사에'


def _bought(case: Case, owner: Owner) -> Name | None:
    """Return the company that is bought: '인터섹트를 현금 47억5000만달러에 인수', '오픈AI 지분 10%', 'A, B 40억 달러에 인수'."""
    end = case.quantity.start
    others = [n for n in case.names if n.company != owner.company and n.kind != "person" and n.end <= end]
    if BID.match(case.sentence, case.quantity.end):
        told = [n for n in case.names if n.kind != "thing" and n.company not in {"", owner.company}]
        return min(told, key=lambda n: (n.particle not in {"은", "는"}, abs(n.start - end)), default=None)
    objects = [n for n in others if n.particle in {"을", "를"} or case.sentence.startswith((" 지분", "의 지분"), n.end)]
    if objects:
        return objects[-1]
    unknown = list(_OBJECT.finditer(case.sentence[:end]))
    if unknown:
        return spelt(unknown[-1])
    return next((n for n in reversed(others) if n.particle == "" and end - n.tail <= 1), None)
