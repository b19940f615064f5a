"""Draws the cells of the matrix: letters as chips, drawn once and kept."""

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

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
from socplanner.ui.theme import severity_colour

_CORNER = 5
_GAP = 1


class CellDelegate(QStyledItemDelegate):
    """Draws from the model's own values; asks for no role of an index but the place."""

    def __init__(self, model: MatrixModel, parent: QObject) -> None:
        """Draw the cells of `model`."""
        super().__init__(parent)
        self._matrix = model
        self._chips: dict[Cell, QPixmap] = {}
        self.forget()

    def forget(self) -> None:
        """Draw every chip anew: colours or font have changed."""
        self._chips.clear()
        self._colours: QPalette | None = None

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._colours is None:
            self._choose_colours(option.palette)
        rect, row, column = option.rect, index.row(), index.column()
        if self._matrix.lines[row].is_band:
            painter.fillRect(rect, self._band)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
            return
        state = option.state
        mark = self._matrix.mark(row, column)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selected)
        elif mark is not None:
            painter.fillRect(rect, finding_tint(mark, option.palette))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        is_last = column in self._ends
        painter.fillRect(
            rect.right(), rect.top(), 1, rect.height(), self._group if is_last else self._line
        )
        cell = self._matrix.cell(row, column)
        if cell:
            chip = self._chips.get(cell)
            if chip is None:
                chip = self._drawn(cell, painter, option)
            ratio = chip.devicePixelRatio()
            painter.drawPixmap(
                QPoint(
                    rect.left() + (rect.width() - round(chip.width() / ratio)) // 2,
                    rect.top() + (rect.height() - 1 - round(chip.height() / ratio)) // 2,
                ),
                chip,
            )
        if mark is not None:
            self._draw_corner(painter, rect, option.palette, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._focus)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _choose_colours(self, palette: QPalette) -> None:
        self._colours = palette
        self._band = band_fill(palette)
        self._line = grid_line(palette)
        self._group = group_line(palette)
        self._selected = selection_tint(palette)
        self._focus = QPen(palette.color(QPalette.ColorRole.Highlight), 2)
        kinds = [party.kind for party in self._matrix.parties]
        self._ends = {at for at in range(len(kinds) - 1) if kinds[at] != kinds[at + 1]}

    def _draw_corner(self, painter: QPainter, rect: QRect, palette: QPalette, index: Index) -> None:
        """Mark a cell that a finding names by a corner, so that colour is not the only sign."""
        severity = self._matrix.mark(index.row(), index.column())
        if severity is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(severity_colour(severity, palette))
        right, top = rect.right(), rect.top()
        painter.drawPolygon(
            [QPoint(right - _CORNER, top), QPoint(right, top), QPoint(right, top + _CORNER)]
        )

    def _drawn(self, cell: Cell, painter: QPainter, option: QStyleOptionViewItem) -> QPixmap:
        """Draw the chips of `cell` into a picture and keep it."""
        font = QFont(option.font)
        font.setBold(True)
        metrics = QFontMetrics(font)
        letters = self._matrix.plan.letter_set.letters_in(cell)
        height = metrics.height() + 1
        widths = [max(height, metrics.horizontalAdvance(each.symbol) + 6) for each in letters]
        width = sum(widths) + _GAP * (len(letters) - 1)
        ratio = painter.device().devicePixelRatioF()
        chip = QPixmap(round(width * ratio), round(height * ratio))
        chip.setDevicePixelRatio(ratio)
        chip.fill(Qt.GlobalColor.transparent)
        drawing = QPainter(chip)
        drawing.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.setFont(font)
        left = 0
        for letter, each in zip(letters, widths, strict=True):
            draw_letter(drawing, QRectF(left, 0, each, height), letter, option.palette)
            left += each + _GAP
        drawing.end()
        self._chips[cell] = chip
        return chip
