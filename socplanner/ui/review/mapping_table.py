"""A table that maps tasks, parties or letters of an external sheet to those of the plan."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from socplanner.ui.kit.plain_text import tool_tip


class MappingOption(NamedTuple):
    """An option of a line: its key, and its label."""

    key: str
    label: str


class MappedLine(NamedTuple):
    """A line: the text of the sheet, its context, its options, and the key chosen at first."""

    written: str
    beside: str
    options: tuple[MappingOption, ...]
    chosen: str


class MappingTable(QTableWidget):
    """Has a row for each line, with a list of its options."""

    chosen = Signal()
    """Another option of a line was chosen."""

    def __init__(self, name: str, headings: Sequence[str], parent: QWidget | None = None) -> None:
        """Make an empty table of three columns: text, context, list of options."""
        super().__init__(0, len(headings), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().hide()
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._combos: list[QComboBox] = []

    def show_lines(self, lines: Sequence[MappedLine]) -> None:
        """Replace the rows by `lines`."""
        self.setRowCount(0)
        self.setRowCount(len(lines))
        self._combos = []
        for row, line in enumerate(lines):
            for column, text in enumerate((line.written, line.beside)):
                item = QTableWidgetItem(text)
                item.setToolTip(tool_tip(text))
                self.setItem(row, column, item)
            combo = QComboBox(self)
            for option in line.options:
                combo.addItem(option.label, option.key)
            combo.setCurrentIndex(max(combo.findData(line.chosen), 0))
            combo.setAccessibleName(line.written)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.activated.connect(self.chosen)
            self.setCellWidget(row, 2, combo)
            self._combos.append(combo)

    def chosen_keys(self) -> tuple[str, ...]:
        """Return the key of the chosen option of each line."""
        return tuple(str(combo.currentData()) for combo in self._combos)

    def choose(self, keys: Sequence[str]) -> None:
        """Choose the option of each line by its key; an unknown key chooses the first one."""
        for combo, key in zip(self._combos, keys, strict=True):
            combo.setCurrentIndex(max(combo.findData(key), 0))
        self.chosen.emit()

    def focused_line(self) -> int:
        """Return the line whose list has the keyboard focus, or -1."""
        return next((row for row, combo in enumerate(self._combos) if combo.hasFocus()), -1)

    def focus_line(self, row: int) -> None:
        """Give the list of a line the keyboard focus; nothing for a line that is not there."""
        if 0 <= row < len(self._combos):
            self._combos[row].setFocus()
