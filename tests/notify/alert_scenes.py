"""What the tests of telling share: changes, a receiver on loopback that answers by a script, a post to send from."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from sqlmodel import col, select

from monitor.ledger.alerts import Audience
from monitor.model import Change, ChangeKind, Channel, Claim, Evidence, Status, Subscription
from monitor.pipeline.tell import Post
from monitor.store import outbox
from monitor.store.database import Database
from monitor.store.tables import AlertRow

NOON = datetime(2021, 5, 25, 4, 46, tzinfo=UTC)  # 13:46 in Seoul
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - the specification's own example
SECOND_HALF = (date(2021, 7, 1), date(2021, 12, 31))


def parameters(value: int | str, status: Status = "planned") -> Claim:
    """Return a claim of so many parameters."""
    return Claim(Decimal(value), Decimal(value), "parameter", "exact", status, SECOND_HALF)


def source(outlet: str = "가나일보", number: int = 1) -> Evidence:
    """Return one outlet's sentence."""
    return Evidence(
        article=f"a{number}",
        outlet=outlet,
        url=f"https://news.example/{number}",
        title="LG, 초거대 AI 계획을 바꾸다",
        sentence="LG AI연구원은 파라미터 3000억 개 규모의 초거대 AI를 공개했다.",
        published=NOON,
    )


def change(
    name: str = "c1",
    kind: ChangeKind = "lowered",
    before: Claim | None = None,
    after: Claim | None = None,
    **more: Any,
) -> Change:
    """Return LG's plan of 600 billion parameters, halved, or what differs from that."""
    told: dict[str, Any] = {
        "id": name,
        "kind": kind,
        "company": "lg",
        "subject": None,
        "metric": "parameters",
        "scope": "",
        "series": "lg||parameters",
        "before": before or (None if kind == "first" else parameters(600_000_000_000)),
        "after": after or parameters(300_000_000_000, "actual"),
        "article": "a1",
        "said_at": NOON,
        "found_at": NOON,
        "rule": "moved",
        "sources": (source(),),
    }
    return Change(**(told | more))


@dataclass(frozen=True)
class Answer:
    """What the receiver says to one request."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    after_s: float = 0.0
    body: bytes = b""


@dataclass(frozen=True)
class Got:
    """A request as it reached the receiver."""

    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.body)

    @property
    def id(self) -> str:
        """The message's id."""
        return self.headers["webhook-id"]


class Receiver:
    """A server on loopback. It answers by *script*, one entry a request, then by the last entry for ever."""

    def __init__(self, script: tuple[Answer, ...], port: int = 0) -> None:
        self.got: list[Got] = []
        self._script = list(script)
        self._lock = threading.Lock()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                body = self.rfile.read(length)
                if len(body) < length:  # the sender was killed
                    return
                answer = receiver.answer_to(Got({k.lower(): v for k, v in self.headers.items()}, body))
                time.sleep(answer.after_s)
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(answer.body)))
                with suppress(ConnectionError):  # the sender went away
                    self.end_headers()
                    self.wfile.write(answer.body)

            def handle(self) -> None:
                with suppress(ConnectionError):  # the sender was killed
                    super().handle()

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/hook/SECRET-TOKEN-IN-PATH"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def answer_to(self, got: Got) -> Answer:
        """Keep the request and return the answer to it."""
        with self._lock:
            self.got.append(got)
            return self._script.pop(0) if len(self._script) > 1 else self._script[0]

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def receiving(*script: Answer) -> Iterator[Receiver]:
    """Run a receiver while the block runs; without a script it answers 200."""
    receiver = Receiver(script or (Answer(),))
    try:
        yield receiver
    finally:
        receiver.close()


def webhook(name: str = "desk", **more: Any) -> Channel:
    """Return a webhook channel whose address lies in the environment."""
    told: dict[str, Any] = {"kind": "webhook", "secrets": ("env:SIGNING",), "allow": ("127.0.0.1",)}
    return Channel(id=name, url=f"env:URL_{name}", **(told | more))


def audience(*subscriptions: Subscription, channels: tuple[Channel, ...] = ()) -> Audience:
    """Return an audience; without subscriptions one that wants all, on the channel "desk"."""
    return Audience(subscriptions or (Subscription("all", "desk"),), channels or (webhook(),))


def post_to(database: Database, **urls: str) -> Post:
    """Return a post that sends to webhook channels of these names and addresses."""
    environ = {"SIGNING": SECRET} | {f"URL_{name}": url for name, url in urls.items()}
    return Post(database, audience(channels=tuple(webhook(name) for name in urls)), environ)


def clock_from(start: datetime) -> tuple[Callable[[], datetime], Callable[[timedelta], None]]:
    """Return a clock that stands, and what moves it."""
    times = [start]
    return (lambda: times[0]), lambda by: times.__setitem__(0, times[0] + by)


def write(database: Database, *names: str, **more: Any) -> None:
    """Write alerts for changes of these names, each of a series of its own unless told otherwise."""
    with database.writing() as session:
        for name in names:
            outbox.add(session, [change(name, **{"series": name, **more})], audience(), NOON)


def states(database: Database) -> list[str]:
    """Return the states of all alerts, in order of making."""
    with database.reading() as session:
        return [row.state for row in session.exec(select(AlertRow).order_by(col(AlertRow.pk)))]


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
