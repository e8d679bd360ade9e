"""Runs of articles through the whole line: what the change log says of each, and which of them say nothing."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from monitor.cli.lines import article_of
from monitor.config import load
from monitor.korean.reading import Reader
from monitor.pipeline.desk import Desk
from monitor.pipeline.replay import replay

if TYPE_CHECKING:
    from monitor.model import Change
    from monitor.store.database import Database

FOLDER = Path(__file__).parents[1] / "ledger" / "runs"
RUNS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
CONFIG = load(None, {})
READER = Reader(CONFIG.catalogue)
Line = tuple[str | None, str, str, str, str | None, Decimal | None, Decimal | None, bool]


def said(change: Change) -> Line:
    """Return what a line of the log says, as `expected` writes it."""
    after = change.after
    bounds = (after.low, after.high) if after else (None, None)
    day = change.on.isoformat() if change.on else None
    loud = change.loud and change.held is None
    return change.article, change.kind, change.company, change.metric, day, *bounds, loud


def expected(line: dict[str, object]) -> Line:
    """Return what a run expects of a line of the log."""
    after = line["after"]
    bounds: list[Decimal | None] = [None, None]
    if isinstance(after, dict):
        bounds = [None if after[end] is None else Decimal(str(after[end])) for end in ("low", "high")]
    words = [line.get(key) for key in ("article", "kind", "company", "metric", "on")]
    return *words, *bounds, line["alert"]  # type: ignore[return-value]  # as the file has them


@pytest.mark.parametrize("name", tuple(RUNS))
def test_articles_make_the_log_that_a_newsroom_expects(sqlite: Database, name: str) -> None:
    """Each run causes the changes that it names on what it speaks of; its quiet articles cause none at all."""
    run = RUNS[name]
    desk = Desk(CONFIG, READER, sqlite)
    log = list(replay(desk, map(article_of, run["articles"]), date.fromisoformat(run["until"])))
    spoken_of = {(line["company"], line["metric"]) for line in run["expect"]}
    told = [said(change) for change in log if (change.company, change.metric) in spoken_of]

    assert sorted(told, key=str) == sorted(map(expected, run["expect"]), key=str)
    assert {change.article for change in log} & set(run["quiet"]) == set()
