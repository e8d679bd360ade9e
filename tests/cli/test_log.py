from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Monitor

LG = {"company": "lg", "metric": "parameters"}


def test_replay_prints_what_was_news_when_it_was_found(monitor: Monitor, articles: Path) -> None:
    """A line a change: copies, impossible values and weather make none; an overdue plan is the clock's own."""
    lines = monitor("replay", str(articles), "--until", "2022-03-01").rows

    assert [(line["article"], line["kind"], line["company"], line["on"]) for line in lines] == [
        ("a1", "first", "lg", None),
        ("a3", "first", "naver", None),
        (None, "overdue", "lg", "2022-01-01"),
    ]
    assert lines[0]["after"] == {
        "low": 600_000_000_000,
        "high": 600_000_000_000,
        "unit": "parameter",
        "qualifier": "exact",
        "status": "planned",
        "target": ["2021-07-01", "2021-12-31"],
    }


def test_a_change_shows_every_outlet_that_carries_it(replayed: Monitor) -> None:
    """The copy adds an outlet to the line of the first."""
    first = next(line for line in replayed.on_store("changes", "--json").rows if line["company"] == "lg")
    sources = first["sources"]

    assert isinstance(sources, list)
    assert [source["outlet"] for source in sources] == ["새벽신문", "아침일보"]
    assert sources[0]["sentence"].startswith("LG는 올 하반기에 6000억개의")


@pytest.mark.parametrize(
    ("options", "companies"),
    [
        (("--company", "lg"), {"lg"}),
        (("--company", "네이버"), {"naver"}),
        (("--company", "NAVER"), {"naver"}),
        (("--kind", "overdue"), {"lg"}),
        (("--metric", "investment"), set()),
        (("--since", "2021-05-20"), {"lg", "naver"}),
        (("--since", "2021-05-20", "--kind", "first"), {"naver"}),
    ],
)
def test_the_log_can_be_asked_for_a_part(replayed: Monitor, options: tuple[str, ...], companies: set[str]) -> None:
    """By company, metric, kind and day."""
    lines = replayed.on_store("changes", "--json", *options).rows

    assert {line["company"] for line in lines if not line["held"]} == companies


def test_the_table_and_the_spreadsheet_say_the_same(replayed: Monitor) -> None:
    """People get sentences, spreadsheets a header and as many rows as the log has lines."""
    table = replayed.on_store("changes").out
    rows = list(csv.DictReader(io.StringIO(replayed.on_store("changes", "--csv").out)))

    assert "6000억 개" in table
    assert len(rows) == len(replayed.on_store("changes", "--json").rows)
    assert rows[0]["after_low"] == "600000000000"


def test_one_change_is_shown_with_its_sentences(replayed: Monitor) -> None:
    """Before, after, outlet, sentence and link, in Korean and English."""
    name = str(replayed.on_store("changes", "--json", "--company", "lg").rows[0]["id"])
    said = replayed.on_store("show", name[:8]).out

    assert [
        word
        for word in ("LG", "first", "새벽신문", "6000억개의 파라미터를", "https://example.kr/a1")
        if word not in said
    ] == []


@pytest.mark.parametrize("name", ["", "zzzz"])
def test_an_id_that_names_not_one_change_is_an_error(replayed: Monitor, name: str) -> None:
    """Too short or unknown: say so on standard error and fail."""
    result = replayed.on_store("show", name)

    assert result.status == 1
    assert "begin" in result.err
    assert result.out == ""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), {("lg", "overdue"), ("naver", "stands")}),
        (("--as-of", "2021-05-20"), {("lg", "stands")}),
        (("--as-of", "2021-05-16"), set()),
        (("--known-at", "2021-05-20"), {("lg", "stands")}),
    ],
)
def test_figures_are_those_of_any_day(
    replayed: Monitor, options: tuple[str, ...], expected: set[tuple[str, str]]
) -> None:
    """What was announced by then, and what this monitor knew by then."""
    lines = replayed.on_store("figures", "--json", *options).rows

    assert {(str(line["company"]), str(line["state"])) for line in lines} == expected


def test_an_empty_log_says_how_to_fill_it(monitor: Monitor) -> None:
    """A newcomer is told the next step; a program gets nothing."""
    monitor.on_store("check")  # makes the store
    assert "monitor run" in monitor.on_store("changes").out
    assert "monitor run" in monitor.on_store("figures").out
    assert monitor.on_store("changes", "--json").out == ""
    assert monitor.on_store("changes", "--csv").out == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("changes", "--kind", "rised"), "raised"),
        (("changes", "--company", "nvaer"), "naver"),
        (("figures", "--metric", "parameter"), "parameters"),
        (("changes", "--since", "yesterday"), "%Y-%m-%d"),
        (("chnages",), "chnages"),
        (("changes", "--colour"), "--colour"),
    ],
)
def test_bad_usage_ends_with_status_2_and_says_what_may_be(monitor: Monitor, words: tuple[str, ...], says: str) -> None:
    """The message names the value and what is allowed, on standard error."""
    result = monitor(*words)

    assert result.status == 2
    assert says in result.err
    assert result.out == ""
