"""
What the words of an amount claim by themselves, where the figure guide decides otherwise.

    수백억원       hundreds of 억: 100억 to below 1000억     the guide: 2 to 10 times 100억
    800조원대      from 800조 to below 900조                the guide: about 800조
    100MW 규모     a size of 100 MW                        the guide: about
    1조원에 달하는   reaches about 1조                        the guide: exact

Figures follow the guide; whoever asks what a phrase says, as `monitor quantities` does, is given this.
"""

from __future__ import annotations

import re
from dataclasses import replace

from monitor.korean.amounts import EXACT
from monitor.model import Quantity

_SOFTENED = re.compile(r"약|대략|거의|얼추|여|가량|정도|쯤|안팎|내외|남짓|수준|급|대|상당|전후")
_REACHING = re.compile(r"(?:[ ]?(?:토큰|파라미터|매개변수))?[ ]?에[ ]?달하는")
_IN_BRACKETS = re.compile(r"[ ]?\([^()]*\)")
_VAGUE = re.compile(r"(?:(?:약|적게는|최소)[ ]?)?[수몇][ ]?[십백천만억조]")
_SEVERAL = (2, 10)  # 수X of the guide is 2X to 10X


def as_worded(text: str, quantity: Quantity) -> Quantity:
    """Return *quantity*, found in *text*, with the bounds and the qualifier of its words alone."""
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return quantity
    words = _IN_BRACKETS.sub("", text[quantity.start : quantity.end])
    if quantity.qualifier == "order" and low * _SEVERAL[1] == high * _SEVERAL[0]:
        return replace(quantity, low=low / _SEVERAL[0])
    if quantity.qualifier == "range" and _VAGUE.match(words):
        return replace(quantity, low=low / _SEVERAL[0])
    if quantity.qualifier == "about" and low == high and re.search(r"대(?:[ ]?규모)?$", words) and not quantity.counter:
        return replace(quantity, high=EXACT.add(low, quantity.grain), qualifier="order")
    if quantity.qualifier == "about" and words.endswith("규모") and not _SOFTENED.search(words.removesuffix("규모")):
        return replace(quantity, qualifier="exact")
    if quantity.qualifier == "exact" and _REACHING.match(text, quantity.end):
        return replace(quantity, qualifier="about")
    return quantity
