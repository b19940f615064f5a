"""Exporting the matrix: ask what and where, write it, and say where it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from socplanner.domain.problem import EditRejected
from socplanner.domain.workbook_copy import EVERYBODY
from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import Memory
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.export_options import ExportWish
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.shell.saving_with_prompts import write_with_care


def today() -> date:
    """Return the day where the planner is."""
    return datetime.now().astimezone().date()


class ExportCommands(QObject):
    """Writes the matrix of a phase as a workbook or a table."""

    told = Signal(str)
    """Something was done that is worth a word."""

    def __init__(
        self,
        document: Document,
        translator: Translator,
        memory: Memory,
        questions: FileQuestions,
        day: Callable[[], date] = today,
    ) -> None:
        """Export what `document` holds, dated with `day`."""
        super().__init__()
        self._document = document
        self._translator = translator
        self._memory = memory
        self._questions = questions
        self._day = day
        self._viewpoint: Viewpoint | None = None
        self._workbook_copy = EVERYBODY

    def look_through(self, viewpoint: Viewpoint) -> None:
        """Begin with the phase of `viewpoint` from now on."""
        self._viewpoint = viewpoint

    def export(self) -> None:
        """Ask what to export until it is written or cancelled; choices stay for the next try."""
        if not self._document.commit_pending():
            return
        wish: ExportWish | None = self._first_wish()
        while wish is not None:
            wish = self._questions.for_export(self._document.plan, wish)
            if wish is not None and self._write(wish) is Answer.SAVE:
                return

    def _first_wish(self) -> ExportWish:
        plan, view = self._document.plan, self._viewpoint
        phase = plan.phases[0].id if view is None else view.phase
        language, folder = self._translator.words.language, self._memory.folder()
        return ExportWish(phase, language, folder, workbook_copy=self._workbook_copy)

    def _write(self, wish: ExportWish) -> Answer:
        """Write what is wished; return SAVE once it is there."""
        try:
            content = self._content(wish)
        except EditRejected as rejection:
            self._questions.tell(FileProblem(wish.target, rejection.problem))
            return Answer.SAVE_AS

        def write(target: Path, may_replace: bool) -> None:
            from socplanner.services.exporter import write_export

            write_export(target, content, may_replace=may_replace)

        answer = write_with_care(wish.target, write, self._questions)
        if answer is Answer.SAVE:
            self._has_written(wish)
        return answer

    def _content(self, wish: ExportWish) -> bytes:
        from socplanner.services.exporter import content_of, duties_workbook

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            words, plan, day = words_for(wish.language), self._document.plan, self._day()
            if wish.party is not None:
                return duties_workbook(wish.party, plan, wish.phase, words, day)
            suffix = wish.target.suffix.lower()
            return content_of(suffix, plan, wish.phase, words, day, wish.workbook_copy)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _has_written(self, wish: ExportWish) -> None:
        folder = wish.target.parent
        # who is to be asked stays the same, for whom the next copy is does not
        self._workbook_copy = replace(wish.workbook_copy, party=None)
        self._memory.change(lambda settings: replace(settings, last_folder=str(folder)))
        words = self._translator.words
        self.told.emit(words.tr("Exported: {file}", file=wish.target.name))
        if wish.then_show:
            self._questions.show_folder(folder)
