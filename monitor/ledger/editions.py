"""What an edited article no longer says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.ledger.subjects import NAMELESS, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monitor.model import Figure


def vanished(before: Iterable[Figure], after: Sequence[Figure]) -> tuple[Figure, ...]:
    """
    Return the figures of one version of an article that the next one has nothing to say of.

    A figure that is there with another value has changed, and is a correction; it has not vanished.
    """
    return tuple(old for old in before if not any(_speaks_of(new, old) for new in after))


def _speaks_of(new: Figure, old: Figure) -> bool:
    """Tell whether both are of one thing and metric; one of them may leave its name out."""
    if (new.company, new.metric, new.scope) != (old.company, old.metric, old.scope):
        return False
    keys = key_of(new), key_of(old)
    return keys[0] == keys[1] or NAMELESS in keys
