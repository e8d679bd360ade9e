"""Marks: how far a long piece of work has come, and what else one line remembers across runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlmodel import Session, col, select

from monitor.store.inserts import put
from monitor.store.tables import MarkRow

if TYPE_CHECKING:
    from collections.abc import Collection


def mark(session: Session, name: str, value: str) -> None:
    """Write down how far the work of this *name* has come."""
    put(session, MarkRow, ("name",), {"name": name, "value": value})


def marked(session: Session, name: str) -> str | None:
    """Return how far the work of this *name* came, None if it never began or is done."""
    row = session.get(MarkRow, name)
    return None if row is None else row.value


def marked_with(session: Session, prefix: str) -> dict[str, str]:
    """Return what is marked under names that begin with *prefix*, by the rest of the name."""
    rows = session.exec(select(MarkRow).where(col(MarkRow.name).startswith(prefix, autoescape=True)))
    return {row.name.removeprefix(prefix): row.value for row in rows}


def unmark(session: Session, names: Collection[str]) -> None:
    """Forget works that are done."""
    session.connection().execute(delete(MarkRow).where(col(MarkRow.name).in_(names)))
