"""`monitor init`, `check`, `backup`, `export`: set up, look after, and take away."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from monitor import config as configuration_room
from monitor.cli.options import ConfigDir, DatabaseUrl, configuration, database_of
from monitor.store.database import back_up, health
from monitor.store.exports import TABLES, count_rows, rows_of


def init_config(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to write; made if it is not there.")],
) -> None:
    """Write a configuration to edit; files that are there stay as they are."""
    written = configuration_room.init(directory)
    for path in written:
        typer.echo(f"wrote {path}")
    typer.echo(f"Edit them, then: monitor run --config {directory}")


def check_all(*, db: DatabaseUrl = None, config: ConfigDir = None) -> None:
    """Check the configuration and the database; exit status 2 or 1 if something is wrong with the one or the other."""
    settings = configuration(config)
    catalogue = settings.catalogue
    on = sum(source.enabled for source in settings.sources)
    out = Console(highlight=False, soft_wrap=True)
    out.print(
        f"configuration  ok  {settings.directory or 'packaged'}: {len(catalogue.companies)} companies, "
        f"{len(catalogue.things)} models and services, {len(catalogue.metrics)} metrics, "
        f"{on} of {len(settings.sources)} sources on, {len(settings.subscriptions)} subscriptions"
    )
    with database_of(settings, db, new=True) as database:
        found = health(database)
        counts = ", ".join(f"{count} {name}" for name, count in count_rows(database).items())
        out.print(f"database       {found}  {database.shown}: {counts}")
    if found != "ok":
        raise typer.Exit(1)


def back_up_database(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")],
    *,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Write a whole copy of the database to FILE, also while the daemon runs."""
    with database_of(configuration(config), db) as database:
        back_up(database, target)
    typer.echo(f"wrote {target} ({target.stat().st_size:,} bytes)")


def export_table(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="One of: " + ", ".join(TABLES) + ".")],
    *,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values in place of JSON lines.")] = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Print every row of a table as JSON lines. Secrets are in none: the store holds only where they lie."""
    if table not in TABLES:
        msg = f'"{table}" is none of: {", ".join(TABLES)}'
        raise typer.BadParameter(msg, param_hint="TABLE")
    with database_of(configuration(config), db) as database:
        rows = rows_of(database, table)
        if as_csv:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            for number, row in enumerate(rows):
                if number == 0:
                    writer.writerow(row)
                writer.writerow(row.values())
            return
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
