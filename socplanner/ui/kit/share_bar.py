"""A bar in parts: how many roles have each sourcing, as in the legend of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import sourcing_colours
from socplanner.ui.kit.tokens import token

_HEIGHT = 10


class ShareBar(QWidget):
    """Draws the shares of sourcings side by side; undecided roles are left empty."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._counts: Mapping[Sourcing, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[Sourcing, int], in_full: str) -> None:
        """Draw `counts`; `in_full` is read aloud."""
        self._counts = counts
        self.setAccessibleName(in_full)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        painter.setClipPath(outline)
        painter.fillRect(whole, token("pressed", palette))
        total, left = max(sum(self._counts.values()), 1), whole.left()
        for sourcing, count in self._counts.items():
            wide = whole.width() * count / total
            if count and sourcing is not Sourcing.UNDECIDED:
                part = QRectF(left, whole.top(), wide - 1, whole.height())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.fillRect(part, sourcing_colours(sourcing, palette).ink)
            left += wide
        painter.end()
