"""
Print how fast pages are read: pages a second by one worker process and by two, and our share on top of trafilatura.

    python benchmarks/extraction.py [--pages 200] [--corpus ../shared/corpus/html]

The share is measured in CPU seconds in one process, on pages of no known layout, which go through trafilatura: what
decoding, heads, scripts and cleaning add to it. Pages of known content systems never reach trafilatura.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from pathlib import Path

import trafilatura

from monitor.crawl.pages import read_page
from monitor.crawl.workers import Workers


def unknown_pages() -> list[bytes]:
    """Return pages of our own in a layout that nothing but trafilatura knows, 8 to 80 KB."""
    sentence = "누리전자는 25일 초거대 인공지능 모델에 5000억원을 투자한다고 밝혔다. 매개변수는 2040억개다. "
    menu = "".join(f'<li><a href="/section/{n}">섹션 {n}</a></li>' for n in range(60))
    return [
        (
            f'<!DOCTYPE html><html><head><meta property="og:title" content="누리전자 투자 {size}"></head><body>'
            f"<nav><ul>{menu}</ul></nav><main><h1>누리전자</h1>"
            + "".join(f"<p>{sentence * 3}{n}</p>" for n in range(size))
            + f"</main><footer><ul>{menu}</ul></footer></body></html>"
        ).encode()
        for size in range(8, 80, 8)
    ]


def cpu_ms(pages: list[bytes], *, ours: bool) -> float:
    """Return the CPU milliseconds a page that we, or trafilatura alone, take."""
    before = time.process_time()
    for page in pages:
        if ours:
            read_page(page)
        else:
            trafilatura.bare_extraction(page, include_comments=False, include_tables=False)
    return (time.process_time() - before) / len(pages) * 1000


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
    pages = unknown_pages()
    cpu_ms(pages, ours=True), cpu_ms(pages, ours=False)  # loading is not reading
    alone, ours = (min(cpu_ms(pages, ours=which) for _ in range(5)) for which in (False, True))
    print(f"unknown layouts: trafilatura {alone:.1f} ms, ours {ours:.1f} ms a page: {ours / alone - 1:+.0%}")
    if chosen.corpus is not None:
        saved = [path.read_bytes() for path in sorted(chosen.corpus.glob("*.html"))]
        alone, ours = (min(cpu_ms(saved, ours=which) for _ in range(3)) for which in (False, True))
        print(f"saved pages:     trafilatura {alone:.1f} ms, ours {ours:.1f} ms a page: {ours / alone - 1:+.0%}")
    one, two = (asyncio.run(pages_a_second(pages, chosen.pages, workers)) for workers in (1, 2))
    print(f"worker processes: one {one:.0f}, two {two:.0f} pages a second: {two / one:.2f} times")


if __name__ == "__main__":
    main()
