"""The headers of lanes as objects: buttons with a name, for keys and screen readers.

The board paints its lanes. Over each painted header lies a button that draws nothing but the ring
of the focus and lets the mouse through, so that clicks and drops reach the board. One of the
buttons is a stop of Tab: that of the lane with the current card, or the one last used.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.board import lane_words
from socplanner.ui.board.board_list import BoardList
from socplanner.ui.board.lane_boxes import LaneBox
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.board.placement import Step
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token

_STEPS = {
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROUND = 4


class LaneButton(QPushButton):
    """The header of one lane: Space folds or unfolds it."""

    fold_requested = Signal(object, bool)
    """The lane, and whether to fold it."""

    stepped = Signal(object, object)
    """The lane, and the `Step` by which the focus is to go to another one."""

    entered = Signal(object)
    """The lane whose roles are to be selected."""

    focused = Signal(object)
    """The lane that has the focus now."""

    def __init__(self, lane: LaneId, parent: QWidget) -> None:
        """Stand for `lane`."""
        super().__init__(parent)
        self.lane = lane
        self.is_folded = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAutoDefault(False)
        self.clicked.connect(self._request_fold)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(self.lane, _STEPS[key])
        elif key in _ENTER:
            self.entered.emit(self.lane)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.lane)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("accent-ink", self.palette()), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        painter.end()

    def _request_fold(self) -> None:
        self.fold_requested.emit(self.lane, not self.is_folded)


class LaneButtons(QObject):
    """Keeps one button for each lane of a board, at its header."""

    def __init__(self, cards: BoardList, translator: Translator, parent: QWidget) -> None:
        """Put buttons for the lanes of `cards` into `parent`, which is under the list."""
        super().__init__(parent)
        self._cards = cards
        self._translator = translator
        self._parent = parent
        self._buttons: dict[LaneId, LaneButton] = {}
        self._stop: LaneButton | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        cards.lanes_changed.connect(self._soon.start)
        self._stop_soon = QTimer(self, singleShot=True, interval=0)
        self._stop_soon.timeout.connect(self._stop_at_current)
        cards.selectionModel().currentChanged.connect(self._stop_soon.start)
        self.refresh()

    def buttons(self) -> tuple[LaneButton, ...]:
        """Return the buttons in the order of their lanes."""
        return tuple(self._buttons.values())

    def refresh(self) -> None:
        """Show the lanes as they are now."""
        if not self._cards.isVisible():
            return
        boxes = self._cards.placement.arrangement.lanes
        if [box.id for box in boxes] != list(self._buttons):
            self._renew([box.id for box in boxes])
        for box in boxes:
            self._show(self._buttons[box.id], box)
        self._stop_at_current()

    def _renew(self, lanes: list[LaneId]) -> None:
        """Have one button for each of `lanes`, in this order, behind the list for Tab."""
        before = self._buttons
        self._buttons = {}
        last: QWidget = self._cards
        for lane in lanes:
            button = before.pop(lane, None) or self._new(lane)
            self._buttons[lane] = button
            QWidget.setTabOrder(last, button)
            last = button
        for button in before.values():
            if button.hasFocus():
                self._cards.setFocus()
            if button is self._stop:
                self._stop = None
            button.hide()
            button.deleteLater()

    def _new(self, lane: LaneId) -> LaneButton:
        button = LaneButton(lane, self._parent)
        button.fold_requested.connect(self._cards.fold_requested)
        button.stepped.connect(self._step)
        button.entered.connect(self._select)
        button.focused.connect(self._on_focused)
        return button

    def _show(self, button: LaneButton, box: LaneBox) -> None:
        """Place `button` at the header of `box`, and name it."""
        words = self._translator.words
        lane = self._cards.cards.lanes.lane(box.id)
        button.is_folded = box.is_folded
        rect = self._cards.header_rect(box).adjusted(-4, 0, 2, 0)
        rect.translate(self._cards.viewport().mapTo(self._parent, rect.topLeft()) - rect.topLeft())
        button.setGeometry(rect)
        button.show()
        count = box.count + box.hidden
        name = lane_words.accessible_name(lane, count, words, is_folded=box.is_folded)
        if name != button.accessibleName():
            button.setAccessibleName(name)
            button.setAccessibleDescription(lane_words.accessible_help(lane, words))

    def _select(self, lane: LaneId) -> None:
        self._cards.select_lane(lane)
        self._cards.setFocus()

    def _step(self, lane: LaneId, step: Step) -> None:
        after = self._cards.placement.lane_after(lane, step)
        if after is not None and after in self._buttons:
            self._buttons[after].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focused(self, lane: LaneId) -> None:
        self._stop_at(self._buttons[lane])
        self._cards.scroll_to_lane(lane)

    def _stop_at_current(self) -> None:
        """Have Tab stop at the lane of the current card, or at the first one.

        While a lane has the focus, Tab stops there.
        """
        if not self._cards.isVisible() or not self._buttons:
            return
        row = self._cards.currentIndex().row()
        lane = self._cards.placement.lane(row) if row >= 0 else None
        focused = next((each for each in self._buttons.values() if each.hasFocus()), None)
        first = next(iter(self._buttons.values()))
        self._stop_at(focused or (first if lane is None else self._buttons.get(lane, first)))

    def _stop_at(self, button: LaneButton) -> None:
        if button is self._stop:
            return
        if self._stop is not None:
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = button
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
