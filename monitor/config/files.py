"""Where the files are, and what stands in them: the user's folder first, the packaged ones for the rest."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from monitor.config.errors import ConfigError

FILES = ("monitor", "outlets", "companies", "topics", "metrics", "alerts")
_HERE = Path(__file__).parent.parent


def packaged() -> Path:
    """Return the folder of the configuration that comes with the package, also in a source checkout."""
    installed = _HERE / "default"
    return installed if installed.is_dir() else _HERE.parent / "config"


def file_of(name: str, directory: Path | None) -> Path:
    """Return the path of *name*.toml: in *directory* if it is there, else the packaged one."""
    own = directory / f"{name}.toml" if directory is not None else None
    return own if own is not None and own.exists() else packaged() / f"{name}.toml"


def check_directory(directory: Path) -> None:
    """
    Refuse a folder that is none or that holds a TOML file nobody would read.

    :raises ConfigError: says which
    """
    if not directory.is_dir():
        message = f"{directory}: is no folder; `monitor init {directory}` writes one to edit"
        raise ConfigError(message)
    names = {f"{name}.toml" for name in FILES}
    strays = sorted(path.name for path in directory.glob("*.toml") if path.name not in names)
    if strays:
        message = f"{directory / strays[0]}: no such file is read; known: {', '.join(sorted(names))}"
        raise ConfigError(message)


def read_toml(path: Path) -> dict[str, object]:
    """
    Return what stands in a TOML file.

    :raises ConfigError: it cannot be read, is no UTF-8, or breaks the syntax; with the line
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # some editors begin a file with a mark
    except OSError as err:
        message = f"{path}: cannot be read: {err.strerror}"
    except UnicodeDecodeError as err:
        message = f"{path}: is no UTF-8: byte {err.start} is 0x{err.object[err.start]:02x}; save the file as UTF-8"
    except tomllib.TOMLDecodeError as err:
        where = re.search(r"\(at (line \d+, column \d+|end of document)\)", str(err))
        said = str(err)[: where.start()].strip() if where else str(err)
        message = f"{path}: {where[1] if where else 'TOML'}: {said}"
    raise ConfigError(message)


def init(directory: Path) -> tuple[Path, ...]:
    """
    Write every packaged file into *directory*, to edit; return their paths.

    :raises ConfigError: one is there already (nothing is written), or the folder cannot be written
    """
    targets = tuple(directory / f"{name}.toml" for name in FILES)
    there = next((path for path in targets if path.exists()), None)
    if there is not None:
        message = f"{there}: is there already and is not overwritten; choose an empty folder"
        raise ConfigError(message)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for target in targets:
            target.write_bytes((packaged() / target.name).read_bytes())
    except OSError as err:
        message = f"{directory}: cannot be written: {err.strerror}"
        raise ConfigError(message) from err
    return targets
