"""
A text that is one number and nothing else: 스물다섯, 만 이천, 일점오, 마이너스 3, 2와 2분의 1, 서너, 수천만, 3~4.

Standing alone, a numeral cannot be part of a name or of another word: what `quantities` leaves out for fear of one
(스물, 2013, 백만) is a number here. It has no unit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from monitor.korean.amounts import EXACT, HANGUL, amount_at
from monitor.korean.natives import ONES, TENS, native_value
from monitor.korean.numbers import Numeral, scan
from monitor.model import Qualifier, Quantity

Range = tuple[Decimal, Decimal]

_LONGEST = 60  # characters: longer is a text
_BODY = re.compile(r"\s*(?P<minus>(?:마이너스|[-−－])[ ]?)?(?P<body>.*?)[\s.,!?]*", re.DOTALL)
_TENS, _ONES = ("|".join(sorted(table, key=len, reverse=True)) for table in (TENS, ONES))
_NATIVE = re.compile(rf"(?P<tens>{_TENS})?[ ]?(?P<ones>{_ONES})?")
_POINT = re.compile(r"(?P<whole>.+?)[ ]?[점쩜][ ]?(?P<parts>[영공일이삼사오육륙칠팔구 ]+)")
_FRACTION = re.compile(r"(?:(?P<whole>.+?)(?:와|과|하고)[ ])?(?P<below>.+?)[ ]?분의[ ]?(?P<above>.+)")
_SLASHED = re.compile(r"(?:(?P<whole>[0-9]+)[ ])?(?P<above>[0-9]+)/(?P<below>[0-9]+)")
_SIGNS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}
_WORDS = dict.fromkeys(("영", "공", "제로"), 0) | {"하나": 1, "둘": 2, "셋": 3, "넷": 4}
_JOINT = re.compile(r"[ ]?[~∼〜～-][ ]?|[ ]?에서[ ]")


def number_alone(text: str) -> Quantity | None:
    """Return the number that *text* consists of, None when it is anything else."""
    found = _BODY.fullmatch(text[: _LONGEST + 1])
    if found is None or len(text) > _LONGEST or not found["body"]:
        return None
    read = _read(found["body"])
    if read is None:
        return None
    low, high, qualifier = read
    if found["minus"]:
        low, high = -high, -low
    start = found.start("minus") if found["minus"] else found.start("body")
    return Quantity(low, high, None, qualifier, start, found.end("body"), Decimal(0), "")


def _read(body: str) -> tuple[Decimal, Decimal, Qualifier] | None:
    """Return the bounds of *body* and how they are meant."""
    if (one := _scanned(body)) is not None and one.high is not None:
        vague: Qualifier = "order" if one.kind == "vague" else "range"
        return one.low, one.high, vague if one.low != one.high else "about" if one.about else "exact"
    value = _value(body.removesuffix("여"))
    if value is not None:
        return value, value, "about" if body.endswith("여") else "exact"
    joint = _JOINT.search(body)
    if joint and (body[-1].isdigit() or not body[joint.start() - 1].isdigit()):  # not 3~4만, which shares its scale
        ends = _value(body[: joint.start()]), _value(body[joint.end() :])
        if ends[0] is not None and ends[1] is not None and ends[0] < ends[1]:
            return ends[0], ends[1], "range"
    return None


def _scanned(body: str) -> Numeral | None:
    """Return the numeral that `scan` finds all over *body*, a counter put behind it."""
    found = list(scan(f"{body} 개"))
    if len(found) != 1 or found[0].start or found[0].kind == "fraction":
        return None
    end = found[0].end
    about = body.endswith("여") and end == len(body) - 1
    return replace(found[0], about=found[0].about or about) if end + about == len(body) else None


def _value(body: str) -> Decimal | None:
    """Return the one value of *body*."""
    whole = _whole(body)
    return whole if whole is not None else _broken(body)


def _whole(body: str) -> Decimal | None:
    """Read 3천5백, 만 이천, 스물다섯, 백하나, 영."""
    if body in _WORDS:
        return Decimal(_WORDS[body])
    for led_by_digits in (True, False):
        amount = amount_at(body, 0, led_by_digits=led_by_digits)
        if amount is None:
            continue
        if amount.end == len(body):
            return amount.value
        ones = _NATIVE.fullmatch(body, amount.end + body.startswith(" ", amount.end))
        if ones and ones[0] and not led_by_digits:
            return EXACT.add(amount.value, _native(ones))
    ones = _NATIVE.fullmatch(body)
    return _native(ones) if ones and ones[0] else None


def _native(found: re.Match[str]) -> Decimal:
    return Decimal(native_value((found["tens"] or "") + (found["ones"] or ""))[0])


def _broken(body: str) -> Decimal | None:
    """Read 일점오, .5, 3/4, 2½, 삼분의 일, 2와 2분의 1."""
    if body == "반":
        return Decimal("0.5")
    for sign, spelled in _SIGNS.items():
        body = body.replace(sign, f" {spelled}")
    body = body.strip()
    if re.fullmatch(r"\.[0-9]+", body):
        return _whole(f"0{body}")
    if point := _POINT.fullmatch(body):
        whole, digits = _whole(point["whole"]), "".join(str(HANGUL[c]) for c in point["parts"] if c != " ")
        return None if whole is None or not digits else EXACT.add(whole, Decimal(f"0.{digits}"))
    parts = _SLASHED.fullmatch(body) or _FRACTION.fullmatch(body)
    if parts is None:
        return None
    whole, above, below = (_whole(parts[name]) if parts[name] else Decimal(0) for name in ("whole", "above", "below"))
    if whole is None or above is None or not below:
        return None
    return EXACT.add(whole, EXACT.divide(above, below))
