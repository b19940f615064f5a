"""A planner without a mouse: keys go to the window that has the focus, as the system sends them.

A script is a generator of keys. `"Ctrl+S"` is a press, `Typed("text")` is text, a function waits
until it returns true. Keys are sent by a timer, so a script goes on in the dialog that a key opens.
"""

from collections.abc import Callable, Generator
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, QObject, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

_PAUSE = 5
_PATIENCE = 4000
"""Milliseconds between keys, and how many of them a script waits for a condition."""


class Typed(NamedTuple):
    """Text that is typed letter by letter."""

    text: str


Script = Generator[str | Typed | Callable[[], object], None, None]


class Hands(QObject):
    """Sends the keys of one script, and counts them."""

    def __init__(self, script: Script, parent: QObject | None = None) -> None:
        """Do nothing until `begin`."""
        super().__init__(parent)
        self._script = script
        self._pending: list[str] = []
        self._condition: Callable[[], object] | None = None
        self._waited = 0
        self._within: tuple[object, object] | None = None
        """What was open when a key was pressed that has not come back yet.

        Sending a key runs the event loop; the next one waits for its end, unless the key has opened
        a dialog or a menu, from which it comes back when that is closed.
        """

        self.keys: list[str] = []
        self.presses = 0
        """How many keys were pressed that are no letters of a text."""

        self.error: BaseException | None = None
        self.is_done = False

    def begin(self) -> None:
        """Send the first key when the event loop runs."""
        QTimer.singleShot(_PAUSE, self, self._go_on)

    def _go_on(self) -> None:
        if self._within == _open_windows() or not _window_has_keys():
            QTimer.singleShot(_PAUSE, self, self._go_on)
            return
        try:
            key = self._next()
        except StopIteration:
            self.is_done = True
            return
        except BaseException as error:  # noqa: BLE001 - whatever a script raises fails its test
            self._fail(error)
            return
        # Before the key: it may open a dialog, and return when that is closed.
        QTimer.singleShot(_PAUSE, self, self._go_on)
        if key:
            before, self._within = self._within, _open_windows()
            self._press(key)
            self._within = before

    def _next(self) -> str:
        """Return the next key, or nothing while the script waits."""
        if self._condition is not None and not self._condition():
            self._waited += 1
            if self._waited > _PATIENCE:
                raise TimeoutError(f"after {self.keys[-8:]}, at {focus()}")
            return ""
        self._condition, self._waited = None, 0
        if not self._pending:
            step = next(self._script)
            if isinstance(step, Typed):
                self._pending = list(step.text)
            elif isinstance(step, str):
                self.presses += 1
                self._pending = [step]
            else:
                self._condition = step
                return ""
        return self._pending.pop(0)

    def _press(self, key: str) -> None:
        self.keys.append(key)
        window = QGuiApplication.focusWindow()
        if len(key) == 1:
            # The window is meant: only then the key goes the way of one from the system.
            QTest.keyClick(window, key)  # type: ignore[call-overload]
        else:
            pressed: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(window, pressed.key(), pressed.keyboardModifiers())

    def _fail(self, error: BaseException) -> None:
        """Keep `error`, and close what would wait for keys for ever."""
        self.error, self.is_done = error, True
        self._close_all()

    def _close_all(self) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if isinstance(popup, QMenu):
            popup.close()
        elif isinstance(modal, QDialog):
            modal.reject()
        else:
            return
        QTimer.singleShot(_PAUSE, self, self._close_all)


def _open_windows() -> tuple[object, object]:
    """Return the modal dialog and the menu that are open."""
    return QApplication.activeModalWidget(), QApplication.activePopupWidget()


def _window_has_keys() -> bool:
    """Return whether the window that should get keys has the focus; if not, give it the focus.

    Offscreen there is no window manager that would.
    """
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    main = next(each for each in shown if isinstance(each, QMainWindow))
    top, focused = QApplication.activeModalWidget() or main, QGuiApplication.focusWindow()
    if focused is not None and (top is main or focused is top.windowHandle()):
        return True
    top.activateWindow()
    return False


def focus() -> str:
    """Return what a screen reader reads of the widget that has the focus."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    if widget is None:
        return "(none)"
    return f"{type(widget).__name__} “{_name(widget)}”"


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    current = interface.focusChild()
    names = [each.text(QAccessible.Text.Name) for each in (interface, current) if each is not None]
    return ": ".join(dict.fromkeys(name for name in names if name))
