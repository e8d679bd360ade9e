from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsruns import Run, load_runs, report

from monitor.ledger.changes import fold
from monitor.ledger.news import news
from monitor.model import KST, Report

RUNS = load_runs()
START = datetime(2021, 5, 17, 9, tzinfo=KST)
AMOUNTS = ("6e11", "5e11+", "3e11", "2.94e11", "<=6e11", "2e11~1e12", "1e8$", "180", "1e16")
WORDS = st.builds(
    " ".join,
    st.tuples(
        st.just("lg"),
        st.sampled_from(("parameters", "gpus", "investment", "users")),
        st.sampled_from(AMOUNTS),
        st.sampled_from(("planned", "actual", "estimated")),
        st.sampled_from(
            ("", "2021-07-01..2021-12-31", "..2021-05-20", "2021-05-19..2024-05-19", "2021-05-18..2021-05-18")
        ),
        st.sampled_from(
            ("", "@엑사원", "@K-엑사원", "@LG_엑사원", "@엑사원 thing:lg/엑사원 version:3.5", "@엑사원 thing:lg/엑사원")
        ),
        st.sampled_from(("", "quoted", "recalled", "conf:0.2", "about")),
        st.sampled_from(
            (
                "",
                *(f"cue:{c}" for c in ("raised", "lowered", "moved", "corrected", "withdrawn", "denied", "superseded")),
            )
        ),
    ),
)
SHARED = st.builds(
    " ".join,
    st.tuples(
        st.sampled_from(("lg investment", "skt investment", "kt investment")),
        st.sampled_from(AMOUNTS),
        st.sampled_from(("planned", "actual", "estimated")),
        st.sampled_from(("", "#phase:1")),
        st.just("@허브 thing:lg/허브 #joint:lg"),
    ),
)
NOTICES = st.sampled_from(
    ("! lg withdrawn @엑사원", "! lg moved @엑사원 2022-01-01..2022-06-30", "! lg moved", "! lg denied @엑사원")
)
REPORTS = st.lists(
    st.builds(
        lambda words, outlet, hours, page, text: report(
            words,
            f"{outlet}-{page}-{hours}",
            outlet,
            START + timedelta(hours=hours),
            f"https://{outlet}.kr/{page}",
            sketch=text,
        ),
        st.one_of(WORDS, WORDS, WORDS, SHARED, NOTICES),
        st.sampled_from(("가", "나", "다")),
        st.sampled_from((0, 0, 1, 5, 24, 30, 90, 400, 2000, 9000)),
        st.integers(1, 2),
        st.sampled_from(((), (1, 2, 3), (1, 2, 4), (7, 8, 9))),
    ),
    max_size=12,
)


def shuffled(reports: list[Report] | tuple[Report, ...], seed: int) -> list[Report]:
    """Return the reports in another order, some of them twice."""
    dice = random.Random(seed)  # noqa: S311 - an order, no secret
    more = [*reports, *dice.choices(reports, k=3)] if reports else []
    dice.shuffle(more)
    return more


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS, st.integers(0, 9))
def test_the_log_is_the_same_for_every_order_of_arrival(reports: list[Report], seed: int) -> None:
    """Any permutation of the reports, with duplicates and late arrivals among them, ends in one log, byte for byte."""
    until = START + timedelta(days=500)

    assert repr(fold(shuffled(reports, seed), until)) == repr(fold(reports, until))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS)
def test_every_change_has_an_id_of_its_own(reports: list[Report]) -> None:
    """Two lines of the log never share an id."""
    log = fold(reports, START + timedelta(days=500))

    assert len({change.id for change in log}) == len(log)


@pytest.mark.parametrize("run", RUNS, ids=[run.name for run in RUNS])
@pytest.mark.parametrize("seed", range(3))
def test_runs_end_in_one_log(run: Run, seed: int) -> None:
    """Real sequences of news end in one log in whichever order the monitor found them."""
    assert repr(fold(shuffled(run.reports, seed), run.until)) == repr(fold(run.reports, run.until))


def test_nothing_is_news_twice() -> None:
    """What the log holds already is told to nobody again."""
    log = fold(RUNS[0].reports, RUNS[0].until)

    assert news(log, log, {report.article for report in RUNS[0].reports}) == ()
