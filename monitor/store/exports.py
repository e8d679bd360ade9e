"""The tables as they are, row by row, for people who take their data elsewhere."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from monitor.store.columns import Kept, plain
from monitor.store.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column

    from monitor.store.database import Database

TABLES = tuple(sorted(METADATA.tables))
COUNTED = ("sources", "entries", "articles", "figures", "changes", "alerts")
PAGE = 500


def count_rows(database: Database) -> dict[str, int]:
    """Return how many rows the tables that people know by name have."""
    with database.reading() as session:
        connection = session.connection()
        counts = {name: select(func.count()).select_from(METADATA.tables[name]) for name in COUNTED}
        return {name: connection.execute(count).scalar_one() for name, count in counts.items()}


def rows_of(database: Database, name: str) -> Iterator[dict[str, object]]:
    """Yield the rows of a table as JSON objects: decimals as digits, moments as ISO text in UTC."""
    table = METADATA.tables[name]
    with database.reading() as session:
        every = select(table).order_by(*table.primary_key)
        for row in session.connection().execution_options(yield_per=PAGE).execute(every):
            yield {column.name: _plain(column, value) for column, value in zip(table.columns, row, strict=True)}


def _plain(column: Column[Any], value: object) -> object:
    if value is None:
        return None
    if isinstance(column.type, Kept):
        return json.loads(column.type.to_json(value))
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else value
