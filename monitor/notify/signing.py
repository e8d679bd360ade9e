"""Sign messages by the Standard Webhooks specification 1.0 (https://www.standardwebhooks.com), its scheme `v1`."""

from __future__ import annotations

import base64
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from standardwebhooks import Webhook

if TYPE_CHECKING:
    from collections.abc import Sequence

PREFIX = "whsec_"
SECRET_BYTES = range(24, 65)  # what the specification allows


class BadSecretError(ValueError):
    """A signing secret must be whsec_ and 24 to 64 random bytes in base64: make one with `monitor alerts secret`."""

    def __str__(self) -> str:
        """Return the class's own words: never the secret."""
        return self.__doc__ or ""


def new_secret() -> str:
    """Return a fresh signing secret of 32 random bytes."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def signed_headers(signing_secrets: Sequence[str], message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """
    Return the specification's three headers for *body* sent at *at*; without a secret, those two that need none.

    Every secret signs, so that a receiver may hold the old or the new one during a rotation.

    :raises BadSecretError: a secret is no whsec_ secret
    """
    # The library puts UTC on whatever it is given: a time in Seoul would be signed nine hours wrong.
    sent = at.astimezone(UTC)
    headers = {"webhook-id": message_id, "webhook-timestamp": str(int(sent.timestamp()))}
    signatures = [_signer(secret).sign(message_id, sent, body.decode()) for secret in signing_secrets]
    return headers | ({"webhook-signature": " ".join(signatures)} if signatures else {})


def _signer(secret: str) -> Webhook:
    key = secret.strip()
    try:
        raw = base64.b64decode(key.removeprefix(PREFIX), validate=True)
    except ValueError:
        raise BadSecretError from None  # the cause would carry the secret
    if not key.startswith(PREFIX) or len(raw) not in SECRET_BYTES:
        raise BadSecretError
    return Webhook(key)
