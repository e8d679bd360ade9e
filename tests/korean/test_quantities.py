"""Reading amounts with their units: the quantity first, then the ways to say it; and what is none."""

from decimal import Decimal

import pytest

from monitor.korean.quantities import find_quantities
from monitor.korean.units import UNITS, WORDS, UnitWord, table_of
from monitor.model import Quantity

Said = tuple[str | None, str | None, str | None, str]  # low, high, unit, qualifier

READ: dict[Said, tuple[str, ...]] = {
    ("6e11", "6e11", "parameter", "exact"): (
        "매개변수 6000억개",
        "6,000억 개의 파라미터",
        "6천억 파라미터",
        "파라미터 수는 6000억 개다",
        "600B개의 매개변수",
        "파라미터가 6000억개(600B)로",
        "600B(매개변수 6000억 개)로",
        "파라메터 육천억개",
    ),
    ("6e11", "6e11", "parameter", "about"): (
        "매개변수 약 6000억개",
        "6000억개 규모의 매개변수",
        "600B급 모델",
        "파라미터 6000억여개",
        "파라미터는 6000억 개 안팎",
        "파라미터가 6000억개에 육박한다",
        "파라미터(매개변수) 6000억개 수준",
        "6000억 파라미터(매개변수) 규모",
    ),
    ("6e11", None, "parameter", "at_least"): (
        "매개변수 6000억개 이상",
        "최소 6000억개의 파라미터",
        "6000억개를 넘는 파라미터",
        "6000억 개 파라미터(매개변수) 이상",
        "파라미터 6000억개(600B) 이상",
        "파라미터 6000억개를 웃도는",
        "약 6000억개 이상의 파라미터",
    ),
    (None, "6e11", "parameter", "at_most"): (
        "매개변수 최대 6000억개",
        "6000억개 이하의 파라미터",
        "파라미터 6000억개 미만",
        "파라미터가 6000억개를 밑도는",
        "파라미터 6000억개를 넘지 않는",
    ),
    ("1e12", None, "parameter", "order"): (
        "조 단위 파라미터",
        "조(1조) 단위 매개변수",
        "파라미터 1조 단위",
        "兆 단위 매개변수",
    ),
    ("3e8", "3e8", "person", "exact"): ("이용자 3억명", "3억 명의 이용자", "이용자 3억", "가입자 삼억 명"),
    ("3e8", None, "person", "at_least"): ("이용자 3억명을 돌파했다", "3억 이상의 가입자", "3억명 넘는 고객"),
    ("3e8", "3e8", "person", "about"): ("이용자 3억명 돌파를 앞뒀다", "3억명 돌파 임박", "3억여 명"),
    ("1.5e4", "1.5e4", "gpu", "exact"): (
        "GPU 1만5000장",
        "1만 5,000장의 GPU",
        "1.5만장의 그래픽처리장치(GPU)",
        "엔비디아 H100 1만5천개를",
        "15,000 GPU를",
        "GPU 1만5000대를",
    ),
    ("2.4e12", "2.4e12", "KRW", "exact"): (
        "2조4000억원",
        "2.4조 투자",
        "2조 4천억 원",
        "₩2조4000억",
        "AI에 2조4000억 쏟는다",
    ),
    ("2.4e12", "2.4e12", "KRW", "about"): (
        "2조4000억원어치",
        "2조4000억원대",
        "2조4천억원 상당",
        "2조4000억원가량",
        "2조4000억원 남짓",
    ),
    ("4.06e8", "4.06e8", "USD", "exact"): (
        "4억 600만 달러",
        "4억600만달러",
        "$4억600만",
        "US$406M",
        "4억 600만불을",
        "미화 4억600만 달러",
        "406 million 달러",
    ),
    ("2e10", "1e11", "KRW", "order"): (
        "수백억원",
        "수백억 원 규모",
        "수백억 투자",
        "數백억원"[1:].replace("백억원", "수백억원"),
    ),
    ("5e10", "6e10", "KRW", "range"): (
        "500억~600억원",
        "500~600억원",
        "500억∼600억 원",
        "500억원에서 600억원 사이",
        "적게는 500억원부터 많게는 600억원",
        "500억-600억원",
    ),
    ("4e9", "7e9", None, "range"): ("40~70억개 수준", "40억～70억 개"),
    ("3e11", "4e11", "KRW", "range"): ("3천~4천억원", "3000~4천억 원"),
    ("1e8", "1e8", "W", "exact"): ("100MW", "100㎿", "100메가와트", "0.1GW", "100메가와트(MW)"),
    ("6e7", "1.2e8", "W", "range"): ("60~120MW급", "60∼120메가와트(MW)급"),
    ("1e9", None, "W", "order"): ("GW급", "기가와트급", "GW(기가와트)급 시설"),
    ("7e17", "7e17", "FLOP/s", "exact"): (
        "700PF",
        "700페타플롭스",
        "700페타플롭(PF)",
        "0.7엑사플롭스",
        "1초에 70경 번 연산",
    ),
    ("9.57e16", "9.57e16", "FLOP/s", "exact"): ("1초에 9경5700조 번", "초당 9경5천700조회 연산"),
    ("2e12", "2e12", "token", "exact"): (
        "2조 개 토큰",
        "2조개의 토큰",
        "토큰 2조개",
        "토큰 2조개일 것",
        "토큰이 2조개일지",
        "2T 토큰",
        "2조 개의 단어",
    ),
    ("128000", "128000", "token", "exact"): ("128K 토큰", "12만8000토큰", "12만8천 토큰"),
    ("6e18", "6e18", "byte", "exact"): ("6EB", "6엑사바이트", "6EB(엑사바이트)"),
    ("30", "30", "percent", "exact"): ("30%", "30％", "30퍼센트", "삼십 퍼센트"),
    ("3", "3", "times", "exact"): ("3배", "세 배", "세배로"),
    ("0.5", "0.5", "times", "exact"): ("절반", "2분의 1"),
    ("1.2", "1.2", "USD", "exact"): ("1달러 20센트", "$1.2", "1.2달러"),
    ("7.5e9", "7.5e9", "CAD", "exact"): ("75억 캐나다달러", "75억 캐나다 달러", "C$75억"),
    ("1e9", "1e9", "HKD", "exact"): ("10억 홍콩달러", "HK$10억"),
    ("20", "20", "EUR", "exact"): ("20유로", "이십유로", "EUR 20", "€20", "EUR20"),
    ("27000", "27000", "KRW", "exact"): ("2만7000원", "이만칠천원", "27,000원", "이만 칠천 원", "KRW 27,000"),
}


def said(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, str | None, str]:
    """Return what a quantity says."""
    return quantity.low, quantity.high, quantity.unit, quantity.qualifier


@pytest.mark.parametrize(
    ("expected", "text"),
    [(expected, text) for expected, ways in READ.items() for text in ways],
    ids=str,
)
def test_every_way_to_say_an_amount_reads_as_it(expected: Said, text: str) -> None:
    """Value, bounds, unit and qualifier follow the figure guide, however the amount is written."""
    low, high, unit, qualifier = expected
    found = [said(quantity) for quantity in find_quantities(text)]

    assert found == [(low and Decimal(low), high and Decimal(high), unit, qualifier)]


NOTHING = (
    "제3조와 제4조에 따라",
    "2억 화소 카메라",
    "GPT-3와 GPT-4",
    "5G 통신과 4K 화면",
    "버전 3.5를 내놨다",
    "02-1234-5678로 문의",
    "2021년 5월 25일 오후 3시 30분",
    "2021.05.25",
    "3대1로 이겼다",
    "세계 3위에 올랐다",
    "1) 개요 2) 방법",
    "백조가 보유한 조용한 호수",
    "한 개발자가 하나로 뭉쳤다",
    "3경기에서 2승",
    "이천 공장에서",
    "만일 그렇다면 천만에요",
    "투자했다는 이유로",
    "높은 천장과 만기",
    "대역폭 2TB/s",
    "할 수만 있다면",
    "이경구 기자",
    "사경이 동반된",
    "해운대 백사장에서",
    "초당 수천 번의 로그인",
    "수익 구조 개선",
    "이억원 금융위원장은",
    "900억원~100억원",
    "1" * 41 + "천 원",
    "Model-" + "1" * 41 + "B",
    "백" + "1" * 41,
    "34만 평 부지",
    "3개월 만에 2년간",
    "아이폰17과 갤럭시24",
    "1234567890123456789012345678901234567890123원",
    "",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_amount_is_refused(text: str) -> None:
    """Articles of law, versions, names, dates, ranks, scores, areas and words that only sound like numbers are none."""
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("60억·130억·250억 개의 파라미터", [("6e9", "parameter"), ("1.3e10", "parameter"), ("2.5e10", "parameter")]),
        ("60억, 130억, 250억개 매개변수", [("6e9", "parameter"), ("1.3e10", "parameter"), ("2.5e10", "parameter")]),
        ("1000억→300억달러", [("1e11", "USD"), ("3e10", "USD")]),
        ("8천192개·1만5천488개", [("8192", None), ("15488", None)]),
        ("600억 달러에서 650억으로 올렸다", [("6e10", "USD"), ("6.5e10", "USD")]),
        ("GPU 26만 장과 전력 20MW", [("2.6e5", "gpu"), ("2e7", "W")]),
        ("60억개의 매개변수와 2000억 개 토큰", [("6e9", "parameter"), ("2e11", "token")]),
        ("Qwen3-235B-A22B", [("2.35e11", "parameter"), ("2.2e10", "parameter")]),
        ("시드14B 모델", [("1.4e10", "parameter")]),
        ("7~70B 모델", [("7e9", "parameter")]),
        ("수천억~수조 원", [("2e11", "KRW")]),
        ("5~조 단위 투자", [("1e12", "KRW")]),
        ("조 단위~5조원", [("1e12", "KRW"), ("5e12", "KRW")]),
        ("3백500명", [("500", "person")]),
        ("5천~만 원", [("5000", "KRW")]),
        ("300억원(200억원)", [("3e10", "KRW"), ("2e10", "KRW")]),
        ("1억원 이상 규모 수준 가량 정도 안팎", [("1e8", "KRW")]),
        ("4대 GPU 주식", [("4", None)]),
        ("컨소시엄이 5000억 개(500B) 파라미터 규모", [("5e11", "parameter")]),
        ("회사채 발행 128조 돌파, 이 기사는", [("1.28e14", "KRW")]),
        ("연구학교 16곳으로", [("16", None)]),
        ("GPU 5만 장 투자", [("5e4", "gpu")]),
        ("매출 1000만~2000만, 약 300만원", [("1e7", "KRW"), ("3e6", "KRW")]),
        ("100억 달러 이상(약 14조원 이상)", [("1e10", "USD")]),
        ("최대 1조개(최대 1T)의 파라미터", [(None, "parameter")]),
        ("2조원, 3조원 그리고 약 최소 약 최대 약 5조원", [("2e12", "KRW"), ("3e12", "KRW"), ("5e12", "KRW")]),
        ("1조, 2조 규모 모델", [("1e12", "parameter"), ("2e12", "parameter")]),
    ],
)
def test_neighbours_share_what_is_said_once(text: str, amounts: list[tuple[str | None, str | None]]) -> None:
    """A list says its unit at the end; what replaces an amount is of its currency."""
    found = [(quantity.low, quantity.unit) for quantity in find_quantities(text)]

    assert found == [(value and Decimal(value), unit) for value, unit in amounts]


@pytest.mark.parametrize(
    ("text", "gloss", "unit"),
    [
        ("1억 달러(약 1,127억 원)", "1.127e11", "KRW"),
        ("75억 캐나다달러(약 54억 달러)", "5.4e9", "USD"),
        ("877조원(약 6,500억 달러)", "6.5e11", "USD"),
        ("5억 달러(한화 약 7300억 원) 이상", "7.3e11", "KRW"),
        ("400억 달러(약 6조 엔, 59조원)", "5.9e13", "KRW"),
        ("매개변수 5000억개(500B)", "5e11", "parameter"),
        ("204B(2040억개)", "2.04e11", "parameter"),
        ("910억~930억 달러(약 129조~132조원)", "1.29e14", "KRW"),
    ],
)
def test_the_amount_in_brackets_is_a_gloss(text: str, gloss: str, unit: str) -> None:
    """The first said is the quantity; the same amount in brackets is its gloss and no quantity of its own."""
    (found,) = find_quantities(text)

    assert found.gloss is not None
    assert (found.gloss.low, found.gloss.unit) == (Decimal(gloss), unit)
    assert found.end == len(text)


@pytest.mark.parametrize("text", ["1만개입니다", "1만명입니다", "1만 장입니다", "1만대인데"])
def test_a_counter_may_end_its_sentence_politely(text: str) -> None:
    """Broadcasters say 입니다 where newspapers say 다."""
    assert [found.low for found in find_quantities(text)] == [Decimal(10_000)]


def test_money_that_lost_a_unit_is_known_by_what_is_left() -> None:
    """'125조2000원' was 125조2000억원: 125 trillion are sure, give or take half of one."""
    (found,) = find_quantities("125조2000원을")

    assert (found.low, found.grain) == (Decimal("125e12"), Decimal("1e12"))


def test_another_figure_in_brackets_is_no_gloss() -> None:
    """A bracket that says another amount of the same currency is a quantity of its own."""
    found = find_quantities("매출 300억원(작년 200억원)")

    assert [quantity.low for quantity in found] == [Decimal(300 * 10**8), Decimal(200 * 10**8)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("총 6000억개 규모의 모델", "총 6000억개 규모"),
        ("계약 100억원을", "100억원"),
        ("최소 5억 달러(약 7300억 원) 이상을", "최소 5억 달러(약 7300억 원) 이상"),
        ("1엑사플롭스(EF)급 시설", "1엑사플롭스(EF)급"),
        ("이용자 7억 명을 돌파했다", "7억 명"),
        ("사상 최대 1조원을", "1조원"),
    ],
)
def test_an_amount_spans_its_hedges(text: str, words: str) -> None:
    """From the first hedge to the last, without the particle and the verb behind."""
    (found,) = find_quantities(text)

    assert text[found.start : found.end] == words


def test_a_record_is_no_bound() -> None:
    """'사상 최대 1조원' is a record of exactly that."""
    (found,) = find_quantities("사상 최대 1조원 투자")

    assert found.qualifier == "exact"


@pytest.mark.parametrize(
    ("text", "grain"),
    [("12.1조원", "1e11"), ("5190억개", "1e9"), ("100~200억원", "0"), ("수백억원", "0"), ("103MW", "1e6")],
)
def test_grain_is_that_of_the_digits(text: str, grain: str) -> None:
    """A point knows the place of its last telling digit in base units; a range and an order have none."""
    (found,) = find_quantities(text)

    assert found.grain == Decimal(grain)


def test_a_counter_is_kept() -> None:
    """The counter stays, for whoever knows from elsewhere what is counted."""
    (found,) = find_quantities("각각 5만 장")

    assert (found.counter, found.unit) == ("장", None)


def test_a_metric_may_bring_its_own_units() -> None:
    """Unit words of the configuration join the table, and the later of two spellings stands."""
    table = table_of([*WORDS, UnitWord("큐비트", "qubit"), UnitWord("셀", "cell", Decimal(1000))])

    found = [said(quantity)[1:3] for quantity in find_quantities("100큐비트와 2셀", table)]

    assert found == [(Decimal(100), "qubit"), (Decimal(2000), "cell")]
    assert find_quantities("100큐비트", UNITS) == []
