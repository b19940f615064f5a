"""The cards of the board with a selection and a cursor, by mouse and by keys."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.board.board_painter import RING, Marks
from socplanner.ui.board.card_announcements import announce_current, announce_selected
from socplanner.ui.board.card_cursor import CursorAction, row_after
from socplanner.ui.board.card_view import CardView, Index
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.kit.overriding import override

Flag = QItemSelectionModel.SelectionFlag
_MANY = 100
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_COMES_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class CardList(CardView):
    """Selects cards, moves the cursor and marks both. `BoardList` adds gestures that edit."""

    selection_altered = Signal()

    def __init__(
        self, model: BoardModel, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Show the cards of `model`, none of them selected."""
        super().__init__(model, translator, parent)
        self._selected: set[int] = set()
        self._dimmed: frozenset[int] = frozenset()
        self._hovered = -1
        self._is_by_keys = False
        self._band: QRect | None = None
        self.target: LaneId | None = None
        self.promise = self.remark = ""
        self.dragged: frozenset[int] = frozenset()
        self.moved: frozenset[int] = frozenset()
        self.places: Mapping[int, Rect] = {}

    def dim(self, rows: frozenset[int]) -> None:
        """Draw the cards of `rows` faintly."""
        if rows != self._dimmed:
            self._dimmed = rows
            self.viewport().update()

    def selected_rows(self) -> list[int]:
        """Return the selected rows, in their order."""
        return sorted(self._selected)

    def select_rows(self, rows: Iterable[int], command: Flag = Flag.ClearAndSelect) -> None:
        """Select `rows` and no others, or change the selection as `command` has it."""
        self.selectionModel().select(self._selection(rows), command)

    @override
    def marks(self) -> Marks:
        is_ringed = self.hasFocus() and self._is_by_keys
        current = self.currentIndex().row() if is_ringed else -1
        return Marks(
            self._selected,
            self._dimmed,
            self._hovered,
            current,
            self.target,
            self.promise,
            self.remark,
            self.dragged,
            self.moved,
            self.places,
            self._band,
        )

    @override
    def setSelection(self, rect: QRect, command: Flag) -> None:
        if self.state() is QAbstractItemView.State.DragSelectingState:
            self._show_band(rect)
            rows = [row for row, _ in self.placement.cards_in(self._on_board(rect))]
        else:
            rows = list(self._rows_to(rect))
        self.select_rows(rows, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        indexes = selection.indexes() if selection.count() <= _MANY else []
        if not indexes or len(indexes) > _MANY:
            return QRegion(self.viewport().rect()) if selection.count() else QRegion()
        region = QRegion()
        for index in indexes:
            region += self.visualRect(index) + RING
        return region

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        ranges = self.selectionModel().selection()
        self._selected = {
            row
            for each in (ranges.at(place) for place in range(ranges.count()))
            for row in range(each.top(), each.bottom() + 1)
        }
        # Not the list view's own: it announces places of its own layout, which never runs.
        QAbstractItemView.selectionChanged(self, selected, deselected)
        announce_selected(self, [index.row() for index in selected.indexes()])
        self.selection_altered.emit()

    @override
    def reset(self) -> None:
        """Forget which rows are selected: Qt clears its selection then, and announces nothing."""
        super().reset()
        self._selected = set()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if self.hasFocus():
            announce_current(self, current.row())

    @override
    def moveCursor(self, cursorAction: CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        row = self.currentIndex().row()
        if row < 0:
            row = next(iter(self.placement.in_reading_order()), -1)
            return self.cards.index(row) if row >= 0 else QModelIndex()
        page = self.viewport().height()
        return self.cards.index(row_after(self.placement, row, cursorAction, modifiers, page))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the current card where keys have led here; after a menu it stays as it was."""
        if event.reason() not in _COMES_BACK:
            self.show_ring(is_shown=event.reason() in _BY_KEYS)
        super().focusInEvent(event)

    def show_ring(self, *, is_shown: bool) -> None:
        """Ring the current card, for those who use the keyboard, or do not."""
        if is_shown != self._is_by_keys:
            self._is_by_keys = is_shown
            self.viewport().update(self.visualRect(self.currentIndex()) + RING)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        for each in (self._hovered, row):
            if 0 <= each < self.cards.rowCount():
                self.viewport().update(self._shown(self.placement.rect(each)))
        self._hovered = row

    def _show_band(self, rect: QRect | None) -> None:
        """Draw the frame of a selection by mouse, or remove it."""
        band = None if rect is None else rect.translated(self._offset())
        for frame in (self._band, band):
            if frame is not None:
                shown = frame.translated(-self._offset())
                self.viewport().update(shown.adjusted(-2, -2, 2, 2))
        self._band = band

    def _rows_to(self, rect: QRect) -> Sequence[int]:
        """Return the rows from one corner of `rect` to the current one, at the other corner."""
        corners = [
            (rect.topLeft(), rect.bottomRight()),
            (rect.bottomRight(), rect.topLeft()),
            (rect.topRight(), rect.bottomLeft()),
            (rect.bottomLeft(), rect.topRight()),
        ]
        current = self.currentIndex()
        for here, there in corners:
            first = self.indexAt(there)
            if self.indexAt(here) == current and first.isValid() and current.isValid():
                return self.placement.between(first.row(), current.row())
        return [row for row, _ in self.placement.cards_in(self._on_board(rect))]

    def _selection(self, rows: Iterable[int]) -> QItemSelection:
        selection = QItemSelection()
        run: list[int] = []
        for row in [*sorted(rows), -1]:
            if run and row != run[-1] + 1:
                selection.select(self.cards.index(run[0]), self.cards.index(run[-1]))
                run.clear()
            run.append(row)
        return selection
