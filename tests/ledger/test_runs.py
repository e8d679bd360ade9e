from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from newsruns import Run, load_runs, seen

from monitor.ledger.changes import fold
from monitor.ledger.news import news
from monitor.model import KST

if TYPE_CHECKING:
    from datetime import date

    from monitor.model import Change, Report

RUNS = load_runs()


def as_found(run: Run) -> list[Change]:
    """Return the news of a run, article by article as they came, then as the days pass."""
    reports: list[Report] = []
    log: tuple[Change, ...] = ()
    found: list[Change] = []
    clock: date | None = None

    def look(came: set[str]) -> None:
        nonlocal log
        implied = fold(reports, clock)
        found.extend(news(log, implied, came))
        log = implied

    for article in run.articles:
        if article:
            day = article[0].published.astimezone(KST).date()
            clock = max(clock or day, day)
            look(set())
            reports.extend(article)
            look({article[0].article})
    clock = run.until
    look(set())
    return [change for change in found if change.held is None]


@pytest.mark.parametrize("run", RUNS, ids=[run.name for run in RUNS])
def test_the_log_says_what_the_run_expects(run: Run) -> None:
    """Each article causes the changes that the run names and no other; so does the clock."""
    assert sorted(map(seen, as_found(run)), key=str) == sorted(run.expected, key=str)


@pytest.mark.parametrize("run", RUNS, ids=[run.name for run in RUNS])
def test_quiet_articles_cause_nothing(run: Run) -> None:
    """Recaps, copies, rivals' figures and slips held back cause no change."""
    assert {change.article for change in as_found(run)} & set(run.quiet) == set()


def test_there_are_runs() -> None:
    """The folder with the runs is there."""
    assert len(RUNS) > 28
