"""A joined row of buttons of which one is checked: for phases, lanes, sizes."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from socplanner.ui.kit.flat_button import ROUND, SegmentButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token

_WIDEST = 150


class Segments(QWidget):
    """Offers a few choices side by side; arrow keys move between them."""

    chosen = Signal(str)
    """The id of the choice whose button was clicked."""

    def __init__(self, parent: QWidget | None = None, height: int = 28) -> None:
        """Begin without choices; the buttons are `height` pixels high, or as their text needs."""
        super().__init__(parent)
        self._height = height
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

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge round all buttons and the lines between them."""
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("line-2", palette), 1))
        painter.setBrush(token("raised", palette))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        painter.setPen(QPen(token("line", palette), 1))
        for button in self._group.buttons()[1:]:
            left = button.geometry().left() + 0.5
            painter.drawLine(QRectF(left, 1, 0, self.height() - 2).topLeft(),
                             QRectF(left, 1, 0, self.height() - 2).bottomLeft())  # fmt: skip
        painter.end()

    def _rebuild(self, ids: list[str]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for choice_id in ids:
            button = SegmentButton(self)
            button.least_height = self._height
            button.setObjectName(choice_id)
            self._group.addButton(button)
            self._row.addWidget(button)

    def _on_clicked(self, button: QToolButton) -> None:
        self.chosen.emit(button.objectName())
