"""Column types that give back exactly what was put in: decimals, instants, frozen nouns. SQLite keeps none itself."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

Noun = TypeVar("Noun")


def plain(value: Decimal) -> str:
    """Return *value* in digits without exponent or trailing zeros; equal values are equal texts: '1.50' → '1.5'."""
    return format(value.normalize(), "f") if value else "0"


class ExactDecimal(TypeDecorator[Decimal]):
    """A `Decimal` kept as its plain digits. SQLite's NUMERIC is a float: 9경5700조 would come back rounded."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Return the digits."""
        del dialect
        return None if value is None else plain(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Return the decimal."""
        del dialect
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """An aware datetime kept in UTC, and aware when it comes back. A naive one is a bug and raises."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC."""
        del dialect
        if value is not None and value.tzinfo is None:
            msg = f"store: {value.isoformat()} has no time zone: an instant must have one"
            raise ValueError(msg)
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC; SQLite gives it back without its zone."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Kept(TypeDecorator[Noun], Generic[Noun]):
    """A frozen noun, or a tuple of them, kept as JSON text; decimals are texts in it, so nothing is rounded."""

    impl = Text
    cache_ok = True

    def __init__(self, noun: Any) -> None:
        super().__init__()
        self.noun = noun
        self._json: TypeAdapter[Noun] = TypeAdapter(noun)

    def process_bind_param(self, value: Noun | None, dialect: Dialect) -> str | None:
        """Return the JSON."""
        del dialect
        return None if value is None else self.to_json(value)

    def to_json(self, value: Noun) -> str:
        """Return *value* as it is kept."""
        return self._json.dump_json(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Noun | None:
        """Return the noun."""
        del dialect
        return None if value is None else self._json.validate_json(value)
