"""The title of the window: organisation, file, and whether there is something to save."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socplanner.services.document import Document
from socplanner.services.plan_session import PlanSession
from socplanner.services.translator import Translator


class WindowTitle(QObject):
    """Keeps the title of a window true."""

    def __init__(
        self, window: QWidget, document: Document, session: PlanSession, translator: Translator
    ) -> None:
        """Write the title of `window` from now on."""
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
        """Say organisation and file; Qt puts the mark of unsaved changes where `[*]` stands."""
        path = self._session.path
        file = self._translator.words.tr("not in a file yet") if path is None else path.name
        said = f"{self._document.plan.organisation} — {file}".replace("[*]", "[*][*]")
        self._window.setWindowTitle(f"{said}[*]")
        self._window.setWindowFilePath("" if path is None else str(path))
        self._window.setWindowModified(not self._document.is_saved)
