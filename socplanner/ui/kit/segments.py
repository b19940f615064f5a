"""A row of buttons of which one is down: the views, the phases."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from socplanner.ui.kit.plain_text import tool_tip

_WIDEST = 150


class Segments(QWidget):
    """Offers a few choices side by side; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no choice at all."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def offer(self, choices: Iterable[tuple[str, str]], current: str) -> None:
        """Offer `choices`, each an id and its words, with `current` down."""
        wanted = tuple(choices)
        ids = [each for each, _ in wanted]
        if [button.objectName() for button in self._group.buttons()] != ids:
            self._rebuild(ids)
        for button, (_, words) in zip(self._group.buttons(), wanted, strict=True):
            shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST)
            button.setText(shown.replace("&", "&&"))
            button.setToolTip(tool_tip(words if shown != words else ""))
            button.setAccessibleName(words)
        self.choose(current)

    def choose(self, current: str) -> None:
        """Put the button of `current` down, without telling."""
        for button in self._group.buttons():
            if button.objectName() == current:
                button.setChecked(True)

    def _rebuild(self, ids: list[str]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for each in ids:
            button = QToolButton(self)
            button.setObjectName(each)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            self._row.addWidget(button)

    def _on_clicked(self, button: QToolButton) -> None:
        self.chosen.emit(button.objectName())
