"""
What a chat shows of an alert, before any service's own form: heading, before → after, sentence, sources, link. Pure.

One card says at a glance what changed and why we believe it. A digest is a list of sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.ledger.wording import claim_of, sentence, tail_of, title_of
from monitor.model import KST

if TYPE_CHECKING:
    from datetime import datetime

    from monitor.catalogue import Catalogue
    from monitor.model import Alert, Change, Evidence, Incident, Language

Tone = str  # 'up', 'down', 'news', 'gone', 'trouble', 'well'

NAMES: dict[str, tuple[str, str, Tone]] = {  # Korean, English, tone
    "figure.first": ("첫 수치", "First figure", "news"),
    "figure.raised": ("상향", "Raised", "up"),
    "figure.lowered": ("하향", "Lowered", "down"),
    "figure.refined": ("구체화", "Refined", "news"),
    "figure.rescheduled": ("일정 변경", "Rescheduled", "news"),
    "figure.delivered": ("이행", "Delivered", "well"),
    "figure.disputed": ("보도 엇갈림", "Disputed", "trouble"),
    "figure.corrected": ("정정", "Corrected", "news"),
    "figure.withdrawn": ("철회", "Withdrawn", "gone"),
    "figure.overdue": ("기한 지남", "Overdue", "trouble"),
    "figure.retracted": ("알림 취소", "Alert taken back", "gone"),
    "figure.digest": ("변경 모음", "Digest", "news"),
    "source.down": ("출처 끊김", "Source down", "trouble"),
    "source.recovered": ("출처 복구", "Source recovered", "well"),
    "channel.disabled": ("채널 꺼짐", "Channel disabled", "trouble"),
    "monitor.test": ("시험 알림", "Test alert", "news"),
}
INCIDENTS = {  # what a person is told of the monitor's own troubles, {reason} being in the words of a server or ours
    "source.down": ("피드를 받지 못하고 있습니다: {reason}", "This feed cannot be read: {reason}"),
    "source.recovered": ("피드를 다시 받고 있습니다.", "This feed can be read again."),
    "channel.disabled": (
        "받는 쪽이 410(없어짐)으로 답해 이 채널로는 더 보내지 않습니다. 다시 켜기: monitor alerts resume {subject}",
        "The receiver answers 410 Gone: nothing more is sent. To open it again: monitor alerts resume {subject}",
    ),
}
HELD = (  # what is said of an alert that left late, as `alert_times` writes it, in Korean
    (re.compile(r"in the hourly digest"), "한 시간 동안의 변경"),
    (re.compile(r"in the daily digest"), "하루 동안의 변경"),
    (re.compile(r"in the weekly digest"), "한 주 동안의 변경"),
    (re.compile(r"after the quiet hours"), "알림을 받지 않는 시간에 모인 변경"),
    (re.compile(r"after a wait of (\d+) min"), r"\1분 동안 모인 변경"),
    (re.compile(r"in a summary: more than (\d+) alerts an hour"), r"한 시간에 \1건이 넘어 모아서 보냅니다"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """
    What to show: *text* says what happened to that which *heading* names, *sentence* says both in one.

    *lines* are a digest's sentences; *facts* are (label, value); *sources* (outlet, url).
    """

    heading: str
    text: str
    tone: Tone
    at: datetime
    facts: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    quoted_from: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    footer: str = ""
    link: str = ""
    link_label: str = ""
    lines: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def brief(self) -> str:
        """The heading and what happened, in one line: what a telephone shows before the message is opened."""
        return f"{self.heading}: {self.text}" if self.text else self.heading


def card_of(alert: Alert, catalogue: Catalogue | None = None, site: str = "") -> Card:
    """Return the card for *alert* in its language; *site* as in `payloads.event_of`."""
    korean = alert.language == "ko"
    name, english, tone = NAMES.get(alert.type, (alert.type, alert.type, "news"))
    label = name if korean else english
    if alert.incident is not None:
        return _trouble(alert.incident, (label, tone), korean=korean, kind=alert.type)
    if alert.type == "figure.digest":
        return _digest(alert, label, catalogue, site)
    return _single(alert, alert.changes[0], (label, tone), catalogue, site)


def _trouble(incident: Incident, named: tuple[str, Tone], *, korean: bool, kind: str) -> Card:
    words = INCIDENTS.get(kind, ("{reason}", "{reason}"))[0 if korean else 1]
    text = words.format(reason=incident.reason, subject=incident.subject)
    return Card(f"{named[0]} · {incident.subject}", text, named[1], incident.at, sentence=text)


def _single(alert: Alert, change: Change, named: tuple[str, Tone], catalogue: Catalogue | None, site: str) -> Card:
    korean, (label, tone) = alert.language == "ko", named
    shown = change.sources[:1]
    text = tail_of(change, alert.language)
    if alert.note:
        text = f"{text}\n{'취소한 까닭' if korean else 'Taken back because'}: {alert.note}"
    return Card(
        heading=f"{label} · {title_of(change, alert.language, catalogue)}",
        text=text,
        tone=tone,
        at=change.said_at,
        facts=_facts(alert, change),
        quote=shown[0].sentence if shown else "",
        quoted_from=_byline(shown[0]) if shown else "",
        sources=tuple((source.outlet, source.url) for source in change.sources),
        footer=_counted(change, korean=korean),
        link=f"{site.rstrip('/')}/changes/{change.id}" if site else "",
        link_label="변경 기록" if korean else "Change log",
        sentence=sentence(change, alert.language, catalogue),
    )


def _digest(alert: Alert, label: str, catalogue: Catalogue | None, site: str) -> Card:
    count, korean = len(alert.changes), alert.language == "ko"
    heading = f"{label} · {count}건" if korean else f"{label} · {count} changes"
    held = next((form.sub(words, alert.held) for form, words in HELD if form.fullmatch(alert.held)), alert.held)
    return Card(
        heading=heading,
        text=held if korean else alert.held,
        tone="news",
        at=alert.made_at,
        lines=tuple(_line(change, alert.language, catalogue) for change in alert.changes),
        footer=held if korean else alert.held,
        link=f"{site.rstrip('/')}/changes" if site else "",
        link_label="변경 기록" if korean else "Change log",
        sentence=heading,
    )


def _line(change: Change, language: Language, catalogue: Catalogue | None) -> str:
    """Return a digest's line: the sentence, and who says so."""
    said = sentence(change, language, catalogue)
    outlets = list(dict.fromkeys(source.outlet for source in change.sources))
    if not outlets:
        return said
    more = f" 외 {len(outlets) - 1}곳" if language == "ko" else f" and {len(outlets) - 1} more"
    return f"{said} — {outlets[0]}{more * (len(outlets) > 1)}"


def _facts(alert: Alert, change: Change) -> tuple[tuple[str, str], ...]:
    """Return what *text* does not say: the value last alerted, where it is not the one before."""
    if alert.told is None:
        return ()
    label = "지난 알림" if alert.language == "ko" else "Last alerted"
    return ((label, claim_of(alert.told, change.metric, alert.language)),)


def _byline(source: Evidence) -> str:
    return f"{source.outlet}, {source.published.astimezone(KST):%Y-%m-%d %H:%M}"


def _counted(change: Change, *, korean: bool) -> str:
    outlets = len(change.sources)
    if korean:
        return f"매체 {outlets}곳, 독립 보도 {change.voices}건"  # outlets, independent stories
    stories = "1 independent story" if change.voices == 1 else f"{change.voices} independent stories"
    return f"{outlets} outlet{'s' * (outlets != 1)}, {stories}"


def plain_text(card: Card, most: int, language: Language = "ko", *, headed: bool = True) -> str:
    """
    Return the card as plain lines of at most *most* code points; what did not fit is counted: '외 3건'.

    *headed* is false where the heading goes beside it, as a mail's subject does.
    """
    head = (card.heading,) if headed else ()
    if not card.lines:
        source = f"“{card.quote}” ({card.quoted_from})" if card.quote else ""
        facts = (f"{label}: {value}" for label, value in card.facts)
        urls = [url for _, url in card.sources[:2]] + ([card.link] if card.link else [])
        parts = [*head, card.text, *facts, source, card.footer, *urls]
        return clip_lines(tuple(part for part in parts if part), most, language)
    last = tuple(part for part in (card.footer, card.link) if part)
    room = most - sum(len(part) + 1 for part in last)
    return "\n".join((clip_lines((*head, *(f"• {line}" for line in card.lines)), room, language), *last))


def clip_lines(lines: tuple[str, ...], most: int, language: Language = "ko") -> str:
    """Return as many whole lines as fit into *most* code points, and how many did not; a lone long line is cut."""
    kept: list[str] = []
    room = most - 12  # for the count of the rest
    for number, line in enumerate(lines):
        if len(line) + 1 > room:
            rest = len(lines) - number
            if not kept:
                return line[: most - 1] + "…"
            kept.append(f"외 {rest}건" if language == "ko" else f"{rest} more")
            break
        kept.append(line)
        room -= len(line) + 1
    return "\n".join(kept)
