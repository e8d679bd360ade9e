from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from newsstand import LG_FIRST, OFF_TOPIC, Newsstand

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.pipeline.desk import Desk
from monitor.schedule import run
from monitor.store.changes import Wanted, find_changes
from monitor.store.entries import count_entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from monitor.store.database import Database


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsstand]:
    """Open a newsstand with one article on topic and one that is not."""
    with Newsstand([LG_FIRST, OFF_TOPIC]) as opened:
        monkeypatch.setenv("TEST_RECEIVER", f"{opened.url}/hook")
        yield opened


@pytest.fixture
def desk(stand: Newsstand, database: Database, tmp_path: Path) -> Desk:
    """Return a desk whose one outlet is the newsstand."""
    config = load(stand.configure(tmp_path / "config"), {"TEST_RECEIVER": f"{stand.url}/hook"})
    return Desk(config, Reader(config.catalogue), database)


def test_one_round_goes_from_feed_to_alert(stand: Newsstand, desk: Desk) -> None:
    """An announcement in a feed becomes a line in the log and an alert at the receiver; what is off topic does not."""
    asyncio.run(run(desk, once=True))

    with desk.database.reading() as session:
        log = find_changes(session, Wanted())
        entries = count_entries(session)
    assert [("first", "lg", "parameters")] == [(c.kind, c.company, c.metric) for c in log]
    assert {"kept": 1, "refused": 1} == entries
    assert ["figure.first"] == [alert["type"] for alert in stand.received]


def test_a_second_round_tells_nothing_again(stand: Newsstand, desk: Desk) -> None:
    """What was polled, read and told is not polled too soon, read or told again."""
    asyncio.run(run(desk, once=True))
    asyncio.run(run(desk, once=True))

    assert len(stand.received) == 1
