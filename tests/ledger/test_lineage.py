from __future__ import annotations

from datetime import datetime, timedelta

from newsruns import report

from monitor.catalogue import Thing
from monitor.ledger.changes import fold
from monitor.ledger.lineage import lineage, thing_of
from monitor.model import KST

THINGS = (
    Thing("skt/GLM", "GLM", "model", "skt"),
    Thing(
        "skt/에이닷 엑스",
        "에이닷 엑스",
        "model",
        "skt",
        aliases=("A.X",),
        versions=("3.1", "4.0"),
        predecessor="skt/GLM",
    ),
    Thing("skt/A.X K1", "A.X K1", "model", "skt", predecessor="skt/에이닷 엑스"),
    Thing("skt/해인", "해인", "facility", "skt"),
    Thing("kt/믿음", "믿음", "model", "kt"),
)
START = datetime(2021, 4, 9, 9, tzinfo=KST)
TOLD = (
    "skt parameters 150e9 planned @GLM",
    "skt parameters 34e9 actual @A.X_3.1",
    "skt parameters 72e9 actual @A.X_4.0",
    "skt parameters 519e9 actual @A.X_K1",
    "skt gpus 1000 actual @해인",
    "skt parameters 5e9 actual @모르는_모델",
    "skt parameters 1e12 planned",
)
LOG = fold([report(words, f"a{n}", "가", START + timedelta(days=400 * n)) for n, words in enumerate(TOLD)])


def test_a_line_is_told_across_its_versions() -> None:
    """From any of its versions one sees the whole line, forerunners and successors, in order of time."""
    newest = next(change for change in LOG if change.subject == "A.X K1")

    assert [change.subject for change in lineage(newest, LOG, THINGS)] == ["GLM", "A.X 3.1", "A.X 4.0", "A.X K1"]
    assert lineage(LOG[0], LOG, THINGS) == lineage(newest, LOG, THINGS)


def test_what_the_catalogue_lacks_is_its_own_line() -> None:
    """A stranger, or a plan without a name, has no history but its own."""
    stranger = next(change for change in LOG if change.subject == "모르는 모델")
    nameless = next(change for change in LOG if change.subject is None)

    assert lineage(stranger, LOG, THINGS) == (stranger,)
    assert lineage(nameless, LOG, THINGS) == (nameless,)


def test_the_longest_name_is_meant() -> None:
    """A.X K1 is no version of A.X where the catalogue has both."""
    newest = next(change for change in LOG if change.subject == "A.X K1")

    assert (thing_of(newest, THINGS), thing_of(newest, THINGS[:2])) == (THINGS[2], THINGS[1])
