"""
Feed the crawl room mutated feeds and pages, and count what must not be: crashes, hangs, mojibake of a good entry.

    python benchmarks/faults.py [--feeds 10000] [--pages 2000] [--corpus ../shared/corpus] [--seed 1]

Seeds are texts of our own in every format and encoding; with --corpus, its recorded feeds and pages, too. Half of the
feed mutations damage bytes of one item only: every other item must come out word for word. Exits 1 if any went wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.crawl.client import Answer, Client
from monitor.crawl.entries import entries_of
from monitor.crawl.items import Feed
from monitor.crawl.pages import Page
from monitor.crawl.reading import read_feed
from monitor.crawl.workers import JobFailed
from monitor.model import CrawlSettings, Source

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

NOW = datetime(2021, 5, 25, 4, 46, tzinfo=UTC)
HANG_S = 5.0
ITEMS = 8
DICTIONARY = (
    b"&#x110000;", b"&#xD800;", b"&#0;", b"&bogus;", b"&", b"<", b">", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<item>",
    b"</item>", b"</channel>", b"<title>", b"</title>", b"<?xml version='1.0'?>", b"<!DOCTYPE x [<!ENTITY e 'y'>]>",
    b"\0",
    b"\xff\xfe", b"\x80", b"\x1b$)C", b"xml:base='http://[', ", b"<link href='http://[::1'/>", b"<guid isPermaLink=''>",
    b"<img width='x' height='99999999999'/>", b"<media:content url=''/>", b"<pubDate>99999999999</pubDate>", b"{", b"}",
    b"<base href='//['>", b"<script>", b"<a " + b"x=1 " * 50 + b">", b"<table>" * 30, b"<div>" * 300, b"\xef\xbb\xbf",
)  # fmt: skip


def own_feeds() -> list[bytes]:
    """Return feeds of our own: RSS, RSS 1.0, Atom, JSON, sitemap; in UTF-8, cp949 and UTF-16."""
    rows = [
        (
            f"누리전자 {n}번째 초거대 AI 투자 {n}000억원",
            f"https://nuri.example/news/10000{n}",
            f"요약 {n}번. 똠방 & 햏",
        )
        for n in range(ITEMS)
    ]
    date = "Tue, 25 May 2021 09:00:00 +0900"
    rss = '<?xml version="1.0" encoding="{}"?><rss version="2.0"><channel><title>누리</title>' + "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate>"
        f"<description><![CDATA[<p>{text}</p>]]></description></item>"
        for title, link, text in rows
    )
    rss += "</channel></rss>"
    atom = (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>누리</title>'
        + "".join(
            f'<entry><title>{title}</title><id>{link}</id><link href="{link}"/>'
            "<updated>2021-05-25T09:00:00+09:00</updated></entry>"
            for title, link, _ in rows
        )
    )
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        + "".join(
            f"<url><loc>{link}</loc><news:news><news:title>{title}</news:title></news:news></url>"
            for title, link, _ in rows
        )
    )
    items = ",".join(f'{{"id":"{link}","url":"{link}","title":"{title}"}}' for title, link, _ in rows)
    return [
        rss.format("utf-8").encode(),
        rss.format("euc-kr").encode("cp949"),
        rss.format("ks_c_5601-1987").encode("cp949"),
        rss.format("utf-16").encode("utf-16"),
        (atom + "</feed>").encode(),
        (sitemap + "</urlset>").encode(),
        f'{{"version":"https://jsonfeed.org/version/1.1","title":"누리","items":[{items}]}}'.encode(),
    ]


def own_pages() -> list[bytes]:
    """Return pages of our own in several layouts and encodings."""
    text = "".join(
        f"<p>누리전자는 {n}일 초거대 인공지능에 {n}000억원을 투자한다고 밝혔다. 매개변수는 {n}040억개다.</p>"
        for n in range(1, 9)
    )
    time = '<meta property="article:published_time" content="2021-05-25T09:00:00">'
    data = f'{{"article":{{"title":"누리전자","contentHtml":"{text}"}}}}'
    bodies = (
        f"<div itemprop='articleBody'>{text}</div>",
        f"<main><h1>누리전자</h1>{text}</main><aside>관련기사</aside>",
        f'<script id="__NEXT_DATA__" type="application/json">{data}</script>',
        f"<table><tr><td>{text}</td></tr></table>" + "<div>" * 50,
    )
    pages = [
        f'<html><head><meta property="og:title" content="누리전자 투자">{time}</head><body>{body}</body></html>'
        for body in bodies
    ]
    return [page.encode(encoding) for page in pages for encoding in ("utf-8", "cp949")]


def mutated(body: bytes, chance: random.Random) -> bytes:
    """Return *body* damaged in one to six places: bits, bytes, words of the dictionary, parts cut, doubled or moved."""
    damaged = bytearray(body)
    for _ in range(chance.randint(1, 6)):
        at, there = chance.randrange(len(damaged) + 1), chance.randrange(len(damaged) + 1)
        length = min(int(chance.expovariate(1 / 20)) + 1, 4000)
        first, last, new = chance.choice(
            (
                (at, at + 1, chance.randbytes(1)),
                (at, at + length, b""),
                (at, at, chance.choice(DICTIONARY)),
                (at, at, bytes(damaged[at : at + length]) * chance.randint(1, 20)),
                (at, at, chance.randbytes(chance.randint(1, 8))),
                (at, at, bytes(damaged[there : there + length])),
                (at, len(damaged) if chance.randint(0, 2) == 0 else at, b""),
            )
        )
        damaged[first:last] = new
    return bytes(damaged)


def with_a_noisy_title(body: bytes, chance: random.Random) -> bytes:
    """Return *body* with one to three bytes of the first item's title made into bytes above ASCII."""
    start = body.find(b">", body.find(b"<title>", body.find(b"<item>"))) + 1
    end = body.find(b"</title>", start)
    damaged = bytearray(body)
    for _ in range(chance.randint(1, 3)):
        damaged[chance.randrange(start, end)] = chance.randrange(0x80, 0x100)
    return bytes(damaged)


@dataclass
class Tally:
    """What came of the mutations, and examples of what must not be."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def timed(self, took_s: float, what: str) -> None:
        """Note how long one took."""
        self.slowest_s = max(self.slowest_s, took_s)
        if took_s > HANG_S:
            self.wrong.append(f"hang of {took_s:.1f} s: {what}")

    def counts(self) -> dict[str, int]:
        """Return how many went wrong in which way."""
        return dict(Counter(line.split()[0].rstrip(":") for line in self.wrong))


async def try_feed(client: Client, body: bytes, tally: Tally, what: str, expected: list[str] | None = None) -> None:
    """Read one mutated feed; *expected* are titles that must come out word for word, in order."""
    address = "https://nuri.example/rss"
    started = time.perf_counter()
    try:
        feed = await read_feed(client, Answer(address, 200, {}, body))
        entries = entries_of(feed, Source("누리", address), address, NOW) if isinstance(feed, Feed) else ()
    except Exception as error:  # noqa: BLE001 - what this script looks for
        tally.wrong.append(f"crash: {what}: {type(error).__name__}: {error}")
        return
    took_s = time.perf_counter() - started
    if took_s > HANG_S:  # what hangs does so again; a machine that is busy may not
        started = time.perf_counter()
        await read_feed(client, Answer(address, 200, {}, body))
        took_s = min(took_s, time.perf_counter() - started)
    tally.timed(took_s, what)
    outcome = "read" if entries else "refused" if isinstance(feed, Feed) else feed.reason[:60].split(" at ")[0]
    tally.outcomes[outcome] += 1
    titles = [entry.title for entry in entries]
    if expected is not None and titles[1:] != expected[1:]:
        tally.wrong.append(f"mojibake: {what}: {titles[1:3]}")


async def try_page(client: Client, body: bytes, tally: Tally, what: str) -> None:
    """Read one mutated page."""
    started = time.perf_counter()
    page = await client.workers.run("page", body, "", "https://nuri.example/1", None, "")
    tally.timed(time.perf_counter() - started, what)
    failed = page.error if isinstance(page, JobFailed) else ""
    tally.outcomes["read" if isinstance(page, Page) else failed.split(":")[-1] or "nothing"] += 1
    if failed and "took over" not in failed:
        tally.wrong.append(f"crash: {what}: {failed}")


def jobs(
    chosen: argparse.Namespace, client: Client, tallies: tuple[Tally, Tally]
) -> Iterator[Coroutine[None, None, None]]:
    """Yield every mutation as something to await, feeds first."""
    feeds, pages = own_feeds(), own_pages()
    if chosen.corpus is not None and chosen.corpus.is_dir():
        feeds += [path.read_bytes() for path in sorted((chosen.corpus / "rss").glob("*.xml"))]
        pages += [path.read_bytes() for path in sorted((chosen.corpus / "html").glob("*.html"))]
    titles = [f"누리전자 {n}번째 초거대 AI 투자 {n}000억원" for n in range(ITEMS)]
    chance = random.Random(chosen.seed)  # noqa: S311 - a run to repeat, no secret
    for number in range(chosen.feeds):
        half, is_noise = divmod(number, 2)
        body = with_a_noisy_title(feeds[half % 3], chance) if is_noise else mutated(feeds[half % len(feeds)], chance)
        yield try_feed(client, body, tallies[0], f"feed {number}", titles if is_noise else None)
    for number in range(chosen.pages):
        yield try_page(client, mutated(pages[number % len(pages)], chance), tallies[1], f"page {number}")


async def run(chosen: argparse.Namespace) -> int:
    """Run all mutations, two at a time, and return how many went wrong."""
    client = Client(CrawlSettings(extraction_workers=2))
    tallies, started = (Tally(), Tally()), time.perf_counter()
    waiting = jobs(chosen, client, tallies)

    async def work() -> None:
        for job in waiting:
            await job

    await asyncio.gather(*(work() for _ in range(2)))
    await client.workers.close()
    for name, tally in zip(("feeds", "pages"), tallies, strict=True):
        print(
            f"{tally.outcomes.total()} {name}: {dict(tally.outcomes.most_common(8))}, slowest {tally.slowest_s:.2f} s"
        )
        print("\n".join([*tally.wrong[:20], f"wrong: {tally.counts()}"]))
    wrong = sum(len(tally.wrong) for tally in tallies)
    print(f"{wrong} went wrong, {time.perf_counter() - started:.0f} s")
    return wrong


def main() -> int:
    """Read the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--feeds", type=int, default=10_000)
    arguments.add_argument("--pages", type=int, default=2_000)
    arguments.add_argument("--corpus", type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    return 1 if asyncio.run(run(arguments.parse_args())) else 0


if __name__ == "__main__":
    sys.exit(main())
