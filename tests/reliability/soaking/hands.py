"""A hand on keyboard and mouse that does at random what a widget lets it do."""

from __future__ import annotations

from collections import deque
from random import Random

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton

TEXTS = (
    "",
    "7",
    "40",
    "0.5",
    "2026-10-01",
    "night desk",
    "夜間の監視",
    "=1+1",
    "24x365",
    "mon-fri 9:00-18:00",
    "P1D",
    "15%",
    "B-1",
    "soc",
    "x" * 60,
    "a, b; c",
)
_ARROWS = (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Right, Key.Key_Left)
_KINDS = (
    QAbstractButton,
    QComboBox,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QAbstractItemView,
)
_TRAIL = 14
_SEEN = 60
"""How many rows and columns of a list a hand looks at when it clicks."""


class Hand:
    """Makes gestures that `dice` decide."""

    def __init__(self, dice: Random) -> None:
        """Begin with no key down."""
        self.dice = dice
        self.trail: deque[str] = deque(maxlen=_TRAIL)
        """What was done last, in words for whoever looks for the cause of a trouble."""

    def key(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and release `key` over `widget` while `modifiers` are down."""
        if isValid(widget) and widget.isVisible():
            self._remember(f"{modifiers.name} {key.name}", widget)
            QTest.keyClick(widget, key, modifiers)

    def type(self, widget: QWidget, text: str) -> None:
        """Type `text` letter by letter; what no key has comes from an input method."""
        self._remember(f"typed {text!r}", widget)
        for letter in text:
            if not isValid(widget) or not widget.isVisible():
                return
            if letter.isascii():
                QTest.keyClick(widget, letter)  # type: ignore[call-overload]
            else:
                _compose(widget, letter)

    def press_at(self, widget: QWidget, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Click the left button at a point of `widget`."""
        self._remember(f"{modifiers.name} click {at.x()},{at.y()}", widget)
        QTest.mouseClick(widget, LEFT, modifiers, at)

    def focus(self, widget: QWidget) -> None:
        """Give `widget` the keyboard."""
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            widget.setFocus(Qt.FocusReason.MouseFocusReason)

    def index_in(self, view: QAbstractItemView) -> QModelIndex:
        """Return a random place of what `view` lists, perhaps none."""
        model = view.model()
        if model is None or not model.rowCount():
            return QModelIndex()
        is_list = isinstance(model, QAbstractListModel)
        columns = 1 if is_list else model.columnCount()
        if not columns:
            return QModelIndex()
        row = self.dice.randrange(min(model.rowCount(), _SEEN))
        return model.index(row, self.dice.randrange(min(columns, _SEEN)))

    def click_in(
        self,
        view: QAbstractItemView,
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        double: bool = False,
    ) -> None:
        """Click a random item of `view`, scrolled into sight."""
        index = self.index_in(view)
        if not index.isValid():
            return
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        box = view.visualRect(index).intersected(view.viewport().rect())
        if box.isEmpty():
            return
        self.press_at(view.viewport(), box.center(), modifiers)
        if double and isValid(view) and view.isVisible():
            QTest.mouseDClick(view.viewport(), LEFT, modifiers, box.center())

    def use_any(self, container: QWidget, *, with_buttons: bool = True) -> None:
        """Use a random control of `container`, if it has one."""
        controls = [
            each
            for each in container.findChildren(QWidget)
            if isinstance(each, _KINDS)
            and _is_usable(each, container)
            and (with_buttons or not isinstance(each, QAbstractButton))
        ]
        if controls:
            self.use(self.dice.choice(controls))

    def use(self, widget: QWidget) -> None:
        """Do with `widget` what its kind lets a planner do."""
        self.focus(widget)
        if isinstance(widget, QAbstractButton):
            self.press_at(widget, widget.rect().center())
        elif isinstance(widget, QComboBox):
            self.key(widget, self.dice.choice((Key.Key_Down, Key.Key_Up, Key.Key_End)))
        elif isinstance(widget, QAbstractSpinBox):
            self._use_numbers(widget)
        elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            self._write(widget)
        elif isinstance(widget, QAbstractItemView):
            self._use_items(widget)

    def _remember(self, text: str, widget: QWidget) -> None:
        owner = widget if widget.objectName() != "qt_scrollarea_viewport" else widget.parent()
        name = owner.text() if isinstance(owner, QAbstractButton) else widget.accessibleName()
        self.trail.append(f"{text} in {type(owner).__name__} {name!r}")

    def _use_numbers(self, box: QAbstractSpinBox) -> None:
        if self.dice.random() < 0.5:
            self.key(box, self.dice.choice((Key.Key_Up, Key.Key_Down)))
        else:
            box.selectAll()
            self.type(box, str(self.dice.randrange(200)))

    def _write(self, field: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
        if self.dice.random() < 0.7:
            self.key(field, Key.Key_A, CTRL)
            if self.dice.random() < 0.3:
                self.key(field, Key.Key_Backspace)
        self.type(field, self.dice.choice(TEXTS))
        if self.dice.random() < 0.2:
            self.key(field, Key.Key_Z, CTRL)

    def _use_items(self, view: QAbstractItemView) -> None:
        chance = self.dice.random()
        if chance < 0.4:
            self.click_in(view, self.dice.choice((NONE, NONE, CTRL, SHIFT)))
        elif chance < 0.9:
            modifiers = self.dice.choice((NONE, NONE, NONE, SHIFT, CTRL))
            self.key(view, self.dice.choice(_ARROWS), modifiers)
        else:
            self.key(view, self.dice.choice((Key.Key_Space, Key.Key_Home, Key.Key_End)))


def _is_usable(widget: QWidget, container: QWidget) -> bool:
    """Return whether a planner can use `widget`, which is no part of another control."""
    if not widget.isVisible() or not widget.isEnabled():
        return False
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and widget.isReadOnly():
        return False
    parent = widget.parentWidget()
    while parent is not None and parent is not container:
        if isinstance(parent, QDialogButtonBox | QComboBox | QAbstractSpinBox | QAbstractButton):
            return isinstance(parent, QComboBox) and isinstance(widget, QLineEdit)
        parent = parent.parentWidget()
    return True


def _compose(widget: QWidget, text: str) -> None:
    """Compose `text` in `widget` and commit it."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
