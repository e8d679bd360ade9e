#!/usr/bin/env python3
"""
Measure the reader on the gold texts and the scenarios, and compare with the floors that nobody lowers by accident.

    .ci/scores.py SHARED MONITOR    SHARED holds gold/, scenarios/ and tools/; MONITOR is the command to be measured
    .ci/scores.py SHARED --digest   print what floors.toml pins

Exit 0: every measure is at or above its floor in floors.toml; 1: one is below, or the gold is not what was pinned.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.toml"


def digest_of(shared: Path) -> str:
    """Return the SHA-256 of everything that is measured against: names and contents, in order of name."""
    digest = hashlib.sha256()
    paths = [path for folder in ("gold", "scenarios") for path in (shared / folder).rglob("*.json*")]
    for path in sorted(paths):
        digest.update(f"{path.relative_to(shared)}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def measured(shared: Path, monitor: str, work: Path) -> dict[str, float]:
    """Return every measure by its name in floors.toml."""
    return {**_figures(shared, monitor, work), **_phrases(shared, monitor, work), **_scenarios(shared, monitor)}


def _figures(shared: Path, monitor: str, work: Path) -> dict[str, float]:
    read = work / "read.jsonl"
    read.write_text(_said(monitor, "read", "--jsonl", shared / "gold/articles.jsonl"), encoding="utf-8")
    score = shared / "tools/score_figures.py"
    said = json.loads(_said(sys.executable, score, shared / "gold/figures.jsonl", read, "--json"))
    return {
        "figures_f1": said["figures"]["f1"],
        "figures_precision": said["figures"]["precision"],
        "strict_f1": said["strict"]["f1"],
        "relevant_f1": said["relevant"]["f1"],
    }


def _phrases(shared: Path, monitor: str, work: Path) -> dict[str, float]:
    read = work / "phrases.jsonl"
    read.write_text(_said(monitor, "quantities", "--jsonl", shared / "gold/phrases.jsonl"), encoding="utf-8")
    said = _said(sys.executable, shared / "tools/score_phrases.py", shared / "gold/phrases.jsonl", read)
    return {f"phrases_{name}": _number_after(name, said) for name in ("value", "full")}


def _scenarios(shared: Path, monitor: str) -> dict[str, float]:
    environ = {**os.environ, "MONITOR": monitor, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    said = _said(shared / "tools/replay_scenarios.sh", shared / "scenarios", environ=environ)
    return {f"scenarios_{name}": _number_after(name, said) for name in ("passed", "spurious", "loud")}


def _said(*command: str | Path, environ: dict[str, str] | None = None) -> str:
    """Return what *command* prints; what it says of failures goes to standard error as it comes."""
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environ, encoding="utf-8")  # noqa: S603
    return done.stdout


def _number_after(name: str, text: str) -> float:
    found = re.search(rf"\b{name} ([\d.]+)", text)
    if found is None:
        sys.exit(f'scores: the score script does not say "{name}": {text}')
    return float(found[1])


def misses(found: dict[str, float], floors: dict[str, float], ceilings: dict[str, float]) -> list[str]:
    """Return a line for every measure that is worse than what floors.toml asks for."""
    low = [f"{n} fell to {found[n]:.4g}; its floor is {least:g}" for n, least in floors.items() if found[n] < least]
    high = [f"{n} rose to {found[n]:.4g}; its ceiling is {most:g}" for n, most in ceilings.items() if found[n] > most]
    return low + high


def main() -> None:
    """Measure, print, compare."""
    shared, monitor = Path(sys.argv[1]).resolve(), sys.argv[2]
    if monitor == "--digest":
        sys.stdout.write(digest_of(shared) + "\n")
        return
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as work:
        found = measured(shared, str(Path(monitor).absolute()), Path(work))
    for name, value in found.items():
        sys.stdout.write(f"{name:18} {value:.4g}\n")
    if digest_of(shared) != pinned["digest"]:
        sys.exit("scores: gold or scenarios are not those that the floors were measured on: measure, and pin them anew")
    if worse := misses(found, pinned["floors"], pinned["ceilings"]):
        sys.exit("scores: " + "\nscores: ".join(worse))


if __name__ == "__main__":
    main()
