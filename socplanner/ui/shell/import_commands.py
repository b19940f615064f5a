"""The command that imports workbooks: it reads and reviews them, and performs the edits."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socplanner.domain.reimport.review import Review
from socplanner.domain.tender.returned_bid import ReturnedBid
from socplanner.services.file_problem import FileProblem
from socplanner.services.import_batch import ExternalWorkbook, ImportBatch, read_batch
from socplanner.services.score_importer import score_file
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.undo_notice import undo_notice
from socplanner.ui.review.bid_dialog import BidDialog
from socplanner.ui.review.external_dialog import ExternalDialog
from socplanner.ui.review.review_dialog import ReviewDialog
from socplanner.ui.review.review_texts import ReviewTexts
from socplanner.ui.review.scores_dialog import ScoresDialog
from socplanner.wording import reimport_remarks

_WITHOUT_PHASE = frozenset({"workbook-of-unknown-phase", "workbooks-of-several-phases"})


class ImportCommands(QObject):
    """Reads workbooks and lets the planner choose; each dialog makes one undo step."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

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
        self._checking = context.checking
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
        """Read the workbooks `paths`, then review and import them; an unreadable one stops all."""
        if not self._document.commit_pending():
            return
        try:
            batch = self._read(paths)
            review = self._reviewed(batch) if batch.reimports else None
        except FileProblem as problem:
            another = Remedy(self._translator.words.tr("Import another…"), self.import_matrix)
            self._questions.show_problem(problem, another)
            return
        if review is not None:
            self._import_review(review)
        for bid in batch.bids:
            self._import_bid(bid)
        for workbook in batch.external:
            self._import_external(workbook)

    def import_scores(self) -> None:
        """Ask for a self-check sheet, and import it as an assessment."""
        path = self._questions.score_sheet_to_open(self._store.folder())
        if path is not None:
            folder = str(path.parent)
            self._store.change(lambda settings: replace(settings, last_folder=folder))
            self.import_score_sheet(path)

    def import_score_sheet(self, path: Path) -> None:
        """Read the self-check sheet `path`, review it, and add its assessment."""
        if not self._document.commit_pending():
            return
        plan, words = self._document.plan, self._translator.words
        try:
            file = score_file(path, plan)
        except FileProblem as problem:
            another = Remedy(words.tr("Import another…"), self.import_scores)
            self._questions.show_problem(problem, another)
            return
        start = (self._checking.today, self._store.settings.author)
        dialog = ScoresDialog(plan, file, start, words, self._window)
        if dialog.ask():
            edit = dialog.edit
            if self._document.try_perform(edit):
                text = words.count(
                    "Assessment of {day} added: {n} role",
                    "Assessment of {day} added: {n} roles",
                    len(edit.scores),
                    day=edit.day,
                )
                self.noticed.emit(undo_notice(text, self._document, words))

    def _read(self, paths: Sequence[Path]) -> ImportBatch:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return read_batch(paths, self._document.plan, self._is_accepted)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _is_accepted(self, problem: FileProblem) -> bool:
        """Ask whether to import a workbook of another plan; return the answer."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.ArrowCursor)
        try:
            return self._questions.about_other_plan(problem.path)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _reviewed(self, batch: ImportBatch) -> Review | None:
        """Return the review, None if cancelled; ask for the phase if none is usable."""
        plan = self._document.plan
        try:
            return batch.review(plan)
        except FileProblem as problem:
            if problem.code not in _WITHOUT_PHASE:
                raise
            phase = self._questions.about_phase(plan, problem)
            return None if phase is None else batch.review(plan, phase)

    def _import_review(self, review: Review) -> None:
        """Show the changes of workbooks made by socplanner, and import the chosen ones."""
        plan, words = self._document.plan, self._translator.words
        dialog = ReviewDialog(
            plan, review.phase, review.reimports, self._review_texts(), words, self._window
        )
        if dialog.ask():
            edit = dialog.edit
            if self._document.try_perform(edit):
                self._viewpoint.look_at_phase(edit.phase)
                self._report(len(edit.accepted) + len(edit.comments))

    def _import_bid(self, returned: ReturnedBid) -> None:
        """Show the answers of a vendor, and store its bid."""
        plan, words = self._document.plan, self._translator.words
        dialog = BidDialog(plan, returned, words, self._window)
        if dialog.ask():
            edit = dialog.edit
            if self._document.try_perform(edit):
                text = words.tr("Bid of {vendor} stored", vendor=edit.bid.vendor)
                self.noticed.emit(undo_notice(text, self._document, words))

    def _import_external(self, workbook: ExternalWorkbook) -> None:
        """Show the matrix of a workbook made elsewhere, and import it as mapped."""
        plan, words = self._document.plan, self._translator.words
        dialog = ExternalDialog(
            plan, self._viewpoint.phase, workbook.file(plan), words, self._window
        )
        if dialog.ask():
            edit = dialog.edit
            n = len(edit.changes(plan))
            if self._document.try_perform(edit):
                self._report(n)

    def _report(self, n: int) -> None:
        words = self._translator.words
        text = words.count("{n} change imported", "{n} changes imported", n)
        notice = undo_notice(text, self._document, words) if n else Notice(NoticeKind.HINT, text)
        self.noticed.emit(notice)

    def _review_texts(self) -> ReviewTexts:
        plan, words = self._document.plan, self._translator.words
        return ReviewTexts(
            lambda question: reimport_remarks.remark_message(question.about, plan, words),
            lambda question, option: reimport_remarks.option_text(question, option, plan, words),
            lambda remark: reimport_remarks.remark_message(remark, plan, words),
        )
