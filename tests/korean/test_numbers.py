"""Reading numerals: the value first, then every way to write it; and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.korean.numbers import find_numbers, scan

READ = {
    "175000000000": (
        "1750억",
        "1,750억",
        "1천750억",
        "1천7백50억",
        "천칠백오십억",
        "일천칠백오십억",
        "175B",
        "175 billion",
    ),
    "95700000000000000": ("9경5700조", "9경5,700조", "9경 5700조", "9경5천700조", "9京5700兆", "９경５７００조"),
    "236000000000": ("2360억", "2천360억", "2천3백60억", "236B", "0.236T"),
    "15000": ("1만5000", "1만 5,000", "1.5만", "1만5천", "15,000", "만오천", "15K"),
    "406000000": ("4억 600만", "4억600만", "4억 6백만"),
    "27812000000000": ("27조8천120억", "27조 8120억", "27조8,120억"),
    "12100000000000": ("12조1000억", "12조 1천억", "12.1조", "십이조 천억"),
    "25000000000000": ("25兆", "25조", "이십오조"),
    "11700000": ("1천 1백 70만", "1170만", "천백칠십만", "11.7M"),
    "35000": ("3만 5천", "3 만 5 천", "삼만 오천", "35,000"),
    "13712": ("1만3712", "1만 3,712", "13,712", "일만삼천칠백십이"),
    "1.23": ("일점이삼", "1.23"),
}


@pytest.mark.parametrize(
    ("value", "written"),
    [(value, written) for value, ways in READ.items() for written in ways],
    ids=lambda part: part,
)
def test_every_notation_of_a_value_reads_as_it(value: str, written: str) -> None:
    """Digits, Hangul, hanja and Latin suffixes, mixed at any place, are one value."""
    found = list(find_numbers(f"모두 {written} 원이다"))

    assert [Decimal(value)] == [number.value for number in found]


@pytest.mark.parametrize(
    ("written", "grain"),
    [
        ("5000억", 10**11),
        ("5190억", 10**9),
        ("12.1조", 10**11),
        ("12조1000억", 10**11),
        ("1만3712", 1),
        ("2,400", 100),
        ("1.50", Decimal("0.01")),
        ("236B", 10**9),
        ("이천사십억", 10**9),
    ],
)
def test_a_number_claims_its_digits_and_no_more(written: str, grain: Decimal | int) -> None:
    """The grain is the place of the last digit that says something: two roundings of one figure overlap."""
    (found,) = find_numbers(f"{written} 원")

    assert found.grain == grain


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("60억, 130억, 250억 개", [6_000_000_000, 13_000_000_000, 25_000_000_000]),
        ("1000억→300억달러", [100_000_000_000, 30_000_000_000]),
        ("204B(2040억개)", [204_000_000_000, 204_000_000_000]),
        ("10만 2024년", [100_000, 2024]),
        ("1만이 넘는", [10_000]),
        ("3만 2위", [30_000, 2]),
        ("Qwen3-235B-A22B", [235_000_000_000, 22_000_000_000]),
        ("시드14B", [14_000_000_000]),
        ("H100 8장", [8]),
        ("GPU26만장", [260_000]),
        ("5경기를 치렀다", [5]),
        ("1, 234", [1, 234]),
        ("4분의 1", [Decimal("0.25")]),
        ("이분의 일", [Decimal("0.5")]),
        ("스물다섯 명", [25]),
    ],
)
def test_neighbours_stay_apart(text: str, values: list[int]) -> None:
    """A number ends where its groups stop falling, at a particle, and at the edge of a name."""
    assert values == [number.value for number in find_numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "제3조에 따르면",
        "제 2조 원칙",
        "GPT-3와 A100-80G",
        "버전 3.5.1",
        "02-1234-5678",
        "010-1234-5678로",
        "2021-05-25",
        "2021.5.25",
        "13:46에",
        "3대1로 이겼다",
        "51:49 지분",
        "수백억 원",
        "조 단위 매출",
        "백조와 오리",
        "보유한 조용한 수상한",
        "1" * 41,
        "",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    """Articles of law, names, versions, telephone numbers, dates, times and scores hold no number, nor does 수백억."""
    assert list(find_numbers(text)) == []


def grouped(value: int) -> str:
    """Return 1조 2000억 3만 4 without blanks."""
    parts = []
    for scale, power in (("경", 16), ("조", 12), ("억", 8), ("만", 4), ("", 0)):
        group, value = divmod(value, 10**power)
        parts.append(f"{group}{scale}" if group else "")
    return "".join(parts)


def spoken(value: int) -> str:
    """Return the Hangul numeral: 일조이천억."""
    parts = []
    for scale, power in (("경", 16), ("조", 12), ("억", 8), ("만", 4), ("", 0)):
        group, value = divmod(value, 10**power)
        digits = "".join(
            ("" if digit == "0" else "영일이삼사오육칠팔구"[int(digit)] + place)
            for digit, place in zip(f"{group:04}", ("천", "백", "십", ""), strict=True)
        )
        parts.append(digits + scale if group else "")
    return "".join(parts)


@given(value=st.integers(min_value=1, max_value=10**20 - 1))
def test_a_number_written_in_groups_reads_back(value: int) -> None:
    """Whatever the value, 만, 억, 조 and 경 groups, commas and plain digits all read back as it."""
    for written in (grouped(value), f"{value:,}", str(value)):
        (found,) = find_numbers(f"약 {written}원을")

        assert value == found.value
        assert f"약 {written}원을"[found.start : found.end] == written


@given(value=st.integers(min_value=10, max_value=10**20 - 1))
def test_a_number_in_hangul_reads_back(value: int) -> None:
    """A value written out in Hangul numerals reads back as it."""
    written = spoken(value)

    (found,) = find_numbers(f"{written}원")

    assert found.value == value
    assert f"{written}원"[found.start : found.end] == written


@given(
    mantissa=st.integers(min_value=1, max_value=99999),
    places=st.integers(min_value=1, max_value=3),
    scale=st.sampled_from([("만", 4), ("억", 8), ("조", 12), ("B", 9)]),
)
def test_a_decimal_with_a_scale_is_exact(mantissa: int, places: int, scale: tuple[str, int]) -> None:
    """A decimal before a scale loses nothing: equality decides whether an alert goes out."""
    word, power = scale
    decimal = Decimal(mantissa).scaleb(-places)

    (found,) = find_numbers(f"{decimal:f}{word}")

    assert found.value == Decimal(mantissa).scaleb(power - places)


@given(text=st.text(alphabet="0123456789,. 일이삼십백천만억조경수몇여한두세제GPTB-~()원개", max_size=60))
def test_offsets_hold_whatever_the_text(text: str) -> None:
    """Numerals come in order, never overlap, and lie inside the text."""
    end = 0
    for numeral in scan(text):
        assert end <= numeral.start <= numeral.end <= len(text)
        end = numeral.end
