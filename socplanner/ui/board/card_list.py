"""One list view whose rows are cards in lanes: places, painting and selection are our own.

Qt keeps what a list view is good for: selection, focus, search by typing, and an accessible child
for every row. Its own layout never runs.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMargins,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from socplanner.domain.catalogue import Area
from socplanner.services.translator import Translator
from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.board.card_announcements import tell_changed, tell_current, tell_selected
from socplanner.ui.board.card_painter import ROUND, CardPainter
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_layout import Frame, Lane
from socplanner.ui.board.lane_painter import LanePainter, wash
from socplanner.ui.board.placement import Placement, Step
from socplanner.ui.board.text_fit import TextFit
from socplanner.ui.kit.early_viewport import give_viewport
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import blended

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag
_CursorAction = QAbstractItemView.CursorAction
_STEPS = {
    _CursorAction.MoveLeft: Step.LEFT,
    _CursorAction.MoveRight: Step.RIGHT,
    _CursorAction.MoveUp: Step.UP,
    _CursorAction.MoveDown: Step.DOWN,
}
_MANY = 100
_RING = QMargins(2, 2, 2, 2)
_FADED = 0.28
_LEAST = (460, 320)


class CardList(QListView):
    """Shows the cards of a model. Gestures that change the plan are the work of `BoardList`."""

    selection_altered = Signal()

    def __init__(
        self, model: BoardModel, translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Show the cards of `model`."""
        super().__init__(parent)
        give_viewport(self)
        self.cards = model
        self._translator = translator
        self._pending: list[tuple[int, int]] = []
        self._selected: set[int] = set()
        self._dimmed: frozenset[int] = frozenset()
        self._hovered = -1
        self._band: QRect | None = None
        self._scrolls = False
        self.target: Area | None = None
        self.promise = ""
        # Qt asks for places as soon as anything is set; an override that raised then would make
        # Shiboken (6.11) release another override once too often, and the program die.
        self.rebuild()
        self._set_up()
        self.setModel(model)
        model.told.connect(self._follow)
        model.modelReset.connect(self.rebuild)

    @property
    def placement(self) -> Placement:
        """Which card stands where."""
        return self._placement

    def dim(self, rows: frozenset[int]) -> None:
        """Let the cards of `rows` stand back."""
        if rows != self._dimmed:
            self._dimmed = rows
            self.viewport().update()

    def selected_rows(self) -> list[int]:
        """Return the selected rows, in their order."""
        return sorted(self._selected)

    def select_rows(self, rows: Iterable[int], command: Flag = Flag.ClearAndSelect) -> None:
        """Select just `rows`, or as `command` says."""
        self.selectionModel().select(self._selection(rows), command)

    def head(self, lane: Lane) -> Rect:
        """Return where the head of `lane` is seen: it stays while the lane's cards scroll by."""
        lowest = lane.rect.bottom - lane.head.height
        top = max(lane.head.y, min(self.verticalOffset(), lowest))
        return lane.head._replace(y=top)

    def card_picture(self, row: int) -> QPixmap:
        """Return the card of `row` as it is drawn."""
        rect = self._placement.rect(row)
        return self._painter.picture(
            self.cards.card(row), rect, self._placement.arrangement.style.text
        )

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self._shown(self._placement.rect(index.row()))

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
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
        covered = self._frame.head if self._scrolls else 0
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
        # Not `scroll`: heads stay in sight while their lanes pass below.
        self.viewport().update()

    @override
    def doItemsLayout(self) -> None:
        self._arrange()
        self.viewport().update()

    @override
    def updateGeometries(self) -> None:
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
    def setSelection(self, rect: QRect, command: Flag) -> None:
        if self.state() is QAbstractItemView.State.DragSelectingState:
            self._show_band(rect)
            rows = [row for row, _ in self._placement.cards_in(self._on_board(rect))]
        else:
            rows = list(self._rows_to(rect))
        self.select_rows(rows, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        indexes = selection.indexes() if selection.count() <= _MANY else []
        if not indexes or len(indexes) > _MANY:
            return QRegion(self.viewport().rect()) if selection.count() else QRegion()
        region = QRegion()
        for index in indexes:
            region += self.visualRect(index) + _RING
        return region

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        ranges = self.selectionModel().selection()
        self._selected = {
            row
            for each in (ranges.at(place) for place in range(ranges.count()))
            for row in range(each.top(), each.bottom() + 1)
        }
        # Not the list view's own: it tells screen readers of places its own layout knows.
        QAbstractItemView.selectionChanged(self, selected, deselected)
        tell_selected(self, [index.row() for index in selected.indexes()])
        self.selection_altered.emit()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if self.hasFocus():
            tell_current(self, current.row())

    @override
    def moveCursor(
        self, cursorAction: _CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        row = self.currentIndex().row()
        if row < 0:
            row = next(iter(self._placement.in_reading_order()), -1)
            return self.cards.index(row) if row >= 0 else QModelIndex()
        return self.cards.index(self._row_after(row, cursorAction, modifiers))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "_placement"):
            self.rebuild()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        offset = self._offset()
        painter = QPainter(self.viewport())
        if self.devicePixelRatioF() != self._ratio:
            self._renew_painters()
        painter.translate(-offset)
        dirty = event.region().translated(offset)
        bounds = dirty.boundingRect()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._lanes.ground)
        painter.drawRect(bounds)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lanes(painter, dirty)
        self._paint_cards(painter, dirty, bounds)
        for lane in self._placement.arrangement.lanes:
            head = self.head(lane)
            if head != lane.head and dirty.intersects(QRect(*head)):
                self._lanes.draw_stuck_head(painter, lane, head.y)
        if self.target is not None:
            seen = self._on_board(self.viewport().rect())
            lane = self._placement.arrangement.lane(self.target)
            self._lanes.draw_promise(painter, lane, seen, self.promise)
        if self._band is not None:
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.setBrush(wash(self.palette()))
            painter.drawRect(self._band)
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

    def rebuild(self) -> None:
        """Measure, place and draw everything anew: language, names or font are others."""
        names = self.cards.names()
        self._pending.clear()
        self._fit = TextFit(self.font(), names)
        self._placement = Placement(self.cards.areas(), names, self._fit)
        self._renew_painters()
        self._arrange()
        self.viewport().update()

    def _renew_painters(self) -> None:
        self._ratio = self.devicePixelRatioF()
        palette, words = self.palette(), self._translator.words
        self._lanes = LanePainter(self._fit, palette, self.cards.plan, words)
        self._painter = CardPainter(self._fit, palette, self._ratio)
        caption = self._lanes.caption_height()
        self._frame = Frame(self._lanes.head_height(), caption, caption)
        accent = palette.color(QPalette.ColorRole.Highlight)
        text = palette.color(QPalette.ColorRole.Text)
        # Not the accent alone: cards have borders of nearly that colour.
        self._selected_pen = QPen(blended(accent, text, 0.45), 3)
        self._hover_pen = QPen(blended(accent, text, 0.5), 1)
        self._focus_pen = QPen(text, 1, Qt.PenStyle.DotLine)

    def _arrange(self) -> bool:
        """Fit the cards into the room there is; return whether lanes stand elsewhere now."""
        size = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        room = (size.width() - bar if self._scrolls else size.width(), size.height())
        is_changed = self._placement.arrange(room, self._frame)
        scrolls = self._placement.arrangement.height > size.height()
        if scrolls != self._scrolls:
            self._scrolls = scrolls
            room = (size.width() - bar if scrolls else size.width(), size.height())
            self._placement.arrange(room, self._frame)
            is_changed = True
        self.updateGeometries()
        return is_changed

    def _follow(self) -> None:
        """Show what the model has told of since."""
        rows = [row for first, last in self._pending for row in range(first, last + 1)]
        self._pending.clear()
        tell_changed(self, rows)
        touched: set[Area] = set()
        for row in rows:
            before, after = self._placement.area(row), self.cards.area(row)
            if before is not after:
                self._placement.move(row, after)
                touched |= {before, after}
        if touched and self._arrange():
            self.viewport().update()
            return
        board = self._placement.arrangement
        for area in touched:
            self.viewport().update(self._shown(board.lane(area).rect))
        if len(rows) > _MANY:
            self.viewport().update()
            return
        for row in rows:
            if self._placement.area(row) not in touched:
                self.viewport().update(self._shown(self._placement.rect(row)) + _RING)

    def _paint_lanes(self, painter: QPainter, dirty: QRegion) -> None:
        board = self._placement.arrangement
        for lane in board.lanes:
            if dirty.intersects(QRect(*lane.rect)):
                self._lanes.draw_lane(painter, lane, is_target=lane.area is self.target)
        lanes = QRegion()
        for lane in board.lanes:
            lanes += QRect(*lane.rect)
        if not dirty.subtracted(lanes).isEmpty():
            self._lanes.draw_axes(painter, board)

    def _paint_cards(self, painter: QPainter, dirty: QRegion, bounds: QRect) -> None:
        text = self._placement.arrangement.style.text
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row, rect in self._placement.cards_in(_rect(bounds + _RING)):
            place = QRect(*rect)
            if not dirty.intersects(place + _RING):
                continue
            is_dimmed = row in self._dimmed
            if is_dimmed:
                painter.setOpacity(_FADED)
            painter.drawPixmap(
                place.topLeft(), self._painter.picture(self.cards.card(row), rect, text)
            )
            if is_dimmed:
                painter.setOpacity(1.0)
            if row in self._selected or row in (self._hovered, current):
                self._paint_state(painter, QRectF(place), row, is_current=row == current)

    def _paint_state(self, painter: QPainter, place: QRectF, row: int, *, is_current: bool) -> None:
        """Mark a card as selected, hovered or in focus."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row in self._selected:
            painter.setPen(self._selected_pen)
            painter.drawRoundedRect(place, ROUND, ROUND)
        elif row == self._hovered:
            painter.setPen(self._hover_pen)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        if is_current:
            painter.setPen(self._focus_pen)
            painter.drawRoundedRect(place.adjusted(2.5, 2.5, -2.5, -2.5), ROUND - 1, ROUND - 1)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        for each in (self._hovered, row):
            if 0 <= each < self.cards.rowCount():
                self.viewport().update(self._shown(self._placement.rect(each)))
        self._hovered = row

    def _show_band(self, rect: QRect | None) -> None:
        """Draw the frame of a selection by mouse, or take it away."""
        band = None if rect is None else rect.translated(self._offset())
        for each in (self._band, band):
            if each is not None:
                shown = each.translated(-self._offset())
                self.viewport().update(shown.adjusted(-2, -2, 2, 2))
        self._band = band

    def _row_after(self, row: int, action: _CursorAction, modifiers: Qt.KeyboardModifier) -> int:
        """Return the row to which `action` takes the cursor from `row`."""
        step = _STEPS.get(action)
        if step is not None:
            after = self._placement.next(row, step)
            return row if after is None else after
        order: Sequence[int] = self._placement.rows(self._placement.area(row))
        if action in (_CursorAction.MovePageUp, _CursorAction.MovePageDown):
            return self._row_a_page_on(row, 1 if action is _CursorAction.MovePageDown else -1)
        if modifiers & Qt.KeyboardModifier.ControlModifier or action in (
            _CursorAction.MoveNext,
            _CursorAction.MovePrevious,
        ):
            order = list(self._placement.in_reading_order())
        place = order.index(row)
        wanted = {
            _CursorAction.MoveHome: 0,
            _CursorAction.MoveEnd: len(order) - 1,
            _CursorAction.MoveNext: min(place + 1, len(order) - 1),
            _CursorAction.MovePrevious: max(place - 1, 0),
        }
        return order[wanted.get(action, place)]

    def _row_a_page_on(self, row: int, direction: int) -> int:
        area = self._placement.area(row)
        rows, lane = self._placement.rows(area), self._placement.arrangement.lane(area)
        lines = max(self.viewport().height() // (lane.card_height + lane.gap) - 1, 1)
        wanted = rows.index(row) + direction * lines * lane.columns
        return rows[min(max(wanted, 0), len(rows) - 1)]

    def _rows_to(self, rect: QRect) -> Sequence[int]:
        """Return the rows in reading order from one end of `rect` to the other, the current one."""
        corners = [
            (rect.topLeft(), rect.bottomRight()),
            (rect.bottomRight(), rect.topLeft()),
            (rect.topRight(), rect.bottomLeft()),
            (rect.bottomLeft(), rect.topRight()),
        ]
        current = self.currentIndex()
        for here, there in corners:
            first = self.indexAt(there)
            if self.indexAt(here) == current and first.isValid() and current.isValid():
                return self._placement.between(first.row(), current.row())
        return [row for row, _ in self._placement.cards_in(self._on_board(rect))]

    def _selection(self, rows: Iterable[int]) -> QItemSelection:
        selection = QItemSelection()
        run: list[int] = []
        for row in [*sorted(rows), -1]:
            if run and row != run[-1] + 1:
                selection.select(self.cards.index(run[0]), self.cards.index(run[-1]))
                run.clear()
            run.append(row)
        return selection

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def _shown(self, rect: Rect) -> QRect:
        """Return where a place on the board is in the viewport."""
        return QRect(*rect).translated(-self._offset())

    def _on_board(self, rect: QRect) -> Rect:
        """Return where a place in the viewport is on the board."""
        return _rect(rect.normalized().translated(self._offset()))

    def _point_on_board(self, position: QPointF) -> tuple[int, int]:
        at = position.toPoint() + self._offset()
        return at.x(), at.y()


def _rect(rect: QRect) -> Rect:
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())
