"""The commands that write tender packs and comparisons of bids, and show the bids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.picture_choices import PDF
from socplanner.domain.picture_options import Paper, PictureOptions, PictureSubject
from socplanner.domain.problem import Problem
from socplanner.domain.tender.vendor_view import vendor_view
from socplanner.services.exporter import SUFFIX, bids_workbook, pack_workbook
from socplanner.services.file_names import file_name_for
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.bids_dialog import BidsDialog
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.file_questions import FileQuestions
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.shell.export_commands import today
from socplanner.ui.shell.no_provider import no_provider_notice
from socplanner.ui.shell.writing_exports import ExportWriter, WriteResult
from socplanner.wording.comparison_words import comparison_heading


class TenderExports(QObject):
    """Writes packs and comparisons of the plan; dialogs open above the window."""

    noticed = Signal(object)
    """A `Notice` about what was done, or why it cannot be done."""

    def __init__(
        self,
        context: PlanContext,
        store: SettingsStore,
        questions: FileQuestions,
        window: QWidget | None = None,
        day: Callable[[], date] = today,
    ) -> None:
        """Export the plan of `context`; `day` returns the date of a pack."""
        super().__init__()
        self._context = context
        self._document = context.document
        self._store = store
        self._questions = questions
        self._writer = ExportWriter(store, questions)
        self._window = window
        self._day = day
        self._party: PartyId | None = None
        """The provider that was chosen last."""

    def export_pack(self, party: str = "") -> None:
        """Ask for provider, phase and file until a pack is written or the export cancelled."""
        if not self._may_begin():
            return
        plan, words = self._document.plan, self._context.translator.words
        options: ExportOptions | None = ExportOptions(
            self._context.viewpoint.phase,
            words.language,
            self._store.exports_folder(),
            party=PartyId(party) if party else self._party,
        )
        problem: Problem | None = None
        while options is not None:
            options = self._questions.for_tender_pack(plan, options, problem)
            if options is None:
                return
            content = partial(self._pack, options)
            written = self._writer.write(options.target, content, then_show=options.then_show)
            if written is WriteResult.YES:
                self._party = options.party
                self.noticed.emit(self._writer.notice(options.target, words))
                return
            problem = written if isinstance(written, Problem) else None

    def compare(self, party: str = "") -> None:
        """Show the bids for a provider side by side."""
        if not self._may_begin():
            return
        subject = (PartyId(party) if party else self._party, self._context.viewpoint.phase)
        BidsDialog(
            self._document,
            self._context.translator,
            subject,
            self.export_comparison,
            self._window,
        ).ask()

    def export_comparison(self, party: PartyId, phase: PhaseId) -> None:
        """Ask for a file, and write the comparison of the bids for `party` to it."""
        plan, words = self._document.plan, self._context.translator.words
        name = file_name_for(comparison_heading(plan, party, words), SUFFIX)
        target = self._questions.bids_to_save(self._store.exports_folder() / name)
        if target is None:
            return
        author = self._store.settings.author
        content = partial(bids_workbook, party, plan, phase, words, self._day(), author)
        if self._writer.write(target, content, then_show=False) is WriteResult.YES:
            self.noticed.emit(self._writer.notice(target, words))

    def _may_begin(self) -> bool:
        """Commit what is typed; report if the plan has no provider. Return whether it has one."""
        if not self._document.commit_pending():
            return False
        notice = no_provider_notice(self._document.plan, self._context.translator.words)
        if notice is not None:
            self.noticed.emit(notice)
        return notice is None

    def _pack(self, options: ExportOptions) -> bytes:
        words, plan, day = words_for(options.language), self._document.plan, self._day()
        author, party = self._store.settings.author, options.party
        if party is None:
            raise KeyError(party)
        if options.target.suffix.lower() != PDF:
            return pack_workbook(party, plan, options.phase, words, day, author)
        from socplanner.ui.pictures.picture_files import picture_content

        view = vendor_view(plan, options.phase, party)
        picture = PictureOptions(
            PictureSubject.TENDER, options.phase, Paper.A3, view.marking.tlp, party=party
        )
        return picture_content(view, replace(picture, author=author), words, day, PDF)
