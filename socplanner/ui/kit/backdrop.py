"""A plain ground with a line along one edge: the bars, the rail and the strip of the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token


class Backdrop(QWidget):
    """A widget in one of the grounds, with a quiet line at one edge."""

    def __init__(self, ground: str, edge: Qt.Edge, parent: QWidget | None = None) -> None:
        """Fill with the token `ground`; draw the line along `edge`."""
        super().__init__(parent)
        self._ground = ground
        self._edge = edge

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.fillRect(event.rect(), token(self._ground, palette))
        line, width, height = token("line", palette), self.width(), self.height()
        if self._edge in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge):
            top = 0 if self._edge is Qt.Edge.TopEdge else height - 1
            painter.fillRect(0, top, width, 1, line)
        else:
            left = 0 if self._edge is Qt.Edge.LeftEdge else width - 1
            painter.fillRect(left, 0, 1, height, line)
        painter.end()
