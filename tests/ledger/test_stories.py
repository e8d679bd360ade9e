from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from newsruns import report

from monitor.ledger.changes import fold
from monitor.ledger.news import news
from monitor.ledger.stories import count_voices, is_copy, sketch
from monitor.ledger.subjects import begins_alike, ends_alike, key_of, may_be_one_version, name_key, same_name
from monitor.model import KST, Notice

RELEASE = (
    "가상의 회사 한빛이 매개변수 삼백억 개 규모의 언어모델 '솔빛'을 오늘 공개했다. 회사는 처음부터 직접 설계하고 "
    "학습했다고 설명했다. 한국어 처리 효율이 높고 수학과 코딩 성능을 끌어올렸다. 다음 달에는 기업용 서비스도 내놓는다."
)
COPY = RELEASE.replace("오늘 공개했다", "24일 공개했다고 밝혔다").replace("다음 달에는 기업용 서비스도 내놓는다.", "")
OTHER = (
    "솔빛을 직접 써 보니 답이 빨랐다. 서른 해 묵은 사투리도 곧잘 알아들었지만 최신 소식에는 약했다. 한빛은 앞으로 두 "
    "달마다 새 판을 내겠다고 했다. 경쟁사들은 값으로 맞서려 한다."
)
START = datetime(2021, 5, 17, 9, tzinfo=KST)
MONDAY = date(2021, 5, 17)


def test_an_edited_copy_is_a_copy() -> None:
    """A wire story with another opening and without its last sentence is the same voice; another article is not."""
    assert is_copy(sketch(RELEASE), sketch(COPY))
    assert is_copy(sketch(RELEASE), sketch(RELEASE.replace(" ", "")))
    assert not is_copy(sketch(RELEASE), sketch(OTHER))
    assert not is_copy(sketch(RELEASE), ())


def test_a_short_text_has_a_sketch() -> None:
    """A text shorter than a shingle is told by itself, white space and signs make none."""
    assert sketch("가나") == sketch("가 나!")
    assert sketch("가나") != sketch("나가")


@pytest.mark.parametrize(
    ("told", "voices"),
    [
        ([(0, RELEASE), (0, COPY), (0, OTHER)], 1),
        ([(0, RELEASE), (3, COPY)], 1),
        ([(0, RELEASE), (3, OTHER)], 2),
        ([(0, RELEASE), (3, OTHER), (5, OTHER)], 2),
        ([], 1),
    ],
)
def test_voices_are_announcements_and_independent_texts(told: list[tuple[int, str]], voices: int) -> None:
    """What is told on one day is one announcement; later a copy adds no voice, an article of its own does."""
    assert count_voices((MONDAY + timedelta(days=day), sketch(text)) for day, text in told) == voices


def test_all_outlets_that_carry_a_figure_are_its_sources() -> None:
    """Copies of one release are one change with one voice, and every outlet is shown, once."""
    outlets = ["뉴시스", "연합뉴스", "뉴데일리", "뉴시스", "다음"]
    reports = [
        report(
            "skt parameters 34e9 actual @A.X_3.1", f"a{n}", outlet, START + timedelta(minutes=n), sketch=sketch(RELEASE)
        )
        for n, outlet in enumerate(outlets)
    ]
    (change,) = fold(reports)

    assert [source.outlet for source in change.sources] == ["뉴시스", "연합뉴스", "뉴데일리", "다음"]
    assert change.voices == 1


def test_a_copy_does_not_confirm_what_is_held() -> None:
    """A leap that one wire story tells waits for an outlet that says so in its own words."""
    texts = [sketch(RELEASE), sketch(COPY), sketch(OTHER)]
    reports = [report("nc gpus 1000 actual", "a", "가", START)] + [
        report("nc gpus 20e3 actual", f"b{n}", f"나{n}", START + timedelta(days=60 + n), sketch=text)
        for n, text in enumerate(texts)
    ]

    assert [change.held for change in fold(reports[:3])] == [None, "leaps_alone"]
    assert [(change.kind, change.article, change.held) for change in fold(reports)] == [
        ("first", "a", None),
        ("raised", "b2", None),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("국산 AI반도체 실증 사업", "AI 반도체 실증사업"),
        ("해남 국가AI컴퓨팅센터", "국가AI컴퓨팅센터"),
        ("네이버·서울대 초대규모 AI 연구센터", "초대규모 AI 연구센터"),
        ("'A.X K1'", "A.X-K1"),
        ("스타게이트 프로젝트", "스타게이트"),
        ("모티프 2 12.7B", "모티프-2-12.7B"),
    ],
)
def test_one_thing_under_two_spellings(one: str, other: str) -> None:
    """Quotes, spaces, hyphens, a place in front and a word like 'project' behind make no other thing."""
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("콜로서스", "콜로서스 2"),
        ("K-엑사원", "엑사원"),
        ("하이퍼클로바X", "클로바X"),
        ("KoGPT", "KoGPT 2.0"),
        ("초대규모 AI 연구센터", "초창의적 AI 연구센터"),
        ("울산 AI 데이터센터", "용인 AI 데이터센터"),
    ],
)
def test_two_things_with_like_names(one: str, other: str) -> None:
    """A number behind, a letter in front, another word tell apart."""
    assert not same_name(one, other)


@pytest.mark.parametrize(
    "name",
    ["초거대 AI", "내년 AI 인프라", "AI 모델", "자체 거대언어모델", "AI 데이터센터", "독자 AI 파운데이션 모델", None],
)
def test_what_names_nothing_is_nameless(name: str | None) -> None:
    """A hyperscale AI model without a name of its own has none."""
    assert name_key(name) == ""


def test_what_is_told_of_a_thing_is_no_part_of_its_name() -> None:
    """A clause before a name says how it went; a firm's own name names no thing of its."""
    own = Notice("manus", "마누스", "withdrawn", None, "", 0, 0, thing="manus")

    assert name_key("짓는 추진되던 김해 데이터센터") == name_key("김해 데이터센터")
    assert same_name("추진되던 NHN 김해 데이터센터", "김해 데이터센터")
    assert key_of(own) == ""
    assert ends_alike("보스턴다이내믹스", "다이내믹스")
    assert begins_alike("새만금 혁신거점", "새만금")
    assert not begins_alike("국가 AI 센터", "국가 슈퍼컴퓨터")
    assert not ends_alike("울산 AI 데이터센터", "용인 AI 데이터센터")


def test_versions_are_one_in_both_alphabets() -> None:
    """시드 32B 씽크 is SEED 32B Think; a line without its version may be any, another version is another."""
    notice = Notice("naver", "하이퍼클로바X", "moved", None, "", 0, 0, thing="naver/하이퍼클로바X")

    assert key_of(notice) == "naver/하이퍼클로바X"
    assert may_be_one_version("naver/x@seed+32b+think", "naver/x@seed+think")
    assert may_be_one_version("naver/x", "naver/x@seed+32b+think")
    assert not may_be_one_version("naver/x@seed+8b", "naver/x@seed+32b")
    assert not may_be_one_version("naver/x@seed", "naver/y@seed")


def test_what_comes_late_is_history() -> None:
    """An older article makes what was logged void, says how it was, and is news to nobody."""
    first = report("kakao parameters 30e9 actual @KoGPT", "a", "가", START)
    late = report("kakao parameters 6e9 actual @KoGPT", "b", "나", START - timedelta(days=90))
    before, after = fold([first]), fold([first, late])

    assert [(change.kind, change.article) for change in after] == [("first", "b"), ("raised", "a")]
    assert news(before, after, {"b"}) == ()
    assert news((), before, {"a"}) == before


def test_an_earlier_copy_found_later_is_no_news() -> None:
    """The same figure in an outlet that had it first keeps the line of the log and its id."""
    first = report("kakao parameters 30e9 actual @KoGPT", "a", "가", START)
    earlier = report("kakao parameters 30e9 actual @KoGPT", "b", "나", START - timedelta(hours=1))
    before, after = fold([first]), fold([first, earlier])

    assert [change.id for change in before] == [change.id for change in after]
    assert news(before, after, {"b"}) == ()


def test_what_was_taken_back_and_is_first_again_is_no_news() -> None:
    """Two figures of one day change places as outlets tell them: the one that was first before is told once."""
    before = fold([report("openai valuation 5e11$ actual", "a", "가", START)])
    after = fold([report("openai valuation 2.6e11$ actual", "b", "나", START)])

    assert news((), after, {"b"}, taken_back=after) == ()
    assert news((), after, {"b"}, taken_back=before) == after


def test_a_series_that_another_name_begins_is_no_news() -> None:
    """Where outlets give the day alone, a name that sorts first may begin the series: its number was told already."""
    one = report("kakao gpus 2424 planned @산단_확보_사업", "a", "나", START)
    other = report("kakao gpus 2424 planned @가속기_조달", "b", "가", START)
    before, after = fold([one]), fold([one, other])

    assert before[0].series != after[0].series
    assert news(before, after, {"b"}) == ()


def test_what_a_second_voice_confirms_is_news() -> None:
    """What was held is told when another outlet says it, though the line stands on the article that was held."""
    known = report("nc gpus 1000 actual", "a", "가", START)
    held = report("nc gpus 20e3 actual", "b", "다", START + timedelta(days=90))
    second = report("nc gpus 20e3 actual", "c", "나", START + timedelta(days=90))
    before, after = fold([known, held]), fold([known, held, second])

    assert [(change.kind, change.article, change.held) for change in after[1:]] == [("raised", "b", None)]
    assert news(before, after, {"c"}) == after[1:]


def test_an_id_does_not_tell_how_a_number_was_written() -> None:
    """1.3 times a billion and 1300000000, as the store gives it back, are one number: a dry reread shows no change."""
    plan = report("skt power 13e8 planned @울산", "a", "가", START)
    assert plan.figure is not None
    written = Decimal("1.3") * Decimal("1000000000.0")
    same = replace(plan, figure=replace(plan.figure, low=written, high=written))

    assert [change.id for change in fold([plan])] == [change.id for change in fold([same])]


def test_a_late_report_undoes_an_overdue() -> None:
    """A plan that was delivered in time is not overdue, however late that is found."""
    plan = report("kt gpus 9000 planned ..2021-06-30", "a", "가", START)
    done = report("kt gpus 9000 actual", "b", "나", START + timedelta(days=40))
    until = START + timedelta(days=90)
    before, after = fold([plan], until), fold([plan, done], until)

    assert [change.kind for change in before] == ["first", "overdue"]
    assert [change.kind for change in after] == ["first", "delivered"]
    assert [change.kind for change in news(before, after, {"b"})] == ["delivered"]
    assert news(fold([plan]), before, ()) == (before[1],)


def test_news_of_another_overdue_is_news() -> None:
    """A plan that is overdue a second time, after it moved, is told again; the first time is not."""
    plan = report("kt gpus 9000 planned ..2021-06-30", "a", "가", START)
    moved = report("kt gpus 9000 planned ..2021-06-30", "b", "나", START + timedelta(days=300))
    again = report("kt gpus 9000 planned ..2022-06-30 cue:moved", "c", "다", START + timedelta(days=301))
    once = fold([plan, moved], START + timedelta(days=300))
    twice = fold([plan, moved, again], START + timedelta(days=600))

    assert [change.kind for change in twice] == ["first", "overdue", "rescheduled", "overdue"]
    assert [change.kind for change in news(once, twice, {"c"})] == ["rescheduled", "overdue"]


def test_an_article_without_figures_says_nothing() -> None:
    """A report that holds neither a figure nor a notice makes no line."""
    plan = report("kt gpus 9000 planned ..2021-06-30", "a", "가", START)

    assert fold([replace(plan, figure=None)]) == ()


def test_a_person_lifts_what_is_held() -> None:
    """What somebody called right is told, however unlikely."""
    doubtful = report("skt parameters 180 actual @에이닷", "a", "가", START)
    lifted = replace(doubtful, confirmed=True)

    assert [change.held for change in fold([doubtful])] == ["value_cannot_be"]
    assert [(change.kind, change.held) for change in fold([lifted])] == [("first", None)]


def test_the_clock_may_be_a_day_or_none() -> None:
    """Without a clock only reports let time pass."""
    plan = report("kt gpus 9000 planned ..2021-06-30", "a", "가", START)

    assert [change.kind for change in fold([plan])] == ["first"]
    assert [change.kind for change in fold([plan], date(2021, 6, 30))] == ["first"]
    assert [change.on for change in fold([plan], date(2021, 7, 1))] == [None, date(2021, 7, 1)]
