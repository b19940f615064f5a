"""Draws the cells of the matrix: each look of a cell is drawn once and kept as a picture."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
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
_KEPT = 1500
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


class _Look(NamedTuple):
    """All that a cell looks like depends on."""

    cell: Cell | None
    mark: Severity | None
    state: int
    is_last_of_kind: bool
    width: int
    height: int


class CellDelegate(QStyledItemDelegate):
    """Draws from the model's own values; asks for no role of an index but the place."""

    def __init__(self, model: MatrixModel, table: QWidget) -> None:
        """Draw the cells of `model` in the colours of `table`."""
        super().__init__(table)
        self._table = table
        self._matrix = model
        self._pictures: dict[_Look, QPixmap] = {}
        self.forget()

    def forget(self) -> None:
        """Choose every colour and draw every cell anew: palette, font or parties have changed."""
        self._pictures.clear()
        palette = self._palette = self._table.palette()
        self._ground = palette.color(QPalette.ColorRole.Base)
        self._band = band_fill(palette)
        self._line = grid_line(palette)
        self._group = group_line(palette)
        self._selected = selection_tint(palette)
        highlight = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
        self._focus = QPen(highlight, 2)
        self._font = self._table.font()
        self._font.setBold(True)
        self._ratio = self._table.devicePixelRatioF()
        kinds = [party.kind for party in self._matrix.parties]
        self._ends = {at for at in range(len(kinds) - 1) if kinds[at] != kinds[at + 1]}

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, column = option.rect, index.column()
        cell, mark = self._matrix.look(index.row(), column)
        state = option.state.value & (_SELECTED | _FOCUSED)
        look = _Look(cell, mark, state, column in self._ends, rect.width(), rect.height())
        picture = self._pictures.get(look)
        if picture is None:
            picture = self._kept(look)
        painter.drawPixmap(rect.topLeft(), picture)

    def _kept(self, look: _Look) -> QPixmap:
        """Draw `look` and keep it; begin anew where there are too many, or on another screen."""
        ratio = self._table.devicePixelRatioF()
        if len(self._pictures) >= _KEPT or ratio != self._ratio:
            self._pictures.clear()
            self._ratio = ratio
        self._pictures[look] = picture = self._drawn(look)
        return picture

    def _drawn(self, look: _Look) -> QPixmap:
        rect = QRect(0, 0, look.width, look.height)
        picture = QPixmap(round(look.width * self._ratio), round(look.height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(self._fill(look))
        painter = QPainter(picture)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        if look.cell is not None:
            edge = self._group if look.is_last_of_kind else self._line
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), edge)
        if look.cell:
            self._draw_letters(painter, rect, look.cell)
        if look.mark is not None:
            self._draw_corner(painter, rect, look.mark)
        if look.state & _FOCUSED:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.end()
        return picture

    def _fill(self, look: _Look) -> QColor:
        if look.cell is None:
            return self._band
        if look.state & _SELECTED:
            return self._selected
        return self._ground if look.mark is None else finding_tint(look.mark, self._palette)

    def _draw_corner(self, painter: QPainter, rect: QRect, severity: Severity) -> None:
        """Mark a cell that a finding names by a corner, so that colour is not the only sign."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(severity_colour(severity, self._palette))
        right, top = rect.right(), rect.top()
        painter.drawPolygon(
            [QPoint(right - _CORNER, top), QPoint(right, top), QPoint(right, top + _CORNER)]
        )

    def _draw_letters(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """Draw the chips of `cell` side by side in the middle."""
        metrics = QFontMetrics(self._font)
        letters = self._matrix.plan.letter_set.letters_in(cell)
        height = metrics.height() + 1
        widths = [max(height, metrics.horizontalAdvance(each.symbol) + 6) for each in letters]
        left = rect.left() + (rect.width() - sum(widths) - _GAP * (len(letters) - 1)) // 2
        top = rect.top() + (rect.height() - 1 - height) // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(QFont(self._font))
        for letter, each in zip(letters, widths, strict=True):
            draw_letter(painter, QRectF(left, top, each, height), letter, self._palette)
            left += each + _GAP
        painter.restore()
