"""The note of the selected roles: free text, stored when the planner pauses or leaves."""

import re

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from socplanner.domain.names import LONGEST_TEXT, clean_text, removed_from
from socplanner.ui.kit.overriding import override

_PAUSE_MS = 2000
_LINES = 4


class NoteEditor(QPlainTextEdit):
    """Reports typed text, and when to store it; has its own undo meanwhile."""

    typed = Signal(str)
    finished = Signal()

    characters_removed = Signal(int)
    """So many invisible characters were removed from pasted text."""

    overfilled = Signal()
    """The text typed or pasted was longer than a note may be; the rest was left out."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._is_showing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.finished)
        self.setTabChangesFocus(True)
        self.fit()
        self.textChanged.connect(self._on_text_changed)

    def note(self) -> str:
        """Return the text; Qt's own plain text has spaces where no-break spaces were."""
        return re.sub("[\u2028\u2029]", "\n", self.document().toRawText())

    def show_note(self, note: str, placeholder: str) -> None:
        """Show `note` without a signal."""
        self.setPlaceholderText(placeholder)
        if self.note() != note:
            self._is_showing = True
            self.setPlainText(note)
            self._is_showing = False

    def fit(self) -> None:
        """Set the height to a few lines."""
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 12)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() is not Qt.FocusReason.PopupFocusReason:
            self._leave()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        is_control = bool(e.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_control and e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
            e.accept()
        else:
            super().keyPressEvent(e)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the text of `source` without characters that no note may have; all or nothing."""
        pasted = source.text()
        clean, selected = clean_text(pasted), self.textCursor().selectedText()
        if len(self.note()) - len(selected) + len(clean) > LONGEST_TEXT:
            self.overfilled.emit()
            return
        self.insertPlainText(clean)
        if removed := removed_from(pasted):
            self.characters_removed.emit(removed)

    def _leave(self) -> None:
        self._pause.stop()
        self.finished.emit()

    def _on_text_changed(self) -> None:
        if self._is_showing:
            return
        note = self.note()
        if len(note) > LONGEST_TEXT:
            self._remove_excess(len(note) - LONGEST_TEXT)
            return
        self._pause.start()
        self.typed.emit(note)

    def _remove_excess(self, excess: int) -> None:
        """Remove the last `excess` characters that were typed; that calls this slot again."""
        cursor = self.textCursor()
        left = QTextCursor.MoveOperation.PreviousCharacter
        cursor.movePosition(left, QTextCursor.MoveMode.KeepAnchor, excess)
        cursor.removeSelectedText()
        self.overfilled.emit()
