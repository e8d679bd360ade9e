"""The command line: tables for people, JSON for programs. Exit 2 is bad usage or configuration, 1 failed work."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from monitor import __version__
from monitor.cli import alerts, feeds, review
from monitor.cli.history import backfill_path, reread_all
from monitor.cli.lines import BadLineError
from monitor.cli.log import list_changes, list_figures, show_change
from monitor.cli.quantities import quantities
from monitor.cli.read import read_texts
from monitor.cli.replay import replay_file
from monitor.cli.run import run_daemon
from monitor.cli.upkeep import back_up_database, check_all, export_table, init_config
from monitor.config import ConfigError
from monitor.store.database import StoreError

app = typer.Typer(
    name="monitor",
    help="Reads Korean news on hyperscale AI, writes down the figures that companies announce, tells when one changes.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _leave_with_version(asked: bool) -> None:  # noqa: FBT001 - typer's signature
    if asked:
        print_version()
        raise typer.Exit


@app.callback()
def choose_config(
    config: Annotated[
        Path | None, typer.Option("--config", help="Folder of the configuration, for any command.")
    ] = None,
    *,
    version: Annotated[  # noqa: ARG001 - its callback has left by then
        bool, typer.Option("--version", is_eager=True, callback=_leave_with_version, help="Print the version.")
    ] = False,
) -> None:
    """Hand --config on to the command that follows, as if MONITOR_CONFIG were set."""
    if config is not None:
        os.environ["MONITOR_CONFIG"] = str(config)


@app.command("version")
def print_version() -> None:
    """Print the version."""
    typer.echo(__version__)


app.command("run")(run_daemon)
app.command("read")(read_texts)
app.command("replay")(replay_file)
app.command("changes")(list_changes)
app.command("show")(show_change)
app.command("figures")(list_figures)
app.command("check")(check_all)
app.command("backup")(back_up_database)
app.command("export")(export_table)
app.command("init")(init_config)
app.command("backfill")(backfill_path)
app.command("reread")(reread_all)
app.command("quantities")(quantities)
app.add_typer(alerts.app, name="alerts")
app.add_typer(feeds.app, name="feeds")
app.add_typer(review.app, name="review")


def main() -> None:
    """Run the command line; what people can mend is one line on standard error, never a traceback."""
    try:
        app()
    except ConfigError as err:
        typer.echo(f"monitor: {err}", err=True)
        sys.exit(2)
    except (BadLineError, StoreError) as err:
        typer.echo(f"monitor: {err}", err=True)
        sys.exit(1)
