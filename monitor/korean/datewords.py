"""
The words that name days, months, weeks and years in Korean news, and the patterns that find them.

HEAD finds where a time begins; SUB, IN_MONTH and DAY_OF read on behind a year, a month or a week. `dates` resolves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from monitor.korean.festivals import FESTIVALS

T = TypeVar("T")

# A blank in a word is optional in the text. The tables are asked with `meaning`.
YEAR_WORDS = {
    "올 해": 0,
    "올 한 해": 0,
    "올": 0,
    "금년": 0,
    "이번 해": 0,
    "당해": 0,
    "내년": 1,
    "명년": 1,
    "후년": 2,
    "내후년": 2,
}
YEAR_WORDS |= {
    "지난 해": -1,
    "작년": -1,
    "전년": -1,
    "지난 한 해": -1,
    "작년 한 해": -1,
    "지난해 한 해": -1,
    "재작년": -2,
    "지지난해": -2,
}
AFTER_ANCHOR = {"이듬해": 1, "다음 해": 1, "같은 해": 0, "그 해": 0}  # of the time said before
FOLLOWING = ("이듬", "다음", "같은", "그")
MONTH_WORDS = {"이 달": 0, "이번 달": 0, "금월": 0, "당월": 0, "지난 달": -1, "저번 달": -1, "전달": -1, "전월": -1}
MONTH_WORDS |= {"지지난 달": -2, "저저번 달": -2, "담 달": 1, "다음 달": 1, "내달": 1, "익월": 1, "다다음 달": 2}
WEEK_WORDS = {
    "이번 주": 0,
    "이 주": 0,
    "이번 한 주": 0,
    "금주": 0,
    "지난 주": -1,
    "저번 주": -1,
    "지지난 주": -2,
    "다음 주": 1,
}
WEEK_WORDS |= {"저저번 주": -2, "담 주": 1, "내주": 1, "차주": 1, "오는 주": 1, "다가오는 주": 1, "다다음 주": 2}
DAY_WORDS = {"오늘": 0, "금일": 0, "이 날": 0, "당일": 0, "그 날": 0, "어제": -1, "전날": -1, "전일": -1, "지난 날": -1}
DAY_WORDS |= {
    "어저께": -1,
    "어젯밤": -1,
    "지난밤": -1,
    "간밤": -1,
    "엊저녁": -1,
    "그제": -2,
    "그저께": -2,
    "엊그제": -2,
    "엊그저께": -2,
    "그끄제": -3,
    "그끄저께": -3,
}
DAY_WORDS |= {
    "내일": 1,
    "명일": 1,
    "익일": 1,
    "다음 날": 1,
    "이튿날": 1,
    "모레": 2,
    "내일 모레": 2,
    "글피": 3,
    "그글피": 4,
}
WEEKDAYS = "월화수목금토일"  # Monday to Sunday
ORDINALS = {
    "첫": 1,
    "첫째": 1,
    "첫번째": 1,
    "둘째": 2,
    "두번째": 2,
    "셋째": 3,
    "세째": 3,
    "세번째": 3,
    "넷째": 4,
    "네번째": 4,
}
ORDINALS |= {"다섯째": 5, "다섯번째": 5, "마지막": -1}
SPOKEN = {"일": 1, "이": 2, "삼": 3, "사": 4}
SPOKEN_MONTHS = SPOKEN | {"오": 5, "유": 6, "칠": 7, "팔": 8, "구": 9, "시": 10, "십일": 11, "십이": 12}


def meaning(table: Mapping[str, T], word: str) -> T:
    """Return what *word*, written with or without its blank, means in *table*."""
    return _without_blanks(table)[word.replace(" ", "")]


def _without_blanks(table: Mapping[str, T]) -> Mapping[str, T]:
    return {key.replace(" ", ""): value for key, value in table.items()}


def _any(words: Iterable[str]) -> str:
    """Return an alternation of *words*, longest first, their blanks optional."""
    return "|".join(re.escape(word).replace(r"\ ", "[ ]?") for word in sorted(words, key=len, reverse=True))


_COMPARED = r"(?![ ]?(?:동기|동월|대비|같은[ ]기간|보다|비[ ]|比))"  # 전년 대비 compares, it dates nothing
_ENDS = (
    r"(?=까지|부터|보다|께|경|쯤|에|로|이[면나던]|[을를은는이의만도과였]|[^가-힣]|$)"  # 초, 말 as words of their own
)
_TO = r"[ ]?[~∼〜～–-][ ]?"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_SPOKEN_MONTH = rf"(?:{'|'.join(sorted(SPOKEN_MONTHS, key=len, reverse=True))})"
# 오월 as a word of its own, not 오월동주; 이월 only with its day or year: it also means to carry over
_MONTH_ALONE = (
    rf"(?!이월){_SPOKEN_MONTH}월(?=까지|부터|에|의|은|이면|께|쯤|경|[ ](?:초|중|말|하|상|한|첫|둘|셋|마)|[ ]?[0-9]|[^가-힣 ]|[ ]|$)"
    r"|이월(?=[ ][0-9])"
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_QUARTER = r"제?[1-4일이삼사][ ]?(?:/4)?[ ]?사?분기"
_IN_YEAR = rf"[ ]?(?:말|초|[상하]반기|[1-4]분기|{_MONTH}월)"
_YEAR = (
    r"(?P<y4>(?:19|20)[0-9]{2})(?:[ ]?년(?:도)?(?!간|[ ]?(?:만에|동안)|생)|(?=[ ]?(?:회계[ ]?연도|[1-4]분기|[상하]반기))|\.[ ]?(?=(?:1[0-2]|0?[1-9])월))"
    r"|(?P<yh>(?:이천|천구백)[일이삼사오육칠팔구십]{0,4})[ ]?년(?:도)?(?!간|대|[ ]?(?:만에|동안|전|뒤|후|넘))"
    rf"|['’‘]?(?P<y2>[2-4][0-9])년(?=까지|부터|에[는도]?(?![가-힣]))|['’‘]?(?P<ym>[0-9]{{2}})년(?:도(?![가-힣])|(?={_IN_YEAR}))"
    r"|['’‘](?P<ya2>[0-9]{2})년(?!간|대|생)"
    r"|FY[ ]?(?P<fy>(?:20)?[0-9]{2})(?![0-9])"
    rf"|(?P<yw>(?:{_any((YEAR_WORDS | AFTER_ANCHOR).keys() - {'올'})})(?:도(?![가-힣]))?){_COMPARED}"
    rf"|(?P<ol>올)(?={_IN_YEAR}|연[초말]|[ ]?(?:{_QUARTER}|봄|여름|가을|겨울))"
)


def _lead(name: str) -> str:
    """Return the optional word that says which way: 오는 (coming), 지난 (past)."""
    return rf"(?:(?P<{name}>오는|다가오는|다가올|지난|저번|이번|다음|올)[ ]?)?"


_A_DURATION = (
    r"간|동안|째|차|제(?![가-힣])|치|정|분|자(?![가-힣])"
    r"|[ ]?(?:만[에의]|이상|연속|이?내(?![가-힣])|[내안]에|전(?![가-힣])|전에|뒤|후|넘|정도|가량)"
)
_NO_DAY = rf"(?!{_A_DURATION})(?!(?:(?<=^1일)|(?<=[^0-9]1일))[ ]?(?:[0-9]+[ ]?(?:회|번|차례|시간)|평균|최대|당(?![가-힣])|권))"
_SUB_BEGINS = (
    rf"[상하전후]반기|(?:[1-4]{_TO})?{_QUARTER}|(?:{_MONTH}월?{_TO})?{_MONTH}월(?!드)|{_MONTH_ALONE}"
    rf"|(?:{_DAY}{_TO})?{_DAY}일{_NO_DAY}(?![가-힣]?식)|(?:봄|여름|가을|겨울)(?=[에의부까 ]|$)"
)
_WEEK_ENDS = r"(?=[^가-힣]|$|[에의초중후내는은도들가를간만쯤께면]|[월화수목금토일]요일|부터|까지|보다|이후)"
_NTH = "첫[ ]?번째|두[ ]?번째|세[ ]?번째|네[ ]?번째|다섯[ ]?번째|첫째|둘째|셋째|세째|넷째|다섯째|마지막|첫"
_ISO = rf"(?P<iy>(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?P<sep>[-./])[ ]?(?P<im>{_MONTH})(?P=sep)[ ]?(?P<id>{_DAY})(?![0-9])"
_DMY = r"(?P<e1>[0-9]{1,2})(?P<sep2>[-/])(?P<e2>[0-9]{1,2})(?P=sep2)(?P<ey>(?:19|20)[0-9]{2})(?![0-9])"  # 02/22/2016
_SLASH = (  # 5/16; what may be a fraction (3/4) only by itself, with its weekday, or in a range
    rf"(?P<sm>{_MONTH})/(?P<sd>(?:3[01]|2[0-9]|1[3-9])(?![0-9/])"
    rf"|{_DAY}(?=까지|부터|[ ]?\([월화수목금토일]\)|[ ]?[~∼][ ]?[0-9])|(?:(?<=^[0-9]/)|(?<=^1[0-2]/)){_DAY}$)"
)
_YEARS = rf"(?P<ya>(?:19|20)[0-9]{{2}})년?{_TO}(?P<yb>(?:20)?[0-9]{{2}})년(?:도)?"
_HANGUL = (  # 이천십오년 삼월 삼일
    r"(?:(?P<hy>(?:이천|천구백)[가-힣]{0,4}?)년[ ]?)?"
    r"(?P<hm>십[일이]|[일이삼사오유육칠팔구시십]|(?<![0-9])[1-9]|(?<![0-9])1[0-2])월[ ]?"
    r"(?P<hd>(?:[이삼]?십)?[일이삼사오육칠팔구]?)일"
)
_TABLES = (YEAR_WORDS, AFTER_ANCHOR, MONTH_WORDS, WEEK_WORDS, DAY_WORDS, dict.fromkeys(FESTIVALS), SPOKEN_MONTHS)
_FIRST = (
    "".join(sorted({word[0] for table in _TABLES for word in table}))
    + "0-9'’‘FG천십유칠팔구시월화수목토상하후봄여가겨연주첫둘두셋세넷네마"
)
HEAD = re.compile(
    rf"""
    (?=[{_FIRST}])(?:
    (?<![0-9])(?P<iso>{_ISO})
  | (?<![0-9/-])(?P<dmy>{_DMY})
  | (?<![0-9/.])(?P<slash>{_SLASH})
  | (?<![0-9])(?P<years>{_YEARS})
  | (?<![0-9])(?P<decade>(?:(?P<dy>(?:19|20)?[0-9]0)|(?P<dh>(?:천구백)?[이삼사오육칠팔구]십))년대(?:[ ]?(?P<dpart>초반?|중반|후반|말))?)
  | (?<![0-9A-Za-z/_-])(?P<compact>(?P<cyear>(?:19|20)[0-9]{{2}})(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12][0-9]|3[01]))(?![0-9A-Za-z/_-])
  | (?<![가-힣])(?P<monthpart>월(?P<mpart>초|말)(?=까지|부터|께|쯤|에|[^가-힣]|$))
  | (?P<hangul>{_HANGUL})(?!간)
  | (?P<month>(?<![가-힣])(?:{_any(MONTH_WORDS)})(?![년력라리])){_COMPARED}
  | (?P<week>(?<![가-힣])(?!이주)(?:{_any(WEEK_WORDS)}){_WEEK_ENDS})
  | (?P<weekend>(?<![가-힣])(?:(?P<ww>이번|지난|저번|다음|오는)[ ]?)?주말(?!농장))
  | (?<![0-9가-힣])(?P<today>(?:{_any(DAY_WORDS)})(?!날|이면|신문|배움|의[ ]?집|노|치기))
  | (?<![가-힣])(?:{_lead("lead4")})(?P<festival>{_any(FESTIVALS)})
  | (?<![가-힣])(?P<yearpart>연(?:내(?![가-힣]|[ ]?최)|내에|내로|말|초))(?![정년연록])
  | (?<![가-힣])(?P<quarter>(?P<qlead>이번|다음|지난)[ ]?분기)
  | (?<![가-힣])(?P<nthday>(?P<nthof>{_NTH})[ ]?(?P<nthwd>[월화수목금토일])요일)
  | (?<![가-힣])(?:{_lead("lead")})(?P<weekday>(?:(?P<wfrom>[월화수목금토일])(?:요일)?{_TO})?(?P<wto>[월화수목금토일])요일(?!마다|별))
  | (?<![0-9가-힣A-Za-z])(?<![0-9]\.){_lead("lead2")}(?P<year>{_YEAR})
  | (?<![0-9A-Za-z가-힣·])(?<![0-9][,.~∼]){_lead("lead3")}(?P<sub>(?={_SUB_BEGINS}))
    )
    """,
    re.VERBOSE,
)
SUB = re.compile(
    rf"""
    (?:의)?[ ]?(?:
        (?P<half>[상하전후])반기
      | (?:(?P<q0>[1-4]){_TO})?제?(?P<q>[1-4일이삼사])[ ]?(?:/4)?[ ]?사?분기
      | (?:(?P<m0>{_MONTH})월?{_TO})?(?P<m>{_MONTH}|{_SPOKEN_MONTH})월(?!드)
      | (?P<season>봄|여름|가을|겨울)
      | (?:(?P<d0>{_DAY}){_TO})?(?P<d>{_DAY})일{_NO_DAY}
      | (?P<part>초반?|말|중반|후반|연초|연말){_ENDS}
      | (?P<nth>{_NTH})[ ]?주(?!일|년)(?:째|차)?
      | (?P<fest>{_any(FESTIVALS)})
      | (?P<edge>첫|마지막)[ ]?날
      | (?P<within>[ ]?(?:안에|안으로|내에|내로|내|안)(?![가-힣]))
    )
    """,
    re.VERBOSE,
)
IN_MONTH = re.compile(
    rf"""
    (?:의|,)?[ ]?(?:
        (?:(?P<d0>{_DAY}){_TO})?(?P<d>{_DAY})일(?!간|동안|째|차)
      | (?P<part>초순|상순|중순|하순|초반|중반|후반|초|말){_ENDS}
      | (?P<nth>{_NTH}|[1-5](?=주차))[ ]?
        (?:주(?!일|년)(?:째|차)?(?:[ ]?(?P<wwd>[월화수목금토일])요일)?|(?P<wd>[월화수목금토일])요일|(?P<lastday>날))
      | (?P<within>[ ]?(?:안에|안으로|내에|내로|내)(?![가-힣]))
    )
    """,
    re.VERBOSE,
)
DAY_OF = re.compile(
    r"(?:의)?[ ]?(?:(?:(?P<wd0>[월화수목금토일])(?:요일)?[ ]?[~∼〜～–-][ ]?)?(?P<wd>[월화수목금토일])요일|(?P<part>초반?|중반|후반|말|주말)(?=까지|부터|께|에|[^가-힣]|$))"
)
TRAIL = re.compile(
    r",?[ ]?(?:\((?P<w1>[월화수목금토일])(?:요일)?\)|(?P<w2>[월화수목금토일])요일)|[ ]?\(현지[ ]?시[간각]\)"
)
_PART_OF_DAY = "오전|오후|아침|저녁|밤|새벽|낮|정오|자정"
_HOUR = r"[0-9]{1,2}(?:시(?!간)(?:[ ]?(?:[0-9]{1,2}분|반))?|:[0-9]{2})"
_CLOCK = rf"(?:(?:{_PART_OF_DAY})(?:[ ]?{_HOUR})?|{_HOUR})"  # 오후 3시 30분
CLOCK = re.compile(rf"[ ]{_CLOCK}(?:(?:부터|에서)?[ ]?[~∼]?[ ]?{_CLOCK}(?:까지)?)?(?!간|늦)")
ENDS_AT_AN_HOUR = re.compile(rf"[ ](?:{_CLOCK})(?:께|쯤|경)?$")  # from three o'clock: on that day
EVE = re.compile(rf"[ ](?:의[ ])?(?:(?P<eve>전날|전야)|다음[ ]?날|이튿날){_COMPARED}")
LATER_YEAR = re.compile(r",[ ]?(?P<y>(?:19|20)[0-9]{2})년")  # 1월 12일, 2016년
YEAR_GLOSS = re.compile(r"\((?P<y>(?:19|20)[0-9]{2})년?\)")
FISCAL = re.compile(r"[ ]?회계[ ]?연도(?:도)?")
