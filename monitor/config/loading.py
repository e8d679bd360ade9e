"""Read, validate and join the files."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter, ValidationError

from monitor.catalogue import Catalogue, Company, Metric, Thing, Topic
from monitor.config import shapes
from monitor.config.checks import check_all
from monitor.config.errors import ConfigError, message_of
from monitor.config.files import check_directory, file_of, read_toml
from monitor.config.settings import Config, Outlet, Settings
from monitor.model import KST, Channel, CrawlSettings, PageRules, Silence, Source, SourceKind, Subscription

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from _typeshed import DataclassInstance

File = TypeVar("File")
Noun = TypeVar("Noun", bound="DataclassInstance")
SOURCES: tuple[SourceKind, ...] = ("feed", "sitemap", "search")


def load(directory: Path | None, environ: Mapping[str, str]) -> Config:
    """
    Return the configuration of *directory*, else of the folder MONITOR_CONFIG names, else the packaged one.

    MONITOR_DATABASE stands over the database address of monitor.toml.

    :raises ConfigError: names file, key, value and what is allowed
    """
    if directory is None and environ.get("MONITOR_CONFIG"):
        directory = Path(environ["MONITOR_CONFIG"])
    if directory is not None:
        check_directory(directory)
    companies = _read("companies", shapes.CompaniesFile, directory).company
    metrics = _read("metrics", shapes.MetricsFile, directory).metric
    topics = _read("topics", shapes.TopicsFile, directory).topic
    outlets = _read("outlets", shapes.OutletsFile, directory).outlet
    settings = _read("monitor", shapes.MonitorFile, directory)
    alerts = _read("alerts", shapes.AlertsFile, directory)
    check_all(companies, metrics, topics, outlets, settings, alerts, path_of=lambda name: str(file_of(name, directory)))
    channels = tuple(row for row in alerts.channel if not row.optional or _is_set(row.url, environ))
    there = {row.id for row in channels}
    return Config(
        Catalogue(
            tuple(map(_company, companies)),
            tuple(thing for row in companies for thing in _things(row)),
            tuple(map(_metric, metrics)),
            tuple(Topic(row.id, row.threshold, (*row.words.items(), *row.refutes.items())) for row in topics),
        ),
        tuple(map(_outlet, outlets)),
        _settings(settings, environ, file_of("monitor", directory)),
        tuple(_noun(Channel, row) for row in channels),
        tuple(_noun(Subscription, row) for row in alerts.subscription if row.channel in there),
        directory,
        tuple(map(_silence, alerts.silence)),
    )


def _silence(row: shapes.SilenceRow) -> Silence:
    silence = _noun(Silence, row)
    since = silence.since and _korean(silence.since)
    return replace(silence, until=_korean(silence.until), since=since)


def _korean(moment: datetime) -> datetime:
    """Return *moment*, in Korean time where it says no offset."""
    return moment if moment.tzinfo else moment.replace(tzinfo=KST)


def _read(name: str, shape: type[File], directory: Path | None) -> File:
    path = file_of(name, directory)
    data = read_toml(path)
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as err:
        # a misspelt key is also a missing one: the first says more
        first = min(err.errors(include_url=False), key=lambda error: error["type"] != "unexpected_keyword_argument")
        more = f" (and {err.error_count() - 1} more)" if err.error_count() > 1 else ""
        message = f"{path}: {message_of(first, data, shape)}{more}"
        raise ConfigError(message) from None  # the cause would show the value, which may be a secret


def _noun(kind: type[Noun], row: DataclassInstance) -> Noun:
    """Return the noun that *row* is written as: its fields of the same names."""
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})


def _is_set(ref: str, environ: Mapping[str, str]) -> bool:
    scheme, _, place = ref.partition(":")
    return bool(environ.get(place, "").strip()) if scheme == "env" else Path(place).is_file()


def _database(ref: str, environ: Mapping[str, str], path: Path) -> str:
    """Return the address, also where *ref* says only where it lies."""
    scheme, _, place = ref.partition(":")
    if scheme not in {"env", "file"}:
        return ref
    if not _is_set(ref, environ):
        wanted = f"set the environment variable {place}" if scheme == "env" else f"write the address into {place}"
        message = f"{path}: database: {ref} is empty; {wanted}"
        raise ConfigError(message)
    found = environ[place] if scheme == "env" else Path(place).read_text(encoding="utf-8")
    return found.strip()


def _company(row: shapes.CompanyRow) -> Company:
    return Company(
        row.id,
        row.name,
        row.english,
        row.kind,
        row.parent,
        row.ai,
        row.aliases,
        row.units,
        row.people,
        row.refuse,
        row.one_with,
        row.cloud,
    )


def _things(row: shapes.CompanyRow) -> Iterator[Thing]:
    for kind, thing in row.things():
        before = f"{row.id}/{thing.predecessor}" if thing.predecessor else None
        yield Thing(
            f"{row.id}/{thing.name}",
            thing.name,
            kind,
            row.id,
            thing.aliases,
            thing.versions,
            before,
            thing.partners,
            thing.ai,
        )


def _metric(row: shapes.MetricRow) -> Metric:
    plausible = tuple((unit, Decimal(low), Decimal(high)) for unit, (low, high) in row.plausible.items())
    return Metric(row.id, row.name, row.english, row.units, row.words, plausible)


def _outlet(row: shapes.OutletRow) -> Outlet:
    groups = {"feed": row.feed, "sitemap": row.sitemap, "search": row.search}
    sources = tuple(_source(row, feed, kind) for kind in SOURCES for feed in groups[kind])
    newest_first = sorted(row.page, key=lambda page: page.since or date.min, reverse=True)
    pages = tuple(_noun(PageRules, page) for page in newest_first)
    return Outlet(row.id, row.name, row.category, row.domains, row.zone, row.language, sources, pages)


def _source(outlet: shapes.OutletRow, row: shapes.FeedRow, kind: SourceKind) -> Source:
    every = row.every_minutes or outlet.every_minutes
    return Source(outlet.name, row.url, row.section, kind, every, outlet.zone, outlet.language, row.enabled)


def _settings(row: shapes.MonitorFile, environ: Mapping[str, str], path: Path) -> Settings:
    return Settings(
        environ.get("MONITOR_DATABASE") or _database(row.database, environ, path),
        row.log,
        row.public_url,
        _noun(CrawlSettings, row.crawl),
    )
