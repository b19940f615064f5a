"""What one letter typed into the matrix costs, against a bare table that repaints one cell.

`ours` goes the whole way: key, edit, undo step, checks, counts, model, painted cell. `baseline` is
a QTableView over a list of lists. Both wait for the repaint that Qt itself finds due.
"""

import os
import sys
import time
from dataclasses import replace

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

from socplanner.domain.catalogue import Area, Catalogue, Function, Mark, Role, Sourcing
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, PhaseId, role_id
from socplanner.domain.letters import RACI, Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.phases import with_duties
from socplanner.domain.plan import BLANK_DUTY, Party, Phase, Plan, frozen
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.viewpoint import Viewpoint

WARM_UP = 5
SIZE = (1100, 700)
_PHASE = PhaseId("now")
_NO_PARENT = QModelIndex()
_KEYS = (Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_I)
_PATIENCE = 0.5


def ours(roles: int, parties: int, rounds: int) -> list[float]:
    """Return the milliseconds from a key to the painted cell, once for each round."""
    _app()
    document = Document(History.of(_plan(roles, parties)))
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


def baseline(roles: int, parties: int, rounds: int) -> list[float]:
    """Return the milliseconds of a bare table from a changed value to the painted cell."""
    _app()
    grid = _Grid(roles, parties)
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


def _plan(roles: int, parties: int) -> Plan:
    """Return a clean plan in which each role has one A, one R, and one cell in five is filled."""
    every = tuple(
        Role(role_id("big", f"R-{n}"), f"R-{n}", "ABCDEFGHI"[n * 9 // roles], _text(n), Area.I)
        for n in range(roles)
    )
    functions = tuple(Function(code, _text(0), _text(0), Mark.DEFAULT) for code in "ABCDEFGHI")
    nothing = LocalText.same("")
    catalogue = Catalogue("big", nothing, nothing, (), functions, every, (), ())
    held = tuple(Party(PartyId(f"p{n}"), "internal", _text(n)) for n in range(parties))
    plan = Plan("big", "Big", catalogue, RACI, held, (Phase(_PHASE, _text(0)),))
    duties = {
        role.id: replace(
            BLANK_DUTY,
            area=Area.I,
            sourcing=Sourcing.INSOURCE,
            letters=frozen(_letters(number, held)),
        )
        for number, role in enumerate(every)
    }
    return with_duties(plan, _PHASE, duties)


def _letters(number: int, parties: tuple[Party, ...]) -> dict[PartyId, Cell]:
    chosen = [parties[(number + 5 * step) % len(parties)].id for step in range(len(parties) // 5)]
    letters = {party: Cell("CI"[place % 2]) for place, party in enumerate(chosen)}
    return {**letters, chosen[0]: Cell("A"), chosen[-1]: Cell("A/R" if len(chosen) == 1 else "R")}


def _text(number: int) -> LocalText:
    return LocalText(f"名称{number}", f"Name {number}")
