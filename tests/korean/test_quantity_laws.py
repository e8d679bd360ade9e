"""What holds of amounts in any text: their order, that they read back, and that none takes long."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.korean.periods import find_periods
from monitor.korean.quantities import find_quantities

PATIENCE_S = 5.0  # a hundred times what it takes; a regular expression that backtracks takes minutes


@given(
    text=st.text(
        alphabet="0123456789,.%~-()·→$₩€ 일이삼천백만억조경수몇여약총최대소이상원달러개장명배GPUMWB급규모대를",
        max_size=80,
    )
)
def test_quantities_lie_in_order_whatever_the_text(text: str) -> None:
    """Quantities come left to right, never overlap, and lie inside the text."""
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end


@given(
    value=st.integers(min_value=1, max_value=10**17),
    unit=st.sampled_from([("원", "KRW"), ("달러", "USD"), ("명", "person"), ("개 토큰", "token"), ("MW", "W")]),
    hedge=st.sampled_from(
        [("약 ", "", "about"), ("", " 이상", "at_least"), ("최대 ", "", "at_most"), ("", "", "exact")]
    ),
)
def test_an_amount_built_from_parts_reads_back(value: int, unit: tuple[str, str], hedge: tuple[str, str, str]) -> None:
    """Whatever value, unit and hedge are put together, they are read apart again."""
    text = f"{hedge[0]}{value:,}{unit[0]}{hedge[1]}"
    (found,) = find_quantities(text)

    factor = 10**6 if unit[0] == "MW" else 1
    assert (found.low or found.high) == value * factor
    assert (found.unit, found.qualifier) == (unit[1], hedge[2])


@pytest.mark.parametrize(
    "text",
    [
        "1조2000억 " * 285,
        "7" * 5000,
        "1억(" * 500 + ")" * 500,
        "약 최대 최소 " * 250,
        "1~" * 1000,
        "수백억 " * 500,
        " " * 2000,
    ],
    ids=["numerals in a row", "5,000 digits", "nested brackets", "hedges", "ranges", "vague", "blanks"],
)
def test_a_hostile_sentence_is_read_at_once(text: str) -> None:
    """No sentence of 2,000 characters takes long: nothing backtracks, nothing recurses."""
    start = time.process_time()

    find_quantities(text)
    find_periods(text, date(2021, 5, 25))

    assert time.process_time() - start < PATIENCE_S
