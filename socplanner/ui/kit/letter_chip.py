"""RACI letters drawn as chips, the same in matrix and inspector."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen

from socplanner.domain.letters import UNDECIDED, Letter
from socplanner.ui.kit.theme import letter_colours

_ROUND = 3
_PAD = 6


def draw_letter(painter: QPainter, place: QRectF, letter: Letter, palette: QPalette) -> None:
    """Draw `letter` into `place`; the letter for undecided is drawn as an outline."""
    if letter is UNDECIDED:
        draw_outline(painter, place, letter.symbol, palette)
        return
    tint = letter_colours(letter, palette)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint.fill)
    painter.drawRoundedRect(place, _ROUND, _ROUND)
    painter.setPen(tint.border)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), letter.symbol)


def chip_width(letter: Letter, metrics: QFontMetrics, height: int) -> int:
    """Return the width of the chip of `letter` in pixels, at least `height`."""
    return max(height, metrics.horizontalAdvance(letter.symbol) + _PAD)


def draw_outline(painter: QPainter, place: QRectF, symbol: str, palette: QPalette) -> None:
    """Draw `symbol` in a dashed outline: undecided, or not in all of the selected roles."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), symbol)
