"""
From a figure's publication in a feed to its webhook, through the real daemon.

    PYTHONPATH=.:tests python benchmarks/publication.py

A feed on loopback is asked once a minute; figures appear in it at random moments. Wanted: cadence + 2 s at the 95th
percentile.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from newsstand import LG_FIRST, Newsstand, Story

CADENCE_S, WANTED_S, PATIENCE_S = 60.0, 2.0, 200.0
COMPANIES = ("네이버", "카카오", "KT", "SK텔레콤", "LG", "삼성전자", "현대자동차", "엔비디아", "구글", "메타")


def story(number: int) -> Story:
    """Return an article in which a company announces what it will invest in AI."""
    company, amount = COMPANIES[number % len(COMPANIES)], number + 2
    text = f"{company}가 초거대 AI 개발에 내년까지 {amount}조원을 투자한다고 밝혔다.\n인프라를 넓히기 위해서다."
    return Story(f"invest-{number}", f"{company}, 초거대 AI에 {amount}조원 투자", text, 0)


def note_arrivals(stand: Newsstand, came: dict[str, float]) -> None:
    """Write into *came* when the first alert on each article was seen."""
    for alert in tuple(stand.received):
        data = alert["data"]
        for evidence in data.get("evidence", ()) if isinstance(data, dict) else ():
            came.setdefault(evidence["url"].rpartition("/")[2], time.monotonic())


def watch(stand: Newsstand, came: dict[str, float], seconds: float, awaited: frozenset[str] = frozenset()) -> None:
    """Note arrivals for *seconds*, or until all that is *awaited* has come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not (awaited and awaited <= came.keys()):
        note_arrivals(stand, came)
        time.sleep(0.02)


def measure(folder: Path, count: int, spread_s: float) -> list[float]:
    """Return the seconds from publication to webhook of those figures that came."""
    published: dict[str, float] = {}
    came: dict[str, float] = {}
    with Newsstand([LG_FIRST]) as stand:
        config, store = stand.configure(folder / "config"), f"sqlite:///{folder / 'monitor.sqlite3'}"
        command = [sys.executable, "-m", "monitor", "run", "--config", str(config), "--db", store]
        environ = os.environ | {"TEST_RECEIVER": f"{stand.url}/hook"}
        daemon = subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL)  # noqa: S603 - our own Python
        try:
            watch(stand, came, PATIENCE_S, frozenset({LG_FIRST.slug}))
            for number in range(count):
                stand.stories.append(story(number))
                published[f"invest-{number}"] = time.monotonic()
                watch(stand, came, random.uniform(0.1, spread_s))  # noqa: S311 - moments, no secrets
            watch(stand, came, PATIENCE_S, frozenset(published))
        finally:
            daemon.terminate()
            daemon.wait()
    return [came[slug] - at for slug, at in published.items() if slug in came]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10, help="figures to publish, each of another company")
    parser.add_argument("--spread", type=float, default=40.0, help="at most so many seconds lie between two")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        took = sorted(measure(Path(folder), chosen.count, chosen.spread))
    p95 = statistics.quantiles(took, n=20, method="inclusive")[-1] if len(took) > 1 else float("nan")
    print(f"{len(took)} of {chosen.count} figures reached the webhook, the feed being asked each {CADENCE_S:g} s:")
    print(f"  median {statistics.median(took):.1f} s, p95 {p95:.1f} s, longest {took[-1]:.1f} s")
    print(f"  ({CADENCE_S + WANTED_S:g} s at the 95th percentile wanted)")


if __name__ == "__main__":
    main()
