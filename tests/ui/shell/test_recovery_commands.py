"""Recovered work is opened, saved elsewhere, discarded or left: nothing goes without an answer."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.services import paths
from socplanner.services.first_plan import FirstPlan
from socplanner.services.plan_files import open_plan
from socplanner.services.recovery.session_mark import bad_ends
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.dialogs.recovery_dialog import RecoveryDialog
from socplanner.ui.kit.notice import Notice
from socplanner.ui.shell.program import Program
from tests.support.file_faults import names_in
from tests.support.journals import journal_bytes, left_journal, left_mark
from tests.support.programs import when_dialog_opens
from tests.support.scripted_questions import ScriptedQuestions

EDIT = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.IV)
OTHER = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.III)


@pytest.fixture
def folder() -> Path:
    """Return the folder of journals."""
    return paths.recovery_folder()


@pytest.fixture
def work(folder: Path, place: Path) -> Plan:
    """Leave work on the plan in the file, and return its plan."""
    opened = open_plan(place)
    history = History.of(opened.plan).perform(EDIT)
    left_journal(folder, history, opened)
    return history.plan


@pytest.fixture
def questions(program: Program) -> ScriptedQuestions:
    """Return the questions of the program, to be answered."""
    questions = ScriptedQuestions(program.translator)
    program.commands._questions = questions
    program.commands.files._questions = questions
    return questions


def answer(press: Callable[[RecoveryDialog], object]) -> list[QDialog]:
    """Press a button of the dialog once it is open."""

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        press(dialog)

    return when_dialog_opens(RecoveryDialog, work)


def start(program: Program) -> None:
    """Show what was left, as a start does."""
    program.commands.show_leftovers(bad_ends(paths.recovery_folder()))


def notice_of(program: Program) -> Notice:
    """Return the notice that is shown."""
    notice = program.window.notices.notice
    assert notice is not None
    return notice


def test_opened_work_is_not_saved_and_belongs_to_its_file(
    program: Program, work: Plan, place: Path, folder: Path
) -> None:
    program.commands.keep_work = lambda _earlier: True
    before = place.read_bytes()
    answer(lambda dialog: dialog.accept_button.click())
    start(program)
    assert program.document.plan == work
    assert not program.document.is_saved
    assert program.session.path == place
    assert place.read_bytes() == before
    assert names_in(folder) == []
    assert "not saved yet" in notice_of(program).text
    program.window.actions_["save"].trigger()
    assert open_plan(place).plan == work


def test_work_that_is_not_journaled_again_stays_in_its_journal(
    program: Program, work: Plan, folder: Path
) -> None:
    answer(lambda dialog: dialog.accept_button.click())
    start(program)
    assert program.document.plan == work
    assert len(names_in(folder)) == 1


def test_a_plan_with_unsaved_changes_is_asked_about_before(
    program: Program, questions: ScriptedQuestions, work: Plan, folder: Path
) -> None:
    program.document.perform(OTHER)
    mine = program.document.plan
    questions.answers += [Answer.CANCEL]
    answer(_cancel_next)
    start(program)
    assert questions.questions == ["unsaved"]
    assert program.document.plan == mine
    assert len(names_in(folder)) == 1


def _cancel_next(dialog: RecoveryDialog) -> None:
    """Open the work, and leave it for later when the dialog opens again."""
    answer(lambda again: again.cancel_button.click())
    dialog.accept_button.click()


def test_a_file_that_changed_meanwhile_is_asked_about_when_saved(
    program: Program, questions: ScriptedQuestions, work: Plan, place: Path
) -> None:
    theirs = place.read_bytes().replace(b"organisation: ", b"organisation: X")
    place.write_bytes(theirs)
    answer(lambda dialog: dialog.accept_button.click())
    start(program)
    questions.answers += [Answer.CANCEL]
    program.window.actions_["save"].trigger()
    assert questions.questions == ["changed on disk"]
    assert place.read_bytes() == theirs


def test_work_is_saved_elsewhere_without_being_opened(
    program: Program, questions: ScriptedQuestions, work: Plan, tmp_path: Path, folder: Path
) -> None:
    before = program.document.plan
    elsewhere = tmp_path / "elsewhere.socplan"
    questions.answers += [elsewhere]
    answer(lambda dialog: dialog.save_button.click())
    start(program)
    assert open_plan(elsewhere).plan == work
    assert program.document.plan is before
    assert questions.subjects[0].name == "works recovered.socplan"
    assert names_in(folder) == []


def test_a_save_that_is_cancelled_keeps_the_work(
    program: Program, questions: ScriptedQuestions, work: Plan, folder: Path
) -> None:
    questions.answers += [None]

    def cancel(dialog: RecoveryDialog) -> None:
        answer(lambda again: again.cancel_button.click())
        dialog.save_button.click()

    answer(cancel)
    start(program)
    assert len(names_in(folder)) == 1


@pytest.mark.parametrize("is_agreed", [True, False])
def test_work_is_discarded_only_after_a_question(
    program: Program, questions: ScriptedQuestions, work: Plan, folder: Path, is_agreed: bool
) -> None:
    questions.answers += [is_agreed]

    def discard(dialog: RecoveryDialog) -> None:
        if not is_agreed:
            answer(lambda again: again.cancel_button.click())
        dialog.discard_button.click()

    answer(discard)
    start(program)
    assert questions.questions == ["discarded work"]
    assert len(names_in(folder)) == (0 if is_agreed else 1)


def test_what_is_left_for_later_is_shown_by_the_command_again(
    program: Program, work: Plan, folder: Path
) -> None:
    answer(lambda dialog: dialog.cancel_button.click())
    start(program)
    assert len(names_in(folder)) == 1
    seen = answer(lambda dialog: dialog.cancel_button.click())
    program.window.actions_["recover"].trigger()
    assert seen


def test_the_command_reports_that_nothing_is_left(program: Program) -> None:
    program.window.actions_["recover"].trigger()
    assert notice_of(program).text == "There is no work to recover."


def test_several_works_are_asked_about_one_after_the_other(
    program: Program, questions: ScriptedQuestions, work: Plan, folder: Path, place: Path
) -> None:
    opened = open_plan(place)
    left_journal(folder, History.of(opened.plan).perform(OTHER), opened)
    counts: list[int] = []
    questions.answers += [True]

    def discard(dialog: RecoveryDialog) -> None:
        counts.append(dialog.list.count())
        answer(later)
        dialog.discard_button.click()

    def later(dialog: RecoveryDialog) -> None:
        counts.append(dialog.list.count())
        dialog.cancel_button.click()

    answer(discard)
    start(program)
    assert counts == [2, 1]
    assert len(names_in(folder)) == 1


def test_work_of_a_bad_end_comes_with_a_report(program: Program, work: Plan, folder: Path) -> None:
    left_mark(folder, 'Fatal Python error: Aborted\n  File "/data/sato/a/b.py", line 1 in f\n')

    def copy(dialog: RecoveryDialog) -> None:
        dialog.report_button.click()
        dialog.cancel_button.click()

    answer(copy)
    start(program)
    report = QGuiApplication.clipboard().text()
    assert "Fatal Python error: Aborted" in report
    assert "sato" not in report
    assert [name for name in names_in(folder) if name.endswith(".session")] == []


def test_a_bad_end_without_work_is_one_notice_with_a_report(program: Program, folder: Path) -> None:
    left_mark(folder)
    start(program)
    notice = notice_of(program)
    assert "stopped unexpectedly" in notice.text
    assert notice.remedy is not None
    notice.remedy.act()
    assert "No traceback was written" in QGuiApplication.clipboard().text()
    assert bad_ends(folder) == []


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"socplanner-journal 9\n", "newer version"),
        (b"another program's", "another program"),
        (b"socplanner-journal 1\nbad\n", "damaged"),
    ],
)
def test_journals_that_cannot_be_read_are_one_notice_and_stay(
    program: Program, questions: ScriptedQuestions, folder: Path, data: bytes, text: str
) -> None:
    folder.mkdir(parents=True)
    for name in ("a.journal", "b.journal"):
        (folder / name).write_bytes(data)
    start(program)
    notice = notice_of(program)
    assert notice.text.startswith("2 files with unsaved work cannot be read, and are kept.")
    assert text in notice.text
    assert notice.remedy is not None
    notice.remedy.act()
    assert questions.questions == ["show folder"]
    assert [each.read_bytes() for each in sorted(folder.rglob("*.journal"))] == [data, data]


def test_each_reason_is_given_with_the_number_of_its_files(program: Program, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "a.journal").write_bytes(b"socplanner-journal 2\n")
    for name in ("b.journal", "c.journal"):
        (folder / name).write_bytes(b"SQLite format 3")
    start(program)
    notice = notice_of(program)
    assert "1 file: A newer version of socplanner wrote it" in notice.text
    assert "2 files: It is of another program" in notice.text


def test_a_state_that_is_no_plan_is_reported_and_stays(
    program: Program, questions: ScriptedQuestions, folder: Path
) -> None:
    folder.mkdir(parents=True)
    data = journal_bytes([replace(program.document.plan, id="no id")])
    (folder / "a-1-1-0.journal").write_bytes(data)
    before = program.document.plan

    def open_it(dialog: RecoveryDialog) -> None:
        answer(lambda again: again.cancel_button.click())
        dialog.accept_button.click()

    answer(open_it)
    start(program)
    assert questions.subjects == ["bad-id"]
    assert program.document.plan is before
    assert (folder / "a-1-1-0.journal").read_bytes() == data


def test_the_start_page_closes_when_work_is_opened(
    make: Callable[[FirstPlan], Program], work: Plan
) -> None:
    program = make(FirstPlan())
    program.begin()
    program.commands.start.show(has_plan=False)
    answer(lambda dialog: dialog.accept_button.click())
    start(program)
    assert program.window.is_plan_shown
    assert program.document.plan == work
