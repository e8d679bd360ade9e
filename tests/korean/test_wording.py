"""What the words of an amount claim by themselves, beside what the figure guide makes of them."""

from decimal import Decimal

import pytest

from monitor.korean.quantities import find_quantities
from monitor.korean.wording import as_worded


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("수백억원을", "1e10", "1e11", "order"),
        ("수만 장을", "1e4", "1e5", "order"),
        ("800조원대 투자", "8e14", "9e14", "order"),
        ("1조원 대 규모", "1e12", "2e12", "order"),
        ("100MW 규모의", "1e8", "1e8", "exact"),
        ("약 100MW 규모의", "1e8", "1e8", "about"),
        ("1조원에 달하는", "1e12", "1e12", "about"),
        ("1조원을", "1e12", "1e12", "exact"),
        ("1000대 규모의", "1000", "1000", "about"),
        ("10~20MW 규모", "1e7", "2e7", "range"),
        ("수천억~수조원을", "1e11", "1e13", "range"),
        ("적게는 수십억 많게는 수백억원을", "1e9", "1e11", "range"),
        ("1억 달러(약 1400억원) 규모", "1e8", "1e8", "exact"),
        ("2조 개 토큰에 달하는", "2e12", "2e12", "about"),
    ],
)
def test_words_alone_claim_their_digits(text: str, low: str, high: str, qualifier: str) -> None:
    """수 and 대 span the decade or the step that they name; 규모 softens nothing, 에 달하는 does."""
    worded = as_worded(text, find_quantities(text)[0])

    assert (worded.low, worded.high, worded.qualifier) == (Decimal(low), Decimal(high), qualifier)


def test_an_open_bound_stays_open() -> None:
    """What has no upper bound by the guide has none by its words."""
    (quantity,) = find_quantities("1조원 이상")

    assert as_worded("1조원 이상", quantity) == quantity
