"""The export dialog: phase, contents, language, kind of file, and the file itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.plan import Plan
from socplanner.domain.workbook_copy import EVERYBODY
from socplanner.services.exporter import CSV, MARKDOWN, SUFFIX, SUFFIXES
from socplanner.services.file_names import file_name_for
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.workbook_copy_fields import WorkbookCopyFields
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_name, phase_name

_LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}
_KINDS = {
    SUFFIX: N_("Excel workbook (.xlsx)"),
    CSV: N_("CSV table (.csv)"),
    MARKDOWN: N_("Markdown table (.md)"),
}
_NAME_WIDTH = 380


class ExportDialog(QuestionDialog):
    """Asks what to export and where to; `options` is the answer."""

    def __init__(
        self,
        plan: Plan,
        options: ExportOptions,
        choose_target: Callable[[Path], Path | None],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with `options`; `choose_target` opens a file dialog and returns a path, or None."""
        super().__init__(words.tr("Export matrix"), words.tr("Export"), words, parent)
        self._plan = plan
        self._choose_target = choose_target
        self._is_named_by_hand = options.target.suffix.lower() in SUFFIXES
        self._folder = options.target.parent if self._is_named_by_hand else options.target
        self.phases = QComboBox(self)
        self.contents = QComboBox(self)
        self.kinds = QComboBox(self)
        self.languages = QComboBox(self)
        self.file = QLineEdit(self)
        self.browse_button = QPushButton(words.tr("&Browse…"), self)
        self.then_show = QCheckBox(words.tr("Open the folder &afterwards"), self)
        self.cover = WorkbookCopyFields(plan, options.workbook_copy, words, self)
        self._fill(options)
        self._lay_out()
        self.phases.currentIndexChanged.connect(self._suggest_name)
        self.contents.currentIndexChanged.connect(self._on_contents_changed)
        self.kinds.currentIndexChanged.connect(self._on_kind_changed)
        self.cover.parties.currentIndexChanged.connect(self._suggest_name)
        self.languages.currentIndexChanged.connect(self._suggest_name)
        self.file.textEdited.connect(self._on_file_edited)
        self.file.textChanged.connect(self._enable)
        self.browse_button.clicked.connect(self._browse)
        self._on_contents_changed()

    @property
    def options(self) -> ExportOptions:
        """The options as the planner has set them."""
        then_show = self.then_show.isChecked()
        workbook_copy = self.cover.workbook_copy if self._has_cover else EVERYBODY
        return ExportOptions(
            self._phase, self._language, self._target, then_show, self._party, workbook_copy
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
        return self._party is None and self._kind == SUFFIX

    @property
    def _kind(self) -> str:
        return str(self.kinds.currentData())

    @property
    def _language(self) -> Language:
        return LANGUAGES[self.languages.currentIndex()]

    @property
    def _target(self) -> Path:
        """The file to write, with its extension; a relative name is in the initial folder."""
        text = self.file.text().strip()
        named = text if text.lower().endswith(self._kind) else text + self._kind
        return self._folder / Path(named).expanduser()

    def name_target(self, target: Path) -> None:
        """Put `target` into the file field, as if the planner had typed it."""
        self._on_file_edited(str(target))
        self.file.setText(str(target))

    def _fill(self, options: ExportOptions) -> None:
        for phase in self._plan.phases:
            self.phases.addItem(phase_name(phase, self.words), phase.id)
        self.phases.setCurrentIndex(max(0, self.phases.findData(options.phase)))
        self.contents.addItem(self.words.tr("Whole matrix"), "")
        for party in self._plan.parties:
            name = party_name(party, self.words)
            self.contents.addItem(self.words.tr("Duties of {party}", party=name), party.id)
        self.contents.setCurrentIndex(max(0, self.contents.findData(options.party or "")))
        for suffix in SUFFIXES:
            self.kinds.addItem(self.words.tr(_KINDS[suffix]), suffix)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(options.target.suffix.lower())))
        for language in LANGUAGES:
            self.languages.addItem(_LANGUAGE_NAMES[language])
        self.languages.setCurrentIndex(LANGUAGES.index(options.language))
        self.then_show.setChecked(options.then_show)
        if self._is_named_by_hand:
            self.file.setText(str(options.target))

    def _lay_out(self) -> None:
        words = self.words
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.browse_button)
        self.browse_button.setAutoDefault(False)
        self.file.setMinimumWidth(_NAME_WIDTH)
        form = QFormLayout()
        form.addRow(words.tr("&Phase"), self.phases)
        form.addRow(words.tr("&Contents"), self.contents)
        form.addRow(words.tr("&Kind of file"), self.kinds)
        form.addRow(words.tr("&Language of the file"), self.languages)
        label = PlainLabel(self, words.tr("&File"))
        label.setBuddy(self.file)
        form.addRow(label, row)
        form.addRow("", self.then_show)
        self.file.setAccessibleName(words.tr("File"))
        self.column.addLayout(form)
        self.column.addWidget(self.cover)
        self.finish_layout()

    def _suggest_name(self) -> None:
        """Suggest a file name from the contents, unless the planner typed one."""
        self.cover.setEnabled(self._has_cover)
        if self._is_named_by_hand:
            return
        phase = next(each for each in self._plan.phases if each.id == self._phase)
        chosen = self.cover.party if self._has_cover else self._party
        party = None if chosen is None else self._plan.party(chosen)
        names = [phase.name] if party is None else [party.name, phase.name]
        translated = (each.in_(self._language) for each in names)
        title = " - ".join((self._plan.organisation, *translated, self._language))
        self.file.setText(str(self._folder / file_name_for(title, self._kind)))

    def _browse(self) -> None:
        chosen = self._choose_target(self._target)
        if chosen is not None:
            self.name_target(chosen)

    def _on_contents_changed(self) -> None:
        """Allow only workbooks for the duties of one party."""
        if self._party is not None:
            self.kinds.setCurrentIndex(self.kinds.findData(SUFFIX))
        self.kinds.setEnabled(self._party is None)
        self._suggest_name()

    def _on_kind_changed(self) -> None:
        """Change the extension of the file to that of the chosen kind."""
        text = self.file.text()
        ending = next((each for each in SUFFIXES if text.lower().endswith(each)), None)
        if self._is_named_by_hand and ending is not None:
            self.file.setText(text[: -len(ending)] + self._kind)
        self._suggest_name()

    def _on_file_edited(self, text: str) -> None:
        """Choose the kind of the typed extension, if the kind can be chosen."""
        self._is_named_by_hand = True
        kind = next((each for each in SUFFIXES if text.lower().endswith(each)), None)
        if kind is not None and self.kinds.isEnabled():
            with QSignalBlocker(self.kinds):
                self.kinds.setCurrentIndex(self.kinds.findData(kind))
            self.cover.setEnabled(self._has_cover)

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.file.text().strip()))
