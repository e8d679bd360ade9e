"""
The version behind a model's name: numbers, sizes, what its sizes are called, and what a name in quotes goes on with.

    큐웬3 235B, 에이닷엑스(A.X) K1, KoGPT 2.0, 카나나 에센스, '엑사원 4.0 온디바이스 모델'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# what sizes of one model are called: pro, mini, nano …
VARIANTS = (
    "프로|베이직|스탠다드|프리미엄|미니|나노|맥스|울트라|라이트|플러스|터보|베이스|미디움|미디엄|라지|스몰|플래시"
    "|Pro|Mini|mini|Nano|Max|Ultra|Lite|Plus|Turbo|Base|Medium|Large|Small|Flash"
)
# words that begin as counters do: 개발 (development) is no 개 (so many), 기반 (base) no 기
_WORDS = "개발|개편|개선|개방|개시|개인|대신|대비|대표|대항|대응|기반|기술|기능|위해|위한|차기|차세대|장착|장점|명칭|명세|동시|동작|점검|번역|조정|조직|일정|일부"
# A version behind a model's name: 4.0, K1, 2, 32B, X; never a number that goes on with a counter (챗GPT 3억 명).
_VERSION = re.compile(
    r"(?:[\s-]{0,1}(?:"
    rf"v?\d{{1,2}}(?:\.\d{{1,2}})*[A-Za-z]?(?!\d|,\d|\.\d)(?!\s?(?!{_WORDS})(?:[천만억조경%배]|여|개|명|장|대|곳|원|달러|년|월|일|위|차|분기|분의|일간|점|번|조|톤|기|동|단계|호기|[GMk]?W))"
    r"|\d{1,4}(?:\.\d{1,2})?[BMT](?![A-Za-z])"
    r"|\d{4}(?=-\d+B)"
    r"|A\d{1,3}(?:\.\d)?B(?![A-Za-z])"
    r"|[A-Z]{1,2}\d{1,2}(?:\.\d)?(?![A-Za-z\d])"
    rf"|(?:{VARIANTS}|오픈|시드|SEED|씽크|싱크|Think|옴니|Omni|딥|Deep|소네트|오퍼스|하이쿠|대시|DASH)(?![가-힣A-Za-z]{{2,}})"
    r")){1,5}"
)
SIZE = re.compile(r"(?<![A\d.])(\d{1,4}(?:\.\d{1,2})?)([BMT])(?![A-Za-z])")
_VERSION_WORD = re.compile(r"(?<![A-Za-z가-힣\d.])(?:[가-힣]{2,}|[A-Za-z]{3,})(?![A-Za-z가-힣\d])")


def called_by(versions: Iterable[str]) -> str:
    """Return a pattern of the words that versions are called by: 에센스, 플래그."""
    words = {word for version in versions for word in _VERSION_WORD.findall(version)}
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=512)
def _version_pattern(called: str) -> re.Pattern[str]:
    """Return what a version looks like of a model whose versions are *called* so as well."""
    words = rf"|[\s-]?(?:{called})(?![가-힣A-Za-z]{{2,}})" if called else ""
    return re.compile(rf"(?:{_VERSION.pattern}{words}){{1,3}}") if called else _VERSION


def version_at(sentence: str, end: int, called: str) -> tuple[int, str | None]:
    """Return where a thing's name ends with its version, and the version: 에이닷엑스(A.X) K1, 큐웬3 235B, KoGPT 2.0."""
    at = end
    gloss = re.compile(r"\s?\([A-Za-z][A-Za-z0-9. -]{0,20}\)(?=\s?[A-Z]?\d)").match(sentence, at)
    if gloss:
        at = gloss.end()
    version = _version_pattern(called).match(sentence, at)
    if version is None:
        return end, None
    return version.end(), " ".join(version.group().replace("-", " ").split())


# ''엑사원 4.0 온디바이스 모델'': a name in quotes goes on up to their end, unless it is a slogan
_QUOTED_ON = re.compile(
    r"(?P<rest>(?:\s(?!시대|생태계|쇼크|열풍|효과|기반|활용|탑재|출시|공개|전략|사업|시리즈|모델|패밀리|API|앱|서비스|플랫폼|[가-힣]*\d)"
    r"[A-Za-z가-힣][A-Za-z0-9가-힣.-]{0,8}(?<![은는이가을를의에도로다한된던와과])){1,2}(?:\s모델)?)(?=['’”])"
)
_OPENS = frozenset("'‘“\"")


def quoted_on(sentence: str, start: int, end: int, version: str | None) -> tuple[int, str | None]:
    """Return where a model's name from *start* to *end* ends, and its version, when it stands in quotes that go on."""
    quoted = _QUOTED_ON.match(sentence, end)
    if not quoted or sentence[max(0, start - 1) : start] not in _OPENS:
        return end, version
    return quoted.end(), " ".join([version or "", *quoted["rest"].split()]).strip()
