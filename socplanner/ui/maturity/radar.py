"""The radar of the functions: scores of the newest assessment inside, aims of the phase outside.

Scores of an earlier assessment that they are compared with are a thin dotted line with hollow
squares, over nothing.
"""

from collections.abc import Mapping, Sequence
from math import cos, pi, sin
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from socplanner.domain.maturity.comparison import Means
from socplanner.domain.maturity.roll_ups import GroupMaturity, Mean
from socplanner.domain.plan import Plan
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import function_ink
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import Words
from socplanner.wording.maturity_words import mean_difference_text, mean_text

_MOST, _FEWEST = 5, 3
_SIDE = 250

RadarShape = Literal["aim", "before", "score"]
"""What the radar shows of each function, from the back to the front."""


class _Look(NamedTuple):
    ink: str
    width: float
    line: Qt.PenStyle
    is_filled: bool


_LOOKS: Mapping[RadarShape, _Look] = {
    "aim": _Look("accent-ink", 2, Qt.PenStyle.SolidLine, is_filled=True),
    "before": _Look("text-3", 1.5, Qt.PenStyle.DotLine, is_filled=False),
    "score": _Look("text-2", 2, Qt.PenStyle.DashLine, is_filled=True),
}


class FunctionMeans(NamedTuple):
    """The means of a function: its code and name, score and aim, None where no role counts.

    `before` is the score of the assessment it is compared with; without one, its text is empty.
    """

    code: str
    name: str
    score: float | None
    aim: float | None
    score_text: str
    aim_text: str
    before: float | None = None
    before_text: str = ""
    difference_text: str = ""


def function_means(
    groups: Mapping[str, GroupMaturity], plan: Plan, words: Words
) -> list[FunctionMeans]:
    """Return the means of the functions of `plan` by their codes."""
    return [
        FunctionMeans(
            code,
            words.local(plan.catalogue.function_by_code[code].short),
            _value(group.mean),
            _value(group.mean_aim),
            mean_text(group.mean),
            mean_text(group.mean_aim),
        )
        for code, group in groups.items()
    ]


def with_earlier(
    means: Sequence[FunctionMeans], functions: Mapping[str, Means]
) -> list[FunctionMeans]:
    """Return `means` with those before; `functions` has both, by the codes."""
    return [
        each._replace(
            before=_value(functions[each.code].before.mean),
            before_text=mean_text(functions[each.code].before.mean),
            difference_text=mean_difference_text(functions[each.code].difference),
        )
        for each in means
    ]


def draw_value_mark(painter: QPainter, point: QPointF, kind: RadarShape, palette: QPalette) -> None:
    """Draw the mark of a value: a circle for an aim, a square for a score, hollow if earlier."""
    look = _LOOKS[kind]
    painter.setPen(QPen(token(look.ink, palette), look.width))
    painter.setBrush(token(look.ink if kind == "score" else "surface", palette))
    side = 4 if kind == "before" else 6
    mark = QRectF(point.x() - side / 2, point.y() - side / 2, side, side)
    if kind == "aim":
        painter.drawEllipse(mark)
    else:
        painter.drawRect(mark)


def line_pen(kind: RadarShape, palette: QPalette) -> QPen:
    """Return the pen of the line of a shape."""
    look = _LOOKS[kind]
    return QPen(token(look.ink, palette), look.width, look.line)


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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), "dense"))
        RadarPainter(QRectF(self.rect()), self._means, self.palette()).draw(painter)
        painter.end()


class RadarPainter:
    """Draws means into a rectangle; the font of the painter is that of the codes."""

    def __init__(self, place: QRectF, means: Sequence[FunctionMeans], palette: QPalette) -> None:
        """Draw `means` in the middle of `place`."""
        self._place, self._means, self._palette = place, means, palette

    def draw(self, painter: QPainter) -> None:
        """Draw web, aims, scores and codes; nothing for fewer than three functions."""
        line = painter.fontMetrics().height()
        radius = min(self._place.width(), self._place.height()) / 2 - line * 1.6
        if len(self._means) < _FEWEST or radius <= 0:
            return
        self._draw_web(painter, radius)
        self._draw_shape(painter, radius, "aim", [each.aim for each in self._means])
        if any(each.before_text for each in self._means):
            self._draw_shape(painter, radius, "before", [each.before for each in self._means])
        self._draw_shape(painter, radius, "score", [each.score for each in self._means])
        self._draw_codes(painter, radius)

    def _point(self, place: int, distance: float) -> QPointF:
        angle = 2 * pi * place / len(self._means) - pi / 2
        return self._place.center() + QPointF(cos(angle), sin(angle)) * distance

    def _draw_web(self, painter: QPainter, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token("line-2", self._palette), 1))
        places = range(len(self._means))
        for step in range(1, _MOST + 1):
            ring = [self._point(place, radius * step / _MOST) for place in places]
            painter.drawPolygon(QPolygonF(ring))
        for place in places:
            painter.drawLine(self._point(place, 0), self._point(place, radius))

    def _draw_shape(
        self, painter: QPainter, radius: float, kind: RadarShape, values: Sequence[float | None]
    ) -> None:
        palette = self._palette
        points = [
            self._point(place, radius * (value or 0) / _MOST) for place, value in enumerate(values)
        ]
        painter.setPen(line_pen(kind, palette))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if _LOOKS[kind].is_filled:
            fill = token("accent" if kind == "aim" else "text-2", palette)
            fill.setAlphaF(0.10)
            painter.setBrush(fill)
        painter.drawPolygon(QPolygonF(points))
        for point in points:
            draw_value_mark(painter, point, kind, palette)

    def _draw_codes(self, painter: QPainter, radius: float) -> None:
        high = painter.fontMetrics().height()
        for place, each in enumerate(self._means):
            at = self._point(place, radius + high * 0.8)
            rect = QRectF(at.x() - high, at.y() - high / 2, 2 * high, high)
            painter.setPen(function_ink(each.code, self._palette))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), each.code)


def _value(mean: Mean | None) -> float | None:
    return None if mean is None else mean.tenths / 10
