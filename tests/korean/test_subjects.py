"""The thing that carries a figure."""

import os
from datetime import datetime
from decimal import Decimal

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article, Figure

READER = Reader(load(None, os.environ).catalogue)


def figures(text: str, title: str = "초거대 AI 소식") -> list[Figure]:
    """Return the figures of an article of 2025-06-10."""
    published = datetime(2025, 6, 10, 9, tzinfo=KST)
    return list(READER.read(Article("a", "신문", "https://example.kr/a", title, text, published)).figures)


SUBJECTS: dict[str, tuple[str, str, str | None]] = {
    "model of the clause": ("LG AI연구원의 K-엑사원은 매개변수 2360억개로 구성된다.", "parameters", "K-엑사원"),
    "quoted name behind": (
        "SK텔레콤은 매개변수 3000억개 규모의 초거대 모델 '가람누리'를 공개했다.",
        "parameters",
        "가람누리",
    ),
    "model still to come": ("네이버는 내년까지 매개변수 1조개의 모델을 개발할 계획이다.", "parameters", None),
    "what else is told of": (
        "정부의 국가AI컴퓨팅센터 공모가 유찰됐다. 그러나 연내 GPU 1만장을 확보한다는 계획은 그대로다.",
        "gpus",
        None,
    ),
    "what it is said to be": (
        "네이버가 100MW 규모로 짓는 가람은 중동의 대표 AI 사업이다.",
        "power",
        None,
    ),
    "a cluster that goes by its first name": ("SK텔레콤의 해인이 돈다. 해인의 GPU는 1024장이다.", "gpus", "해인"),
    "size of a model, after its tokens": (
        "메타가 라마3를 공개했다. 라마3 학습에 쓴 토큰은 15조 개다. 메타는 4천억 개짜리 모델도 7월에 내놓는다.",
        "parameters",
        None,
    ),
    "what a research firm reckons": (
        "중국 AI 딥시크가 인기다. 시장조사업체는 딥시크 앱의 하루 이용자를 2200만명으로 추정한다.",
        "users",
        None,
    ),
    "the site that trains a model": (
        "네이버의 'AI 컴퓨팅 클러스터'는 B200 GPU 4000장 규모로, 하이퍼클로바X를 학습시킨다.",
        "gpus",
        "AI 컴퓨팅 클러스터",
    ),
    "apart from what was told": (
        "네이버가 'B200 클러스터'를 갖췄다. 네이버는 이와 별도로 GPU 6만장을 들여온다.",
        "gpus",
        None,
    ),
    "all from its maker": (
        "네이버가 'B200 클러스터'를 갖췄다. 네이버는 엔비디아에서 GPU 6만장을 들여온다.",
        "gpus",
        None,
    ),
    "all of the nation": (
        "정부가 국가AI컴퓨팅센터를 짓는다. 정부가 국가 전체로 확보할 GPU는 5만장이다.",
        "gpus",
        None,
    ),
    "service behind": ("이용자 1000만명을 보유한 SK텔레콤의 AI 서비스 에이닷이 바뀐다.", "users", "에이닷"),
    "site that is built": ("카카오는 100MW 규모의 가람 데이터센터를 지을 계획이다.", "power", "가람 데이터센터"),
    "what was foreseen, without its verb": (
        "네이버는 세종에 데이터센터를 짓는다. 200MW를 자랑하던 가람 데이터센터는 빠졌다.",
        "power",
        "가람 데이터센터",
    ),
    "not how large it is": ("카카오가 판을 키운다. 300MW짜리 가람 데이터센터를 짓는다.", "power", "가람 데이터센터"),
    "chips are no subject": ("네이버는 엔비디아 GPU 6만장을 확보하기로 했다.", "gpus", None),
    "models of a test": (
        "딥시크가 R1을 이을 모델을 준비한다. 연구팀은 매개변수 30억~270억개 규모의 모델로 실험했다.",
        "parameters",
        None,
    ),
    "another site": (
        "LG유플러스가 '가람 AI 데이터센터'를 짓는다. LG유플러스는 파주에 50MW 규모 AIDC를 건설 중이다.",
        "power",
        None,
    ),
    "a list that goes on": ("카카오 100MW·네이버 가람 데이터센터 구축이 시작됐다.", "power", None),
    "cooperation is no site": ("정부는 민관 협력을 통해 2028년까지 GPU 5만장을 구축한다.", "gpus", None),
    "a name in brackets": ("예전 모델(솔라 프로 2)과 다르다… “석 달간 GPU 500장을 지원받았다”고 했다.", "gpus", None),
    "all of a government": (
        "정부가 국가AI컴퓨팅센터를 짓는다. 국가AI컴퓨팅센터는 2028년에 열고, 정부 전체로는 GPU 5만장을 확보한다.",
        "gpus",
        None,
    ),
    "what the state has beside its centre": (
        "정부가 국가AI컴퓨팅센터를 짓는다. 센터는 GPU 1만5000장을 확보한다. 정부는 2030년까지 5만장을 확보한다.",
        "gpus",
        None,
    ),
    "all together, by a year": (
        "정부가 국가AI컴퓨팅센터를 짓는다. 정부는 2030년까지 모두 합쳐 GPU 5만장을 확보한다.",
        "gpus",
        None,
    ),
    "on its side": (
        "오픈AI의 전남 AI 데이터센터와 포항 AI 데이터센터가 문을 연다. 전남 쪽에는 GPU 1만 개가 깔린다.",
        "gpus",
        "전남 AI 데이터센터",
    ),
    "held up by its maker": (
        "SK텔레콤이 에이닷을 손본다. 2천억개 파라미터를 내세운 KT의 믿음과 달리 쓸모를 앞세운다.",
        "parameters",
        "믿음",
    ),
    "a phase, not what it did": (
        "네이버가 '가람 AI 허브'를 지었다. 문을 연 1단계의 전력은 40MW다.",
        "power",
        "가람 AI 허브",
    ),
    "what the same money buys": (
        "국회가 AI 추경을 처리했다. 정부는 'GPU 확보 사업'에 1조4600억원을 투입해 첨단 GPU 1만장을 확보할 계획이다.",
        "gpus",
        "GPU 확보 사업",
    ),
    "this one, of that kind": (
        "메타가 '하이페리온'에 500억 달러를 들인다. 2GW로 계획됐던 이 AI 데이터센터는 2030년까지 5GW 이상으로 커진다.",
        "power",
        "하이페리온",
    ),
    "no size before the name": (
        "메타는 5GW를 넘길 AI 데이터센터 하이페리온에 500억 달러를 쏟는다.",
        "power",
        "하이페리온",
    ),
    "apart from it": (
        "메타가 하이페리온을 넓힌다. 이와 별도로 1GW급 '프로메테우스'를 2026년 가동할 계획이다.",
        "power",
        "프로메테우스",
    ),
    "a model has no power": (
        "네이버의 각 세종을 찾았다. 이 시설은 전력이 270MW까지 늘어나 하이퍼클로바X를 떠받친다.",
        "power",
        "각 세종",
    ),
    "what was used in it": ("딥시크가 V3를 내놨다. 여기에는 H800 GPU 2048개가 쓰였다.", "gpus", "V3"),
    "no valley of a project": ("딥시크의 AI 모델이 실리콘밸리를 흔든다. GPU는 2048개다.", "gpus", None),
    "by its place": (
        "오픈AI의 전남 AI 데이터센터와 포항 AI 데이터센터가 문을 연다. 전남에 놓이는 GPU는 1만 개다.",
        "gpus",
        "전남 AI 데이터센터",
    ),
    "trained with": ("딥시크의 V3가 화제다. 훈련에는 엔비디아의 저사양 칩 H800 2048장을 동원했다.", "gpus", "V3"),
    "run for so long": ("메타의 라마3가 나왔다. 구형 칩 A100 2000장을 두 달 돌린 결과다.", "gpus", "라마3"),
    "bought, not trained with": ("메타의 라마3가 나왔다. 메타는 H100 2000장을 샀다.", "gpus", None),
    "beside the price of shares": (
        "딥시크의 V3가 나왔다. 671B짜리 모델이라는 말에 엔비디아 주가는 하루 만에 17% 빠졌다.",
        "parameters",
        "V3",
    ),
    "a site, its chips counted": (
        "AWS가 프로젝트 레이니어를 넓힌다. 트레이니엄3 20만개가 내년까지 들어간다.",
        "gpus",
        "프로젝트 레이니어",
    ),
    "no price before the name": (
        "카카오가 3000억원짜리 가람 데이터센터에 GPU 5000장을 넣는다.",
        "gpus",
        "가람 데이터센터",
    ),
    "whose users, told before": (
        "제미나이가 몸집을 불렸다. 월간 이용자가 7억명을 넘었다고 구글이 밝혔다.",
        "users",
        "제미나이",
    ),
    "all of it": (
        "오픈AI가 '가람 캠퍼스'를 짓는다. 스타게이트 전체의 전력 용량은 8GW 이상으로 늘어난다.",
        "power",
        "스타게이트",
    ),
    "no link before the site": (
        "오픈AI가 판을 키운다. 반면 나래 데이터센터는 20MW로 짓는다.",
        "power",
        "나래 데이터센터",
    ),
    "no deed before the programme": (
        "정부의 '가람 AI 사업'이 시작됐다. GPU 3만장을 들일 사업이지만 나선 곳은 없었다.",
        "gpus",
        "가람 AI 사업",
    ),
    "a chip of its own make, counted": (
        "내년에 가동하는 프로젝트 레이니어에는 아마존의 AI 칩 '트레이니엄2'가 수십만 개 들어간다.",
        "gpus",
        "프로젝트 레이니어",
    ),
    "a raise": ("업스테이지가 620억원의 투자를 유치했다.", "funding", None),
}


@pytest.mark.parametrize(("text", "metric", "expected"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_the_thing_that_carries_a_figure(text: str, metric: str, expected: str | None) -> None:
    """A figure's subject is the thing that the text names for it, or none."""
    found = [figure.subject for figure in figures(text) if figure.metric == metric][-1:]

    assert found == [expected]


def test_a_name_with_a_size_carries_no_other() -> None:
    """A model that bears 100B in its name has no 200 billion parameters: those are another's, still without a name."""
    found = figures("업스테이지는 솔라 오픈 100B를 거쳐 매개변수 2000억개 모델까지 만들 계획이다.")

    assert [(figure.subject, figure.low) for figure in found] == [
        ("솔라 오픈 100B", Decimal(10) ** 11),
        (None, 2 * Decimal(10) ** 11),
    ]


def test_sizes_of_one_model_go_by_what_they_are_called() -> None:
    """Base, mini, pro: told apart behind their sizes as before them, and each gets its own in turn."""
    behind = figures("업스테이지 솔라 프로 3는 매개변수 320억개의 베이스와 70억개 규모의 미니 두 가지다.")
    before = figures("'솔라 프로 3 라이트'와 '솔라 프로 3 맥스'의 매개변수는 각각 30억개와 420억개다.")

    assert [(figure.subject, figure.low) for figure in (*behind, *before)] == [
        ("솔라 프로 3 베이스", 32 * Decimal(10) ** 9),
        ("솔라 프로 3 미니", 7 * Decimal(10) ** 9),
        ("솔라 프로 3 라이트", 3 * Decimal(10) ** 9),
        ("솔라 프로 3 맥스", 42 * Decimal(10) ** 9),
    ]


def test_each_size_of_a_list_goes_by_the_name_before_it() -> None:
    """A comma parts what is told of one model from the name of the next."""
    text = "KT의 '믿음 3.0 베이스'는 매개변수 130억개, 경량형인 '믿음 3.0 미니'는 매개변수 30억개로 이뤄졌다."

    assert [figure.subject for figure in figures(text)] == ["믿음 3.0 베이스", "믿음 3.0 미니"]


def test_a_bracket_may_say_what_its_number_counts() -> None:
    """Each bracket belongs to the name before it, though another name stands behind."""
    text = "KT가 내놓은 것은 '믿음 3.0 베이스'(파라미터 130억개)와 '믿음 3.0 미니'(파라미터 30억개)다."

    assert [figure.subject for figure in figures(text)] == ["믿음 3.0 베이스", "믿음 3.0 미니"]


def test_a_site_that_another_is_held_against_is_not_kept_in_mind() -> None:
    """Six times as large as Chuncheon: what follows is of Sejong."""
    text = "네이버 각 세종은 춘천 데이터센터의 6배 규모다. 전체가 완성되면 AI에 쓸 전력은 250㎿에 이른다."

    assert [figure.subject for figure in figures(text)] == ["각 세종"]


def test_each_of_two_sites_may_be_told_with_whom() -> None:
    """What stands between the names only says who helps."""
    text = "오픈AI가 SK와 함께하는 '전남 데이터센터'와 삼성과 함께하는 '포항 데이터센터'를 각각 30MW 규모로 짓는다."

    assert [figure.subject for figure in figures(text)] == ["전남 데이터센터", "포항 데이터센터"]


def test_a_budget_holds_no_chips() -> None:
    """What an extra budget (추경) buys is the state's, and the budget no place."""
    text = "국회가 AI 추경을 처리했다. 정부는 올해 1조4600억원을 투입해 GPU 1만장을 연내 확보한다."

    assert [figure.subject for figure in figures(text) if figure.metric == "gpus"] == [None]


def test_a_part_is_that_of_the_site_before() -> None:
    """'Of 300 MW, as phase 1, 30 MW' names no site: both are those of the one before."""
    text = "네이버가 '가람 AI 데이터센터'를 짓는다. 전체 300메가와트(㎿) 가운데 1단계로 30㎿를 연내 돌린다."

    assert [figure.subject for figure in figures(text)] == ["가람 AI 데이터센터", "가람 AI 데이터센터"]


def test_a_list_of_things_is_no_one_thing() -> None:
    """Money for data centres and so on is money for all of it."""
    found = figures("메타가 올해 AI 데이터센터 등에 600억 달러를 투자한다.")

    assert [(figure.metric, figure.subject) for figure in found] == [("investment", None)]


def test_a_site_stays_in_mind() -> None:
    """A sentence that leaves its site out speaks of the one named before; two sentences later it is forgotten."""
    near = figures("SK그룹이 '가람 AI 데이터센터'를 짓는다. 2029년까지 100MW 규모로 완성된다.")
    far = figures(
        "SK그룹이 '가람 AI 데이터센터'를 짓는다. 주민은 반긴다. 도지사도 반긴다. 시장도 반긴다. "
        "SK는 전력 100MW를 확보한다."
    )

    assert [figure.subject for figure in near if figure.metric == "power"] == ["가람 AI 데이터센터"]
    assert [figure.subject for figure in far if figure.metric == "power"] == [None]


def test_this_programme_is_the_one_just_named() -> None:
    """이 사업 (this programme) means what was named with any particle; what is told apart from it has no name."""
    named = figures("정부가 K-가람 AI반도체 사업의 심사를 면제했다. 이 사업에는 2030년까지 9000억원이 투입된다.")
    apart = figures("국가AI컴퓨팅센터에는 GPU 2만장이 들어간다. 이와 별도로 정부는 2030년까지 GPU 5만장을 확보한다.")

    assert [f.subject for f in named] == ["K-가람 AI반도체 사업"]
    assert [f.subject for f in apart] == ["국가AI컴퓨팅센터", None]


def test_a_site_told_by_the_way_is_no_news() -> None:
    """Its size is known from before: nothing says that it is there."""
    (figure,) = figures("오픈AI가 크게 짓는다. 20MW짜리 오픈AI 포항 데이터센터 소식에 지역 상공계가 반색했다.")

    assert (figure.subject, figure.voice) == ("오픈AI 포항 데이터센터", "recalled")


def test_a_share_is_of_its_field() -> None:
    """Of which so much for AI: a sum beside the fund's."""
    whole, part = figures("정부는 국민성장펀드 150조원 가운데 30조원을 AI 분야에 투자할 계획이다.")

    assert (whole.subject, part.subject) == ("국민성장펀드", "AI 분야")
