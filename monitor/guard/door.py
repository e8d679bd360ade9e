"""The guarded client: names are resolved once, every address judged, and the socket goes to one that was judged."""

from __future__ import annotations

import asyncio
import logging
import select
import socket
import ssl
import threading
from collections.abc import AsyncIterable
from contextlib import suppress
from typing import TYPE_CHECKING

import certifi
import httpcore
import httpx

from monitor import __version__
from monitor.guard.addresses import is_named, refusal, url_refusal
from monitor.guard.bodies import ACCEPTED_ENCODINGS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

ORIGINS_KEPT_OPEN = 64
_AddressInfo = tuple[int, int, int, str, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]]


class Refused(httpx.ConnectError):
    """An address that this monitor does not talk to. Trying again changes nothing."""


class _AddressRefused(httpcore.ConnectError):
    """`Refused`, while still below httpx."""


class Stream(httpcore.AsyncNetworkStream):
    """A connection that answers the pool's question, asked at each request, whether the other side hung up, cheaply."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._socket: socket.socket | None = inner.get_extra_info("socket")

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        """Return at most *max_bytes* that arrived, b"" at the end."""
        return await self._inner.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        """Send all of *buffer*."""
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        """Return the same connection, encrypted, with the certificate checked against the host's name."""
        return Stream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> object:
        """Return what httpcore asks of a connection."""
        if info != "is_readable" or self._socket is None:
            return self._inner.get_extra_info(info)
        if self._socket.fileno() < 0:
            return True
        poller = select.poll()
        poller.register(self._socket, select.POLLIN)
        return bool(poller.poll(0))


class Door(httpcore.AsyncNetworkBackend):
    """Resolve, judge every address, connect to a judged one. *allow* is as in `refusal`, host names included."""

    def __init__(self, allow: tuple[str, ...] = ()) -> None:
        self._allow = allow
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to *host* unless any of its addresses is refused. Raise httpcore's errors."""
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._addresses(host, port)
        except TimeoutError as error:
            message = f"{host}: name lookup took over {timeout} s"
            raise httpcore.ConnectTimeout(message) from error
        last: httpcore.ConnectError | httpcore.ConnectTimeout = httpcore.ConnectError(f"{host}: no address")
        for address in addresses[:2]:  # a name with fifty addresses is not a reason to try for fifty timeouts
            try:
                return Stream(await self._inner.connect_tcp(address, port, timeout, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                last = failed
        raise last

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = await _looked_up(host, port)
        except (OSError, UnicodeError) as error:
            message = f"{host}: name not found ({error})"
            raise httpcore.ConnectError(message) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not is_named(host, self._allow):
            for address in addresses:
                if reason := refusal(address, self._allow):
                    message = f"{host}: {reason}"
                    raise _AddressRefused(message)
        return addresses

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: nothing here speaks to a socket file."""
        message = f"{path} is refused: a socket file ({timeout})"
        raise _AddressRefused(message)

    async def sleep(self, seconds: float) -> None:
        """Sleep *seconds*."""
        await asyncio.sleep(seconds)


async def _looked_up(host: str, port: int) -> Sequence[_AddressInfo]:
    """
    Return what getaddrinfo says, asked in a thread of its own: a resolver that hangs keeps nobody else waiting.

    A host that is written as a number, in whichever way the system reads it, needs no resolver and no thread.
    """
    with suppress(OSError):
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    loop = asyncio.get_running_loop()
    told: asyncio.Future[Sequence[_AddressInfo]] = loop.create_future()

    def tell(found: Sequence[_AddressInfo], error: Exception | None) -> None:
        if told.done():
            return
        if error is None:
            told.set_result(found)
        else:
            told.set_exception(error)

    def look_up() -> None:
        found: Sequence[_AddressInfo] = ()
        problem: Exception | None = None
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            problem = error
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(tell, found, problem)

    threading.Thread(target=look_up, name=f"look up {host}", daemon=True).start()
    return await told


class GuardedTransport(httpx.AsyncBaseTransport):
    """
    A small connection pool for each origin behind one `Door`.

    One pool for all origins looks through every connection at each request (6 ms at 32 connections); a pool an origin
    keeps the cost of a request flat. The least recently used idle pools are closed beyond `ORIGINS_KEPT_OPEN`.
    """

    def __init__(self, allow: tuple[str, ...] = (), connections_per_host: int = 2) -> None:
        for noisy in ("httpx", "httpcore"):  # they print whole addresses, with the secrets that a webhook's holds
            logging.getLogger(noisy).setLevel(logging.WARNING)
        self._door = Door(allow)
        self._allow = allow
        self._tls = ssl.create_default_context(cafile=certifi.where())
        self._connections = connections_per_host
        self._pools: dict[tuple[bytes, bytes, int | None], _Pool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raise httpx's errors, and `Refused` for an address that is not to be reached."""
        url = request.url
        if reason := url_refusal(str(url), self._allow):
            raise Refused(reason, request=request)
        pool = await self._pool((url.raw_scheme, url.raw_host, url.port))
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        pool.busy += 1
        try:
            answer = await pool.connections.handle_async_request(sent)
        except BaseException as error:
            pool.busy -= 1
            if isinstance(error, Exception):
                raise _as_httpx(error) from error
            raise
        headers = [(name, value) for name, value in answer.headers if name.lower() != b"set-cookie"]
        stream = _AnswerStream(answer.stream, pool)
        return httpx.Response(answer.status, headers=headers, stream=stream, extensions=answer.extensions)

    async def _pool(self, origin: tuple[bytes, bytes, int | None]) -> _Pool:
        pool = self._pools.pop(origin, None) or _Pool(
            httpcore.AsyncConnectionPool(
                ssl_context=self._tls,
                max_connections=self._connections,
                max_keepalive_connections=self._connections,
                keepalive_expiry=30,
                network_backend=self._door,
            )
        )
        self._pools[origin] = pool  # the end of the dict is the most recently used
        surplus = list(self._pools.items())[: max(0, len(self._pools) - ORIGINS_KEPT_OPEN)]
        for other, idle in surplus:
            if not idle.busy:
                del self._pools[other]
                await idle.connections.aclose()
        return pool

    async def aclose(self) -> None:
        """Close every pool."""
        pools, self._pools = self._pools, {}
        for pool in pools.values():
            await pool.connections.aclose()


class _Pool:
    """The connections to one origin, and how many answers are being read from them."""

    def __init__(self, connections: httpcore.AsyncConnectionPool) -> None:
        self.connections = connections
        self.busy = 0


class _AnswerStream(httpx.AsyncByteStream):
    """A raw body on its way in, with httpcore's errors as httpx's."""

    def __init__(self, inner: Iterable[bytes] | AsyncIterable[bytes], pool: _Pool) -> None:
        self._inner = inner
        self._pool: _Pool | None = pool

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._inner, AsyncIterable)
        try:
            async for part in self._inner:
                yield part
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
            raise _as_httpx(error) from error

    async def aclose(self) -> None:
        if self._pool is not None:
            self._pool.busy -= 1
            self._pool = None
        close = getattr(self._inner, "aclose", None)
        if close is not None:
            await close()


_HTTPX_ERRORS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (httpcore.ConnectTimeout, httpx.ConnectTimeout),
    (httpcore.ReadTimeout, httpx.ReadTimeout),
    (httpcore.WriteTimeout, httpx.WriteTimeout),
    (httpcore.PoolTimeout, httpx.PoolTimeout),
    (httpcore.ConnectError, httpx.ConnectError),
    (httpcore.ReadError, httpx.ReadError),
    (httpcore.WriteError, httpx.WriteError),
    (httpcore.LocalProtocolError, httpx.LocalProtocolError),
    (httpcore.RemoteProtocolError, httpx.RemoteProtocolError),
    (httpcore.UnsupportedProtocol, httpx.UnsupportedProtocol),
)


def _as_httpx(error: Exception) -> Exception:
    """Return httpx's name for an error of httpcore's; any other error as it is."""
    if isinstance(error, _AddressRefused):
        return Refused(str(error))
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
