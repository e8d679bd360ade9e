"""
A picture of how figures moved, for chats that show pictures: one small panel a series, as PNG.

Labels are Latin (ids and English amounts): the font that comes with Pillow has no Hangul, and one that has it weighs
more than the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from monitor.ledger.amounts import amount_of, middle_of
from monitor.model import KST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from monitor.model import Change, Claim

WIDTH, PANEL, MARGIN = 640, 120, 16
LABEL, LINE, PLAN, GRID, PAPER = "#343a40", "#5f3dc4", "#b197fc", "#dee2e6", "#ffffff"
MOST, LATEST = 6, 6  # panels, and values in each: what can be read on a telephone


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series and when it was said; None for what was there before the first change."""

    at: datetime | None
    claim: Claim
    value: float


def picture_of(histories: Sequence[Sequence[Change]]) -> bytes | None:
    """Return a PNG with a panel for each history that has two values or more, None when none has."""
    lines = [(history[-1], points) for history in histories if len(points := _points(history)) > 1][:MOST]
    if not lines:
        return None
    image = Image.new("RGB", (WIDTH, PANEL * len(lines) + MARGIN), PAPER)
    draw = ImageDraw.Draw(image)
    for number, (change, points) in enumerate(lines):
        _panel(draw, PANEL * number + MARGIN // 2, _title(change), points)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _points(history: Sequence[Change]) -> list[Point]:
    """Return the values in order of time; the first change also gives what was before it."""
    found: list[Point] = []
    for change in sorted(history, key=lambda change: change.said_at):
        for at, claim in ((None, change.before if not found else None), (change.said_at, change.after)):
            value = middle_of(claim) if claim else None
            if claim is not None and value is not None:
                found.append(Point(at, claim, float(value)))
    return found[-LATEST:]


def _title(change: Change) -> str:
    latin = change.subject if change.subject and change.subject.isascii() else ""
    return " ".join(part for part in (change.company, latin, change.metric.replace("_", " ")) if part)


def _panel(draw: ImageDraw.ImageDraw, top: int, title: str, points: list[Point]) -> None:
    font, small = ImageFont.load_default(15), ImageFont.load_default(12)
    draw.text((MARGIN, top), title, LABEL, font)
    left, right, high, low = MARGIN, WIDTH - MARGIN - 190, top + 32, top + PANEL - 24
    draw.line((left, low, right, low), GRID)
    greatest = max(point.value for point in points) or 1.0
    step = (right - left) / len(points)
    for number, point in enumerate(points):
        x, y = left + step * number, low - (low - high) * point.value / greatest
        colour = PLAN if point.claim.status == "planned" else LINE
        draw.line((x, y, x + step, y), colour, 3)
        if number:
            before = low - (low - high) * points[number - 1].value / greatest
            draw.line((x, before, x, y), GRID, 1)
        if point.at is not None:
            draw.text((x, low + 4), f"{point.at.astimezone(KST):%Y-%m-%d}", LABEL, small)
    last = points[-1]
    draw.text((right + 8, low - (low - high) * last.value / greatest - 8), amount_of(last.claim, "en"), LINE, small)
