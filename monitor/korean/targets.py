"""Say what time a figure is for: the period of its own clause, or of one that lends it its time; never the day of the news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from monitor.korean.days import add_months
from monitor.korean.endings import endings, spread
from monitor.korean.moods import RETIMED
from monitor.korean.plans import grew_on_paper
from monitor.korean.text import Clause
from monitor.model import Days, Period, Quantity, Status

# What follows the day of an announcement, an event or a report: it dates the news, not the figure.
_NEWS = (
    "밝혔|밝힌|밝히|발표|말했|전했|보도|열린|열고|열어|개최|만나|만난|나란히|의결|공시|알렸|강조했|설명했|간담회|출범|확정했|참석|기자회견|에 따르면|"
    "에 의하면|(?:공개|제시|약속|예고|공언)한(?!다)|내놓은|업계|선보인(?!다)"
)
_OF_ACCOUNTS = re.compile(
    r"\s(?:실적|결산|잠정\s?실적|콘퍼런스콜|컨퍼런스콜|사업보고서)"
)  # '1분기 실적 발표 뒤': what was told then
_LATER = re.compile(r"\s?[뒤후]$")  # '넉 달 뒤 투자받아': after what was told before it
_WAS_THEN = re.compile(
    r"(?:에|에는)?\s[\d,.천백조억만\s]+[가-힣]{0,4}에서\s(?=[^.]*\d)"
)  # '지난해 9월 1830억달러에서 3800억달러로'
_UNTIL_TODAY = re.compile(r"지난|최근")
_IN_USE = re.compile(
    r"\s?(?:위탁\s?)?(?:운영|임대|임차|이용|사용|제공)"
)  # '1000장을 확보해 5년간 운영': not until when
_NEWS_DAY = re.compile(
    rf"\s?(?:\(현지\s?시[간각]\)|\(한국\s?시[간각]\))?(?:(?!\s\d+일\s)(?:[^,.]|[,.](?=\d))){{0,46}}?(?:{_NEWS})"
)
_NEWS_THEN = re.compile(
    r"\s?(?:체결(?:한|된)\s|맺은\s)?(?:투자\s?)?(?:약속|약정|합의|협약|계약|발표)|\s?(?:에|에는)?\s?(?:처음\s)?(?:밝힌|발표한|제시한|약속한|예고한|공언한|공개한|내놓은)(?!다)"
)  # 'promised last year'
_COMPARED = re.compile(r"\s?(?:보다|대비|에 비해|의\s\d|연?매출을 (?:넘|웃))")  # than last year, this year(3조)의 …
_BEGINNING = re.compile(
    r"[^,.]{0,14}?(?:착공|첫 삽|설립|창업|상장|선정|출범)"
)  # when it begins is not when it is there
_DONE = re.compile(
    r"\s?(?:에\s|말\s|께\s)?[^,.]{0,8}?(?:준공|완공|개통|개소|가동|완성|완료|목표|공개|출시|내놓|선보|상용|서비스를\s(?:시작|개시)|마무리|마감|미뤄|미뤘|늦춰|연기|조정|앞당|밀려|밀렸|밀린|밀리|늦춘|늦췄|늦추|미룬|미루|구축|집행|투입된|쓰인)"
)
_PAST_WORDS = re.compile(r"지난|작년|전날|이날|어제|재작년|올\s?초|올해 초|연초|이달 초")
_DATED_DEEDS = frozenset(
    {
        "investment",
        "funding",
        "valuation",
        "contract",
        "revenue",
        "users",
        "headcount",
        "gpus",
        "power",
        "compute",
        "downloads",
    }
)
_DURATION = re.compile(r"년간|개월간|동안|년 동안|년에 걸쳐|개년")
_OF_ALL = re.compile(
    r"(?:\([^)]*\))?\s?(?:가운데|중(?:에서)?)[\s,]"
)  # '전체 500MW 가운데 1단계로': the part has the time
_STANDS = endings(r"평가(?:되ㄴ다|되ㅂ니다|받고 있)")  # 'is valued at' is of now
# a relative clause without a subject of its own takes the time before it: '2019년 설립한 즈푸', '지난달 출시한'
_RELATIVE = endings(
    r"^[^,]{0,26}?(?<!에 위치)(?<!위)(?<!대)(?<!관)(?<!비롯)(?<!향)(?<!포함)(?:하|되|세우|만드|내놓으|선보이|여)ㄴ(?: 이후|\s)"
)
_SUBJECT = re.compile(r"[가-힣A-Za-z'’)](?:이|가|은|는)\s")
_TENSED = endings(r"ㅆ(?:고|으며|지만|는데|으나)[,\s]*$")

# months in which a firm's fiscal year begins, in the calendar year before that which names it
FISCAL_STARTS = {"microsoft": 7, "oracle": 6, "apple": 10, "nvidia": 2, "alibaba": 4}


def target_of(
    quantity: Quantity,
    metric: str,
    status: Status,
    sentence: str,
    clauses: Iterable[Clause],
    periods: Iterable[Period],
    company: str = "",
) -> Days | None:
    """Return the days that *quantity* is for, or None when nothing in *sentence* says so; clauses and periods in order."""
    if status == "actual" and (metric not in _DATED_DEEDS or _is_now(metric, sentence, quantity)):
        return None
    if _OF_ALL.match(sentence, quantity.end) or grew_on_paper(spread(sentence[quantity.end : quantity.end + 60])):
        return None
    cut = list(clauses)
    clause = next((c for c in cut if c.start <= quantity.start < c.end), Clause(0, len(sentence), ""))
    fitting = [p for p in periods if p.cue != "superseded" and _fits(p, quantity, status, sentence, metric)]
    own = [p for p in fitting if clause.start <= p.start < clause.end]
    lending = _lending(sentence, cut, clause)
    ordered = (
        [p for p in fitting if status == "planned" and p.start >= quantity.end and _MOVED_TO.match(sentence, p.end)],
        [p for p in own if p.end <= quantity.start][::-1],
        [p for p in own if p.start >= quantity.end][:: -1 if status == "planned" else 1],
        [p for p in fitting if lending <= p.start and p.end <= clause.start][::-1],
        [p for p in fitting if p.start >= clause.end and _is_when_done(sentence, p)] if status == "planned" else [],
    )
    found = next((_when_built(sentence, group) or group[0] for group in ordered if group), None)
    if found and status == "planned" and found.first and not found.last and _STARTS.match(sentence, found.end):
        return found.first, _end_of(found.first, sentence[found.start : found.end])
    return _fiscal(found, company) if found else None


def _when_built(sentence: str, group: list[Period]) -> Period | None:
    """Return the time at which it is built, of several told: '2029년 준공을 거쳐 2030년 문을 연다'."""
    return next((p for p in group if _BUILT.match(sentence, p.end)), None) if len(group) > 1 else None


_BUILT = re.compile(r"(?:에)?\s?(?:준공|완공)(?:을|해|하고|한 뒤|된 뒤)\s")
# '연내 들여오기로 한 1만장의 도입이 내년 상반기로 연기됐다': the time that it was moved to
_MOVED_TO = re.compile(
    r"(?:까지)?(?:으)?로\s(?:[가-힣]{1,4}\s|(?:[가-힣]{1,3}|\d+)\s?(?:년|달|개월|분기)\s){0,2}"
    rf"(?:{RETIMED}|단축|좁[혀혔히힌]|빨라|늘[려렸린리])(?![가-힣]{{0,2}}(?:더니|\s끝|\s뒤))"
)
# '4000억원이 투입되며 가동 목표는 2023년이다'
_ITS_TIME = re.compile(r"(?:가동|완공|준공|공개|출시|개소|완성|운영)\s?(?:목표|시점|시기|예정일?)(?:는|은)\s$")


def _is_when_done(sentence: str, period: Period) -> bool:
    """Tell whether a time of a clause to come is that in which what is told of is there."""
    return bool(_DONE.match(sentence, period.end) or _ITS_TIME.search(sentence, 0, period.start))


# '내년 1월부터 가동할': that is when it is there
_STARTS = re.compile(r"\s(?:[가-힣]+\s)?(?:가동|운영에|문을 여|문을 열|서비스(?!를\s확))")
_MONTHS = (("월", 1), ("분기", 3), ("반기", 6))


def _end_of(first: date, words: str) -> date:
    """Return the last day of the month, quarter, half or year that *words* name and that begins on *first*."""
    return add_months(first, next((count for word, count in _MONTHS if word in words), 12)) - timedelta(days=1)


def _is_now(metric: str, sentence: str, quantity: Quantity) -> bool:
    return metric == "valuation" and bool(_STANDS.search(spread(sentence[quantity.end : quantity.end + 16])))


def _lending(sentence: str, clauses: list[Clause], clause: Clause) -> int:
    """Return where the clauses begin that lend *clause* their time: those before it up to one with a tense of its own."""
    start = clause.start
    for earlier in reversed([c for c in clauses if c.end <= clause.start]):
        if _TENSED.search(spread(sentence[earlier.start : earlier.end][-8:])):
            break
        start = earlier.start
    return start


def _fits(period: Period, quantity: Quantity, status: Status, sentence: str, metric: str) -> bool:
    """Tell whether a time can be that of a figure: not of the news, of a comparison, of a beginning, of a relative clause."""
    words = sentence[max(0, period.start - 4) : period.end]
    ahead = status == "planned" and (period.first is None or _AHEAD.search(words))
    means = metric == "investment" and _TO_HAVE.fullmatch(sentence, quantity.end, period.start)
    if period.start >= quantity.end and _DIGIT.search(sentence, quantity.end, period.start) and not means:
        return False  # behind another number: that one's time
    if period.start >= quantity.end and _ANOTHERS.search(sentence, quantity.end, period.start):
        return False  # 'LG가 100조원을 쓰고 SK는 2028년까지'
    until_behind = period.first is None and period.start >= quantity.end
    if status == "actual" and until_behind and _DIGIT.search(sentence, period.end):
        return False  # '지금 900명인 인력을 내년까지 1200명으로': the time of what it is to become
    if _is_of_the_news(sentence, period, quantity) or (
        status == "planned" and _OF_ACCOUNTS.match(sentence, period.end)
    ):
        return False
    if period.end <= quantity.start and _REPLACED.search(sentence, period.end, quantity.start):
        return False
    if not ahead and period.end <= quantity.start and _of_a_relative_clause(sentence[period.end : quantity.start]):
        return False
    if status == "actual":
        return _fits_a_fact(period, quantity, sentence, metric)
    one_day = period.first is not None and period.first == period.last
    if one_day and not _AHEAD.search(words) and not _DONE.match(sentence, period.end):
        return False
    if period.start >= quantity.end and _IN_USE.match(sentence, period.end):
        return False
    begins = metric != "funding" and _BEGINNING.match(sentence, period.end)
    return not _PAST_WORDS.search(words) and not begins


def _fits_a_fact(period: Period, quantity: Quantity, sentence: str, metric: str) -> bool:
    """Tell whether a time can be that of what is there: not of what was before it, of another deed, or how long it lasts."""
    words = sentence[max(0, period.start - 3) : period.end]
    then = _WAS_THEN.match(sentence, period.end) if _PAST_WORDS.search(words) else None
    if _LATER.search(words) or (then and then.end() <= quantity.start):
        return False
    if metric == "valuation" and _OTHER_DEED.search(sentence, period.end, max(period.end, quantity.start)):
        return False
    return not _DURATION.search(sentence[period.start : period.end + 2]) or bool(_UNTIL_TODAY.search(words))


def _is_of_the_news(sentence: str, period: Period, quantity: Quantity) -> bool:
    """Tell whether a time is that of the announcement or of a decision, or one that is compared with."""
    decided = _OF_A_BILL.match(sentence, period.end) or (
        period.end <= quantity.start and _DECIDED.match(sentence, quantity.end)
    )
    if decided and _DAY_OR_MONTH.search(sentence, period.start, period.end):
        return True
    told = _news_day(sentence, period) or _NEWS_THEN.match(sentence, period.end)
    return bool(told or _COMPARED.match(sentence, period.end))


# '2023년 대학을 그만두고 창업해 100억 달러 기업을 일궜다': when something else was done
_OTHER_DEED = re.compile(
    r"[가-힣](?:두고|하고|되고|창업해|설립해|중퇴|세워|차려)[,\s]|[가-힣](?:한|된)\s(?:뒤|후|지)\s"
)
_OF_A_BILL = re.compile(r"(?:에)?\s(?:\d차\s)?추경")  # '이달 2차 추경이 1793억원이다': when it passed
_DAY_OR_MONTH = re.compile(r"[월달일]$")
_DECIDED = re.compile(
    r"[이가은는]\s[^,.\d]{0,14}?(?:통과|의결|확정|승인)(?:됐|되었|했)"
)  # '이달에는 2차 추경 1793억원이 통과됐다': when it was decided
_REPLACED = re.compile(
    r"\d[^\s]*\s?(?:[가-힣]{0,4})(?:이던|이었던|였던)\s"
)  # '작년 9월 1830억달러이던 몸값이': that one's time
_ANOTHERS = re.compile(r"[고며],?\s[가-힣A-Za-z]{2,8}[은는]\s$")
# '1조4600억원을 투입해 GPU 1만장을 연말까지 확보': the money's time is that of what it buys
_TO_HAVE = re.compile(
    r"[을를]\s(?:투입해|투자해|들여|써서?)\s[^,.\d]{0,16}\d[\d,.]*[천만억]?\s?(?:여\s?)?[장개대기][을를]\s"
)
_COMING = re.compile(r"(?<![가-힣])오는\s")
_AHEAD = re.compile(r"(?<![가-힣])오는|향후|앞으로|까지|다음(?!\s?날)|내년")
_DIGIT = re.compile(r"\d[\d,.]*\s?(?:[천만억조원명장개대]|달러|[GMk]?W|[BMT])")


_ALL_OF_IT = re.compile(r"^\s한\s(?:해|달)(?:\s동안|에만|에)?(?=\s)")  # '올해 한 해 동안': no '하ㄴ' that modifies


def _of_a_relative_clause(between: str) -> bool:
    between = _ALL_OF_IT.sub("", between)
    found = _RELATIVE.match(spread(between))
    return bool(found) and not _SUBJECT.search(between[: len(found.group())]) if found else False


def _news_day(sentence: str, period: Period) -> bool:
    """Tell whether a single day only dates the news; 까지 (until), 다음 (next) and 오는 (coming) never do."""
    one_day = period.first is not None and period.first == period.last
    words = sentence[period.start : period.end + 3]
    coming = _COMING.search(sentence, max(0, period.start - 4), period.end)  # '카카오는 4일' is no coming day
    if not one_day or "까지" in words or "다음" in words or coming:
        return False
    return bool(_NEWS_DAY.match(sentence, period.end))


def _fiscal(period: Period, company: str) -> Days:
    """Return the days of a period; a whole fiscal year is that of the company, where its year is not the calendar's."""
    month = FISCAL_STARTS.get(company)
    first, last = period.first, period.last
    if period.cue != "fiscal" or not month or not first or not last or (last - first).days < _YEAR:
        return first, last
    return date(first.year - 1, month, 1), date.fromordinal(date(first.year, month, 1).toordinal() - 1)


_YEAR = 364
