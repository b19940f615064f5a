"""The window program on a plan of a share that goes or does not answer, as a test runs it.

`python -m tests.reliability.shared_program PLAN FLAG ERROR`: the window opens PLAN, FLAG is written
with ERROR (see `absent_share.c`), the plan is edited meanwhile, and FLAG is removed. What happened
is printed as one line of JSON.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socplanner.__main__ import main
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.formats.journal.journal_text import journal_of
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services import paths
from socplanner.services.catalogues import catalogue_of
from socplanner.services.plan_files import open_plan
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.shell.open_plan_care import OpenPlanCare
from socplanner.ui.shell.program import Program
from tests.support.scripted_questions import ScriptedQuestions

_BEGUN, _BEAT = 1_500, 10
_HANG = "hang"
_PATIENCE = 10.0
"""Seconds until something counts as never happening; other tests run at the same time."""


class Pulse(QObject):
    """How long the event loop was busy or blocked at most."""

    def __init__(self, parent: QObject) -> None:
        """Begin."""
        super().__init__(parent)
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now


class ShareGoes(QObject):
    """Goes through the scenario in the window of `program`, and ends it."""

    def __init__(self, program: Program, place: Path, flag: Path, error: str) -> None:
        """Begin once the window is painted, and its plan marked and watched."""
        super().__init__(program)
        self._program = program
        self._place, self._flag, self._error = place, flag, error
        self._document = program.document
        self._files = program.commands.files
        self._questions = ScriptedQuestions(program.translator)
        self._files._questions = self._questions
        self._result: dict[str, Any] = {}
        QTimer.singleShot(_BEGUN, self, self._run)

    def _run(self) -> None:
        (care,) = self._program.window.findChildren(OpenPlanCare)
        self._edit("First")
        QTest.qWait(600)
        self._flag.write_text(self._error, "ascii")
        self._result["works"] = self._is_share_absent()
        self._edit_meanwhile(care)
        if self._error != _HANG:
            self._save_in_vain()
        self._flag.unlink()
        self._result["is_saved"] = self._files.save()
        self._result["is_same"] = open_plan(self._place).plan == self._document.plan
        self._notice_change(care)
        if self._error == _HANG:  # the program ends while the share does not answer
            self._flag.write_text(self._error, "ascii")
            care.watch.check()
            QTest.qWait(100)
        sys.stdout.write(json.dumps(self._result) + "\n")
        sys.stdout.flush()
        QApplication.exit(0)

    def _is_share_absent(self) -> bool:
        """Return whether a call that uses the share fails, or is not answered."""
        answers: list[object] = []
        thread = threading.Thread(target=self._look, args=(answers,), daemon=True)
        thread.start()
        thread.join(0.3)
        return answers == ([] if self._error == _HANG else [int(self._error)])

    def _look(self, answers: list[object]) -> None:
        try:
            answers.append(os.stat(self._place))  # noqa: PTH116 the call itself
        except OSError as error:
            answers.append(error.errno)

    def _edit_meanwhile(self, care: OpenPlanCare) -> None:
        """Edit, and do everything that happens by itself with the file of an open plan."""
        pulse = Pulse(self)
        active = Qt.ApplicationState.ApplicationActive
        for number in range(20):
            care.watch.check()
            care.marks.renew()
            QApplication.instance().applicationStateChanged.emit(active)  # type: ignore[union-attr]
            self._edit(f"Meanwhile {number}")
            self._program.window.repaint()
            QTest.qWait(100)
        self._result["longest"] = pulse.longest
        pulse.deleteLater()
        self._result["is_journaled"] = self._becomes_true(self._is_journaled)

    def _save_in_vain(self) -> None:
        before = self._document.plan
        self._questions.answers.append(Answer.CANCEL)
        self._result["is_saved_in_vain"] = self._files.save()
        self._result["questions"] = self._questions.questions
        self._result["codes"] = [str(each) for each in self._questions.subjects]
        self._result["is_kept"] = self._document.plan is before and not self._document.is_saved

    def _notice_change(self, care: OpenPlanCare) -> None:
        """Have another program change the file, which the window notices again."""
        data = self._place.read_bytes()
        self._place.write_bytes(data.replace(b"Meanwhile 19", b"Theirs"))
        care.watch.check()
        self._result["is_noticed"] = self._becomes_true(self._is_noticed)

    def _becomes_true(self, condition: Callable[[], bool]) -> bool:
        until = time.monotonic() + _PATIENCE
        while not condition() and time.monotonic() < until:
            QTest.qWait(50)
        return condition()

    def _edit(self, name: str) -> None:
        self._document.perform(RenameOrganisation(name))

    def _is_noticed(self) -> bool:
        return self._document.plan.organisation == "Theirs"

    def _is_journaled(self) -> bool:
        (place,) = paths.recovery_folder().glob("*.journal")
        text = journal_of(place.read_bytes()).parts.text()
        return loads(text.encode(), catalogue_of).plan == self._document.plan


def run(place: str, flag: str, error: str) -> int:
    """Open the plan in `place`, and go through the scenario."""
    begin = Program.begin

    def begin_on_share(self: Program) -> None:
        begin(self)
        ShareGoes(self, Path(place), Path(flag), error)

    Program.begin = begin_on_share  # type: ignore[method-assign]
    sys.argv = ["socplanner", place]
    return main()


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
