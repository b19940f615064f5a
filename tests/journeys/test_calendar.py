"""Dates and days off in the real window: a date by hour, the calendar, and counting its days."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from socplanner.domain.calendar_edits import SetCalendar
from socplanner.domain.coverage import DayKind
from socplanner.domain.role_coverage import DECISIVE_MOMENTS, Moment
from socplanner.domain.work_calendar import NO_CALENDAR, ClosedDays, WorkCalendar
from socplanner.ui.dialogs.assumptions_dialog import AssumptionsDialog
from socplanner.ui.dialogs.calendar_dialog import CalendarDialog
from socplanner.ui.kit.day_popup import DayPopup
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.staffing.staffing_view import StaffingView
from tests.support.plans import hybrid_plan
from tests.support.programs import when_dialog_opens
from tests.support.windows import window_on

MAY = "2027-05-03"
YEAR_END = WorkCalendar("", (ClosedDays("12-29", "01-03"),))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Yield a wide window on a plan without a calendar, by hour."""
    with window_on(hybrid_plan(), "staffing", width=1700, height=900) as window:
        yield window


@pytest.fixture
def view(window: MainWindow) -> StaffingView:
    """Return the view of staffing."""
    view = window.area.current_view()
    assert isinstance(view, StaffingView)
    return view


def type_date(view: StaffingView, text: str) -> None:
    """Write `text` into the field of the date, and press Enter."""
    field = view.moments.date
    assert field.isVisible()
    field.setFocus()
    field.selectAll()
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def chosen_preset(view: StaffingView) -> list[str]:
    """Return the preset that is checked, in a list."""
    return [name for name, each in view.moments.presets.buttons.items() if each.isChecked()]


def popup_of(view: StaffingView) -> DayPopup:
    """Return the open calendar."""
    return next(each for each in view.moments.findChildren(DayPopup) if each.isVisible())


@pytest.mark.parametrize("text", [MAY, "2027/5/3", "２０２７年５月３日"])
def test_a_typed_date_shows_its_holiday(view: StaffingView, window: MainWindow, text: str) -> None:
    type_date(view, text)
    assert view.model.moment == Moment(DayKind.HOLIDAY, 180, DayKind.SUNDAY)
    assert view.moments.date.text() == MAY
    assert view.moments.label.text() == "Constitution Day 03:00"
    assert view.moments.date.accessibleDescription() == f"{MAY} (Constitution Day) 03:00"
    assert "2027-05-03 is a public holiday: Constitution Day." in window.status.currentMessage()
    assert "holidays " in window.status.currentMessage()
    assert chosen_preset(view) == []


def test_the_name_of_the_holiday_follows_the_language(
    view: StaffingView, window: MainWindow
) -> None:
    type_date(view, MAY)
    window.context.translator.set_language("ja")
    assert view.moments.label.text() == "憲法記念日 03:00"


def test_up_and_down_go_a_day_on_and_back(view: StaffingView) -> None:
    type_date(view, MAY)
    field = view.moments.date
    for key, day, kind in (
        (Qt.Key.Key_Up, "2027-05-04", DayKind.HOLIDAY),
        (Qt.Key.Key_Up, "2027-05-05", DayKind.HOLIDAY),
        (Qt.Key.Key_Up, "2027-05-06", DayKind.THURSDAY),
        (Qt.Key.Key_Down, "2027-05-05", DayKind.HOLIDAY),
    ):
        QTest.keyClick(field, key)
        assert (field.text(), view.model.moment.day) == (day, kind)


def test_an_empty_field_begins_with_today_and_an_emptied_one_is_any_week(
    view: StaffingView,
) -> None:
    field = view.moments.date
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == QDate.currentDate().toString(Qt.DateFormat.ISODate)
    type_date(view, "")
    assert view.model.moment.before is None
    assert field.text() == ""


def test_a_text_that_is_no_date_is_reported_and_changes_nothing(
    view: StaffingView, window: MainWindow
) -> None:
    type_date(view, MAY)
    before = view.model.moment
    type_date(view, "2027-02-30")
    assert "“2027-02-30” is not a date" in window.status.currentMessage()
    assert view.model.moment == before
    QTest.keyClick(view.moments.date, Qt.Key.Key_Escape)
    assert view.moments.date.text() == MAY
    type_date(view, "soon")
    view.table.setFocus()
    assert view.moments.date.text() == MAY


def test_hours_of_the_same_day_keep_the_date_and_other_days_do_not(view: StaffingView) -> None:
    type_date(view, MAY)
    view.table.stepped.emit(1)
    assert view.moments.date.text() == MAY
    assert view.model.moment.before is DayKind.SUNDAY
    view.table.moment_chosen.emit(Moment(DayKind.FRIDAY, 600))
    assert view.moments.date.text() == ""
    assert view.model.moment == Moment(DayKind.FRIDAY, 600)


def test_a_preset_is_of_any_week_even_on_a_holiday(view: StaffingView) -> None:
    type_date(view, MAY)
    view.moments.presets.buttons["new-year"].click()
    assert view.model.moment == DECISIVE_MOMENTS[2]
    assert view.moments.date.text() == ""
    assert chosen_preset(view) == ["new-year"]


def test_a_year_that_is_not_known_is_named(view: StaffingView, window: MainWindow) -> None:
    type_date(view, "2150-01-01")
    assert view.model.moment.day is DayKind.THURSDAY
    assert "The public holidays of 2150 are not known" in window.status.currentMessage()


def test_the_calendar_opens_by_key_and_enter_chooses_a_day(view: StaffingView) -> None:
    type_date(view, MAY)
    QTest.keyClick(view.moments.date, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = popup_of(view)
    assert popup.about.text() == f"{MAY} (Constitution Day)"
    marked = popup.month.dateTextFormat(QDate(2027, 5, 5))
    assert marked.fontWeight() == 700
    assert marked.toolTip() == "2027-05-05 (Children's Day)"
    assert popup.month.dateTextFormat(QDate(2027, 5, 6)).toolTip() == ""
    popup.month.setSelectedDate(QDate(2027, 5, 6))
    assert popup.about.text() == "2027-05-06 (Thursday)"
    popup.month.activated.emit(popup.month.selectedDate())
    assert view.moments.date.text() == "2027-05-06"
    assert not popup.isVisible()


def test_the_calendar_can_choose_no_date(view: StaffingView) -> None:
    type_date(view, MAY)
    QTest.keyClick(view.moments.date, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup_of(view).no_date.click()
    assert view.moments.date.text() == ""


def test_where_space_is_short_the_date_is_in_the_menu(
    view: StaffingView, window: MainWindow
) -> None:
    view.dates.choose(MAY)
    window.resize(1000, 800)
    QApplication.processEvents()
    bar = view.moments
    assert bar.date.isHidden()
    assert bar.button.text().startswith(f"{MAY} (Constitution Day)")
    bar.button.menu().actions()[-1].trigger()
    assert popup_of(view).month.selectedDate() == QDate(2027, 5, 3)


def test_a_changed_calendar_changes_the_day_that_is_looked_at(
    view: StaffingView, window: MainWindow
) -> None:
    type_date(view, "2026-12-30")
    assert view.model.moment.day is DayKind.WEDNESDAY
    document = window.context.document
    document.perform(SetCalendar(YEAR_END))
    assert view.model.moment == Moment(DayKind.HOLIDAY, 180, DayKind.HOLIDAY)
    assert view.moments.label.text() == "closed 03:00"
    document.undo()
    assert view.model.moment == Moment(DayKind.WEDNESDAY, 180, DayKind.TUESDAY)


def test_the_calendar_is_edited_in_its_dialog_as_one_step(
    view: StaffingView, window: MainWindow
) -> None:
    texts: list[str] = []

    def close_at_the_end_of_the_year(dialog: QDialog) -> None:
        assert isinstance(dialog, CalendarDialog)
        dialog.year.setValue(2027)
        texts.append(dialog.days_off.text())
        dialog.closed.setText("12/29〜1/3, 5月1日")
        texts.append(dialog.days_off.text())
        assert dialog.holidays.item(0).text() == "2027-01-01 Friday: New Year's Day"
        dialog.accept_button.click()

    when_dialog_opens(CalendarDialog, close_at_the_end_of_the_year)
    view.people.calendar.click()
    document = window.context.document
    closed = (ClosedDays("12-29", "01-03"), ClosedDays("05-01", "05-01"))
    assert document.plan.calendar == WorkCalendar("", closed)
    assert texts[0].startswith("Days off in 2027: 120 (weekends: 104; ")
    assert texts[1].startswith("Days off in 2027: 123 (weekends: 104; ")
    document.undo()
    assert document.plan.calendar is NO_CALENDAR


def test_days_that_cannot_be_read_are_reported_at_their_field(view: StaffingView) -> None:
    texts: list[str] = []

    def write_nonsense(dialog: QDialog) -> None:
        assert isinstance(dialog, CalendarDialog)
        dialog.closed.setText("12-29, summer")
        dialog.accept_button.click()
        texts.append(dialog.errors.text(dialog.closed))
        dialog.country.setCurrentIndex(dialog.country.findData("US"))
        dialog.year.setValue(2150)
        texts.append(dialog.days_off.text())
        texts.append(dialog.source.text())
        dialog.cancel_button.click()

    when_dialog_opens(CalendarDialog, write_nonsense)
    view.people.calendar.click()
    assert texts[0].startswith("“summer” is not a day of the year")
    assert texts[1] == ""
    assert "of US from " in texts[2]


def test_the_calendar_opens_from_the_days_of_a_month_too(view: StaffingView) -> None:
    seen = when_dialog_opens(CalendarDialog, QDialog.reject)
    view.dates.open_calendar(view.moments.date)
    popup_of(view).edit.click()
    assert len(seen) == 1


def test_assumptions_count_the_holidays_of_a_year(view: StaffingView, window: MainWindow) -> None:
    window.context.document.perform(SetCalendar(YEAR_END))
    before = window.context.document.plan
    texts: list[str] = []

    def count(dialog: QDialog) -> None:
        assert isinstance(dialog, AssumptionsDialog)
        dialog.fields["days-off"].setValue(125)
        net_hours = dialog.net_hours.text()
        dialog.count.year.setValue(2150)
        dialog.count.button.click()
        texts.append(dialog.count.result.text())
        assert dialog.net_hours.text() == net_hours
        dialog.count.year.setValue(2027)
        dialog.count.button.click()
        texts.append(dialog.count.result.text())
        assert dialog.net_hours.text() != net_hours
        dialog.accept_button.click()

    when_dialog_opens(AssumptionsDialog, count)
    view.people.assumptions.click()
    assert texts[0].startswith("The public holidays of 2150 are not known")
    assert texts[1].startswith(
        "Days off in 2027: 123 (weekends: 104; on weekdays, public holidays: 16, "
    )
    assert "Public holidays of JP in 2027 by holidays " in texts[1]
    assert window.context.document.plan.staffing.assumptions == {"holidays": 19}
    window.context.document.undo()
    assert window.context.document.plan is before
