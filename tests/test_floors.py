"""The two rules of the architecture, proved on the syntax of every module: no import upwards, nothing worldly below."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "monitor"
FLOORS = (  # lowest first; the picture is in monitor/__init__.py
    {"model", "catalogue"},
    {"korean", "ledger"},
    {"config", "guard", "crawl", "store", "notify"},
    {"pipeline"},
    {"cli", "schedule", "demo", "__main__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
SHARED = {"guard"}  # the one door to the network, which crawl and notify both go through
PURE = {"model", "catalogue", "korean", "ledger"}
WORLDLY = {
    *("httpx", "sqlmodel", "sqlalchemy", "pydantic", "os", "pathlib", "random", "time", "logging", "structlog"),
    *("socket", "subprocess", "threading", "asyncio", "urllib", "secrets", "tempfile", "shutil", "io", "sys"),
}
CLOCKS = {"now", "today", "utcnow", "open", "print", "input"}
MODULES = sorted(path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)


def room_of(path: Path) -> str:
    """Return the room of a module: the first name below monitor/."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_of(tree: ast.AST) -> set[str]:
    """Return every module that is imported, also inside functions and for types alone."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the room"
            names |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def calls_of(tree: ast.AST) -> set[str]:
    """Return the last name of everything that is called: `datetime.now()` is "now"."""
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {f.attr if isinstance(f, ast.Attribute) else f.id for f in called if isinstance(f, ast.Attribute | ast.Name)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_its_own_room_or_a_lower_floor(path: Path) -> None:
    """Nothing imports upwards, and two rooms of one floor do not know each other."""
    room = room_of(path)
    rooms = {
        name.split(".")[1] for name in imports_of(ast.parse(path.read_text("utf-8"))) if name.startswith("monitor.")
    }
    known = {other for other in rooms if other in FLOOR} - {room}
    forbidden = {
        other
        for other in known
        if room != "__init__" and FLOOR[other] >= FLOOR[room] and FLOOR[room] < len(FLOORS) - 1 and other not in SHARED
    }

    assert room == "__init__" or room in FLOOR, f"{room} stands on no floor: add it to the picture and to FLOORS"
    assert forbidden == set()


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room_of(path) in PURE], ids=lambda path: str(path.relative_to(ROOT))
)
def test_what_thinks_touches_nothing(path: Path) -> None:
    """The lower floors have no clock, no log, no input or output: the same in, the same out."""
    tree = ast.parse(path.read_text("utf-8"))

    assert {name for name in imports_of(tree) if name.split(".")[0] in WORLDLY} == set()
    assert calls_of(tree) & CLOCKS == set()


def test_every_room_is_in_the_picture() -> None:
    """The picture in monitor/__init__.py names every room that there is."""
    picture = (ROOT / "__init__.py").read_text("utf-8")
    rooms = {room_of(path) for path in MODULES} - {"__init__", "__main__"}

    assert {room for room in rooms if f"{room}/" not in picture and f"{room}.py" not in picture} == set()
