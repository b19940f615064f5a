"""The base of dialogs that show what is imported before it is: Enter in a field accepts nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton

from socplanner.ui.kit.overriding import override


class ImportDialog(QDialog):
    """A dialog with many fields, of which only its buttons decide."""

    def ask(self) -> bool:
        """Show the dialog until it is closed; return whether it was accepted."""
        agreed = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return bool(agreed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore Enter in fields, where it ends typing rather than accepts the dialog."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            event.accept()
            return
        super().keyPressEvent(event)
