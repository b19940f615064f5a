"""What each task, party or letter of a foreign sheet is in the plan, each chosen from a list."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from socplanner.ui.kit.plain_text import tool_tip


class MappingWay(NamedTuple):
    """One thing that a line may be: its key, and how it is said."""

    key: str
    said: str


class MappedLine(NamedTuple):
    """One line: what the sheet says, what it may be, and what is chosen at first."""

    written: str
    beside: str
    ways: tuple[MappingWay, ...]
    chosen: str


class MappingTable(QTableWidget):
    """One line for each, with a list to choose from."""

    chosen = Signal()
    """Something else is chosen than before."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        """Begin empty, under `heads` for what is written, what stands beside it, and what it is."""
        super().__init__(0, len(heads), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
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
        """Show `lines` in place of what was shown."""
        self.setRowCount(0)
        self.setRowCount(len(lines))
        self._combos = []
        for row, line in enumerate(lines):
            for column, text in enumerate((line.written, line.beside)):
                item = QTableWidgetItem(text)
                item.setToolTip(tool_tip(text))
                self.setItem(row, column, item)
            combo = QComboBox(self)
            for way in line.ways:
                combo.addItem(way.said, way.key)
            combo.setCurrentIndex(max(combo.findData(line.chosen), 0))
            combo.setAccessibleName(line.written)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.activated.connect(self.chosen)
            self.setCellWidget(row, 2, combo)
            self._combos.append(combo)

    def chosen_keys(self) -> tuple[str, ...]:
        """Return what is chosen of each line."""
        return tuple(str(combo.currentData()) for combo in self._combos)

    def choose(self, keys: Sequence[str]) -> None:
        """Choose `keys`, one a line."""
        for combo, key in zip(self._combos, keys, strict=True):
            combo.setCurrentIndex(max(combo.findData(key), 0))
        self.chosen.emit()
