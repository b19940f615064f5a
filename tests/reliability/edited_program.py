"""The window program, edited by itself: `python -m tests.reliability.edited_program PLAN LOG SEED`.

Each action is logged with the moment at which its plan was on the screen, so that whoever kills the
process knows what a recovery owes.
"""

import os
import sys
import time
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QTimer

from socplanner.__main__ import main
from socplanner.ui.shell.program import Program
from tests.reliability.edit_stream import actions

_PAINTED = 500
"""Milliseconds after which a planner sees the window, and may edit."""

_LEAST, _MOST = 5, 400
"""Milliseconds between two actions; in half of the runs they come without a pause."""


class EditingItself(QObject):
    """Performs the actions of a seed in the window of a program, and logs each of them."""

    def __init__(self, program: Program, log: Path, seed: int) -> None:
        """Begin soon after the window is shown."""
        super().__init__(program)
        self._document = program.document
        self._actions = actions(self._document.plan, seed)
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._pauses = Random(seed)
        self._is_fast = seed % 2 == 0
        self._count = 0
        QTimer.singleShot(_PAINTED, self, self._act)

    def _act(self) -> None:
        action, history = next(self._actions)
        if action == "undo":
            self._document.undo()
        elif action == "redo":
            self._document.redo()
        else:
            self._document.perform(action)
        assert self._document.plan == history.plan
        self._count += 1
        os.write(self._log, f"{time.monotonic():.4f} {self._count}\n".encode())
        pause = _LEAST if self._is_fast else self._pauses.randint(_LEAST, _MOST)
        QTimer.singleShot(pause, self, self._act)


def run(plan: str, log: str, seed: str) -> int:
    """Open `plan` in the window and edit it until the process is killed."""
    begin = Program.begin

    def begin_and_edit(self: Program) -> None:
        begin(self)
        EditingItself(self, Path(log), int(seed))

    Program.begin = begin_and_edit  # type: ignore[method-assign]
    sys.argv = ["socplanner", plan]
    return main()


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
