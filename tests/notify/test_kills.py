"""kill -9 at any moment between a change and its delivery."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alert_scenes import Answer, post_to, receiving
from killed_sender import SERIES, write_and_send
from sqlmodel import col, select

from monitor.pipeline.tell import tell
from monitor.store import changes
from monitor.store.database import open_database
from monitor.store.tables import AlertRow

KILLS = int(os.environ.get("MONITOR_TEST_KILLS", "60"))


def test_nothing_is_lost_and_what_comes_twice_carries_the_same_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    After kills at random moments every change of the log has its alert, every alert arrived, a series in order.

    What arrives twice carries the id of its first arrival.
    """
    store = f"sqlite:///{tmp_path / 'monitor.sqlite3'}"
    database = open_database(store)
    here = Path(__file__).parent
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join((str(here), str(here.parents[1])))
    )  # or the server preloads nothing
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["killed_sender"])
    with receiving(Answer(after_s=0.03)) as receiver:
        for _ in range(KILLS):
            begun = processes.Event()
            sender = processes.Process(target=write_and_send, args=(store, receiver.url, begun))
            sender.start()
            assert begun.wait(120)
            time.sleep(random.uniform(0, 0.2))  # noqa: S311 - a test
            assert sender.pid is not None
            os.kill(sender.pid, signal.SIGKILL)
            sender.join()
        later = datetime.now(UTC) + timedelta(hours=1)
        asyncio.run(tell(post_to(database, desk=receiver.url), later))
        got = [(got.id, got.json["data"]["change"], got.json["data"]["series"]) for got in receiver.got]
    with database.reading() as session:
        logged = changes.count_changes(session)
        alerts = {row.id: row for row in session.exec(select(AlertRow).order_by(col(AlertRow.pk)))}
    firsts = list(dict.fromkeys(got))
    database.close()

    assert logged == len(alerts) >= KILLS
    assert {row.state for row in alerts.values()} == {"delivered"}
    assert {alert_id for alert_id, _, _ in got} == set(alerts)
    assert len(firsts) == len(alerts)
    for number in range(SERIES):
        arrived = [name for _, name, series in firsts if series == f"s{number}"]
        assert arrived == sorted(arrived)
    twice = sum(count - 1 for count in Counter(got).values())
    print(f"{KILLS} kills, {len(alerts)} alerts, {twice} arrived twice")  # noqa: T201 - the measure
