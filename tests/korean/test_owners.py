"""Whose a figure is where several are named, or none: who sells, agrees, watches or is told of has nothing of it."""

import os
from datetime import datetime
from decimal import Decimal

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2025, 5, 25, 13, 46, tzinfo=KST)
OWNED = {
    "what making it took, by a guess": (
        ("deepseek", "딥시크 V3", "investment", Decimal("5e8"), "what-it-took"),
        "분석업체 가람리서치는 딥시크 V3 개발에 5억 달러 이상이 들었을 것으로 추정했다.",
    ),
    "whose programme it is": (
        ("gov-kr", "GPU 임차 지원 사업", "investment", Decimal("15e10"), "whose-plan-it-is"),
        "SK텔레콤이 초거대 AI를 키운다. 1500억원이 넘는 예산을 쓰는 정부의 GPU 임차 지원 사업이 거론된다.",
    ),
    "from whom one has them": (
        ("naver", None, "gpus", Decimal("5e4"), "subject-of-clause"),
        "네이버는 지난달 엔비디아에서 초거대 AI용 GPU 5만장을 들여오기로 했다.",
    ),
    "with whom one agrees": (
        ("naver", None, "gpus", Decimal("5e4"), "carried-from-before"),
        "네이버가 초거대 AI를 키운다. 엔비디아와는 GPU 5만장을 들여오기로 약속했다.",
    ),
}


@pytest.mark.parametrize(("expected", "text"), OWNED.values(), ids=OWNED.keys())
def test_the_owner_of_a_figure(expected: tuple[str, str | None, str, Decimal, str], text: str) -> None:
    """The company, the subject, what is measured, how much, and the rule that bound it."""
    (figure,) = READER.read(Article("a", "가나일보", "https://example.kr/a", "AI 소식", text, WHEN)).figures

    assert (figure.company, figure.subject, figure.metric, figure.low, figure.rule) == expected
