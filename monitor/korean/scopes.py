"""Say what must never be compared with anything else: run-rate and recognised sales, weekly and monthly users, one phase and all."""

from __future__ import annotations

import re

from monitor.korean.cases import Case
from monitor.korean.measures import ADDED
from monitor.korean.subjects import segment_of

_RUN_RATE = re.compile(r"연환산|연간으로 환산|ARR|연간\s?반복|런레이트|연율")  # annualised, recurring
# '작년 한 해 올린 매출은 131억 달러지만, 연환산 매출은': what was sold in a year that is over
_OF_A_YEAR = re.compile(r"(?:지난해|작년|20\d\d년)(?:\s한\s해)?\s(?:(?!연환산|반복|ARR)[^,.]){0,10}매출")
_SALES = re.compile(r"매출|수익")  # what is said without either goes on with the sentence before
_GOAL = re.compile(r"20\d\d년\s(?:[가-힣]+\s)?목표")  # of what is to be sold in that year
_YEARLY = re.compile(
    r"연간(?! 자본지출| 설비투자| 투자 계획)|매년|해마다|(?<!작년 )(?<!올 )(?<!올해 )(?<!지난해 )(?<!지난 )(?<!\d년 )한 해|연 (?=\d)"
)
_CUMULATIVE = re.compile(
    r"누적|지금까지(?!\s(?:[가-힣A-Za-z]+[은는이가]\s)?(?:공식적으로\s|직접\s)?(?:내건|밝힌|약속한|발표한|공개한))|그간(?![^.]*알려졌던)|총 누계"
)
_PHASE = re.compile(
    r"(?<![가-힣])(\d)동(?=['’”]?[은는이의])|(\d)(?:단계|차\s?연도|차년도|차 사업|차 평가|차 (?:공급|도입|구매|배분|물량))"
)
# '40MW를 돌리는 1단계는', '40MW 규모의 1단계가'
_PHASE_BEHIND = re.compile(
    r"(?:[을를]\s(?:[가-힣]+에\s)?[가-힣]{1,5}[는은한할]|\s?(?:규모|급)?(?:의|인)|짜리)\s(\d)(?:단계|차\s?연도|차년도)(?:는|은|가|이|를|의|만)"
    r"|[을를]\s[^,.\d]{0,12}(\d)단계로"
    r"|[을를이가은는]\s['‘]?(\d)차(?:\s(?:공급|도입|구매|배분|물량)['’]?(?:으로|에서)|로\s공급)"
)
# '마지막 회차분 225억 달러', '잔금 75억 달러': the last part of what was agreed
_INSTALMENT = re.compile(
    r"(?:회차분|\d차분|할부금|잔금|중도금|잔여분|미납분|납입분)(?:인|은|으로|을)?\s(?:약\s|총\s)?$"
)
_PERIOD_USERS = re.compile(r"주간|월간|일간|매주|매월|매달|매일|MAU|WAU|DAU|(?<![가-힣])[주월] (?=이용자|사용자|활성)")
# who has signed up, whether they use it or not: subscribers, members
_REGISTERED = re.compile(r"가입자|회원|누적\s(?:이용자|사용자)")
# who pays, and not all who use it: '유료 구독자는 130만명', but '무료와 유료를 합친 전체 이용자'
_PAID = re.compile(r"유료\s?(?:구독|이용|가입|회원|고객|사용)|돈을\s내는\s(?:구독자|이용자|사용자|사람)")
_PAID_OR_NOT = re.compile(r"무료[와과·]\s?유료|유료[와과·]\s?무료|합친|모두 합|전체")
_USERS = {"주간": "weekly", "매주": "weekly", "WAU": "weekly", "월간": "monthly", "매월": "monthly", "매달": "monthly", "주": "weekly", "월": "monthly", "MAU": "monthly", "일간": "daily", "매일": "daily", "DAU": "daily"}  # fmt: skip


def scope_of(case: Case, metric: str) -> str:
    """Return what must never be compared with anything else: run-rate, yearly, cumulative, a phase, weekly users."""
    quantity = case.quantity
    before = case.sentence[max(case.clause.start, quantity.start - 30) : quantity.start]
    around = case.sentence[max(0, quantity.start - 30) : quantity.end + 12]
    scopes = []
    if metric == "revenue" and _is_a_rate(case):
        scopes.append("run-rate")
    elif metric in {"investment", "revenue"} and _YEARLY.search(before):
        scopes.append("yearly")
    if metric == "revenue" and (segment := segment_of(case)):
        scopes.append("segment:" + segment.text.removeprefix("AI").replace(" ", ""))
    if metric in {"investment", "funding", "contract", "revenue"} and _CUMULATIVE.search(
        before + case.sentence[quantity.start : quantity.end]
    ):
        scopes.append("cumulative")
    if metric in {"users", "downloads"} and (found := _PERIOD_USERS.search(around)):
        scopes.append(_USERS[found.group().split(" ")[0]])
    elif metric == "users" and _REGISTERED.search(around):
        scopes.append("registered")
    if metric == "users" and _PAID.search(around) and not _PAID_OR_NOT.search(before):
        scopes = [scope for scope in scopes if scope != "registered"] + ["paid"]
    added = metric == "power" and ADDED.match(case.sentence, quantity.end)
    if added or (metric in {"investment", "funding"} and _INSTALMENT.search(before)):
        scopes.append("part")
    phase = _phase_before(case, before) or _PHASE_BEHIND.match(case.sentence, quantity.end)
    if metric in {"investment", "power", "gpus", "compute"} and phase:
        scopes.append(f"phase:{phase[phase.lastindex or 0]}")
    return " ".join(scopes)


# ''1차 공급'으로 나간 GPU는 4000장'
_LOT = re.compile(r"(\d)차 (?:공급|도입|구매|배분|물량)['’]?(?:으로|에|에서)?\s")
_PHASE_WITHIN = 16  # characters between a phase and its number


def _phase_before(case: Case, before: str) -> re.Match[str] | None:
    """Return the phase named right *before* the quantity, but not that of a number in between: '1단계 40MW로 출발해 270MW까지'."""
    found = _PHASE.search(before[-_PHASE_WITHIN:])
    before = before[-_PHASE_WITHIN:] if found else before
    found = found or _LOT.search(before)
    start = case.quantity.start - len(before) + found.end() if found else 0
    between = any(
        other.unit == case.quantity.unit and start <= other.start < case.quantity.start for other in case.others
    )
    last = max((other for other in case.others if other.end <= case.quantity.start), key=lambda o: o.end, default=None)
    its = last is not None and _PHASE_BEHIND.match(case.sentence, last.end)  # '40MW인 1단계만 돌고 있어 270MW를'
    return None if between or its else found


def _is_a_rate(case: Case) -> bool:
    """Tell whether sales are those of a year at the pace of now, in so many words or as in the sentence before."""
    if _OF_A_YEAR.search(case.sentence, case.clause.start, case.quantity.start):
        return False
    goal = _GOAL.search(case.sentence, case.clause.start, case.quantity.start)
    goes_on = case.memory.run_rate and not _SALES.search(case.sentence) and not goal
    return goes_on or bool(_RUN_RATE.search(case.sentence))
