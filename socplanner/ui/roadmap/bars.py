"""Drawing moves as bars: the colour is the sourcing after the move, the form is the status.

Planned is a light bar with an edge, in progress is filled up to today, done is filled, on hold is
dashed, and days that are only those of the phase are a thin dotted frame. A diamond is the day on
which the role changes hands.
"""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.road_map_inputs import MoveStatus
from socplanner.ui.kit.theme import SourcingTint, sourcing_colours
from socplanner.ui.kit.tokens import token

_ROUND = 3
_LEAST = 6
"""The least width of a bar, in pixels."""

_BEND = 7


def bar_rect(left: float, right: float, cell: QRectF) -> QRectF:
    """Return the bar from `left` to `right` in the middle of `cell`."""
    high = max(round(cell.height() * 0.42), 6)
    top = round(cell.center().y() - high / 2)
    return QRectF(left, top, max(right - left, _LEAST), high)


def draw_bar(
    painter: QPainter,
    rect: QRectF,
    sourcing: Sourcing,
    status: MoveStatus | None,
    today: float,
    palette: QPalette,
) -> None:
    """Draw the bar of a move with stated days; `today` is where today is."""
    tint = sourcing_colours(sourcing, palette)
    style = Qt.PenStyle.DashLine if status == "on-hold" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(tint.ink, 1, style))
    painter.setBrush(token("surface", palette) if status == "on-hold" else tint.fill)
    painter.drawRoundedRect(rect, _ROUND, _ROUND)
    done = rect.right() if status == "done" else min(max(today, rect.left()), rect.right())
    if status in ("done", "in-progress") and done > rect.left():
        painter.setBrush(tint.ink)
        painter.drawRoundedRect(
            QRectF(rect.left(), rect.top(), done - rect.left(), rect.height()), _ROUND, _ROUND
        )
    _draw_diamond(painter, rect, tint, palette, is_done=status == "done")


def draw_assumed(painter: QPainter, rect: QRectF, palette: QPalette) -> None:
    """Draw the frame of a move that has the days of its phase only."""
    painter.setPen(QPen(token("edge", palette), 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 1.5, -0.5, -1.5), _ROUND, _ROUND)


def draw_link(
    painter: QPainter, start: QPointF, bar: QRectF, palette: QPalette, *, is_late: bool
) -> None:
    """Draw the line from the end of a move, `start`, to the `bar` of one that needs it.

    It enters the bar at its begin, or from above or below where it begins no later than `start`.
    """
    if start.x() + 2 * _BEND < bar.left():
        end = QPointF(bar.left(), bar.center().y())
        corner = bar.left() - _BEND
        points = [start, QPointF(corner, start.y()), QPointF(corner, end.y()), end]
        base = (QPointF(end.x() - 5, end.y() - 3), QPointF(end.x() - 5, end.y() + 3))
    else:
        x = min(max(start.x(), bar.left() + 4), max(bar.right() - 4, bar.left() + 4))
        is_down = bar.center().y() > start.y()
        end = QPointF(x, bar.top() if is_down else bar.bottom())
        points = [start, QPointF(x, start.y()), end]
        back = end.y() - 5 if is_down else end.y() + 5
        base = (QPointF(x - 3, back), QPointF(x + 3, back))
    ink = token("warning" if is_late else "text-3", palette)
    painter.setPen(QPen(ink, 2 if is_late else 1))
    painter.drawLines([QLineF(a, b) for a, b in pairwise(points)])
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([end, *base]))


def draw_mark(painter: QPainter, at: QPointF, palette: QPalette, *, is_late: bool) -> None:
    """Draw the day on which a person, a contract or a document is there, above a bar."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("warning" if is_late else "text-2", palette))
    painter.drawPolygon(
        QPolygonF([at, QPointF(at.x() - 4, at.y() - 6), QPointF(at.x() + 4, at.y() - 6)])
    )


def draw_today(painter: QPainter, x: float, top: float, bottom: float, palette: QPalette) -> None:
    """Draw the line of today."""
    painter.setPen(QPen(token("error", palette), 1.5))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _draw_diamond(
    painter: QPainter, rect: QRectF, tint: SourcingTint, palette: QPalette, *, is_done: bool
) -> None:
    side, at = rect.height() * 0.62, QPointF(rect.right(), rect.center().y())
    painter.setPen(QPen(tint.ink, 1.5))
    painter.setBrush(tint.ink if is_done else token("surface", palette))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(at.x() - side, at.y()),
                QPointF(at.x(), at.y() - side),
                QPointF(at.x() + side, at.y()),
                QPointF(at.x(), at.y() + side),
            ]
        )
    )
