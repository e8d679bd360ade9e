from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time

import httpx
import pytest
from scripted_server import Reply, Server

from monitor import guard


def words(text: str) -> list[str]:
    """Return the words of *text*."""
    return text.split()


REFUSED_ADDRESSES = words("""
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.254 127.0.0.1 127.1.2.3
127.255.255.254 168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.254 192.0.0.8
192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.254 192.175.48.1 198.18.0.1
198.19.255.254 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1
::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1
2001::1 2001:0:7f00:1:: 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:a00:1:: 2620:4f:8000::1
3fff::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254 fe80::1 fe80::1%lo fec0::1 ff02::1 ff0e::1
""")

PUBLIC_ADDRESSES = words("""
1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.0 172.15.0.1 172.32.0.1 211.249.220.24 223.130.192.248 2001:200::1
2400:cb00::1 2606:4700:4700::1111 2a00:1450::1
""")


@pytest.mark.parametrize("address", REFUSED_ADDRESSES)
def test_addresses_that_are_not_of_the_public_net_are_refused(address: str) -> None:
    """By a list of our own: loopback, private, link-local, CGNAT, mapped, metadata, multicast, documentation."""
    assert guard.refusal(address) is not None


@pytest.mark.parametrize("address", PUBLIC_ADDRESSES)
def test_addresses_of_the_public_net_pass(address: str) -> None:
    """Also right beside a refused network."""
    assert guard.refusal(address) is None


@pytest.mark.parametrize(
    ("address", "allow", "passes"),
    [
        ("10.1.2.3", ("10.1.0.0/16",), True),
        ("10.2.2.3", ("10.1.0.0/16",), False),
        ("127.0.0.1", ("127.0.0.1",), True),
        ("127.0.0.2", ("127.0.0.1", "receiver.internal"), False),
        ("::1", ("::1",), True),
        ("::1", ("127.0.0.0/8",), False),
    ],
)
def test_what_is_allowed_is_named(address: str, allow: tuple[str, ...], *, passes: bool) -> None:
    """A network that the operator names is reachable, and no other."""
    assert (guard.refusal(address, allow) is None) == passes


HOSTS = words("""
127.0.0.1 127.1 127.0.1 0 0.0.0.0 2130706433 0x7f000001 0x7f.1 0177.0.0.1 0177.1 017700000001 127.000.000.001
localhost LOCALHOST localhost. localhost.localdomain [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1]
[0:0:0:0:0:0:0:1] [::127.0.0.1] [64:ff9b::7f00:1] [2002:7f00:1::] 127.0.0.1. 127.127.127.127 ①②⑦.⓪.⓪.① 127。0。0。1
１２７.０.０.１ %31%32%37.0.0.1 169.254.169.254 [fd00:ec2::254] 100.100.100.200 168.63.129.16 192.0.0.192 10.0.0.1
172.16.0.1 192.168.0.1 100.64.0.1 224.0.0.1 255.255.255.255 198.18.0.1 203.0.113.1 240.0.0.1 0x0a000001
167772161 012.0.0.1
""")
URLS = [
    *(f"http://{host}:{{port}}/secret" for host in HOSTS),
    "http://user:pass@127.0.0.1:{port}/secret",
    "http://example.com@127.0.0.1:{port}/secret",
    "http://127.0.0.1:{port}\\@example.com/secret",
    "http://example.com\\@127.0.0.1:{port}/secret",
    "http://127.0.0.1:{port} /secret",
    "http://127.0.0.1:{port}\t/secret",
    "http://127.0.0.1\r\nHost: x:{port}/secret",
    "http:///127.0.0.1:{port}/secret",
    "http:127.0.0.1:{port}/secret",
    "https://127.0.0.1:{port}/secret",
    "ftp://127.0.0.1:{port}/secret",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/_GET",
    "//127.0.0.1:{port}/secret",
    "http://[::1%25lo]:{port}/secret",
    "http://[fe80::1%25lo]:{port}/secret",
    "http://127.0.0.1:99999/secret",
    "http://[127.0.0.1]:{port}/secret",
    "",
]


@pytest.fixture
def any_port(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Return a canary on a port that the guard would let pass, so that the address alone has to be refused."""
    monkeypatch.setattr("monitor.guard.addresses.PORTS", frozenset({80, 443, server.port}))
    server.answers(Reply(200, (), b"canary"), path="/secret")
    return server


@pytest.mark.parametrize("url", URLS)
def test_no_hostile_address_reaches_the_canary(any_port: Server, url: str) -> None:
    """However loopback and the inner network are spelled, not one byte arrives."""

    async def ask() -> None:
        async with guard.client(timeout_s=2) as client:
            await client.get(url.format(port=any_port.port))

    with pytest.raises((httpx.HTTPError, httpx.InvalidURL, UnicodeError)):
        asyncio.run(ask())
    assert any_port.connections == 0


def test_the_canary_can_sing(any_port: Server) -> None:
    """The same request passes once the address is allowed: the test above would notice."""

    async def ask() -> str:
        async with guard.client(allow=("127.0.0.1",)) as client:
            return (await client.get(any_port.url("/secret"))).text

    assert asyncio.run(ask()) == "canary"


def resolver(*answers: list[str]) -> object:
    """Return a getaddrinfo that gives *answers* one after the other, the last one for ever, and counts its calls."""
    waiting = list(answers)

    def getaddrinfo(_host: str, port: int, *, flags: int = 0, **_: object) -> list[tuple[object, ...]]:
        if flags & socket.AI_NUMERICHOST:
            raise socket.gaierror
        addresses = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        kinds = [socket.AF_INET6 if ":" in address else socket.AF_INET for address in addresses]
        return [
            (kind, socket.SOCK_STREAM, 6, "", (address, port)) for kind, address in zip(kinds, addresses, strict=True)
        ]

    return getaddrinfo


@pytest.mark.parametrize(
    "answers",
    [
        [["127.0.0.1"]],
        [["93.184.216.34", "127.0.0.1"]],
        [["::ffff:127.0.0.1"]],
        [["169.254.169.254"]],
        [["100.64.0.7"]],
    ],
    ids=["loopback", "mixed", "mapped", "metadata", "carrier"],
)
def test_a_name_that_points_inside_is_refused(
    any_port: Server, monkeypatch: pytest.MonkeyPatch, answers: list[list[str]]
) -> None:
    """Row 35: judged after the lookup, and one bad address among good ones is enough."""
    monkeypatch.setattr("socket.getaddrinfo", resolver(*answers))

    async def ask() -> None:
        async with guard.client(timeout_s=2) as client:
            await client.get(f"http://news.example:{any_port.port}/secret")

    with pytest.raises(guard.Refused):
        asyncio.run(ask())
    assert any_port.connections == 0


def test_a_name_that_changes_its_answer_gains_nothing(any_port: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 35, rebinding: the socket goes to the address that was judged; the second answer is never asked for."""
    monkeypatch.setattr("socket.getaddrinfo", resolver(["192.0.2.77"], ["127.0.0.1"]))
    monkeypatch.setattr("monitor.guard.door.refusal", lambda address, _: None if address == "192.0.2.77" else "no")

    async def ask() -> None:
        async with guard.client(timeout_s=0.5) as client:
            await client.get(f"http://news.example:{any_port.port}/secret")

    with pytest.raises(httpx.TransportError):
        asyncio.run(ask())
    assert any_port.connections == 0


def test_where_ipv6_is_broken_the_other_family_is_tried_next(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many addresses of the broken family stand first."""
    monkeypatch.setattr("socket.getaddrinfo", resolver(["2001:db8::1", "2001:db8::2", "2001:db8::3", "127.0.0.1"]))
    server.answers(Reply(200, (), b"here"), path="/secret")

    async def ask() -> str:
        async with guard.client(allow=("news.example",), timeout_s=1) as client:
            return (await client.get(f"http://news.example:{server.port}/secret")).text

    assert asyncio.run(ask()) == "here"


def test_a_resolver_that_hangs_keeps_nobody_else_waiting(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty names that never resolve: their requests time out, and neither other hosts nor other threads wait."""
    release = threading.Event()
    known = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, **how: int) -> object:
        if not how.get("flags", 0) & socket.AI_NUMERICHOST and host.endswith(".example"):
            release.wait(10)
        return known(host, port, **how)

    monkeypatch.setattr("socket.getaddrinfo", getaddrinfo)
    server.answers(Reply(200, (), b"here"), path="/secret")

    async def ask() -> tuple[str, float]:
        async with guard.client(allow=("127.0.0.1",), timeout_s=1) as client:
            lost = [asyncio.create_task(client.get(f"http://a{number}.example/")) for number in range(50)]
            await asyncio.sleep(0)
            began = time.monotonic()
            await asyncio.to_thread(int)
            found = (await client.get(server.url("/secret"))).text
            took_s = time.monotonic() - began
            ends = await asyncio.gather(*lost, return_exceptions=True)
            assert {type(end) for end in ends} == {httpx.ConnectTimeout}
            return found, took_s

    found, took_s = asyncio.run(ask())
    release.set()

    assert (found, took_s < 0.9) == ("here", True)


def test_a_proxy_variable_changes_nothing(any_port: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would go round the guard."""
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{any_port.port}")

    async def ask() -> None:
        async with guard.client(timeout_s=2) as client:
            await client.get("http://10.0.0.1/secret")

    with pytest.raises(guard.Refused):
        asyncio.run(ask())
    assert any_port.connections == 0


def test_ports_of_other_services_are_refused() -> None:
    """A feed lives on a port of the web; others only where the operator names the host."""
    assert "port 25" in str(guard.url_refusal("http://news.example:25/feed"))
    assert guard.url_refusal("http://news.example:25/feed", ("news.example",)) is None
    assert guard.url_refusal("http://news.example:8080/feed") is None


def test_secrets_stay_out_of_logs_and_messages(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """The path of a webhook and the query of a feed hold secrets: httpx would print both."""
    caplog.set_level(logging.DEBUG)
    server.answers(Reply(500), path="/hook/s3cret?token=s3cret")

    async def ask() -> str:
        async with guard.client(allow=("127.0.0.1",), timeout_s=1) as client:
            await client.post(server.url("/hook/s3cret?token=s3cret"), content=b"{}")
            try:
                await client.post("http://127.0.0.1:9/hook/s3cret?token=s3cret", content=b"{}")
            except httpx.HTTPError as error:
                return str(error)
        return ""

    message = asyncio.run(ask())

    assert "s3cret" not in message + caplog.text
    assert guard.shown("https://me:pw@news.example:8443/feed?key=s3cret#x") == "https://news.example:8443/feed?…"
