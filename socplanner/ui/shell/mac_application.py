"""The application on macOS, where Finder passes a double-clicked file by an event."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from socplanner.ui.kit.overriding import override


class MacApplication(QApplication):
    """Emits the files that Finder asks to open, at the start and at any time later."""

    file_requested = Signal(str)
    """The path of the file to open."""

    @override
    def event(self, arg__1: QEvent) -> bool:
        path = requested_file(arg__1)
        if path is None:
            return super().event(arg__1)
        self.file_requested.emit(path)
        return True


def requested_file(event: QEvent) -> str | None:
    """Return the local file that `event` asks to be opened, or None if it asks for none."""
    return (event.file() or None) if isinstance(event, QFileOpenEvent) else None
