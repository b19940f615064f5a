"""A list view whose rows are cards in lanes: their places, scrolling and painting are our own.

Qt keeps what a list view is good for: focus, search by typing, and an accessible child for every
row. Its own layout never runs. Selection and cursor are added by `CardList`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.board.board_painter import RING, BoardPainter, Marks, rect_of
from socplanner.ui.board.card_announcements import announce_changed
from socplanner.ui.board.card_painter import ROUND
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import CardForm, LaneBox
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.board.placement import Placement
from socplanner.ui.board.text_fit import TextFit
from socplanner.ui.kit.early_viewport import give_viewport
from socplanner.ui.kit.overriding import override

if TYPE_CHECKING:
    from socplanner.ui.board.card_glide import CardGlide

Index = QModelIndex | QPersistentModelIndex
_MANY = 100
_LEAST = (460, 320)
_MOST_GLIDING = 200
"""More cards than so many do not glide: most of them are out of sight."""


class CardView(QListView):
    """Shows the cards of a model in its lanes, and follows its changes."""

    lanes_changed = Signal()
    """The headers of lanes may stand elsewhere or have other texts now."""

    def __init__(
        self, model: BoardModel, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Show the cards of `model`."""
        super().__init__(parent)
        give_viewport(self)
        self.cards = model
        self._translator = translator
        self._pending: list[tuple[int, int]] = []
        self._scrolls = False
        self._glide: CardGlide | None = None
        # Qt calls for places as soon as anything is set; an override that raised then would make
        # Shiboken (6.11) release another override once too often, and the program die.
        self.rebuild()
        self._set_up()
        self.setModel(model)
        model.texts_changed.connect(self._follow)
        model.modelReset.connect(self.rebuild)

    @property
    def placement(self) -> Placement:
        """Which card stands where, arranged for the viewport."""
        if not self._placement.is_arranged:
            self._arrange()
        return self._placement

    def counts(self) -> dict[LaneId, int]:
        """Return the number of cards in each lane."""
        return self._placement.counts()

    def rebuild(self) -> None:
        """Measure, place and draw everything again, for another language, font or plan."""
        names, cards = self.cards.names(), self.cards
        self._pending.clear()
        self._end_glide()
        self._fit = TextFit(self.font(), names)
        lanes = [cards.lane(row) for row in range(cards.rowCount())]
        size = cards.options.choices.card_size
        form = None if size == "automatic" else CardForm(size)
        self._placement = Placement(cards.lanes, lanes, names, self._fit, form, cards.folded())
        self._renew_painter()
        # before it is laid out in a window, a view has some size or other
        if self.isVisible():
            self._arrange()
        self.viewport().update()
        self.lanes_changed.emit()

    def marks(self) -> Marks:
        """Return what is marked on the board now."""
        return Marks()

    def gliding(self) -> Mapping[int, Rect]:
        """Return where the cards are drawn that glide to their places."""
        return {} if self._glide is None else self._glide.places()

    def header(self, lane: LaneBox) -> Rect:
        """Return where the header of `lane` is drawn, in pixels of the board."""
        return lane.visible_header(self.verticalOffset())

    def header_rect(self, lane: LaneBox) -> QRect:
        """Return where the header of `lane` is drawn in the viewport."""
        return self._shown(self.header(lane))

    def scroll_to_lane(self, lane: LaneId) -> None:
        """Scroll as little as shows the header of `lane`."""
        rect, bar = (
            self.header_rect(self.placement.arrangement.lane(lane)),
            self.verticalScrollBar(),
        )
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top() - ROUND)
        elif rect.bottom() >= self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + ROUND)

    def card_picture(self, row: int) -> QPixmap:
        """Return the card of `row` as it is drawn."""
        return self._painter.picture(row, self.placement.rect(row))

    def cards_picture(self, rows: Sequence[int]) -> QImage | None:
        """Return the cards of `rows` as one picture; None for none or too many."""
        from socplanner.ui.board.card_copy import picture_of

        board = self.placement.arrangement
        width = board.lanes[0].card_width
        cards = [(self.cards.card(row), self._painter.card_height(row)) for row in rows]
        return picture_of(cards, board.style, width, self._painter.cards)

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self._shown(self.placement.rect(index.row()))

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        if not self._placement.is_arranged:
            return QModelIndex()
        at = p + self._offset()
        row = self._placement.row_at(at.x(), at.y())
        return QModelIndex() if row is None else self.cards.index(row)

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect, size = self.visualRect(index), self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        covered = self._painter.frame.header if self._scrolls else 0
        if rect.top() < covered:
            down.setValue(down.value() + rect.top() - covered - ROUND)
        elif rect.bottom() >= size.height():
            down.setValue(down.value() + rect.bottom() - size.height() + ROUND)
        if rect.left() < 0:
            across.setValue(across.value() + rect.left() - ROUND)
        elif rect.right() >= size.width():
            across.setValue(across.value() + rect.right() - size.width() + ROUND)

    @override
    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # Not `scroll`: headers stay where they are while their lanes scroll by.
        self.viewport().update()
        self.lanes_changed.emit()

    @override
    def doItemsLayout(self) -> None:
        self._arrange()
        self.viewport().update()

    @override
    def updateGeometries(self) -> None:
        if not self._placement.is_arranged:
            return
        board, size = self._placement.arrangement, self.viewport().size()
        if board.width <= (most := self.maximumViewportSize()).width() and not self._scrolls:
            size = most
        for bar, whole, seen in (
            (self.verticalScrollBar(), board.height, size.height()),
            (self.horizontalScrollBar(), board.width, size.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(board.style.height // 2)

    @override
    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        self._pending.append((topLeft.row(), bottomRight.row()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._arrange_again()
        super().showEvent(event)
        self.lanes_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._end_glide()
        self._arrange_again()
        self.viewport().update()
        self.lanes_changed.emit()

    def _arrange_again(self) -> None:
        """Arrange the cards for another size; the first time waits for the size that is painted."""
        if self._placement.is_arranged:
            self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "_placement"):
            self.rebuild()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._placement.is_arranged:
            self._arrange()
        if self.devicePixelRatioF() != self._ratio:
            self._renew_painter()
        offset, painter = self._offset(), QPainter(self.viewport())
        painter.translate(-offset)
        dirty, seen = event.region().translated(offset), self._on_board(self.viewport().rect())
        marks = self.marks()._replace(gliding=self.gliding())
        self._painter.paint(painter, dirty, seen, marks)
        painter.end()

    def _set_up(self) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setMinimumSize(*_LEAST)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _renew_painter(self) -> None:
        self._ratio = self.devicePixelRatioF()
        self._painter = BoardPainter(
            self.cards, self._placement, self._fit, self.palette(), self._ratio
        )

    def _arrange(self) -> bool:
        """Fit the cards into the viewport; return whether lanes or sizes of cards differ now."""
        size = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        available = (size.width() - bar if self._scrolls else size.width(), size.height())
        is_changed = self._placement.arrange(available, self._painter.frame)
        scrolls = self._placement.arrangement.height > size.height()
        if scrolls != self._scrolls:
            self._scrolls = scrolls
            available = (size.width() - bar if scrolls else size.width(), size.height())
            self._placement.arrange(available, self._painter.frame)
            is_changed = True
        self.updateGeometries()
        return is_changed

    def _follow(self) -> None:
        """Show the changes that the model has announced since the last time."""
        rows = [row for first, last in self._pending for row in range(first, last + 1)]
        self._pending.clear()
        announce_changed(self, rows)
        places = self._places()
        touched: set[LaneId] = set()
        for row in rows:
            before, after = self._placement.lane(row), self.cards.lane(row)
            if before != after:
                self._placement.move(row, after)
                touched |= {before, after}
        is_changed = bool(touched) and self._arrange()
        if touched:
            self.lanes_changed.emit()
        if touched and places:
            self._glide_from(places)
        if is_changed:
            self.viewport().update()
            return
        board = self.placement.arrangement
        for lane in touched:
            self.viewport().update(self._shown(board.lane(lane).rect))
        if len(rows) > _MANY:
            self.viewport().update()
            return
        for row in rows:
            if self._placement.lane(row) not in touched:
                self.viewport().update(self._shown(self.placement.rect(row)) + RING)

    def _places(self) -> dict[int, Rect]:
        """Return where each card is drawn, if moved cards are to glide."""
        count = self.cards.rowCount()
        if not self.cards.options.has_motion or not self.isVisible() or count > _MOST_GLIDING:
            return {}
        drawn = {} if self._glide is None else self._glide.places()
        return {row: drawn.get(row) or self.placement.rect(row) for row in range(count)}

    def _glide_from(self, places: Mapping[int, Rect]) -> None:
        """Have the cards that moved glide from `places`; cards of another size do not."""
        if self._glide is None:
            from socplanner.ui.board.card_glide import CardGlide

            self._glide = CardGlide(self)
            self._glide.stepped.connect(self._on_glide_stepped)
        self._glide.begin({row: (old, self.placement.rect(row)) for row, old in places.items()})

    def _end_glide(self) -> None:
        if self._glide is not None:
            self._glide.end()

    def _on_glide_stepped(self, places: Sequence[Rect]) -> None:
        """Repaint the cards that glide, where they were and where they are."""
        region = QRegion()
        for place in places:
            region += self._shown(place) + RING
        self.viewport().update(region)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def _shown(self, rect: Rect) -> QRect:
        """Return where a place on the board is in the viewport."""
        return QRect(*rect).translated(-self._offset())

    def _on_board(self, rect: QRect) -> Rect:
        """Return where a place in the viewport is on the board."""
        return rect_of(rect.normalized().translated(self._offset()))

    def _point_on_board(self, position: QPointF) -> tuple[int, int]:
        at = position.toPoint() + self._offset()
        return at.x(), at.y()
