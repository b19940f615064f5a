"""Writing a file that was exported: with a wait cursor, prompts, and the folder remembered."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from socplanner.domain.problem import EditRejected, Problem
from socplanner.services.exporter import write_export
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.shell.saving_with_prompts import save_with_prompts
from socplanner.wording.language import Words


class WriteResult(Enum):
    """Whether a file was written."""

    YES = auto()
    NO = auto()


class ExportWriter:
    """Writes exported files, and asks about problems."""

    def __init__(self, store: SettingsStore, questions: FileQuestions) -> None:
        """Remember the last folder in `store`."""
        self._store = store
        self._questions = questions

    def write(
        self, target: Path, content: Callable[[], bytes], *, then_show: bool
    ) -> WriteResult | Problem:
        """Write what `content` returns to `target`, and return whether that was done.

        Show the folder afterwards if `then_show`. If `content` raises EditRejected, return why.
        """
        try:
            data = _waited_for(content)
        except EditRejected as rejection:
            return rejection.problem

        def write(path: Path, may_replace: bool) -> None:
            write_export(path, data, may_replace=may_replace)

        if save_with_prompts(target, write, self._questions) is not Answer.SAVE:
            return WriteResult.NO
        folder = target.absolute().parent
        self._store.change(lambda settings: replace(settings, last_folder=str(folder)))
        if then_show:
            self._questions.show_folder(folder)
        return WriteResult.YES

    def notice(self, target: Path, words: Words) -> Notice:
        """Return the notice that `target` was written, with a button that opens its folder."""
        folder = target.absolute().parent
        show = Remedy(words.tr("Open the folder"), partial(self._questions.show_folder, folder))
        return Notice(NoticeKind.DONE, words.tr("Exported: {file}", file=target.name), show)


def _waited_for(content: Callable[[], bytes]) -> bytes:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return content()
    finally:
        QGuiApplication.restoreOverrideCursor()
