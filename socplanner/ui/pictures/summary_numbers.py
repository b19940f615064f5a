"""The numbers at the top of the page for the directors, each with its values by phase."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen

from socplanner.ui.kit.tokens import token
from socplanner.ui.pictures.page_text import Look, draw_line, draw_lines
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.wording.summary_words import SummaryNumber

HEIGHT = 108
_PAD, _TITLE, _NUMBER, _TEXT = 12, 10, 24, 9
_DOT, _BETWEEN, _LEAST = 2.6, 7, 12


def draw_numbers(
    painter: QPainter, place: QRectF, numbers: Sequence[SummaryNumber], palette: QPalette
) -> None:
    """Draw `numbers` side by side in one frame."""
    painter.setPen(QPen(token("line-2", palette), 0.8))
    painter.setBrush(token("surface", palette))
    painter.drawRoundedRect(place, 5, 5)
    wide = place.width() / len(numbers)
    for at, number in enumerate(numbers):
        box = QRectF(place.left() + at * wide, place.top(), wide, place.height())
        if at:
            painter.fillRect(
                QRectF(box.left(), box.top(), 0.8, box.height()), token("line-2", palette)
            )
        _draw_number(painter, box.adjusted(_PAD, 8, -_PAD, -6), number, palette)


def _draw_number(painter: QPainter, box: QRectF, number: SummaryNumber, palette: QPalette) -> None:
    quiet, text, accent = (token(each, palette) for each in ("text-2", "text", "accent-ink"))
    draw_line(
        painter, QRectF(box.left(), box.top(), box.width(), 14), number.title, Look(_TITLE, quiet)
    )
    line, x = QRectF(box.left(), box.top() + 15, box.width(), 30), box.left()
    size = _number_size(number, box.width())
    parts = [(number.now, Look(size, text, is_bold=True))]
    if number.target:
        parts.append(("→", Look(_TITLE + 4, quiet)))
        parts.append((number.target, Look(size, accent, is_bold=True)))
    parts.append((number.unit, Look(_TITLE, quiet)))
    for part, look in parts:
        room = QRectF(x, line.top(), max(box.right() - x, 1), line.height())
        x += draw_line(painter, room, part, look) + _BETWEEN
    _draw_course(
        painter, QRectF(box.left(), box.top() + 46, box.width() * 0.5, 14), number, palette
    )
    below = QRectF(box.left(), box.top() + 67, box.width(), box.bottom() - box.top() - 67)
    draw_lines(painter, below, number.about, Look(_TEXT, quiet))


def _number_size(number: SummaryNumber, width: float) -> int:
    """Return the size in which both numbers fit into `width`, as large as can be."""
    for size in range(_NUMBER, _LEAST, -1):
        wide = QFontMetricsF(print_font(size, is_bold=True)).horizontalAdvance
        other = QFontMetricsF(print_font(_TITLE + 4)).horizontalAdvance(f"→{number.unit}")
        if wide(number.now) + wide(number.target) + other + 3 * _BETWEEN <= width:
            return size
    return _LEAST


def _draw_course(
    painter: QPainter, place: QRectF, number: SummaryNumber, palette: QPalette
) -> None:
    """Draw the values from phase to phase as a line of dots; nothing where one is missing."""
    values = [value for value in number.course if value is not None]
    if len(values) < max(len(number.course), 2):
        return
    low, high = min(values), max(values)
    step = place.width() / (len(values) - 1)
    points = [
        QPointF(
            place.left() + at * step + _DOT,
            place.bottom() - (place.height() * (value - low) / (high - low) if high > low else 7),
        )
        for at, value in enumerate(values)
    ]
    pen = QPen(token("accent-ink", palette), 1.4)
    painter.setPen(pen)
    painter.drawPolyline(points)
    painter.setBrush(token("surface", palette))
    for point in points:
        if point is points[-1]:
            painter.setBrush(token("accent-ink", palette))
        painter.drawEllipse(point, _DOT, _DOT)
