"""Say who gets chips, and who only sells or hands them out."""

from __future__ import annotations

import re
from dataclasses import replace

from monitor.korean.cases import NOMINATIVE, STATE, Case, Owner, owner_of_name
from monitor.korean.listed import LIST
from monitor.korean.names import Name


def recipient(case: Case) -> list[Owner]:
    """'엔비디아가 네이버에 배정한 GPU는 6만장': chips that are handed out belong to who gets them."""
    if case.metric != "gpus":
        return []
    if meant := _to_whom_was_promised(case):
        return [meant]
    if not _HANDED_OUT.search(case.sentence, case.clause.start, case.clause.end):
        return []
    before = case.left(case.companies)
    if len(before) < LIST or before[0].particle not in _TAKES or all(n.particle not in NOMINATIVE for n in before):
        return []
    shared = before[1].particle in {"와", "과"} or case.sentence[before[1].tail : before[0].start].strip() in {",", "·"}
    return [Owner("") if shared else owner_of_name(before[0])]  # a lot for several is nobody's


def _to_whom_was_promised(case: Case) -> Owner | None:
    """'네이버가 GPU를 늘린다. 엔비디아가 약속한 6만장은': those of the firm that was spoken of; a country's are many firms'."""
    giver = next(iter(case.left(case.companies)), None)
    promised = giver is not None and _PROMISED.fullmatch(case.sentence, giver.end, case.quantity.start)
    another = giver is not None and case.memory.company not in {"", STATE, giver.company}
    return Owner(case.memory.company) if promised and another else None


_PROMISED = re.compile(
    r"(?:이|가)\s(?:[^,.\d]{1,8}\s)?(?:약속한|배정한|배정하기로\s한|공급하기로\s한|주기로\s한|대기로\s한|내주기로\s한)\s(?:[^,.\d]{1,10}\s)?(?:약\s)?"
)
_HANDED_OUT = re.compile(r"배정|할당|공급|납품|나눠|지급|배분|제공|대기로|대준|댄다")
_TAKES = frozenset({"에", "에게", "에는", "에도", "에만"})


# '엔비디아에서 GPU 6만장을 들여오기로': from whom one has them
_OBTAINED = re.compile(
    r"\s?[을를]?\s?(?:[가-힣]{1,4}\s)?(?:들여|확보|가져오|공급받|받|사들|사기|샀|구매|구입|도입|조달|빌리|빌려)"
)


def sells(name: Name, sentence: str, end: int) -> bool:
    """Tell whether *name* is from whom the chips that end at *end* are had: '엔비디아에서 GPU 6만장을 들여오기로'."""
    return name.kind == "company" and any(_OBTAINED.match(sentence, at) for at in (end, name.tail))


def as_seller(name: Name, sentence: str, end: int, spoken_of: str) -> Name:
    """'네이버가 AI를 키운다. 엔비디아에서는 6만장을 들여온다': who sells to the firm *spoken_of* is no topic."""
    seller = name.particle in {"에서는", "에서도"} and sells(name, sentence, end)
    return replace(name, particle="에서") if seller and spoken_of not in {"", name.company} else name
