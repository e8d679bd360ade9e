"""A brief has one subject: what the sentence beside says of AI is said of its money, too."""

import os
from datetime import datetime

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2025, 5, 25, 13, 46, tzinfo=KST)
ENVELOPE = "LG그룹이 AI와 바이오를 축으로 한 계획을 공개했다. LG는 향후 5년간 국내에 100조원을 투자한다."
FACTORY = "SK하이닉스는 용인 반도체 클러스터에 600조원을 투자한다. AI 메모리를 만들 곳이다."
ELSEWHERE = "회사는 협력사와 기술을 나누겠다고 했다. 채용도 해마다 늘리기로 했다. " * 12


LATER = "AWS가 2031년까지 한국에 7조원을 투자한다. 가먼 대표가 서울에서 밝혔다. 돈은 AI 데이터센터에 쓰인다. "


@pytest.mark.parametrize(("text", "amount"), [(ENVELOPE, 100), (FACTORY, 600), (LATER, 7)])
def test_in_a_brief_the_sentence_beside_says_what_it_is_for(text: str, amount: int) -> None:
    """In a brief, money is for what is told beside it; in a long report, AI may be one thing of many."""
    brief = READER.read(Article("a", "가나일보", "https://example.kr/a", "국내 투자 계획", text, WHEN))
    report = READER.read(Article("a", "가나일보", "https://example.kr/a", "국내 투자 계획", text + ELSEWHERE, WHEN))

    assert [figure.low for figure in brief.figures] == [amount * 10**12]
    assert (brief.relevant, report.relevant) == (True, False)
