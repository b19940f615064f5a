"""A mark remains where a run did not end by itself, with what the fault handler wrote."""

import faulthandler
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from socplanner.services.recovery.session_mark import SessionMark, bad_ends, forget
from tests.support.file_faults import names_in
from tests.support.fresh_process import ROOT
from tests.support.journals import left_mark

RUN = """
import sys
from pathlib import Path
from socplanner.services.recovery.session_mark import SessionMark
mark = SessionMark(Path(sys.argv[1]))
%s
"""


@pytest.fixture(autouse=True)
def _fault_handler_stays() -> Iterator[None]:
    """Give pytest its fault handler back."""
    yield
    faulthandler.enable()


def run(folder: Path, code: str) -> int:
    """Run `code` after the mark was made in a process of its own; return its exit code."""
    command = [sys.executable, "-c", RUN % code, str(folder)]
    return subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode


def test_a_run_that_ends_by_itself_leaves_nothing(folder: Path) -> None:
    assert run(folder, "mark.end()") == 0
    assert names_in(folder) == []


def test_the_mark_of_a_run_is_not_reported_while_it_runs(folder: Path) -> None:
    mark = SessionMark(folder)
    assert mark.place.exists()
    assert bad_ends(folder) == []
    mark.end()
    mark.end()
    assert names_in(folder) == []


def test_a_crash_of_the_interpreter_leaves_its_traceback(folder: Path) -> None:
    assert run(folder, "import ctypes\ndef struck(): ctypes.string_at(0)\nstruck()") != 0
    time.sleep(1.1)  # a mark that young may belong to a process that begins
    (end,) = bad_ends(folder)
    assert "Fatal Python error" in end.traceback or "Windows fatal exception" in end.traceback
    assert "in struck" in end.traceback
    assert abs(end.began_at - time.time()) < 30
    forget(end)
    assert names_in(folder) == []


def test_a_killed_run_leaves_its_mark(folder: Path) -> None:
    assert run(folder, "import os, signal; os.kill(os.getpid(), signal.SIGTERM)") != 0
    time.sleep(1.1)
    (end,) = bad_ends(folder)
    assert end.traceback == ""


def test_a_folder_that_cannot_be_written_to_is_no_obstacle(folder: Path) -> None:
    folder.parent.write_text("a file", encoding="utf-8")
    mark = SessionMark(folder)
    mark.end()
    assert bad_ends(folder) == []


def test_a_mark_of_another_program_is_reported_as_it_is(folder: Path) -> None:
    place = left_mark(folder, "\x00 no traceback")
    place.rename(folder / "strange name.session")
    (end,) = bad_ends(folder)
    assert end.began_at == 0.0
    assert "no traceback" in end.traceback
