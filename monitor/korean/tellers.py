"""
Correct what a sentence seems to say of a quantity by whose it turns out to be.

What one firm's officer guesses of another's is an estimate, what a firm foresees to spend is its plan, and what a
forerunner has is replaced by nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from monitor.korean.awaited import key_of
from monitor.korean.cases import MODEL_METRICS, NOMINATIVE, Case, Owner, is_compared
from monitor.korean.plans import PLEDGED
from monitor.korean.stances import Stance


def stance_towards(owners: list[Owner], stance: Stance, case: Case) -> Stance:
    """Return *stance* as it is towards a quantity of *owners*: a model's, or one that another firm's officer guesses."""
    if case.metric in MODEL_METRICS:
        stance = _of_the_model(stance, case, owners)
    actual = stance.status == "actual"
    claimed = actual and _CLAIMS.search(case.sentence, case.quantity.end)
    by_another = (stance.why.startswith("guess") or claimed) and _is_told_by_another(owners, case)
    if by_another or (actual and case.memory.mood == "estimated" and _is_of_the_guess(case)):
        stance = replace(stance, status="estimated")
    elif stance.status == "estimated" and _foresees_its_own(owners, case):
        stance = replace(stance, status="planned")
    return stance


_CLAIMS = re.compile(r"다고\s(?:주장|폭로)(?:했|한|하)")  # claimed, of another firm
# '메타(22만4000개)를 앞선다', '메타는 22만4000개로 뒤를 이었다': of the guess told before
_AND_NEXT = re.compile(r"(?:이었|였)(?:다|습니다)|으?로\s(?:그\s)?뒤를\s")
_IN_BRACKETS = re.compile(r"[가-힣A-Za-z]\((?:약\s)?$")


def _is_of_the_guess(case: Case) -> bool:
    next_in_line = case.metric == "gpus" and _AND_NEXT.match(case.sentence, case.quantity.end)
    return bool(next_in_line or _IN_BRACKETS.search(case.sentence[: case.quantity.start]))


# 'foresaw', said outright: not '예상한다고 밝혔다' (that it will, said somebody)
_FORESEES = re.compile(
    r"\s?(?:선|수준|규모)?(?:으?로|[을를])\s(?:(?:예상|전망)(?:했다|한다\.|했습니다|합니다)|내다(?:본다|봤다|봅니다|봤습니다))"
)
_TOPIC_BEFORE = re.compile(r"(?<!에서)(?<!에)[은는]\s")


def _foresees_its_own(owners: list[Owner], case: Case) -> bool:
    """'구글이 올해 자본지출을 910억 달러로 예상했다': what a firm foresees to spend is its plan."""
    subjects = [n for n in case.left(case.companies) if n.particle in NOMINATIVE]
    alone = len(subjects) == 1 and not _TOPIC_BEFORE.search(case.sentence, 0, subjects[0].start)
    its = alone and subjects[0].company == owners[0].company
    return case.metric in PLEDGED and its and bool(_FORESEES.match(case.sentence, case.quantity.end))


def _of_the_model(stance: Stance, case: Case, owners: list[Owner]) -> Stance:
    """Return *stance* as it is of whose model it is: a forerunner's size is replaced by none, an awaited one's not there."""
    if stance.cue == "superseded" and _is_of_a_forerunner(owners, case.sentence):
        stance = replace(stance, voice="own", cue=None)
    if (
        stance.status == "actual"
        and stance.cue in {None, "moved", "raised", "lowered", "settled"}
        and stance.voice == "own"
        and _is_awaited(case, owners)
    ):
        stance = replace(stance, status="planned")
    return stance


_OFFICER = re.compile(r"(?:\s?(?:CEO|CFO|CTO|대표|회장|사장|의장))?(?:\([^)]*\))?(?:은|는|이|가)\s")


def _is_told_by_another(owners: list[Owner], case: Case) -> bool:
    """Tell whether who guesses is of another firm: '스케일AI의 알렉산더 왕 CEO는 딥시크가 …로 추정했다'."""
    people = [name for name in case.names if name.kind == "person" and _OFFICER.match(case.sentence, name.end)]
    return bool(people) and all(owner.company != people[0].company for owner in owners)


def _is_awaited(case: Case, owners: list[Owner]) -> bool:
    """Tell whether it is the size of a model that the text tells of as still to come, under its name or as 'this model'."""
    named = [owner.subject for owner in owners if owner.subject is not None and owner.subject.sort == "model"]
    remembered = (case.memory.by_company.get(owner.company) for owner in owners if owner.subject is None)
    models = named or [name for name in remembered if name is not None and name.sort == "model"]
    return bool(models) and all(key_of(model) in case.memory.to_come for model in models)


def _is_of_a_forerunner(owners: list[Owner], text: str) -> bool:
    """Tell whether it is what an older model has: '220억개였던 전작 '솔라 프로'보다' replaces nothing."""
    return any(owner.subject is not None and is_compared(text, owner.subject) for owner in owners)
