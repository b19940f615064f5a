"""The label of the Traffic Light Protocol 2.0 as its authors define it.

The colours are not those of the program: FIRST fixes them, on black, with capital letters of 12
points or more at the right of header and footer.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from socplanner.domain.marking import Tlp
from socplanner.ui.kit.tlp_chip import TLP_GROUND, TLP_INKS
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.wording.marking import tlp_label

POINTS = 12
_PAD = 6


def draw_tlp(painter: QPainter, tlp: Tlp, right: float, top: float) -> QRectF:
    """Draw the label with its upper right corner there, in points; return its rectangle."""
    font = print_font(POINTS, is_bold=True)
    metrics, text = QFontMetricsF(font), tlp_label(tlp)
    wide = metrics.horizontalAdvance(text) + 2 * _PAD
    place = QRectF(right - wide, top, wide, tlp_height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TLP_GROUND))
    painter.drawRoundedRect(place, 2, 2)
    painter.setFont(font)
    painter.setPen(QColor(TLP_INKS[tlp]))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
    return place


def tlp_height() -> float:
    """Return the height of a label in points."""
    return QFontMetricsF(print_font(POINTS, is_bold=True)).height() + 2
