"""The daemon's own rounds against a scripted server: what a restart, an edited configuration, a wrong clock change."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from scripted_server import NOON, Reply, Server, rss
from structlog.testing import capture_logs
from typer.testing import CliRunner

from monitor.cli.feeds import app
from monitor.config import load
from monitor.korean.reading import Reader
from monitor.pipeline.desk import Desk
from monitor.schedule import run, utc_now
from monitor.store import entries
from monitor.store.database import open_database
from monitor.store.entries import count_entries
from monitor.store.sources import states

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping
    from pathlib import Path

    from sqlmodel import Session

    from monitor.model import Entry

TAG = (("ETag", '"1"'),)
GOOD = Reply(200, TAG, rss("하나"))
PAGE = (
    b"<html><body><article>" + "<p>초거대 AI 모델을 공개했다고 밝혔다.</p>".encode() * 9 + b"</article></body></html>"
)


@dataclass
class Newsroom:
    """A monitor that is started anew for each round, a day after the last one unless told otherwise."""

    folder: Path
    now: datetime = NOON
    name: str = "한빛일보"
    paths: list[str] = field(default_factory=lambda: ["/feed"])

    def configure(self, server: Server, least_s: float = 0.0) -> None:
        """Write the configuration as it is now."""
        feeds = "".join(f'[[outlet.feed]]\nurl = "{server.url(path)}"\n' for path in self.paths)
        outlet = f'[[outlet]]\nid = "hanbit"\nname = "{self.name}"\ndomains = ["hanbit.example"]\n'
        (self.folder / "outlets.toml").write_text(outlet + feeds, "utf-8")
        (self.folder / "alerts.toml").write_text("", "utf-8")
        (self.folder / "monitor.toml").write_text(
            f'database = "sqlite:///{self.folder}/monitor.sqlite3"\n'
            f'[crawl]\nallow_addresses = ["127.0.0.1"]\nhost_pause_s = 0.0\nleast_s = {least_s}\ntimeout_s = 2.0\n',
            "utf-8",
        )

    def round(self, after: timedelta = timedelta(days=1)) -> list[MutableMapping[str, object]]:
        """Start, run one round, end; return the lines of the log."""
        config = load(self.folder, {})
        database = open_database(config.settings.database)
        with capture_logs() as lines:
            asyncio.run(run(Desk(config, Reader(config.catalogue), database), once=True, clock=lambda: self.now))
        with database.reading() as session:
            self.states = {url: state for (_, url), state in states(session).items()}
            self.standings = count_entries(session)
        database.close()
        self.now += after
        return list(lines)

    def check(self) -> tuple[int, str]:
        """Return exit status and output of `monitor feeds check`."""
        result = CliRunner().invoke(app, ["check", "--config", str(self.folder)])
        return result.exit_code, result.output


@pytest.fixture
def newsroom(tmp_path: Path, server: Server) -> Newsroom:
    """Return a newsroom with one feed."""
    server.answers(GOOD)
    made = Newsroom(tmp_path)
    made.configure(server)
    return made


def asked_with(server: Server) -> list[str | None]:
    """Return the validator of each request for the feed."""
    return [asked.headers.get("if-none-match") for asked in server.requests()]


def test_only_the_first_request_ever_is_for_the_whole_feed(newsroom: Newsroom, server: Server) -> None:
    """Row 2: neither a restart nor an edited configuration nor `feeds check` asks for all of it again."""
    server.answers(GOOD, Reply(304))
    newsroom.now = utc_now() - timedelta(days=3)  # `feeds check` has no clock of ours
    newsroom.round()
    newsroom.name = "한빛신문"
    newsroom.configure(server)
    newsroom.round()
    newsroom.paths.append("/other")
    newsroom.configure(server)
    newsroom.round()
    newsroom.check()

    assert asked_with(server) == [None, '"1"', '"1"', '"1"']


def test_a_check_is_no_reason_to_ask_sooner(newsroom: Newsroom, server: Server) -> None:
    """Row 11: within the minimum it tells what is known, and what it learns is the daemon's too."""
    newsroom.configure(server, least_s=600.0)

    first = newsroom.check()
    again = newsroom.check()

    assert (first[0], again[0], len(server.asked)) == (0, 0, 2), "without a store nothing is known"
    newsroom.now = utc_now()
    newsroom.round(timedelta(minutes=1))
    after = newsroom.check()
    newsroom.round()

    assert after[0] == 0
    assert "asked too recently" in " ".join(after[1].split())
    assert len(server.requests()) == 3


def test_what_cannot_be_saved_of_one_feed_costs_no_other(
    newsroom: Newsroom, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Polls that end together are written together: one that stumbles there is alone in it."""
    newsroom.paths = [f"/{number}" for number in range(12)]
    newsroom.configure(server)
    for path in newsroom.paths:
        server.answers(Reply(200, TAG, rss(f"기사 {path}")), path=path)
    save = entries.save_entries

    def stumble(session: Session, found: Iterable[Entry], now: datetime) -> int:
        found = tuple(found)
        if any(entry.title == "기사 /7" for entry in found):
            raise ZeroDivisionError
        return save(session, found, now)

    monkeypatch.setattr(entries, "save_entries", stumble)
    newsroom.round()

    assert set(newsroom.states) == {server.url(path) for path in newsroom.paths if path != "/7"}


def test_a_page_that_asks_for_quiet_holds_its_host_over_a_restart(newsroom: Newsroom, server: Server) -> None:
    """Row 14: neither its feeds nor its other pages are asked for until then."""
    items = "".join(
        f"<item><title>초거대 AI 소식 {n}</title><link>{server.url(f'/news/{100_000 + n}')}</link></item>"
        for n in range(4)
    )
    server.answers(Reply(200, TAG, f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()))
    for number in range(4):
        server.answers(Reply(429, (("Retry-After", "7200"),)), Reply(200, (), PAGE), path=f"/news/{100_000 + number}")
    newsroom.round(timedelta(minutes=90))
    before = len(server.asked)
    newsroom.round()
    held = len(server.asked)
    newsroom.round()

    assert held == before
    assert len(server.asked) > held


def test_a_clock_that_is_set_back_silences_nothing(newsroom: Newsroom, server: Server) -> None:
    """A clock that ran a month ahead and is put right: sources and entries wait as long as before, not for that day."""
    newsroom.now += timedelta(days=30)
    newsroom.round()
    newsroom.now = NOON
    newsroom.round(timedelta(minutes=20))
    newsroom.round()

    due = newsroom.states[server.url()].next_at
    assert due is not None
    assert due < NOON + timedelta(hours=2)
    assert len(server.requests()) == 2


@pytest.mark.parametrize(
    ("replies", "said"),
    [
        ([Reply(500)] * 5 + [GOOD] * 2, [("source.down", "status 500"), ("source.recovered", "answers again")]),
        ([Reply(410)], [("source.down", "410 Gone: the outlet says that this feed is no more")]),
        ([Reply(500)] * 2 + [GOOD], []),
    ],
    ids=["broken", "gone", "stumbled"],
)
def test_a_feed_that_breaks_and_recovers_is_a_line_each(
    newsroom: Newsroom, server: Server, replies: list[Reply], said: list[tuple[str, str]]
) -> None:
    """However many polls it takes, and at no single failure."""
    server.answers(GOOD, *replies)

    lines = [line for _ in range(8) for line in newsroom.round()]

    assert [(line["event"], line["why"]) for line in lines if str(line["event"]).startswith("source.")] == said


def test_a_permanent_move_is_told_and_kept_over_restarts(newsroom: Newsroom, server: Server) -> None:
    """Row 26: after three consistent answers; the line names the old address and the new one."""
    server.answers(GOOD, Reply(304), path="/new")
    server.answers(Reply(301, (("Location", "/new"),)))

    lines = [line for _ in range(5) for line in newsroom.round()]

    assert [line["note"] for line in lines if "note" in line] == [
        f"moved for good: {server.url()} -> {server.url('/new')}"
    ]
    assert (len(server.requests()), len(server.requests("/new"))) == (3, 5)
