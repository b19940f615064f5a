"""Draws a card on any painter: a pixmap, a widget, an SVG file or a printer.

`card_pictures` keeps the drawn cards of the board.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen

from socplanner.domain.catalogue import Sourcing
from socplanner.ui.board.card import Card
from socplanner.ui.board.card_face import Inscription, Part, face_of, severity_of
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.text_fit import TextFit
from socplanner.ui.kit.theme import (
    function_colour,
    ink_on,
    party_colour,
    severity_colour,
    sourcing_colours,
)

ROUND = 4
_OPEN = (Sourcing.UNDECIDED, Sourcing.NOT_CARRIED_OUT)


class CardPainter:
    """Draws in the colours of one palette and the font of one `TextFit`."""

    def __init__(self, fit: TextFit, palette: QPalette) -> None:
        """Draw with the text of `fit` in `palette`."""
        self._fit = fit
        self._palette = palette
        self._text = palette.color(QPalette.ColorRole.Text)
        self._base = palette.color(QPalette.ColorRole.Base)
        self._tints = {each: sourcing_colours(each, palette) for each in Sourcing}

    def draw(self, painter: QPainter, card: Card, rect: Rect, text: int) -> None:
        """Draw `card` in `rect`, its name in letters of `text` pixels."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x, rect.y)
        self._draw_ground(painter, card, QRectF(0.5, 0.5, rect.width - 1, rect.height - 1))
        for inscription in face_of(card, rect.width, text, self._fit):
            self._draw(painter, inscription, card)
        painter.restore()

    def _draw_ground(self, painter: QPainter, card: Card, ground: QRectF) -> None:
        tint = self._tints[card.sourcing]
        pen = QPen(tint.border, 1)
        if card.sourcing in _OPEN:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(tint.fill)
        painter.drawRoundedRect(ground, ROUND, ROUND)

    def _draw(self, painter: QPainter, inscription: Inscription, card: Card) -> None:
        rect = QRectF(*inscription.rect)
        painter.setFont(self._fit.font(inscription.size, is_bold=inscription.is_bold))
        if inscription.part is Part.NAME:
            painter.setPen(self._text)
            painter.drawText(QPointF(rect.x(), rect.y() + inscription.size), inscription.text)
            return
        painter.setPen(self._ink(painter, inscription, card, rect))
        size, is_bold, middle = inscription.size, inscription.is_bold, rect.center()
        wide = self._fit.width(size, inscription.text, is_bold=is_bold)
        below = self._fit.baseline(size, is_bold=is_bold)
        at = QPointF(middle.x() - wide / 2, round(middle.y() + below))
        painter.drawText(at, inscription.text)

    def _ink(self, painter: QPainter, inscription: Inscription, card: Card, rect: QRectF) -> QColor:
        """Draw the ground of a mark, and return the colour of its text."""
        part = inscription.part
        ink = self._text
        if part is Part.CODE:
            fill = function_colour(card.function)
            painter.fillPath(_tab(rect), fill)
            return ink_on(fill)
        if part in (Part.ACCOUNTABLE, Part.BOTH):
            fill = party_colour(inscription.place)
            _pill(painter, rect, fill, ink if part is Part.BOTH else fill)
            return ink_on(fill)
        if part is Part.SOURCING:
            fill = self._tints[card.sourcing].border
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(rect, ROUND - 1, ROUND - 1)
            return self._base
        if part is Part.RESPONSIBLE:
            _pill(painter, rect, self._base, ink)
        elif part is Part.SEVERITY:
            return severity_colour(severity_of(inscription), self._palette)
        return ink


def _tab(rect: QRectF) -> QPainterPath:
    """Return the tab of the code: the card's own corner, square below, rounded at its end."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, ROUND, ROUND)
    path.addRect(QRectF(rect.x(), rect.y() + ROUND, ROUND, rect.height() - ROUND))
    path.addRect(QRectF(rect.x() + ROUND, rect.y(), rect.width() - ROUND, ROUND))
    return path


def _pill(painter: QPainter, rect: QRectF, fill: QColor, border: QColor) -> None:
    painter.setPen(QPen(border, 1))
    painter.setBrush(fill)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
