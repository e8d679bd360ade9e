"""What must never be compared with anything else."""

import os
from datetime import datetime

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article, Figure

READER = Reader(load(None, os.environ).catalogue)


def figures(text: str) -> list[Figure]:
    """Return the figures of an article of 2025-06-10 on AI."""
    published = datetime(2025, 6, 10, 9, tzinfo=KST)
    return list(READER.read(Article("a", "신문", "https://example.kr/a", "초거대 AI 소식", text, published)).figures)


SCOPES: dict[str, tuple[str, str]] = {
    "run-rate": ("오픈AI의 연환산 매출이 200억 달러를 넘어섰다.", "run-rate"),
    "recognised": ("오픈AI는 지난해 131억 달러의 매출을 올렸다.", ""),
    "each year": ("네이버는 AI에 매년 1조원을 투자한다.", "yearly"),
    "a year's outlay is no yearly one": ("메타는 올해 연간 자본지출로 380억 달러를 쓰기로 했다.", ""),
    "cumulative": ("업스테이지는 누적 2000억원의 투자를 유치했다.", "cumulative"),
    "weekly users": ("챗GPT의 주간 이용자는 5억명이다.", "weekly"),
    "monthly users": ("챗GPT의 월간 이용자는 5억명이다.", "monthly"),
    "who signed up": ("SK텔레콤 에이닷의 누적 가입자는 900만명이다.", "registered"),
    "users of every month": ("구글 제미나이 앱은 매달 4억 명이 이용한다.", "monthly"),
    "a line of business": ("SK텔레콤은 AI 데이터센터에서만 올해 1조원의 매출을 올렸다.", "segment:데이터센터"),
    "the last instalment": ("소프트뱅크가 오픈AI에 낼 마지막 회차분 225억 달러의 투자를 승인했다.", "part"),
    "the phase behind": ("네이버의 가람 AI 데이터센터에서 30MW를 돌리는 1단계는 오는 9월 문을 연다.", "phase:1"),
    "computing of a phase": (
        "네이버의 가람 AI 데이터센터는 1단계로 44페타플롭스의 연산 능력을 2027년까지 갖춘다.",
        "phase:1",
    ),
    "the first lot": ("네이버가 확보한 1차 공급분 GPU 4000장이 AI 데이터센터에 들어왔다.", "phase:1"),
    "a line of business in quotes": (
        "SK텔레콤은 'AI 데이터센터' 사업에서 올해 1조원의 매출을 올렸다.",
        "segment:데이터센터",
    ),
    "downloads are of all times": ("LG AI연구원 엑사원의 누적 다운로드는 300만 회다.", ""),
    "downloads of a month": ("LG AI연구원 엑사원의 월간 다운로드는 30만 회다.", "monthly"),
    "who pays": ("챗GPT의 유료 구독자는 2000만명이다.", "paid"),
    "who pays, and who does not": ("무료와 유료를 합친 챗GPT 전체 이용자는 8억명이다.", ""),
    "one building": ("LG유플러스 파주 AI 데이터센터의 '1동'은 내년 6월까지 50MW 규모로 완공된다.", "phase:1"),
    "a number of a phase and a word": ("네이버의 가람 AI 데이터센터는 40MW인 1단계만 돌고 있다.", "phase:1"),
    "a lot in quotes": ("정부의 AI용 GPU가 풀렸다. '1차 공급'으로 나간 GPU는 4000장이다.", "phase:1"),
    "a lot behind its number": ("정부가 AI용 GPU를 나눠 준다. 정부는 GPU 4000장을 '1차 공급'으로 내놨다.", "phase:1"),
    "a lot, far before its number": (
        "정부의 AI용 GPU가 풀렸다. 1차 공급으로 대학과 기업에 나눠 준 GPU는 4000장이다.",
        "phase:1",
    ),
    "all of this year": ("메타는 올해 한 해 AI 설비투자에 720억 달러를 쓴다.", ""),
    "all of a year to come": ("앤트로픽은 2028년 한 해에 700억 달러의 매출을 거두는 것이 목표다.", ""),
    "one phase": ("SK그룹의 울산 AI 데이터센터는 1단계로 41MW를 2027년까지 가동한다.", "phase:1"),
}


def test_what_a_phase_grows_to_is_no_phase() -> None:
    """Its number stands between the phase and the whole."""
    for grows in ("40MW로 출발해", "40MW에서"):
        first, whole = figures(f"네이버의 가람 AI 데이터센터는 1단계 {grows} 270MW까지 커진다.")

        assert (first.scope, whole.scope) == ("phase:1", "")


def test_a_lot_that_is_named_is_told_beside_the_whole() -> None:
    """One that is not named is only a share of what is there."""
    of_all = "정부가 AI용 GPU 1만3000장 가운데 4000장을"

    assert [figure.scope for figure in figures(f"{of_all} '1차 공급'으로 내놨다.")] == ["", "phase:1"]
    assert [figure.scope for figure in figures(f"{of_all} 대학에 나눠 줬다.")] == [""]


def test_the_goal_of_a_year_is_no_run_rate() -> None:
    """What is to be sold in 2028 is told right after the run rate of now."""
    text = "앤트로픽의 연환산 매출은 140억 달러다. 2028년 목표로 내건 700억 달러까지는 갈 길이 멀다."

    assert [figure.scope for figure in figures(text)] == ["run-rate", ""]


@pytest.mark.parametrize(("text", "expected"), SCOPES.values(), ids=SCOPES.keys())
def test_what_must_not_be_compared_is_told_apart(text: str, expected: str) -> None:
    """Run-rate and recognised sales, yearly and whole sums, weekly and monthly users, a phase and all have scopes."""
    assert [figure.scope for figure in figures(text)] == [expected]
