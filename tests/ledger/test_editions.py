from __future__ import annotations

import pytest
from newsruns import figure_of

from monitor.ledger.editions import vanished

BEFORE = ("sk investment 180e12 planned", "sk gpus 50e3 planned @울산", "skt parameters 519e9 actual @A.X_K1")


@pytest.mark.parametrize(
    ("after", "gone"),
    [
        (BEFORE, ()),
        (("sk investment 128e12 planned", *BEFORE[1:]), ()),
        (("sk investment 128e12 planned", "sk gpus 50e3 planned", BEFORE[2]), ()),
        (BEFORE[1:], (BEFORE[0],)),
        ((BEFORE[0], "sk gpus 50e3 planned @용인", "skt parameters 519e9 actual #phase:1 @A.X_K1"), BEFORE[1:]),
        ((), BEFORE),
    ],
)
def test_what_an_edit_took_out_is_told(after: tuple[str, ...], gone: tuple[str, ...]) -> None:
    """A figure that the new version gives no more has vanished; one with another value or without its name has not."""
    figures = [figure_of(words) for words in after]

    assert vanished([figure_of(words) for words in BEFORE], figures) == tuple(figure_of(words) for words in gone)
