"""What the configuration refuses, and that the message says where, what, and what may stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitor.config import ConfigError, load


def written(folder: Path, **files: str) -> Path:
    """Write a user's folder that holds some of the files."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


METRIC = '[[metric]]\nid = "sales"\nname = "매출"\nenglish = "sales"\nunits = ["{unit}"]\nwords = ["매출"]\n'
OUTLET = '[[outlet]]\nid = "a"\nname = "A"\ndomains = ["a.kr"]\n'
FEED = '[[outlet.feed]]\nurl = "https://a.kr/rss"\n'
COMPANY = '[[company]]\nid = "{id}"\nname = "{name}"\nenglish = "{id}"\n'
CHANNEL = '[[channel]]\nid = "desk"\nkind = "webhook"\nurl = "env:DESK"\n'
SUBSCRIPTION = '[[subscription]]\nid = "mine"\nchannel = "desk"\n'
REFUSED = {
    "a unit that is none": (
        "metrics",
        METRIC.format(unit="KWR"),
        r'metrics\.toml: metric\.sales\.units: "KWR" is no unit, did you mean KRW\? known: .*KRW, USD',
    ),
    "a key that is none": (
        "metrics",
        METRIC.format(unit="KRW").replace("words", "wrods"),
        r'metric\.sales: "wrods" is no key, did you mean words\? known: id, name, english, units, words, plausible',
    ),
    "a key that is missing": ("outlets", '[[outlet]]\nid = "a"\nname = "A"\n', r"outlet\.a\.domains: is missing"),
    "a table that is none": ("monitor", "[crwal]\nrobots = true\n", r'"crwal" is no key, did you mean crawl\?'),
    "broken syntax": (
        "monitor",
        'database = "sqlite:///a\nlog = "text"\n',
        r"monitor\.toml: line 1, column 24: Illegal",
    ),
    "a value of another kind": (
        "monitor",
        "[crawl]\nworkers = true\ntimeout_s = 'soon'\n",
        r'crawl\.timeout_s: "soon": ',
    ),
    "a choice that is none": ("monitor", 'log = "xml"\n', r'log: "xml" is not allowed; known: text, json'),
    "a number below 0": ("monitor", "[crawl]\nredirects = -1\n", r"crawl\.redirects: -1 is below 0"),
    "a database that is none": ("monitor", 'database = "mysql://x:hush@y"\n', r"database: must begin with sqlite:///"),
    "a zone that is none": (
        "outlets",
        OUTLET + 'zone = "Asia/Soul"\n',
        r'outlet\.a\.zone: "Asia/Soul" is no time zone',
    ),
    "a feed twice": ("outlets", OUTLET + FEED + FEED, r'outlet\.a: "https://a\.kr/rss" is there twice'),
    "a selector that is none": (
        "outlets",
        OUTLET + '[[outlet.page]]\nsince = 2026-01-01\ntext = "div["\n',
        r'outlet\.a\.page\.2026-01-01\.text: "div\[" is no CSS selector',
    ),
    "two rules for one day": (
        "outlets",
        OUTLET + '[[outlet.page]]\ntext = "p"\n[[outlet.page]]\ntext = "div"\n',
        r"outlet\.a\.page\.always: is there twice",
    ),
    "an outlet twice": ("outlets", OUTLET + OUTLET, r"outlet\.a: is there twice"),
    "an address that is none": (
        "outlets",
        OUTLET + '[[outlet.feed]]\nurl = "a.kr/rss"\n',
        r'outlet\.a\.feed.*: "a\.kr/rss": ',
    ),
    "a name of two companies": (
        "companies",
        COMPANY.format(id="one", name="하나") + COMPANY.format(id="two", name="하나"),
        r'company\.two: "하나" is claimed by company\.one too',
    ),
    "a parent that is none": (
        "companies",
        COMPANY.format(id="one", name="하나") + 'parent = "x"\n',
        r'parent: "x" is no company',
    ),
    "a threshold out of reach": (
        "topics",
        '[[topic]]\nid = "t"\nthreshold = 30\nwords = { "AI" = 1 }\n',
        r"topic\.t\.threshold: 30\.0 is more than all words",
    ),
    "a weight of the wrong sign": (
        "topics",
        '[[topic]]\nid = "t"\nthreshold = 1\nwords = { "AI" = -1 }\n',
        r"topic\.t\.words\.AI: -1: ",
    ),
    "a partner that is none": (
        "companies",
        COMPANY.format(id="one", name="하나") + '[[company.facility]]\nname = "허브"\npartners = ["x"]\n',
        r'partners: "x" is no company',
    ),
    "a double that is none": (
        "companies",
        COMPANY.format(id="one", name="하나") + 'one_with = "x"\n',
        r'one_with: "x" is no company',
    ),
    "an unknown channel": (
        "alerts",
        CHANNEL + SUBSCRIPTION.replace('"desk"', '"dsk"'),
        r'channel: "dsk" is no channel, did you mean desk\?',
    ),
    "an unknown company": (
        "alerts",
        CHANNEL + SUBSCRIPTION + 'companies = ["navr"]\n',
        r'companies: "navr" is no company, did you mean naver\?',
    ),
    "an unknown metric": (
        "alerts",
        CHANNEL + SUBSCRIPTION + 'metrics = ["gpu"]\n',
        r'metrics: "gpu" is no metric, did you mean gpus\?',
    ),
    "an unknown kind": (
        "alerts",
        CHANNEL + SUBSCRIPTION + 'kinds = ["rised"]\n',
        r'kinds: "rised" is no kind of change, did you mean raised\?',
    ),
    "a silence about nobody": (
        "alerts",
        '[[silence]]\nid = "s"\nauthor = "kim"\nreason = "r"\nuntil = 2027-01-01T00:00:00\ncompanies = ["nave"]\n',
        r'silence\.s\.companies: "nave" is no company, did you mean naver\?',
    ),
    "a silence without an end": (
        "alerts",
        '[[silence]]\nid = "s"\nauthor = "kim"\nreason = "r"\n',
        r"silence\.s\.until: is missing",
    ),
    "an hour that is none": ("alerts", CHANNEL + SUBSCRIPTION + "quiet = [22, 25]\n", r"hours run from 0 to 23"),
}


@pytest.mark.parametrize(("name", "text", "message"), REFUSED.values(), ids=REFUSED)
def test_a_mistake_is_said_with_file_key_value_and_what_may_be(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    """Whoever mistypes learns where, what, and what is allowed."""
    with pytest.raises(ConfigError, match=message) as raised:
        load(written(tmp_path, **{name: text}), {})
    assert str(raised.value).startswith(str(tmp_path / f"{name}.toml"))


@pytest.mark.parametrize("key", ["url", "token"])
def test_a_secret_written_out_is_refused_and_not_repeated(tmp_path: Path, key: str) -> None:
    """A message may end in a log: it never shows what was meant to be secret."""
    text = CHANNEL.replace('url = "env:DESK"', "") + 'url = "env:A"\n' * (key != "url") + f'{key} = "hush-hush"\n'

    with pytest.raises(ConfigError, match=rf"channel\.desk\.{key}: must be env:NAME or file:PATH") as raised:
        load(written(tmp_path, alerts=text), {})
    assert "hush" not in str(raised.value)


def test_a_database_password_is_not_shown(tmp_path: Path) -> None:
    """Settings may be printed: the database address is left out."""
    folder = written(tmp_path, monitor='database = "env:STORE"\n')
    address = "postgresql+psycopg://me:hush@host/db"

    assert load(folder, {"STORE": address}).settings.database == address
    assert "hush" not in repr(load(folder, {"STORE": address}))
    with pytest.raises(ConfigError, match=r"database: env:STORE is empty; set the environment variable STORE"):
        load(folder, {})


def test_a_database_password_is_not_written_into_the_file(tmp_path: Path) -> None:
    """A file that is shown around and backed up holds no password."""
    with pytest.raises(ConfigError, match="database: holds a password; write env:NAME") as raised:
        load(written(tmp_path, monitor='database = "postgresql://me:hush@host/db"\n'), {})
    assert "hush" not in str(raised.value)


def test_a_file_that_is_no_utf8_is_said(tmp_path: Path) -> None:
    """A file saved by an old editor is refused with the way out."""
    (tmp_path / "alerts.toml").write_bytes("# 알림\n".encode("cp949"))

    with pytest.raises(ConfigError, match=r"alerts\.toml: is no UTF-8.*save the file as UTF-8"):
        load(tmp_path, {})


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """What some editors put before the first line is passed over."""
    (tmp_path / "monitor.toml").write_bytes(b"\xef\xbb\xbf" + b'log = "json"\n')

    assert load(tmp_path, {}).settings.log == "json"


def test_a_misnamed_file_is_not_overlooked(tmp_path: Path) -> None:
    """A file that nobody would read is an error, not silence."""
    with pytest.raises(ConfigError, match=re.escape("outlet.toml: no such file is read; known: alerts.toml")):
        load(written(tmp_path, outlet=""), {})


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    """The way to make one is part of the message."""
    with pytest.raises(ConfigError, match=r"is no folder; `monitor init "):
        load(tmp_path / "nowhere", {})
