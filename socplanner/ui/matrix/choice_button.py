"""A button with a menu of choices, which shows the chosen ones."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import tool_tip

_WIDEST = 150


class ChoiceButton(FlatButton):
    """A menu of choices of which several, or with `is_single` one, can be ticked."""

    chosen = Signal()
    """The chosen ids changed."""

    filling = Signal()
    """The menu is about to open: the choices may be set again."""

    def __init__(self, parent: QWidget, *, is_single: bool = False) -> None:
        """Begin with nothing to choose."""
        super().__init__(parent, is_edged=True)
        self.least_height, self.air, self.rounding = 24, 14, 12
        self._is_single = is_single
        self._title = ""
        self._nothing = ""
        self.ids: frozenset[str] = frozenset()
        menu = QMenu(self)
        menu.aboutToShow.connect(self.filling)
        menu.triggered.connect(self._on_triggered)
        self.open_with(menu)

    def entitle(self, title: str, nothing: str) -> None:
        """Show `title` on the button, and `nothing` for the choice that clears all others."""
        self._title, self._nothing = title, nothing

    def set_choices(self, choices: Iterable[tuple[str, str]], ids: frozenset[str]) -> None:
        """Show `choices`, each an id and its text, with `ids` ticked."""
        self.ids = ids
        menu = self.menu()
        menu.clear()
        self._add(menu, "", self._nothing, is_chosen=not ids)
        menu.addSeparator()
        chosen = []
        for choice_id, label in choices:
            self._add(menu, choice_id, label, is_chosen=choice_id in ids)
            if choice_id in ids:
                chosen.append(label)
        text = f"{self._title}: {', '.join(chosen)}" if chosen else self._title
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(tool_tip(text) if chosen else "")
        self.is_marked = bool(chosen)
        self.updateGeometry()
        self.update()

    def _add(self, menu: QMenu, choice: str, words: str, *, is_chosen: bool) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setData(choice)

    def _on_triggered(self, action: QAction) -> None:
        choice = str(action.data())
        if not choice:
            self.ids = frozenset()
        elif self._is_single:
            self.ids = frozenset({choice})
        else:
            self.ids = self.ids ^ {choice}
        self.chosen.emit()
