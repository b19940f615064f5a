"""Draws the parts of a line's header on any painter: marks of a role, chip of a function."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.ui.kit.icons import draw_icon, severity_icon
from socplanner.ui.kit.sourcing_sign import draw_sign
from socplanner.ui.kit.theme import CHIP_ROUND, function_ink, function_tint, severity_colour


def draw_badges(
    painter: QPainter, place: QRect, marks: tuple[Sourcing, Severity | None], palette: QPalette
) -> None:
    """Draw the sign of a sourcing in `place`, and the mark of findings beside it."""
    sourcing, worst = marks
    inner, side = QRectF(place).adjusted(0, 0, 0, -1), place.width() - 4
    sign = QRectF(0, 0, side, side)
    sign.moveCenter(inner.center())
    draw_sign(painter, sourcing, QRectF(sign.toRect()), palette)
    if worst is not None:
        mark = QRectF(sign.toRect()).translated(place.width(), 0)
        draw_icon(painter, severity_icon(worst), mark, severity_colour(worst, palette))


def draw_function(painter: QPainter, place: QRect, code: str, palette: QPalette) -> None:
    """Draw the chip of a function with its code, in the font of `painter`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(function_tint(code, palette))
    painter.drawRoundedRect(place, CHIP_ROUND, CHIP_ROUND)
    painter.setPen(function_ink(code, palette))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), code)
