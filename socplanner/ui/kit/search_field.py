"""A field to search or filter with: an icon, a text without a frame, and an edge round both."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels

_ICON, _LEFT, _ROUND = 16, 7, 5
_FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class SearchField(QWidget):
    """Contains a line edit, `field`, and draws what is round it."""

    def __init__(self, icon_name: str, height: int, parent: QWidget) -> None:
        """Show the icon `icon_name`; the field is `height` pixels high, or as its text needs."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._height = height
        self.field = QLineEdit(self)
        self.field.setFrame(False)
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT + scaled_pixels(self.font(), _ICON) + 2, 2, 3, 2)
        row.addWidget(self.field)

    @override
    def sizeHint(self) -> QSize:
        height = max(self._height, self.field.fontMetrics().height() + 8)
        return QSize(super().sizeHint().width(), height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOCUS:
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.field.hasFocus()
        width = 2 if has_focus else 1
        painter.setPen(QPen(token("accent-ink" if has_focus else "edge", palette), width))
        painter.setBrush(token("surface", palette))
        inset = width / 2
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, _ROUND, _ROUND)
        at = QRectF(_LEFT, 0, scaled_pixels(self.font(), _ICON), self.height())
        draw_icon(painter, self._icon_name, at, token("text-3", palette))
        painter.end()
