"""
The hundred services behind apprise: mail, push, other chats. It formats and sends, never retries, follows nothing.

Its calls block: run them in a thread. Whatever the channel's address asks for, retries and redirects are off: the
outbox is what retries. Its requests do not go through our guarded client, so the host is judged before.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import apprise
from apprise.attachment.memory import AttachMemory

from monitor import guard
from monitor.notify.delivery import redacted

if TYPE_CHECKING:
    from monitor.model import Delivery
    from monitor.notify.delivery import Message

READ_TIMEOUT_S, CONNECT_TIMEOUT_S, LONGEST_S = 15.0, 5.0, 45.0


async def send_by_service(message: Message, due: Delivery, allow: tuple[str, ...] = ()) -> Delivery:
    """
    Do as `deliver_by_service` without blocking; who takes longer than `LONGEST_S` has failed.

    The thread is a daemon's: a service that hangs does not keep the program from ending.
    """
    loop = asyncio.get_running_loop()
    sent: asyncio.Future[Delivery] = loop.create_future()

    def send() -> None:
        made = deliver_by_service(message, due, allow)
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(lambda: None if sent.done() else sent.set_result(made))

    threading.Thread(target=send, name=f"send {due.channel}", daemon=True).start()
    try:
        return await asyncio.wait_for(sent, LONGEST_S)
    except TimeoutError:
        return replace(due, outcome="retry", error=f"the service took over {LONGEST_S:g} s")


def deliver_by_service(message: Message, due: Delivery, allow: tuple[str, ...] = ()) -> Delivery:
    """Send *message* once to the service that its address names; return *due* with what came of it. Blocks."""
    try:
        error = _send(message, allow)
    except Exception as err:  # noqa: BLE001 - 180 plugins by as many authors: the per-item guard of this door
        error = f"{type(err).__name__}: {err}"
    return replace(due, outcome="retry" if error else "delivered", error=redacted(error, message))


def _send(message: Message, allow: tuple[str, ...]) -> str:
    """Return '' once the service has the message, else what it said."""
    with apprise.LogCapture(level=logging.WARNING) as said:  # type: ignore[no-untyped-call]  # the one that apprise left
        service = apprise.Apprise.instantiate(message.url, asset=_asset())
        if service is None:
            return "apprise knows no service of this address"
        service.retry, service.redirects = 0, False
        service.socket_read_timeout, service.socket_connect_timeout = READ_TIMEOUT_S, CONNECT_TIMEOUT_S
        reason = refusal(service, allow)
        if reason:
            return reason
        title = message.headers.get("title", "")
        attach = [_picture(message.picture)] if message.picture and service.attachment_support else None
        if service.notify(body=message.body.decode(), title=title, body_format="text", attach=attach):
            return ""
        lines = said.getvalue().strip().splitlines()
    return lines[-1] if lines else "the service refused"


def _picture(png: bytes) -> AttachMemory:
    return AttachMemory(content=png, name="charts.png", mimetype="image/png")  # type: ignore[no-untyped-call]  # apprise


def refusal(service: apprise.NotifyBase, allow: tuple[str, ...]) -> str | None:
    """Say why the host that *service* would speak to is refused; None for a public one or the service's own."""
    templates: tuple[str, ...] = service.templates
    if not any("{host}" in template for template in templates):
        return None
    host = getattr(service, "smtp_host", None) or service.host
    if not host or host in allow:
        return None
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except OSError:
        return f"{host}: name not found"
    return next((reason for address in sorted(found) if (reason := guard.refusal(address, allow))), None)


def _asset() -> apprise.AppriseAsset:
    return apprise.AppriseAsset(
        app_id="hyperscale-monitor",
        http_redirects=False,
        default_service_retry=0,
        secure_logging=True,
        storage_mode=apprise.PersistentStoreMode.MEMORY,
    )
