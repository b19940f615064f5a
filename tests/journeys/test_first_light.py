"""A planner's first hour, through the real window: from an empty program to a sent workbook."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from socplanner.cli.main import main as in_terminal
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.run import check_plan, has_errors
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.new_plan import NewPlanOptions
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Plan
from socplanner.services.exporter import workbook_of
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.shell.program import Program
from tests.cli.conftest import no_picture
from tests.support.drag import carried, drop, spot_in
from tests.support.lanes import II
from tests.support.programs import leave_programs, when_dialog_opens
from tests.support.scripted_questions import ScriptedQuestions

A1, A2, B1 = (RoleId(f"v2:{code}") for code in ("A-1", "A-2", "B-1"))
NOW = PhaseId("now")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Journey:
    """One program with its window, and answers for the questions about files."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        """Travel through `program`."""
        self.program = program
        self.window = program.window
        self.qtbot = qtbot
        self.questions = ScriptedQuestions(program.translator)
        program.commands.files._questions = self.questions
        program.commands.exports._questions = self.questions

    @property
    def plan(self) -> Plan:
        """The plan that is open."""
        return self.program.document.plan

    @property
    def board(self) -> BoardView:
        """The board."""
        view = self.window.area.view("board")
        assert isinstance(view, BoardView)
        return view

    @property
    def matrix(self) -> MatrixView:
        """The matrix, shown."""
        self.do("matrix")
        view = self.window.area.current_view()
        assert isinstance(view, MatrixView)
        return view

    def do(self, action: str) -> None:
        """Choose `action` from the menus."""
        assert self.window.actions_[action].isEnabled()
        self.window.actions_[action].trigger()

    def status(self, action: str) -> str:
        """Return what `action` says."""
        return self.window.actions_[action].text().replace("&", "")

    def now(self, role: RoleId) -> Duty:
        """Return what holds for `role` in the phase in view."""
        return duty(self.plan, self.window.viewpoint.phase, role)

    def answer(self, work: Callable[[QDialog], object]) -> None:
        """Do `work` with the next dialog that opens."""
        when_dialog_opens(QDialog, work)


@pytest.fixture
def journey(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Journey]:
    """Return a program on a new plan of two phases, its window shown at 1280 by 800."""
    store = SettingsStore(tmp_path / "settings.json", print)
    program = Program(qapp, words_for("en"), store, FirstPlan())
    made = Journey(program, qtbot)
    target = LocalText("目標", "Target")
    begun = NewPlanOptions("Sample", "hybrid", LocalText("現状", "Now"), "full-insource", target)
    made.questions.answers.append(begun)
    program.begin()
    qtbot.waitUntil(lambda: not made.window.is_plan_shown)
    made.do("new")
    made.window.resize(1280, 800)
    qtbot.waitUntil(lambda: made.questions.questions == ["new plan"])
    yield made
    leave_programs([program], qapp)


def agree(dialog: QDialog) -> None:
    """Press the button that agrees."""
    assert isinstance(dialog, QuestionDialog)
    dialog.accept_button.click()


def test_a_new_plan_is_complete_and_nothing_is_wrong_with_it(journey: Journey) -> None:
    assert [phase.id for phase in journey.plan.phases] == ["now", "target"]
    assert not has_errors(check_plan(journey.plan))
    assert journey.board.model.rowCount() == 54
    assert not journey.window.actions_["undo"].isEnabled()


def test_a_drop_changes_the_area_and_nothing_else(journey: Journey) -> None:
    before = journey.now(B1)
    cards = journey.board.list
    journey.window.viewpoint.select([B1])
    assert drop(cards, carried(cards), spot_in(cards, II))
    after = journey.now(B1)
    assert after.area is Area.II
    assert (after.sourcing, after.letters) == (before.sourcing, before.letters)
    assert journey.status("undo") == "Undo: Move B-1 to area II"
    journey.do("undo")
    assert journey.now(B1) == before
    assert journey.status("redo") == "Redo: Move B-1 to area II"
    journey.do("redo")
    assert journey.now(B1) == after


def test_cards_are_chosen_and_moved_by_keys_alone(journey: Journey) -> None:
    cards = journey.board.list
    cards.setFocus()
    journey.board.jump_to(A1)
    journey.qtbot.keyClick(cards, Qt.Key.Key_Right, SHIFT)
    assert journey.window.viewpoint.roles == (A1, A2)
    journey.qtbot.keyClick(cards, Qt.Key.Key_Left, CTRL)
    assert {journey.now(A1).area, journey.now(A2).area} == {Area.II}
    journey.do("undo")
    assert {journey.now(A1).area, journey.now(A2).area} == {Area.I}
    journey.do("move-none")
    assert journey.now(A2).area is Area.UNPLACED
    assert [finding.rule for finding in journey.window.checking.all()][:2] == ["R00", "R00"]


def test_a_sourcing_changes_its_letters_after_a_preview(journey: Journey) -> None:
    journey.window.viewpoint.select([A1, A2])
    journey.answer(QDialog.reject)
    journey.do("sourcing-outsource")
    assert journey.now(A1).sourcing is Sourcing.INSOURCE
    journey.answer(agree)
    journey.do("sourcing-outsource")
    assert journey.now(A1).letters[PartyId("consult")] == "R"
    assert journey.now(A2).sourcing is Sourcing.OUTSOURCE
    assert not has_errors(journey.window.checking.all())
    journey.do("undo")
    assert journey.now(A1).sourcing is journey.now(A2).sourcing is Sourcing.INSOURCE
    assert not journey.window.actions_["undo"].isEnabled()


def test_letters_are_typed_and_contradictions_show_and_jump(journey: Journey) -> None:
    matrix = journey.matrix
    matrix.jump_to(A1, PartyId("mss"))
    table = journey.window.focusWidget()
    assert table is not None
    journey.qtbot.keyClick(table, Qt.Key.Key_A)
    assert journey.now(A1).letters[PartyId("mss")] == "A"
    rules = {finding.rule for finding in journey.window.checking.of_role(A1)}
    assert rules == {"R01", "D01"}
    journey.do("board")
    journey.window.checks.jump_requested.emit(A1, PartyId("mss"))
    assert journey.window.viewpoint.roles == (A1,)
    journey.do("undo")
    assert journey.window.checking.of_role(A1) == ()


def test_a_removed_party_is_restored_with_its_letters(journey: Journey) -> None:
    before, result = journey.plan, journey.window.checking.all()
    journey.window.parties.remove_requested.emit("soc")
    assert journey.plan.party(PartyId("soc")) is None
    assert has_errors(journey.window.checking.all())
    journey.do("undo")
    assert journey.plan is before
    assert journey.window.checking.all() == result


def test_the_phase_chosen_is_the_one_that_changes(journey: Journey) -> None:
    journey.do("next-phase")
    assert journey.window.viewpoint.phase == "target"
    journey.window.viewpoint.select([B1])
    journey.do("move-I")
    assert duty(journey.plan, NOW, B1).area is Area.IV
    assert duty(journey.plan, PhaseId("target"), B1).area is Area.I
    journey.do("previous-phase")
    assert journey.now(B1).area is Area.IV


def test_window_terminal_and_workbook_show_the_same(
    journey: Journey, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journey.window.viewpoint.select([B1])
    journey.do("move-II")
    place = tmp_path / "plan.socplan"
    journey.questions.answers.append(place)
    journey.do("save-as")
    assert open_plan(place).plan == journey.plan
    assert in_terminal(["check", str(place), "--language", "en"], lambda _: 9, no_picture) == 0
    assert "0 errors" in capsys.readouterr().out
    target = tmp_path / "matrix.xlsx"
    assert (
        in_terminal(
            ["export", str(place), str(target), "--language", "en"], lambda _: 9, no_picture
        )
        == 0
    )
    ours = workbook_of(journey.plan, NOW, words_for("en"), date(2026, 11, 23))
    assert values(target.read_bytes(), "Matrix") == values(ours, "Matrix")
    journey.program.document.undo()
    assert journey.window.isWindowModified()
    assert values(target.read_bytes(), "Matrix") != values(
        workbook_of(journey.plan, NOW, words_for("en"), date(2026, 11, 23)), "Matrix"
    )


def values(workbook: bytes, sheet: str) -> list[tuple[object, ...]]:
    """Return what the cells of `sheet` hold."""
    book = openpyxl.load_workbook(BytesIO(workbook), data_only=True)
    name = next(each for each in book.sheetnames if each.startswith(sheet))
    return list(book[name].iter_rows(values_only=True))


def test_the_running_window_changes_its_language(journey: Journey) -> None:
    assert journey.matrix.isVisible()
    journey.window.viewpoint.select([A1])
    journey.do("ja")
    bar = journey.window.menuBar()
    titles = [menu.title() for menu in bar.findChildren(QMenu) if menu.title()]
    assert "ファイル(&F)" in titles
    assert journey.status("undo") == "元に戻す(U)"
    assert journey.matrix.accessibleName() or journey.window.inspector.isVisible()
    journey.do("en")
    assert journey.status("undo") == "Undo"


def test_closing_unsaved_shows_a_question_and_saving_keeps_everything(
    journey: Journey, tmp_path: Path
) -> None:
    from socplanner.ui.dialogs.message import Answer

    journey.window.viewpoint.select([B1])
    journey.do("move-II")
    place = tmp_path / "kept.yaml"
    journey.questions.answers += [Answer.SAVE, place]
    journey.window.close()
    assert open_plan(place).plan == journey.plan
    assert not journey.window.isVisible()
