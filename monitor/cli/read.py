"""`monitor read`: what an article says, as JSON lines for programs, with every reason for people."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from monitor.cli.archives import read_archive
from monitor.cli.lines import BadLineError, open_lines, to_json
from monitor.cli.options import AsJson, ConfigDir, configuration
from monitor.cli.reading_lines import reading_line
from monitor.crawl.decoding import decode
from monitor.korean.owners import RULES
from monitor.model import Article, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from monitor.config import Config
    from monitor.korean.binding import Marked, Step
    from monitor.korean.reading import Reader
    from monitor.model import Figure

BINARY_BYTES, BROKEN = 4096, 0.02  # a zero among the first bytes, or so many letters that no encoding has: no text
Lines = Annotated[
    Path | None, typer.Option("--jsonl", help="A file of articles, one JSON object a line; '-' is standard input.")
]
Source = Annotated[
    str | None, typer.Argument(help="A file (text, saved page or JSON lines), an address, or '-' for standard input.")
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Show every clause, name, quantity and period, and the rules tried, as well.")
]


def read_texts(
    source: Source = None,
    *,
    jsonl: Lines = None,
    explain: Explain = False,
    as_json: AsJson = False,
    config: ConfigDir = None,
) -> None:
    """Read articles and print their figures; nothing is stored."""
    from monitor.korean.reading import Reader  # noqa: PLC0415  # half a second that --help need not pay

    if (source is None) == (jsonl is None):
        msg = "name one of: a file, an address, '-', or --jsonl FILE"
        raise typer.BadParameter(msg)
    known = configuration(config)
    reader = Reader(known.catalogue)
    if jsonl is not None:
        _print_lines(reader, _lines_of(jsonl))
        return
    articles = _articles_of(str(source), known)
    if as_json:
        _print_lines(reader, articles)
        return
    console = Console(highlight=False)
    for article in articles:
        show_reading(console, reader, article, explain=explain)


def _print_lines(reader: Reader, articles: Iterable[Article]) -> None:
    for article in articles:
        typer.echo(to_json(reading_line(reader.read(article))))


def _lines_of(path: Path) -> Iterable[Article]:
    return open_lines(Path("/dev/stdin") if str(path) == "-" else path)


def _articles_of(source: str, config: Config) -> Iterable[Article]:
    """
    Return the articles that a person names: by address, file or '-'.

    :raises BadLineError: there is no text at it
    """
    now = datetime.now(UTC)
    if source == "-":
        return [_plain(source, sys.stdin.buffer.read(), now)]
    if source.startswith(("http://", "https://")):
        return [asyncio.run(_fetched(source, config, now))]
    path = Path(source)
    if path.is_dir() or path.suffix.lower() in {".jsonl", ".warc", ".gz"}:
        return read_archive(path, config.outlets)
    try:
        body = path.read_bytes()
    except OSError as err:
        msg = f"{path}: {err.strerror}"
        raise BadLineError(msg) from err
    if path.suffix.lower() in {".html", ".htm", ".xhtml"}:
        return [_saved_page(path, body, now)]
    return [_plain(source, body, now)]


def _plain(name: str, body: bytes, now: datetime) -> Article:
    """Return a text as an article: its first line is the headline when a blank line or a full text follows."""
    text = decode(body)
    if b"\0" in body[:BINARY_BYTES] or text.count("\ufffd") > len(text) * BROKEN:
        msg = f"{name}: is no text, in UTF-8 or a Korean encoding; a page is read by its address or as .html"
        raise BadLineError(msg)
    title, _, rest = text.strip().partition("\n")
    if not rest.strip():
        title, rest = "", text.strip()
    if not rest:
        msg = f"{name}: holds no text"
        raise BadLineError(msg)
    return Article(name, "", name, title.strip(), rest.strip(), now, origin="file")


def _saved_page(path: Path, body: bytes, now: datetime) -> Article:
    from monitor.crawl.articles import article_of_page  # noqa: PLC0415  # trafilatura takes a second to import
    from monitor.crawl.pages import read_page  # noqa: PLC0415

    page = read_page(body, "text/html", path.as_uri() if path.is_absolute() else str(path), None)
    if page is None:
        msg = f"{path}: no article is found on this page"
        raise BadLineError(msg)
    return article_of_page(Entry("", str(path), str(path), page.title, None), page, str(path), now, "Asia/Seoul")


async def _fetched(url: str, config: Config, now: datetime) -> Article:
    from monitor.crawl.articles import fetch  # noqa: PLC0415  # trafilatura takes a second to import
    from monitor.crawl.client import Client  # noqa: PLC0415

    async with Client(config.settings.crawl) as client:
        found = await fetch(client, Entry("", url, url, "", None), (), now)
    if isinstance(found, Article):
        return found
    msg = f"{url}: {found.error}"
    raise BadLineError(msg)


# ── for people ──────────────────────────────────────────────────────────────────────────────────────────────────────
def show_reading(console: Console, reader: Reader, article: Article, *, explain: bool) -> None:
    """Print the sentences that hold a quantity: marked, with the rule that bound each or why it was refused."""
    reading = reader.read(article)
    verdict = "on topic" if reading.relevant else "off topic"
    console.print(Text(article.title, style="bold"))
    console.print(
        f"{verdict}, score {reading.score:g}: {', '.join(reading.reasons) or 'no word of a topic'}", markup=False
    )
    kept = {(figure.start, figure.company, figure.metric) for figure in reading.figures}
    for step in reader.explain(article):
        if step.figures or step.refusals or (explain and step.marked.quantities):
            _show_step(console, step, kept, explain=explain)
    if reading.notices:
        for notice in reading.notices:
            console.print(f"  notice  {notice.company} {notice.subject or ''}: {notice.cue}", markup=False)
    count = len(reading.figures)
    console.print(f"{count} figure{'' if count == 1 else 's'}", style="bold")


def _show_step(console: Console, step: Step, kept: set[tuple[int, str, str]], *, explain: bool) -> None:
    sentence = step.marked.sentence
    line = Text("\n" + sentence.text)
    for figure in step.figures:
        line.stylize("bold green", figure.start - sentence.start + 1, figure.end - sentence.start + 1)
    for refusal in step.refusals:
        line.stylize("dim red", refusal.start - sentence.start + 1, refusal.end - sentence.start + 1)
    console.print(line)
    for figure in step.figures:
        said = (
            "" if (figure.start, figure.company, figure.metric) in kept else "  (left out: said better, or not of AI)"
        )
        console.print(f"  ✓ {figure_text(figure)}{said}", markup=False, highlight=False)
        if explain:
            console.print(f"    {'rules':8} {rules_tried(figure)}", markup=False, highlight=False, style="dim")
    for refusal in step.refusals:
        console.print(f"  ✗ {refusal.quote}: {refusal.reason}", markup=False, highlight=False)
    if explain:
        _show_marks(console, step.marked)


def rules_tried(figure: Figure) -> str:
    """Return the rules that were asked for the figure's owner, in order, and the one that won."""
    asked = list(takewhile(lambda name: name != figure.rule, (name for name, _, _ in RULES)))
    return f"{', '.join(asked)}{' saw no owner; ' if asked else ''}{figure.rule} won"


def figure_text(figure: Figure) -> str:
    """Return a figure in one line: whose, of what, how much, how sure, by which rule."""
    target = ""
    if figure.target:
        first, last = figure.target
        target = f" for {first or '…'} to {last or '…'}"
    value = f"{_bound(figure.low)}" if figure.low == figure.high else f"{_bound(figure.low)} to {_bound(figure.high)}"
    parts = [figure.company, figure.subject or "–", figure.metric, f"{value} {figure.unit}", figure.qualifier]
    stance = " ".join(filter(None, (figure.status, figure.voice if figure.voice != "own" else "", figure.cue or "")))
    scope = f" [{figure.scope}]" if figure.scope else ""
    return f"{' · '.join(parts)} · {stance}{target}{scope}   ← {figure.rule} ({figure.confidence:g}): {figure.quote}"


def _bound(value: Decimal | None) -> str:
    return "…" if value is None else f"{value:,f}"


def _show_marks(console: Console, marked: Marked) -> None:
    """Print every clause, name, quantity and period of a sentence."""
    text = marked.sentence.text
    rows = (
        ("clauses", " ┃ ".join(text[c.start : c.end].strip() for c in marked.clauses)),
        ("names", ", ".join(f"{n.text}→{n.id or n.company or '?'}({n.particle or '-'})" for n in marked.names)),
        ("sites", ", ".join(n.text for n in marked.undertakings)),
        (
            "amounts",
            ", ".join(f"{text[q.start : q.end]}={_bound(q.low)}..{_bound(q.high)} {q.unit}" for q in marked.quantities),
        ),
        (
            "periods",
            ", ".join(f"{text[p.start : p.end]}={p.first or '…'}..{p.last or '…'} {p.cue}" for p in marked.periods),
        ),
    )
    for name, said in rows:
        if said:
            console.print(f"    {name:8} {said}", markup=False, highlight=False, style="dim")
