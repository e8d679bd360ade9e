"""
What a figure changes: the rules, in order, the first that holds decides.

Each rule is a claim about a `Case` and what follows from it: a kind of change, 'held' for review, 'again' (one source
more for what stands) or 'nothing' (kept as history). A new kind of change is one predicate, one line of `RULES`, an
example that fires it and one that does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from monitor.ledger.cases import LEAP, SETTLED, Case
from monitor.ledger.doubts import (
    its_article_belies_it,
    model_without_a_name,
    number_of_a_part,
    number_of_another_thing,
    part_exceeds_its_whole,
    reading_is_unsure,
    step_of_a_revision,
    sum_without_its_name,
    thousandfold_at_once,
    value_cannot_be,
)
from monitor.ledger.folding import fold_with
from monitor.ledger.series import ESTIMATED, MONEY, repeats, same_number
from monitor.ledger.subjects import NAMELESS
from monitor.ledger.windows import is_whole_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from monitor.model import Change, ChangeKind, Report

Outcome = Literal["again", "nothing", "held"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named predicate and what follows where it holds."""

    holds: Callable[[Case], bool]
    outcome: ChangeKind | Outcome

    @property
    def name(self) -> str:
        """The predicate's name, which reads as a claim."""
        return self.holds.__name__


# ── history, and what was given up ──────────────────────────────────────────────────────────────────────────────────
def said_again_after_it_was_given_up(case: Case) -> bool:
    """Withdrawn is withdrawn: the old sum is written for years."""
    given_up = case.series is not None and case.head is case.series.given_up
    return case.stands and given_up and (case.agrees or case.cue == "withdrawn" or case.recalled)


def announcer_gives_it_up(case: Case) -> bool:
    """무산, 철회, 백지화: of what stands, not of a sum that was replaced before."""
    replaced = case.recap and not case.agrees
    given_up = case.cue == "withdrawn" and not case.recalled and not replaced
    return given_up and case.stands and case.item.figure.status != ESTIMATED


def nobody_knew_what_is_given_up(case: Case) -> bool:
    """Given up, and never announced as far as the log knows; or denied, or replaced in the same breath."""
    return case.cue in {"withdrawn", "denied", "superseded"}


def recalled_figures_move_nothing(case: Case) -> bool:
    """지난 5월 6000억개를 예고했던 (which announced 600 billion last May)."""
    return case.recalled and (case.stands or case.known)


def rivals_figures_move_nothing(case: Case) -> bool:
    """GPT-3(1750억 개)보다 (than GPT-3, 175 billion): quoted for comparison, it begins a series and never moves one."""
    return case.item.figure.voice == "quoted" and case.stands and not case.agrees


# ── the first ───────────────────────────────────────────────────────────────────────────────────────────────────────
def guess_of_what_was_announced(case: Case) -> bool:
    """Tell whether what is called an estimate is the very number that was announced."""
    return case.announced


def first_of_its_series(case: Case) -> bool:
    """Nothing stands yet."""
    return not case.stands


# ── corrections ─────────────────────────────────────────────────────────────────────────────────────────────────────
def page_was_edited(case: Case) -> bool:
    """Tell whether the same page said otherwise, and what it said is what stands."""
    told = case.edited
    if told is None or case.head is None or case.seen is None or case.recalled:
        return False
    if case.agrees and not case.bounded_otherwise:
        return False
    return repeats(told, case.head.amount) and not same_number(case.item.amount, told)


def article_says_it_corrects(case: Case) -> bool:
    """정정, 바로잡습니다."""
    return case.cue == "corrected" and not case.same


def article_gives_another_beside_it(case: Case) -> bool:
    """One article, one series, two numbers of one tense: a smaller sister, a part; the one that stands is meant."""
    beside_it = case.sibling or case.admits or (case.beside_it and case.metric in MONEY)
    return beside_it and not case.agrees and not case.explained


# ── the value agrees ────────────────────────────────────────────────────────────────────────────────────────────────
def planned_is_now_there(case: Case) -> bool:
    """Tell whether what was planned is there, at its value; a model that is there has more than a floor to its size."""
    there = case.agrees and case.against_plan and case.item.figure.status == "actual" and not case.too_early
    there = there and not (case.model and case.is_bounded_only)
    there = there and not (case.cue == "settled" and case.goes_on)  # what is told exactly is not there by that
    unsaid = case.metric == "investment" and case.cue != "done" and (case.in_one_story or not case.due)
    return there and not case.beside_it and not unsaid


def planned_time_moved_in_so_many_words(case: Case) -> bool:
    """연기, 미뤄, 앞당겨, and another time than the one that stands."""
    said = case.agrees and not case.revised and case.against_plan and case.item.figure.status == "planned"
    apart = case.moved not in {"same", "unclear"} and not case.ends_alike
    apart = apart or case.ends_elsewhere or case.timed_at_last
    return said and case.cue == "moved" and apart


def planned_time_is_another(case: Case) -> bool:
    """내년 상반기 (next year's first half) after 올 하반기: said later, no day in common."""
    said = case.agrees and not case.revised and case.against_plan and case.item.figure.status == "planned"
    yearly = case.head is not None and is_whole_year(case.item.window) and is_whole_year(case.head.window)
    site = case.metric == "investment" and case.item.key != NAMELESS and not yearly and case.is_later
    return said and case.moved == "apart" and not case.in_one_story and (case.metric not in MONEY or site)


def planned_time_narrowed(case: Case) -> bool:
    """하반기 (the second half) becomes 8월 24일; 연말까지 (by the end of the year) and 연말 are one time."""
    said = case.agrees and not case.revised and case.against_plan and case.item.figure.status == "planned"
    # a site: when it is done; a raise: when it closes
    named = (case.metric == "investment" and case.item.key != NAMELESS) or case.metric == "funding"
    return said and case.moved == "narrower" and not case.ends_as_before and (case.metric not in MONEY or named)


def said_more_precisely(case: Case) -> bool:
    """수조원 becomes 9조원, 5000억 becomes 5190억, 6~9조 becomes 7~9조; what is there is not made precise by a plan."""
    tense = case.against_plan or case.item.figure.status != "planned"
    rounded = case.standing is not None and case.standing.bound == "most" and repeats(case.item.amount, case.standing)
    return case.agrees and case.finer and (case.narrowed or not case.revised) and tense and not rounded


def said_again(case: Case) -> bool:
    """Tell whether the figure that stands is said otherwise: rounded, in other notation, with or without 이상."""
    return case.agrees and not case.revised


# ── the value differs ───────────────────────────────────────────────────────────────────────────────────────────────
def guesses_differ(case: Case) -> bool:
    """Two analysts, two guesses."""
    return case.item.figure.status == ESTIMATED and not case.explained


def nobody_names_the_model(case: Case) -> bool:
    """Tell whether a size is told as there of a model without a name, and another one stands: it may be any model."""
    return case.model and case.item.key == NAMELESS and case.item.figure.status == "actual" and not case.explained


def number_of_a_sister(case: Case) -> bool:
    """Tell whether a finished model is given the size of another one of the firm."""
    facts = case.model and case.item.figure.status == "actual"
    return facts and case.elsewhere and not case.item.until_now


def smaller_sister(case: Case) -> bool:
    """Tell whether a fraction of a finished model's size is told: it comes in sizes, and is known by the largest."""
    facts = case.metric == "parameters" and not case.against_plan and case.item.figure.status == "actual"
    return facts and not case.explained and case.times * 2 <= 1


def another_currency(case: Case) -> bool:
    """Tell whether it is another sum in another currency, and nothing says that it was changed."""
    exchanged = case.standing is not None and all(a.unit != case.standing.unit for a in case.item.amounts)
    return exchanged and not case.explained


def known_number_comes_back(case: Case) -> bool:
    """Tell whether an old figure, or one that was disputed, is said without a word of a revision."""
    return case.recap and not case.explained


def what_was_there_before(case: Case) -> bool:
    """Tell whether it is a fact of a time before the standing one was announced."""
    return case.bygone and case.item.figure.status == "actual" and case.metric not in MONEY


def told_otherwise_at_once(case: Case) -> bool:
    """
    Within three days of the announcement, and nothing says that the announcer changed it.

    9100억 달러로 상향 (raised to) after 910억 of the same day lost a unit, whatever it says.
    """
    one_tense = case.against_plan == (case.item.figure.status == "planned")
    tense = case.metric in MONEY or one_tense or (case.against_plan and not case.for_these_days)
    return case.in_one_story and tense and (not case.explained or case.slipped)


def revision_of_what_no_longer_stands(case: Case) -> bool:
    """Another telling of a revision that the log knows, with another outcome; months on, it only looks further back."""
    there = case.against_plan and case.item.figure.status == "actual"
    return bool(case.item.until_now) and not there and not case.explained and case.days <= SETTLED


def leaps_alone(case: Case) -> bool:
    """More than five times, one outlet, and no revision that explains it; a goal may be that far ahead."""
    if case.item.figure.status == "planned" and case.item.window and not case.against_plan:
        return False
    return not case.explained and case.second is None and max(case.times, 1 / case.times) > LEAP


def finished_model_changes_alone(case: Case) -> bool:
    """Tell whether one outlet alone says otherwise of a finished model: a model keeps its size."""
    return finished_model_has_two_sizes(case) and case.second is None


def finished_model_has_two_sizes(case: Case) -> bool:
    """Tell whether outlets give a finished model two sizes, weeks apart: it did not grow, some of them err."""
    facts = case.model and not case.against_plan and case.item.figure.status == "actual"
    return facts and not case.explained and case.days <= SETTLED


def greater_than_before(case: Case) -> bool:
    """Another amount, and more."""
    return case.times > 1


def less_than_before(case: Case) -> bool:
    """Another amount, and not more."""
    return case.times <= 1


RULES = (
    Rule(said_again_after_it_was_given_up, "nothing"),
    Rule(announcer_gives_it_up, "withdrawn"),
    Rule(nobody_knew_what_is_given_up, "nothing"),
    Rule(recalled_figures_move_nothing, "again"),
    Rule(rivals_figures_move_nothing, "nothing"),
    Rule(value_cannot_be, "held"),
    Rule(thousandfold_at_once, "held"),
    Rule(part_exceeds_its_whole, "held"),
    Rule(its_article_belies_it, "held"),
    Rule(reading_is_unsure, "held"),
    Rule(step_of_a_revision, "nothing"),
    Rule(guess_of_what_was_announced, "nothing"),
    Rule(model_without_a_name, "held"),
    Rule(number_of_another_thing, "nothing"),
    Rule(sum_without_its_name, "nothing"),
    Rule(number_of_a_part, "nothing"),
    Rule(first_of_its_series, "first"),
    Rule(page_was_edited, "corrected"),
    Rule(article_says_it_corrects, "corrected"),
    Rule(article_gives_another_beside_it, "nothing"),
    Rule(planned_is_now_there, "delivered"),
    Rule(planned_time_moved_in_so_many_words, "rescheduled"),
    Rule(planned_time_is_another, "rescheduled"),
    Rule(planned_time_narrowed, "refined"),
    Rule(said_more_precisely, "refined"),
    Rule(said_again, "again"),
    Rule(guesses_differ, "nothing"),
    Rule(nobody_names_the_model, "nothing"),
    Rule(number_of_a_sister, "nothing"),
    Rule(smaller_sister, "nothing"),
    Rule(another_currency, "nothing"),
    Rule(known_number_comes_back, "nothing"),
    Rule(what_was_there_before, "nothing"),
    Rule(told_otherwise_at_once, "disputed"),
    Rule(revision_of_what_no_longer_stands, "nothing"),
    Rule(leaps_alone, "held"),
    Rule(finished_model_changes_alone, "held"),
    Rule(finished_model_has_two_sizes, "disputed"),
    Rule(greater_than_before, "raised"),
    Rule(less_than_before, "lowered"),
)


def rule_for(case: Case) -> Rule:
    """Return the first rule that holds; the last two leave nothing over. What a person confirmed is not held back."""
    believed = case.item.report.confirmed
    return next(rule for rule in RULES if not (believed and _doubts(rule)) and rule.holds(case))


def _doubts(rule: Rule) -> bool:
    """Tell whether *rule* guards against a misreading, which a person's word rules out."""
    return rule.outcome == "held" or rule.holds in {
        nobody_names_the_model,
        number_of_a_sister,
        smaller_sister,
        finished_model_has_two_sizes,
    }


def fold(
    reports: Iterable[Report],
    until: datetime | date | None = None,
    limits: Mapping[tuple[str, str], tuple[Decimal, Decimal]] | None = None,
) -> tuple[Change, ...]:
    """
    Return the change log that *reports* make, in order of time: the same for any order of them.

    Reports of several buckets are folded each for itself. *until* is the day to which the clock has come, for overdue
    plans; without it only reports move the clock. *limits* give the least and greatest value by metric and unit; see
    `limits.py`.
    """
    return fold_with(rule_for, reports, until, limits)
