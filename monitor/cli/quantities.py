"""
`monitor quantities`: the amounts and times of short texts as JSON lines, the form by which they are measured.

Amounts are as worded (수백억 is 100억 to 1000억); `monitor read` writes figures by the guide (200억 to 1000억).
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.cli.lines import BadLineError, number_of, to_json
from monitor.korean.alone import number_alone
from monitor.korean.periods import find_periods
from monitor.korean.quantities import find_quantities
from monitor.korean.wording import as_worded
from monitor.model import KST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monitor.model import Period, Quantity


def quantities(
    jsonl: Annotated[Path, typer.Option("--jsonl", help="File of {id, text} lines.", exists=True, dir_okay=False)],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Day that times are resolved against; default today.")
    ] = None,
) -> None:
    """Print what quantities and times each text holds: {id, quantities: […], periods: […]}, a line a text."""
    day = _day_of(on)
    for row in _rows_of(jsonl):
        typer.echo(to_json(quantities_line(row, day)))


def quantities_line(row: Mapping[str, object], on: date) -> dict[str, object]:
    """Return the line of one text: its quantities with their bounds in base units, its periods resolved on a day."""
    text = str(row["text"])
    found, alone = find_quantities(text), number_alone(text)
    if alone and not (found and found[0].unit and found[0].start <= alone.start):
        found = [alone]
    return {
        "id": row["id"],
        "quantities": [_quantity(as_worded(text, quantity)) for quantity in found],
        "periods": [_period(period) for period in find_periods(text, on)],
    }


def _day_of(on: str | None) -> date:
    if on is None:
        return datetime.now(KST).date()
    try:
        return date.fromisoformat(on)
    except ValueError as err:
        msg = f"{on!r} is no date; write it like 2021-05-25"
        raise typer.BadParameter(msg, param_hint="--on") from err


def _rows_of(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            row = _row_of(line)
            if row is None:
                msg = f"{path}: line {number}: no JSON object with id and text"
                raise BadLineError(msg)
            yield row


def _row_of(line: str) -> dict[str, object] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) and {"id", "text"} <= row.keys() else None


def _quantity(quantity: Quantity) -> dict[str, object]:
    return {
        "low": number_of(quantity.low),
        "high": number_of(quantity.high),
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "start": quantity.start,
        "end": quantity.end,
    }


def _period(period: Period) -> dict[str, object]:
    return {
        "first": period.first.isoformat() if period.first else None,
        "last": period.last.isoformat() if period.last else None,
        "start": period.start,
        "end": period.end,
    }
