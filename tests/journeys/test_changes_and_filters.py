"""The overlay of changes and the filter in the real window: the same on board and matrix."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.duty_edits import SetCells, SetNote
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.new_plan import NOW
from socplanner.domain.phase_changes import changing_roles, compared_phases
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.role_filter import NO_FILTER, RoleFilter
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.matrix.cell_face import CHANGED, FAINT
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import hybrid_plan

A1, B1, SOC, CISO = RoleId("v2:A-1"), RoleId("v2:B-1"), PartyId("soc"), PartyId("ciso")
TARGET = PhaseId("target")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Return the window on a plan whose target changes a letter of B-1."""
    document = Document(History.of(hybrid_plan()))
    document.perform(SetCells(NOW, ((B1, CISO, Cell("C")),)))
    document.perform(SetCells(TARGET, ((B1, CISO, BLANK), (B1, SOC, Cell("A/R")))))
    window = MainWindow(document, Translator(words_for("en")))
    window.show_view("board")
    window.show()
    yield window
    window.leave()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def board_of(window: MainWindow) -> BoardView:
    """Return the board of `window`."""
    view = window.area.view("board")
    assert isinstance(view, BoardView)
    return view


def matrix_of(window: MainWindow) -> MatrixView:
    """Return the matrix of `window`, shown."""
    window.show_view("matrix")
    view = window.area.view("matrix")
    assert isinstance(view, MatrixView)
    return view


def bright(window: MainWindow) -> set[RoleId]:
    """Return the roles whose cards are not drawn faintly."""
    board = board_of(window)
    rows = range(board.model.rowCount())
    return {board.model.role(row).id for row in rows if row not in board.list.marks().dimmed}


def changing(window: MainWindow) -> set[RoleId]:
    """Return the roles that differ between the two phases."""
    plan = window.context.document.plan
    phases = compared_phases(plan, window.viewpoint.phase)
    assert phases is not None
    return set(changing_roles(plan, phases))


def test_changes_leave_the_cards_that_change_bright(qtbot: QtBot, window: MainWindow) -> None:
    assert len(bright(window)) == 54
    qtbot.keyClick(
        window,
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert bright(window) == changing(window)
    text = window.status.currentMessage()
    assert text == f"{len(changing(window))} roles change from Now to Target"
    assert window.bar.changes.isChecked()
    window.viewpoint.look_at_phase(TARGET)
    window.context.document.perform(SetNote(TARGET, frozenset({A1}), "new"))
    assert A1 in bright(window)
    assert bright(window) == changing(window)
    window.context.document.undo()
    assert bright(window) == changing(window)
    window.bar.changes.click()
    assert len(bright(window)) == 54


def test_a_card_has_its_changes_in_tooltip_and_for_a_screen_reader(window: MainWindow) -> None:
    window.bar.changes.click()
    model = board_of(window).model
    index = model.index(model.row_of(B1))
    assert "SOC: A → A/R" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert ", changed: " in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    other = next(role.id for role in model.plan.roles() if role.id not in changing(window))
    unchanged = model.index(model.row_of(other))
    text = str(unchanged.data(Qt.ItemDataRole.AccessibleTextRole))
    assert text.endswith(", unchanged")


def test_cells_of_the_matrix_show_what_they_were(window: MainWindow) -> None:
    window.bar.changes.click()
    matrix = matrix_of(window)
    model, painter = matrix.model, matrix.table.cells
    row = model.row_of(B1)
    soc, ciso = (model.column_of(each) for each in (SOC, CISO))
    assert painter._change(B1, soc) == (CHANGED, BLANK)
    assert painter._change(B1, ciso) == (CHANGED, BLANK)
    window.viewpoint.look_at_phase(TARGET)
    assert painter._change(B1, ciso) == (CHANGED, Cell("C"))
    other = next(role.id for role in model.plan.roles() if role.id not in changing(window))
    assert painter._change(other, ciso) == (FAINT, BLANK)
    assert model.in_short(model.index(row, ciso)).endswith("change: C → –")
    before = matrix.table.viewport().grab().toImage()
    window.bar.changes.click()
    assert matrix.table.viewport().grab().toImage() != before
    assert "change" not in model.in_short(model.index(row, ciso))


def test_with_one_phase_there_is_nothing_to_show(window: MainWindow) -> None:
    window.bar.changes.click()
    window.context.document.perform(RemovePhase(TARGET))
    assert not window.bar.changes.isEnabled()
    assert "second phase" in window.actions_["show-changes"].toolTip()
    assert len(bright(window)) == 54
    window.context.document.undo()
    assert window.bar.changes.isEnabled()


def test_the_inspector_lists_the_changes_of_one_role(qtbot: QtBot, window: MainWindow) -> None:
    window.panels.show("inspector")
    window.viewpoint.select([B1])
    inspector = window.inspector
    qtbot.waitUntil(lambda: bool(inspector.editor and inspector.editor.changes.isVisible()))
    assert inspector.editor is not None
    assert inspector.editor.changes.title.text() == "Changes from Now to Target"
    assert "SOC: A → A/R" in inspector.editor.changes.lines.text().split("\n")


def test_a_filter_is_the_same_in_both_views(window: MainWindow) -> None:
    filtering = window.context.filtering
    filtering.filter(RoleFilter(frozenset("D")))
    assert {role.removeprefix("v2:")[0] for role in bright(window)} == {"D"}
    assert window.strip.matches.text() == f"{len(bright(window))} of 54"
    matrix = matrix_of(window)
    assert {line.function for line in matrix.model.lines} == {"D"}
    assert window.strip.matches.text() == f"{matrix.arrangement.count} of 54"
    matrix.strip.clear.click()
    assert filtering.role_filter == NO_FILTER
    assert window.strip.matches.text() == ""
    window.show_view("board")
    assert len(bright(window)) == 54


def test_search_filter_and_changes_add_up(window: MainWindow) -> None:
    window.bar.changes.click()
    window.context.filtering.filter(RoleFilter(party=SOC))
    plan = window.context.document.plan
    with_soc = bright(window)
    assert with_soc == changing(window) & {
        role.id for role in plan.roles() if SOC in duty_letters(window, role.id)
    }
    window.strip.search.setText("B-1")
    assert bright(window) == {B1} & with_soc


def duty_letters(window: MainWindow, role: RoleId) -> set[PartyId]:
    """Return the parties with letters in `role` in the phase in view."""
    model = board_of(window).model
    return set(model.duty(model.row_of(role)).letters)
