"""A process that writes changes with their alerts and sends them, without end: made to be killed."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from typing import Any

from alert_scenes import audience, change, parameters, post_to

from monitor.pipeline.tell import Teller
from monitor.store import changes, outbox
from monitor.store.changes import Difference
from monitor.store.database import Database, open_database

SERIES = 5


def write_and_send(store: str, url: str, begun: Event) -> None:
    """Go on where the store stands: change and alerts in one transaction, then the lanes. The first sets *begun*."""
    asyncio.run(_go_on(open_database(store), url, begun))


async def _go_on(database: Database, url: str, begun: Event) -> None:
    teller = Teller(post_to(database, desk=url), lambda: datetime.now(UTC))
    with database.reading() as session:
        number = changes.count_changes(session)
    while True:
        await asyncio.to_thread(write, database, number)
        begun.set()
        await teller.start_due()
        number += 1
        await asyncio.sleep(random.random() * 0.01)  # noqa: S311 - a test


def write(database: Database, number: int) -> None:
    """Write one change of one of the series, and who is told of it."""
    now = datetime.now(UTC)
    found: Any = change(
        f"c{number:06}",
        "raised",
        parameters(number + 1),
        parameters(number + 2),
        series=f"s{number % SERIES}",
        said_at=now,
        found_at=now,
    )
    with database.writing() as session:
        changes.write_difference(session, found.series, Difference(new=(found,)), now)
        outbox.add(session, [found], audience(), now)
