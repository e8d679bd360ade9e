"""Whole sentences to figures: value first, then the sentence that says it; and sentences that say nothing of ours."""

import os
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from monitor.config import load
from monitor.korean.owners import RULES
from monitor.korean.reading import Reader
from monitor.model import KST, Article, Figure

CATALOGUE = load(None, os.environ).catalogue
READER = Reader(CATALOGUE)
WHEN = datetime(2025, 5, 25, 13, 46, tzinfo=KST)


def read(text: str, title: str = "AI 모델 소식") -> tuple[Figure, ...]:
    """Read a text written on a fixed afternoon."""
    return READER.read(Article("a", "가나일보", "https://example.kr/a", title, text, WHEN)).figures


def said(figures: tuple[Figure, ...]) -> list[tuple[str, str | None, str, Decimal | None, str]]:
    """Return what figures say, without how it was found."""
    return [(f.company, f.subject, f.metric, f.low if f.low is not None else f.high, f.rule) for f in figures]


def figure(
    company: str, subject: str | None, metric: str, value: str, rule: str
) -> tuple[str, str | None, str, Decimal, str]:
    """Return one expected figure."""
    return company, subject, metric, Decimal(value), rule


BOUND = {
    "size in name": (
        [figure("upstage", "솔라 오픈 100B", "parameters", "1e11", "size-in-name")],
        "업스테이지는 거대언어모델 '솔라 오픈 100B'를 누구나 쓰도록 풀었다.",
    ),
    "bracket": (
        [figure("openai", "GPT-3", "parameters", "175e9", "bracket-behind-name")],
        "비교 대상은 GPT-3(1750억 개)였다.",
    ),
    "relative clause": (
        [figure("lg", "K-엑사원", "parameters", "236e9", "head-of-relative-clause")],
        "2360억 개의 매개변수를 지닌 K-엑사원이 무대에 올랐다.",
    ),
    "thing before": (
        [figure("xai", "콜로서스 2", "gpus", "550000", "nearest-thing-before")],
        "멤피스의 콜로서스 2에는 GPU 55만 개가 깔린다.",
    ),
    "handed out": (
        [figure("naver", None, "gpus", "60000", "recipient")],
        "엔비디아가 네이버에 배정한 GPU는 6만장이다.",
    ),
    "subject behind": (
        [figure("softbank", "오픈AI", "investment", "40e9", "subject-behind")],
        "400억 달러를 소프트뱅크가 오픈AI에 투자했다.",
    ),
    "project of several": (
        [figure("openai", "스타게이트", "investment", "500e9", "site-of-sentence")],
        "스타게이트는 앞으로 4년 동안 MGX 등이 5000억 달러를 들이는 AI 데이터센터 사업이다.",
    ),
    "only one named": (
        [figure("skt", None, "power", "1e8", "only-company-of-sentence")],
        "SK텔레콤 하면 떠오르는 것은 용량 100MW짜리 AI 데이터센터다.",
    ),
    "active beside total": (
        [
            figure("skt", "A.X K1", "parameters", "519e9", "nearest-thing-before"),
            figure("skt", "A.X K1", "active_parameters", "33e9", "subject-of-clause"),
        ],
        "A.X K1은 매개변수가 5190억 개이며 답할 때는 330억 개만 켜진다.",
    ),
    "each of a list": (
        [
            figure("samsung", None, "gpus", "50000", "each-of-a-list"),
            figure("sk", None, "gpus", "50000", "each-of-a-list"),
            figure("hyundai", None, "gpus", "50000", "each-of-a-list"),
        ],
        "삼성전자와 SK그룹, 현대차그룹이 각각 GPU 5만 장을 확보한다.",
    ),
    "valued, not the valuer": (
        [figure("openai", None, "valuation", "300e9", "worth-of-a-name")],
        "소프트뱅크는 이번에 오픈AI 기업가치를 3000억 달러로 매겼다.",
    ),
    "buyer": (
        [figure("meta", "마누스", "investment", "2e9", "buyer")],
        "메타가 AI 에이전트 기업 마누스를 20억 달러에 인수했다.",
    ),
    "payer": (
        [figure("nvidia", "오픈AI", "investment", "30e9", "subject-of-clause")],
        "엔비디아가 오픈AI에 300억 달러를 투자한다.",
    ),
    "raised": (
        [figure("mistral", None, "funding", "17e8", "subject-of-clause")],
        "미스트랄AI는 시리즈C에서 17억 유로 규모의 투자를 유치했다.",
    ),
    "sales": (
        [figure("anthropic", None, "revenue", "5e9", "worth-of-a-name")],
        "앤트로픽의 연환산 매출은 50억 달러를 넘겼다.",
    ),
    "users of a service": (
        [figure("openai", "챗GPT", "users", "8e8", "worth-of-a-name")],
        "챗GPT의 주간 이용자가 8억 명으로 늘었다.",
    ),
    "dropped subject": (
        [figure("naver", None, "investment", "1e12", "carried-from-before")],
        "네이버가 AI 인프라를 키운다. 내년에는 GPU 구매에 1조원을 투입한다.",
    ),
}


@pytest.mark.parametrize(("expected", "text"), BOUND.values(), ids=BOUND.keys())
def test_a_sentence_gives_its_figures(expected: list[tuple[str, str | None, str, Decimal, str]], text: str) -> None:
    """Whose, of what and how much is read as a careful reader does, and the rule that bound it is named."""
    assert said(read(text)) == expected


NOTHING = {
    "share of a sample": "생성형 AI를 쓰는 직장인 1000명 중 300명은 챗GPT를 쓴다고 답했다.",
    "multiple": "오픈AI의 새 모델은 학습 비용을 3배 줄였다.",
    "price": "오픈AI는 챗GPT 플러스를 월 20달러에 판다.",
    "market": "맥킨지는 2030년 생성형 AI가 4조 달러 시장이 된다고 봤다.",
    "loss": "오픈AI는 지난해 순손실 50억 달러를 냈다.",
    "personal wealth": "젠슨 황 엔비디아 CEO의 순자산은 1500억 달러다.",
    "unnamed rivals": "LG AI연구원은 조 단위 파라미터의 글로벌 빅테크 모델과 경쟁하겠다고 했다.",
    "change, not a level": "챗GPT 이용자는 한 달 새 1억 명이 늘었다.",
    "sum of several": "구글과 메타는 합쳐서 GPU 100만 개를 쓴다.",
    "per head": "정부는 AI 대학원 한 곳당 20억원을 지원한다.",
    "stranger": "가나다테크는 AI 데이터센터에 5000억원을 투자한다.",
    "something else than AI": "SK텔레콤은 5년간 7000억원의 보안 투자를 한다.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_is_no_figure_is_refused(text: str) -> None:
    """Prices, losses, markets, shares, sums of several and strangers' money are no figures of a company."""
    assert said(read(text)) == []


def test_every_rule_has_an_example() -> None:
    """A rule that binds nothing in the examples would go unnoticed when it breaks."""
    shown = {rule for expected, _ in BOUND.values() for *_, rule in expected}

    assert shown == {name for name, _, _ in RULES}
    assert len(shown) >= 9


def test_said_twice_is_written_once_at_its_most_precise() -> None:
    """A rounded and a precise saying of one size are one figure: the precise one."""
    figures = read("SK텔레콤의 A.X K1은 5000억 개 매개변수 모델이다. A.X K1의 매개변수는 정확히 5190억 개다.")

    assert [f.low for f in figures] == [Decimal("519e9")]


def test_a_conversion_is_no_second_figure() -> None:
    """Won beside dollars, in brackets or after 'in our money', belong to the same figure."""
    figures = read("오픈AI가 AI 데이터센터에 100억 달러(약 14조원)를 투자한다. 우리 돈 약 14조원이다.")

    assert [(f.unit, f.low) for f in figures] == [("USD", Decimal("1e10"))]


def test_offsets_point_at_the_quote() -> None:
    """Every figure can be shown in its place."""
    text = "네이버가 AI 인프라를 키운다. 네이버는 내년 GPU에 1조원을 투입한다."

    assert all(text[f.start : f.end] == f.quote for f in read(text))


def test_an_ambiguous_name_is_who_the_article_introduced() -> None:
    """After the chip maker Groq is introduced, its Korean name is no longer xAI's model of the same name."""
    text = "AI 칩 스타트업 그록(Groq)이 투자자를 만났다. 그록은 7억5000만 달러를 조달했다."

    assert [(f.company, f.metric) for f in read(text)] == [("groq", "funding")]


def test_a_short_text_is_on_topic_when_its_figure_is() -> None:
    """A wire short has too few words of the topic; a company's money for AI speaks for it."""
    article = Article("a", "", "u", "KT, AI에 7조", "KT가 AI 사업에 2027년까지 7조원을 투자한다.", WHEN)

    assert READER.read(article).relevant
    assert READER.judge(article).relevant


def test_off_topic_texts_give_nothing() -> None:
    """An article that is not about AI has no figures, whatever it counts."""
    article = Article("a", "", "u", "사과 값 내렸다", "사과 한 상자가 3만원에 팔렸다. 농가 500곳이 울상이다.", WHEN)

    assert READER.read(article) == replace(READER.read(article), relevant=False, figures=())
