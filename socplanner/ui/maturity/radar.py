"""The radar of the functions: scores of the newest assessment inside, aims of the phase outside."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import function_ink
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled

_MOST = 5
_SIDE = 250


class FunctionMeans(NamedTuple):
    """The means of a function: its code and name, score and aim, None where no role counts."""

    code: str
    name: str
    score: float | None
    aim: float | None
    score_text: str
    aim_text: str


class Radar(QWidget):
    """Draws the means of functions on axes from 0 to 5."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._means: Sequence[FunctionMeans] = ()
        self.setMinimumHeight(_SIDE // 2)

    def show_means(self, means: Sequence[FunctionMeans], summary: str) -> None:
        """Show `means`; `summary` is what a screen reader reads."""
        self._means = means
        self.setAccessibleName(summary)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._means) < 3:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), "dense"))
        radius = min(self.width(), self.height()) / 2 - painter.fontMetrics().height() * 1.6
        if radius > 0:
            self._paint_web(painter, radius)
            self._paint_shape(painter, radius, [each.aim for each in self._means], is_aim=True)
            self._paint_shape(painter, radius, [each.score for each in self._means], is_aim=False)
            self._paint_codes(painter, radius)
        painter.end()

    def _point(self, place: int, distance: float) -> QPointF:
        angle = 2 * pi * place / len(self._means) - pi / 2
        middle = QPointF(self.width() / 2, self.height() / 2)
        return middle + QPointF(cos(angle), sin(angle)) * distance

    def _paint_web(self, painter: QPainter, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token("line-2", self.palette()), 1))
        places = range(len(self._means))
        for step in range(1, _MOST + 1):
            ring = [self._point(place, radius * step / _MOST) for place in places]
            painter.drawPolygon(QPolygonF(ring))
        for place in places:
            painter.drawLine(self._point(place, 0), self._point(place, radius))

    def _paint_shape(
        self, painter: QPainter, radius: float, values: list[float | None], *, is_aim: bool
    ) -> None:
        palette = self.palette()
        ink = token("accent-ink" if is_aim else "text-2", palette)
        points = [
            self._point(place, radius * (value or 0) / _MOST) for place, value in enumerate(values)
        ]
        fill = token("accent", palette) if is_aim else token("text-2", palette)
        fill.setAlphaF(0.10)
        style = Qt.PenStyle.SolidLine if is_aim else Qt.PenStyle.DashLine
        painter.setPen(QPen(ink, 2, style))
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF(points))
        painter.setPen(QPen(ink, 2))
        painter.setBrush(token("surface", palette) if is_aim else ink)
        for point in points:
            mark = QRectF(point.x() - 3, point.y() - 3, 6, 6)
            if is_aim:
                painter.drawEllipse(mark)
            else:
                painter.drawRect(mark)

    def _paint_codes(self, painter: QPainter, radius: float) -> None:
        high = painter.fontMetrics().height()
        for place, each in enumerate(self._means):
            at = self._point(place, radius + high * 0.8)
            rect = QRectF(at.x() - high, at.y() - high / 2, 2 * high, high)
            painter.setPen(function_ink(each.code, self.palette()))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), each.code)
