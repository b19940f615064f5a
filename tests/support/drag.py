"""Drags of cards: as events sent to a board that is not on any screen."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from socplanner.ui.board.board_list import BoardList
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.kit.role_drag import packed

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_MOVE = Qt.DropAction.MoveAction


def carried(cards: BoardList) -> QMimeData:
    """Return what a drag of the selected cards carries."""
    return packed(cards.cards.plan.id, cards.selected_roles())


def spot_in(cards: BoardList, lane: LaneId) -> QPoint:
    """Return a point of the viewport in `lane`, at the lower end of its header."""
    box = cards.placement.arrangement.lane(lane)
    x = box.rect.x + box.rect.width // 2
    return QPoint(x - cards.horizontalOffset(), box.header.bottom - 2 - cards.verticalOffset())


def enter(cards: BoardList, mime: QMimeData, at: QPoint) -> bool:
    """Carry `mime` onto the board and to `at`; return whether a drop would be taken."""
    viewport = cards.viewport()
    begun = QDragEnterEvent(at, _MOVE, mime, _LEFT, _NONE)
    QApplication.sendEvent(viewport, begun)
    moved = QDragMoveEvent(at, _MOVE, mime, _LEFT, _NONE)
    QApplication.sendEvent(viewport, moved)
    return begun.isAccepted() and moved.isAccepted()


def leave(cards: BoardList) -> None:
    """Carry whatever it is away again, as Esc does."""
    QApplication.sendEvent(cards.viewport(), QDragLeaveEvent())


def drop(cards: BoardList, mime: QMimeData, at: QPoint) -> bool:
    """Carry `mime` to `at` and let go; return whether it was taken."""
    if not enter(cards, mime, at):
        leave(cards)
        return False
    event = QDropEvent(at.toPointF(), _MOVE, mime, _LEFT, _NONE)
    QApplication.sendEvent(cards.viewport(), event)
    return event.isAccepted()
