"""What happens when the program itself is wrong: it goes on, writes a log, and tells once.

PySide hands exceptions of slots, timers and paint events to `sys.excepthook`; those of threads go
to `threading.excepthook`. The telling waits for the event loop, so that no dialog opens inside a
paint event or in another thread. Each place in the code is told of once: a paint event that fails
fails at every frame.
"""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from socplanner.services.logs import Log, places_of, trace_of

_KINDS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}
_QUIET = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashGuard(QObject):
    """Catches what nobody caught."""

    crashed = Signal(str)
    """What went wrong, in full, for a planner who wants to report it."""

    interrupted = Signal()
    """Somebody pressed Ctrl+C in the terminal."""

    _caught = Signal(str)

    def __init__(self, log: Log, parent: QObject | None = None) -> None:
        """Write to `log`; nothing is caught before `install`."""
        super().__init__(parent)
        self._log = log
        self._reported: set[tuple[str, ...]] = set()
        self._hook_before: Hook | None = None
        self._hook_of_threads = threading.excepthook
        self._is_reporting = False
        self._caught.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on what nobody else catches, and what Qt has to say."""
        self._hook_before = sys.excepthook
        self._hook_of_threads = threading.excepthook
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread
        qInstallMessageHandler(self._log_qt_message)

    def remove(self) -> None:
        """Leave everything as it was before `install`."""
        if self._hook_before is not None:
            sys.excepthook = self._hook_before
            threading.excepthook = self._hook_of_threads
            qInstallMessageHandler(None)
            self._hook_before = None

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write `error` to the log, and tell of it if this place has not failed before."""
        if issubclass(kind, KeyboardInterrupt):
            self.interrupted.emit()
            return
        self._log.write(trace_of(error, trace))
        if self._hook_before is not None and sys.stderr is not None:
            self._hook_before(kind, error, trace)
        place = (kind.__name__, *places_of(trace)[-1:])
        if place not in self._reported:
            from traceback import format_exception

            self._reported.add(place)
            self._caught.emit("".join(format_exception(kind, error, trace)))

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _report(self, details: str) -> None:
        """Tell of one at a time; what fails while the dialog stands open is in the log."""
        if self._is_reporting:
            return
        self._is_reporting = True
        try:
            self.crashed.emit(details)
        finally:
            self._is_reporting = False

    def _log_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in _QUIET:
            return
        self._log.write(f"Qt {_KINDS[kind]} {context.category}: {message}")
        if sys.stderr is not None:
            sys.stderr.write(f"{message}\n")
