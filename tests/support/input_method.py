"""An input method for tests: it composes in the field with the focus, as those of systems do."""

from enum import Enum

import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from socplanner.ui.kit import composing


class Manner(Enum):
    """What an input method does when it is asked to commit, and when it is reset."""

    COMMITS = "ibus with mozc, macOS"
    DROPS = "ibus with anthy"
    COMMITS_ON_RESET = "Windows"
    IGNORES = "none"


class InputMethod:
    """Composes text in the field with the focus, and commits it in its manner."""

    def __init__(self, manner: Manner) -> None:
        """Begin with nothing composed."""
        self._manner = manner
        self.composed = ""

    def compose(self, text: str) -> bool:
        """Show `text` as being composed; return whether the field with the focus accepts that."""
        self.composed = text
        return self._send(text, "")

    def commit(self) -> None:
        """Enter what is composed, or drop it."""
        if self._manner is Manner.COMMITS:
            self._end(self.composed)
        elif self._manner is Manner.DROPS:
            self._end("")

    def reset(self) -> None:
        """Drop what is composed, or enter it."""
        if self._manner is Manner.COMMITS_ON_RESET:
            self._end(self.composed)

    def _end(self, entered: str) -> None:
        self.composed = ""
        self._send("", entered)

    def _send(self, composed: str, entered: str) -> bool:
        event = QInputMethodEvent(composed, [])
        event.setCommitString(entered)
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, event)
        return event.isAccepted()


def use(method: InputMethod, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the program find `method` in place of that of the platform."""

    class Application(QGuiApplication):
        @staticmethod
        def inputMethod() -> InputMethod:  # type: ignore[override]
            return method

    monkeypatch.setattr(composing, "QGuiApplication", Application)
