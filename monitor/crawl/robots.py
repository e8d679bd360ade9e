"""What robots.txt allows, and the pause that it asks for (RFC 9309, read by protego)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from protego import Protego

from monitor.crawl.decoding import decode

_AGENT_LINE: Final = re.compile(r"(?im)^([ \t]*user-?agent[ \t]*:[ \t]*)([^\n#]*)")
_TOKEN: Final = re.compile(r"[A-Za-z_-]*")
_OURS, _NOT_OURS = "ours", "another"  # protego takes any part of the agent's name for a match
READ_BYTES: Final = 512_000  # RFC 9309 2.5: at least 500 KiB
KEPT_S: Final = 86_400.0  # RFC 9309 2.4: at most 24 hours
KEPT_UNREACHABLE_S: Final = 1_800.0
LONGEST_DELAY_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class Robots:
    """
    The rules of one origin for *agent*. *rules* is None when there are none to obey, else they are of `read_robots`.

    *barred* is the reason for which nothing may be fetched (the file could not be had), '' otherwise.
    """

    agent: str
    rules: Protego | None = None
    barred: str = ""

    def refusal(self, url: str) -> str | None:
        """Say why *url* may not be fetched, None when it may."""
        if self.barred:
            return f"robots.txt could not be read ({self.barred}): nothing is fetched meanwhile"
        if self.rules is not None and not self.rules.can_fetch(url, _OURS):
            return f"robots.txt bars {self.agent} from this page"
        return None

    @property
    def delay_s(self) -> float:
        """Return the pause between two requests that the file asks for, 0 for none, capped."""
        asked = self.rules.crawl_delay(_OURS) if self.rules is not None else None
        return min(max(float(asked or 0), 0.0), LONGEST_DELAY_S)


def read_robots(status: int | None, body: bytes, agent: str, error: str = "") -> Robots:
    """
    Return the rules that an answer for /robots.txt stands for. *status* is None when none came, for the reason *error*.

    4xx: everything is allowed. 5xx, a redirect without end, or no answer: nothing is.
    """
    if status is None or status >= 500:  # noqa: PLR2004 - server errors
        return Robots(agent, barred=error or f"status {status}")
    if not 200 <= status < 300:  # noqa: PLR2004 - no success
        return Robots(agent)
    text = decode(body[:READ_BYTES]).replace("\r\n", "\n").replace("\r", "\n")
    own = product_token(agent)
    addressed = _AGENT_LINE.sub(lambda line: line[1] + _addressee(line[2].strip(), own), text)
    try:
        return Robots(agent, Protego.parse(addressed))
    except (ValueError, IndexError, RecursionError):
        return Robots(agent)


def product_token(agent: str) -> str:
    """
    Return the name by which robots.txt addresses *agent*, in lower case.

    >>> product_token("Hyperscale-Monitor/0.1 (+https://example.com/bot)")
    'hyperscale-monitor'
    """
    found = _TOKEN.match(agent)
    return found[0].lower() if found else ""


def _addressee(written: str, own: str) -> str:
    """Return whom a User-agent line speaks to: everybody, us (the whole product token, RFC 9309 2.2.1), or another."""
    if written == "*":
        return "*"
    return _OURS if own and product_token(written) == own else _NOT_OURS
