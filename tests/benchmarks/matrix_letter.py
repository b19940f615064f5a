"""What one letter typed into the matrix costs, against the bare Qt views that show the same.

`ours` goes the whole way: key, edit, undo step, checks, counts, model, painted cell. `baseline` is
a QTableView over a list of lists with a few counts in another one below: it takes the same key and
paints the same cell and the two counts that differ with the plainest delegate there can be in
Python. `one_cell` paints a cell and nothing else, with the delegate of Qt, from no key at all.
All wait for the repaint that Qt itself finds due.
"""

import gc
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.benchmarks.paint_notice import PaintNotice
from tests.support.contexts import context_of

WARM_UP = 5
SIZE = (1100, 700)
_NO_PARENT = QModelIndex()
_KEYS = (Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_I)
_PATIENCE = 0.5


def ours(plan: Plan, rounds: int) -> list[float]:
    """Return the milliseconds from a key to the painted cell of `plan`, once for each round."""
    made_application()
    document = Document(History.of(plan))
    viewpoint, checking = Viewpoint(document), Checking(document)
    tally = Tally(document)
    view = MatrixView(context_of(document, Translator(words_for("en")), viewpoint, checking))
    shown(view)
    cell = view.model.index(2, 1)
    view.table.setCurrentIndex(cell)
    try:
        return _timed(view.table, _Typing(view.table), rounds)
    finally:
        view.close()
        tally.deleteLater()


def baseline(plan: Plan, rounds: int) -> list[float]:
    """Return the milliseconds of bare views as big as `plan`, from key to painted cell."""
    made_application()
    view = _BareView(sum(1 for _ in plan.roles()), len(plan.parties))
    shown(view)
    view.table.setCurrentIndex(view.table.model().index(2, 1))
    try:
        return _timed(view.table, _Typing(view.table), rounds)
    finally:
        view.close()


def one_cell(plan: Plan, rounds: int) -> list[float]:
    """Return the milliseconds of a bare table as big as `plan`, from value to painted cell."""
    made_application()
    grid = _Grid(sum(1 for _ in plan.roles()), len(plan.parties))
    table = QTableView()
    table.setModel(grid)
    shown(table)
    try:
        return _timed(table, grid, rounds)
    finally:
        table.close()


class _Typing:
    """Types one letter after the other."""

    def __init__(self, table: QTableView) -> None:
        self._table = table

    def __call__(self, turn: int) -> None:
        QTest.keyClick(self._table, _KEYS[turn % len(_KEYS)])


class _Grid(QAbstractTableModel):
    """The least a table can show; calling it changes one cell."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._cells = [["RACI"[(i + j) % 4] for j in range(columns)] for i in range(rows)]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return len(self._cells)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return len(self._cells[0])

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_text = role == Qt.ItemDataRole.DisplayRole
        return self._cells[index.row()][index.column()] if is_text else None

    def __call__(self, turn: int) -> None:
        self.put(1, 1, "RACI"[turn % 4])

    def put(self, row: int, column: int, text: str) -> str:
        """Put `text` into a cell, and return what stood there."""
        before, self._cells[row][column] = self._cells[row][column], text
        index = self.index(row, column)
        self.dataChanged.emit(index, index)
        return before


class _Pictures(QStyledItemDelegate):
    """Draws each text once, and then its picture."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._drawn: dict[str, QPixmap] = {}

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text, rect = str(index.data()), option.rect
        picture = self._drawn.get(text)
        if picture is None:
            picture = self._drawn[text] = QPixmap(rect.size())
            picture.fill(option.palette.base().color())
            drawing = QPainter(picture)
            drawing.drawText(picture.rect(), int(Qt.AlignmentFlag.AlignCenter), text)
            drawing.end()
        painter.drawPixmap(rect.topLeft(), picture)


class _BareTable(QTableView):
    """Writes the letter typed into the cell of the cursor, and counts it below."""

    def __init__(self, grid: _Grid, counts: _Grid, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid
        self._counts = counts
        self._turns = 0
        self.setModel(grid)
        self.setItemDelegate(_Pictures(self))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        before = self._grid.put(at.row(), at.column(), event.text().upper())
        self._turns += 1
        for letter in (before, event.text().upper()):
            self._counts.put("RACI".index(letter), at.column(), str(self._turns))


class _BareView(QWidget):
    """A table with its counts below."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        counts = _Grid(4, columns)
        self.table = _BareTable(_Grid(rows, columns), counts, self)
        below = QTableView(self)
        below.setModel(counts)
        below.setItemDelegate(_Pictures(below))
        below.horizontalHeader().hide()
        below.setFixedHeight(4 * below.rowHeight(0) + 4)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(below)


def _timed(table: QTableView, change: "_Typing | _Grid", rounds: int) -> list[float]:
    painted = PaintNotice(table.viewport())
    times = []
    for turn in range(WARM_UP + rounds):
        QApplication.processEvents()
        painted.is_done = False
        begun = time.perf_counter()
        change(turn)
        while not painted.is_done and time.perf_counter() - begun < _PATIENCE:
            QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    return times[WARM_UP:]


def shown(widget: QWidget) -> None:
    """Show `widget` in the room that views have."""
    widget.resize(*SIZE)
    widget.show()
    for _ in range(3):
        QApplication.processEvents()
    gc.freeze()  # as the program does once its window stands


def made_application() -> QApplication:
    """Return the one application of the process."""
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(sys.argv[:1])


if __name__ == "__main__":
    from statistics import median

    from tests.support.plans import big_plan, unplaced_plan

    for made in (unplaced_plan(), big_plan()):
        mine, bare, cell = (median(run(made, 60)) for run in (ours, baseline, one_cell))
        sys.stdout.write(
            f"{sum(1 for _ in made.roles())} roles: {mine:.2f} ms, bare {bare:.2f} ms, "
            f"{mine / bare:.2f} x; one cell {cell:.2f} ms, {mine / cell:.2f} x\n"
        )
