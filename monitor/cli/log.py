"""`monitor changes`, `monitor show`, `monitor figures`: the change log for people and for programs."""

from __future__ import annotations

import csv
import sys
from datetime import datetime, time
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from monitor.cli.lines import change_line, claim_line, korean_time, number_of, source_line, to_json
from monitor.cli.options import AsCsv, AsJson, ConfigDir, DatabaseUrl, configuration, database_of
from monitor.config.errors import unknown
from monitor.ledger.amounts import amount_of, days_of
from monitor.ledger.wording import company_name, metric_name, sentence
from monitor.model import KST, ChangeKind
from monitor.pipeline.standing import Standing, standings
from monitor.store.changes import Wanted, find_change, find_changes, void_since

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monitor.catalogue import Catalogue
    from monitor.model import Change, Claim

Company = Annotated[str | None, typer.Option(help="Only this company's, by id or name: naver, lg, 오픈AI.")]
Metric = Annotated[str | None, typer.Option(help="Only this metric's: parameters, investment, sales.")]
Day = ["%Y-%m-%d"]


def list_changes(
    *,
    company: Company = None,
    metric: Metric = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind: " + ", ".join(get_args(ChangeKind)) + ".")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=Day, help="Only what was said on this day or later.")
    ] = None,
    void: Annotated[bool, typer.Option(help="Also lines that later articles or a reread made void.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the latest so many.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """List the change log, the latest last."""
    settings = configuration(config)
    _check(kind, "kind", get_args(ChangeKind))
    _check(metric, "metric", [m.id for m in settings.catalogue.metrics])
    company = _company_named(company, settings.catalogue)
    wanted = Wanted(company, metric, kind, since.replace(tzinfo=KST) if since else None, void=void, limit=limit)
    with database_of(settings, db) as database, database.reading() as session:
        found = find_changes(session, wanted)
    if as_json:
        _print_json(change_line(change) for change in found)
    elif as_csv:
        _print_csv([_change_cells(change) for change in found])
    else:
        _print_changes(found, settings.catalogue)


def show_change(
    name: Annotated[str, typer.Argument(metavar="ID", help="A change's id, or how it begins.")],
    *,
    as_json: AsJson = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Show one change: before, after, and the sentences that say so."""
    settings = configuration(config)
    with database_of(settings, db) as database, database.reading() as session:
        found = find_change(session, name)
        if len(found) != 1:
            typer.echo(f"monitor show: {_how_many(name, found)}", err=True)
            raise typer.Exit(1)
        gone = void_since(session, found[0].id)
    if as_json:
        _print_json([{**change_line(found[0]), "void_at": korean_time(gone) if gone else None}])
        return
    _print_change(found[0], settings.catalogue, gone)


def list_figures(
    *,
    as_of: Annotated[
        datetime | None, typer.Option(formats=Day, help="What was announced by the end of this day.")
    ] = None,
    known_at: Annotated[
        datetime | None, typer.Option(formats=Day, help="What this monitor knew by the end of it.")
    ] = None,
    company: Company = None,
    metric: Metric = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """List the figures that stand, one a series."""
    settings = configuration(config)
    _check(metric, "metric", [m.id for m in settings.catalogue.metrics])
    company = _company_named(company, settings.catalogue)
    wanted = Wanted(company, metric, until=_end_of(as_of), known_at=_end_of(known_at))
    with database_of(settings, db) as database, database.reading() as session:
        standing = standings(find_changes(session, wanted))
    if as_json:
        _print_json(_standing_line(figure) for figure in standing)
    elif as_csv:
        _print_csv([_standing_cells(figure) for figure in standing])
    else:
        _print_standings(standing, settings.catalogue)


def _check(value: str | None, noun: str, known: Iterable[str]) -> None:
    if value is not None and value not in (names := sorted(known)):
        raise typer.BadParameter(unknown(value, noun, names), param_hint=f"--{noun}")


def _company_named(value: str | None, catalogue: Catalogue) -> str | None:
    """Return the id of the company that *value* is the id or a name of."""
    named = {name.casefold(): c.id for c in catalogue.companies for name in (c.english, c.name, c.id)}
    if value is not None and value.casefold() not in named:
        _check(value, "company", [c.id for c in catalogue.companies])
    return None if value is None else named[value.casefold()]


def _end_of(day: datetime | None) -> datetime | None:
    return datetime.combine(day.date(), time.max, KST) if day else None


def _how_many(name: str, found: tuple[Change, ...]) -> str:
    if not found:
        return f'no change has an id that begins with "{name}"; `monitor changes` lists them'
    return f'{len(found)} changes have ids that begin with "{name}": give more of it'


def _print_json(lines: Iterable[Mapping[str, object]]) -> None:
    for line in lines:
        sys.stdout.write(to_json(line) + "\n")


def _print_csv(rows: list[dict[str, object]]) -> None:
    if rows:
        writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _print_changes(found: tuple[Change, ...], catalogue: Catalogue) -> None:
    table = Table("ID", "When (KST)", "Kind", "What happened", "Voices", box=None, header_style="bold")
    for change in found:
        kind = f"{change.kind} (held)" if change.held else change.kind
        what = escape(sentence(change, "ko", catalogue))
        table.add_row(change.id[:8], f"{change.said_at.astimezone(KST):%Y-%m-%d %H:%M}", kind, what, str(change.voices))
    console = Console()
    console.print(table if found else "The change log is empty. `monitor run` fills it.")


def _print_change(change: Change, catalogue: Catalogue, gone: datetime | None) -> None:
    out = Console(highlight=False)
    out.print(f"[bold]{escape(sentence(change, 'ko', catalogue))}[/bold]")
    out.print(escape(sentence(change, "en", catalogue)))
    out.print(f"\nid      {change.id}\nkind    {change.kind}, by rule {escape(change.rule)}")
    out.print(f"series  {escape(change.series)}")
    out.print(f"before  {escape(_claim(change.before))}\nafter   {escape(_claim(change.after))}")
    out.print(f"said    {korean_time(change.said_at)}\nfound   {korean_time(change.found_at)} ({change.cause})")
    if change.held:
        out.print(f"held    {escape(change.held)}")
    if gone:
        out.print(f"void    since {korean_time(gone)}: what was found later no longer implies it")
    out.print(f"\n{change.voices} independent, {len(change.sources)} outlets:")
    for source in change.sources:
        out.print(
            f"  {escape(source.outlet)}  {source.published.astimezone(KST):%Y-%m-%d %H:%M}  {escape(source.title)}"
        )
        out.print(f"    “{escape(source.sentence)}”\n    {source.url}", soft_wrap=True)


def _print_standings(standing: tuple[Standing, ...], catalogue: Catalogue) -> None:
    table = Table(
        "Company", "Subject", "Metric", "Figure", "By when", "Since (KST)", "State", box=None, header_style="bold"
    )
    for figure in standing:
        table.add_row(
            escape(company_name(figure.company, "ko", catalogue)),
            escape(figure.subject or ""),
            " ".join(filter(None, (metric_name(figure.metric, "ko", catalogue), figure.scope))),
            amount_of(figure.claim),
            days_of(figure.claim.target) or "",
            f"{figure.said_at.astimezone(KST):%Y-%m-%d}",
            _state(figure),
        )
    Console().print(table if standing else "No figures yet. `monitor run` finds them.")


def _state(figure: Standing) -> str:
    state = figure.claim.status if figure.state == "stands" else figure.state
    return f"{state}, disputed" if figure.disputed else state


def _claim(claim: Claim | None) -> str:
    if claim is None:
        return "–"
    return " ".join(filter(None, (amount_of(claim), f"({claim.status})", days_of(claim.target))))


def _change_cells(change: Change) -> dict[str, object]:
    return {
        "id": change.id,
        "said_at": korean_time(change.said_at),
        "found_at": korean_time(change.found_at),
        "kind": change.kind,
        "company": change.company,
        "subject": change.subject or "",
        "metric": change.metric,
        "scope": change.scope,
        **_claim_cells("before", change.before),
        **_claim_cells("after", change.after),
        "voices": change.voices,
        "held": change.held or "",
        "outlets": "; ".join(source.outlet for source in change.sources),
        "url": change.sources[0].url if change.sources else "",
    }


def _claim_cells(name: str, claim: Claim | None) -> dict[str, object]:
    first, last = (claim.target if claim else None) or (None, None)
    return {
        f"{name}_low": "" if claim is None or claim.low is None else number_of(claim.low),
        f"{name}_high": "" if claim is None or claim.high is None else number_of(claim.high),
        f"{name}_unit": claim.unit if claim else "",
        f"{name}_status": claim.status if claim else "",
        f"{name}_from": first or "",
        f"{name}_to": last or "",
    }


def _standing_line(figure: Standing) -> dict[str, object]:
    return {
        "series": figure.series,
        "company": figure.company,
        "subject": figure.subject,
        "metric": figure.metric,
        "scope": figure.scope,
        **(claim_line(figure.claim) or {}),
        "state": figure.state,
        "disputed": figure.disputed,
        "said_at": korean_time(figure.said_at),
        "changes": figure.changes,
        "sources": [source_line(source) for source in figure.sources],
    }


def _standing_cells(figure: Standing) -> dict[str, object]:
    return {
        "company": figure.company,
        "subject": figure.subject or "",
        "metric": figure.metric,
        "scope": figure.scope,
        **_claim_cells("value", figure.claim),
        "state": _state(figure),
        "said_at": korean_time(figure.said_at),
        "url": figure.sources[0].url if figure.sources else "",
    }
