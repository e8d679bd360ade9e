from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select

from monitor.model import KST, Claim
from monitor.store.columns import ExactDecimal, Instant, Kept, plain
from monitor.store.database import Database

NOON = datetime(2021, 5, 25, 13, 46, tzinfo=KST)
CLAIM = Claim(Decimal(300_000_000_000), None, "parameter", "at_least", "planned", (NOON.date(), None))
TABLE = Table(
    "columns_under_test",
    MetaData(),
    Column("pk", Integer, primary_key=True),
    Column("value", ExactDecimal),
    Column("at", Instant),
    Column("claim", Kept(Claim)),
)


def there_and_back(database: Database, **row: object) -> tuple[object, ...]:
    """Store one row and read it again."""
    with database.writing() as session:
        TABLE.create(session.connection())
        session.connection().execute(insert(TABLE), row)
    with database.reading() as session:
        return tuple(session.connection().execute(select(TABLE.c.value, TABLE.c.at, TABLE.c.claim)).one())


@pytest.mark.parametrize(
    "value",
    [Decimal("95700000000000000.01"), Decimal("1.1e21"), Decimal("-0.1"), Decimal(0), None],
    ids=["9경5700조 and a bit", "1.1e21", "-0.1", "0", "none"],
)
def test_a_decimal_comes_back_to_the_last_digit(database: Database, value: Decimal | None) -> None:
    """Equality decides whether an alert goes out: nothing may be rounded on the way."""
    assert there_and_back(database, value=value, at=NOON, claim=CLAIM)[0] == value


@pytest.mark.parametrize(
    ("value", "digits"),
    [("1.50", "1.5"), ("1E+3", "1000"), ("100", "100"), ("0E+3", "0"), ("-0", "0"), ("0.10", "0.1")],
)
def test_equal_decimals_are_equal_texts(value: str, digits: str) -> None:
    """One value has one spelling, so that the database can compare what it cannot compute."""
    assert digits == plain(Decimal(value))


def test_an_instant_comes_back_aware_and_the_same(database: Database) -> None:
    """13:46 in Seoul is stored as 04:46 UTC and is still the same moment."""
    at = there_and_back(database, value=None, at=NOON, claim=None)[1]

    assert isinstance(at, datetime)
    assert (at, at.tzinfo) == (NOON, UTC)


def test_a_moment_without_a_zone_is_refused(sqlite: Database) -> None:
    """A naive time is a bug: it must not be stored as if it were UTC."""
    with pytest.raises(Exception, match="has no time zone"):
        there_and_back(sqlite, value=None, at=NOON.replace(tzinfo=None), claim=None)


def test_a_noun_comes_back_equal(database: Database) -> None:
    """Decimals, dates, open ends and types survive."""
    assert there_and_back(database, value=None, at=NOON, claim=CLAIM)[2] == CLAIM
