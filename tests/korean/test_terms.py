"""Ranges by what stands at and around their ends, and what a vague numeral shares with its neighbour."""

from decimal import Decimal

import pytest

from monitor.korean.quantities import find_quantities

RANGES = [
    ("4e10", "5e10", "USD", "400억~500억 달러"),
    ("4e10", "5e10", "USD", "400억 달러에서 최대 500억 달러"),
    ("4e10", "5e10", "USD", "최소 400억 달러, 최대 500억 달러"),
    ("4e10", "5e10", "USD", "400억 달러 이상 500억 달러 미만"),
    ("4e10", "5e10", "USD", "400억 달러 이상 ~ 500억 달러 이하"),
    ("4e10", "5e10", "USD", "400억 달러에서 500억 달러 사이"),
    ("2e9", "1e11", "KRW", "수십~수백억 원"),
    ("2e9", "1e11", "KRW", "수십억에서 수백억원"),
    ("2e9", "1e11", "KRW", "적게는 수십억 많게는 수백억원"),
    ("2e3", "1e5", None, "수천~수만 장"),
    ("6.6e10", "7.2e10", "USD", "660억 달러에서 720억 달러를 쓴다"),
    ("1.7e11", "1.8e11", "USD", "1,700억 달러에서 1,800억 달러에 이른다"),
]


@pytest.mark.parametrize(("low", "high", "unit", "text"), RANGES)
def test_a_range_is_bounded_by_the_words_around_its_ends(low: str, high: str, unit: str | None, text: str) -> None:
    """최소 … 최대, 이상 … 미만 and two vague numerals are the ends of one range."""
    found = [(one.low, one.high, one.unit, one.qualifier) for one in find_quantities(text)]

    assert found == [(Decimal(low), Decimal(high), unit, "range")]


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("400억 달러, 최대 500억 달러", ["4e10", None]),
        ("400억 달러 이상 투자해 500억 달러 미만", ["4e10", None]),
        ("5조원에서 6조원으로", ["5e12", "6e12"]),
        ("최대 6000억원에서 최대 7000억원으로", [None, None]),
        ("당초 3만장에서 2030년까지 5만장으로", ["3e4", "5e4"]),
        ("600억 달러 이상 500억 달러 이상", ["6e10", "5e10"]),
        ("각각 6000억원과 5510억원을 투입한다", ["6e11", "5.51e11"]),
        ("8000억원에서 6000억원을 깎았다", ["8e11", "6e11"]),
    ],
)
def test_amounts_that_only_stand_side_by_side_are_no_range(text: str, lows: list[str | None]) -> None:
    """Without a bound of its own on either end, each amount is said by itself."""
    assert [one.low for one in find_quantities(text)] == [low and Decimal(low) for low in lows]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("수조대 투자", "2e12", "KRW"),
        ("수백억대 매출", "2e10", "KRW"),
        ("수십 조원", "2e13", "KRW"),
        ("수 GW급", "2e9", "W"),
        ("千億 투자", "1e11", "KRW"),
        ("100조 시대", "1e14", "KRW"),
        ("기업가치 100조", "1e14", "KRW"),
        ("GPU 5만장에 2조", "5e4", "gpu"),
        ("다운로드 1억회", "1e8", "count"),
        ("128K 컨텍스트", "128000", "token"),
        ("백여 명", "100", "person"),
        ("11.5B인 가람", "11.5e9", "parameter"),
        ("십여조원", "1e13", "KRW"),
        ("연봉 3억", "3e8", "KRW"),
        ("전세 1억 5천만", "1.5e8", None),
        ("1억 5천", "1.5e8", None),
    ],
)
def test_an_amount_takes_its_unit_from_what_stands_near(text: str, low: str, unit: str | None) -> None:
    """대 behind a large scale is a hedge; a sum in trillions is money, not chips."""
    first = find_quantities(text)[0]

    assert (first.low, first.unit) == (Decimal(low), unit)


@pytest.mark.parametrize("text", ["5억868억원의", "사진 3번", "초당 300번"])
def test_misprints_and_small_repetitions_are_none(text: str) -> None:
    """A scale right before further digits is a misprint; a few times are no count."""
    assert [one for one in find_quantities(text) if one.unit != "KRW" or one.low == Decimal(5 * 10**8)] == []
