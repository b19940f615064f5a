"""Typing, pasting, undoing, reloading: through the real window, and nothing is lost or undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles, SetNote
from socplanner.domain.names import LONGEST_TEXT
from socplanner.services.plan_files import open_plan
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.kit.note_editor import NoteEditor
from tests.journeys.test_first_light import A1, B1, CTRL, NOW, SHIFT, Journey, journey

__all__ = ["journey"]


def note_of(journey: Journey, role: str = "v2:B-1") -> NoteEditor:
    """Return the note of `role`, with the keyboard in it."""
    journey.window.activateWindow()
    journey.qtbot.waitActive(journey.window)
    journey.window.viewpoint.select([B1 if role == "v2:B-1" else A1])
    editor = journey.window.inspector.editor
    assert editor is not None
    editor.note.setFocus()
    journey.qtbot.waitUntil(editor.note.hasFocus)
    return editor.note


@pytest.fixture
def place(journey: Journey, tmp_path: Path) -> Path:
    """Return the file in which the plan is saved."""
    place = tmp_path / "works.socplan"
    journey.questions.answers.append(place)
    journey.do("save")
    assert journey.program.document.is_saved
    return place


def test_undo_after_a_drop_and_a_note_undoes_the_note(journey: Journey) -> None:
    area = journey.now(B1).area
    journey.program.document.perform(MoveRoles(NOW, frozenset({B1}), Area.II))
    QTest.keyClicks(note_of(journey), "why")
    assert journey.status("undo") == "Undo: Write the note of B-1"
    journey.do("undo")
    assert (journey.now(B1).area, journey.now(B1).note) == (Area.II, "")
    journey.do("undo")
    assert journey.now(B1).area is area
    journey.do("redo")
    journey.do("redo")
    assert (journey.now(B1).area, journey.now(B1).note) == (Area.II, "why")


def test_typing_shows_at_once_that_something_is_not_saved(journey: Journey, place: Path) -> None:
    assert not journey.window.isWindowModified()
    QTest.keyClicks(note_of(journey), "x")
    assert journey.window.isWindowModified()
    assert journey.window.status.saved.text() == "Not saved"
    journey.do("save")
    assert not journey.window.isWindowModified()
    assert "note: x" in place.read_text(encoding="utf-8")


@pytest.mark.parametrize("action", ["next-phase", "matrix", "pattern"])
def test_any_command_performs_what_is_typed_first(journey: Journey, action: str) -> None:
    QTest.keyClicks(note_of(journey), "typed")
    if action == "pattern":
        journey.answer(lambda dialog: dialog.reject())
    journey.do(action)
    assert journey.program.document.pending("note") is None
    journey.window.viewpoint.look_at_phase(NOW)
    assert journey.now(B1).note == "typed"


def test_a_pasted_windows_path_is_saved_and_opened(journey: Journey, place: Path) -> None:
    note = note_of(journey)
    QGuiApplication.clipboard().setText("\u202aC:\\Users\\sato\\plan.xlsx\x85\x1b[0m")
    note.paste()
    assert note.toPlainText() == "C:\\Users\\sato\\plan.xlsx\n[0m"
    text = journey.window.status.currentMessage()
    assert text == "2 invisible characters were removed from the text."
    journey.do("save")
    assert open_plan(place).plan == journey.plan
    assert journey.now(B1).note == "C:\\Users\\sato\\plan.xlsx\n[0m"
    assert note.document().isUndoAvailable()


def test_a_note_is_limited_to_the_length_of_a_plan(journey: Journey, place: Path) -> None:
    note = note_of(journey)
    QGuiApplication.clipboard().setText("x" * (LONGEST_TEXT + 1))
    note.paste()
    assert note.toPlainText() == ""
    assert "4000" in journey.window.status.currentMessage()
    QGuiApplication.clipboard().setText("x" * LONGEST_TEXT)
    note.paste()
    QTest.keyClicks(note, "yz")
    assert note.toPlainText() == "x" * LONGEST_TEXT
    journey.do("save")
    assert open_plan(place).plan == journey.plan
    assert journey.now(B1).note == "x" * LONGEST_TEXT


def test_reloading_is_a_step_that_can_be_undone(journey: Journey, place: Path) -> None:
    theirs = place.read_bytes().replace(b"organisation: Sample", b"organisation: Theirs")
    journey.program.document.perform(MoveRoles(NOW, frozenset({B1}), Area.II))
    mine = journey.plan
    place.write_bytes(theirs)
    journey.questions.answers += [Answer.RELOAD]
    journey.do("save")
    assert journey.plan.organisation == "Theirs"
    assert not journey.window.isWindowModified()
    assert journey.status("undo") == "Undo: Reload the file"
    journey.do("undo")
    assert journey.plan == mine
    assert journey.board.model.duty(journey.board.model.row_of(B1)).area is Area.II
    assert not journey.program.document.is_saved
    journey.do("save")
    assert open_plan(place).plan == mine
    journey.do("redo")
    assert journey.plan.organisation == "Theirs"


def test_a_file_with_invisible_characters_opens_without_them(journey: Journey, place: Path) -> None:
    bad = place.read_bytes().replace(b"organisation: Sample", b'organisation: "Sam\\u202Aple"')
    place.write_bytes(bad)
    journey.questions.answers += [True]
    journey.program.commands.open_path(str(place))
    assert journey.questions.questions[-1] == "bad character"
    assert journey.plan.organisation == "Sample"
    assert not journey.program.document.is_saved
    assert place.read_bytes() == bad
    journey.do("save")
    assert open_plan(place).plan.organisation == "Sample"


def test_ctrl_y_is_redo_too(journey: Journey) -> None:
    keys = journey.window.actions_["redo"].shortcuts()
    assert QKeySequence("Ctrl+Y") in keys
    assert QKeySequence("Ctrl+Shift+Z") in keys
    assert len({key.toString() for key in keys}) == len(keys)


def test_enter_in_the_search_goes_to_the_first_card_found(journey: Journey) -> None:
    journey.window.activateWindow()
    journey.qtbot.waitActive(journey.window)
    journey.do("find")
    journey.qtbot.waitUntil(journey.window.strip.search.hasFocus)
    QTest.keyClicks(journey.window.strip.search, "B-1")
    QTest.keyClick(journey.window.strip.search, Qt.Key.Key_Return)
    journey.qtbot.waitUntil(journey.board.list.hasFocus)
    assert journey.window.viewpoint.roles == (B1,)
    QTest.keyClick(journey.board.list, Qt.Key.Key_Escape)
    assert journey.window.strip.search.text() == ""


def test_select_all_is_for_what_has_the_keyboard(journey: Journey) -> None:
    journey.window.activateWindow()
    journey.qtbot.waitActive(journey.window)
    journey.window.viewpoint.select([B1])
    journey.window.checks_line.first.setFocus()
    journey.do("select-all")
    assert journey.window.viewpoint.roles == (B1,)
    journey.board.list.setFocus()
    journey.do("select-all")
    assert len(journey.window.viewpoint.roles) == 54


def test_the_edit_menu_acts_on_what_has_the_keyboard(journey: Journey) -> None:
    note = note_of(journey)
    QTest.keyClicks(note, "text")
    actions = journey.window.actions_
    assert all(actions[name].isEnabled() for name in ("cut", "copy", "paste", "delete"))
    journey.do("select-all")
    journey.do("cut")
    assert note.toPlainText() == ""
    journey.do("paste")
    assert note.toPlainText() == "text"
    journey.board.list.setFocus()
    assert actions["copy"].isEnabled()
    assert not any(actions[name].isEnabled() for name in ("cut", "paste", "delete"))
    matrix = journey.matrix
    matrix.table.setFocus()
    row = matrix.model.row_of(B1)
    column = next(n for n in range(matrix.model.columnCount()) if matrix.model.cell(row, n))
    matrix.table.go(row, column)
    cell = matrix.model.cell(row, column)
    assert actions["delete"].isEnabled()
    journey.do("copy")
    journey.do("delete")
    assert matrix.model.cell(row, column) == ""
    journey.do("paste")
    assert matrix.model.cell(row, column) == cell


def test_shift_f10_opens_the_menu_of_a_card(journey: Journey) -> None:
    journey.window.activateWindow()
    journey.qtbot.waitActive(journey.window)
    journey.board.jump_to(B1)
    journey.board.list.setFocus()
    QTest.keyClick(journey.board.list, Qt.Key.Key_F10, SHIFT)
    journey.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_a_key_on_a_folded_band_changes_nothing(journey: Journey) -> None:
    matrix = journey.matrix
    matrix.arrangement.fold_all(are_folded=True)
    matrix.table.go(0, 0)
    matrix.table.selectAll()
    before = journey.plan
    for key, current in (
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_D, CTRL),
        (Qt.Key.Key_R, CTRL),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_V, CTRL),
    ):
        QTest.keyClick(matrix.table, key, current)
    assert journey.plan is before


def test_pasting_without_a_clipboard_is_reported(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoClipboard:
        def mimeData(self) -> None:
            return None

    matrix = journey.matrix
    matrix.table.go(1, 0)
    monkeypatch.setattr(QGuiApplication, "clipboard", NoClipboard)
    matrix._clipboard.paste()
    assert "clipboard" in journey.window.status.currentMessage()


@pytest.mark.parametrize("field", ["note", "coverage"])
def test_reloading_from_a_field_leaves_the_keyboard_where_undo_is(
    journey: Journey, place: Path, field: str
) -> None:
    note_of(journey)
    editor = journey.window.inspector.editor
    assert editor is not None
    typed_in = editor.note if field == "note" else editor.quality.coverage
    typed_in.setFocus()
    QTest.keyClicks(typed_in, "8x5")
    theirs = place.read_bytes().replace(b"organisation: Sample", b"organisation: Theirs")
    place.write_bytes(theirs)
    journey.questions.answers += [Answer.RELOAD]
    QTest.keyClick(typed_in, Qt.Key.Key_S, CTRL)
    assert journey.plan.organisation == "Theirs"
    journey.qtbot.waitUntil(journey.board.list.hasFocus)
    QTest.keyClick(journey.board.list, Qt.Key.Key_Z, CTRL)
    assert journey.plan.organisation == "Sample"
    assert getattr(journey.now(B1), field) == "8x5"


def test_another_plan_opens_while_the_keyboard_is_in_a_field(journey: Journey, place: Path) -> None:
    note_of(journey)
    journey.program.commands.open_path(str(place))
    journey.qtbot.waitUntil(journey.board.list.hasFocus)


def test_no_break_spaces_of_a_note_outlast_typing(journey: Journey, place: Path) -> None:
    journey.program.document.perform(SetNote(NOW, frozenset({B1}), "10\u00a0km\nb"))
    note = note_of(journey)
    note.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(note, "c")
    QTest.keyClick(note, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(note, "d")
    journey.do("save")
    assert journey.now(B1).note == "10\u00a0km\nbc\nd"
    assert open_plan(place).plan == journey.plan


def test_the_edit_menu_acts_on_the_coverage_too(journey: Journey) -> None:
    note_of(journey)
    editor = journey.window.inspector.editor
    assert editor is not None
    coverage = editor.quality.coverage
    coverage.setFocus()
    QGuiApplication.clipboard().setText("24x365")
    journey.do("select-all")
    journey.do("paste")
    assert coverage.currentText() == "24x365"
    editor.maturity.sides["inhouse"].score.setFocus()
    assert not journey.window.actions_["paste"].isEnabled()
