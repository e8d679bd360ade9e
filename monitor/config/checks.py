"""What no single value shows: names claimed twice, references to nothing, ranges upside down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from ipaddress import ip_network
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cssselect import SelectorError
from jinja2 import Environment, TemplateError
from lxml.cssselect import CSSSelector

from monitor.config.errors import ConfigError, unknown
from monitor.model import ChangeKind

if TYPE_CHECKING:
    from monitor.config.shapes import (
        AlertsFile,
        ChannelRow,
        CompanyRow,
        MetricRow,
        MonitorFile,
        OutletRow,
        SilenceRow,
        SubscriptionRow,
        TopicRow,
    )

ENGINES = ("sqlite:///", "postgresql+psycopg://", "postgresql://")
UNITS = (
    *("parameter", "token", "FLOP/s", "gpu", "W", "byte", "person", "count"),
    *("KRW", "USD", "EUR", "CNY", "JPY"),
)
KINDS = get_args(ChangeKind)
EVENTS = (*(f"figure.{kind}" for kind in KINDS), "source.down", "source.recovered", "channel.disabled")
SECRET = re.compile(r"(?:env:[A-Za-z_][A-Za-z0-9_]*|file:.+)")
HOST = re.compile(
    r"(?=.*[A-Za-z])(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?\.)*[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
)
LAST_HOUR, LAST_WEEKDAY = 23, 6
Problems = Iterator[tuple[str, str]]  # (file, "key: what is wrong")


def check_all(
    companies: tuple[CompanyRow, ...],
    metrics: tuple[MetricRow, ...],
    topics: tuple[TopicRow, ...],
    outlets: tuple[OutletRow, ...],
    settings: MonitorFile,
    alerts: AlertsFile,
    path_of: Callable[[str], str],
) -> None:
    """
    Refuse what does not fit together.

    :raises ConfigError: the first problem, with its file and how many more there are
    """
    known = {"company": [row.id for row in companies], "metric": [row.id for row in metrics]}
    problems = [
        *(("companies", problem) for problem in check_companies(companies)),
        *(("metrics", problem) for problem in check_metrics(metrics)),
        *(("topics", problem) for problem in check_topics(topics)),
        *(("outlets", problem) for problem in check_outlets(outlets)),
        *(("monitor", problem) for problem in check_settings(settings)),
        *(("alerts", problem) for problem in check_alerts(alerts, known)),
    ]
    if problems:
        file, problem = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        message = f"{path_of(file)}: {problem}{more}"
        raise ConfigError(message)


def twice(ids: Iterable[str], table: str) -> Iterator[str]:
    """Yield a problem for each id that comes a second time."""
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            yield f"{table}.{name}: is there twice"
        seen.add(name)


# ── companies ───────────────────────────────────────────────────────────────────────────────────────────────────────
def check_companies(rows: tuple[CompanyRow, ...]) -> Iterator[str]:
    """Yield what is wrong among companies and their things."""
    yield from twice((row.id for row in rows), "company")
    ids = [row.id for row in rows]
    for row in rows:
        if row.parent is not None and row.parent not in ids:
            yield f"company.{row.id}.parent: {unknown(row.parent, 'company', ids)}"
        if row.one_with is not None and row.one_with not in ids:
            yield f"company.{row.id}.one_with: {unknown(row.one_with, 'company', ids)}"
        yield from _check_things(row, ids)
    yield from _claimed_twice(rows)


def _check_things(row: CompanyRow, ids: list[str]) -> Iterator[str]:
    names = [thing.name for _, thing in row.things()]
    yield from twice(names, f"company.{row.id}")
    for _, thing in row.things():
        if thing.predecessor is not None and thing.predecessor not in names:
            yield f"company.{row.id}.{thing.name}.predecessor: {unknown(thing.predecessor, 'thing of it', names)}"
        for partner in thing.partners:
            if partner not in ids:
                yield f"company.{row.id}.{thing.name}.partners: {unknown(partner, 'company', ids)}"


def _claimed_twice(rows: tuple[CompanyRow, ...]) -> Iterator[str]:
    owners: dict[str, str] = {}
    for spelling, owner in _spellings(rows):
        other = owners.setdefault(spelling, owner)
        if other != owner:
            yield f'{owner}: "{spelling}" is claimed by {other} too; give it to one, or write it longer'


def _spellings(rows: tuple[CompanyRow, ...]) -> Iterator[tuple[str, str]]:
    for row in rows:
        own = f"company.{row.id}"
        for spelling in (row.name, row.english, *row.aliases, *row.units):
            yield spelling, own
        for spelling in row.people:
            yield spelling, f"{own}.people"
        for spelling in row.refuse:
            yield spelling, f"{own}.refuse"
        for _, thing in row.things():
            for spelling in (thing.name, *thing.aliases):
                yield spelling, f"{own}.{thing.name}"


# ── metrics, topics ─────────────────────────────────────────────────────────────────────────────────────────────────
def check_metrics(rows: tuple[MetricRow, ...]) -> Iterator[str]:
    """Yield what is wrong among metrics: units that are none, ranges upside down or for another unit."""
    yield from twice((row.id for row in rows), "metric")
    for row in rows:
        for unit in row.units:
            if unit not in UNITS:
                yield f"metric.{row.id}.units: {unknown(unit, 'unit', UNITS)}"
        for unit, (low, high) in row.plausible.items():
            if unit not in row.units:
                yield f"metric.{row.id}.plausible: {unknown(unit, 'unit of it', row.units)}"
            if not 0 < low < high:
                yield f"metric.{row.id}.plausible.{unit}: [{low}, {high}] is no range above 0; least first"


def check_topics(rows: tuple[TopicRow, ...]) -> Iterator[str]:
    """Yield what is wrong among topics."""
    yield from twice((row.id for row in rows), "topic")
    if not rows:
        yield "topic: is missing; an article must be about something"
    for row in rows:
        for word in row.words.keys() & row.refutes.keys():
            yield f'topic.{row.id}.refutes: "{word}" is among its words too'
        if row.threshold > 2 * sum(row.words.values()):
            yield f"topic.{row.id}.threshold: {row.threshold} is more than all words together could reach"


# ── outlets ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def check_outlets(rows: tuple[OutletRow, ...]) -> Iterator[str]:
    """Yield what is wrong among outlets: feeds listed twice, zones that are none, page rules out of order."""
    yield from twice((row.id for row in rows), "outlet")
    yield from twice((row.name for row in rows), "outlet")
    owners: dict[str, str] = {}
    for row in rows:
        for feed in (*row.feed, *row.sitemap, *row.search):
            other = owners.setdefault(feed.url, row.id)
            if other != row.id or sum(f.url == feed.url for f in (*row.feed, *row.sitemap, *row.search)) > 1:
                yield f'outlet.{row.id}: "{feed.url}" is there twice (outlet.{other})'
        yield from _check_pages(row)
        try:
            ZoneInfo(row.zone)
        except (ZoneInfoNotFoundError, ValueError):
            yield f'outlet.{row.id}.zone: "{row.zone}" is no time zone; write one like Asia/Seoul'


def _check_pages(row: OutletRow) -> Iterator[str]:
    for page in row.page:
        place = f"outlet.{row.id}.page.{page.since or 'always'}"
        selectors = {key: getattr(page, key) for key in ("title", "text", "author", "published", "modified")}
        for key, selector in (*selectors.items(), *(("drop", selector) for selector in page.drop)):
            try:
                CSSSelector(selector or "*")
            except SelectorError as err:
                yield f'{place}.{key}: "{selector}" is no CSS selector: {err}'
    yield from twice((str(page.since or "always") for page in row.page), f"outlet.{row.id}.page")


# ── settings ────────────────────────────────────────────────────────────────────────────────────────────────────────
def check_settings(row: MonitorFile) -> Iterator[str]:
    """Yield what is wrong in monitor.toml: an address that is none, numbers that must be above 0."""
    if not SECRET.fullmatch(row.database):
        if not row.database.startswith(ENGINES):
            yield f"database: must begin with {' or '.join(ENGINES)}, or be env:NAME or file:PATH; it is not shown here"
        elif urlsplit(row.database).password:
            yield "database: holds a password; write env:NAME or file:PATH, where the address lies"
    for field in fields(row.crawl):
        value = getattr(row.crawl, field.name)
        if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
            yield f"crawl.{field.name}: {value} is below 0"
    if row.crawl.least_s > row.crawl.most_s:
        yield f"crawl.least_s: {row.crawl.least_s} is more than most_s, {row.crawl.most_s}"


# ── alerts ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def check_alerts(file: AlertsFile, known: dict[str, list[str]]) -> Iterator[str]:
    """Yield what is wrong in alerts.toml: secrets written out, references to nothing, odd hours."""
    yield from twice((row.id for row in file.channel), "channel")
    yield from twice((row.id for row in file.subscription), "subscription")
    for channel in file.channel:
        yield from _check_secrets(channel)
        yield from _check_channel(channel)
    channels = [row.id for row in file.channel]
    for row in file.subscription:
        yield from _check_subscription(row, channels, known)
        yield from _check_rate(f"subscription.{row.id}.rate_per_hour", row.rate_per_hour)
    yield from twice((row.id for row in file.silence), "silence")
    known = {**known, "subscription": [row.id for row in file.subscription]}
    for silence in file.silence:
        yield from _check_silence(silence, known)


def _check_silence(row: SilenceRow, known: dict[str, list[str]]) -> Iterator[str]:
    about = (
        ("subscriptions", "subscription", row.subscriptions),
        ("companies", "company", row.companies),
        ("metrics", "metric", row.metrics),
    )
    for key, noun, values in about:
        for value in values:
            if value not in known[noun]:
                yield f"silence.{row.id}.{key}: {unknown(value, noun, known[noun])}"


def _check_secrets(row: ChannelRow) -> Iterator[str]:
    places = {"url": (row.url,), "secrets": row.secrets, "token": (row.token,) if row.token is not None else ()}
    for key, refs in places.items():
        if not all(SECRET.fullmatch(ref) for ref in refs):
            yield f"channel.{row.id}.{key}: must be env:NAME or file:PATH (what stands there is not shown)"


def _check_channel(row: ChannelRow) -> Iterator[str]:
    place = f"channel.{row.id}"
    for key in ("token", "room") if row.kind == "kakaowork" else ("token",) if row.kind == "naverworks" else ():
        if not getattr(row, key):
            yield f"{place}.{key}: is missing; {row.kind} wants one"
    yield from _check_rate(f"{place}.rate_per_minute", row.rate_per_minute)
    for item in row.allow:
        if not (HOST.fullmatch(item) or _is_network(item)):
            yield f'{place}.allow: "{item}" is no host name, address or network (10.1.0.0/16)'
    try:
        Environment(autoescape=True).parse(row.template or "")
    except TemplateError as err:
        yield f"{place}.template: {err.message}"


def _check_rate(place: str, rate: int | None) -> Iterator[str]:
    if rate is not None and rate < 1:
        yield f"{place}: {rate} is below 1; enabled = false sends nothing"


def _is_network(item: str) -> bool:
    try:
        ip_network(item, strict=False)
    except ValueError:
        return False
    return True


def _check_subscription(row: SubscriptionRow, channels: list[str], known: dict[str, list[str]]) -> Iterator[str]:
    place = f"subscription.{row.id}"
    if row.channel not in channels:
        yield f"{place}.channel: {unknown(row.channel, 'channel', channels)}"
    for key, noun, values in (("companies", "company", row.companies), ("metrics", "metric", row.metrics)):
        for value in values:
            if value not in known[noun]:
                yield f"{place}.{key}: {unknown(value, noun, known[noun])}"
    for kind in row.kinds:
        if kind not in KINDS and kind not in EVENTS:
            yield f"{place}.kinds: {unknown(kind, 'kind of change', (*KINDS, *EVENTS))}"
    hours = (*(row.quiet or ()), row.digest_hour)
    if not all(0 <= hour <= LAST_HOUR for hour in hours):
        yield f"{place}: hours run from 0 to 23, not {', '.join(map(str, hours))}"
    if not 0 <= row.digest_weekday <= LAST_WEEKDAY:
        yield f"{place}.digest_weekday: {row.digest_weekday} is no weekday; 0 is Monday, 6 Sunday"
    if row.least_ratio < 0 or row.least_amount < 0 or row.least_voices < 1 or row.wait_minutes < 0:
        yield f"{place}: least_ratio, least_amount and wait_minutes are 0 or more, least_voices 1 or more"
