"""Find the site or programme that a quantity speaks of: in its sentence, or remembered from those before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from monitor.korean.cases import NO_MORE, STATE, Case, Memory, Owner, is_compared
from monitor.korean.names import Name
from monitor.korean.undertakings import is_of_a_ministry, is_plain
from monitor.model import Quantity

NEAR = 60  # characters between a quantity and the site or programme that it speaks of
_LEADING = re.compile(
    r"^(?:\S*(?:년간|개월간|시간\)|급|짜리|규모의?|키워|위해|통해|들여|쏟아|(?:투입|투자|활용|확보|조성)해|갖춰|지어|함께|최대|총)\s)+"
)


def undertaking_of(case: Case) -> Name | None:
    """Return the nearest site or programme of the sentence: none behind the clause, none that another quantity is nearer to."""
    fit = [u for u in _trimmed(case) if is_within(case, u) and not _is_anothers(case, u)]
    nearest = min(fit, key=lambda u: abs(u.start - case.quantity.start), default=None)
    sites = [n for n in case.names if n.sort == "facility"]
    known = (n for n in sites if nearest and n.start < nearest.end and nearest.start < n.end)
    return next(known, nearest)  # the catalogue's name of it, if it has one


def _trimmed(case: Case) -> Iterator[Name]:
    """Yield the undertakings of the sentence without words that are no part of their names."""
    for name in case.undertakings:
        overlaps = name.start < case.quantity.end and case.quantity.start < name.end
        start = case.quantity.end if overlaps else name.start
        lead = _LEADING.match(case.sentence[start : name.end])
        start += lead.end() if lead else 0
        if case.sentence.find(")", start, name.end) >= 0 > case.sentence.find("(", start, name.end):
            start = (
                case.sentence.index(")", start) + 1
            )  # '인공지능(AI) 연구개발(R&D) 신사업': the bracket began before it
        start += len(case.sentence[start : name.end]) - len(case.sentence[start : name.end].lstrip("급 의규모'‘·"))
        firm = next((n for n in case.companies if n.start == start and n.end < name.end), None)
        plain = firm is not None and is_plain(case.sentence[firm.tail : name.end].strip())  # '네이버 데이터센터'
        if name.end - start >= _LEAST_NAME and not plain:
            yield replace(name, text=_MARKS.sub("", case.sentence[start : name.end]), start=start)


_MARKS = re.compile(r"['‘’“”\"]")


# 'GPU 임차 지원 사업의 우선협상대상자가 된 SK텔레콤': it only says who the firm is
_IS_CALLED = re.compile(r"['’]?(?:의|에)\s[^,.\d]{0,24}(?:된|뽑힌|선정된|맡은|참여한|따낸|나선)\s")


_IS_WHERE = re.compile(
    r"['’]?에\s(?:들어선|위치한|자리한|자리\s?잡은)\s"
)  # '…캠퍼스에 들어선 이 건물에': where it stands


def _is_anothers(case: Case, name: Name) -> bool:
    """Tell whether a list goes on with another company before *name*: '퀀텀일레븐 1.3GW·삼성SDS 데이터센터'."""
    after = case.quantity.end + 1
    if _IS_WHERE.match(case.sentence, name.end):
        return True
    if any(_IS_CALLED.fullmatch(case.sentence, name.end, n.start) for n in case.left(case.companies)):
        return True
    goes_on = case.sentence.startswith("·", case.quantity.end) and any(n.start == after for n in case.companies)
    return goes_on and name.start >= case.quantity.end


_LEAST_NAME = 5  # syllables and spaces of a name: 'AIDC' alone says nothing of which


def is_within(case: Case, name: Name) -> bool:
    """Tell whether *name* is near the quantity, with no other quantity between them."""
    quantity = case.quantity
    if name.start >= quantity.end:
        between = (quantity.end, name.start)
        bare = not holds_quantity(case, *between) or _CHAIN.fullmatch(case.sentence, *between)
        if _NEXT_SUM.match(case.sentence, name.end) and ", " in case.sentence[quantity.end : name.start]:
            return False
        near = name.start < min(case.clause.end, quantity.end + NEAR) and bool(bare)
        return near and not any(
            n.particle in {"이", "가", "은", "는"} and n.company != name.company
            for n in case.companies
            if quantity.end <= n.start < name.start
        )
    return quantity.start - name.start < NEAR and not holds_quantity(case, name.end, quantity.start)


_NEXT_SUM = re.compile(
    r"['’]?(?:[을를]\s(?:짓|세우|구축하|조성하)는\s데|에)(?:만|는|도)?\s(?:약\s|총\s)?\d"
)  # '…, A를 짓는 데만 5조8000억원'
# 'GPU 1만장을 갖춘 20메가와트 규모의 전남 데이터센터': both are the site's
_CHAIN = re.compile(
    r"[을를이가]?\s?(?:갖춘|품은|들어갈|들어가는|설치할|탑재한)\s\S{1,14}\s?(?:규모의|급의?|짜리)\s['‘]?"
)


def holds_quantity(case: Case, start: int, end: int) -> bool:
    """Tell whether another quantity stands between, other than what this one replaces (298억원에서 752억원으로)."""
    told = (o for o in case.others if not case.sentence.endswith(("곳", "군데"), o.start, o.end))  # '센터 한 곳에'
    return any(start <= o.start < end and not NO_MORE.match(case.sentence, o.end) for o in told)


def site_remembered(case: Case, owner: Owner) -> Name | None:
    """Return the site or programme of the sentences before, when nothing says that the talk has moved on."""
    site, memory = case.memory.site, case.memory
    whole = _WHOLE.search(case.sentence, 0, case.quantity.start) and _SHARE.match(case.sentence, case.quantity.end)
    if (
        whole
        or _ALL_OF_A_YEAR.search(case.sentence, case.clause.start, case.quantity.start)
        or _BUILDS_ANOTHER.search(case.sentence)
        or _APART.search(case.sentence, 0, case.quantity.start)
        or _BUT.match(case.sentence)
        or _OF_THE_GOAL.match(case.sentence, case.quantity.end)
        or (case.metric == "gpus" and _ALL_TOLD.search(case.sentence, case.clause.start, case.quantity.start))
        or tells_of_the_nation(case)
        or (case.metric == "gpus" and (_is_from_a_seller(case, owner) or _is_beside_the_site(case)))
    ):
        return None
    if meant := _this_one(case) or _this_place(case) or of_its_place(case):
        return meant
    if meant := _paid_for_with_it(case):
        return meant
    if site is None and memory.programme is not None and memory.programme.company == owner.company:
        site = memory.programme  # an article on a ministry's programme goes on about it
    if site is None or (site.company and owner.company not in {site.company, *site.partners}):
        return None
    partner = owner.company in site.partners and memory.site_age == 0
    run_by_it = site.sort == "programme" or (memory.of_state and is_of_a_ministry(site.text))
    of_state = run_by_it and site.company in {"", STATE} and owner.company == STATE
    goes_on = partner or of_state or owner.company == memory.company
    return site if goes_on or _THIS_PLAN.search(case.sentence) else None


def tells_of_the_nation(case: Case) -> bool:
    """'정부 전체로는 2030년까지 GPU 5만장을': what all of a nation is to have, and no site of it."""
    return bool(_OF_THE_NATION.search(case.sentence, case.clause.start, case.quantity.end))


def _is_beside_the_site(case: Case) -> bool:
    """'센터는 1만5000장을 확보한다. 정부는 2030년까지 5만장을': what a state has, told after what its site has."""
    told = dict(case.memory.last).get("count") == case.metric
    state = any(n.company == STATE and n.particle in {"은", "는", "가", "이"} for n in case.left(case.companies))
    return told and state and not _AS_IT_WAS.search(case.sentence)


_AS_IT_WAS = re.compile(r"당초|기존|애초|이를|센터|시설")
_FROM = re.compile(r"(?:로부터|에서|에게서|한테서)(?:는|도|만)?\s[^,.\d]{0,16}")


def _is_from_a_seller(case: Case, owner: Owner) -> bool:
    """'네이버는 엔비디아에서 GPU 6만장을 들여온다': all that a firm gets of another, and not what its site holds."""
    sellers = (n for n in case.left(case.companies) if n.company != owner.company)
    return any(_FROM.fullmatch(case.sentence, n.end, case.quantity.start) for n in sellers)


# '… AI반도체 사업의 예비타당성조사를 면제하기로 했다. 이 사업에는': the one whose name ends with that noun
_THIS_ONE = re.compile(
    r"(?<![가-힣])(?:이|이번|해당)\s(?P<noun>사업|프로젝트|펀드|단지|산단|캠퍼스|클러스터|데이터\s?센터|센터)(?![가-힣]{3})"
)


def _this_one(case: Case) -> Name | None:
    this, site = _THIS_ONE.search(case.sentence), case.memory.site
    if this and site and site.text.endswith(this["noun"]):
        return None
    return next((n for n in reversed(case.memory.told_of) if this and n.text.endswith(this["noun"])), None)


def _this_place(case: Case) -> Name | None:
    """Return the site that the same sentence names before it says 'here': 'A에 6000장을 설치하고, B는 이곳에'."""
    here = _HERE.search(case.sentence, 0, case.quantity.start)
    named = [*(n for n in case.names if n.sort == "facility"), *case.undertakings]
    return max((n for n in named if here and n.end < here.start()), key=lambda n: (n.start, bool(n.id)), default=None)


def of_its_place(case: Case) -> Name | None:
    """'전남 센터와 포항 센터에 …. 전남에 놓이는 GPU는': the one of the sites told of that stands there."""
    said = {found["place"] for found in _AT.finditer(case.sentence, case.clause.start, case.quantity.start)}
    firms = {firm.text: firm.company for firm in case.companies}
    places = ((name, name.text.partition(" ")[0]) for name in case.memory.sites)
    stands = ((name, place) for name, place in places if place in said)
    meant = {n.id or n.text: n for n, place in stands if place not in firms or n.company not in {"", firms[place]}}
    return next(iter(meant.values())) if len(meant) == 1 else None


def by_its_place(case: Case) -> list[Owner]:
    """'포항시는 부지를 내주겠다고 한다. 전남에 들어갈 GPU는': whoever was spoken of, it is of the site that stands there."""
    site = of_its_place(case) if case.metric in {"gpus", "power", "compute"} else None
    return [Owner(site.company, site)] if site and site.company else []


_AT = re.compile(r"(?<![가-힣])(?P<place>[가-힣]{2,4}?)(?:\s(?:쪽|지역))?(?:에|에는|에만|에도|에서|의|은|는)\s")


def _paid_for_with_it(case: Case) -> Name | None:
    """''GPU 확보 사업'에 1조4600억원을 투입해 첨단 GPU 1만장을': what the money of the same sentence goes into."""
    before = [u for u in case.undertakings if u.end < case.quantity.start]
    return next(
        (u for u in reversed(before) if _SPENT_TO_GET.fullmatch(case.sentence, u.end, case.quantity.start)), None
    )


_SPENT_TO_GET = re.compile(
    r"['’]?에\s(?:[가-힣]{1,6}\s)?[\d.,]+[조억](?:\s?\d+억)?\s?(?:원|달러)[을를]\s(?:투입|투자)해\s(?:[^,.\d]{0,12}\s)?(?:GPU\s)?"
)
_HERE = re.compile(r"(?<![가-힣])(?:이곳|여기|이 센터|이 시설|이 데이터센터)에(?![가-힣])")
# '파주에 50MW AIDC를 짓고 있다': a place and what is built there
_BUILDS_ANOTHER = re.compile(
    r"(?<![가-힣])[가-힣]{2,6}에\s[^,.]{0,30}(?:AIDC|AI\s?DC|데이터\s?센터)[를을]\s(?:건설|구축|짓|지어|지을|조성|착공|설립)|전국(?:의|에)\s"
)
_BUT = re.compile(r"(?:그러나|반면|한편)\s")  # the talk goes on with something else
_ALL_TOLD = re.compile(r"(?:모두\s|다\s)?합쳐\s")
_OF_THE_GOAL = re.compile(r"(?:이라는|라는)\s(?:국가|정부|나라)의?\s?(?:전체의?\s)?(?:GPU\s)?(?:확보\s)?목표")
_OF_THE_NATION = re.compile(
    r"(?:국가|나라|정부|국내)\s(?:전체|차원)(?:로|에서|의)?(?:는|도)?\s|전국적으로(?:는|도)?\s|정부(?:가|는)\s(?:[^,.]{0,14}\s)?(?:확보할|들여올|갖출|사들일)\s(?:AI\s)?(?:GPU|물량)[은는]\s(?:모두|총)\s|민관(?:이|을|에서)?\s"
)  # '정부가 국가 전체로 확보할 GPU는': no site's
_APART = re.compile(
    r"(?:^|[은는이가]\s)(?:이와(?:는)?|이것과(?:는)?|그와(?:는)?)\s(?:별도|별개|따로)"
)  # 'apart from this'
# '산업부의 내년 AI 예산이': all that it spends on AI, and not on the programme that was named
_ALL_OF_A_YEAR = re.compile(
    r"(?:올해|내년|내년도|전체|총)\s(?:AI|인공지능)\s?(?:관련\s|분야\s)?예산(?:은|이|을|도)\s[^,.\d]{0,8}$"
)
_WHOLE, _SHARE = re.compile(r"전체\s(?:약\s)?$"), re.compile(r"의\s\d[\d.]*\s?%")  # '전체 2424장의 84%'
_THIS_PLAN = re.compile(r"(?:이|이번|해당|같은)\s(?:사업|과제|프로젝트|센터|시설|단지)|이를 통해|여기에")


def site_after(
    memory: Memory, text: str, names: Iterable[Name], undertakings: Iterable[Name]
) -> tuple[Name | None, int]:
    """Return the site or programme that the next sentence may leave out, and how many sentences ago it was named."""
    shaped = [u for u in undertakings if u.particle in _MARKED or text[max(0, u.start - 1) : u.start] in _QUOTES]
    named = (name for name in (*_known(names), *shaped) if not is_compared(text, name))
    found = max(named, key=lambda n: n.start, default=None)
    if found is not None:
        return found, 0
    return (memory.site, memory.site_age + 1) if memory.site_age < _LASTS else (None, 0)


def told_of(names: Iterable[Name], undertakings: Iterable[Name]) -> tuple[Name, ...]:
    """Return what the next sentence may mean by 'this programme': those of the catalogue keep its name."""
    known = _known(names)
    shaped = (u for u in undertakings if not any(n.start < u.end and u.start < n.end for n in known))
    return tuple(sorted([*known, *shaped], key=lambda name: name.start))


def _known(names: Iterable[Name]) -> list[Name]:
    return [n for n in names if n.kind == "thing" and n.sort in {"facility", "programme"}]


_MARKED = frozenset({"은", "는", "이", "가", "을", "를", "의"})
_QUOTES = frozenset("'‘“\"")
_LASTS = 2  # sentences for which a site stays in mind


# right before such a name ('6500억원짜리 네이버 각 세종'), or in the bracket behind it
_SO_LARGE = re.compile(r"(?:\s?(?:규모|상당)?의|짜리|급)\s['‘]?")
_OPENS_BRACKET = re.compile(r"['’]?\s?\((?:약\s|총\s)?")


def says_how_large(sentence: str, names: Iterable[Name], quantity: Quantity) -> bool:
    """Tell whether a quantity only says how large a site or programme is that stands right behind it, or before its bracket."""
    known = list(names)
    sized = _SO_LARGE.match(sentence, quantity.end)
    firm = next((n for n in known if sized and n.kind == "company" and n.start == sized.end()), None)
    starts = {sized.end(), *(range(firm.tail, firm.tail + 2) if firm else ())} if sized else set()
    return any(
        name.start in starts or _OPENS_BRACKET.fullmatch(sentence, name.end, quantity.start)
        for name in known
        if name.sort in {"facility", "programme"}
    )
