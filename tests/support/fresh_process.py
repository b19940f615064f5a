"""Runs code in a process of its own, which has loaded nothing yet."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run_code(
    code: str, *arguments: str, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `code` from the top of the project, without a display, in `variables` of its own too."""
    usual = {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, **usual, **(variables or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def output_of(code: str, *arguments: str) -> str:
    """Run `code`, which must end well, and return what it prints."""
    run = run_code(code, *arguments)
    assert run.returncode == 0, run.stderr
    return run.stdout
