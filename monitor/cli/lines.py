"""Nouns as JSON lines. The form of a change is fixed: it is how the change log is measured."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from monitor.model import KST, Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal
    from pathlib import Path
    from typing import TextIO

    from monitor.model import Change, Claim, Evidence


class BadLineError(Exception):
    """A line of an input file is not what it must be; the message names file, line and what is wrong."""


def read_lines(name: str, file: TextIO) -> Iterator[Article]:
    """
    Yield the articles of a JSON-lines file: {id, outlet, url, date, title, text}, dates without offset in Korean time.

    :raises BadLineError: a line is no JSON object, lacks a field, or has no date
    """
    for number, line in enumerate(file, 1):
        if line.strip():
            try:
                yield article_of(json.loads(line))
            except (ValueError, TypeError, KeyError, AttributeError) as err:
                said = f"no {err}" if isinstance(err, KeyError) else str(err)
                msg = f"{name}: line {number}: {said}"
                raise BadLineError(msg) from err


def open_lines(path: Path) -> Iterator[Article]:
    """
    Yield the articles of the JSON-lines file at *path*.

    :raises BadLineError: it cannot be opened or a line is bad
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from read_lines(str(path), file)
    except (OSError, UnicodeDecodeError) as err:
        msg = f"{path}: {err.strerror if isinstance(err, OSError) else 'is not UTF-8 text'}"
        raise BadLineError(msg) from err


def article_of(row: Mapping[str, object]) -> Article:
    """Return the article of a JSON object; without a url its id is its address."""
    name = str(row["id"])
    return Article(
        id=name,
        outlet=str(row.get("outlet") or ""),
        url=str(row.get("url") or name),
        title=str(row.get("title") or ""),
        text=str(row["text"] or ""),
        published=instant_of(str(row["date"])),
        origin="file",
    )


def instant_of(text: str) -> datetime:
    """
    Return the moment that an ISO date or date-time names; without an offset it is Korean time.

    :raises ValueError: it names none
    """
    moment = datetime.fromisoformat(text.strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=KST)


def number_of(value: Decimal | None) -> int | float | None:
    """Return a JSON number: whole ones without a point, however large."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def claim_line(claim: Claim | None) -> dict[str, object] | None:
    """Return a claim as the change log writes it."""
    if claim is None:
        return None
    target = [day.isoformat() if day else None for day in claim.target] if claim.target else None
    return {
        "low": number_of(claim.low),
        "high": number_of(claim.high),
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "status": claim.status,
        "target": target,
    }


def source_line(source: Evidence) -> dict[str, object]:
    """Return where a change can be read."""
    return {
        "outlet": source.outlet,
        "article": source.article,
        "url": source.url,
        "title": source.title,
        "sentence": source.sentence,
        "published": korean_time(source.published),
    }


def replay_line(change: Change) -> dict[str, object]:
    """Return a change in the form by which the change log is measured."""
    return {
        "article": change.article,
        "kind": change.kind,
        "company": change.company,
        "subject": change.subject,
        "metric": change.metric,
        "before": claim_line(change.before),
        "after": claim_line(change.after),
        "on": change.on.isoformat() if change.on else None,
        "alert": change.loud and change.held is None,
        "sources": [source_line(source) for source in change.sources],
    }


def change_line(change: Change) -> dict[str, object]:
    """Return all of a change."""
    return {
        "id": change.id,
        **replay_line(change),
        "scope": change.scope,
        "series": change.series,
        "said_at": korean_time(change.said_at),
        "found_at": korean_time(change.found_at),
        "rule": change.rule,
        "voices": change.voices,
        "held": change.held,
        "cause": change.cause,
    }


def korean_time(moment: datetime) -> str:
    """Return *moment* as ISO text in Korean time."""
    return moment.astimezone(KST).isoformat()


def to_json(line: Mapping[str, object]) -> str:
    """Return one JSON line, Korean as Korean."""
    return json.dumps(line, ensure_ascii=False)
