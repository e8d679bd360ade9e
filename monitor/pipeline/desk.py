"""What every verb works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.ledger.alerts import Audience

if TYPE_CHECKING:
    from monitor.config import Config
    from monitor.korean.reading import Reader
    from monitor.store.database import Database


@dataclass(frozen=True, slots=True)
class Desk:
    """The configuration, the reader made from its catalogue, and the open database."""

    config: Config
    reader: Reader
    database: Database

    @property
    def audience(self) -> Audience:
        """Return who can be told."""
        return Audience(self.config.subscriptions, self.config.channels)
