"""Tables of rows that are as wide as their view: some columns are hidden where it is narrow."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from socplanner.domain.ids import RoleId
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.role_rows import RoleRows

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NARROWEST = 8
"""The least width in letters of the column that has the rest, where nothing can be hidden."""


class ColumnFit(NamedTuple):
    """How columns share the width of their view, in letters.

    Each of `widths` is fixed; `filling` has the rest. Where that is less than `least`, the columns
    `hidden_first` are hidden, one after another.
    """

    widths: Mapping[int, int]
    filling: int
    least: int
    hidden_first: Sequence[int] = ()


class RowTable(QTableView):
    """A table without grid and without a horizontal scroll bar."""

    context_requested = Signal(QPoint)
    """The planner opened the context menu of the current row, at a point of the screen."""

    escaped = Signal()

    def __init__(
        self, model: QAbstractItemModel, fit: ColumnFit, row_air: int, parent: QWidget
    ) -> None:
        """Show `model`, each row `row_air` pixels higher than a line of text.

        The subclass calls `fit_font` at the end of its constructor.
        """
        super().__init__(parent)
        self._fit, self._row_air = fit, row_air
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(_LEFT)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def fit_font(self) -> None:
        """Set the height of rows and the widths of columns for the current font."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + self._row_air)
        self.fit_columns()

    def fixed_widths(self) -> dict[int, int]:
        """Return the widths of the columns that do not fill, in pixels."""
        letter = self.fontMetrics().averageCharWidth()
        return {column: letters * letter for column, letters in self._fit.widths.items()}

    def fit_columns(self) -> None:
        """Give the filling column what the others leave; hide some where that is too little."""
        letter, width, fit = (
            self.fontMetrics().averageCharWidth(),
            self.viewport().width(),
            self._fit,
        )
        widths = self.fixed_widths()
        shown = dict(widths)
        for column in fit.hidden_first:
            if width - sum(shown.values()) < fit.least * letter:
                del shown[column]
        for column, wide in widths.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, wide)
        left = width - sum(shown.values())
        self.setColumnWidth(fit.filling, max(left, _NARROWEST * letter))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
            if index.isValid() and not self.selectionModel().isSelected(index):
                # Not setCurrentIndex: it would add to the selection while Ctrl is pressed.
                by_rows = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
                self.selectionModel().setCurrentIndex(
                    index, _SELECT | _ROWS if by_rows else _SELECT
                )
        if index.isValid():
            self.context_requested.emit(place)
        event.accept()


class RoleTable(RowTable):
    """A table of roles, of which several can be selected."""

    selection_altered = Signal()

    def __init__(self, model: RoleRows[Any], fit: ColumnFit, row_air: int, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, fit, row_air, parent)
        self._roles = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self.selection_altered)

    def selected_roles(self) -> list[RoleId]:
        """Return the selected roles, in the order of the rows."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._roles.rows[place].role.id for place in places]

    def select_places(self, places: list[int]) -> None:
        """Select exactly the rows at `places`, and show the first of them."""
        selection = QItemSelection()
        for place in places:
            index = self._roles.index(place, 0)
            selection.select(index, index)
        self.selectionModel().select(selection, _SELECT | _ROWS)
        if places:
            first = self._roles.index(places[0], max(self.currentIndex().column(), 0))
            if self.currentIndex().row() not in places:
                no_update = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(first, no_update)
            self.scrollTo(first)

    def go_to(self, place: int) -> None:
        """Put the cursor on the row at `place`, and select it."""
        index = self._roles.index(place, max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(index, _SELECT | _ROWS)
        self.scrollTo(index)
