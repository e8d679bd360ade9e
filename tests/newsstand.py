"""A newsstand on loopback: one feed, its pages, and a receiver of alerts, all as a test wants them."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{published}"></head>
<body><header>새벽신문 홈 정치 경제 IT</header><article><h1>{title}</h1>{paragraphs}</article>
<footer>회사 소개 이용 약관</footer></body></html>"""


@dataclass(frozen=True)
class Story:
    """An article that the newsstand sells."""

    slug: str
    title: str
    text: str
    minutes_ago: int = 5


@dataclass
class Newsstand:
    """
    The server. *answers* counts requests by path; *broken* gives paths another status; *received* holds what the
    receiver got, and *deaf* makes it answer 503.
    """

    stories: list[Story] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    broken: dict[str, int] = field(default_factory=dict)
    received: list[dict[str, object]] = field(default_factory=list)
    deaf: bool = False
    pause_s: float = 0.0
    arrived: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        stand = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, kind, body = stand.answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(503 if stand.deaf else 204)
                self.end_headers()
                if not stand.deaf:
                    stand.received.append({**json.loads(body), "id": self.headers["webhook-id"]})
                    stand.arrived.set()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it stands."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Return status, content type and body for *path*."""
        self.answers.append(path)
        if path in self.broken:
            return self.broken[path], "text/plain", b"broken"
        if path == "/rss":
            return 200, "application/rss+xml; charset=utf-8", self._rss().encode()
        story = next((story for story in self.stories if path == f"/news/{story.slug}"), None)
        if story is None:
            return 404, "text/plain", b"not here"
        return 200, "text/html; charset=utf-8", self._page(story).encode()

    def _rss(self) -> str:
        items = "".join(
            f"<item><title>{story.title}</title><link>{self.url}/news/{story.slug}</link>"
            f"<guid>{self.url}/news/{story.slug}</guid><pubDate>{format_datetime(_published(story))}</pubDate></item>"
            for story in self.stories
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>새벽신문</title>{items}</channel></rss>'

    def _page(self, story: Story) -> str:
        paragraphs = "".join(f"<p>{line}</p>" for line in story.text.splitlines())
        return PAGE.format(title=story.title, published=_published(story).isoformat(), paragraphs=paragraphs)

    def configure(self, folder: Path) -> Path:
        """Write a configuration with this newsstand as its one outlet, and its receiver, into *folder*; return it."""
        folder.mkdir(exist_ok=True)
        (folder / "monitor.toml").write_text(MONITOR, encoding="utf-8")
        (folder / "outlets.toml").write_text(OUTLETS.format(url=self.url), encoding="utf-8")
        (folder / "alerts.toml").write_text(ALERTS, encoding="utf-8")
        return folder


def _published(story: Story) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=story.minutes_ago)


MONITOR = """
[crawl]
allow_addresses = ["127.0.0.1"]
host_pause_s = 0.0
least_s = 0.0
"""
OUTLETS = """
[[outlet]]
id = "dawn"
name = "새벽신문"
category = "it"
domains = ["127.0.0.1"]
[[outlet.feed]]
url = "{url}/rss"
every_minutes = 1
"""
ALERTS = """
[[channel]]
id = "desk"
kind = "webhook"
url = "env:TEST_RECEIVER"
allow = ["127.0.0.1"]

[[subscription]]
id = "all"
channel = "desk"
"""
LG_FIRST = Story(
    "lg-600b",
    "LG, 하반기 6000억개 파라미터 초거대 AI 공개",
    "LG AI연구원이 초거대 AI 개발에 나선다.\n"
    "LG는 올 하반기에 6000억개의 파라미터를 갖춘 초거대 AI를 공개할 계획이라고 밝혔다.\n"
    "이 초거대 AI 모델은 언어와 이미지를 함께 이해하는 인공지능이다.",
    30,
)
OFF_TOPIC = Story(
    "rain",
    "내일 전국에 비",
    "내일은 전국이 흐리고 비가 오겠다.\n강수량은 30mm에서 80mm이다.\n기온은 오늘보다 3도 낮겠다고 기상청이 내다봤다.",
)
