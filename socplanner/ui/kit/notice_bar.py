"""A bar with one notice: an icon, the text, a button with the remedy, and one that closes it.

Rules:

- It takes its own space, so that it covers nothing, and takes no focus by itself.
- A problem stays until it is closed. Other notices disappear after a while, but not while the mouse
  or the keyboard is on them or another program is in front: what they report is not lost then, it
  is in the history or on disk.
- A new notice replaces the one before it.
"""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.notice import Notice, NoticeKind
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.wording.language import Words

SHOWN_FOR = 10_000
"""Milliseconds after which a notice disappears that is no problem."""

_ICON, _SIDE, _LOW = 16, 12, 24
_ICONS = {NoticeKind.DONE: "done", NoticeKind.HINT: "info", NoticeKind.PROBLEM: "error"}


class NoticeBar(QWidget):
    """Shows the last notice; hidden while there is none."""

    closed = Signal()
    """The notice disappeared."""

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.notice: Notice | None = None
        self._label = PlainLabel(self)
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(1)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.remedy = FlatButton(self, is_edged=True)
        self.close_button = FlatButton(self, "close")
        for button in (self.remedy, self.close_button):
            button.least_height = _LOW
        self.close_button.icon_size = _ICON
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.remedy)
        row.addWidget(self.close_button)
        self.remedy.clicked.connect(self._act)
        self.close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._indent()
        self.hide()

    def show_notice(self, notice: Notice, words: Words) -> None:
        """Show and announce `notice`."""
        self.notice = notice
        self._label.setText(notice.text)
        self.setAccessibleName(notice.text)
        self.remedy.setVisible(notice.remedy is not None)
        if notice.remedy is not None:
            self.remedy.setText(notice.remedy.text)
            self.remedy.setAccessibleDescription(notice.text)
        close = words.tr("Close the notice")
        self.close_button.setText(close)
        self.close_button.setToolTip(tool_tip(close))
        self.show()
        self.update()
        if notice.kind is NoticeKind.PROBLEM:
            self._timer.stop()
        else:
            self._timer.start(SHOWN_FOR)
        texts = (notice.text, notice.remedy.text if notice.remedy is not None else "")
        is_urgent = notice.kind is NoticeKind.PROBLEM
        announce(self, " ".join(filter(None, texts)), is_urgent=is_urgent)

    def text(self) -> str:
        """Return the text that is shown; empty without a notice."""
        return "" if self.notice is None else self.notice.text

    def dismiss(self) -> None:
        """Close the notice."""
        if self.notice is None:
            return
        self.notice = None
        self._timer.stop()
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_timer"):
            self._indent()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.notice is None:
            return
        painter, palette, kind = QPainter(self), self.palette(), self.notice.kind
        painter.fillRect(self.rect(), token(f"{kind.value}-tint", palette))
        painter.fillRect(0, 0, self.width(), 1, token("line", palette))
        place = QRectF(_SIDE, 0, scaled_pixels(self.font(), _ICON), self.height())
        draw_icon(painter, _ICONS[kind], place, token(kind.value, palette))
        painter.end()

    def _indent(self) -> None:
        """Keep the icon, which grows with the text, free of the text."""
        left = _SIDE + scaled_pixels(self.font(), _ICON) + 8
        self.setContentsMargins(left, 4, 8, 4)

    def _act(self) -> None:
        remedy = None if self.notice is None else self.notice.remedy
        self.dismiss()
        if remedy is not None:
            remedy.act()

    def _on_timeout(self) -> None:
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self.isAncestorOf(focused)
        if self.underMouse() or has_focus or not self.window().isActiveWindow():
            self._timer.start(SHOWN_FOR)
        else:
            self.dismiss()
