"""Whose a quantity is whose sentence drops its subject: that of the sentence before."""

from decimal import Decimal

import pytest
from bound import figure, read, said

DROPPED = {
    "the rest of what was promised": (
        [figure("softbank", "오픈AI", "investment", "22e9", "carried-from-before")],
        "소프트뱅크가 오픈AI에 대한 투자를 마무리했다. 지난주 잔금 220억 달러를 납입했다.",
    ),
    "led by another": (
        [figure("moonshot", None, "funding", "1e9", "carried-from-before")],
        "문샷AI는 오픈소스 모델을 내놨다. 지난해 2월에는 알리바바가 주도한 라운드에서 10억 달러를 유치했다.",
    ),
    "section of a round-up": (
        [
            figure("konan", None, "parameters", "131e8", "carried-from-before"),
            figure("saltlux", None, "parameters", "7e9", "carried-from-before"),
        ],
        "▲코난테크놀로지 = 언어모델 공개. 매개변수는 131억 개다.\n▲솔트룩스 = 경량 모델 공개. 매개변수는 70억 개다.",
    ),
    "bought, not the owner": (
        [figure("meta", "스케일AI", "investment", "143e8", "carried-from-before")],
        "메타는 초지능 연구소를 세웠다. 앞서 6월에는 스케일AI 지분 49%를 143억 달러에 사들였다.",
    ),
    "a ministry's programme": (
        [figure("gov-kr", "독자 AI 파운데이션 모델", "investment", "628e8", "carried-from-before")],
        "과기정통부가 '독자 AI 파운데이션 모델' 사업의 팀을 뽑았다. 모두 다섯이다. 데이터 확보에는 628억원을 지원한다.",
    ),
    "no head of a section": (
        [figure("gov-kr", None, "gpus", "13000", "carried-from-before")],
        "정부는 AI 고속도로를 닦는다.\n△블랙록 투자 등이 추진됐다.\n△첨단 GPU 1.3만장 확보에 나선다.",
    ),
    "what its users may put in": (
        [figure("anthropic", "클로드", "context_length", "3e5", "carried-from-before")],
        "앤트로픽이 클로드의 문을 넓혔다. 오늘부터 개발자라면 누구나 30만 토큰의 컨텍스트 길이를 쓸 수 있다.",
    ),
    "whose site it is": (
        [figure("microsoft", "마이크로소프트 가람 데이터센터", "power", "3e8", "carried-from-before")],
        "마이크로소프트 가람 데이터센터가 이웃을 바꿔 놓았다. 2단계로 300MW를 2029년까지 가동한다.",
    ),
    "a craze has no machine": (
        [figure("gov-kr", None, "compute", "6e17", "carried-from-before")],
        "정부가 슈퍼컴퓨터를 산다. 챗GPT 열풍에 값이 올라 600PF를 맞추기 어렵다.",
    ),
    "dropped subject": (
        [figure("naver", None, "investment", "1e12", "carried-from-before")],
        "네이버가 AI 인프라를 키운다. 내년에는 GPU 구매에 1조원을 투입한다.",
    ),
}


@pytest.mark.parametrize(("expected", "text"), DROPPED.values(), ids=DROPPED.keys())
def test_a_dropped_subject_is_that_of_the_sentence_before(
    expected: list[tuple[str, str | None, str, Decimal, str]], text: str
) -> None:
    """Unless another one stands there, or the talk has moved on."""
    assert said(read(text)) == expected


@pytest.mark.parametrize("behind", ["와는 딴판이다", "와 다른 길을 걷는다", "에 맞불을 놓는 셈이다"])
def test_what_a_firm_is_held_against_is_not_its_own(behind: str) -> None:
    """What stands before the other firm's name is what that one does."""
    text = f"카카오는 AI에 큰돈을 쓰지 않는다. 내년 GPU에 2조원을 붓는 네이버{behind}."

    (figure,) = read(text)

    assert (figure.company, figure.low) == ("naver", Decimal("2e12"))
