from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Monitor


@pytest.fixture
def held(replayed: Monitor) -> str:
    """Return the id of the one line that is held: 180 parameters."""
    lines = replayed.on_store("review", "list", "--json").rows

    assert [line["article"] for line in lines] == ["a4"]
    return str(lines[0]["id"])


def kinds(monitor: Monitor, company: str = "naver") -> list[tuple[object, object]]:
    """Return kind and reason of holding of a company's lines."""
    return [(line["kind"], line["held"]) for line in monitor.on_store("changes", "--json", "--company", company).rows]


def test_what_is_wrong_leaves_the_log_and_the_list(replayed: Monitor, held: str) -> None:
    """The line is void, not erased."""
    assert replayed.on_store("review", "wrong", held, "--who", "kim", "--note", "오독").status == 0

    assert kinds(replayed) == [("first", None)]
    assert replayed.on_store("review", "list", "--json").out == ""
    assert held in replayed.on_store("changes", "--void", "--json").out


def test_what_is_right_is_believed(replayed: Monitor, held: str) -> None:
    """The line is held no longer."""
    assert replayed.on_store("review", "right", held).status == 0

    assert kinds(replayed) == [("first", None), ("lowered", None)]


def test_what_is_corrected_is_folded_as_corrected(replayed: Monitor, held: str) -> None:
    """180 was 2040억 (204 billion) with its unit lost: then it is nothing new."""
    assert replayed.on_store("review", "correct", held, "2040억개").status == 0

    assert kinds(replayed) == [("first", None)]


def test_a_decision_outlives_a_reread(replayed: Monitor, held: str) -> None:
    """Reading everything anew finds the figure again, and the decision with it."""
    replayed.on_store("review", "wrong", held)
    diff = replayed.on_store("reread").out

    assert "0 lines are new, 0 void" in diff
    assert kinds(replayed) == [("first", None)]


def test_a_line_without_a_figure_cannot_be_decided_on(replayed: Monitor, held: str) -> None:
    """An overdue plan is the clock's word."""
    del held
    lines = replayed.on_store("changes", "--json", "--kind", "overdue").rows
    result = replayed.on_store("review", "wrong", str(lines[0]["id"]))

    assert (result.status, result.out) == (1, "")
    assert "says no figure" in result.err


@pytest.mark.parametrize("value", ["many", "3000억개와 4000억개"])
def test_a_correction_must_be_one_quantity(replayed: Monitor, held: str, value: str) -> None:
    """What cannot be read as one figure is refused with status 2."""
    result = replayed.on_store("review", "correct", held, value)

    assert result.status == 2
    assert "must hold one quantity" in result.err.replace("\n", " ")


def test_decisions_are_exported_as_gold(replayed: Monitor, held: str, tmp_path: Path) -> None:
    """The reviewed article with its figures as they should be, in the form of the score scripts."""
    replayed.on_store("review", "correct", held, "2040억개")
    assert replayed.on_store("review", "export", str(tmp_path / "gold")).status == 0
    line = json.loads((tmp_path / "gold" / "figures.jsonl").read_text(encoding="utf-8"))
    article = json.loads((tmp_path / "gold" / "articles.jsonl").read_text(encoding="utf-8"))

    assert (line["id"], article["id"]) == ("a4", "a4")
    assert [(f["metric"], f["low"], f["optional"]) for f in line["figures"]] == [("parameters", 204_000_000_000, False)]
