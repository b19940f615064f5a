"""Shutting down the window program: Python destroys everything, and nothing goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from socplanner.services.plan_files import save_plan
from tests.support.plans import bench_plan

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from socplanner.__main__ import main
from socplanner.ui.shell.program import Program

begin = Program.begin

def begin_and_work(self):
    begin(self)
    QTimer.singleShot(0, lambda: work(self))

def actions(program, *names):
    for name in names:
        program.window.actions_[name].trigger()
        QApplication.processEvents()

def work(program):
    window, document = program.window, program.document
%s

Program.begin = begin_and_work
sys.argv = ["socplanner", *sys.argv[1:]]
sys.exit(main())
"""
WORK = {
    "closed": "window.close()",
    "quit from outside": "QApplication.quit()",
    "quit with a dialog open": (
        "QTimer.singleShot(50, QApplication.quit); actions(program, 'about')"
    ),
    "closed with a guide beside it": "actions(program, 'guide'); window.close()",
    "every view and panel made": (
        "actions(program, 'matrix', 'next-finding', 'show-checks', 'board', 'ja', 'dark'); "
        "window.show_view('matrix'); window.close()"
    ),
    "what was copied last is ours": (
        "window.show_view('matrix'); QApplication.clipboard().setText('A'); window.close()"
    ),
    "cells were copied last": (
        "from PySide6.QtCore import Qt; from PySide6.QtTest import QTest; "
        "window.show_view('matrix'); table = window.area.current_view().table; table.selectAll(); "
        "QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier); "
        "assert '\\t' in QApplication.clipboard().text(); window.close()"
    ),
    "ended with unsaved edits": (
        "document.undo(); actions(program, 'select-all', 'move-none'); QApplication.exit()"
    ),
    "an error in a slot": (
        "QTimer.singleShot(0, lambda: [][0]); QTimer.singleShot(50, QApplication.quit)"
    ),
}


def run(code: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `code` with a plan in `folder`, and with Python's own checks of what is left behind."""
    place = folder / "plan.socplan"
    if not place.exists():
        save_plan(bench_plan(), place)
    return subprocess.run(
        [sys.executable, "-X", "dev", "-c", code, str(place), *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("work", WORK)
def test_shutting_down_is_quiet(work: str, tmp_path: Path) -> None:
    done = run(PROGRAM % f"    {WORK[work]}", tmp_path)
    lines = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    if work == "an error in a slot":
        assert "IndexError" in lines.pop()
        lines = []
    assert (done.returncode, lines, done.stdout) == (0, [], "")
