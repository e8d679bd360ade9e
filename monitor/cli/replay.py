"""`monitor replay`: a run of articles through a fresh store, and the change log that comes out."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.lines import open_lines, read_lines, replay_line, to_json
from monitor.cli.options import ConfigDir, desk_on
from monitor.pipeline.replay import replay


def replay_file(
    file: Annotated[
        Path, typer.Argument(help="JSON lines: {id, outlet, url, date, title, text}; - is standard input.")
    ],
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Let the days pass up to this one.")
    ] = None,
    db: Annotated[str, typer.Option("--db", help="Keep the store at this URL; in memory if not given.")] = "sqlite://",
    config: ConfigDir = None,
) -> None:
    """Give articles to a fresh store in the order of FILE, the clock being theirs, and print the change log."""
    run = read_lines("-", sys.stdin) if str(file) == "-" else open_lines(file)
    last: date | None = until.date() if until else None
    with desk_on(config, db) as desk:
        for change in replay(desk, run, last):
            sys.stdout.write(to_json(replay_line(change)) + "\n")
