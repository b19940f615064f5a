"""A button with a menu of choices, which shows the chosen ones."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import tool_tip

_WIDEST = 150


class FilterChoice(NamedTuple):
    """A choice of a menu: its id, its text, and an icon where it has one."""

    id: str
    label: str
    icon: QIcon | None = None


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

    def set_choices(self, choices: Iterable[FilterChoice], ids: frozenset[str]) -> None:
        """Show `choices` with `ids` ticked."""
        self.ids = ids
        menu = self.menu()
        menu.clear()
        self._add(menu, FilterChoice("", self._nothing), is_chosen=not ids)
        menu.addSeparator()
        chosen = []
        for choice in choices:
            self._add(menu, choice, is_chosen=choice.id in ids)
            if choice.id in ids:
                chosen.append(choice.label)
        text = f"{self._title}: {', '.join(chosen)}" if chosen else self._title
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(tool_tip(text) if chosen else "")
        self.is_marked = bool(chosen)
        self.updateGeometry()
        self.update()

    def _add(self, menu: QMenu, choice: FilterChoice, *, is_chosen: bool) -> None:
        action = menu.addAction(choice.label.replace("&", "&&"))
        if choice.icon is not None:
            action.setIcon(choice.icon)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setData(choice.id)

    def _on_triggered(self, action: QAction) -> None:
        choice = str(action.data())
        if not choice:
            self.ids = frozenset()
        elif self._is_single:
            self.ids = frozenset({choice})
        else:
            self.ids = self.ids ^ {choice}
        self.chosen.emit()
