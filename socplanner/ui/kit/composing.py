"""What an input method still composes, kana for instance, is entered and never lost.

Qt asks the input method to commit when the focus moves. That is not enough: with ibus, engines may
choose that composed text is dropped then (Anthy does), and a command of a bar, another phase or
other roles come without any move of the focus; the text would be lost, or entered for what is
selected by then.

Rules:
- A menu and another window end composing too; there, Qt does not ask.
- Only the field with the focus is watched, and only if it accepts input methods.
- An empty event without a commit drops what was composed. That is wanted when the planner cancels;
  it is not when the same turn of the event loop takes the focus away, or when we asked to commit.
- What the platform has committed itself is never entered again.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from socplanner.ui.kit.overriding import override


class Composing(QObject):
    """Watches the field with the focus; `commit` enters what is being composed in it."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        """Watch whichever field of `application` has the focus."""
        super().__init__(parent)
        self._field: QWidget | None = None
        self._composed = self._dropped = ""
        application.focusChanged.connect(self._watch)
        self._watch(None, application.focusWidget())

    @property
    def is_composing(self) -> bool:
        """Whether something is being composed."""
        return bool(self._composed)

    def commit(self) -> None:
        """Enter what is being composed, if anything is."""
        if not self._composed:
            return
        method = QGuiApplication.inputMethod()
        method.commit()
        if self._composed:
            method.reset()  # on Windows this one commits, and `commit` does nothing
        if self._composed or self._dropped:
            self._enter(self._composed or self._dropped)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            return False
        if isinstance(event, QInputMethodEvent):
            is_dropped = not event.preeditString() and not event.commitString()
            self._dropped = self._composed if is_dropped else ""
            self._composed = event.preeditString()
            if self._dropped:
                QTimer.singleShot(0, self, self._forget_dropped)
        elif event.type() is QEvent.Type.FocusOut:
            if self._dropped:
                self._enter(self._dropped)
            self.commit()
        return False

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The filter stays on the former field: Qt reports its focus lost when it is half destroyed.
        self._field, self._composed, self._dropped = None, "", ""
        if new is not None and new.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self._field = new
            new.installEventFilter(self)

    def _enter(self, text: str) -> None:
        """Enter `text` at the cursor, as the input method would have."""
        if self._field is None:
            return
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self._field, event)

    def _forget_dropped(self) -> None:
        self._dropped = ""
