"""A calendar over the bar of moments: holidays in their colour, and what the current day is."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from socplanner.domain.calendar_days import CalendarDay
from socplanner.domain.coverage import DayKind
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.wording.calendar_words import named_day
from socplanner.wording.language import Words

_ISO = Qt.DateFormat.ISODate
_FIRST, _LAST = QDate(1950, 1, 1), QDate(2199, 12, 31)


class DayPopup(QFrame):
    """Bids the days of a month; Enter or a click chooses one, Esc closes it."""

    day_chosen = Signal(str)
    """A day as 2027-05-03, or an empty text for no date."""

    calendar_requested = Signal()
    """The planner wants to edit the calendar of the organisation."""

    def __init__(
        self, day: str, day_of: Callable[[str], CalendarDay], words: Words, parent: QWidget
    ) -> None:
        """Begin with `day`, today if it is empty; `day_of` returns what a day is."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(words.tr("Calendar"))
        self._words, self._day_of = words, day_of
        self.month = QCalendarWidget(self)
        self.month.setLocale(QLocale(words.language))
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setDateRange(_FIRST, _LAST)
        self.month.setSelectedDate(QDate.fromString(day, _ISO) if day else QDate.currentDate())
        self._colour_weekends()
        self.about = PlainLabel(self)
        self.no_date = FlatButton(self, is_edged=True)
        self.no_date.setText(words.tr("No date"))
        self.no_date.setEnabled(bool(day))
        self.edit = FlatButton(self, is_edged=True)
        self.edit.setText(words.tr("Closed days…"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.no_date)
        buttons.addStretch(1)
        buttons.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.addWidget(self.month)
        column.addWidget(self.about)
        column.addLayout(buttons)
        self.month.activated.connect(self._choose)
        self.month.clicked.connect(self._choose)
        self.month.selectionChanged.connect(self._show_about)
        self.month.currentPageChanged.connect(self._colour_month)
        self.no_date.clicked.connect(self._choose_none)
        self.edit.clicked.connect(self._request_calendar)
        self._colour_month(self.month.yearShown(), self.month.monthShown())
        self._show_about()

    def open_below(self, widget: QWidget) -> None:
        """Open below `widget`, its right edge below that of the widget."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width(), widget.height() + 2))
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.month.setFocus()

    def _colour_weekends(self) -> None:
        """Show weekends as quiet as other days: holidays have the colour."""
        plain = QTextCharFormat()
        plain.setForeground(token("text-2", self.palette()))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, plain)

    def _colour_month(self, year: int, month: int) -> None:
        """Show the holidays of a month in their colour and bold."""
        marked = QTextCharFormat()
        marked.setForeground(token("error", self.palette()))
        marked.setFontWeight(700)
        for number in range(1, QDate(year, month, 1).daysInMonth() + 1):
            date = QDate(year, month, number)
            day = self._day_of(date.toString(_ISO))
            if day.kind is DayKind.HOLIDAY:
                marked.setToolTip(tool_tip(named_day(day, self._words)))
                self.month.setDateTextFormat(date, marked)

    def _show_about(self) -> None:
        day = self._day_of(self.month.selectedDate().toString(_ISO))
        self.about.setText(named_day(day, self._words))
        self.month.setAccessibleDescription(self.about.text())

    def _choose(self, date: QDate) -> None:
        self.day_chosen.emit(date.toString(_ISO))
        self.close()

    def _choose_none(self) -> None:
        self.day_chosen.emit("")
        self.close()

    def _request_calendar(self) -> None:
        self.close()
        self.calendar_requested.emit()
