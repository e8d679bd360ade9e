"""What a count is of: parameters, all or active; tokens read or trained on; chips; downloads; and what a bare count goes on with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from monitor.korean.scenes import SILENT, Measure, Scene
from monitor.model import Quantity

# switched on, at work: what is said of the parameters that one token uses
_ACTIVE = re.compile(
    r"활성|(?<!에서 )(?<!에서도 )(?:동작|작동)|일하는|켜지|켜진|켜는|켠다|켜서|액티브|active|A\d+B", re.IGNORECASE
)
# when it runs, infers: said before the number of those that are switched on
_RUNNING = re.compile(
    r"추론\s?(?:시|할|때)|(?:가동|구동|사용|답|답변|응답)할\s?(?:땐|때)|실제로\s(?:쓰는|쓰이는|움직이는)"
)
_ON_A_PLAN = re.compile(r"요금제|무제한|매달|매월|위약금")  # the data of a telephone contract
_TO_BE_HAD = re.compile(r"내려받을\s수\s있|(?:무료로|공짜로)\s내려받")  # who may download it, and not how many did
_DOWNLOADED = re.compile(r"다운로드|내려받|설치")
_NEXT_IS_ACTIVE = 8  # characters: in "6710억개 가운데 일하는 것은 370억개" the word speaks of the second
_ACTIVE_LEFT, _ACTIVE_RIGHT, _RUNNING_LEFT = 14, 34, 24
_AT_WORK = re.compile(
    r"(?:만|가|를)?\s(?:만\s)?(?:(?:추론|답)할\s때\s|실제로\s|한\s번에\s)?(?:활성|켜|작동|동작|움직|구동|가동|골라|쓴|쓰[며고는]|사용)|(?:만|가|이)?\s(?:추론할\s때|실제로)\s쓰[이인]"
)  # 330억개만 활성화
_CONTEXT = re.compile(r"컨텍스트|콘텍스트|문맥|입력|한 번에|맥락|윈도")  # context, input, at once
_SERVED = re.compile(r"처리|매달|월간|하루|생성|소비|이용료|요금|가격")  # a month, a day: what users make of it
_TRAINING = re.compile(r"학습|훈련|말뭉치|코퍼스|데이터")  # training, corpus, data
_LONGEST_CONTEXT = Decimal(20_000_000)
_LEAST_COUNT = Decimal(30)  # five teams, three great powers, a server of eight chips
_LEAST_SIZE = Decimal(50_000_000)  # a model below this is not called by its size in the news
_MOST_GPUS = Decimal(20_000_000)
_MODEL_NUMBER = re.compile(r"(?:RTX|GTX|RX|지포스|라데온|시리즈)[^가-힣]{0,14}$")  # RTX 5090·5080


def parameters(scene: Scene) -> Measure:
    """Tell all parameters of a model from those that are active for one token."""
    start, end = scene.quantity.start, scene.quantity.end
    active = Measure("active_parameters", "parameter", "active")
    if scene.sentence[max(0, start - 1) : start] == "A":
        return active  # 20B-A2B
    following = [other.start for other in scene.others if other.start > end]
    found = _ACTIVE.search(scene.sentence, end, min([*following, scene.bounds[1], end + _ACTIVE_RIGHT]))
    if found and not (following and following[0] - found.end() <= _NEXT_IS_ACTIVE):
        return active
    left = max([start - _ACTIVE_LEFT, 0, *(other.end for other in scene.others if other.end <= start)])
    if _ACTIVE.search(scene.sentence, left, start) or _RUNNING.search(
        scene.sentence, min(left, max(0, start - _RUNNING_LEFT)), start
    ):
        return active
    return Measure("parameters", "parameter", "parameter")


def tokens(scene: Scene) -> Measure:
    """Tell the tokens that a model reads at once from those that it was trained on."""
    context, training = scene.near(_CONTEXT), scene.near(_TRAINING)
    if not context and not training and scene.near(_SERVED):
        return Measure(None, "token", "tokens that a service handles")
    if _CONTEXT.search(scene.sentence, scene.quantity.end, scene.quantity.end + 8) or (context and not training):
        return Measure("context_length", "token", "context")
    if training and not context:
        return Measure("training_tokens", "token", training.group())
    value = scene.quantity.high or scene.quantity.low or Decimal(0)
    return Measure("training_tokens" if value > _LONGEST_CONTEXT else "context_length", "token", "by size")


def data_size(scene: Scene) -> Measure:
    """Return bytes as the size of training data where training is spoken of."""
    training = None if scene.near(_ON_A_PLAN) else scene.near(_TRAINING)
    return Measure("training_data" if training else None, "byte", training.group() if training else "no training data")


# firms, bodies, schools …: never so many, whatever word is nearest
# what there are hundreds of millions of
_COUNTLESS = frozenset(
    "데이터 문서 이미지 연산 메시지 질문 트랜지스터 화소 데이터셋 건수 판매 영상 주식 주를 특허 논문 로봇 차량 메모리 HBM".split()
)
_FEW, _MANY = frozenset({"기업", "기관", "학교", "업체", "계열사", "점포", "국가", "지역"}), Decimal(10_000)


def counted(scene: Scene, *, about_model: bool) -> Measure:
    """Return what a bare count (개, 장, 대) counts: the nearest thing that is counted."""
    quantity = scene.quantity
    value = quantity.low if quantity.low is not None else quantity.high or Decimal(0)
    words = scene.vocabulary.bare if quantity.counter == "" else scene.vocabulary.count
    if quantity.counter == "" and (people := _PEOPLE.match(scene.sentence, quantity.end)):
        return Measure(None, "count", people.group().strip())
    said = scene.nearest(words, "count")
    if (said.why in _FEW and value >= _MANY) or (value >= _LEAST_SIZE and said.metric is None):
        fit = _COUNTLESS if value >= _LEAST_SIZE else frozenset(words["no-thing"]) - _FEW
        said = scene.nearest({**words, "no-thing": tuple(word for word in words["no-thing"] if word in fit)}, "count")
    if said.metric == "users":
        return Measure("users", "person", said.why)
    if said.metric == "downloads" and scene.near(_TO_BE_HAD, 24, 24):
        said = Measure(None, "count", SILENT)
    if value < _LEAST_COUNT:
        return Measure(None, "count", "too few to be a figure")
    if value >= _LEAST_SIZE and quantity.counter == "개" and _AT_WORK.match(scene.sentence, quantity.end):
        return Measure("active_parameters", "parameter", "active")
    return _said_to_be(said, scene, value) or _size(said, scene, value, about_model=about_model)


def _said_to_be(said: Measure, scene: Scene, value: Decimal) -> Measure | None:
    """Return what the nearest word says that a count is of; None where it names nothing that we keep."""
    quantity, metric = scene.quantity, said.metric
    if metric in {"parameters", "active_parameters"}:
        vague = quantity.qualifier == "order" and value < _LEAST_SIZE  # tens of thousands: of any model
        return Measure(None, "count", "too vague to be a size") if vague else parameters(scene)
    if metric == "gpus":
        return _chips(scene, value, said.why)
    if said.why == "토큰" and quantity.counter in _COUNTERS["training_tokens"]:
        return tokens(scene)
    if metric == "downloads" and not scene.near(_DOWNLOADED, 24, 16):
        return None
    if metric in _UNIT_OF and quantity.counter in _COUNTERS[metric]:
        return Measure(metric, _UNIT_OF[metric], said.why)
    return None


def _size(said: Measure, scene: Scene, value: Decimal, *, about_model: bool) -> Measure:
    """Return a large count in a sentence about a model as its size: '3000억개급 모델', 'GPT-3(1750억)'."""
    quantity = scene.quantity
    bracketed = scene.sentence[: quantity.start].rstrip(" 약").endswith("(")
    named = quantity.unit == "parameter" and quantity.counter in {"", "개"}
    silent = said.why == SILENT and (quantity.counter == "개" or (quantity.counter == "" and bracketed))
    if value >= _LEAST_SIZE and (named or (about_model and silent)):
        return parameters(scene)
    return Measure(None, "count", said.why)


# whom a bare number counts: the people, citizens, households …
_PEOPLE = re.compile(r"\s?(?:국민|시민|주민|도민|인구|소상공인|가구|세대|관객|학생|팬|독자)")


# '200여 개 통신국사': the noun right behind is counted, unless it says how many, what for, or which chips
_ANOTHER_NOUN = re.compile(
    r"\s(?!이상|가량|규모|수준|정도|안팎|넘|이하|남짓|추가|도입|확보|구매|동원|주문|발주|구축|투입|공급|배정|배분|지원|임차|탑재|넣|쓴|쓰|쓸|들이|들인|들여|사들|산다|살|채우|채운|채워|늘리|늘린|더|풀|푼|빌|돌리|돌린|묶|그래픽|가속|칩|최신|고성능|첨단|"
    r"엔비디아|블랙웰|호퍼|루빈|신경망|반도체|인공지능|전부|모두|중|씩|급|단위|이를|가운데|들어|갖고|갖춘|갖추|갖출|목표|확보|구매|도입|가진|가지|있을|있으|있다|쓰인|쓰이|놓인|돌아|깔린|설치|장착|가동|보유|사용|운용)[가-힣]{2,}"
)


def _chips(scene: Scene, value: Decimal, why: str) -> Measure:
    if scene.quantity.counter == "개" and _ANOTHER_NOUN.match(scene.sentence, scene.quantity.end):
        return Measure(None, "count", "another thing is counted")
    if _NO_CHIPS.match(scene.sentence, scene.quantity.end):
        return Measure(None, "count", "no chips, it says")
    if _MODEL_NUMBER.search(scene.sentence, 0, scene.quantity.start):
        return Measure(None, "count", "the name of a card")
    if value > _MOST_GPUS:
        return Measure(None, "count", "too many to be chips")
    return Measure("gpus", "gpu", why)


# ── what a count goes on with ───────────────────────────────────────────────────────────────────────────────────────
_SPOKEN_OF_PEOPLE = re.compile(r"(?P<users>이용자|사용자|가입자|구독자|MAU|WAU)|(?P<headcount>직원|인력|연구원)")
_SPOKEN = re.compile(
    r"(?P<parameters>매개\s?변수|파라미터|(?<!\d)\d{1,4}B(?![A-Za-z]))|(?P<gpus>GPU|그래픽처리장치|가속기|[HB]\d00|칩)|"
    r"(?P<training_tokens>토큰|말뭉치)"
)
_COUNTERS = {
    "parameters": frozenset({"개"}),
    "gpus": frozenset({"개", "장", "대", "만장"}),
    "training_tokens": frozenset({"개", ""}),
    "downloads": frozenset({"건", "회", "번", "개", ""}),
}
_UNIT_OF = {"parameters": "parameter", "gpus": "gpu", "training_tokens": "token", "downloads": "count"}
_CARDS = frozenset({"장", "만장"})
_NO_CHIPS = re.compile(r"[은는]\s(?:GPU|AI\s?칩|칩)[가이]\s(?:아니|아닌)")  # '90만장은 GPU가 아니라 웨이퍼다'
_NOT_CARDS = re.compile(
    r"이미지|사진|웨이퍼|음반|앨범|문서|자료|D램|낸드|팹|생산능력"
)  # other things counted in sheets
# '15조개의 토큰을 썼다. 4000억개짜리 모델도 나온다': what the sentence before counted is no size
_SIZE_OF_A_MODEL = re.compile(r"\s?(?:짜리|급|규모의?|크기의?)\s(?:[가-힣A-Za-z]{1,6}\s){0,2}(?:언어모델|모델|LLM)")
# "133개 세무서", "50대 여성": the noun right behind is what is counted
_COUNTS_A_NOUN = re.compile(
    r"\s?(?!이상|이하|규모|가량|수준|정도|안팎|남짓|넘|가운데|모두|중|상당|급|짜리|를|을|가|이|로|으로|에|의|씩|만|까지|다|였|뿐)"
    r"[가-힣]{2,}"
)


# '혁신펀드를 만든다', '데이터센터를 짓는다': the money of the next sentence is what that takes ('규모는 1조원이다')
_TELLS_OF_AN_OUTLAY = re.compile(
    r"(?<![가-힣])투자(?:[를의에은는이가도]\s(?!유치|받)|\s(?:시계|시간표|일정|기간|약속|약정|속도|청사진|집행|한다|규모)|[,…])|(?:펀드|기금|데이터\s?센터|사업|인프라)['’”]?(?:의)?\s(?:조성|집행|투자|시간표|운용\s?계획|약정)|(?:펀드|기금)['’”]?의?\s|"
    r"(?:쓸|넣을|들일|투자할|댈)\s(?:돈|금액|자금)[을은이]\s|(?:추경|예산)안?[이은을]\s|(?:투자액|투자\s(?:계획|규모|전망|전망치|예상치|예산|목표|목표액|상한|하한|상한선|하한선|상단|하단)|자본\s?지출|설비\s?투자)(?:의?\s(?:예상\s|전망\s)?(?:상단|하단|상한|하한|상한선|하한선|범위|폭))?[을를은는이가]\s|(?:펀드|기금|데이터\s?센터|캠퍼스|단지|클러스터|연구센터)['’”]?[을를]\s[^,.\d]{0,14}(?:만들|만든|짓|세우|세운|조성|건립|구축)"
)


# '시리즈G 목표를 고쳐 썼다', '투자 유치에 뭉칫돈이 몰린다': the money of the next sentence is raised
_TELLS_OF_A_RAISE = re.compile(r"투자\s?유치|모금|자금\s?(?:조달|모집)|시리즈\s?[A-H]|투자\s라운드")


def metrics_spoken_of(sentence: str) -> dict[str, str]:
    """Return the metrics that *sentence* names last, by kind: what the next one may leave out."""
    spoken = {}
    for kind, words in (("count", _SPOKEN), ("person", _SPOKEN_OF_PEOPLE)):
        for found in words.finditer(sentence):
            spoken[kind] = found.lastgroup or ""
            if found.lastgroup == "gpus":
                spoken["cards"] = "gpus"
    money = (
        "investment"
        if _TELLS_OF_AN_OUTLAY.search(sentence)
        else "funding"
        if _TELLS_OF_A_RAISE.search(sentence)
        else ""
    )
    return spoken | ({"money": money} if money else {})


def going_on(said: Measure, scene: Scene, before: Mapping[str, str]) -> Measure:
    """Return *said*, or what a count without a word goes on with: users, cards, or the count of the sentence before."""
    quantity, metric = scene.quantity, before.get("count", "")
    if said.metric is not None:
        return said
    if quantity.counter == "" and said.why == SILENT and before.get("person") == "users":
        return Measure("users", "person", "users, as in the sentence before")
    if quantity.counter in _CARDS and scene.near(_NOT_CARDS, 24, 24):
        return said
    if quantity.counter in _CARDS and before.get("cards"):
        return Measure("gpus", "gpu", "cards, as before")
    if said.why != SILENT or quantity.counter not in _COUNTERS.get(metric, ()):
        return said
    if _COUNTS_A_NOUN.match(scene.sentence, quantity.end):
        return said
    metric = "parameters" if _SIZE_OF_A_MODEL.match(scene.sentence, quantity.end) else metric
    return _fitting(metric, quantity) or said


def _fitting(metric: str, quantity: Quantity) -> Measure | None:
    """Return the measure that a bare count goes on with; None where it is too large or too small for it."""
    value = quantity.low or quantity.high or Decimal(0)
    if metric == "gpus" and value > _MOST_GPUS:
        metric = "parameters"
    if metric != "gpus" and value < _LEAST_SIZE:
        return None
    return Measure(metric, _UNIT_OF[metric], "as in the sentence before")
