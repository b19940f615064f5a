"""Paints the board: ground, lanes and cards, and what is marked on them.

Everything is painted on a painter that the caller chooses, in pixels of the board; only what lies
in the region to be painted is touched.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap, QRegion

from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.board.card_painter import ROUND, CardPainter
from socplanner.ui.board.card_pictures import CardPictures
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_painter import LanePainter, wash
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.board.placement import Placement
from socplanner.ui.board.text_fit import TextFit
from socplanner.ui.kit.theme import FADED, blended

RING = QMargins(2, 2, 2, 2)
"""How far the mark of a card reaches over its edges."""

_DRAGGED = 0.45


class Marks(NamedTuple):
    """What is marked on the board; -1 stands for no row."""

    selected: AbstractSet[int] = frozenset()
    dimmed: AbstractSet[int] = frozenset()
    hovered: int = -1
    current: int = -1
    target: LaneId | None = None
    """The lane that a drop would change."""

    promise: str = ""
    """What the drop would do, in words; empty where it does nothing."""

    remark: str = ""
    """What the planner should know about the drop."""

    dragged: AbstractSet[int] = frozenset()
    """The rows that are being dragged."""

    moved: AbstractSet[int] = frozenset()
    """The rows that the drop would put into the target."""

    places: Mapping[int, Rect] = MappingProxyType({})
    """Where each card of the target will stand after the drop."""

    band: QRect | None = None
    """The frame of a selection by mouse, in pixels of the board."""

    gliding: Mapping[int, Rect] = MappingProxyType({})
    """Where cards are drawn that glide to their places."""


class BoardPainter:
    """Paints the cards of one model in one placement, in one palette and scale."""

    def __init__(
        self, cards: BoardModel, placement: Placement, fit: TextFit, palette: QPalette, ratio: float
    ) -> None:
        """Paint in `palette` with `ratio` dots a pixel and the text of `fit`."""
        self._model = cards
        self._placement = placement
        self._palette = palette
        self._lanes = LanePainter(fit, palette, cards.lanes, can_fold=True)
        self.cards = CardPainter(fit, palette)
        self._pictures = CardPictures(self.cards, ratio)
        self.frame = self._lanes.frame()
        accent = palette.color(QPalette.ColorRole.Highlight)
        text = palette.color(QPalette.ColorRole.Text)
        # Not the accent alone: cards have borders of nearly that colour.
        self._selected_pen = QPen(blended(accent, text, 0.45), 3)
        self._hover_pen = QPen(blended(accent, text, 0.5), 1)
        self._focus_pen = QPen(text, 1, Qt.PenStyle.DotLine)

    def picture(self, row: int, rect: Rect) -> QPixmap:
        """Return the card of `row` in the size of `rect`."""
        style = self._placement.arrangement.style
        return self._pictures.picture(self._model.card(row), rect, style)

    def card_height(self, row: int) -> int:
        """Return how high the card of `row` is, or would be if its lane were not folded."""
        style = self._placement.arrangement.style
        if self._placement.is_hidden(row):
            return style.height
        return self._placement.rect(row).height

    def paint(self, painter: QPainter, dirty: QRegion, seen: Rect, marks: Marks) -> None:
        """Paint what lies in `dirty`; `seen` is the visible part of the board."""
        board, bounds = self._placement.arrangement, dirty.boundingRect()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._lanes.ground)
        painter.drawRect(bounds)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lanes(painter, dirty, marks)
        self._paint_cards(painter, dirty, marks)
        for lane in board.lanes:
            header = lane.visible_header(seen.y)
            if header != lane.header and dirty.intersects(QRect(*header)):
                self._lanes.draw_sticky_heading(painter, lane, header.y)
        if marks.target is not None:
            lane = board.lane(marks.target)
            self._lanes.draw_promise(painter, lane, seen, marks.promise, marks.remark)
        if marks.band is not None:
            painter.setPen(self._palette.color(QPalette.ColorRole.Highlight))
            painter.setBrush(wash(self._palette))
            painter.drawRect(marks.band)

    def _paint_lanes(self, painter: QPainter, dirty: QRegion, marks: Marks) -> None:
        board, lanes = self._placement.arrangement, QRegion()
        for lane in board.lanes:
            if dirty.intersects(QRect(*lane.rect)):
                is_target = lane.id == marks.target
                added = len(marks.moved) if is_target and marks.promise else 0
                self._lanes.draw_lane(
                    painter, lane, is_target=is_target and bool(marks.promise), added=added
                )
            lanes += QRect(*lane.rect)
        if not dirty.subtracted(lanes).isEmpty():
            self._lanes.draw_axes(painter, board)

    def _paint_cards(self, painter: QPainter, dirty: QRegion, marks: Marks) -> None:
        around = rect_of(dirty.boundingRect() + RING)
        standing = (
            (row, rect)
            for row, rect in self._placement.cards_in(around)
            if row not in marks.gliding and (row not in marks.places or row in marks.moved)
        )
        shifted = ((row, rect) for row, rect in marks.places.items() if row not in marks.moved)
        for row, rect in marks.places.items():
            if row in marks.moved:
                style = self._placement.arrangement.style
                self.cards.draw_slot(painter, self._model.card(row), rect, style)
        for row, rect in (*standing, *shifted, *marks.gliding.items()):
            if dirty.intersects(QRect(*rect) + RING):
                self._paint_card(painter, row, rect, marks)

    def _paint_card(self, painter: QPainter, row: int, rect: Rect, marks: Marks) -> None:
        """Paint the card of `row` in `rect`, with its marks."""
        place = QRect(*rect)
        if row in marks.dragged:
            painter.setOpacity(_DRAGGED)
        elif row in marks.dimmed:
            painter.setOpacity(FADED)
        painter.drawPixmap(place.topLeft(), self.picture(row, rect))
        painter.setOpacity(1.0)
        is_dragged = row in marks.dragged
        if not is_dragged and (row in marks.selected or row in (marks.hovered, marks.current)):
            self._paint_marks(painter, QRectF(place), row, marks)

    def _paint_marks(self, painter: QPainter, place: QRectF, row: int, marks: Marks) -> None:
        """Mark a card as selected, hovered or in focus."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row in marks.selected:
            painter.setPen(self._selected_pen)
            painter.drawRoundedRect(place, ROUND, ROUND)
        elif row == marks.hovered:
            painter.setPen(self._hover_pen)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        if row == marks.current:
            painter.setPen(self._focus_pen)
            painter.drawRoundedRect(place.adjusted(2.5, 2.5, -2.5, -2.5), ROUND - 1, ROUND - 1)


def rect_of(rect: QRect) -> Rect:
    """Return a rectangle of Qt as one of the board."""
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())
