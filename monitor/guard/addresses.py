"""Which addresses this monitor talks to, judged by a list of its own; and how an address may be shown."""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

UNPRINTABLE = re.compile(r"[\x00-\x20\x7f\\]")
# An address that urlsplit and httpx surely read alike.
_ORDINARY = re.compile(r"https?://([a-z0-9.-]{1,253})(?::(\d{1,5}))?/[A-Za-z0-9/._~=&?-]*")
PORTS = frozenset({80, 443, 8080, 8443})
HIGHEST_PORT = 65_535

# Not ipaddress.is_global: it calls 224.0.0.1, 192.0.0.8 and 64:ff9b::a00:1 global, and changes between Python versions.
REFUSED: tuple[tuple[Network, str], ...] = tuple(
    (ipaddress.ip_network(network), reason)
    for network, reason in (
        ("0.0.0.0/8", "this host"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "cloud metadata"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "AS112"),
        ("192.52.193.0/24", "AMT"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "AS112"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("2001::/23", "protocol assignments, Teredo"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("2620:4f:8000::/48", "AS112"),
        ("3fff::/20", "documentation"),
    )
)
GLOBAL_IPV6 = ipaddress.IPv6Network("2000::/3")


def refusal(address: str, allow: Iterable[str] = ()) -> str | None:
    """
    Say why *address* (of either family, in its canonical form) is refused, or None when it may be reached.

    *allow* holds networks, addresses and host names; names play no part here, see `is_named`.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if any(ip.version == network.version and ip in network for network in networks_of(allow)):
        return None
    if isinstance(ip, ipaddress.IPv6Address) and ip not in GLOBAL_IPV6:
        return f"{ip} is refused: no global unicast address"
    for network, reason in REFUSED:
        if ip.version == network.version and ip in network:
            return f"{ip} is refused: {reason}"
    return None


def networks_of(allow: Iterable[str]) -> Iterator[Network]:
    """Yield the networks and addresses among *allow*, leaving out its host names."""
    for item in allow:
        with suppress(ValueError):  # a host name
            yield ipaddress.ip_network(item, strict=False)


def url_refusal(url: str, allow: Iterable[str] = ()) -> str | None:
    """
    Say why *url* is refused before any connection is tried, or None.

    Only http and https, no user or password, no control characters, and the ports of the web unless *allow* names
    the host or a network that holds it. Addresses are judged again where the connection is made.
    """
    if (ordinary := _ORDINARY.fullmatch(url)) and int(ordinary[2] or 0) <= HIGHEST_PORT:
        return _port_refusal(ordinary[1], int(ordinary[2]) if ordinary[2] else None, allow)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        seen_host = httpx.URL(url).host
    except (ValueError, httpx.InvalidURL) as error:
        return f"address cannot be read: {error}"
    checks = (
        (UNPRINTABLE.search(url), "address has spaces, control characters or backslashes"),
        (parts.scheme not in {"http", "https"}, f"{parts.scheme or 'no scheme'} is refused: only http and https"),
        (not host or not seen_host, "address has no host"),
        ("@" in parts.netloc, "address holds a user or password"),
    )
    return next((reason for holds, reason in checks if holds), None) or _port_refusal(host or "", port, allow)


def _port_refusal(host: str, port: int | None, allow: Iterable[str]) -> str | None:
    if port is None or port in PORTS or is_named(host, allow):
        return None
    return f"port {port} is refused: known {', '.join(map(str, sorted(PORTS)))}"


def is_named(host: str, allow: Iterable[str]) -> bool:
    """Tell whether *allow* names this host, or a network that holds it when the host is written as an address."""
    allowed = tuple(allow)
    if host.lower() in {item.lower() for item in allowed}:
        return True
    with suppress(ValueError):
        ip = ipaddress.ip_address(host)
        return any(ip.version == network.version and ip in network for network in networks_of(allowed))
    return False


def shown(url: str) -> str:
    """Return *url* as a log may print it: without user, password, and the values of its query."""
    try:
        parts = urlsplit(url)
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "(unreadable address)"
    query = "?…" if parts.query else ""
    return f"{parts.scheme}://{host}{port}{parts.path}{query}"
