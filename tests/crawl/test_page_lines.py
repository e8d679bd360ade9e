"""What a desk sets around its text is no text: lines that go, and the sentences beside them that stay."""

from __future__ import annotations

import pytest
from outlet_pages import LINES, SPOKEN, TITLE

from monitor.crawl.page_text import clean_lines


@pytest.mark.parametrize(
    "line",
    [
        "#누리전자 #가온 #초거대AI",
        "좋아요 0개 슬퍼요 0개 화나요 0개",
        "추천해요 0좋아요 0감동이에요 0화나요 0",
        "※ '당신의 제보가 뉴스가 됩니다'",
        "[메일] social@hanbit.example",
        "이 기사는 2026년 2월 25일 13시 16분에 프리미엄 콘텐츠로 선공개 되었습니다.",
        "(주)한빛일보 서울시 중구 대표전화 02-000-0000 등록번호 서울 아00001 발행인 박두리",
        "[영상취재 이두리 / 영상편집 박세나]",
        "◀ 앵커 ▶",
        "YTN 김하나 (hana@hanbit.example)",
    ],
)
def test_what_a_desk_sets_around_its_text_goes(line: str) -> None:
    """Tags, feelings counted, calls to report, who filmed: wherever they stand."""
    assert clean_lines([LINES[0], line, LINES[1]]) == [LINES[0], LINES[1]]


def test_a_notice_behind_sentences_leaves_them() -> None:
    """Where no break parts them."""
    fused = f"{SPOKEN[0]}MBC 뉴스는 24시간 여러분의 제보를 기다립니다."

    assert clean_lines([fused, SPOKEN[1]]) == list(SPOKEN[:2])


def test_headlines_above_the_text_go_when_they_repeat_it() -> None:
    """One that tells a figure of its own stays, as does all that stands below the first sentence."""
    repeated, own = "9월 누구에게나 공개", "지난해 영업이익은 7200억원"

    assert clean_lines([repeated, *LINES]) == list(LINES)
    assert clean_lines([own, *LINES]) == [own, *LINES]
    assert clean_lines([*LINES, repeated]) == [*LINES, repeated]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("[관련기사] 한빛전자, 매개변수 9000억개 모델 공개", False),
        ("관련기사 ▶ 새벽텔레콤 GPU 5만장 도입", False),
        ("관련 기사 300건을 학습한 모델은 점수가 12% 올랐다.", True),
        ("이 시각 현재 가온을 쓰는 기업은 300곳이다.", True),
    ],
)
def test_one_related_headline_does_not_end_the_text(line: str, stays: bool) -> None:  # noqa: FBT001 - a row of the table
    """Nor does a sentence that begins like the heading of others; such a heading alone does."""
    expected = [*LINES[:6], line, *LINES[6:]] if stays else list(LINES)

    assert clean_lines([*LINES[:6], line, *LINES[6:]]) == expected
    assert clean_lines([*LINES, "관련기사", "새벽텔레콤 GPU 5만장 도입", line]) == list(LINES)


def test_a_heading_whose_list_is_gone_does_not_end_the_text() -> None:
    """A list of links amid the text is cut with its markup; the sentences below it are the article's."""
    assert clean_lines([*LINES[:6], "관련기사", *LINES[6:]]) == list(LINES)


def test_what_stands_above_the_repeated_title_goes() -> None:
    """Menus and buttons that came along with the text."""
    assert clean_lines(["알림", "알림 설정", "3면", TITLE, *LINES], TITLE) == list(LINES)


@pytest.mark.parametrize(
    "line",
    [
        "누리전자는 사진을 설명하는 모델도 내놓기로",
        "이 시각 현재 가온을 쓰는 기업은 300곳이다.",
        "한빛증권 기자재 매출 1조2000억원",
        "구독자 300만 명을 모은 서비스에도 가온이 쓰인다.",
        "#1 데이터센터",
    ],
)
def test_lines_that_only_look_alike_stay(line: str) -> None:
    """A heading, a sentence, a number sign."""
    assert clean_lines([LINES[0], line, LINES[1]]) == [LINES[0], line, LINES[1]]


def test_a_line_of_marks_costs_no_time() -> None:
    """However its tags and commas can be parted."""
    line = "#a" + ",,,,,#a" * 34 + " 끝"

    assert clean_lines([LINES[0], line]) == [LINES[0], line]
