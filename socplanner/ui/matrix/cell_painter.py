"""Draws the cells of the matrix: each look of a cell is drawn once and kept as a picture."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QTableView

from socplanner.domain.checks.finding import Severity
from socplanner.domain.letters import Cell, Letter
from socplanner.ui.kit.letter_chip import chip_width, draw_letter
from socplanner.ui.kit.theme import severity_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.matrix.cell_spans import Span, cells_in, parts
from socplanner.ui.matrix.grid_colours import (
    band_fill,
    cross_tint,
    finding_tint,
    grid_line,
    group_line,
    selection_tint,
)
from socplanner.ui.matrix.matrix_model import MatrixModel

_CORNER = 5
_GAP = 1
_SMALLEST = 6.5
_KEPT = 1500
_SELECTED, _FOCUSED, _CROSSED = 1, 2, 4


class _Look(NamedTuple):
    """All that a cell looks like depends on."""

    cell: Cell | None
    mark: Severity | None
    state: int
    is_last_of_kind: bool
    width: int
    height: int


class CellPainter:
    """Draws the cells of a table from the values of its model."""

    def __init__(self, model: MatrixModel, table: QTableView) -> None:
        """Draw the cells of `model` in the colours of `table`."""
        self._table = table
        self._matrix = model
        self._pictures: dict[_Look, QPixmap] = {}
        self._ratio = 1.0
        self.forget()

    def forget(self) -> None:
        """Choose every colour and draw every cell again: palette, font or parties have changed."""
        self._pictures.clear()
        palette = self._palette = self._table.palette()
        self._ground = palette.color(QPalette.ColorRole.Base)
        self._band = band_fill(palette)
        self._line = grid_line(palette)
        self._group = group_line(palette)
        self._selected = selection_tint(palette)
        self._crossed = cross_tint(palette)
        self._focus = QPen(token("accent-ink", palette), 2)
        self._font = QFont(self._table.font())
        self._font.setBold(True)
        kinds = [party.kind for party in self._matrix.parties]
        self._ends = {at for at in range(len(kinds) - 1) if kinds[at] != kinds[at + 1]}

    def paint(self, dirty: QRegion) -> None:
        """Draw the cells that lie in `dirty`."""
        table = self._table
        ratio = table.devicePixelRatioF()
        if ratio != self._ratio:
            self._pictures.clear()
            self._ratio = ratio
        at = table.currentIndex()
        focus = (at.row(), at.column()) if table.hasFocus() else (-1, -1)
        painter = QPainter(table.viewport())
        for part in parts(dirty):
            self._paint_part(painter, part, focus)
        painter.end()

    def _paint_part(self, painter: QPainter, part: QRect, focus: tuple[int, int]) -> None:
        rows, columns = cells_in(self._table, part)
        if not rows or not columns:
            return
        selected = self._selected_in(rows, columns)
        look_at, pictures, ends = self._matrix.look, self._pictures, self._ends
        for row, top, height in rows:
            for column, left, width in columns:
                cell, mark = look_at(row, column)
                place = (row, column)
                state = (place in selected) * _SELECTED + (place == focus) * _FOCUSED
                if row == focus[0] or column == focus[1]:
                    state += _CROSSED
                look = _Look(cell, mark, state, column in ends, width, height)
                picture = pictures.get(look)
                if picture is None:
                    picture = self._kept(look)
                painter.drawPixmap(left, top, picture)

    def _selected_in(self, rows: list[Span], columns: list[Span]) -> set[tuple[int, int]]:
        """Return which of the cells in `rows` and `columns` are selected."""
        selection = self._table.selectionModel().selection()
        top, bottom, left, right = rows[0][0], rows[-1][0], columns[0][0], columns[-1][0]
        edges: set[tuple[int, int]] = set()
        for place in range(selection.count()):
            part = selection.at(place)
            across = range(max(left, part.left()), min(right, part.right()) + 1)
            for row in range(max(top, part.top()), min(bottom, part.bottom()) + 1):
                edges.update((row, column) for column in across)
        return edges

    def _kept(self, look: _Look) -> QPixmap:
        """Draw `look` and keep its picture; drop all pictures where there are too many."""
        if len(self._pictures) >= _KEPT:
            self._pictures.clear()
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
        if look.mark is not None:
            return finding_tint(look.mark, self._palette)
        return self._crossed if look.state & _CROSSED else self._ground

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
        letters = self._matrix.plan.letter_set.letters_in(cell)
        height = QFontMetrics(self._font).height() + 1
        font, widths = self._fitting(letters, rect.width() - 2)
        left = rect.left() + (rect.width() - sum(widths) - _GAP * (len(letters) - 1)) // 2
        top = rect.top() + (rect.height() - 1 - height) // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        for letter, each in zip(letters, widths, strict=True):
            draw_letter(painter, QRectF(left, top, each, height), letter, self._palette)
            left += each + _GAP
        painter.restore()

    def _fitting(self, letters: Sequence[Letter], width: int) -> tuple[QFont, list[int]]:
        """Return font and widths of chips, smaller where they are wider than `width` together."""
        font = QFont(self._font)
        while True:
            metrics = QFontMetrics(font)
            height = metrics.height() + 1
            widths = [chip_width(each, metrics, height) for each in letters]
            if sum(widths) + _GAP * (len(letters) - 1) <= width or font.pointSizeF() <= _SMALLEST:
                return font, widths
            font.setPointSizeF(font.pointSizeF() - 0.5)
