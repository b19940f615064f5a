"""The commands of the Help menu: the guide, the shortcuts, and the dialog about the program."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socplanner.services import paths
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.plan_context import PlanContext

if TYPE_CHECKING:
    from socplanner.ui.dialogs.guide_window import GuideWindow


class HelpCommands(QObject):
    """Opens the guide, the list of shortcuts and the dialog about the program."""

    def __init__(self, context: PlanContext, actions: Actions, window: QWidget) -> None:
        """Open dialogs above `window`; `actions` have its shortcuts."""
        super().__init__(window)
        self._document = context.document
        self._translator = context.translator
        self._window = window
        self._actions = actions
        self._guide: GuideWindow | None = None

    def show_guide(self) -> None:
        """Show the guide in a window that can stay open beside the main one."""
        from socplanner.ui.dialogs.guide_window import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(paths.guide(), self._translator, self._window)
        self._guide.begin()

    def show_shortcuts(self) -> None:
        """Show all keyboard shortcuts."""
        from socplanner.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._actions, self._translator.words, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        """Show version, sources and licences."""
        from socplanner.ui.dialogs.about_dialog import AboutDialog

        words, catalogue = self._translator.words, self._document.plan.catalogue
        dialog = AboutDialog(catalogue, paths.notices(), words, self._window)
        dialog.exec()
        dialog.deleteLater()
