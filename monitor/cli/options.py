"""Options that many commands share, and how they open what they need."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.config import Config, load
from monitor.store.database import Database, StoreError, open_database

if TYPE_CHECKING:
    from monitor.pipeline.desk import Desk

SQLITE = "sqlite:///"
ConfigDir = Annotated[
    Path | None,
    typer.Option("--config", envvar="MONITOR_CONFIG", help="Folder of the configuration; the packaged one by default."),
]
DatabaseUrl = Annotated[
    str | None, typer.Option("--db", help="Database URL, in place of the configuration's: sqlite:///FILE.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values with a header, for spreadsheets.")]


def configuration(directory: Path | None) -> Config:
    """
    Return the configuration of *directory*, the packaged one for None.

    :raises monitor.config.ConfigError: it is not valid
    """
    return load(directory, os.environ)


@contextmanager
def database_of(config: Config, url: str | None = None, *, new: bool = False) -> Iterator[Database]:
    """
    Open the database of *config*, or that at *url*, and close it afterwards.

    A file that a person names must be there, unless it may be *new*.

    :raises monitor.store.database.StoreError: it cannot be opened
    """
    if not new and url is not None and url.startswith(SQLITE) and not Path(url.removeprefix(SQLITE)).exists():
        message = f"store: {url}: there is no such file; monitor run, replay and backfill make one"
        raise StoreError(message)
    database = open_database(url or config.settings.database)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def desk_on(directory: Path | None, url: str | None = None) -> Iterator[Desk]:
    """Open all that the verbs work with, and close it afterwards."""
    from monitor.korean.reading import Reader  # noqa: PLC0415  # costs half a second that `changes` need not pay
    from monitor.pipeline.desk import Desk  # noqa: PLC0415

    config = configuration(directory)
    with database_of(config, url, new=True) as database:
        yield Desk(config, Reader(config.catalogue), database)
