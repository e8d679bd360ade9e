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
    "servers and data centres are no name": (
        "구글이 올해 서버와 AI 데이터센터에 750억 달러를 쓴다.",
        "investment",
        None,
    ),
    "the model whose cost it is": (
        "딥시크의 다음 모델 V4에 눈이 쏠린다. 1년 전 V3는 훈련비가 560만 달러에 그쳤다.",
        "investment",
        "V3",
    ),
    "its share": ("정부가 국민성장펀드를 연다. 정부가 AI 분야에 투자할 몫은 30조원이다.", "investment", "AI 분야"),
    "what else is told of": (
        "정부의 국가AI컴퓨팅센터 공모가 유찰됐다. 그러나 연내 GPU 1만장을 확보한다는 계획은 그대로다.",
        "gpus",
        None,
    ),
    "what a share goes to": (
        "LG가 AI에 힘을 싣는다. 이 가운데 5조8000억원은 AI 데이터센터를 짓는 데 쓴다.",
        "investment",
        "AI 데이터센터 몫",
    ),
    "a field of a fund, in quotes": (
        "정부는 '국민성장펀드 AI 분야'에 30조원을 투자한다.",
        "investment",
        "국민성장펀드 AI 분야",
    ),
    "a field for so many years": (
        "국민성장펀드는 'AI 부문'에 향후 5년간 30조원을 투자할 계획이다.",
        "investment",
        "AI 부문",
    ),
    "the site that trains a model": (
        "네이버의 'AI 컴퓨팅 클러스터'는 B200 GPU 4000장 규모로, 하이퍼클로바X를 학습시킨다.",
        "gpus",
        "AI 컴퓨팅 클러스터",
    ),
    "capital outlay is no thing": ("메타는 올해 AI 설비투자에 650억 달러를 쓴다.", "investment", None),
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
    "bought": ("메타가 AI 스타트업 마누스를 20억 달러에 인수했다.", "investment", "마누스"),
    "bought, a name that nobody knows": ("오픈AI는 스타트업 '가람'을 65억 달러에 인수했다.", "investment", "가람"),
    "who is paid": ("엔비디아가 오픈AI에 최대 1000억 달러를 투자한다.", "investment", "오픈AI"),
    "programme": ("정부는 '가람 AI 실증 사업'에 298억원을 투입한다.", "investment", "가람 AI 실증 사업"),
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
    "no time before what money is for": (
        "알리바바가 앞으로 3년 동안 AI 클라우드에 530억 달러를 투자한다.",
        "investment",
        "AI 클라우드",
    ),
    "nor how long it takes": ("카카오가 5년에 걸쳐 AI 클라우드에 2조원을 투자한다.", "investment", "AI 클라우드"),
    "infrastructure is no thing": ("오픈AI가 8년간 AI 컴퓨팅 인프라에 1조 달러를 투자한다.", "investment", None),
    "on AI, beside the fund": (
        "정부가 국민성장펀드를 150조원으로 키운다. 같은 기간 정부는 AI 분야에 30조원을 투자한다.",
        "investment",
        None,
    ),
    "whose share it is, in quotes": ("국민성장펀드 'AI 부문' 몫은 30조원이다.", "investment", "AI 부문"),
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
    "whose training cost it was": (
        "딥시크가 V4를 준비한다. 앞서 V3는 560만 달러의 훈련비로 세계를 놀라게 했다.",
        "investment",
        "V3",
    ),
    "a share for so long": (
        "정부의 국민성장펀드가 150조원으로 커졌다. AI 분야의 몫은 5년간 30조원이다.",
        "investment",
        "AI 분야",
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
    "in general, beside the programme": (
        "오픈AI가 '스타게이트'에 5000억 달러를 투자한다. 오픈AI는 8년간 AI 인프라에 모두 1조4000억 달러를 투자한다.",
        "investment",
        None,
    ),
    "no firm in the name": (
        "구글이 AI 데이터센터와 서버 등 올해 설비투자에 750억 달러를 투입할 계획이다.",
        "investment",
        None,
    ),
    "two fields": ("현대차가 AI와 로봇에 2030년까지 125조원을 투자한다.", "investment", None),
    "a share alone": ("정부의 국민성장펀드가 150조원으로 커졌다. AI 분야 몫만 30조원이다.", "investment", "AI 분야"),
    "not how large it becomes": (
        "네이버 '각 세종'은 춘천보다 6배 큰 AI 데이터센터가 된다. 완공까지 6500억원이 들어간다.",
        "investment",
        "각 세종",
    ),
    "what it went into, behind": (
        "정부가 국민성장펀드를 만든다. 국민성장펀드 150조원 가운데 30조원을 'AI 프로젝트'에 투자할 계획이다.",
        "investment",
        "AI 프로젝트 몫",
    ),
    "a share of all, behind": (
        "오픈AI가 6000억 달러를 쓴다. 오픈AI는 그 가운데 5000억 달러를 '스타게이트'에 투자할 계획이다.",
        "investment",
        "스타게이트",
    ),
    "what was used in it": ("딥시크가 V3를 내놨다. 여기에는 H800 GPU 2048개가 쓰였다.", "gpus", "V3"),
    "no valley of a project": ("딥시크의 AI 모델이 실리콘밸리를 흔든다. GPU는 2048개다.", "gpus", None),
    "by its place": (
        "오픈AI의 전남 AI 데이터센터와 포항 AI 데이터센터가 문을 연다. 전남에 놓이는 GPU는 1만 개다.",
        "gpus",
        "전남 AI 데이터센터",
    ),
    "nor by when": ("네이버가 2030년까지 AI 데이터센터에 1조원을 투자한다.", "investment", "AI 데이터센터"),
    "what a model cost": ("딥시크는 'V3'를 훈련하는 데 557만6000달러를 썼다.", "investment", "V3"),
    "trained with": ("딥시크의 V3가 화제다. 훈련에는 엔비디아의 저사양 칩 H800 2048장을 동원했다.", "gpus", "V3"),
    "run for so long": ("메타의 라마3가 나왔다. 구형 칩 A100 2000장을 두 달 돌린 결과다.", "gpus", "라마3"),
    "bought, not trained with": ("메타의 라마3가 나왔다. 메타는 H100 2000장을 샀다.", "gpus", None),
    "beside the price of shares": (
        "딥시크의 V3가 나왔다. 671B짜리 모델이라는 말에 엔비디아 주가는 하루 만에 17% 빠졌다.",
        "parameters",
        "V3",
    ),
    "a bid, the bought behind": (
        "메타의 8억 달러 인수 제안을 뿌리친 리벨리온으로서는 성과다.",
        "investment",
        "리벨리온",
    ),
    "a bid for whom nobody says": ("메타가 제시한 8억 달러 인수 제안이 알려졌다.", "investment", None),
    "a field of a fund": (
        "정부가 '가람 AI 펀드'를 만든다. 이 중 AI 반도체 부문에 20조원을 투자한다.",
        "investment",
        "AI 반도체 부문",
    ),
    "a share of a fund": ("정부가 '가람 AI 펀드'를 만든다. AI에는 20조원을 투자한다.", "investment", None),
    "a site, its chips counted": (
        "AWS가 프로젝트 레이니어를 넓힌다. 트레이니엄3 20만개가 내년까지 들어간다.",
        "gpus",
        "프로젝트 레이니어",
    ),
    "what training cost": ("딥시크의 V3가 화제다. 학습 비용으로는 300만 달러를 썼다.", "investment", "V3"),
    "no price before the name": (
        "카카오가 3000억원짜리 가람 데이터센터에 GPU 5000장을 넣는다.",
        "gpus",
        "가람 데이터센터",
    ),
    "what the money is to further": ("삼성이 미래 신사업을 키우기 위해 AI에 300조원을 투자한다.", "investment", None),
    "a field, and its research": ("LG가 2026년까지 AI·데이터 연구개발에 3조원을 투자한다.", "investment", "AI·데이터"),
    "a name in quotes, whole": (
        "정부가 '세계 최고 수준 AI모델 개발'에 1900억원을 투입한다.",
        "investment",
        "세계 최고 수준 AI모델 개발",
    ),
    "a programme of the other clause": (
        "2027년까지 AI에 3조원을 쏟기로 한 LG가 친환경 사업에도 힘을 싣고 있다.",
        "investment",
        None,
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
    "known for another": (
        "V3를 학습시키는 데 GPU 2000장을 썼다고 밝힌 딥시크는 5억 달러를 썼다.",
        "investment",
        None,
    ),
    "what every firm has": ("6500억원짜리 네이버 데이터센터가 들어선 뒤 AI 기업이 모였다.", "investment", None),
    "no deed before the programme": (
        "정부의 '가람 AI 사업'이 시작됐다. GPU 3만장을 들일 사업이지만 나선 곳은 없었다.",
        "gpus",
        "가람 AI 사업",
    ),
    "the place just named": (
        "네이버의 '가람 AI 데이터센터'가 첫 삽을 떴다. 네이버는 이곳에 5조원을 투자하기로 약속했다.",
        "investment",
        "가람 AI 데이터센터",
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
