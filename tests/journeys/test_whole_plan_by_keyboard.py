"""One whole plan without a mouse: from the start page to the saved file and its workbook."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Plan
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.board.lane_buttons import LaneButton
from socplanner.ui.dialogs.export_dialog import ExportDialog
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.dialogs.organisation_dialog import OrganisationDialog
from socplanner.ui.dialogs.party_dialog import PartyDialog
from socplanner.ui.dialogs.phases_dialog import PhasesDialog
from socplanner.ui.dialogs.sourcing_dialog import SourcingDialog
from socplanner.ui.kit.note_editor import NoteEditor
from socplanner.ui.shell.program import Program
from tests.support.keyboard import Hands, Script, Typed, focus
from tests.support.programs import leave_programs

A1, B1, C1, D1 = (RoleId(f"v2:{code}") for code in ("A-1", "B-1", "C-1", "D-1"))
NOW, TARGET = PhaseId("now"), PhaseId("target")
MOST = 65
"""Keys of the whole journey, without the letters of names, codes, notes and paths."""


class Journey:
    """A program at its very first start, and what a script asks about it."""

    def __init__(self, program: Program, folder: Path) -> None:
        """Save into `folder`."""
        self.program = program
        self.window = program.window
        self.folder = folder

    @property
    def plan(self) -> Plan:
        """The plan that is open."""
        return self.program.document.plan

    def duty(self, role: RoleId, phase: PhaseId = NOW) -> Duty:
        """Return the duty of `role` in `phase`."""
        return duty(self.plan, phase, role)

    def letters(self, role: RoleId) -> dict[str, str]:
        """Return the letters of `role` now, by the English name of the party."""
        names = {party.id: party.name.en for party in self.plan.parties}
        return {names[party]: str(letters) for party, letters in self.duty(role).letters.items()}

    def errors(self) -> int:
        """Return how many findings are errors."""
        severities = [finding.severity for finding in self.window.checking.all()]
        return severities.count(Severity.ERROR)

    def begin(self) -> Script:
        """Choose organisation, patterns, one more party; rename the organisation."""
        yield "Return"
        yield lambda: in_dialog(NewPlanDialog)
        yield Typed("Midori")
        yield "Tab"  # the chosen pattern, Hybrid
        yield "Left"
        yield "Tab"
        yield from times(4, "Down")  # the target: Full insource
        yield "Return"
        yield lambda: self.window.is_plan_shown
        assert [phase.id for phase in self.plan.phases] == [NOW, TARGET]
        yield "Ctrl+Shift+P"
        yield lambda: in_dialog(PartyDialog)
        yield Typed("Night watch")
        yield from times(4, "Tab")
        yield "Down"  # a provider
        yield "Return"
        yield lambda: self.plan.parties[-1].name.en == "Night watch"
        assert self.plan.parties[-1].kind == "provider"
        yield "Alt+P"
        yield menu_is_open
        yield "O"
        yield lambda: in_dialog(OrganisationDialog)
        yield "Ctrl+A"
        yield Typed("Midori Works")
        yield "Return"
        yield lambda: self.plan.organisation == "Midori Works"

    def work_on_the_board(self) -> Script:
        """Place roles by three kinds of keys, source one, write a note, fold a lane."""
        yield "Ctrl+1"
        yield from card_of("B-1")
        yield "Alt+3"
        assert self.duty(B1).area is Area.III
        yield from card_of("D-1")
        yield "Ctrl+Left"
        assert self.duty(D1).area is Area.II
        yield "Ctrl+Z"
        yield "Ctrl+Shift+Z"
        assert self.duty(D1).area is Area.II
        yield "Alt+E"
        yield menu_is_open
        yield "S"
        yield "O"
        yield lambda: in_dialog(SourcingDialog)
        yield "Return"  # the preview of the letters that follow
        yield lambda: self.duty(D1).sourcing is Sourcing.OUTSOURCE
        yield "Shift+F10"
        yield menu_is_open
        yield "N"
        yield lambda: isinstance(QApplication.focusWidget(), NoteEditor)
        yield Typed("Shift work")
        yield "Ctrl+1"
        assert self.duty(D1).note == "Shift work"
        yield lambda: bool(self.window.findChildren(LaneButton))
        yield "Tab"
        assert focus().startswith("LaneButton “Area II ")
        yield "Space"
        yield lambda: focus().endswith("folded”")
        yield "Space"
        yield lambda: focus().endswith("unfolded”")

    def work_in_the_matrix(self) -> Script:
        """Set R and A, make an error, and fix it from the list of findings."""
        yield "Ctrl+2"
        yield "Ctrl+Home"
        yield "R"
        yield "Right"
        yield "A"
        assert self.letters(A1)["CISO"] == "R"
        assert self.letters(A1)["Security management"] == "A"
        yield "Delete"
        yield lambda: self.errors() == 1
        yield "F4"
        yield lambda: "A-1" in focus()
        yield "Ctrl+."
        yield menu_is_open
        yield "Down"
        yield "Return"
        yield lambda: self.errors() == 0
        assert "A" in "".join(self.letters(A1).values())

    def plan_another_phase(self) -> Script:
        """Add a phase, and change in it what the phases before keep."""
        yield "Ctrl+Shift+H"
        yield lambda: in_dialog(PhasesDialog)
        while not focus().startswith("QPushButton “Add after the last"):
            yield "Tab"
        yield "Space"
        yield lambda: len(self.plan.phases) == 3
        yield "Escape"
        yield no_dialog
        yield "Ctrl+1"
        while self.window.viewpoint.phase != self.plan.phases[-1].id:
            yield "Ctrl+PgDown"
        yield from card_of("C-1")
        yield "Alt+1"
        last = self.plan.phases[-1].id
        assert self.duty(C1, last).area is Area.I
        assert self.duty(C1, TARGET).area is not Area.I

    def save_and_export(self) -> Script:
        """Save the plan, export its workbook."""
        yield "Ctrl+S"
        yield lambda: in_dialog(QWidget)
        yield Typed(str(self.folder / "midori.socplan"))
        yield "Return"
        yield lambda: (self.folder / "midori.socplan").exists() and no_dialog()
        yield "Ctrl+E"
        yield lambda: in_dialog(ExportDialog)
        while not focus().startswith("QLineEdit “File"):
            yield "Tab"
        yield "Ctrl+A"
        yield Typed(str(self.folder / "midori.xlsx"))
        yield "Return"
        yield lambda: (self.folder / "midori.xlsx").exists() and no_dialog()

    def script(self) -> Script:
        """Make the whole plan."""
        yield from self.begin()
        yield from self.work_on_the_board()
        yield from self.work_in_the_matrix()
        yield from self.plan_another_phase()
        yield from self.save_and_export()


def times(number: int, key: str) -> Script:
    """Press `key` so many times."""
    for _ in range(number):
        yield key


def in_dialog(kind: type[QWidget]) -> bool:
    """Return whether a modal dialog of that kind has the keyboard."""
    return isinstance(QApplication.activeModalWidget(), kind)


def card_of(code: str) -> Script:
    """Go to the card of `code`; again, where a busy machine paused between two letters."""
    while f": {code} " not in focus():
        yield typing_pause()
        yield Typed(code)


def typing_pause() -> Callable[[], bool]:
    """Wait until Qt takes what is typed for another search, not for more of the last one."""
    clock = QElapsedTimer()
    clock.start()
    return lambda: clock.hasExpired(QApplication.keyboardInputInterval())


def menu_is_open() -> bool:
    """Return whether a menu has the keyboard."""
    return isinstance(QApplication.activePopupWidget(), QMenu)


def no_dialog() -> bool:
    """Return whether no modal dialog is open."""
    return QApplication.activeModalWidget() is None


@pytest.fixture
def journey(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Journey]:
    """Yield a program at its very first start, on the start page."""
    store = SettingsStore(tmp_path / "settings.json", print)
    program = Program(qapp, words_for("en"), store, FirstPlan())
    program.window.resize(1280, 800)
    program.begin()
    qtbot.waitUntil(lambda: not program.window.is_plan_shown)
    yield Journey(program, tmp_path)
    leave_programs([program], qapp)


def test_a_whole_plan_is_made_by_keys_alone(qtbot: QtBot, journey: Journey) -> None:
    hands = Hands(journey.script())
    hands.begin()
    qtbot.waitUntil(lambda: hands.is_done, timeout=60_000)
    if hands.error is not None:
        raise hands.error
    opened = open_plan(journey.folder / "midori.socplan").plan
    assert opened == journey.plan
    assert len(opened.phases) == 3
    book = openpyxl.load_workbook(journey.folder / "midori.xlsx")
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "Shift work" in cells
    assert hands.presses <= MOST
