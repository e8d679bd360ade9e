"""Remember who buys or invests in whom: '메타가 마누스를 인수했다. … 거래 금액은 20억달러가 넘는다' is Meta's money for Manus."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from monitor.korean.names import Name

_NOMINATIVE = frozenset({"은", "는", "이", "가", "도"})
_BOUGHT = re.compile(
    r"['\"’”]?\s?(?:\([^)]*\))?[을를]?\s[^,.]{0,20}?(?:인수|사들|품었|품는|품은|매입)|의?\s지분(?![^.]{0,24}(?:매각|처분|팔))"
)
_FUNDED = re.compile(r"[^.]{0,40}?(?:투자|출자|베팅|납입|송금)")
# the sum, the price, the size of the deal, what is left to pay: words that speak of a deal known from before
_OF_A_DEAL = re.compile(r"거래|인수|매입|잔금|대금|납입|송금|출자|투자액|투자\s?금액|투자했|투자를|현금")


@dataclass(frozen=True, slots=True)
class Deal:
    """*payer* is the id of a company, *target* what its money is for."""

    payer: str
    target: Name


def deal_in(sentence: str, names: Iterable[Name]) -> Deal | None:
    """Return the deal that *sentence* tells of: a subject, and another company that is bought or given money."""
    companies = [name for name in names if name.kind == "company" or name.sort == "service"]
    payer = next((n for n in companies if n.company and (n.particle in _NOMINATIVE or _heads(sentence, n))), None)
    if payer is None:
        return None
    for name in companies:
        if name.company == payer.company or not name.text:
            continue
        funded = name.particle in {"에", "에게"} and _FUNDED.match(sentence, name.tail)
        if funded or (name.particle in {"", "을", "를", "의"} and _BOUGHT.match(sentence, name.end)):
            return Deal(payer.company, name)
    return None


def speaks_of_deal(sentence: str) -> bool:
    """Tell whether money in *sentence* may be that of a deal told before."""
    return bool(_OF_A_DEAL.search(sentence))


def _heads(sentence: str, name: Name) -> bool:
    """Tell whether a bare name is the subject of a headline: 'A, B 인수'."""
    return name.particle == "" and not sentence[: name.start].strip(" '‘“\"[]") and sentence.startswith(",", name.tail)
