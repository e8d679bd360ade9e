"""
Say whose a quantity is, and of which thing: named rules in order, the first that fits binds.

Each rule looks at one `Case` (a quantity in its sentence, with the names there and what the sentences before were about)
and returns the owners it sees, or none. Korean drops what is known: the last rule goes back to the sentence before,
and through it to the headline.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.korean.actors import (
    bidder,
    buyer,
    founded,
    only_company_of_sentence,
    site_of_sentence,
    subject_behind,
    subject_of_clause,
    the_firm_itself,
    whose_plan_it_is,
)
from monitor.korean.cases import Case, Owner
from monitor.korean.dropped import carried_from_before
from monitor.korean.listed import each_of_a_list
from monitor.korean.neighbours import (
    bracket_behind_name,
    head_of_relative_clause,
    nearest_thing_before,
    size_in_name,
    this_model,
    what_it_took,
    worth_of_a_name,
)
from monitor.korean.sites import by_its_place
from monitor.korean.supply import recipient

Rule = Callable[[Case], list[Owner]]

RULES: tuple[tuple[str, Rule, float], ...] = (
    ("size-in-name", size_in_name, 0.9),
    ("bracket-behind-name", bracket_behind_name, 0.95),
    ("each-of-a-list", each_of_a_list, 0.9),
    ("worth-of-a-name", worth_of_a_name, 0.92),
    ("what-it-took", what_it_took, 0.9),
    ("bidder", bidder, 0.9),
    ("buyer", buyer, 0.9),
    ("founded", founded, 0.85),
    ("this-model", this_model, 0.9),
    ("head-of-relative-clause", head_of_relative_clause, 0.92),
    ("nearest-thing-before", nearest_thing_before, 0.92),
    ("recipient", recipient, 0.9),
    ("the-firm-itself", the_firm_itself, 0.8),
    ("whose-plan-it-is", whose_plan_it_is, 0.85),
    ("subject-of-clause", subject_of_clause, 0.9),
    ("subject-behind", subject_behind, 0.8),
    ("only-company-of-sentence", only_company_of_sentence, 0.75),
    ("site-of-sentence", site_of_sentence, 0.75),
    ("by-its-place", by_its_place, 0.75),
    ("carried-from-before", carried_from_before, 0.7),
)


def owners_of(case: Case) -> tuple[list[Owner], str, float]:
    """Return the owners, the name of the rule that saw them, and its confidence; no owner and '' when none did."""
    for name, rule, confidence in RULES:
        owners = rule(case)
        if owners:
            return owners, name, confidence
    return [], "", 0.0
