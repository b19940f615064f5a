"""Tables of figures: a number opens its formula; Enter edits a line, Delete removes it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.figure_lines import NAME, FigureLine, FigureLines
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.party_chip import chip_size, draw_party_chip
from socplanner.ui.kit.row_delegate import RIGHT, SIDE, RowDelegate, cell_width
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import Index, ShownModel

_INDENT = 14
"""Pixels that the name of a part is further to the right."""


class FigureTable(RowTable):
    """A table of which one cell is current."""

    figure_chosen = Signal(object)
    """The figure of the current cell, or None."""

    def __init__(self, model: ShownModel, fit: ColumnFit, row_air: int, parent: QWidget) -> None:
        """Show `model`; the subclass calls `fit_font`."""
        super().__init__(model, fit, row_air, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def figure_at(self, row: int, column: int) -> Figure | None:
        """Return the figure of a cell, or None."""
        raise NotImplementedError

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        figure = self.figure_at(current.row(), current.column()) if current.isValid() else None
        self.figure_chosen.emit(figure)


class LineTable(FigureTable):
    """Parties and their parts; the current line stays current when all are computed again."""

    edit_requested = Signal(int)
    """The row of the line to be edited."""

    remove_requested = Signal(int)

    def __init__(
        self, model: FigureLines[Any], fit: ColumnFit, row_air: int, parent: QWidget
    ) -> None:
        """Show `model`; the subclass sets a delegate and calls `fit_font`."""
        super().__init__(model, fit, row_air, parent)
        self._lines = model
        self._before_reset = ("", "", NAME)
        model.modelAboutToBeReset.connect(self._remember_current)
        model.modelReset.connect(self.fit_columns)
        self.doubleClicked.connect(self._on_double_clicked)

    @override
    def fixed_widths(self) -> dict[int, int]:
        """Return widths in which no number is cut, that of a bold line neither."""
        font = self.font()
        font.setBold(True)
        metrics, lines = QFontMetrics(font), self._lines
        return {
            column: max(wide, cell_width(metrics, lines.longest_number(column)))
            for column, wide in super().fixed_widths().items()
        }

    @override
    def figure_at(self, row: int, column: int) -> Figure | None:
        return self._lines.figure(row, column)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if row >= 0:
                self.edit_requested.emit(row)
            case Qt.Key.Key_Delete if row >= 0:
                self.remove_requested.emit(row)
            case _:
                super().keyPressEvent(event)

    def restore_current(self) -> None:
        """Go to the line that was current before the model was computed again, if it is there."""
        kind, line_id, column = self._before_reset
        for row, line in enumerate(self._lines.lines):
            if (line.kind, line.id) == (kind, line_id):
                self.setCurrentIndex(self._lines.index(row, column))

    def _remember_current(self) -> None:
        index = self.currentIndex()
        self._before_reset = ("", "", NAME)
        if index.isValid():
            line = self._lines.lines[index.row()]
            self._before_reset = (line.kind, line.id, index.column())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.edit_requested.emit(index.row())


class LineDelegate(RowDelegate):
    """Draws names with the chips of their parties, and numbers at the right."""

    def __init__(self, model: FigureLines[Any], view: QAbstractItemView) -> None:
        """Draw lines of `model` in `view`."""
        super().__init__(view)
        self._lines = model

    def is_emphasised(self, line: FigureLine) -> bool:
        """Return whether `line` is bold on a band."""
        return line.kind == "total"

    def ink(self, line: FigureLine, column: int) -> str:
        """Return the token of the ink of a cell."""
        return "text"

    @override
    def ground(self, index: Index) -> str:
        return "band" if self.is_emphasised(self._lines.lines[index.row()]) else ""

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        line, column = self._lines.lines[index.row()], index.column()
        font = painter.font()
        font.setBold(self.is_emphasised(line))
        painter.setFont(font)
        ink = self.ink(line, column)
        if column == NAME:
            self._draw_name(painter, rect, line, ink)
        else:
            self.draw_text(painter, rect, str(index.data() or ""), ink, RIGHT)

    def _draw_name(self, painter: QPainter, rect: QRect, line: FigureLine, ink: str) -> None:
        place = QRect(rect)
        if line.initials:
            size = chip_size(self.view.font())
            chip = QRectF(rect.left() + SIDE, 0, size.width(), size.height())
            chip.moveTop(round(rect.center().y() - size.height() / 2))
            painter.save()
            draw_party_chip(painter, chip, line.initials, line.party_kind, self.palette)
            painter.restore()
            place.setLeft(round(chip.right()))
        elif line.is_part:
            place.setLeft(place.left() + SIDE + _INDENT)
        self.draw_text(painter, place, line.name, ink)
        used = painter.fontMetrics().horizontalAdvance(f"{line.name}  ")
        if line.about and used < place.width() - 2 * SIDE:
            self.draw_text(painter, place.adjusted(used, 0, 0, 0), line.about, "text-2")
