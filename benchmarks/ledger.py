"""
What the change log costs: one article folded into small and large stores, articles replayed a second, memory.

    python benchmarks/ledger.py [--figures 1000000] [--stream articles.jsonl]

The stores have the same shape, ten figures a series and twelve series a company and metric, as the busy corners of a
real one have; they differ in how many companies there are. It is the code of the daemon, on SQLite.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import tempfile
import time
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert

from monitor.cli.lines import open_lines
from monitor.config import load
from monitor.korean.reading import Reader
from monitor.ledger.stories import sketch
from monitor.model import KST, Article, Figure, Reading
from monitor.pipeline.desk import Desk
from monitor.pipeline.read import fold_bucket, save_reading
from monitor.pipeline.replay import replay
from monitor.store import articles, figures
from monitor.store.database import Database, open_database
from monitor.store.tables import ArticleRow, FigureRow

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGAN = datetime(2021, 1, 1, 9, tzinfo=KST)
SERIES_A_BUCKET, FIGURES_A_SERIES, METRICS = 12, 10, ("investment", "gpus", "parameters", "users")
UNITS = {"investment": "KRW", "gpus": "gpu", "parameters": "parameter", "users": "person"}
PROBES = 200
BATCH = 5000


def figure(bucket: int, series: int, number: int) -> Figure:
    """Return the figure *number* of a series; every third says another value than the one before."""
    metric = METRICS[bucket % len(METRICS)]
    value = Decimal(10**9) * (20 + series + number // 3)
    words = f"{value} {metric}"
    subject = f"사업{series}"
    company, unit = f"c{bucket // len(METRICS)}", UNITS[metric]
    return Figure(
        company,
        subject,
        metric,
        value,
        value,
        unit,
        "exact",
        "planned",
        None,
        words,
        0,
        len(words),
        "made",
        grain=Decimal(10**8),
    )


def fill(database: Database, count: int) -> int:
    """Store *count* figures, one an article; return how many buckets they make."""
    buckets = max(1, count // (SERIES_A_BUCKET * FIGURES_A_SERIES))
    for first in range(0, count, BATCH):
        told, said = [], []
        for pk in range(first + 1, min(first + BATCH, count) + 1):
            bucket, series = pk % buckets, pk // buckets % SERIES_A_BUCKET
            one = figure(bucket, series, pk // buckets // SERIES_A_BUCKET)
            at = BEGAN + timedelta(minutes=pk)
            told.append(article_row(pk, at))
            said.append({"article_pk": pk, "ordinal": 0, "sentence": one.quote, **figures.figure_row(one)})
        with database.writing() as session:
            session.connection().execute(insert(ArticleRow), told)
            session.connection().execute(insert(FigureRow), said)
    return buckets


def article_row(pk: int, at: datetime) -> dict[str, object]:
    """Return a stored article."""
    name, text = f"a{pk}", f"article {pk}"
    same = {"id": name, "url": f"https://example.kr/{name}", "outlet": f"outlet{pk % 40}", "title": name, "text": text}
    return {**same, "pk": pk, "version": 1, "published": at, "found_at": at, "sketch": sketch(text), "reasons": ()}


def fold_cost_ms(desk: Desk, count: int, buckets: int) -> list[float]:
    """Return the milliseconds of CPU for saving what one article more says and folding it, for some articles."""
    took: list[float] = []
    probed = [number * buckets // PROBES % buckets for number in range(PROBES)]
    for bucket in set(probed):  # as in a store that was not filled by hand, the log is there
        one = figure(bucket, 0, 0)
        with desk.database.writing() as session:
            fold_bucket(desk, session, f"{one.company}|{one.metric}", BEGAN + timedelta(minutes=count))
    for number, bucket in enumerate(probed, 1):
        at = BEGAN + timedelta(minutes=count + number)
        name = f"probe{number}"
        article = Article(name, "probe", f"https://example.kr/{name}", name, name, at, at)
        with desk.database.writing() as session:
            articles.save_article(session, article, sketch(name), (1.0, ()), news=True)
        with desk.database.reading() as session:
            kept = articles.find_article(session, name)
        assert kept is not None
        said = figure(bucket, number % SERIES_A_BUCKET, FIGURES_A_SERIES)
        began = time.process_time()
        save_reading(desk, kept, Reading(name, relevant=True, score=1.0, reasons=(), figures=(said,)), at)
        took.append(1000 * (time.process_time() - began))
    return took


def compare_stores(folder: Path, sizes: tuple[int, ...]) -> None:
    """Print what one article costs in stores of *sizes* figures."""
    config = load(None, os.environ)
    reader = Reader(config.catalogue)
    least = 0.0
    for size in sizes:
        database = open_database(f"sqlite:///{folder / f'{size}.sqlite3'}")
        buckets = fill(database, size)
        took = fold_cost_ms(Desk(config, reader, database), size, buckets)
        middle = statistics.median(took)
        least = least or middle
        worst = sorted(took)[len(took) * 95 // 100]
        print(
            f"{size:>9,} figures in {buckets * SERIES_A_BUCKET:>7,} series: {middle:6.2f} ms of CPU an article, "
            f"95th percentile {worst:6.2f} ms, {middle / least:.2f} times the smallest"
        )
        database.close()


def replay_speed(folder: Path, stream: Path) -> None:
    """Print articles a second, and the memory after each quarter of the stream."""
    total = sum(1 for _ in stream.open("rb"))
    config = load(None, os.environ)
    desk = Desk(config, Reader(config.catalogue), open_database(f"sqlite:///{folder / 'replay.sqlite3'}"))
    marks: list[str] = []

    def counted() -> Iterator[Article]:
        for number, article in enumerate(open_lines(stream), 1):
            yield article
            if number % max(1, total // 4) == 0:
                marks.append(f"{resident_mb():.0f}")

    began = time.perf_counter()
    lines = sum(1 for _ in replay(desk, counted()))
    took = time.perf_counter() - began
    print(f"{total:>9,} articles replayed: {total / took:.0f} a second, {lines} changes; MB resident {' '.join(marks)}")
    desk.database.close()


def resident_mb() -> float:
    """Return the megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Run what was asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--figures", type=int, default=1_000_000, help="of the largest store")
    options.add_argument("--stream", type=Path, help="articles to replay, as JSON lines")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compare_stores(Path(folder), (1_000, 10_000, given.figures))
        if given.stream:
            replay_speed(Path(folder), given.stream)


if __name__ == "__main__":
    main()
