"""
What a chat shows of an alert, before any service's own form: heading, before → after, sentence, sources, link. Pure.

One card says at a glance what changed and why we believe it. A digest is a list of sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.ledger.wording import claim_of, percent_of, sentence, title_of
from monitor.model import KST

if TYPE_CHECKING:
    from datetime import datetime

    from monitor.catalogue import Catalogue
    from monitor.model import Alert, Change, Evidence, Language

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
PERIODS = {"hourly": "시간별", "daily": "일간", "weekly": "주간"}


@dataclass(frozen=True, slots=True)
class Card:
    """What to show. *lines* are a digest's sentences; *facts* are (label, value); *sources* (outlet, url)."""

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


def card_of(alert: Alert, catalogue: Catalogue | None = None, site: str = "") -> Card:
    """Return the card for *alert* in its language; *site* as in `payloads.event_of`."""
    korean = alert.language == "ko"
    name, english, tone = NAMES.get(alert.type, (alert.type, alert.type, "news"))
    label = name if korean else english
    if alert.incident is not None:
        incident = alert.incident
        return Card(f"{label} · {incident.subject}", incident.reason, tone, incident.at)
    if alert.type == "figure.digest":
        return _digest(alert, label, catalogue, site)
    return _single(alert, alert.changes[0], (label, tone), catalogue, site)


def _single(alert: Alert, change: Change, named: tuple[str, Tone], catalogue: Catalogue | None, site: str) -> Card:
    korean, (label, tone) = alert.language == "ko", named
    shown = change.sources[:1]
    text = sentence(change, alert.language, catalogue)
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
    )


def _digest(alert: Alert, label: str, catalogue: Catalogue | None, site: str) -> Card:
    count = len(alert.changes)
    heading = f"{label} · {count}건" if alert.language == "ko" else f"{label} · {count} changes"
    return Card(
        heading=heading,
        text=heading,
        tone="news",
        at=alert.made_at,
        lines=tuple(sentence(change, alert.language, catalogue) for change in alert.changes),
        footer=alert.held if alert.language == "en" else "",
        link=f"{site.rstrip('/')}/changes" if site else "",
        link_label="변경 기록" if alert.language == "ko" else "Change log",
    )


def _facts(alert: Alert, change: Change) -> tuple[tuple[str, str], ...]:
    korean, language = alert.language == "ko", alert.language
    facts = []
    if change.before is not None:
        facts.append(("이전" if korean else "Before", claim_of(change.before, change.metric, language)))
    if change.after is not None:
        moved = percent_of(change.before, change.after)
        after = claim_of(change.after, change.metric, language)
        facts.append(("이후" if korean else "After", f"{after} ({moved})" if moved else after))
    if alert.told is not None:
        label = "지난 알림" if korean else "Last alerted"
        facts.append((label, claim_of(alert.told, change.metric, language)))
    return tuple(facts)


def _byline(source: Evidence) -> str:
    return f"{source.outlet}, {source.published.astimezone(KST):%Y-%m-%d %H:%M}"


def _counted(change: Change, *, korean: bool) -> str:
    outlets = len(change.sources)
    if korean:
        return f"매체 {outlets}곳, 독립 보도 {change.voices}건"  # outlets, independent stories
    stories = "1 independent story" if change.voices == 1 else f"{change.voices} independent stories"
    return f"{outlets} outlet{'s' * (outlets != 1)}, {stories}"


def plain_text(card: Card, most: int, language: Language = "ko") -> str:
    """Return the card as plain lines of at most *most* code points; what did not fit is counted: '외 3건'."""
    if not card.lines:
        source = f"“{card.quote}” ({card.quoted_from})" if card.quote else ""
        urls = [url for _, url in card.sources[:2]] + ([card.link] if card.link else [])
        parts = [card.heading, card.text, source, card.footer, *urls]
        return clip_lines(tuple(part for part in parts if part), most, language)
    last = (card.link,) if card.link else ()
    body = clip_lines((card.heading, *(f"• {line}" for line in card.lines)), most - sum(map(len, last)) - 1, language)
    return "\n".join((body, *last))


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
