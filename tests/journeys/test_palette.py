"""A planner works with the palette of the real window: finds, jumps, selects, runs, opens."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles, SetCells, SetNote
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK
from socplanner.domain.phases import duty
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import save_plan
from socplanner.services.settings import Settings
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.palette.command_palette import CommandPalette
from socplanner.ui.shell.program import Program
from tests.support.plans import hybrid_plan
from tests.support.programs import leave_programs

A1, C1, C2 = RoleId("v2:A-1"), RoleId("v2:C-1"), RoleId("v2:C-2")
NOW = PhaseId("now")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """The window on a plan, and the keyboard."""

    def __init__(self, program: Program, store: SettingsStore, qtbot: QtBot) -> None:
        """Work in `program`."""
        self.program = program
        self.window = program.window
        self.store = store
        self.qtbot = qtbot

    @property
    def palette(self) -> CommandPalette:
        """The palette."""
        return self.program.commands.palette.palette

    def focus(self) -> QWidget:
        """Return the widget with the keyboard."""
        widget = self.window.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press `key` where the keyboard is."""
        self.qtbot.keyClick(self.focus(), key, modifier)

    def open(self) -> None:
        """Open the palette by its key."""
        self.press(Qt.Key.Key_K, CTRL)
        assert self.palette.isVisible()
        self.palette.search.complete()

    def find(self, text: str) -> None:
        """Open the palette and type `text`."""
        self.open()
        if text.isascii():
            self.qtbot.keyClicks(self.focus(), text)
        else:  # there are no keys for it
            self.palette.panel.field.insert(text)

    def go(self, text: str) -> None:
        """Open the palette, type `text` and press Enter."""
        self.find(text)
        self.press(Qt.Key.Key_Return)
        assert not self.palette.isVisible()
        QApplication.processEvents()

    def first(self) -> str:
        """Return the title of the first result."""
        return self.palette.panel.model.rows[0].title.text


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """Return a program on the sample plan, its board shown, with three recent plans."""
    store = SettingsStore(tmp_path / "settings.json", print)
    for name in ("other", "gone", "own"):
        path = tmp_path / f"{name}.socplan"
        save_plan(hybrid_plan(), path)
        store.change(partial(Settings.with_recent, plan=path))
    (tmp_path / "gone.socplan").unlink()
    program = Program(qapp, words_for("en"), store, FirstPlan())
    program.session.open(tmp_path / "own.socplan")
    program.window.restore(store.settings.window)
    program.window.resize(1280, 800)
    program.window.show()
    program.window.activateWindow()
    made = Desk(program, store, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    program.window.show_view("board")
    yield made
    made.palette.cancel()
    leave_programs([program], qapp)


@pytest.mark.parametrize("text", ["c1", "C-1", "forensics", "フォレンジック", "netwrok forensics"])
def test_a_role_is_selected_in_the_view(desk: Desk, text: str) -> None:
    desk.go(text)
    assert desk.window.viewpoint.roles == (C1,)
    view = desk.window.area.current_view()
    assert view is not None
    assert view.isAncestorOf(desk.focus()) or view is desk.focus()


def test_a_japanese_window_finds_english_names(desk: Desk) -> None:
    desk.program.translator.set_language("ja")
    desk.find("digital forensics")
    assert desk.first() == "デジタルフォレンジック"
    desk.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.window.viewpoint.roles == (C2,)


def test_shift_enter_gathers_roles_for_one_move(desk: Desk) -> None:
    desk.find("c1")
    desk.press(Qt.Key.Key_Return, SHIFT)
    desk.palette.panel.field.setText("c2")
    desk.press(Qt.Key.Key_Return, SHIFT)
    assert desk.window.viewpoint.roles == (C1, C2)
    desk.press(Qt.Key.Key_Escape)
    desk.go("move to I")
    plan = desk.program.document.plan
    assert {duty(plan, NOW, role).area for role in (C1, C2)} == {Area.I}


def test_shift_enter_on_a_party_selects_its_roles(desk: Desk) -> None:
    desk.find("mss")
    desk.press(Qt.Key.Key_Return, SHIFT)
    plan, mss = desk.program.document.plan, PartyId("mss")
    expected = [role.id for role in plan.roles() if mss in duty(plan, NOW, role.id).letters]
    assert list(desk.window.viewpoint.roles) == expected
    desk.palette.panel.field.setText("matrix")
    desk.press(Qt.Key.Key_Return, SHIFT)
    assert list(desk.window.viewpoint.roles) == expected


def test_escape_returns_to_where_the_keyboard_was(desk: Desk) -> None:
    desk.window.viewpoint.select([C1])
    desk.window.inspector.focus_note()
    note = desk.focus()
    desk.find("zzqq")
    desk.press(Qt.Key.Key_Escape)
    assert desk.focus() is note
    desk.open()
    desk.press(Qt.Key.Key_K, CTRL)
    assert desk.focus() is note


def test_a_view_is_shown(desk: Desk) -> None:
    desk.go("責任分担表")
    assert desk.window.area.current_view() is desk.window.area.view("matrix")


def test_a_shortcut_of_the_window_closes_it(desk: Desk) -> None:
    desk.open()
    desk.press(Qt.Key.Key_2, CTRL)
    assert not desk.palette.isVisible()
    assert desk.window.area.current_view() is desk.window.area.view("matrix")


def test_a_command_is_run_with_the_focus_where_it_was(desk: Desk) -> None:
    desk.program.document.perform(MoveRoles(NOW, frozenset({C1}), Area.II))
    desk.find("undo")
    assert desk.first() == "Undo: Move of 1 role" or desk.first().startswith("Undo")
    desk.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert duty(desk.program.document.plan, NOW, C1).area is not Area.II


def test_a_party_is_shown_even_in_a_hidden_panel(desk: Desk) -> None:
    desk.window.actions_["show-parties"].trigger()
    desk.go("法務")
    assert desk.window.parties.isVisible()
    party = desk.window.parties.current()
    assert party is not None
    assert party.id == "legal"


def test_a_finding_is_jumped_to(desk: Desk) -> None:
    plan = desk.program.document.plan
    cells = tuple((C2, party, BLANK) for party in duty(plan, NOW, C2).letters)
    desk.program.document.perform(SetCells(NOW, cells))
    desk.go("No party has any letter")
    assert desk.window.viewpoint.roles == (C2,)


def test_a_note_is_opened_in_the_inspector(desk: Desk) -> None:
    desk.program.document.perform(SetNote(NOW, frozenset({A1}), "Ask the works council"))
    desk.window.actions_["show-inspector"].trigger()
    desk.go("works coucil")
    assert desk.window.viewpoint.roles == (A1,)
    assert desk.window.inspector.isVisible()
    assert desk.window.inspector.isAncestorOf(desk.focus())


def test_recent_plans_that_are_there_can_be_opened(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    names = [row.title.text for row in desk.palette.panel.model.rows]
    views = ["Board", "Matrix", "Road map", "Maturity", "Staffing", "Cost"]
    views += ["Flows", "Sharing", "Review"]
    assert names == [*views, "other.socplan"]
    desk.press(Qt.Key.Key_Escape)
    desk.go("other")
    assert desk.program.session.path == tmp_path / "other.socplan"


def test_the_search_of_the_view_closes_it(desk: Desk) -> None:
    desk.open()
    desk.press(Qt.Key.Key_F, CTRL)
    assert not desk.palette.isVisible()
    assert desk.focus() is desk.window.strip.search
