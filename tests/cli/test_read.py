"""`monitor read`: what a person sees of one text, and what is said of a file that holds none."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from commands import Monitor

SAID = "네이버 초거대 AI 하이퍼클로바의 매개변수는 2040억개다. 하이퍼클로바의 매개변수는 180개다.\n"


def given(monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:
    """Put *body* on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body), encoding="utf-8"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_a_text_is_read_in_whichever_encoding_it_was_saved(
    monitor: Monitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str
) -> None:
    """A file and standard input say the same: the figure with its rule, what was refused with the reason."""
    (tmp_path / "article.txt").write_bytes(SAID.encode(encoding))
    given(monkeypatch, SAID.encode(encoding))

    from_file, from_input = monitor("read", "article.txt"), monitor("read", "-")

    assert from_file == from_input
    assert "naver · 하이퍼클로바 · parameters · 204,000,000,000 parameter" in from_file.out
    assert "←" in from_file.out


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, "is no text"),
        (bytes(range(128, 256)) * 20, "is no text"),
        (b"", "holds no text"),
        (b" \n\n", "holds no text"),
    ],
    ids=["a picture", "bytes of no encoding", "nothing", "blanks"],
)
def test_a_file_without_text_is_said(
    monitor: Monitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: bytes, said: str
) -> None:
    """What is no article is an error that names the file, not a page of broken letters."""
    (tmp_path / "odd").write_bytes(body)
    given(monkeypatch, body)

    for name in ("odd", "-"):
        result = monitor("read", name)

        assert result.status == 1
        assert f"{name}: {said}" in result.err


@pytest.mark.parametrize(
    "words", [("changes",), ("figures",), ("show", "a"), ("alerts", "list"), ("alerts", "explain", "a")]
)
def test_a_mistyped_database_is_said(monitor: Monitor, tmp_path: Path, words: tuple[str, ...]) -> None:
    """A file that a person names and that is not there is an error, and is not made."""
    result = monitor(*words, "--db", "sqlite:///moniter.sqlite3")

    assert result.status == 1
    assert "moniter.sqlite3: there is no such file" in result.err
    assert not (tmp_path / "moniter.sqlite3").exists()


def test_explain_shows_what_was_seen_tried_and_refused(monitor: Monitor, tmp_path: Path) -> None:
    """Whoever mends a reading sees names, amounts and clauses, the rules asked in order, who won, and why not."""
    text = "네이버 초거대 AI\n네이버의 하이퍼클로바는 매개변수가 2040억 개다. 가나다테크는 AI에 1조원을 투자한다.\n"
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")

    shown = " ".join(monitor("read", "--explain", "article.txt").out.split())

    assert "✓ naver · 하이퍼클로바 · parameters · 204,000,000,000" in shown
    assert "size-in-name, bracket-behind-name" in shown
    assert "saw no owner; nearest-thing-before won" in shown
    assert "✗ 1조원: its owner is not in the catalogue" in shown
    assert all(f" {what} " in shown for what in ("clauses", "names", "amounts"))
