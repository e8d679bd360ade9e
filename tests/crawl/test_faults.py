from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "faults.py"


def test_mutated_feeds_and_pages_neither_crash_nor_hang_nor_turn_to_mojibake() -> None:
    """A short run of what continuous integration does at length: 10,000 feeds and 2,000 pages."""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(SCRIPT), "--feeds", "400", "--pages", "60", "--seed", "7"],
        capture_output=True,
        text=True,
        check=False,
        cwd=SCRIPT.parents[1],
        env={"PYTHONPATH": str(SCRIPT.parents[1]), "PATH": "/usr/bin:/bin"},
    )

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
