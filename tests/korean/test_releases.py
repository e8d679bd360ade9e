"""What the text has said to come out, or to open: sizes that stand without a verb are its, and its time theirs."""

import os
from datetime import date, datetime

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article, Days

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2023, 8, 8, 9, 0, tzinfo=KST)
FOURTH = (date(2023, 10, 1), date(2023, 12, 31))
NEXT_HALF = (date(2024, 1, 1), date(2024, 6, 30))
SECOND_HALF = (date(2023, 7, 1), date(2023, 12, 31))

TO_COME: dict[str, tuple[str, Days]] = {
    "it is to come out, and has": ("카카오가 KoGPT 2.0을 올 4분기에 공개할 예정이다. 매개변수는 650억개다.", FOURTH),
    "it is to come out, and its name has": (
        "카카오가 언어모델 'KoGPT 2.0'을 올해 4분기에 공개하기로 했다. KoGPT 2.0의 매개변수는 650억개다.",
        FOURTH,
    ),
    "it comes out": ("카카오가 KoGPT 2.0을 올 4분기에 내놓는다. 매개변수 650억개를 갖췄다.", FOURTH),
    "a name with a number in it, behind its time": (
        "카카오가 4분기 초거대 AI '코GPT 2.0'을 공개한다. 매개변수는 650억개다.",
        FOURTH,
    ),
    "from a month on": (
        "카카오가 초거대 AI 코GPT 2.0 공개를 10월 이후로 미뤘다. 매개변수 650억개를 갖춘 모델이다.",
        (date(2023, 10, 1), None),
    ),
    "it is to be unveiled": ("매개변수 650억개의 코GPT 2.0이 4분기 베일을 벗는다.", FOURTH),
    "put off": ("KT가 초거대 AI '믿음'의 출시를 내년 상반기로 미뤘다. 이 모델의 매개변수는 2000억개다.", NEXT_HALF),
    "an AI that it is": ("KT가 '믿음'을 내년 상반기에 출시한다. 매개변수 2000억개를 갖춘 초거대 AI다.", NEXT_HALF),
    "its size is set": (
        "카카오의 언어모델 'KoGPT 2.0'이 올해 4분기 모습을 드러낸다. 매개변수는 650억 개로 잡았다.",
        FOURTH,
    ),
    "not then, but": ("KT의 초거대 AI 믿음이 하반기가 아닌 내년 상반기에 나온다. 매개변수는 2000억개다.", NEXT_HALF),
    "what else is shown": (
        "KT가 '믿음'을 내년 상반기에 출시한다. 매개변수는 2000억개다. 이날 전략도 공개했다.",
        NEXT_HALF,
    ),
    "it comes out, and exceeds": ("KT가 '믿음'을 내년 상반기 상용화한다. 파라미터는 2000억 개가 넘는다.", NEXT_HALF),
    "its time behind it": ("KT가 40MW짜리 AI 데이터센터를 가산에 짓는다. 내년 상반기 완공이 목표다.", NEXT_HALF),
    "in the making": ("카카오가 매개변수 650억개의 'KoGPT 2.0'을 개발하고 있다. 올 4분기 공개한다.", FOURTH),
    "when it is to be": ("카카오가 매개변수 650억개의 'KoGPT 2.0'을 내놓을 계획이다. 공개 시점은 4분기다.", FOURTH),
    "all that it takes": (
        "네이버의 AI 데이터센터 각 세종이 하반기 준공된다. 사업비 6500억원은 네이버가 전액 댄다.",
        SECOND_HALF,
    ),
    "what that takes": (
        "네이버의 AI 데이터센터 각 세종이 하반기 준공된다. 총 6500억원을 들이는 사업이다.",
        SECOND_HALF,
    ),
    "who pays all of it": (
        "네이버의 AI 데이터센터 각 세종이 하반기 준공을 앞뒀다. 6500억원 전액을 네이버가 대는 각 세종은 AI를 돌린다.",
        SECOND_HALF,
    ),
    "all of it private": (
        "네이버가 AI 데이터센터 각 세종을 하반기 준공한다. 6500억원이 전액 민간출자로 들어간다.",
        SECOND_HALF,
    ),
    "who pays it all": ("6500억원을 전액 민간이 대는 네이버 각 세종은 하반기 준공될 예정이다.", SECOND_HALF),
    "at another time, told next": (
        "카카오가 KoGPT 2.0(매개변수 650억개) 공개를 미룬다. 당초 상반기가 목표였으나 4분기에 내놓기로 했다.",
        FOURTH,
    ),
    "a model of that size": (
        "카카오가 4분기 KoGPT 2.0을 내놓는다. 새 AI를 4분기 선보인다. KoGPT 2.0은 650억 매개변수 모델로, 똑똑하다.",
        FOURTH,
    ),
    "another's came out": (
        "카카오가 KoGPT 2.0을 4분기 공개한다고 한다. 매개변수가 650억개에 이르는 모델이다. 네이버는 새 AI를 선보였다.",
        FOURTH,
    ),
    "a site that opens": ("네이버가 AI 데이터센터 '각 세종'을 하반기에 연다. 투자액은 6500억원이다.", SECOND_HALF),
}


@pytest.mark.parametrize(("text", "days"), TO_COME.values(), ids=TO_COME.keys())
def test_what_is_to_come_is_planned_for_its_time(text: str, days: Days) -> None:
    """The time stands in one sentence, the number in the next."""
    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert (figure.status, figure.target) == ("planned", days)


THERE = {
    "what there is beside it": "카카오가 KoGPT 2.0을 4분기에 공개할 예정이다. 지금 쓰는 KoGPT의 매개변수는 300억개다.",
    "a meeting on it": "KT는 다음 달 AI 데이터센터 채용 설명회를 연다. KT의 GPU는 1만장이다.",
    "a conference": "네이버는 11월 개발자 콘퍼런스를 연다. 회사의 대표 모델은 매개변수 2040억개다.",
    "what came out": "카카오가 KoGPT 2.0을 공개했다. 4분기에는 서비스도 내놓을 예정이다. 매개변수는 650억개다.",
    "of another firm": "카카오가 새 모델을 올 4분기에 공개할 예정이다. 네이버 하이퍼클로바의 매개변수는 2040억개다.",
    "no time of its own": "카카오가 KoGPT 2.0을 만든다. 매개변수는 650억개다.",
}


@pytest.mark.parametrize("text", THERE.values(), ids=THERE.keys())
def test_what_is_there_stays_there(text: str) -> None:
    """A release that is told of is no reason to doubt what exists."""
    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert (figure.status, figure.target) == ("actual", None)


def test_who_guesses_a_time_and_what_else_is_shown_then_lend_none() -> None:
    """'이르면 4월' (April at the earliest) is the trade's guess, and 액수 (the sum) is no site that opens."""
    guessed = "카카오가 650억개 매개변수의 모델 KoGPT 2.0을 개발하고 있다. 업계에서는 4분기에 공개될 것으로 전망한다."
    told = "AWS는 '울산 AI 데이터센터'에 40억 달러를 투자할 계획이다. 세부 내용은 다음 주 공개된다."

    targets = [
        figure.target
        for text in (guessed, told)
        for figure in READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures
    ]

    assert targets == [None, None]


def test_a_new_time_is_told_by_the_figure_alone() -> None:
    """The notice of the sentence before knows the year, the figure the half: one change, not two."""
    text = (
        "카카오가 KoGPT 2.0의 공개를 내년으로 미뤘다. "
        "매개변수 650억개인 KoGPT 2.0은 당초 올해 4분기에서 내년 상반기로 늦춰 내놓기로 했다."
    )

    reading = READER.read(Article("a", "", "u", "카카오 소식", text, WHEN))

    assert [figure.target for figure in reading.figures] == [NEXT_HALF]
    assert reading.notices == ()


def test_a_time_that_the_next_sentence_calls_later_has_moved() -> None:
    """It was January, and is the first quarter, told in a sentence of its own."""
    text = "카카오는 4000억원을 들여 내년 1분기 'AI 데이터센터 안산'을 연다. 당초 내년 1월에서 늦춘 것이다."

    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert (figure.cue, figure.target) == ("moved", (date(2024, 1, 1), date(2024, 3, 31)))


def test_what_stays_has_the_new_time_as_well() -> None:
    """The site is late, and costs what it cost."""
    text = "네이버가 AI 데이터센터 각 세종의 준공을 내년 상반기로 1년 늦췄다. 투자비는 6500억원으로 변함이 없다."

    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert (figure.status, figure.voice, figure.cue, figure.target) == ("planned", "own", "moved", NEXT_HALF)


def test_the_same_year_is_that_of_the_sentence_before() -> None:
    """같은 해 (the same year) is no year of the article."""
    text = "정부의 국가AI컴퓨팅센터는 2027년까지 GPU 1만5000장을 갖춘다. 같은 해까지 1엑사플롭스급 AI 연산력을 갖춘다."

    figures = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert [figure.target for figure in figures] == [(None, date(2027, 12, 31))] * 2


@pytest.mark.parametrize(("opened", "cue"), [("31일 준공됐다", "done"), ("관심을 모은다", None)])
def test_what_went_into_a_site_is_spent_once_it_is_finished(opened: str, cue: str | None) -> None:
    """The sentence before says that the site stands."""
    text = f"네이버 데이터센터 각 세종이 {opened}. 네이버는 각 세종에 6500억원을 투자했다."

    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert (figure.status, figure.cue) == ("actual", cue)


@pytest.mark.parametrize(
    "text",
    [
        "카카오가 4000억원을 들이는 'AI 데이터센터 안산'의 가동이 내년 1분기로 연기됐다.",
        "4000억원이 들어가는 카카오 'AI 데이터센터 안산'은 올 하반기 준공이 목표였으나 내년 1분기로 미뤄졌다.",
        "카카오는 올해 열기로 한 4000억원 규모 'AI 데이터센터 안산'의 가동 시점을 내년 1분기로 옮긴다.",
    ],
)
def test_what_is_put_off_has_the_time_to_which_it_is(text: str) -> None:
    """Not the one at which it was meant to be there."""
    (figure,) = READER.read(Article("a", "", "u", "카카오, 초거대 AI 소식", text, WHEN)).figures

    assert (figure.cue, figure.target) == ("moved", (date(2024, 1, 1), date(2024, 3, 31)))


@pytest.mark.parametrize("following", ["원래 일정은 2030년이었다.", "7년으로 잡았던 기간을 5년으로 당긴 것이다."])
def test_the_next_sentence_may_say_that_it_was_another(following: str) -> None:
    """It tells when it was to be, or how much sooner it is."""
    text = f"오픈AI가 AI 인프라에 쓸 1조 달러를 2028년까지 집행하기로 했다. {following}"

    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert figure.cue == "moved"


def test_what_stays_is_told_by_the_words_for_it() -> None:
    """'That it has 60 billion stays as it was': the new time is that of the sentence before."""
    text = "카카오가 KoGPT 2.0을 내년 상반기에 선보이기로 했다. 매개변수 600억개 규모라는 점은 그대로다."

    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert (figure.status, figure.target) == ("planned", NEXT_HALF)


def test_a_headline_lends_its_word_of_a_raise() -> None:
    """The text tells the sum alone, its headline that it was raised."""
    text = "앤트로픽이 이번 투자 유치로 200억 달러를 모으기로 했다."

    (figure,) = READER.read(Article("a", "", "u", "앤트로픽, 모금 목표 200억달러로 높였다", text, WHEN)).figures

    assert (figure.status, figure.cue) == ("planned", "raised")
