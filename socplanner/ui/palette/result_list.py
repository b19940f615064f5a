"""The list of results; the field above it keeps the keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.palette.result_delegate import ResultDelegate
from socplanner.ui.palette.result_model import ResultModel
from socplanner.ui.palette.result_rows import ResultRow


class ResultList(QListView):
    """Shows results; a click chooses one, with Shift it adds to the selection."""

    row_clicked = Signal(bool)
    """The planner clicked the current row; with Shift or not."""

    def __init__(self, model: ResultModel, parent: QWidget) -> None:
        """Show the rows of `model`."""
        super().__init__(parent)
        self._model = model
        self._delegate = ResultDelegate(self)
        self._hovered = -1
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)

    @property
    def hovered(self) -> int:
        """The row under the mouse, or -1."""
        return self._hovered

    def current_row(self) -> ResultRow | None:
        """Return the current row, or None."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Make `row` the current one, or the nearest there is, and show it."""
        last = len(self._model.rows) - 1
        if last >= 0:
            index = self._model.index(min(max(row, 0), last))
            self.setCurrentIndex(index)
            self.scrollTo(index)
            if index.row() == 0:
                self.scrollToTop()  # with the title of its group

    def needed_height(self) -> int:
        """Return the height of all rows, in pixels."""
        option = self._option_size
        return sum(option(self._model.index(row)).height() for row in range(self._model.rowCount()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._row_at(event)
        if index.isValid():
            self.setCurrentIndex(index)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._row_at(event)
        is_current = index.isValid() and index.row() == self.currentIndex().row()
        if is_current and event.button() == Qt.MouseButton.LeftButton:
            self.row_clicked.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event).row())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for each in (self._hovered, row):
                if 0 <= each < self._model.rowCount():
                    self.update(self._model.index(each))
            self._hovered = row

    def _row_at(self, event: QMouseEvent) -> QModelIndex:
        """Return the row under the mouse; none where the title of a group is."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            top = self.visualRect(index).top() + self._delegate.title_height(index, self.font())
            if event.position().y() < top:
                return QModelIndex()
        return index

    def _option_size(self, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._delegate.row_size(index, self.font())
