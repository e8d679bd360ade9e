"""`monitor read`: what an article says, for programs as JSON lines, for people with every reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from monitor.cli.lines import number_of

if TYPE_CHECKING:
    from decimal import Decimal

    from rich.console import Console

    from monitor.korean.binding import Marked
    from monitor.korean.reading import Reader, Step
    from monitor.model import Article, Figure, Reading, Refusal


def reading_line(reading: Reading) -> dict[str, object]:
    """Return a reading in the form by which the reader is measured."""
    return {
        "id": reading.article,
        "relevant": reading.relevant,
        "score": reading.score,
        "reasons": list(reading.reasons),
        "figures": [figure_line(figure) for figure in reading.figures],
        "refusals": [refusal_line(refusal) for refusal in reading.refusals],
    }


def figure_line(figure: Figure) -> dict[str, object]:
    """Return a figure with the guide's fields and what the reader knows beyond them."""
    target = [day.isoformat() if day else None for day in figure.target] if figure.target else None
    return {
        "company": figure.company,
        "subject": figure.subject,
        "metric": figure.metric,
        "low": number_of(figure.low),
        "high": number_of(figure.high),
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "status": figure.status,
        "target": target,
        "quote": figure.quote,
        "scope": figure.scope,
        "voice": figure.voice,
        "cue": figure.cue,
        "rule": figure.rule,
        "confidence": figure.confidence,
        "start": figure.start,
        "end": figure.end,
    }


def refusal_line(refusal: Refusal) -> dict[str, object]:
    """Return what was refused, and why."""
    return {"quote": refusal.quote, "start": refusal.start, "end": refusal.end, "reason": refusal.reason}


# ── for people ──────────────────────────────────────────────────────────────────────────────────────────────────────
def show_reading(console: Console, reader: Reader, article: Article, *, explain: bool) -> None:
    """Print an article's sentences that hold a quantity: marked, with the rule that bound each or why it was refused."""
    reading = reader.read(article)
    verdict = "on topic" if reading.relevant else "off topic"
    console.print(Text(article.title, style="bold"))
    console.print(f"{verdict}, score {reading.score:g}: {', '.join(reading.reasons) or 'no word of a topic'}", markup=False)
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
        said = "" if (figure.start, figure.company, figure.metric) in kept else "  (said better elsewhere)"
        console.print(f"  ✓ {figure_text(figure)}{said}", markup=False, highlight=False)
    for refusal in step.refusals:
        console.print(f"  ✗ {refusal.quote}: {refusal.reason}", markup=False, highlight=False)
    if explain:
        _show_marks(console, step.marked)


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
        ("amounts", ", ".join(f"{text[q.start : q.end]}={_bound(q.low)}..{_bound(q.high)} {q.unit}" for q in marked.quantities)),
        ("periods", ", ".join(f"{text[p.start : p.end]}={p.first or '…'}..{p.last or '…'} {p.cue}" for p in marked.periods)),
    )
    for name, said in rows:
        if said:
            console.print(f"    {name:8} {said}", markup=False, highlight=False, style="dim")
