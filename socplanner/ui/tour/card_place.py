"""Where a card stands: beside what it is about, inside the window, and not over it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt

GAP = 10
"""Pixels between a card and what it is about."""

_ALL = (Qt.Edge.RightEdge, Qt.Edge.BottomEdge, Qt.Edge.LeftEdge, Qt.Edge.TopEdge)


def card_place(size: QSize, anchor: QRect, space: QRect, sides: Sequence[Qt.Edge]) -> QRect:
    """Return the rectangle of a card of `size` beside `anchor`, inside `space`.

    The first of `sides` on which it fits is used, then any other side. Where it fits on none, it
    stands in the corner of `space` where it covers least of `anchor`.
    """
    for side in (*sides, *_ALL):
        rect = _moved_into(QRect(_corner(size, anchor, side), size), space, side)
        if space.contains(rect):
            return rect
    corners = (space.topLeft(), space.topRight(), space.bottomLeft(), space.bottomRight())
    rects = [_in_corner(size, space, each) for each in corners]
    covered = [_area(rect.intersected(anchor)) for rect in rects]
    return rects[covered.index(min(covered))]


def _corner(size: QSize, anchor: QRect, side: Qt.Edge) -> QPoint:
    """Return the upper left corner of a card at the `side` of `anchor`."""
    match side:
        case Qt.Edge.RightEdge:
            return QPoint(anchor.right() + 1 + GAP, anchor.top())
        case Qt.Edge.LeftEdge:
            return QPoint(anchor.left() - GAP - size.width(), anchor.top())
        case Qt.Edge.BottomEdge:
            return QPoint(anchor.left(), anchor.bottom() + 1 + GAP)
        case _:
            return QPoint(anchor.left(), anchor.top() - GAP - size.height())


def _moved_into(rect: QRect, space: QRect, side: Qt.Edge) -> QRect:
    """Return `rect` moved into `space`: along the edge it stands at, and away from it only."""
    left, top = rect.left(), rect.top()
    if side is not Qt.Edge.LeftEdge:
        left = max(left, space.left())
    if side is not Qt.Edge.RightEdge:
        left = min(left, space.right() + 1 - rect.width())
    if side is not Qt.Edge.TopEdge:
        top = max(top, space.top())
    if side is not Qt.Edge.BottomEdge:
        top = min(top, space.bottom() + 1 - rect.height())
    return QRect(QPoint(left, top), rect.size())


def _in_corner(size: QSize, space: QRect, corner: QPoint) -> QRect:
    left = space.left() if corner.x() == space.left() else space.right() + 1 - size.width()
    top = space.top() if corner.y() == space.top() else space.bottom() + 1 - size.height()
    return QRect(QPoint(max(left, space.left()), max(top, space.top())), size)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0
