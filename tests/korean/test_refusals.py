"""Sentences with amounts that are nothing of ours."""

import os
from datetime import datetime

import pytest

from monitor.config import load
from monitor.korean.reading import Reader
from monitor.model import KST, Article

READER = Reader(load(None, os.environ).catalogue)
WHEN = datetime(2025, 5, 25, 13, 46, tzinfo=KST)

NOTHING = {
    "who grew in number": "챗GPT 이용자가 늘었다. 석 달도 안 돼 1억명이 불었다.",
    "by how much an end moved": "메타가 AI에 돈을 더 쓴다. 메타, 올해 투자 하한선 20억달러 올려",
    "what use of it would take": "네이버가 AI 데이터센터를 돌린다. 270MW를 모두 쓰려면 갈 길이 멀다.",
    "what is accepted": "네이버가 초거대 AI를 키운다. 네이버는 10억 달러짜리 제안을 받아들이기로 했다.",
    "what firms compete for": "네이버와 NHN이 AI에 힘을 싣는다. GPU 1만장 확보 사업에 네이버와 NHN이 뛰어들었다.",
    "what a trade spends": "현대차가 AI에 투자한다. 재계의 AI 투자는 800조원대에 이른다.",
    "what it is held against": "카카오가 짓는 AI 데이터센터는 남해(4000억원)보다 크다.",
    "wafers": "삼성이 AI에 힘을 싣는다. 삼성이 대기로 한 월 90만장은 GPU가 아니라 메모리 웨이퍼다.",
    "what was handed out": "네이버가 AI 연구를 돕는다. 네이버가 대학에 나눠 준 GPU 4000장이 돌기 시작했다.",
    "what all of a trade spend": "하나금융이 AI를 말했다. 내년 빅테크기업의 AI 투자 규모가 3조달러가 된다고 한다.",
    "all of a trade, in a word": "현대차가 AI에 힘을 싣는다. 재계 800조 투자 보따리에 현대차도 들었다.",
    "all of a trade, in a headline": "재계 투자 보따리 800조… 현대차는 AI",
    "who came in addition": "챗GPT 이용자가 늘었다. 두 달 남짓한 사이 1억명이 더 들어왔다.",
    "handed out first": "정부의 GPU가 나간다. 연구소로 GPU 4000장부터",
    "people who are moved": "KT가 AI 기업이 된다. KT는 통신망 직원 5천700명을 자회사로 보내는 안을 통과시켰다.",
    "a sum told by the way": "삼성SDS가 데이터센터를 짓는다. SK텔레콤이 맡은 전남까지 더하면 모두 40㎿에 이른다.",
    "who came to see": "업스테이지는 초거대 AI를 보이려고 90여명에 달하는 전문가와 언론인을 불렀다.",
    "what drew interest": "딥시크가 AI를 알렸다. 딥시크는 V3에 560만 달러를 써 화제를 모았다.",
    "share of a sample": "생성형 AI를 쓰는 직장인 1000명 중 300명은 챗GPT를 쓴다고 답했다.",
    "multiple": "오픈AI의 새 모델은 학습 비용을 3배 줄였다.",
    "price": "오픈AI는 챗GPT 플러스를 월 20달러에 판다.",
    "market": "맥킨지는 2030년 생성형 AI가 4조 달러 시장이 된다고 봤다.",
    "loss": "오픈AI는 지난해 순손실 50억 달러를 냈다.",
    "personal wealth": "젠슨 황 엔비디아 CEO의 순자산은 1500억 달러다.",
    "unnamed rivals": "LG AI연구원은 조 단위 파라미터의 글로벌 빅테크 모델과 경쟁하겠다고 했다.",
    "more than so many more": "챗GPT 이용자는 지난 6월에서 1억명 넘게 늘어난 것이다.",
    "change, not a level": "챗GPT 이용자는 한 달 새 1억 명이 늘었다.",
    "sum of several": "구글과 메타는 합쳐서 GPU 100만 개를 쓴다.",
    "compared with": "SK텔레콤이 구로에 AI 데이터센터를 짓는다. 40MW인 가산의 두 배를 넘는 크기다.",
    "per head": "정부는 AI 대학원 한 곳당 20억원을 지원한다.",
    "stranger": "가나다테크는 AI 데이터센터에 5000억원을 투자한다.",
    "something else than AI": "SK텔레콤은 5년간 7000억원의 보안 투자를 한다.",
    "security, said before": "SK텔레콤은 보안에 3년간 1000억원을 투자한다.",
    "who work at a place": "KT가 AI 전환을 돕는다. 300여 명이 일하는 가람 센터는 금융권 고객을 늘려 간다.",
    "one end of a band": "메타는 올해 AI 자본지출의 하한선을 370억 달러에서 380억 달러로 올렸다.",
    "what something takes": "오픈AI가 H100을 사려면 7500억원이 든다.",
    "requests of a day": "구글이 매달 처리하는 토큰은 1300조 개다.",
    "price of tokens": "앤트로픽은 100만 토큰당 15달러를 받는다.",
    "who leaves": "오픈AI 직원 20명 이상이 메타로 이직했다.",
    "countries' models": "매개변수 1조 개 모델을 보유한 나라는 미국뿐이다. 네이버도 뛰어든다.",
    "a class of models": "SK텔레콤이 설명했다. 500B 이상의 AI 모델은 복잡한 추론을 한다.",
    "a nation": "SK텔레콤은 “5천만 국민 모두의 AI”를 내걸었다.",
    "people who use other firms' services": "대학 구성원 약 2만 명은 챗GPT를 무료로 쓴다.",
    "nobody named": "네이버 출신 두 사람의 새 회사는 기업가치가 각각 10억 달러와 20억 달러다.",
    "stake sold": "소프트뱅크는 AI 투자 재원을 마련하려고 엔비디아 지분 58억 달러어치를 매각했다.",
    "offices, not chips": "엔비디아 GPU를 쓰는 SK텔레콤은 200여 개 통신국사를 AI 망으로 바꾼다.",
    "derived models": "LG AI연구원 엑사원은 내려받은 사람이 많다. 엑사원에서 나온 파생 모델만 300건 이상이다.",
    "definition": "SK텔레콤이 말하는 1B는 10억 개다.",
    "who has such": "SK텔레콤은 1조개 이상 파라미터 모델을 보유한 건 미국이 유일하다고 했다.",
    "unit without a number": "구글은 기가와트급 데이터센터의 열이 문제라고 했다.",
    "vague": "네이버가 말했다. GPU 수만 장이 있어야 한다.",
    "leak": "SK텔레콤 가입자 2300만 명의 유심 정보가 유출됐다. AI 투자도 늦어졌다.",
    "power plant": "오픈AI가 계약한 원전은 전력 생산이 1400MW에 이른다.",
    "a chip's speed": "엔비디아의 젯슨은 800테라플롭스의 AI 연산을 한다.",
    "what is asked for": "네이버가 말했다. AI 인프라 구축에는 수십조원에 달하는 설비투자가 요구된다.",
    "students' loans": "정부는 연간 11조 원 규모의 학자금 지원 사업에 AI를 쓴다.",
    "roads and harbours": "정부는 AI 시대의 핵심 SOC 3조원 사업을 고른다.",
    "whom another firm has": "엔비디아는 약 200명 규모의 AI 전문 인력에 큰 관심을 보였다.",
    "who talk of their troubles": "오픈AI에 따르면 주간 120만 명이 챗GPT와 자살에 관해 이야기한다.",
    "models of the top": "LG AI연구원은 1T 단위의 상위권 모델과 동급 성능을 냈다고 했다.",
    "what was not reached": "LG AI연구원은 GPU 2만장을 끝내 채우지 못했다.",
    "who are moved": "KT가 AI에 집중한다. 통신망 직원 5700명을 자회사로 옮기는 방안을 의결했다.",
    "what was put on top": "정부가 AI에 힘을 싣는다. 국민성장펀드에 50조원을 더 얹었다.",
    "who went to another firm": "SK텔레콤이 AI에 힘을 싣는다. 약 70만명에 달하는 가입자 이탈이 있었다.",
    "a length that is another's": "앤트로픽이 클로드를 알렸다. 변호사가 30만 토큰의 컨텍스트 길이를 바란다.",
    "market cap of a day": "엔비디아 주가가 급락해 시가총액 2789억 달러가 증발했다.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_is_no_figure_is_refused(text: str) -> None:
    """Prices, losses, markets, shares, sums of several and strangers' money are no figures of a company."""
    assert READER.read(Article("a", "가나일보", "https://example.kr/a", "AI 모델 소식", text, WHEN)).figures == ()


@pytest.mark.parametrize(
    "total",
    [
        "재계 전체로는 800조원을 넘는다.",
        "재계의 약속을 모두 더하면 800조원이 넘는다.",
        "재계는 이를 모두 800조원으로 셈한다.",
    ],
)
def test_what_all_of_a_trade_promise_is_nobodys(total: str) -> None:
    """It stands right behind the promise of one firm, and is not that firm's."""
    text = f"현대차그룹이 2030년까지 AI에 125조원을 투자한다. {total}"

    (figure,) = READER.read(Article("a", "", "u", "초거대 AI 소식", text, WHEN)).figures

    assert figure.low == 125 * 10**12
