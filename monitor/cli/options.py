"""Options that many commands share, and how they open what they need."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.config import Config, load
from monitor.store.database import Database, open_database

if TYPE_CHECKING:
    from monitor.pipeline.desk import Desk

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
def database_of(config: Config, url: str | None = None) -> Iterator[Database]:
    """
    Open the database of *config*, or that at *url*, and close it afterwards.

    :raises monitor.store.database.StoreError: it cannot be opened
    """
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
    with database_of(config, url) as database:
        yield Desk(config, Reader(config.catalogue), database)
