"""Sharing in the real window: chosen and edited by keys, the clock of duties, both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from socplanner.domain.flow_inputs import Receiver
from socplanner.domain.ids import RoleId
from socplanner.domain.marking import Tlp
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.domain.sharing_inputs import agreement_with, reporting_duty_of
from socplanner.ui.dialogs.counterpart_dialog import CounterpartDialog
from socplanner.ui.dialogs.counterparts_dialog import CounterpartsDialog
from socplanner.ui.dialogs.duty_dialog import DutyDialog
from socplanner.ui.dialogs.sharing_dialog import SharingDialog
from socplanner.ui.sharing.agreement_table import RECEIVE, SEND
from socplanner.ui.sharing.duties_model import DutyColumn
from socplanner.ui.sharing.shares_model import ShareColumn
from socplanner.ui.sharing.sharing_state import DUTIES, LIST, MAP
from socplanner.ui.sharing.sharing_view import SharingView
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import sample
from tests.support.programs import when_dialog_opens
from tests.support.windows import window_on

BANK = sample("bank")
MSS, ISAC = Receiver("party", "mss"), Receiver("counterpart", "isac")
PPC = Receiver("counterpart", "ppc")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """Yield the window on the sharing of the bank."""
    with window_on(BANK, "sharing") as shown:
        yield shown


@pytest.fixture
def view(window: MainWindow) -> SharingView:
    """Return the view of sharing."""
    view = window.findChild(SharingView)
    assert isinstance(view, SharingView)
    return view


def test_counterparts_are_chosen_by_keys_and_read_aloud(view: SharingView) -> None:
    canvas = view.canvas
    canvas.setFocus()
    groups = view.state.sharing.groups
    assert view.state.counterpart == groups[0].counterpart.text == "party:mss"
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert view.state.counterpart == groups[1].counterpart.text
    assert view.panel.title.text() in canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert view.state.counterpart == groups[-1].counterpart.text
    assert canvas.viewport().rect().contains(canvas.box_of(len(groups) - 1))
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert view.state.counterpart == groups[-1].counterpart.text
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert view.state.counterpart == "party:mss"


def test_a_click_on_a_box_or_on_a_line_chooses_its_counterpart(view: SharingView) -> None:
    canvas = view.canvas
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.box_of(2).center())
    assert canvas.chosen == 2
    geometry = canvas.geometry_
    assert geometry is not None
    line = next(line for line in view.state.map.lines if line.right == 5)
    end = geometry.ends(line.left, line.right)[1].toPoint() - QPoint(2, 0)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert canvas.chosen == 5


def test_an_agreement_is_edited_shown_and_undone(window: MainWindow, view: SharingView) -> None:
    def edit(dialog: object) -> None:
        assert isinstance(dialog, SharingDialog)
        dialog.types["ttps"].setChecked(True)
        dialog.show_side("receive")
        dialog.forms["receive"].texts["why"].setText("Close gaps")
        dialog.accept()

    when_dialog_opens(SharingDialog, edit)
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    document = window.context.document
    agreement = agreement_with(document.plan.sharing, MSS)
    assert agreement is not None
    assert "ttps" in agreement.types
    assert agreement.receive.why.text.en == "Close gaps"
    model = view.panel.model
    assert "Close gaps" in model.index(0, RECEIVE).data()
    assert "Tactics" in view.panel.about.text()
    document.undo()
    assert document.plan is BANK
    assert "Close gaps" not in model.index(0, RECEIVE).data()


def test_a_new_agreement_begins_with_what_flows_state(
    window: MainWindow, view: SharingView
) -> None:
    view.state.choose("counterpart:ppc")
    assert view.panel.edit_button.text() == "Add an agreement…"
    when_dialog_opens(SharingDialog, QDialog.accept)
    view.panel.edit_button.click()
    agreement = agreement_with(window.context.document.plan.sharing, PPC)
    assert agreement is not None
    assert agreement.tlp is not None
    assert agreement.send.action.picks == ("send",)
    assert view.panel.model.index(6, SEND).data() == "Send"
    QTest.keyClick(view.panel.table, Qt.Key.Key_Delete)
    assert window.context.document.plan.sharing == BANK.sharing


def test_a_label_that_is_too_narrow_is_remarked(window: MainWindow, view: SharingView) -> None:
    def edit(dialog: object) -> None:
        assert isinstance(dialog, SharingDialog)
        dialog.labels.setCurrentIndex(dialog.labels.findData(Tlp.RED.value))
        dialog.accept()

    view.state.choose(ISAC.text)
    assert "too narrow" not in view.panel.about.text()
    when_dialog_opens(SharingDialog, edit)
    view.panel.edit_button.click()
    assert "TLP:RED is too narrow" in view.panel.about.text()


def test_the_list_chooses_the_counterpart_and_names_parties_in_full(view: SharingView) -> None:
    view.strip.pages.buttons[LIST].click()
    assert view.table.isVisible()
    model = view.shares
    rows = [row for row in range(model.rowCount()) if model.shares[row].to == PPC]
    view.table.setCurrentIndex(model.index(rows[0], ShareColumn.TO))
    assert view.state.counterpart == PPC.text
    index = model.index(rows[0], ShareColumn.FROM)
    assert index.data() == "CSIRT (D-7)"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Sender: Mihama CSIRT (D-7)"
    view.jump_to(RoleId("v2:G-6"))
    assert view.state.counterpart == MSS.text


def test_entering_the_list_keeps_a_counterpart_without_shares(view: SharingView) -> None:
    view.state.choose(ISAC.text)
    view.state.choose_page(LIST)
    view.table.setFocus()
    assert view.table.currentIndex().isValid()
    assert view.state.counterpart == ISAC.text
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert view.state.counterpart != ISAC.text


def test_the_duties_of_an_incident_on_sunday_at_three(
    window: MainWindow, view: SharingView
) -> None:
    window.context.week.look_at_any_week(SUNDAY_NIGHT)
    view.strip.pages.buttons[DUTIES].click()
    model = view.duties.model
    due = {
        duty.duty.id: model.index(row, DutyColumn.DUE).data()
        for row, duty in enumerate(model.duties)
    }
    assert due["eu-dpa"] == "by Wednesday 03:00"
    assert due["ppc-preliminary"] == "by Friday 03:00"
    assert due["sector"] == "by Sunday 05:00"
    assert due["persons"] == ""
    bars = view.duties.table.bars
    cell = view.duties.table.visualRect(model.index(0, DutyColumn.CLOCK))
    rects = {duty.duty.id: bars.bar_of(duty, cell) for duty in model.duties}
    assert rects["ppc-preliminary"].left() == pytest.approx(rects["eu-dpa"].right())
    assert rects["jpcert"].right() < rects["eu-dpa"].right() < rects["ppc-final"].right()
    view.duties.table.choose_duty("eu-dpa")
    assert "Reports: D-7" in view.duties.text.text()
    assert "As of 2025-04-01" in view.duties.text.text()


def test_a_duty_is_changed_brought_back_added_and_removed_by_keys(
    window: MainWindow, view: SharingView
) -> None:
    view.state.choose_page(DUTIES)
    table, document = view.duties.table, window.context.document
    table.choose_duty("ppc-preliminary")

    def shorten(dialog: object) -> None:
        assert isinstance(dialog, DutyDialog)
        dialog.latest.number.setValue(4)
        dialog.accept()

    when_dialog_opens(DutyDialog, shorten)
    QTest.keyClick(table, Qt.Key.Key_Return)
    duty = reporting_duty_of(document.plan.reporting, "ppc-preliminary")
    assert duty is not None
    assert (duty.earliest, duty.latest) == ("P3D", "P4D")
    assert view.duties.duty == "ppc-preliminary"
    assert view.duties.remove_button.text() == "Back to the default"
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert reporting_duty_of(document.plan.reporting, "ppc-preliminary") is None

    def add(dialog: object) -> None:
        assert isinstance(dialog, DutyDialog)
        dialog.accept()
        assert dialog.isVisible()  # it has no name yet
        dialog.name.setText("Notice to the insurer")
        dialog.latest.number.setValue(90)
        dialog.accept()

    when_dialog_opens(DutyDialog, add)
    QTest.keyClick(table, Qt.Key.Key_Insert)
    added = document.plan.reporting[-1]
    assert (added.id, added.latest) == ("notice-to-the-insurer", "PT90M")
    table.choose_duty(added.id)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert document.plan.reporting == BANK.reporting


def test_counterparts_are_added_changed_and_removed(window: MainWindow) -> None:
    document = window.context.document

    def name(dialog: object) -> None:
        assert isinstance(dialog, CounterpartDialog)
        dialog.names["en"].setText("Insurer")
        dialog.accept()

    def edit(dialog: object) -> None:
        assert isinstance(dialog, CounterpartsDialog)
        when_dialog_opens(CounterpartDialog, name)
        dialog.add.click()
        assert document.plan.counterparts[-1].name.en == "Insurer"
        dialog.list.setCurrentRow([each.id for each in document.plan.counterparts].index("isac"))
        dialog.remove.click()
        dialog.accept()

    when_dialog_opens(CounterpartsDialog, edit)
    window.actions_["counterparts"].trigger()
    assert "isac" not in {each.id for each in document.plan.counterparts}
    assert agreement_with(document.plan.sharing, ISAC) is None
    document.undo()
    assert agreement_with(document.plan.sharing, ISAC) is not None


def test_the_language_is_switched_while_it_is_shown(window: MainWindow, view: SharingView) -> None:
    window.context.translator.set_language("ja")
    assert view.panel.model.index(0, 0).data() == "目的"
    assert view.strip.pages.buttons[MAP].text() == "全体図"
    view.state.choose_page(DUTIES)
    index = view.duties.model.index(0, DutyColumn.DUE)
    assert index.data() == "金曜日 03:00まで" or index.data().endswith("まで")
    assert "法的助言ではありません" in view.duties.note.text()


def test_the_menu_of_a_counterpart_has_its_commands(view: SharingView) -> None:
    view.state.choose(ISAC.text)
    view.canvas.context_requested.emit(view.mapToGlobal(QPoint(10, 10)))
    (menu,) = (each for each in view.findChildren(QMenu) if each.isVisible())
    assert [each.text() for each in menu.actions()] == [
        "Edit the agreement…",
        "Remove the agreement",
        "Counterparts…",
    ]
    menu.close()


def test_page_and_counterpart_are_restored(view: SharingView) -> None:
    view.state.choose(ISAC.text)
    view.state.choose_page(LIST)
    kept = view.remembered()
    view.state.choose_page(MAP)
    view.state.choose("party:mss")
    view.restore((*kept, "page:nowhere", "with:counterpart:gone"))
    assert (view.state.page, view.state.counterpart) == (LIST, ISAC.text)


def test_default_flows_are_added_on_request(view: SharingView) -> None:
    before = len(view.state.sharing.shares)
    assert view.strip.defaults.isVisible()
    view.strip.defaults.click()
    assert len(view.state.sharing.shares) > before
    assert "default-flows" in view.remembered()
    view.state.choose_page(DUTIES)
    assert not view.strip.defaults.isVisible()
    view.state.choose_page(MAP)
    view.strip.defaults.click()
    assert len(view.state.sharing.shares) == before


def test_the_search_of_the_window_counts_what_the_view_lists(window: MainWindow) -> None:
    strip = window.strip
    strip.search.setText("jpcert")
    assert strip.matches.text() == "1 of 11"
    window.show_view("flows")
    assert strip.matches.text() == "", "flows have no search, and no number of another view"
    window.show_view("review")
    strip.search.setText("Sunday")
    assert strip.matches.text().endswith(" of 42")
