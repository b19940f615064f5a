"""A short text after an icon, both in one colour: a count, a state."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels

_ICON, _GAP = 16, 4


class TextIcon(PlainLabel):
    """A label with an icon before its text."""

    def __init__(self, icon_name: str, parent: QWidget) -> None:
        """Show the icon `icon_name` in the colour of quiet text, without a text."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._colour: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, in_full: str = "") -> None:
        """Show `text`; `in_full` is read aloud, and is the tooltip."""
        self.setText(text)
        self.setToolTip(tool_tip(in_full))
        self.setAccessibleName(in_full or text)

    def show_colour(self, colour: QColor) -> None:
        """Draw icon and text in `colour`."""
        self._colour = colour
        self.update()

    def show_icon(self, icon_name: str) -> None:
        """Show the icon `icon_name` from now on."""
        self._icon_name = icon_name
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide, icon = metrics.horizontalAdvance(self.text()), scaled_pixels(self.font(), _ICON)
        return QSize(icon + (_GAP + wide if wide else 0), max(icon, metrics.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._colour or token("text-2", self.palette())
        rect, icon = QRectF(self.rect()), scaled_pixels(self.font(), _ICON)
        draw_icon(painter, self._icon_name, QRectF(0, 0, icon, rect.height()), colour)
        painter.setPen(colour)
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
        painter.drawText(rect.adjusted(icon + _GAP, 0, 0, 0), flags, self.text())
        painter.end()
