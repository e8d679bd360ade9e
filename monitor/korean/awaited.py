"""
Find the models that a text tells of as still to come: what it says that they have is planned.

    하반기 공개될 KoGPT 2.0은 매개변수가 600억개다.   (KoGPT 2.0, which is to come out in the second half, has 60 billion.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise

from monitor.korean.endings import endings, spread
from monitor.korean.moods import REVEAL
from monitor.korean.names import Name

Key = tuple[str, str | None]  # a model's id, or its name, and its version
Line = tuple[str, Sequence[Name]]  # a sentence, and the names in it

_OUT = rf"{REVEAL}|베일 벗|배포되|배포하|풀리|올라오"  # comes out, drops its veil, is spread, goes up
# a time that is still to come; what was meant, and put off
_TIME = r"(?:[상하]반기|\d분기|내년|연내|연말|올해 말|다음 ?달|내달|이달|오는 |\d월|곧 |조만간)"
_PUT_OFF = r"(?:미루|미뤄|늦추|늦춰|늦어|연기|밀리|밀려|앞당|당기|당겨|바꾸|바꿔|바뀌|옮기|옮겨|좁히|좁혀|조정|순연)(?!져? ?오ㄴ)"
_WHEN = r"(?:공개|출시|상용화|발표)(?:일| 시점| 시기| 일정| 날짜| 목표)?"
_AWAITED = endings(
    rf"(?:{_OUT})ㄹ (?=[A-Za-z가-힣'‘])|(?:공개|출시|발표|상용화|배포|선보이|내놓|나오)[^.]{{0,14}}?(?:게ㅆ다|ㄹ 예정|ㄹ 계획|다는 (?:방침|계획)|기로 (?:하|해)|준비|예정|{_PUT_OFF}|미룬|앞두)"
    rf"|(?:공개|출시|상용화) (?:계획|예정|방침|약속)|(?:아직|여태|여전히) (?:[가-힣]{{1,6}} )?소식이 없|소식이 끊|약속(?:이|을)? [^.]{{0,6}}(?:빗나|어기|지키지 못)|모습을 드러내지 않|감감무소식|아직 (?:나오|공개되|출시되)지 않"
    rf"|{_TIME}[^,.]{{0,20}}(?:{_OUT})(?:는 |느ㄴ다|ㄴ다|ㅂ니다|을 )|{_TIME}[^.]{{0,30}}(?:맞불|맞서|반격|도전장|뒤(?:를)? 쫓|추격|승부수|등판|출격)"
    rf"|(?:공개|출시|등장|등판)(?:를|을)? ?(?:예고|약속|기다리)|(?:{_WHEN}|일정)(?:을|를|이|가|은|는) (?:[^.]{{0,30}} )?{_PUT_OFF}|말(?:을|를) 바꾸|보여 ?주게ㅆ"
    rf"|{_TIME}[^,.]{{0,10}}(?:로|으로) (?:[가-힣]{{1,4}}(?:을|를) )?(?:예고|약속|예정)(?:돼ㅆ|되ㄴ|해ㅆ|하ㄴ)|막바지 (?:시험|개발|점검)|(?:준비|개발)(?:하는|하고 있는| 중인) "
)
_CAME_OUT = endings(
    r"(?:공개|출시|발표|상용화|배포)(?:하ㄴ |되ㄴ |해ㅆ|돼ㅆ|되어ㅆ|하며|하고)|선보여ㅆ|선보이어ㅆ|선보이ㄴ |내놓아ㅆ|내놔ㅆ|내놓은 |나와ㅆ|나온 |정식 (?:공개|출시)(?! ?(?:일정|예정|를|을|는|하ㄹ))|베일(?:을)? 벗(?!느ㄴ|는|ㄹ|을)|모습을 드러내ㅆ|모습을 드러낸(?!다)"
)
# strategy, plan, results, schedule, document, specification: what is shown is no model
_BESIDE = r"(?:전략|청사진|로드맵|비전|계획|실적|일정|방침|문서|제원|사양|명세|설계|시점)"
_SHOWN_BESIDE = endings(rf"{_BESIDE}[가-힣ㄱ-ㅎ]{{0,4}}(?:을|를|이|가|도)? (?:[^,.\s]{{1,10}} ){{0,3}}$")
_SHOWN_BEHIND = re.compile(rf"\s?(?:[가-힣]{{1,6}}\s)?{_BESIDE}")
# made with it, and no model itself: '하이퍼클로바X를 기반으로 한 챗봇을 8월 공개한다'
_MADE_WITH = re.compile(r"['’]?(?:\([^)]*\))?(?:을|를|에|의|로)?\s?(?:기반|활용|적용|탑재|토대|바탕|얹)")


def tells_of_what_came_out(sentence: str) -> bool:
    """Tell whether *sentence* tells of something that came out, and not of its plan or its papers."""
    text = spread(sentence)
    return any(
        not _SHOWN_BESIDE.search(text, 0, out.start()) and not _SHOWN_BEHIND.match(text, out.end())
        for out in _CAME_OUT.finditer(text)
    )


def awaited_in(lines: Sequence[Line], *, out: bool) -> frozenset[Key]:
    """
    Return the models that *lines* of a text, its headline first, tell of as still to come.

    Where the text names one model, all of it is told of that one; *out* says that something of its maker came out.
    """
    lines = [(_masked(text, names), names) for text, names in lines]
    models = {key_of(name) for _, names in lines for name in names if name.sort == "model"}
    if len(models) == 1:
        makers = {name.company for _, names in lines for name in names if name.sort == "model"}
        said = [text for text, names in lines if is_on(names, makers) and not any(is_made_with(text, n) for n in names)]
        body = [text for text in said if text != lines[0][0]]
        headed = tells_of_what_came_out(lines[0][0]) and lines[0][0] in said and not any(map(_is_awaited, body))
        out = out or headed or any(map(tells_of_what_came_out, body))
        return frozenset() if out or not any(map(_is_awaited, said)) else frozenset(models)
    told = list(_told_of_each(lines))
    there = {key for key, words, named in told if named and tells_of_what_came_out(words)}
    awaited = {key for key, words, _ in told if key not in there and _is_awaited(words)}
    return frozenset(key for key in models if key not in there and any(_is_of(key, line) for line in awaited))


def _is_of(key: Key, line: Key) -> bool:
    """Tell whether a model is *line*, or a size of it: '믿음 2.0 베이스' of '믿음 2.0'."""
    own, version = key
    return own == line[0] and (version == line[1] or (line[1] is not None and str(version).startswith(f"{line[1]} ")))


def is_made_with(text: str, name: Name) -> bool:
    """Tell whether *text* tells of what is made with a model, and not of the model itself."""
    return bool(_MADE_WITH.match(text, name.end))


def is_on(names: Iterable[Name], makers: AbstractSet[str]) -> bool:
    """Tell whether a sentence with *names* may speak of what *makers* make: one of them acts in it, or it names nobody."""
    names = tuple(names)
    acting = {name.company for name in names if name.kind == "company" and name.particle in {"이", "가"}}
    named = (acting or {name.company for name in names}) - {""}
    return not named or not makers or not named.isdisjoint(makers)


def key_of(name: Name) -> Key:
    """Return what tells one model from another."""
    return name.id or name.text, name.version


def _masked(text: str, names: Iterable[Name]) -> str:
    """Return *text* with no digit and no point in its names: those of 'KoGPT 2.0' end no sentence."""
    for name in names:
        if name.kind == "thing":
            text = f"{text[: name.start]}{'X' * (name.end - name.start)}{text[name.end :]}"
    return text


def _is_awaited(words: str) -> bool:
    return bool(_AWAITED.search(spread(words)))


def _told_of_each(lines: Iterable[Line]) -> Iterator[tuple[Key, str, bool]]:
    """Yield each model with the words that are told of it, and whether they name it."""
    last: Name | None = None
    for text, names in lines:
        models = [name for name in names if name.sort == "model"]
        if not models:
            if last is not None and not _QUOTED.search(text):
                yield key_of(last), text, False
            continue
        starts = list(accumulate((0, *(_turn(text, one.end, other.start) for one, other in pairwise(models))), max))
        for model, start in zip(models, starts, strict=True):
            end = next((other for other in starts if other > start), len(text))
            if not is_made_with(text, model):
                yield key_of(model), text[start:end], True
        last = models[-1]


_QUOTED = re.compile(r"[\"“”]")  # what somebody promises is told of no model in particular
_TURNS = re.compile(r",\s|(?:며|고|면서|지만|는데|자)\s")  # where one thing is told, and the next begins


def _turn(text: str, start: int, end: int) -> int:
    """Return where between two names what is told turns from the one to the other; 0 where both are told of together."""
    turns = [found.end() for found in _TURNS.finditer(text, start, end)]
    return turns[-1] if turns else 0
