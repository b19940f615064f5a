"""Japanese input methods: letters go to the grid as they are, composed text is never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.services import paths
from socplanner.services.first_plan import first_plan
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.kit.note_editor import NoteEditor
from socplanner.ui.shell.program import Program
from tests.support.input_method import InputMethod, Manner, use
from tests.support.programs import leave_programs

A1, A2 = RoleId("v2:A-1"), RoleId("v2:A-2")
ENABLED = Qt.WidgetAttribute.WA_InputMethodEnabled


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Yield a program with a sample of two phases open, A-1 selected."""
    store = SettingsStore(tmp_path / "settings.json", print)
    plan = paths.resources() / "examples" / "manufacturer.socplan"
    program = Program(qapp, words_for("ja"), store, first_plan(plan))
    program.begin()
    program.window.activateWindow()
    program.window.viewpoint.select([A1])
    yield program
    leave_programs([program], qapp)


@pytest.fixture(params=Manner, ids=[manner.name for manner in Manner])
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> InputMethod:
    """Return an input method that the program uses, in the manner of each system."""
    method = InputMethod(request.param)
    use(method, monkeypatch)
    return method


def note_of(program: Program, role: RoleId, phase: PhaseId | None = None) -> str:
    """Return the note of `role` in `phase`, or in the first one."""
    program.document.commit_pending()
    plan = program.document.plan
    return duty(plan, phase or plan.phases[0].id, role).note


def compose_note(program: Program, method: InputMethod, qtbot: QtBot, text: str) -> NoteEditor:
    """Begin to write a note: `text` is being composed."""
    program.window.panels.show("inspector")
    program.window.inspector.focus_note()
    note = program.window.inspector.findChild(NoteEditor)
    assert note is not None
    qtbot.waitUntil(note.hasFocus)
    assert note.testAttribute(ENABLED)
    assert method.compose(text)
    assert note.note() == ""
    return note


@pytest.mark.parametrize("view", ["board", "matrix"])
def test_board_and_matrix_take_keys_before_any_input_method(
    program: Program, qtbot: QtBot, view: str
) -> None:
    program.window.show_view(view)
    current = program.window.area.current_view()
    assert current is not None
    cards = current.focusProxy()
    assert cards is not None
    cards.setFocus()
    qtbot.waitUntil(cards.hasFocus)
    assert not cards.testAttribute(ENABLED)
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    assert not cards.testAttribute(ENABLED)
    assert not cards.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_the_letters_of_the_inspector_take_keys_before_any_input_method(
    program: Program, qtbot: QtBot
) -> None:
    program.window.panels.show("inspector")
    QApplication.processEvents()
    for grid in program.window.inspector.findChildren(QTableView):
        grid.setFocus()
        qtbot.waitUntil(grid.hasFocus)
        assert not grid.testAttribute(ENABLED)


def test_a_note_keeps_what_is_composed_when_a_command_comes(
    program: Program, method: InputMethod, qtbot: QtBot
) -> None:
    compose_note(program, method, qtbot, "夜間も対応")
    program.window.actions_["show-checks"].trigger()
    assert note_of(program, A1) == "夜間も対応"


def test_a_note_keeps_what_is_composed_when_another_phase_is_shown(
    program: Program, method: InputMethod, qtbot: QtBot
) -> None:
    compose_note(program, method, qtbot, "夜間も対応")
    first, second = program.document.plan.phases[:2]
    program.window.viewpoint.look_at_phase(second.id)
    assert note_of(program, A1, first.id) == "夜間も対応"


def test_a_note_goes_to_the_roles_it_was_composed_for(
    program: Program, method: InputMethod, qtbot: QtBot
) -> None:
    compose_note(program, method, qtbot, "夜間も対応")
    program.window.viewpoint.select([A2])
    assert note_of(program, A1) == "夜間も対応"
    assert note_of(program, A2) != "夜間も対応"


def test_the_window_does_not_close_over_what_is_composed(
    program: Program, method: InputMethod, qtbot: QtBot
) -> None:
    compose_note(program, method, qtbot, "夜間も対応")
    saved: list[bool] = []
    program.window.close_requested.disconnect()
    program.window.close_requested.connect(lambda: saved.append(program.document.is_saved))
    program.window.close()
    assert saved == [False]
