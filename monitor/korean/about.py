"""Say what a sentence is about: the name that opens a bullet, that is marked as its topic, or whose part it tells of."""

from __future__ import annotations

import re

from monitor.korean.cases import NOMINATIVE
from monitor.korean.moods import SITES
from monitor.korean.names import Name
from monitor.korean.text import Sentence

_NAMED = frozenset({"이다", "다"})
TOPIC = frozenset({"은", "는"})
_ITS = re.compile(
    r"\s?(?:[가-힣A-Za-z0-9]+\s){0,4}(?<![을를]\s)[가-힣A-Za-z]+[은는이가도]\s(?!것|게\s|셈)"
)  # "KT클라우드의 3분기 매출은" is about KT클라우드
# 'A 남해 데이터센터가 …', 'A 이사회는 …': a site that the catalogue lacks, the board of A, are told of A
_ITS_PART = re.compile(
    rf"\s(?:이사회|경영진|노조|자회사|주주총회)[은는이가]\s|\s(?:[가-힣A-Za-z0-9]+\s){{0,2}}[가-힣A-Za-z0-9]*(?:{SITES})[은는이가]\s"
)
_ITS_OWN = {"의": _ITS, "": _ITS_PART}


def _is_where(name: Name) -> bool:
    """Tell whether a site is what a sentence is about: '울산 AI 데이터센터에는 GPU 6만장이 들어간다'."""
    return name.sort == "facility" and name.particle in {"에는", "에서는"}


_OF_THE_FIRM = re.compile(
    r"(?:회사|대표|회장|사장|소장|원장|센터장|부문장|본부장|총괄|이사|상무|전무|담당|관계자|연구원|팀장|CEO|CTO|CFO|측)(?:은|는)\s"
)  # who speaks for the company before
# '믿음이 고려대 연구진이 만든 평가에서': the subject of a relative clause within the sentence
_MAKES = re.compile(
    r"\s(?:만든|만드는|개발한|내놓은|운영하는|주관하는|주최한|발표한|공개한|세운|선보인|이끄는|집계한|조사한)\s"
)
_ITEM = re.compile(r"\s[^\s=:|(\-–—]")  # '△블랙록 20조원 투자': a line of a list, no head of a section
_SECTION = re.compile(r"[▲△◆◇■□●○▶▷①-⑳\s\-]{1,3}['‘“\"]?$")


def topic_of(names: tuple[Name, ...], sentence: Sentence) -> Name | None:
    """
    Return the name that a sentence is about: what opens a bullet ('▲코난테크놀로지 = …'), what it says that something is
    ('그 이름은 사카나AI다'), else what 은/는 marks, or whose part it does ('삼성이 투자한 미스트랄의 몸값은'), else the
    last that 이/가 marks, for the subject of a relative clause comes before that of the sentence. Where an officer of
    the company before speaks, what 이/가 marks is only told of.
    """
    text = sentence.text
    opens = sentence.part == "bullet" and names and _SECTION.fullmatch(text[: names[0].start])
    if opens and not _ITEM.match(text, names[0].tail):
        return names[0]
    if opens and names[0].particle == "":
        return None
    its = [(n, found) for n in names if (words := _ITS_OWN.get(n.particle)) and (found := words.match(text, n.tail))]
    told = names if not _OF_THE_FIRM.search(text) else ()
    in_order = (
        *(n for n in names if n.particle in _NAMED),
        *(n for n in names if n.particle in TOPIC or _is_where(n)),
        *(n for n, found in its if found.group().rstrip()[-1] in TOPIC),
        *(n for n in reversed(told) if n.particle in NOMINATIVE and not _MAKES.match(text, n.tail)),
        *(n for n in reversed(told) if n.particle in NOMINATIVE),
        *(n for n, _ in its),
    )
    return next(iter(in_order), None)
