"""
Print how fast pages are read: our time beside trafilatura's on the same bytes, and pages a second by worker processes.

    python benchmarks/extraction.py [--pages 200] [--corpus ../shared/corpus/html]

Compared are CPU seconds in one process, for each page the least of several that alternate, all from the same bytes:

- `text`: trafilatura.bare_extraction without comments and tables, as a user calls it who wants the text alone;
- `and metadata`: the same with title, author, date and address, which our Page has, too;
- ours: read_page, which decodes, parses, reads head and scripts, finds and cleans the text.

The share is what our time is more (or less) than theirs. Four kinds of page: a layout of no known content system; one
that nothing but trafilatura reads (a summary in nouns, whose lines end as no sentence of news does), so that our time
holds theirs; and, with a corpus, saved pages as they are, and with the names of known content systems rubbed out.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from monitor.crawl.pages import CONTAINERS, read_page
from monitor.crawl.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES = "누리전자는 25일 초거대 인공지능 모델에 5000억원을 투자한다고 밝혔다. 매개변수는 2040억개다. "
NOUNS = "누리전자는 25일 초거대 인공지능 모델에 5000억원을 투자하기로 했음. 매개변수는 2040억개임. "


def unknown_pages(said: str) -> list[bytes]:
    """Return pages of our own in a layout of no content system, 8 to 80 KB, that say *said* over and over."""
    menu = "".join(f'<li><a href="/section/{n}">섹션 {n}</a></li>' for n in range(60))
    return [
        (
            f'<!DOCTYPE html><html><head><meta property="og:title" content="누리전자 투자 {size}"></head><body>'
            f"<nav><ul>{menu}</ul></nav><main><h1>누리전자</h1>"
            + "".join(f"<p>{n}. {said * 3}</p>" for n in range(size))
            + f"</main><footer><ul>{menu}</ul></footer></body></html>"
        ).encode()
        for size in range(8, 80, 8)
    ]


def rubbed(page: bytes) -> bytes:
    """Return *page* without the names by which known content systems are known."""
    for _, name in sorted(CONTAINERS, key=lambda known: -len(known[1])):
        page = page.replace(name.encode(), b"q" * len(name))
    return page


def text_alone(page: bytes) -> None:
    """Do what a user of trafilatura does who wants the text."""
    trafilatura.bare_extraction(page, include_comments=False, include_tables=False)


def text_and_metadata(page: bytes) -> None:
    """Do what a user of trafilatura does who wants title, author and date, too."""
    trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)


def ours(page: bytes) -> str:
    """Read *page* as the monitor does and return the way that answered."""
    found = read_page(page)
    return found.way if found is not None else "nothing"


def cpu_ms(read: Callable[[bytes], object], page: bytes) -> float:
    """Return the CPU milliseconds that *read* takes for *page*."""
    before = time.process_time()
    read(page)
    return (time.process_time() - before) * 1000


def compare(name: str, pages: list[bytes], rounds: int) -> None:
    """Print the times of trafilatura and ours on *pages*, and our share."""
    readers = (text_alone, text_and_metadata, ours)
    took = [[[cpu_ms(read, page) for read in readers] for _ in range(rounds)] for page in pages]
    least = [[min(times) for times in zip(*of_page, strict=True)] for of_page in took]
    text, metadata, own = (sum(times) / len(pages) for times in zip(*least, strict=True))
    ways = ", ".join(f"{count} by {way}" for way, count in Counter(map(ours, pages)).most_common())
    print(
        f"{name:16} trafilatura: text {text:5.1f} ms, and metadata {metadata:5.1f} ms; ours {own:5.1f} ms a page: "
        f"{own / text - 1:+.0%}, {own / metadata - 1:+.0%} ({ways})"
    )


async def pages_a_second(pages: list[bytes], count: int, workers: int) -> float:
    """Return how many of *pages*, taken in turn, that many worker processes read in a second."""
    pool = Workers(workers, 30, 0)
    await asyncio.gather(*(pool.run("page", pages[0]) for _ in range(workers)))  # starting up is not reading
    started = time.perf_counter()
    await asyncio.gather(*(pool.run("page", pages[number % len(pages)]) for number in range(count)))
    took_s = time.perf_counter() - started
    await pool.close()
    return count / took_s


def main() -> None:
    """Print both."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", type=int, default=200)
    arguments.add_argument("--corpus", type=Path)
    chosen = arguments.parse_args()
    nouns = unknown_pages(NOUNS)
    compare("unknown layout", unknown_pages(SENTENCES), 15)
    compare("only trafilatura", nouns, 15)
    if chosen.corpus is not None:
        saved = [path.read_bytes() for path in sorted(chosen.corpus.rglob("*.html"))]
        if not saved:
            arguments.error(f"{chosen.corpus}: no page (*.html) is there")
        compare("saved pages", saved, 7)
        compare("names rubbed out", [rubbed(page) for page in saved], 7)
    one, two = (asyncio.run(pages_a_second(nouns, chosen.pages, workers)) for workers in (1, 2))
    print(f"worker processes: one {one:.0f}, two {two:.0f} pages a second: {two / one:.2f} times")


if __name__ == "__main__":
    main()
