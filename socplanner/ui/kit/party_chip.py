"""The chip of a party: its initials in an outline, filled where the party is accountable."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen

from socplanner.ui.kit.theme import CHIP_ROUND, ink_on, kind_colour
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled

_SIDES = 8
_STEPS = (1.0, 0.9, 0.8, 0.72)
"""Sizes of the initials, as shares of their usual size."""

_WIDE = 2.9
"""The usual width of a chip, in heights of a line."""


def chip_size(font: QFont) -> QSize:
    """Return how large a chip beside text in `font` is."""
    line = QFontMetrics(font).height()
    return QSize(round(line * _WIDE), line + 4)


def initials_width(initials: str, font: QFont) -> int:
    """Return how wide a chip must be for `initials` in their usual size, beside text in `font`."""
    return QFontMetrics(_bold(font, 1.0)).horizontalAdvance(initials) + _SIDES


def draw_party_chip(
    painter: QPainter,
    rect: QRectF,
    initials: str,
    kind: str,
    palette: QPalette,
    *,
    is_filled: bool = False,
) -> None:
    """Draw the chip of a party of that `kind`, beside text in the font of `painter`.

    The initials are smaller where they would not fit.
    """
    ink = kind_colour(kind, palette)
    line = Qt.PenStyle.DashLine if kind == "authority" else Qt.PenStyle.SolidLine
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1, line))
    painter.setBrush(ink if is_filled else token("raised", palette))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_ROUND, CHIP_ROUND)
    painter.setFont(_fitting(painter.font(), initials, rect.width() - _SIDES + 2))
    painter.setPen(ink_on(ink) if is_filled else ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials)


def _fitting(font: QFont, initials: str, width: float) -> QFont:
    fitting = _bold(font, 1.0)
    for step in _STEPS:
        fitting = _bold(font, step)
        if QFontMetrics(fitting).horizontalAdvance(initials) <= width:
            break
    return fitting


def _bold(font: QFont, step: float) -> QFont:
    bold = scaled(font, "caption")
    bold.setBold(True)
    if bold.pixelSize() > 0:
        bold.setPixelSize(max(round(bold.pixelSize() * step), 1))
    else:
        bold.setPointSizeF(bold.pointSizeF() * step)
    return bold
