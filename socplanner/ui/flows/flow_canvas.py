"""The swimlane diagram on the screen: scrolled, zoomed, walked by keys, edited by dragging.

Rules:

- The headings of lanes stay where they are while the diagram is scrolled sideways.
- Without a zoom of the planner's own, the diagram fits the view where it stays legible: first in
  full, then with compact boxes, then a little smaller; beyond that it scrolls.
- The canvas edits nothing. What a gesture means is emitted as a signal.
- One step is current: keys move it, a click chooses it, a screen reader reads it.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from socplanner.domain.flows.layout import FlowLine
from socplanner.ui.flows.canvas_keys import box_beside, key_command, lines_at_box
from socplanner.ui.flows.flow_drawing import FlowDrawing
from socplanner.ui.flows.flow_geometry import box_at, lane_at, line_at
from socplanner.ui.flows.flow_painter import BoxLook, FlowPainter
from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.4, 2.5, 1.15
_LEGIBLE = 0.85
_JOIN_ZONE = 9
"""Pixels at the right of a box from which a line is drawn."""


class FlowCanvas(QAbstractScrollArea):
    """Shows one drawing; `step_chosen` follows the current step."""

    step_chosen = Signal(str)
    step_activated = Signal(str)
    context_requested = Signal(QPoint)
    moved = Signal(str, int, int)
    """A step was dropped from one lane on another, by their numbers."""

    joined = Signal(str, str)
    """A line was drawn from one step to another."""

    dragged_over = Signal(str, int, int)
    """A step is dragged from one lane over another, by their numbers; both -1 when it ends."""

    line_chosen = Signal(int)
    """A line was selected, by its number; -1 when none is any more."""

    key_command = Signal(str)
    """A key was pressed that edits: `add`, `remove`, `join`, `hours`, `give-up`, `give-down`."""

    escaped = Signal()
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a diagram."""
        super().__init__(parent)
        self.drawing: FlowDrawing | None = None
        self.painter: FlowPainter | None = None
        self.zoom, self.is_fitted = 1.0, True
        self.current, self.selected_line = -1, -1
        self._drag_from: QPointF | None = None
        self._drag_to: QPointF | None = None
        self._is_joining = self._is_dragging = False
        self._zooms = {"zoom-in": self.zoom_in, "zoom-out": self.zoom_out, "fit": self.fit}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def show_drawing(self, drawing: FlowDrawing | None) -> None:
        """Show `drawing`; the current step stays current if it is still there."""
        step = self.current_step()
        is_same = None not in (drawing, self.drawing) and drawing.flow.id == self.drawing.flow.id  # type: ignore[union-attr]
        self.drawing = drawing
        self._measure()
        self.current = self._number_of(step) if step and is_same else -1
        self._describe()
        self.selected_line = -1
        if not is_same:
            self.horizontalScrollBar().setValue(0)
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def current_step(self) -> str:
        """Return the id of the current step, empty for none."""
        if self.drawing is None or not 0 <= self.current < len(self.drawing.boxes):
            return ""
        return self.drawing.boxes[self.current].step.id

    def line(self) -> FlowLine | None:
        """Return the line that is selected, or None."""
        if self.drawing is None or self.selected_line < 0:
            return None
        return self.drawing.layout.lines[self.selected_line]

    def choose_step(self, step: str) -> None:
        """Make `step` current and show it."""
        self._go_to(self._number_of(step), is_announced=False)

    def choose_next_line(self) -> None:
        """Select the next line of the current step, those that leave it first."""
        numbers = [] if self.drawing is None else lines_at_box(self.drawing, self.current)
        if numbers:
            at = numbers.index(self.selected_line) + 1 if self.selected_line in numbers else 0
            self._select_line(numbers[at % len(numbers)])

    def go(self, direction: str) -> None:
        """Make the step `left`, `right`, `up` or `down` of the current one current."""
        if self.drawing is None or self.painter is None or not self.drawing.boxes:
            return
        number = 0
        if self.current >= 0:
            number = box_beside(self.drawing, self.painter.geometry, self.current, direction)
        self._go_to(number, is_announced=True)

    def set_zoom(self, zoom: float) -> None:
        """Show the diagram in this size, whatever fits."""
        self.zoom, self.is_fitted = min(max(zoom, LEAST_ZOOM), MOST_ZOOM), False
        self._measure()
        self.viewport().update()

    def zoom_in(self) -> None:
        """Show the diagram a step larger."""
        self.set_zoom(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the diagram a step smaller."""
        self.set_zoom(self.zoom / ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole diagram where it stays legible."""
        self.is_fitted = True
        self._measure()
        self.viewport().update()

    def box_rect(self, number: int) -> QRectF:
        """Return where a box is in the view."""
        assert self.painter is not None
        box = self.painter.geometry.boxes[number]
        corner = box.topLeft() * self.zoom - self._scrolled()
        return QRectF(corner, box.size() * self.zoom)

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.drawing is not None:
            number = self._box_at(QPointF(event.pos()))
            text = self.drawing.boxes[number].description if number >= 0 else ""
            QToolTip.showText(event.globalPos(), tool_tip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), token("ground", self.palette()))
        flow = self.painter
        if flow is not None:
            self._paint(painter, flow, QRectF(event.rect()))
        painter.end()

    def _paint(self, painter: QPainter, flow: FlowPainter, exposed: QRectF) -> None:
        painter.save()
        painter.translate(-self._scrolled())
        painter.scale(self.zoom, self.zoom)
        scrolled = exposed.translated(self._scrolled())
        seen = QRectF(scrolled.topLeft() / self.zoom, scrolled.size() / self.zoom)
        flow.draw_lanes(painter)
        for number, points in enumerate(flow.geometry.lines):
            if number != self.selected_line and _bounds(points).intersects(seen):
                flow.draw_flow_line(painter, number)
        if self.selected_line >= 0:
            flow.draw_flow_line(painter, self.selected_line, is_selected=True)
        flow.draw_line_labels(painter)
        chosen = self.current_step()
        for number, box in enumerate(flow.geometry.boxes):
            if box.adjusted(-5, -5, 5, 5).intersects(seen):
                flow.draw_box(painter, number, self._look(number, chosen))
        painter.restore()
        painter.save()
        painter.translate(0, -self._scrolled().y())
        painter.scale(self.zoom, self.zoom)
        flow.draw_headings(painter)
        painter.restore()
        self._paint_drag(painter)

    def _look(self, number: int, chosen: str) -> BoxLook:
        assert self.drawing is not None
        facts = self.drawing.boxes[number]
        is_chosen = bool(chosen) and facts.step.id == chosen and facts.receiver is None
        has_focus = number == self.current and self.hasFocus()
        is_dragged = number == self.current and self._is_dragging and not self._is_joining
        return BoxLook(is_chosen, has_focus, is_dragged)

    def _paint_drag(self, painter: QPainter) -> None:
        """Draw the line being drawn, or the lane over which a step is dragged."""
        if not self._is_dragging or self._drag_to is None or self.painter is None:
            return
        accent = token("accent-ink", self.palette())
        pen = QPen(accent, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._is_joining:
            box = self.box_rect(self.current)
            painter.drawLine(QPointF(box.right(), box.center().y()), self._drag_to)
            return
        lane = self._lane_at(self._drag_to)
        if lane >= 0:
            place = self.painter.geometry.lanes[lane]
            top = place.top() * self.zoom - self._scrolled().y()
            high = place.height() * self.zoom
            tint = QColor(accent)
            tint.setAlphaF(0.10)
            painter.setBrush(tint)
            painter.drawRect(QRectF(1, top + 1, self.viewport().width() - 2, high - 2))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current < 0 and self.drawing is not None and self.drawing.boxes:
            self._go_to(0, is_announced=False)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_dragging:
            self._end_drag()
            return
        command = key_command(event)
        if command in ("left", "right", "up", "down"):
            self.go(command)
        elif command == "line":
            self.choose_next_line()
        elif command == "escape" and self.selected_line >= 0:
            self._select_line(-1)
        elif command == "escape":
            self.escaped.emit()
        elif command == "activate" and self.current_step():
            self.step_activated.emit(self.current_step())
        elif command in self._zooms:
            self._zooms[command]()
        elif command and command != "activate":
            self.key_command.emit(command)
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        number = self._box_at(point)
        if number >= 0:
            self._go_to(number, is_announced=True)
            if event.button() == Qt.MouseButton.LeftButton and self._is_step(number):
                self._drag_from = point
                self._is_joining = point.x() > self.box_rect(number).right() - _JOIN_ZONE
        elif self.painter is not None:
            self._select_line(line_at(self.painter.geometry, self._in_drawing(point)))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._drag_from is None:
            self._show_cursor(point)
            return
        distance = (point - self._drag_from).manhattanLength()
        if not self._is_dragging and distance < QApplication.startDragDistance():
            return
        self._is_dragging, self._drag_to = True, point
        if not self._is_joining:
            self.dragged_over.emit(self.current_step(), self._own_lane(), self._lane_at(point))
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point, was_dragging, joining = event.position(), self._is_dragging, self._is_joining
        step, lane = self.current_step(), self._own_lane()
        self._end_drag()
        if not was_dragging or self.drawing is None:
            return
        if joining:
            number = self._box_at(point)
            if self._is_step(number) and self.drawing.boxes[number].step.id != step:
                self.joined.emit(step, self.drawing.boxes[number].step.id)
        elif self._lane_at(point) not in (-1, lane):
            self.moved.emit(step, lane, self._lane_at(point))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self._box_at(event.position())
        if self._is_step(number):
            self._drag_from = None
            self.step_activated.emit(self.current_step())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.context_requested.emit(event.globalPos())
        elif self.current >= 0:
            middle = self.box_rect(self.current).center().toPoint()
            self.context_requested.emit(self.viewport().mapToGlobal(middle))
        event.accept()

    def _end_drag(self) -> None:
        was_moving = self._is_dragging and not self._is_joining
        self._drag_from = self._drag_to = None
        self._is_dragging = self._is_joining = False
        if was_moving:
            self.dragged_over.emit("", -1, -1)
        self.viewport().update()

    def _show_cursor(self, point: QPointF) -> None:
        number = self._box_at(point)
        shape = Qt.CursorShape.ArrowCursor
        if self._is_step(number):
            is_join = point.x() > self.box_rect(number).right() - _JOIN_ZONE
            shape = Qt.CursorShape.CrossCursor if is_join else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _is_step(self, number: int) -> bool:
        return (
            self.drawing is not None and number >= 0 and self.drawing.boxes[number].receiver is None
        )

    def _own_lane(self) -> int:
        if self.drawing is None or self.current < 0:
            return -1
        return self.drawing.layout.places[self.current].lane

    def _select_line(self, number: int) -> None:
        if number != self.selected_line:
            self.selected_line = number
            self.viewport().update()
            self.line_chosen.emit(number)

    def _go_to(self, number: int, *, is_announced: bool) -> None:
        if self.drawing is None or not 0 <= number < len(self.drawing.boxes):
            return
        before = self.current_step()
        self._select_line(-1)
        self.current = number
        self._show_box(number)
        self._describe()
        facts = self.drawing.boxes[number]
        if is_announced:
            announce(self, facts.description)
        self.viewport().update()
        if facts.step.id != before:
            self.step_chosen.emit(facts.step.id)

    def _describe(self) -> None:
        """Let a screen reader read the current box as it is now."""
        boxes = () if self.drawing is None else self.drawing.boxes
        text = boxes[self.current].description if 0 <= self.current < len(boxes) else ""
        self.setAccessibleDescription(text)

    def _show_box(self, number: int) -> None:
        """Scroll until the box is in the view, beside the headings."""
        assert self.painter is not None
        box = self.box_rect(number).adjusted(-12, -12, 12, 12)
        heading, view = self.painter.heading * self.zoom, self.viewport().rect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.left() < heading:
            across.setValue(across.value() + round(box.left() - heading))
        elif box.right() > view.width():
            across.setValue(across.value() + round(box.right() - view.width()))
        if box.top() < 0:
            down.setValue(down.value() + round(box.top()))
        elif box.bottom() > view.height():
            down.setValue(down.value() + round(box.bottom() - view.height()))

    def _number_of(self, step: str) -> int:
        if self.drawing is None:
            return -1
        places = (
            number
            for number, each in enumerate(self.drawing.boxes)
            if each.step.id == step and each.receiver is None
        )
        return next(places, -1)

    def _measure(self) -> None:
        """Choose size and form of the boxes, and set the scroll bars."""
        if self.drawing is None:
            self.painter = None
            return
        view = self.viewport().size()
        full = FlowPainter(self.drawing, self.font(), self.palette())
        if self.is_fitted:
            compact = FlowPainter(self.drawing, self.font(), self.palette(), is_compact=True)
            self.painter, self.zoom = _fitting((full, compact), view)
        else:
            self.painter = full
        size = self.painter.geometry.size * self.zoom
        for bar, length, shown in (
            (self.horizontalScrollBar(), size.width(), view.width()),
            (self.verticalScrollBar(), size.height(), view.height()),
        ):
            bar.setRange(0, max(round(length) - shown, 0))
            bar.setPageStep(shown)
            bar.setSingleStep(24)
        self.zoom_changed.emit(self.zoom)

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_drawing(self, point: QPointF) -> QPointF:
        return (point + self._scrolled()) / self.zoom

    def _box_at(self, point: QPointF) -> int:
        if self.painter is None or point.x() < self.painter.heading * self.zoom:
            return -1
        return box_at(self.painter.geometry, self._in_drawing(point))

    def _lane_at(self, point: QPointF) -> int:
        if self.painter is None or not self.viewport().rect().contains(point.toPoint()):
            return -1
        return lane_at(self.painter.geometry, self._in_drawing(point).y())


def _fitting(painters: tuple[FlowPainter, FlowPainter], view: QSize) -> tuple[FlowPainter, float]:
    """Return the first of `painters` that fits `view`, or the last one a little smaller.

    Where that is not enough, the first that is not higher than `view`: the rest is scrolled.
    """
    for painter in painters:
        if _share(painter, view) >= 1:
            return painter, 1.0
    last = painters[-1]
    if _share(last, view) >= _LEGIBLE:
        return last, _share(last, view)
    flat = (each for each in painters if each.geometry.size.height() <= view.height())
    return next(((each, 1.0) for each in flat), (last, _LEGIBLE))


def _share(painter: FlowPainter, view: QSize) -> float:
    """Return how large the drawing of `painter` may be to fit `view`."""
    size = painter.geometry.size
    return min(view.width() / max(size.width(), 1), view.height() / max(size.height(), 1))


def _bounds(points: tuple[QPointF, ...]) -> QRectF:
    xs, ys = [point.x() for point in points], [point.y() for point in points]
    return QRectF(QPointF(min(xs) - 8, min(ys) - 8), QPointF(max(xs) + 8, max(ys) + 8))
