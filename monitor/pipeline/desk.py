"""What every verb works with."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from monitor.ledger.alerts import Audience
from monitor.ledger.limits import limits_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from monitor.config import Config, Outlet
    from monitor.korean.reading import Reader
    from monitor.model import Source
    from monitor.store.database import Database

Given = ParamSpec("Given")
Got = TypeVar("Got")


@dataclass(frozen=True)
class Desk:
    """
    The configuration, the reader made from its catalogue, and the open database.

    *sources* are the enabled ones by outlet and url; *limits* the least and greatest values that can be. *writer* is
    the one thread that writes: SQLite lets one in at a time, and threads that queue here do not poll its lock.
    """

    config: Config
    reader: Reader
    database: Database
    sources: dict[tuple[str, str], Source] = field(init=False)
    audience: Audience = field(init=False)
    limits: Mapping[tuple[str, str], tuple[Decimal, Decimal]] = field(init=False)
    writer: ThreadPoolExecutor = field(init=False, default_factory=lambda: ThreadPoolExecutor(1, "store"))

    def __post_init__(self) -> None:
        enabled = {(source.outlet, source.url): source for source in self.config.sources if source.enabled}
        object.__setattr__(self, "sources", enabled)
        object.__setattr__(self, "limits", limits_of(self.config.catalogue.metrics))
        told = Audience(self.config.subscriptions, self.config.channels, self.config.silences)
        object.__setattr__(self, "audience", told)

    def outlet(self, name: str) -> Outlet | None:
        """Return what the configuration knows of the outlet of this name."""
        return next((outlet for outlet in self.config.outlets if outlet.name == name), None)

    async def store(self, work: Callable[Given, Got], *args: Given.args, **kwargs: Given.kwargs) -> Got:
        """Do *work* in the writing thread, after what waits there already."""
        return await asyncio.get_running_loop().run_in_executor(self.writer, lambda: work(*args, **kwargs))
