"""
Hand one message over and say what came of it. Waiting, order and retries are rows in the store, never memory here.

The schedule and the reading of answers follow Standard Webhooks 1.0: 2xx is success, a redirect is not, 410 ends the
channel, Retry-After is obeyed.
"""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import httpx

from monitor.guard import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from monitor.model import Delivery, Outcome

TIMEOUT_S = 20.0  # the specification's 15 to 30; a receiver that takes 15 is still heard
SCHEDULE = tuple(  # the wait after each failed try; ten tries in three days and a half, then the dead letters
    timedelta(seconds=seconds)
    for seconds in (5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600)
)
TRIES = len(SCHEDULE) + 1
JITTER = 0.2  # at most so much of a wait is added, that a thousand alerts do not come back in one second
LONGEST_WAIT = timedelta(hours=24)  # whatever Retry-After says
GONE = 410
ANSWER_BYTES = 300  # of an answer are read and shown
BODY_TIMEOUT_S = 1.0


@dataclass(frozen=True, slots=True)
class Message:
    """What goes over the wire: where to, the bytes, the headers. The address is a secret and never shown."""

    url: str = field(repr=False)
    body: bytes
    headers: Mapping[str, str] = field(repr=False, default_factory=dict)
    secrets: tuple[str, ...] = field(repr=False, default=())  # to be struck out of whatever is said of it
    picture: bytes | None = field(repr=False, default=None)  # a PNG to go beside it, where apprise sends
    refused: re.Pattern[bytes] | None = None  # what an answer holds that says no with a 200


async def deliver(client: httpx.AsyncClient, message: Message, due: Delivery) -> Delivery:
    """
    Send *message* once and return *due* with what came of it, its next try not yet set (see `settled`).

    *client* is a guarded one (`monitor.guard.client`) that follows no redirect. Nothing raises: an error is a value.
    """
    began = time.monotonic()
    try:
        async with asyncio.timeout(TIMEOUT_S):
            answered = await _post(client, message, due)
    except TimeoutError:
        answered = replace(due, outcome="retry", error=f"no answer within {TIMEOUT_S:g} s")
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as err:
        answered = replace(due, outcome="retry", error=redacted(_said(err), message))
    return replace(answered, took_ms=round((time.monotonic() - began) * 1000))


async def _post(client: httpx.AsyncClient, message: Message, due: Delivery) -> Delivery:
    request = client.build_request("POST", message.url, content=message.body, headers=dict(message.headers))
    response = await client.send(request, stream=True, follow_redirects=False)
    try:
        said = await _beginning(response)
    finally:
        await response.aclose()
    code = response.status_code
    if response.is_success and message.refused and message.refused.search(said):
        return replace(
            due, outcome="retry", code=code, error=redacted(f"refused with a {code}: {_line(said)}", message)
        )
    if response.is_success:
        return replace(due, outcome="delivered", code=code, error="")
    error = f"{_reason(code)}: {_line(said)}" if said else _reason(code)
    wait = retry_after(response.headers.get("retry-after"), due.at)
    outcome: Outcome = "gone" if code == GONE else "retry"
    return replace(due, outcome=outcome, code=code, error=redacted(error, message), retry_after_s=wait)


async def _beginning(response: httpx.Response) -> bytes:
    """Return what the answer says first. The status is known already: who dribbles a body loses only the connection."""
    said = b""
    with suppress(TimeoutError, httpx.HTTPError):
        async with asyncio.timeout(BODY_TIMEOUT_S):
            async for part in response.aiter_raw():  # read to its end, a short one lets the connection be used again
                said += part
                if len(said) >= ANSWER_BYTES:
                    break
    return said


def settled(delivery: Delivery, jitter: float) -> Delivery:
    """
    Return *delivery* with its next try, or dead after the last. Pure: *jitter* is a random number from 0 to 1.

    A Retry-After longer than the schedule's wait is obeyed, up to a day.
    """
    if delivery.outcome != "retry":
        return delivery
    wait = next_wait(delivery.attempt, jitter)
    if wait is None:
        return replace(delivery, outcome="dead")
    asked = timedelta(seconds=delivery.retry_after_s or 0)
    return replace(delivery, next_at=delivery.at + max(wait, asked))


def next_wait(attempt: int, jitter: float) -> timedelta | None:
    """
    Return how long to wait after the failed try number *attempt* (from 1); None when there is no further one.

    One that a person sends again after its last try begins another round of as many.
    """
    number = (attempt - 1) % TRIES
    return SCHEDULE[number] * (1 + JITTER * jitter) if number < len(SCHEDULE) else None


def retry_after(header: str | None, now: datetime) -> float | None:
    """
    Return the seconds that a Retry-After header asks for, given as seconds or as a date; None if it says nothing.

    At most `LONGEST_WAIT`: a number with twenty digits is no time that anybody can wait.
    """
    if not header:
        return None
    if header.strip().isdecimal():
        return min(float(header), LONGEST_WAIT.total_seconds())
    try:
        then = parsedate_to_datetime(header)
        asked = then.replace(tzinfo=then.tzinfo or UTC) - now
    except (ValueError, OverflowError):
        return None
    return min(max(timedelta(0), asked), LONGEST_WAIT).total_seconds()


def redacted(text: str, message: Message) -> str:
    """Return *text* with the message's address, every long part of it and its secrets struck out."""
    url = message.url
    parts = (url, *message.secrets, *(part for part in url.replace("?", "/").replace("&", "/").split("/")[3:] if part))
    for part in sorted(set(parts), key=len, reverse=True):
        if len(part) >= 6:  # noqa: PLR2004 - "hooks" may stay, a token may not
            text = text.replace(part, "***")
    return text


def _said(err: Exception) -> str:
    if isinstance(err, Refused):
        return f"{err}; an internal receiver is allowed by naming it in the channel's allow"
    return f"{type(err).__name__}: {err}" if str(err) else type(err).__name__


def _reason(code: int) -> str:
    if 300 <= code < 400:  # noqa: PLR2004 - redirects
        return f"{code} redirects, which is not followed"
    return f"{code} gone, the channel is disabled" if code == GONE else f"{code}"


def _line(said: bytes) -> str:
    return " ".join(said[:ANSWER_BYTES].decode(errors="replace").split())
