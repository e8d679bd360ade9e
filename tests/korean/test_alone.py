"""Reading a text that is nothing but a number: the value, or the least and the most, then the ways to write it."""

from decimal import Decimal

import pytest

from monitor.korean.alone import number_alone

READ = """
0             0 | 영 | 공 | 제로
1             1 | 일 | 하나
2             2 | 이 | 둘
3             3 | 삼 | 셋 | ３
4             4 | 사 | 넷
5             5 | 오 | 다섯
6             6 | 육 | 여섯
7             7 | 칠 | 일곱
8             8 | 팔 | 여덟
9             9 | 구 | 아홉
10            10 | 십 | 열 | 일십
11            11 | 십일 | 열하나 | 열 하나
12            12 | 십이 | 열둘
15            15 | 십오 | 열다섯
20            20 | 이십 | 스물 | 스무
21            21 | 이십일 | 스물하나 | 스물한
25            25 | 이십오 | 스물다섯 | 스물 다섯
33            33 | 삼십삼 | 서른셋 | 서른 셋
44            44 | 사십사 | 마흔넷
55            55 | 오십오 | 쉰다섯
66            66 | 육십육 | 예순여섯
77            77 | 칠십칠 | 일흔일곱
88            88 | 팔십팔 | 여든여덟
99            99 | 구십구 | 아흔아홉
100           100 | 백 | 일백 | 1백
101           101 | 백일 | 백하나 | 일백일
123           123 | 백이십삼 | 일백이십삼
203           203 | 이백삼
350           350 | 삼백오십 | 3백50 | 3백오십
1000          1000 | 천 | 일천 | 1천 | 1,000
1004          1004 | 천사 | 일천사
1234.5        1234.5 | 1,234.5
1970          1970 | 천구백칠십 | 일천구백칠십
2500          2500 | 이천오백 | 2천5백 | 2,500 | 2.5천
10000         10000 | 만 | 일만 | 1만 | 10,000
12000         12000 | 만 이천 | 만이천 | 1만2천 | 1만 2천 | 일만이천 | 1.2만 | 12,000
35000         35000 | 삼만오천 | 3만5천 | 3만 5000 | 3.5만
100000        10만 | 십만 | 100,000 | 100000
123456        123456 | 십이만삼천사백오십육 | 12만3456 | 123,456 | 12만 3천4백56
1000000       백만 | 100만 | 1,000,000 | 일백만 | 1백만 | 1M
8000000       팔백만 | 800만 | 8백만 | 8,000,000
20000000      이천만 | 2천만 | 2000만 | 20,000,000
53000000      오천삼백만 | 5천3백만 | 5300만
100000000     일억 | 1억 | 100,000,000
320000000     3억2천만 | 삼억이천만 | 3억 2000만 | 3.2억
1000000000000 일조 | 1조 | 1,000,000,000,000
0.5           0.5 | 영점오 | .5 | 반
1.5           1.5 | 일점오 | 일 점 오
3.14          3.14 | 삼점일사 | 삼 점 일사
10.25         10.25 | 십점이오
0.07          0.07 | 영점영칠
-3            -3 | 마이너스 3 | 마이너스 삼 | −3 | －3
-1.5          -1.5 | 마이너스 1.5 | 마이너스 일점오
-1200000      -1,200,000 | -120만 | 마이너스 백이십만
0.3333        3분의 1 | 삼분의 일 | 1/3
0.75          4분의 3 | 사분의 삼 | 3/4 | ¾
2.5           2.5 | 이점오 | 2와 2분의 1 | 2½
"""
VAGUE = """
3~4                  서너 | 서넛 | 3~4 | 3-4
1~2                  한두 | 한둘 | 1~2
2~3                  두세 | 두셋 | 2~3
4~5                  네다섯 | 너댓 | 4~5
5~6                  대여섯 | 5~6
6~7                  예닐곱 | 6~7
7~8                  일고여덟 | 7~8
20~100               수십 | 몇십
200~1000             수백 | 몇백
2000~10000           수천 | 몇천
20000~100000         수만 | 몇만
20000000~100000000   수천만 | 몇천만
200000000~1000000000 수억 | 몇억
1000~1000            천여 | 1천여 | 1000여
30000~30000          3만여 | 삼만여
30000~40000          3만~4만 | 삼사만
"""


def rows(table: str) -> list[tuple[str, str]]:
    """Return value and writing of every entry of *table*."""
    lines = (line.split(maxsplit=1) for line in table.strip().splitlines())
    return [(value, text) for value, ways in lines for text in ways.split(" | ")]


@pytest.mark.parametrize(("value", "text"), rows(READ))
def test_a_numeral_by_itself_is_its_value(value: str, text: str) -> None:
    """Digits, numerals of either stock, decimals, fractions and signs, with blanks around and a full stop behind."""
    for written in (text, f" {text}.\n"):
        found = number_alone(written)

        assert found is not None
        assert (found.low, found.unit, found.qualifier) == (found.high, None, "exact")
        assert f"{found.low:.4f}" == f"{Decimal(value):.4f}"
        assert written[found.start : found.end].strip() == text.removesuffix(".")


@pytest.mark.parametrize(("value", "text"), rows(VAGUE))
def test_a_vague_numeral_by_itself_has_bounds(value: str, text: str) -> None:
    """서너 is three to four, 수천 by the figure guide two to ten thousand, 천여 about a thousand."""
    found = number_alone(text)
    least, most = value.split("~")

    assert found is not None
    assert (found.low, found.high) == (Decimal(least), Decimal(most))
    assert found.qualifier == ("about" if least == most else "order" if text[0] in "수몇" else "range")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "-",
        "백조와 오리",
        "3명",
        "GPT-3",
        "버전 3.5를",
        "5만원",
        "제3조",
        "2021년",
        "하나로",
        "천천히",
        "만나다",
        "3~1",
        "둘~하나",
        "3~4만",
        "조 단위",
        "0분의 3",
        "점오",
        "1" * 61,
        "하나둘",
        "3점",
        "분의 3",
        "/3",
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    """Words, names, amounts with their unit, and ranges that fall or share their scale are left to others."""
    assert number_alone(text) is None
