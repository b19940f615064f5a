"""The export dialog: phase, contents, language, kind of file, and the file itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QWidget,
)

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.plan import Plan
from socplanner.domain.workbook_copy import EVERYBODY
from socplanner.services.exporter import CSV, MARKDOWN, SUFFIX
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.target_choice import TargetChoice
from socplanner.ui.dialogs.workbook_copy_fields import WorkbookCopyFields
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_name, phase_name

_LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}
_KINDS = {
    SUFFIX: N_("Excel workbook (.xlsx)"),
    CSV: N_("CSV table (.csv)"),
    MARKDOWN: N_("Markdown table (.md)"),
}


class ExportDialog(QuestionDialog):
    """Asks what to export and where to; `options` is the answer."""

    def __init__(
        self,
        plan: Plan,
        options: ExportOptions,
        choose_target: Callable[[Path], Path | None],
        words: Words,
        parent: QWidget | None = None,
        *,
        problem: str = "",
    ) -> None:
        """Begin with `options`; `choose_target` opens a file dialog and returns a path, or None.

        `problem` is why the last attempt wrote no file, shown until the file is changed.
        """
        super().__init__(words.tr("Export matrix"), words.tr("Export"), words, parent)
        self._plan = plan
        self.phases = QComboBox(self)
        self.contents = QComboBox(self)
        self.languages = QComboBox(self)
        self.chosen = TargetChoice(_KINDS, options.target, choose_target, words, self)
        self.then_show = QCheckBox(words.tr("Open the folder &afterwards"), self)
        self.cover = WorkbookCopyFields(plan, options.workbook_copy, words, self)
        self._fill(options)
        self._lay_out()
        self.phases.currentIndexChanged.connect(self._suggest_name)
        self.contents.currentIndexChanged.connect(self._on_contents_changed)
        self.chosen.kind_changed.connect(self._suggest_name)
        self.cover.parties.currentIndexChanged.connect(self._suggest_name)
        self.languages.currentIndexChanged.connect(self._suggest_name)
        self._on_contents_changed()
        self.errors.find_by(self._problems)
        if problem:
            self.errors.report(self.chosen.file, problem)

    @property
    def options(self) -> ExportOptions:
        """The options as the planner has set them."""
        then_show = self.then_show.isChecked()
        workbook_copy = self.cover.workbook_copy if self._has_cover else EVERYBODY
        target = self.chosen.target
        return ExportOptions(
            self._phase, self._language, target, then_show, self._party, workbook_copy
        )

    @property
    def _phase(self) -> PhaseId:
        return PhaseId(self.phases.currentData())

    @property
    def _party(self) -> PartyId | None:
        party = self.contents.currentData()
        return PartyId(party) if party else None

    @property
    def _has_cover(self) -> bool:
        """Whether the export is a workbook of the whole matrix, which has a cover."""
        return self._party is None and self.chosen.kind == SUFFIX

    @property
    def _language(self) -> Language:
        return LANGUAGES[self.languages.currentIndex()]

    def _fill(self, options: ExportOptions) -> None:
        for phase in self._plan.phases:
            self.phases.addItem(phase_name(phase, self.words), phase.id)
        self.phases.setCurrentIndex(max(0, self.phases.findData(options.phase)))
        self.contents.addItem(self.words.tr("Whole matrix"), "")
        for party in self._plan.parties:
            name = party_name(party, self.words)
            self.contents.addItem(self.words.tr("Duties of {party}", party=name), party.id)
        self.contents.setCurrentIndex(max(0, self.contents.findData(options.party or "")))
        for language in LANGUAGES:
            self.languages.addItem(_LANGUAGE_NAMES[language])
        self.languages.setCurrentIndex(LANGUAGES.index(options.language))
        self.then_show.setChecked(options.then_show)

    def _lay_out(self) -> None:
        words = self.words
        form = QFormLayout()
        form.addRow(words.tr("&Phase"), self.phases)
        form.addRow(words.tr("&Contents"), self.contents)
        form.addRow(words.tr("&Language of the file"), self.languages)
        form.addRow(words.tr("&Kind of file"), self.chosen.kinds)
        self.chosen.add_file_row(form, self.errors)
        form.addRow("", self.then_show)
        self.column.addLayout(form)
        self.column.addWidget(self.cover)
        self.finish_layout()

    def _suggest_name(self) -> None:
        """Suggest a file name from the contents, unless the planner typed one."""
        self.cover.setEnabled(self._has_cover)
        phase = next(each for each in self._plan.phases if each.id == self._phase)
        chosen = self.cover.party if self._has_cover else self._party
        party = None if chosen is None else self._plan.party(chosen)
        names = [phase.name] if party is None else [party.name, phase.name]
        translated = (each.in_(self._language) for each in names)
        title = " - ".join((self._plan.organisation, *translated, self._language))
        self.chosen.suggest(title)

    def _on_contents_changed(self) -> None:
        """Allow only workbooks for the duties of one party."""
        if self._party is not None:
            self.chosen.kinds.setCurrentIndex(self.chosen.kinds.findData(SUFFIX))
        self.chosen.kinds.setEnabled(self._party is None)
        self._suggest_name()

    def _problems(self) -> dict[QWidget, str]:
        text = self.chosen.problem()
        return {self.chosen.file: text} if text else {}
