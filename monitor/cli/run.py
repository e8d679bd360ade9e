"""`monitor run`: the daemon, one round of it, or the demonstration."""

from __future__ import annotations

import asyncio
import gc
import sys
from typing import Annotated

import typer

from monitor.cli.logs import set_up_logs
from monitor.cli.options import ConfigDir, DatabaseUrl, configuration, desk_on


def run_daemon(
    *,
    once: Annotated[bool, typer.Option("--once", help="Poll, fetch, read and tell what is due now, then end.")] = False,
    demo: Annotated[
        bool, typer.Option("--demo", help="Show all of it within a minute, on a newsstand of its own, without network.")
    ] = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Run the monitor until it is told to stop (Ctrl-C, SIGTERM)."""
    if demo:
        from monitor.demo import show  # noqa: PLC0415  # its newsstand is of no use to the daemon

        sys.exit(show())
    from monitor.schedule import run  # noqa: PLC0415  # half a second of imports that `changes` need not pay

    set_up_logs(configuration(config).settings.log)
    with desk_on(config, db) as desk:
        asyncio.run(run(desk, once=once))
    gc.freeze()  # taking the catalogue apart, object by object, takes Python two seconds that SIGTERM does not leave
