"""The command that exports the matrix: it asks for options, writes, and reports the file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from socplanner.domain.problem import EditRejected
from socplanner.domain.workbook_copy import EVERYBODY
from socplanner.services.exporter import content_of, duties_workbook, write_export
from socplanner.services.file_problem import FileProblem
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.shell.saving_with_prompts import save_with_prompts


def today() -> date:
    """Return the local date."""
    return datetime.now().astimezone().date()


class ExportCommands(QObject):
    """Writes the matrix of a phase as a workbook or a table."""

    status_message = Signal(str)
    """A text for the status line about what was done."""

    def __init__(
        self,
        context: PlanContext,
        store: SettingsStore,
        questions: FileQuestions,
        day: Callable[[], date] = today,
    ) -> None:
        """Export the plan of `context`; `day` returns the date of a workbook."""
        super().__init__()
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._translator = context.translator
        self._store = store
        self._questions = questions
        self._day = day
        self._workbook_copy = EVERYBODY

    def export(self) -> None:
        """Ask for options until a file is written or the export cancelled; keep the options."""
        if not self._document.commit_pending():
            return
        options: ExportOptions | None = self._remembered_options()
        while options is not None:
            options = self._questions.for_export(self._document.plan, options)
            if options is not None and self._write(options) is Answer.SAVE:
                return

    def _remembered_options(self) -> ExportOptions:
        phase, folder = self._viewpoint.phase, self._store.folder()
        language = self._translator.words.language
        return ExportOptions(phase, language, folder, workbook_copy=self._workbook_copy)

    def _write(self, options: ExportOptions) -> Answer:
        """Write the export; return SAVE if the file is written, else another answer."""
        try:
            content = self._content(options)
        except EditRejected as rejection:
            self._questions.show_problem(FileProblem(options.target, rejection.problem))
            return Answer.SAVE_AS

        def write(target: Path, may_replace: bool) -> None:
            write_export(target, content, may_replace=may_replace)

        answer = save_with_prompts(options.target, write, self._questions)
        if answer is Answer.SAVE:
            self._has_written(options)
        return answer

    def _content(self, options: ExportOptions) -> bytes:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            words, plan, day = words_for(options.language), self._document.plan, self._day()
            if options.party is not None:
                return duties_workbook(options.party, plan, options.phase, words, day)
            suffix = options.target.suffix.lower()
            return content_of(suffix, plan, options.phase, words, day, options.workbook_copy)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _has_written(self, options: ExportOptions) -> None:
        folder = options.target.parent
        # The contact stays the same for the next workbook, its addressee does not.
        self._workbook_copy = replace(options.workbook_copy, party=None)
        self._store.change(lambda settings: replace(settings, last_folder=str(folder)))
        words = self._translator.words
        self.status_message.emit(words.tr("Exported: {file}", file=options.target.name))
        if options.then_show:
            self._questions.show_folder(folder)
