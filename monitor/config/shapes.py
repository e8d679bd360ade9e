"""How each file is written: a dataclass a table, its keys the fields. Values are judged here, relations in checks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date  # pydantic reads annotations at run time
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from monitor.catalogue import ThingKind
from monitor.config.settings import Category
from monitor.model import Channel, CrawlSettings, PageRules, Silence, Subscription

_EXACT = ConfigDict(extra="forbid")
Text = Annotated[str, Field(min_length=1, pattern=r"^\S(?:.*\S)?$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Texts = tuple[Text, ...]


@dataclass(frozen=True)
class Row:
    """A table in which an unknown key is an error."""

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT


# ── companies.toml ──────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class ThingRow(Row):
    """[[company.model]] and its like."""

    name: Text
    aliases: Texts = ()
    versions: Texts = ()
    predecessor: Text | None = None
    partners: tuple[Id, ...] = ()
    ai: bool = False


@dataclass(frozen=True)
class CompanyRow(Row):
    """[[company]]."""

    id: Id
    name: Text
    english: Text
    kind: Literal["company", "group", "government", "institute"] = "company"
    parent: str | None = None
    ai: bool = False
    aliases: Texts = ()
    units: Texts = ()
    people: Texts = ()
    refuse: Texts = ()
    cloud: bool = False
    one_with: str | None = None
    model: tuple[ThingRow, ...] = ()
    chip: tuple[ThingRow, ...] = ()
    service: tuple[ThingRow, ...] = ()
    facility: tuple[ThingRow, ...] = ()
    programme: tuple[ThingRow, ...] = ()

    def things(self) -> tuple[tuple[ThingKind, ThingRow], ...]:
        """Return its things of every kind, each with the kind."""
        kinds: dict[ThingKind, tuple[ThingRow, ...]] = {
            "model": self.model,
            "chip": self.chip,
            "service": self.service,
            "facility": self.facility,
            "programme": self.programme,
        }
        return tuple((kind, thing) for kind, things in kinds.items() for thing in things)


@dataclass(frozen=True)
class CompaniesFile(Row):
    """companies.toml."""

    company: tuple[CompanyRow, ...] = ()


# ── metrics.toml, topics.toml ───────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class MetricRow(Row):
    """[[metric]]."""

    id: Id
    name: Text
    english: Text
    units: Texts
    words: Texts
    plausible: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)


@dataclass(frozen=True)
class MetricsFile(Row):
    """metrics.toml."""

    metric: tuple[MetricRow, ...] = ()


@dataclass(frozen=True)
class TopicRow(Row):
    """[[topic]]."""

    id: Id
    threshold: Annotated[float, Field(gt=0, le=1000)]
    words: dict[str, Annotated[float, Field(gt=0, le=100)]]
    refutes: dict[str, Annotated[float, Field(lt=0, ge=-100)]] = field(default_factory=dict)


@dataclass(frozen=True)
class TopicsFile(Row):
    """topics.toml."""

    topic: tuple[TopicRow, ...] = ()


# ── outlets.toml ────────────────────────────────────────────────────────────────────────────────────────────────────
Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
Cadence = Annotated[float, Field(ge=1, le=10_080)]  # minutes, up to a week


@dataclass(frozen=True)
class FeedRow(Row):
    """[[outlet.feed]], [[outlet.sitemap]], [[outlet.search]]."""

    url: Url
    section: str = ""
    every_minutes: Cadence | None = None
    enabled: bool = True
    checked: date | None = None  # the day on which it was last seen to work


@dataclass(frozen=True)
class PageRow(PageRules, Row):
    """[[outlet.page]]."""


@dataclass(frozen=True)
class OutletRow(Row):
    """[[outlet]]."""

    id: Id
    name: Text
    domains: Texts
    category: Category = "general"
    zone: str = "Asia/Seoul"
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "ko"
    every_minutes: Cadence = 15
    feed: tuple[FeedRow, ...] = ()
    sitemap: tuple[FeedRow, ...] = ()
    search: tuple[FeedRow, ...] = ()
    page: tuple[PageRow, ...] = ()


@dataclass(frozen=True)
class OutletsFile(Row):
    """outlets.toml."""

    outlet: tuple[OutletRow, ...] = ()


# ── monitor.toml, alerts.toml ───────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class CrawlTable(CrawlSettings, Row):
    """[crawl]."""


@dataclass(frozen=True)
class MonitorFile(Row):
    """monitor.toml."""

    database: str = "sqlite:///monitor.sqlite3"
    log: Literal["text", "json"] = "text"
    public_url: str = ""
    crawl: CrawlTable = field(default_factory=CrawlTable)


@dataclass(frozen=True)
class ChannelRow(Channel, Row):
    """[[channel]]. *optional* leaves it out, with its subscriptions, while its address is not set."""

    optional: bool = False


@dataclass(frozen=True)
class SubscriptionRow(Subscription, Row):
    """[[subscription]]."""


@dataclass(frozen=True)
class SilenceRow(Silence, Row):
    """[[silence]]. A time without an offset is Korean."""


@dataclass(frozen=True)
class AlertsFile(Row):
    """alerts.toml."""

    channel: tuple[ChannelRow, ...] = ()
    subscription: tuple[SubscriptionRow, ...] = ()
    silence: tuple[SilenceRow, ...] = ()
