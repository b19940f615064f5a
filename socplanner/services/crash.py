"""Handling of unexpected errors: the program continues, writes to the log, and reports once.

Rules:

- PySide passes exceptions of slots, timers and paint events to `sys.excepthook`, and Python those
  of threads to `threading.excepthook`; both are logged, with messages of Qt.
- A report waits for the event loop, so that no dialog opens inside a paint event or in another
  thread.
- Each place in the code is reported once: a paint event that fails does so at every frame.
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
    """Logs and reports exceptions that no other code caught."""

    crashed = Signal(str)
    """The full traceback, for a planner who wants to report the error."""

    interrupted = Signal()
    """Ctrl+C was pressed in the terminal."""

    _caught = Signal(str)

    def __init__(self, log: Log, parent: QObject | None = None) -> None:
        """Write to `log`, from `install` on."""
        super().__init__(parent)
        self._log = log
        self._reported: set[tuple[str, ...]] = set()
        self._hook_before: Hook | None = None
        self._hook_of_threads = threading.excepthook
        self._is_reporting = False
        self._caught.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Handle uncaught exceptions and messages of Qt from now on."""
        self._hook_before = sys.excepthook
        self._hook_of_threads = threading.excepthook
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread
        qInstallMessageHandler(self._log_qt_message)

    def remove(self) -> None:
        """Restore the handlers from before `install`."""
        if self._hook_before is not None:
            sys.excepthook = self._hook_before
            threading.excepthook = self._hook_of_threads
            qInstallMessageHandler(None)
            self._hook_before = None

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write `error` to the log, and report it if the same place has not failed before."""
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
        """Report one error at a time; one that occurs while the dialog is open is only logged."""
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
