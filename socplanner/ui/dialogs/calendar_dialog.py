"""The dialog for the calendar: the country of the public holidays, and the days of closing."""

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QListWidget, QSpinBox, QWidget

from socplanner.domain.calendar_days import calendar_day, day_counts
from socplanner.domain.calendar_edits import SetCalendar
from socplanner.domain.closed_line import closed_line, closed_of_line
from socplanner.domain.countries import COUNTRIES
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.domain.work_calendar import DEFAULT_COUNTRY, WorkCalendar
from socplanner.services.public_holidays import public_holidays
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.calendar_words import days_off_sentence, holiday_line, source_sentence
from socplanner.wording.language import Words

FIRST_YEAR, LAST_YEAR = 1950, 2199
_ROWS, _WIDTH = 9, 440


class CalendarDialog(QuestionDialog):
    """Edits the calendar, and shows the holidays and days off of a year; `edit` sets it."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the calendar of `plan`, and this year."""
        title = words.tr("Calendar of the organisation")
        super().__init__(title, words.tr("Apply"), words, parent)
        self._plan = plan
        self.country = QComboBox(self)
        for code in (DEFAULT_COUNTRY, *sorted(COUNTRIES - {DEFAULT_COUNTRY})):
            self.country.addItem(country_label(code), code)
        self.country.setCurrentIndex(self.country.findData(plan.calendar.counted_country))
        self.closed = QLineEdit(closed_line(plan.calendar.closed), self)
        keep_clean(self.closed, words)
        self.closed.setPlaceholderText(words.tr("such as {day}", day="12-29 to 01-03, 05-01"))
        self.year = QSpinBox(self)
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(QDate.currentDate().year())
        self.days_off, self.source = PlainLabel(self), PlainLabel(self)
        self.holidays = QListWidget(self)
        self._lay_out()
        self.country.currentIndexChanged.connect(self._show_year)
        self.closed.textChanged.connect(self._show_year)
        self.year.valueChanged.connect(self._show_year)
        self.finish_layout()
        self.errors.find_by(self._problems)
        self._show_year()

    @property
    def calendar(self) -> WorkCalendar:
        """The calendar as the fields have it; a country that was not stated stays so."""
        country = str(self.country.currentData())
        if country == DEFAULT_COUNTRY and not self._plan.calendar.country:
            country = ""
        return WorkCalendar(country, closed_of_line(self.closed.text())[0])

    @property
    def edit(self) -> SetCalendar:
        """The edit that sets the calendar."""
        return SetCalendar(self.calendar)

    def _lay_out(self) -> None:
        words = self.words
        form = QFormLayout()
        form.addRow(words.tr("&Country of the public holidays"), self.country)
        self.errors.add_row(form, words.tr("C&losed each year on"), self.closed)
        form.addRow(words.tr("Show the &year"), self.year)
        self.column.addLayout(form)
        self.holidays.setAccessibleName(words.tr("Public holidays of the year"))
        self.holidays.setMinimumWidth(_WIDTH)
        self.holidays.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS)
        for widget in (self.holidays, self.days_off, self.source):
            self.column.addWidget(widget)
        for label in (self.days_off, self.source):
            label.setWordWrap(True)

    def _show_year(self) -> None:
        """Show the holidays of the year, and how many days off it has."""
        calendar, year = self.calendar, self.year.value()
        holidays = public_holidays(calendar.counted_country, year)
        self.holidays.clear()
        for day in holidays.names:
            line = holiday_line(calendar_day(calendar, day, public_holidays), self.words)
            self.holidays.addItem(line)
        counts = day_counts(calendar, holidays)
        is_available = holidays.is_available
        self.days_off.setText(days_off_sentence(counts, year, self.words) if is_available else "")
        self.source.setText(source_sentence(holidays, self.words))

    def _problems(self) -> dict[QWidget, str]:
        unread = closed_of_line(self.closed.text())[1]
        problem = (
            Problem("bad-closed-days", {"days": unread})
            if unread
            else rejection_of(self.edit, self._plan)
        )
        return {} if problem is None else {self.closed: errors.message(problem, self.words)}


def country_label(code: str) -> str:
    """Return the code of a country with the name that it has there, where Qt knows one."""
    territory = QLocale.codeToTerritory(code)
    locale = QLocale(QLocale.Language.AnyLanguage, territory)
    name = locale.nativeTerritoryName() if locale.territory() is territory else ""
    return f"{code} {name}".strip()
