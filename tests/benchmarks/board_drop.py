"""What one dropped card costs, against two bare lists between which a row is moved.

`ours` goes the whole way: drag and drop events, edit, undo step, checks, counts, model, painted
lanes. `baseline` is two QListViews whose cards are drawn by a delegate. Both wait for the repaint
that Qt itself finds due.
"""

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
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
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support import drag
from tests.support.contexts import context_of
from tests.support.lanes import II, I
from tests.support.plans import big_plan, unplaced_plan

WARM_UP = 6
SIZE = (1100, 700)
_NO_PARENT = QModelIndex()
_PATIENCE = 0.5
_ROW = 2
Index = QModelIndex | QPersistentModelIndex


def ours(plan: Plan, rounds: int) -> list[float]:
    """Return the milliseconds from a drop to the painted lanes, once for each round."""
    _app()
    document = Document(History.of(plan))
    viewpoint, checking = Viewpoint(document), Checking(document)
    tally = Tally(document)
    board = BoardView(context_of(document, Translator(words_for("en")), viewpoint, checking))
    _show(board)
    board.list.select_rows([_ROW])
    home = board.model.lane(_ROW)
    away = II if home != II else I

    def change(turn: int) -> None:
        lane = home if turn % 2 else away
        drag.drop(board.list, drag.carried(board.list), drag.spot_in(board.list, lane))

    try:
        return _timed([board.list], change, rounds)
    finally:
        board.close()
        del tally


def baseline(plan: Plan, rounds: int) -> list[float]:
    """Return the milliseconds of a row moved between two bare lists as long as `plan`."""
    _app()
    box = QWidget()
    line = QHBoxLayout(box)
    number = sum(1 for _ in plan.roles())
    rows = [_Rows(number - number // 3), _Rows(number // 3)]
    views = []
    for each in rows:
        view = QListView()
        view.setModel(each)
        view.setItemDelegate(_Delegate(view))
        view.setUniformItemSizes(True)
        line.addWidget(view)
        views.append(view)
    _show(box)

    def change(turn: int) -> None:
        source, target = rows if turn % 2 else rows[::-1]
        target.put(_ROW, source.take(_ROW))

    try:
        return _timed(views, change, rounds)
    finally:
        box.close()


class _Rows(QAbstractListModel):
    """The least a list can show."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._names = [f"role {row}" for row in range(number)]

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._names)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._names[index.row()] if role == Qt.ItemDataRole.DisplayRole else None

    def take(self, row: int) -> str:
        self.beginRemoveRows(_NO_PARENT, row, row)
        name = self._names.pop(row)
        self.endRemoveRows()
        return name

    def put(self, row: int, name: str) -> None:
        self.beginInsertRows(_NO_PARENT, row, row)
        self._names.insert(row, name)
        self.endInsertRows()


class _Delegate(QStyledItemDelegate):
    """The least that looks like a card: a frame, a stripe, two lines of text."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(180, 56)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect.adjusted(3, 3, -3, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#b0b8c0")))
        painter.setBrush(QColor("#fbfcfd"))
        painter.drawRoundedRect(rect, 6, 6)
        stripe = QRect(rect.left() + 1, rect.top() + 6, 4, rect.height() - 12)
        painter.fillRect(stripe, QColor("#2f6fb0"))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor("#20242a"))
        painter.drawText(rect.adjusted(12, 4, -8, -24), left, index.data())
        painter.setPen(QColor("#6a727c"))
        painter.drawText(rect.adjusted(12, 24, -8, -4), left, "category")
        painter.restore()


class _Painted(QObject):
    """Notices when views have been told to paint."""

    def __init__(self, views: list[QListView]) -> None:
        super().__init__()
        self._viewports = [view.viewport() for view in views]
        self._waiting: set[int] = set()
        for viewport in self._viewports:
            viewport.installEventFilter(self)

    def begin(self) -> None:
        self._waiting = set(range(len(self._viewports)))

    @property
    def is_done(self) -> bool:
        return not self._waiting

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._waiting.discard(next(i for i, v in enumerate(self._viewports) if v is watched))
        return False


def _timed(views: list[QListView], change: Callable[[int], None], rounds: int) -> list[float]:
    painted = _Painted(views)
    times = []
    for turn in range(WARM_UP + rounds):
        QApplication.processEvents()
        painted.begin()
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

    for made in (unplaced_plan(), big_plan()):
        mine, bare = ours(made, 60), baseline(made, 60)
        sys.stdout.write(
            f"{sum(1 for _ in made.roles())} roles: {median(mine):.2f} ms, "
            f"bare {median(bare):.2f} ms, {median(mine) / median(bare):.2f} x\n"
        )
