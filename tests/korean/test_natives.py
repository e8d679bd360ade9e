"""Reading what is counted by the piece: the number, then things counted."""

from decimal import Decimal

import pytest

from monitor.korean.quantities import find_quantities

READ = """
1     한 명 | 사과 한 개 | 책 한 권 | 고양이 한 마리 | 커피 한 잔 | 맥주 한 병 | 차 한 대 | 종이 한 장 | 집 한 채
1     옷 한 벌 | 나무 한 그루 | 꽃 한 송이 | 신발 한 켤레 | 연필 한 자루
2     두 명 | 사과 두 개 | 두개 | 책 두 권 | 고양이 두 마리 | 커피 두 잔 | 맥주 두 병 | 차 두 대 | 종이 두 장
2     집 두 채 | 옷 두 벌 | 꽃 두 송이 | 두 곳 | 두 사람 | 두 가지
3     세 명 | 사과 세 개 | 책 세 권 | 종이 석 장 | 고양이 세 마리 | 커피 석 잔 | 소주 세 병 | 세 가지 | 세 그릇
3     세 그루
4     네 명 | 사과 네 개 | 책 네 권 | 종이 넉 장 | 고양이 네 마리 | 네 군데
12    열두 명 | 책 열두 권 | 열두 개 | 열두 마리 | 12권 | 12마리 | 십이 명
20    스무 명 | 스무 개 | 스무 마리 | 20명 | 이십 명
25    스물다섯 명 | 스물다섯 개 | 25개 | 이십오 명 | 학생 스물다섯 명
31    서른한 명 | 서른한 개 | 31명
50    쉰 명 | 쉰 개 | 오십 명 | 50명 | 50마리
99    아흔아홉 개 | 아흔아홉 명
100   백 명 | 백 개 | 100명 | 백 마리 | 100권 | 백 권
1000  천 명 | 천 개 | 1천 명 | 1000명 | 천 마리 | 천 권
10000 만 명 | 1만 명 | 만 개 | 만 마리
1~2   한두 명 | 한두 가지 | 한두 개
2~3   두세 명 | 두세 개 회사 | 두세 곳
3~4   서너 명 | 서너 개의 | 서너 곳
4~5   네댓 명 | 너댓 개 | 네다섯 마리
5~6   대여섯 마리 | 대여섯 명
30~40 삼사십 명 | 삼사십 개
2000000~3000000 이삼백만 명 | 이삼백만 원
"""
ROWS = [
    (value, text)
    for value, ways in (line.split(maxsplit=1) for line in READ.strip().splitlines())
    for text in ways.split(" | ")
]


@pytest.mark.parametrize(("value", "text"), ROWS)
def test_things_are_counted_with_numerals_of_either_stock(value: str, text: str) -> None:
    """Alone and in a sentence, one thing or a few."""
    least, _, most = value.partition("~")
    for sentence in (text, f"어제 {text} 봤다"):
        found = [(quantity.low, quantity.high) for quantity in find_quantities(sentence)]

        assert found == [(Decimal(least), Decimal(most or least))]


@pytest.mark.parametrize(
    "text",
    [
        "한 개발자",
        "한 장관은",
        "네 대답",
        "한 통화에서",
        "두 달 만에",
        "세 건물",
        "한 편집자",
        "네 병원",
        "한 곳간",
        "두 배우",
        "한 권리",
        "이삼일 뒤",
        "오륙도",
        "사오정",
        "삼사관학교",
        "칠팔월",
        "한 번",
        "한국 팀",
        "세계 대회",
        "여덟 시",
        "네 가족",
        "두 나라",
    ],
)
def test_words_that_begin_like_a_count_are_none(text: str) -> None:
    """A counter is a word of its own: 한 개발자 is a developer, 네 대답 your answer."""
    assert find_quantities(text) == []
