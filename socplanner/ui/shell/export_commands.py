"""The command that exports the matrix: it asks for options, writes, and reports the file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from socplanner.domain.problem import Problem
from socplanner.domain.workbook_copy import EVERYBODY
from socplanner.services.exporter import content_of, duties_workbook
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.shell.writing_exports import ExportWriter, WriteResult


def today() -> date:
    """Return the local date."""
    return datetime.now().astimezone().date()


class ExportCommands(QObject):
    """Writes the matrix of a phase as a workbook or a table."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

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
        self._writer = ExportWriter(store, questions)
        self._day = day
        self._workbook_copy = EVERYBODY

    def export(self) -> None:
        """Ask for options until a file is written or the export cancelled; keep the options."""
        if not self._document.commit_pending():
            return
        options: ExportOptions | None = self._remembered_options()
        problem: Problem | None = None
        while options is not None:
            options = self._questions.for_export(self._document.plan, options, problem)
            if options is not None:
                written = self._write(options)
                if written is WriteResult.YES:
                    return
                problem = written if isinstance(written, Problem) else None

    def _remembered_options(self) -> ExportOptions:
        phase, folder = self._viewpoint.phase, self._store.exports_folder()
        language = self._translator.words.language
        return ExportOptions(phase, language, folder, workbook_copy=self._workbook_copy)

    def _write(self, options: ExportOptions) -> WriteResult | Problem:
        """Write the export, and return whether that was done, or why it is not possible."""
        content = partial(self._content, options)
        written = self._writer.write(options.target, content, then_show=options.then_show)
        if written is WriteResult.YES:
            # The contact stays the same for the next workbook, its addressee does not.
            self._workbook_copy = replace(options.workbook_copy, party=None)
            self.noticed.emit(self._writer.notice(options.target, self._translator.words))
        return written

    def _content(self, options: ExportOptions) -> bytes:
        words, plan, day = words_for(options.language), self._document.plan, self._day()
        author = self._store.settings.author
        if options.party is not None:
            return duties_workbook(options.party, plan, options.phase, words, day, author)
        suffix = options.target.suffix.lower()
        workbook_copy = replace(options.workbook_copy, author=author)
        return content_of(suffix, plan, options.phase, words, day, workbook_copy)
