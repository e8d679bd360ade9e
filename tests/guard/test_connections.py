"""Connections to a real server: the certificate is checked, a connection is used again, and what it must not carry."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import certifi
import httpx
import pytest
import trustme

from monitor import guard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """Return an authority that the client trusts."""
    made = trustme.CA()
    path = tmp_path / "authority.pem"
    made.cert_pem.write_to_path(str(path))
    monkeypatch.setattr(certifi, "where", lambda: str(path))
    return made


class Newspaper:
    """A server that answers every request with *answer*, and counts its connections."""

    def __init__(self, answer: bytes = GOOD, after: bytes = b"") -> None:
        self.answer, self.after = answer, after
        self.connections = 0
        self.port = 0
        self.open_writers: list[asyncio.StreamWriter] = []

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection, then say *after*, which nobody asked for."""
        self.connections += 1
        self.open_writers.append(writer)
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(self.answer)
                await writer.drain()
                if self.after:
                    await asyncio.sleep(0.05)
                    writer.write(self.after)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    @asynccontextmanager
    async def open(self, certificate: trustme.LeafCert | None = None) -> AsyncIterator[None]:
        """Serve on loopback inside the block."""
        context = None
        if certificate is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            certificate.configure_cert(context)
        server = await asyncio.start_server(self.converse, "127.0.0.1", 0, ssl=context)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield
        finally:
            server.close()
            for writer in self.open_writers:
                writer.transport.abort()
            await asyncio.sleep(0.01)


async def ask(*urls: str, pause_s: float = 0.0) -> list[str]:
    """Ask for one address after the other over one client."""
    found = []
    async with guard.client(allow=("127.0.0.1", "localhost"), timeout_s=3) as client:
        for url in urls:
            found.append((await client.get(url)).text)
            await asyncio.sleep(pause_s)
    return found


def test_an_encrypted_page_is_read_over_one_connection(authority: trustme.CA) -> None:
    """The certificate of the name that was asked for is good, though the socket went to a bare address."""
    paper = Newspaper()

    async def main() -> list[str]:
        async with paper.open(authority.issue_cert("localhost")):
            return await ask(*[f"https://localhost:{paper.port}/{number}" for number in range(3)])

    assert asyncio.run(main()) == ["ok", "ok", "ok"]
    assert paper.connections == 1


@pytest.mark.parametrize("name", ["other.example", "127.0.0.2"])
def test_a_certificate_of_another_name_is_no_answer(authority: trustme.CA, name: str) -> None:
    """Whoever answers at that address is not who was asked for."""
    paper = Newspaper()

    async def main() -> None:
        async with paper.open(authority.issue_cert(name)):
            await ask(f"https://localhost:{paper.port}/")

    with pytest.raises(httpx.ConnectError, match=r"(?i)certificate"):
        asyncio.run(main())


@pytest.mark.usefixtures("authority")
def test_a_certificate_of_an_authority_that_nobody_trusts_is_no_answer() -> None:
    """Its own word is not enough."""
    paper = Newspaper()

    async def main() -> None:
        async with paper.open(trustme.CA().issue_cert("localhost")):
            await ask(f"https://localhost:{paper.port}/")

    with pytest.raises(httpx.ConnectError, match=r"(?i)certificate"):
        asyncio.run(main())


def test_an_answer_that_nobody_asked_for_is_nobodys_answer() -> None:
    """A second answer that follows the first is not taken for that of the next request."""
    paper = Newspaper(after=b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfalse")

    async def main() -> list[str]:
        async with paper.open():
            return await ask(*[f"http://127.0.0.1:{paper.port}/"] * 3, pause_s=0.2)

    assert asyncio.run(main()) == ["ok", "ok", "ok"]
    assert paper.connections == 3


def test_a_connection_that_the_server_ended_is_not_used_again() -> None:
    """A host that hangs up after a while costs no poll."""
    paper = Newspaper()

    async def main() -> list[str]:
        async with guard.client(allow=("127.0.0.1",), timeout_s=3) as client, paper.open():
            found = [(await client.get(f"http://127.0.0.1:{paper.port}/")).text]
            paper.answer = GOOD.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)
            found += [(await client.get(f"http://127.0.0.1:{paper.port}/")).text for _ in range(2)]
            return found

    assert asyncio.run(main()) == ["ok", "ok", "ok"]
    assert paper.connections == 2
