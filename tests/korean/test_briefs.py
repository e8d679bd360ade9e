"""A brief has one subject: what the sentence beside says of AI is said of its money, too."""

import os
from datetime import date, datetime

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


# what one sentence of a brief says of all that it tells: (text, metric, status, what is told of it, last day)
WHOLE: dict[str, tuple[str, str, str, str | None, date | None]] = {
    "a site is put off": (
        "네이버가 AI 데이터센터 '각 세종'의 준공을 1년 늦춘다. 각 세종에는 2027년까지 6500억원을 투자한다.",
        "investment",
        "planned",
        "moved",
        date(2027, 12, 31),
    ),
    "brought forward": (
        "정부가 AI 예산을 일찍 푼다. 국민성장펀드는 2028년까지 150조원을 투자한다. 당초보다 2년 이른 것이다.",
        "investment",
        "planned",
        "moved",
        date(2028, 12, 31),
    ),
    "some say that it may be put off": (
        "네이버의 AI 데이터센터 준공이 늦어진다는 말이 나온다. 각 세종에는 2027년까지 6500억원을 투자한다.",
        "investment",
        "planned",
        None,
        date(2027, 12, 31),
    ),
    "another firm's is put off": (
        "카카오가 AI 데이터센터의 준공을 1년 늦춘다. 네이버는 '각 세종'에 2027년까지 6500억원을 투자한다.",
        "investment",
        "planned",
        None,
        date(2027, 12, 31),
    ),
    "the sum of a plan that is put off": (
        "카카오가 AI 거점의 준공을 2029년에서 2030년으로 연기했다. 6000억원을 투자하는 디지털 허브는 착공이 밀렸다.",
        "investment",
        "planned",
        "moved",
        date(2030, 12, 31),
    ),
    "it becomes concrete": (
        "네이버의 AI 투자 계획이 구체화됐다. 네이버 이사회는 내년 GPU에 1조2000억원을 투자하는 안을 의결했다.",
        "investment",
        "planned",
        "settled",
        date(2026, 12, 31),
    ),
    "a word of what is concrete to come": (
        "네이버가 내년 GPU에 1조2000억원을 투자한다. AI 사업의 구체적인 내역은 다음에 공개한다.",
        "investment",
        "planned",
        None,
        date(2026, 12, 31),
    ),
    "it has opened": (
        "오픈AI의 AI 데이터센터가 전남에서 문을 열었다. 이날 가동을 시작한 전남 AI 데이터센터의 용량은 20MW다.",
        "power",
        "actual",
        "done",
        None,
    ),
    "the pledge is kept": (
        "네이버가 AI 투자 약속을 지켰다. 올해 GPU를 사들이는 데 1조원을 집행했다.",
        "investment",
        "actual",
        "done",
        date(2025, 12, 31),
    ),
    "nobody says that it opened": (
        "네이버의 모로코 AI 데이터센터는 아직 문을 열었다는 소식이 없다. 모로코 AI 데이터센터의 용량은 500MW다.",
        "power",
        "actual",
        None,
        None,
    ),
}


@pytest.mark.parametrize(("text", "metric", "status", "cue", "last"), WHOLE.values(), ids=WHOLE.keys())
def test_a_brief_says_once_what_holds_of_all_its_figures(
    text: str, metric: str, status: str, cue: str | None, last: date | None
) -> None:
    """That a time moved, that a value is exact, that a thing is finished: of whom it tells, and of no other."""
    read = READER.read(Article("a", "가나일보", "https://example.kr/a", "AI 소식", text, WHEN))

    told = [(f.metric, f.status, f.cue, f.target[1] if f.target else None) for f in read.figures]
    assert told == [(metric, status, cue, last)]
