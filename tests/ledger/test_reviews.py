from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from newsruns import report

from monitor.ledger.changes import fold
from monitor.ledger.reviews import judgement_of, reviewed, reviews_of
from monitor.model import KST, Claim, Review

if TYPE_CHECKING:
    from monitor.model import Judgement

START = datetime(2023, 5, 18, 7, tzinfo=KST)
TYPO = report("skt parameters 180 actual @에이닷", "a", "뉴데일리", START, "https://example.kr/a")
NOTICE = report("! skt denied @에이닷", "a", "뉴데일리", START, "https://example.kr/a")
OTHER = report(
    "skt parameters 39e9 actual @에이닷", "b", "뉴데일리", START + timedelta(days=21), "https://example.kr/b"
)
MEANT = Claim(Decimal("18e9"), Decimal("18e9"), "parameter", "exact", "actual", None)


def decision(judgement: Judgement, *, later: int = 0, corrected: Claim | None = None) -> Review:
    """Return what a person decided of the typo."""
    said = Decimal(180)
    at = START + timedelta(hours=1 + later)
    return Review(
        "https://example.kr/a", "skt", "parameters", said, said, "parameter", judgement, "editor", at, corrected
    )


@pytest.mark.parametrize(
    ("decided", "log"),
    [
        ([], [("first", "180", "value_cannot_be"), ("first", "39000000000", None)]),
        ([decision("right")], [("first", "180", None), ("raised", "39000000000", "thousandfold_at_once")]),
        ([decision("wrong")], [("first", "39000000000", None)]),
        (
            [decision("corrected", corrected=MEANT)],
            [("first", "18000000000", None), ("raised", "39000000000", "finished")],
        ),
        ([decision("wrong", later=1), decision("right")], [("first", "39000000000", None)]),
    ],
    ids=["undecided", "right", "wrong", "corrected", "last counts"],
)
def test_the_log_says_what_people_decided(decided: list[Review], log: list[tuple[str, str, str | None]]) -> None:
    """The wrong is left out, the corrected put right, the right believed; the last decision on a figure counts."""
    changes = fold(reviewed([TYPO, NOTICE, OTHER], decided))
    told = [(c.kind, f"{c.after.low:f}" if c.after else "", c.held) for c in changes]

    assert [row[:2] for row in told] == [row[:2] for row in log]
    assert all(
        (held or "").startswith(want or "") and bool(held) == bool(want)
        for (*_, held), (*_, want) in zip(told, log, strict=True)
    )


def test_a_decision_on_a_change_is_one_on_every_page_that_says_it() -> None:
    """Each source of a line gets the decision, with the value that the line shows; what is given up has none."""
    again = report(
        "skt parameters 39e9 actual @에이닷", "c", "블로터", START + timedelta(days=22), "https://example.kr/c"
    )
    gone = report("skt parameters 39e9 actual @에이닷 cue:withdrawn", "d", "가", START + timedelta(days=40))
    first, withdrawn = fold([OTHER, again, gone])

    reviews = reviews_of(first, decision("right"))

    assert [review.url for review in reviews] == ["https://example.kr/b", "https://example.kr/c"]
    assert {(review.low, review.change) for review in reviews} == {(Decimal("39e9"), first.id)}
    assert reviews_of(withdrawn, decision("right")) == ()


def test_the_last_decision_on_a_figure_is_its_judgement() -> None:
    """A page's figure shows what was decided of it last, and nothing where nobody decided."""
    decided = [decision("wrong", later=1), decision("right")]

    assert TYPO.figure
    assert OTHER.figure
    assert judgement_of(TYPO.url, TYPO.figure, decided) == decided[0]
    assert judgement_of(OTHER.url, OTHER.figure, decided) is None
