"""The palette over a window: keys, mouse, focus, and what a screen reader reads."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow
from pytestqt.qtbot import QtBot

from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import Actions
from socplanner.ui.palette.command_palette import CommandPalette
from socplanner.ui.palette.palette_field import PaletteField
from socplanner.ui.shell.views import ACTIONS
from socplanner.wording.search.search_part import ResultGroup, SearchEntry
from tests.support.contexts import context_of

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Opened:
    """A palette over a window with a field that had the focus."""

    def __init__(self, palette: CommandPalette, before: QLineEdit, actions: Actions) -> None:
        """Collect what the palette reports."""
        self.palette = palette
        self.before = before
        self.actions = actions
        self.chosen: list[SearchEntry] = []
        self.added: list[SearchEntry] = []
        self.announced: list[str] = []
        palette.entry_chosen.connect(self.chosen.append)
        palette.entry_added.connect(self.added.append)
        palette.announced.connect(self.announced.append)

    @property
    def field(self) -> PaletteField:
        """The field of the palette."""
        return self.palette.panel.field

    def type(self, text: str) -> None:
        """Replace what the field has by `text`."""
        self.field.clear()
        QTest.keyClicks(self.field, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press `key` in the field."""
        QTest.keyClick(self.field, key, modifier)

    def titles(self) -> list[str]:
        """Return the titles of the rows."""
        return [row.title.text for row in self.palette.panel.model.rows]

    def current(self) -> str:
        """Return the title of the current row."""
        row = self.palette.panel.list.current_row()
        return "" if row is None else row.title.text

    def click(self, row: int, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Click into the lower part of `row`."""
        view = self.palette.panel.list
        rect = view.visualRect(view.model().index(row, 0))
        place = QPoint(rect.center().x(), rect.bottom() - 4)
        QTest.mouseMove(view.viewport(), place)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


@pytest.fixture
def opened(qtbot: QtBot, document: Document, translator: Translator) -> Iterator[Opened]:
    """Return an open palette, in a window that had the focus elsewhere."""
    window = QMainWindow()
    qtbot.addWidget(window)
    before = QLineEdit(window)
    window.setCentralWidget(before)
    actions = Actions(ACTIONS, int, window)
    actions.retranslate(translator.words)
    palette = CommandPalette(context_of(document, translator), actions, window)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    result = Opened(palette, before, actions)
    palette.open(("/plans/North.socplan",))
    palette.search.complete()
    yield result
    palette.cancel()


def test_it_opens_on_the_views_and_the_recent_plans(opened: Opened) -> None:
    views = ["Board", "Matrix", "Road map", "Maturity", "Staffing", "Cost", "Flows"]
    views += ["Sharing", "Review"]
    assert opened.titles() == [*views, "North.socplan"]
    assert opened.current() == "Board"
    assert opened.field.hasFocus()


def test_what_is_typed_is_found(opened: Opened) -> None:
    opened.type("forensics")
    assert opened.titles() == ["Network forensics", "Digital forensics"]
    assert opened.current() == "Network forensics"


def test_kana_that_are_still_composed_are_found(opened: Opened) -> None:
    QApplication.sendEvent(opened.field, QInputMethodEvent("でじたるふぉれん", []))
    assert opened.titles() == ["Digital forensics"]
    done = QInputMethodEvent("", [])
    done.setCommitString("証拠")
    QApplication.sendEvent(opened.field, done)
    assert opened.titles() == ["Evidence preservation"]
    assert opened.field.text() == "証拠"


def test_the_arrows_move_and_enter_chooses(opened: Opened) -> None:
    opened.type("forensics")
    opened.press(Qt.Key.Key_Down)
    assert opened.current() == "Digital forensics"
    opened.press(Qt.Key.Key_Down)
    assert opened.current() == "Digital forensics"
    opened.press(Qt.Key.Key_Up)
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Return)
    assert [entry.code for entry in opened.chosen] == ["C-2"]
    assert not opened.palette.isVisible()
    assert opened.before.hasFocus()


def test_the_page_keys_move_by_pages(opened: Opened) -> None:
    opened.type("a")
    opened.press(Qt.Key.Key_PageDown)
    assert opened.palette.panel.list.currentIndex().row() == 8
    opened.press(Qt.Key.Key_PageUp)
    assert opened.palette.panel.list.currentIndex().row() == 0


def test_shift_enter_adds_and_stays_open(opened: Opened) -> None:
    opened.type("forensics")
    opened.press(Qt.Key.Key_Return, SHIFT)
    assert [entry.code for entry in opened.added] == ["C-1"]
    assert opened.chosen == []
    assert opened.palette.isVisible()
    opened.palette.show_selected("1 role selected")
    assert opened.announced[-1] == "1 role selected"


def test_escape_closes_and_gives_the_focus_back(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Escape)
    assert not opened.palette.isVisible()
    assert opened.before.hasFocus()
    opened.palette.cancel()
    assert opened.before.hasFocus()


def test_it_closes_when_the_focus_goes_elsewhere(opened: Opened, qtbot: QtBot) -> None:
    other = QLineEdit(opened.before)
    other.show()
    other.setFocus()
    assert not opened.palette.isVisible()
    assert other.hasFocus()


def test_a_click_beside_it_closes_it(opened: Opened) -> None:
    QTest.mouseClick(opened.palette, Qt.MouseButton.LeftButton, NONE, QPoint(5, 600))
    assert not opened.palette.isVisible()


def test_a_click_chooses_and_with_shift_adds(opened: Opened) -> None:
    opened.type("forensics")
    opened.click(1, SHIFT)
    assert [entry.code for entry in opened.added] == ["C-2"]
    opened.click(0)
    assert [entry.code for entry in opened.chosen] == ["C-1"]


def test_a_click_on_the_title_of_a_group_does_nothing(opened: Opened) -> None:
    opened.type("forensics")
    view = opened.palette.panel.list
    place = view.visualRect(view.model().index(0, 0)).topLeft() + QPoint(30, 4)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert opened.chosen == []
    assert opened.palette.isVisible()


def test_the_rest_of_a_group_is_shown_on_request(opened: Opened) -> None:
    opened.type("a")
    rows = opened.palette.panel.model.rows
    place = next(n for n, row in enumerate(rows) if row.entry is None)
    opened.palette.panel.list.go_to(place)
    opened.press(Qt.Key.Key_Return)
    assert opened.palette.isVisible()
    roles = [row for row in opened.palette.panel.model.rows if row.group is ResultGroup.ROLES]
    assert len(roles) > 20
    assert opened.palette.panel.list.currentIndex().row() == place


def test_an_empty_result_is_explained(opened: Opened) -> None:
    opened.type("zzqq")
    text = "Nothing matches “zzqq”. Try a code such as C-1, or part of a name."
    assert opened.titles() == []
    assert opened.announced[-1] == text
    assert not opened.palette.panel.list.isVisible()
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_Down)
    assert opened.chosen == []


def test_results_and_moves_are_announced(opened: Opened) -> None:
    opened.type("forensics")
    assert opened.announced[-1] == ("2 results, Roles of the plan: C-1 Network forensics, III · IR")
    opened.press(Qt.Key.Key_Down)
    assert opened.announced[-1].startswith("Roles of the plan: C-2 Digital forensics")


def test_every_part_has_a_name(opened: Opened) -> None:
    panel = opened.palette.panel
    assert panel.field.accessibleName() == "Find a role, party, finding or command"
    assert panel.field.accessibleDescription().startswith("Enter: go there")
    assert panel.list.accessibleName() == "Results"
    assert panel.accessibleName() == "Find and commands"
    interface = QAccessible.queryAccessibleInterface(panel.list)
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(10)]
    assert names == [
        "Go to: Board, view, Ctrl+1",
        "Go to: Matrix, view, Ctrl+2",
        "Go to: Road map, view, Ctrl+3",
        "Go to: Maturity, view, Ctrl+4",
        "Go to: Staffing, view, Ctrl+5",
        "Go to: Cost, view, Ctrl+6",
        "Go to: Flows, view, Ctrl+7",
        "Go to: Sharing, view, Ctrl+8",
        "Go to: Review, view, Ctrl+9",
        "Recent plans: North.socplan, /plans",
    ]


def test_what_was_used_is_suggested_again(opened: Opened) -> None:
    for text in ("c1", "matrix", "c1"):
        opened.type(text)
        opened.press(Qt.Key.Key_Return)
        opened.palette.open()
        opened.palette.search.complete()
    assert opened.titles() == [
        "Network forensics",
        "Matrix",
        "Board",
        "Matrix",
        "Road map",
        "Maturity",
        "Staffing",
        "Cost",
        "Flows",
        "Sharing",
        "Review",
    ]


def test_only_commands_that_can_be_run_are_found(opened: Opened) -> None:
    opened.type("undo")
    assert "Undo" in opened.titles()
    opened.press(Qt.Key.Key_Escape)
    opened.actions["undo"].setEnabled(False)
    opened.palette.open()
    opened.type("undo")
    assert "Undo" not in opened.titles()


def test_it_stays_inside_a_small_window(opened: Opened) -> None:
    window = opened.palette.window()
    opened.type("a")
    window.resize(420, 300)
    QApplication.processEvents()
    panel = opened.palette.panel.geometry()
    assert opened.palette.rect().contains(panel)
    assert isinstance(opened.palette.panel.list, QListView)


@pytest.mark.parametrize("text", ["mat", "c1", "provider", "zzqq", "a", "save", ""])
def test_it_is_painted_in_any_state(opened: Opened, text: str) -> None:
    opened.type(text)
    assert not opened.palette.grab().isNull()
