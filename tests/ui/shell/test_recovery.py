"""While the window is open, what is edited is kept; the end of the program decides what stays."""

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW
from socplanner.services import paths
from socplanner.services.recovery.leftovers import leftovers_in, release
from socplanner.services.recovery.recovering import recovered_plan
from socplanner.ui.dialogs.crash_dialog import CrashDialog
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.shell.program import Program
from socplanner.ui.shell.recovery import Recovery
from tests.support.file_faults import names_in
from tests.support.programs import answering, when_dialog_opens

EDIT = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.IV)


@pytest.fixture
def folder() -> Path:
    """Return the folder of journals."""
    return paths.recovery_folder()


@pytest.fixture
def recovery(qapp: QApplication, program: Program, folder: Path) -> Iterator[Recovery]:
    """Return what keeps the work of the program, begun."""
    recovery = Recovery(qapp, program.window, program.session, program.commands, folder)
    recovery.begin()
    yield recovery
    recovery.end()
    faulthandler.enable()


def journals(folder: Path) -> list[str]:
    """Return the journals in `folder`."""
    return [name for name in names_in(folder) if name.endswith(".journal")]


def test_a_decided_end_leaves_no_file(program: Program, recovery: Recovery, folder: Path) -> None:
    program.document.perform(EDIT)
    assert recovery.keep_work()
    assert len(journals(folder)) == 1
    answering(program, Answer.DISCARD)
    program.commands.leave()
    recovery.end()
    assert names_in(folder) == []


def test_an_end_without_a_decision_keeps_unsaved_work(
    program: Program, recovery: Recovery, folder: Path
) -> None:
    program.document.perform(EDIT)
    recovery.end()
    (work,) = leftovers_in(folder).works
    assert recovered_plan(work).plan == program.document.plan
    assert names_in(folder) == [work.place.name]  # no mark: it did end by itself
    release(work)


def test_a_crash_is_journaled_first_and_the_dialog_states_it(
    program: Program, recovery: Recovery, folder: Path
) -> None:
    program.document.perform(EDIT)
    texts: list[str] = []

    def look(dialog: QDialog) -> None:
        assert len(journals(folder)) == 1
        texts.extend(label.text() for label in dialog.findChildren(PlainLabel))
        dialog.reject()

    when_dialog_opens(CrashDialog, look)
    program.report_crash("Traceback: …")
    assert any("kept for the next start" in text for text in texts)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_a_signal_of_the_system_ends_the_program_with_its_work_kept(
    qtbot: QtBot,
    program: Program,
    recovery: Recovery,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(recovery._application, "exit", codes.append)
    program.document.perform(EDIT)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: codes == [0])
    assert len(journals(folder)) == 1


def test_the_end_of_the_session_keeps_the_work(
    qapp: QApplication, program: Program, recovery: Recovery, folder: Path
) -> None:
    program.document.perform(EDIT)
    recovery._on_session_end()
    assert len(journals(folder)) == 1


def test_a_folder_that_cannot_be_written_to_is_one_notice(
    qtbot: QtBot, program: Program, recovery: Recovery, folder: Path
) -> None:
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.write_text("a file", encoding="utf-8")
    program.document.perform(EDIT)
    assert not recovery.keep_work()
    qtbot.waitUntil(lambda: program.window._notices is not None)
    notice = program.window.notices.notice
    assert notice is not None
    assert "cannot be protected against a crash" in notice.text
    assert str(folder) in notice.text
    folder.unlink()


def test_what_was_left_is_shown_once_no_dialog_is_open(
    qtbot: QtBot,
    program: Program,
    recovery: Recovery,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(program.commands, "show_leftovers", lambda ends, _ours: shown.append(ends))
    dialog = QDialog(program.window)
    dialog.setModal(True)
    dialog.open()
    recovery._show_leftovers()
    assert shown == []
    dialog.reject()
    qtbot.waitUntil(lambda: bool(shown))
    dialog.deleteLater()


def test_before_the_first_paint_nothing_is_journaled(
    qapp: QApplication, program: Program, folder: Path
) -> None:
    recovery = Recovery(qapp, program.window, program.session, program.commands, folder)
    assert not recovery.keep_work()
    recovery.end()
    assert names_in(folder) == []
    faulthandler.enable()
