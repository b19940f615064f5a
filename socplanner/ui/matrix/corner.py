"""The corner of the matrix where the heads meet: what stands down and across, and the cursor."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from socplanner.ui.matrix.grid_colours import band_fill, group_line
from socplanner.ui.overriding import override

_PAD = 8
_DOWN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
_BETWEEN = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
)
_ACROSS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


class Corner(QWidget):
    """Covers the button that QTableView has there, and reads the cell of the cursor out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._down = ""
        self._across = ""
        self.current = ""

    def say(self, down: str, across: str) -> None:
        """Name what stands `down` and what `across`."""
        self._down, self._across = down, across
        self.update()

    def read_out(self, current: str) -> None:
        """Say in words what the cell of the cursor holds."""
        if current != self.current:
            self.current = current
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), band_fill(palette))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), group_line(palette))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), group_line(palette))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        inside = self.rect().adjusted(_PAD, 3, -_PAD, -4)
        painter.drawText(inside, _DOWN, self._down)
        painter.drawText(inside, _ACROSS, self._across)
        line = self.fontMetrics().height()
        painter.drawText(inside.adjusted(0, line, 0, -line), _BETWEEN, self.current)
        painter.end()
