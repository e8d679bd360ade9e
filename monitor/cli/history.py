"""`monitor backfill` and `monitor reread`: old articles in, stored ones anew. Neither alerts anybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from monitor.cli.lines import change_line, to_json
from monitor.cli.options import AsJson, ConfigDir, DatabaseUrl, desk_on
from monitor.ledger.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from monitor.catalogue import Catalogue
    from monitor.model import Change
    from monitor.store.changes import Difference


def backfill_path(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A JSON-lines file, a folder of saved pages, a WARC file.")
    ],
    *,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Read old articles into the store and alert nobody. Called again after a kill, it goes on where it was cut off."""
    from monitor.cli.archives import count_of, read_archive  # noqa: PLC0415  # trafilatura takes a second to import
    from monitor.pipeline.backfill import backfill  # noqa: PLC0415

    with desk_on(config, db) as desk, _progress("reading", count_of(path)) as on_done:
        name = f"backfill {path.resolve()} {path.stat().st_size}"
        done = backfill(desk, read_archive(path, desk.config.outlets), name, utc_now, on_done)
    skipped = f" after {done.skipped} done before" if done.skipped else ""
    typer.echo(
        f"{done.kept} kept, {done.refused} refused as off topic, {done.known} known already{skipped}; "
        f"{done.new_changes} new lines in the change log"
    )


def reread_all(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would differ in the change log.")] = False,
    as_json: AsJson = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Read every stored article anew, after grammar or catalogue changed, and alert nobody."""
    from monitor.pipeline.reread import reread, would_differ  # noqa: PLC0415
    from monitor.store.articles import count_articles  # noqa: PLC0415

    with desk_on(config, db) as desk:
        with desk.database.reading() as session:
            total = count_articles(session)
        with _progress("reading", total) as on_done:
            diff = (would_differ if dry_run else reread)(desk, utc_now(), on_done)
        _print_difference(diff, desk.config.catalogue, as_json=as_json, dry_run=dry_run)


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


@contextmanager
def _progress(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a bar on standard error; yield what is to be told how many are done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda done: progress.update(task, completed=done)


def _print_difference(diff: Difference, catalogue: Catalogue, *, as_json: bool, dry_run: bool) -> None:
    marks = (("+", "new", diff.new), ("-", "void", diff.void), ("~", "other", diff.grown))
    if as_json:
        for _, what, changes in marks:
            for change in changes:
                typer.echo(to_json({"difference": what, **change_line(change)}))
        return
    say = partial(_difference_line, catalogue=catalogue)
    for sign, what, changes in marks:
        if what != "other":
            typer.echo("".join(f"{sign} {say(change)}\n" for change in changes), nl=False)
    verb = "would be" if dry_run else "are"
    typer.echo(
        f"{len(diff.new)} lines {verb} new, {len(diff.void)} void, {len(diff.grown)} with other sources or words"
    )


def _difference_line(change: Change, catalogue: Catalogue) -> str:
    return f"{change.id[:8]} {change.said_at:%Y-%m-%d} {change.kind:<11} {sentence(change, 'ko', catalogue)}"
