"""The one exception of the configuration, and how what pydantic found is said to a person."""

from __future__ import annotations

import dataclasses
import difflib
import types
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SECRET_KEYS = frozenset({"url", "secrets", "token"})  # of a channel: what stands there by mistake is not shown
NAMES = ("id", "name", "url", "since")  # the first of these names a table within its list
MOST_KNOWN = 40  # choices listed in one message


class ConfigError(Exception):
    """The configuration is not valid."""


def choices(known: Iterable[str]) -> str:
    """Return "known: a, b, c", cut where a person would stop reading."""
    listed = list(known)
    more = f" and {len(listed) - MOST_KNOWN} more" if len(listed) > MOST_KNOWN else ""
    return f"known: {', '.join(listed[:MOST_KNOWN])}{more}"


def unknown(value: str, noun: str, known: Iterable[str]) -> str:
    """Return '"KWR" is no unit, did you mean KRW? known: …'."""
    listed = list(known)
    near = difflib.get_close_matches(value, listed, n=1)
    return f'"{value}" is no {noun}{f", did you mean {near[0]}?" if near else ";"} {choices(listed)}'


def place_of(data: object, loc: Sequence[int | str]) -> str:
    """Return where *loc* is in *data*, tables by their name: ("metric", 3, "units", 0) → "metric.sales.units"."""
    parts: list[str] = []
    for step in loc:
        inner = _step(data, step)
        if isinstance(step, str):
            parts.append(step)
        elif isinstance(inner, Mapping):
            parts.append(next((str(inner[key]) for key in NAMES if key in inner), f"[{step + 1}]"))
        data = inner
    return ".".join(parts)


def message_of(error: ErrorDetails, data: object, shape: type) -> str:
    """Return "key: what is wrong with the value, and what is allowed" for one of pydantic's errors."""
    loc = error["loc"]
    place = place_of(data, loc)
    if error["type"] == "unexpected_keyword_argument":
        return f"{place_of(data, loc[:-1])}: {unknown(str(loc[-1]), 'key', known_keys(shape, loc[:-1]))}".lstrip(": ")
    if error["type"] in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return f"{place}: is missing"
    if _is_secret(loc):
        return f"{place}: must be env:NAME or file:PATH"
    value = _shown(error["input"])
    if error["type"] == "literal_error":
        allowed = error.get("ctx", {}).get("expected", "").replace("'", "").replace(" or ", ", ")
        return f"{place}: {value} is not allowed; known: {allowed}"
    return f"{place}: {value}: {error['msg'][:1].lower()}{error['msg'][1:]}"


def known_keys(shape: object, loc: Sequence[int | str]) -> list[str]:
    """Return the keys that the table at *loc* of a *shape* may have."""
    for step in loc:
        shape = _inner(shape, step)
    if isinstance(shape, type) and dataclasses.is_dataclass(shape):
        return [field.name for field in dataclasses.fields(shape)]
    return []


def _inner(shape: object, step: int | str) -> object:
    shape = _required(shape)
    if isinstance(step, str) and isinstance(shape, type) and dataclasses.is_dataclass(shape):
        return _required(get_type_hints(shape).get(step))
    arguments = get_args(shape)
    return _required(arguments[-2 if arguments[-1] is Ellipsis else -1]) if arguments else None


def _required(shape: object) -> object:
    if get_origin(shape) in {Union, types.UnionType}:
        return next(inner for inner in get_args(shape) if inner is not types.NoneType)
    return shape


def _step(data: object, step: int | str) -> object:
    if isinstance(data, Mapping):
        return data.get(step)
    if isinstance(data, Sequence) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _is_secret(loc: Sequence[int | str]) -> bool:
    return bool(loc) and loc[0] == "channel" and any(step in SECRET_KEYS for step in loc)


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= 80 else f"{text[:77]}…"  # noqa: PLR2004  # about a line
