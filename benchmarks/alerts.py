"""
How fast alerts arrive: python benchmarks/alerts.py [--each 1000] [--latency 40].

Prints: 1,000 alerts over 20 endpoints of which 5 are down, the same with one endpoint that answers after 15 s, 1,000
alerts to each of them, and the time from the transaction of a change to its webhook. The endpoints are another process.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from monitor.ledger.alerts import Audience
from monitor.model import Change, Channel, Subscription
from monitor.notify.samples import SAMPLE
from monitor.notify.signing import new_secret
from monitor.pipeline.tell import Post, Teller
from monitor.store import outbox
from monitor.store.database import Database, open_database

DOWN = "http://127.0.0.1:1/hook"
ENDPOINTS, DEAD, LIMIT_S = 20, 5, 60.0


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class Endpoint:
    """One receiver: it answers 204 after *after_s* and remembers the ids that came."""

    def __init__(self, after_s: float) -> None:
        self.after_s = after_s
        self.ids: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
                await reader.readexactly(int(fields[b"content-length"]))
                self.ids.append(fields[b"webhook-id"])
                await asyncio.sleep(self.after_s)
                writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


async def serve_endpoints(waits: Sequence[float], pipe: Connection) -> None:
    """Serve one endpoint for each of *waits*; send their ports, then what each got whenever it is asked for."""
    endpoints = [Endpoint(after_s) for after_s in waits]
    servers = [await asyncio.start_server(endpoint.serve, "127.0.0.1", 0) for endpoint in endpoints]
    pipe.send([server.sockets[0].getsockname()[1] for server in servers])
    while await asyncio.to_thread(pipe.recv):
        pipe.send([(len(endpoint.ids), len(set(endpoint.ids))) for endpoint in endpoints])


def endpoints_process(waits: Sequence[float], pipe: Connection) -> None:
    """Run the endpoints until the process is ended."""
    asyncio.run(serve_endpoints(waits, pipe))


@contextmanager
def endpoints(waits: Sequence[float]) -> Iterator[tuple[list[str], Callable[[], list[tuple[int, int]]]]]:
    """Run endpoints in a process of their own; give their addresses, and what asks how many ids each got."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=endpoints_process, args=(waits, there))
    process.start()
    urls = [f"http://127.0.0.1:{port}/hook" for port in here.recv()]

    def counts() -> list[tuple[int, int]]:
        here.send("count")
        found: list[tuple[int, int]] = here.recv()
        return found

    try:
        yield urls, counts
    finally:
        process.kill()
        process.join()


def post_to(database: Database, urls: Sequence[str]) -> Post:
    """Return a post to signed webhooks at *urls*, each with a subscription that wants all."""
    names = [f"e{number}" for number in range(len(urls))]
    channels = tuple(Channel(name, "webhook", f"env:{name}", ("env:KEY",), allow=("127.0.0.1",)) for name in names)
    audience = Audience(tuple(Subscription(name, name) for name in names), channels)
    return Post(database, audience, {"KEY": new_secret(), **dict(zip(names, urls, strict=True))})


def change(number: int) -> Change:
    """Return a change of a series of its own."""
    fields = {name: getattr(SAMPLE, name) for name in SAMPLE.__slots__}
    return Change(
        **(fields | {"id": f"c{number}", "series": f"s{number}", "said_at": utc_now(), "found_at": utc_now()})
    )


def write(post: Post, count: int) -> float:
    """Write *count* changes, each told to everyone; return the seconds it took."""
    began = time.perf_counter()
    for number in range(count):
        with post.database.writing() as session:
            outbox.add(session, [change(number)], post.audience, utc_now())
    return time.perf_counter() - began


def flood(folder: Path, each: int, *, slow: bool) -> None:
    """Print how long the endpoints that are up take to have all theirs."""
    up = ENDPOINTS - DEAD - slow
    with endpoints([0.0] * up + [15.0] * slow) as (urls, counts):
        database = open_database(f"sqlite:///{folder / f'flood-{each}-{slow}.sqlite3'}")
        post = post_to(database, [*urls, *[DOWN] * DEAD])
        wrote = write(post, each)

        async def until_all() -> float:
            teller, began = Teller(post, utc_now), time.perf_counter()
            while min(unique for _, unique in counts()[:up]) < each and time.perf_counter() - began < 3 * LIMIT_S:
                await teller.start_due()
                await asyncio.sleep(0.25)
            took = time.perf_counter() - began
            await teller.close(0.1)
            return took

        took = asyncio.run(until_all())
        got = counts()[:up]
        database.close()
    told, least = sum(count for count, _ in got), min(unique for _, unique in got)
    more = ", 1 answers after 15 s" if slow else ""
    print(f"{each} alerts to each of {ENDPOINTS} endpoints, {DEAD} down{more}:")
    print(
        f"  the other {up} have {least} or more of their {each} after {took:.1f} s (all within {LIMIT_S:g} s wanted),"
    )
    print(f"  {told / took:.0f} a second, {told - sum(unique for _, unique in got)} twice; written in {wrote:.1f} s")


def latency(folder: Path, count: int) -> None:
    """Print the time from the transaction of a change to the request at its webhook, the daemon looking each second."""
    waits: list[float] = []
    with endpoints([0.0]) as (urls, counts):
        database = open_database(f"sqlite:///{folder / 'latency.sqlite3'}")
        post = post_to(database, urls)

        async def look(teller: Teller) -> None:
            while True:
                await teller.start_due()
                await asyncio.sleep(1.0)

        async def one_by_one() -> None:
            teller = Teller(post, utc_now)
            looking = asyncio.create_task(look(teller))
            for number in range(count):
                with database.writing() as session:
                    outbox.add(session, [change(number)], post.audience, utc_now())
                began = time.perf_counter()
                while counts()[0][0] <= number:  # noqa: ASYNC110 - another process counts
                    await asyncio.sleep(0.005)
                waits.append(time.perf_counter() - began)
                await asyncio.sleep(0.37)
            looking.cancel()
            await teller.close(1)

        asyncio.run(one_by_one())
        database.close()
    p95 = statistics.quantiles(waits, n=20, method="inclusive")[-1]
    print(f"from a change's transaction to its webhook, {count} times:")
    print(f"  median {statistics.median(waits):.2f} s, p95 {p95:.2f} s (2 s at most wanted, beside the feed's cadence)")


def main() -> None:
    """Run all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=1000, help="alerts for each endpoint in the large flood")
    parser.add_argument("--latency", type=int, default=40, help="changes whose way is timed")
    chosen = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with TemporaryDirectory() as folder:
        flood(Path(folder), 50, slow=False)
        flood(Path(folder), 50, slow=True)
        flood(Path(folder), chosen.each, slow=False)
        latency(Path(folder), chosen.latency)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
