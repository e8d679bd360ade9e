"""
Currencies by ISO code, with every way that Korean news writes them: 달러, 불, 美달러, 홍콩 달러, 위안화.

A currency that shares its name with a greater one is written behind its country: 캐나다 달러, 영국 파운드.
"""

from __future__ import annotations

from collections.abc import Iterator

CURRENCIES = {
    "KRW": ("원", "원화", "KRW", "₩"),
    "USD": ("달러", "불", "弗", "달러화", "미국 달러", "미 달러", "美 달러", "US달러", "USD", "$"),
    "EUR": ("유로", "유로화", "EUR", "€"),
    "CNY": ("위안", "위안화", "중국 위안", "인민폐", "元", "CNY"),
    "JPY": ("엔", "엔화", "일본 엔", "JPY", "¥"),
    "GBP": ("파운드", "파운드화", "영국 파운드", "GBP", "£"),
    "HKD": ("홍콩 달러", "HKD"),
    "CAD": ("캐나다 달러", "CAD"),
    "AUD": ("호주 달러", "오스트레일리아 달러", "AUD"),
    "NZD": ("뉴질랜드 달러", "NZD"),
    "SGD": ("싱가포르 달러", "SGD"),
    "TWD": ("대만 달러", "신대만 달러", "TWD"),
    "INR": ("루피", "인도 루피", "INR"),
    "IDR": ("루피아", "인도네시아 루피아", "IDR"),
    "RUB": ("루블", "러시아 루블", "RUB"),
    "CHF": ("프랑", "스위스 프랑", "CHF"),
    "FRF": ("프랑스 프랑",),
    "BEF": ("벨기에 프랑",),
    "THB": ("바트", "태국 바트", "THB"),
    "VND": ("베트남 동", "VND"),
    "MXN": ("페소", "멕시코 페소", "MXN"),
    "PHP": ("필리핀 페소",),
    "CLP": ("칠레 페소",),
    "BRL": ("헤알", "브라질 헤알", "BRL"),
    "SAR": ("리얄", "사우디 리얄", "SAR"),
    "AED": ("디르함", "AED"),
    "KWD": ("쿠웨이트 디나르",),
    "MYR": ("링깃", "링기트", "말레이시아 링깃", "MYR"),
    "SEK": ("스웨덴 크로나", "SEK"),
    "NOK": ("노르웨이 크로네", "NOK"),
    "DKK": ("덴마크 크로네", "DKK"),
    "ISK": ("아이슬란드 크로나",),
    "TRY": ("튀르키예 리라", "터키 리라", "TRY"),
    "ITL": ("이탈리아 리라",),
    "ZAR": ("남아공 랜드", "ZAR"),
    "ILS": ("셰켈", "이스라엘 셰켈", "ILS"),
    "PLN": ("즈워티", "PLN"),
    "CZK": ("체코 코루나",),
    "HUF": ("포린트", "헝가리 포린트"),
    "DEM": ("마르크", "독일 마르크", "서독 마르크"),
    "FIM": ("마르카", "핀란드 마르카"),
    "NLG": ("길더", "휠던", "네덜란드 길더", "네덜란드 휠던"),
    "ESP": ("페세타", "스페인 페세타"),
    "PTE": ("에스쿠도",),
    "IEP": ("아일랜드 파운드",),
    "EGP": ("이집트 파운드",),
}
MONEY = frozenset(CURRENCIES)


def currency_words() -> Iterator[tuple[str, str]]:
    """Yield every spelling with its code; a name of two words also without the blank."""
    for code, spellings in CURRENCIES.items():
        for spelling in spellings:
            yield spelling, code
            if " " in spelling:
                yield spelling.replace(" ", ""), code
