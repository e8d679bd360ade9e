"""
Open the database, bring its tables up to date, keep a second daemon out, copy it.

SQLite runs in WAL; every writing transaction begins with BEGIN IMMEDIATE, because SQLAlchemy's default loses updates
when two connections read, then write. PostgreSQL through psycopg is the other choice, by `postgresql+psycopg://` URL.
"""

from __future__ import annotations

import fcntl
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, DataError, IntegrityError, NoSuchModuleError, ProgrammingError
from sqlmodel import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

BUSY_MS = 10_000  # how long a writer waits for another: a long reread commits many times a second
LOCK_KEY = 5_700_1750  # any fixed number: PostgreSQL's advisory lock of the daemon


class StoreError(Exception):
    """The database cannot do what was asked: unreachable, full, locked, or newer than this program."""


class AlreadyRunningError(StoreError):
    """Another daemon works on this database."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open database whose tables are up to date."""

    url: str
    engine: Engine

    @property
    def shown(self) -> str:
        """Return the address without its password, for people."""
        return make_url(self.url).render_as_string(hide_password=True)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """
        Run one transaction that writes; it is saved when the block ends, undone when it raises.

        :raises StoreError: the disk is full, the file is locked or read-only, the server is gone
        """
        with _plainly(self.url), Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """
        Run one transaction that only reads and keeps no writer waiting.

        :raises StoreError: the database cannot be read
        """
        with _plainly(self.url), Session(self.engine.execution_options(reading=True)) as session:
            yield session

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(url: str) -> Database:
    """
    Return the database at *url*, made if it is not there, its tables brought up to date.

    "sqlite:///data/monitor.sqlite3", "sqlite://" (in memory), "postgresql+psycopg://user@host/name"; a bare
    "postgresql://" means psycopg too.

    :raises StoreError: it cannot be opened, or a newer program made it
    """
    database = Database(url, _engine(url))
    with _plainly(url), database.engine.begin() as connection:
        migrate(connection)
    return database


def migrate(connection: Connection) -> None:
    """
    Bring the tables to the newest revision inside *connection*'s transaction.

    :raises StoreError: the database is of a revision that this program does not know
    """
    config = AlembicConfig()
    config.set_main_option("script_location", str(files("monitor.store") / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    known = {revision.revision for revision in scripts.walk_revisions()}
    stands_at = MigrationContext.configure(connection).get_current_revision()
    if stands_at is not None and stands_at == scripts.get_current_head():
        return
    if stands_at is not None and stands_at not in known:
        msg = f"store: the database is at revision {stands_at}, which a newer monitor made: update this program"
        raise StoreError(msg)
    command.upgrade(config, "head")


@contextmanager
def only_daemon(database: Database) -> Iterator[None]:
    """
    Hold the daemon's lock while the block runs. The system frees it even when the process is killed.

    :raises AlreadyRunningError: another process holds it
    """
    path = file_of(database.url)
    holder = _file_lock(path) if path else _server_lock(database)
    with holder:
        yield


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite *url*; None for one in memory or on a server."""
    parsed = make_url(url)
    inside = parsed.get_backend_name() == "sqlite" and parsed.database not in {None, "", ":memory:"}
    return Path(str(parsed.database)) if inside else None


def back_up(database: Database, target: Path) -> None:
    """
    Write a whole, consistent copy of an SQLite database to *target* while the daemon may go on writing.

    :raises StoreError: *target* exists, cannot be written, or the database is on a server
    """
    source = file_of(database.url)
    if source is None:
        msg = "store: only an SQLite file can be backed up here; use pg_dump for PostgreSQL"
        raise StoreError(msg)
    if target.exists():
        msg = f"store: {target} exists; name a new file"
        raise StoreError(msg)
    try:
        with sqlite3.connect(source) as live, sqlite3.connect(target) as copy:
            live.backup(copy)
    except sqlite3.Error as err:
        target.unlink(missing_ok=True)
        msg = f"store: {target}: {err}"
        raise StoreError(msg) from err
    finally:
        for connection in (locals().get("live"), locals().get("copy")):
            if connection is not None:
                connection.close()


def health(database: Database) -> str:
    """
    Return "ok", or what the database's own check finds.

    :raises StoreError: it cannot be read
    """
    with database.reading() as session:
        if file_of(database.url) is None:
            session.connection().execute(text("SELECT 1"))
            return "ok"
        return str(session.connection().execute(text("PRAGMA quick_check")).scalar())


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.drivername in {"postgresql", "postgres"}:
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() != "sqlite":
            return create_engine(parsed, pool_pre_ping=True)
        path = file_of(url)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            engine = create_engine(parsed)
        else:  # one connection, or every thread would see another empty database
            engine = create_engine(parsed, poolclass=StaticPool, connect_args={"check_same_thread": False})
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as err:
        msg = f'store: "{url}" is no database URL; write sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME'
        raise StoreError(msg) from err
    except OSError as err:
        msg = f"store: cannot make the folder of {url}: {err.strerror}"
        raise StoreError(msg) from err
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in ("journal_mode=wal", "synchronous=normal", f"busy_timeout={BUSY_MS}", "foreign_keys=on"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def _file_lock(path: Path) -> Iterator[None]:
    lock = path.with_name(path.name + ".lock")
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as err:
            msg = f"store: another monitor runs on {path}; stop it first, or give this one a database of its own"
            raise AlreadyRunningError(msg) from err
        yield


@contextmanager
def _server_lock(database: Database) -> Iterator[None]:
    if make_url(database.url).get_backend_name() == "sqlite":  # in memory: nobody else can see it
        yield
        return
    with database.engine.connect() as connection:
        got = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": LOCK_KEY}).scalar()
        connection.rollback()
        if not got:
            msg = "store: another monitor runs on this database; stop it first, or give this one a database of its own"
            raise AlreadyRunningError(msg)
        try:
            yield
        finally:  # the pool keeps the connection, and the server the lock with it
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": LOCK_KEY})


@contextmanager
def _plainly(url: str) -> Iterator[None]:
    """Turn what the database cannot do into one line for people; a broken key or statement stays a bug."""
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise
    except DatabaseError as err:
        raise StoreError(_said(url, err)) from err


def _said(url: str, err: DatabaseError) -> str:
    shown = make_url(url).render_as_string(hide_password=True)
    cause = str(err.orig).strip().splitlines()[0] if err.orig else "no answer"
    return f"store: {shown}: {cause}{_advice(cause)}"


def _advice(cause: str) -> str:
    known = {
        "disk is full": "; free some space: the daemon goes on where it stopped",
        "locked": "; another program writes to it and does not let go",
        "readonly": "; this user may not write to it",
        "not a database": "; name another file, or restore a backup",
        "malformed": "; restore a backup",
        "unable to open": "; is the folder there, and may this user write to it?",
    }
    return next((advice for word, advice in known.items() if word in cause), "")
