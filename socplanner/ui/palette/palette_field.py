"""The field of the palette: what is typed searches, the arrow keys move in the list below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from socplanner.ui.kit.overriding import override

_LONGEST = 200
_PAGE = 8


class PaletteField(QLineEdit):
    """Searches as one types, even before an input method has made words of the kana."""

    query_changed = Signal(str)
    """The text that is searched for, with what is still being composed."""

    moved = Signal(int)
    """The planner moves so many rows down, or up if it is negative."""

    entered = Signal(bool)
    """The planner pressed Enter; with Shift or not."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        self._composed = ""
        self.textChanged.connect(self._announce_query)

    def query(self) -> str:
        """Return the text of the field, with what is being composed at the cursor."""
        text, place = self.text(), self.cursorPosition()
        return text[:place] + self._composed + text[place:]

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        before = self._composed
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        if self._composed != before:
            self._announce_query()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return False  # Tab moves in the list: nothing else in the palette has the focus

    def _announce_query(self) -> None:
        self.query_changed.emit(self.query())


_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
