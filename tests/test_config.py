"""What a person meets who edits the configuration: what ships, what is refused, and how it is said."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from monitor.config import FILES, Config, ConfigError, init, load, packaged
from monitor.korean.names import NameFinder


@pytest.fixture(scope="module")
def shipped() -> Config:
    """Load what comes with the package."""
    return load(None, {})


@pytest.fixture(scope="module")
def finder(shipped: Config) -> NameFinder:
    """Return a finder of all names that ship."""
    return NameFinder(shipped.catalogue)


def written(folder: Path, **files: str) -> Path:
    """Write a user's folder that holds some of the files."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


# ── what ships ──────────────────────────────────────────────────────────────────────────────────────────────────────
GUIDE_IDS = {
    name
    for line in (
        "naver lg lg-cns lg-uplus skt sk sk-hynix kt kakao samsung samsung-sds nc upstage hyundai hanwha",
        "doosan posco saltlux konan rebellions furiosa motif trillion lunit krafton coupang nhn bespin",
        "megazone gov-kr openai google microsoft meta amazon nvidia apple anthropic xai tesla oracle softbank",
        "deepseek alibaba tencent baidu bytedance huawei moonshot zhipu mistral amd tsmc intel ibm",
    )
    for name in line.split()
}
GUIDE_METRICS = {
    "parameters": ("parameter",),
    "active_parameters": ("parameter",),
    "training_tokens": ("token",),
    "training_data": ("byte",),
    "context_length": ("token",),
    "compute": ("FLOP/s",),
    "gpus": ("gpu",),
    "power": ("W",),
    "users": ("person",),
    "headcount": ("person",),
    "downloads": ("count",),
    **dict.fromkeys(("investment", "funding", "valuation", "revenue", "contract"), ("KRW", "USD", "EUR", "CNY", "JPY")),
}


def test_every_company_of_the_guide_ships(shipped: Config) -> None:
    """Figures are kept under the ids by which they are scored."""
    ids = {company.id for company in shipped.catalogue.companies}

    assert GUIDE_IDS - ids == set()
    assert len(ids) >= 250


def test_every_metric_ships_with_its_units_and_what_can_be(shipped: Config) -> None:
    """Each metric counts in the guide's units, and each unit has a plausible range."""
    metrics = {metric.id: metric for metric in shipped.catalogue.metrics}

    assert {name: metric.units for name, metric in metrics.items()} == GUIDE_METRICS
    assert all({unit for unit, *_ in m.plausible} == set(m.units) for m in metrics.values())


def test_eighty_live_checked_feeds_ship_and_it_and_economy_are_on(shipped: Config) -> None:
    """A newcomer polls the IT and economic newsrooms at once, and may switch on the rest."""
    rows = tomllib.loads((packaged() / "outlets.toml").read_text("utf-8"))["outlet"]
    checked = [feed["url"] for row in rows for feed in row.get("feed", ()) if "checked" in feed]
    on = {outlet.category for outlet in shipped.outlets for source in outlet.sources if source.enabled}

    assert len(checked) >= 80
    assert on == {"it", "economy", "agency"}
    assert all(s.zone == "Asia/Seoul" and s.every_minutes >= 10 for s in shipped.sources)


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("네이버클라우드는 하이퍼클로바X 시드 32B 씽크를", ["naver", "naver/하이퍼클로바X"]),
        ("LG AI연구원의 K-엑사원은", ["lg", "lg/K-엑사원"]),
        ("SK텔레콤은 에이닷엑스(A.X) K1을", ["skt", "skt/A.X K1"]),
        ("카카오브레인의 KoGPT가", ["kakao", "kakao/KoGPT"]),
        ("과기정통부는 국가 AI컴퓨팅센터에", ["gov-kr", "gov-kr/국가AI컴퓨팅센터"]),
        ("화웨이의 판구 알파는", ["huawei", "huawei/판구 알파"]),
        ("오픈에이아이가 GTP-3를", ["openai", "openai/GPT-3"]),
        ("배경훈 LG AI연구원장은", ["lg"]),
        ("배경훈 부총리는", ["gov-kr"]),
        ("즈푸의 GLM-4.5와", ["zhipu", "zhipu/GLM-4.5"]),
        ("국내에서는 GLM(General Language Model)을", ["skt/GLM"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_names_are_known_by_every_usual_spelling(finder: NameFinder, said: str, ids: list[str]) -> None:
    """Units, misprints, other spellings and people who moved on lead to the right owner."""
    assert [name.id for name in finder.find(said)] == ids


@pytest.mark.parametrize(
    "said",
    [
        "한화로 약 1000억원",
        "메타버스 플랫폼",
        "KT&G는",
        "NC백화점에서",
        "이미 정부24에",
        "미국 정부는",
        "LG화학은",
        "SK바이오팜이",
        "다는 믿음을 갖고",
    ],
)
def test_look_alikes_are_nobody(finder: NameFinder, said: str) -> None:
    """Words that hold a name and mean something else yield no company."""
    assert [name for name in finder.find(said) if name.company] == []


def test_the_shipped_files_say_the_defaults(shipped: Config, tmp_path: Path) -> None:
    """What monitor.toml shows is what holds without it."""
    bare = load(written(tmp_path, monitor=""), {})

    assert bare.settings == shipped.settings


# ── a folder of one's own ───────────────────────────────────────────────────────────────────────────────────────────
def test_a_folder_may_hold_only_some_files(tmp_path: Path, shipped: Config) -> None:
    """The packaged files serve for those that a user's folder lacks."""
    mine = '[[topic]]\nid = "chips"\nthreshold = 3\nwords = { "NPU" = 4 }\nrefutes = { "가전" = -2 }\n'
    config = load(written(tmp_path, topics=mine), {})

    assert config.catalogue.topics[0].words == (("NPU", 4.0), ("가전", -2.0))
    assert config.catalogue.companies == shipped.catalogue.companies


def test_the_environment_chooses_folder_and_database(tmp_path: Path) -> None:
    """MONITOR_CONFIG names the folder, MONITOR_DATABASE stands over the file."""
    folder = written(tmp_path, monitor='database = "sqlite:///mine.sqlite3"\n')

    assert load(None, {"MONITOR_CONFIG": str(folder)}).settings.database == "sqlite:///mine.sqlite3"
    assert load(folder, {"MONITOR_DATABASE": "sqlite:///other.sqlite3"}).settings.database == "sqlite:///other.sqlite3"


def test_init_writes_all_files_to_edit_and_they_load(tmp_path: Path, shipped: Config) -> None:
    """What init writes is what ships."""
    paths = init(tmp_path / "mine")

    assert [path.stem for path in paths] == list(FILES)
    assert replace(load(tmp_path / "mine", {}), directory=None) == shipped


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    """One file that is there stops it before anything is written."""
    written(tmp_path, alerts="# mine\n")

    with pytest.raises(ConfigError, match=r"alerts\.toml: is there already"):
        init(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["alerts.toml"]


def test_an_optional_channel_waits_for_its_address() -> None:
    """The shipped webhook works as soon as its variable is set, and until then nothing is sent anywhere."""
    assert load(None, {}).channels == ()
    assert load(None, {}).subscriptions == ()
    config = load(None, {"MONITOR_WEBHOOK_URL": "https://example.com/hook"})

    assert [channel.id for channel in config.channels] == ["webhook"]
    assert [subscription.channel for subscription in config.subscriptions] == ["webhook"]


# ── what is refused ─────────────────────────────────────────────────────────────────────────────────────────────────
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
