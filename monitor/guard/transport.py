"""The guarded httpx transport: connections to a host are kept open and used again, each made through the door."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncIterable
from typing import TYPE_CHECKING

import certifi
import httpcore
import httpx

from monitor import __version__
from monitor.guard.addresses import url_refusal
from monitor.guard.bodies import ACCEPTED_ENCODINGS
from monitor.guard.door import Door, Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

ORIGINS_KEPT_OPEN = 64
IDLE_S = 30.0  # a connection is not used again after so long


class GuardedTransport(httpx.AsyncBaseTransport):
    """
    A few connections for each origin behind one `Door`.

    httpcore speaks the protocol; its pool looks through every connection at each request, so the connections at rest
    are kept here: the last one used is taken, one to one origin when there is none. The least recently used idle
    origins are closed beyond `ORIGINS_KEPT_OPEN`.
    """

    def __init__(self, allow: tuple[str, ...] = (), connections_per_host: int = 2) -> None:
        for noisy in ("httpx", "httpcore"):  # they print whole addresses, with the secrets that a webhook's holds
            logging.getLogger(noisy).setLevel(logging.WARNING)
        self._door = Door(allow)
        self._allow = allow
        self._tls = ssl.create_default_context(cafile=certifi.where())
        self._connections = connections_per_host
        self._lines: dict[tuple[bytes, bytes, int], _Lines] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raise httpx's errors, and `Refused` for an address that is not to be reached."""
        url = request.url
        if reason := url_refusal(str(url), self._allow):
            raise Refused(reason, request=request)
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        sent = httpcore.Request(
            request.method, target, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        lines = await self._lines_to(target.origin)
        line = await lines.take(request.extensions.get("timeout", {}))
        try:
            answer = await line.handle_async_request(sent)
        except BaseException as error:
            lines.give_back(line)
            if isinstance(error, Exception):
                raise _as_httpx(error) from error
            raise
        headers = [(name, value) for name, value in answer.headers if name.lower() != b"set-cookie"]
        stream = _AnswerStream(answer, lines, line)
        return httpx.Response(answer.status, headers=headers, stream=stream, extensions=answer.extensions)

    async def _lines_to(self, origin: httpcore.Origin) -> _Lines:
        key = (origin.scheme, origin.host, origin.port)
        lines = self._lines.pop(key, None)
        if lines is None:
            lines = _Lines(origin, self._door, self._tls if origin.scheme == b"https" else None, self._connections)
        self._lines[key] = lines  # the end of the dict is the most recently used
        surplus = list(self._lines.items())[: max(0, len(self._lines) - ORIGINS_KEPT_OPEN)]
        for other, idle in surplus:
            if not idle.busy:
                del self._lines[other]
                await idle.aclose()
        return lines

    async def aclose(self) -> None:
        """Close every connection at rest; those in use are closed by whoever uses them."""
        lines, self._lines = self._lines, {}
        for kept in lines.values():
            await kept.aclose()
        await asyncio.sleep(0)  # for the loop to let go of them


class _Lines:
    """The connections to one origin: those at rest, and how many requests use or await one."""

    def __init__(self, origin: httpcore.Origin, door: Door, tls: ssl.SSLContext | None, most: int) -> None:
        self.busy = 0
        self._origin = origin
        self._door = door
        self._tls = tls
        self._room = asyncio.Semaphore(most)
        self._idle: list[httpcore.AsyncHTTP11Connection] = []

    async def take(self, timeouts: Mapping[str, float | None]) -> httpcore.AsyncHTTP11Connection:
        """Return the connection that was used last, or a new one, once there is room. Raise httpx's errors."""
        self.busy += 1
        try:
            await self._room_free(timeouts.get("pool"))
        except BaseException:
            self.busy -= 1
            raise
        try:
            while self._idle:
                line = self._idle.pop()
                if not line.has_expired():
                    return line
                await line.aclose()
            host = self._origin.host.decode("ascii")
            wire = await self._door.connect(host, self._origin.port, self._tls, timeouts.get("connect"))
        except BaseException:
            self.give_back(None)
            raise
        return httpcore.AsyncHTTP11Connection(self._origin, wire, IDLE_S)

    async def _room_free(self, timeout_s: float | None) -> None:
        try:
            async with asyncio.timeout(timeout_s if self._room.locked() else None):
                await self._room.acquire()
        except TimeoutError as error:
            message = f"no connection was free in {timeout_s} s"
            raise httpx.PoolTimeout(message) from error

    def give_back(self, line: httpcore.AsyncHTTP11Connection | None) -> None:
        """Keep *line* for the next request if it is good for one."""
        self.busy -= 1
        self._room.release()
        if line is not None and line.is_idle():
            self._idle.append(line)

    async def aclose(self) -> None:
        """Close the connections at rest."""
        while self._idle:
            await self._idle.pop().aclose()


class _AnswerStream(httpx.AsyncByteStream):
    """A raw body on its way in, with httpcore's errors as httpx's."""

    def __init__(self, answer: httpcore.Response, lines: _Lines, line: httpcore.AsyncHTTP11Connection) -> None:
        self._answer = answer
        self._lines: _Lines | None = lines
        self._line = line

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._answer.stream, AsyncIterable)
        try:
            async for part in self._answer.stream:
                yield part
        except _HTTPCORE_ERRORS as error:
            raise _as_httpx(error) from error

    async def aclose(self) -> None:
        if self._lines is None:
            return
        lines, self._lines = self._lines, None
        try:
            await self._answer.aclose()
        finally:
            lines.give_back(self._line)


_HTTPX_ERRORS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (httpcore.ReadTimeout, httpx.ReadTimeout),
    (httpcore.WriteTimeout, httpx.WriteTimeout),
    (httpcore.ReadError, httpx.ReadError),
    (httpcore.WriteError, httpx.WriteError),
    (httpcore.LocalProtocolError, httpx.LocalProtocolError),
    (httpcore.RemoteProtocolError, httpx.RemoteProtocolError),
)
_HTTPCORE_ERRORS = tuple(error for error, _ in _HTTPX_ERRORS)


def _as_httpx(error: Exception) -> Exception:
    """Return httpx's name for an error of httpcore's; any other error as it is."""
    return next((httpx_error(str(error)) for kind, httpx_error in _HTTPX_ERRORS if isinstance(error, kind)), error)


def client(
    *,
    allow: tuple[str, ...] = (),
    timeout_s: float = 30.0,
    connections_per_host: int = 2,
    user_agent: str = f"hyperscale-monitor/{__version__}",
) -> httpx.AsyncClient:
    """
    Return a client that follows no redirect, keeps no cookie, obeys no proxy variable, and reaches no refused address.

    *allow* names hosts, addresses and networks that may be reached although they are private. *timeout_s* bounds each
    step; who needs the whole bounded wraps the call in asyncio.timeout. Read bodies with `read_body`.
    """
    return httpx.AsyncClient(
        transport=GuardedTransport(allow, connections_per_host),
        timeout=timeout_s,
        follow_redirects=False,
        trust_env=False,
        headers={"User-Agent": user_agent, "Accept-Encoding": ACCEPTED_ENCODINGS, "Accept": "*/*"},
    )
