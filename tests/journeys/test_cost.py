"""What it costs: looked at, explained, compared and edited in the real window."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.cost_edits import ChangeContract
from socplanner.domain.cost_inputs import Rates
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.services import paths
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.services.translator import Translator
from socplanner.ui.cost.comparison_model import DIFFERENCE
from socplanner.ui.cost.cost_strip import CostStrip
from socplanner.ui.cost.cost_view import CostView
from socplanner.ui.cost.party_model import CostColumn
from socplanner.ui.cost.party_page import PartyCostPage
from socplanner.ui.dialogs.contract_dialog import ContractDialog
from socplanner.ui.dialogs.cost_assumptions_dialog import CostAssumptionsDialog
from socplanner.ui.dialogs.rates_dialog import RatesDialog
from socplanner.ui.kit.figure_table import FigureTable
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.row_delegate import SIDE
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import hybrid_plan
from tests.support.programs import when_dialog_opens

SAMPLE = open_plan(paths.resources() / "examples" / "manufacturer.socplan").plan
SOC, MSS, NOW = PartyId("soc"), PartyId("mss"), PhaseId("now")


def cost_window(plan: Plan) -> MainWindow:
    """Return a window that shows the cost of `plan`."""
    window = MainWindow(Document(History.of(plan)), Translator(words_for("en")))
    window.resize(1280, 800)
    window.show()
    window.show_view("cost")
    QApplication.processEvents()
    return window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Yield the window on the cost of the sample of a manufacturer."""
    window = cost_window(SAMPLE)
    yield window
    window.leave()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def view(window: MainWindow) -> CostView:
    """Return the view of cost."""
    view = window.area.current_view()
    assert isinstance(view, CostView)
    return view


def row_of(page: PartyCostPage, name: str) -> int:
    """Return the row of the line that is named `name`."""
    return next(row for row, line in enumerate(page.model.lines) if line.name == name)


def cell(page: PartyCostPage, name: str, column: CostColumn) -> str:
    """Return what a cell shows."""
    return str(page.model.index(row_of(page, name), column).data())


def shown(view: CostView) -> Figure:
    """Return the figure whose formula is shown."""
    figure = view.pages[view.page].formula.figure
    assert figure is not None
    return figure


def test_parties_contracts_and_total_have_their_numbers(view: CostView) -> None:
    page = view.by_party
    assert page.isVisible()
    assert cell(page, "Minato Monitoring Services", CostColumn.FEES) == "11,760,000"
    assert cell(page, "Monitoring round the clock", CostColumn.FEES) == "11,760,000"
    assert cell(page, "IT section", CostColumn.FEES) == ""
    total = cell(page, "Total", CostColumn.YEAR)
    assert page.cards.cards["year_total"].text().startswith(total)
    tip = page.model.index(row_of(page, "Monitoring round the clock"), 0)
    assert "notice by 2027-12-31" in str(tip.data(Qt.ItemDataRole.ToolTipRole))
    assert "Amounts in JPY" in page.note.text()
    assert "its time is left out" in page.note.text()


def test_a_number_opens_its_formula_and_that_its_inputs(view: CostView) -> None:
    page = view.by_party
    page.table.setCurrentIndex(page.model.index(row_of(page, "IT section"), CostColumn.RETAINED))
    assert shown(view).symbol == "retained_cost"
    inputs = [each for each in page.formula.findChildren(FlatButton) if each.objectName()]
    inputs[0].click()
    assert shown(view).symbol == "retained_fte"
    page.cards.cards["outsourced_total"].click()
    assert shown(view).symbol == "outsourced_total"
    page.table.setCurrentIndex(page.model.index(0, CostColumn.NAME))
    assert page.formula.figure is None


def test_a_contract_is_changed_by_enter_as_one_step(window: MainWindow, view: CostView) -> None:
    page, before = view.by_party, window.context.document.plan

    def raise_the_fee(dialog: QDialog) -> None:
        assert isinstance(dialog, ContractDialog)
        assert dialog.amounts["fee"].text() == "980,000"
        dialog.amounts["fee"].setValue(1_000_000)
        dialog.accept_button.click()

    page.table.setCurrentIndex(page.model.index(row_of(page, "Monitoring round the clock"), 0))
    page.table.setFocus()
    seen = when_dialog_opens(ContractDialog, raise_the_fee)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert len(seen) == 1
    assert cell(page, "Monitoring round the clock", CostColumn.FEES) == "12,000,000"
    contract = window.context.document.plan.cost.contract("monitoring")
    old = before.cost.contract("monitoring")
    assert old is not None
    assert contract == old._replace(fee=1_000_000)
    assert page.table.currentIndex().row() == row_of(page, "Monitoring round the clock")
    window.context.document.undo()
    assert window.context.document.plan is before


def test_mistakes_in_a_contract_are_reported_at_their_fields(view: CostView) -> None:
    texts: list[str] = []

    def make_mistakes(dialog: QDialog) -> None:
        assert isinstance(dialog, ContractDialog)
        assert dialog.parties.currentData() == MSS
        dialog.accept_button.click()
        texts.append(dialog.errors.text(dialog.names["en"]))
        dialog.names["en"].setText("Extra")
        dialog.first_day.setText("soon")
        dialog.accept_button.click()
        texts.append(dialog.errors.text(dialog.first_day))
        dialog.first_day.setText("2027-04-01")
        dialog.last_day.setText("2027-03-31")
        dialog.accept_button.click()
        texts.append(dialog.errors.text(dialog.last_day))
        dialog.last_day.setText("2028-03-31")
        dialog.begins.setCurrentIndex(2)
        dialog.ends.setCurrentIndex(1)
        dialog.accept_button.click()
        texts.append(dialog.errors.text(dialog.ends))
        dialog.begins.setCurrentIndex(0)
        dialog.roles.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.accept_button.click()

    page = view.by_party
    when_dialog_opens(ContractDialog, make_mistakes)
    page.table.setCurrentIndex(page.model.index(row_of(page, "Minato Monitoring Services"), 0))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert "empty" in texts[0]
    assert "soon" in texts[1]
    assert "before it begins on 2027-04-01" in texts[2]
    assert "before it begins with" in texts[3]
    assert row_of(page, "Extra") > 0


def test_a_removed_contract_can_be_restored(window: MainWindow, view: CostView) -> None:
    page, before = view.by_party, window.context.document.plan
    page.table.setCurrentIndex(page.model.index(row_of(page, "Security adviser"), 0))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert "Security adviser" not in [line.name for line in page.model.lines]
    assert "Security adviser" in window.notices.text()
    window.context.document.undo()
    assert window.context.document.plan is before


def test_rates_are_edited_for_the_phase_in_view(window: MainWindow, view: CostView) -> None:
    page = view.by_party

    def set_tools(dialog: QDialog) -> None:
        assert isinstance(dialog, RatesDialog)
        assert "8,400,000" in dialog.fields["loaded"].text()
        dialog.fields["tools"].setValue(500_000.5)
        dialog.accept_button.click()

    when_dialog_opens(RatesDialog, set_tools)
    page.table.setCurrentIndex(page.model.index(row_of(page, "Monitoring desk"), 0))
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    rates = window.context.document.plan.cost.by_place[NOW, SOC]
    assert rates == Rates(tools=500_000.5)


def test_assumptions_are_edited_as_one_step(window: MainWindow, view: CostView) -> None:
    def change_all(dialog: QDialog) -> None:
        assert isinstance(dialog, CostAssumptionsDialog)
        assert dialog.currency.currentData() == "JPY"
        assert "default" in dialog.retained.text()
        dialog.currency.setCurrentIndex(dialog.currency.findData("EUR"))
        dialog.rounding.setCurrentIndex(0)
        dialog.retained.setValue(20)
        dialog.fields["training"].setValue(-1)
        dialog.accept_button.click()

    when_dialog_opens(CostAssumptionsDialog, change_all)
    view.by_party.assumptions.click()
    cost = window.context.document.plan.cost
    assert (cost.currency, cost.rounding, cost.retained_share) == ("EUR", None, 20)
    assert (cost.role_share, cost.rates.training) == (None, None)
    assert "Amounts in EUR" in view.by_party.note.text()
    assert "No cost of training" in view.by_party.note.text()
    assert view.by_party.notes.verticalScrollBar().maximum() == 0


def test_many_remarks_scroll(view: CostView) -> None:
    view.by_party.show_note([f"Remark {number}" for number in range(20)])
    QApplication.processEvents()
    assert view.by_party.notes.verticalScrollBar().maximum() > 0


def test_a_page_that_is_chosen_has_its_keys(view: CostView) -> None:
    for name, page in view.pages.items():
        view.show_page(name)
        QApplication.processEvents()
        [table] = page.findChildren(FigureTable)
        assert table.hasFocus()


def test_a_line_has_a_menu(window: MainWindow, view: CostView) -> None:
    page = view.by_party
    entries = []
    for name in ("Monitoring round the clock", "Monitoring desk", "Minato Monitoring Services"):
        page.table.setCurrentIndex(page.model.index(row_of(page, name), 0))
        page.table.context_requested.emit(page.mapToGlobal(page.rect().center()))
        menu = page.findChildren(QMenu)[-1]
        entries.append([action.data() for action in menu.actions()])
        menu.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert entries[0][:2] == [("contract", "monitoring"), ("remove-contract", "monitoring")]
    assert entries[1][0] == ("rates", "soc")
    assert entries[2] == [("add-contract", "mss"), ("cost-assumptions", "")]
    page.edit_requested.emit("remove-contract", "monitoring")
    assert window.context.document.plan.cost.contract("monitoring") is None


def test_the_patterns_stand_side_by_side_with_their_differences(view: CostView) -> None:
    assert view.patterns.model.rows == ()
    view.strip.pages.buttons["patterns"].click()
    model = view.patterns.model
    assert model.columns[0].name == "The plan"
    assert len(model.columns) == 5
    names = [row.name for row in model.rows]
    row = names.index("Cost a year")
    assert model.index(row, 1).data(DIFFERENCE) == ""
    assert str(model.index(row, 5).data(DIFFERENCE)).startswith("+")
    assert "(+" in str(model.index(row, 5).data(Qt.ItemDataRole.AccessibleTextRole))
    out = model.index(names.index("Outsourced a year"), 5)
    assert (out.data(), str(out.data(DIFFERENCE))[0]) == ("0", "−")
    view.patterns.table.setCurrentIndex(model.index(row, 5))
    assert shown(view).symbol == "year_total"
    view.patterns.table.setCurrentIndex(model.index(0, 5))
    assert view.patterns.formula.figure is None
    assert "Full insource: in-house" in view.patterns.bars.accessibleDescription()
    assert "Estimate" in view.patterns.note.text()


def test_only_the_page_that_is_shown_is_computed(window: MainWindow, view: CostView) -> None:
    view.show_page("phases")
    assert [each.name for each in view.phases.model.columns] == ["Now (FY2026)", "Target (FY2028)"]
    before = view.by_party.model.cost
    view.by_party.edit_requested.emit("remove-contract", "network")
    assert view.by_party.model.cost is before
    assert view.patterns.model.rows == ()
    view.show_page("party")
    assert view.by_party.model.cost is not before
    window.viewpoint.look_at_phase(PhaseId("target"))
    assert view.by_party.model.cost.phase.id == "target"


def test_escape_leaves_the_table_and_the_page_is_remembered(view: CostView) -> None:
    left: list[bool] = []
    view.search_left.connect(lambda: left.append(True))
    for page in view.pages:
        view.show_page(page)
        [table] = view.pages[page].findChildren(FigureTable)
        QTest.keyClick(table, Qt.Key.Key_Escape)
        assert view.remembered() == (f"page:{page}",)
    assert len(left) == 3
    view.restore(["page:phases", "page:none", "other"])
    assert view.page == "phases"


def test_a_narrow_strip_has_a_menu_of_the_pages(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    strip = CostStrip(Translator(words_for("en")), parent)
    chosen: list[str] = []
    strip.page_chosen.connect(chosen.append)
    strip.resize(600, 30)
    parent.show()
    assert strip.button.isHidden()
    strip.resize(strip.minimumSizeHint().width(), 30)
    assert strip.pages.isHidden()
    strip.button.menu().actions()[1].trigger()
    assert chosen == ["phases"]


def test_a_plan_without_cost_explains_where_to_begin(qtbot: QtBot, qapp: QApplication) -> None:
    window = cost_window(hybrid_plan())
    view = window.area.current_view()
    assert isinstance(view, CostView)
    assert view.by_party.note.text().startswith("No cost yet.")
    view.show_page("patterns")
    assert view.patterns.bars.isHidden()
    window.context.translator.use(words_for("ja"))
    assert view.patterns.model.columns[0].name == "現在の計画"
    window.leave()
    window.deleteLater()


def test_a_plan_without_providers_has_no_contract(qtbot: QtBot, qapp: QApplication) -> None:
    plan = hybrid_plan()
    inside = tuple(party for party in plan.parties if not party.is_provider)
    window = cost_window(replace(plan, parties=inside))
    view = window.area.current_view()
    assert isinstance(view, CostView)
    view.by_party.add_contract.click()
    assert "no provider" in window.notices.text()
    window.leave()
    window.deleteLater()


def test_no_number_is_cut(window: MainWindow, view: CostView) -> None:
    document = window.context.document
    for each in document.plan.cost.contracts:
        document.perform(ChangeContract(each._replace(fee=54_321_980_000)))
    assert not view.by_party.table.isColumnHidden(CostColumn.FEES)
    for name, page in view.pages.items():
        view.show_page(name)
        QApplication.processEvents()
        [table] = page.findChildren(FigureTable)
        font, model = table.font(), table.model()
        font.setBold(name == "party")
        metrics = QFontMetrics(font)
        for row in range(model.rowCount()):
            for column in range(1, model.columnCount()):
                text, wide = str(model.index(row, column).data()), table.columnWidth(column)
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide - 2 * SIDE)
                assert table.isColumnHidden(column) or shown == text
