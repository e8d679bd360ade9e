"""The door to the network: a name is resolved once, every address judged, and the socket goes to a judged one."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import httpcore
import httpx

from monitor.guard.addresses import is_named, refusal

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Sequence
    from typing import SupportsIndex

ADDRESSES_TRIED = 2  # a name with fifty addresses is not a reason to try for fifty timeouts
_AddressInfo = tuple[int, int, int, str, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]]


class Refused(httpx.ConnectError):
    """An address that this monitor does not talk to. Trying again changes nothing."""


class _Reader(asyncio.StreamReader):
    """A reader that knows how many bytes wait in it."""

    waiting = 0

    def feed_data(self, data: Iterable[SupportsIndex]) -> None:
        """Take what arrived."""
        self.waiting += len(data)  # type: ignore[arg-type]  # bytes, whatever the stubs say
        super().feed_data(data)

    async def take(self, most: int) -> bytes:
        """Return at most *most* bytes, b"" at the end."""
        data = await self.read(most)
        self.waiting -= len(data)
        return data


class Wire(httpcore.AsyncNetworkStream):
    """
    One connection, plain or encrypted, as httpcore's protocol wants it.

    On asyncio's own transport: going through anyio costs a third of a small request.
    """

    def __init__(self, reader: _Reader, transport: asyncio.Transport, protocol: asyncio.StreamReaderProtocol) -> None:
        self._reader = reader
        self._writer = asyncio.StreamWriter(transport, protocol, reader, asyncio.get_running_loop())

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        """Return at most *max_bytes* that arrived, b"" at the end."""
        if self._reader.waiting:
            return await self._reader.take(max_bytes)
        try:
            async with asyncio.timeout(timeout):
                return await self._reader.take(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        """Send all of *buffer*."""
        if not buffer:
            return
        try:
            self._writer.write(buffer)
            async with asyncio.timeout(timeout):
                await self._writer.drain()
        except TimeoutError as error:
            raise httpcore.WriteTimeout from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """Close the connection at once: an answer is whole by its length, nobody waits for TLS's farewell."""
        self._writer.transport.abort()

    def get_extra_info(self, info: str) -> object:
        """Tell whether a connection at rest is of no more use ("is_readable"): it ended, or says what nobody asked."""
        if info != "is_readable":
            return self._writer.get_extra_info(info)
        return bool(self._reader.waiting) or self._reader.at_eof() or self._writer.is_closing()


class Door:
    """Resolve, judge every address, connect to a judged one. *allow* is as in `refusal`, host names included."""

    def __init__(self, allow: tuple[str, ...] = ()) -> None:
        self._allow = allow

    async def connect(self, host: str, port: int, tls: ssl.SSLContext | None, timeout_s: float | None) -> Wire:
        """
        Connect to *host*, its certificate checked against its name with *tls*, unless any of its addresses is refused.

        :raises httpx.ConnectError: no address, none that answers, no certificate that holds; `Refused`
        :raises httpx.ConnectTimeout: looking it up, or connecting to each address tried, took over *timeout_s*
        """
        try:
            async with asyncio.timeout(timeout_s):
                addresses = await self._addresses(host, port)
        except TimeoutError as error:
            message = f"{host}: name lookup took over {timeout_s} s"
            raise httpx.ConnectTimeout(message) from error
        last: Exception = httpx.ConnectError(f"{host}: no address")
        for address in _to_try(addresses):
            try:
                async with asyncio.timeout(timeout_s):
                    return await _connected(address, port, tls, host)
            except TimeoutError:
                last = httpx.ConnectTimeout(f"{host}: no connection in {timeout_s} s")
            except OSError as error:  # ssl.SSLError is one
                last = httpx.ConnectError(f"{host}: {error.strerror or error}")
        raise last

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = await _looked_up(host, port)
        except (OSError, UnicodeError) as error:
            message = f"{host}: name not found ({error})"
            raise httpx.ConnectError(message) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not is_named(host, self._allow):
            for address in addresses:
                if reason := refusal(address, self._allow):
                    message = f"{host}: {reason}"
                    raise Refused(message)
        return addresses


def _to_try(addresses: list[str]) -> list[str]:
    """Return the first address, and as the next one of the other family: where IPv6 is broken, all of it is."""
    others = sorted(addresses[1:], key=lambda address: (":" in address) == (":" in addresses[0]))
    return [*addresses[:1], *others][:ADDRESSES_TRIED]


async def _connected(address: str, port: int, tls: ssl.SSLContext | None, host: str) -> Wire:
    loop = asyncio.get_running_loop()
    reader = _Reader(loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(
        lambda: protocol, address, port, ssl=tls, server_hostname=host if tls else None
    )
    return Wire(reader, transport, protocol)


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
