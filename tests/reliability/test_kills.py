"""The program is killed while it edits and while it saves. `kills` and `save_kills` have many."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.kills import ROOT, kill_once
from tests.support.plans import hybrid_plan

_PATIENCE = 3.0
"""Seconds: other tests run at the same time, and may starve the program. `kills` measures."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")


@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_program_leaves_what_was_on_the_screen(tmp_path: Path, seed: int) -> None:
    kill = kill_once(tmp_path, hybrid_plan(), seed, longest=1.5)
    assert kill.edits > 0
    assert kill.age < _PATIENCE


def test_a_killed_save_leaves_a_whole_plan() -> None:
    command = [sys.executable, "-m", "tests.reliability.save_kills", "8"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "8 kills" in done.stdout
