"""Addresses, tokens and signing secrets: nowhere but on the wire."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from alert_scenes import NOON, Answer, audience, change, post_to, receiving
from typer.testing import CliRunner

from monitor.cli import app
from monitor.model import Channel, Delivery
from monitor.notify.addresses import SecretMissingError, read_secret
from monitor.notify.delivery import Message, redacted
from monitor.notify.messages import keys_of
from monitor.notify.signing import new_secret
from monitor.pipeline.tell import Post, tell, try_channel
from monitor.store import outbox
from monitor.store.database import Database, open_database

CANARY = "T0KENc4nary"
SIGNING = new_secret()
ALERTS = """
[[channel]]
id = "desk"
kind = "{kind}"
url = "env:URL_desk"
secrets = ["env:SIGNING"]
token = "env:APP_TOKEN"
allow = ["127.0.0.1"]

[[subscription]]
id = "all"
channel = "desk"
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """Return a store in a file."""
    opened = open_database(f"sqlite:///{tmp_path / 'monitor.sqlite3'}")
    yield opened
    opened.close()


def leaks(text: str) -> list[str]:
    """Return the secrets that are in *text*."""
    return [secret for secret in (CANARY, SIGNING, SIGNING.removeprefix("whsec_")) if secret in text]


def dump(path: Path) -> str:
    """Return the whole database as SQL."""
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


@pytest.mark.parametrize("kind", ["webhook", "naverworks"])
@pytest.mark.parametrize("failure", ["echo", "nobody", "nonsense", "redirect"])
def test_no_secret_is_in_logs_errors_the_database_or_the_command_line(
    store: Database, tmp_path: Path, capfd: pytest.CaptureFixture[str], failure: str, kind: str
) -> None:
    """Whatever goes wrong, and whatever the receiver says back, addresses and secrets stay out of what can be read."""
    echo = f"no hook at /services/{CANARY}?key={CANARY}-2 for Bearer {CANARY}-3 {SIGNING}".encode()
    script = {
        "echo": Answer(403, body=echo),
        "redirect": Answer(302, {"location": f"http://127.0.0.1/{CANARY}"}),
    }.get(failure, Answer())
    (tmp_path / "alerts.toml").write_text(ALERTS.format(kind=kind), "utf-8")
    with receiving(script) as receiver:
        base = {"nobody": "http://127.0.0.1:9", "nonsense": "http://["}.get(
            failure, f"http://127.0.0.1:{receiver.port}"
        )
        url = f"{base}/services/{CANARY}?key={CANARY}-2"
        environ = {"URL_desk": url, "SIGNING": SIGNING, "APP_TOKEN": f"{CANARY}-3"}
        post = post_to(store, desk="")
        channel = Channel("desk", kind, "env:URL_desk", ("env:SIGNING",), token="env:APP_TOKEN", allow=("127.0.0.1",))  # type: ignore[arg-type]  # noqa: S106 - given by name
        post = replace(post, environ=environ, audience=audience(channels=(channel,)))
        with store.writing() as session:
            outbox.add(session, [change()], post.audience, NOON)
        asyncio.run(tell(post, NOON))
        tried = asyncio.run(try_channel(post, "desk", NOON))
        shown = [
            CliRunner()
            .invoke(app, ["alerts", *words, "--config", str(tmp_path), "--db", store.url], env=environ)
            .output
            for words in (
                ["list"],
                ["list", "--json"],
                ["channels", "--json"],
                ["tries", "msg_", "--json"],
                ["test", "desk"],
            )
        ]

    assert tried.outcome == "retry"
    assert "not delivered" in shown[-1]
    for text in (dump(tmp_path / "monitor.sqlite3"), repr(post), repr(tried), repr(keys_of(channel, environ)), *shown):
        assert leaks(text) == []
    assert leaks("".join(capfd.readouterr())) == []


def test_what_a_receiver_echoes_is_struck_out() -> None:
    """An answer that repeats the address, a part of it or a secret is shown without them."""
    message = Message(f"https://hooks.example/services/T01/{CANARY}", b"", {}, (SIGNING,))

    assert (
        redacted(f"no_team for {CANARY} at {message.url} with {SIGNING}", message) == "no_team for *** at *** with ***"
    )
    assert leaks(repr(message)) == []


def test_secrets_come_from_the_environment_or_files(tmp_path: Path) -> None:
    """env:NAME and file:PATH are read when a message leaves; anything else is refused without being shown."""
    place = tmp_path / "secret"
    place.write_text(f"{CANARY}\nsecond line\n", "utf-8")

    assert read_secret("env:A", {"A": f" {CANARY} "}) == CANARY
    assert read_secret(f"file:{place}", {}) == CANARY
    for ref in ("env:A", f"file:{tmp_path / 'none'}", f"https://hooks.example/{CANARY}"):
        with pytest.raises(SecretMissingError) as told:
            read_secret(ref, {})
        assert leaks(str(told.value)) == []


def test_a_post_shows_no_environment(store: Database) -> None:
    """What holds the environment does not print it."""
    post = Post(store, audience(), {"X": CANARY})

    assert leaks(repr(post)) == []
    assert leaks(repr(Delivery("a", "c", 1, NOON, "retry"))) == []
