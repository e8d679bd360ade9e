"""Read addresses and secrets from where the configuration says they lie, at the moment a message leaves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monitor.model import SecretRef


class SecretMissingError(Exception):
    """A secret is not where the configuration says. The message names the place, never what lies there."""


def read_secret(ref: SecretRef, environ: Mapping[str, str]) -> str:
    """
    Return what lies at *ref*: 'env:NAME' in *environ*, 'file:PATH' the first line of a file.

    :raises SecretMissingError: nothing is there
    """
    scheme, _, place = ref.partition(":")
    if scheme == "env":
        found = environ.get(place, "")
        wanted = f"set the environment variable {place}"
    elif scheme == "file":
        found, wanted = _first_line(Path(place)), f"write it into {place}, readable for this user"
    else:
        message = "a secret must be given as env:NAME or file:PATH, never itself"
        raise SecretMissingError(message)
    if not found.strip():
        message = f"{ref} is empty: {wanted}"
        raise SecretMissingError(message)
    return found.strip()


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").partition("\n")[0]
    except (OSError, UnicodeDecodeError):
        return ""
