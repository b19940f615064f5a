"""What the Help menu shows, and what is shown when the program itself was wrong."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from socplanner.services import paths
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import Actions

if TYPE_CHECKING:
    from socplanner.ui.dialogs.guide_window import GuideWindow


class HelpCommands(QObject):
    """Opens the guide, the page of keys and the page about the program."""

    def __init__(self, document: Document, translator: Translator) -> None:
        """Speak the language of `translator`."""
        super().__init__()
        self._document = document
        self._translator = translator
        self._window: QMainWindow | None = None
        self._actions: Actions | None = None
        self._guide: GuideWindow | None = None

    def stand_above(self, window: QMainWindow, actions: Actions) -> None:
        """Open above `window`, whose keys are those of `actions`."""
        self._window = window
        self._actions = actions

    def show_guide(self) -> None:
        """Show the first guide beside the window, so that it can be followed."""
        from socplanner.ui.dialogs.guide_window import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(paths.guide(), self._translator, self._window)
        self._guide.begin()

    def show_shortcuts(self) -> None:
        """Show every key."""
        from socplanner.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        if self._actions is not None:
            words = self._translator.words
            dialog = ShortcutsDialog(self._actions.by_id, words, self._window)
            dialog.exec()
            dialog.deleteLater()

    def show_about(self) -> None:
        """Show version, sources and licences."""
        from socplanner.ui.dialogs.about_dialog import AboutDialog

        words, catalogue = self._translator.words, self._document.plan.catalogue
        dialog = AboutDialog(catalogue, paths.notices(), words, self._window)
        dialog.exec()
        dialog.deleteLater()
