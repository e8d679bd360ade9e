from __future__ import annotations

import gzip
import json
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from commands import ARTICLES

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Monitor

PAGE = """<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="{at}:00+09:00"></head>
<body><article><h1>{title}</h1><p>{text}</p><p>초거대 AI는 사람의 뇌처럼 생각하는 인공지능을 말한다.</p></article>
</body></html>"""


def lines_of(monitor: Monitor) -> list[tuple[object, object]]:
    """Return kind and company of every line of the log that is not held."""
    rows = monitor.on_store("changes", "--json").rows
    return [(row["kind"], row["company"]) for row in rows if not row["held"]]


def page_of(number: int) -> bytes:
    """Return one of the articles as an outlet's page."""
    _, _, at, title, text = ARTICLES[number]
    return PAGE.format(title=title, at=at.replace(" ", "T"), text=text).encode()


def record_of(number: int, kind: str) -> bytes:
    """Return one of the articles as a record of a web archive."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + page_of(number)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://dawn.example/{number}\r\n"
        f"WARC-Date: 2021-06-10T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def test_backfill_reads_json_lines_and_alerts_nobody(monitor: Monitor, articles: Path) -> None:
    """The log is that of the articles; what is off topic is counted, nothing waits to be told."""
    result = monitor.on_store("backfill", str(articles))

    assert result.out.startswith("4 kept, 1 refused as off topic, 0 known already")
    assert lines_of(monitor) == [("first", "lg"), ("first", "naver"), ("overdue", "lg")]
    assert monitor.on_store("export", "alerts").out == ""


def test_backfill_reads_a_folder_of_saved_pages(monitor: Monitor, tmp_path: Path) -> None:
    """Pages saved under their host's name keep their address."""
    folder = tmp_path / "saved" / "dawn.example" / "news"
    folder.mkdir(parents=True)
    for number in range(3):
        (folder / f"{number}.html").write_bytes(page_of(number))
    (folder / "style.css").write_text("body {}")
    monitor.on_store("backfill", str(tmp_path / "saved"))
    rows = monitor.on_store("changes", "--json", "--company", "lg", "--kind", "first").rows

    assert lines_of(monitor) == [("first", "lg"), ("first", "naver"), ("overdue", "lg")]
    assert "https://dawn.example/news/0.html" in json.dumps(rows)


def test_backfill_reads_a_warc_file(monitor: Monitor, tmp_path: Path) -> None:
    """Responses with pages are read, whatever else the archive holds is passed over."""
    path = tmp_path / "crawl.warc.gz"
    kinds = ((0, "text/html"), (2, "text/html; charset=utf-8"), (1, "image/png"))
    path.write_bytes(b"".join(gzip.compress(record_of(number, kind)) for number, kind in kinds))
    monitor.on_store("backfill", str(path))

    assert lines_of(monitor) == [("first", "lg"), ("first", "naver"), ("overdue", "lg")]


def test_backfill_again_changes_nothing(monitor: Monitor, articles: Path) -> None:
    """Texts that are there are known."""
    monitor.on_store("backfill", str(articles))
    again = monitor.on_store("backfill", str(articles))

    assert again.out.startswith("0 kept, 1 refused as off topic, 4 known already")
    assert "0 new lines" in again.out


def test_a_killed_backfill_goes_on_where_it_was_cut_off(monitor: Monitor, tmp_path: Path) -> None:
    """After kill -9 the same command skips what is done, and the log ends as it would have."""
    path = tmp_path / "many.jsonl"
    _, outlet, _, title, text = ARTICLES[0]
    rows = (
        {
            "id": f"n{n}",
            "outlet": outlet,
            "url": f"https://example.kr/n{n}",
            "date": f"2021-05-{1 + n % 28:02}T10:00:00",
            "title": title,
            "text": f"{text} {n}번째 소식이다.",
        }
        for n in range(400)
    )
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-m", "monitor", "backfill", str(path), "--db", monitor.db]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603  # our own
        while not monitor.on_store("export", "marks").rows:
            assert process.poll() is None, "it must not be through before it is killed"
        process.send_signal(signal.SIGKILL)
    again = monitor.on_store("backfill", str(path))

    assert len(monitor.on_store("export", "articles").rows) == 400
    assert "done before" in again.out


def test_a_dry_reread_shows_what_would_differ_and_changes_nothing(replayed: Monitor, tmp_path: Path) -> None:
    """With another id for a company its lines would be others; without --dry-run they are."""
    config = tmp_path / "config"
    assert replayed("init", str(config)).status == 0
    companies = (config / "companies.toml").read_text(encoding="utf-8")
    (config / "companies.toml").write_text(companies.replace('"naver"', '"navr"'), encoding="utf-8")
    before = replayed.on_store("changes", "--json").out
    said = replayed.on_store("reread", "--dry-run", "--config", str(config)).out

    assert said.splitlines()[-1].startswith("2 lines would be new, 2 void")
    assert {"+", "-"} == {line[0] for line in said.splitlines()[:-1]}
    assert before == replayed.on_store("changes", "--json").out
    assert "2 lines are new, 2 void" in replayed.on_store("reread", "--config", str(config)).out
    assert lines_of(replayed) == [("first", "lg"), ("first", "navr"), ("overdue", "lg")]


def test_reading_anew_with_the_same_grammar_changes_nothing(replayed: Monitor) -> None:
    """Nothing is new, nothing void."""
    assert (
        replayed.on_store("reread", "--dry-run").out == "0 lines would be new, 0 void, 0 with other sources or words\n"
    )


def test_check_tells_how_things_stand(replayed: Monitor) -> None:
    """One line for the configuration, one for the database, with what they hold."""
    result = replayed.on_store("check")

    assert result.status == 0
    assert "configuration  ok" in result.out
    assert "4 articles" in result.out


def test_a_backup_is_a_store(replayed: Monitor, tmp_path: Path) -> None:
    """The copy has the same log."""
    target = tmp_path / "copy.sqlite3"

    assert replayed.on_store("backup", str(target)).status == 0
    assert (
        replayed("changes", "--json", "--db", f"sqlite:///{target}").out == replayed.on_store("changes", "--json").out
    )


def test_a_table_is_exported_row_by_row(replayed: Monitor) -> None:
    """JSON lines with exact decimals, or a spreadsheet."""
    rows = replayed.on_store("export", "figures").rows

    assert {"600000000000", "204000000000", "180"} == {str(row["low"]) for row in rows}
    assert replayed.on_store("export", "figures", "--csv").out.startswith("pk,article_pk,")
    assert replayed.on_store("export", "secrets").status == 2


def test_init_writes_a_configuration_that_works(monitor: Monitor, tmp_path: Path) -> None:
    """What was written can be read; it is never overwritten."""
    folder = tmp_path / "config"

    assert monitor("init", str(folder)).status == 0
    assert monitor.on_store("check", "--config", str(folder)).status == 0
    assert monitor("--config", str(folder), "check", "--db", monitor.db).status == 0
    assert monitor("init", str(folder)).status == 2
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("changes", "--config", "/nowhere"), 2, "/nowhere"),
        (("run", "--db", "sqlite:////proc/nowhere/x"), 1, "cannot make the folder"),
        (("changes", "--db", "nonsense"), 1, "sqlite:///FILE"),
        (("replay", "/nowhere.jsonl"), 1, "/nowhere.jsonl: No such file"),
        (("backfill", "/nowhere.jsonl"), 1, "/nowhere.jsonl: is not there"),
    ],
)
def test_what_people_can_mend_is_one_line(monitor: Monitor, words: tuple[str, ...], status: int, says: str) -> None:
    """No traceback: what is wrong, where, on standard error."""
    result = monitor(*words)

    assert (result.status, result.out) == (status, "")
    assert says in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("not json", "line 2: Expecting value"),
        ('{"id": "x", "date": "2021-05-17"}', "line 2: no 'text'"),
        ('{"id": "x", "date": "sometime", "text": "x"}', "line 2: Invalid isoformat"),
        ("[1]", "line 2: "),
    ],
)
def test_a_bad_line_is_named(monitor: Monitor, articles: Path, line: str, says: str) -> None:
    """File, line number, what is wrong."""
    text = articles.read_text(encoding="utf-8").splitlines()
    articles.write_text("\n".join([text[0], line, *text[1:]]), encoding="utf-8")
    result = monitor("replay", str(articles))

    assert result.status == 1
    assert says in result.err


def test_the_version_is_that_of_the_package(monitor: Monitor) -> None:
    """`monitor version` prints it, and so does `monitor --version`."""
    assert monitor("version").out == monitor("--version").out == "0.1.0\n"
