"""
Find the sizes of a model that a text calls by what sets them apart alone: 베이스 (base), 미니 (mini), 에센스 (essence).

    KT가 믿음 2.0을 공개했다. 베이스는 115억개, 미니는 23억개다.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from monitor.catalogue import Catalogue
from monitor.korean.names import Name, role_at
from monitor.korean.versions import VARIANTS, called_by


class VariantFinder:
    """How the sizes of each line of models are called."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._called = {thing.id: called_by(thing.versions) for thing in catalogue.things if thing.kind == "model"}

    def find(self, sentence: str, text: str, line: Name | None, names: Iterable[Name]) -> list[Name]:
        """
        Return the sizes of the model *line* that *sentence* of *text* calls so, none of which overlaps *names*.

        A text that calls one alone so may mean anything: 'pro', 'max'.
        """
        alone = _alone(self._called.get(line.id, "") if line else "")
        if line is None or len({found["name"] for found in alone.finditer(text)}) < _SEVERAL:
            return []
        known = list(names)
        return [
            _name(sentence, found, line)
            for found in alone.finditer(sentence)
            if not any(name.start < found.end() and found.start() < name.end for name in known)
        ]


_SEVERAL = 2


@lru_cache(maxsize=256)
def _alone(called: str) -> re.Pattern[str]:
    """Return what such a name looks like: the subject of its number, or right before it."""
    words = f"{VARIANTS}|{called}" if called else VARIANTS
    return re.compile(
        rf"(?<![가-힣A-Za-z0-9.])(?P<name>{words})(?P<behind>['’”]?(?:\s?(?:모델|버전))?)"
        r"(?=(?:은|는|이|가|의)\s|\s?\d|\(\s?(?:약\s)?\d)"
    )


def line_of(names: Iterable[Name]) -> Name | None:
    """Return the model named last among *names*, without what sets its sizes apart; None where no model is named."""
    model = next((name for name in reversed(list(names)) if name.sort == "model" and name.company), None)
    if model is None:
        return None
    return replace(model, text=_ITS_OWN.sub("", model.text), version=_ITS_OWN.sub("", model.version or "") or None)


_ITS_OWN = re.compile(rf"(?:^|\s)(?:{VARIANTS})$")


def _name(sentence: str, found: re.Match[str], line: Name) -> Name:
    tail, particle = role_at(sentence, found.end("behind"))
    start, end = found.span("name")
    version = f"{line.version or ''} {found['name']}".strip()
    text = f"{line.text} {found['name']}"
    return replace(line, text=text, version=version, start=start, end=end, tail=tail, particle=particle)
