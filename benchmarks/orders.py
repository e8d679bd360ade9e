"""
Is the log the same however the articles come? Replays a stream in its own order and in random ones, some of it twice.

    python benchmarks/orders.py articles.jsonl [--orders 3]

What is compared is all that a line says but when it was found, and whether that was news then: that is up to the order.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cli.lines import change_line, open_lines, to_json
from monitor.config import load
from monitor.korean.reading import Reader
from monitor.pipeline.desk import Desk
from monitor.pipeline.read import pass_days
from monitor.pipeline.replay import replay
from monitor.store.changes import Wanted, find_changes
from monitor.store.database import open_database

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monitor.config import Config
    from monitor.model import Article

TWICE = 20  # every so-manyth article comes twice
OF_THE_ORDER = {"found_at", "alert", "cause"}


def log_of(config: Config, reader: Reader, articles: Iterable[Article]) -> list[str]:
    """Return the lines of the log that *articles* leave, in the order in which they are listed."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(config, reader, open_database(f"sqlite:///{Path(folder) / 'orders.sqlite3'}"))
        run = list(articles)
        for _ in replay(desk, run):
            pass
        last, first = (choice(article.published for article in run) for choice in (max, min))
        pass_days(desk, first.date(), last)
        with desk.database.reading() as session:
            found = find_changes(session, Wanted())
        desk.database.close()
    return [to_json({k: v for k, v in change_line(change).items() if k not in OF_THE_ORDER}) for change in found]


def in_disorder(run: Sequence[Article], seed: int) -> list[Article]:
    """Return *run* in a random order, a part of it twice."""
    dice = random.Random(seed)  # noqa: S311 - an order, no secret
    more = [*run, *run[::TWICE]]
    dice.shuffle(more)
    return more


def main() -> None:
    """Print a digest of the log for each order, and the lines that differ."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("stream", type=Path, help="articles, as JSON lines")
    options.add_argument("--orders", type=int, default=3)
    given = options.parse_args()
    config = load(None, os.environ)
    reader, run = Reader(config.catalogue), list(open_lines(given.stream))
    known: list[str] = []
    for order in range(given.orders + 1):
        began = time.perf_counter()
        log = log_of(config, reader, in_disorder(run, order) if order else run)
        known = known or log
        digest = hashlib.sha256("\n".join(log).encode()).hexdigest()[:16]
        name = f"random {order}" if order else "as it came"
        print(f"{name:>12}: {len(log)} lines, {digest}, {time.perf_counter() - began:.0f} s", flush=True)
        for line in sorted(set(known) ^ set(log)):
            print("   ", "-" if line in known else "+", line)


if __name__ == "__main__":
    main()
