"""
Find companies, people and named things (models, chips, services, facilities, programmes) in Korean text.

Korean glues particles (조사) to names: 네이버는, SKT가, 엑사원의. A name counts only where it ends at a particle, a
known suffix (정예팀 elite team, 컨소시엄 consortium, 측 side) or a boundary; the longest name wins, so that 온라인 hides no
라인 and 메타버스 no 메타. Look-alikes of the catalogue (LG화학) are found too and yield nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import ahocorasick

from monitor.catalogue import Catalogue
from monitor.korean.versions import called_by, quoted_on, version_at

NameKind = Literal["company", "thing", "person", "other"]

# Particles, longest first: what a name does in its sentence.
PARTICLES = (
    "으로부터", "로부터", "에게서", "에서는", "에서도", "에서", "에게는", "에게", "한테", "에는", "에도", "에만", "에", "께서",
    "으로서는", "로서는", "으로서", "로서", "이라는", "라는", "이라고", "라고", "이란", "으로는", "으로도", "으로", "로는", "로도", "로", "와의", "과의", "와는", "과는",
    "와도", "과도", "와", "과", "하고", "이나", "보다는", "보다도", "보다", "처럼", "만큼", "까지", "부터", "조차", "마저", "만의", "만이", "만",
    "의", "은", "는", "이", "가", "을", "를", "도", "랑", "이다", "다", "인", "이며", "며", "이고", "측", "社", "사", "發", "발", "판", "표", "식", "형", "급", "용",
)  # fmt: skip
_PARTICLE = re.compile("|".join(sorted(PARTICLES, key=len, reverse=True)))
# Nouns that may stand between a name and its particle without changing whose name it is.
_SUFFIX = re.compile(
    r"\s?(?:정예팀|컨소시엄|그룹|연구팀|개발팀|공동연구팀|팀|측|본사|본부|관계자|임직원|경영진|연구진|플랫폼스|코리아|홀딩스|"
    r"AI\s?연구소|대규모언어모델|언어모델|모델|시리즈|서비스|클러스터|대표이사|대표|최고경영자|창업자|회장|부회장|사장|부사장|"
    r"의장|원장|총괄|담당|센터장|장관|[12]?차관|수석|이사|상무|전무|CEO|CTO|CFO|COO|CIC장)(?![가-힣]{3})"
)
_TITLE = re.compile(
    r"(?:대표|최고경영자|창업자|회장|사장|의장|원장|총괄|담당|센터장|장관|차관|수석|이사|상무|전무|CEO|CTO|CFO|COO|CIC장)$"
)
_GLOSS = re.compile(
    r"\s?[(（\[][^()（）\[\]]{1,30}[)）\]]"
)  # one bracket behind a name: SK텔레콤(017670), 에이닷엑스(A.X)
_QUOTE = re.compile(r"[\"'”’」』>》]+")
_HANGUL = re.compile(r"[가-힣]")
_WORD = re.compile(r"[0-9A-Za-z가-힣]")


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name in a sentence. *particle* is the 조사 behind it ('' for none), *tail* where that ends; offsets into the sentence.

    *id* is the catalogue's ('lg', 'lg/엑사원'); *version* what follows a thing's name ('4.0 32B'). *title* is true for a
    person, or for a company whose officer speaks (LG AI연구원 원장은).
    """

    kind: NameKind
    id: str
    company: str
    text: str
    start: int
    end: int
    tail: int
    particle: str = ""
    version: str | None = None
    title: bool = False
    sort: str = ""  # of a thing: model, chip, service, facility, programme
    partners: tuple[str, ...] = ()  # of a thing: the companies whose project it is as well


def spelt(found: re.Match[str]) -> Name:
    """Return the thing that the catalogue lacks and *found* spells, in its group 'name'."""
    return Name("thing", "", "", found["name"].strip(), *found.span("name"), found.end("name"))


@dataclass(frozen=True, slots=True)
class _Alias:
    text: str
    kind: NameKind
    id: str
    company: str
    sort: str = ""
    partners: tuple[str, ...] = ()
    called: str = ""  # of a model: what its versions are called, a pattern


def _folded(text: str) -> str:
    """Return *text* with A to Z in lower case, at the same length (str.lower lengthens İ)."""
    return text.translate(_LOWER)


_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


_SUBJECT = frozenset({"은", "는", "이", "가"})


class NameFinder:
    """All spellings of the catalogue in one automaton: finding costs one pass, however many names there are."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._automaton = ahocorasick.Automaton()
        table: dict[str, list[_Alias]] = {}
        for alias in _aliases(catalogue):
            table.setdefault(_folded(alias.text), []).append(alias)
        for key, aliases in table.items():
            self._automaton.add_word(key, tuple(aliases))
        self._automaton.make_automaton()
        self._short = _short_names(catalogue)

    def find(self, sentence: str) -> list[Name]:
        """Return the names in *sentence*, left to right, never overlapping, look-alikes kept where they are a subject."""
        hits = [
            (end - len(aliases[0].text) + 1, end + 1, aliases)
            for end, aliases in self._automaton.iter(_folded(sentence))
        ]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        names, reach = [], 0
        for start, end, aliases in hits:
            if start < reach:
                continue
            alias = next((a for a in aliases if _stands_alone(sentence, start, end, a)), None)
            if alias is None:
                continue
            name = _name(sentence, start, end, alias)
            reach = name.end
            names.append(name)
        return [name for name in names if name.kind != "other" or name.particle in _SUBJECT]

    def find_short(self, sentence: str, companies: Iterable[str], known: Sequence[Name]) -> list[Name]:
        """Return the models of *companies* that go by the end of their names alone, V3 for 딥시크 V3; none overlaps *known*."""
        names = list(known)
        for alias in (alias for company in companies for alias in self._short.get(company, ())):
            for found in re.finditer(_APART.format(re.escape(alias.text)), sentence) if alias.text in sentence else ():
                if not any(_takes(name, *found.span(), alias.company) for name in names):
                    names.append(_name(sentence, *found.span(), alias))
        return names[len(known) :]


def _takes(name: Name, start: int, end: int, company: str) -> bool:
    """Tell whether a stretch is part of *name*, or what *name*, of another company, has: 애플 M2."""
    return (name.start < end and start < name.end) or (0 <= start - name.tail <= 1 and name.company != company)


# behind the name of the firm or of the line, and what may not stand at it: 'V3.1', 'GLM-V3'
_SHORTENED = re.compile(r"(?P<line>.*[^\s-])[\s-]?(?P<short>[A-Z]\d{1,2}(?:\.\d)?(?:[\s-][가-힣A-Za-z]+)?)")
_APART = r"(?<![A-Za-z0-9가-힣.-]){}(?!\.?[A-Za-z0-9-])"


def _short_names(catalogue: Catalogue) -> dict[str, list[_Alias]]:
    """Return how the models of each company are called where it has been named: 'K2' of 키미 K2, 'V3' of 딥시크 V3."""
    firms = {company.id: (company.name, company.english, *company.aliases) for company in catalogue.companies}
    models = [thing for thing in catalogue.things if thing.kind == "model"]
    lines = {firm: {*names} for firm, names in firms.items()}
    for model in models:
        lines[model.company] |= {model.name, *model.aliases}
    short: dict[str, dict[str, _Alias]] = {}
    for model in models:
        for spelling in (model.name, *model.aliases):
            found = _SHORTENED.fullmatch(spelling)
            if found and found["line"] in lines[model.company]:
                alias = _Alias(found["short"], "thing", model.id, model.company, model.kind)
                short.setdefault(model.company, {}).setdefault(alias.text, alias)
    return {firm: sorted(aliases.values(), key=lambda alias: -len(alias.text)) for firm, aliases in short.items()}


def _aliases(catalogue: Catalogue) -> Iterator[_Alias]:
    """Yield every spelling: look-alikes first, then things, companies and people (the first that fits a place wins)."""
    for company in catalogue.companies:
        yield from (_Alias(text, "other", "", "") for text in company.refuse)
    for thing in catalogue.things:
        spellings = _spellings(thing.name, thing.aliases)
        called = called_by(thing.versions) if thing.kind == "model" else ""
        yield from (
            _Alias(text, "thing", thing.id, thing.company, thing.kind, thing.partners, called) for text in spellings
        )
    for company in catalogue.companies:
        spellings = _spellings(company.name, (company.english, *company.aliases, *company.units))
        yield from (_Alias(text, "company", company.id, company.id) for text in spellings)
        yield from (_Alias(text, "person", company.id, company.id) for text in company.people)


def _spellings(name: str, others: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in (name, *others) if len(text) > 1))


def _stands_alone(sentence: str, start: int, end: int, alias: _Alias) -> bool:
    """Tell whether the stretch is the name and not part of another word."""
    if alias.kind == "other":
        return True
    stretch = sentence[start:end]
    latin = not _HANGUL.search(alias.text)
    if latin and len(alias.text) <= _SHORT and stretch != alias.text:
        return False
    if _SECOND.search(sentence, max(0, start - 8), start) or _is_nickname(sentence, start, end):
        return False
    before = sentence[start - 1] if start else " "
    glued = stretch[0].isascii() and stretch[0].isalpha() and _HANGUL.match(before)
    if _WORD.match(before) and not glued and not _opens_a_line(sentence, start, end, before):
        return False
    after = sentence[end : end + 1]
    if not after or not _WORD.match(after):
        return True
    if after.isdigit() and stretch[-1].isdigit():
        return False  # 콜로서스 23만개 is no 콜로서스 2
    if after.isascii():
        return alias.kind == "thing" and (after.isdigit() or (not latin and len(alias.text) > _INITIALS))
    if latin:
        return True
    return _ends_a_name(sentence, end)


_INITIALS = 2  # letters of a short name: KT, MS
_FUSED = 3  # syllables from which on a name is long enough to be told from the end of the line before it


def _opens_a_line(sentence: str, start: int, end: int, before: str) -> bool:
    """Tell whether a name is the subject of a line that lost the break before it: '화면 갈무리마누스는 …'."""
    if _HEADED.search(sentence, max(0, start - 3), start) and _SUBJECT_PARTICLE.match(sentence, end):
        return True
    topic = re.compile(r"[은는](?=\s)").match(sentence, end)
    return bool(topic) and end - start >= _FUSED and bool(_HANGUL.match(before))


# the deeds that headlines end with: '40억달러에 인수구글도 …' lost a line's end
_HEADED = re.compile(r"(?<=\s)(?:인수|투자|공개|출시|발표|완료|추진|구축|본격화|돌파|가동|확보|합의|검토|착수)$")
_SUBJECT_PARTICLE = re.compile(r"[은는이가도](?=\s)")


_SECOND = re.compile(r"제\s?\d\s?의?\s?['‘“\"]?$|포스트\s$|[가-힣]{2}판\s$")  # "the second DeepSeek" is another company

_OF_A_REGION = re.compile(r"['‘“\"][가-힣]{2,5}의\s$")


def _is_nickname(sentence: str, start: int, end: int) -> bool:
    """Tell whether another is called after it: '유럽의 오픈AI' 미스트랄."""
    return sentence[end : end + 1] in _QUOTES and bool(_OF_A_REGION.search(sentence, max(0, start - 8), start))


_QUOTES = frozenset("'’”\"")

_SHORT = 4  # up to here a Latin name must be written as the catalogue writes it: KT, LG, SK, NC, Meta


def _ends_a_name(sentence: str, end: int) -> bool:
    """Tell whether what is glued to a Hangul name at *end* is a particle or a suffix, up to the end of the word."""
    suffix = _SUFFIX.match(sentence, end)
    if suffix:
        return True
    particle = _PARTICLE.match(sentence, end)
    while particle:
        rest = sentence[particle.end() : particle.end() + 1]
        if not rest or not _HANGUL.match(rest):
            return True
        particle = _PARTICLE.match(sentence, particle.end())
    return False


def _name(sentence: str, start: int, end: int, alias: _Alias) -> Name:
    version = None
    if alias.kind == "thing":
        end, version = version_at(sentence, end, alias.called)
        if alias.sort == "model":
            end, version = quoted_on(sentence, start, end, version)
    tail, title = end, alias.kind == "person"
    for _ in range(3):
        for skip in (_QUOTE, _GLOSS, _SUFFIX):
            found = skip.match(sentence, tail)
            if found:
                tail = found.end()
                title = title or (skip is _SUFFIX and bool(_TITLE.search(found.group())))
    tail, particle = role_at(sentence, tail)
    return Name(
        alias.kind,
        alias.id,
        alias.company,
        sentence[start:end],
        start,
        end,
        tail,
        particle,
        version,
        title,
        alias.sort,
        alias.partners,
    )


def role_at(sentence: str, end: int) -> tuple[int, str]:
    """Return where the particle of a name that ends at *end* ends, and the particle: what the name does there."""
    if as_well := _AS_WELL.match(sentence, end):
        return as_well.end(), "도"
    whole = _ALL_OF_IT.match(sentence, end)
    end = whole.end() if whole else end
    found = _PARTICLE.match(sentence, end)
    particle = found.group() if found and _closes(sentence, found.end()) else ""
    if particle == "의" and sentence.startswith(" 경우", end + 1):
        return end + 1, "는"  # 'in the case of': the topic
    return end + len(particle), particle


_ALL_OF_IT = re.compile(r"\s전체(?=[의는가를])")  # '스타게이트 전체의'
_AS_WELL = re.compile(r"\s(?:역시|또한)(?=\s)")  # a subject


def _closes(sentence: str, end: int) -> bool:
    rest = sentence[end : end + 1]
    return not rest or not _HANGUL.match(rest)
