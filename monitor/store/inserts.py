"""
Insert rows that may be there already: unique keys decide, nothing looks first.

Statements are made once for each table, and take many rows at a time: making one costs more than running it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlmodel import Session

    from monitor.store.tables import Row

Insert = postgresql.Insert | sqlite.Insert
_COUNTED = {"preserve_rowcount": True}  # psycopg forgets it else


def insert_new(session: Session, table: type[Row], rows: Sequence[Mapping[str, object]]) -> int:
    """Insert those of *rows*, all of the same names, that break no unique key of *table*; return how many went in."""
    if not rows:
        return 0
    connection = session.connection()
    statement = _new(connection.dialect.name, table)
    return connection.execute(statement, list(rows), execution_options=_COUNTED).rowcount


def put_all(session: Session, table: type[Row], key: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert *rows* in one go; those whose *key* is there give it their values, or change nothing when *key* is all."""
    if not rows:
        return
    connection = session.connection()
    connection.execute(_put(connection.dialect.name, table, tuple(key), tuple(rows[0])), list(rows))


def put(session: Session, table: type[Row], key: Sequence[str], row: Mapping[str, object]) -> None:
    """Insert *row*, or where one of the same *key* is there, give that one the values of this."""
    put_all(session, table, key, [row])


def _into(dialect: str, table: type[Row]) -> Insert:
    """Return an insert that asks for no key back: only so do many rows go in as one, and are counted."""
    plain = table.__table__  # type: ignore[attr-defined]  # SQLModel makes it
    return (postgresql.insert(plain) if dialect == "postgresql" else sqlite.insert(plain)).inline()


@cache
def _new(dialect: str, table: type[Row]) -> Insert:
    return _into(dialect, table).on_conflict_do_nothing()  # whichever key it meets: a guid or an address


@cache
def _put(dialect: str, table: type[Row], key: tuple[str, ...], names: tuple[str, ...]) -> Insert:
    statement = _into(dialect, table)
    rest = {name: statement.excluded[name] for name in names if name not in key}
    return statement.on_conflict_do_update(index_elements=list(key), set_=rest)
