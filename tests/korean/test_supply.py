"""Whose chips are: who gets them, and not who sells, promises or only hands them out."""

import os
from datetime import datetime
from decimal import Decimal

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2025, 5, 25, 13, 46, tzinfo=KST)
HAD_BY = {
    "who is given them": (
        ("naver", None, "gpus", Decimal(50000), "recipient"),
        "엔비디아가 네이버클라우드에 GPU 5만 장을 대기로 했다.",
    ),
    "who brings them into a programme": (
        ("naver", "GPU 임차 지원 사업", "gpus", Decimal(1000), "subject-of-clause"),
        "네이버클라우드는 GPU 임차 지원 사업에 H200 1000장을 공급할 계획이다.",
    ),
    "whose chips they are": (
        ("anthropic", None, "gpus", Decimal("1e6"), "subject-of-clause"),
        "앤트로픽은 구글의 TPU 100만 개를 쓰기로 했다.",
    ),
    "from whom, behind the chips": (
        ("naver", None, "gpus", Decimal("6e4"), "carried-from-before"),
        "네이버가 초거대 AI를 키운다. 엔비디아에서 확보하기로 한 GPU는 6만장이다.",
    ),
    "whose make a lot is": (
        ("naver", None, "gpus", Decimal("6e4"), "carried-from-before"),
        "네이버가 초거대 AI를 키운다. GPU 6만장에 이르는 엔비디아 물량도 차례로 들어온다.",
    ),
    "whose programme it is": (
        ("gov-kr", "GPU 확보 사업", "gpus", Decimal(13000), "carried-from-before"),
        "네이버와 카카오가 정부의 GPU 확보 사업을 맡는다. 연내 확보할 GPU는 1만3000장이다.",
    ),
    "from whom, as the topic": (
        ("naver", None, "gpus", Decimal("6e4"), "carried-from-before"),
        "네이버가 초거대 AI를 키운다. 엔비디아에서는 GPU 6만장을 들여오기로 했다.",
    ),
    "who promised them": (
        ("naver", None, "gpus", Decimal("6e4"), "recipient"),
        "네이버가 초거대 AI를 키운다. 엔비디아가 약속한 GPU 6만장은 로봇에 쓰인다.",
    ),
    "from whom one has them": (
        ("naver", None, "gpus", Decimal("5e4"), "subject-of-clause"),
        "네이버는 지난달 엔비디아에서 초거대 AI용 GPU 5만장을 들여오기로 했다.",
    ),
    "with whom one agrees": (
        ("naver", None, "gpus", Decimal("5e4"), "carried-from-before"),
        "네이버가 초거대 AI를 키운다. 엔비디아와는 GPU 5만장을 들여오기로 약속했다.",
    ),
    "whose share it is": (
        ("samsung", None, "gpus", Decimal(50000), "subject-of-clause"),
        "엔비디아가 푸는 AI용 GPU 가운데 삼성전자 몫은 5만장이다.",
    ),
}


@pytest.mark.parametrize(("expected", "text"), HAD_BY.values(), ids=HAD_BY.keys())
def test_chips_are_of_who_gets_them(expected: tuple[str, str | None, str, Decimal, str], text: str) -> None:
    """The company, the subject, what is measured, how much, and the rule that bound it."""
    (figure,) = READER.read(Article("a", "가나일보", "https://example.kr/a", "AI 소식", text, WHEN)).figures

    assert (figure.company, figure.subject, figure.metric, figure.low, figure.rule) == expected


def test_who_sells_one_lot_has_no_other() -> None:
    """What the same firm has set up already is its own as well."""
    text = "네이버가 AI를 키운다. 엔비디아에서 GPU 6만장을 들여오기로 했고, 가람 클러스터에는 GPU 4000장을 깔았다."

    figures = READER.read(Article("a", "", "u", "AI 소식", text, WHEN)).figures

    assert [(figure.company, figure.low) for figure in figures] == [("naver", Decimal(60000)), ("naver", Decimal(4000))]


def test_who_is_only_held_against_it_has_none_of_them() -> None:
    """A rival's sum is told for comparison, and the text goes on with whom it is about."""
    text = "딥시크의 V3가 화제다. 오픈AI가 GPT-4에 쓴 1억 달러와 대비된다. 값싼 H800 칩 2048개로 일군 성과다."

    figures = READER.read(Article("a", "", "u", "AI 소식", text, WHEN)).figures

    assert [(figure.company, figure.metric) for figure in figures] == [("openai", "investment"), ("deepseek", "gpus")]
