"""Importing workbooks that came back: read them, review what they change, take it as one step."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socplanner.domain.reimport.review import Review
from socplanner.domain.reimport.sheet_values import Returned
from socplanner.services.document import Document
from socplanner.services.external_importer import ForeignFile, foreign_file
from socplanner.services.file_problem import FileProblem
from socplanner.services.importer import is_returned, origins_of, returned_in, reviewed, sheets_in
from socplanner.services.settings_store import Memory
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.review.review_dialog import ReviewDialog
from socplanner.ui.review.review_texts import Speech
from socplanner.wording import reimport_remarks

_WITHOUT_PHASE = frozenset({"workbook-of-unknown-phase", "workbooks-of-several-phases"})


class ImportCommands(QObject):
    """Reads workbooks, lets the planner choose, and changes the plan in one step."""

    told = Signal(str)
    """Something was done that is worth a word."""

    def __init__(
        self,
        document: Document,
        translator: Translator,
        memory: Memory,
        questions: FileQuestions,
    ) -> None:
        """Import into what `document` holds."""
        super().__init__()
        self._document = document
        self._translator = translator
        self._memory = memory
        self._questions = questions
        self._window: QWidget | None = None
        self._viewpoint: Viewpoint | None = None

    def stand_above(self, window: QWidget, viewpoint: Viewpoint) -> None:
        """Review above `window`, and show afterwards the phase that was changed."""
        self._window = window
        self._viewpoint = viewpoint

    def import_matrix(self) -> None:
        """Ask for the workbooks and import them."""
        paths = self._questions.workbooks_to_open(self._memory.folder())
        if paths:
            folder = str(paths[0].parent)
            self._memory.change(lambda settings: replace(settings, last_folder=folder))
            self.import_files(paths)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Review what the workbooks `paths` change, and take what is agreed to."""
        if not self._document.commit_pending():
            return
        try:
            read, returned = self._read(paths)
            if not returned:
                return
            found = self._reviewed(read, returned)
        except FileProblem as problem:
            self._questions.tell(problem)
            return
        if found is None:
            return
        plan, words = self._document.plan, self._translator.words
        dialog = ReviewDialog(
            plan, found.phase, found.returned, self._speech(), words, self._window
        )
        if dialog.ask():
            taken = dialog.edit
            if self._document.try_perform(taken):
                if self._viewpoint is not None:
                    self._viewpoint.look_at_phase(taken.phase)
                n = len(taken.accepted) + len(taken.comments)
                self.told.emit(words.count("Taken over: {n} change", "Taken over: {n} changes", n))

    def _reviewed(self, paths: Sequence[Path], returned: Sequence[Returned]) -> Review | None:
        """Return the review, for a phase that is asked for where the workbooks do not tell it."""
        plan = self._document.plan
        try:
            return reviewed(plan, paths, returned)
        except FileProblem as problem:
            if problem.code not in _WITHOUT_PHASE:
                raise
            phase = self._questions.about_phase(plan, problem)
            return None if phase is None else reviewed(plan, paths, returned, phase)

    def _read(self, paths: Sequence[Path]) -> tuple[list[Path], list[Returned]]:
        """Return what was read, and what it says; raise FileProblem for the first bad one."""
        read: list[Path] = []
        returned: list[Returned] = []
        for path, origin in zip(paths, origins_of(paths), strict=True):
            found = self._returned(path, origin)
            if found is not None:
                read.append(path)
                returned.append(found)
        return read, returned

    def _returned(self, path: Path, origin: str) -> Returned | None:
        """Return what `path` says, or None where the planner would rather leave it out."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            sheets = sheets_in(path)
            is_ours = is_returned(sheets, self._document.plan)
            if is_ours:
                try:
                    return returned_in(path, sheets, origin, self._document.plan)
                except FileProblem as problem:
                    if problem.code != "workbook-of-other-plan":
                        raise
        finally:
            QGuiApplication.restoreOverrideCursor()
        if not is_ours:
            self._take_foreign(foreign_file(path.name, sheets, self._document.plan))
            return None
        if not self._questions.about_other_plan(path):
            return None
        return returned_in(path, sheets, origin, self._document.plan, of_any_plan=True)

    def _take_foreign(self, file: ForeignFile) -> None:
        """Show what a workbook of others says, and take of it what is agreed to."""
        from socplanner.ui.review.external_dialog import ForeignDialog

        plan, words = self._document.plan, self._translator.words
        phase = plan.phases[0].id if self._viewpoint is None else self._viewpoint.phase
        dialog = ForeignDialog(plan, phase, file, words, self._window)
        if dialog.ask():
            taken = dialog.edit
            n = len(taken.changes(plan))
            if self._document.try_perform(taken):
                self.told.emit(words.count("Taken over: {n} change", "Taken over: {n} changes", n))

    def _speech(self) -> Speech:
        plan, words = self._document.plan, self._translator.words
        return Speech(
            lambda question: reimport_remarks.say_remark(question.about, plan, words),
            lambda question, option: reimport_remarks.say_option(question, option, plan, words),
            lambda remark: reimport_remarks.say_remark(remark, plan, words),
        )
