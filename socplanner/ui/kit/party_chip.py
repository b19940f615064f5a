"""The chip of a party: its initials in an outline, filled where the party is accountable."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen

from socplanner.ui.kit.theme import CHIP_ROUND, ink_on, kind_colour
from socplanner.ui.kit.tokens import token

_LARGEST, _SMALLEST = 11, 8
_SIDES = 6


def draw_party_chip(
    painter: QPainter,
    rect: QRectF,
    initials: str,
    kind: str,
    palette: QPalette,
    *,
    is_filled: bool = False,
) -> None:
    """Draw the chip of a party of that `kind`; its text is as large as `rect` lets it be."""
    ink = kind_colour(kind, palette)
    line = Qt.PenStyle.DashLine if kind == "authority" else Qt.PenStyle.SolidLine
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1, line))
    painter.setBrush(ink if is_filled else token("raised", palette))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_ROUND, CHIP_ROUND)
    painter.setFont(fitting_font(painter.font(), initials, rect.width() - _SIDES))
    painter.setPen(ink_on(ink) if is_filled else ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials)


def fitting_font(font: QFont, text: str, width: float) -> QFont:
    """Return `font` in bold, as large as a chip of `width` pixels lets `text` be."""
    fitting = QFont(font)
    fitting.setBold(True)
    for size in range(_LARGEST, _SMALLEST - 1, -1):
        fitting.setPixelSize(size)
        if QFontMetrics(fitting).horizontalAdvance(text) <= width:
            break
    return fitting
