from __future__ import annotations

import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from monitor.store.database import (
    AlreadyRunningError,
    Database,
    StoreError,
    back_up,
    health,
    only_daemon,
    open_database,
)
from monitor.store.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

HOLD = """
import sys
from monitor.store.database import only_daemon, open_database
with only_daemon(open_database(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_migrations_make_the_tables_of_the_code(database: Database) -> None:
    """A database made by the migrations is the one that the tables describe."""
    with database.engine.connect() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), METADATA)

    assert difference == []


def test_opening_again_changes_nothing(database: Database) -> None:
    """A second start finds the tables up to date, and what was stored still there."""
    with database.writing() as session:
        session.connection().execute(text("INSERT INTO sources (outlet, url) VALUES ('연합뉴스', 'https://a.example')"))
    again = open_database(database.url)

    with again.reading() as session:
        assert session.connection().execute(text("SELECT count(*) FROM sources")).scalar() == 1
    again.close()


def test_a_database_of_a_newer_program_is_refused(sqlite: Database) -> None:
    """An old program must not write into tables that it does not know."""
    with sqlite.writing() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match="9999, which a newer monitor made"):
        open_database(sqlite.url)


@pytest.mark.parametrize("url", ["nonsense", "mysql://x/y", "oracle9://x"])
def test_an_address_that_is_no_database_says_what_to_write(url: str) -> None:
    """A mistyped URL gets an example of a right one."""
    with pytest.raises(StoreError, match="is no database URL; write sqlite:///FILE"):
        open_database(url)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """The message says which folder and why."""
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match="cannot make the folder"):
        open_database(f"sqlite:///{tmp_path / 'file' / 'sub' / 'x.sqlite3'}")


def test_a_server_that_is_away_is_an_error_without_the_password() -> None:
    """No traceback, and no secret in the message."""
    with pytest.raises(StoreError, match="store: postgresql") as err:
        open_database("postgresql://monitor:geheim@127.0.0.1:1/monitor")

    assert "geheim" not in str(err.value)


@pytest.fixture
def other_daemon(sqlite: Database) -> Iterator[subprocess.Popen[str]]:
    """Start another process that holds the daemon's lock."""
    command = [sys.executable, "-c", HOLD, sqlite.url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own Python
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_daemon_is_refused(sqlite: Database, other_daemon: subprocess.Popen[str]) -> None:
    """Two daemons on one file would poll and tell everything twice."""
    assert other_daemon.poll() is None
    with pytest.raises(AlreadyRunningError, match=r"another monitor runs on .*monitor\.sqlite3"), only_daemon(sqlite):
        pass


def test_a_killed_daemon_leaves_no_lock(sqlite: Database, other_daemon: subprocess.Popen[str]) -> None:
    """The system frees the lock of a process that is gone, however it went."""
    other_daemon.kill()
    other_daemon.wait()

    with only_daemon(sqlite):
        pass


def test_a_second_daemon_on_a_server_is_refused(empty_postgres: str) -> None:
    """The same holds on PostgreSQL, through an advisory lock."""
    one, two = open_database(empty_postgres), open_database(empty_postgres)
    with only_daemon(one), pytest.raises(AlreadyRunningError), only_daemon(two):
        pass
    with only_daemon(two):
        pass
    one.close()
    two.close()


def count_up(url: str, times: int) -> None:
    """Read a counter and write it back one higher, again and again."""
    database = open_database(url)
    for _ in range(times):
        with database.writing() as session:
            seen = session.connection().execute(text("SELECT n FROM counter")).scalar_one()
            session.connection().execute(text("UPDATE counter SET n = :n"), {"n": seen + 1})
    database.close()


def test_writers_that_read_first_lose_no_update(sqlite: Database) -> None:
    """Four processes that read, then write, take turns."""
    with sqlite.writing() as session:
        session.connection().execute(text("CREATE TABLE counter (n INTEGER)"))
        session.connection().execute(text("INSERT INTO counter VALUES (0)"))
    processes = [get_context("spawn").Process(target=count_up, args=(sqlite.url, 50)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    with sqlite.reading() as session:
        assert session.connection().execute(text("SELECT n FROM counter")).scalar_one() == 200


def test_a_reader_does_not_wait_for_a_writer(sqlite: Database) -> None:
    """People can list the log while the daemon writes."""
    with sqlite.writing(), sqlite.reading() as session:
        assert session.connection().execute(text("SELECT count(*) FROM changes")).scalar_one() == 0


def fill(database: Database) -> None:
    """Store a megabyte in one transaction."""
    rows = [{"outlet": "x" * 1000, "url": str(n)} for n in range(1000)]
    with database.writing() as session:
        session.connection().execute(text("INSERT INTO sources (outlet, url) VALUES (:outlet, :url)"), rows)


def test_a_full_disk_is_a_clear_error_and_loses_nothing(sqlite: Database) -> None:
    """What was stored before stays; what did not fit is not stored in part."""
    with sqlite.writing() as session:
        session.connection().execute(text("INSERT INTO sources (outlet, url) VALUES ('연합뉴스', 'https://a.example')"))
    with sqlite.engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.rollback()
        connection.connection.driver_connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[union-attr]  # SQLite's own

    with pytest.raises(StoreError, match="disk is full; free some space"):
        fill(sqlite)
    with sqlite.reading() as session:
        assert session.connection().execute(text("SELECT count(*) FROM sources")).scalar_one() == 1


def test_a_backup_is_whole_and_opens(sqlite: Database, tmp_path: Path) -> None:
    """The copy holds what the store held, and is itself a store."""
    with sqlite.writing() as session:
        session.connection().execute(text("INSERT INTO sources (outlet, url) VALUES ('연합뉴스', 'https://a.example')"))
    back_up(sqlite, tmp_path / "copy.sqlite3")
    copy = open_database(f"sqlite:///{tmp_path / 'copy.sqlite3'}")

    assert health(copy) == "ok"
    with copy.reading() as session:
        assert session.connection().execute(text("SELECT outlet FROM sources")).scalar_one() == "연합뉴스"
    copy.close()


def test_a_backup_never_overwrites(sqlite: Database, tmp_path: Path) -> None:
    """A file that is there may be the only good copy."""
    (tmp_path / "copy.sqlite3").write_text("precious")

    with pytest.raises(StoreError, match="exists; name a new file"):
        back_up(sqlite, tmp_path / "copy.sqlite3")


def test_a_damaged_file_is_reported(tmp_path: Path) -> None:
    """A file that is no database is named in the error."""
    (tmp_path / "bad.sqlite3").write_bytes(b"not a database, whatever its name says" * 100)

    with pytest.raises(StoreError, match=r"bad\.sqlite3: file is not a database"):
        open_database(f"sqlite:///{tmp_path / 'bad.sqlite3'}")
