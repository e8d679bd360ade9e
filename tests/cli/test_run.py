from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from newsstand import LG_FIRST, OFF_TOPIC, Newsstand, Story

from monitor.store.changes import Wanted, find_changes
from monitor.store.database import open_database
from monitor.store.entries import count_entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE_S = 240  # how long a test waits for what takes two seconds on an idle machine


@dataclass
class Operator:
    """Someone who starts and stops daemons on one configuration and one database."""

    stand: Newsstand
    config: Path
    db: str
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *more: str) -> subprocess.Popen[str]:
        """Start `monitor run` as people do."""
        command = [sys.executable, "-m", "monitor", "run", "--config", str(self.config), "--db", self.db, *more]
        environ = {**os.environ, "TEST_RECEIVER": f"{self.stand.url}/hook"}
        process = subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True)  # noqa: S603  # our own Python
        self.started.append(process)
        return process

    def alerts(self, count: int) -> list[str]:
        """Wait until *count* different alerts have arrived; return their subjects' ids, repeated ones too."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            self.stand.arrived.wait(0.2)
            self.stand.arrived.clear()
            ids = [str(alert["id"]) for alert in self.stand.received]
            if len(set(ids)) >= count:
                return ids
        pytest.fail(f"{len(self.stand.received)} of {count} alerts arrived")

    def log(self) -> list[tuple[str, str, str]]:
        """Return kind, company and metric of every change in the log."""
        database = open_database(self.db)
        with database.reading() as session:
            found = [(change.kind, change.company, change.metric) for change in find_changes(session, Wanted())]
        database.close()
        return sorted(found)

    def end(self) -> None:
        """Leave nothing running."""
        for process in self.started:
            process.kill()
            process.wait()
            if process.stderr is not None:
                process.stderr.close()


@pytest.fixture
def operator(tmp_path: Path) -> Iterator[Operator]:
    """Return an operator with a newsstand of two articles."""
    with Newsstand([LG_FIRST, OFF_TOPIC]) as stand:
        someone = Operator(stand, stand.configure(tmp_path / "config"), f"sqlite:///{tmp_path / 'monitor.sqlite3'}")
        yield someone
        someone.end()


def test_one_round_ends_by_itself(operator: Operator) -> None:
    """`run --once` polls, fetches, reads and tells, logs a line an item, and ends with status 0."""
    daemon = operator.start("--once")
    _, said = daemon.communicate(timeout=PATIENCE_S)

    assert daemon.returncode == 0, said
    assert operator.log() == [("first", "lg", "parameters")], said
    assert [
        word for word in ("polled", "kept", "refused", "read", "changed", "told", "stopped") if word not in said
    ] == []


def test_sigterm_ends_the_daemon_within_ten_seconds(operator: Operator) -> None:
    """A daemon that is told to stop finishes what is in hand and ends with status 0."""
    daemon = operator.start()
    operator.alerts(1)
    began = time.monotonic()
    daemon.send_signal(signal.SIGTERM)
    _, said = daemon.communicate(timeout=PATIENCE_S)

    assert daemon.returncode == 0, said
    assert time.monotonic() - began < 10
    assert "Traceback" not in said


def test_a_second_daemon_is_refused_in_so_many_words(operator: Operator) -> None:
    """Two daemons on one file are one too many: the second says why it will not run, and ends with status 1."""
    operator.start()
    operator.alerts(1)
    second = operator.start("--once")
    _, said = second.communicate(timeout=PATIENCE_S)

    assert second.returncode == 1
    assert "another monitor runs on" in said
    assert "Traceback" not in said


def test_a_second_start_tells_nothing_again(operator: Operator) -> None:
    """After a stop what was told is not told again."""
    first = operator.start()
    operator.alerts(1)
    first.send_signal(signal.SIGTERM)
    first.communicate(timeout=PATIENCE_S)
    operator.start("--once").communicate(timeout=PATIENCE_S)

    assert len(operator.stand.received) == 1


def investment(number: int) -> Story:
    """Return an article in which a company announces what it will invest in AI."""
    company = COMPANIES[number % len(COMPANIES)]
    title = f"{company}, 초거대 AI에 {number + 1}조원 투자"
    text = f"{company}가 초거대 AI 개발에 내년까지 {number + 1}조원을 투자한다고 밝혔다.\n인프라를 넓히기 위해서다."
    return Story(f"invest-{number}", title, text, 60 + number)


COMPANIES = ("네이버", "카카오", "KT", "SK텔레콤", "LG", "삼성전자", "현대자동차", "엔비디아", "구글", "메타")


def test_kill_9_at_any_moment_loses_nothing_and_tells_nothing_under_another_id(operator: Operator) -> None:
    """However often the daemon is killed, in the end the log and the alerts are those of a run without kills."""
    operator.stand.stories = [investment(number) for number in range(len(COMPANIES))]
    moments_s = (0.9, 1.2, 1.4, 1.6, 1.9, 2.2)
    for moment_s in moments_s:
        killed = operator.start()
        with pytest.raises(subprocess.TimeoutExpired):
            killed.wait(moment_s)
        killed.kill()
        killed.communicate()
    last = operator.start("--once")
    _, said = last.communicate(timeout=PATIENCE_S)
    ids = [str(alert["id"]) for alert in operator.stand.received]
    database = open_database(operator.db)
    with database.reading() as session:
        entries = count_entries(session)
    database.close()

    assert last.returncode == 0, said
    assert len(set(ids)) == len(operator.log()) == len(COMPANIES)
    assert {"kept": len(COMPANIES)} == entries
