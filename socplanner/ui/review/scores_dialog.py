"""The import of a self-check sheet: its scores as they are read, before they are an assessment."""

from typing import cast

from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.assessment_edits import ImportAssessment
from socplanner.domain.external.score_sheet import NO_SCORE_ANSWERS, ColumnMeaning, ScoreAnswers
from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected, Problem
from socplanner.services.score_importer import ScoreFile, ScoreReading
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.day_field import DayField
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.review.import_dialog import ImportDialog
from socplanner.ui.review.mapping_table import MappingTable
from socplanner.ui.review.score_lines import column_lines, row_lines
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.score_sheets import unread_text
from socplanner.wording.workbook_errors import NOTES

_SIZE = (980, 660)


class ScoresDialog(ImportDialog):
    """Shows rows, columns and what is not read; `edit` adds the assessment."""

    def __init__(
        self,
        plan: Plan,
        file: ScoreFile,
        start: tuple[str, str],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Read `file` for `plan`; `start` has the day and the assessor to begin with."""
        super().__init__(parent)
        self._plan, self._file, self._words = plan, file, words
        self._answers: ScoreAnswers = NO_SCORE_ANSWERS
        self._reading: ScoreReading = file.read(NO_SCORE_ANSWERS)
        self._first_keys: tuple[str, ...] = ()
        self.setWindowTitle(words.tr("Import self-check"))
        self.day = DayField(start[0], words, self)
        self.assessor = QLineEdit(start[1], self)
        keep_clean(self.assessor, words)
        self.sheets = QComboBox(self)
        self.sheets.addItem(words.tr("(detected automatically)"), "")
        for name in file.names:
            self.sheets.addItem(name, name)
        self.rows = MappingTable(
            words.tr("Scores"),
            [words.tr("On the sheet"), words.tr("Scores"), words.tr("Role of the plan")],
        )
        self.columns = MappingTable(
            words.tr("Columns"), [words.tr("Heading"), words.tr("Column"), words.tr("Read as")]
        )
        self.unread = QListWidget(self)
        self.unread.setWordWrap(True)
        self.unread.setAccessibleName(words.tr("Not read"))
        self.tabs = QTabWidget(self)
        for page in (self.rows, self.columns, self.unread):
            self.tabs.addTab(page, "")
        self.summary = PlainLabel(self)
        self.summary.setWordWrap(True)
        self.problem = InkLabel(self, "error", "body")
        self.problem.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self._read()

    @property
    def edit(self) -> ImportAssessment:
        """The edit that adds the assessment."""
        return ImportAssessment(self.day.day, self.assessor.text(), self._reading.matched.scores)

    def _lay_out(self) -> None:
        words = self._words
        form = QFormLayout()
        form.addRow(words.tr("&Day of the assessment"), self.day)
        form.addRow(words.tr("Ass&essor"), self.assessor)
        form.addRow(words.tr("&Sheet"), self.sheets)
        self.sheets.setEnabled(len(self._file.names) > 1)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.accept_button = buttons.addButton("", role.AcceptRole)
        buttons.addButton(words.tr("Cancel"), role.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.problem.setAccessibleName(words.tr("What must be corrected"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addLayout(form)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.problem)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.day.textChanged.connect(self._show_outcome)
        self.assessor.textChanged.connect(self._show_outcome)
        self.sheets.activated.connect(self._on_sheet_chosen)
        self.columns.chosen.connect(self._on_columns_chosen)
        self.rows.chosen.connect(self._on_roles_chosen)

    def _on_sheet_chosen(self) -> None:
        """Read another sheet; columns and roles of the one before do not count there."""
        self._answers = ScoreAnswers(str(self.sheets.currentData()) or None)
        self._read()

    def _on_columns_chosen(self) -> None:
        """Read the sheet with the chosen meanings; the sheet stays the one that is shown."""
        before = self._reading.sheet
        keys = self.columns.chosen_keys()
        chosen = {
            column.number: cast("ColumnMeaning", key)
            for column, key in zip(before.columns, keys, strict=True)
        }
        self._answers = ScoreAnswers(before.sheet or None, chosen, self._answers.roles)
        focus = self.columns.focused_line()
        self._read()
        self.columns.focus_line(focus)

    def _on_roles_chosen(self) -> None:
        keys = self.rows.chosen_keys()
        rows = self._reading.matched.rows
        chosen = {
            each.row.number: key
            for each, key, first in zip(rows, keys, self._first_keys, strict=True)
            if key != first or each.row.number in self._answers.roles
        }
        answers = self._answers
        self._answers = ScoreAnswers(answers.sheet, answers.columns, chosen)
        self._reading = self._file.read(self._answers)
        self._show_outcome()

    def _read(self) -> None:
        """Read the sheet by the answers, and show everything again."""
        words = self._words
        self._reading = self._file.read(self._answers)
        sheet, matched = self._reading.sheet, self._reading.matched
        if not self._answers.sheet:
            name = sheet.sheet or words.tr("none")
            self.sheets.setItemText(0, words.tr("Detected: {what}", what=name))
        self.rows.show_lines(row_lines(matched, self._plan, words))
        self._first_keys = self.rows.chosen_keys()
        self.columns.show_lines(column_lines(sheet, words))
        self.summary.setText(
            words.tr(
                "{file}, sheet “{sheet}”, header in row {row}. Nothing is imported until you have "
                "reviewed it; roles without a score are not assessed then.",
                file=self._file.path.name,
                sheet=sheet.sheet or "–",
                row=sheet.header_row,
            )
        )
        if matched.problem is not None and not matched.rows and sheet.columns:
            self.tabs.setCurrentWidget(self.columns)
        self._show_outcome()

    def _show_outcome(self) -> None:
        """Show what is not read, how many roles are scored, or why nothing can be imported."""
        words, matched = self._words, self._reading.matched
        notes = [words.tr(NOTES[each.code], **each.values) for each in self._file.notes]
        self.unread.clear()
        self.unread.addItems([*notes, *(unread_text(each, words) for each in matched.left_out)])
        titles = (
            (self.rows, words.tr("Sc&ores ({n})", n=len(matched.scores))),
            (self.columns, words.tr("&Columns")),
            (self.unread, words.tr("&Not read ({n})", n=self.unread.count())),
        )
        for page, title in titles:
            self.tabs.setTabText(self.tabs.indexOf(page), title)
        problem = matched.problem or _rejection(self.edit, self._plan)
        self.problem.setText("" if problem is None else errors.message(problem, words))
        self.problem.setVisible(problem is not None)
        self.accept_button.setText(
            words.count(
                "Add assessment of {n} role", "Add assessment of {n} roles", len(matched.scores)
            )
        )
        self.accept_button.setEnabled(problem is None)


def _rejection(edit: Edit, plan: Plan) -> Problem | None:
    try:
        edit.apply(plan)
    except EditRejected as rejection:
        return rejection.problem
    return None
