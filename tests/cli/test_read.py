"""`monitor read`, as a person sees it."""

from pathlib import Path

from typer.testing import CliRunner

from monitor.cli import app

SAID = "네이버 초거대 AI\n네이버의 하이퍼클로바는 매개변수가 2040억 개다. 가나다테크는 AI에 1조원을 투자한다.\n"


def test_explain_shows_what_was_seen_tried_and_refused(tmp_path: Path) -> None:
    """Whoever mends a reading sees names, amounts and clauses, the rules asked in order, who won, and why not."""
    path = tmp_path / "article.txt"
    path.write_text(SAID, encoding="utf-8")

    shown = CliRunner().invoke(app, ["read", "--explain", str(path)], catch_exceptions=False, env={"COLUMNS": "300"})

    assert shown.exit_code == 0
    assert "✓ naver · 하이퍼클로바 · parameters · 204,000,000,000" in shown.output
    assert "size-in-name, bracket-behind-name" in shown.output
    assert "saw no owner; nearest-thing-before won" in shown.output
    assert "✗ 1조원: its owner is not in the catalogue" in shown.output
    assert all(f"    {what}" in shown.output for what in ("clauses", "names", "amounts"))
