"""
The words that say what a quantity measures, by metric. 'no-…' refuses: such quantities are no figures of ours.

These are nouns and verb stems of Korean business news; `measures` lets them compete by distance. A newcomer adds a word here,
or, for the noun of a metric, in config/metrics.toml.
"""

from __future__ import annotations

Words = dict[str, tuple[str, ...]]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


MONEY_WORDS: Words = {
    # what a company is worth
    "valuation": _words(
        "기업가치|기업 가치|몸값|밸류에이션|밸류 |가치를 인정|인정받|인정 받|평가액|가치로 평가|시가총액|시총|평가받|평가됐|평가된|"
        "평가해|평가했|가치 평가|의 가치|달러 기업|달러 회사|조원 기업|조원 회사|억원 기업|억원 회사"
    ),
    # raised from investors
    "funding": _words(
        "투자를 유치|투자 유치|투자금을 유치|투자금 유치|투자를 받|투자 자금 조달|투자금을 조달|투자 라운드|투자금을|유치|조달|투자받|투자 받|펀딩|모금|시리즈 A|시리즈 B|시리즈 C|시리즈A|시리즈B|시리즈C|"
        "자금을 끌어|손에 쥔|손에 쥐|손에 넣었|손에 넣은|거머쥔|공모|수혈|모은 돈|모았|모은다|모집|원이 모였|달러가 모였|원이 모두 모였|달러가 모두 모였|끌어모|끌어왔|끌어온|모으|모아"
    ),
    # sales
    "revenue": _words(
        "매출|수익이|수익은|수익을|연간반복매출|연간 반복 수익|연간 반복 매출|ARR|런레이트|반복 수익|벌어들|벌겠|번다|판매했|판매할|판매한"
    ),
    # supply and build contracts
    "contract": _words(
        "공급 계약|계약 금액|계약금액|수주 금액|수주금액|계약을 체결|계약을 맺|계약 규모|수주|공급계약|계약금|규모의 계약|임대 계약|구매 계약|이용 계약|계약"
    ),
    # spent, budgeted, paid for another company
    "investment": _words(
        "투자|투입|인수|출자|예산|쏟아|쏟는|쏟을|쓰기로|쓴다|쓸 |를 쓴 |을 쓴 |원 전액을|달러 전액을|원을 전액|달러를 전액|들여|원을 들이|달러를 들이|원을 쓰는|달러를 쓰는|쓰려던|들이려던|조성 목표가|투자 목표가|나간 돈|나간 금액|원으로 감축|달러로 감축| 들이는| 들일|쓰는 돈|쓰는 금액|들어간|들어갈|들어가는|들어갑|들어갔|원이 드는|달러가 드는|원이 들었|달러가 들었|원이 듭|달러가 듭|든다|지원|지급|할당|편성|집행|"
        "매입|지분|배정|사업비|국비|베팅|넣는|넣기|넣을|넣으려|다 쓰는|다 쓸|넣겠|넣은|넣었|대고|댄다|대겠|댈 |댄 |부었|납입|송금|잔금| 들인다| 들이기로| 들이겠| 들이려|연구개발비|R&D|설비투자|자본지출|사재|책정|투하|"
        "건립|건설|짓는|짓기|조성|확보했|푼다|쓰겠|붓는|규모 사업|사들|투자액|훈련비|학습비|훈련 비용|개발 비용|넘게 쓴|이상 쓴|가량 쓴|쓴 비용|치른 값|치르기로 한 값|치른 비용|달러를 치렀|원을 치렀|소요됐|소요된|든 비용|드는 비용|들인 비용|학습 비용|개발비|쓴 돈|든 돈|쓸 돈|잡아 둔 돈|잡아둔 돈|드는 돈|부채를 포함|부채 포함|거래 규모|인수가|인수 금액|인수 규모|들인 돈|썼|거래 금액|금액은|떼어 둔|돈을 댄|원을 모두 대|전액 대|전액 댄|대기로|낸다|냈다|내기로|쏟|투자금은|동원|풀기로|붓기로|지출|나갔다|판을 벌"
    ),
    # losses
    "no-loss": _words("순손실|영업손실|손실|적자|손해"),
    # profits
    "no-profit": _words("영업익|순익|영업이익|순이익|당기순이익|이익|수익률|흑자|차익"),
    # market sizes, trade, economic effects
    "no-market": _words(
        "총지출|국가채무|세계 반도체 매출|시장 규모|시장은|시장이|시장 전망|시장으로|글로벌 시장|세계 시장|시장 전체|거래대금|산업 규모|"
        "규모의 시장|국가 총생산|GDP|무역|수출|수입액|경제효과|경제 효과|경제적 효과|부가가치|업계 전체|재계 전체|재계를 통틀|업계를 통틀|기업들을 모두 합|"
        "전 세계 AI 지출|합산"
    ),
    # prices and fees
    "no-price": _words("가격|요금|구독료|이용료|단가|대당|장당|판매가|출고가|비용은 월|토큰당|값이|값은|만원대"),
    # pay and prizes
    "no-pay": _words("연봉|보너스|성과급|급여|상금|인건비|장학금|임금|스톡옵션|주식 보상|기반 보상|몸값을 제시"),
    # wealth, assets, debts
    "no-wealth": _words(
        "순자산|개인 자산|자산총계|자본총계|지분법|총계|운용 |재산|자산은|자산이|보유 현금|현금성|운용자산|운용 자산|자산 규모|자산운용|AUM|부채|차입|보증|"
        "대출|빚|회사채|채권"
    ),
    # savings
    "no-saving": _words(
        "경감|감면|절감|아낄|아낀|원을 줄였|원 줄였|달러를 줄였|달러 줄였|비용을 줄였|부담을 줄였|감축|절약"
    ),
    # fines and damages
    "no-penalty": _words("과징금|위약금|벌금|배상|소송|합의금|피해|과태료"),
    # shares, trading, sales of stakes
    "no-stock": _words("주가|목표가|목표주가|주당|거래량|순매수|순매도|거래액|결제액|배당|매각|처분|매도|증발"),
}

PERSON_WORDS: Words = {
    # who use a service
    "users": _words(
        "이용자|사용자|가입자|유저|회원|구독자|고객|MAU|WAU|DAU|활성|쓰는 사람|이용하는|사용하는|사용 중|"
        "이용 중|쓰고 있|쓰는|쓴 사람|쓴 이용자|이용한 사람|접속자|동시접속|방문자|이용한|사용한|다운로드한|돌파|쓴다|이용한다|사용한다|이용했|가입"
    ),
    # who work
    "headcount": _words(
        "직원|임직원|식구|인원|근무|일한다|일하고|인력|연구원|연구자|전문가|인재|개발자|엔지니어|채용|박사|석박사|석·박사|종업원|양성|길러|"
        "교육생|수료|조직|연구진|규모의 조직|고용|뽑|충원|영입|작업자"
    ),
    # anyone else who is counted
    "no-people": _words(
        "관람객|참관객|일반인|참석|참가|국민|관중|시민|명을 대상|응답|사망|부상|저자|주민|투자자|선정|심사|평가단|"
        "판정단|학생|억만장자|인구|수상|청소년|감원|해고|감축|일자리|취재진|관계자|증인|학부모|합격|"
        "위원|지켜본|시청|지원자|유출|감원한|해고한|고용 효과|고용효과|고용 유발|5G 가입자|무선 가입자|이동통신 가입자|통신 가입자|알뜰폰|해킹|피해자|탈퇴|자살|정신질환"
    ),
}

COUNT_WORDS: Words = {
    # parameters
    "parameters": _words("매개변수|매개 변수|파라미터|파라메터|파라메타|파라미터수|패러미터"),
    # GPUs and accelerators
    "gpus": _words(
        "GPU|연산력|연산 능력|그래픽처리장치|그래픽 처리 장치|그래픽카드|가속기|H100|H200|B200|B300|A100|GB200|GB300|"
        "블랙웰|호퍼|루빈|AI 칩|AI칩|AI 반도체|AI반도체|NPU|TPU|어센드|"
        "칩을|칩은|칩이|칩도|칩 수"
    ),
    # tokens and words of a corpus
    "training_tokens": _words("토큰|사전학습 데이터|사전 학습 데이터|말뭉치|단어|어절|코퍼스"),
    # downloads
    "downloads": _words("다운로드|내려받"),
    # firms that are customers: '기업 고객은 30만 곳'
    "users": _words("고객사|기업 고객|기업고객|고객 기업"),
    # anything else that is counted
    "no-thing": _words(
        "발전기|터빈|계열사|개사|데이터|문서|이미지|웨이퍼|특허|논문|건수|메시지|질문|기업|점포|일자리|연산|문항|노드|랙|서버|"
        "주식|주를|업체|소부장|사업자|생산능력|판매|화소|세대|가구|영상|곡|장면|편|학교|기관|데이터셋|CPU|중앙처리장치|메모리|HBM|"
        "로봇|차량|에이전트|국가|지역|분야|과제|서비스|트랜지스터|파생 모델|파생모델"
    ),
}

# a bare number, without a counter, counts people only where they are named: 1000만 이용자, 가입자 1000만
BARE_WORDS: Words = COUNT_WORDS | {"users": _words("이용자|사용자|가입자|유저|회원|구독자|MAU|WAU|DAU")}
