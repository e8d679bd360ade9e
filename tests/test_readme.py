"""The README and the documents are true: every command in them runs, every example of configuration is valid."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from monitor.cli import app
from monitor.config import load
from monitor.config.files import packaged

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(?ms)(?:^<!-- (?P<marker>[^\n]*) -->\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$")
ROW = re.compile(r"^\| `(monitor [^`\n]+)` \|", re.MULTILINE)
MENTIONED = re.compile(r"`(monitor [a-z][^`\n]*)`")
DOCUMENTS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md"))
AT_MOST_S = 600  # for one block; a machine with much else to do is slow, not wrong

INSTALLS = re.compile(r"python3 -m venv \.venv|\.venv/bin/pip install -q (-r (?P<pins>\S+)|--no-deps .+)")
DAEMON = re.compile(r"^monitor run(?! --once| --demo).*$", re.MULTILINE)
UNTIL_STARTED = r"\g<0> & until grep -q started said.txt; do sleep 0.2; done; sleep 2; kill -TERM $!; wait $!"
UNTIL_LISTENING = "until grep -q 'running on' said.txt; do sleep 0.2; done"
INIT = re.compile(r"^monitor init (\S+)$", re.MULTILINE)
SHUT = '[[outlet]]\nid = "shut"\nname = "Shut"\ndomains = ["example.kr"]\n'  # in place of real newsrooms
STAND_FOR = {"FILE": "copy.sqlite3", "PATH": "examples/news.jsonl", "DIR": "new-config", "TABLE": "changes"}
READS = ("monitor read", "monitor replay", "monitor quantities")  # for these FILE is one that is there


@dataclass(frozen=True)
class Block:
    """A fenced block: the comment over it, its language and text."""

    marker: str
    language: str
    text: str


def text_of(document: str) -> str:
    """Return what stands in *document*."""
    return (ROOT / document).read_text(encoding="utf-8")


def blocks_of(document: str) -> list[Block]:
    """Return the fenced blocks of *document*, in order."""
    found = BLOCK.finditer(text_of(document))
    return [Block(block["marker"] or "", block["language"], block["text"]) for block in found]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder like a fresh clone, its virtual environment being this one, its newsrooms shut."""
    for name in ("examples", "docs", "config", "pins.txt", "pins-test.txt"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut/outlets.toml").write_text(SHUT)
    return tmp_path


def run(script: str, folder: Path) -> str:
    """Run a block of shell as somebody who activated .venv; end what it left in the background; return what it said."""
    script = INIT.sub(r"monitor init \1; cp shut/outlets.toml \1", DAEMON.sub(UNTIL_STARTED, script))
    script = script.replace("sleep 3", UNTIL_LISTENING).replace("8080", str(free_port()))
    ours = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")} | {
        "PATH": f"{sys.prefix}/bin:{os.environ['PATH']}",
        "MONITOR_DATABASE": f"sqlite:///{folder}/monitor.sqlite3",
        "MONITOR_CONFIG": str(folder / "shut"),
    }
    log = folder / "said.txt"
    with log.open("wb") as file:
        command = ["/bin/bash", "-euo", "pipefail", "-c", script]
        shell = subprocess.Popen(  # noqa: S603  # the commands are our own documents'
            command, cwd=folder, env=ours, stdout=file, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            status = shell.wait(AT_MOST_S)
        finally:
            end(shell.pid)
    said = log.read_text(encoding="utf-8", errors="replace")

    assert status == 0, f"{script}\n{said}"
    return said


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def end(group: int) -> None:
    """End a process group, if anything of it is left."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def without_set_up(text: str) -> str:
    """Return what one of the two commands does once it is set up: no network is asked for what is installed already."""
    *steps, last = text.strip().split(" && ")
    for step in steps:
        found = INSTALLS.fullmatch(step)

        assert found, f"no step of setting up: {step}"
        assert not found["pins"] or "--hash=sha256:" in text_of(found["pins"])
    return last.replace(".venv/bin/pytest", ".venv/bin/pytest --version")  # this is the test run


def test_the_readme_runs_from_top_to_bottom(clone: Path) -> None:
    """Somebody who types what stands in the README, block after block, meets no error."""
    for block in blocks_of("README.md"):
        kind, _, name = block.marker.partition(": ")
        if kind == "file" and name.startswith("examples/"):
            assert text_of(name) == block.text
        elif kind == "file":
            (clone / name).write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            run(without_set_up(block.text) if kind == "command" else block.text, clone)


def test_every_command_of_the_readmes_table_runs(clone: Path) -> None:
    """Each command of the table does its work on a store with a few changes."""
    store = f"sqlite:///{clone}/monitor.sqlite3"
    run(f"monitor replay examples/news.jsonl --db {store}", clone)
    first = json.loads(run("monitor changes --json --limit 1", clone))["id"]
    for command in ROW.findall(text_of("README.md")):
        own = {"FILE": "examples/news.jsonl"} if command.startswith(READS) else {}
        stand_for = STAND_FOR | {"ID": first} | own
        words = [stand_for.get(word, word) for word in command.split()]
        run(" ".join(words), clone)


@pytest.mark.parametrize("document", ["README.md", *DOCUMENTS])
def test_commands_and_options_that_a_document_names_are_there(document: str) -> None:
    """Whatever a document calls a command of ours is one, and has the options that are named with it."""
    for mentioned in sorted(set(MENTIONED.findall(text_of(document)))):
        command, path = get_command(app), []
        for word in mentioned.split()[1:]:
            if word in (inner := getattr(command, "commands", {})):
                command = inner[word]
                path.append(word)
        shown = CliRunner().invoke(app, [*path, "--help"], env={"COLUMNS": "200"})

        assert path, mentioned
        assert shown.exit_code == 0, mentioned
        assert all(option in shown.output for option in re.findall(r"--[a-z-]+", mentioned)), mentioned


@pytest.mark.parametrize("document", DOCUMENTS)
def test_code_that_a_document_shows_is_the_code(document: str) -> None:
    """What a document shows as taken from a file stands in that file."""
    for block in blocks_of(document):
        kind, _, name = block.marker.partition(": ")

        assert kind != "from" or block.text in text_of(name)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_example_of_configuration_is_valid(document: str, tmp_path: Path) -> None:
    """What a document tells to add to a file can be added to it as it stands."""
    for number, block in enumerate(blocks_of(document)):
        kind, _, name = block.marker.partition(": ")
        if kind != "add to":
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / name).write_text((packaged() / name).read_text(encoding="utf-8") + block.text, encoding="utf-8")
        load(folder, {})


def test_the_metric_that_the_document_adds_is_read(clone: Path) -> None:
    """A newcomer's metric is read as soon as its row is there."""
    row = next(block for block in blocks_of("docs/extending.md") if block.marker == "add to: metrics.toml")
    (clone / "shut/metrics.toml").write_text(text_of("config/metrics.toml") + row.text, encoding="utf-8")
    said = run("echo '네이버클라우드의 AI 데이터센터 수주 잔고는 3조원이다.' | monitor read - --json", clone)

    assert [(figure["company"], figure["metric"]) for figure in json.loads(said)["figures"]] == [
        ("naver", "order_backlog")
    ]


def test_listed_benchmarks_are_there() -> None:
    """The document names benchmarks that are there."""
    listed = set(re.findall(r"`(benchmarks/\w+\.py)`", text_of("docs/development.md")))
    there = {f"benchmarks/{path.name}" for path in (ROOT / "benchmarks").glob("*.py")}

    assert listed
    assert listed <= there
