"""What a person meets who edits the configuration: what ships, what is refused, and how it is said."""

from __future__ import annotations

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
