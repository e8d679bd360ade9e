"""Predicates of `changes.RULES` that doubt a figure: it cannot be, was misread, or is the number of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.ledger.cases import IMPOSSIBLE_LEAP, SURE
from monitor.ledger.subjects import NAMELESS

if TYPE_CHECKING:
    from monitor.ledger.cases import Case


def value_cannot_be(case: Case) -> bool:
    """180 parameters, 2 won."""
    return case.impossible


def thousandfold_at_once(case: Case) -> bool:
    """Ten thousand times its predecessor: a unit was lost."""
    return case.stands and case.times != 0 and max(case.times, 1 / case.times) >= IMPOSSIBLE_LEAP


def part_exceeds_its_whole(case: Case) -> bool:
    """1단계 (the first phase) of more than all phases."""
    return case.exceeds_its_whole and case.second is None and not case.agrees


def its_article_belies_it(case: Case) -> bool:
    """1조7000억 달러 over 15억 달러(약 1조7000억원), 9100억 달러(약 130조원): a unit was lost or is another's."""
    return case.item.astray and case.second is None and not case.agrees


def reading_is_unsure(case: Case) -> bool:
    """No rule bound it with confidence, and nobody else says it; a correction speaks for itself where it corrects."""
    if case.cue == "corrected" and case.stands:
        return False
    return case.item.figure.confidence < SURE and case.second is None and not case.agrees


def model_without_a_name(case: Case) -> bool:
    """Tell whether a firm whose models have names is said to have one without, of another size."""
    unnamed = case.model and not case.stands and case.among_names and case.second is None
    return unnamed and case.item.figure.status == "actual"


def step_of_a_revision(case: Case) -> bool:
    """100억달러 더 (10 billion more) beside 750억 달러에서 850억 달러로: the step, and no sum of its own."""
    return case.item.step and not case.agrees


def number_of_another_thing(case: Case) -> bool:
    """'센터는 1만5000장을, 전체로는 5만장을': an article tells over what is known, and a number strays."""
    begins_by_name = not case.stands and case.item.key != NAMELESS
    return case.retold and not case.explained and not begins_by_name


def sum_without_its_name(case: Case) -> bool:
    """회사가 밝힌 액수는 560만 달러다 (the sum that the firm gave): that of V3, which is not named here."""
    return case.untold


def number_of_a_part(case: Case) -> bool:
    """GPU 4000장을 나눠 줬다 (handed out) after 1차 공급으로 4000장 (the first lot): which part it is, is left out."""
    return case.partly and not case.explained
