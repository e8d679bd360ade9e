"""The days that a figure is for."""

from datetime import date

import pytest

from monitor.korean.periods import find_periods
from monitor.korean.quantities import find_quantities
from monitor.korean.targets import target_of
from monitor.korean.text import cut_clauses
from monitor.model import Days, Status

ON = date(2025, 6, 10)


def target(sentence: str, metric: str, status: Status, nth: int = 0, company: str = "") -> Days | None:
    """Return the target of the *nth* quantity of *sentence*, of an article of 2025-06-10."""
    quantity = find_quantities(sentence)[nth]
    periods = find_periods(sentence, ON)
    return target_of(quantity, metric, status, sentence, cut_clauses(sentence), periods, company)


TARGETS: dict[str, tuple[str, str, Status, Days | None]] = {
    "of all, whose part has the time": ("전체 500MW 가운데 1단계로 40MW를 연내 돌린다.", "power", "planned", None),
    "when it opens, in the next clause": (
        "성능은 600PF로, 2026년 개통할 계획이다.",
        "compute",
        "planned",
        (date(2026, 1, 1), date(2026, 12, 31)),
    ),
    "the year of what was decided": (
        "정부의 내년 AI 예산 10조원이 국회를 통과했다.",
        "investment",
        "planned",
        (date(2026, 1, 1), date(2026, 12, 31)),
    ),
    "when it was decided": ("이달에는 2차 예산 1800억원이 통과됐다.", "investment", "planned", None),
    "when a bill passes": ("이달 2차 추경이 1800억원이다.", "investment", "planned", None),
    "put off, behind what was meant": (
        "A사는 매개변수 650억개의 '가람'을 애초 7월에 선보이려 했지만 하반기로 미뤘다.",
        "parameters",
        "planned",
        (date(2025, 7, 1), date(2025, 12, 31)),
    ),
    "when it has bought what it is for": (
        "정부는 3조원을 투입해 GPU 1만장을 연말까지 확보할 계획이다.",
        "investment",
        "planned",
        (None, date(2025, 12, 31)),
    ),
    "all of one year": (
        "정부는 올해 한 해 동안 3조원을 투자할 계획이다.",
        "investment",
        "planned",
        (date(2025, 1, 1), date(2025, 12, 31)),
    ),
    "a plan that grew, whatever it does now": (
        "1만3000장으로 커진 정부의 GPU 사업이 이달 첫 물량을 풀었다.",
        "gpus",
        "planned",
        None,
    ),
    "until": ("A사는 2027년까지 3조원을 투자한다.", "investment", "planned", (None, date(2027, 12, 31))),
    "to come out on a day": (
        "A사는 2000억 매개변수의 모델을 다음달 24일 공개한다고 21일 밝혔다.",
        "parameters",
        "planned",
        (date(2025, 7, 24), date(2025, 7, 24)),
    ),
    "from when it runs": (
        "A사는 300억원을 들인 센터를 내년 1월부터 가동할 계획이다.",
        "investment",
        "planned",
        (date(2026, 1, 1), date(2026, 1, 31)),
    ),
    "from the quarter in which it runs": (
        "A사는 40MW짜리 센터를 내년 4분기부터 가동할 계획이다.",
        "power",
        "planned",
        (date(2026, 10, 1), date(2026, 12, 31)),
    ),
    "of the next clause": (
        "총사업비는 400억원으로 줄었고, 2030년까지 집행된다.",
        "investment",
        "planned",
        (None, date(2030, 12, 31)),
    ),
    "behind": ("A사는 GPU 3만장을 2027년까지 확보한다.", "gpus", "planned", (None, date(2027, 12, 31))),
    "done in a month": (
        "A사는 지난 4월 300억원을 투자했다.",
        "investment",
        "actual",
        (date(2025, 4, 1), date(2025, 4, 30)),
    ),
    "the day of the news": ("A사는 9일 3조원을 투자한다고 밝혔다.", "investment", "planned", None),
    "by a report": ("9일 업계에 따르면 A사는 300억원을 투자했다.", "investment", "actual", None),
    "of the founding": ("2019년 설립한 A사는 300억원을 유치했다.", "funding", "actual", None),
    "of the promise": ("A사는 지난해 약속한 3조원을 투자할 계획이다.", "investment", "planned", None),
    "start of the works": (
        "A사는 60MW 규모로 내년 착공해 2027년 가동을 목표로 한다.",
        "power",
        "planned",
        (date(2027, 1, 1), date(2027, 12, 31)),
    ),
    "moved": (
        "A사의 매개변수 3000억개 모델은 당초 7월 공개될 예정이었으나 오는 10월로 미뤄졌다.",
        "parameters",
        "planned",
        (date(2025, 10, 1), date(2025, 10, 31)),
    ),
    "a model that is there": ("A사는 지난 4월 매개변수 3000억개의 모델을 공개했다.", "parameters", "actual", None),
    "the time of what it is to become": (
        "현재 900명인 인력을 내년까지 1200명으로 늘린다.",
        "headcount",
        "actual",
        None,
    ),
    "until a time gone by": (
        "A사는 인력 900명을 지난 5월까지 모았다.",
        "headcount",
        "actual",
        (None, date(2025, 5, 31)),
    ),
    "the time of the number before": (
        "지난해 9월 18억 달러이던 몸값이 38억 달러가 됐다.",
        "valuation",
        "actual",
        None,
    ),
    "worth now": ("2022년 문을 연 A사의 기업 가치는 3조원으로 평가된다.", "valuation", "actual", None),
}


@pytest.mark.parametrize(("sentence", "metric", "status", "expected"), TARGETS.values(), ids=TARGETS.keys())
def test_the_days_a_figure_is_for(sentence: str, metric: str, status: Status, expected: Days | None) -> None:
    """A figure's time is that of its clause; days of news, foundings, promises and beginnings are none."""
    nth = 1 if sentence.startswith("지난해 9월") else 0

    assert target(sentence, metric, status, nth) == expected


def test_a_fiscal_year_is_the_companys() -> None:
    """A fiscal year that begins in July of the year before is not the calendar's."""
    sentence = "2025 회계연도에 800억 달러를 투자한다."

    assert target(sentence, "investment", "planned", company="microsoft") == (date(2024, 7, 1), date(2025, 6, 30))
    assert target(sentence, "investment", "planned", company="lg") == (date(2025, 1, 1), date(2025, 12, 31))
