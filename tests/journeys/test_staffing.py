"""How many people that takes: looked at, explained and edited in the real window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from socplanner.domain.history import History
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing_inputs import Post
from socplanner.services import paths
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.assumptions_dialog import AssumptionsDialog
from socplanner.ui.dialogs.people_dialog import PeopleDialog
from socplanner.ui.dialogs.post_dialog import PostDialog
from socplanner.ui.dialogs.what_if_dialog import WhatIfDialog
from socplanner.ui.dialogs.workload_dialog import WorkloadDialog
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.staffing.people_model import PeopleColumn
from socplanner.ui.staffing.people_page import PeoplePage
from socplanner.ui.staffing.staffing_view import StaffingView
from tests.support.plans import hybrid_plan
from tests.support.programs import when_dialog_opens


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Yield the window on the sample of a bank, with its people by party."""
    sample = paths.resources() / "examples" / "bank.socplan"
    document = Document(History.of(open_plan(sample).plan))
    window = MainWindow(document, Translator(words_for("en")))
    window.resize(1280, 800)
    window.show()
    window.show_view("staffing")
    view = window.area.current_view()
    assert isinstance(view, StaffingView)
    view.strip.pages.buttons["party"].click()
    QApplication.processEvents()
    yield window
    window.leave()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(window: MainWindow) -> PeoplePage:
    """Return the page of people."""
    view = window.area.current_view()
    assert isinstance(view, StaffingView)
    assert view.people.isVisible()
    return view.people


def row_of(page: PeoplePage, name: str) -> int:
    """Return the row of the line that is named `name`."""
    return next(row for row, line in enumerate(page.model.lines) if line.name == name)


def cell(page: PeoplePage, name: str, column: PeopleColumn) -> str:
    """Return what a cell shows."""
    return str(page.model.index(row_of(page, name), column).data())


def shown(page: PeoplePage) -> Figure:
    """Return the figure whose formula is shown."""
    figure = page.formula.figure
    assert figure is not None
    return figure


def desk(page: PeoplePage, window: MainWindow) -> Post:
    """Return the post that is named Monitoring desk."""
    post_id = page.model.lines[row_of(page, "Monitoring desk")].id
    post = window.context.document.plan.staffing.post(post_id)
    assert post is not None
    return post


def test_parties_posts_and_total_have_their_numbers(page: PeoplePage) -> None:
    kinds = [line.kind for line in page.model.lines]
    assert kinds[0] == "party"
    assert kinds[-1] == "total"
    total = cell(page, "Total of the internal parties", PeopleColumn.NEED)
    assert page.cards.cards["need_people"].text().startswith(total)
    assert cell(page, "Mihama SOC", PeopleColumn.GAP).startswith(("+", "-"))
    assert cell(page, "Monitoring desk", PeopleColumn.SEATS) == "4"
    assert cell(page, "Monitoring desk", PeopleColumn.GAP) == ""


def test_where_space_is_short_the_gap_is_the_last_number_to_go(page: PeoplePage) -> None:
    table = page.table
    assert not any(table.isColumnHidden(column) for column in PeopleColumn)
    page.cards.cards["gap"].click()
    page.splitter.setSizes([260, 2000])
    QApplication.processEvents()
    assert table.isColumnHidden(PeopleColumn.WEEK)
    assert not table.isColumnHidden(PeopleColumn.GAP)


def test_a_number_opens_its_formula_and_that_its_inputs(page: PeoplePage) -> None:
    index = page.model.index(row_of(page, "Monitoring desk"), PeopleColumn.FTE)
    page.table.setCurrentIndex(index)
    assert shown(page).symbol == "post_fte"
    assert page.formula.isVisible()
    inputs = [each for each in page.formula.findChildren(FlatButton) if each.objectName()]
    next(each for each in inputs if "Net hours" in each.text()).click()
    assert shown(page).symbol == "net_hours"
    backs = page.formula.findChildren(FlatButton)
    next(each for each in backs if each.accessibleName() == "Back").click()
    assert shown(page).symbol == "post_fte"
    inputs = [each for each in page.formula.findChildren(FlatButton) if each.objectName()]
    inputs[0].setFocus()
    QTest.keyClick(inputs[0], Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Back", "the keyboard stays in the panel"
    page.cards.cards["gap"].click()
    assert shown(page).symbol == "gap"
    assert "h a week on average" in page.note.text()
    page.table.setCurrentIndex(page.model.index(0, PeopleColumn.NAME))
    assert page.formula.figure is None
    assert not page.formula.isVisible()


def test_a_post_is_changed_by_enter_as_one_step(window: MainWindow, page: PeoplePage) -> None:
    before = window.context.document.plan

    def add_a_seat(dialog: QDialog) -> None:
        assert isinstance(dialog, PostDialog)
        assert dialog.seats.value() == 4
        dialog.seats.setValue(5)
        dialog.accept_button.click()

    page.table.setCurrentIndex(page.model.index(row_of(page, "Monitoring desk"), 0))
    page.table.setFocus()
    seen = when_dialog_opens(PostDialog, add_a_seat)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert len(seen) == 1
    assert desk(page, window) == desk(page, window)._replace(seats=5)
    assert cell(page, "Monitoring desk", PeopleColumn.SEATS) == "5"
    window.context.document.undo()
    assert window.context.document.plan is before
    assert cell(page, "Monitoring desk", PeopleColumn.SEATS) == "4"


def test_hours_that_cannot_be_read_are_reported_at_their_field(page: PeoplePage) -> None:
    texts: list[str] = []

    def write_nonsense(dialog: QDialog) -> None:
        assert isinstance(dialog, PostDialog)
        dialog.names["en"].setText("Desk")
        dialog.hours.setEditText("whenever")
        dialog.accept_button.click()
        texts.append(dialog.errors.text(dialog.hours))
        dialog.hours.setEditText("24x365")
        dialog.accept_button.click()

    when_dialog_opens(PostDialog, write_nonsense)
    page.add_post.click()
    assert "whenever" in texts[0]
    assert row_of(page, "Desk") > 0


def test_a_removed_post_can_be_restored(window: MainWindow, page: PeoplePage) -> None:
    before = window.context.document.plan
    page.table.setCurrentIndex(page.model.index(row_of(page, "Question desk"), 0))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert not [line for line in page.model.lines if line.name == "Question desk"]
    assert "Question desk" in window.notices.text()
    window.context.document.undo()
    assert window.context.document.plan is before


def test_work_is_added_to_a_post_changed_and_removed(window: MainWindow, page: PeoplePage) -> None:
    document = window.context.document
    before = document.plan
    need = cell(page, "Monitoring desk", PeopleColumn.FTE)

    def add_alerts(dialog: QDialog) -> None:
        assert isinstance(dialog, WorkloadDialog)
        assert dialog.owners.currentText() == "Post: Monitoring desk"
        dialog.names["en"].setText("Many alerts")
        dialog.amounts["volume"].setValue(4_000)
        dialog.amounts["left"].setValue(50)
        dialog.accept_button.click()

    when_dialog_opens(WorkloadDialog, add_alerts)
    page.edit_requested.emit("work-of", desk(page, window).id)
    row = row_of(page, "Many alerts")
    assert page.model.lines[row].kind == "work"
    assert float(cell(page, "Monitoring desk", PeopleColumn.FTE)) > float(need)

    def make_it_a_project(dialog: QDialog) -> None:
        assert isinstance(dialog, WorkloadDialog)
        assert dialog.amounts["left"].value() == 50
        dialog.kinds.setCurrentIndex(2)
        dialog.amounts["hours_a_year"].setValue(300)
        dialog.accept_button.click()

    page.table.setCurrentIndex(page.model.index(row, 0))
    page.table.setFocus()
    when_dialog_opens(WorkloadDialog, make_it_a_project)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    work = document.plan.staffing.workload(page.model.lines[row].id)
    assert work is not None
    assert (work.hours_a_year, work.volume, work.left) == (300, None, None)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert document.plan.staffing == before.staffing
    assert "Many alerts" in window.notices.text()
    for _ in range(3):
        document.undo()
    assert document.plan is before


def test_sliders_show_what_would_be_and_apply_it_as_one_step(
    window: MainWindow, page: PeoplePage
) -> None:
    document = window.context.document
    before, shown_totals = document.plan, []

    def try_out(dialog: QDialog) -> None:
        assert isinstance(dialog, WhatIfDialog)
        assert not dialog.accept_button.isEnabled(), "nothing is tried out yet"
        need = dialog.shown_total("need_fte")
        dialog.sliders["leave"].setValue(30)
        shown_totals.append(dialog.shown_total("need_fte"))
        assert shown_totals[0].startswith(f"{need} → ")
        dialog.posts.setCurrentIndex(dialog.posts.findText("Mihama SOC: Monitoring desk"))
        assert dialog.seats.value() == 4
        QTest.keyClick(dialog.seats, Qt.Key.Key_Right)
        dialog.posts.setCurrentIndex(0)
        shown_totals.append(dialog.shown_total("need_fte"))
        assert document.plan is before, "nothing changes while it is tried out"
        dialog.accept_button.click()

    when_dialog_opens(WhatIfDialog, try_out)
    page.what_if.click()
    assert desk(page, window).seats == 5
    assert document.plan.staffing.assumptions["leave"] == 30
    total = cell(page, "Total of the internal parties", PeopleColumn.FTE)
    assert shown_totals[1].endswith(f"→ {total}")
    document.undo()
    assert document.plan is before


def test_work_without_a_name_is_reported_at_its_field(window: MainWindow, page: PeoplePage) -> None:
    texts: list[str] = []

    def leave_out_the_name(dialog: QDialog) -> None:
        assert isinstance(dialog, WorkloadDialog)
        dialog.accept_button.click()
        texts.append(dialog.errors.text(dialog.names["en"]))
        dialog.cancel_button.click()

    when_dialog_opens(WorkloadDialog, leave_out_the_name)
    before = window.context.document.plan
    page.add_work.click()
    assert texts[0]
    assert window.context.document.plan is before


def test_people_and_assumptions_are_edited_for_the_phase_in_view(
    window: MainWindow, page: PeoplePage
) -> None:
    def set_people(dialog: QDialog) -> None:
        assert isinstance(dialog, PeopleDialog)
        dialog.headcount.setValue(30)
        dialog.accept_button.click()

    when_dialog_opens(PeopleDialog, set_people)
    page.table.edit_requested.emit(row_of(page, "Mihama SOC"))
    assert cell(page, "Mihama SOC", PeopleColumn.TODAY) == "30"
    need = cell(page, "Mihama SOC", PeopleColumn.FTE)

    def take_more_leave(dialog: QDialog) -> None:
        assert isinstance(dialog, AssumptionsDialog)
        dialog.fields["leave"].setValue(40)
        dialog.accept_button.click()

    when_dialog_opens(AssumptionsDialog, take_more_leave)
    page.assumptions.click()
    assert float(cell(page, "Mihama SOC", PeopleColumn.FTE)) > float(need)
    window.viewpoint.look_at_phase(window.context.document.plan.phases[-1].id)
    assert page.model.staffing.phase.id == window.viewpoint.phase


def test_a_plan_without_posts_explains_what_a_post_is(qtbot: QtBot, qapp: QApplication) -> None:
    window = MainWindow(Document(History.of(hybrid_plan())), Translator(words_for("en")))
    window.show_view("staffing")
    view = window.area.current_view()
    assert isinstance(view, StaffingView)
    view.show_page("party")
    assert view.people.model.lines == []
    assert view.people.note.text().startswith("No posts yet.")
    window.leave()
    window.deleteLater()


def test_the_page_is_remembered(window: MainWindow) -> None:
    view = window.area.current_view()
    assert isinstance(view, StaffingView)
    kept = view.remembered()
    view.show_page("hour")
    view.restore(kept)
    assert view.page == "party"
