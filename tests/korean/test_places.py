"""Whose a site is that is called by its place alone: 포항 AI 데이터센터 (a data centre for AI in Pohang)."""

import os
from datetime import datetime

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2025, 6, 10, 9, tzinfo=KST)

CLAIMED = {
    "nobody of the catalogue's is named": (
        "포스코가 포항 AI 데이터센터를 2027년까지 30MW 규모로 짓는다.",
        ("posco", "포항 AI 데이터센터"),
    ),
    "the partner builds it": (
        "삼성전자가 포항에 AI 데이터센터를 세우기로 했다. 포항 AI 데이터센터의 전력은 30MW다.",
        ("samsung", "포항 AI 데이터센터"),
    ),
    "the partner has it": (
        "NHN클라우드의 광주 AI 데이터센터는 90페타플롭스의 연산 능력을 갖췄다.",
        ("nhn", "광주 AI 데이터센터"),
    ),
    "the owner is named": (
        "오픈AI와 손잡은 삼성이 포항 AI 데이터센터를 세운다. 포항 AI 데이터센터의 전력은 30MW다.",
        ("openai", "포항 AI 데이터센터"),
    ),
    "nobody is named": ("포항 AI 데이터센터의 전력은 30MW다.", ("openai", "포항 AI 데이터센터")),
    "the partner only pays": (
        "AWS가 울산 AI 데이터센터에 돈을 대기로 했다. 울산 AI 데이터센터의 전력은 120MW다.",
        ("sk", "울산 AI 데이터센터"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), CLAIMED.values(), ids=CLAIMED.keys())
def test_a_site_called_by_its_place_is_whose_the_text_says(text: str, expected: tuple[str, str]) -> None:
    """Its builder's, if the text names none but a partner; another firm's, if it names no firm of the catalogue's."""
    (figure,) = READER.read(Article("a", "신문", "https://example.kr/a", "초거대 AI 소식", text, WHEN)).figures

    assert (figure.company, figure.subject) == expected
