"""Where the boxes and lines of the map are, in pixels, for a width and a font."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from socplanner.domain.sharing.map_layout import SharingMap

_EDGE, _GAP, _PAD = 12.0, 5.0, 4.0
_LEFT_SHARE, _RIGHT_SHARE = 0.26, 0.38
_LEFT_LEAST, _RIGHT_LEAST = 13.0, 22.0
"""The least width of the boxes in letters."""


class MapGeometry(NamedTuple):
    """The boxes of both columns from top to bottom, and the whole size."""

    left: tuple[QRectF, ...]
    right: tuple[QRectF, ...]
    heading: float
    width: float
    height: float

    def ends(self, left: int, right: int) -> tuple[QPointF, QPointF]:
        """Return where the line between two boxes begins and ends."""
        start, end = self.left[left], self.right[right]
        return (
            QPointF(start.right(), start.center().y()),
            QPointF(end.left(), end.center().y()),
        )

    def path(self, left: int, right: int) -> QPainterPath:
        """Return the curve between two boxes."""
        start, end = self.ends(left, right)
        path = QPainterPath(start)
        bend = (end.x() - start.x()) * 0.45
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        return path


def map_geometry(layout: SharingMap, width: float, height: float, font: QFont) -> MapGeometry:
    """Return the geometry of `layout` in a view of `width` and `height`.

    The columns share the height where they fit in it; otherwise the map is higher than the view.
    """
    metrics = QFontMetricsF(font)
    letter, line = metrics.averageCharWidth(), metrics.height()
    heading = line + 2 * _PAD
    box = 2 * line + 2 * _PAD
    left_wide = max(width * _LEFT_SHARE, _LEFT_LEAST * letter)
    right_wide = max(width * _RIGHT_SHARE, _RIGHT_LEAST * letter)
    whole = max(width, left_wide + right_wide + 12 * letter)
    needed = heading + _EDGE + max(len(layout.parties), len(layout.counterparts)) * (box + _GAP)
    tall = max(height, needed)
    left = _column(len(layout.parties), QRectF(_EDGE, heading, left_wide, tall - heading), box)
    right_edge = whole - _EDGE - right_wide
    place = QRectF(right_edge, heading, right_wide, tall - heading)
    return MapGeometry(left, _column(len(layout.counterparts), place, box), heading, whole, tall)


def _column(count: int, place: QRectF, box: float) -> tuple[QRectF, ...]:
    """Return `count` boxes spread over `place`, at most twice as far apart as they are high."""
    if not count:
        return ()
    step = min((place.height() - _EDGE) / count, 2 * box)
    top = place.top() + (place.height() - _EDGE - step * count) / 2
    return tuple(
        QRectF(place.left(), top + step * number + (step - box) / 2, place.width(), box)
        for number in range(count)
    )
