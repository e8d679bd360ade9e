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
    "two-part version": ("엑사원 4.0 32B는", [("lg/엑사원", "는", "4.0 32B")]),
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
