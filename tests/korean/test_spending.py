"""What money is spent on: a site, a programme, a field, a model, who is bought; or nothing that has a name."""

import os
from datetime import datetime

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2025, 6, 10, 9, tzinfo=KST)
SPENT_ON: dict[str, tuple[str, str | None]] = {
    "servers and data centres are no name": (
        "구글이 올해 서버와 AI 데이터센터에 750억 달러를 쓴다.",
        None,
    ),
    "the model whose cost it is": (
        "딥시크의 다음 모델 V4에 눈이 쏠린다. 1년 전 V3는 훈련비가 560만 달러에 그쳤다.",
        "V3",
    ),
    "its share": ("정부가 국민성장펀드를 연다. 정부가 AI 분야에 투자할 몫은 30조원이다.", "AI 분야"),
    "what a share goes to": (
        "LG가 AI에 힘을 싣는다. 이 가운데 5조8000억원은 AI 데이터센터를 짓는 데 쓴다.",
        "AI 데이터센터 몫",
    ),
    "a field of a fund, in quotes": (
        "정부는 '국민성장펀드 AI 분야'에 30조원을 투자한다.",
        "국민성장펀드 AI 분야",
    ),
    "a field for so many years": (
        "국민성장펀드는 'AI 부문'에 향후 5년간 30조원을 투자할 계획이다.",
        "AI 부문",
    ),
    "capital outlay is no thing": ("메타는 올해 AI 설비투자에 650억 달러를 쓴다.", None),
    "bought": ("메타가 AI 스타트업 마누스를 20억 달러에 인수했다.", "마누스"),
    "bought, a name that nobody knows": ("오픈AI는 스타트업 '가람'을 65억 달러에 인수했다.", "가람"),
    "who is paid": ("엔비디아가 오픈AI에 최대 1000억 달러를 투자한다.", "오픈AI"),
    "programme": ("정부는 '가람 AI 실증 사업'에 298억원을 투입한다.", "가람 AI 실증 사업"),
    "no time before what money is for": (
        "알리바바가 앞으로 3년 동안 AI 클라우드에 530억 달러를 투자한다.",
        "AI 클라우드",
    ),
    "nor how long it takes": ("카카오가 5년에 걸쳐 AI 클라우드에 2조원을 투자한다.", "AI 클라우드"),
    "infrastructure is no thing": ("오픈AI가 8년간 AI 컴퓨팅 인프라에 1조 달러를 투자한다.", None),
    "on AI, beside the fund": (
        "정부가 국민성장펀드를 150조원으로 키운다. 같은 기간 정부는 AI 분야에 30조원을 투자한다.",
        None,
    ),
    "whose share it is, in quotes": ("국민성장펀드 'AI 부문' 몫은 30조원이다.", "AI 부문"),
    "whose training cost it was": (
        "딥시크가 V4를 준비한다. 앞서 V3는 560만 달러의 훈련비로 세계를 놀라게 했다.",
        "V3",
    ),
    "a share for so long": (
        "정부의 국민성장펀드가 150조원으로 커졌다. AI 분야의 몫은 5년간 30조원이다.",
        "AI 분야",
    ),
    "in general, beside the programme": (
        "오픈AI가 '스타게이트'에 5000억 달러를 투자한다. 오픈AI는 8년간 AI 인프라에 모두 1조4000억 달러를 투자한다.",
        None,
    ),
    "no firm in the name": (
        "구글이 AI 데이터센터와 서버 등 올해 설비투자에 750억 달러를 투입할 계획이다.",
        None,
    ),
    "what its AI training took": ("딥시크-V3의 AI 학습에 들어간 돈은 5576만 달러다.", "딥시크-V3"),
    "on it, as others guess": (
        "세미애널리시스는 딥시크가 V3에 5억 달러 이상을 썼을 것으로 추정했다.",
        "V3",
    ),
    "next year alone": ("네이버가 AI를 키운다. 내년에만 GPU에 1조원 넘게 투자한다.", None),
    "two fields": ("현대차가 AI와 로봇에 2030년까지 125조원을 투자한다.", None),
    "a share alone": ("정부의 국민성장펀드가 150조원으로 커졌다. AI 분야 몫만 30조원이다.", "AI 분야"),
    "not how large it becomes": (
        "네이버 '각 세종'은 춘천보다 6배 큰 AI 데이터센터가 된다. 완공까지 6500억원이 들어간다.",
        "각 세종",
    ),
    "what it went into, behind": (
        "정부가 국민성장펀드를 만든다. 국민성장펀드 150조원 가운데 30조원을 'AI 프로젝트'에 투자할 계획이다.",
        "AI 프로젝트 몫",
    ),
    "a share of all, behind": (
        "오픈AI가 6000억 달러를 쓴다. 오픈AI는 그 가운데 5000억 달러를 '스타게이트'에 투자할 계획이다.",
        "스타게이트",
    ),
    "nor by when": ("네이버가 2030년까지 AI 데이터센터에 1조원을 투자한다.", "AI 데이터센터"),
    "what a model cost": ("딥시크는 'V3'를 훈련하는 데 557만6000달러를 썼다.", "V3"),
    "a bid, the bought behind": (
        "메타의 8억 달러 인수 제안을 뿌리친 리벨리온으로서는 성과다.",
        "리벨리온",
    ),
    "a bid for whom nobody says": ("메타가 제시한 8억 달러 인수 제안이 알려졌다.", None),
    "a field of a fund": (
        "정부가 '가람 AI 펀드'를 만든다. 이 중 AI 반도체 부문에 20조원을 투자한다.",
        "AI 반도체 부문",
    ),
    "a share of a fund": ("정부가 '가람 AI 펀드'를 만든다. AI에는 20조원을 투자한다.", None),
    "what training cost": ("딥시크의 V3가 화제다. 학습 비용으로는 300만 달러를 썼다.", "V3"),
    "what the money is to further": ("삼성이 미래 신사업을 키우기 위해 AI에 300조원을 투자한다.", None),
    "a field, and its research": ("LG가 2026년까지 AI·데이터 연구개발에 3조원을 투자한다.", "AI·데이터"),
    "a name in quotes, whole": (
        "정부가 '세계 최고 수준 AI모델 개발'에 1900억원을 투입한다.",
        "세계 최고 수준 AI모델 개발",
    ),
    "a programme of the other clause": (
        "2027년까지 AI에 3조원을 쏟기로 한 LG가 친환경 사업에도 힘을 싣고 있다.",
        None,
    ),
    "a year's budget, of which an extra one was told": (
        "정부가 'AI 추경'에 2조원을 투입한다. 이로써 정부의 올해 AI 예산은 1조5000억원에서 3조5000억원으로 는다.",
        None,
    ),
    "who is asked to sell": ("퍼플렉시티는 AI에 쓸 크롬을 48조원에 인수하겠다고 구글에 제안했다.", "크롬"),
    "who talked of being bought": (
        "퓨리오사AI가 메타와의 8억 달러짜리 인수 협상을 끝내고 AI 칩에 힘을 싣는다.",
        "퓨리오사AI",
    ),
    "a plan that is given up": ("과기정통부가 AI에 쓸 120억원 규모의 해외 시험 계획을 백지화했다.", None),
    "known for another": (
        "V3를 학습시키는 데 GPU 2000장을 썼다고 밝힌 딥시크는 5억 달러를 썼다.",
        None,
    ),
    "what every firm has": ("6500억원짜리 네이버 데이터센터가 들어선 뒤 AI 기업이 모였다.", None),
    "the share of a field, as well": (
        "정부는 내년 국민성장펀드로 20조원을 투자한다. 전체 150조원 가운데 'AI 분야' 몫도 모두 20조원이다.",
        "AI 분야",
    ),
    "in line with demand": ("네이버는 AI 수요에 맞춰 내년 GPU에만 2조원을 투자할 계획이다.", None),
    "more than a sum": ("네이버는 내년 2조원이 넘는 돈을 GPU에 쓰기로 했다.", None),
    "fields, and so on": ("정부의 AI 투자가 는다. 내년에만 30조원이 AI와 반도체 등에 투자된다.", None),
    "what another's training took": (
        "딥시크가 AI에 쓴 돈은 적다. 오픈AI가 GPT-4 훈련에 쓴 2억 달러에 견주면 헐값이다.",
        "GPT-4",
    ),
    "the place just named": (
        "네이버의 '가람 AI 데이터센터'가 첫 삽을 떴다. 네이버는 이곳에 5조원을 투자하기로 약속했다.",
        "가람 AI 데이터센터",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPENT_ON.values(), ids=SPENT_ON.keys())
def test_what_the_money_is_spent_on(text: str, expected: str | None) -> None:
    """The last sum of a text goes to the thing that the text names for it, or to none."""
    figures = READER.read(Article("a", "신문", "https://example.kr/a", "초거대 AI 소식", text, WHEN)).figures

    assert [figure.subject for figure in figures if figure.metric == "investment"][-1:] == [expected]
