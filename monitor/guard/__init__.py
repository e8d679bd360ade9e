"""
FLOOR 2, below the rooms: addresses refused, and the one guarded httpx client that crawl and notify share.

An address is checked where the connection is made: the name is resolved once, every address that it has is judged, and
the socket goes to the address that was judged, so a name that changes its answer gains nothing. Redirects are never
followed here; whoever follows one comes back through the same door. Bodies are decoded under a cap.
"""

from monitor.guard.addresses import refusal, shown, url_refusal
from monitor.guard.bodies import ACCEPTED_ENCODINGS, BodyBroken, BodyTooLarge, read_body
from monitor.guard.door import Refused
from monitor.guard.transport import GuardedTransport, client

__all__ = [
    "ACCEPTED_ENCODINGS",
    "BodyBroken",
    "BodyTooLarge",
    "GuardedTransport",
    "Refused",
    "client",
    "read_body",
    "refusal",
    "shown",
    "url_refusal",
]
