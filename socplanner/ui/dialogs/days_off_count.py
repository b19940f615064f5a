"""A row of a dialog that counts the holidays of a year by the calendar of the plan."""

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from socplanner.domain.calendar_days import day_counts
from socplanner.domain.work_calendar import WorkCalendar
from socplanner.services.public_holidays import public_holidays
from socplanner.ui.dialogs.calendar_dialog import FIRST_YEAR, LAST_YEAR
from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.calendar_words import days_off_sentence, source_sentence
from socplanner.wording.language import Words


class DaysOffCount(QWidget):
    """Offers a year; what was counted stands below, with its source."""

    counted = Signal(int)
    """The holidays on weekdays of the chosen year."""

    def __init__(self, calendar: WorkCalendar, words: Words, parent: QWidget) -> None:
        """Count by `calendar`; begin with this year."""
        super().__init__(parent)
        self._calendar, self._words = calendar, words
        self.year = QSpinBox(self)
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(QDate.currentDate().year())
        label = PlainLabel(self, words.tr("Holidays of the &year"))
        label.setBuddy(self.year)
        self.year.setAccessibleName(words.tr("Year of the calendar"))
        self.button = QPushButton(words.tr("&Count from the calendar"), self)
        self.button.setAutoDefault(False)
        self.result = PlainLabel(self)
        self.result.setWordWrap(True)
        self.result.hide()
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.year)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.result)
        self.button.clicked.connect(self.count)

    def count(self) -> None:
        """Count the year, and show the result; a year that is not known is only explained."""
        year = self.year.value()
        holidays = public_holidays(self._calendar.counted_country, year)
        texts = [source_sentence(holidays, self._words)]
        if holidays.is_available:
            counts = day_counts(self._calendar, holidays)
            texts.insert(0, days_off_sentence(counts, year, self._words))
            self.counted.emit(counts.on_weekdays)
        self.result.setText("\n".join(texts))
        self.result.show()
        announce(self.result, self.result.text())
