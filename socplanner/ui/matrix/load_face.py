"""Draws the loads under the matrix on any painter: the heading of a letter, and a count."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette

from socplanner.domain.letters import Letter
from socplanner.ui.kit.letter_chip import chip_width, draw_letter
from socplanner.ui.kit.theme import letter_colours
from socplanner.ui.matrix.grid_colours import band_fill

TENTHS = 10
"""The share of the greatest count."""

_BAR, _BAR_GAP = 4, 4
_PAD = 4
_SMALLEST = 6.5
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LoadCount(NamedTuple):
    """How often a party has a letter: as text, and beside the greatest count in tenths."""

    text: str
    share: int
    letter: Letter


def fitting(text: str, font: QFont, width: int) -> QFont:
    """Return `font`, smaller where `text` would be wider than `width`, but still legible."""
    while font.pointSizeF() > _SMALLEST and QFontMetrics(font).horizontalAdvance(text) > width:
        font.setPointSizeF(font.pointSizeF() - 0.5)
    return font


def draw_load_heading(
    painter: QPainter, rect: QRect, letter: Letter, name: str, palette: QPalette
) -> None:
    """Draw the name of `letter` and its chip, in the font of `painter`."""
    painter.fillRect(rect, band_fill(palette))
    plain, side = QFont(painter.font()), rect.height() - 2
    bold = QFont(plain)
    bold.setBold(True)
    width = chip_width(letter, QFontMetrics(bold), side)
    chip = QRectF(rect.right() - width - 6, rect.top() + 1, width, side)
    painter.setFont(bold)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_letter(painter, chip, letter, palette)
    painter.setFont(plain)
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    painter.drawText(rect.adjusted(6, 0, -width - 12, 0), _RIGHT, name)


def draw_count(painter: QPainter, rect: QRect, count: LoadCount, palette: QPalette) -> None:
    """Draw a count with its bar, in the font of `painter`."""
    painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
    font = fitting(count.text, QFont(painter.font()), rect.width() - _PAD)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(rect, _CENTRE, count.text)
    middle = (rect.width() - QFontMetrics(font).horizontalAdvance(count.text)) // 2
    left, high = middle - _BAR_GAP - _BAR, (rect.height() - 5) * count.share // TENTHS
    if count.share and left > 0:
        bottom = rect.top() + rect.height() - 3
        bar = QRect(rect.left() + left, bottom - max(high, 1), _BAR, max(high, 1))
        painter.fillRect(bar, _bar_colour(count.letter, palette))


def _bar_colour(letter: Letter, palette: QPalette) -> QColor:
    """Return of the colours of `letter` the one that is seen better on the ground of the table."""
    ground = palette.color(QPalette.ColorRole.Base).lightness()
    return max(letter_colours(letter, palette), key=lambda each: abs(each.lightness() - ground))
