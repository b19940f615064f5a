"""The table of scores. A digit scores the current cell, or the role where its name is current."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from socplanner.domain.assessment import Score
from socplanner.domain.ids import RoleId
from socplanner.ui.kit.overriding import override
from socplanner.ui.maturity.scores_delegate import ScoresDelegate
from socplanner.ui.maturity.scores_model import ScoreColumn, ScoresModel

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_WIDTHS = {
    ScoreColumn.INHOUSE: 10,
    ScoreColumn.OUTSOURCED: 12,
    ScoreColumn.AIM: 8,
    ScoreColumn.GAP: 18,
    ScoreColumn.OWNER: 9,
    ScoreColumn.UNTIL: 15,
}
"""Widths in letters; the names have the rest."""

_HIDDEN_FIRST = (ScoreColumn.UNTIL, ScoreColumn.OWNER, ScoreColumn.GAP)
_LEAST_NAME, _AIR = 24, 10
_KEYS: dict[int, Score | None] = {
    Qt.Key.Key_1: "1",
    Qt.Key.Key_2: "2",
    Qt.Key.Key_3: "3",
    Qt.Key.Key_4: "4",
    Qt.Key.Key_5: "5",
    Qt.Key.Key_0: "na",
    Qt.Key.Key_N: "na",
    Qt.Key.Key_Question: "unknown",
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}


class ScoresTable(QTableView):
    """Rows of roles; keys 1 to 5, 0 for not applicable, ? for unknown, Delete for none."""

    selection_altered = Signal()
    scored = Signal(int, object)
    """The column of the current cell, and a score or None, for the selected roles."""

    details_requested = Signal()
    context_requested = Signal(QPoint)
    escaped = Signal()

    def __init__(self, model: ScoresModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._scores = model
        self.setModel(model)
        self.setItemDelegate(ScoresDelegate(model, self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self.details_requested)
        self.selectionModel().selectionChanged.connect(self.selection_altered)
        self.fit_font()

    def fit_font(self) -> None:
        """Set the height of rows and the widths of columns for the current font."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        self._fit_columns()

    def selected_roles(self) -> list[RoleId]:
        """Return the selected roles, in the order of the rows."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._scores.shown[place].role.id for place in places]

    def select_places(self, places: list[int]) -> None:
        """Select exactly the rows at `places`, and show the first of them."""
        selection = QItemSelection()
        for place in places:
            index = self._scores.index(place, 0)
            selection.select(index, index)
        self.selectionModel().select(selection, _SELECT | _ROWS)
        if places and self.currentIndex().row() not in places:
            column = max(self.currentIndex().column(), 0)
            first = self._scores.index(places[0], column)
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(first, no_update)
            self.scrollTo(first)

    def go_to(self, place: int) -> None:
        """Put the cursor on the row at `place`, and select it."""
        index = self._scores.index(place, max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(index, _SELECT | _ROWS)
        self.scrollTo(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _KEYS and is_plain and self.currentIndex().isValid():
            self.scored.emit(self.currentIndex().column(), _KEYS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.go_to(index.row())
        if index.isValid():
            self.context_requested.emit(place)
        event.accept()

    def _fit_columns(self) -> None:
        """Give the names what the other columns leave; where that is too little, hide some."""
        letter, width = self.fontMetrics().averageCharWidth(), self.viewport().width()
        shown = dict(_WIDTHS)
        for column in _HIDDEN_FIRST:
            if width - sum(shown.values()) * letter < _LEAST_NAME * letter:
                del shown[column]
        for column, letters in _WIDTHS.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, letters * letter)
        left = width - sum(shown.values()) * letter
        self.setColumnWidth(ScoreColumn.ROLE, max(left, 10 * letter))
