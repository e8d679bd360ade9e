"""
Native numerals, which count things by the piece: 두 명, 스물다섯 개, 서너 곳, 여남은 마리.

They go to ninety-nine; a hundred and more is said with the numerals of Chinese stock, 백스물다섯.
"""

from __future__ import annotations

from collections.abc import Iterable

TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
ONES = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7}
ONES |= {"여덟": 8, "아홉": 9, "석": 3, "넉": 4}
SEVERAL = {
    "한두": (1, 2),
    "한둘": (1, 2),
    "두세": (2, 3),
    "두셋": (2, 3),
    "두서너": (2, 4),
    "서너": (3, 4),
}  # one or two …
SEVERAL |= {"서넛": (3, 4), "너덧": (4, 5), "네댓": (4, 5), "너댓": (4, 5), "네다섯": (4, 5), "대여섯": (5, 6)}
SEVERAL |= {"예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9), "엳아홉": (8, 9), "열두세": (12, 13)}
SEVERAL |= {"열서너": (13, 14)}


def native_value(word: str) -> tuple[int, int]:
    """Return the least and the most that *word* may mean: 서너 is 3 to 4, 스물다섯 is 25 and no other."""
    if word in SEVERAL:
        return SEVERAL[word]
    tens = next((ten for ten in TENS if word.startswith(ten)), "")
    value = TENS.get(tens, 0) + ONES.get(word[len(tens) :], 0)
    return value, value


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_BEHIND = (  # what may stand behind a counter: 두 개를, 세 배가량, but 한 개발자, 네 대답
    r"(?:(?![가-힣]|[ ]?중)|(?:[을를이가은는의에도만씩과와]|으?로|까지|부터)(?![가-힣])"
    r"|다(?![가-힣])|이[다며라고었]|[였뿐라]|인(?![가-힣])|가량|밖에|이상|이하|이나|정도|미만|남짓|넘|[ ]?중(?=[ 에]))"
)
_OPEN = "명|사람|군데|마리|달러"  # counters that begin no other word
_GLUED = "배|곳|개|가지"  # may stand right behind the numeral; 두건 is a hood, 세척 washing
_APART = "장|건|권|병|잔|벌|채|척|쌍|편|팀|통|대|그릇|송이|켤레|자루|그루|유로|파운드|위안"
_COUNTED = rf"(?=[ ]?(?:{_OPEN})|[ ]?(?:{_GLUED}){_BEHIND}|[ ](?:{_APART}){_BEHIND})"
NATIVE = (
    rf"(?:{_longest_first(SEVERAL)}|(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?:{_longest_first(ONES)})?"
    rf"|스무|한|두|세|네|석|넉|다섯|여섯|일곱|여덟|아홉){_COUNTED}"
)
