"""A bare window with one list that ends once it is painted: what any start costs at least."""

import sys

from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow


class QuitWhenPainted(QObject):
    """Quits the application when what it watches has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the paint."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return False


application = QApplication([])
window, view = QMainWindow(), QListView()
view.setModel(QStringListModel([f"role {number}" for number in range(54)]))
window.setCentralWidget(view)
window.resize(1280, 800)
quit_when_painted = QuitWhenPainted()
view.viewport().installEventFilter(quit_when_painted)
window.show()
sys.exit(application.exec())
