"""The field for the date that is looked at: typed in any usual form, or chosen in a calendar.

Up and Down go a day on or back, Enter looks at the date, an empty field at any week; Escape shows
the date as it was. Alt+Down opens the calendar.
"""

from PySide6.QtCore import QDate, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from socplanner.domain.calendar_days import day_after, is_real_day
from socplanner.ui.kit.day_field import DayField
from socplanner.ui.kit.flat_button import ROUND
from socplanner.ui.kit.icons import icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.wording.language import Words

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_AIR, _ICON, _LEFT, _HEIGHT = 24, 24, 5, 28


class DateField(DayField):
    """Shows the date that is looked at; empty, it is any week."""

    day_entered = Signal(str)
    """A date as 2027-05-03, an empty text, or what was typed instead of one."""

    calendar_requested = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__("", words, parent)
        self._shown = ""
        self.setFrame(False)
        self.setTextMargins(_LEFT, 0, 0, 0)
        self.opener = QAction(self)
        self.opener.triggered.connect(self.calendar_requested)
        self.addAction(self.opener, QLineEdit.ActionPosition.TrailingPosition)
        self.returnPressed.connect(self.enter)
        self.retranslate(words)

    def retranslate(self, words: Words) -> None:
        """Show every text in the language of `words`."""
        self.setPlaceholderText(words.tr("Date"))
        self.setAccessibleName(words.tr("Date"))
        about = words.tr(
            "A date, such as {day}. Up and Down go a day on or back, Alt+Down opens the calendar.",
            day="2027-05-03",
        )
        self.setToolTip(tool_tip(about))
        self.opener.setText(words.tr("Open the calendar"))
        self.opener.setIcon(icon("calendar", self.palette()))

    def show_day(self, day: str, about: str) -> None:
        """Show `day`, or an empty text; `about` is read aloud with it."""
        self._shown = day
        self.setText(day)
        self.setAccessibleDescription(about)

    def enter(self) -> None:
        """Look at the date in the field, if it is another one."""
        if self.day != self._shown:
            self.day_entered.emit(self.day)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("2027-00-00") + _AIR + _ICON
        return QSize(width, max(_HEIGHT, self.fontMetrics().height() + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, palette, has_focus = QPainter(self), self.palette(), self.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if has_focus else 1
        painter.setPen(QPen(token("accent-ink" if has_focus else "edge", palette), width))
        inset = width / 2
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, ROUND, ROUND)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Down and is_alt:
            self.calendar_requested.emit()
        elif key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        if not self.day or is_real_day(self.day):
            self.enter()
        else:
            self.setText(self._shown)

    def _step(self, days: int) -> None:
        """Go `days` on from the date in the field; an empty one begins with today."""
        if is_real_day(self.day):
            self.day_entered.emit(day_after(self.day, days))
        elif not self.day:
            self.day_entered.emit(QDate.currentDate().toString(Qt.DateFormat.ISODate))
