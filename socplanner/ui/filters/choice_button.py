"""A chip with a menu of choices, which shows the chosen ones; a cross clears them."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip

_WIDEST = 150
_CROSS = 20
"""Pixels at the right end of a chip whose choices are cleared there."""


class FilterChoice(NamedTuple):
    """A choice of a menu: its id, its text, an icon, and a short text for the chip."""

    id: str
    label: str
    icon: QIcon | None = None
    short: str = ""


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
        self._help = "{filter}"
        self.ids: frozenset[str] = frozenset()
        menu = QMenu(self)
        menu.aboutToShow.connect(self.filling)
        menu.triggered.connect(self._on_triggered)
        self.open_with(menu)

    def entitle(self, title: str, nothing: str, about: str = "{filter}") -> None:
        """Show `title` on the button, and `nothing` for the choice that clears all others.

        `about` is the tooltip while something is chosen, with `{filter}` for the text in full.
        """
        self._title, self._nothing, self._help = title, nothing, about

    def set_choices(self, choices: Iterable[FilterChoice], ids: frozenset[str]) -> None:
        """Show `choices` with `ids` ticked."""
        self.ids = ids
        menu = self.menu()
        menu.clear()
        self._add(menu, FilterChoice("", self._nothing), is_chosen=not ids)
        menu.addSeparator()
        chosen: list[FilterChoice] = []
        for choice in choices:
            self._add(menu, choice, is_chosen=choice.id in ids)
            if choice.id in ids:
                chosen.append(choice)
        text = self._with_title([each.label for each in chosen])
        is_one = len(chosen) == 1
        shown = self._with_title(
            [each.label if is_one else each.short or each.label for each in chosen]
        )
        shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(tool_tip(self._help.format(filter=text)) if chosen else "")
        self.is_marked = bool(chosen)
        self.arrow_icon = "close" if chosen else "chevron-down"
        self.updateGeometry()
        self.update()

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        """Clear the choices where the cross is, else open the menu."""
        is_left = e.button() is Qt.MouseButton.LeftButton
        if is_left and self.is_marked and e.position().x() >= self.width() - _CROSS:
            self._clear()
        else:
            super().mousePressEvent(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self.is_marked and e.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        else:
            super().keyPressEvent(e)

    def _with_title(self, names: list[str]) -> str:
        """Return the title and the names of the chosen ones."""
        return f"{self._title}: {', '.join(names)}" if names else self._title

    def _clear(self) -> None:
        self.ids = frozenset()
        self.chosen.emit()

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
