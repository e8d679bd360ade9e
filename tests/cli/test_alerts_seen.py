"""`monitor alerts`: what a person sees of what was told, and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from monitor.cli import app
from monitor.ledger.alerts import Audience, alert_id
from monitor.model import Channel, Delivery, Subscription
from monitor.notify.samples import SAMPLE
from monitor.store import changes, lanes, outbox, told
from monitor.store.changes import Difference
from monitor.store.database import Database, open_database

ALERTS = """
[[channel]]
id = "desk"
kind = "webhook"
url = "env:DESK_URL"

[[subscription]]
id = "all"
channel = "desk"

[[subscription]]
id = "kt"
channel = "desk"
companies = ["kt"]
"""
AUDIENCE = Audience(
    (Subscription("all", "desk"), Subscription("kt", "desk", companies=("kt",))),
    (Channel("desk", "webhook", "env:DESK_URL"),),
)
LOWERED = replace(SAMPLE, id="c0ffee", company="lg", found_at=datetime.now(UTC))
ALERT = alert_id("all", LOWERED.id)


class Desk:
    """A configuration, a store with one alert, and the command."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.database = database
        self._folder = folder

    def configure(self, more: str) -> None:
        """Add to the configuration."""
        (self._folder / "alerts.toml").write_text(ALERTS + more, "utf-8")

    def run(self, *words: str, code: int = 0) -> str:
        """Run `monitor alerts` with *words*; return what it says."""
        where = ["--config", str(self._folder)] if words[0] not in {"secret", "schema"} else []
        store = ["--db", self.database.url] if where else []
        result = CliRunner().invoke(app, ["alerts", *words, *where, *store], env={"COLUMNS": "200"})

        assert result.exit_code == code, result.output
        return result.output

    def rows(self, *words: str) -> list[dict[str, Any]]:
        """Run a listing and return its objects."""
        return [json.loads(line) for line in self.run(*words, "--json").splitlines()]

    def fail(self, *attempts: int) -> None:
        """Let the alert fail at these tries; the last is its end."""
        now = datetime.now(UTC)
        for attempt in attempts:
            outcome: Any = "dead" if attempt == attempts[-1] else "retry"
            tried = Delivery(ALERT, "desk", attempt, now, outcome, 500, "500: no", now + timedelta(hours=1))
            with self.database.writing() as session:
                lanes.settle(session, [tried], "w")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a desk at which one change was told to one of two subscriptions."""
    (tmp_path / "alerts.toml").write_text(ALERTS, "utf-8")
    database = open_database(f"sqlite:///{tmp_path / 'monitor.sqlite3'}")
    now = datetime.now(UTC)
    with database.writing() as session:
        changes.write_difference(session, "lg|parameters", Difference(new=(LOWERED,)), now)
        outbox.add(session, [LOWERED], AUDIENCE, now)
    yield Desk(tmp_path, database)
    database.close()


def test_the_list_shows_tries_and_answers(desk: Desk) -> None:
    """Each alert with its state, its tries, the last answer and what it says."""
    waiting = desk.rows("list")
    desk.fail(1, 2, 3)
    dead = desk.rows("dead")

    assert [(row["state"], row["tries"], row["last"]) for row in waiting] == [("waiting", 0, None)]
    assert [(row["state"], row["tries"], row["last"]["error"]) for row in dead] == [("dead", 3, "500: no")]
    assert "−50%" in dead[0]["what"]
    assert "500: no" in desk.run("list")
    assert [row["attempt"] for row in desk.rows("tries", ALERT)] == [1, 2, 3]
    assert desk.rows("list", "--state", "delivered") == []


def test_a_dead_alert_is_sent_again_by_id_or_by_channel(desk: Desk) -> None:
    """`resend` makes it wait, due now, by as much of its id as the list shows; an id that is none is said."""
    desk.fail(1, 2)
    shown = desk.run("dead").splitlines()[1].split()[0]
    desk.run("resend", shown)
    again = desk.rows("list")[0]
    desk.fail(3, 4)
    by_channel = desk.run("resend", "--channel", "desk")

    assert (again["state"], again["alert"]) == ("waiting", ALERT)
    assert "1 to be sent again" in by_channel
    assert shown in ALERT
    assert "no alerts begin with msg_none" in desk.run("resend", "msg_none", code=1)
    desk.run("resend", code=2)


def test_explain_answers_for_each_subscription(desk: Desk) -> None:
    """Who was told and who was not, with the reason."""
    answers = {row["subscription"]: (row["told"], row["reason"]) for row in desk.rows("explain", "c0ff")}

    assert answers == {"all": (True, "told at once"), "kt": (False, "wants kt, not lg")}
    assert "wants kt, not lg" in desk.run("explain", "c0ffee")
    assert "no changes begin with beef" in desk.run("explain", "beef", code=1)


def test_explain_says_what_became_of_an_alert(desk: Desk) -> None:
    """An alert that waits is not told yet; one that was given up or taken back says so, and is not sent again."""

    def became() -> str:
        (word,) = (row["became"] for row in desk.rows("explain", "c0ff") if row["subscription"] == "all")
        return str(word)

    waits = became()
    desk.fail(1, 2)
    dead = became()
    with desk.database.writing() as session:
        outbox.retract(session, LOWERED, "misprint", datetime.now(UTC))

    assert (waits, dead, became()) == ("waiting", "given up", "taken back")


def test_what_was_cancelled_is_not_sent_again(desk: Desk) -> None:
    """What was found wrong before it left stays where it is, and the command says why."""
    with desk.database.writing() as session:
        outbox.retract(session, LOWERED, "misprint", datetime.now(UTC))

    assert "was cancelled" in desk.run("resend", ALERT, code=1)
    assert "cancelled" in desk.run("explain", "c0ff")


def test_a_pause_that_is_over_is_no_longer_shown(desk: Desk) -> None:
    """A channel whose pause has ended is open."""
    with desk.database.writing() as session:
        told.pause(session, "desk", datetime.now(UTC) - timedelta(minutes=1), "maintenance")

    assert desk.rows("channels")[0]["stands"] == "open"


def test_a_channel_is_paused_and_resumed(desk: Desk) -> None:
    """The list of channels says how each stands; a name that is none is refused with those that are."""
    desk.run("pause", "desk", "--hours", "2", "--reason", "maintenance")
    paused = desk.rows("channels")[0]
    said = desk.run("resume", "desk")
    is_open = desk.rows("channels")[0]

    assert paused["stands"].startswith("paused until")
    assert paused["reason"] == "maintenance"
    assert "1 waiting" in said
    assert (is_open["stands"], is_open["waiting"]) == ("open", 1)
    assert "known: desk" in " ".join(desk.run("pause", "desc", code=2).split())


def test_a_silence_has_author_reason_and_end(desk: Desk) -> None:
    """A silence is kept, obeyed, listed and ended."""
    name = desk.run("silence", "--author", "kim", "--reason", "earnings week", "--company", "lg").partition(":")[0]
    later = replace(LOWERED, id="later", series="other")
    with desk.database.writing() as session:
        made = outbox.add(session, [later], AUDIENCE, datetime.now(UTC))
    listed = desk.rows("silences")
    desk.run("unsilence", name)

    assert made == ()
    assert [(row["id"], row["author"], row["reason"], row["companies"]) for row in listed] == [
        (name, "kim", "earnings week", ["lg"])
    ]
    assert desk.rows("silences") == []
    desk.run("unsilence", name, code=1)


def test_a_test_says_what_is_missing(desk: Desk) -> None:
    """Without its address a channel cannot be tried: the variable to set is named, and the exit status is 1."""
    assert "set the environment variable DESK_URL" in desk.run("test", "desk", code=1)


def test_secret_and_schema_are_printed(desk: Desk) -> None:
    """A new signing secret, and the schema of what webhooks get."""
    assert desk.run("secret").startswith("whsec_")
    assert json.loads(desk.run("schema"))["title"]


def test_a_silence_of_the_configuration_is_listed_and_ends_in_korean_time(desk: Desk) -> None:
    """[[silence]] in alerts.toml counts like one of the command; a time without an offset is Korean."""
    desk.configure('[[silence]]\nid = "s"\nauthor = "kim"\nreason = "results"\nuntil = 2121-06-01T09:00:00\n')

    assert [(row["id"], row["until"]) for row in desk.rows("silences")] == [("s", "2121-06-01T09:00:00+09:00")]
