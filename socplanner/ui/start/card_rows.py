"""Cards side by side, in as many rows as their width asks for."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from socplanner.ui.kit.overriding import override

_SPACING = 12


class CardRows(QWidget):
    """Shows cards that are as wide as each other, none narrower than it has to be."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without cards."""
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACING)

    def add(self, card: QWidget) -> None:
        """Show `card` after the others."""
        self._cards.append(card)
        self._columns = 0
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_width(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _least_width(self) -> int:
        return max((card.minimumSizeHint().width() for card in self._cards), default=0)

    def _arrange(self) -> None:
        """Divide the cards into as few rows as the width permits, of equal length if possible."""
        most = max((self.width() + _SPACING) // (self._least_width() + _SPACING), 1)
        rows = ceil(len(self._cards) / most)
        columns = ceil(len(self._cards) / rows)
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
