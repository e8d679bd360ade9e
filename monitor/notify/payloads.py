"""
Alerts as events: the JSON that `alert.schema.json` describes, {type, timestamp, data}, below 20 KB.

Pure. Numbers are strings, because a JSON number of 1.1e21 comes out of most readers as another one.
"""

from __future__ import annotations

import json
from datetime import UTC
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from monitor.ledger.amounts import amount_of, days_of, ratio_between
from monitor.ledger.wording import company_name, metric_name, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from monitor.catalogue import Catalogue
    from monitor.model import Alert, Change, Claim, Evidence, Incident, Language

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
Object = dict[str, Json]

VERSION = 1  # of `data`; fields are only ever added within one
MAX_BYTES = 20_000
LONGEST_URL = 2000  # code points; a longer address leads nowhere once it is cut, and is left out
SQUEEZES = (  # of a digest: changes told in full, outlets each, code points of their words, changes told in a sentence
    *((12, 10, 500, 40), (12, 3, 300, 40), (12, 1, 200, 40), (6, 1, 160, 40), (3, 1, 120, 40), (3, 1, 120, 20)),
    (3, 1, 120, 5),
)
Squeeze = tuple[int, int, int, int]


def schema() -> Object:
    """Return the published JSON Schema of what `event_of` makes."""
    read: Object = json.loads((files("monitor.notify") / "alert.schema.json").read_text(encoding="utf-8"))
    return read


def event_of(alert: Alert, catalogue: Catalogue | None = None, site: str = "", words: str = "") -> Object:
    """
    Return the event for *alert*: its type, when it was made, and what changed with the evidence for it.

    *site* is where the web page stands ('https://monitor.example'); without one there are no links. *words* are a
    template's. Evidence, and in a digest changes, are left out until the event is below `MAX_BYTES`; how many is said.
    """
    event: Object = {}
    for squeeze in SQUEEZES:
        data = _data(alert, catalogue, site.rstrip("/"), squeeze) | ({"words": words} if words else {})
        event = {"type": alert.type, "timestamp": _utc(alert.made_at), "data": data}
        if len(encode(event)) < MAX_BYTES:
            break
    return event


def encode(event: Json) -> bytes:
    """Return *event* as the bytes that are signed and sent."""
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()


def _data(alert: Alert, catalogue: Catalogue | None, site: str, squeeze: Squeeze) -> Object:
    most, outlets, letters, brief = squeeze
    head: Object = {"version": VERSION, "alert": alert.id, "subscription": alert.subscription}
    if alert.incident is not None:
        return head | {"incident": _incident(alert.incident)}
    told = [_change(change, catalogue, site, outlets, letters) for change in alert.changes[:most]]
    if alert.type == "figure.digest":
        also = alert.changes[most : most + brief]
        omitted = len(alert.changes) - len(told) - len(also)
        counts: Object = {"count": len(alert.changes), "omitted": omitted, "reason": alert.held}
        return head | counts | {"changes": list(told), "also": [_briefly(change, catalogue) for change in also]}
    more: Object = {"last_alerted": _claim(alert.told), "ratio_to_last_alerted": _last_ratio(alert)}
    taken_back: Object = (
        {"retraction": {"reason": clipped(alert.note, 500)}} if alert.type == "figure.retracted" else {}
    )
    return head | told[0] | more | taken_back


def _change(change: Change, catalogue: Catalogue | None, site: str, outlets: int, letters: int) -> Object:
    shown = change.sources[:outlets]
    return {
        "change": change.id,
        "kind": change.kind,
        "company": {"id": change.company, **_names(company_name, change.company, catalogue)},
        "subject": None if change.subject is None else clipped(change.subject, 200),
        "metric": {"id": change.metric, **_names(metric_name, change.metric, catalogue)},
        "scope": change.scope,
        "series": change.series,
        "before": _claim(change.before),
        "after": _claim(change.after),
        "ratio": _ratio(change.before, change.after),
        "sentence": {
            "ko": clipped(sentence(change, "ko", catalogue), 500),
            "en": clipped(sentence(change, "en", catalogue), 500),
        },
        "said_at": _utc(change.said_at),
        "found_at": _utc(change.found_at),
        "on": _day(change.on),
        "rule": change.rule,
        "voices": change.voices,
        "outlets": len(change.sources),
        "evidence": [_evidence(source, letters) for source in shown],
        "evidence_omitted": len(change.sources) - len(shown),
        "links": {"change": f"{site}/changes/{quote(change.id, safe='')}" if site else None},
    }


def _briefly(change: Change, catalogue: Catalogue | None) -> Object:
    said = {
        "ko": clipped(sentence(change, "ko", catalogue), 160),
        "en": clipped(sentence(change, "en", catalogue), 160),
    }
    return {"change": change.id, "kind": change.kind, "company": change.company, "sentence": {**said}}


def _names(name: Callable[[str, Language, Catalogue | None], str], known: str, catalogue: Catalogue | None) -> Object:
    return {"ko": name(known, "ko", catalogue), "en": name(known, "en", catalogue)}


def _claim(claim: Claim | None) -> Json:
    if claim is None:
        return None
    first, last = claim.target or (None, None)
    return {
        "low": _number(claim.low),
        "high": _number(claim.high),
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "status": claim.status,
        "target": None if claim.target is None else [_day(first), _day(last)],
        "text": {"ko": amount_of(claim, "ko"), "en": amount_of(claim, "en")},
        "target_text": {"ko": days_of(claim.target, "ko"), "en": days_of(claim.target, "en")},
    }


def _evidence(source: Evidence, letters: int) -> Object:
    return {
        "outlet": source.outlet,
        "url": source.url if len(source.url) <= LONGEST_URL else "",
        "title": clipped(source.title, letters),
        "sentence": clipped(source.sentence, letters),
        "published": _utc(source.published),
    }


def _incident(incident: Incident) -> Object:
    return {"subject": incident.subject, "reason": clipped(incident.reason, 500), "at": _utc(incident.at)}


def clipped(text: str, letters: int) -> str:
    """Return *text*, cut to *letters* code points with an ellipsis for what is gone."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _ratio(before: Claim | None, after: Claim | None) -> str | None:
    ratio = ratio_between(before, after)
    return None if ratio is None else f"{round(ratio, 6).normalize():f}"


def _last_ratio(alert: Alert) -> str | None:
    return _ratio(alert.told, alert.changes[0].after) if alert.told else None


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize() if value else Decimal(0):f}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
