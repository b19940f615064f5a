"""The map on the screen: one counterpart is chosen, by the mouse or by keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.ui.sharing.map_geometry import MapGeometry, map_geometry
from socplanner.ui.sharing.map_painter import MapPainter
from socplanner.ui.sharing.sharing_state import SharingState
from socplanner.wording.sharing_words import group_sentence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_NEAR = 4.0
"""Pixels from a line within which a click is on it."""


class MapCanvas(QAbstractScrollArea):
    """Shows the map of the state; Up and Down walk through the counterparts."""

    edit_requested = Signal()
    context_requested = Signal(QPoint)
    escaped = Signal()

    def __init__(self, state: SharingState, parent: QWidget) -> None:
        """Show the map of `state`."""
        super().__init__(parent)
        self._state = state
        self._painter: MapPainter | None = None
        self.geometry_: MapGeometry | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        state.counterpart_changed.connect(self.show_counterpart)

    def refresh(self) -> None:
        """Show the map as it is now."""
        state = self._state
        groups = state.sharing.groups
        names = {group.counterpart: state.name_of(group.counterpart) for group in groups}
        self._painter = MapPainter(state.plan, state.map, groups, names, state.words)
        self._measure()
        self._describe()
        self.viewport().update()

    def show_counterpart(self) -> None:
        """Scroll to the chosen counterpart, and have a screen reader read it."""
        if self.geometry_ is None:
            return
        number = self.chosen
        if 0 <= number < len(self.geometry_.right):
            box, bar = self.geometry_.right[number], self.verticalScrollBar()
            top, bottom = bar.value(), bar.value() + self.viewport().height()
            if box.top() < top:
                bar.setValue(int(box.top()) - 8)
            elif box.bottom() > bottom:
                bar.setValue(int(box.bottom() - self.viewport().height()) + 8)
        self._describe()
        if self.isVisible():
            announce(self, self.accessibleDescription())
        self.viewport().update()

    @property
    def chosen(self) -> int:
        """The number of the chosen counterpart, -1 for none."""
        group = self._state.group
        return -1 if group is None else self._state.sharing.groups.index(group)

    def box_of(self, number: int) -> QRect:
        """Return where the box of a counterpart is in the viewport."""
        assert self.geometry_ is not None
        return self.geometry_.right[number].translated(-self._scrolled()).toRect()

    def go(self, number: int) -> None:
        """Choose the counterpart with the `number`; beyond either end, the first or last."""
        groups = self._state.sharing.groups
        if groups:
            bounded = max(0, min(number, len(groups) - 1))
            self._state.choose(groups[bounded].counterpart.text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: self.chosen - 1,
            Qt.Key.Key_Down: self.chosen + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._state.sharing.groups),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.go(steps[key])
        elif key in _ENTER:
            self.edit_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position())
        if number >= 0:
            self.go(number)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._number_at(event.position()) >= 0:
            self.edit_requested.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        number = self.chosen
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            number = self._number_at(QPointF(event.pos()))
            self.go(number if number >= 0 else self.chosen)
        if number >= 0:
            place = event.globalPos()
            if event.reason() is not QContextMenuEvent.Reason.Mouse:
                place = self.viewport().mapToGlobal(self.box_of(number).center())
            self.context_requested.emit(place)
        event.accept()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._number_at(QPointF(event.pos()))
            text = self._sentence(number) if number >= 0 else ""
            QToolTip.showText(event.globalPos(), tool_tip(text), self)
            return True
        return super().viewportEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), token("surface", self.palette()))
        if self._painter is not None and self.geometry_ is not None:
            painter.translate(-self._scrolled())
            painter.setFont(self.font())
            self._painter.draw(
                *(painter, self.geometry_, self.chosen, self.palette()),
                has_focus=self.hasFocus(),
            )
        painter.end()

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _measure(self) -> None:
        if self._painter is None:
            return
        size = self.maximumViewportSize()
        layout = self._state.map
        self.geometry_ = map_geometry(layout, size.width(), size.height(), self.font())
        if self.geometry_.height > size.height():
            narrower = size.width() - self.verticalScrollBar().sizeHint().width()
            self.geometry_ = map_geometry(layout, narrower, size.height(), self.font())
        shown = self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), self.geometry_.width, shown.width()),
            (self.verticalScrollBar(), self.geometry_.height, shown.height()),
        ):
            bar.setRange(0, max(0, round(whole) - part))
            bar.setPageStep(part)
            bar.setSingleStep(20)

    def _number_at(self, place: QPointF) -> int:
        """Return the counterpart whose box, or one of whose lines, is at `place`; -1 for none."""
        if self.geometry_ is None:
            return -1
        at = place + self._scrolled()
        for number, box in enumerate(self.geometry_.right):
            if box.contains(at):
                return number
        for line in self._state.map.lines:
            path = self.geometry_.path(line.left, line.right)
            percent = (at.x() - path.elementAt(0).x) / max(path.boundingRect().width(), 1.0)
            if 0 <= percent <= 1 and abs(path.pointAtPercent(percent).y() - at.y()) <= _NEAR:
                return line.right
        return -1

    def _sentence(self, number: int) -> str:
        state = self._state
        group = state.sharing.groups[number]
        return group_sentence(state.plan, group, state.sharing.counterparts, state.words)

    def _describe(self) -> None:
        number = self.chosen
        self.setAccessibleDescription(self._sentence(number) if number >= 0 else "")
