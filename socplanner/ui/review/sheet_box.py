"""The fields for how an external sheet is read: as understood, or as the planner sets."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGroupBox, QLineEdit, QSpinBox, QWidget

from socplanner.domain.external.sheet_places import column_letters, column_number
from socplanner.domain.external.understood import Answers, Understood
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.wording.language import Words

_MOST_ROWS = 1_048_576
_DOWN, _ACROSS = "down", "across"
_ORIENTATIONS = {"": None, _DOWN: False, _ACROSS: True}


def _none_if_answered(line: int | None) -> int | None:
    """Return 0 if `line` is the answer "there is none", which an empty field keeps, else None."""
    return 0 if line == 0 else None


class SheetBox(QGroupBox):
    """Edits the sheet, the header row, the column of the tasks, and their direction."""

    answered = Signal()
    """A field may have changed."""

    def __init__(self, sheets: Sequence[str], words: Words, parent: QWidget | None = None) -> None:
        """Begin without answers; `sheets` are the names of all sheets."""
        super().__init__(words.tr("How the sheet is read"), parent)
        self._words = words
        self._sheets = QComboBox(self)
        self._sheets.addItem(words.tr("(detected automatically)"), "")
        for name in sheets:
            self._sheets.addItem(name, name)
        self._header = QSpinBox(self)
        self._header.setRange(0, _MOST_ROWS)
        self._header.setSpecialValueText(words.tr("(detected automatically)"))
        self._column = QLineEdit(self)
        self._column.setMaxLength(3)
        self._column.setPlaceholderText(words.tr("(detected automatically)"))
        self._orientation = QComboBox(self)
        self._orientation.addItem(words.tr("(detected automatically)"), "")
        self._orientation.addItem(words.tr("Tasks go down"), _DOWN)
        self._orientation.addItem(words.tr("Tasks run across"), _ACROSS)
        form = QFormLayout(self)
        for text, field in (
            (words.tr("&Sheet"), self._sheets),
            (words.tr("&Header row"), self._header),
            (words.tr("Tasks &in column"), self._column),  # “&T” loses its kerning, and gets wider
            (words.tr("&Direction"), self._orientation),
        ):
            form.addRow(text, field)
        self._sheets.activated.connect(self.answered)
        self._orientation.activated.connect(self.answered)
        self._header.editingFinished.connect(self.answered)
        self._column.editingFinished.connect(self.answered)

    def answers(self, before: Answers) -> Answers:
        """Return the answers `before` with the values of the fields."""
        column = self._column.text().strip()
        is_column = column.isascii() and column.isalpha()
        return replace(
            before,
            sheet=str(self._sheets.currentData()) or None,
            header_row=self._header.value() or _none_if_answered(before.header_row),
            task_column=(
                column_number(column) if is_column else _none_if_answered(before.task_column)
            ),
            tasks_across=_ORIENTATIONS[str(self._orientation.currentData())],
        )

    def show_answers(self, answers: Answers) -> None:
        """Show `answers` in the fields."""
        self._sheets.setCurrentIndex(max(self._sheets.findData(answers.sheet or ""), 0))
        self._header.setValue(answers.header_row or 0)
        column = answers.task_column
        self._column.setText("" if column is None else column_letters(column))
        orientation = next(
            key for key, is_across in _ORIENTATIONS.items() if is_across is answers.tasks_across
        )
        self._orientation.setCurrentIndex(self._orientation.findData(orientation))

    def show_understood(self, understood: Understood) -> None:
        """Show in each field without an answer what was found, and in all tool tips."""
        words = self._words
        rows = ", ".join(str(row) for row in understood.header_rows)
        column = understood.task_column
        shown = (
            (self._sheets, understood.sheet),
            (self._header, rows),
            (self._column, "" if column is None else column_letters(column)),
        )
        for field, text in shown:
            field.setToolTip(tool_tip(words.tr("Detected: {what}", what=text) if text else ""))
        if not self._column.text() and column is not None:
            self._column.setPlaceholderText(
                words.tr("Detected: {what}", what=column_letters(column))
            )
        if rows:
            self._header.setSpecialValueText(words.tr("Detected: {what}", what=rows))
        self._sheets.setItemText(0, words.tr("Detected: {what}", what=understood.sheet))
