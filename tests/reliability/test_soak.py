"""A few hundred gestures of those of `soak`, in a process of their own; nothing goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_GESTURES = 300


@pytest.mark.skipif(sys.platform == "win32", reason="memory is read from /proc")
def test_random_gestures_leave_plan_views_file_and_journal_in_order() -> None:
    command = [sys.executable, "-m", "tests.reliability.soak", "--count", str(_GESTURES)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 wrong" in done.stdout
