"""The labels on the lines of a compact diagram: by when a step hands on, and under which label.

A label stands where its line crosses from one lane to the next: there is space between the boxes.
Each step has one label, on the first of its lines that has such a place which is still free.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from socplanner.domain.marking import Tlp
from socplanner.ui.flows.flow_drawing import BoxFacts, FlowDrawing
from socplanner.ui.flows.flow_geometry import DrawnGeometry
from socplanner.ui.kit.tlp_chip import TLP_GROUND, TLP_INKS
from socplanner.ui.kit.tokens import token
from socplanner.wording.marking import tlp_label

_PAD = 3


class LineLabel(NamedTuple):
    """A label and where it stands."""

    place: QRectF
    limit: str
    tlp: Tlp | None


def line_labels(
    drawing: FlowDrawing, geometry: DrawnGeometry, font: QFont
) -> tuple[LineLabel, ...]:
    """Return the labels that find a place, written in `font`."""
    labels: dict[str, LineLabel] = {}
    for line, facts, points in zip(
        drawing.layout.lines, drawing.lines, geometry.lines, strict=True
    ):
        box = drawing.boxes[line.start]
        if not facts.is_hand_over or box.step.id in labels or not (box.limit or box.tlp):
            continue
        occupied = [*geometry.boxes, *(each.place for each in labels.values())]
        size = _size(box, font)
        for point in _crossings(points, geometry.lanes):
            place = QRectF(QPointF(), size)
            place.moveCenter(point)
            if not any(place.intersects(each) for each in occupied):
                labels[box.step.id] = LineLabel(place, box.limit, box.tlp)
                break
    return tuple(labels.values())


def draw_line_label(painter: QPainter, label: LineLabel, font: QFont, palette: QPalette) -> None:
    """Draw `label`: the limit in a frame, the TLP label beside it."""
    painter.setFont(font)
    left = label.place.left()
    if label.limit:
        wide = QFontMetricsF(font).horizontalAdvance(label.limit) + 2 * _PAD
        place = QRectF(left, label.place.top(), wide, label.place.height())
        painter.setPen(QPen(token("line-2", palette), 1))
        painter.setBrush(token("raised", palette))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(token("text-2", palette))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), label.limit)
        left = place.right()
    if label.tlp is not None:
        place = QRectF(left, label.place.top(), label.place.right() - left, label.place.height())
        draw_tlp_label(painter, place, label.tlp)


def tlp_text(tlp: Tlp) -> str:
    """Return `tlp` without the letters that all labels begin with."""
    return tlp_label(tlp).removeprefix("TLP:")


def draw_tlp_label(painter: QPainter, place: QRectF, tlp: Tlp) -> None:
    """Draw the label that fills `place` in the colours of TLP, in the font of `painter`."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TLP_GROUND))
    painter.drawRoundedRect(place, 2, 2)
    painter.setPen(QColor(TLP_INKS[tlp]))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), tlp_text(tlp))


def _size(box: BoxFacts, font: QFont) -> QSizeF:
    """Return the size of the label of the step of `box`."""
    metrics = QFontMetricsF(font)
    texts = [box.limit, "" if box.tlp is None else tlp_text(box.tlp)]
    wide = sum(metrics.horizontalAdvance(text) + 2 * _PAD for text in texts if text)
    return QSizeF(wide, metrics.height())


def _crossings(points: tuple[QPointF, ...], lanes: tuple[QRectF, ...]) -> Iterator[QPointF]:
    """Yield where the line through `points` crosses from one lane to the next."""
    for one, other in pairwise(points):
        if one.x() != other.x():
            continue
        top, bottom = sorted((one.y(), other.y()))
        edges = [lane.bottom() for lane in lanes if top < lane.bottom() < bottom]
        for y in edges if one.y() < other.y() else reversed(edges):
            yield QPointF(one.x(), y)
