"""Writing a file that was exported: with a wait cursor, prompts, and the folder remembered."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from socplanner.domain.problem import EditRejected
from socplanner.services.exporter import write_export
from socplanner.services.file_problem import FileProblem
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.shell.saving_with_prompts import save_with_prompts


class ExportWriter:
    """Writes exported files, and asks about problems."""

    def __init__(self, store: SettingsStore, questions: FileQuestions) -> None:
        """Remember the last folder in `store`."""
        self._store = store
        self._questions = questions

    def write(self, target: Path, content: Callable[[], bytes], *, then_show: bool) -> bool:
        """Write what `content` returns to `target`, and return whether that was done.

        Show the folder afterwards if `then_show`. `content` may raise EditRejected, which is shown.
        """
        try:
            data = _waited_for(content)
        except EditRejected as rejection:
            self._questions.show_problem(FileProblem(target, rejection.problem))
            return False

        def write(path: Path, may_replace: bool) -> None:
            write_export(path, data, may_replace=may_replace)

        if save_with_prompts(target, write, self._questions) is not Answer.SAVE:
            return False
        folder = target.parent
        self._store.change(lambda settings: replace(settings, last_folder=str(folder)))
        if then_show:
            self._questions.show_folder(folder)
        return True


def _waited_for(content: Callable[[], bytes]) -> bytes:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return content()
    finally:
        QGuiApplication.restoreOverrideCursor()
