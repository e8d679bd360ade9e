"""Tell whether a quantity only describes a name behind it: 'the 500 billion parameter model A.X K1'."""

from __future__ import annotations

import re

from monitor.korean.endings import endings, spread

_BESIDE = 40  # characters from a quantity to the name that it describes
# A name in quotes right behind the quantity that describes it: '5000억개 규모의 모델 'A.X K1'을 발표할 예정'.
_QUOTED = re.compile(r"(?P<between>[^,.'‘’“”\"]{0,40}?)(?<![가-힣\d])['‘“](?P<name>[^'’”\"]{2,34})['’”]")
_UNTIL_NAME = endings(
    r"ㄴ다|ㅆ|게ㅆ|ㄹ (?:것|예정|계획)|(?:하|되|이)며 |[가-힣]고,? |(?<!느ㄴ)(?:을|를) "
    r"|으로 (?!구성|이뤄|만들|학습|하)|까지 "
)


def of_a_named_thing(tail: str) -> bool:
    """Tell whether the quantity only describes a quoted name behind it."""
    found = _QUOTED.match(tail)
    return bool(found and describes(found["between"]))


def modifies(between: str) -> bool:
    """Tell whether a quantity modifies the name of a thing right behind it: no quotation ends between them."""
    return len(between) < _BESIDE and not _CLOSED.search(between) and describes(between)


_CLOSED = re.compile(r"[\"”][\s\"“]|[.…]")


def describes(between: str) -> bool:
    """Tell whether the words between a quantity and a name behind it only modify that name."""
    return not _UNTIL_NAME.search(spread(between))
