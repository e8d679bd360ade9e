"""
A card in the form of each chat service, within its limits. Pure.

Slack, Discord, Teams and JANDI are written by the service's own documents. Dooray, Kakao Work and NAVER WORKS follow
what public users of them show, and are untried against the real services. Every limit is kept at four fifths, because
the services count in ways that they do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.notify.cards import clip_lines, plain_text
from monitor.notify.payloads import Json, Object, clipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monitor.model import Channel, Language
    from monitor.notify.cards import Card

COLOURS = {
    "up": 0xD9480F,
    "down": 0x1971C2,
    "news": 0x5F3DC4,
    "gone": 0x868E96,
    "trouble": 0xE03131,
    "well": 0x2F9E44,
}
SLACK_HEADER, SLACK_SECTION, SLACK_BUTTONS = 120, 2400, 4  # of 150, 3000, 5 in a row that still reads
DISCORD_TITLE, DISCORD_TEXT, DISCORD_FIELD = 200, 3200, 800  # of 256, 4096, 1024; 6000 over all
TEAMS_TEXT = 6000  # Korean is three bytes a letter, 21 KB is the least limit that was measured
JANDI_TEXT = DOORAY_TEXT = 2000  # no limits are stated
LONGEST_URL = 1500
KAKAOWORK_TEXT, NAVERWORKS_TEXT = 400, 1600  # of 500 in a text block, 2000


@dataclass(frozen=True, slots=True)
class Form:
    """
    How one service wants it: *body* makes the JSON, *headers* go with it, *per_minute* is what it lets through.

    *refused* is found in the answer of a service that says no with a 200.
    """

    body: Callable[[Card, Language, Channel], Object]
    per_minute: int
    headers: Callable[[str], Mapping[str, str]] = lambda _token: {}
    tried: bool = True
    refused: re.Pattern[bytes] | None = None


def slack(card: Card, language: Language, _channel: Channel) -> Object:
    """Return Slack blocks: heading, before → after, the article's sentence, its outlets, a button to each source."""
    heading = clipped(card.heading, SLACK_HEADER)
    blocks: list[Json] = [{"type": "header", "text": {"type": "plain_text", "text": heading}}]
    body = "\n".join(f"• {_slack_safe(line)}" for line in card.lines) if card.lines else _told(card, _slack_safe, "*")
    blocks.append(_slack_text(clip_lines(tuple(body.split("\n")), SLACK_SECTION, language)))
    if card.facts:
        fields: list[Json] = [
            {"type": "mrkdwn", "text": f"*{_slack_safe(label)}*\n{_slack_safe(value)}"} for label, value in card.facts
        ]
        blocks.append({"type": "section", "fields": fields})
    if card.quote:
        quote = _slack_safe(clipped(card.quote, SLACK_SECTION // 4))
        blocks.append(_slack_text(f"> {quote}\n{_slack_safe(card.quoted_from)}"))
    if card.footer:
        blocks.append({"type": "context", "elements": [{"type": "mrkdwn", "text": _slack_safe(card.footer)}]})
    buttons = [_slack_button(label, url) for label, url in _links(card)[:SLACK_BUTTONS]]
    if buttons:
        blocks.append({"type": "actions", "elements": list(buttons)})
    return {"text": _slack_safe(clipped(card.brief, SLACK_SECTION)), "blocks": blocks}


def discord(card: Card, language: Language, _channel: Channel) -> Object:
    """Return a Discord embed; no name in a headline can ping anyone."""
    lines = [f"• {_discord_safe(line)}" for line in card.lines] or _told(card, _discord_safe, "**").split("\n")
    text = clip_lines(tuple(lines), DISCORD_TEXT, language)
    if card.quote:
        text += f"\n> {_discord_safe(clipped(card.quote, DISCORD_FIELD))}\n> — {_discord_safe(card.quoted_from)}"
    fields: list[Json] = [
        {"name": label, "value": clipped(value, DISCORD_FIELD), "inline": True} for label, value in card.facts
    ]
    links = " · ".join(
        f"[{_discord_safe(label)}]({url})" for label, url in _links(card)[:SLACK_BUTTONS] if ")" not in url
    )
    if links and len(links) <= DISCORD_FIELD:
        fields.append({"name": "기사" if language == "ko" else "Articles", "value": links, "inline": False})
    embed: Object = {
        "title": clipped(card.heading, DISCORD_TITLE),
        "description": text,
        "color": COLOURS[card.tone],
        "fields": fields,
        "timestamp": card.at.isoformat(),
    }
    if card.link:
        embed["url"] = card.link
    if card.footer:
        embed["footer"] = {"text": card.footer}
    return {"embeds": [embed], "allowed_mentions": {"parse": []}}


def teams(card: Card, language: Language, _channel: Channel) -> Object:
    """Return an adaptive card as a Teams workflow takes it (the old connectors are gone)."""
    lines = tuple(f"- {line}" for line in card.lines) or (card.text,)
    body: list[Json] = [
        {"type": "TextBlock", "text": card.heading, "weight": "Bolder", "size": "Medium", "wrap": True},
        {"type": "TextBlock", "text": clip_lines(lines, TEAMS_TEXT, language), "wrap": True},
    ]
    if card.facts:
        body.append({"type": "FactSet", "facts": [{"title": label, "value": value} for label, value in card.facts]})
    if card.quote:
        quote = f"“{clipped(card.quote, 600)}” — {card.quoted_from}"
        body.append({"type": "TextBlock", "text": quote, "wrap": True, "isSubtle": True})
    if card.footer:
        body.append({"type": "TextBlock", "text": card.footer, "wrap": True, "isSubtle": True, "size": "Small"})
    actions: list[Json] = [{"type": "Action.OpenUrl", "title": label, "url": url} for label, url in _links(card)[:4]]
    content: Object = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": body,
        "actions": actions,
    }
    attachment: Object = {
        "contentType": "application/vnd.microsoft.card.adaptive",
        "contentUrl": None,
        "content": content,
    }
    return {"type": "message", "attachments": [attachment]}


def jandi(card: Card, language: Language, _channel: Channel) -> Object:
    """Return a JANDI incoming webhook's body; its links are [[words]](address)."""
    info: list[Json] = [{"title": label, "description": value} for label, value in card.facts]
    if card.quote:
        info.append({"title": card.quoted_from, "description": clipped(card.quote, 600)})
    links = " ".join(f"[[{_bracketless(label)}]]({url})" for label, url in _links(card)[:4])
    body = "\n".join(part for part in (clip_lines(_lines(card), JANDI_TEXT, language), card.footer, links) if part)
    return {"body": body, "connectColor": f"#{COLOURS[card.tone]:06X}", "connectInfo": info}


def dooray(card: Card, language: Language, _channel: Channel) -> Object:
    """Return a Dooray incoming hook's body."""
    facts = "\n".join(f"{label}: {value}" for label, value in card.facts)
    quote = f"“{clipped(card.quote, 600)}” {card.quoted_from}" if card.quote else ""
    detail = "\n".join(part for part in (facts, quote, card.footer) if part)
    links = _links(card)
    attachment: Object = {
        "title": links[0][0] if links else card.heading,
        "text": detail or card.heading,
        "color": "purple",
    }
    if links:
        attachment["titleLink"] = links[0][1]
    return {
        "botName": "hyperscale monitor",
        "text": clip_lines(_lines(card), DOORAY_TEXT, language),
        "attachments": [attachment],
    }


def kakaowork(card: Card, language: Language, channel: Channel) -> Object:
    """Return a message of the Kakao Work bot, to the conversation that the channel's `room` names."""
    lines = tuple(f"• {line}" for line in card.lines) or (card.text,)
    blocks: list[Json] = [
        {"type": "header", "text": clipped(card.heading, 20), "style": "blue"},
        {"type": "text", "text": clip_lines(lines, KAKAOWORK_TEXT, language), "markdown": False},
    ]
    quote = f"“{clipped(card.quote, KAKAOWORK_TEXT // 2)}” ({card.quoted_from})" if card.quote else ""
    if why := "\n".join(part for part in (quote, card.footer) if part):
        blocks.append({"type": "text", "text": clipped(why, KAKAOWORK_TEXT), "markdown": False})
    blocks += [
        {
            "type": "button",
            "text": clipped(label, 20),
            "style": "default",
            "action_type": "open_system_browser",
            "value": url,
        }
        for label, url in _links(card)[:2]
    ]
    return {
        "conversation_id": channel.room or "",
        "text": clipped(card.brief, 200),
        "blocks": blocks,
    }


def naverworks(card: Card, language: Language, _channel: Channel) -> Object:
    """Return a text message of a NAVER WORKS bot."""
    return {"content": {"type": "text", "text": plain_text(card, NAVERWORKS_TEXT, language)}}


def _bearer(token: str) -> Mapping[str, str]:
    return {"authorization": f"Bearer {token}"}


FORMS: Mapping[str, Form] = {
    "slack": Form(slack, per_minute=50),  # one a second
    "discord": Form(discord, per_minute=24),  # 30 a minute
    "teams": Form(teams, per_minute=60),
    "jandi": Form(jandi, per_minute=30, headers=lambda _token: {"accept": "application/vnd.tosslab.jandi-v2+json"}),
    "dooray": Form(dooray, per_minute=30, tried=False, refused=re.compile(rb'"isSuccessful"\s*:\s*false')),
    "kakaowork": Form(
        kakaowork, per_minute=30, headers=_bearer, tried=False, refused=re.compile(rb'"success"\s*:\s*false')
    ),
    "naverworks": Form(naverworks, per_minute=30, headers=_bearer, tried=False),
}


def _lines(card: Card) -> tuple[str, ...]:
    """Return the heading and what it is about, a digest's lines with bullets."""
    return (card.heading, *(tuple(f"• {line}" for line in card.lines) or card.text.split("\n")))


def _told(card: Card, safe: Callable[[str], str], mark: str) -> str:
    """Return the text with what happened bold; the lines after it, and people's own words, stay as they are."""
    first, *rest = safe(card.text).split("\n")
    return "\n".join((f"{mark}{first}{mark}" if card.sentence else first, *rest))


def _links(card: Card) -> list[tuple[str, str]]:
    """Return (label, address) of what can be opened, the change log first, then the outlets: web addresses only."""
    first = [(card.link_label, card.link)] if card.link else []
    return [
        (clipped(label, 60), url)
        for label, url in (*first, *card.sources)
        if url.startswith(("https://", "http://")) and len(url) <= LONGEST_URL
    ]


def _slack_text(text: str) -> Object:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _slack_button(label: str, url: str) -> Object:
    return {"type": "button", "text": {"type": "plain_text", "text": label}, "url": url}


def _slack_safe(text: str) -> str:
    """Return *text* so that no headline can call <!channel>."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _discord_safe(text: str) -> str:
    for mark in "\\*_~`|[]<>#":
        text = text.replace(mark, f"\\{mark}")
    return text


def _bracketless(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")
