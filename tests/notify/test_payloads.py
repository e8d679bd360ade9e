"""What webhooks get: the published schema, the size, exact numbers, the signature."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, get_args

import jsonschema
import pytest
from alert_scenes import NOON, SECRET, audience, change, parameters, source
from standardwebhooks import Webhook

from monitor.ledger.alerts import Memory, gathered, retraction, route, route_incident
from monitor.model import KST, Alert, ChangeKind, Channel, Claim, Incident
from monitor.notify.payloads import MAX_BYTES, encode, event_of, schema
from monitor.notify.samples import sample_alert
from monitor.notify.signing import BadSecretError, new_secret, signed_headers

CHECK = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
KINDS = get_args(ChangeKind)
OLD = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"


def alert(kind: ChangeKind = "lowered", **more: Any) -> Alert:
    """Return the alert for a change."""
    made = route([change(kind=kind, **more)], audience(), Memory(), NOON).alerts
    if made:
        return made[0]
    lowered = alert(**more)
    return replace(lowered, type=f"figure.{kind}", changes=(replace(lowered.changes[0], kind=kind),))


def alerts_of_every_type() -> list[Alert]:
    """Return one alert of each type that there is."""
    lowered, raised = alert(), alert("raised", name="c2")
    told = [alert(kind) for kind in KINDS]
    troubles = [
        Incident(kind, "연합뉴스", "404", NOON) for kind in ("source.down", "source.recovered", "channel.disabled")
    ]
    return [
        *told,
        replace(lowered, told=parameters(500_000_000_000)),
        retraction(lowered, lowered.changes[0], "misprint", NOON),
        gathered((replace(lowered, batch="b"), replace(raised, batch="b")), NOON),
        *(route_incident(trouble, audience(), Memory(), NOON)[0] for trouble in troubles),
        sample_alert(Channel("desk", "webhook", "env:X"), NOON),
    ]


@pytest.mark.parametrize("made", alerts_of_every_type(), ids=lambda made: made.type)
def test_every_event_is_as_the_schema_says(made: Alert) -> None:
    """What is sent validates against the schema that is published with the package."""
    CHECK.validate(json.loads(encode(event_of(made, site="https://monitor.example/"))))


def test_the_schema_is_one() -> None:
    """The published schema is valid itself and names its version."""
    jsonschema.Draft202012Validator.check_schema(schema())

    assert str(schema()["$id"]).endswith(":1")


def test_numbers_are_exact_strings() -> None:
    """9경5700조 and 1.1e21 come out to the last digit."""
    huge = Claim(Decimal(95700000000000001), Decimal("1.1E+21"), "FLOP/s", "range", "planned", None)
    after: Any = event_of(alert(after=huge))["data"]

    assert (after["after"]["low"], after["after"]["high"]) == ("95700000000000001", "1100000000000000000000")
    assert after["before"]["low"] == "600000000000"


def test_an_event_says_at_once_what_changed_and_why_we_believe_it() -> None:
    """Before and after in words, the ratio, the sentence, the outlet with its address, the page of the change."""
    event: Any = event_of(alert(), site="https://monitor.example/")
    data = event["data"]

    assert event["timestamp"] == "2021-05-25T04:46:00Z"
    assert data["before"]["text"]["ko"] == "6000억 개"
    assert data["after"]["text"]["en"] == "300 billion parameters"
    assert data["before"]["target_text"]["ko"] == "2021년 하반기"
    assert data["ratio"] == "-0.5"
    assert data["evidence"][0]["outlet"] == "가나일보"
    assert data["evidence"][0]["published"] == "2021-05-25T04:46:00Z"
    assert data["links"]["change"] == "https://monitor.example/changes/c1"


def test_an_event_stays_below_20_kb() -> None:
    """Two hundred outlets with long sentences, in a digest of fifty changes, still fit; what is left out is counted."""
    sources = tuple(replace(source(f"매체{n}", n), sentence="가" * 3000, title="나" * 900) for n in range(200))
    one = alert(sources=sources)
    fifty = gathered(tuple(replace(one, id=str(n), batch="b") for n in range(50)), NOON)
    for made in (one, fifty):
        event: Any = event_of(made)

        assert len(encode(event)) < MAX_BYTES
        CHECK.validate(event)
        assert event["data"].get("evidence_omitted", 0) + event["data"].get("omitted", 0) > 0


def test_a_digest_tells_in_a_sentence_what_it_cannot_tell_in_full() -> None:
    """Of forty changes with three outlets each, none is left out: programs get the id and the sentence of each."""
    sources = tuple(replace(source(f"매체{n}", n), sentence="가" * 300) for n in range(3))
    forty = gathered(
        tuple(replace(alert(name=f"c{n}", sources=sources), id=str(n), batch="b") for n in range(40)), NOON
    )
    event: Any = event_of(forty)
    told = [change["change"] for change in (*event["data"]["changes"], *event["data"]["also"])]

    CHECK.validate(event)
    assert len(encode(event)) < MAX_BYTES
    assert (told, event["data"]["omitted"]) == ([f"c{n}" for n in range(40)], 0)


def test_whatever_people_add_an_event_stays_below_20_kb() -> None:
    """A template's words, a long reason for taking back, and an address of any length do not break the limit."""
    sources = tuple(replace(source(f"매체{n}", n), url="https://a.example/" + "x" * 9000) for n in range(3))
    long = retraction(
        alert(sources=sources, subject="긴" * 3000), change(sources=sources, subject="긴" * 3000), "가" * 9000, NOON
    )
    body = encode(event_of(long, words="말" * 4000))

    assert len(body) < MAX_BYTES
    CHECK.validate(json.loads(body))


def test_the_specifications_vector_passes() -> None:
    """The Standard Webhooks example gives its signature, byte for byte; so does a Korean body."""
    sent = datetime.fromtimestamp(1614265330, UTC)
    name = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    korean = '{"type":"change.created","data":{"company":"삼성SDS","v":"1조 2천억원"}}'

    assert signed_headers([SECRET], name, sent, b'{"test": 2432232314}') == {
        "webhook-id": name,
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    signature = signed_headers([SECRET], name, sent, korean.encode())["webhook-signature"]
    assert signature == "v1,DN6BQDl0kJc8NrFgzGbdB2tyafWWz+SwZaZh9QzglWc="


def test_a_time_in_seoul_is_signed_as_the_same_instant() -> None:
    """The zone of the clock does not change the signature."""
    at = datetime(2021, 5, 25, 13, 46, tzinfo=KST)

    assert signed_headers([SECRET], "m", at, b"{}") == signed_headers([SECRET], "m", at.astimezone(UTC), b"{}")


@pytest.mark.parametrize("held", [SECRET, OLD], ids=["new", "old"])
def test_both_secrets_sign_during_a_rotation(held: str) -> None:
    """A receiver that holds either secret verifies the message with the reference library."""
    now = datetime.now(UTC) - timedelta(seconds=1)
    body = encode(event_of(alert()))
    headers = signed_headers([SECRET, OLD], "msg_1", now, body)

    assert Webhook(held).verify(body, headers)["type"] == "figure.lowered"


@pytest.mark.parametrize("bad", ["", "whsec_", "secret", "whsec_c2hvcnQ=", "whsec_!!!", SECRET.removeprefix("whsec_")])
def test_a_bad_secret_is_refused_without_being_shown(bad: str) -> None:
    """A secret that is none says what one is, never itself."""
    with pytest.raises(BadSecretError) as told:
        signed_headers([bad], "m", NOON, b"{}")

    assert "whsec_" in str(told.value)
    assert bad in {"", "whsec_", "secret"} or bad not in str(told.value)


def test_a_new_secret_signs() -> None:
    """What `monitor alerts secret` prints is a secret that works, another one each time."""
    one, other = new_secret(), new_secret()

    assert one != other
    assert "webhook-signature" in signed_headers([one, other], "m", NOON, b"{}")
