"""Models that the catalogue lacks, by the name that the text gives them."""

import os
from datetime import datetime

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2025, 5, 25, 13, 46, tzinfo=KST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KT가 새 모델 '가람-3'을 내놨다. 가람-3은 매개변수가 320억개다.", ("kt", "가람-3")),
        ("KT가 언어모델 '가람'(Garam)을 내놨다. 320억개 매개변수의 가람은 요약에 강하다.", ("kt", "가람")),
        ("KT가 삼성전자와 함께 새 모델 'GR-7'을 내놨다. GR-7의 매개변수는 320억개다.", ("kt", "GR-7")),
        ("KT가 모델 '글로벌 3강'을 꿈꾼다. 매개변수는 320억개다.", ("kt", None)),
        ("새 모델 '가람'이 나왔다. KT의 매개변수 320억개짜리 모델보다 크다.", ("kt", None)),
    ],
)
def test_a_model_bears_the_name_that_its_text_gives_it(text: str, expected: tuple[str, str | None]) -> None:
    """What is called a model, in quotes, is one of its maker's from there on; slogans and orphans are none."""
    figures = READER.read(Article("a", "가나일보", "https://example.kr/a", "초거대 AI 소식", text, WHEN)).figures

    assert [(figure.company, figure.subject) for figure in figures] == [expected]
