"""
Find organisations that the catalogue does not know.

A stranger that is the subject of a clause owns its figures: not to know it would give them to the last name that is known.
Where the text writes its Latin name in brackets ('하비'(Harvey)는), the id is made of that; else it has none and blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from monitor.korean.names import PARTICLES, Name

_NOMINATIVE = r"(?:(?:은|는|이|가|도|의)(?=[\s,]|$)|\s역시(?=\s))"
# start-up, company, developer …: a kind of organisation before a name makes the next word its name
_KIND = r"(?:스타트업|기업|업체|회사|개발사|운용사|플랫폼|유니콘|팹리스|통신사|제조사|빅테크|벤처)"
_APPOSITION = re.compile(
    rf"{_KIND}(?:인|\s중\s하나인)?\s['\"‘“]?(?P<name>[가-힣A-Za-z][가-힣A-Za-z0-9.&·]{{1,14}}?(?:\s?AI)?)['\"’”]?"
    rf"(?:\s?[(（](?P<latin>[A-Za-z][A-Za-z0-9 .&-]{{1,30}})[)）])?(?:{_NOMINATIVE}|(?=['’”]))"
)
_LATIN_GLOSS = re.compile(
    r"['\"‘“]?(?P<name>[가-힣][가-힣A-Za-z0-9]{1,14})['\"’”]?\s?[(（](?P<latin>[A-Z][a-z][A-Za-z0-9 .&-]{1,30})[)）]['\"’”]?"
    rf"{_NOMINATIVE}"
)
# bank, securities, university, city, institute …: the shape of a Korean organisation's name
_SHAPE = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z]{1,12}(?:대학교|대학|과기대|공대|공과대|(?<=[가-힣]{2})대|과기원|증권|은행|전자|화학|중공업|건설|제약|바이오|홀딩스|"
    r"광역시|특별시|특별자치도|시|군|도청|시청|협회|연구원|연구소|재단|공사|공단|진흥원|테크|테크놀로지|소프트|컨소시엄|랩스|랩|시스템즈|시스템|"
    r"솔루션즈|솔루션|네트웍스|네트워크스|인터내셔널|벤처스|캐피털|캐피탈|자산운용|로보틱스|모터스|에너지|에너지솔루션|이노베이션|그룹|컴퍼니|AI))"
    rf"['\"’”]?(?:\s?[(（](?P<latin>[A-Za-z0-9 .&-]{{2,30}})(?:[·,/][^)）]{{1,20}})?[)）])?{_NOMINATIVE}"
)
_NO_NAME = frozenset(
    "이번 동시 다시 반드시 역시 당시 즉시 잠시 몇시 필요시 출시 전시 도시 제시 표시 지시 공시 게시 생성형AI 초거대AI 국내AI 이들 그룹 그 이 관계사 협력사 각사 양사 "
    "해당기업 생성AI 글로벌 AI 소버린AI 대기업 중소기업 국내기업 해외기업 연구소 연구원 협회 정부 전자 에너지 시스템 솔루션 테크 개발 인공지능 독자AI 이어 통해 제품군 모델군 기업군 상품군 직군 인재군".split()
)


# value, side, insiders, customers, plural …: a common noun behind 기업 or 회사 is no name
_COMMON = re.compile(
    r"^(?:가치|기업\s?가치|몸값|연매출|측|공개|관계자|대표|중|고객|시장|전략|인수|임원|간|특성|규모|입장|내부|전체|최초|매출|투자|들|설립|수|이|그룹|가운데)"
)
# tech companies, start-ups, universities, five firms …: a subject that is many, or nobody in particular
_MANY = re.compile(
    rf"(?P<name>(?:몇몇|일부|여러|많은|주요)\s(?:[가-힣A-Za-z]{{1,8}}\s)?[가-힣A-Za-z]{{0,8}}(?:기업|업체|회사|스타트업|기관)|"
    rf"(?<![가-힣])(?!투자자들(?:이\s(?:매긴|인정한|평가한)|은\s(?:[가-힣]{{1,6}}\s){{0,2}}(?:기업\s?가치|몸값)))(?!(?:시장)?(?:조사|분석)(?:업체|회사|기관))[가-힣]{{1,8}}(?:들|업계|업체|빅테크|테크기업|\s?\d개?사)){_NOMINATIVE}|(?P<sum>(?<!의\s)(?:총|전체)\s(?!거래|인수|계약|사업|프로젝트)[가-힣 ]{{2,12}}(?:액|규모)){_NOMINATIVE}"
)
# Newspapers, agencies, brokers, officers: they tell of others' figures, and own none.
TELLER = re.compile(
    r"저널|타임스|통신|뉴스|블룸버그|로이터|포브스|포천|일보|신문|방송|증권|투자은행|리서치|애널리스트|최고[가-힣]*책임자|최고경영자|부처|"
    r"증권사|시장조사|애널리시스|스탠리|골드만|가트너|매체|외신|업계|금융권|공식|전문가"
)

# '반도체 분석 회사인 …': whose trade is to tell of others
_ANALYSES = re.compile(r"(?:분석|조사|컨설팅|리서치)\s?(?:업체|회사|기업|기관)(?:인)?\s['\"‘“]?$")


def find_strangers(sentence: str, known: Iterable[Name]) -> list[Name]:
    """Return organisations that the catalogue lacks and that are a subject in *sentence*; none overlaps a *known* name."""
    taken = [(name.start, name.end) for name in known]
    found: list[Name] = []
    for shape in (_APPOSITION, _LATIN_GLOSS, _SHAPE):
        for match in shape.finditer(sentence):
            start, end = match.span("name")
            if (
                match["name"] in _NO_NAME
                or match["name"].endswith("에")  # '유니콘 반열에도'
                or _COMMON.search(match["name"])
                or _ANALYSES.search(sentence, max(0, start - 12), start)
                or TELLER.search(match["name"])
                or any(a < end and start < b for a, b in taken)
            ):
                continue
            taken.append((start, end))
            found.append(_stranger(sentence, match))
    for match in _MANY.finditer(sentence):
        start, end = match.span("name") if match["name"] else match.span("sum")
        known_to_us = _US.match(match.group()) or (match["name"] and _TELLERS.search(match["name"]))
        of_a_purpose = _SO_THAT.match(sentence, match.end())  # '직원들이 마음껏 쓰도록': for whom, not who
        if not known_to_us and not of_a_purpose and not any(a < end and start < b for a, b in taken):
            found.append(Name("company", "", "", sentence[start:end], start, end, match.end(), match.group()[-1]))
    return found


# '로봇 스타트업 리얼핸드(RealHand Robotics)가': from here on 리얼핸드 is a company
_INTRODUCED = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣][가-힣A-Za-z0-9]{1,14})['\"’”]?\s?"
    r"[(（](?P<latin>[A-Z](?=[A-Za-z0-9 .&-]*[a-z])[A-Za-z0-9 .&-]{1,30})[)）]['\"’”]?"
    r"(?P<subject>(?:은|는|이|가|도)(?=[\s,]))?(?!\s?(?:대표|CEO|교수|연구원|최고|창업자|회장|박사|씨))"
)
_OF_A_KIND = re.compile(rf"{_KIND}[^.]{{0,16}}$")


def introduced_in(sentence: str, known: Iterable[Name]) -> dict[str, str]:
    """Return organisations that *sentence* introduces with their Latin names: {'리얼핸드': 'realhand-robotics'}."""
    taken = [(name.start, name.end) for name in known]
    return {
        found["name"]: slug(found["latin"])
        for found in _INTRODUCED.finditer(sentence)
        if (found["subject"] or _OF_A_KIND.search(sentence, max(0, found.start() - 30), found.start()))
        and not any(a < found.end("name") and found.start() < b for a, b in taken)
    }


def recalled(sentence: str, introduced: Mapping[str, str], known: Iterable[Name]) -> list[Name]:
    """Return the mentions of organisations that were introduced before; none overlaps a *known* name."""
    taken = [(name.start, name.end) for name in known]
    return [
        Name("company", "", company, found["name"], *found.span("name"), found.end(), found["particle"] or "")
        for name, company in introduced.items()
        if name in sentence
        for found in re.finditer(_MENTION.format(re.escape(name)), sentence)
        if not any(a < found.end("name") and found.start() < b for a, b in taken)
    ]


_MENTION = (
    r"(?<![가-힣A-Za-z0-9])(?P<name>{})['\"’”]?(?:\s?[(（][^)）]{{1,30}}[)）])?['\"’”]?"
    r"(?P<particle>은|는|이|가|도|의|에는|에서|에|와|과|로|을|를)?(?![가-힣])"
)
_SO_THAT = re.compile(r"[^,.]{0,30}도록[\s,]")
_TELLERS = re.compile(r"(?:외신|매체|전문가|업계|언론|증권사)(?:들|계)?$")
# what brackets abbreviate without naming anybody: venture capital, private equity, a bank …
_ABBREVIATIONS = frozenset("VC CVC AC PE PEF IB LP GP SI FI IT ICT SW SPC OTT MSP CSP CP AI LLM".split())
_US = re.compile(r"우리|이들")  # we, they: those of the sentence before


def _stranger(sentence: str, match: re.Match[str]) -> Name:
    start, end = match.span("name")
    tail = match.end()
    particle = sentence[tail - 1] if sentence[tail - 1] in "은는이가도의" else _particle_at(sentence, tail)
    if match.group().endswith("역시"):
        particle = "도"
    latin = match.groupdict().get("latin")
    company = slug(latin) if latin and latin not in _ABBREVIATIONS else ""
    return Name("company", "", company, match["name"], start, end, tail, particle)


def _particle_at(sentence: str, at: int) -> str:
    rest = sentence[at:].lstrip("'\"’”")
    return next((p for p in sorted(PARTICLES, key=len, reverse=True) if rest.startswith(p)), "")


def slug(latin: str) -> str:
    """Return the id of an organisation by its Latin name: 'Scale AI' → 'scale-ai'."""
    return re.sub(r"[^a-z0-9]+", "-", latin.lower()).strip("-")


def as_introduced(names: list[Name], called: dict[str, Name]) -> list[Name]:
    """
    Return *names*, an ambiguous one as the article introduced it: after 'AI 칩 스타트업 그록(Groq)', 그록 is no model of xAI.

    *called* keeps who was introduced under which short name; it grows from sentence to sentence.
    """
    for name in names:
        short = name.text.split("(")[0].split(" ")[-1]
        if name.kind == "company" and short not in {name.text, ""}:
            called.setdefault(short, name)
    return [
        replace(name, kind=as_.kind, id=as_.id, company=as_.company, sort="")
        if (as_ := called.get(name.text)) and as_.company != name.company
        else name
        for name in names
    ]
