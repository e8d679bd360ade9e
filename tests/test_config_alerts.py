"""What alerts.toml may say: each of these would be silently without effect, and is refused instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.config import ConfigError, load

CHANNEL = '[[channel]]\nid = "c"\nkind = "{kind}"\nurl = "env:X"\n{more}\n'
SUBSCRIPTION = '[[subscription]]\nid = "s"\nchannel = "c"\n{more}\n'


@pytest.mark.parametrize(
    ("kind", "channel", "subscription", "message"),
    [
        ("slack", "rate_per_minute = 0", "", r"channel\.c\.rate_per_minute: 0 is below 1; enabled = false"),
        ("slack", "", "rate_per_hour = 0", r"subscription\.s\.rate_per_hour: 0 is below 1"),
        ("webhook", 'allow = ["10.1.0.0/33"]', "", r'channel\.c\.allow: "10\.1\.0\.0/33" is no host name, address'),
        ("webhook", 'allow = ["http://desk"]', "", r'allow: "http://desk" is no host name'),
        ("slack", 'template = "{% for"', "", r"channel\.c\.template: "),
        ("kakaowork", 'token = "env:T"', "", r"channel\.c\.room: is missing; kakaowork wants one"),
        ("kakaowork", 'room = "1"', "", r"channel\.c\.token: is missing"),
        ("naverworks", "", "", r"channel\.c\.token: is missing; naverworks wants one"),
    ],
)
def test_what_would_have_no_effect_is_refused(
    tmp_path: Path, kind: str, channel: str, subscription: str, message: str
) -> None:
    """A rate of none, a network that is none, a template that cannot be read, a chat without its token."""
    text = CHANNEL.format(kind=kind, more=channel) + SUBSCRIPTION.format(more=subscription)
    (tmp_path / "alerts.toml").write_text(text, "utf-8")

    with pytest.raises(ConfigError, match=message):
        load(tmp_path, {})


def test_hosts_addresses_and_networks_may_be_named(tmp_path: Path) -> None:
    """A receiver inside is named by host, address or network, of either family."""
    allow = 'allow = ["receiver.internal", "desk", "my_host", "10.1.2.3", "10.1.0.0/16", "fd00::/8", "::1"]'
    (tmp_path / "alerts.toml").write_text(CHANNEL.format(kind="webhook", more=allow), "utf-8")

    assert len(load(tmp_path, {"X": "https://example.com"}).channels[0].allow) == 7
