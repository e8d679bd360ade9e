"""An alert and its channel to what goes over the wire."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from monitor.notify.addresses import read_secret
from monitor.notify.cards import Card, card_of, plain_text
from monitor.notify.chats import FORMS
from monitor.notify.delivery import Message
from monitor.notify.own_words import own_words
from monitor.notify.payloads import encode, event_of
from monitor.notify.signing import signed_headers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from monitor.catalogue import Catalogue
    from monitor.model import Alert, Channel
    from monitor.notify.payloads import Json, Object

TEXT = 1600  # code points for the hundred services behind apprise: what most of them take
APPRISE_PER_MINUTE = 20  # Telegram's for a group; the strictest of the large ones
PICTURED = {"discord", "apprise"}  # kinds that show a picture that comes with the message
BOUNDARY = "monitor-7d1f0a5c2b9e4c638a1e"  # in no JSON and no PNG of ours
JSON_HEADERS = {"content-type": "application/json; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Keys:
    """What lies where a channel's references point: its address, signing secrets and token. Never shown."""

    url: str = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False, default=())
    token: str | None = field(repr=False, default=None)


def keys_of(channel: Channel, environ: Mapping[str, str]) -> Keys:
    """
    Return the channel's address and secrets.

    :raises SecretMissingError: one is not where the configuration says
    """
    return Keys(
        url=read_secret(channel.url, environ),
        secrets=tuple(read_secret(ref, environ) for ref in channel.secrets),
        token=read_secret(channel.token, environ) if channel.token else None,
    )


def message_of(
    alert: Alert,
    channel: Channel,
    keys: Keys,
    at: datetime,
    catalogue: Catalogue | None = None,
    site: str = "",
    picture: bytes | None = None,
) -> tuple[Message, str]:
    """
    Return what to send on *channel* at *at*, and '' or what is wrong with the channel's template.

    A webhook gets the signed event: the same id and body on each try, another time and signature. A chat gets its own
    form; the people's own words stand there in place of ours, and a *picture* (PNG) beside them where pictures show.

    :raises BadSecretError: a signing secret is no whsec_ secret
    """
    struck = (*keys.secrets, keys.token or "")
    if channel.kind == "webhook" and not channel.template:
        return _signed(event_of(alert, catalogue, site), alert, keys, at, struck), ""
    event, card = event_of(alert, catalogue, site), card_of(alert, catalogue, site)
    words, fault = own_words(channel.template, alert, card, event) if channel.template else ("", "")
    if channel.kind == "webhook":
        return _signed(event_of(alert, catalogue, site, words), alert, keys, at, struck), fault
    if fault:
        card = replace(card, footer=f"{card.footer} · {fault}".strip(" ·"))
    if words:
        card = Card(
            card.heading, words, card.tone, card.at, sources=card.sources, link=card.link, link_label=card.link_label
        )
    if channel.kind == "apprise":
        text = plain_text(card, TEXT, alert.language, headed=False).encode()
        return Message(keys.url, text, {"title": card.heading}, struck, picture), fault
    form = FORMS[channel.kind]
    body, headers = form.body(card, alert.language, channel), {**JSON_HEADERS, **form.headers(keys.token or "")}
    if picture is not None and channel.kind == "discord":
        return _with_file(body, picture, keys, struck), fault
    return Message(keys.url, encode(body), headers, struck, refused=form.refused), fault


def _with_file(body: Object, picture: bytes, keys: Keys, struck: tuple[str, ...]) -> Message:
    """Return Discord's form of a message with a picture in its embed: the JSON and the file as parts."""
    embeds = body["embeds"]
    assert isinstance(embeds, list)
    assert isinstance(embeds[0], dict)
    shown: Json = {**embeds[0], "image": {"url": "attachment://charts.png"}}
    parts = (
        b'name="payload_json"\r\nContent-Type: application/json\r\n\r\n' + encode({**body, "embeds": [shown]}),
        b'name="files[0]"; filename="charts.png"\r\nContent-Type: image/png\r\n\r\n' + picture,
    )
    boundary = b"--" + BOUNDARY.encode()
    lines = b"".join(boundary + b"\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts)
    headers = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
    return Message(keys.url, lines + boundary + b"--\r\n", headers, struck)


def _signed(event: Object, alert: Alert, keys: Keys, at: datetime, struck: tuple[str, ...]) -> Message:
    body = encode(event)
    return Message(keys.url, body, JSON_HEADERS | signed_headers(keys.secrets, alert.id, at, body), struck)


def per_minute(channel: Channel) -> int | None:
    """Return how many messages a minute the channel may get; None for as many as there are."""
    if channel.rate_per_minute is not None:
        return channel.rate_per_minute
    if channel.kind in FORMS:
        return FORMS[channel.kind].per_minute
    return None if channel.kind == "webhook" else APPRISE_PER_MINUTE
