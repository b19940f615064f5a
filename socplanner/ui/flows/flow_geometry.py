"""The geometry of a flow in the types of Qt, and what is at a point of it."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from socplanner.domain.flows.geometry import DiagramMetrics, DiagramRect, flow_geometry
from socplanner.domain.flows.layout import FlowLayout
from socplanner.domain.flows.routes import FlowRoutes


class DrawnGeometry(NamedTuple):
    """Lanes and boxes by their numbers in the layout, lines as points, and the whole size."""

    lanes: tuple[QRectF, ...]
    boxes: tuple[QRectF, ...]
    lines: tuple[tuple[QPointF, ...], ...]
    size: QSizeF


def drawn_geometry(
    layout: FlowLayout, routes: FlowRoutes, metrics: DiagramMetrics
) -> DrawnGeometry:
    """Return where everything of `layout` is, in pixels of an unscaled drawing."""
    geometry = flow_geometry(layout, routes, metrics)
    return DrawnGeometry(
        tuple(_rect(each) for each in geometry.lanes),
        tuple(_rect(each) for each in geometry.boxes),
        tuple(tuple(QPointF(*point) for point in line) for line in geometry.lines),
        QSizeF(geometry.width, geometry.height),
    )


def box_at(geometry: DrawnGeometry, point: QPointF) -> int:
    """Return the number of the box at `point`, -1 where there is none."""
    for number, box in enumerate(geometry.boxes):
        if box.contains(point):
            return number
    return -1


def lane_at(geometry: DrawnGeometry, y: float) -> int:
    """Return the number of the lane at the height `y`, -1 beyond the lanes."""
    for number, lane in enumerate(geometry.lanes):
        if lane.top() <= y < lane.bottom():
            return number
    return -1


def line_at(geometry: DrawnGeometry, point: QPointF, reach: float = 4) -> int:
    """Return the number of the line nearest to `point` within `reach`, -1 where there is none."""
    best, nearest = -1, reach
    for number, points in enumerate(geometry.lines):
        for one, other in pairwise(points):
            distance = _distance(point, one, other)
            if distance <= nearest:
                best, nearest = number, distance
    return best


def _rect(rect: DiagramRect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _distance(point: QPointF, one: QPointF, other: QPointF) -> float:
    """Return how far `point` is from a line that is level or upright."""
    left, right = sorted((one.x(), other.x()))
    top, bottom = sorted((one.y(), other.y()))
    across = max(left - point.x(), 0, point.x() - right)
    down = max(top - point.y(), 0, point.y() - bottom)
    return max(across, down)
