"""A joined row of buttons of which at most one is checked: for phases, lanes, sizes."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from socplanner.ui.kit.flat_button import ROUND, SegmentButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token

_WIDEST = 10
"""The width of a label, in heights of a line, from which it is shortened."""


class Segment(NamedTuple):
    """A choice of a row: its id and label; with an icon, the label is its name and tooltip."""

    id: str
    label: str
    icon_name: str = ""


class Segments(QWidget):
    """Offers a few choices side by side; arrow keys move between them."""

    chosen = Signal(str)
    """The id of the choice whose button was clicked."""

    def __init__(self, parent: QWidget | None = None, height: int = 28) -> None:
        """Begin without choices; the buttons are `height` pixels high, or as their text needs."""
        super().__init__(parent)
        self._height = height
        self._is_wide = False
        self.buttons: dict[str, SegmentButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Iterable[Segment], current: str) -> None:
        """Offer `choices`; the button of `current` is checked, none for an empty text."""
        listed = tuple(choices)
        ids = [each.id for each in listed]
        if list(self.buttons) != ids:
            self._rebuild(listed)
        for button, choice in zip(self.buttons.values(), listed, strict=True):
            label = choice.label
            wide = self.fontMetrics().height() * _WIDEST
            shown = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, wide)
            button.setText(shown.replace("&", "&&"))
            is_shown = shown == label and not choice.icon_name
            button.setToolTip(tool_tip("" if is_shown else label))
            button.setAccessibleName(label)
        self.choose(current)

    def choose(self, choice_id: str) -> None:
        """Check the button of `choice_id`, or none, without emitting `chosen`."""
        self._group.setExclusive(bool(choice_id))
        for button_id, button in self.buttons.items():
            button.setChecked(button_id == choice_id)

    def fill_width(self) -> None:
        """Make the buttons equally wide, and fill the width."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_wide = True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge round all buttons and the lines between them."""
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("line-2", palette), 1))
        painter.setBrush(token("raised", palette))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        painter.setPen(QPen(token("line", palette), 1))
        shown = [each for each in self.buttons.values() if each.isVisibleTo(self)]
        for button in shown[1:]:
            left = button.geometry().left() + 0.5
            painter.drawLine(QRectF(left, 1, 0, self.height() - 2).topLeft(),
                             QRectF(left, 1, 0, self.height() - 2).bottomLeft())  # fmt: skip
        painter.end()

    def _rebuild(self, choices: Iterable[Segment]) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons.clear()
        last = _focusable_before(self)
        for choice in choices:
            button = SegmentButton(self, choice.icon_name)
            button.least_height = self._height
            button.setObjectName(choice.id)
            if self._is_wide:
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            self._row.addWidget(button, 1 if self._is_wide else 0)
            # After the buttons before it, not after all that was made meanwhile.
            QWidget.setTabOrder(last, button)
            last = button
            self.buttons[choice.id] = button

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.objectName())


def _focusable_before(widget: QWidget) -> QWidget:
    """Return the widget before `widget` from which Tab leads on; itself if there is none."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget:
        if before.focusPolicy() != Qt.FocusPolicy.NoFocus:
            return before
        before = before.previousInFocusChain()
    return widget
