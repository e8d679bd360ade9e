"""
A quantity among the words of its sentence: the words that say what is measured compete by their distance from it.

A word right of the quantity and in its own clause is nearer than one left of it or behind the clause's end, for Korean
puts the verb last; a word behind another quantity speaks of that one first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from monitor.catalogue import Metric
from monitor.korean.vocabulary import BARE_WORDS, COUNT_WORDS, MONEY_WORDS, PERSON_WORDS, Words
from monitor.model import Quantity

SILENT = "no word says what it measures"
_ITS_NUMBER = re.compile(
    r"(?:은|는|이|가|도)?\s(?:목표\s|전망\s)?(?:약\s|총\s)?"
)  # '…로, 매출은 51억 달러': the word of the next number
_JOINS = re.compile(r"\s?(?:와|과|및|·|,)\s?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_FAR = 60  # characters beyond which a word no longer speaks of a quantity
_RIGHT = 0.8
# what stands against a word, in characters: on the left, in another clause, behind another number, at another number
_LEFT, _BEFORE_IT, _OTHER_CLAUSE, _BEHIND_ANOTHER, _ANOTHERS = 1.4, 0.5, 18, 14, 80


@dataclass(frozen=True, slots=True)
class Measure:
    """What a quantity measures. *metric* is None when it is refused; *why* names the word or the reason."""

    metric: str | None
    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of each kind of quantity, those of the configuration's metrics among them."""

    money: Words
    person: Words
    count: Words
    bare: Words


@dataclass(frozen=True, slots=True)
class Scene:
    """
    One quantity in its sentence. *bounds* are those of its clause, *others* the sentence's further quantities.

    *sited* tells that it only says how large a site or programme is that is known by name, *headline* where it stands.
    """

    sentence: str
    bounds: tuple[int, int]
    quantity: Quantity
    others: tuple[Quantity, ...]
    vocabulary: Vocabulary
    sited: bool = False
    headline: bool = False

    def nearest(self, words: Words, unit: str) -> Measure:
        """Return the measure whose word is nearest; one of a metric 'no-…' refuses."""
        best, said = float("inf"), None
        table = tuple(words.items())
        start, end = max(0, self.quantity.start - _FAR), min(len(self.sentence), self.quantity.end + 2 * _FAR)
        for found in _pattern(table).finditer(self.sentence, start, end):
            if self._in_an_amount(found) or _ATTENTION.search(self.sentence, 0, found.start()):
                continue  # '5조달러' holds no 조달 (raised); '화제를 모았다' raises no money
            away = self._distance(found.start(), found.end())
            if away < best:
                best, said = away, found.group()
        if said is None or best > _FAR:
            return Measure(None, unit, SILENT)
        metric = _metrics(table)[said]
        return Measure(None if metric.startswith("no-") else metric, unit, said)

    def _in_an_amount(self, found: re.Match[str]) -> bool:
        money = [q for q in (self.quantity, *self.others) if q.unit and _CURRENCY.fullmatch(q.unit)]
        return any(q.start < found.start() and found.end() <= q.end for q in money)

    @staticmethod
    def measure_by(word: str, words: Words, unit: str) -> Measure:
        """Return the measure that a word of *words* stands for; one that is no whole word of it speaks by its end."""
        table = _metrics(tuple(words.items()))
        said = next((known for known in sorted(table, key=len, reverse=True) if known in word), "")
        return Measure(table.get(said), unit, said or SILENT)

    def _distance(self, start: int, end: int) -> float:
        quantity, (first, last) = self.quantity, self.bounds
        if start >= quantity.end:
            away, between = (start - quantity.end) * _RIGHT, (quantity.end, start)
        elif end <= quantity.start:
            gap = quantity.start - end
            away, between = gap * _LEFT + (_BEFORE_IT if gap > 1 else -1.0), (end, quantity.start)
        else:
            return 0.0
        if between[0] == quantity.end and _JOINS.match(self.sentence, quantity.end) and self.others:
            away += _BEHIND_ANOTHER  # '36개와 GPU 72개': the noun behind 와 is the next one's
        if not first <= start < last or "…" in self.sentence[between[0] : between[1]]:
            behind = start >= quantity.end and any(
                _ITS_NUMBER.fullmatch(self.sentence, end, o.start) for o in self.others
            )
            away += _ANOTHERS if behind else _OTHER_CLAUSE
        return away + _BEHIND_ANOTHER * sum(between[0] <= other.start < between[1] for other in self.others)

    def near(self, words: re.Pattern[str], left: int = 40, right: int = 30) -> re.Match[str] | None:
        """Return the first of *words* within so many characters left and right of the quantity."""
        start, end = max(0, self.quantity.start - left), min(len(self.sentence), self.quantity.end + right)
        return words.search(self.sentence, start, end)


def vocabulary_of(metrics: Iterable[Metric]) -> Vocabulary:
    """Return the built-in words with those that the configuration gives its metrics."""
    money, person, count = dict(MONEY_WORDS), dict(PERSON_WORDS), dict(COUNT_WORDS)
    for metric in metrics:
        if not _BY_WORD & set(metric.units):
            continue
        table = money if "KRW" in metric.units else person if "person" in metric.units else count
        table[metric.id] = tuple(dict.fromkeys((*table.get(metric.id, ()), *metric.words)))
    return Vocabulary(money, person, count, count | {"users": BARE_WORDS["users"]})


def with_chips(vocabulary: Vocabulary, chips: Iterable[str]) -> Vocabulary:
    """Return *vocabulary* with the *chips* that a sentence names: '트레이니엄2 50만개' counts accelerators."""
    if not (named := tuple(chips)):
        return vocabulary
    count = vocabulary.count | {"gpus": (*named, *vocabulary.count["gpus"])}
    return replace(vocabulary, count=count, bare=count | {"users": vocabulary.bare["users"]})


# interest, eyes, hopes: what is drawn by something that people talk of
_ATTENTION = re.compile(r"(?:화제|관심|눈길|이목|주목|시선|기대|우려)[를을]\s(?:한\s몸에\s)?$")
_BY_WORD = frozenset({"KRW", "person", "parameter", "token", "gpu", "count"})  # watts and bytes say what they are
_Table = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=64)
def _metrics(table: _Table) -> dict[str, str]:
    return {word: metric for metric, group in reversed(table) for word in group}


@lru_cache(maxsize=64)
def _pattern(table: _Table) -> re.Pattern[str]:
    words = sorted(_metrics(table), key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in words))


def as_before(said: Measure, metric: str) -> Measure:
    """Return *said*, or where no word spoke, the metric of the sentence before."""
    if said.metric is None and said.why == SILENT and metric:
        return Measure(metric, said.unit, "as in the sentence before")
    return said
