"""Draws a card on any painter: a pixmap, a widget, an SVG file or a printer.

`card_pictures` keeps the drawn cards of the board.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen

from socplanner.domain.catalogue import Sourcing
from socplanner.ui.board.card import Card
from socplanner.ui.board.card_face import Inscription, Part, face_of, kind_of, severity_of
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import CardStyle
from socplanner.ui.board.text_fit import RAIL, TextFit
from socplanner.ui.kit.icons import draw_icon, severity_icon, sourcing_icon
from socplanner.ui.kit.sourcing_sign import OPEN, rail_path
from socplanner.ui.kit.theme import (
    CHIP_ROUND,
    function_ink,
    function_tint,
    ink_on,
    kind_colour,
    severity_colour,
    sourcing_colours,
)
from socplanner.ui.kit.tokens import token

ROUND = 5
_CHIPS = (Part.ACCOUNTABLE, Part.RESPONSIBLE, Part.BOTH)
_PIECE, _BREAK = 6, 3
"""Pixels of a piece of a broken rail, and between two of them."""


class CardPainter:
    """Draws in the colours of one palette and the font of one `TextFit`."""

    def __init__(self, fit: TextFit, palette: QPalette) -> None:
        """Draw with the text of `fit` in `palette`."""
        self._fit = fit
        self.palette = palette
        self._text = palette.color(QPalette.ColorRole.Text)
        self._quiet = token("text-2", palette)
        self._rails: dict[tuple[Sourcing, float], QPainterPath] = {}
        self._tints = {each: sourcing_colours(each, palette) for each in Sourcing}

    def draw(self, painter: QPainter, card: Card, rect: Rect, style: CardStyle) -> None:
        """Draw `card` in `rect`, in `style`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x, rect.y)
        self._draw_ground(painter, card, QRectF(0.5, 0.5, rect.width - 1, rect.height - 1))
        for inscription in face_of(card, (rect.width, rect.height), style, self._fit):
            self._draw(painter, inscription, card)
        painter.restore()

    def draw_slot(self, painter: QPainter, card: Card, rect: Rect, style: CardStyle) -> None:
        """Draw where `card` will stand: a dashed outline with its code and name."""
        accent = token("accent-ink", self.palette)
        pen = QPen(accent, 1.5)
        pen.setDashPattern([3, 2])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x, rect.y)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1, 1, rect.width - 2, rect.height - 2), ROUND, ROUND)
        painter.setPen(accent)
        for each in face_of(card, (rect.width, rect.height), style, self._fit):
            if each.part in (Part.CODE, Part.NAME):
                painter.setFont(self._fit.font(each.size, is_bold=each.is_bold))
                at = QPointF(each.rect.x + (3 if each.part is Part.CODE else 0), each.rect.y)
                painter.drawText(at + QPointF(0, each.size), each.text)
        painter.restore()

    def _draw_ground(self, painter: QPainter, card: Card, ground: QRectF) -> None:
        tint = self._tints[card.sourcing]
        pen = QPen(tint.line, 1)
        if card.sourcing in OPEN:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(tint.fill)
        painter.drawRoundedRect(ground, ROUND, ROUND)
        painter.fillPath(self._rail(card.sourcing, ground), tint.ink)

    def _rail(self, sourcing: Sourcing, ground: QRectF) -> QPainterPath:
        """Return the rail of a card; nearly all cards of a board are equally high."""
        key = (sourcing, ground.height())
        if key not in self._rails:
            self._rails[key] = rail_path(sourcing, ground, RAIL, ROUND, _PIECE, _BREAK)
        return self._rails[key]

    def _draw(self, painter: QPainter, inscription: Inscription, card: Card) -> None:
        rect = QRectF(*inscription.rect)
        painter.setFont(self._fit.font(inscription.size, is_bold=inscription.is_bold))
        if inscription.part in (Part.NAME, Part.ABOUT):
            painter.setPen(self._text if inscription.part is Part.NAME else self._quiet)
            painter.drawText(QPointF(rect.x(), rect.y() + inscription.size), inscription.text)
            return
        if inscription.part is Part.SEVERITY:
            severity = severity_of(inscription)
            colour = severity_colour(severity, self.palette)
            draw_icon(painter, severity_icon(severity), rect, colour)
            return
        if inscription.part is Part.SOURCING and not inscription.text:
            draw_icon(painter, sourcing_icon(card.sourcing), rect, self._tints[card.sourcing].ink)
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
            ink = function_ink(card.function, self.palette)
            _chip(painter, rect, function_tint(card.function, self.palette), None)
        elif part in _CHIPS:
            ink = self._draw_party(painter, inscription, rect)
        elif part is Part.SOURCING:
            return self._tints[card.sourcing].ink
        return ink

    def _draw_party(self, painter: QPainter, inscription: Inscription, rect: QRectF) -> QColor:
        """Draw the chip of a party, and return the colour of its initials."""
        kind = kind_of(inscription)
        ink = kind_colour(kind, self.palette)
        is_outlined = inscription.part is not Part.ACCOUNTABLE
        if inscription.part is Part.RESPONSIBLE:
            pen = QPen(
                ink, 1, Qt.PenStyle.DashLine if kind == "authority" else Qt.PenStyle.SolidLine
            )
            _chip(painter, rect, token("raised", self.palette), pen)
            return ink
        _chip(painter, rect, ink, QPen(self._text, 1) if is_outlined else None)
        return ink_on(ink)


def _chip(painter: QPainter, rect: QRectF, fill: QColor, border: QPen | None) -> None:
    painter.setPen(Qt.PenStyle.NoPen if border is None else border)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_ROUND, CHIP_ROUND)
