"""A newsstand on loopback: feeds and pages of stories brought out so far, conditional requests honoured."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from email.utils import format_datetime
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from monitor.demo.feeds import feed_of
from monitor.demo.newsrooms import NEWSROOMS, Newsroom
from monitor.demo.pages import page_of

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from monitor.demo.history import Story

ROBOTS = b"User-agent: *\nAllow: /\n"


@dataclass
class Counts:
    """What was asked of the newsstand."""

    feeds: int = 0
    not_modified: int = 0
    pages: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Served:
    """One answer before it is sent. *modified* is the date of the newest story in it, '' for none."""

    body: bytes
    content_type: str
    modified: str = ""

    @property
    def etag(self) -> str:
        """Return the validator of this body."""
        return f'"{blake2b(self.body, digest_size=8).hexdigest()}"'


@dataclass
class Newsstand:
    """Use as a context manager: it serves until the end of the block. `publish` may be called from any thread."""

    rooms: tuple[Newsroom, ...] = NEWSROOMS
    counts: Counts = field(default_factory=Counts)
    _stories: dict[str, dict[str, Story]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> Self:
        stand: Newsstand = self

        class Counter(_Handler):
            newsstand = stand

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Counter)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def site(self) -> str:
        """Return its address: 'http://127.0.0.1:port'."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def stories_out(self) -> int:
        """Return how many stories are out; an edited one is the same story."""
        with self._lock:
            return sum(map(len, self._stories.values()))

    def publish(self, story: Story) -> None:
        """Bring out *story*; one that is out under the same key is edited."""
        with self._lock:
            self._stories.setdefault(story.outlet, {})[story.key] = story

    def answer(self, path: str) -> Served | None:
        """Return what stands at *path* now, None for nothing."""
        if path == "/robots.txt":
            return Served(ROBOTS, "text/plain")
        room = next((room for room in self.rooms if path.startswith(f"/{room.id}/")), None)
        if room is None:
            return None
        with self._lock:
            stories = dict(self._stories.get(room.id, {}))
        if path == room.feed_path:
            newest = max((story.at for story in stories.values()), default=None)
            return Served(*feed_of(room, tuple(stories.values()), self.site), format_datetime(newest) if newest else "")
        key = path.rpartition("/")[2].removesuffix(".html")
        return Served(*page_of(room, stories[key], self.site)) if key in stories else None

    def count(self, path: str, status: int) -> None:
        """Remember what was asked."""
        is_page = path.endswith(".html")
        with self._lock:
            self.counts.missing += status == NOT_FOUND
            self.counts.not_modified += status == NOT_MODIFIED
            self.counts.pages += is_page
            self.counts.feeds += not is_page and path != "/robots.txt" and status != NOT_FOUND


OK, NOT_MODIFIED, NOT_FOUND = 200, 304, 404


class _Handler(BaseHTTPRequestHandler):
    newsstand: Newsstand
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        served = self.newsstand.answer(self.path)
        status = NOT_FOUND if served is None else NOT_MODIFIED if self._has(served) else OK
        self.newsstand.count(self.path, status)
        body = served.body if served is not None and status == OK else b""
        self.send_response(status)
        if served is not None:
            self.send_header("ETag", served.etag)
            self.send_header("Content-Type", served.content_type)
            if served.modified:
                self.send_header("Last-Modified", served.modified)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _has(self, served: Served) -> bool:
        asked = self.headers.get("If-None-Match")
        return asked is not None and asked == served.etag

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the standard library's name
        """Say nothing: the daemon's log tells the story."""
