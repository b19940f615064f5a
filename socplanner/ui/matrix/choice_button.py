"""A button with a menu of choices, which says what is chosen."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from socplanner.ui.kit.plain_text import tool_tip

_WIDEST = 150


class ChoiceButton(QToolButton):
    """Offers choices of which several, or with `is_single` one, can be taken."""

    chosen = Signal()
    """Something else is chosen."""

    filling = Signal()
    """The menu is about to open: choices may be offered anew."""

    def __init__(self, parent: QWidget, *, is_single: bool = False) -> None:
        """Begin with nothing to choose."""
        super().__init__(parent)
        self._is_single = is_single
        self._title = ""
        self._nothing = ""
        self.ids: frozenset[str] = frozenset()
        menu = QMenu(self)
        menu.aboutToShow.connect(self.filling)
        menu.triggered.connect(self._on_triggered)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def entitle(self, title: str, nothing: str) -> None:
        """Say `title` on the button, and `nothing` for the choice that takes all others back."""
        self._title, self._nothing = title, nothing

    def offer(self, choices: Iterable[tuple[str, str]], ids: frozenset[str]) -> None:
        """Offer `choices`, each an id and its words, with `ids` taken."""
        self.ids = ids
        menu = self.menu()
        menu.clear()
        self._add(menu, "", self._nothing, is_taken=not ids)
        menu.addSeparator()
        taken = []
        for each, words in choices:
            self._add(menu, each, words, is_taken=each in ids)
            if each in ids:
                taken.append(words)
        said = f"{self._title}: {', '.join(taken)}" if taken else self._title
        shown = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(said)
        self.setToolTip(tool_tip(said) if taken else "")
        font = self.font()
        font.setBold(bool(taken))
        self.setFont(font)

    def _add(self, menu: QMenu, choice: str, words: str, *, is_taken: bool) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_taken)
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
