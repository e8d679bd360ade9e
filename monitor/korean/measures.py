"""
Say what a quantity measures: the words around it compete, the nearest wins, words that refuse compete too.

"기업가치 5억 달러" is a valuation, "매출 1억 달러" revenue, "순손실 5억 달러" nothing that this project keeps. A word right of
the quantity and in its own clause is nearer than one left of it or behind a clause end, for Korean puts the verb last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from monitor.korean.vocabulary import BARE_WORDS, COUNT_WORDS, MONEY_WORDS, PERSON_WORDS, Words
from monitor.model import Quantity

MONEY = frozenset({"KRW", "USD", "EUR", "CNY", "JPY", "HKD", "GBP", "CAD", "TWD", "SGD"})

_ACTIVE = re.compile(
    r"활성|동작|일하는|켜지|켜진|켜는|켠다|켜서|작동|액티브|active|A\d+B", re.IGNORECASE
)  # switched on per token
_CONTEXT = re.compile(r"컨텍스트|콘텍스트|문맥|입력|한 번에|맥락|윈도")  # context, input, at once
_TRAINING = re.compile(r"학습|훈련|말뭉치|코퍼스|데이터")  # training, corpus, data
_PER_RACK = re.compile(r"랙당|랙 당|가구|세대|칩당|개당|대당")  # per rack, per chip
_LEAST_POWER = Decimal(100_000)
_GENERATOR = re.compile(r"\s?(?:급|규모)?(?:의)?\s?(?:소형\s|대형\s)?(?:원자로|원전|가스터빈|발전기|SMR|해상풍력|풍력|태양광)")
_DELTA = re.compile(
    r"\s?(?:[을를이가]|어치|만큼|정도|가량|씩)?\s?(?:더|추가로|이나|가까이)?\s?"
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
    quantity: Quantity,
    sentence: str,
    bounds: tuple[int, int],
    others: Iterable[Quantity],
    *,
    about_model: bool = False,
    before: Mapping[str, str] = MappingProxyType({}),
) -> Measure:
    """
    Return what *quantity* measures in *sentence*; offsets into it, *bounds* being those of its clause.

    *others* are the sentence's further quantities: a word behind another quantity speaks of that one first.
    *before* holds the metrics of the sentences before, by kind ('count', 'money'): what a quantity without a word goes on with.
    *about_model* says that a model is the thing spoken of, so that a bare "3000억 개" is its size.
    """
    scene = _Scene(sentence, bounds, tuple(o for o in others if o is not quantity), quantity)
    unit = _explicit(quantity, sentence)
    if _PER.search(sentence, 0, quantity.start):
        return Measure(None, unit or "", "so much for each of many")
    if unit in {"percent", "times"}:
        return Measure(None, unit, "a share or a multiple")
    if _DELTA.match(sentence, quantity.end) and not _ends_in_goal(sentence, quantity.end):
        return Measure(None, unit or "", "an amount of change")
    if unit in MONEY:
        goes_on = before.get("money", "") if _GOES_ON.match(sentence, quantity.end) else ""
        return _carried(_money(scene, unit), goes_on, unit)
    if unit == "person" and (why := _not_a_crowd(quantity, sentence)):
        return Measure(None, unit, why)
    if unit == "person" and quantity.counter not in _BARE_COUNTERS - {""}:
        said = _carried(scene.nearest(PERSON_WORDS, unit), before.get("person", ""), unit)
        if said.metric == "headcount" and _WHO_USE.match(sentence, quantity.end):
            return Measure("users", unit, "staff who use it")
        return said
    if unit in _BY_UNIT:
        return _BY_UNIT[unit](scene)
    if unit in (None, "count"):
        said = _counted(scene, about_model=about_model)
        carried = before.get("count", "")
        if quantity.counter == "" and said.metric is None and said.why == _SILENT and before.get("person") == "users":
            return Measure("users", "person", "users, as in the sentence before")
        cards = quantity.counter in _CARDS and before.get("cards") and not scene.near(_NOT_CARDS, 24, 16)
        if said.metric is None and cards:
            return Measure("gpus", "gpu", "cards, as before")
        if carried in _COUNTER_OF and quantity.counter in _COUNTER_OF[carried] and not _COUNTS_A_NOUN.match(sentence, quantity.end):
            return _carried(said, *_fitting(carried, quantity))
        return said
    return Measure(None, unit or "", "a unit that no metric has")


_SIZE = re.compile(r"^[\d.,]+\s?[BT](?:급|\s?규모|\(|$)")
_BARE_COUNTERS = frozenset({"", "개", "장", "대", "기", "곳", "건", "만장"})


def _explicit(quantity: Quantity, sentence: str) -> str | None:
    """Return the unit that is written at the number itself; None where a bare counter leaves it to the words around."""
    if _SIZE.match(sentence[quantity.start : quantity.end]):
        return "token" if re.match(r"\s?(?:\([^)]*\)\s?)?토큰", sentence[quantity.end :]) else "parameter"
    if quantity.unit in {"parameter", "person", "gpu", "count", "token"} and quantity.counter in _BARE_COUNTERS:
        said = re.search(r"토큰|명(?:$|\s|이|을|에|까|가)|인$|사람", sentence[quantity.start : quantity.end])
        return quantity.unit if said else None
    return quantity.unit


_PER = re.compile(r"[가-힣](?<![년달해주월기])(?:당|마다|별로)\s(?:최대\s|약\s|평균\s|연간\s|최대\s\d+년간\s|\d+년간\s)*$")  # 학교당: for each school
_LEAST_MONEY = Decimal(100_000)  # below it is a price, a fee or a prize


def _money(scene: _Scene, unit: str) -> Measure:
    """Return what an amount of money is for; where no verb tells, a project or a site that it is the size of."""
    value = scene.quantity.high or scene.quantity.low or Decimal(0)
    if value < _LEAST_MONEY:
        return Measure(None, unit, "too small for anything but a price")
    said = scene.nearest(MONEY_WORDS, unit)
    if re.search(r"지분[^.]{0,16}(?:매각|처분|매도|팔)", scene.sentence[scene.quantity.end :]):
        return Measure(None, unit, "a stake sold")
    if said.metric == "investment" and scene.near(_RAISED_MONEY, 30, 20):
        return Measure("funding", unit, "raised")
    if said.metric is None and said.why == _SILENT:
        start, end = scene.quantity.start, scene.quantity.end
        undertaking = _UNDERTAKING.search(scene.sentence, end, end + 40) or _FUND.search(scene.sentence, max(0, start - 30), start)
        if undertaking:
            return Measure("investment", unit, undertaking.group())
    return said


# "58억유로였다", "69억 달러로", "500억달러를 넘겼다": a level, not a deed of its own
_SHARE_FOLLOWS = re.compile(r"\s?(?:중|가운데)\s?(?:약\s)?\d")
_OF_SO_MANY = re.compile(r"\d\s?(?:명|개|곳|팀)\s?(?:가운데|중)\s?(?:약\s)?$")  # three of four
_FEWEST_PEOPLE, _MOST_PEOPLE = Decimal(10), Decimal(5_000_000_000)


def _not_a_crowd(quantity: Quantity, sentence: str) -> str:
    """Return why a number of people is no figure: a share of a sample, a handful, more than there are."""
    value = quantity.low or quantity.high or Decimal(0)
    if _OF_SO_MANY.search(sentence, 0, quantity.start) or _SHARE_FOLLOWS.match(sentence, quantity.end):
        return "so many of so many"
    if not _FEWEST_PEOPLE <= value < _MOST_PEOPLE:
        return "too few or too many people"
    return ""


_WHO_USE = re.compile(r"[^.,]{0,24}?(?:[을를]|통해)\s?[^.,]{0,12}?(?:이용|활용|사용|쓰)")
_GOES_ON = re.compile(r"\s?(?:이다|다\.|였|이었|에서|으?로\s|까지|에 이|에 달|[을를] (?:넘|돌파|웃|밑)|[가이] 넘|[.,(]|$)")
_RAISED_MONEY = re.compile(r"유치|투자받|투자를 받|조달|라운드|시리즈\s?[A-H]")  # where 투자 is what others put in
_FUND = re.compile(r"펀드|기금|예산")
_UNDERTAKING = re.compile(
    r"프로젝트|사업|구축|데이터센터|데이터 센터|거래|규모의 단지|센터"
)  # what is spent on, when no verb says so
_SILENT = "no word says what it measures"


_KINDS = {"users": "person", "headcount": "person"} | dict.fromkeys(
    ("investment", "funding", "valuation", "revenue", "contract"), "money"
)
_SPOKEN_OF_PEOPLE = re.compile(r"(?P<users>이용자|사용자|가입자|구독자|MAU|WAU)|(?P<headcount>직원|인력|연구원)")
_SPOKEN = re.compile(
    r"(?P<parameters>매개\s?변수|파라미터|\d+B(?![A-Za-z]))|(?P<gpus>GPU|그래픽처리장치|가속기|[HB]\d00|칩)|(?P<training_tokens>토큰|말뭉치)"
)


_MOST_GPUS = Decimal(20_000_000)


def _fitting(metric: str, quantity: Quantity) -> tuple[str, str]:
    """Return the metric and unit that a bare count goes on with; nothing where it is too large or too small for it."""
    value = quantity.low or quantity.high or Decimal(0)
    if metric == "gpus" and value > _MOST_GPUS:
        metric = "parameters"
    if metric != "gpus" and value < _LEAST_SIZE:
        return "", ""
    return metric, _UNIT_OF[metric]


def kind_of(metric: str) -> str:
    """Return what kind of quantity has such a metric: person, money or count."""
    return _KINDS.get(metric, "count")


def metrics_spoken_of(sentence: str) -> dict[str, str]:
    """Return the metrics that *sentence* names last, by kind: what the next one may leave out."""
    spoken = {}
    for kind, words in (("count", _SPOKEN), ("person", _SPOKEN_OF_PEOPLE)):
        for found in words.finditer(sentence):
            spoken[kind] = found.lastgroup or ""
            if found.lastgroup == "gpus":
                spoken["cards"] = "gpus"
    return spoken


_CARDS = frozenset({"장", "만장"})
_NOT_CARDS = re.compile(r"이미지|사진|웨이퍼|음반|앨범|문서|자료|D램|낸드|팹|생산능력")  # other things counted in sheets
# "133개 세무서", "50대 여성": the noun right behind is what is counted
_COUNTS_A_NOUN = re.compile(r"\s?(?!이상|이하|규모|가량|수준|정도|안팎|남짓|넘|가운데|모두|중|상당|급|짜리|를|을|가|이|로|으로|에|의|씩|만|까지|다|였|뿐)[가-힣]{2,}")
_COUNTER_OF = {
    "parameters": frozenset({"개"}),
    "gpus": frozenset({"개", "장", "대", "만장"}),
    "training_tokens": frozenset({"개"}),
}
_UNIT_OF = {"parameters": "parameter", "gpus": "gpu", "training_tokens": "token"}


def _carried(said: Measure, before: str, unit: str) -> Measure:
    """Return *said*, or where no word spoke, the measure of the sentence before."""
    if said.metric is None and said.why == _SILENT and before:
        return Measure(before, unit, "as in the sentence before")
    return said


def _ends_in_goal(sentence: str, end: int) -> bool:
    return sentence[end : end + 2].strip().startswith(("로", "으로"))


class _Scene:
    """One quantity among the words of its sentence."""

    def __init__(
        self, sentence: str, bounds: tuple[int, int], others: tuple[Quantity, ...], quantity: Quantity
    ) -> None:
        self.sentence, self.bounds, self.others, self.quantity = sentence, bounds, others, quantity

    def nearest(self, words: Words, unit: str) -> Measure:
        """Return the measure whose word is nearest."""
        best, said = float("inf"), None
        for found in _cues(tuple(words.items())).finditer(self.sentence):
            metric = _metric_of_word(tuple(words.items()))[found.group()]
            away = self._distance(found.start(), found.end())
            if away < best:
                best, said = away, (metric, found.group())
        if said is None or best > _FAR:
            return Measure(None, unit, _SILENT)
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
    if scene.sentence[max(0, scene.quantity.start - 1) : scene.quantity.start] == "A":
        return Measure("active_parameters", "parameter", "20B-A2B")
    following = [o.start for o in scene.others if o.start > end]
    stop = min([*following, scene.bounds[1], end + 34])
    active = _ACTIVE.search(scene.sentence, end, stop)
    if active and not (following and following[0] - active.end() <= _NEXT_IS_ACTIVE):
        return Measure("active_parameters", "parameter", "active")
    before = scene.sentence[max(0, scene.quantity.start - 14) : scene.quantity.start]
    if _ACTIVE.search(before) and not any(o.end > scene.quantity.start - 14 for o in scene.others if o.end <= end):
        return Measure("active_parameters", "parameter", "active")
    return Measure("parameters", "parameter", "parameter")


def _tokens(scene: _Scene) -> Measure:
    context, training = scene.near(_CONTEXT), scene.near(_TRAINING)
    if _CONTEXT.search(scene.sentence, scene.quantity.end, scene.quantity.end + 8):
        return Measure("context_length", "token", "context")
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
    if (scene.quantity.high or scene.quantity.low or Decimal(0)) < _LEAST_POWER:
        return Measure(None, "W", "too little for a data centre")
    if _GENERATOR.match(scene.sentence, scene.quantity.end):
        return Measure(None, "W", "a power plant's")
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

_NEXT_IS_ACTIVE = 8  # characters: in "6710억개 가운데 일하는 것은 370억개" the word speaks of the second
_LEAST_COUNT = Decimal(30)  # five teams, three great powers, a server of eight chips
_LEAST_SIZE = Decimal(50_000_000)  # a model below this is not called by its size in the news


_MODEL_NUMBER = re.compile(r"(?:RTX|GTX|RX|지포스|라데온|시리즈)[^가-힣]{0,14}$")  # RTX 5090·5080


def _counted(scene: _Scene, *, about_model: bool) -> Measure:
    """Return what a bare count (개, 장, 대) counts: the nearest thing that is counted."""
    value = scene.quantity.low if scene.quantity.low is not None else scene.quantity.high
    counter = scene.quantity.counter
    said = scene.nearest(BARE_WORDS if counter == "" else COUNT_WORDS, "count")
    if said.metric == "users":
        return Measure("users", "person", said.why)
    if value is not None and value < _LEAST_COUNT:
        return Measure(None, "count", "too few to be a figure")
    if said.metric == "parameters":
        return _parameters(scene)
    if said.metric == "training_tokens":
        return Measure("training_tokens", "token", said.why)
    if said.metric == "gpus" and _MODEL_NUMBER.search(scene.sentence, 0, scene.quantity.start):
        return Measure(None, "count", "the name of a card")
    if said.metric == "gpus" and value is not None and value > _MOST_GPUS:
        return Measure(None, "count", "too many to be chips")
    if said.metric == "gpus" and counter in {"개", "장", "대", "기", "만장", ""}:
        return Measure("gpus", "gpu", said.why)
    if said.metric == "downloads" and counter in {"건", "회", "번", "개", ""}:
        return Measure("downloads", "count", said.why)
    bracketed = scene.sentence[: scene.quantity.start].rstrip(" 약").endswith("(")
    if about_model and value is not None and value >= _LEAST_SIZE and (counter == "개" or (counter == "" and bracketed)):
        return _parameters(scene)
    return Measure(None, "count", said.why)
