"""The commands that export a picture of the plan, and print it with a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socplanner.domain.picture_choices import FLOW_SUFFIXES
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.domain.problem import Problem
from socplanner.domain.role_filter import NO_FILTER
from socplanner.services.flow_exporter import flow_content
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.dialogs.picture_export import PictureExport
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.pictures.picture_files import picture_content
from socplanner.ui.shell.export_commands import today
from socplanner.ui.shell.writing_exports import ExportWriter, WriteResult

if TYPE_CHECKING:
    from socplanner.ui.pictures.print_preview import PrintPreview
    from socplanner.ui.pictures.summary_dialog import SummaryDialog


_SUBJECTS = {
    "matrix": PictureSubject.MATRIX,
    "roadmap": PictureSubject.ROAD_MAP,
    "maturity": PictureSubject.MATURITY,
    "flows": PictureSubject.FLOW,
    "review": PictureSubject.REVIEW,
}
"""What a picture shows at first, by the view that is shown; the others have the board."""


class ShownWindow(Protocol):
    """What a picture is made of: the window, or in a test what stands for it."""

    def shown_view(self) -> tuple[str, str]:
        """Return the id of the view shown, and the text of the search."""

    def pictured(self, options: PictureOptions) -> PictureOptions:
        """Return `options` with what the view shows."""


class PictureCommands(QObject):
    """Draws what the window shows: the view, the phase, the language, the size of cards."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

    def __init__(
        self,
        context: PlanContext,
        store: SettingsStore,
        questions: FileQuestions,
        shown: ShownWindow,
        day: Callable[[], date] = today,
    ) -> None:
        """Draw the plan of `context`, beginning with what `shown` shows."""
        super().__init__()
        self._context = context
        self._document = context.document
        self._store = store
        self._questions = questions
        self._writer = ExportWriter(store, questions)
        self._shown = shown
        self._day = day
        self._last: PictureOptions | None = None

    def export(self, subject: PictureSubject | None = None) -> None:
        """Ask for options until a file is written or the export cancelled; keep the options.

        Begin with `subject`, or with that of the view that is shown.
        """
        if not self._document.commit_pending():
            return
        view_id, search = self._shown.shown_view()
        picture = self._options(view_id)
        if subject is not None:
            picture = replace(picture, subject=subject)
        language = self._context.translator.words.language
        export: PictureExport | None = PictureExport(
            picture,
            language,
            self._store.exports_folder(),
            search=search.strip(),
            role_filter=self._context.filtering.role_filter,
        )
        problem: Problem | None = None
        while export is not None:
            export = self._questions.for_picture(self._document.plan, export, problem)
            if export is not None:
                written = self._write(export)
                if written is WriteResult.YES:
                    return
                problem = written if isinstance(written, Problem) else None

    def export_summary(self) -> None:
        """Ask as `export`, beginning with the page for the directors."""
        self.export(PictureSubject.SUMMARY)

    def preview(self, window: QWidget | None) -> PrintPreview | None:
        """Return the dialog that previews and prints, above `window`; None if typing is invalid."""
        from socplanner.ui.pictures.print_preview import PrintPreview

        if not self._document.commit_pending():
            return None
        view_id, search = self._shown.shown_view()
        options = replace(
            self._options(view_id),
            search=search.strip(),
            role_filter=self._context.filtering.role_filter,
        )
        words = self._context.translator.words
        return PrintPreview(self._document.plan, options, words, self._day(), window)

    def summary(self, window: QWidget | None) -> SummaryDialog | None:
        """Return the page for the directors above `window`; None if typing is invalid."""
        from socplanner.ui.pictures.picture_facts import picture_facts
        from socplanner.ui.pictures.summary_dialog import SummaryDialog

        if not self._document.commit_pending():
            return None
        options = replace(self._options(""), subject=PictureSubject.SUMMARY, paper=Paper.A3)
        words = self._context.translator.words
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # thousands of roles take long
        try:
            facts = picture_facts(self._document.plan, options, words, self._day())
            return SummaryDialog(facts, window)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def print(self, window: QWidget | None) -> None:
        """Show the preview, from which the planner prints."""
        preview = self.preview(window)
        if preview is not None:
            preview.exec()
            preview.deleteLater()

    def _options(self, view_id: str) -> PictureOptions:
        """Return the options to begin with: what is shown, with paper and label of last time."""
        subject = _SUBJECTS.get(view_id, PictureSubject.BOARD)
        plan, choices = self._document.plan, self._context.board.choices
        last = self._last or PictureOptions(subject, plan.phases[0].id, tlp=plan.marking.tlp)
        options = replace(
            last,
            subject=subject,
            phase=self._context.viewpoint.phase,
            search="",
            role_filter=NO_FILTER,
            lanes=choices.lanes,
            card_size=choices.card_size,
            mirrored=choices.mirrored,
            author=self._store.settings.author,
            flow="",
            moment=None,
        )
        return self._shown.pictured(options)

    def _write(self, export: PictureExport) -> WriteResult | Problem:
        """Write the picture, and return whether that was done, or why it is not possible."""
        content = partial(self._content, export)
        written = self._writer.write(export.target, content, then_show=export.then_show)
        if written is WriteResult.YES:
            self._last = export.picture
            self.noticed.emit(self._writer.notice(export.target, self._context.translator.words))
        return written

    def _content(self, export: PictureExport) -> bytes:
        words, suffix = words_for(export.language), export.target.suffix.lower()
        if suffix in FLOW_SUFFIXES:
            return flow_content(self._document.plan, export.picture, words, suffix)
        return picture_content(self._document.plan, export.picture, words, self._day(), suffix)
