"""What the configuration holds once it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path  # read at run time, by pydantic
from typing import Literal

from monitor.catalogue import Catalogue
from monitor.model import Channel, CrawlSettings, PageRules, Silence, Source, Subscription

Category = Literal["general", "economy", "it", "agency", "broadcast", "regional", "trade", "magazine", "english"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What `monitor.toml` says. The database address is not shown: it may hold a password."""

    database: str = field(default="sqlite:///monitor.sqlite3", repr=False)
    log: Literal["text", "json"] = "text"
    public_url: str = ""
    crawl: CrawlSettings = field(default_factory=CrawlSettings)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newsroom. *name* is what articles, alerts and the change log call it, *domains* where its articles are."""

    id: str
    name: str
    category: Category
    domains: tuple[str, ...]
    zone: str = "Asia/Seoul"
    language: str = "ko"
    sources: tuple[Source, ...] = ()
    pages: tuple[PageRules, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """All of it. *directory* is the folder that was read, None for the packaged one."""

    catalogue: Catalogue
    outlets: tuple[Outlet, ...] = ()
    settings: Settings = field(default_factory=Settings)
    channels: tuple[Channel, ...] = ()
    subscriptions: tuple[Subscription, ...] = ()
    directory: Path | None = None
    silences: tuple[Silence, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of every outlet, also those that are not enabled."""
        return tuple(source for outlet in self.outlets for source in outlet.sources)

    def pages(self, outlet: str) -> tuple[PageRules, ...]:
        """Return the rules for the pages of the outlet of this name, newest first."""
        return next((found.pages for found in self.outlets if found.name == outlet), ())
