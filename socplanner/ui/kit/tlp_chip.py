"""The label of the Traffic Light Protocol 2.0 on the screen, in the colours that FIRST fixes.

They are the same in light and dark; the label always has its name, so that no colour is its only
sign. `label_ink` and `label_line` draw lines of a label on the grounds of the program.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette

from socplanner.domain.marking import Tlp
from socplanner.ui.kit.tokens import token

TLP_GROUND = "#000000"
TLP_INKS: Mapping[Tlp, str] = {
    Tlp.RED: "#FF2B2B",
    Tlp.AMBER_STRICT: "#FFC000",
    Tlp.AMBER: "#FFC000",
    Tlp.GREEN: "#33FF00",
    Tlp.CLEAR: "#FFFFFF",
}
_LINE_INKS: Mapping[Tlp | None, str] = {
    Tlp.RED: "error",
    Tlp.AMBER_STRICT: "warning",
    Tlp.AMBER: "warning",
    Tlp.GREEN: "ok",
    Tlp.CLEAR: "text-2",
    None: "text-3",
}
_LINE_STYLES: Mapping[Tlp | None, Qt.PenStyle] = {
    Tlp.RED: Qt.PenStyle.SolidLine,
    Tlp.AMBER_STRICT: Qt.PenStyle.DashDotLine,
    Tlp.AMBER: Qt.PenStyle.SolidLine,
    Tlp.GREEN: Qt.PenStyle.DashLine,
    Tlp.CLEAR: Qt.PenStyle.DotLine,
    None: Qt.PenStyle.DotLine,
}
_SIDES = 6


def label_ink(label: Tlp | None, palette: QPalette) -> QColor:
    """Return the colour of a line with `label`, legible on the grounds of `palette`."""
    return token(_LINE_INKS[label], palette)


def label_line(label: Tlp | None) -> Qt.PenStyle:
    """Return how a line with `label` is drawn, its second sign beside the colour."""
    return _LINE_STYLES[label]


def tlp_chip_width(text: str, font: QFont) -> float:
    """Return how wide the chip of `text` in `font` is."""
    return QFontMetricsF(font).horizontalAdvance(text) + _SIDES


def draw_tlp_chip(
    painter: QPainter, place: QRectF, label: Tlp | None, text: str, palette: QPalette
) -> None:
    """Draw `text` in the colours of `label`, in the font of `painter`; quietly for no label."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("band", palette) if label is None else QColor(TLP_GROUND))
    painter.drawRoundedRect(place, 2, 2)
    painter.setPen(token("text-2", palette) if label is None else QColor(TLP_INKS[label]))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
