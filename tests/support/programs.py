"""Answers for a whole program, and what is done in the dialogs that it opens."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
)

from socplanner.ui.shell.program import Program
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

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            seen.append(dialog)
            work(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)
    return seen
