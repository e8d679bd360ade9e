"""
Insert rows that may be there already: unique keys decide, nothing looks first.

A statement is compiled once for each table and handed to the driver with values that are ready for it: to have
SQLAlchemy look at each value of each row costs more than SQLite's own work on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnDefault
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Dialect
    from sqlmodel import Session

    from monitor.store.tables import Row

Insert = postgresql.Insert | sqlite.Insert
_COUNTED = {"preserve_rowcount": True}  # psycopg forgets it else
_NONE_SHARED: Mapping[str, object] = {}


def insert_new(
    session: Session,
    table: type[Row],
    rows: Sequence[Mapping[str, object]],
    shared: Mapping[str, object] = _NONE_SHARED,
) -> int:
    """
    Insert those of *rows*, all of the same names, that break no unique key of *table*; return how many went in.

    *shared* are further values, the same for every row.
    """
    if not rows:
        return 0
    connection = session.connection()
    ready = _new(connection.dialect, table, (*rows[0], *shared))
    return connection.exec_driver_sql(ready.sql, ready.values(rows, shared), execution_options=_COUNTED).rowcount


def put_all(session: Session, table: type[Row], key: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert *rows* in one go; those whose *key* is there give it their values, or change nothing when *key* is all."""
    if not rows:
        return
    connection = session.connection()
    ready = _put(connection.dialect, table, tuple(key), tuple(rows[0]))
    connection.exec_driver_sql(ready.sql, ready.values(rows))


def put(session: Session, table: type[Row], key: Sequence[str], row: Mapping[str, object]) -> None:
    """Insert *row*, or where one of the same *key* is there, give that one the values of this."""
    put_all(session, table, key, [row])


@dataclass(frozen=True, slots=True)
class _Ready:
    """A compiled insert: its text, the order of its values (None: by name), and what makes them the driver's."""

    sql: str
    order: tuple[str, ...] | None
    defaults: dict[str, object]
    as_kept: dict[str, Callable[[Any], Any]]

    def values(self, rows: Sequence[Mapping[str, object]], shared: Mapping[str, object] = _NONE_SHARED) -> list[Any]:
        """Return *rows* as the driver takes them."""
        base = self.defaults | self._kept(shared)
        found = [base | self._kept(row) for row in rows]
        return found if self.order is None else [tuple(map(row.__getitem__, self.order)) for row in found]

    def _kept(self, row: Mapping[str, object]) -> dict[str, object]:
        kept = dict(row)
        for name, make in self.as_kept.items():
            if name in kept:
                kept[name] = make(kept[name])
        return kept


def _into(dialect: Dialect, table: type[Row]) -> Insert:
    """Return an insert that asks for no key back: only so do many rows go in as one, and are counted."""
    plain = table.__table__  # type: ignore[attr-defined]  # SQLModel makes it
    return (postgresql.insert(plain) if dialect.name == "postgresql" else sqlite.insert(plain)).inline()


@cache
def _new(dialect: Dialect, table: type[Row], names: tuple[str, ...]) -> _Ready:
    return _ready(_into(dialect, table).on_conflict_do_nothing(), dialect, names)  # whichever key it meets


@cache
def _put(dialect: Dialect, table: type[Row], key: tuple[str, ...], names: tuple[str, ...]) -> _Ready:
    statement = _into(dialect, table)
    rest = {name: statement.excluded[name] for name in names if name not in key}
    return _ready(statement.on_conflict_do_update(index_elements=list(key), set_=rest), dialect, names)


def _ready(statement: Insert, dialect: Dialect, names: tuple[str, ...]) -> _Ready:
    made = statement.compile(dialect=dialect, column_keys=list(names))
    columns = {column.name: column for column in statement.table.columns}
    own = {name: column.type.dialect_impl(dialect).bind_processor(dialect) for name, column in columns.items()}
    return _Ready(
        sql=str(made),
        order=None if made.positiontup is None else tuple(made.positiontup),
        defaults={
            column.name: column.default.arg
            for column in made.insert_prefetch
            if isinstance(column.default, ColumnDefault)
        },
        as_kept={name: make for name, make in own.items() if make is not None},
    )
