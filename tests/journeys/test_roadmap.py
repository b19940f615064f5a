"""What changes when: the road map in the real window, read, selected and edited."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import Prerequisite, StatedMove
from socplanner.services import paths
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.move_dialog import MoveDialog
from socplanner.ui.dialogs.phase_terms_dialog import PhaseTermsDialog
from socplanner.ui.kit.day_field import day_of
from socplanner.ui.roadmap.roadmap_model import RoadMapColumn
from socplanner.ui.roadmap.roadmap_view import RoadMapView
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import hybrid_plan

NOW, TARGET = PhaseId("now"), PhaseId("target")
A4, D1, D3, F1, H2 = (RoleId(f"v2:{code}") for code in ("A-4", "D-1", "D-3", "F-1", "H-2"))


def opened_window(document: Document) -> MainWindow:
    """Return the window on `document`, with the road map."""
    window = MainWindow(document, Translator(words_for("en")))
    window.resize(1280, 800)
    window.show()
    window.actions_["roadmap"].trigger()
    QApplication.processEvents()
    return window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Yield the window on the sample of a manufacturer."""
    sample = paths.resources() / "examples" / "manufacturer.socplan"
    window = opened_window(Document(History.of(open_plan(sample).plan)))
    yield window
    window.leave()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def view(window: MainWindow) -> RoadMapView:
    """Return the view of the road map."""
    view = window.area.current_view()
    assert isinstance(view, RoadMapView)
    return view


def answer(fill: Callable[[QDialog], None], seen: list[QDialog]) -> None:
    """Fill the next dialog by `fill`, and accept it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog)
        fill(dialog)
        dialog.accept()

    QTimer.singleShot(0, act)


def test_the_moves_are_counted_and_listed(view: RoadMapView) -> None:
    assert [card.text() for card in view.cards.values()] == [
        "15 moves",
        "295 person-days",
        "0 begin before what they need",
    ]
    row = view.model.place_of(D3)
    texts = [str(view.model.index(row, column).data()) for column in RoadMapColumn]
    assert texts[0] == "D-3 Incident analysis"
    assert texts[1].startswith("Sourcing: Outsourced → In-house, Responsible: ")
    assert texts[2:] == ["CSIRT", "60", "Planned", "2027-07-01 to 2028-06-30"]


def test_a_selected_role_is_selected_everywhere_and_shown_in_words(
    window: MainWindow, view: RoadMapView
) -> None:
    view.table.go_to(view.model.place_of(D3))
    assert window.viewpoint.roles == (D3,)
    assert view.details.title.text() == "D-3 Incident analysis, until Target (FY2028)"
    assert "Needs Hiring: " in view.details.text.text()
    window.viewpoint.select([F1])
    assert view.table.selected_roles() == [F1]
    window.viewpoint.select([])
    assert view.details.title.text() == "No move is selected"
    assert not view.details.edit_button.isEnabled()


def test_enter_edits_the_move_as_one_step(window: MainWindow, view: RoadMapView) -> None:
    document, seen = window.context.document, list[QDialog]()
    view.table.go_to(view.model.place_of(D3))
    view.table.setFocus()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MoveDialog)
        dialog.ends.setText("2028/7/31")
        dialog.statuses.setCurrentIndex(2)
        dialog.prerequisites.rows[0].removed.emit()

    before = document.plan
    answer(fill, seen)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    move = document.plan.moves[TARGET, D3]
    assert (move.ends, move.status) == ("2028-07-31", "in-progress")
    assert [each.kind for each in move.prerequisites] == ["contract"]
    row = view.model.place_of(D3)
    assert view.model.index(row, RoadMapColumn.STATUS).data() == "In progress"
    document.undo()
    assert document.plan is before
    assert len(seen) == 1


def test_a_double_click_on_a_bar_edits_its_move(window: MainWindow, view: RoadMapView) -> None:
    seen: list[QDialog] = []
    bar = view.table.bar_of((TARGET, F1))
    assert bar is not None
    answer(lambda dialog: dialog.note.setPlainText("Began"), seen)  # type: ignore[attr-defined]
    QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=bar.center().toPoint())
    assert window.context.document.plan.moves[TARGET, F1].note == "Began"


def test_what_is_wrong_is_shown_at_its_field(window: MainWindow) -> None:
    plan, words = window.context.document.plan, words_for("en")
    dialog = MoveDialog(plan, TARGET, D1, words, window)
    dialog.begins.setText("soon")
    assert "not a date" in dialog.errors.text(dialog.begins)
    dialog.begins.setText("2027-06-01")
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert "before it begins" in dialog.errors.text(dialog.ends)
    dialog.ends.setText("2027-12-31")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    row = dialog.prerequisites.add(Prerequisite("role", D3))
    row.kinds.currentIndexChanged.emit(0)
    assert dialog.edit.move.prerequisites[-1].role == D3
    cycle = MoveDialog(plan, TARGET, D3, words, window)
    needed = cycle.prerequisites.add(Prerequisite("role", H2))
    needed.changed.emit()
    assert "needs itself" in cycle.errors.text(cycle.prerequisites)
    for each in (dialog, cycle):
        each.deleteLater()


def test_dates_and_approval_of_the_phase_in_view(window: MainWindow, view: RoadMapView) -> None:
    document, seen = window.context.document, list[QDialog]()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PhaseTermsDialog)
        dialog.ends.setText("2026-12-31")
        dialog.budget.setText("None")

    answer(fill, seen)
    view.terms_button.click()
    assert document.plan.phases[0].terms.ends == "2026-12-31"
    assert document.plan.phases[0].terms.budget == "None"
    document.undo()
    assert document.plan.phases[0].terms.budget == ""


def test_a_move_that_begins_too_early_is_counted_and_selected(
    window: MainWindow, view: RoadMapView
) -> None:
    late = StatedMove(begins="2027-01-01", prerequisites=(Prerequisite("role", D1),))
    window.context.document.perform(SetMove(TARGET, F1, late))
    assert view.cards["late"].text().startswith("1 ")
    view.cards["late"].click()
    assert window.viewpoint.roles == (F1,)
    view.table.viewport().grab()


def test_the_menu_of_a_row_has_the_move(window: MainWindow, view: RoadMapView) -> None:
    requested: list[tuple[str, str]] = []
    view.edit_requested.disconnect()
    view.edit_requested.connect(lambda what, subject: requested.append((what, subject)))
    view.table.go_to(view.model.place_of(D3))
    menu = QMenu()
    view.extend_menu(menu)
    menu.actions()[-1].trigger()
    assert requested == [("move", "target v2:D-3")]


def test_orders_are_remembered(view: RoadMapView) -> None:
    view.strip.orders.buttons["begin"].click()
    begins = [row.move.stated.begins for row in view.model.rows]
    assert begins == sorted(begins)
    assert view.remembered() == ("begin",)
    view.restore(("owner",))
    owners = [row.move.stated.owner for row in view.model.rows]
    assert owners == ["mgmt"] * 2 + ["csirt"] * 9 + ["soc"] * 2 + ["it"] * 2
    view.restore(())
    assert view.remembered() == ()


def test_search_hides_rows(window: MainWindow, view: RoadMapView) -> None:
    window.strip.search.setText("H-2")
    assert [row.role.id for row in view.model.rows] == [H2]
    window.strip.search.clear()
    assert len(view.model.rows) == 15


def test_the_view_follows_edits_and_computes_nothing_while_hidden(
    window: MainWindow, view: RoadMapView
) -> None:
    document = window.context.document
    document.perform(ChangeSourcing(TARGET, frozenset({D1}), Sourcing.OUTSOURCE))
    row = view.model.place_of(D1)
    assert "Sourcing" in str(view.model.index(row, RoadMapColumn.CHANGE).data())
    window.show_view("board")
    document.undo()
    assert "sourcing" in view.model.rows[row].move.kinds
    window.show_view("roadmap")
    assert "sourcing" not in view.model.rows[row].move.kinds


def test_a_plan_without_days_shows_its_moves_without_bars(qtbot: QtBot, qapp: QApplication) -> None:
    plan = hybrid_plan()
    window = opened_window(Document(History.of(plan)))
    view = window.area.current_view()
    assert isinstance(view, RoadMapView)
    assert view.model.rows
    assert view.model.scale is None
    assert view.table.bar_of(view.model.rows[0].move.place) is None
    view.grab()
    window.leave()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027/4/1", "2027-04-01"),
        ("２０２７．４．１", "2027-04-01"),
        ("2027年4月1日", "2027-04-01"),
        (" 2027-04-01 ", "2027-04-01"),
        ("April", "April"),
        ("", ""),
    ],
)
def test_a_day_can_be_typed_as_people_write_it(typed: str, day: str) -> None:
    assert day_of(typed) == day


def test_a_search_selects_no_other_role(window: MainWindow, view: RoadMapView) -> None:
    """Its rows are in places that other roles had before."""
    second = view.model.rows[1].role.id
    window.viewpoint.select([second])
    about = view.details.title.text()
    window.strip.search.setText("H-")
    assert len(view.model.rows) > 1
    assert second not in [row.role.id for row in view.model.rows]
    assert window.viewpoint.roles == (second,)
    assert view.table.selected_roles() == []
    window.strip.search.clear()
    assert view.table.selected_roles() == [second]
    assert view.details.title.text() == about


def test_the_move_of_a_hidden_role_can_be_edited(window: MainWindow, view: RoadMapView) -> None:
    """The role is still selected, as the inspector shows."""
    rows = [row for row in view.model.rows if not row.role.id.startswith("H-")]
    window.viewpoint.select([rows[0].role.id])
    window.strip.search.setText("H-")
    window.viewpoint.select([rows[1].role.id])
    assert view.details.title.text().startswith(rows[1].role.code)
    seen: list[QDialog] = []
    answer(lambda _dialog: None, seen)
    view.details.edit_button.click()
    (dialog,) = seen
    assert rows[1].role.code in dialog.windowTitle()
