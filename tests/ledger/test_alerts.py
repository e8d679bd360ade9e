"""Who is told of a change, when, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from monitor.ledger.alerts import Audience, Memory, Routing, explain, gathered, retraction, route, route_incident
from monitor.model import Alert, Change, Channel, Claim, Incident, Silence, Subscription

NOON = datetime(2021, 5, 25, 4, 46, tzinfo=UTC)  # 13:46 in Seoul
DAY = timedelta(days=1)


def claim(value: int, target: date | None = None) -> Claim:
    """Return a plan of so many parameters."""
    return Claim(Decimal(value), Decimal(value), "parameter", "exact", "planned", (None, target) if target else None)


def change(name: str = "c", before: int | None = 100, after: int | Claim = 200, **more: Any) -> Change:
    """Return a change of one series from *before* to *after*."""
    value = after if isinstance(after, int) else 200
    told: dict[str, Any] = {
        "id": name,
        "kind": "first" if before is None else "raised" if value > before else "lowered",
        "company": "lg",
        "subject": "엑사원 4.0",
        "metric": "parameters",
        "scope": "",
        "series": "s",
        "before": None if before is None else claim(before),
        "after": claim(after) if isinstance(after, int) else after,
        "article": "a",
        "said_at": NOON,
        "found_at": NOON,
        "rule": "r",
    }
    return Change(**(told | more))


class Teller:
    """One subscription and all that it was told, remembered from change to change as the store does."""

    def __init__(self, **wants: Any) -> None:
        self.subscription = Subscription("s", "c", **wants)
        self.audience = Audience((self.subscription,), (Channel("c", "webhook", "env:X"),))
        self.memory = Memory()
        self.alerts: list[Alert] = []

    def hear(self, *changes: Change, at: datetime = NOON) -> Routing:
        """Put changes to the subscription at a time."""
        routing = route(changes, self.audience, self.memory, at)
        told = {("s", v.change): v.alert for v in routing.verdicts if v.told and v.alert}
        sent = {"s": sum(at - alert.made_at < timedelta(hours=1) for alert in (*self.alerts, *routing.alerts))}
        self.memory = Memory({**self.memory.heard, **routing.heard}, {**self.memory.told, **told}, sent)
        self.alerts.extend(routing.alerts)
        return routing

    def reasons(self, *changes: Change, at: datetime = NOON) -> list[str]:
        """Return the reasons given for changes."""
        return [verdict.reason for verdict in self.hear(*changes, at=at).verdicts]


def test_a_change_is_told_once_however_often_it_is_asked_about() -> None:
    """The same change, found again with more outlets, makes no second alert but grows the first."""
    teller = Teller()
    teller.hear(change())
    again = teller.hear(change(voices=3))

    assert len(teller.alerts) == 1
    assert [(alert_id, grown.voices) for alert_id, grown in again.grown] == [(teller.alerts[0].id, 3)]


@pytest.mark.parametrize(
    ("wants", "told"),
    [
        ({"companies": ("lg",)}, True),
        ({"companies": ("naver",)}, False),
        ({"metrics": ("parameters",)}, True),
        ({"metrics": ("gpus",)}, False),
        ({"subjects": ("엑사원",)}, True),
        ({"subjects": ("lg/엑사원",)}, True),
        ({"subjects": ("하이퍼클로바",)}, False),
        ({"kinds": ("raised",)}, True),
        ({"kinds": ("figure.raised",)}, True),
        ({"kinds": ("lowered", "withdrawn")}, False),
        ({"least_voices": 2}, False),
        ({"least_ratio": Decimal("0.9")}, True),
        ({"least_ratio": Decimal("1.1")}, False),
        ({"least_amount": Decimal(100)}, True),
        ({"least_amount": Decimal(101)}, False),
        ({"enabled": False}, False),
    ],
    ids=str,
)
def test_a_subscription_hears_what_it_wants(wants: dict[str, Any], *, told: bool) -> None:
    """Company, metric, subject line, kind, voices, ratio and amount each narrow what is told."""
    teller = Teller(**wants)
    teller.hear(change())

    assert bool(teller.alerts) is told


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"held": "ten thousand times its predecessor"}, "held for review: ten thousand times its predecessor"),
        ({"cause": "reread"}, "rereading is not news"),
        ({"loud": False}, "no news by its own date"),
        ({"kind": "refined", "loud": False}, "refined is told only to those who name it"),
        ({"kind": "overdue", "loud": False}, "overdue is told only to those who name it"),
    ],
    ids=str,
)
def test_what_is_no_news_is_not_told(more: dict[str, Any], reason: str) -> None:
    """Doubt, rereading, history and quiet kinds alert nobody by default, and it can be asked why."""
    assert Teller().reasons(change(**more)) == [reason]


def test_a_quiet_kind_is_told_to_those_who_name_it() -> None:
    """Who names "overdue" hears it, unless it is long past."""
    teller = Teller(kinds=("overdue",))
    teller.hear(
        change("new", kind="overdue", loud=False), change("old", kind="overdue", loud=False, said_at=NOON - 9 * DAY)
    )

    assert [alert.changes[0].id for alert in teller.alerts] == ["new"]


def test_a_slow_drift_alerts_when_it_has_added_up() -> None:
    """The threshold is measured against the value last alerted, not against the last one."""
    teller = Teller(least_ratio=Decimal("0.1"))
    values = [100, 103, 106, 109, 112, 115, 118, 121, 124]
    for before, after in pairwise(values):
        day = NOON + DAY * after
        teller.hear(change(f"to {after}", before, after, said_at=day, found_at=day), at=day)

    assert [alert.changes[0].id for alert in teller.alerts] == ["to 112", "to 124"]
    assert teller.alerts[1].told == claim(112)


def test_what_cannot_be_compared_passes_every_threshold() -> None:
    """A figure that changed its unit has no ratio: people hear of it."""
    teller = Teller(least_ratio=Decimal(9))
    teller.hear(change(after=replace(claim(5), unit="token")))

    assert len(teller.alerts) == 1


def test_a_second_voice_makes_it_told() -> None:
    """Who wants two voices is told when the second one comes."""
    teller = Teller(least_voices=2)
    teller.hear(change(voices=1))
    teller.hear(change(voices=2), at=NOON + timedelta(hours=5))

    assert len(teller.alerts) == 1


def test_an_old_change_that_gains_an_outlet_is_no_news() -> None:
    """A recap months later tells nobody: neither who wanted a second voice nor who subscribed since."""
    late = NOON + 60 * DAY

    assert Teller().reasons(change(voices=2), at=late) == ["was found more than 3 days ago"]
    assert Teller(least_voices=2).reasons(change(voices=2), at=late) == ["was found more than 3 days ago"]


def test_what_a_person_released_is_told_however_late() -> None:
    """A change that was held for review is news on the day on which somebody finds it right."""
    teller = Teller()
    held = change(held="ten times its predecessor")
    teller.hear(held)
    teller.memory = replace(teller.memory, held=frozenset({("s", held.id)}))
    teller.hear(replace(held, held=None), at=NOON + 9 * DAY)

    assert len(teller.alerts) == 1


def test_flapping_within_a_day_is_one_alert() -> None:
    """A to B and back to A within a day is told once; after a day the return is told."""
    there, back = change("there", 100, 200), change("back", 200, 100)
    teller, patient = Teller(), Teller()
    teller.hear(there)
    patient.hear(there)

    assert teller.reasons(back, at=NOON + DAY / 2) == ["is back at what it was before the last alert, within a day"]
    assert len(teller.alerts) == 1
    assert patient.hear(back, at=NOON + DAY).alerts


def test_a_correction_back_to_the_old_value_is_told() -> None:
    """Who was told a wrong value must hear that it was wrong, however soon."""
    teller = Teller()
    teller.hear(change("wrong", 100, 200))
    teller.hear(change("right", 200, 100, kind="corrected"), at=NOON + timedelta(minutes=5))

    assert len(teller.alerts) == 2


def test_the_value_last_alerted_is_not_told_again() -> None:
    """A, B told, A held back as flapping, B again: people know B."""
    teller = Teller()
    for number, (before, after) in enumerate([(100, 200), (200, 100), (100, 200)]):
        teller.hear(change(str(number), before, after), at=NOON + timedelta(hours=number))

    assert len(teller.alerts) == 1


@pytest.mark.parametrize(("own", "said"), [(None, "en"), ("ko", "ko")])
def test_the_language_is_the_subscriptions_else_its_channels(own: Any, said: str) -> None:
    """A Korean subscription on an English channel is told in Korean."""
    audience = Audience((Subscription("s", "c", language=own),), (Channel("c", "slack", "env:X", language="en"),))

    assert [alert.language for alert in route([change()], audience, Memory(), NOON).alerts] == [said]


def test_what_falls_into_the_night_leaves_in_the_morning_as_one() -> None:
    """Alerts of one night leave as one message at its end, and say so."""
    teller = Teller(quiet=(13, 15))
    teller.hear(change("one", series="1"), change("two", series="2"))

    assert {(alert.batch, alert.held) for alert in teller.alerts} == {
        ("s:quiet:2021-05-25T06:00:00+00:00", "after the quiet hours")
    }


def test_a_digest_is_one_message() -> None:
    """What was held for one digest leaves as one alert with all its changes; a lone one as itself."""
    teller = Teller(digest="daily")
    teller.hear(change("one", series="1"), change("two", series="2"))
    one, two = teller.alerts
    digest = gathered((one, two), one.due_at)

    assert one.batch == two.batch
    assert (digest.type, [change.id for change in digest.changes]) == ("figure.digest", ["one", "two"])
    assert gathered((one,), one.due_at) is one


def test_a_flood_is_held_for_one_summary() -> None:
    """Beyond the rate of an hour, alerts wait for the next hour and leave together."""
    teller = Teller(rate_per_hour=3)
    for number in range(10):
        teller.hear(change(str(number), series=str(number)))
    held = [alert for alert in teller.alerts if alert.batch]

    assert len(held) == 7
    assert len({alert.batch for alert in held}) == 1
    assert {alert.due_at for alert in held} == {datetime(2021, 5, 25, 5, 0, tzinfo=UTC)}


def test_a_wait_lets_copies_arrive() -> None:
    """With a wait, the alert leaves minutes later; what grows until then is in it."""
    teller = Teller(wait_minutes=5)
    teller.hear(change())

    assert teller.alerts[0].due_at == NOON + timedelta(minutes=5)
    assert teller.alerts[0].held == "after a wait of 5 min"


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ({}, False),
        ({"companies": ("lg",)}, False),
        ({"companies": ("kt",)}, True),
        ({"companies": ("lg",), "metrics": ("gpus",)}, True),
        ({"subscriptions": ("other",)}, True),
        ({"since": NOON + DAY}, True),
        ({"until": NOON}, True),
    ],
    ids=str,
)
def test_a_silence_keeps_quiet_what_it_names_until_its_end(about: dict[str, Any], *, told: bool) -> None:
    """A silence has an author, a reason and an end; empty fields match all."""
    teller = Teller()
    silence = replace(Silence("x", "kim", "earnings week", NOON + 2 * DAY), **about)
    teller.audience = replace(teller.audience, silences=(silence,))
    reasons = teller.reasons(change())

    assert bool(teller.alerts) is told
    assert told or "silenced by kim" in reasons[0]


def test_explain_answers_for_every_subscription() -> None:
    """Each subscription has a reason, also those that the change does not concern."""
    audience = Audience(
        (Subscription("all", "c"), Subscription("kt", "c", companies=("kt",)), Subscription("late", "c"))
    )
    asked = replace(audience, subscriptions=audience.subscriptions[:2])
    verdicts = route([change()], asked, Memory(), NOON).verdicts

    assert {v.subscription: (v.told, v.reason.partition(":")[0]) for v in explain(change(), audience, verdicts)} == {
        "all": (True, "told at once"),
        "kt": (False, "wants kt, not lg"),
        "late": (False, "was never asked"),
    }


def test_a_retraction_goes_to_who_was_told_at_once() -> None:
    """What takes an alert back carries an id of its own, the reason, and waits for nothing."""
    teller = Teller(digest="weekly")
    teller.hear(change())
    taken_back = retraction(teller.alerts[0], change(), "the outlet misprinted", NOON + DAY)

    assert taken_back.id != teller.alerts[0].id
    assert (taken_back.type, taken_back.due_at) == ("figure.retracted", NOON + DAY)


def test_troubles_are_told_to_those_who_narrow_nothing_or_name_them() -> None:
    """A source that is down concerns who wants all, or who names source.down; never the channel that ended."""
    subscriptions = (
        Subscription("all", "a"),
        Subscription("lg", "b", companies=("lg",)),
        Subscription("ops", "c", companies=("lg",), kinds=("source.down",)),
        Subscription("ended", "연합뉴스"),
    )
    incident = Incident("source.down", "연합뉴스", "404 for six hours", NOON)

    told = route_incident(incident, Audience(subscriptions), Memory(), NOON)

    assert [alert.subscription for alert in told] == ["all", "ops"]


def test_alerts_of_one_thing_to_two_subscriptions_have_ids_of_their_own() -> None:
    """A receiver that serves two subscriptions can tell their messages apart."""
    audience = Audience((Subscription("a", "c"), Subscription("b", "c")))
    first = route([change()], audience, Memory(), NOON).alerts
    again = route([change()], audience, Memory(), NOON + DAY).alerts

    assert len({alert.id for alert in first}) == 2
    assert [alert.id for alert in first] == [alert.id for alert in again]
