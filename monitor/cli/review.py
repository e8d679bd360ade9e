"""`monitor review`: what waits for a person's word, the word, and the words as gold for the score scripts."""

from __future__ import annotations

import getpass
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

from monitor.cli.lines import change_line, claim_line, korean_time, to_json
from monitor.cli.options import AsJson, ConfigDir, DatabaseUrl, desk_on
from monitor.korean.quantities import find_quantities
from monitor.ledger.wording import sentence
from monitor.model import KST, Claim, Review
from monitor.pipeline import review as verb
from monitor.store.changes import find_change

if TYPE_CHECKING:
    from monitor.model import Change, Figure, Judgement
    from monitor.pipeline.desk import Desk

app = typer.Typer(
    help="What waits for a person's word: list it, decide, take the decisions away.", no_args_is_help=True
)
ChangeId = Annotated[str, typer.Argument(metavar="ID", help="A change's id, or how it begins.")]
Who = Annotated[str, typer.Option(help="Who decides; the user's name if not given.")]
Note = Annotated[str, typer.Option(help="Why; it goes out with a retraction.")]


@app.command("list")
def list_waiting(*, as_json: AsJson = False, db: DatabaseUrl = None, config: ConfigDir = None) -> None:
    """List the lines that are held and that nobody decided on."""
    with desk_on(config, db) as desk:
        held = verb.waiting(desk)
        if as_json:
            for change in held:
                sys.stdout.write(to_json(change_line(change)) + "\n")
            return
        out = Console(highlight=False, soft_wrap=True)
        for change in held:
            out.print(f"[bold]{change.id[:8]}[/bold]  {escape(sentence(change, 'ko', desk.config.catalogue))}")
            out.print(f"          held by {change.held}, said {change.said_at.astimezone(KST):%Y-%m-%d %H:%M}")
            for source in change.sources:
                out.print(f"          {escape(source.outlet)}: “{escape(source.sentence)}” {source.url}")
        out.print(f"{len(held)} wait. Decide: monitor review right|wrong|correct ID" if held else "Nothing waits.")


@app.command("right")
def call_right(
    name: ChangeId, *, who: Who = "", note: Note = "", db: DatabaseUrl = None, config: ConfigDir = None
) -> None:
    """Say that a figure is right: it is no longer held, and those who want to hear of it do."""
    with desk_on(config, db) as desk:
        _decide(desk, _change_of(desk, name), "right", who, note)


@app.command("wrong")
def call_wrong(
    name: ChangeId, *, who: Who = "", note: Note = "", db: DatabaseUrl = None, config: ConfigDir = None
) -> None:
    """Say that a figure is wrong: its line is void, and those who were told are told that it was wrong."""
    with desk_on(config, db) as desk:
        _decide(desk, _change_of(desk, name), "wrong", who, note)


@app.command("correct")
def correct(
    name: ChangeId,
    value: Annotated[str, typer.Argument(help='What it should be, as news write it: "약 3000억 개", "1조 2000억원".')],
    *,
    who: Who = "",
    note: Note = "",
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Say what a figure should be: the log follows, and those who were told otherwise hear of it."""
    with desk_on(config, db) as desk:
        change = _change_of(desk, name)
        _decide(desk, change, "corrected", who, note, _corrected(change, value))


@app.command("export")
def export_gold(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder for articles.jsonl and figures.jsonl.")],
    *,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Write the reviewed articles and their figures as gold for the score scripts; undecided figures are optional."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        desk_on(config, db) as desk,
        (folder / "articles.jsonl").open("w", encoding="utf-8") as texts,
        (folder / "figures.jsonl").open("w", encoding="utf-8") as golds,
    ):
        count = 0
        for kept, figures in verb.gold(desk):
            article, count = kept.article, count + 1
            line = {"id": article.id, "outlet": article.outlet, "url": article.url}
            said = {"date": korean_time(article.published), "title": article.title, "text": article.text}
            texts.write(to_json({**line, **said}) + "\n")
            lines = [{**_gold_line(figure), "optional": not sure} for figure, sure in figures]
            golds.write(json.dumps({"id": article.id, "relevant": True, "figures": lines}, ensure_ascii=False) + "\n")
    typer.echo(f"wrote {count} articles to {folder}")


def _change_of(desk: Desk, name: str) -> Change:
    with desk.database.reading() as session:
        found = find_change(session, name)
    if len(found) != 1:
        typer.echo(f'monitor review: {len(found)} changes have ids that begin with "{name}"', err=True)
        raise typer.Exit(1)
    return found[0]


def _decide(desk: Desk, change: Change, word: Judgement, who: str, note: str, claim: Claim | None = None) -> None:
    now = datetime.now(UTC)
    template = Review("", "", "", None, None, "", word, who or getpass.getuser(), now, claim, note)
    diff = verb.decide(desk, change, template, now)
    if diff is None:
        typer.echo(f"monitor review: {change.id[:8]} is {change.kind} and says no figure to decide on", err=True)
        raise typer.Exit(1)
    for sign, lines in (("+", diff.new), ("-", diff.void)):
        for line in lines:
            typer.echo(f"{sign} {line.id[:8]} {line.kind:<11} {sentence(line, 'ko', desk.config.catalogue)}")
    typer.echo(f"decided: {word}; {len(diff.new)} new lines, {len(diff.void)} void")


def _corrected(change: Change, value: str) -> Claim:
    """Return the claim that *value* makes, with status and time as they were."""
    found = find_quantities(value)
    was = change.after or change.before
    if len(found) != 1 or was is None:
        msg = f'"{value}" must hold one quantity, it holds {len(found)}'
        raise typer.BadParameter(msg, param_hint="VALUE")
    quantity = found[0]
    return Claim(quantity.low, quantity.high, quantity.unit or was.unit, quantity.qualifier, was.status, was.target)


def _gold_line(figure: Figure) -> dict[str, object]:
    claim = Claim(figure.low, figure.high, figure.unit, figure.qualifier, figure.status, figure.target)
    about = {"company": figure.company, "subject": figure.subject, "metric": figure.metric}
    return {**about, **(claim_line(claim) or {}), "quote": figure.quote}
