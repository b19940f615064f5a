"""The application on macOS, where a double-click names its file by an event."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from socplanner.ui.kit.overriding import override


class MacApplication(QApplication):
    """Tells which file Finder wants opened, before the window stands or at any time after."""

    file_wanted = Signal(str)

    @override
    def event(self, arg__1: QEvent) -> bool:
        path = file_asked_for(arg__1)
        if path is None:
            return super().event(arg__1)
        self.file_wanted.emit(path)
        return True


def file_asked_for(event: QEvent) -> str | None:
    """Return the local file that `event` asks to be opened, or None if it asks for none."""
    return (event.file() or None) if isinstance(event, QFileOpenEvent) else None
