"""Cutting text into sentences and clauses."""

import pytest

from monitor.korean.text import cut_clauses, cut_sentences

TEXTS = {
    "fused after the stop": (
        "네이버가 모델을 내놨다.사업은 내년에 시작한다.",
        ["네이버가 모델을 내놨다.", "사업은 내년에 시작한다."],
    ),
    "a decimal is no stop": ("K-엑사원 3.5는 12.1조원을 썼다. 끝.", ["K-엑사원 3.5는 12.1조원을 썼다.", "끝."]),
    "a stop inside quotes": (
        '그는 "크기는 300억개다. 더 키운다"고 했다.',
        ['그는 "크기는 300억개다.', '더 키운다"고 했다.'],
    ),
    "bullets": (
        "주요 계획 ▲GPU 5만장 ▲투자 7조원",
        ["주요 계획", "▲GPU 5만장", "▲투자 7조원"],
    ),
    "line breaks": ("KT, 7조 투자\n\nKT가 밝혔다.", ["KT, 7조 투자", "KT가 밝혔다."]),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_a_sentence_ends_where_a_reader_stops(text: str, expected: list[str]) -> None:
    """Stops, line breaks and bullets end a sentence; decimals and versions do not."""
    actual = [sentence.text for sentence in cut_sentences(text)]

    assert actual == expected


@pytest.mark.parametrize("text", [text for text, _ in TEXTS.values()], ids=TEXTS.keys())
def test_offsets_point_into_the_text(text: str) -> None:
    """Every sentence is found again at its offsets."""
    for sentence in cut_sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text


CLAUSES = {
    "and": (
        "A는 3000억개를 갖췄고 B는 2040억개를 갖췄다.",
        ["A는 3000억개를 갖췄고 ", "B는 2040억개를 갖췄다."],
    ),
    "advertisement is no and": ("광고 매출 최고 기록을 썼다.", ["광고 매출 최고 기록을 썼다."]),
    "is doing stays whole": ("GPU를 늘리고 있다.", ["GPU를 늘리고 있다."]),
    "but": ("총 5190억개지만, 330억개만 켠다.", ["총 5190억개지만, ", "330억개만 켠다."]),
    "brackets are never cut": ("A(3000억개, 국내 최대)가 나왔다.", ["A(3000억개, 국내 최대)가 나왔다."]),
}


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES.values(), ids=CLAUSES.keys())
def test_a_clause_ends_at_its_ending(sentence: str, expected: list[str]) -> None:
    """Connective endings close a clause, nouns that look like them do not."""
    actual = [sentence[clause.start : clause.end] for clause in cut_clauses(sentence)]

    assert actual == expected
