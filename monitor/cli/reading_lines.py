"""Readings as JSON lines: the form by which the reader is measured is fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.cli.lines import number_of

if TYPE_CHECKING:
    from monitor.model import Figure, Reading, Refusal


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
