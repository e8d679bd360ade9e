"""Finding companies and things, with the shipped catalogue."""

import os

import pytest

from monitor.config import load
from monitor.korean.names import NameFinder

FINDER = NameFinder(load(None, os.environ).catalogue)

FOUND = {
    "ticker between name and particle": ("SK텔레콤(017670)이 공개했다", [("skt", "이", None)]),
    "unit of a company": ("LG AI연구원은 밝혔다", [("lg", "은", None)]),
    "latin name, Korean particle": ("MS가 오픈AI에 투자한다", [("microsoft", "가", None), ("openai", "에", None)]),
    "quoted model": ("‘A.X K1’을 오는 30일", [("skt/A.X K1", "을", None)]),
    "version behind a gloss": ("에이닷 엑스(A.X) K1은", [("skt/A.X K1", "은", None)]),
    "version glued to the line": ("'그록7'을 내놓았다", [("xai/그록", "을", "7")]),
    "version behind a hyphen": ("젬마-6는", [("google/젬마", "는", "6")]),
    "two-part version": ("엑사원 4.0 32B는", [("lg/엑사원", "는", "4.0 32B")]),
    "a version that the catalogue knows": (
        "카나나 에센스와 카나나 플래그는",
        [("kakao/카나나", "와", "에센스"), ("kakao/카나나", "는", "플래그")],
    ),
    "a name in quotes goes on": ("'엑사원 4.0 온디바이스 모델'은", [("lg/엑사원", "은", "4.0 온디바이스 모델")]),
    "a slogan in quotes does not": ("'엑사원 시대'가", [("lg/엑사원", "", None)]),
    "a version before a comma": ("KoGPT 2.0, 4분기에 나온다", [("kakao/KoGPT", "", "2.0")]),
    "a count is no version": ("챗GPT 3억 명이", [("openai/챗GPT", "", None)]),
    "sibling site": ("콜로서스 2에는 GPU 55만개", [("xai/콜로서스 2", "에는", None)]),
    "a count is no sibling": ("콜로서스 23만개", [("xai/콜로서스", "", None)]),
    "list": (
        "정부와 삼성전자, SK그룹이 각각",
        [("gov-kr", "와", None), ("samsung", "", None), ("sk", "이", None)],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), FOUND.values(), ids=FOUND.keys())
def test_names_are_found_with_their_particles(sentence: str, expected: list[tuple[str, str, str | None]]) -> None:
    """A name is found under every spelling, with the particle that tells its part in the sentence."""
    actual = [(name.id, name.particle, name.version) for name in FINDER.find(sentence)]

    assert actual == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "KT&G는 담배를 판다",
        "KTX를 탔다",
        "온라인 라인업을 갖췄다",
        "메타버스와 메타데이터",
        "LG화학이 밝혔다",
        "굳은 믿음을 갖고 있다",
    ],
)
def test_look_alikes_are_refused(sentence: str) -> None:
    """A word that holds a name and means something else belongs to nobody that is known."""
    assert [name.company for name in FINDER.find(sentence) if name.company] == []


@pytest.mark.parametrize(
    ("sentence", "companies", "expected"),
    [
        ("V3의 매개변수는 6710억개다", ("deepseek",), [("deepseek/딥시크 V3", "V3", "의")]),
        ("딥시크는 'V3.1'을 내놓았다", ("deepseek",), [("deepseek/딥시크 V3.1", "V3.1", "을")]),
        (
            "K2 씽킹은 K2를 잇는다",
            ("moonshot",),
            [("moonshot/키미 K2 씽킹", "K2 씽킹", "은"), ("moonshot/키미 K2", "K2", "를")],
        ),
        ("새 모델 K1은 크다", ("skt",), [("skt/A.X K1", "K1", "은")]),
        ("V3의 매개변수는 6710억개다", ("openai",), []),
        ("애플 M2는 빠르다", ("minimax",), []),
        ("V3-0324는 고친 것이다", ("deepseek",), []),
        ("딥시크 V3는 크다", ("deepseek",), []),
    ],
)
def test_a_model_goes_by_the_end_of_its_name_where_its_firm_was_named(
    sentence: str, companies: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    """V3 is 딥시크 V3 in news about 딥시크, nothing elsewhere, and nobody's where another firm stands before it."""
    found = FINDER.find_short(sentence, companies, FINDER.find(sentence))

    assert [(name.id, name.text, name.particle) for name in found] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("키미 K2는", "키미 K2 씽킹은"),
        ("딥시크 V3는", "딥시크 V3.1은"),
        ("gpt-oss-120b는", "gpt-oss-20b는"),
        ("라마 3는", "라마 3.1은"),
        ("AI 오버뷰는", "AI 모드는"),
    ],
)
def test_a_version_with_a_size_of_its_own_is_a_model_of_its_own(one: str, other: str) -> None:
    """What is told of the one never revises the other."""
    assert FINDER.find(one)[0].id != FINDER.find(other)[0].id
