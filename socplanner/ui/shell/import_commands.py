"""Importing workbooks that came back: read them, review what they change, take it as one step."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socplanner.domain.reimport.review import Review
from socplanner.domain.reimport.sheet_values import Reimport
from socplanner.services.external_importer import ExternalFile, external_file
from socplanner.services.file_problem import FileProblem
from socplanner.services.importer import is_reimport, origins_of, reimport_in, reviewed, sheets_in
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.review.review_dialog import ReviewDialog
from socplanner.ui.review.review_texts import ReviewTexts
from socplanner.wording import reimport_remarks

_WITHOUT_PHASE = frozenset({"workbook-of-unknown-phase", "workbooks-of-several-phases"})


class ImportCommands(QObject):
    """Reads workbooks, lets the planner choose, and changes the plan in one step."""

    status_message = Signal(str)
    """Something was done that is worth a word."""

    def __init__(
        self,
        context: PlanContext,
        store: SettingsStore,
        questions: FileQuestions,
        window: QWidget | None = None,
    ) -> None:
        """Import into the plan of `context`, with dialogs above `window`."""
        super().__init__()
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._translator = context.translator
        self._store = store
        self._questions = questions
        self._window = window

    def import_matrix(self) -> None:
        """Ask for the workbooks and import them."""
        paths = self._questions.workbooks_to_open(self._store.folder())
        if paths:
            folder = str(paths[0].parent)
            self._store.change(lambda settings: replace(settings, last_folder=folder))
            self.import_files(paths)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Review what the workbooks `paths` change, and take what is agreed to."""
        if not self._document.commit_pending():
            return
        try:
            read, reimports = self._read(paths)
            if not reimports:
                return
            review = self._reviewed(read, reimports)
        except FileProblem as problem:
            self._questions.show_problem(problem)
            return
        if review is None:
            return
        plan, words = self._document.plan, self._translator.words
        dialog = ReviewDialog(
            plan, review.phase, review.reimports, self._review_texts(), words, self._window
        )
        if dialog.ask():
            edit = dialog.edit
            if self._document.try_perform(edit):
                self._viewpoint.look_at_phase(edit.phase)
                n = len(edit.accepted) + len(edit.comments)
                self.status_message.emit(
                    words.count("{n} change imported", "{n} changes imported", n)
                )

    def _reviewed(self, paths: Sequence[Path], reimports: Sequence[Reimport]) -> Review | None:
        """Return the review, for a phase that is asked for where the workbooks do not tell it."""
        plan = self._document.plan
        try:
            return reviewed(plan, paths, reimports)
        except FileProblem as problem:
            if problem.code not in _WITHOUT_PHASE:
                raise
            phase = self._questions.about_phase(plan, problem)
            return None if phase is None else reviewed(plan, paths, reimports, phase)

    def _read(self, paths: Sequence[Path]) -> tuple[list[Path], list[Reimport]]:
        """Return what was read, and what it says; raise FileProblem for the first bad one."""
        read: list[Path] = []
        reimports: list[Reimport] = []
        for path, origin in zip(paths, origins_of(paths), strict=True):
            reimport = self._reimport(path, origin)
            if reimport is not None:
                read.append(path)
                reimports.append(reimport)
        return read, reimports

    def _reimport(self, path: Path, origin: str) -> Reimport | None:
        """Return what `path` says, or None where the planner would rather leave it out."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            sheets = sheets_in(path)
            is_ours = is_reimport(sheets, self._document.plan)
            if is_ours:
                try:
                    return reimport_in(path, sheets, origin, self._document.plan)
                except FileProblem as problem:
                    if problem.code != "workbook-of-other-plan":
                        raise
        finally:
            QGuiApplication.restoreOverrideCursor()
        if not is_ours:
            self._import_external(external_file(path.name, sheets, self._document.plan))
            return None
        if not self._questions.about_other_plan(path):
            return None
        return reimport_in(path, sheets, origin, self._document.plan, of_any_plan=True)

    def _import_external(self, file: ExternalFile) -> None:
        """Show what a workbook of others says, and take of it what is agreed to."""
        from socplanner.ui.review.external_dialog import ExternalDialog

        plan, words = self._document.plan, self._translator.words
        dialog = ExternalDialog(plan, self._viewpoint.phase, file, words, self._window)
        if dialog.ask():
            edit = dialog.edit
            n = len(edit.changes(plan))
            if self._document.try_perform(edit):
                self.status_message.emit(
                    words.count("{n} change imported", "{n} changes imported", n)
                )

    def _review_texts(self) -> ReviewTexts:
        plan, words = self._document.plan, self._translator.words
        return ReviewTexts(
            lambda question: reimport_remarks.remark_message(question.about, plan, words),
            lambda question, option: reimport_remarks.option_text(question, option, plan, words),
            lambda remark: reimport_remarks.remark_message(remark, plan, words),
        )
