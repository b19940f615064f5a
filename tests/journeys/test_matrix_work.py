"""A planner works in the matrix of the real window: folds, filters, sorts, finds and pastes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.run import check_phase
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.new_plan import NewPlanOptions
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.checks.findings_body import FindingsBody
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.shell.program import Program
from tests.support.programs import leave_programs
from tests.support.scripted_questions import ScriptedQuestions

B1, B2, B3 = (RoleId(f"v2:{code}") for code in ("B-1", "B-2", "B-3"))
CISO, SOC = PartyId("ciso"), PartyId("soc")
NOW = PhaseId("now")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Work:
    """The window on a new plan, its matrix shown."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        """Work in `program`."""
        self.program = program
        self.window = program.window
        self.qtbot = qtbot

    @property
    def plan(self) -> Plan:
        """The plan that is open."""
        return self.program.document.plan

    @property
    def matrix(self) -> MatrixView:
        """The matrix."""
        view = self.window.area.view("matrix")
        assert isinstance(view, MatrixView)
        return view

    def letters(self, role: RoleId, party: PartyId) -> str:
        """Return the letters of a cell."""
        return duty(self.plan, self.window.viewpoint.phase, role).letters.get(party, Cell(""))

    def press(self, key: Qt.Key, current: Qt.KeyboardModifier | None = None) -> None:
        """Press `key` where the keyboard is."""
        focus = self.window.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, current or Qt.KeyboardModifier.NoModifier)

    def do(self, action: str) -> None:
        """Choose `action` from the menus."""
        self.window.actions_[action].trigger()

    def undo_label(self) -> str:
        """Return what Undo would take back."""
        return self.window.actions_["undo"].text().replace("&", "")

    def codes(self) -> list[str]:
        """Return the codes of the roles shown."""
        return [line.role.code for line in self.matrix.model.lines if line.role is not None]


@pytest.fixture
def work(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Work]:
    """Return the program on a new plan of two phases, the matrix shown at 1280 by 800."""
    store = SettingsStore(tmp_path / "settings.json", print)
    program = Program(qapp, words_for("en"), store, FirstPlan())
    questions = ScriptedQuestions(program.translator)
    program.commands.files._questions = questions
    target = LocalText("目標", "Target")
    begun = NewPlanOptions("Sample", "hybrid", LocalText("現状", "Now"), "full-insource", target)
    questions.answers.append(begun)
    program.begin()
    qtbot.waitUntil(lambda: not program.window.is_plan_shown)
    program.window.actions_["new"].trigger()
    program.window.resize(1280, 800)
    qtbot.waitUntil(lambda: questions.questions == ["new plan"])
    program.window.show_view("matrix")
    yield Work(program, qtbot)
    QGuiApplication.clipboard().clear()
    leave_programs([program], qapp)


def test_a_block_from_a_spreadsheet_is_one_step_that_can_be_undone(work: Work) -> None:
    before = work.plan
    work.matrix.jump_to(B1, CISO)
    QGuiApplication.clipboard().setText('I\t"A,\nR"\r\n\tc\r\n')
    work.press(Qt.Key.Key_V, CTRL)
    security = work.plan.parties[1].id
    assert (work.letters(B1, CISO), work.letters(B1, security)) == ("I", "A/R")
    assert work.letters(B2, security) == "C"
    assert work.undo_label().startswith("Undo: ")
    work.do("undo")
    assert work.plan is before
    work.do("redo")
    assert work.letters(B1, security) == "A/R"


def test_unreadable_text_is_reported_in_the_status_line_and_changes_nothing(work: Work) -> None:
    before = work.plan
    work.matrix.jump_to(B1, SOC)
    QGuiApplication.clipboard().setText("R\nyes\n")
    work.press(Qt.Key.Key_V, CTRL)
    assert work.plan is before
    text = work.window.status.currentMessage()
    assert text == "Nothing was pasted: 1 cell cannot be read (B-2 – SOC: “yes”)."


def test_a_search_filters_and_f3_goes_on_where_it_no_longer_does(work: Work) -> None:
    work.do("find")
    field = work.window.focusWidget()
    assert field is work.window.strip.search
    work.qtbot.keyClicks(field, "forensics")
    assert work.codes() == ["C-1", "C-2"]
    work.press(Qt.Key.Key_Escape)
    assert len(work.codes()) == 54
    seen: list[str] = []
    for action in ("find-next", "find-next", "find-previous"):
        work.do(action)
        seen += work.window.viewpoint.roles
    assert seen == ["v2:C-2", "v2:C-1", "v2:C-2"]


def test_filtered_and_sorted_rows_are_edited_in_their_present_order(work: Work) -> None:
    matrix = work.matrix
    party = matrix.strip.filters.chips["party"]
    menu = party.menu()
    soc = next(action for action in menu.actions() if action.text() == "SOC")
    soc.trigger()
    letter = matrix.strip.filters.chips["letter"]
    next(each for each in letter.menu().actions() if each.text().startswith("A ")).trigger()
    shown = work.codes()
    assert 0 < len(shown) < 54
    assert work.window.strip.matches.text() == f"{len(shown)} of 54"
    matrix.jump_to(B1, SOC)
    work.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert matrix.arrangement.order.party == SOC
    shown = work.codes()
    work.press(Qt.Key.Key_I)
    assert work.letters(B1, SOC) == "I"
    assert work.codes() == shown
    matrix.strip.clear.click()
    assert len(work.codes()) == 54
    work.do("undo")
    assert work.letters(B1, SOC) == "A"


def test_a_folded_function_opens_for_a_jump_from_the_checks(work: Work) -> None:
    work.matrix.strip.fold.click()
    assert work.codes() == []
    work.window.checks.jump_requested.emit(B1, SOC)
    assert work.codes()[0] == "B-1"
    assert work.window.viewpoint.roles == (B1,)


def test_what_is_shown_survives_the_board_and_the_other_language(work: Work) -> None:
    work.matrix.arrangement.fold("A", is_folded=True)
    widths = work.matrix.table.horizontalHeader()
    work.matrix.jump_to(B1, SOC)
    work.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    wide = widths.sectionSize(work.matrix.model.column_of(SOC))
    work.do("board")
    work.do("ja")
    work.do("matrix")
    assert "A-1" not in work.codes()
    assert widths.sectionSize(work.matrix.model.column_of(SOC)) == wide
    assert work.matrix.strip.filters.chips["functions"].text() == "機能"
    assert work.matrix.strip.fold.text() == "すべて展開"


def test_the_cell_under_the_pointer_is_shown_in_the_status_line(work: Work) -> None:
    matrix = work.matrix
    index = matrix.model.index(matrix.model.row_of(B1), matrix.model.column_of(SOC))
    matrix.table.scrollTo(index)
    text = str(index.data(Qt.ItemDataRole.StatusTipRole))
    assert text == "B-1 Basic real-time analysis – SOC: Accountable"
    work.qtbot.mouseMove(matrix.table.viewport(), matrix.table.visualRect(index).center())
    work.qtbot.waitUntil(lambda: work.window.status.currentMessage() == text)


def test_the_status_line_of_a_cell_is_cleared_with_its_letter(
    work: Work,
) -> None:
    work.matrix.jump_to(B1, CISO)
    work.window.show_status("how it was")
    work.press(Qt.Key.Key_C)
    assert work.letters(B1, CISO) == "C"
    assert not work.window.status.currentMessage()


def test_select_all_selects_every_cell_shown_and_no_hidden_one(work: Work) -> None:
    matrix, before = work.matrix, work.plan
    matrix.jump_to(B1, SOC)
    matrix.set_filter("B-")
    current = {role: dict(duty(work.plan, NOW, role).letters) for role in (B1, B2, B3)}
    assert all(current.values())
    work.do("select-all")
    assert {role.removeprefix("v2:")[0] for role in work.window.viewpoint.roles} == {"B"}
    work.press(Qt.Key.Key_Delete)
    assert not any(duty(work.plan, NOW, role).letters for role in (B1, B2, B3))
    others = [role.id for role in before.roles() if role.function != "B"]
    assert all(duty(work.plan, NOW, each) == duty(before, NOW, each) for each in others)
    work.do("undo")
    assert work.plan is before


def test_only_rules_that_a_role_breaks_are_listed_as_a_filter(work: Work) -> None:
    work.program.document.perform(SetCells(NOW, ((B1, SOC, BLANK), (B1, CISO, Cell("A")))))
    result = {each.rule for each in check_phase(work.plan, NOW)}
    assert result >= {"C01", "R10"}
    menu = work.matrix.strip.filters.chips["findings"].menu()
    menu.aboutToShow.emit()
    suggested = [action.text() for action in menu.actions()]
    assert [text[:3] for text in suggested if text[:1] in "RCDP" and text[1:3].isdigit()] == ["R10"]


def test_ctrl_a_among_the_findings_selects_them_and_no_card(work: Work) -> None:
    document = work.program.document
    document.perform(SetCells(NOW, ((B1, SOC, BLANK), (B2, SOC, BLANK))))
    work.window.panels.show("checks")
    findings = work.window.checks.list
    findings.setFocus()
    before = work.window.viewpoint.roles
    work.do("select-all")
    assert len(findings.selected_findings()) == findings.model().rowCount() > 2
    assert work.window.viewpoint.roles == before


def test_a_finding_that_a_note_puts_right_leads_to_the_note(work: Work) -> None:
    edit = ChangeSourcing(NOW, frozenset({B1}), Sourcing.NOT_CARRIED_OUT)
    work.program.document.perform(edit)
    checks = work.window.checks
    work.window.panels.show("checks")
    rows = range(checks.list.model().rowCount())
    result = [checks.list.model().index(row, 1).data() for row in rows]
    checks.list.choose(result.index("D02"))
    body = checks.findChildren(FindingsBody)[0]
    body.fix_button.click()
    editor = work.window.inspector.editor
    assert editor is not None
    assert editor.note.hasFocus()
    assert work.window.viewpoint.roles == (B1,)
    assert "Write the reason in the note." in work.window.status.currentMessage()
