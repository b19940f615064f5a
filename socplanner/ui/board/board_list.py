"""The gestures of the board: drag, click, keys. Each becomes a signal; none edits the plan."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QListView, QToolTip, QWidget

from socplanner.domain.history import Edit
from socplanner.domain.ids import RoleId
from socplanner.services.translator import Translator
from socplanner.ui.board import lane_words
from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.board.card_list import CardList, Flag
from socplanner.ui.board.drag_picture import stack
from socplanner.ui.board.lane_boxes import LaneBox
from socplanner.ui.board.lane_painter import fold_arrow
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.board.placement import Step
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.role_drag import packed, unpacked

_STEPS = {
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOLD = (Qt.Key.Key_Minus,)
_UNFOLD = (Qt.Key.Key_Plus, Qt.Key.Key_Semicolon)
_TICK = 40
_BESIDE_THE_MOUSE = QPoint(-6, -4)
"""The corner of the dragged card: below and right of the mouse, so that its target is seen."""


class _Drop(NamedTuple):
    """What a drop would do: the lane, the roles that are not in it yet, and the edit.

    The edit is None where the lane cannot be set by a drop.
    """

    lane: LaneId
    roles: frozenset[RoleId]
    edit: Edit | None


class BoardList(CardList):
    """Turns gestures on the cards into signals; `BoardView` turns these into edits."""

    drop_requested = Signal(object, object)
    """Roles, as a frozenset of ids, and the id of the lane to put them into."""

    promised = Signal(str)
    """What a drop would do here, or nothing; the dragged cards may cover that text in the lane."""

    fold_requested = Signal(object, bool)
    """A lane, and whether to fold it."""

    context_requested = Signal(QPoint)
    details_requested = Signal()
    escaped = Signal()
    """The planner pressed Esc."""

    def __init__(
        self, model: BoardModel, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Accept gestures on the cards of `model`."""
        super().__init__(model, translator, parent)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._edge_step = 0
        self._selected_before: list[int] = []
        """The rows that were selected when the mouse was last pressed."""

        self._aimed: _Drop | None = None
        self._edge_timer = QTimer(self)
        self._edge_timer.setInterval(_TICK)
        self._edge_timer.timeout.connect(self._scroll_on)
        self.run_drag: Callable[[QDrag], Qt.DropAction] = _run

    def selected_roles(self) -> tuple[RoleId, ...]:
        """Return the selected roles, in the order of the plan."""
        return tuple(self.cards.role(row).id for row in self.selected_rows())

    def select_lane(self, lane: LaneId, *, is_added: bool = False) -> None:
        """Select the roles of `lane`, beside those that are selected or in their place."""
        rows = self.placement.rows(lane)
        self.select_rows(rows, Flag.Select if is_added else Flag.ClearAndSelect)
        if rows:
            self.selectionModel().setCurrentIndex(self.cards.index(rows[0]), Flag.NoUpdate)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        rows = self.selected_rows()
        if not rows:
            return
        current = self.currentIndex().row()
        shown = current if current in rows else rows[0]
        drag = QDrag(self)
        drag.setMimeData(packed(self.cards.plan.id, self.selected_roles()))
        pixmap = stack(self.card_picture(shown), len(rows), self.palette())
        drag.setPixmap(pixmap)
        drag.setHotSpot(_BESIDE_THE_MOUSE)
        self._show_dragged(frozenset(rows))
        words = self._translator.words
        self.promised.emit(words.tr("Esc cancels · a drop on a party makes it responsible"))
        self.run_drag(drag)
        self._show_dragged(frozenset())
        self._aim(None)
        self.promised.emit("")
        self._edge_timer.stop()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._carried(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        drop = self._drop_at(event)
        self._aim(drop)
        if drop is None or drop.edit is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        self._scroll_near_edge(event.position().toPoint())

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)
        self._edge_timer.stop()
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        drop = self._drop_at(event)
        self._aim(None)
        self._edge_timer.stop()
        self.setState(QListView.State.NoState)
        if drop is None or drop.edit is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.drop_requested.emit(drop.roles, drop.lane)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.show_ring(is_shown=False)
        self._selected_before = self.selected_rows()
        lane = self._heading_at(event.position().toPoint())
        if lane is not None and event.button() is Qt.MouseButton.LeftButton:
            if self._is_on_arrow(lane, event.position()):
                self.fold_requested.emit(lane.id, not lane.is_folded)
                event.accept()
                return
            is_added = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.select_lane(lane.id, is_added=is_added)
            event.accept()
            return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.indexAt(event.position().toPoint()).row())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._show_band(None)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        before = self._selected_before
        super().mouseDoubleClickEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row < 0:
            return
        if row in before and not event.modifiers():
            self.select_rows(before)  # the first click has left only one of several
        self.details_requested.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring(is_shown=True)
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        modifiers &= ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key in _STEPS:
            self._move_beside(_STEPS[key])
        elif key in _FOLD and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._fold_current()
        elif key in _UNFOLD and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._unfold()
        elif key in _ENTER and not modifiers and self.currentIndex().isValid():
            self.details_requested.emit()
        elif key is Qt.Key.Key_Escape and not modifiers:
            self.escaped.emit()
        elif key is Qt.Key.Key_Space and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), Flag.Toggle)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and index.row() not in self._selected:
                self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
            position = event.globalPos()
        else:
            index = self.currentIndex()
            position = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid() and self._selected:
            self.context_requested.emit(position)
        event.accept()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            lane = self._heading_at(event.pos())
            if lane is not None:
                words = self._translator.words
                named = self.cards.lanes.lane(lane.id)
                text = lane_words.heading_tool_tip(named, lane.count, words)
                QToolTip.showText(event.globalPos(), tool_tip(text), self, self.header_rect(lane))
                return True
        return super().viewportEvent(event)

    def _is_on_arrow(self, lane: LaneBox, position: QPointF) -> bool:
        x, _ = self._point_on_board(position)
        return x <= fold_arrow(lane).right + 2

    def _fold_current(self) -> None:
        """Request to fold the lane of the current card."""
        row = self.currentIndex().row()
        if row >= 0:
            self.fold_requested.emit(self.placement.lane(row), True)

    def _unfold(self) -> None:
        """Request to unfold the lane of the current card, or all lanes where it is not folded."""
        row = self.currentIndex().row()
        if row >= 0 and self.placement.is_hidden(row):
            self.fold_requested.emit(self.placement.lane(row), False)
        else:
            self.cards.options.unfold_lanes()

    def _show_dragged(self, rows: frozenset[int]) -> None:
        """Draw the cards of `rows` as being dragged."""
        self.dragged = rows
        self.viewport().update()

    def _carried(self, mime: QMimeData) -> tuple[RoleId, ...]:
        roles = unpacked(mime, self.cards.plan.id)
        return tuple(role for role in roles if self.cards.row_of(role) >= 0)

    def _drop_at(self, event: QDropEvent) -> _Drop | None:
        """Return what a drop would do, None for nothing: between lanes, or all are there yet."""
        lane = self.placement.arrangement.lane_at(*self._point_on_board(event.position()))
        if lane is None:
            return None
        cards = self.cards
        moved = frozenset(
            role
            for role in self._carried(event.mimeData())
            if cards.lane(cards.row_of(role)) != lane.id
        )
        return _Drop(lane.id, moved, cards.lanes.edit(moved, lane.id)) if moved else None

    def _aim(self, drop: _Drop | None) -> None:
        """Mark the lane of `drop` as its target, with what it would do; or none."""
        if drop == self._aimed:
            return
        lane = None if drop is None else drop.lane
        board = self.placement.arrangement
        for each in {self.target, lane} - {None}:
            if each is not None:
                self.viewport().update(self._shown(board.lane(each).rect))
        self._aimed, self.target, self.promise, self.remark = drop, lane, "", ""
        self.moved, self.places = frozenset(), {}
        if drop is not None:
            self._show_effect(drop)
        self.promised.emit(" · ".join(each for each in (self.promise, self.remark) if each))

    def _show_effect(self, drop: _Drop) -> None:
        """Show what `drop` would do, and where its cards would stand."""
        from socplanner.wording.edits import label

        cards, words = self.cards, self._translator.words
        self.remark = cards.lanes.remark(drop.roles, drop.lane)
        if drop.edit is not None:
            self.promise = label(drop.edit, cards.plan, words)
            self.moved = frozenset(cards.row_of(role) for role in drop.roles)
            self.places = self.placement.after_drop(self.moved, drop.lane)

    def _move_beside(self, step: Step) -> None:
        """Request to move the selected cards to the lane beside that of the current one."""
        row = self.currentIndex().row()
        lane = None if row < 0 else self.placement.beside(row, step)
        if lane is None:
            return
        rows = self.selected_rows() if row in self._selected else [row]
        roles = frozenset(
            self.cards.role(each).id for each in rows if self.cards.lane(each) != lane
        )
        if roles:
            self.drop_requested.emit(roles, lane)

    def _heading_at(self, position: QPoint) -> LaneBox | None:
        at = position + self._offset()
        lane = self.placement.arrangement.lane_at(at.x(), at.y())
        return lane if lane is not None and self.header(lane).contains(at.x(), at.y()) else None

    def _scroll_near_edge(self, position: QPoint) -> None:
        """Scroll while cards are dragged near the upper or lower edge; Qt's own code is private."""
        margin, height = self.autoScrollMargin(), self.viewport().height()
        self._edge_step = 0
        if position.y() < margin:
            self._edge_step = -margin
        elif position.y() > height - margin:
            self._edge_step = margin
        if self._edge_step:
            self._edge_timer.start()
        else:
            self._edge_timer.stop()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._edge_step)


def _run(drag: QDrag) -> Qt.DropAction:
    return drag.exec(Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
