"""Whose a figure is where several are named, or none: who sells, agrees, watches or is told of has nothing of it."""

import os
from datetime import datetime
from decimal import Decimal

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2025, 5, 25, 13, 46, tzinfo=KST)
OWNED = {
    "who is asked for investors' money": (
        ("mistral", None, "valuation", Decimal("1.2e10"), "the-firm-itself"),
        "미스트랄 AI가 초거대 AI에 쓸 투자를 받는다. 업계는 이 회사 기업가치가 120억유로에 달할 것으로 내다본다.",
    ),
    "whom investors value, and its sales": (
        ("anthropic", None, "revenue", Decimal("1.4e10"), "carried-from-before"),
        "앤트로픽이 초거대 AI에 쓸 돈을 모았다. 투자자들은 이 회사의 몸값을 높이 봤다. 연매출도 140억 달러로 늘었다.",
    ),
    "what made it so": (
        ("anthropic", None, "revenue", Decimal("5e9"), "only-company-of-sentence"),
        "앤트로픽이 투자를 유치했다. 클로드를 코딩에 쓰는 개발자가 많아져 연환산 매출은 50억 달러에 이르렀다.",
    ),
    "who got hold of it": (
        ("xai", None, "funding", Decimal("2e10"), "subject-of-clause"),
        "AI 기업들이 앞다퉈 투자금을 찾는다. 이달 초 xAI는 200억 달러를 손에 넣었다.",
    ),
    "who is to get it": (
        ("openai", None, "power", Decimal("6e9"), "head-of-relative-clause"),
        "AI 칩 회사 AMD의 주가가 내렸다. 오픈AI가 6GW를 확보하기로 한 AMD 협력이 늦춰졌다.",
    ),
    "thanks to what": (
        ("anthropic", None, "revenue", Decimal("14e9"), "only-company-of-sentence"),
        "앤트로픽이 몸값을 올렸다. AI 모델 클로드의 인기에 연환산 매출은 140억 달러가 됐다.",
    ),
    "whom an analyst looks at": (
        ("deepseek", "V3", "investment", Decimal("5e8"), "worth-of-a-name"),
        "딥시크가 의심을 받는다. 반도체 분석 회사인 가람애널리시스는 V3 학습비를 5억 달러 이상으로 추산했다.",
    ),
    "for so much": (
        ("deepseek", "V3", "investment", Decimal(5576000), "what-it-took"),
        "V3를 557만6천 달러로 학습시켰다는 딥시크의 말에 의문이 제기됐다.",
    ),
    "so much for it": (
        ("deepseek", "V3", "investment", Decimal(5600000), "what-it-took"),
        "딥시크가 560만 달러로 AI 모델 V3를 학습시켰다고 공개했다.",
    ),
    "whose yearly outlay": (
        ("google", None, "investment", Decimal("8.5e10"), "subject-of-clause"),
        "구글 모회사 알파벳이 올해 850억달러를 투자하기로 했다.",
    ),
    "whose users were told of": (
        ("google", "제미나이", "users", Decimal("3.5e8"), "carried-from-before"),
        "구글이 공개하지 않던 초거대 AI 제미나이 이용자 수가 법정에서 드러났다. 월간 이용자는 3억5000만명이다.",
    ),
    "what the next number is of": (
        ("anthropic", None, "funding", Decimal("3e10"), "subject-of-clause"),
        "앤트로픽이 이번에 받은 투자금은 300억달러다.",
    ),
    "what it is to become": (
        ("naver", "각 세종", "investment", Decimal("6.5e11"), "carried-from-before"),
        "네이버가 초거대 AI를 키운다. AI의 토대가 될 각 세종에 총 6500억원을 투자해 내년 완공한다.",
    ),
    "where it is built": (
        ("naver", "각 세종", "investment", Decimal("6.5e11"), "carried-from-before"),
        "네이버가 초거대 AI를 키운다. 총 6,500억원을 들여 세종시에 각 세종을 짓는다.",
    ),
    "the second of its kind": (
        ("naver", "각 세종", "investment", Decimal("6.5e11"), "carried-from-before"),
        "네이버의 AI 심장 각 세종이 가동을 시작했다. 춘천에 이은 두 번째 데이터센터로, 건립에 6500억원이 들었다.",
    ),
    "of three months": (
        ("microsoft", None, "investment", Decimal("3.49e10"), "subject-of-clause"),
        "마이크로소프트가 7~9월 AI 데이터센터에 쓴 돈은 349억달러였다.",
    ),
    "this firm, of an officer of another": (
        ("deepseek", None, "gpus", Decimal(50000), "the-firm-itself"),
        "딥시크의 칩을 두고 의심이 번진다. 알렉산더 왕 스케일AI 최고경영자는 이 회사의 H100 GPU를 약 5만개로 추정했다.",
    ),
    "what is compared by its number": (
        ("naver", "하이퍼클로바", "parameters", Decimal("2.04e11"), "carried-from-before"),
        "네이버가 하이퍼클로바를 소개했다. 매개변수도 2천40억 개로 GPT-3의 크기보다 많다.",
    ),
    "what this model took": (
        ("skt", "A.X K1", "gpus", Decimal(1000), "carried-from-before"),
        "SK텔레콤이 A.X K1을 내놨다. 이 모델을 학습시키는 데 쓴 GPU는 1000장이다.",
    ),
    "of the whole of the sites": (
        ("openai", "스타게이트", "power", Decimal("7e9"), "carried-from-before"),
        "오픈AI가 '미시간 캠퍼스'를 짓는다. 스타게이트 전체 전력 용량은 7GW로 커진다.",
    ),
    "dollars are raised by nobody": (
        ("openai", None, "investment", Decimal("6e11"), "subject-of-clause"),
        "오픈AI가 초거대 AI에 돈을 쓴다. 이제 오픈AI가 2030년까지 쓰겠다는 돈은 0.6조달러다.",
    ),
    "where the building stands": (
        ("kakao", None, "investment", Decimal("4e11"), "subject-of-clause"),
        "카카오 안산 데이터센터가 AI를 돌린다. 한양대 에리카캠퍼스에 들어선 이 건물에 카카오는 4천억원을 썼다.",
    ),
    "what is near a worth": (
        ("openai", None, "valuation", Decimal("5e11"), "subject-of-clause"),
        "오픈AI는 매출이 급증하면서 기업가치 5000억 달러로 평가됐다.",
    ),
    "what it is put into": (
        ("naver", None, "investment", Decimal("1e12"), "only-company-of-sentence"),
        "최대 매출 네이버, 내년 1조원 이상 GPU에",
    ),
    "whom it is sent to learn": (
        ("naver", None, "headcount", Decimal(300), "subject-of-clause"),
        "네이버가 초거대 AI를 키운다. 네이버는 AI 연구원 300명을 미국 대학으로 보내 교육한다.",
    ),
    "with what it was trained": (
        ("skt", "A.X K1", "gpus", Decimal(1000), "subject-of-clause"),
        "SK텔레콤은 GPU 1천 장으로 A.X K1을 학습시켰다.",
    ),
    "who tells of itself": (
        ("kt", None, "headcount", Decimal(1000), "only-company-of-sentence"),
        "KT가 초거대 AI 기업이 된다. 15일 KT에 따르면 올해 AI 분야에서 채용하는 전문 인력은 1천명이다.",
    ),
    "who offers": (
        ("meta", None, "investment", Decimal("8e8"), "whose-plan-it-is"),
        "메타가 퓨리오사AI를 사려 한다. 퓨리오사AI는 8억달러를 내겠다는 메타의 제안을 받아들이지 않기로 했다.",
    ),
    "a year's budget, not the programme's": (
        ("gov-kr", None, "investment", Decimal("1.1347e12"), "subject-of-clause"),
        "정부가 'M.AX 얼라이언스'를 띄웠다. 산업통상자원부의 내년 AI 예산이 1조1천347억원으로 짜였다.",
    ),
    "what its worth became": (
        ("mistral", None, "valuation", Decimal("6.2e9"), "worth-of-a-name"),
        "미스트랄 AI의 몸값은 이번 투자로 62억달러가 됐다.",
    ),
    "money that was raised": (
        ("mistral", None, "funding", Decimal("1.7e9"), "subject-of-clause"),
        "미스트랄 AI가 이번에 모은 투자금은 모두 17억유로다.",
    ),
    "who is to spend it": (
        ("openai", "초거대 AI", "investment", Decimal("1.4e12"), "whose-plan-it-is"),
        "앤트로픽은 기업 고객에 집중한다. 초거대 AI에 1조4000억 달러를 쏟아붓기로 한 오픈AI와 다르다.",
    ),
    "what it is larger than": (
        ("naver", "하이퍼클로바", "parameters", Decimal("2e11"), "carried-from-before"),
        "네이버가 하이퍼클로바를 소개했다. 매개변수가 2000억개를 넘어 오픈AI의 GPT-3보다 많다.",
    ),
    "what it took, before the verb": (
        ("deepseek", "V3", "investment", Decimal(5576000), "subject-of-clause"),
        "딥시크가 AI 모델 V3를 학습시키며 쓴 돈은 557만6000달러다.",
    ),
    "who only helps": (
        ("openai", "가람 데이터센터", "power", Decimal("2e7"), "carried-from-before"),
        "오픈AI가 한국에 AI 데이터센터를 짓는다. 삼성이 협력사로 나선다. '가람 데이터센터'는 20MW 규모로 짓는다.",
    ),
    "whose guess it is": (
        ("deepseek", None, "gpus", Decimal(50000), "subject-of-clause"),
        "스케일AI의 알렉산더 왕 CEO는 딥시크가 갖고 있는 H100이 5만개에 이를 것으로 추정했다.",
    ),
    "what the title is called": (
        ("kt", "MS 협력", "investment", Decimal("24e11"), "carried-from-before"),
        "KT가 초거대 AI를 만든다. 초거대 AI를 함께 만들 'MS 협력'에 5년 동안 2조4000억원을 들인다.",
    ),
    "here, as the sentence has said": (
        ("amazon", "울산 AI 데이터센터", "investment", Decimal("4e9"), "subject-of-clause"),
        "SK그룹은 울산 AI 데이터센터에 서버를 들이기로 했고, AWS는 이곳에 40억 달러를 투자한다.",
    ),
    "what making it took, by a guess": (
        ("deepseek", "딥시크 V3", "investment", Decimal("5e8"), "what-it-took"),
        "분석업체 가람리서치는 딥시크 V3 개발에 5억 달러 이상이 들었을 것으로 추정했다.",
    ),
    "whose programme it is": (
        ("gov-kr", "GPU 임차 지원 사업", "investment", Decimal("15e10"), "whose-plan-it-is"),
        "SK텔레콤이 초거대 AI를 키운다. 1500억원이 넘는 예산을 쓰는 정부의 GPU 임차 지원 사업이 거론된다.",
    ),
    "whose programme it was called": (
        ("gov-kr", "GPU 나눔 사업", "investment", Decimal("15e11"), "only-company-of-sentence"),
        "정부의 'GPU 나눔 사업'에 네이버와 쿠팡이 지원했다. 1조5000억원이 걸린 GPU 나눔 사업의 승자가 곧 나온다.",
    ),
    "the state's, in a city": (
        ("gov-kr", "국가 AI 데이터센터", "compute", Decimal("9e16"), "head-of-relative-clause"),
        "광주에 공사가 한창이다. 내년 말까지 90페타플롭스를 갖추는 정부의 국가 AI 데이터센터다.",
    ),
    "whose outlay brokers foresee": (
        ("oracle", None, "investment", Decimal("3.8e10"), "subject-of-clause"),
        "증권사들은 오라클의 올해 자본지출을 380억 달러로 추정한다.",
    ),
    "whom the users are held up for": (
        ("openai", "챗GPT", "users", Decimal("8e8"), "head-of-relative-clause"),
        "구글 제미나이가 몸집을 불렸다. 주간 이용자 8억명을 내세우는 챗GPT와는 세는 법이 다르다.",
    ),
    "whose customers they are": (
        ("anthropic", "클로드", "users", Decimal("3e5"), "nearest-thing-before"),
        "앤트로픽의 AI 모델 '클로드'를 쓰는 기업 고객은 30만 곳을 넘는다.",
    ),
    "a guess told before a bracket": (
        ("meta", None, "gpus", Decimal(224000), "bracket-behind-name"),
        "올해 엔비디아 호퍼를 가장 많이 산 곳은 MS라고 옴디아가 추정했다. 메타(22만4천개)는 자체 칩도 함께 늘린다.",
    ),
    "firms are not so many": (
        ("microsoft", None, "gpus", Decimal(485000), "bracket-behind-name"),
        "올해 엔비디아 호퍼를 가장 많이 산 AI 기업은 MS(48만5천개)라고 옴디아가 추산했다.",
    ),
    "in the bracket of its own name": (
        ("kt", "믿음 2.0 베이스", "parameters", Decimal("1.15e10"), "bracket-behind-name"),
        "KT가 '믿음 2.0 베이스'(11.5B)와 '믿음 2.0 미니'를 선보였다.",
    ),
    "the size before a comma": (
        ("kt", "믿음 2.0 베이스", "parameters", Decimal("1.15e10"), "nearest-thing-before"),
        "KT가 언어모델을 내놨다. 믿음 2.0 베이스의 매개변수는 11.5B, 믿음 2.0 미니는 더 가볍다.",
    ),
    "what a ministry runs": (
        ("gov-kr", "첨단 GPU 확보 사업", "gpus", Decimal(13000), "carried-from-before"),
        "과기정통부의 일을 대행할 기업으로 네이버와 카카오가 뽑혔다. 첨단 GPU 확보 사업의 연내 물량은 1만3천장이다.",
    ),
    "who wants to raise it": (
        ("anthropic", None, "funding", Decimal("1e10"), "whose-plan-it-is"),
        "100억 달러를 조달하려는 AI 기업 앤트로픽에 싱가포르투자청이 관심을 보인다.",
    ),
    "who spent it, told by the way": (
        ("openai", "GPT-4", "investment", Decimal("1e8"), "whose-plan-it-is"),
        "딥시크가 다음 모델을 준비한다. GPT-4에 1억 달러를 쓴 오픈AI도 긴장한다.",
    ),
    "what it took, told by the way": (
        ("openai", None, "investment", Decimal("1e8"), "what-it-took"),
        "딥시크가 다음 모델을 준비한다. 1억 달러를 들인 GPT-4와 자주 비교됐다.",
    ),
    "whoever is next to it": (
        ("anthropic", None, "valuation", Decimal("5.45e14"), "carried-from-before"),
        "앤트로픽이 돈을 모았다. 기업가치는 545조원으로, AI 기업 가운데 오픈AI 다음이다.",
    ),
    "who foresees its own": (
        ("fir-hills", None, "power", Decimal("3e9"), "subject-of-clause"),
        "해남 솔라시도에서는 퍼힐스가 AI 데이터센터 3GW를 내다본다.",
    ),
    "whose model was told of": (
        ("kt", "믿음 2.0 베이스", "parameters", Decimal("1.15e10"), "carried-from-before"),
        "KT의 믿음 2.0 베이스가 고려대 연구진이 만든 평가에서 1위다. 파라미터 115억개짜리 모델이 해외 경쟁작을 제쳤다.",
    ),
    "won said after dollars": (
        ("openai", None, "valuation", Decimal("5e11"), "subject-of-clause"),
        "AI 기업 오픈AI는 지난 10월 기업가치 5천억 달러, 약 700조 원을 인정받았다.",
    ),
    "what went into a rival's": (
        ("openai", "GPT-4", "investment", Decimal("1e8"), "what-it-took"),
        "딥시크가 다음 모델을 준비한다. GPT-4에 들어간 1억 달러와 대비된다.",
    ),
    "who puts it in, told by the way": (
        ("hyundai", None, "investment", Decimal("9e12"), "whose-plan-it-is"),
        "새만금에 약 9조원을 투자하는 현대차그룹을 돕기 위해 정부가 AI 전담팀을 꾸렸다.",
    ),
    "who invests and must raise it": (
        ("openai", None, "investment", Decimal("1.8e12"), "subject-of-clause"),
        "오픈AI가 AI 인프라에 1조8000억달러를 투자하겠다고 밝히면서 자금 조달에 관심이 쏠린다.",
    ),
    "whose deed a sum is": (
        ("anthropic", None, "revenue", Decimal("9e9"), "whose-plan-it-is"),
        "오픈AI가 AI 조직을 다시 짰다. 연환산 매출 90억 달러를 올리는 앤트로픽에 고객을 빼앗겼기 때문이다.",
    ),
    "who is raising it": (
        ("anthropic", None, "funding", Decimal("2e10"), "whose-plan-it-is"),
        "AI 기업 미스트랄이 투자자를 찾는다. 200억 달러 규모의 시리즈G를 진행 중인 앤트로픽에 견주면 몸집은 작다.",
    ),
    "who it is held against": (
        ("meta", None, "investment", Decimal("6.4e10"), "whose-plan-it-is"),
        "아마존이 AI 시설을 늘린다. 앤디 재시 CEO는 올해 640억~720억 달러를 설비에 넣는 메타에 밀리지 않겠다고 했다.",
    ),
    "the chips of whom are no topic": (
        ("naver", None, "gpus", Decimal("6e4"), "carried-from-before"),
        "네이버가 AI 클러스터를 열었다. 엔비디아의 칩을 하나로 묶은 것이다. 회사는 2030년까지 GPU 6만장을 확보한다.",
    ),
    "whose outlay's lower end moves": (
        ("meta", None, "investment", Decimal("6.6e10"), "carried-from-before"),
        "메타가 올해 AI 투자 계획의 하단을 상향했다. 이제는 660억~720억 달러다.",
    ),
}


@pytest.mark.parametrize(("expected", "text"), OWNED.values(), ids=OWNED.keys())
def test_the_owner_of_a_figure(expected: tuple[str, str | None, str, Decimal, str], text: str) -> None:
    """The company, the subject, what is measured, how much, and the rule that bound it."""
    (figure,) = READER.read(Article("a", "가나일보", "https://example.kr/a", "AI 소식", text, WHEN)).figures

    assert (figure.company, figure.subject, figure.metric, figure.low, figure.rule) == expected


def test_what_became_of_a_number_is_of_its_kind() -> None:
    """The word that says what is counted stands once, and far before the second number."""
    text = "국가AI컴퓨팅센터의 GPU 확보 목표는 당초 2027년까지 3만장에서 2028년까지 1만5000장으로 줄었다."

    was, now = READER.read(Article("a", "", "u", "AI 소식", text, WHEN)).figures

    assert (was.low, was.cue, now.low, now.metric) == (Decimal(30000), "superseded", Decimal(15000), "gpus")


def test_what_is_handed_out_of_what_is_there_is_no_number_of_its_own() -> None:
    """The whole is told again, and the part is no figure."""
    text = "정부가 초거대 AI를 키운다. 사 둔 GPU 1만장 중 설치가 끝난 4000장이 먼저 나간다."

    (figure,) = READER.read(Article("a", "", "u", "AI 소식", text, WHEN)).figures

    assert (figure.low, figure.voice) == (Decimal(10000), "recalled")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("구글이 올해 자본지출을 910억~930억 달러로 예상했다.", "planned"),
        ("월가는 구글이 올해 자본지출을 910억~930억 달러로 예상했다.", "estimated"),
        ("구글이 올해 자본지출을 910억 달러로 예상한다고 모건스탠리가 전했다.", "estimated"),
    ],
)
def test_what_a_firm_foresees_to_spend_is_its_plan(text: str, status: str) -> None:
    """Others only guess it."""
    figures = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert [figure.status for figure in figures if figure.company == "google"] == [status]


def test_a_list_of_fields_has_a_sum_for_each() -> None:
    """One verb is enough for all; only that of AI is AI's."""
    text = "LG가 2026년까지 AI·데이터에 3조6000억원, 바이오에 1조5000억원, 클린테크에 1조8000억원을 쓴다."
    programmes = "정부가 나선다. 'GPU 임차 사업'에는 1700억원, 'AI 모델 개발 사업'에는 1900억원을 투입할 계획이다."

    found = [
        [(f.subject, f.low) for f in READER.read(Article("a", "", "u", "AI 소식", said, WHEN)).figures]
        for said in (text, programmes)
    ]

    assert found == [
        [("AI·데이터", Decimal("3.6e12"))],
        [("GPU 임차 사업", Decimal("1.7e11")), ("AI 모델 개발 사업", Decimal("1.9e11"))],
    ]


def test_each_of_a_list_of_sites_has_its_own() -> None:
    """'각각' gives to each what stands in its place, or the one number to all; whose they are is the subject before."""
    programmes = "정부는 광주 AX 실증밸리와 '가람 AI 허브'에 2030년까지 각각 6000억원과 5510억원을 투입한다."
    sites = "오픈AI는 '가람 데이터센터'와 '나래 데이터센터'를 각각 20MW 규모로 지을 계획이다."

    found = [
        [(f.company, f.subject, f.low) for f in READER.read(Article("a", "", "u", "AI 소식", said, WHEN)).figures]
        for said in (programmes, sites)
    ]

    same = "정부는 '가람 AI 사업'과 '나래 AI 사업'에 2030년까지 각각 1조원을 투입한다."
    two = READER.read(Article("a", "", "u", "AI 소식", same, WHEN)).figures

    assert [figure.subject for figure in two] == ["가람 AI 사업", "나래 AI 사업"]
    assert found == [
        [("gov-kr", "광주 AX 실증밸리", Decimal("6e11")), ("gov-kr", "가람 AI 허브", Decimal("5.51e11"))],
        [("openai", "가람 데이터센터", Decimal("2e7")), ("openai", "나래 데이터센터", Decimal("2e7"))],
    ]


def test_what_the_state_builds_in_a_city_is_told_of_the_state() -> None:
    """Whoever the catalogue gives it to: the partner that acts in the text has it, in the sentences behind, too."""
    text = (
        "정부가 광주에 짓는 '국가AI데이터센터'가 첫 삽을 떴다. "
        "국가AI데이터센터는 내년 말까지 90페타플롭스의 연산 성능을 갖출 예정이다."
    )

    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert (figure.company, figure.thing) == ("gov-kr", "gwangju/국가AI데이터센터")
