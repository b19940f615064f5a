"""A row of buttons of which one is checked, for views and phases."""

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
    """The id of the choice whose button was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without choices."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Iterable[tuple[str, str]], current: str) -> None:
        """Offer `choices`, each an id and a label; the button of `current` is checked."""
        listed = tuple(choices)
        ids = [each for each, _ in listed]
        if [button.objectName() for button in self._group.buttons()] != ids:
            self._rebuild(ids)
        for button, (_, label) in zip(self._group.buttons(), listed, strict=True):
            shown = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, _WIDEST)
            button.setText(shown.replace("&", "&&"))
            button.setToolTip(tool_tip(label if shown != label else ""))
            button.setAccessibleName(label)
        self.choose(current)

    def choose(self, choice_id: str) -> None:
        """Check the button of `choice_id` without emitting `chosen`."""
        for button in self._group.buttons():
            if button.objectName() == choice_id:
                button.setChecked(True)

    def _rebuild(self, ids: list[str]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for choice_id in ids:
            button = QToolButton(self)
            button.setObjectName(choice_id)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            self._row.addWidget(button)

    def _on_clicked(self, button: QToolButton) -> None:
        self.chosen.emit(button.objectName())
