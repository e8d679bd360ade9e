"""Leave out the amounts that only say the one before in won: 'N달러, 약 14조원', '우리 돈 2조원'."""

from __future__ import annotations

import re

from monitor.korean.measures import MONEY
from monitor.korean.quantities import find_quantities
from monitor.model import Quantity

_WORTH = re.compile(r"(?:에 이르는|에 달하는|에 육박하는|에 해당하는|짜리|어치)\s?")  # "690조원에 이르는 5000억 달러"
_SAID_IN_WON = re.compile(r",\s(?:우리\s?돈(?:으로)?\s)?(?:약\s)?")  # '100억 달러, 약 14조 원': broadcasters convert so
_GARBLED = re.compile(r"\s?\((?:약\s?)?[\d.,]+[억만조천]\s?")  # '30억 유로(약 5억868억원)': a gloss that is misspelt
_CONVERTED = re.compile(
    r"(?:우리\s?돈|한화|원화|한국\s?돈)(?:으?로)?(?:는)?\s?(?:약\s?)?$"
)  # in our money: a conversion


def announced(sentence: str) -> list[Quantity]:
    """Return the quantities of a sentence without those that only convert the one before into won."""
    found = find_quantities(sentence)
    following = [*found[1:], None] if found else []
    preceding = [None, *found[:-1]] if found else []
    return [
        quantity
        for before, quantity, after in zip(preceding, found, following, strict=True)
        if not _CONVERTED.search(sentence[max(0, quantity.start - 12) : quantity.start])
        and not (
            before
            and before.unit in MONEY - {"KRW"}
            and quantity.unit == "KRW"
            and quantity.qualifier == "about"
            and _SAID_IN_WON.fullmatch(sentence[before.end : quantity.start])
        )
        and not (
            before and before.unit in MONEY - {"KRW"} and _GARBLED.fullmatch(sentence[before.end : quantity.start])
        )
        and not (
            after and quantity.unit == "KRW" != after.unit and _WORTH.fullmatch(sentence[quantity.end : after.start])
        )
    ]
