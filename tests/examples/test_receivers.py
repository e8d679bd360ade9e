"""The receivers of the README, run as they are, against a daemon as it is."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

import pytest

from monitor.ledger.alerts import Audience
from monitor.model import Subscription
from monitor.notify.samples import SAMPLE
from monitor.notify.signing import new_secret, signed_headers
from monitor.store import outbox
from monitor.store.database import open_database

ROOT = Path(__file__).parents[2]
RECEIVERS = {
    "python": [sys.executable, "-m", "uvicorn", "--app-dir", "examples", "receiver:app", "--port", "{port}"],
}
if node := which("node"):  # where a machine has none, nobody there will run that receiver
    RECEIVERS["node"] = [node, "examples/receiver.mjs"]
PATIENCE_S = 120  # how long a test waits for what takes two seconds on an idle machine
ALERTS = """
[[channel]]
id = "example"
kind = "webhook"
url = "env:EXAMPLE_URL"
secrets = ["env:MONITOR_WEBHOOK_SECRET"]
allow = ["127.0.0.1"]

[[subscription]]
id = "all"
channel = "example"
"""


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def started(command: list[str], environ: dict[str, str], output: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command at the project's root, its output in a file, until the block ends."""
    with output.open("wb") as file:
        running = subprocess.Popen(command, cwd=ROOT, env=os.environ | environ, stdout=file, stderr=subprocess.STDOUT)  # noqa: S603
        try:
            yield running
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(PATIENCE_S)


def wait_for(word: str, output: Path) -> str:
    """Return the output once *word* is in it; fail with it when it does not come."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        text = output.read_text("utf-8")
        if word in text:
            return text
        time.sleep(0.05)
    pytest.fail(f"no {word!r} in: {output.read_text('utf-8')}")


def wait_for_port(port: int) -> None:
    """Return once somebody listens."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nobody listens on {port}")


def post(url: str, body: bytes, headers: dict[str, str]) -> int:
    """Return the status that a request gets."""
    request = urllib.request.Request(url, body, headers | {"content-type": "application/json"})  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            status: int = answer.status
            return status
    except urllib.error.HTTPError as err:
        return err.code


@pytest.mark.parametrize("language", RECEIVERS)
def test_an_example_receives_what_a_daemon_sends(language: str, tmp_path: Path) -> None:
    """The daemon's alert is verified and printed; a forged, an old and a repeated one are not."""
    port, secret = free_port(), new_secret()
    url = f"http://127.0.0.1:{port}/alerts"
    environ = {"MONITOR_WEBHOOK_SECRET": secret, "EXAMPLE_URL": url, "PORT": str(port), "PYTHONUNBUFFERED": "1"}
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "alerts.toml").write_text(ALERTS, "utf-8")
    (tmp_path / "config" / "outlets.toml").write_text("", "utf-8")
    store = f"sqlite:///{tmp_path / 'monitor.sqlite3'}"
    database = open_database(store)
    with database.writing() as session:
        found = replace(SAMPLE, found_at=datetime.now(UTC))
        outbox.add(session, [found], Audience((Subscription("all", "example"),)), found.found_at)
    database.close()
    receiver = [part.format(port=port) for part in RECEIVERS[language]]
    daemon = [sys.executable, "-m", "monitor", "run", "--config", str(tmp_path / "config"), "--db", store]

    with started(receiver, environ, tmp_path / "receiver"):
        wait_for_port(port)
        with started(daemon, environ, tmp_path / "daemon"):
            wait_for("told", tmp_path / "daemon")
        heard = wait_for("figure.lowered", tmp_path / "receiver")
        body = json.dumps({"type": "figure.first", "data": {}}).encode()
        good = signed_headers([secret], "msg_again", datetime.now(UTC), body)
        old = signed_headers([secret], "msg_old", datetime(2021, 5, 25, tzinfo=UTC), body)

        assert "계획 6000억 개 → 공개 약 3000억 개 (−50%)" in heard
        assert post(url, body, good | {"webhook-signature": "v1,AAAA"}) == 400
        assert post(url, body.replace(b"first", b"other"), good) == 400
        assert post(url, body, old) == 400
        assert [post(url, body, good), post(url, body, good)] == [204, 204]
        assert wait_for("figure.first", tmp_path / "receiver").count("figure.first") == 1
