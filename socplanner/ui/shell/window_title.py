"""The title of the window: organisation, file, and the mark of unsaved changes."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socplanner.services.document import Document
from socplanner.services.plan_session import PlanSession
from socplanner.services.translator import Translator


class WindowTitle(QObject):
    """Keeps the title of a window up to date."""

    def __init__(
        self, window: QWidget, document: Document, session: PlanSession, translator: Translator
    ) -> None:
        """Set the title of `window`, and follow `document`, `session` and `translator`."""
        super().__init__(window)
        self._window = window
        self._document = document
        self._session = session
        self._translator = translator
        document.history_changed.connect(self.refresh)
        session.path_changed.connect(self.refresh)
        translator.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Set the title; Qt replaces `[*]` by the mark of unsaved changes."""
        path = self._session.path
        words = self._translator.words
        file = words.tr("not in a file yet") if path is None else path.name
        if self._session.is_read_only:
            file = words.tr("{file} (read-only)", file=file)
        text = f"{self._document.plan.organisation} — {file}".replace("[*]", "[*][*]")
        self._window.setWindowTitle(f"{text}[*]")
        self._window.setWindowFilePath("" if path is None else str(path))
        self._window.setWindowModified(not self._document.is_saved)
