"""Quits the program once a widget is painted, to measure the cost of a start."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from socplanner.ui.kit.overriding import override


class QuitWhenPainted(QObject):
    """Watches a widget, and quits when it has been painted."""

    def __init__(self, watched: QWidget, application: QApplication) -> None:
        """Quit `application` when `watched` has been painted."""
        super().__init__(application)
        self._application = application
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._application.quit)
        return False
