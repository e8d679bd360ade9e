"""Rules that bind a quantity to a name by where the two stand: inside it, in its bracket, behind it, or right before it."""

from __future__ import annotations

import re

from monitor.korean.cases import (
    MODEL_METRICS,
    MONEY_METRICS,
    NOMINATIVE,
    STOPPER,
    SUBJECT_BETWEEN,
    Case,
    Owner,
    carries,
    is_compared,
    owner_of_name,
)
from monitor.korean.money import BECAME, MADE_FOR, topic_that_became
from monitor.korean.names import Name


def size_in_name(case: Case) -> list[Owner]:
    """'솔라 오픈 100B': the quantity is part of a model's name."""
    quantity = case.quantity
    name = next(
        (n for n in case.names if n.kind == "thing" and n.start <= quantity.start and quantity.end <= n.end), None
    )
    return [Owner(name.company, name)] if name else []


def bracket_behind_name(case: Case) -> list[Owner]:
    """'GPT-3(1750억 개)', '메타(22만4000개)': the bracket belongs to the name before it."""
    opening = case.sentence.rfind("(", 0, case.quantity.start)
    if opening < 0 or ")" in case.sentence[opening : case.quantity.start]:
        return []
    closing = case.sentence.find(")", opening)
    if opening + _IN_BRACKET < case.quantity.start or closing < case.quantity.end:
        return []
    before = case.sentence[:opening].rstrip("'\"’” ")
    name = next((n for n in reversed(case.names) if n.end <= opening and len(before) - n.end <= 1), None)
    return [owner_of_name(name)] if name else []


_IN_BRACKET = 14


def worth_of_a_name(case: Case) -> list[Owner]:
    """'오픈AI 기업가치를 2600억달러로', '마누스의 기업가치가 5억 달러': the name right before the word is the one valued."""
    if case.metric not in {"valuation", "revenue", "users", "headcount", "investment"}:
        return []
    judged = case.metric == "valuation" and _JUDGED.match(case.sentence, case.quantity.end)
    for valued in case.left(case.companies) if judged else ():
        if valued.particle in {"을", "를"} and case.quantity.start - valued.tail <= _BESIDE:
            return [owner_of_name(valued)]  # 'A는 B를 290억 달러로 평가했다'
    called = _CALLED.search(case.sentence[: case.quantity.start]) if judged else None
    for valued in case.left(case.companies) if called else ():
        if called and valued.text.startswith(called["short"]):
            return [owner_of_name(valued)]  # '스케일 AI의 지분을 사며 스케일을 290억 달러로 평가했다'
    became = BECAME.match(case.sentence, case.quantity.end) and topic_that_became(case.sentence, case.quantity.start)
    for found in _WORTH.finditer(case.sentence):
        if found.start() >= case.quantity.start:
            break
        between = case.sentence[found.end() : case.quantity.start]
        far = len(between) > _WORTH_REACH or any(
            o.start >= found.end() and o.end <= case.quantity.start for o in case.others
        )
        if far and not (became and became.start() == found.start()):
            continue
        name = next(
            (n for n in case.names if 0 <= found.start() - n.tail <= 1 and n.particle in {"의", "", "를", "을"}), None
        )
        if name:
            return [owner_of_name(name)]
    return []


_WORTH = re.compile(
    r"(?:기업\s?가치|몸값|시가총액|시총|(?:연간\s?|연환산\s?|연\s?)?(?:반복\s?)?매출|(?:주간|월간)?\s?(?:활성\s?)?이용자|가입자|직원|훈련비|학습비|학습\s?비용|개발비|훈련\s?비용)"
)
_JUDGED = re.compile(r"(?:[^,.]{0,4}규모|수준)?으?로\s(?:평가|인정|책정|매겼|매긴|매겨|쳐\s?[줬준])")
_CALLED = re.compile(r"(?<![가-힣A-Za-z])(?P<short>[가-힣A-Za-z]{2,})[을를]\s(?:약\s|총\s)?$")
_BESIDE = 12
_WORTH_REACH = 48


# 'V3 개발에 5억 달러 이상이 들었을 것'
_ITS_MAKING = re.compile(r"\s?(?:훈련|학습|개발)(?:에|에는|에만)\s(?:약\s|총\s|불과\s)?")
_WENT_IN = re.compile(r"[이가]\s(?:들|소요)")
_TO_MAKE = re.compile(
    r"\s(?:(?:훈련|학습|개발)(?:하는|시키는)?|가르치는)\s?데(?:는|만|에)?\s(?:(?:든|들인|쓴|들어간)\s(?:돈|비용)[은이]\s)?(?:약\s|총\s|불과\s)?"
)


_WENT_INTO = re.compile(r"['’”]?에\s(?:쓴|들인|든|들어간|투입한|투입된)\s(?:약\s|총\s)?")  # 'GPT-4에 들어간 1억 달러'
_THAT_TOOK = re.compile(r"[을를]\s(?:들인|쓴|들여\s만든|투입한)\s['‘]?")  # '1억 달러를 들인 GPT-4'


def model_made(case: Case) -> Name | None:
    """Return the model that a sum or chips made: '557만 달러로 V3를 학습시켰다', 'V3를 GPU 2048개로 훈련했다'."""
    made = MADE_FOR.match(case.sentence, case.quantity.end)
    models = [
        n for n in case.names if made and n.kind == "thing" and n.particle in {"을", "를"} and n.tail < made.end()
    ]
    return models[-1] if models else None


def what_it_took(case: Case) -> list[Owner]:
    """'키미 K2를 훈련하는 데 460만 달러가 들었다': what making a thing took is its maker's."""
    if case.metric == "investment" and (model := model_made(case)):
        return [owner_of_name(model)]
    behind = _THAT_TOOK.match(case.sentence, case.quantity.end) if case.metric == "investment" else None
    if behind and (its := next((n for n in case.names if n.sort == "model" and n.start == behind.end()), None)):
        return [owner_of_name(its)]
    for name in case.left(list(case.names)):
        if (
            case.metric == "investment"
            and name.sort == "model"
            and _WENT_INTO.fullmatch(case.sentence, name.end, case.quantity.start)
        ):
            return [owner_of_name(name)]
        made = _TO_MAKE.fullmatch(case.sentence, name.tail, case.quantity.start)
        went = _ITS_MAKING.fullmatch(case.sentence, name.tail, case.quantity.start)
        went = went and _WENT_IN.match(case.sentence, case.quantity.end)
        if name.kind == "thing" and (
            (made and name.particle in {"을", "를"}) or (went and name.particle in {"", "의"})
        ):
            return [owner_of_name(name)]
    return []


_SOURCE = frozenset({"에서", "로부터", "으로부터"})  # 'TSMC에서 4000장을 공급받는다': who gives, not who has


# '31B 매개변수의 이 모델은', '이 모델의 매개변수는'
_THIS_MODEL = re.compile(r"(?<![가-힣])(?:이|해당)\s(?:언어\s?|AI\s?|AI 언어\s?)?(?:모델|LLM)(?=[은는이가을를의에도])")


def this_model(case: Case) -> list[Owner]:
    """'업스테이지의 솔라 프로 2를 겨냥했다. 31B 매개변수의 이 모델은': the one model that was named last."""
    models = {(name.id, name.version): name for name in case.memory.models}
    if case.metric not in MODEL_METRICS or len(models) != 1 or any(name.sort == "model" for name in case.names):
        return []
    name = case.memory.models[-1]
    return [Owner(name.company, name)] if _THIS_MODEL.search(case.sentence) else []


def head_of_relative_clause(case: Case) -> list[Owner]:
    """'2040억개 매개변수를 지닌 하이퍼클로바X', '500B 규모의 초거대 모델 A.X K1': the noun behind carries it."""
    quantity = case.quantity
    stop = min(
        [o.start for o in case.others if o.start >= quantity.end] + [case.clause.end, quantity.end + _HEAD_WITHIN]
    )
    if case.metric in {"investment", "funding", "contract"}:
        return []
    if doer := _who_is_to(case):
        return [Owner(doer.company)]
    for name in case.names:
        if name.start < quantity.end or name.start >= stop:
            continue
        between = case.sentence[quantity.end : name.start]
        if between.startswith(",") and _has_its_own(case):
            return []
        last = _end_of_chain(case, name)
        if not _leads_to(between, near=not any(is_compared(case.sentence, one) for one in (name, last))):
            return []
        if not carries(case.metric, name) or name.particle in _SOURCE:
            continue
        if case.metric in MODEL_METRICS and last.kind != "thing":
            return [Owner(last.company)] if not case.planned else []
        return [Owner(name.company, last) if last is not name else owner_of_name(name)]
    return []


# '오픈AI가 6GW를 확보하기로 한 AMD 협력의': who does it stands before it
_TO_GET = re.compile(r"[을를]\s(?:확보|구축|배치|도입|구매|공급받|임차)하(?:기로\s한|려는|겠다는|는)\s")


def _who_is_to(case: Case) -> Name | None:
    """Return the firm that is to get what the quantity tells of, said right before it with 이 or 가."""
    if case.metric not in {"gpus", "power", "compute"} or not _TO_GET.match(case.sentence, case.quantity.end):
        return None
    start = case.quantity.start
    return next(
        (n for n in case.left(case.companies) if n.particle in {"이", "가"} and start - n.tail <= _NEXT_TO), None
    )


def _has_its_own(case: Case) -> bool:
    """'믿음 2.0 베이스는 11.5B, 경량 모델인 믿음 2.0 미니는': what the number before a comma is of stands right before it."""
    before = next(iter(case.left(list(case.names))), None)
    if before is None:
        return False
    if before.particle == "의":
        return bool(_ITS_SIZE.fullmatch(case.sentence, before.tail, case.quantity.start))
    return before.particle in NOMINATIVE and case.quantity.start - before.tail <= _RIGHT_BEFORE


_ITS_SIZE = re.compile(r"\s(?:매개변수|파라미터)(?:\s?수)?[은는이가]\s(?:약\s|총\s)?")
_RIGHT_BEFORE = 8  # characters: '는 파라미터가 115억개'
_HEAD_WITHIN = 60
_ADNOMINAL = re.compile(
    r"(?:의|[은는한된던춘진인난낸둔든린긴킨찬룬큰른쓴온선준운닌힌친할될출쓸릴킬길울질]|급|규모|짜리|크기|이상|대형|수준)\s?(?:[가-힣A-Za-z()0-9·\- ]{0,34}?)?['‘“\"]?$"
)
_IS_THE_SUBJECT = re.compile(r"[은는]\s")  # '2만 명은 챗GPT를 쓴다': the quantity has a predicate of its own
_NEXT_IN_CHAIN = 16
_OBJECT = re.compile(r"[을를]\s")  # '에이닷의 기술력을 A.X K1과': another noun is had
_NEXT_TO = 12
_AS_OBJECT = ("을 ", "를 ")  # '6억5000만명을 앞세워 챗GPT와의': something is done with them


def _leads_to(between: str, *, near: bool) -> bool:
    """Tell whether the words between a quantity and a name modify the name; *near* ones need not look like it."""
    if (
        between.endswith("·")
        or _IS_THE_SUBJECT.match(between)
        or STOPPER.search(between)
        or SUBJECT_BETWEEN.search(re.sub(r"\([^)]*\)", "", between))
    ):
        return False
    modifies = _ADNOMINAL.search(re.sub(r"\([^)]*\)", "", between))
    return bool(modifies) or (near and between[:2] not in _AS_OBJECT and len(between.strip("'‘“\" ")) <= _NEXT_TO)


def _end_of_chain(case: Case, name: Name) -> Name:
    """Follow 'SKT의 AI 서비스 에이닷' to its last name; a thing outranks the company that holds it, or has a part in it."""
    for follower in case.names:
        its = name.company in {follower.company, *follower.partners}
        if follower.start >= name.end and its and follower.kind == "thing":
            between = case.sentence[name.tail : follower.start]
            apart = STOPPER.search(between) or _OBJECT.search(between)
            if len(between) <= _NEXT_IN_CHAIN and not apart and name.particle in {"의", ""}:
                return follower
    return name


def _is_used(case: Case, name: Name) -> bool:
    """Tell whether it is the service that a firm took up and whose users are told: '…을 도입한 뒤 2만 명이 이를 쓴다'."""
    return (
        case.metric == "users"
        and name.particle in {"을", "를"}
        and bool(_USE_IT.match(case.sentence, case.quantity.end))
    )


_USE_IT = re.compile(r"[^,.]{0,12}[이가]\s이를\s(?:활용|이용|사용|쓰)")


def nearest_thing_before(case: Case) -> list[Owner]:
    """'콜로서스 2에는 GPU 55만개가', '엑사원의 파라미터는 3000억개': the last thing named in the clause."""
    if case.metric in MONEY_METRICS | {"headcount"}:
        return []
    floor = case.clause.start
    for name in case.left([n for n in case.names if n.kind == "thing"]):
        if not carries(case.metric, name):
            continue
        if (name.start < floor and not _is_used(case, name)) or is_compared(case.sentence, name):
            continue
        if name.particle in {"보다", "처럼", "만큼", "로", "으로", "과", "와"} and case.metric in MODEL_METRICS:
            continue
        rival = [c for c in case.companies if name.end <= c.start < case.quantity.start and c.particle in NOMINATIVE]
        if rival and all(c.company != name.company for c in rival):
            return []
        return [owner_of_name(name)]
    return []
