"""
Say what a quantity measures: the words around it compete, the nearest wins, words that refuse compete too.

"기업가치 5억 달러" is a valuation, "매출 1억 달러" revenue, "순손실 5억 달러" nothing that this project keeps. A word right of
the quantity and in its own clause is nearer than one left of it or behind a clause end, for Korean puts the verb last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from monitor.model import Quantity

MONEY = frozenset({"KRW", "USD", "EUR", "CNY", "JPY", "HKD", "GBP", "CAD", "TWD", "SGD"})

# What each word says of the money beside it. 'no-…' refuses, and names the reason.
_MONEY_WORDS: dict[str, tuple[str, ...]] = {
    "valuation": ("기업가치", "기업 가치", "몸값", "밸류에이션", "가치를 인정", "가치로 평가", "시가총액", "시총", "평가받", "평가됐", "평가된", "평가해", "평가했", "가치 평가", "달러 기업"),
    "funding": ("유치", "조달", "투자받", "투자 받", "펀딩", "모금", "시리즈 A", "시리즈 B", "시리즈 C", "시리즈A", "시리즈B", "시리즈C", "자금을 끌어", "공모", "IPO", "수혈"),
    "revenue": ("매출", "연간반복매출", "연간 반복 수익", "연간 반복 매출", "ARR", "런레이트", "반복 수익", "수입", "벌어들"),
    "contract": ("공급 계약", "계약을 체결", "계약을 맺", "계약 규모", "수주", "공급계약", "계약금", "규모의 계약", "임대 계약", "구매 계약", "이용 계약", "계약"),
    "investment": ("투자", "투입", "인수", "출자", "예산", "쏟아", "쏟는", "쏟을", "쓰기로", "쓴다", "쓸 ", "들여", "들어간", "들어갈", "든다", "지원", "편성", "집행", "매입", "지분", "배정", "사업비", "국비", "베팅", "넣는", "넣기", "넣을", "연구개발비", "R&D", "설비투자", "자본지출", "사재", "책정", "투하", "건립", "건설", "짓는", "짓기", "조성", "확보했", "푼다", "쓰겠", "붓는", "규모 사업", "사들"),
    "no-loss": ("순손실", "영업손실", "손실", "적자", "손해"),
    "no-profit": ("영업이익", "순이익", "당기순이익", "이익", "수익률", "흑자", "차익"),
    "no-market": ("시장 규모", "시장은", "시장이", "시장 전망", "시장으로", "글로벌 시장", "세계 시장", "시장 전체", "거래대금", "산업 규모", "규모의 시장", "국가 총생산", "GDP", "무역", "수출", "수입액", "경제효과", "경제 효과", "경제적 효과", "부가가치", "업계 전체", "전 세계 AI 지출", "합산"),
    "no-price": ("가격", "요금", "구독료", "월 구독", "이용료", "단가", "대당", "장당", "당 ", "판매가", "출고가", "비용은 월", "학습 비용", "토큰당", "값이", "값은", "만원대", "월 "),
    "no-pay": ("연봉", "보너스", "성과급", "급여", "상금", "인건비", "장학금", "임금", "스톡옵션", "주식 보상", "몸값을 제시"),
    "no-wealth": ("순자산", "재산", "자산은", "자산이", "보유 현금", "현금성", "운용자산", "운용 자산", "자산 규모", "자산운용", "AUM", "부채", "차입", "대출", "빚", "회사채", "채권"),
    "no-saving": ("절감", "아낄", "아낀", "줄였", "감축", "절약"),
    "no-penalty": ("과징금", "벌금", "배상", "소송", "합의금", "피해", "과태료"),
    "no-stock": ("주가", "목표가", "목표주가", "주당", "거래량", "순매수", "순매도", "거래액", "결제액", "배당", "매각", "처분", "매도", "증발"),
}  # fmt: skip
_PERSON_WORDS: dict[str, tuple[str, ...]] = {
    "users": ("이용자", "사용자", "가입자", "유저", "회원", "구독자", "고객", "MAU", "WAU", "DAU", "활성", "쓰는 사람", "이용하는", "사용하는", "사용 중", "이용 중", "쓰고 있", "쓰는", "접속자", "동시접속", "방문자", "이용한", "사용한", "다운로드한", "돌파"),
    "headcount": ("직원", "임직원", "인력", "연구원", "연구자", "전문가", "인재", "개발자", "엔지니어", "채용", "박사", "석박사", "석·박사", "종업원", "양성", "교육생", "수료", "조직", "연구진", "규모의 조직", "고용", "뽑", "충원", "영입", "작업자"),
    "no-people": ("관람객", "참석", "참가", "국민", "관중", "시민", "명을 대상", "응답", "사망", "부상", "저자", "주민", "투자자", "선정", "심사", "평가단", "판정단", "학생", "억만장자", "인구", "수상", "청소년", "감원", "해고", "감축", "일자리", "취재진", "관계자", "증인", "학부모", "합격", "지원자"),
}  # fmt: skip
_COUNT_WORDS: dict[str, tuple[str, ...]] = {
    "parameters": ("매개변수", "매개 변수", "파라미터", "파라메터", "파라메타", "파라미터수", "패러미터"),
    "gpus": ("GPU", "그래픽처리장치", "그래픽 처리 장치", "그래픽카드", "가속기", "H100", "H200", "B200", "B300", "A100", "GB200", "GB300", "블랙웰", "호퍼", "루빈", "AI 칩", "AI칩", "AI 반도체", "AI반도체", "NPU", "TPU", "어센드"),
    "training_tokens": ("토큰", "말뭉치", "단어", "어절", "코퍼스"),
    "downloads": ("다운로드", "내려받"),
    "no-thing": ("데이터", "문서", "이미지", "웨이퍼", "특허", "논문", "건수", "메시지", "질문", "기업", "점포", "일자리", "연산", "문항", "노드", "랙", "서버", "주식", "주를", "판매", "화소", "세대", "가구", "영상", "곡", "장면", "편", "학교", "기관", "데이터셋", "CPU", "중앙처리장치", "메모리", "HBM", "로봇", "차량", "에이전트", "국가", "지역", "분야", "과제", "서비스", "트랜지스터"),
}  # fmt: skip
_ACTIVE = re.compile(r"활성|켜지|켜진|켜는|켠다|켜서|작동|액티브|active|A\d+B", re.IGNORECASE)  # switched on per token
_CONTEXT = re.compile(r"컨텍스트|콘텍스트|문맥|입력|한 번에|맥락|윈도")  # context, input, at once
_TRAINING = re.compile(r"학습|훈련|말뭉치|코퍼스|데이터")  # training, corpus, data
_PER_RACK = re.compile(r"랙당|랙 당|가구|세대|칩당|개당|대당")  # per rack, per chip
_DELTA = re.compile(
    r"^\s?(?:[을를이가]|어치|만큼|정도|가량|씩)?\s?(?:더|추가로|이나|가까이)?\s?"
    r"(?:늘(?!린다|린 )|증가|줄|감소|커졌|커지|불어|올랐|내렸|확대됐|상향|하향|증액|삭감|깎)"
)  # an amount of change, not a level: 1억 명이 늘었다

_FAR = 60  # characters beyond which a word no longer speaks of a quantity


@dataclass(frozen=True, slots=True)
class Measure:
    """What a quantity measures. *metric* is None when it is refused; *why* names the word or the reason."""

    metric: str | None
    unit: str
    why: str


def measure_of(
    quantity: Quantity, sentence: str, bounds: tuple[int, int], others: Iterable[Quantity], *, about_model: bool = False
) -> Measure:
    """
    Return what *quantity* measures in *sentence*; offsets into it, *bounds* being those of its clause.

    *others* are the sentence's further quantities: a word behind another quantity speaks of that one first.
    *about_model* says that a model is the thing spoken of, so that a bare "3000억 개" is its size.
    """
    scene = _Scene(sentence, bounds, tuple(o for o in others if o is not quantity), quantity)
    unit = quantity.unit
    if unit in {"percent", "times"}:
        return Measure(None, unit, "a share or a multiple")
    if _DELTA.match(sentence, quantity.end) and not _ends_in_goal(sentence, quantity.end):
        return Measure(None, unit or "", "an amount of change")
    if unit in MONEY:
        return scene.nearest(_MONEY_WORDS, unit)
    if unit == "person":
        return scene.nearest(_PERSON_WORDS, unit)
    if unit in _BY_UNIT:
        return _BY_UNIT[unit](scene)
    if unit in (None, "count"):
        return _counted(scene, about_model=about_model)
    return Measure(None, unit or "", "a unit that no metric has")


def _ends_in_goal(sentence: str, end: int) -> bool:
    return sentence[end : end + 2].strip().startswith(("로", "으로"))


class _Scene:
    """One quantity among the words of its sentence."""

    def __init__(
        self, sentence: str, bounds: tuple[int, int], others: tuple[Quantity, ...], quantity: Quantity
    ) -> None:
        self.sentence, self.bounds, self.others, self.quantity = sentence, bounds, others, quantity

    def nearest(self, words: dict[str, tuple[str, ...]], unit: str) -> Measure:
        """Return the measure whose word is nearest."""
        best, said = float("inf"), None
        for found in _cues(tuple(words.items())).finditer(self.sentence):
            metric = _metric_of_word(tuple(words.items()))[found.group()]
            away = self._distance(found.start(), found.end())
            if away < best:
                best, said = away, (metric, found.group())
        if said is None or best > _FAR:
            return Measure(None, unit, "no word says what it measures")
        metric, word = said
        return Measure(None if metric.startswith("no-") else metric, unit, word)

    def _distance(self, start: int, end: int) -> float:
        quantity, (first, last) = self.quantity, self.bounds
        if start >= quantity.end:
            away = float(start - quantity.end)
            between = (quantity.end, start)
        elif end <= quantity.start:
            away = (quantity.start - end) * 1.4 + 1
            between = (end, quantity.start)
        else:
            return 0.0
        if not (first <= start < last):
            away += 18
        away += 14 * sum(between[0] <= other.start < between[1] for other in self.others)
        return away

    def near(self, words: re.Pattern[str], left: int = 40, right: int = 30) -> re.Match[str] | None:
        """Return the first of *words* within so many characters of the quantity, its own clause's end included."""
        start = max(0, self.quantity.start - left)
        return words.search(self.sentence, start, min(len(self.sentence), self.quantity.end + right))


@lru_cache(maxsize=8)
def _metric_of_word(words: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {word: metric for metric, group in words for word in group}


@lru_cache(maxsize=8)
def _cues(words: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    flat = sorted(_metric_of_word(words), key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in flat))


# ── by unit ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def _parameters(scene: _Scene) -> Measure:
    """Tell all parameters of a model from those that are active for one token."""
    end = scene.quantity.end
    stop = min([o.start for o in scene.others if o.start > end] + [scene.bounds[1], end + 34])
    if _ACTIVE.search(scene.sentence, end, stop):
        return Measure("active_parameters", "parameter", "active")
    before = scene.sentence[max(0, scene.quantity.start - 14) : scene.quantity.start]
    if _ACTIVE.search(before) and not any(o.end > scene.quantity.start - 14 for o in scene.others if o.end <= end):
        return Measure("active_parameters", "parameter", "active")
    return Measure("parameters", "parameter", "parameter")


def _tokens(scene: _Scene) -> Measure:
    context, training = scene.near(_CONTEXT), scene.near(_TRAINING)
    if context and not training:
        return Measure("context_length", "token", context.group())
    if training and not context:
        return Measure("training_tokens", "token", training.group())
    value = scene.quantity.high or scene.quantity.low or Decimal(0)
    return Measure("training_tokens" if value > _LONGEST_CONTEXT else "context_length", "token", "by size")


_LONGEST_CONTEXT = Decimal(20_000_000)


def _power(scene: _Scene) -> Measure:
    if scene.near(_PER_RACK, 20, 10):
        return Measure(None, "W", "per rack")
    return Measure("power", "W", "power")


def _bytes(scene: _Scene) -> Measure:
    training = scene.near(_TRAINING)
    return Measure("training_data" if training else None, "byte", training.group() if training else "no training data")


_BY_UNIT = {
    "parameter": _parameters,
    "token": _tokens,
    "W": _power,
    "byte": _bytes,
    "FLOP/s": lambda scene: Measure("compute", "FLOP/s", "compute"),  # noqa: ARG005 - one shape for all units
    "gpu": lambda scene: Measure("gpus", "gpu", "gpu"),  # noqa: ARG005
}

_LEAST_SIZE = Decimal(50_000_000)  # a model below this is not called by its size in the news


def _counted(scene: _Scene, *, about_model: bool) -> Measure:
    """Return what a bare count (개, 장, 대) counts: the nearest thing that is counted."""
    value = scene.quantity.low if scene.quantity.low is not None else scene.quantity.high
    counter = scene.quantity.counter
    said = scene.nearest(_COUNT_WORDS, "count")
    if said.metric == "parameters":
        return _parameters(scene)
    if said.metric == "training_tokens":
        return Measure("training_tokens", "token", said.why)
    if said.metric == "gpus" and counter in {"개", "장", "대", "기", "만장", ""}:
        return Measure("gpus", "gpu", said.why)
    if said.metric == "downloads" and counter in {"건", "회", "번", "개", ""}:
        return Measure("downloads", "count", said.why)
    if about_model and value is not None and value >= _LEAST_SIZE and counter in {"개", ""}:
        return _parameters(scene)
    return Measure(None, "count", said.why)
