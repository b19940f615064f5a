"""What the lines of the radar are, line by line, with the days of the assessments."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.maturity.radar import RadarShape, draw_value_mark, line_pen

_SAMPLE, _GAP, _AIR = 34, 8, 3
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


class LegendLine(NamedTuple):
    """A shape of the radar, and what it shows."""

    shape: RadarShape
    text: str


class RadarLegend(QWidget):
    """A sample of each line with its text."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.lines: Sequence[LegendLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[LegendLine]) -> None:
        """Show `lines`; none hide the legend."""
        self.lines = lines
        text = "\n".join(each.text for each in lines)
        self.setAccessibleName(text)
        self.setVisible(bool(lines))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        wide = max((metrics.horizontalAdvance(each.text) for each in self.lines), default=0)
        return QSize(_SAMPLE + _GAP + wide, (metrics.height() + _AIR) * len(self.lines))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_SAMPLE, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, metrics = QPainter(self), self.palette(), self._metrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), "dense"))
        high = metrics.height() + _AIR
        for place, (shape, text) in enumerate(self.lines):
            cell = QRectF(0, place * high, self.width(), high)
            middle = cell.center().y()
            painter.setPen(line_pen(shape, palette))
            painter.drawLine(QPointF(2, middle), QPointF(_SAMPLE - 2, middle))
            draw_value_mark(painter, QPointF(_SAMPLE / 2, middle), shape, palette)
            painter.setPen(token("text-2", palette))
            words = cell.adjusted(_SAMPLE + _GAP, 0, 0, 0)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
            painter.drawText(words, _LEFT, shown)
        painter.end()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(scaled(self.font(), "dense"))
