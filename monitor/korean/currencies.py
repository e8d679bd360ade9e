"""
Currencies by ISO code, with every way that Korean writes them: 달러, 불, 美달러, 홍콩 달러, 위안화, HK$, 500 GBP.

Currencies that share a name are told apart by their country; the bare name is that of the first row that has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency: its *names*, the *countries* that may stand before them, and the *marks*: signs and codes."""

    code: str
    names: str
    countries: str = ""
    marks: str = ""


CURRENCIES = (
    Currency("KRW", "원", "한국 대한민국", "₩ ￦ KRW"),
    Currency("USD", "달러 불 弗", "미국 미 美 US", "$ US$ USD"),
    Currency("EUR", "유로", "", "€ EUR"),
    Currency("CNY", "위안 인민폐 元", "중국", "CNY RMB"),
    Currency("JPY", "엔", "일본", "¥ JPY"),
    Currency("GBP", "파운드", "영국", "£ GBP"),
    Currency("HKD", "달러", "홍콩", "HK$ HKD"),
    Currency("CAD", "달러", "캐나다", "C$ CA$ CAD"),
    Currency("AUD", "달러", "호주 오스트레일리아", "A$ AU$ AUD"),
    Currency("NZD", "달러", "뉴질랜드", "NZ$ NZD"),
    Currency("SGD", "달러", "싱가포르", "S$ SGD"),
    Currency("TWD", "달러", "대만 신대만 타이완 뉴타이완", "NT$ TWD"),
    Currency("BND", "달러", "브루나이", "BND"),
    Currency("INR", "루피", "인도", "₹ Rs INR"),
    Currency("PKR", "루피", "파키스탄", "PKR"),
    Currency("LKR", "루피", "스리랑카", "LKR"),
    Currency("NPR", "루피", "네팔", "NPR"),
    Currency("IDR", "루피아", "인도네시아", "Rp IDR"),
    Currency("RUB", "루블", "러시아", "₽ RUB"),
    Currency("BYN", "루블", "벨라루스", "BYN"),
    Currency("CHF", "프랑", "스위스", "CHF"),
    Currency("FRF", "프랑", "프랑스"),
    Currency("BEF", "프랑", "벨기에"),
    Currency("THB", "바트 밧", "태국", "฿ THB"),
    Currency("VND", "동", "베트남", "₫ VND"),
    Currency("KHR", "리엘", "캄보디아", "KHR"),
    Currency("LAK", "킵", "라오스", "LAK"),
    Currency("MMK", "짯", "미얀마", "MMK"),
    Currency("MNT", "투그릭", "몽골", "MNT"),
    Currency("MYR", "링깃 링기트", "말레이시아", "MYR"),
    Currency("MOP", "파타카", "마카오"),
    Currency("BDT", "타카", "방글라데시", "BDT"),
    Currency("KZT", "텡게", "카자흐스탄", "KZT"),
    Currency("UZS", "숨", "우즈베키스탄", "UZS"),
    Currency("MXN", "페소", "멕시코", "MXN"),
    Currency("PHP", "페소", "필리핀", "₱ PHP"),
    Currency("ARS", "페소", "아르헨티나", "ARS"),
    Currency("CLP", "페소", "칠레", "CLP"),
    Currency("COP", "페소", "콜롬비아"),
    Currency("PEN", "솔", "페루"),
    Currency("BRL", "헤알", "브라질", "R$ BRL"),
    Currency("SAR", "리얄 리알", "사우디 사우디아라비아", "SAR"),
    Currency("QAR", "리얄 리알", "카타르", "QAR"),
    Currency("OMR", "리얄 리알", "오만", "OMR"),
    Currency("IRR", "리얄 리알", "이란", "IRR"),
    Currency("AED", "디르함", "아랍에미리트 UAE", "AED"),
    Currency("MAD", "디르함", "모로코"),
    Currency("KWD", "디나르", "쿠웨이트", "KWD"),
    Currency("IQD", "디나르", "이라크", "IQD"),
    Currency("BHD", "디나르", "바레인", "BHD"),
    Currency("JOD", "디나르", "요르단", "JOD"),
    Currency("RSD", "디나르", "세르비아", "RSD"),
    Currency("ILS", "셰켈 세켈", "이스라엘", "₪ ILS"),
    Currency("TRY", "리라", "튀르키예 터키", "₺ TRY"),
    Currency("ITL", "리라", "이탈리아"),
    Currency("EGP", "파운드", "이집트", "EGP"),
    Currency("IEP", "파운드", "아일랜드"),
    Currency("ZAR", "랜드", "남아공 남아프리카공화국", "ZAR"),
    Currency("NGN", "나이라", "나이지리아", "₦ NGN"),
    Currency("KES", "실링", "케냐", "KES"),
    Currency("SEK", "크로나", "스웨덴", "SEK"),
    Currency("ISK", "크로나", "아이슬란드", "ISK"),
    Currency("NOK", "크로네", "노르웨이", "NOK"),
    Currency("DKK", "크로네", "덴마크", "DKK"),
    Currency("CZK", "코루나", "체코", "CZK"),
    Currency("PLN", "즈워티", "폴란드", "PLN"),
    Currency("HUF", "포린트", "헝가리", "HUF"),
    Currency("RON", "레우 레이", "루마니아"),
    Currency("BGN", "레프", "불가리아", "BGN"),
    Currency("UAH", "흐리우냐 흐리브냐", "우크라이나", "₴ UAH"),
    Currency("DEM", "마르크", "독일 서독"),
    Currency("FIM", "마르카", "핀란드"),
    Currency("NLG", "길더 휠던", "네덜란드"),
    Currency("ESP", "페세타", "스페인"),
    Currency("PTE", "에스쿠도", "포르투갈"),
    Currency("GRD", "드라크마", "그리스"),
    Currency("BTC", "비트코인", "", "₿ BTC"),
    Currency("ETH", "이더리움", "", "ETH"),
)
MONEY = frozenset(currency.code for currency in CURRENCIES)
_ONLY_BEHIND_A_COUNTRY = frozenset({"솔", "숨", "레이", "타카", "실링", "나이라"})  # other words, or the start of one
_CASH = frozenset({"원", "엔"})  # of the names of one syllable, those that take 화: 원화, 엔화


def currency_words() -> Iterator[tuple[str, str]]:
    """Yield every spelling that may stand behind a number, with its code."""
    yield from _marks()
    yield from _names(bare=True)


def words_before() -> Iterator[tuple[str, str]]:
    """Yield every spelling that may stand before a number, with its code: $, EUR, 엔화, 캐나다 달러; not 달러."""
    yield from _marks()
    yield from _names(bare=False)


def _marks() -> Iterator[tuple[str, str]]:
    for currency in CURRENCIES:
        for mark in currency.marks.split():
            yield mark, currency.code


def _names(*, bare: bool) -> Iterator[tuple[str, str]]:
    """Yield 달러 (where *bare*) and 달러화 for the first that bears the name, 캐나다 달러 and 캐나다달러 for each."""
    owned: set[str] = set()
    for currency in CURRENCIES:
        for name in currency.names.split():
            if name not in owned | _ONLY_BEHIND_A_COUNTRY:
                owned.add(name)
                yield from _plain(name, currency, bare=bare)
            for country in currency.countries.split():
                yield f"{country} {name}", currency.code
                yield f"{country}{name}", currency.code


def _plain(name: str, currency: Currency, *, bare: bool) -> Iterator[tuple[str, str]]:
    if bare:
        yield name, currency.code
    if len(name) > 1 or name in _CASH:
        yield f"{name}화", currency.code
