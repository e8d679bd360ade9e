"""A receiver of webhooks on loopback: checks each signature as the specification says, keeps and shows what came."""

from __future__ import annotations

import hmac
import json
import threading
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

NO_CONTENT, UNAUTHORIZED = 204, 401
MOST_BYTES = 20_000  # what the specification allows


@dataclass(frozen=True, slots=True)
class Received:
    """One message: its id, its type, and the sentence in it."""

    id: str
    type: str
    sentence: str


@dataclass
class Receiver:
    """Use as a context manager. *secret* ('whsec_…') is the sender's too; *show* is told of each new message."""

    secret: str = field(repr=False)
    show: Callable[[Received], None] = lambda _: None
    messages: dict[str, Received] = field(default_factory=dict)
    refused: int = 0
    again: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> Self:
        receiver: Receiver = self

        class Door(_Handler):
            owner = receiver

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Return where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/hook"

    def signed_by_sender(self, message_id: str, timestamp: str, signatures: str, body: bytes) -> bool:
        """Tell whether one of *signatures* is ours. The age is not judged: the demonstration's clock is in the past."""
        key = b64decode(self.secret.removeprefix("whsec_"))
        made = hmac.new(key, f"{message_id}.{timestamp}.".encode() + body, sha256).digest()
        expected = f"v1,{b64encode(made).decode()}"
        return any(hmac.compare_digest(expected, signature) for signature in signatures.split())

    def take(self, message_id: str, body: bytes) -> None:
        """Keep a message whose signature is good; the same id again is the same message."""
        event = json.loads(body)
        received = Received(message_id, event["type"], _sentence(event["data"]))
        with self._lock:
            fresh = message_id not in self.messages
            self.again += not fresh
            self.messages[message_id] = received
        if fresh:
            self.show(received)


def _sentence(data: dict[str, object]) -> str:
    """Return what a person reads: the sentence of a change, of the first of several, or why the monitor speaks."""
    said, several, incident = data.get("sentence"), data.get("changes"), data.get("incident")
    if isinstance(said, dict):
        return str(said.get("ko", ""))
    if isinstance(several, list) and several and isinstance(several[0], dict):
        more = f" (+{len(several) - 1})" if len(several) > 1 else ""
        return _sentence(several[0]) + more
    return f"{incident['subject']}: {incident['reason']}" if isinstance(incident, dict) else ""


class _Handler(BaseHTTPRequestHandler):
    owner: Receiver
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(min(int(self.headers.get("Content-Length", 0)), MOST_BYTES))
        names = ("webhook-id", "webhook-timestamp", "webhook-signature")
        message_id, timestamp, signatures = (self.headers.get(name, "") for name in names)
        good = self.owner.signed_by_sender(message_id, timestamp, signatures, body)
        if good:
            self.owner.take(message_id, body)
        else:
            self.owner.refused += 1
        self.send_response(NO_CONTENT if good else UNAUTHORIZED)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the standard library's name
        """Say nothing: messages are shown when they are taken."""
