"""The bundled history: stories in scenes, in order of time."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

if TYPE_CHECKING:
    from collections.abc import Iterable

from datetime import datetime


@dataclass(frozen=True, slots=True)
class Story:
    """One article as its newsroom brings it out. The *id* of an earlier one of the newsroom means: the same, edited."""

    outlet: str
    at: datetime
    title: str
    text: str
    id: str = ""

    @property
    def key(self) -> str:
        """Return what its address is made of."""
        return self.id or f"{self.at:%Y%m%d%H%M}"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the text, a paragraph a line."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Scene:
    """A few days of news, and what there is to see in them."""

    what: str
    story: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class History:
    """All scenes, oldest first."""

    scene: tuple[Scene, ...]

    @property
    def stories(self) -> tuple[Story, ...]:
        """Return the stories of all scenes."""
        return tuple(story for scene in self.scene for story in scene.story)

    def cut(self, scenes: Iterable[int]) -> History:
        """Return a shorter history of these scenes."""
        wanted = set(scenes)
        return History(tuple(scene for number, scene in enumerate(self.scene) if number in wanted))


def bundled() -> History:
    """Return the history that comes with the package."""
    text = (files("monitor.demo") / "history.toml").read_text(encoding="utf-8")
    return TypeAdapter(History).validate_python(tomllib.loads(text))
