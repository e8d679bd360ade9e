"""The command, run in the test's own process, and a short history for it to read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from monitor.cli import main

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = (
    (
        "a1",
        "새벽신문",
        "2021-05-17 10:20",
        "LG, 하반기 6000억개 파라미터 초거대 AI 공개",
        "LG는 올 하반기에 6000억개의 파라미터를 갖춘 초거대 AI를 공개할 계획이라고 밝혔다.",
    ),
    (
        "a2",
        "아침일보",
        "2021-05-17 11:05",
        "LG 초거대 AI 6000억 파라미터",
        "LG가 6000억개 파라미터의 초거대 AI를 하반기에 공개한다고 17일 밝혔다. 언어와 이미지를 함께 다룬다.",
    ),
    (
        "a3",
        "새벽신문",
        "2021-05-25 13:46",
        "네이버 초거대 AI 하이퍼클로바 공개",
        "네이버가 초거대 AI 하이퍼클로바를 공개했다. 하이퍼클로바의 매개변수는 2040억개다.",
    ),
    (
        "a4",
        "저녁타임스",
        "2021-06-02 09:00",
        "네이버 초거대 AI 하이퍼클로바 이야기",
        "네이버 초거대 AI 하이퍼클로바의 매개변수는 180개다. 거대 언어모델의 쓰임이 늘고 있다.",
    ),
    ("a5", "저녁타임스", "2021-06-03 09:00", "내일 전국에 비", "내일은 전국에 비가 오겠다. 강수량은 30mm이다."),
)


@dataclass(frozen=True)
class Result:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        """Return the JSON lines that were printed."""
        return [json.loads(line) for line in self.out.splitlines()]


class Monitor:
    """The command, run in this process as people type it."""

    def __init__(self, db: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.db = db
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *words: str) -> Result:
        """Run `monitor WORDS`."""
        self._monkeypatch.setattr("sys.argv", ["monitor", *words])
        self._capsys.readouterr()
        try:
            main()
            status: object = 0
        except SystemExit as end:
            status = end.code or 0
        said = self._capsys.readouterr()
        assert isinstance(status, int)
        return Result(status, said.out, said.err)

    def on_store(self, *words: str) -> Result:
        """Run `monitor WORDS --db STORE`."""
        return self(*words, "--db", self.db)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Write the short history as JSON lines."""
    path = tmp_path / "articles.jsonl"
    rows = [
        {"id": name, "outlet": outlet, "url": f"https://example.kr/{name}", "date": at, "title": title, "text": text}
        for name, outlet, at, title, text in ARTICLES
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def monitor(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Monitor:
    """Return the command on an empty store."""
    monkeypatch.delenv("MONITOR_CONFIG", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    return Monitor(f"sqlite:///{tmp_path / 'monitor.sqlite3'}", capsys, monkeypatch)


@pytest.fixture
def replayed(monitor: Monitor, articles: Path) -> Monitor:
    """Return the command on a store that holds the short history."""
    assert monitor.on_store("replay", str(articles), "--until", "2022-03-01").status == 0
    return monitor
