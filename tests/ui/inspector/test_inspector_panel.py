"""The inspector: shows what is common, and every gesture is one step for all selected roles."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, MoveRoles, SetCoverage, SetNote
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letter_set_edits import (
    ChangeCustomSets,
    SwitchLetterSet,
    proposed_mapping,
)
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phases import duty
from socplanner.domain.plan import Aim, Duty, Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.inspector.inspector_panel import InspectorPanel
from socplanner.ui.inspector.role_editor import RoleEditor
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.contexts import context_of
from tests.support.letter_sets import CUSTOM_SET

B1, B2, C3 = RoleId("v2:B-1"), RoleId("v2:B-2"), RoleId("v2:C-3")
SOC = PartyId("soc")


@pytest.fixture
def panel(
    qtbot: QtBot,
    document: Document,
    viewpoint: Viewpoint,
    checking: Checking,
    translator: Translator,
) -> InspectorPanel:
    """Return the panel as wide as beside the board, shown."""
    panel = InspectorPanel(context_of(document, translator, viewpoint, checking))
    qtbot.addWidget(panel)
    panel.resize(300, 690)
    panel.show()
    return panel


@pytest.fixture
def editor(panel: InspectorPanel, viewpoint: Viewpoint) -> RoleEditor:
    """Return the editor with B-1 selected, its model watched by Qt's own tester."""
    viewpoint.select([B1])
    editor = panel.editor
    assert editor is not None
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(editor.letters_model, mode, editor)
    assert tester.model() is editor.letters_model
    return editor


def current(document: Document, viewpoint: Viewpoint, role: RoleId = B1) -> Duty:
    """Return what holds for `role`."""
    return duty(document.plan, viewpoint.phase, role)


def steps(document: Document) -> int:
    """Return how many steps can be undone."""
    return document.history.index


def row_of(editor: RoleEditor, party: PartyId) -> int:
    """Return the line of `party` in the grid of letters."""
    return [each.id for each in editor.letters_model.parties].index(party)


def texts(panel: InspectorPanel) -> str:
    """Return every label that can be seen."""
    return "\n".join(each.text() for each in panel.findChildren(QLabel) if each.isVisible())


def test_without_a_selection_the_panel_shows_the_plan_in_short(
    qtbot: QtBot, panel: InspectorPanel, viewpoint: Viewpoint
) -> None:
    qtbot.waitUntil(lambda: panel.summary is not None)
    assert "In-house 31" in texts(panel)
    assert panel.editor is None
    viewpoint.select([B1])
    assert "In-house 31" not in texts(panel)
    viewpoint.select([])
    assert "In-house 31" in texts(panel)


def test_a_role_is_shown_with_its_duty(panel: InspectorPanel, editor: RoleEditor) -> None:
    assert "Basic real-time analysis" in texts(panel)
    assert "as by default: Area IV" in texts(panel)
    assert editor.placement.area.currentText().startswith("IV")
    assert editor.placement.sourcing.buttons["outsource"].isChecked()
    assert editor.letters_model.state(row_of(editor, SOC), 2) is Qt.CheckState.Checked


def test_choosing_an_area_moves_the_role_in_one_step_and_shows_the_deviation(
    qtbot: QtBot,
    panel: InspectorPanel,
    editor: RoleEditor,
    document: Document,
    viewpoint: Viewpoint,
) -> None:
    editor.placement.area.setFocus()
    QTest.keyClick(editor.placement.area, Qt.Key.Key_Home)
    assert current(document, viewpoint).area is Area.I
    assert steps(document) == 1
    assert "≠ default: Area IV" in texts(panel)
    document.undo()
    assert editor.placement.area.currentText().startswith("IV")


def test_a_sourcing_is_only_requested(
    qtbot: QtBot, panel: InspectorPanel, editor: RoleEditor, document: Document
) -> None:
    with qtbot.waitSignal(panel.sourcing_requested) as questions:
        QTest.mouseClick(editor.placement.sourcing.buttons["both"], Qt.MouseButton.LeftButton)
    assert questions.args == [(B1,), Sourcing.BOTH]
    assert editor.placement.sourcing.buttons["outsource"].isChecked()
    assert steps(document) == 0


def test_a_click_switches_a_letter_and_undo_switches_it_back(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    place = editor.letters.visualRect(editor.letters_model.index(row_of(editor, SOC), 1))
    QTest.mouseClick(editor.letters.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert current(document, viewpoint).letters[SOC] == "A/R"
    assert editor.letters_model.state(row_of(editor, SOC), 1) is Qt.CheckState.Checked
    document.undo()
    assert current(document, viewpoint).letters[SOC] == "A"
    assert editor.letters_model.state(row_of(editor, SOC), 1) is Qt.CheckState.Unchecked


def test_letters_are_typed_switched_and_cleared_by_keyboard(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    editor.letters.setFocus()
    editor.letters.setCurrentIndex(editor.letters_model.index(row_of(editor, SOC), 0))
    QTest.keyClicks(editor.letters, "r")
    assert current(document, viewpoint).letters[SOC] == "A/R"
    QTest.keyClick(editor.letters, Qt.Key.Key_Right)
    QTest.keyClick(editor.letters, Qt.Key.Key_Space)
    assert current(document, viewpoint).letters[SOC] == "A"
    QTest.keyClick(editor.letters, Qt.Key.Key_Delete)
    assert SOC not in current(document, viewpoint).letters
    assert steps(document) == 3


def test_undecided_replaces_letters_and_letters_replace_undecided(
    editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    editor.letters.setFocus()
    editor.letters.setCurrentIndex(editor.letters_model.index(row_of(editor, SOC), 0))
    seen = []
    for key in "?r?":
        QTest.keyClicks(editor.letters, key)
        seen.append(current(document, viewpoint).letters[SOC])
    assert seen == ["?", "R", "?"]


def test_several_roles_show_mixed_and_change_together_in_one_step(
    qtbot: QtBot,
    editor: RoleEditor,
    panel: InspectorPanel,
    document: Document,
    viewpoint: Viewpoint,
) -> None:
    viewpoint.select([B1, C3])
    assert "2 roles selected" in texts(panel)
    soc = row_of(editor, SOC)
    assert editor.letters_model.state(soc, 2) is Qt.CheckState.PartiallyChecked
    editor.letters.setFocus()
    editor.letters.setCurrentIndex(editor.letters_model.index(soc, 2))
    QTest.keyClick(editor.letters, Qt.Key.Key_Space)
    assert editor.letters_model.state(soc, 2) is Qt.CheckState.Checked
    assert "A" in current(document, viewpoint, C3).letters[SOC]
    assert steps(document) == 1
    assert editor.placement.area.currentIndex() == -1
    assert editor.placement.area.placeholderText() == "mixed"


def test_a_note_is_one_step_when_the_planner_leaves_the_field(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    editor.note.setFocus()
    QTest.keyClicks(editor.note, "ask the provider")
    assert steps(document) == 0
    editor.letters.setFocus()
    assert current(document, viewpoint).note == "ask the provider"
    assert steps(document) == 1


def test_ctrl_enter_commits_a_note_and_the_cursor_stays(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    editor.note.setFocus()
    QTest.keyClicks(editor.note, "first")
    QTest.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert current(document, viewpoint).note == "first"
    assert editor.note.textCursor().position() == 5


def test_a_note_still_typed_finds_its_role_after_another_is_selected(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    editor.note.setFocus()
    QTest.keyClicks(editor.note, "for B-1")
    viewpoint.select([B2])
    assert editor.note.toPlainText() == ""
    qtbot.waitUntil(lambda: current(document, viewpoint).note == "for B-1")
    assert current(document, viewpoint, B2).note == ""


def test_a_pending_edit_can_be_committed_from_outside(
    qtbot: QtBot,
    panel: InspectorPanel,
    editor: RoleEditor,
    document: Document,
    viewpoint: Viewpoint,
) -> None:
    editor.note.setFocus()
    QTest.keyClicks(editor.note, "x")
    assert document.commit_pending()
    assert current(document, viewpoint).note == "x"
    assert document.commit_pending()
    assert steps(document) == 1


def test_an_edit_elsewhere_leaves_what_is_being_typed(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    editor.note.setFocus()
    QTest.keyClicks(editor.note, "half a sen")
    document.perform(MoveRoles(viewpoint.phase, frozenset({B1}), Area.II))
    assert editor.note.toPlainText() == "half a sen"


def test_a_note_written_elsewhere_is_shown(
    editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    document.perform(SetNote(viewpoint.phase, frozenset({B1}), "from the board"))
    assert editor.note.toPlainText() == "from the board"


def test_coverage_is_committed_with_enter(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    edit = editor.quality.coverage.lineEdit()
    assert edit is not None
    edit.setFocus()
    QTest.keyClicks(edit, "9 to 5")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert current(document, viewpoint).coverage == "9 to 5"
    assert steps(document) == 1


def test_the_coverage_is_read_for_sunday_night(
    editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    shown = editor.quality.state
    for text, state in (
        ("weekdays 9:00-17:00", "Sunday 03:00: Unmanned"),
        ("weekdays 9:00-17:00, on call otherwise", "Sunday 03:00: On call"),
        ("24x365", "Sunday 03:00: On duty"),
    ):
        document.perform(SetCoverage(viewpoint.phase, frozenset({B1}), text))
        assert shown.isVisibleTo(editor)
        assert shown.text() == state
    document.perform(SetCoverage(viewpoint.phase, frozenset({B1}), "as agreed"))
    assert not shown.isVisibleTo(editor)


def test_an_aim_is_chosen_by_key_and_leaves_the_others(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    combo = editor.maturity.sides["inhouse"].aim
    combo.setFocus()
    QTest.keyClicks(combo, "4")
    assert current(document, viewpoint).aim == Aim("4")
    assert steps(document) == 1


def test_a_finding_is_shown_with_its_remedy_and_goes_with_it(
    qtbot: QtBot, panel: InspectorPanel, editor: RoleEditor, document: Document
) -> None:
    editor.letters.setFocus()
    editor.letters.setCurrentIndex(editor.letters_model.index(row_of(editor, SOC), 0))
    QTest.keyClicks(editor.letters, "r")
    assert "Remove R from the internal party" in texts(panel)
    document.undo()
    assert "Remove R from the internal party" not in texts(panel)


def test_removing_a_party_removes_its_line_without_a_reset(
    qtbot: QtBot, editor: RoleEditor, document: Document
) -> None:
    model = editor.letters_model
    before = model.rowCount()
    with qtbot.assertNotEmitted(model.modelReset):
        document.perform(RemoveParty(SOC))
        assert model.rowCount() == before - 1
        document.undo()
    assert model.rowCount() == before


def test_another_plan_drops_what_was_typed_for_the_former(
    qtbot: QtBot, panel: InspectorPanel, editor: RoleEditor, document: Document, plan: Plan
) -> None:
    editor.note.setFocus()
    QTest.keyClicks(editor.note, "lost on purpose")
    document.open(History.of(plan))
    assert document.commit_pending()
    assert document.plan is plan


def test_the_other_language_is_used_at_once(
    panel: InspectorPanel, editor: RoleEditor, translator: Translator
) -> None:
    translator.use(words_for("ja"))
    assert "リアルタイム基本分析" in texts(panel)
    assert "Basic real-time analysis" not in texts(panel)


def test_no_widget_needs_more_width_than_the_column_has(
    qtbot: QtBot, panel: InspectorPanel, editor: RoleEditor, translator: Translator
) -> None:
    for language in ("en", "ja"):
        translator.use(words_for(language))
        assert editor.minimumSizeHint().width() <= 280
        assert panel.minimumSizeHint().width() <= 300


def test_every_control_has_a_name(editor: RoleEditor) -> None:
    kinds = (QAbstractButton, QComboBox, QPlainTextEdit)
    nameless = [
        each
        for kind in kinds
        for each in editor.findChildren(kind)
        if each.isVisible()
        and not (each.accessibleName() or isinstance(each.parent(), QComboBox | QLineEdit))
    ]
    assert nameless == []
    index = editor.letters_model.index(row_of(editor, SOC), 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "SOC – Accountable: yes"


def test_the_keyboard_goes_to_the_first_control_and_on_through_all(
    qtbot: QtBot, panel: InspectorPanel, editor: RoleEditor
) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.focus_first_field()
    assert editor.placement.area.hasFocus()
    QTest.keyClick(editor.placement.area, Qt.Key.Key_Tab)
    assert any(button.hasFocus() for button in editor.placement.sourcing.buttons.values())


def test_the_grid_has_the_letters_of_another_set(
    editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    mapping = proposed_mapping(document.plan.letter_set, CUSTOM_SET)
    document.perform(SwitchLetterSet(CUSTOM_SET, mapping))
    model = editor.letters_model
    assert [letter.symbol for letter in model.letters] == ["主", "AP", "SV", "I", "O", "?"]
    row = next(at for at, party in enumerate(model.parties) if party.id == SOC)
    before = current(document, viewpoint).letters.get(SOC, "")
    editor.letters.setCurrentIndex(model.index(row, 1))
    QTest.keyClicks(editor.letters, "o")
    assert set(current(document, viewpoint).letters[SOC].split("/")) == {*before.split("/"), "O"}
    grid = editor.letters
    assert grid.columnWidth(2) >= grid.fontMetrics().horizontalAdvance("AP")
    assert not editor.letters.grab().isNull()
    same = replace(
        CUSTOM_SET, letters=(*CUSTOM_SET.letters[:4], replace(CUSTOM_SET.letters[4], supports=True))
    )
    document.perform(ChangeCustomSets((same,)))
    assert model.letters[4].supports


def test_the_history_of_the_one_selected_role_is_listed(
    qtbot: QtBot, editor: RoleEditor, document: Document, viewpoint: Viewpoint
) -> None:
    assert not editor.steps.isVisible()
    document.perform(ChangeSourcing(viewpoint.phase, frozenset({B1}), Sourcing.BOTH))
    qtbot.waitUntil(editor.steps.isVisible)
    assert editor.steps.lines.text().endswith("B-1: Both")
    document.undo()
    qtbot.waitUntil(lambda: not editor.steps.isVisible())
    document.redo()
    qtbot.waitUntil(editor.steps.isVisible)
    viewpoint.select([RoleId("v2:C-1")])
    qtbot.waitUntil(lambda: not editor.steps.isVisible())
