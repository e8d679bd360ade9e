"""Plans given up or moved without their figure."""

import os
from datetime import date, datetime

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article, Notice

READER = Reader(load(None, os.environ).catalogue)


def notices(text: str) -> list[Notice]:
    """Return the notices of an article of 2025-06-10 on AI."""
    published = datetime(2025, 6, 10, 9, tzinfo=KST)
    article = Article("a", "신문", "https://example.kr/a", "초거대 AI 데이터센터 소식", text, published)
    return list(READER.read(article).notices)


GIVEN_UP = {
    "fell through": "카카오의 시흥 데이터센터 건립이 무산됐다.",
    "withdrawn": "네이버가 용인 데이터센터 건립 계획을 철회했다.",
    "given up": "네이버는 초거대 AI 데이터센터 사업을 포기했다.",
    "decided not to": "카카오는 시흥에 데이터센터를 짓지 않기로 했다.",
}
NAMES_GIVEN_UP = {
    "scrapped": ("네이버가 각 세종을 백지화했다.", "naver/각 세종"),
    "scrapped, passive": ("네이버의 각 세종이 결국 무산됐다.", "naver/각 세종"),
    "headline": ("네이버, 각 세종 접었다", "naver/각 세종"),
}
NO_NOTICE = {
    "a name, and another thing given up": "네이버는 각 세종을 위한 부지 매각을 접었다.",
    "a name that goes on": "네이버는 각 세종을 접지 않았다.",
    "a tender that failed": "정부의 국가AI컴퓨팅센터 공모가 또 무산되자 고심이 깊다.",
    "a tender for it that failed": "네이버의 각 세종 공모가 무산됐다.",
    "a name, in fear": "네이버의 각 세종이 무산됐다는 관측이 나온다.",
    "fear": "네이버의 데이터센터 사업이 무산될 가능성도 있다.",
    "denied": "네이버는 데이터센터 건립을 철회했다는 소문을 부인했다.",
    "goes on": "네이버는 데이터센터 건립을 계획대로 한다.",
}


def test_what_is_put_off_is_what_stands_before_the_deed() -> None:
    """The name of the site right before its completion, not a word of it that happens to be a kind of plan."""
    found = notices("네이버 데이터센터 각 세종의 준공이 내년 상반기로 미뤄졌다.")

    assert [(notice.cue, notice.thing) for notice in found] == [("moved", "naver/각 세종")]


def test_who_is_named_first_of_two_gives_up() -> None:
    """'카카오와 서울대가': the plan is that of the first."""
    found = notices("카카오와 서울대가 추진하던 가람 데이터센터 건립이 무산됐다.")

    assert [(notice.company, notice.subject) for notice in found] == [("kakao", "가람 데이터센터")]


@pytest.mark.parametrize("text", GIVEN_UP.values(), ids=GIVEN_UP.keys())
def test_a_plan_given_up_is_noticed(text: str) -> None:
    """A sentence that gives a plan up is noticed, though it says no figure."""
    assert [notice.cue for notice in notices(text)] == ["withdrawn"]


@pytest.mark.parametrize(("text", "thing"), NAMES_GIVEN_UP.values(), ids=NAMES_GIVEN_UP.keys())
def test_a_thing_given_up_by_its_name_is_noticed(text: str, thing: str) -> None:
    """A verb of giving up right behind a name says that of the thing itself, without a word for its plan."""
    assert [(notice.cue, notice.thing) for notice in notices(text)] == [("withdrawn", thing)]


OF_A_DEAL = {
    "two names": "메타의 리벨리온 인수가 무산됐다.",
    "towards": "메타는 리벨리온에 대한 투자를 철회했다.",
    "told before": "메타가 리벨리온을 사들이려 했다. 인수가 끝내 무산됐다.",
    "told before, by the bought": "메타가 리벨리온을 사들이려 했다. 리벨리온은 인수가 무산됐다고 밝혔다.",
}


@pytest.mark.parametrize("text", OF_A_DEAL.values(), ids=OF_A_DEAL.keys())
def test_a_deal_given_up_is_the_payers_and_says_for_whom(text: str) -> None:
    """A purchase that falls through is the buyer's, its subject the firm that was to be bought."""
    assert [(notice.company, notice.subject) for notice in notices(text)] == [("meta", "리벨리온")]


def test_a_deal_that_nobody_told_of_has_no_other_side() -> None:
    """Without the other firm's name, a purchase that falls through is nobody's in particular."""
    assert [(notice.company, notice.subject) for notice in notices("메타는 투자를 철회했다.")] == [("meta", None)]


@pytest.mark.parametrize("text", NO_NOTICE.values(), ids=NO_NOTICE.keys())
def test_rumours_and_plans_that_go_on_are_no_notices(text: str) -> None:
    """A fear, a rumour that is denied, or a plan that goes on gives nothing up."""
    assert notices(text) == []


def test_a_plan_that_is_moved_tells_its_new_time() -> None:
    """A delay without its figure is noticed with the new time."""
    for deed in ("공개를 하반기로 미뤘다", "상용화를 하반기로 연기했다"):
        (notice,) = notices(f"네이버는 하이퍼클로바X의 {deed}.")

        assert (notice.cue, notice.target) == ("moved", (date(2025, 7, 1), date(2025, 12, 31)))
