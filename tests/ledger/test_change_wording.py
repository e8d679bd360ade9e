"""Amounts, times and changes in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from monitor.catalogue import Catalogue, Company, Metric, Thing
from monitor.ledger.amounts import amount_of, days_of, myriads, ratio_between
from monitor.ledger.wording import percent_of, sentence, title_of
from monitor.model import Change, Claim, Days

NOON = datetime(2021, 5, 25, 4, 46, tzinfo=UTC)
CATALOGUE = Catalogue(
    (Company("lg", "LG", "LG"), Company("kt", "KT", "KT"), Company("naver", "네이버", "Naver")),
    (
        Thing("lg/엑사원", "엑사원", "model", "lg", ("EXAONE",)),
        Thing("lg/엑사원 패스", "엑사원 패스", "model", "lg", ("EXAONE(Path)", "EXAONE Path")),
        Thing("lg/Tilda", "Tilda", "model", "lg", ("틸다",)),
        Thing("lg/챗엑사원", "챗엑사원", "model", "lg"),
    ),
    (
        Metric("parameters", "파라미터", "parameters", ("parameter",), ()),
        Metric("investment", "AI 투자", "AI investment", ("KRW",), ()),
    ),
    (),
)


def claim(low: str | int | None, high: str | int | None = None, unit: str = "parameter", **more: Any) -> Claim:
    """Return a claim; a point where only *low* is given."""
    bounds = tuple(None if end is None else Decimal(end) for end in (low, low if high is None else high))
    told: dict[str, Any] = {"qualifier": "exact", "status": "planned", "target": None}
    return Claim(bounds[0], bounds[1], unit, **(told | more))


@pytest.mark.parametrize(
    ("said", "korean", "english"),
    [
        (claim(600_000_000_000), "6000억 개", "600 billion parameters"),
        (claim(300_000_000_000, qualifier="about"), "약 3000억 개", "about 300 billion parameters"),
        (claim("1460000000000", unit="KRW"), "1조4600억원", "KRW 1.46 trillion"),
        (claim("90005700000000000", unit="KRW"), "9경5조7000억원", "KRW 90.0057 quadrillion"),
        (claim(52_000, unit="gpu"), "5.2만 장", "52,000 GPUs"),
        (claim(13_712, unit="gpu"), "1만3712 장", "13,712 GPUs"),
        (claim(8_000, unit="gpu"), "8000 장", "8,000 GPUs"),
        (claim(100_000_000, unit="USD"), "1억 달러", "USD 100 million"),
        (claim(0, unit="person"), "0 명", "0 people"),
        (claim(-3, unit="count"), "−3 회", "-3 times"),
        (claim("2.5", unit="score"), "2.5 score", "2.5 score"),
        (claim(40_000_000, unit="W"), "40 MW", "40 MW"),
        (claim("1.1E+21", unit="FLOP/s"), "1.1 ZFLOP/s", "1.1 ZFLOP/s"),
        (claim(512, unit="byte"), "512 B", "512 B"),
        (replace(claim(2_000_000_000_000, unit="KRW"), high=None), "2조원 이상", "at least KRW 2 trillion"),
        (replace(claim(2_000_000, unit="person"), low=None), "최대 200만 명", "up to 2 million people"),
        (replace(claim(1), low=None, high=None), "?", "?"),
        (claim(3_000_000_000, 5_000_000_000, "KRW", qualifier="range"), "30억~50억원", "KRW 3 billion to 5 billion"),
        (claim(10_000_000, 40_000_000, "W", qualifier="range"), "10 MW~40 MW", "10 MW~40 MW"),
        (claim(20_000_000_000, 100_000_000_000, "KRW", qualifier="order"), "수백억원", "KRW 20 billion to 100 billion"),
        (
            claim(2_000_000_000_000, 10_000_000_000_000, "KRW", qualifier="order"),
            "수조원",
            "KRW 2 trillion to 10 trillion",
        ),
        (claim(20, 100, "person", qualifier="order"), "수십 명", "20 to 100 people"),
        (claim(3, 7, "person", qualifier="order"), "3~7 명", "3 to 7 people"),
        (claim(20, 90, "person", qualifier="order"), "20~90 명", "20 to 90 people"),
    ],
    ids=str,
)
def test_an_amount_reads_as_in_a_newspaper(said: Claim, korean: str, english: str) -> None:
    """Nothing is rounded, and the unit stands where each language puts it."""
    assert (amount_of(said, "ko"), amount_of(said, "en")) == (korean, english)


@pytest.mark.parametrize(
    ("value", "text"),
    [(10**16, "1경"), (10**12 + 1, "1조1"), (12_345_678, "1234만5678"), (1_000_000, "100만"), (55_500, "5만5500")],
)
def test_korean_counts_in_myriads(value: int, text: str) -> None:
    """Every group that is not zero is written."""
    assert myriads(Decimal(value)) == text


@pytest.mark.parametrize(
    ("days", "korean", "english"),
    [
        (None, "", ""),
        ((None, None), "", ""),
        ((date(2021, 1, 1), date(2021, 12, 31)), "2021년", "2021"),
        ((date(2021, 7, 1), date(2021, 12, 31)), "2021년 하반기", "H2 2021"),
        ((date(2021, 1, 1), date(2021, 6, 30)), "2021년 상반기", "H1 2021"),
        ((date(2026, 4, 1), date(2026, 6, 30)), "2026년 2분기", "Q2 2026"),
        ((date(2024, 2, 1), date(2024, 2, 29)), "2024년 2월", "February 2024"),
        ((date(2023, 8, 24), date(2023, 8, 24)), "2023년 8월 24일", "24 August 2023"),
        ((date(2021, 5, 25), date(2024, 5, 24)), "2021년 5월 25일~2024년 5월 24일", "25 May 2021~24 May 2024"),
        ((date(2021, 2, 1), date(2021, 4, 30)), "2021년 2월 1일~2021년 4월 30일", "1 February 2021~30 April 2021"),
        ((None, date(2027, 12, 31)), "2027년까지", "by 2027"),
        ((None, date(2027, 6, 30)), "2027년 6월까지", "by June 2027"),
        ((None, date(2027, 6, 10)), "2027년 6월 10일까지", "by 10 June 2027"),
        ((date(2021, 5, 25), None), "2021년 5월 25일부터", "from 25 May 2021"),
    ],
    ids=str,
)
def test_days_read_as_people_say_them(days: Days | None, korean: str, english: str) -> None:
    """Halves, quarters, months and open ends have their words."""
    assert (days_of(days, "ko"), days_of(days, "en")) == (korean, english)


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [
        (claim(600), claim(300), "−50%"),
        (claim(5000), claim(5190), "+3.8%"),
        (claim(100), claim(112), "+12%"),
        (claim(100), claim(1200), "×12"),
        (claim(100), claim(100), ""),
        (claim(0), claim(100), ""),
        (claim(100, unit="KRW"), claim(100, unit="USD"), ""),
        (None, claim(100), ""),
        (claim(100), None, ""),
        (claim(100), replace(claim(1), low=None, high=None), ""),
        (claim(100, 300), claim(300), "+50%"),
    ],
    ids=str,
)
def test_a_change_has_a_percentage_where_it_can_be_compared(
    before: Claim | None, after: Claim | None, percent: str
) -> None:
    """A ratio needs one unit and a value that is not zero; from ten times on it is a multiple."""
    assert percent_of(before, after) == percent


def test_a_ratio_is_exact() -> None:
    """Thresholds are judged on decimals."""
    assert ratio_between(claim(3), claim(4)) == Decimal(1) / Decimal(3)


def change(kind: Any, before: Claim | None, after: Claim | None, **more: Any) -> Change:
    """Return LG's change of a kind."""
    told: dict[str, Any] = {
        "id": "c",
        "kind": kind,
        "company": "lg",
        "subject": None,
        "metric": "parameters",
        "scope": "",
        "series": "s",
        "before": before,
        "after": after,
        "article": "a",
        "said_at": NOON,
        "found_at": NOON,
        "rule": "r",
    }
    return Change(**(told | more))


PLAN = claim(600_000_000_000, target=(date(2021, 7, 1), date(2021, 12, 31)))
THING = claim(300_000_000_000, qualifier="about", status="actual")
LATER = replace(PLAN, target=(date(2022, 1, 1), date(2022, 6, 30)))
MONEY = claim(7_000_000_000_000, unit="KRW", target=(None, date(2027, 12, 31)))


@pytest.mark.parametrize(
    ("said", "korean", "english"),
    [
        (
            change("lowered", PLAN, THING),
            "LG 초거대 AI 파라미터: 계획 6000억 개 → 공개 약 3000억 개 (−50%)",
            (
                "LG hyperscale AI parameters: "
                "planned 600 billion parameters → announced about 300 billion parameters (−50%)"
            ),
        ),
        (
            change("first", None, MONEY, company="kt", metric="investment"),
            "KT AI 투자: 첫 수치, 계획 7조원 (2027년까지)",
            "KT AI investment: first figure, planned KRW 7 trillion (by 2027)",
        ),
        (
            change("rescheduled", PLAN, LATER),
            "LG 초거대 AI 파라미터: 계획 6000억 개, 시점 2021년 하반기 → 2022년 상반기",
            "LG hyperscale AI parameters: planned 600 billion parameters, moved from H2 2021 to H1 2022",
        ),
        (
            change("rescheduled", PLAN, replace(PLAN, target=None)),
            "LG 초거대 AI 파라미터: 계획 6000억 개, 시점 2021년 하반기 → 미정",
            "LG hyperscale AI parameters: planned 600 billion parameters, moved from H2 2021 to an open date",
        ),
        (
            change("withdrawn", PLAN, None),
            "LG 초거대 AI 파라미터: 계획 6000억 개 (2021년 하반기) 철회",
            "LG hyperscale AI parameters: planned 600 billion parameters (H2 2021) withdrawn",
        ),
        (
            change("overdue", PLAN, None),
            "LG 초거대 AI 파라미터: 계획 6000억 개 (2021년 하반기) 기한 지남",
            "LG hyperscale AI parameters: planned 600 billion parameters (H2 2021) overdue",
        ),
        (
            change("disputed", PLAN, THING, subject="엑사원", scope="total phase:1단계 odd"),
            "LG 엑사원 파라미터 (전체, 1단계, odd): 계획 6000억 개 ↔ 공개 약 3000억 개 (보도 엇갈림)",
            (
                "LG EXAONE parameters (total, 1단계, odd): "
                "planned 600 billion parameters ↔ announced about 300 billion parameters (outlets disagree)"
            ),
        ),
        (
            change("raised", None, claim(52_000, unit="gpu", status="actual"), company="skt", metric="gpus"),
            "skt AI gpus: ? → 확보 5.2만 장",
            "skt AI gpus: ? → secured 52,000 GPUs",
        ),
        (
            change("first", None, MONEY, company="kt", metric="investment", scope="phase:1"),
            "KT AI 투자 (1단계): 첫 수치, 계획 7조원 (2027년까지)",
            "KT AI investment (phase 1): first figure, planned KRW 7 trillion (by 2027)",
        ),
        (
            change("raised", None, claim(8, unit="person"), subject="챗GPT", metric="users", scope="weekly"),
            "LG 챗GPT users (주간): ? → 계획 8 명",
            "LG 챗GPT users (weekly): ? → planned 8 people",
        ),
        (
            change("delivered", THING, THING, company="naver", subject="네이버클라우드"),
            "네이버클라우드 파라미터: 공개 약 3000억 개 → 공개 약 3000억 개 (이행)",
            (
                "Naver 네이버클라우드 parameters: "
                "announced about 300 billion parameters → announced about 300 billion parameters (delivered)"
            ),
        ),
    ],
    ids=lambda value: value.kind if isinstance(value, Change) else "",
)
def test_a_change_is_one_sentence(said: Change, korean: str, english: str) -> None:
    """Company, thing, metric and scope; what was, what is, by how much, for when."""
    assert (sentence(said, "ko", CATALOGUE), sentence(said, "en", CATALOGUE)) == (korean, english)


@pytest.mark.parametrize(
    ("subject", "english"),
    [
        ("엑사원 4.0", "EXAONE 4.0"),
        ("엑사원 패스 2", "EXAONE Path 2"),
        ("Tilda", "Tilda"),
        ("챗엑사원", "챗엑사원"),
        ("믿음", "믿음"),
    ],
)
def test_an_english_sentence_spells_a_model_as_the_catalogue_does(subject: str, english: str) -> None:
    """Its first Latin spelling stands for the Korean name, the version stays; what has none stays as it is."""
    said = change("first", None, THING, subject=subject)

    assert title_of(said, "en", CATALOGUE) == f"LG {english} parameters"
    assert title_of(said, "ko", CATALOGUE) == f"LG {subject} 파라미터"


def test_without_a_catalogue_the_ids_stand_for_themselves() -> None:
    """A sentence can be said of any change."""
    assert sentence(change("first", None, THING, metric="active_parameters")) == (
        "lg 초거대 AI active parameters: 첫 수치, 공개 약 3000억 개"
    )
