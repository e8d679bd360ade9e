from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from newsruns import figure_of

from monitor.catalogue import Metric
from monitor.ledger.intervals import agree, amount_of, gloss_of, is_finer, ratio, seen_in
from monitor.ledger.limits import WIDEST, limits_of
from monitor.ledger.rates import won_per_dollar
from monitor.ledger.series import repeats
from monitor.ledger.windows import is_period, relation, window_of

DAY = date(2021, 5, 17)


def amount(words: str) -> object:
    """Return the amount of a figure given as 'amount more'."""
    return amount_of(figure_of(f"lg parameters {words} actual"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5e11", "519e9"),
        ("100e6", "103e6"),
        ("12.1e12", "12.1e12"),
        ("10.1e12", "10e12"),
        ("204e9", "200e9+"),
        ("204e9", "<=204e9"),
        ("4224", "4000"),
        ("3e12 about", "2.98e12"),
        ("112.7e9 about", "113e9"),
        ("2e10~1e11 order", "20e9+"),
        ("1e12+ order", "1.2e12"),
        ("50e3", "50e3+"),
        ("0", "0"),
    ],
)
def test_one_figure_said_otherwise_agrees(one: str, other: str) -> None:
    """Rounding, 이상, 최대 and 약 make no other figure of a number."""
    assert agree(amount(one), amount(other))  # type: ignore[arg-type]  # made three lines above
    assert agree(amount(other), amount(one))  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8e3", "9e3"),
        ("65e9", "66e9"),
        ("752e8", "742e8"),
        ("1e12", "1.3e12"),
        ("1e12", "9e11"),
        ("10.1e12", "9.9e12"),
        ("2e10~1e11 order", "1e9"),
        ("4e8+", "3e8"),
        ("<=3e10", "1e11"),
        ("30e9~50e9", "50e9~60e9"),
    ],
)
def test_numbers_that_differ_in_a_written_digit_do_not_agree(one: str, other: str) -> None:
    """A number claims its digits and no more."""
    assert not agree(amount(one), amount(other))  # type: ignore[arg-type]  # made three lines above
    assert not agree(amount(other), amount(one))  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize(
    ("new", "old", "finer"),
    [
        ("9e12", "2e12~1e13 order", True),
        ("519e9", "5e11", True),
        ("52e3", "50e3+", True),
        ("5e11", "519e9", False),
        ("50e3", "50e3+", False),
        ("50e3+", "2e4~1e5 order", False),
        ("2e4~1e5 order", "1e4+", False),
        ("9e3", "8e3", False),
        ("103e6 about", "100e6 about", True),
        ("100e6 about", "103e6 about", False),
    ],
)
def test_finer_is_within_and_says_more(new: str, old: str, *, finer: bool) -> None:
    """A figure is refined by one that fits in it and bounds it more closely."""
    assert is_finer(amount(new), amount(old)) is finer  # type: ignore[arg-type]  # made above


@pytest.mark.parametrize(
    ("words", "other", "agrees"),
    [
        ("1조원대", "1.9e12", True),
        ("1500억원대", "158e9", True),
        ("20억달러대", "2.7e9", True),
        ("1조원 안팎", "1.9e12", False),
        ("1500억원대", "170e9", False),
        ("1조원대", "8e11", False),
    ],
)
def test_so_much_and_more_is_up_to_the_next_of_its_kind(words: str, other: str, *, agrees: bool) -> None:
    """1조원대 (in the trillions) is 1조9000억 as well as 1조1000억; 안팎 (about) is not."""
    low = {"1조원대": "1e12", "1조원 안팎": "1e12", "1500억원대": "150e9", "20억달러대": "2e9"}[words]
    said = replace(figure_of(f"lg valuation {low} about actual"), quote=words)

    assert agree(amount_of(said), amount_of(figure_of(f"lg valuation {other} actual"))) is agrees


def test_ratio_of_what_is_no_number_is_one() -> None:
    """수백억 and 조 단위 are compared by their middle or bound, nothing by nothing."""
    assert ratio(amount("2e10~1e11 order"), amount("6e10")) == 1  # type: ignore[arg-type]  # made above
    assert ratio(amount("2e12"), amount("1e12+ order")) == 2  # type: ignore[arg-type]  # the same
    assert ratio(amount("2e12"), amount("0")) == 1  # type: ignore[arg-type]  # the same


def test_numbers_without_one_value_repeat_each_other_as_intervals() -> None:
    """수백억 said again is the same; a number is not 수백억 said again."""
    assert repeats(amount("2e10~1e11 order"), amount("2e10~1e11 order"))  # type: ignore[arg-type]  # made above
    assert not repeats(amount("5e10"), amount("2e10~1e11 order"))  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize(
    ("words", "unit", "seen"),
    [
        ("1e8$ planned gloss:112.7e9", "KRW", Decimal("112.7e9")),
        ("1e8$ planned", "KRW", Decimal(112500000000)),
        ("112.5e9 planned", "USD", Decimal(100000000)),
        ("1e8$ planned", "EUR", Decimal(83000000)),
        ("1e8$ planned", "GPU", None),
        ("2e10~1e11 planned order", "USD", None),
        ("<=1e8$ planned", "KRW", Decimal(112500000000)),
        ("1e8$+ planned", "KRW", Decimal(112500000000)),
    ],
)
def test_money_is_seen_in_the_other_currency(words: str, unit: str, seen: Decimal | None) -> None:
    """An amount in won alone is recognised by the rate of those weeks; the bracket comes first."""
    figure = figure_of(f"lg investment {words}")
    gloss = gloss_of(figure)
    found = seen_in(unit, (amount_of(figure), gloss) if gloss else (amount_of(figure),), DAY)

    assert (found.nominal if found else None) == seen


@pytest.mark.parametrize(
    ("day", "rate"),
    [(date(2021, 5, 17), 1125), (date(2025, 1, 22), 1455), (date(2010, 1, 1), 1065), (date(2031, 1, 1), 1465)],
)
def test_rate_is_that_of_the_month(day: date, rate: int) -> None:
    """A month outside the table takes the nearest one."""
    assert won_per_dollar(day) == rate


def test_limits_of_the_configuration_come_first() -> None:
    """A metric's own limits replace the widest ones; the others stay."""
    least, greatest = Decimal(10), Decimal(20)
    limits = limits_of([Metric("gpus", "GPU", "GPUs", ("gpu",), (), (("gpu", least, greatest),))])

    assert limits["gpus", "gpu"] == (least, greatest)
    assert limits["parameters", "parameter"] == WIDEST["parameters", "parameter"]


D = date.fromisoformat


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        (("2021-07-01", "2021-12-31"), ("2021-08-24", "2021-08-24"), "narrower"),
        (("2021-07-01", "2021-12-31"), (None, "2021-12-31"), "wider"),
        (("2021-07-01", "2021-12-31"), ("2021-07-01", "2021-12-31"), "same"),
        (("2021-07-01", "2021-12-31"), ("2022-01-01", "2022-06-30"), "apart"),
        (("2021-07-01", "2021-09-30"), ("2021-09-01", "2021-10-31"), "crossing"),
        ((None, "2030-12-31"), (None, "2027-12-31"), "apart"),
        ((None, "2026-06-30"), ("2026-01-01", "2026-06-30"), "same"),
        (("2025-01-01", "2030-12-31"), (None, "2030-12-31"), "same"),
        ((None, "2029-02-28"), ("2029-02-01", "2029-02-28"), "same"),
        ((None, "2029-09-30"), ("2029-07-01", "2029-09-30"), "same"),
        ((None, "2029-03-31"), ("2029-01-01", "2029-03-31"), "same"),
        ((None, "2029-03-15"), ("2029-03-15", "2029-03-15"), "same"),
        (("2021-05-17", "2024-05-17"), ("2021-05-17", "2026-05-17"), "unclear"),
        (("2021-05-17", "2024-05-17"), (None, "2027-12-31"), "unclear"),
    ],
)
def test_windows_move_narrow_or_stay(old: tuple[str | None, str], new: tuple[str | None, str], how: str) -> None:
    """A deadline speaks of its year, half, quarter, month or day; a duration from today on never moves."""
    windows = [window_of((D(first) if first else None, D(last)), DAY) for first, last in (old, new)]

    assert relation(*windows) == how  # type: ignore[arg-type]  # both have an end


def test_a_target_without_an_end_is_no_window() -> None:
    """'From 2022 on' can neither pass nor move."""
    assert window_of((DAY, None), DAY) is None
    assert window_of(None, DAY) is None


def test_a_year_of_accounts_is_a_period() -> None:
    """A fiscal year is; a deadline, a duration and no time at all are not."""
    assert is_period(window_of((D("2024-07-01"), D("2025-06-30")), DAY))
    assert not is_period(window_of((None, D("2025-06-30")), DAY))
    assert not is_period(window_of((DAY, D("2024-05-17")), DAY))
    assert not is_period(None)
