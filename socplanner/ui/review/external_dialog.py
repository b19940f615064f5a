"""The import of an external matrix: it is shown as understood before anything is imported."""

from types import MappingProxyType

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.external.answering import answered
from socplanner.domain.external.import_edit import (
    ExternalMapping,
    ImportExternalMatrix,
    NewParty,
    NewRole,
)
from socplanner.domain.external.mapping_policy import MappingPolicy, resolve_mapping
from socplanner.domain.external.understood import NO_ANSWERS, Answers, Unclear
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.services.external_importer import ExternalFile
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.review.effect_page import EffectPage
from socplanner.ui.review.external_lines import (
    LEFT_OUT,
    NEW,
    OPEN,
    letter_lines,
    party_lines,
    task_lines,
)
from socplanner.ui.review.import_dialog import ImportDialog
from socplanner.ui.review.mapping_table import MappingTable
from socplanner.ui.review.sheet_box import SheetBox
from socplanner.ui.review.unclear_box import UnclearBox
from socplanner.wording import errors
from socplanner.wording.external_sheets import left_out_text, note_text
from socplanner.wording.language import Words
from socplanner.wording.terms import function_name

_SIZE = (1120, 700)


class ExternalDialog(ImportDialog):
    """Maps tasks to roles, parties to parties, letters to letters; `edit` imports the result."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        file: ExternalFile,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with sure matches; similar names are chosen by hand or by `accept_likely`."""
        super().__init__(parent)
        self._plan = plan
        self._phase = phase
        self._file = file
        self._words = words
        self._answers: Answers = NO_ANSWERS
        self.setWindowTitle(words.tr("Import matrix"))
        self._build()
        self._connect()
        self.resize(*_SIZE)
        self._read()

    @property
    def edit(self) -> ImportExternalMatrix:
        """The edit that imports the matrix as it is mapped."""
        keeps = self._remarks.isChecked()
        mapping = self._mapping()
        return ImportExternalMatrix(self._phase, self._understood, mapping, keeps_remarks=keeps)

    def _build(self) -> None:
        words = self._words
        self._summary = self._new_label()
        self._unclear = UnclearBox(self._plan, words, self)
        self._box = SheetBox(self._file.sheets, words, self)
        self._tasks = MappingTable(
            words.tr("Tasks"), [words.tr("Task"), words.tr("Code"), words.tr("Role of the plan")]
        )
        self._parties = MappingTable(
            words.tr("Parties"),
            [words.tr("On the sheet"), words.tr("Group"), words.tr("Party of the plan")],
        )
        self._letters = MappingTable(
            words.tr("Letters"),
            [words.tr("On the sheet"), words.tr("Legend"), words.tr("Letter of the plan")],
        )
        self._left = QListWidget(self)
        self._left.setWordWrap(True)
        self._left.setAccessibleName(words.tr("Not imported"))
        self._tabs = QTabWidget(self)
        for page, title in (
            (self._tasks, words.tr("&Tasks")),
            (self._parties, words.tr("&Parties")),
            (self._letters, words.tr("&Letters")),
            (self._left, words.tr("&Not imported")),
        ):
            self._tabs.addTab(page, title)
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        self._effect = EffectPage(self._plan, today, words, self)
        self._tabs.addTab(self._effect, "")
        self._problem = self._new_label()
        self._problem.setAccessibleName(words.tr("What must be corrected"))
        self._clears = QCheckBox(
            words.tr("Empty cells and dashes of the sheet &clear existing letters")
        )
        self._remarks = QCheckBox(words.tr("Add comments and &remarks to the notes of their roles"))
        self._buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.accept_button = self._buttons.addButton("", role.AcceptRole)
        self._buttons.addButton(words.tr("Cancel"), role.RejectRole)
        middle_row = QHBoxLayout()
        middle_row.addWidget(self._tabs, 1)
        middle_row.addLayout(self._side_column())
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._summary)
        column.addWidget(self._unclear)
        column.addLayout(middle_row, 1)
        for widget in (self._clears, self._remarks, self._problem):
            column.addWidget(widget)
        self._brief = PlainLabel(self)
        bottom_row = QHBoxLayout()
        bottom_row.addWidget(self._brief, 1)
        bottom_row.addWidget(self._buttons)
        column.addLayout(bottom_row)

    def _side_column(self) -> QVBoxLayout:
        """Return the column beside the tables: how the sheet is read, commands for many lines."""
        words = self._words
        self._functions = QComboBox(self)
        for function in self._plan.catalogue.functions:
            self._functions.addItem(
                f"{function.code} {function_name(function.code, self._plan.catalogue, words)}",
                function.code,
            )
        about = PlainLabel(self, words.tr("&Function of custom roles"))
        about.setBuddy(self._functions)
        self._likely = QPushButton(words.tr("Accept &likely matches"), self)
        self._ask_again = QPushButton(words.tr("Clear &answers"), self)
        self._keep = QPushButton(words.tr("Add the rest as ne&w"), self)
        side = QVBoxLayout()
        side.addWidget(self._box)
        for widget in (self._ask_again, self._likely, self._keep, about, self._functions):
            side.addWidget(widget)
        side.addStretch(1)
        return side

    def _new_label(self) -> QLabel:
        label = PlainLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._box.answered.connect(self._on_answered)
        self._unclear.answered.connect(self._on_unclear_answered)
        for table in (self._tasks, self._parties, self._letters):
            table.chosen.connect(self._show_outcome)
        self._functions.activated.connect(self._show_outcome)
        self._clears.toggled.connect(self._show_outcome)
        self._remarks.toggled.connect(self._show_outcome)
        self._ask_again.clicked.connect(self.ask_again)
        self._likely.clicked.connect(self.accept_likely)
        self._keep.clicked.connect(self.keep_rest)
        self._effect.shown.connect(self._show_effect)

    def _on_answered(self) -> None:
        answers = self._box.answers(self._answers)
        if answers != self._answers:
            self._answers = answers
            self._read()

    def _on_unclear_answered(self, unclear: Unclear, key: str) -> None:
        self._answers = answered(self._answers, unclear, key, self._understood.unclear)
        self._read()

    def _read(self) -> None:
        """Read the sheets by the answers, and update everything shown."""
        words = self._words
        self._understood, self._proposal = self._file.understand(self._answers)
        understood = self._understood
        self._box.show_answers(self._answers)
        self._box.show_understood(understood)
        self._ask_again.setEnabled(self._answers != NO_ANSWERS)
        self._summary.setText(
            words.tr(
                "{file}, sheet “{sheet}”: {tasks} tasks, {parties} parties. Nothing is imported "
                "until you have reviewed it.",
                file=self._file.name,
                sheet=understood.sheet,
                tasks=len(understood.tasks),
                parties=len(understood.parties),
            )
        )
        self._unclear.show_unclear(understood.unclear)
        self._remarks.setEnabled(bool(understood.remarks))
        mapping = resolve_mapping(self._proposal)
        self._tasks.show_lines(task_lines(understood, self._proposal, mapping, self._plan, words))
        self._parties.show_lines(
            party_lines(understood, self._proposal, mapping, self._plan, words)
        )
        self._letters.show_lines(letter_lines(understood, self._proposal, self._plan, words))
        self._left.clear()
        self._left.addItems([note_text(each, words) for each in understood.notes])
        self._left.addItems([left_out_text(each, words) for each in understood.left_out])
        self._show_outcome()
        self._effect.look()

    def _mapping(self) -> ExternalMapping:
        role = NewRole(str(self._functions.currentData()))
        tasks = tuple(
            role if key == NEW else RoleId(key) if key else None
            for key in self._tasks.chosen_keys()
        )
        parties = tuple(
            NewParty() if key == NEW else PartyId(key) if key else None
            for key in self._parties.chosen_keys()
        )
        symbols = (each.letter for each in self._proposal.letters)
        pairs = zip(symbols, self._letters.chosen_keys(), strict=True)
        letters = {symbol: key for symbol, key in pairs if key != OPEN}
        return ExternalMapping(tasks, parties, MappingProxyType(letters), self._clears.isChecked())

    def _show_outcome(self) -> None:
        """Show how many cells would change, or why nothing can be imported yet."""
        words, text, cells = self._words, "", 0
        if self._understood.is_clear:
            try:
                cells = len(self.edit.changes(self._plan))
            except EditRejected as rejection:
                text = errors.message(rejection.problem, words)
        else:
            text = words.tr("Answer first how to read the sheet: see the questions above.")
        new = [*self._tasks.chosen_keys(), *self._parties.chosen_keys()].count(NEW)
        self._problem.setText(text)
        if text:
            self._effect.show_effect_of(None)
        else:
            self._effect.show_effect_of(self.edit)
        self.accept_button.setText(words.count("Import {n} cell", "Import {n} cells", cells))
        self.accept_button.setEnabled(not text and (cells > 0 or new > 0))

    def _show_effect(self) -> None:
        """Show beside the buttons and on the tab how many findings are added and resolved."""
        self._tabs.setTabText(self._tabs.indexOf(self._effect), self._effect.title)
        self._brief.setText(self._effect.brief)

    def ask_again(self) -> None:
        """Remove all answers, and show the questions again."""
        self._answers = NO_ANSWERS
        self._read()
        self._box.setFocus()

    def accept_likely(self) -> None:
        """Choose the likeliest match of each line that no other line has too."""
        mapping = resolve_mapping(self._proposal, MappingPolicy(similar=True))
        self._tasks.choose([str(each or LEFT_OUT) for each in mapping.tasks])
        self._parties.choose([str(each or LEFT_OUT) for each in mapping.parties])

    def keep_rest(self) -> None:
        """Turn the lines that are left out into custom roles and new parties."""
        for table in (self._tasks, self._parties):
            table.choose([key or NEW for key in table.chosen_keys()])
