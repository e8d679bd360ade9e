"""Say what a quantity measures. "기업가치 5억 달러" is a valuation, "매출 1억 달러" revenue, "순손실 5억 달러" nothing that is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from monitor.korean.counts import counted, data_size, going_on, parameters, tokens
from monitor.korean.money import BUDGET, money_of
from monitor.korean.scenes import SILENT, Measure, Scene, as_before
from monitor.model import Quantity

MONEY = frozenset({"KRW", "USD", "EUR", "CNY", "JPY", "HKD", "GBP", "CAD", "TWD", "SGD"})
_KINDS = {"users": "person", "headcount": "person"} | dict.fromkeys(
    ("investment", "funding", "valuation", "revenue", "contract"), "money"
)
_BARE_COUNTERS = frozenset({"", "개", "장", "대", "기", "곳", "건", "만장"})
_SIZE = re.compile(r"^[\d.,]+\s?[BT](?:급|\s?규모|\(|$)")
_WRITTEN = re.compile(r"토큰|명(?:$|\s|이|을|에|까|가)|인$|사람")  # token, persons: a unit in the quantity's own words
# 학교당: for each school; not 반기마다, each half-year
_PER = re.compile(
    r"(?:한|각)\s(?:랙|서버|노드|선반)에\s[^,.\d]{0,10}$|[가-힣](?<![년달해주월기초])(?:당|마다|별로)\s(?:최대\s|약\s|평균\s|연간\s|\d+년간\s)*$"
)
_BESIDE = 40  # characters in which the words right before or behind a quantity stand
_PER_TOKEN = re.compile(r"토큰(?:당|마다|별로)\s[^,.]{0,6}$")  # what is active for each token is a size of the model
# an amount of change, not a level: 1억 명이 늘었다
_RATE = re.compile(r"\s?당\s")  # '100만 토큰당 2.5달러'
_DELTA = re.compile(
    r"\s?[이가]\s더\s(?:들어[왔온]|몰[렸린]|합류)|\s?(?:[이가]\s)?(?:더\s)?(?:(?:많다|많은|적다|적은)[\s.]|(?:많아|적어)[졌지진])|\s?(?:[을를이가]|어치|만큼|정도|가량|씩)?\s?(?:더|추가로|이나|가까이|넘게|이상|남짓)?\s?"
    r"(?:늘(?!린다|린 )|증가|줄|감소|커졌|커지|불어|불었|얹었|보탰|더했|(?:새로\s)?생[긴기겼]|붙었|모였|올랐|내렸|확대됐|상향|하향|증액|삭감|깎)"
)
# '전력 용량을 4.5GW 늘리기로': capacity that is added is a figure of its own, a part of the whole
ADDED = re.compile(
    r"\s?(?:규모를?\s|[을를]\s)?(?:더\s|추가로\s)?(?:늘리기로|늘린다|늘리겠|증설하|증설한|추가하기로|추가한다|추가로\s확보|더\s짓)"
)
# what is put on top of a sum that the same sentence tells: '100억달러 더… 올해 850억달러로', '50억 달러를 얹어 총 …'
_STEP = re.compile(
    r"\s?(?:[을를]\s)?(?:더(?=[\s.…,·]|$)|추가(?=[\s.…,·]|$)|추가(?:해|한|하며|투입해|투자해)|얹어|얹은|보태|보탠|더해|더한|덧붙여)"
)
# '150조원으로 50조원 늘린다': the sum stands before it
_BY_SO_MUCH = re.compile(
    r"\s?(?:[을를]\s)?(?:더\s|가량\s|정도\s|추가로\s)?(?:늘[려렸린릴리]|줄[여였인이]|높[여였인이]|낮[춰췄춘추]|올[려렸린]|내[려렸린리]|키[워웠운우]|증액|감액|증설|상향|하향|확대|축소|추가|더\s(?:쓰|들이|투자|투입))"
)
_SUM_BEHIND = re.compile(r"(?:규모)?(?:으?로|이 됐|에 이르|에 달)")


# '정부가 나눠 준 GPU 4000장이': what was handed out of it
_GIVEN = re.compile(r"(?:나눠\s?준|배분한|빌려\s?준|내준)\s(?:첨단\s)?(?:GPU\s?)?(?:약\s)?$")
# '확보한 1만장 가운데 4000장을 먼저 내준다': what is handed out of what was told
_OUT_OF = re.compile(
    r"(?:\d|만|천)\s?(?:장|개|대)\s(?:가운데|중(?:에서)?)\s(?:약\s)?$|(?:(?:확보|마련|구매|도입)한|사들인|들여온|사 둔)\s[^,.]{0,24}(?:가운데|중(?:에서)?)\s(?!\d차\s)[^,.\d]{0,24}(?<![이가]\s)$"
)
_LENT = re.compile(
    r"[을를이가]\s(?!['‘]?\d차(?:로\s공급|\s))[^,.]{0,24}?(?:내준|내주|내보|나간|나가|푼다|풀|배분|나눠|공급(?!받)|빌려|제공(?!받)|배정(?!받))"
)
# '투자 하한선 20억달러 올려': by how much one end of a range moved
_ONE_END, _MOVED_BY = (
    re.compile(r"하한|상한|하단|상단"),
    re.compile(r"\s?[을를]?\s(?:올[려렸]|내[려렸]|높[여였]|낮[춰췄])"),
)
_SO_MUCH_MORE = re.compile(r"\s더(?=[\s….,·'’\"”]*$|…|[\"”'’])")  # '"국민성장펀드 50조 더"', in a headline
_TO_BEGIN_WITH = re.compile(r"부터(?=[\s….,'’”\"]|$)")  # '나간다… 4000장부터'


def kind_of(metric: str) -> str:
    """Return what kind of quantity has such a metric: person, money or count."""
    return _KINDS.get(metric, "count")


def measure_of(scene: Scene, before: Mapping[str, str], *, about_model: bool) -> Measure:
    """
    Return what the scene's quantity measures.

    *before* holds the metrics of the sentences before, by kind ('count', 'money', 'person', 'cards'): what a quantity
    without a word goes on with. *about_model* says that a model is spoken of: a bare "3000억 개" is then its size.
    """
    said = _measured(scene, before, about_model=about_model)
    was = _was(scene) if said.why == SILENT else None
    return _measured(replace(scene, quantity=was), before, about_model=about_model) if was else said


# '3만장에서 2028년까지 1만5000장으로': what became of a number is of its kind; '3만장으로 적었으나 2만장이 맞아': what is right
_BECAME = re.compile(
    r"(?:\s?이상)?에서\s(?:[^,.]{0,14}\s)?(?:최대\s|약\s|총\s)?|(?:으로|로|이?라고)\s(?:잘못\s)?(?:적었|적은|썼|표기했|보도했|전했)[^,.\d]{0,8},?\s"
)
_IS_NOW = re.compile(r"\s?(?:이상|이하|가량|안팎|수준|규모)?(?:(?:으로|로)\s|[이가]\s(?:맞|옳))")


def _was(scene: Scene) -> Quantity | None:
    """Return the quantity of its unit from which the scene's one rose or fell; None if it is told of alone."""
    one = scene.quantity
    last = max((other for other in scene.others if other.end <= one.start), key=lambda other: other.end, default=None)
    if last is None or last.counter != one.counter or one.unit not in {None, last.unit}:
        return None
    became = _BECAME.fullmatch(scene.sentence, last.end, one.start) and _IS_NOW.match(scene.sentence, one.end)
    return last if became else None


def _measured(scene: Scene, before: Mapping[str, str], *, about_model: bool) -> Measure:
    unit, end = unit_of(scene.quantity, scene.sentence), scene.quantity.end
    if unit in {"percent", "times"}:
        return Measure(None, unit, "a share or a multiple")
    before_it = (max(0, scene.quantity.start - _BESIDE), scene.quantity.start)
    if _PER.search(scene.sentence, *before_it):
        if _PER_TOKEN.search(scene.sentence, *before_it) and unit is None:
            return parameters(scene)
        return Measure(None, unit or "", "so much for each of many")
    if _RATE.match(scene.sentence, end):
        return Measure(None, unit or "", "what a price is for")
    if change := _change(scene):
        return Measure(None, unit or "", change)
    if unit in MONEY:
        return money_of(scene, unit, before)
    if unit == "person":
        return _people(scene, before)
    if unit in _BY_UNIT:
        return _BY_UNIT[unit](scene)
    if unit in {None, "count"}:
        return _budgeted(scene) or going_on(counted(scene, about_model=about_model), scene, before)
    return Measure(None, unit or "", "a unit that no metric has")


def _budgeted(scene: Scene) -> Measure | None:
    """Return a bare number as money where it is what a programme gets."""
    quantity = scene.quantity
    bare = quantity.unit is None and not quantity.counter
    budget = BUDGET.search(scene.sentence, max(0, quantity.start - _BESIDE), quantity.start) if bare else None
    return Measure("investment", "KRW", "a budget, in won") if budget else None


def _change(scene: Scene) -> str:
    """Return what kind of change a quantity is and no level, '' for none."""
    end = scene.quantity.end
    if scene.quantity.unit == "W" and ADDED.match(scene.sentence, end):
        return ""
    if _GIVEN.search(scene.sentence, 0, scene.quantity.start) or (
        _OUT_OF.search(scene.sentence, 0, scene.quantity.start) and _LENT.match(scene.sentence, end)
    ):
        return "a share of what is there"
    if scene.near(_ONE_END, 12, 0) and _MOVED_BY.match(scene.sentence, end):
        return "an amount of change"
    if scene.quantity.counter == "장" and _TO_BEGIN_WITH.match(scene.sentence, end):
        return "a first lot of a number that is not told"
    if _DELTA.match(scene.sentence, end) and not scene.sentence[end : end + 3].strip().startswith(("로", "으로")):
        return "an amount of change"
    if scene.headline and _SO_MUCH_MORE.match(scene.sentence, end):
        return "what is put on top of a sum that the text tells"
    if _BY_SO_MUCH.match(scene.sentence, end) and _follows_its_sum(scene):
        return "an amount of change"
    return "what is put on top of a sum told behind it" if _is_step(scene) else ""


def _follows_its_sum(scene: Scene) -> bool:
    """Tell whether the larger sum that a quantity makes stands right before it."""
    one = scene.quantity
    last = max((other for other in scene.others if other.end <= one.start), key=lambda o: o.end, default=None)
    if last is None or last.unit != one.unit or (last.low or last.high or 0) < (one.low or one.high or 0):
        return False
    return bool(_AS_A_SUM.fullmatch(scene.sentence, last.end, one.start))


_AS_A_SUM = re.compile(r"(?:\([^)]*\))?\s?(?:규모|수준|선)?(?:으?로|까지)\s[^,.\d]{0,16}")


def _is_step(scene: Scene) -> bool:
    """Tell whether a quantity is added to one of its kind, and the sentence goes on to tell the larger sum."""
    one = scene.quantity
    return bool(_STEP.match(scene.sentence, one.end)) and any(
        other.start >= one.end
        and other.unit == one.unit
        and (other.low or 0) > (one.low or 0)
        and _SUM_BEHIND.match(scene.sentence, other.end)
        for other in scene.others
    )


def unit_of(quantity: Quantity, sentence: str) -> str | None:
    """Return the unit that is written at the number itself; None where a bare counter leaves it to the words around."""
    words = sentence[quantity.start : quantity.end]
    if _SIZE.match(words):
        return "token" if re.match(r"\s?(?:\([^)]*\)\s?)?토큰", sentence[quantity.end :]) else "parameter"
    if quantity.unit in {"parameter", "person", "gpu", "count", "token"} and quantity.counter in _BARE_COUNTERS:
        return quantity.unit if _WRITTEN.search(words) else None
    return quantity.unit


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────
_OF_SO_MANY = re.compile(r"\d\s?(?:명|개|곳|팀)\s?(?:가운데|중)\s?(?:약\s)?$")  # three of four
_SHARE_FOLLOWS = re.compile(r"\s?(?:중|가운데)\s?(?:약\s)?\d")  # of 615, 87 percent
_FEWEST, _MOST = Decimal(10), Decimal(5_000_000_000)
_LEAKED = re.compile(r"유출|해킹|탈취|침해")
_LAID_OFF = re.compile(r"감원|해고|구조조정|희망퇴직|감축|재배치|이직|퇴사|떠났|빼갔|빼내")
# '직원 5700명을 자회사로 보내는 안': people who change their employer
_MOVED_OUT = re.compile(
    r"[을를]\s[^,.]{0,16}?(?:(?:자회사|계열사|신설\s?법인|외부)[^,.]{0,6}\s(?:보내|옮기)|전출|전환\s?배치)"
)
_AT_WORK = re.compile(r"[이가]\s(?:일하는|근무하는|상주하는|몸담은)\s")  # '300여 명이 일하는 센터'
_WHO_USE = re.compile(r"[^.,]{0,24}?(?:[을를]\s통해|(?:[을를]|통해)\s?[^.,]{0,12}?(?:이용|활용|사용|쓰))")


def _people(scene: Scene, before: Mapping[str, str]) -> Measure:
    """Return what people are counted: users or staff; a share of a sample, a handful or more than there are is nothing."""
    quantity, sentence = scene.quantity, scene.sentence
    if _OF_SO_MANY.search(sentence, max(0, quantity.start - _BESIDE), quantity.start) or _SHARE_FOLLOWS.match(
        sentence, quantity.end
    ):
        return Measure(None, "person", "so many of so many")
    if not _FEWEST <= (quantity.low or quantity.high or Decimal(0)) < _MOST:
        return Measure(None, "person", "too few or too many people")
    said = as_before(scene.nearest(scene.vocabulary.person, "person"), before.get("person", ""))
    if scene.near(_LEAKED, 8, 28):
        return Measure(None, "person", "people whose data leaked")
    if _AT_WORK.match(sentence, quantity.end):
        return Measure(None, "person", "who work at a place")
    if said.metric == "headcount" and (scene.near(_LAID_OFF, 24, 12) or _MOVED_OUT.match(sentence, quantity.end)):
        return Measure(None, "person", "people who leave")
    if said.metric == "headcount" and _WHO_USE.match(sentence, quantity.end):
        return Measure("users", "person", "staff who use it")
    return said


# ── power, compute ──────────────────────────────────────────────────────────────────────────────────────────────────
_PER_RACK = re.compile(r"랙당|랙 당|가구|세대|칩당|개당|대당")  # per rack, household, chip
_LEAST_POWER = Decimal(100_000)  # a data centre's; a notebook takes 300 W
_GENERATOR = re.compile(
    r"\s?(?:급|규모|용량)?(?:의)?\s?(?:소형\s|대형\s)?(?:원자로|원전|가스터빈|터빈|발전기|SMR|해상풍력|풍력|태양광)"
)


# power plants and what a country needs: 전력 생산 (generation), 출력 (output), 수요 (demand)
_PLANT = re.compile(
    r"원자로|원전|원자력|SMR|발전소|발전기|전력\s?생산|전기\s?출력|호기|설비용량|전력\s?수요|추가\s?수요|태양광|풍력"
)


def _power(scene: Scene) -> Measure:
    if scene.near(_PER_RACK, 20, 10):
        return Measure(None, "W", "per rack")
    if (scene.quantity.high or scene.quantity.low or Decimal(0)) < _LEAST_POWER:
        return Measure(None, "W", "too little for a data centre")
    if not re.search(r"\d", scene.sentence[scene.quantity.start : scene.quantity.end]):
        return Measure(None, "W", "a unit without a number")
    if _GENERATOR.match(scene.sentence, scene.quantity.end) or scene.near(_PLANT, 48, 8):
        return Measure(None, "W", "a power plant's")
    return Measure("power", "W", "power")


_LEAST_COMPUTE = Decimal(10) ** 15  # a machine's or a cluster's; below it is a chip's or a notebook's


def _compute(scene: Scene) -> Measure:
    if (scene.quantity.high or scene.quantity.low or Decimal(0)) < _LEAST_COMPUTE:
        return Measure(None, "FLOP/s", "too little for a machine")
    return Measure("compute", "FLOP/s", "compute")


def _gpus(_: Scene) -> Measure:
    return Measure("gpus", "gpu", "gpu")


_BY_UNIT: dict[str | None, Callable[[Scene], Measure]] = {
    "parameter": parameters,
    "token": tokens,
    "W": _power,
    "byte": data_size,
    "FLOP/s": _compute,
    "gpu": _gpus,
}
