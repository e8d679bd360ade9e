"""What a brief text tells of a model that is still to come is planned; of one that came out, there."""

import pytest
from bound import READER, WHEN

from monitor.model import Article

PLANNED = {
    "that comes out in a quarter": "3분기 베일을 벗는 KoGPT 2.0의 파라미터는 500억개다.",
    "put off, and told of next": (
        "카카오가 하반기 공개로 일정을 미룬 KoGPT 2.0에 눈길이 쏠린다. 이 한국어 AI의 파라미터는 500억개다."
    ),
    "in its last trials": "카카오가 언어모델의 연내 공개 방침을 재확인했다. KoGPT 2.0(50B)은 막바지 시험 중이다.",
    "where a rival's came out": (
        "네이버가 하이퍼클로바X를 공개하며 경쟁에 불을 댕겼다. "
        "카카오도 하반기에 파라미터 500억개의 KoGPT 2.0으로 맞불을 놓는다."
    ),
    "where only its papers came out": (
        "카카오가 KoGPT 2.0의 기술 문서를 공개했다. 여기에 적힌 KoGPT 2.0의 파라미터는 500억개다. "
        "모델은 다음 달 공개된다."
    ),
    "a size of the line that is awaited": (
        "KT가 한국어 AI 믿음 3.0을 다음 달 공개할 예정이다. 믿음 3.0 베이스는 매개변수가 500억개다."
    ),
    "not heard of": "지난달까지 나온다던 카카오 KoGPT 2.0은 여태 소식이 없다. 500억개 파라미터를 지닌 모델이다.",
    "when it moves": "카카오는 KoGPT 2.0(매개변수 500억개)의 출시 시점을 올 하반기에서 내년 1분기로 옮긴다고 밝혔다.",
}
THERE = {
    "it came out": "카카오가 25일 KoGPT 2.0을 공개했다. 회사가 예고한 대로 파라미터 500억개를 탑재했다.",
    "a service made with it is awaited": (
        "카카오가 KoGPT 2.0을 기반으로 한 챗봇을 다음 달 공개할 예정이다. KoGPT 2.0의 파라미터는 500억개다."
    ),
    "another firm's is awaited": (
        "네이버가 새 모델을 올 4분기에 공개할 예정이다. 카카오 KoGPT 2.0의 파라미터는 500억개다."
    ),
    "both of a list came out": (
        "KT가 공개한 것은 매개변수 500억개의 믿음 3.0 베이스와 매개변수 30억개의 믿음 3.0 미니다. "
        '회사는 "더 나은 AI를 선보이겠다"고 밝혔다.'
    ),
}


def statuses(text: str) -> set[str]:
    """Return the statuses of the sizes that *text* tells of."""
    figures = READER.read(Article("a", "", "u", "카카오·KT 초거대 AI 소식", text, WHEN)).figures
    return {figure.status for figure in figures if figure.low == 50 * 10**9 and figure.voice == "own"}


@pytest.mark.parametrize("text", PLANNED.values(), ids=PLANNED.keys())
def test_what_an_awaited_model_has_is_planned(text: str) -> None:
    """Whatever the tense in which its size is told."""
    assert statuses(text) == {"planned"}


@pytest.mark.parametrize("text", THERE.values(), ids=THERE.keys())
def test_what_a_model_has_that_came_out_is_there(text: str) -> None:
    """Also where something else is awaited."""
    assert statuses(text) == {"actual"}
