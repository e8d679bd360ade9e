"""Insert rows that may be there already: unique keys decide, nothing looks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlmodel import Session

    from monitor.store.tables import Row


def insert_new(session: Session, table: type[Row], rows: Sequence[Mapping[str, object]]) -> int:
    """Insert those of *rows* that break no unique key of *table*; return how many went in."""
    if not rows:
        return 0
    connection = session.connection()
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).on_conflict_do_nothing()  # whichever key it meets: a guid or an address
    counted = {"preserve_rowcount": True}  # psycopg forgets it where a key comes back
    return sum(connection.execute(statement, row, execution_options=counted).rowcount for row in rows)


def insert_all(session: Session, table: type[Row], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert *rows* in one go, but those that break a unique key of *table*."""
    if not rows:
        return
    connection = session.connection()
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(insert(table).on_conflict_do_nothing(), list(rows))


def put_all(session: Session, table: type[Row], key: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert *rows* in one go; those whose *key* is there give it their values, or change nothing when *key* is all."""
    if not rows:
        return
    connection = session.connection()
    statement = (postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert)(table)
    rest = {name: statement.excluded[name] for name in rows[0] if name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=rest), list(rows))


def put(session: Session, table: type[Row], key: Sequence[str], row: Mapping[str, object]) -> None:
    """Insert *row*, or where one of the same *key* is there, give that one the values of this."""
    connection = session.connection()
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**row)
    rest = {name: statement.excluded[name] for name in row if name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=rest))
