"""
Whether two names that articles write are of one thing.

The catalogue's id decides where it knows both. Else the words do, without quotes, spaces, hyphens and what says
nothing: '국산 AI반도체 실증 사업' is 'AI 반도체 실증사업', '콜로서스 2' is not '콜로서스', 'K-엑사원' is not '엑사원'.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.model import Figure, Notice

NAMELESS = ""

_QUOTES = re.compile("[‘’“”'\"`<>《》「」『』\\[\\]{}]|\\(.*?\\)")
_JOINTS = re.compile(r"[\s\-–_·ㆍ,/]+")
_WORDS = re.compile(r"[\s·ㆍ/]+")
_AI = re.compile(r"(?<![a-z0-9.])(?:ai|인공지능)(?![a-z0-9])")  # says nothing in news about AI
# What stands behind a name and is no part of it: project, plan, building, raising, model, service …
_BEHIND = (
    "개발사업",
    "구축사업",
    "조성사업",
    "건립사업",
    "사업",
    "프로젝트",
    "계획",
    "구축",
    "건립",
    "조성",
    "설립",
    "모델",
    "서비스",
    "프로그램",
    "개발",
)
# What stands before a name and is no part of it: national, domestic, own, next-generation, several …
_BEFORE = ("여러", "국산", "국내", "국가", "자체", "차세대", "신규", "신형", "한국형", "독자", "글로벌")
_SIZES = (
    "초거대",
    "초대형",
    "초대규모",
    "초거대규모",
    "대규모",
    "대형",
    "거대",
    "소형",
    "경량",
)  # hyperscale, large, small
_GENERIC = {  # what is no name at all: a nameless model, data centre, chip, fund
    "",
    "llm",
    "언어",
    "파운데이션",
    "멀티모달",
    "생성형",
    "데이터센터",
    "슈퍼컴퓨터",
    "인프라",
    "컴퓨팅",
    "설비",
    "미래",
    "연구",
    "반도체",
    "클라우드",
    "챗봇",
    "해당",
    "gpu",
    *_BEHIND,
    *_BEFORE,
    *_SIZES,
}
_LATIN = {  # what models are called beside their line, as both alphabets spell it
    "시드": "seed",
    "싱크": "think",
    "씽크": "think",
    "옴니": "omni",
    "대시": "dash",
    "프로": "pro",
    "미니": "mini",
    "라이트": "lite",
    "플래시": "flash",
    "플래쉬": "flash",
    "오픈": "open",
    "비전": "vision",
    "딥": "deep",
    "베이스": "base",
    "맥스": "max",
    "울트라": "ultra",
    "나노": "nano",
}
_SHORTEST = 3  # letters that two names must share at their end to be one: 센터 alone is no name
_AND_SO_ON = re.compile(r"\s등(?:\s.*)?$")  # 'AI 데이터센터 등 설비': of which one is named
# What only tells of the name behind it, and is no part of it: 추진되던 (that was under way), 내년 (next year's) …
_TOLD_OF = re.compile(
    r"^(?:국회\s(?:거친|넘은|통과한)|올해|내년|지난해|작년|향후|\S+던|\S+려는|짓는|지을|세우는|세울|들어서는|들어설|추진하는"
    r"|(?:추진|건설|구축|조성) 중인)\s+"
)


def key_of(said: Figure | Notice) -> str:
    """
    Return what tells the subject apart within its company: the catalogue's id and version, or the bare name.

    A firm's own name is no name of a thing of its: 마누스's sales are those of the firm.
    """
    if said.thing == said.company:
        return NAMELESS
    if said.thing:
        version = getattr(said, "version", None)
        return f"{said.thing}@{_version_key(version)}" if version else said.thing
    return name_key(said.subject)


@lru_cache(maxsize=4096)
def _version_key(version: str) -> str:
    """Return the parts of a version in one spelling: '시드 32B 싱크' is 'SEED 32B Think'."""
    parts = (bare(part) for part in _WORDS.split(version))
    return "+".join(_LATIN.get(part, part) for part in parts if part)


def line_of(key: str) -> str:
    """Return the key without its version."""
    return key.partition("@")[0]


def may_be_one_version(a: str, b: str) -> bool:
    """Tell whether two keys are of one line, and one of them only leaves out a part of the version."""
    parts = [set(key.partition("@")[2].split("+")) - {""} for key in (a, b)]
    return line_of(a) == line_of(b) and (parts[0] <= parts[1] or parts[1] <= parts[0])


def is_known(key: str) -> bool:
    """Tell whether the catalogue knows the thing of this key."""
    return "/" in key


@lru_cache(maxsize=4096)
def name_key(subject: str | None) -> str:
    """Return the bare name, NAMELESS for one that names nothing ('초거대 AI 모델')."""
    if subject is None:
        return NAMELESS
    name = _AI.sub("", bare(_noun(_AND_SO_ON.sub("", subject))))
    name = _without_ends(name, _BEHIND, at_end=True)
    return NAMELESS if _core(name) in _GENERIC else name


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return *text* in small letters without quotes, brackets, spaces and hyphens."""
    return _JOINTS.sub("", _QUOTES.sub("", text.casefold()))


def same_name(a: str, b: str) -> bool:
    """
    Tell whether two names as written are of one thing: the same bare name, or one ends in the other behind whole words.

    '해남 국가AI컴퓨팅센터' ends in '국가AI컴퓨팅센터'. What follows a name tells apart ('콜로서스 2'), and so do
    letters joined to its front ('K-엑사원', '하이퍼클로바X' and '클로바X').
    """
    one, other = name_key(a), name_key(b)
    if one == other or _plain(one) == _plain(other):
        return True
    short, long, written = (one, other, b) if len(one) < len(other) else (other, one, a)
    return len(short) >= _SHORTEST and long.endswith(short) and len(long) - len(short) in _starts(written)


def ends_alike(a: str, b: str) -> bool:
    """Tell whether one ends in the other, so that a number that both carry shows them to be one: (보스턴)다이내믹스."""
    short, long = sorted((name_key(a), name_key(b)), key=len)
    return len(short) >= _SHORTEST and long.endswith(short)


def begins_alike(a: str, b: str) -> bool:
    """Tell whether both begin with one place or brand of their own: 새만금 혁신거점, 새만금 AI 거점."""
    one, other = (name.strip("'‘’“”\"").partition(" ")[0] for name in (a, b))
    return one == other and len(one) > _SHORTEST_PLACE and one.isalpha() and not one.isascii() and one not in _BEFORE


_SHORTEST_PLACE = 2


def _noun(subject: str) -> str:
    """Return *subject* without the clause that tells of it."""
    less = _TOLD_OF.sub("", subject)
    return subject if less == subject else _noun(less)


@lru_cache(maxsize=4096)
def _starts(subject: str) -> frozenset[int]:
    """Return where the words of *subject* begin in its bare name."""
    words = [_AI.sub("", bare(word)) for word in _WORDS.split(_noun(subject))]
    return frozenset(sum(map(len, words[:n])) for n in range(1, len(words)))


def _core(name: str) -> str:
    """Return *name* without any word in front that says nothing."""
    less = _without_ends(name, (*_BEFORE, *_SIZES), at_end=False)
    less = _without_ends(less, _BEHIND, at_end=True)
    return name if less == name else _core(less)


def _plain(name: str) -> str:
    return _without_ends(name, _BEFORE, at_end=False)


def _without_ends(name: str, ends: tuple[str, ...], *, at_end: bool) -> str:
    """Return *name* without one of *ends*, unless nothing would be left."""
    for end in ends:
        if at_end and name.endswith(end) and len(name) > len(end):
            return name[: -len(end)]
        if not at_end and name.startswith(end) and len(name) > len(end):
            return name[len(end) :]
    return name
