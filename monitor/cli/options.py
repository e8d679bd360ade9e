"""Options that many commands share, and how they open what they need."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ConfigDir = Annotated[
    Path | None,
    typer.Option(
        "--config", envvar="MONITOR_CONFIG", help="Folder of the configuration; the packaged one if not given."
    ),
]
DatabaseUrl = Annotated[
    str | None, typer.Option("--db", help="Database URL, in place of the configuration's: sqlite:///FILE.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values with a header, for spreadsheets.")]
