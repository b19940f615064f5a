"""Draws the cells of the matrix: letters as chips, drawn once and kept."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socplanner.domain.checks.finding import Severity
from socplanner.domain.letters import Cell
from socplanner.ui.letter_chip import draw_letter
from socplanner.ui.matrix.grid_colours import (
    band_fill,
    finding_tint,
    grid_line,
    group_line,
    selection_tint,
)
from socplanner.ui.matrix.matrix_model import Index, MatrixModel
from socplanner.ui.overriding import override
from socplanner.ui.theme import severity_colour

_CORNER = 5
_GAP = 1


class CellDelegate(QStyledItemDelegate):
    """Draws from the model's own values; asks for no role of an index but the place."""

    def __init__(self, model: MatrixModel, table: QWidget) -> None:
        """Draw the cells of `model` in the colours of `table`."""
        super().__init__(table)
        self._table = table
        self._matrix = model
        self._chips: dict[tuple[Cell, float], QPixmap] = {}
        self.forget()

    def forget(self) -> None:
        """Choose every colour and draw every chip anew: palette, font or parties have changed."""
        self._chips.clear()
        palette = self._palette = self._table.palette()
        self._band = band_fill(palette)
        self._line = grid_line(palette)
        self._group = group_line(palette)
        self._selected = selection_tint(palette)
        highlight = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
        self._focus = QPen(highlight, 2)
        kinds = [party.kind for party in self._matrix.parties]
        self._ends = {at for at in range(len(kinds) - 1) if kinds[at] != kinds[at + 1]}

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, row, column = option.rect, index.row(), index.column()
        if self._matrix.lines[row].is_band:
            painter.fillRect(rect, self._band)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
            return
        state, mark = option.state, self._matrix.mark(row, column)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selected)
        elif mark is not None:
            painter.fillRect(rect, finding_tint(mark, self._palette))
        edge = self._group if column in self._ends else self._line
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), edge)
        cell = self._matrix.cell(row, column)
        if cell:
            self._draw_chip(painter, rect, cell, option.font)
        if mark is not None:
            self._draw_corner(painter, rect, mark)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _draw_chip(self, painter: QPainter, rect: QRect, cell: Cell, font: QFont) -> None:
        ratio = self._table.devicePixelRatioF()
        chip = self._chips.get((cell, ratio))
        if chip is None:
            chip = self._chips[cell, ratio] = self._drawn(cell, font, ratio)
        left = rect.left() + (rect.width() - round(chip.width() / ratio)) // 2
        top = rect.top() + (rect.height() - 1 - round(chip.height() / ratio)) // 2
        painter.drawPixmap(left, top, chip)

    def _draw_corner(self, painter: QPainter, rect: QRect, severity: Severity) -> None:
        """Mark a cell that a finding names by a corner, so that colour is not the only sign."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(severity_colour(severity, self._palette))
        right, top = rect.right(), rect.top()
        painter.drawPolygon(
            [QPoint(right - _CORNER, top), QPoint(right, top), QPoint(right, top + _CORNER)]
        )

    def _drawn(self, cell: Cell, font: QFont, ratio: float) -> QPixmap:
        """Return the chips of `cell` as a picture for a screen of `ratio`."""
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        letters = self._matrix.plan.letter_set.letters_in(cell)
        height = metrics.height() + 1
        widths = [max(height, metrics.horizontalAdvance(each.symbol) + 6) for each in letters]
        width = sum(widths) + _GAP * (len(letters) - 1)
        chip = QPixmap(round(width * ratio), round(height * ratio))
        chip.setDevicePixelRatio(ratio)
        chip.fill(Qt.GlobalColor.transparent)
        drawing = QPainter(chip)
        drawing.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.setFont(bold)
        left = 0
        for letter, each in zip(letters, widths, strict=True):
            draw_letter(drawing, QRectF(left, 0, each, height), letter, self._palette)
            left += each + _GAP
        drawing.end()
        return chip
