"""Texts to figures, and figures without how they were found: for the tests of whose a quantity is."""

import os
from datetime import datetime
from decimal import Decimal

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article, Figure

CATALOGUE = load(None, os.environ).catalogue
READER = Reader(CATALOGUE)
WHEN = datetime(2025, 5, 25, 13, 46, tzinfo=KST)


def read(text: str, title: str = "AI 모델 소식") -> tuple[Figure, ...]:
    """Read a text written on a fixed afternoon."""
    return READER.read(Article("a", "가나일보", "https://example.kr/a", title, text, WHEN)).figures


def said(figures: tuple[Figure, ...]) -> list[tuple[str, str | None, str, Decimal | None, str]]:
    """Return what figures say, without how it was found."""
    return [(f.company, f.subject, f.metric, f.low if f.low is not None else f.high, f.rule) for f in figures]


def figure(
    company: str, subject: str | None, metric: str, value: str, rule: str
) -> tuple[str, str | None, str, Decimal, str]:
    """Return one expected figure."""
    return company, subject, metric, Decimal(value), rule
