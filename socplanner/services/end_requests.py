"""Requests of the system to end: a signal reaches the event loop although no Python code runs.

Python runs the handler of a signal between two of its own instructions, of which an idle window has
none. So the number of the signal is also written to a socket that the event loop watches.
"""

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = ("SIGTERM", "SIGHUP")


class EndRequests(QObject):
    """Emits `requested` when the system asks the program to end; Ctrl+C arrives at once too."""

    requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen from now on; on Windows there are no such signals."""
        super().__init__(parent)
        self._is_requested = False
        self._reading, self._writing = socket.socketpair()
        self._before: dict[int, object] = {}
        if sys.platform == "win32":
            return
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_written)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for name in _SIGNALS:
            number = getattr(signal, name)
            self._before[number] = signal.signal(number, self._on_signal)

    def end(self) -> None:
        """Restore what was before."""
        if sys.platform != "win32":
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for number, handler in self._before.items():
                signal.signal(number, handler)  # type: ignore[arg-type]
        self._before = {}
        self._reading.close()
        self._writing.close()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._is_requested = True

    def _on_written(self) -> None:
        self._reading.recv(64)
        if self._is_requested:
            self._is_requested = False
            self.requested.emit()
