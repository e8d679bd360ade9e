"""
One polite, guarded client: host pause, robots.txt, caps, conditional requests, redirects hop by hop, addresses refused.

What goes wrong comes back as an `Answer` with an error, never as an exception.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal, Self
from urllib.parse import urljoin, urlsplit

import httpx

from monitor import __version__, guard
from monitor.crawl.hosts import HostGate
from monitor.crawl.reading import Proofs
from monitor.crawl.robots import KEPT_S, KEPT_UNREACHABLE_S, READ_BYTES, Robots, read_robots
from monitor.crawl.timing import LONGEST_HOLD_S, retry_after_s
from monitor.crawl.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType

    from monitor.model import CrawlSettings, SourceState

PERMANENT: Final = frozenset((301, 308))
REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
HOSTS_REMEMBERED: Final = 4096
HOSTS_TO_BE_OFFLINE: Final = 5
ROBOTS_REDIRECTS: Final = 5  # RFC 9309 2.3.1.2: at least
STANDARD_PORTS: Final = {"http": 80, "https": 443}

Trouble = Literal["", "refused", "unreached", "broken", "closed", "barred"]


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask whether anything changed, byte for byte, and the address that gave it."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What came back for one request and its redirects.

    *status* is None when no answer came; *error* says why, or what is wrong with one that came. *trouble* sorts errors:
    refused (address or redirect), unreached (name, connection, time), broken (body), closed (the host asked for quiet,
    for *closed_s* more), barred (robots.txt). *moved* is where permanent redirects alone lead, '' for nowhere.
    *asked* tells whether validators went along. Header names are in lower case.
    """

    url: str
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    error: str = ""
    trouble: Trouble = ""
    moved: str = ""
    asked: bool = False
    closed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class _Terms:
    """On which terms something is asked for: *cut* takes the beginning of a body that is too long."""

    cap_bytes: int
    redirects: int
    validators: Validators | None = None
    cut: bool = False


class Client:
    """
    The crawl room's way to the network. Use as an async context manager; one for the whole process.

    *recalled* are source states of an earlier run, *held* addresses and until when: hosts that asked for quiet then are
    left in peace. *clock* is monotonic.
    """

    def __init__(
        self,
        settings: CrawlSettings,
        recalled: Iterable[SourceState] = (),
        now: datetime | None = None,
        clock: Callable[[], float] = time.monotonic,
        held: Iterable[tuple[str, datetime]] = (),
    ) -> None:
        self.settings = settings
        contact = f" (+{settings.contact})" if settings.contact else ""
        self.agent = settings.user_agent or f"hyperscale-monitor/{__version__}{contact}"
        self.workers = Workers(settings.extraction_workers, settings.parse_timeout_s, settings.parse_memory_bytes)
        self.proofs = Proofs()
        self._clock = clock
        self._gates: dict[str, HostGate] = {}
        self._robots: dict[str, tuple[float, asyncio.Future[Robots]]] = {}
        self._asked_at: dict[str, float] = {}
        self._unreached: set[str] = set()
        self._slots = asyncio.Semaphore(settings.workers)
        self._transport: guard.GuardedTransport | None = None
        self._headers = [
            (b"User-Agent", self.agent.encode()),
            (b"Accept-Encoding", guard.ACCEPTED_ENCODINGS.encode()),
            (b"Accept", b"*/*"),
        ]
        self._extensions = {"timeout": httpx.Timeout(settings.timeout_s).as_dict()}
        of_feeds = ((state.held_by or state.location or state.url, state.host_until) for state in recalled)
        for url, until in (*of_feeds, *held):
            if now is not None and until is not None:
                self.close_host(url, (until - now).total_seconds())

    async def __aenter__(self) -> Self:
        self._transport = guard.GuardedTransport(self.settings.allow_addresses, self.settings.connections_per_host)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _, asking in self._robots.values():
            asking.cancel()
        await self.workers.close()
        if self._transport is not None:
            await self._transport.aclose()

    @property
    def offline(self) -> bool:
        """Tell whether host after host cannot be reached and none could since: the trouble is likely on our side."""
        return len(self._unreached) >= HOSTS_TO_BE_OFFLINE

    def close_host(self, url: str, seconds: float) -> None:
        """Ask the host of *url* for nothing for *seconds* (what it asked for with 429), under a cap."""
        if seconds > 0:
            self._gate(url).close(min(seconds, LONGEST_HOLD_S))

    def asked_s_ago(self, url: str) -> float:
        """Return the seconds since this process last asked for *url* as a feed, by a clock that never steps."""
        return self._clock() - self._asked_at.get(url, float("-inf"))

    async def get_feed(self, url: str, validators: Validators | None = None) -> Answer:
        """Return the answer for a feed, asked conditionally where *validators* came from the address asked."""
        self._asked_at[url] = self._clock()
        return await self._get(url, _Terms(self.settings.feed_bytes, self.settings.redirects, validators))

    async def get_page(self, url: str) -> Answer:
        """Return the answer for a page, unless robots.txt bars it."""
        if self.settings.robots and not guard.url_refusal(url, self.settings.allow_addresses):
            robots = await self._robots_of(url)
            if reason := robots.refusal(url):
                return Answer(url, error=reason, trouble="barred")
            gate = self._gate(url)
            gate.pause_s = max(gate.pause_s, robots.delay_s)
        return await self._get(url, _Terms(self.settings.page_bytes, self.settings.redirects))

    async def _get(self, url: str, terms: _Terms) -> Answer:
        """Follow *url* through its redirects, each hop through its own gate and the same guard, all in one time cap."""
        here, moved, only_permanent, seen = url, "", True, {url}
        left_s = self.settings.total_timeout_s
        for _ in range(terms.redirects + 1):
            answer, took_s = await self._hop(here, terms, left_s)
            left_s -= took_s
            target = urljoin(here, answer.headers.get("location", "").strip().replace(" ", "%20"))
            if answer.status not in REDIRECTS or not answer.headers.get("location"):
                return _with_move(answer, moved)
            if reason := self._redirect_refusal(here, target, seen):
                return Answer(here, answer.status, answer.headers, error=reason, trouble="refused")
            only_permanent = only_permanent and answer.status in PERMANENT
            here, moved = target, target if only_permanent else moved
            seen.add(target)
        return Answer(here, error=f"over {terms.redirects} redirects", trouble="refused")

    def _redirect_refusal(self, here: str, target: str, seen: set[str]) -> str | None:
        if target in seen:
            return f"redirects in a loop at {guard.shown(target)}"
        if urlsplit(here).scheme == "https" and urlsplit(target).scheme != "https":
            return f"redirect from https to {urlsplit(target).scheme} is refused"
        refusal = guard.url_refusal(target, self.settings.allow_addresses)
        return f"redirect is refused: {refusal}" if refusal else None

    async def _hop(self, url: str, terms: _Terms, left_s: float) -> tuple[Answer, float]:
        """Return the answer of one address, and the seconds that it took once its turn had come."""
        if reason := guard.url_refusal(url, self.settings.allow_addresses):
            return Answer(url, error=reason, trouble="refused"), 0.0
        gate = self._gate(url)
        if gate.closed_s:
            return _closed(url, gate.closed_s), 0.0
        async with gate.passed():
            if gate.closed_s:
                return _closed(url, gate.closed_s), 0.0
            async with self._slots:
                started = self._clock()
                answer = await self._exchange(url, terms, left_s)
                return answer, self._clock() - started

    async def _exchange(self, url: str, terms: _Terms, left_s: float) -> Answer:
        """Send one request, read one answer, and turn every expected failure into an `Answer`."""
        host = urlsplit(url).hostname or ""
        try:
            async with asyncio.timeout(left_s):
                answer = await self._read(url, terms)
        except (guard.BodyTooLarge, guard.BodyBroken) as error:
            return Answer(url, error=str(error), trouble="broken")
        except guard.Refused as error:
            return Answer(url, error=str(error), trouble="refused")
        except TimeoutError:
            self._unreached.add(host)
            return Answer(url, error=f"no whole answer in {self.settings.total_timeout_s:g} s", trouble="unreached")
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, ValueError) as error:
            self._unreached.add(host)
            return Answer(url, error=f"{_named(error)}: {error}".rstrip(": "), trouble="unreached")
        self._unreached.clear()
        return answer

    async def _read(self, url: str, terms: _Terms) -> Answer:
        assert self._transport is not None, "enter the client first"
        known = terms.validators if terms.validators is not None and terms.validators.url == url else None
        headers = self._headers if known is None else [*self._headers, *_conditional(known)]
        request = httpx.Request("GET", url, headers=headers, extensions=self._extensions)
        response = await self._transport.handle_async_request(
            request
        )  # httpx.AsyncClient adds cookies and half the cost
        try:
            plain = dict(response.headers.items()) | _opaque(response.headers.raw)
            body = await guard.read_body(response, terms.cap_bytes, cut=terms.cut)
        finally:
            await response.aclose()
        return Answer(url, response.status_code, plain, body, asked=known is not None)

    async def _robots_of(self, url: str) -> Robots:
        """Return the rules of the origin of *url*, asked for at most once a day by however many callers."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        until, rules = self._robots.get(origin, (float("-inf"), None))
        if rules is None or self._clock() >= until:
            rules = asyncio.ensure_future(self._ask_robots(origin))
            self._robots[origin] = (self._clock() + KEPT_S, rules)
        return await asyncio.shield(rules)

    async def _ask_robots(self, origin: str) -> Robots:
        redirects = max(self.settings.redirects, ROBOTS_REDIRECTS)
        answer = await self._get(f"{origin}/robots.txt", _Terms(READ_BYTES, redirects, cut=True))
        if answer.status == 429:  # noqa: PLR2004 - Too Many Requests: no reason to bar pages, but to wait as long as told
            self.close_host(answer.url, retry_after_s(answer.headers, datetime.now(UTC)))
        rules = read_robots(answer.status, answer.body, self.agent, answer.error)
        if rules.barred:
            self._robots[origin] = (self._clock() + KEPT_UNREACHABLE_S, self._robots[origin][1])
        return rules

    def _gate(self, url: str) -> HostGate:
        host = _gate_name(url)
        if host not in self._gates and len(self._gates) >= HOSTS_REMEMBERED:
            self._gates = {name: gate for name, gate in self._gates.items() if not gate.idle}
        if host not in self._gates:
            settings = self.settings
            self._gates[host] = HostGate(settings.connections_per_host, settings.host_pause_s, self._clock)
        return self._gates[host]


def _gate_name(url: str) -> str:
    """Return what the requests of one host have in common: name and port, http and https alike."""
    parts = urlsplit(url)
    port = parts.port
    name = (parts.hostname or "").rstrip(".")
    return name if port is None or port == STANDARD_PORTS.get(parts.scheme) else f"{name}:{port}"


def _conditional(validators: Validators) -> list[tuple[bytes, bytes]]:
    """Return the headers that ask whether anything changed, with the bytes that the server gave."""
    pairs = ((b"If-None-Match", validators.etag), (b"If-Modified-Since", validators.last_modified))
    return [(name, value.encode("latin-1")) for name, value in pairs if value]


def _opaque(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return the validators as latin-1, so that each byte comes back as it was."""
    names = (b"etag", b"last-modified")
    return {name.decode("ascii").lower(): value.decode("latin-1") for name, value in raw if name.lower() in names}


def _closed(url: str, seconds: float) -> Answer:
    error = f"{urlsplit(url).hostname} asked for quiet: {seconds:.0f} s to go"
    return Answer(url, error=error, trouble="closed", closed_s=seconds)


def _with_move(answer: Answer, moved: str) -> Answer:
    return replace(answer, moved=moved) if moved else answer


def _named(error: Exception) -> str:
    """Return what the kind of *error* means to a person."""
    names = (
        (httpx.ConnectTimeout, "connection timed out"),
        (httpx.TimeoutException, "timed out"),
        (httpx.ConnectError, "not reached"),
        (httpx.RemoteProtocolError, "no proper HTTP"),
        (httpx.NetworkError, "connection lost"),
    )
    return next((name for kind, name in names if isinstance(error, kind)), type(error).__name__)
