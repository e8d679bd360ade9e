from __future__ import annotations

import asyncio

import pytest
from scripted_server import Reply, Server, settings

from monitor.crawl.client import Answer, Client
from monitor.crawl.robots import LONGEST_DELAY_S, read_robots

AGENT = "hyperscale-monitor/0.1.0 (+https://monitor.example)"
PAGE = Reply(200, (("Content-Type", "text/html"),), b"<html><body><p>page</p></body></html>")


def got(server: Server, *paths: str, **changes: object) -> list[Answer]:
    """Return the answers for pages, asked one after the other by one client."""

    async def ask() -> list[Answer]:
        async with Client(settings(**changes)) as client:
            return [await client.get_page(server.url(path)) for path in paths]

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /news", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news/it", True),
        ("User-agent: *\nAllow: /news/it/1\nDisallow: /news/it/1", True),
        ("User-agent: *\nDisallow: /\nAllow: /n", True),
        ("User-agent: Hyperscale-Monitor\nDisallow: /news\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: HYPERSCALE-MONITOR\nAllow: /news\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: GPTBot\nDisallow: /", True),
        ("User-agent: *\nDisallow: /news/*/1$", False),
        ("User-agent: *\nDisallow: /news/it/10", True),
        ("\ufeffUser-agent: *\r\nDisallow: /news\r\n", False),
        ("User-agent: *\rDisallow: /news\r", False),
        ("User-agent: *\nDisallow: /news%2Fit", True),
        ("User-agent: *\nDisallow:", True),
        ("<html>no robots here</html>", True),
        ("", True),
        ("User-agent: *\n" + "Allow: /x\n" * 60_000 + "Disallow: /news\n", True),
    ],
)  # fmt: skip
def test_robots_rules_are_read_as_the_standard_says(server: Server, rules: str, *, allowed: bool) -> None:
    """Rows 30 and 32: longest match, Allow on ties, product token in any case, BOM, CRLF, %2F, the first 500 KiB."""
    server.answers(PAGE, path="/news/it/1")
    server.answers(Reply(200, (), rules.encode()), path="/robots.txt")

    (answer,) = got(server, "/news/it/1")

    assert (answer.status == 200) == allowed
    assert len(server.requests("/news/it/1")) == int(allowed)


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [(Reply(status), status < 500) for status in (404, 401, 403, 429, 500, 503)],
)
def test_a_robots_file_that_cannot_be_had(server: Server, reply: Reply, *, allowed: bool) -> None:
    """Row 31: 4xx allows everything, 5xx nothing."""
    server.answers(PAGE, path="/1")
    server.answers(reply, path="/robots.txt")

    (answer,) = got(server, "/1")

    assert (answer.status == 200) == allowed
    assert len(server.requests("/1")) == int(allowed)


def test_no_answer_for_robots_bars_everything(server: Server) -> None:
    """Row 31: a time-out is not a permission."""

    async def stall(_: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    server.answers(PAGE, path="/1")
    server.answers(Reply(act=stall), path="/robots.txt")

    (answer,) = got(server, "/1", timeout_s=0.2)

    assert (answer.trouble, server.requests("/1")) == ("barred", [])


def test_five_redirects_to_robots_are_followed(server: Server) -> None:
    """Row 31."""
    for number in range(5):
        path = "/robots.txt" if number == 0 else f"/r{number}"
        server.answers(Reply(301, (("Location", f"/r{number + 1}"),)), path=path)
    server.answers(Reply(200, (), b"User-agent: *\nDisallow: /"), path="/r5")
    server.answers(PAGE, path="/1")

    (answer,) = got(server, "/1")

    assert answer.trouble == "barred"


def test_robots_is_asked_for_once(server: Server) -> None:
    """Row 32: kept for a day, shared by all that want pages of the host."""
    server.answers(Reply(200, (), b"User-agent: *\nAllow: /"), path="/robots.txt")
    for number in range(4):
        server.answers(PAGE, path=f"/{number}")

    async def ask() -> None:
        async with Client(settings()) as client:
            await asyncio.gather(*(client.get_page(server.url(f"/{number}")) for number in range(4)))

    asyncio.run(ask())

    assert len(server.requests("/robots.txt")) == 1
    assert len(server.asked) == 5


def test_robots_is_asked_for_again_after_a_day(server: Server) -> None:
    """Row 32."""
    server.answers(Reply(404), path="/robots.txt")
    server.answers(PAGE, path="/1")
    clock = [0.0]

    async def ask() -> None:
        async with Client(settings(), clock=lambda: clock[0]) as client:
            for hours in (0, 23, 25):
                clock[0] = hours * 3600.0
                await client.get_page(server.url("/1"))

    asyncio.run(ask())

    assert len(server.requests("/robots.txt")) == 2


def test_a_crawl_delay_is_honoured(server: Server) -> None:
    """Row 33: between the pages of the host, under a cap."""
    server.answers(Reply(200, (), b"User-agent: *\nCrawl-delay: 0.3\n"), path="/robots.txt")
    server.answers(PAGE, path="/1")
    server.answers(PAGE, path="/2")

    got(server, "/1", "/2")

    assert server.asked[2].at - server.asked[1].at >= 0.28
    assert read_robots(200, b"User-agent: *\nCrawl-delay: 86400", AGENT).delay_s == LONGEST_DELAY_S


def test_robots_can_be_turned_off(server: Server) -> None:
    """An operator's own newsstand needs no permission."""
    server.answers(PAGE, path="/1")

    (answer,) = got(server, "/1", robots=False)

    assert (answer.status, server.requests("/robots.txt")) == (200, [])


@pytest.mark.parametrize(
    ("addressed", "barred"),
    [
        ("*", True),
        ("hyperscale-monitor", True),
        ("Hyperscale-Monitor # us", True),
        ("hyperscale-monitor/2.0", True),
        ("hyper", False),
        ("monitor", False),
        ("example", False),
        ("hyperscale-monitor-pro", False),
    ],
)
def test_a_rule_for_another_is_not_ours(server: Server, addressed: str, *, barred: bool) -> None:
    """Row 30: the whole product token counts, neither a part of it nor a word of the contact address."""
    server.answers(PAGE, path="/1")
    server.answers(Reply(200, (), f"User-agent: {addressed}\nDisallow: /".encode()), path="/robots.txt")

    (answer,) = got(server, "/1")

    assert (answer.trouble == "barred") == barred


def test_a_robots_file_that_asks_for_quiet_is_heard(server: Server) -> None:
    """Rows 14 and 31: a 429 there bars no page for good, but its Retry-After holds the host."""
    server.answers(PAGE, path="/1")
    server.answers(Reply(429, (("Retry-After", "600"),)), path="/robots.txt")

    (answer,) = got(server, "/1")

    assert (answer.trouble, round(answer.closed_s), server.requests("/1")) == ("closed", 600, [])
