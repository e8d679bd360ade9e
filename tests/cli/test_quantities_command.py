"""`monitor quantities`, as a program sees it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from monitor.cli import app
from monitor.cli.lines import BadLineError


def run(path: Path, *more: str) -> list[dict[str, list[dict[str, object]]]]:
    """Return the lines that the command prints for the file at *path*."""
    result = CliRunner().invoke(app, ["quantities", "--jsonl", str(path), *more], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def test_a_line_in_gives_a_line_out(tmp_path: Path) -> None:
    """Each text gives its id, its amounts in base units and its times resolved on the day asked for."""
    path = tmp_path / "texts.jsonl"
    path.write_text(
        '{"id": 7, "text": "내년까지 약 1.5조원"}\n\n{"id": "b", "text": "수백억원과 $1.25"}\n', encoding="utf-8"
    )

    first, second = run(path, "--on", "2021-05-25")

    assert first == {
        "id": 7,
        "quantities": [
            {
                "low": 1_500_000_000_000,
                "high": 1_500_000_000_000,
                "unit": "KRW",
                "qualifier": "about",
                "start": 5,
                "end": 12,
            }
        ],
        "periods": [{"first": None, "last": "2022-12-31", "start": 0, "end": 4}],
    }
    assert [amount["low"] for amount in second["quantities"]] == [10**10, 1.25]


def test_without_a_day_times_are_of_today(tmp_path: Path) -> None:
    """A file without --on is read as today's."""
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": 1, "text": "2030년까지"}\n', encoding="utf-8")

    assert run(path)[0]["periods"] == [{"first": None, "last": "2030-12-31", "start": 0, "end": 7}]


def test_a_day_that_is_none_is_bad_usage(tmp_path: Path) -> None:
    """--on takes an ISO date and says so."""
    path = tmp_path / "texts.jsonl"
    path.write_text("", encoding="utf-8")

    result = CliRunner().invoke(app, ["quantities", "--jsonl", str(path), "--on", "soon"])

    assert result.exit_code == 2


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": 1}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    """A line that is no object with id and text is named with its number."""
    path = tmp_path / "texts.jsonl"
    path.write_text(f'{{"id": 1, "text": ""}}\n{line}\n', encoding="utf-8")

    with pytest.raises(BadLineError, match="line 2"):
        CliRunner().invoke(app, ["quantities", "--jsonl", str(path)], catch_exceptions=False)
