"""Texts on a page: in one line that is cut with an ellipsis, or in lines that break."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from socplanner.ui.pictures.print_fonts import print_font

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_LEAST = 5
"""The least height of a text that is made smaller."""

_DOTS = Qt.TextElideMode.ElideRight


class Look(NamedTuple):
    """How a text is drawn: its height in units of the page, its colour, its place in the line."""

    size: int
    ink: QColor
    flags: Qt.AlignmentFlag = LEFT
    is_bold: bool = False


def draw_line(painter: QPainter, place: QRectF, text: str, look: Look) -> float:
    """Draw `text` in one line, cut where it is too long; return its width."""
    font = print_font(look.size, is_bold=look.is_bold)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, _DOTS, place.width())
    painter.setFont(font)
    painter.setPen(look.ink)
    painter.drawText(place, int(look.flags), shown)
    return metrics.horizontalAdvance(shown)


def draw_fitted(painter: QPainter, place: QRectF, text: str, look: Look) -> float:
    """Draw `text` in one line, smaller where it is too long; return its width.

    Fonts differ by a quarter in width: a name that is whole on one machine is so on another.
    """
    size = look.size
    while size > _LEAST:
        metrics = QFontMetricsF(print_font(size, is_bold=look.is_bold))
        if metrics.horizontalAdvance(text) <= place.width():
            break
        size -= 1
    return draw_line(painter, place, text, look._replace(size=size))


def draw_lines(painter: QPainter, place: QRectF, text: str, look: Look) -> None:
    """Draw `text` in as many lines as there is space for; what is too much is cut."""
    font = print_font(look.size, is_bold=look.is_bold)
    metrics = QFontMetricsF(font)
    shown = text
    while shown and metrics.boundingRect(place, _WRAPPED, shown).height() > place.height():
        shown = shown[: -max(1, len(shown) // 20)].rstrip("… ") + "…"
        if shown == "…":
            break
    painter.setFont(font)
    painter.setPen(look.ink)
    painter.drawText(place, _WRAPPED, shown)
