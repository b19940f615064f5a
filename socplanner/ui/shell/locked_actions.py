"""Actions that the settings of the machine lock: disabled, with the reason shown."""

from collections.abc import Collection

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.wording.language import Words


class LockedActions(QObject):
    """Disables the actions of locked settings, and shows the reason in their menus."""

    def __init__(
        self, actions: Actions, locked: Collection[str], translator: Translator, parent: QObject
    ) -> None:
        """Disable every choice of the `locked` settings; the group of a choice is its setting."""
        super().__init__(parent)
        self._translator = translator
        self._actions = [actions[spec.id] for spec in actions.table if spec.group in locked]
        self._reasons: list[QAction] = []
        for action in self._actions:
            action.setEnabled(False)
        for setting in dict.fromkeys(spec.group for spec in actions.table if spec.group in locked):
            first = next(spec.id for spec in actions.table if spec.group == setting)
            menu = actions.submenu_of(first)
            menu.setToolTipsVisible(True)
            menu.addSeparator()
            reason = menu.addAction("")
            reason.setEnabled(False)
            self._reasons += [reason, menu.menuAction()]
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the reason in the window's language."""
        words = self._translator.words
        text = locked_reason(words)
        for action in (*self._actions, *self._reasons):
            action.setToolTip(tool_tip(text))
            action.setStatusTip(text)
        for reason in self._reasons[::2]:
            reason.setText(words.tr("Set by your organisation"))


def locked_reason(words: Words) -> str:
    """Return the sentence about a setting that is locked."""
    return words.tr("Set by your organisation for this computer; it cannot be changed here.")
