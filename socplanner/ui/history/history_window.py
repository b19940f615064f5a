"""The list of steps in a window of its own, beside the main one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.history.history_model import HistoryModel, StepColumn
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel

_WIDTH, _HEIGHT, _LETTERS = 420, 480, 46
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class HistoryWindow(QDialog):
    """Shows every step; a click or Enter makes one the current step, in the open plan."""

    def __init__(self, document: Document, translator: Translator, parent: QWidget) -> None:
        """Show the history of `document`, which stays editable meanwhile."""
        super().__init__(parent)
        self.setModal(False)
        self._document = document
        self._translator = translator
        self._hint = PlainLabel(self)
        self._hint.setWordWrap(True)
        self.list = StepList(self)
        self.model = HistoryModel(document, translator, self.palette(), self)
        self.list.setModel(self.model)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(StepColumn.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(StepColumn.TIME, QHeaderView.ResizeMode.ResizeToContents)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._hint, self.list, self._buttons):
            column.addWidget(widget)
        self.resize(max(_WIDTH, _LETTERS * self.fontMetrics().averageCharWidth()), _HEIGHT)
        self.list.clicked.connect(self._go)
        self.list.chosen.connect(self._go_to_current)
        document.history_changed.connect(self._show_current)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()
        self._show_current()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self.setWindowTitle(words.tr("History"))
        self._hint.setText(words.tr("Click a step to go back to it, or forward again."))
        self.list.setAccessibleName(words.tr("History"))
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(words.tr("Close"))

    def begin(self) -> None:
        """Show the window, or bring it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus()

    def _go(self) -> None:
        self._document.go_to(self.list.currentIndex().row())

    def _go_to_current(self) -> None:
        if self.list.currentIndex().isValid():
            self._go()

    def _show_current(self) -> None:
        """Put the cursor on the current step."""
        index = self.model.index(self.model.current_row(), StepColumn.NAME)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)


class StepList(QTreeView):
    """A flat list of which a row is chosen by Enter or Space too."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSE:
            self.chosen.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
