"""The real program is killed in the middle of a drag, a paste and a save; the work comes back.

Keys and mouse are those of a real display, the program is a process of its own, and what was
recovered is saved by the planner from the dialog of the next start.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.services.plan_differences import plan_differences
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.support.drag import spot_in
from tests.support.killed_program import KilledProgram
from tests.support.lanes import III
from tests.support.plans import hybrid_plan
from tests.support.windows import window_on

NOW = PhaseId("now")
A1, B1, D4 = (RoleId(f"v2:{code}") for code in ("A-1", "B-1", "D-4"))
_KEPT = 1.0
"""Seconds after which everything that was on the screen has to come back."""

_TRIES = 5
_PATIENCE = 10.0
"""Seconds: a machine that runs other things too may need long for a paste."""

pytestmark = [
    pytest.mark.xdisplay,
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM") == "offscreen"
        or not os.environ.get("DISPLAY")
        or shutil.which("xdotool") is None,
        reason="no X display, or no xdotool",
    ),
]

Start = Callable[[], KilledProgram]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the file of a plan of 54 roles."""
    place = tmp_path / "works.socplan"
    save_plan(hybrid_plan(), place)
    return place


@pytest.fixture
def start(tmp_path: Path, place: Path) -> Iterator[Start]:
    """Return what starts the program on that plan, and end what was started."""
    started: list[KilledProgram] = []

    def begin() -> KilledProgram:
        started.append(KilledProgram(tmp_path / "home", place))
        return started[-1]

    yield begin
    for each in started:
        each.end()


def edited(program: KilledProgram) -> Plan:
    """Move two cards by keys, wait until that has to be kept, and return the plan."""
    plan = hybrid_plan()
    for number, (role, area, key) in enumerate(((B1, Area.II, "2"), (D4, Area.III, "3")), start=1):
        letter, figure = role.removeprefix("v2:").split("-")
        for _ in range(_TRIES):
            # A code is typed after a pause, and without one; until it is kept: the window may not
            # listen yet.
            time.sleep(_KEPT)
            program.do("key", letter, "minus", figure, "sleep", "0.1", "key", f"alt+{key}")
            if program.has_kept(number, _KEPT * 3):
                break
        plan = MoveRoles(NOW, frozenset({role}), area).apply(plan)
    time.sleep(_KEPT)
    return plan


def recovered(start: Start, place: Path) -> Plan:
    """Start again, open what is offered, save it, and return the plan of the file."""
    program = start()
    program.window_named("Work that was not saved")
    program.keys("Return")
    program.do("windowactivate", "--sync", program.window_named(f"{place.name}[*]"))
    before = place.stat().st_mtime_ns
    program.keys("ctrl+s")
    until = time.monotonic() + _PATIENCE
    while place.stat().st_mtime_ns == before and time.monotonic() < until:
        time.sleep(0.05)
    program.end()
    return open_plan(place).plan


def test_killed_in_the_middle_of_a_drag(start: Start, place: Path, qtbot: QtBot) -> None:
    card, lane = card_and_lane()
    program = start()
    plan = edited(program)
    x, y = program.corner()
    program.do("mousemove", x + card.x(), y + card.y(), "mousedown", 1)
    for step in range(1, 9):
        at = card + (lane - card) * step / 8
        program.do("mousemove", x + at.x(), y + at.y(), "sleep", "0.03")
    program.kill()
    program.do("mouseup", 1)
    assert open_plan(place).plan == hybrid_plan()
    assert differing(recovered(start, place), plan) == []


@pytest.mark.parametrize("delay", [0.0, 0.04, 0.15, 0.6])
def test_killed_in_the_middle_of_a_paste(
    start: Start, place: Path, qtbot: QtBot, delay: float
) -> None:
    program = start()
    before = edited(program)
    after = pasted(before)
    program.keys("ctrl+2")
    time.sleep(1.0)
    program.keys("ctrl+Home")
    sent = time.monotonic()
    program.do("key", "ctrl+v")
    qtbot.wait(round(delay * 1000))  # the clipboard is ours: it is asked for meanwhile
    program.kill()
    is_due = time.monotonic() - sent > _PATIENCE
    assert open_plan(place).plan == hybrid_plan()
    plan = recovered(start, place)
    assert differing(plan, after) == [] or (differing(plan, before) == [] and not is_due)


@pytest.mark.parametrize("delay", [0.0, 0.005, 0.02, 0.06])
def test_killed_in_the_middle_of_a_save(start: Start, place: Path, delay: float) -> None:
    program = start()
    plan = edited(program)
    program.do("key", "ctrl+s")
    time.sleep(delay)
    program.kill()
    in_file = open_plan(place).plan
    assert differing(in_file, plan) == [] or in_file == hybrid_plan(), "a whole file, old or new"
    if any(program.recovery.glob("*.journal")):
        in_file = recovered(start, place)
    assert differing(in_file, plan) == []


def differing(one: Plan, other: Plan) -> list[str]:
    """Return what differs between two plans, in words."""
    groups = plan_differences(one, other).groups(words_for("en"))
    return [f"{group.title}: {line.text}" for group in groups for line in group.lines]


def card_and_lane() -> tuple[QPoint, QPoint]:
    """Return where a card and another lane are in a window of the same size."""
    with window_on(hybrid_plan(), "board", width=1200, height=760) as window:
        board = window.area.view("board")
        assert isinstance(board, BoardView)
        rect = board.list.visualRect(board.model.index(board.model.row_of(A1)))
        viewport = board.list.viewport()
        return (
            viewport.mapTo(window, rect.center()),
            viewport.mapTo(window, spot_in(board.list, III)),
        )


def pasted(plan: Plan) -> Plan:
    """Put a large block on the clipboard, and return `plan` after it was pasted at the corner."""
    block = "\n".join("\t".join("RACI"[(row + n) % 4] for n in range(6)) for row in range(50))
    QGuiApplication.clipboard().setText(block)
    with window_on(plan, "matrix") as window:
        view = window.area.view("matrix")
        assert isinstance(view, MatrixView)
        view.table.setFocus()
        view.table.go(view.table.next_row(-1, 1), 0)
        view.edit_commands()["paste"]()
        return window.context.document.plan
