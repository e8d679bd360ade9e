"""
What a bare number or a counter counts, by the nearest word that tells: 매개변수 300억, GPU 26만 장, 2.4조 투자.

Only words within the same sentence, near the number, are heard. None means that nothing near says it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

_REACH_AFTER = 18
_REACH_BEFORE = 34
_CLOSE = 8  # between a number and the noun it counts: " 이상의 최첨단 "
_ADJACENT = 4  # between a noun and its number: "일자리는 "

_MONEY = (
    "투자|투입|예산|매출|출자|들여|들인|쏟|자금|펀드|조달|책정|수주|베팅|비용|개발비|유치|납입|인수|기업가치|몸값|실탄|썼"
    "|연봉|월급|상금|벌금|보증금|집값|전셋값|빚|융자|영업이익|순이익|시총|시가총액"
)
_CUES = re.compile(
    r"(?P<parameter>파라미터|매개[ ]?변수|파라메[터타]|[Pp]arameter)"
    r"|(?P<token>토큰|[Tt]oken|단어|컨텍스트|콘텍스트|사전[ ]?학습(?:용)?[ ]데이터|의[ ]데이터(?![ ]?센터|셋))"
    r"|(?P<gpu>GPU|그래픽[ ]?처리[ ]?장치|가속기|NPU|TPU|[HAB]100|[HB]200|GB[23]00|블랙웰|호퍼|AI[ ]?칩|연산[ ]?유닛)"
    r"|(?P<flops>초당|1?초에|초마다|연산)"
    r"|(?P<person>이용자|사용자|가입자|구독자|회원|고객|인력|인재|일자리|MAU|DAU)"
    r"|(?P<other>국민|시민|주민|학생|관객|시청자|가구|연구원|개발자|직원|팀|기관|업체|분야|과제)"
    r"|(?P<count>다운로드|이미지|사진|웨이퍼|논문|문서|기사|특허|영상|데이터셋|사업자|기업(?!가치)|매장)"
    rf"|(?P<money>{_MONEY})"
)
_ASIDE = frozenset({"count"})  # heard only right beside the number
_A_MODEL = re.compile(r"(?:급|[ ]?규모)?의?[ ](?:[가-힣A-Za-z]{1,8}[ ]?){0,2}?(?:모델|LLM)")
_SENTENCE_END = re.compile(r"[.!?。]\s|\n|[가-힣]\.[가-힣A-Z]")
_OTHERWISE = re.compile(r"[을를은는,0-9]")  # a particle or another number: the cue behind it is not this number's
_UNITS = {"flops": "FLOP/s", "money": "KRW"}
_FOR_COUNTER = {
    "개": frozenset({"parameter", "token", "gpu", "person", "count"}),
    "장": frozenset({"gpu", "count"}),
    "대": frozenset({"gpu"}),
    "기": frozenset({"gpu"}),
    "건": frozenset({"count"}),
    "번": frozenset({"flops", "count"}),
    "B": frozenset({"parameter", "token"}),  # a Latin suffix
    "": frozenset({"parameter", "token", "gpu", "person", "count", "money"}),
}


def unit_near(text: str, start: int, end: int, counter: str, *, few: bool = False) -> str | None:
    """
    Return the unit of the number at *start* … *end* that bears *counter*: '' for none, 'B' for a Latin suffix.

    *few* says that the number is small: then only a noun right before it speaks of it (5개 정예팀 are no GPUs).
    """
    allowed = _FOR_COUNTER.get(counter)
    if allowed is None:
        return None
    cues = _behind(text, end)
    kind = _close(text, end, cues, allowed, few=few) or _before(
        text, start, allowed, _ADJACENT if few else _REACH_BEFORE
    )
    if kind is None and not few:
        kind = next((cue.kind for cue in cues if cue.kind in allowed - _ASIDE), None)
    return _UNITS.get(kind, kind) if kind and kind != "other" else None


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word that tells what is counted."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=1)  # asked for every number of one text
def _cues_in(text: str) -> tuple[_Cue, ...]:
    return tuple(_Cue(found.start(), found.end(), found.lastgroup or "") for found in _CUES.finditer(text))


def _cues_between(text: str, start: int, end: int) -> list[_Cue]:
    """Return the cues that lie in *start* … *end*, in order."""
    cues = _cues_in(text)
    first = bisect_left(cues, start, key=attrgetter("start"))
    last = bisect_left(cues, end, lo=first, key=attrgetter("start"))
    return [cue for cue in cues[first:last] if cue.end <= end]


def _behind(text: str, end: int) -> list[_Cue]:
    """Return the cues behind *end* within its sentence."""
    cues = _cues_between(text, end, end + _REACH_AFTER)
    stop = _SENTENCE_END.search(text, end, end + _REACH_AFTER) if cues else None
    return [cue for cue in cues if cue.end <= stop.start()] if stop else cues


def _close(text: str, end: int, cues: list[_Cue], allowed: frozenset[str], *, few: bool) -> str | None:
    """Return the noun that the number counts: the first cue with no particle and no other number before it."""
    for cue in () if few and "parameter" not in allowed else cues:
        if cue.start - end > _CLOSE or _OTHERWISE.search(text, end, cue.start):
            break
        if cue.kind in allowed or cue.kind == "other":
            return cue.kind
    return "parameter" if "parameter" in allowed and not few and _A_MODEL.match(text, end, end + _REACH_AFTER) else None


def _before(text: str, start: int, allowed: frozenset[str], reach: int) -> str | None:
    """Return the nearest cue before *start* within its sentence that ends at most *reach* characters ahead."""
    begin = max(0, start - _REACH_BEFORE)
    cues = [cue for cue in _cues_between(text, begin, start) if start - cue.end <= reach and cue.kind in allowed]
    if not cues or _SENTENCE_END.search(text, cues[-1].end, start):
        return None
    return cues[-1].kind
