"""Whole sentences to figures: value first, then the sentence that says it."""

from decimal import Decimal

import pytest
from bound import figure, read, said

from monitor.korean.owners import RULES

BOUND = {
    "size in name": (
        [figure("upstage", "솔라 오픈 100B", "parameters", "1e11", "size-in-name")],
        "업스테이지는 거대언어모델 '솔라 오픈 100B'를 누구나 쓰도록 풀었다.",
    ),
    "bracket": (
        [figure("openai", "GPT-3", "parameters", "175e9", "bracket-behind-name")],
        "비교 대상은 GPT-3(1750억 개)였다.",
    ),
    "relative clause": (
        [figure("lg", "K-엑사원", "parameters", "236e9", "head-of-relative-clause")],
        "2360억 개의 매개변수를 지닌 K-엑사원이 무대에 올랐다.",
    ),
    "thing before": (
        [figure("xai", "콜로서스 2", "gpus", "550000", "nearest-thing-before")],
        "멤피스의 콜로서스 2에는 GPU 55만 개가 깔린다.",
    ),
    "handed out": (
        [figure("naver", None, "gpus", "60000", "recipient")],
        "엔비디아가 네이버에 배정한 GPU는 6만장이다.",
    ),
    "bid": (
        [figure("nvidia", "리벨리온", "investment", "9e8", "bidder")],
        "리벨리온은 엔비디아가 건넨 9억 달러 규모의 인수 제안을 뿌리치고 홀로 서기로 했다.",
    ),
    "not but": (
        [
            figure("kakao", "안산 AI 데이터센터", "investment", "6e11", "subject-of-clause"),
            figure("kakao", "안산 AI 데이터센터", "investment", "9e11", "subject-of-clause"),
        ],
        "카카오의 안산 AI 데이터센터 투자액은 6000억원이 아니라 9000억원이다.",
    ),
    "subject behind": (
        [figure("softbank", "오픈AI", "investment", "40e9", "subject-behind")],
        "400억 달러를 소프트뱅크가 오픈AI에 투자했다.",
    ),
    "project of several": (
        [figure("openai", "스타게이트", "investment", "500e9", "site-of-sentence")],
        "스타게이트는 앞으로 4년 동안 MGX 등이 5000억 달러를 들이는 AI 데이터센터 사업이다.",
    ),
    "only one named": (
        [figure("skt", None, "power", "1e8", "only-company-of-sentence")],
        "SK텔레콤 하면 떠오르는 것은 용량 100MW짜리 AI 데이터센터다.",
    ),
    "active beside total": (
        [
            figure("skt", "A.X K1", "parameters", "519e9", "nearest-thing-before"),
            figure("skt", "A.X K1", "active_parameters", "33e9", "subject-of-clause"),
        ],
        "A.X K1은 매개변수가 5190억 개이며 답할 때는 330억 개만 켜진다.",
    ),
    "each of a list": (
        [
            figure("samsung", None, "gpus", "50000", "each-of-a-list"),
            figure("sk", None, "gpus", "50000", "each-of-a-list"),
            figure("hyundai", None, "gpus", "50000", "each-of-a-list"),
        ],
        "삼성전자와 SK그룹, 현대차그룹이 각각 GPU 5만 장을 확보한다.",
    ),
    "valued, not the valuer": (
        [figure("openai", None, "valuation", "300e9", "worth-of-a-name")],
        "소프트뱅크는 이번에 오픈AI 기업가치를 3000억 달러로 매겼다.",
    ),
    "buyer": (
        [figure("meta", "마누스", "investment", "2e9", "buyer")],
        "메타가 AI 에이전트 기업 마누스를 20억 달러에 인수했다.",
    ),
    "payer": (
        [figure("nvidia", "오픈AI", "investment", "30e9", "subject-of-clause")],
        "엔비디아가 오픈AI에 300억 달러를 투자한다.",
    ),
    "raised": (
        [figure("mistral", None, "funding", "17e8", "subject-of-clause")],
        "미스트랄AI는 시리즈C에서 17억 유로 규모의 투자를 유치했다.",
    ),
    "sales of AI chips": (
        [figure("broadcom", None, "revenue", "65e8", "subject-of-clause")],
        "브로드컴의 AI 반도체 매출은 65억 달러였다.",
    ),
    "sales": (
        [figure("anthropic", None, "revenue", "5e9", "worth-of-a-name")],
        "앤트로픽의 연환산 매출은 50억 달러를 넘겼다.",
    ),
    "users of a service": (
        [figure("openai", "챗GPT", "users", "8e8", "worth-of-a-name")],
        "챗GPT의 주간 이용자가 8억 명으로 늘었다.",
    ),
    "founded": (
        [figure("thinking-machines-lab", None, "valuation", "1e10", "founded")],
        "미라 무라티는 싱킹머신스랩을 세운 지 넉 달 만에 기업가치 100억 달러를 인정받았다.",
    ),
    "price of a deal told before": (
        [figure("meta", "마누스", "investment", "2e9", "carried-from-before")],
        "메타가 AI 에이전트 기업 마누스를 인수한다. 거래 금액은 비공개지만 블룸버그는 20억 달러라고 보도했다.",
    ),
    "what money is spent on": (
        [figure("huawei", "AI 생태계", "investment", "15e8", "subject-of-clause")],
        "화웨이는 앞으로 5년 동안 AI 생태계 구축에 15억 달러를 투자한다.",
    ),
    "introduced once": (
        [
            figure("blueriver-labs", None, "funding", "85e8", "subject-of-clause"),
            figure("blueriver-labs", None, "headcount", "40", "subject-of-clause"),
        ],
        "AI 스타트업 푸른강(BlueRiver Labs)이 85억원의 투자를 유치했다. 푸른강은 연구원 40명이 일한다.",
    ),
    "glued to the line before": (
        [figure("skt", "A.X K1", "parameters", "5e11", "head-of-relative-clause")],
        "국내 최대 모델 공개SK텔레콤이 매개변수 5000억 개의 A.X K1을 선보였다.",
    ),
    "by its place": (
        [figure("openai", "전남 데이터센터", "gpus", "1e4", "by-its-place")],
        "오픈AI의 전남 데이터센터와 포항 데이터센터가 선다. 포항시가 설득에 나섰다. 전남에 들어갈 GPU는 1만개다.",
    ),
    "behind a credit": (
        [figure("kakao", None, "gpus", "2040", "subject-of-clause")],
        "카카오 데이터센터 안산 전경(사진=카카오)카카오는 GPU 2040장의 구축을 마쳤다.",
    ),
    "budget of a ministry for chips": (
        [
            figure("gov-kr", "AI반도체 실증 사업", "investment", "298e8", "subject-of-clause"),
            figure("gov-kr", "AI반도체 실증 사업", "investment", "742e8", "subject-of-clause"),
        ],
        "정부의 AI반도체 실증 사업 예산이 298억원에서 742억원으로 커진다.",
    ),
    "what it can grow to": (
        [figure("nc", None, "parameters", "1e11", "subject-of-clause")],
        "NC AI는 100B까지 규모를 확장할 수 있는 모델을 내놨다.",
    ),
    "valued by the buyer": (
        [figure("openai", None, "valuation", "26e10", "worth-of-a-name")],
        "소프트뱅크는 지난 2월 오픈AI를 2600억 달러로 평가했다.",
    ),
    "the next one's noun": (
        [figure("nvidia", None, "gpus", "72", "subject-of-clause")],
        "엔비디아는 CPU 36개와 GPU 72개를 묶었다.",
    ),
    "staff who use it": (
        [figure("posco-dx", "P-GPT", "users", "20000", "worth-of-a-name")],
        "포스코DX 직원 2만여 명이 P-GPT를 통해 보고서를 쓴다.",
    ),
    "the firm itself": (
        [figure("softbank", "오픈AI", "investment", "4e10", "the-firm-itself")],
        "소프트뱅크가 AI에 힘을 싣는다. 회사는 오픈AI의 영리 자회사에 400억 달러를 투자하기로 했다.",
    ),
    "a line that lost its end": (
        [
            figure("softbank", "디지털브리지", "investment", "4e9", "buyer"),
            figure("google", "인터섹트", "investment", "4.7e9", "buyer"),
        ],
        "소프트뱅크, AI 투자사 디지털브리지 40억 달러에 인수구글도 데이터센터 기업 인터섹트 47억 달러에 품었다.",
    ),
    "worth of what is bought": (
        [
            figure("softbank", "디지털브리지", "investment", "4e9", "buyer"),
            figure("digitalbridge", None, "valuation", "5e9", "carried-from-before"),
        ],
        "소프트뱅크가 AI 인프라를 가진 디지털브리지를 40억 달러에 인수한다. 부채를 포함한 기업가치는 50억 달러다.",
    ),
    "called by the first half of its name": (
        [figure("scale-ai", None, "valuation", "29e9", "worth-of-a-name")],
        "메타는 스케일 AI의 지분 49%를 사며 스케일을 290억 달러로 평가했다.",
    ),
    "only compared with": (
        [figure("lg", "엑사원 4.0 32B", "parameters", "32e9", "size-in-name")],
        "LG AI연구원은 엑사원 4.0 32B를 내놓았다. 딥시크와는 석 달 차이로 따라붙었고 32B 규모로 같은 성능을 냈다.",
    ),
    "who takes a service up": (
        [figure("posco-dx", "P-GPT", "users", "20000", "nearest-thing-before")],
        "포스코그룹은 P-GPT를 도입한 이후 현재 30개 회사, 2만 명의 임직원이 이를 활용한다.",
    ),
    "whose outlay others foresee": (
        [figure("oracle", None, "investment", "6e10", "subject-of-clause")],
        "모건스탠리는 오라클의 내년 AI 설비투자를 600억 달러로 전망했다.",
    ),
    "called after another": (
        [figure("mistral", None, "funding", "3e9", "subject-of-clause")],
        "'유럽의 오픈AI' 미스트랄이 30억 유로를 유치했다.",
    ),
    "downloads far before": (
        [figure("lg", "엑사원", "downloads", "400000", "nearest-thing-before")],
        "엑사원의 내려받기는 두 달 새 40만회에 달했다.",
    ),
    "each site and its firm": (
        [
            figure("samsung-sds", "포항 AI 데이터센터", "power", "3e7", "each-of-a-list"),
            figure("skt", "서남권 AI 데이터센터", "power", "3e7", "each-of-a-list"),
        ],
        "삼성SDS의 '포항 AI 데이터센터'와 SK텔레콤의 '서남권 AI 데이터센터'는 각각 30㎿ 규모로 지어진다.",
    ),
    "a firm that grew its site": (
        [figure("lg-uplus", "파주 AI 데이터센터", "power", "9e7", "head-of-relative-clause")],
        "90㎿로 몸집을 키운 LG유플러스의 파주 AI 데이터센터는 내년에 문을 연다.",
    ),
    "chips by their name": (
        [figure("amazon", "프로젝트 레이니어", "gpus", "300000", "nearest-thing-before")],
        "프로젝트 레이니어는 트레이니엄3 30만개로 이뤄졌다.",
    ),
    "chips of a site": (
        [figure("meta", "하이페리온", "gpus", "700000", "nearest-thing-before")],
        "메타는 내년까지 하이페리온의 칩을 70만개로 늘릴 계획이다.",
    ),
    "chips that train another's model": (
        [],
        "40만 개에 달하는 트레이니엄3가 앤트로픽의 클로드를 학습시킨다.",
    ),
    "what is read at once": (
        [figure("google", "제미나이 3 프로", "context_length", "3000000", "nearest-thing-before")],
        "제미나이 3 프로는 다음 달부터 300만 개 토큰을 한 번에 입력받는다.",
    ),
    "what servers cost": (
        [figure("deepseek", None, "investment", "9e8", "subject-of-clause")],
        "업계는 딥시크가 서버를 사는 데 9억 달러를 쓴 것으로 추산했다.",
    ),
    "a sum of a contract": (
        [figure("lg-cns", None, "contract", "3e11", "subject-of-clause")],
        "LG CNS의 AI 데이터센터 계약 금액은 3000억원이다.",
    ),
    "tokens of a data set": (
        [figure("upstage", None, "training_tokens", "2e13", "subject-of-clause")],
        "업스테이지는 20조 규모의 사전학습 데이터셋을 구축해 초거대 모델의 성능을 올렸다.",
    ),
    "a step and the sum": (
        [figure("google", None, "investment", "85e9", "subject-of-clause")],
        "구글은 AI 투자에 100억달러를 더해 올해 850억달러로 늘린다.",
    ),
    "more, and no sum": (
        [figure("meta", None, "investment", "5e9", "subject-of-clause")],
        "메타가 올해 AI 인프라에 50억달러를 더 쓴다.",
    ),
    "a guess of a size": (
        [figure("xai", "그록 4", "parameters", "1.7e12", "nearest-thing-before")],
        "전문가들은 그록 4의 매개변수가 1조7000억개일 것으로 본다.",
    ),
    "what it took": (
        [figure("deepseek", "딥시크 V3", "investment", "5e6", "what-it-took")],
        "미국 CNBC는 딥시크 V3를 훈련하는 데 500만 달러가 든 것으로 추정했다.",
    ),
    "who gives has nothing": (
        [figure("furiosa", None, "gpus", "4000", "subject-of-clause")],
        "퓨리오사AI는 초거대 AI용 칩 레니게이드 4000장을 내년 1월 TSMC에서 공급받을 예정이다.",
    ),
    "this firm": (
        [figure("furiosa", None, "valuation", "1e12", "the-firm-itself")],
        "메타가 손을 내밀었을 때 많은 이가 퓨리오사AI를 얕봤다. 이 회사는 기업가치 1조원을 인정받았다.",
    ),
    "whose plan it is": (
        [
            figure("sk-hynix", "AI 메모리", "investment", "8e13", "whose-plan-it-is"),
            figure("skt", None, "investment", "3e12", "whose-plan-it-is"),
        ],
        "80조원을 AI 메모리에 투자한다는 SK하이닉스의 계획과 3조원을 AI에 쓴다는 SK텔레콤의 계획이 나왔다.",
    ),
    "the model named last": (
        [figure("upstage", "솔라 프로 2", "parameters", "31e9", "this-model")],
        "머스크 테슬라 CEO가 업스테이지의 솔라 프로 2를 겨냥했다. 310억개 매개변수의 이 모델은 평이 좋다.",
    ),
    "what a firm is held against": (
        [figure("google", None, "investment", "75e9", "whose-plan-it-is")],
        "애플은 AI 서버를 직접 만든다. 올해에만 AI 인프라에 750억 달러를 붓는 구글과 비교하면 조용하다.",
    ),
}


@pytest.mark.parametrize(("expected", "text"), BOUND.values(), ids=BOUND.keys())
def test_a_sentence_gives_its_figures(expected: list[tuple[str, str | None, str, Decimal, str]], text: str) -> None:
    """Whose, of what and how much is read as a careful reader does, and the rule that bound it is named."""
    assert said(read(text)) == expected


def test_every_rule_has_an_example() -> None:
    """A rule that binds nothing in the examples would go unnoticed when it breaks."""
    shown = {rule for expected, _ in BOUND.values() for *_, rule in expected}

    assert shown == {name for name, _, _ in RULES}
    assert len(shown) >= 9
