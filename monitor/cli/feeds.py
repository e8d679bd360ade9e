"""`monitor feeds list|check|add|import|export`: where new articles are found, tried and written down."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer
from rich.console import Console
from rich.table import Table

from monitor.cli.options import AsJson, ConfigDir, configuration, desk_on
from monitor.config import Config, ConfigError, load
from monitor.config.files import file_of
from monitor.crawl.client import Client
from monitor.crawl.discovery import Discovery, discover
from monitor.crawl.feeds import poll
from monitor.crawl.opml import Subscribed, read_opml, write_opml
from monitor.guard import shown
from monitor.pipeline.poll import check_sources
from monitor.store.database import file_of as file_of_database

if TYPE_CHECKING:
    from monitor.model import FeedPoll, Source

app = typer.Typer(help="Where new articles are found: list, check, add, import and export feeds.", no_args_is_help=True)

Every = Annotated[bool, typer.Option("--all", help="Also those that are switched off.")]


@app.command("list")
def list_feeds(*, every: Every = False, as_json: AsJson = False, config: ConfigDir = None) -> None:
    """Print the sources of the configuration."""
    sources = _chosen(configuration(config), every=every)
    if as_json:
        for source in sources:
            typer.echo(json.dumps(_row(source), ensure_ascii=False))
        return
    table = _table("outlet", "section", "kind", "every", "on", "address")
    for source in sources:
        table.add_row(
            source.outlet, source.section, source.kind, f"{source.every_minutes:g} min",
            "on" if source.enabled else "off", shown(source.url),
        )  # fmt: skip
    Console(highlight=False).print(table)


@app.command("check")
def check_feeds(
    outlet: Annotated[str | None, typer.Argument(help="An outlet's name; all of them by default.")] = None,
    *,
    every: Every = False,
    as_json: AsJson = False,
    config: ConfigDir = None,
) -> None:
    """
    Ask every source once and print what came; exit status 1 if any gave no entries.

    Where there is a database, what the monitor remembers of a source counts here too: it is asked conditionally, not
    again within the minimum, and what is new is kept.
    """
    settings = configuration(config)
    sources = [source for source in _chosen(settings, every=every) if outlet in {None, source.outlet}]
    if not sources:
        message = f'no source of "{outlet}"' if outlet else "no source is switched on"
        raise typer.BadParameter(message, param_hint="OUTLET")
    path = file_of_database(settings.settings.database)
    if path is not None and not path.exists():
        found = asyncio.run(_poll_all(settings, sources))
    else:
        with desk_on(config) as desk:
            found = asyncio.run(check_sources(desk, sources, datetime.now(UTC)))
    if as_json:
        for one in found:
            typer.echo(json.dumps(_row(one.source) | _outcome(one), ensure_ascii=False))
    else:
        _print_check(found)
    if any(not one.listed or _error(one) for one in found):
        raise typer.Exit(1)


@app.command("add")
def add_feed(
    url: Annotated[str, typer.Argument(metavar="URL", help="A feed, or a page that names its feeds.")],
    outlet: Annotated[str | None, typer.Option("--outlet", help="Its name; the feed's title by default.")] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what was found and write nothing.")] = False,
    config: ConfigDir = None,
) -> None:
    """Find the feed of a page, say what was found, and add it to outlets.toml."""
    settings = configuration(config)
    found = asyncio.run(_discover(settings, url))
    for address, reason in found.tried:
        typer.echo(f"tried {shown(address)}: {reason}")
    for feed in found.found:
        newest = f", newest {feed.newest:%Y-%m-%d %H:%M}" if feed.newest else ""
        typer.echo(f'found {shown(feed.url)}: {feed.kind} "{feed.title}", {feed.entries} entries{newest}')
    if not found.found:
        typer.echo(f"monitor: no feed at {shown(url)}", err=True)
        raise typer.Exit(1)
    best = found.found[0]
    name = outlet or re.split(r"\s*[|:>-]\s", best.title)[0].strip() or urlsplit(url).hostname or "outlet"
    if dry_run:
        typer.echo(_stanza(Subscribed(name, best.url), "sitemap" if best.kind == "sitemap" else "feed"))
        return
    _write(settings, [_stanza(Subscribed(name, best.url), "sitemap" if best.kind == "sitemap" else "feed")])


@app.command("import")
def import_feeds(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An OPML file.", exists=True, dir_okay=False)],
    *,
    config: ConfigDir = None,
) -> None:
    """Add the feeds of an OPML file that are not there yet to outlets.toml."""
    settings = configuration(config)
    subscribed = read_opml(file.read_bytes())
    if isinstance(subscribed, str):
        typer.echo(f"monitor: {file}: {subscribed}", err=True)
        raise typer.Exit(1)
    known = {source.url for source in settings.sources}
    new = [feed for feed in subscribed if feed.url not in known]
    typer.echo(f"{len(subscribed)} feeds, {len(new)} of them new")
    if new:
        _write(settings, [_stanza(feed, "feed") for feed in new])


@app.command("export")
def export_feeds(*, every: Every = False, config: ConfigDir = None) -> None:
    """Print the sources as OPML, for feed readers. A news sitemap is listed, too: readers will say what they can do."""
    typer.echo(write_opml(_chosen(configuration(config), every=every)), nl=False)


def _chosen(config: Config, *, every: bool) -> tuple[Source, ...]:
    return tuple(source for source in config.sources if every or source.enabled)


def _row(source: Source) -> dict[str, object]:
    return {
        "outlet": source.outlet, "section": source.section, "kind": source.kind, "every_minutes": source.every_minutes,
        "enabled": source.enabled, "url": source.url,
    }  # fmt: skip


def _outcome(found: FeedPoll) -> dict[str, object]:
    newest = max((entry.published for entry in found.entries if entry.published), default=None)
    return {
        "outcome": found.outcome, "status": found.status, "entries": found.listed, "error": _error(found),
        "note": found.note, "newest": newest.isoformat() if newest else None, "moved_to": found.state.moved_to or None,
        "conditional": bool(found.state.etag or found.state.last_modified), "ms": found.took_ms,
    }  # fmt: skip


def _error(found: FeedPoll) -> str:
    """Return what is wrong with a source; for one that was asked too recently, what was wrong then."""
    if found.error or not found.state.error:
        return found.error
    return f"{found.state.error} ({found.note})"


def _print_check(found: list[FeedPoll]) -> None:
    table = _table("outlet", "section", "entries", "newest", "304?", "ms", "what")
    for one in sorted(found, key=lambda one: (_error(one) == "" and one.listed > 0, one.source.outlet)):
        row = _outcome(one)
        what = _error(one) or one.note or (f"moved to {shown(one.state.moved_to)}" if one.state.moved_to else "ok")
        table.add_row(
            one.source.outlet, one.source.section, str(one.listed), str(row["newest"] or "")[:16],
            "yes" if row["conditional"] else "no", str(one.took_ms), what,
        )  # fmt: skip
    out = Console(highlight=False)
    out.print(table)
    out.print(f"{sum(one.listed > 0 for one in found)} of {len(found)} sources list entries")


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


async def _poll_all(config: Config, sources: Iterable[Source]) -> list[FeedPoll]:
    """Ask each source once, as politely as the daemon would."""
    now = datetime.now(UTC)
    async with Client(config.settings.crawl) as client:
        return await asyncio.gather(*(poll(client, source, None, now) for source in sources))


async def _discover(config: Config, url: str) -> Discovery:
    quick = replace(config.settings.crawl, host_pause_s=min(config.settings.crawl.host_pause_s, 1.0))
    async with Client(quick) as client:
        return await discover(client, url, datetime.now(UTC))


def _stanza(feed: Subscribed, kind: str) -> str:
    """Return what outlets.toml is to say of *feed*."""
    host = (urlsplit(feed.url).hostname or "outlet").removeprefix("www.")
    own_id = re.sub(r"[^a-z0-9]+", "-", f"{host}{urlsplit(feed.url).path}".lower()).strip("-")[:60]
    lines = [
        "[[outlet]]",
        f"id = {_toml(own_id)}",
        f"name = {_toml(feed.outlet)}",
        f"domains = [{_toml(host)}]",
        f"[[outlet.{kind}]]",
        f"url = {_toml(feed.url)}",
        *([f"section = {_toml(feed.section)}"] if feed.section else []),
    ]
    return "\n".join(lines)


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "")


def _write(config: Config, stanzas: list[str]) -> None:
    """
    Append *stanzas* to the outlets.toml of the configuration, or leave it as it was if they do not fit.

    :raises ConfigError: the folder is the packaged one, or what was written is refused
    """
    if config.directory is None:
        message = "the packaged configuration is not to be edited: `monitor init DIR`, then --config DIR"
        raise ConfigError(message)
    path = config.directory / "outlets.toml"
    before = path.read_text("utf-8") if path.exists() else None
    known = file_of("outlets", config.directory).read_text(
        "utf-8"
    )  # the packaged outlets stay when a first file is made
    path.write_text("\n\n".join([known.rstrip(), *stanzas]) + "\n", "utf-8")
    try:
        load(config.directory, os.environ)
    except ConfigError:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, "utf-8")
        raise
    typer.echo(f"wrote {path}: {len(stanzas)} added")
