"""Answers for a whole program, and what is done in the dialogs that it opens."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
)

from socplanner.ui.kit.appearance import use_theme
from socplanner.ui.shell.program import Program
from tests.support.awaited import AWAITED
from tests.support.scripted_questions import ScriptedQuestions


def answering(program: Program, *answers: object) -> ScriptedQuestions:
    """Let the questions of `program` be answered so."""
    questions = ScriptedQuestions(program.translator)
    questions.answers += answers
    program.commands.files._questions = questions
    return questions


def when_dialog_opens(kind: type[QDialog], work: Callable[[QDialog], object]) -> list[QDialog]:
    """Do `work` with the dialog of `kind` once it stands open; return those that stood."""
    seen: list[QDialog] = []
    name = f"a dialog of {kind.__name__}"

    def look() -> None:
        if name not in AWAITED:
            return
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            AWAITED.remove(name)
            seen.append(dialog)
            try:
                work(dialog)
            except BaseException:
                dialog.done(0)  # else the test would wait for the dialog, and never fail
                raise
        else:
            QTimer.singleShot(5, look)

    AWAITED.append(name)
    QTimer.singleShot(0, look)
    return seen


def leave_programs(programs: Iterable[Program], application: QApplication) -> None:
    """Close `programs` and destroy them, so that nothing of them is left for other tests."""
    for program in programs:
        program.window.leave()
        program.window.deleteLater()
        program.translator.set_language("en")
        program.deleteLater()
    use_theme(application, "system")
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
