"""Bind a quantity to each of a list, or the one of a list that it belongs to: 'A와 B에 각각 6000억원과 5510억원을'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.korean.cases import NOMINATIVE, Case, Owner, owner_of_name
from monitor.korean.names import Name

LIST = 2  # names that make a list


def list_before(sentence: str, names: Sequence[Name], end: int) -> list[Name]:
    """Return those of *names* that stand in the list before *end*: 'A와 B, C가' → A, B, C."""
    chain: list[Name] = []
    for name in reversed([n for n in names if n.tail <= end]):
        if chain:
            between = sentence[name.tail : chain[0].start]
            topic = name.particle in {"은", "는"} and "thing" not in {name.kind, chain[0].kind}
            if topic or not re.fullmatch(
                r"\s?(?:[,·ㆍ/]|와|과|및|그리고)?\s?(?:등\s)?(?:\S{1,8}[이가와과]\s[가-힣]{1,4}[는은]\s)?['‘“\"]?",
                between,
            ):
                break
        chain.insert(0, name)
    seen: dict[str, Name] = {}
    for name in chain:
        key = name.company or name.text
        seen.setdefault(f"{key} {name.text}" if name.kind == "thing" else key, name)
    return list(seen.values())


def first_of_list(sentence: str, names: Sequence[Name], name: Name) -> Name:
    """Return who is named first of the joint subjects that end with *name*: '오픈AI와 오라클은' is led by 오픈AI."""
    chain = list_before(sentence, names, name.tail)
    return chain[0] if len(chain) > 1 and chain[0].company and chain[0].kind == name.kind else name


_BOTH = re.compile(
    r"(?:두\s(?:곳|사업|지역|프로젝트|데이터\s?센터|센터|시설|거점)|양쪽|둘)(?:의|은|는|에|\s모두)?\s"
)  # both sites of the sentence before


_OWN_TOPIC = re.compile(r",\s[가-힣]{2,8}(?:은|는)\s")  # '투자는 200억에서 120억으로, 매출은 51억에서 50억으로 각각'


def each_of_a_list(case: Case) -> list[Owner]:
    """'정부와 삼성전자, SK그룹이 각각 5만장', 'A·B에 5만장씩': every name of the list has as much."""
    around = case.sentence[_start_of_run(case) : case.quantity.end + 4]
    if "각각" not in around and not re.search(r"각\s?\d|씩", around):
        return []
    chain = list_before(case.sentence, case.names, case.quantity.start)
    if len(chain) == LIST and chain[0].particle in {"은", "는"} and chain[1].kind == "thing":
        chain = []  # '정부는 A와 'B'에 각각': who gives, and one of those that the catalogue knows
    following = [case.quantity, *[o for o in case.others if o.start > case.quantity.start]]
    owners = _owners_of_list(chain)
    if len(chain) < LIST and (sites := _undertakings_of(case)):
        chain = list_before(case.sentence, sites, case.quantity.start)
        owners = [Owner(company, one) for one in chain if (company := _whose(case, chain[0]))]
    if (
        not any(n.kind == "thing" for n in case.names)
        and len(case.memory.told_of) == LIST
        and _BOTH.search(case.sentence, 0, case.quantity.start)
    ):
        actor = next((n.company for n in case.left(case.companies) if n.particle in NOMINATIVE), case.memory.company)
        return [Owner(one.company or actor, one) for one in case.memory.told_of]
    if len(chain) < LIST or not owners:
        several = [o for o in case.others if o.unit == case.quantity.unit and not chain]
        if several and _OWN_TOPIC.search(case.sentence, several[0].end, max(several[0].end, case.quantity.start)):
            return []
        return [Owner("")] if several and "각각" in around else []  # each of two that this sentence does not name
    preceding = [o for o in case.others if chain[-1].end <= o.start < case.quantity.start]
    listed = [q for q in (*preceding, *following) if q.unit == case.quantity.unit]
    if (
        len(listed) == len(owners)
        and len(listed) > 1
        and not re.search(r"[은는이가] ", case.sentence[listed[0].end : listed[-1].start])
    ):
        return [owners[listed.index(case.quantity)]]
    return owners


def _undertakings_of(case: Case) -> list[Name]:
    """Return the sites and programmes of the sentence, left to right: those of the catalogue, and those that it lacks."""
    known = [n for n in case.names if n.sort in {"facility", "programme"}]
    others = [u for u in case.undertakings if not any(n.start < u.end and u.start < n.end for n in known)]
    return sorted([*known, *others], key=lambda name: name.start)


def _whose(case: Case, first: Name) -> str:
    """Return the company of which a list of undertakings is told: the subject before it, else that of the text."""
    subjects = (n for n in case.left(case.companies) if n.end <= first.start and n.particle in NOMINATIVE)
    return next((n.company for n in subjects), case.memory.company)


def _owners_of_list(chain: list[Name]) -> list[Owner]:
    """Return whom a list names, each thing with the firm before it: '삼성SDS의 A 센터와 SKT의 B 센터' are two."""
    owners: list[Owner] = []
    for before, name in zip([None, *chain], chain, strict=False):
        if before is not None and before.particle == "의" and before.kind != "thing" and name.kind == "thing":
            owners[-1] = Owner(before.company, name)
        else:
            owners.append(owner_of_name(name))
    return owners


def _start_of_run(case: Case) -> int:
    """Return where to look for 각각 (each): eight characters before the first of the quantities listed here."""
    start = case.quantity.start
    for other in reversed([o for o in case.others if o.end <= start]):
        if not re.fullmatch(r"[\s,·와과및]{1,4}", case.sentence[other.end : start]):
            break
        start = other.start
    return max(0, start - 8)
