"""What one letter typed into the matrix costs, against a bare table that repaints one cell.

`ours` goes the whole way: key, edit, undo step, checks, counts, model, painted cell. `baseline` is
a QTableView over a list of lists. Both wait for the repaint that Qt itself finds due.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from typing_extensions import override

from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.viewpoint import Viewpoint

WARM_UP = 5
SIZE = (1100, 700)
_NO_PARENT = QModelIndex()
_KEYS = (Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_I)
_PATIENCE = 0.5


def ours(plan: Plan, rounds: int) -> list[float]:
    """Return the milliseconds from a key to the painted cell of `plan`, once for each round."""
    _app()
    document = Document(History.of(plan))
    viewpoint, checking = Viewpoint(document), Checking(document)
    tally = Tally(document)
    view = MatrixView(document, viewpoint, checking, Translator(words_for("en")))
    _show(view)
    cell = view.model.index(2, 1)
    view.table.setCurrentIndex(cell)
    try:
        return _timed(view.table, _Typing(view.table), rounds)
    finally:
        view.close()
        tally.deleteLater()


def baseline(plan: Plan, rounds: int) -> list[float]:
    """Return the milliseconds of a bare table as big as `plan`, from value to painted cell."""
    _app()
    grid = _Grid(sum(1 for _ in plan.roles()), len(plan.parties))
    table = QTableView()
    table.setModel(grid)
    _show(table)
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
        self._cells[1][1] = "RACI"[turn % 4]
        self.dataChanged.emit(self.index(1, 1), self.index(1, 1))


class _Painted(QObject):
    """Notices when a widget has been told to paint."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_done = False
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.is_done = True
        return False


def _timed(table: QTableView, change: "_Typing | _Grid", rounds: int) -> list[float]:
    painted = _Painted(table.viewport())
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


def _show(widget: QWidget) -> None:
    widget.resize(*SIZE)
    widget.show()
    for _ in range(3):
        QApplication.processEvents()


def _app() -> QApplication:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(sys.argv[:1])


if __name__ == "__main__":
    from statistics import median

    from tests.support.plans import bench_plan, big_plan

    for made in (bench_plan(), big_plan()):
        mine, bare = median(ours(made, 60)), median(baseline(made, 60))
        sys.stdout.write(
            f"{sum(1 for _ in made.roles())} roles: {mine:.2f} ms, bare {bare:.2f} ms, "
            f"{mine / bare:.2f} x\n"
        )
