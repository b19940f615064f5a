"""Keeps cards as pictures: a card that has only moved is not drawn again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from socplanner.ui.board.card import Card
from socplanner.ui.board.card_painter import CardPainter
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import CardStyle

_MOST = 600


class CardPictures:
    """The pictures of one `CardPainter`, with `ratio` dots a pixel."""

    def __init__(self, painter: CardPainter, ratio: float) -> None:
        """Draw with `painter`."""
        self._painter = painter
        self._ratio = ratio
        self._pictures: dict[tuple[Card, int, int, CardStyle], QPixmap] = {}

    def picture(self, card: Card, rect: Rect, style: CardStyle) -> QPixmap:
        """Return the picture of `card` in the size of `rect` and in `style`."""
        key = (card, rect.width, rect.height, style)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _MOST:
                self._pictures.clear()
            picture = self._pictures[key] = self._drawn(card, rect, style)
        return picture

    def _drawn(self, card: Card, rect: Rect, style: CardStyle) -> QPixmap:
        picture = QPixmap(round(rect.width * self._ratio), round(rect.height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self._painter.draw(painter, card, Rect(0, 0, rect.width, rect.height), style)
        painter.end()
        return picture
