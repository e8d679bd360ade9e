"""An alert and its channel to what goes over the wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from monitor.notify.addresses import read_secret
from monitor.notify.delivery import Message
from monitor.notify.payloads import encode, event_of
from monitor.notify.signing import signed_headers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from monitor.catalogue import Catalogue
    from monitor.model import Alert, Channel

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


def webhook_message(alert: Alert, keys: Keys, at: datetime, catalogue: Catalogue | None, site: str) -> Message:
    """
    Return the signed event for a webhook, sent at *at*: the same id and body on each try, another time and signature.

    :raises BadSecretError: a signing secret is no whsec_ secret
    """
    body = encode(event_of(alert, catalogue, site))
    headers = JSON_HEADERS | signed_headers(keys.secrets, alert.id, at, body)
    return Message(keys.url, body, headers, (*keys.secrets, keys.token or ""))
