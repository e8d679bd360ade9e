from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from newsruns import report

from monitor.ledger.cases import Case
from monitor.ledger.changes import RULES, Rule, rule_for
from monitor.ledger.folding import fold_with
from monitor.model import KST

START = datetime(2021, 5, 17, 9, tzinfo=KST)

# The rule, what was said before, what fires it, what does not. 'day: words', each by an outlet of its own.
EXAMPLES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "said_again_after_it_was_given_up": (
        ("0: naver investment 540e9 planned @용인", "9: naver investment 540e9 planned @용인 cue:withdrawn"),
        "40: naver investment 540e9 planned @용인",
        "40: naver investment 900e9 planned @용인",
    ),
    "announcer_gives_it_up": (
        ("0: naver investment 540e9 planned @용인",),
        "9: naver investment 540e9 planned @용인 cue:withdrawn",
        "9: naver investment 540e9 planned @용인 cue:withdrawn recalled",
    ),
    "nobody_knew_what_is_given_up": (
        (),
        "0: naver investment 540e9 planned @용인 cue:withdrawn",
        "0: naver investment 540e9 planned @용인",
    ),
    "recalled_figures_move_nothing": (
        ("0: lg parameters 3e11 actual @엑사원",),
        "9: lg parameters 6e11 planned recalled @엑사원",
        "9: lg gpus 6e11 planned recalled @엑사원",
    ),
    "rivals_figures_move_nothing": (
        ("0: openai parameters 175e9 actual @GPT-3",),
        "9: openai parameters 150e9 actual quoted @GPT-3",
        "9: openai parameters 150e9 actual quoted @GPT-4",
    ),
    "value_cannot_be": ((), "0: skt parameters 180 actual @에이닷", "0: skt parameters 18e9 actual @에이닷"),
    "thousandfold_at_once": (
        ("0: naver gpus 1000 actual",),
        "9: naver gpus 10e6 actual cue:raised",
        "9: naver gpus 10e3 actual cue:raised",
    ),
    "part_exceeds_its_whole": (
        ("0: skt power 1e8 planned @울산",),
        "9: skt power 4e8 planned @울산 #phase:1",
        "9: skt power 4e7 planned @울산 #phase:1",
    ),
    "its_article_belies_it": (
        (),
        "0: sk investment 17e11$ actual =a ^ + sk investment 15e8$ planned =a",
        "0: sk investment 17e9$ actual =a ^ + sk investment 15e8$ planned =a",
    ),
    "reading_is_unsure": ((), "0: lg gpus 1000 actual conf:0.3", "0: lg gpus 1000 actual conf:0.6"),
    "step_of_a_revision": (
        (),
        "0: kt gpus 85e3 planned + kt gpus 75e3 planned cue:superseded + kt gpus 10e3 planned ..2021-12-31 conf:1",
        "0: kt gpus 85e3 planned + kt gpus 75e3 planned cue:superseded + kt gpus 12e3 planned ..2021-12-31 conf:1",
    ),
    "guess_of_what_was_announced": (
        ("0: upstage parameters 100e9 actual @솔라",),
        "9: upstage parameters 100e9 estimated @솔라",
        "9: upstage parameters 80e9 estimated @솔라",
    ),
    "model_without_a_name": (
        ("0: lg parameters 3e11 actual @엑사원",),
        "9: lg parameters 1.2e12 actual",
        "9: lg parameters 1.2e12 planned",
    ),
    "number_of_another_thing": (
        ("0: gov-kr investment 30e12 planned @펀드", "60: gov-kr investment 150e12 planned @사업"),
        "90: gov-kr investment 30e12 planned @펀드 + gov-kr investment 150e12 planned @펀드",
        "90: gov-kr investment 30e12 planned @펀드 + gov-kr investment 140e12 planned @펀드",
    ),
    "sum_without_its_name": (
        ("0: openai investment 5576000$ actual @V3",),
        "9: openai investment 5.6e6$ planned",
        "9: openai investment 5.6e6$ planned ..2021-12-31",
    ),
    "number_of_a_part": (
        ("0: gov-kr gpus 4000 actual #phase:1",),
        "1: gov-kr gpus 4000 actual",
        "1: gov-kr gpus 5000 actual",
    ),
    "first_of_its_series": ((), "0: lg gpus 1000 actual", "0: lg gpus 1000 actual cue:denied"),
    "page_was_edited": (
        ("0: sk investment 180e12 planned ..2028-12-31 /page",),
        "0: sk investment 128e12 planned ..2028-12-31 /page",
        "0: sk investment 128e12 planned ..2028-12-31",
    ),
    "article_says_it_corrects": (
        ("0: sk investment 180e12 planned ..2028-12-31",),
        "1: sk investment 128e12 planned ..2028-12-31 cue:corrected",
        "1: sk investment 180e12 planned ..2028-12-31 cue:corrected",
    ),
    "article_gives_another_beside_it": (
        ("0: sk gpus 50e3 actual =a",),
        "0: sk gpus 20e3 actual =a",
        "0: sk gpus 20e3 actual =b",
    ),
    "planned_is_now_there": (
        ("0: skt parameters 5e11 planned ..2021-12-31 @A.X",),
        "200: skt parameters 519e9 actual @A.X",
        "200: skt parameters 519e9 planned @A.X",
    ),
    "planned_time_moved_in_so_many_words": (
        ("0: kt gpus 9000 planned 2021-07-01..2021-12-31",),
        "1: kt gpus 9000 planned 2022-01-01..2022-06-30 cue:moved",
        "1: kt gpus 9000 planned 2021-07-01..2021-12-31 cue:moved",
    ),
    "planned_time_is_another": (
        ("0: kt gpus 9000 planned 2021-07-01..2021-12-31",),
        "60: kt gpus 9000 planned 2022-01-01..2022-06-30",
        "1: kt gpus 9000 planned 2022-01-01..2022-06-30",
    ),
    "planned_time_narrowed": (
        ("0: kt gpus 9000 planned 2021-07-01..2021-12-31",),
        "60: kt gpus 9000 planned 2021-08-24..2021-08-24",
        "60: kt gpus 9000 planned ..2021-12-31",
    ),
    "said_more_precisely": (
        ("0: naver investment 2e12~1e13 planned order @센터",),
        "1: naver investment 9e12 planned @센터",
        "1: naver investment 2e12+ planned @센터",
    ),
    "said_again": (
        ("0: naver parameters 204e9 actual @하이퍼클로바",),
        "400: naver parameters 200e9+ actual @하이퍼클로바",
        "400: naver parameters 300e9 actual @하이퍼클로바",
    ),
    "guesses_differ": (
        ("0: nc parameters 175e9 estimated @바르코",),
        "9: nc parameters 100e9 estimated @바르코",
        "9: nc parameters 100e9 actual @바르코",
    ),
    "nobody_names_the_model": (
        ("0: nc parameters 100e9 actual",),
        "9: nc parameters 20e9 actual",
        "9: nc parameters 20e9 actual @바르코",
    ),
    "number_of_a_sister": (
        ("0: naver parameters 8e9 actual @옴니", "0: naver parameters 32e9 actual @씽크"),
        "1: naver parameters 32e9 actual @옴니",
        "1: naver parameters 14e9 actual @옴니",
    ),
    "smaller_sister": (
        ("0: kakao parameters 65e9 actual @KoGPT",),
        "9: kakao parameters 13e9 actual @KoGPT",
        "9: kakao parameters 13e9 actual @KoGPT cue:lowered",
    ),
    "another_currency": (
        ("0: softbank investment 5e11$ planned @스타게이트",),
        "40: softbank investment 50e12 planned @스타게이트",
        "40: softbank investment 50e12 planned @스타게이트 cue:lowered",
    ),
    "known_number_comes_back": (
        ("0: meta gpus 6e5 planned ..2021-12-31", "90: meta gpus 13e5 planned ..2021-12-31"),
        "120: meta gpus 6e5 planned ..2021-12-31",
        "120: meta gpus 20e5 planned ..2021-12-31",
    ),
    "what_was_there_before": (
        ("0: xai gpus 23e4 actual @콜로서스",),
        "9: xai gpus 10e4 actual @콜로서스 2020-01-01..2020-12-31",
        "9: xai gpus 10e4 actual @콜로서스",
    ),
    "told_otherwise_at_once": (
        ("0: sk gpus 50e3 planned",),
        "0: sk gpus 60e3 planned cue:raised",
        "0: sk gpus 60e3 planned cue:raised + sk gpus 50e3 planned cue:superseded",
    ),
    "revision_of_what_no_longer_stands": (
        (
            "0: gov-kr investment 298e8 planned @실증",
            "90: gov-kr investment 752e8 planned @실증 cue:raised",
        ),
        "120: gov-kr investment 742e8 planned @실증 cue:raised + gov-kr investment 298e8 planned @실증 cue:superseded",
        "120: gov-kr investment 742e8 planned @실증 cue:lowered + gov-kr investment 752e8 planned @실증 cue:superseded",
    ),
    "leaps_alone": (
        ("0: nc gpus 1000 actual",),
        "90: nc gpus 20e3 actual",
        "90: nc gpus 4000 actual",
    ),
    "finished_model_changes_alone": (
        ("0: kakao parameters 6e9 actual @KoGPT",),
        "20: kakao parameters 9e9 actual @KoGPT",
        "60: kakao parameters 9e9 actual @KoGPT",
    ),
    "finished_model_has_two_sizes": (
        ("0: upstage active_parameters 10e9 actual @솔라", "8: upstage active_parameters 12e9 actual @솔라"),
        "9: upstage active_parameters 12e9 actual @솔라",
        "60: upstage active_parameters 12e9 actual @솔라",
    ),
    "greater_than_before": (
        ("0: openai users 4e8+ actual @챗GPT",),
        "90: openai users 7e8 planned @챗GPT",
        "90: openai users 4e8 planned @챗GPT",
    ),
    "less_than_before": (
        ("0: nvidia investment <=1e11$ planned @오픈AI",),
        "90: nvidia investment <=3e10$ planned @오픈AI",
        "90: nvidia investment 1e11$ planned @오픈AI",
    ),
}


def rules_of(*told: str) -> list[str]:
    """Return the rules that decided on what was told, one for each figure, in order."""
    decided: list[str] = []

    def note(case: Case) -> Rule:
        rule = rule_for(case)
        decided.append(rule.name)
        return rule

    reports = []
    for n, line in enumerate(told):
        day, _, said = line.partition(": ")
        for words in said.split(" + "):
            page = next((w for w in words.split() if w.startswith("/")), f"/{n}")
            article = next((w for w in words.split() if w.startswith("=")), f"{page}{n}")
            at = START + timedelta(days=int(day), minutes=0 if article == "=a" else n)
            reports.append(report(words, article, f"outlet{n}", at, f"https://example.kr{page}"))
    fold_with(note, reports, None, None)
    return decided


def test_every_rule_has_examples() -> None:
    """No rule comes without an example that fires it and one that does not."""
    assert [rule.name for rule in RULES] == list(EXAMPLES)


@pytest.mark.parametrize(
    ("rule", "before", "said"), [(rule, before, yes) for rule, (before, yes, _) in EXAMPLES.items()]
)
def test_rule_fires(rule: str, before: tuple[str, ...], said: str) -> None:
    """The example that the rule was written for is decided by it."""
    assert rules_of(*before, said)[-1] == rule


@pytest.mark.parametrize(("rule", "before", "said"), [(rule, before, no) for rule, (before, _, no) in EXAMPLES.items()])
def test_rule_does_not_fire(rule: str, before: tuple[str, ...], said: str) -> None:
    """The example that looks alike is decided by another rule."""
    assert rules_of(*before, said)[-1] != rule


@pytest.mark.parametrize(
    ("before", "said", "rule"),
    [
        ("0: naver investment 1e12+ planned", "60: naver investment 12e11 planned cue:settled", "said_more_precisely"),
        ("0: naver investment 1e12+ planned", "60: naver investment 12e11 planned", "greater_than_before"),
        ("0: naver gpus 60e3 planned ..2030-12-31", "90: naver gpus 60e3 actual cue:done", "planned_is_now_there"),
        ("0: naver gpus 60e3 planned ..2030-12-31", "90: naver gpus 60e3 actual", "said_again"),
        # what is told exactly refines, from what it was known as too, and delivers nothing before its time
        (
            "0: kt gpus 15e3 planned ..2028-12-31",
            "60: kt gpus 15360 planned cue:settled + kt gpus 15e3 planned cue:superseded",
            "said_more_precisely",
        ),
        (
            "0: kt parameters 115e8 planned ..2021-12-31 @믿음",
            "9: kt parameters 1148e7 actual cue:settled @믿음",
            "said_more_precisely",
        ),
        # both ends of a range went up; only its lower one did; the middle stays
        (
            "0: meta investment 640e8~720e8$ planned",
            "1: meta investment 660e8~740e8$ planned",
            "told_otherwise_at_once",
        ),
        ("0: meta investment 640e8~720e8$ planned", "1: meta investment 660e8~720e8$ planned", "said_more_precisely"),
        ("0: meta investment 600e8~650e8$ planned", "60: meta investment 620e8~630e8$ planned", "said_more_precisely"),
        # a plan that had no time and is put off; a deadline that ends where the quarter did
        (
            "0: kt parameters 115e8 planned @믿음",
            "9: kt parameters 115e8 planned ..2021-09-30 cue:moved @믿음",
            "planned_time_moved_in_so_many_words",
        ),
        (
            "0: kt gpus 9000 planned 2021-10-01..2021-12-31",
            "60: kt gpus 9000 planned ..2021-12-31 cue:moved",
            "said_again",
        ),
        # of these days, for the very time: a name or none, another number
        (
            "0: kt gpus 10e3 planned ..2021-12-31",
            "1: kt gpus 15e3 planned ..2021-12-31 @사업",
            "told_otherwise_at_once",
        ),
        ("0: kt gpus 10e3 planned ..2021-12-31", "1: kt gpus 15e3 planned ..2022-12-31 @사업", "first_of_its_series"),
        (
            "0: kt investment 10e11 planned 2022-01-01..2022-12-31",
            "1: kt investment 8e11 planned 2022-01-01..2022-12-31 #yearly",
            "told_otherwise_at_once",
        ),
        (
            "0: kt investment 2e12~1e13 planned order ..2029-12-31 @센터",
            "1: kt investment 15e12 planned ..2029-12-31 @센터",
            "told_otherwise_at_once",
        ),
    ],
)
def test_a_word_of_the_article_decides_between_two_rules(before: str, said: str, rule: str) -> None:
    """That a floor is settled now and not raised; that all of it is there, years before it was due."""
    assert rules_of(before, said)[-1] == rule


def test_a_deadline_told_anew_may_end_a_duration_elsewhere() -> None:
    """Eight years from 2025 on are until 2033; 'until 2030 now' moves it, 'until 2033' does not."""
    before = "0: openai investment 14e11$ planned 2021-05-17..2029-05-17"

    moved = rules_of(before, "40: openai investment 14e11$ planned ..2026-12-31 cue:moved")
    same = rules_of(before, "40: openai investment 14e11$ planned ..2029-12-31 cue:moved")

    assert (moved[-1], same[-1]) == ("planned_time_moved_in_so_many_words", "said_again")
