from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from scripted_server import NOON, Reply, Server, rss, settings
from typer.testing import CliRunner

from monitor.cli.feeds import app
from monitor.crawl.client import Client
from monitor.crawl.discovery import Discovery, discover
from monitor.crawl.opml import Subscribed, read_opml, write_opml
from monitor.model import Source

if TYPE_CHECKING:
    from pathlib import Path

FEED = Reply(200, (("ETag", '"1"'),), rss("하나", "둘"))
HTML = (("Content-Type", "text/html; charset=utf-8"),)


def page(head: str = "", body: str = "") -> Reply:
    """Return a page with this *head* and *body*."""
    return Reply(200, HTML, f"<html><head>{head}</head><body>{body}<p>환영합니다</p></body></html>".encode())


def found_at(server: Server, path: str) -> Discovery:
    """Return what is discovered at *path*."""

    async def ask() -> Discovery:
        async with Client(settings()) as client:
            return await discover(client, server.url(path), NOON)

    return asyncio.run(ask())


def test_the_address_of_a_feed_is_its_own_answer(server: Server) -> None:
    """One request, and it says what it is."""
    server.answers(FEED)

    (feed,) = found_at(server, "/feed").found

    assert (feed.url, feed.kind, feed.title, feed.entries) == (server.url(), "rss", "한빛일보", 2)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "reply",
    [
        page('<link rel="alternate" type="application/rss+xml" href="/feed">'),
        page('<LINK REL="alternate" TYPE="application/atom+xml" HREF="feed">'),
        page(body='<a href="/nothing.xml">x</a> <a href="/rss/gone">RSS</a> <a href="/rss/../feed">RSS</a>'),
    ],
    ids=["head", "relative, upper case", "a link"],
)
def test_the_feed_of_a_page_is_found(server: Server, reply: Reply) -> None:
    """What the head names comes first; what looks like a feed is tried, and what is none is said."""
    server.answers(reply, path="/")
    server.answers(FEED)

    found = found_at(server, "/")

    assert [feed.url for feed in found.found] == [server.url()]
    assert found.tried[0][1] == "no feed: a web page"


def test_the_news_sitemap_of_robots_is_found(server: Server) -> None:
    """An outlet without a feed often has one of these."""
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        "<url><loc>https://hanbit.example/news/100001</loc><news:news><news:publication_date>2021-05-25T09:00:00+09:00"
        "</news:publication_date><news:title>하나</news:title></news:news></url></urlset>"
    )
    server.answers(page(), path="/")
    server.answers(Reply(200, (), sitemap.encode()), path="/sitemap/news.xml")
    server.answers(Reply(200, (), f"Sitemap: {server.url('/sitemap/news.xml')}".encode()), path="/robots.txt")

    (feed,) = found_at(server, "/").found

    assert (feed.kind, feed.entries) == ("sitemap", 1)


def test_what_goes_out_as_opml_comes_in_again() -> None:
    """Outlet, section and address survive."""
    sources = [
        Source("한빛일보", "https://hanbit.example/rss?a=1&b=2", "IT"),
        Source("한빛일보", "https://hanbit.example/rss/economy", "경제"),
        Source("누리 <경제>", "https://nuri.example/feed"),
    ]

    assert read_opml(write_opml(sources).encode()) == tuple(
        Subscribed(source.outlet, source.url, source.section) for source in sources
    )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<rss/>", "outermost element"),
        (b"", "no XML"),
        (b"<opml><body/></opml>", "no outline"),
        (b'<opml><body><outline xmlUrl="javascript:alert(1)"/></body></opml>', "no outline"),
    ],
)
def test_what_is_no_opml_is_told(body: bytes, reason: str) -> None:
    """A reason for a person."""
    assert reason in str(read_opml(body))


def test_entities_of_an_opml_file_are_not_expanded() -> None:
    """A file from a stranger reads no file of ours."""
    body = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><opml><body><outline text="&e;" xmlUrl="http://a.example/"/></body></opml>'

    assert read_opml(body) == (Subscribed("a.example", "http://a.example/"),)


@pytest.fixture
def config(tmp_path: Path, server: Server) -> Path:
    """Return a configuration with one source, on the scripted server."""
    (tmp_path / "monitor.toml").write_text(
        '[crawl]\nallow_addresses = ["127.0.0.1"]\nhost_pause_s = 0.0\ntimeout_s = 2.0\n', "utf-8"
    )
    (tmp_path / "outlets.toml").write_text(
        '[[outlet]]\nid = "hanbit"\nname = "한빛일보"\ndomains = ["hanbit.example"]\n'
        f'[[outlet.feed]]\nurl = "{server.answers(FEED)}"\n',
        "utf-8",
    )
    return tmp_path


def run(config: Path, *arguments: str) -> tuple[int, str]:
    """Return the exit status and output of `monitor feeds` with *arguments*."""
    result = CliRunner().invoke(app, [*arguments, "--config", str(config)])
    return result.exit_code, result.output


def test_check_tries_every_source(config: Path, server: Server) -> None:
    """A table with what came, and exit status 1 when a source gives nothing."""
    good = run(config, "check")
    server.answers(Reply(500))
    bad = run(config, "check")

    assert good[0] == 0
    assert "1 of 1 sources list entries" in good[1]
    assert bad[0] == 1
    assert "status 500" in bad[1]


def test_add_finds_says_and_writes(config: Path, server: Server) -> None:
    """The stanza is appended; what was tried and found is printed; nothing is written on a dry run."""
    server.answers(page('<link rel="alternate" type="application/rss+xml" href="/other">'), path="/")
    server.answers(Reply(200, (), rss("셋").replace("한빛일보".encode(), "누리경제".encode())), path="/other")

    dry = run(config, "add", server.url("/"), "--dry-run")
    untouched = run(config, "list")[1]
    code, output = run(config, "add", server.url("/"))
    listed = run(config, "list", "--json")[1]

    assert (dry[0], "누리경제" in untouched) == (0, False)
    assert (code, "1 entries" in output, "wrote" in output) == (0, True, True)
    assert server.url("/other") in listed


def test_import_and_export(config: Path, tmp_path: Path) -> None:
    """Known feeds are not added twice."""
    code, exported = run(config, "export")
    more = exported.replace("</body>", '<outline text="누리경제" xmlUrl="https://nuri.example/rss"/></body>')
    (tmp_path / "more.opml").write_text(more, "utf-8")

    first = run(config, "import", str(tmp_path / "more.opml"))
    again = run(config, "import", str(tmp_path / "more.opml"))

    assert (code, first[0], again[0]) == (0, 0, 0)
    assert "2 feeds, 1 of them new" in first[1]
    assert "2 feeds, 0 of them new" in again[1]


def test_a_page_without_a_feed_is_told(config: Path, server: Server) -> None:
    """Exit status 1, and nothing is written."""
    server.answers(page(), path="/")

    code, output = run(config, "add", server.url("/"))

    assert code == 1
    assert "no feed at" in output
