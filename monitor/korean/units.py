"""
The units that amounts are counted in, by the words that write them: 원, 달러, 메가와트, 페타플롭스, 개, 명.

A word with a unit measures; a counter (개, 장, 대) only counts, and what it counts is said elsewhere in the sentence;
a word that belongs to no figure at all (년, 위, 화소) is listed so that its number is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from monitor.korean.currencies import currency_words

Sort = Literal["unit", "counter", "refused"]


@dataclass(frozen=True, slots=True)
class UnitWord:
    """
    One spelling of a unit: *factor* turns the number before it into the base unit. *unit* is None for a counter.

    *least* is the number from which on the word is the unit: 10만 동 is money, 12동 counts buildings.
    """

    word: str
    unit: str | None
    factor: Decimal = Decimal(1)
    sort: Sort = "unit"
    least: int = 0


UnitTable = Mapping[str, tuple[UnitWord, ...]]  # by first letter, longest word first

_SHORT = 3  # a Hangul unit of so few syllables may begin a longer word


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_KILO = {"킬로": 3, "메가": 6, "기가": 9, "테라": 12, "페타": 15, "엑사": 18, "제타": 21}
_LATIN_KILO = {"K": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18, "Z": 21}

_FLOPS = ("플롭스", "플롭", "플랍스", "플랍", "플로프스")
_PARAMETERS = (
    "파라미터",
    "매개변수",
    "매개 변수",
    "파라메터",
    "파라메타",
    "파라미타",
    "패러미터",
    "parameters",
    "params",
)
_COUNTERS = _words(  # they count, and the noun beside them says what
    "개 장 대 기 곳 건 종 팀 편 가지 여개 개사 개국 개소 개교 개팀 사 여곳 척 마리 그루 채 권 쌍"
    " 벌 줄 매 품목 과제 부 분야 세트 랙 노드 군데 잔 병 그릇 송이 켤레 자루 통 봉지 상자"
)
_REFUSED = (
    *_words("년 년간 년대 년도 개년 개월 달 월 일 일간 주 주간 주년 시 시간 분 초 밀리초 분기 세기 년째"),  # time
    *_words("위 차 호 호기 회 번 번째 점 등 등급 단계 회차 학년 수 승 패 골 라운드 대째 차례"),  # rank, score
    *_words("세 살 세대 가구 명당 인분 인승 인용 석 표"),  # age, households, seats
    *_words(
        "화소 만화소 픽셀 비트 기가비트 메가비트 기가 테라 메가 큐비트 코어 프레임 사이클 층 칸 열 행"
    ),  # in machines
    *_words("나노 나노미터 나노초 인치 제곱미터 ㎡ 평 필지 미터 킬로미터 킬로 톤 그램 킬로그램 리터 도 배럴 포인트"),
    *_words("헤르츠 기가헤르츠 메가헤르츠 메가와트시 기가와트시 킬로와트시 테라와트시 데시벨 쪽 페이지 곡 컷 조각"),
    *_words("km cm mm nm ㎚ ㎝ ㎞ ㎏ ㎜ kg g t m L ml Hz MHz GHz kHz ㎐ Gbps Mbps Tbps bps fps"),
    *_words("MWh GWh kWh TWh ㎿h Wh V A kV ℃"),
)
_LEAST = {"동": 1000}  # the dong has no small change; fewer are buildings
_LEFT_OPEN = frozenset(_words("달러 파라미터 매개변수 토큰 달러화 위안화 엔화 유로화"))


def _power(prefix: int) -> Decimal:
    return Decimal(10**prefix)


def _machine_words() -> Iterable[UnitWord]:
    """Yield watts, operations a second and bytes under every prefix. GB is 10**9 bytes, as the press means it."""
    for name, power in _KILO.items():
        yield UnitWord(f"{name}와트", "W", _power(power))
        yield UnitWord(f"{name}바이트", "byte", _power(power))
        yield from (UnitWord(f"{name}{flops}", "FLOP/s", _power(power)) for flops in _FLOPS)
    for letter, power in _LATIN_KILO.items():
        yield UnitWord(f"{letter}W", "W", _power(power))
        yield UnitWord(f"{letter}B", "byte", _power(power))
        yield from (
            UnitWord(f"{letter}{flops}", "FLOP/s", _power(power)) for flops in ("FLOPS", "FLOPs", "FLOP/s", "Flops")
        )
    yield from (UnitWord(f"{letter}F", "FLOP/s", _power(_LATIN_KILO[letter])) for letter in "TPEZ")
    yield from (
        UnitWord(sign, "W", _power(power))
        for sign, power in (("㎾", 3), ("㎿", 6), ("kW", 3), ("㎑", 3)[:2])
        if sign != "㎑"
    )
    yield from (UnitWord(sign, "byte", _power(power)) for sign, power in (("㎅", 3), ("㎆", 6), ("㎇", 9), ("kB", 3)))
    yield from (UnitWord("와트", "W"), UnitWord("W", "W"), UnitWord("바이트", "byte"), UnitWord("FLOPS", "FLOP/s"))


def _other_words() -> Iterable[UnitWord]:
    yield from (UnitWord(word, code, least=_LEAST.get(word, 0)) for word, code in currency_words())
    yield from (UnitWord("센트", "USD", Decimal("0.01")), UnitWord("전", None, sort="refused"))
    yield from (UnitWord(word, "GBP", Decimal("0.01")) for word in ("펜스", "페니"))
    yield from (UnitWord(word, "parameter") for word in _PARAMETERS)
    yield from (UnitWord(word, "token") for word in ("토큰", "tokens", "token", "단어"))
    yield from (UnitWord(word, "gpu") for word in ("GPU", "GPUs", "그래픽처리장치", "그래픽 처리장치"))
    yield from (UnitWord(word, "person") for word in ("명", "인", "사람"))
    yield from (
        UnitWord(word, "percent") for word in ("%", "퍼센트", "%p", "%P", "%포인트", "퍼센트포인트", "프로", "％")
    )
    yield from (UnitWord(word, "times") for word in ("배", "곱절"))
    yield from (UnitWord(word, None, sort="counter") for word in dict.fromkeys(_COUNTERS))
    yield from (UnitWord(word, None, sort="refused") for word in dict.fromkeys(_REFUSED) if word not in _COUNTERS)


def table_of(words: Iterable[UnitWord]) -> UnitTable:
    """Return *words* as a table; of two entries for one word the later stands, so that a metric may add or override."""
    by_word = {entry.word: entry for entry in words}
    table: dict[str, list[UnitWord]] = {}
    for entry in sorted(by_word.values(), key=lambda e: -len(e.word)):
        table.setdefault(entry.word[0], []).append(entry)
    return MappingProxyType({first: tuple(entries) for first, entries in table.items()})


WORDS: tuple[UnitWord, ...] = (*_machine_words(), *_other_words())
UNITS: UnitTable = table_of(WORDS)

# What may follow a short Hangul unit without being part of a longer word: 5만 개의, 3명이, 100억원대; not 3개발, 2장관.
_FOLLOWS = re.compile(
    r"[을를은는의에와과도만씩당급쯤대여]|이(?![가-힣])|조차|지만(?![가-힣])|라서|라(?![가-힣])|면(?![가-힣])|니(?![가-힣])|니까|이(?:상|하|내|며|고|기|므로|어서|어야|니|다|라|었|던|나|면|자|지만|고|란|넘)|가(?![가-힣])|가량|인(?![가-힣])"
    r"|일(?:지|까|지도)?(?![가-힣])|였|입니|인데|로(?![가-힣])|로(?:의|는|도|서)|으로|까지|부터|보다|마다|밖|뿐|정도|규모|수준|안팎|남짓|내외|미만|초과|넘|상당|어치|꼴"
    r"|짜리|돌파|육박|달하|단위|들|나(?![가-힣])|중(?![가-힣])|라[는고며]|다(?![가-힣])|며(?![가-힣])|고(?![가-힣])|임(?![가-힣])|처럼|만큼"
    r"|하고|이?서|투|분(?![가-힣])|용(?![가-힣])|째|간(?![가-힣])|동안|전(?![가-힣])|뒤|후|말(?![가-힣])|초(?![가-힣])|확보|추가|도입|공급|구매|구축|지원|가까|남|빠|높|많|적"
)
# Words that begin with a currency's name.
_LONGER = {
    "원": (*"칙소색탁형료심점판본작우", "내대"),
    "불": tuple("가법만필편황안량"),
    "엔": tuple("비진터드데씨트지"),
    "유로": ("존", "파", "스"),
    "파운드": ("리",),
    "프랑": ("스",),
    "위안": ("부", "소"),
    "랜드": ("마",),
    "루피": ("아",),
    "배": ("터", "럴", "치", "우", "송", "출", "당", "포", "경", "움", "분", "열", "관", "양", "후", "상", "정"),
    "프로": tuple("젝그세모듀토필"),
    "단어": (),
    "토큰": (),
}


_ANOTHER_WORD = {"시": "대"}  # 100조 시대: an era, no hour
_NEVER = "\0"


def unit_at(text: str, position: int, units: UnitTable, *, scaled: bool) -> tuple[UnitWord, int] | None:
    """
    Return the unit word at *position* (one blank may stand before it) with its end, or None.

    *scaled* says that the number ends in 만, 억 or 조: then 원 is money whatever follows it.
    """
    start = position + text.startswith(" ", position)
    for entry in units.get(text[start : start + 1], ()):
        end = start + len(entry.word)
        if text.startswith(entry.word, start) and _stands(
            text, entry.word, end, scaled=scaled, spaced=start > position
        ):
            return entry, end
    return None


def _stands(text: str, word: str, end: int, *, scaled: bool, spaced: bool) -> bool:
    after = text[end : end + 1]
    if text.startswith(_ANOTHER_WORD.get(word, _NEVER), end):
        return False
    if after == "/" and text.startswith(("s", "초"), end + 1):
        return False  # 2TB/s is a speed
    if word[-1].isascii() and word[-1].isalpha():
        return not (after.isascii() and after.isalnum())
    if not "가" <= after <= "힣" or word in _LEFT_OPEN:
        return word != "$" or not after.isdigit()
    if word == "원" and scaled and not spaced:
        return True
    if word in _LONGER:
        return not text.startswith(_LONGER[word], end)
    return len(word) > _SHORT or _FOLLOWS.match(text, end) is not None
