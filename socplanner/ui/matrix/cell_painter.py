"""Draws the cells of the matrix: each look of a cell is drawn once and kept as a picture."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QTableView

from socplanner.domain.ids import RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.ui.matrix.cell_face import (
    CHANGED,
    CROSSED,
    FAINT,
    FOCUSED,
    SELECTED,
    CellFace,
    CellLook,
)
from socplanner.ui.matrix.cell_spans import Span, cells_in, parts
from socplanner.ui.matrix.matrix_model import MatrixModel

_KEPT = 1500


class CellPainter:
    """Draws the cells of a table from the values of its model."""

    def __init__(self, model: MatrixModel, table: QTableView) -> None:
        """Draw the cells of `model` in the colours of `table`."""
        self._table = table
        self._matrix = model
        self._pictures: dict[CellLook, QPixmap] = {}
        self._ratio = 1.0
        self.forget()

    def forget(self) -> None:
        """Choose every colour and draw every cell again: palette, font or parties have changed."""
        self._pictures.clear()
        self._face = CellFace(self._table.palette(), self._table.font())
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
        is_marking = self._matrix.changes.is_on
        look_at, pictures, ends = self._matrix.look, self._pictures, self._ends
        for row, top, height in rows:
            role = self._matrix.lines[row].role if is_marking else None
            for column, left, width in columns:
                cell, mark = look_at(row, column)
                place = (row, column)
                state = (place in selected) * SELECTED + (place == focus) * FOCUSED
                if row == focus[0] or column == focus[1]:
                    state += CROSSED
                former = BLANK
                if role is not None:
                    change, former = self._change(role.id, column)
                    state += change
                look = CellLook(cell, mark, state, column in ends, width, height, former)
                picture = pictures.get(look)
                if picture is None:
                    picture = self._kept(look)
                painter.drawPixmap(left, top, picture)

    def _change(self, role: RoleId, column: int) -> tuple[int, Cell]:
        """Return the state of a cell while changes are shown, and its former letters."""
        changes, party = self._matrix.changes, self._matrix.parties[column].id
        if changes.is_faint(role):
            return FAINT, BLANK
        if party not in changes.cells(role):
            return 0, BLANK
        return CHANGED, changes.former(role, party)

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

    def _kept(self, look: CellLook) -> QPixmap:
        """Draw `look` and keep its picture; drop all pictures where there are too many."""
        if len(self._pictures) >= _KEPT:
            self._pictures.clear()
        self._pictures[look] = picture = self._drawn(look)
        return picture

    def _drawn(self, look: CellLook) -> QPixmap:
        picture = QPixmap(round(look.width * self._ratio), round(look.height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(self._face.fill(look))
        painter = QPainter(picture)
        self._face.draw(painter, look, self._matrix.plan.letter_set)
        painter.end()
        return picture
