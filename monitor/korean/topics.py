"""Score how much an article is about a topic: weighted words, each counted once where it stands most prominently."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monitor.catalogue import Catalogue, Topic

_IN_TITLE, _IN_LEAD, _IN_BODY = 2.5, 1.25, 0.5  # a word in the headline tells five times as much as one in the body
_LEAD = 400  # characters
_REPEATED, _MOST = 0.25, 4  # a word said again adds a quarter of its weight, four times at most


_FULL_LENGTH = 800  # characters from which on an article has room for all the words of its topic
_LEAST_SHARE = 0.35


def _share(text: str) -> float:
    """Return the share of the threshold that a text of this length must reach: a wire short has few words of anything."""
    return min(1.0, max(_LEAST_SHARE, len(text) / _FULL_LENGTH))


@dataclass(frozen=True, slots=True)
class Relevance:
    """Whether a text is on topic, its score, and the words that made it."""

    relevant: bool
    score: float
    reasons: tuple[str, ...]
    touched: bool = True  # whether a word that speaks for the topic was found at all


def words_of(catalogue: Catalogue) -> dict[str, float]:
    """Return what the catalogue's own names weigh: of models, chips, sites and services of AI, and of firms that are all AI."""
    services = ai_services_of(catalogue)
    weights: dict[str, float] = {}
    for company in catalogue.companies:
        weights |= dict.fromkeys((company.name, company.english, *company.aliases), _FIRM) if company.ai else {}
    for thing in catalogue.things:
        if thing.kind in {"chip", "facility"} or thing.ai or thing.id in services:
            weights |= dict.fromkeys((thing.name, *thing.aliases), _THING)
    return {name.lower(): weight for name, weight in weights.items() if len(name) >= _LEAST_NAME}


_FIRM, _THING = 1.0, 2.0
_LEAST_NAME = 3  # characters: shorter ones are words of other things as well


def ai_services_of(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of models and of services that are of AI by their name: whoever uses 메타 AI uses an AI."""
    return frozenset(
        thing.id
        for thing in catalogue.things
        if thing.kind == "model"
        or (
            thing.kind == "service"
            and (thing.ai or any(_BY_NAME.search(name) for name in (thing.name, *thing.aliases)))
        )
    )


_BY_NAME = re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])|GPT|챗봇|코파일럿|Copilot")  # chatbot, copilot


class TopicScorer:
    """One topic's words in an automaton, over those that speak for any topic here: *named*, which it may overrule."""

    def __init__(self, topic: Topic, named: Mapping[str, float]) -> None:
        self._threshold = topic.threshold
        self._automaton = ahocorasick.Automaton()
        for word, weight in (*named.items(), *topic.words):  # the later one of a word counts
            self._automaton.add_word(word.lower(), (word, weight))
        self._automaton.make_automaton()

    def score(self, title: str, text: str) -> Relevance:
        """Return the score of a text under its title; a headline alone is scored as one."""
        places: dict[str, float] = {}
        weights: dict[str, float] = {}
        counts: Counter[str] = Counter()
        for words, is_title in ((title, True), (text, False)):
            for end, (word, weight) in self._automaton.iter_long(words.lower()):
                place = _IN_TITLE if is_title else _IN_LEAD if end < _LEAD else _IN_BODY
                places[word] = max(places.get(word, 0.0), place)
                weights[word] = weight
                counts[word] += 1
        parts = {
            word: weights[word] * (place + _REPEATED * min(counts[word] - 1, _MOST)) for word, place in places.items()
        }
        total = round(sum(parts.values()), 2)
        ranked = sorted(parts.items(), key=lambda item: (-abs(item[1]), item[0]))
        reasons = tuple(f"{word} {value:+.2f}" for word, value in ranked[:8])
        return Relevance(
            total >= self._threshold * _share(text), total, reasons, any(part > 0 for part in parts.values())
        )
