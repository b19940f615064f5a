"""A real mouse on a real display: cards are dragged, dropped, let go of, and brought back."""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.board.area_lanes import lane_of_area
from socplanner.ui.board.board_view import BoardView
from tests.support.contexts import context_of
from tests.support.drag import spot_in
from tests.support.lanes import IV
from tests.support.plans import hybrid_plan

NOW = PhaseId("now")
A1, A2, B1, C1 = (RoleId(f"v2:{code}") for code in ("A-1", "A-2", "B-1", "C-1"))
PATIENCE = 20_000

pytestmark = [
    pytest.mark.xdisplay,
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM") == "offscreen"
        or not os.environ.get("DISPLAY")
        or shutil.which("xdotool") is None,
        reason="no X display, or no xdotool",
    ),
]


class Hand:
    """A hand on the mouse: what it does happens outside this process."""

    def __init__(self, board: BoardView, document: Document, qtbot: QtBot) -> None:
        """Work on `board`."""
        self.board = board
        self.cards = board.list
        self.document = document
        self._qtbot = qtbot

    def card(self, role: RoleId) -> QPoint:
        """Return where the card of `role` is on the screen."""
        index = self.board.model.index(self.board.model.row_of(role))
        return self._global(self.cards.visualRect(index).center())

    def lane(self, area: Area) -> QPoint:
        """Return where the head of the lane of `area` is on the screen."""
        return self._global(spot_in(self.cards, lane_of_area(area)))

    def area(self, role: RoleId) -> Area:
        """Return where `role` stands in the plan."""
        return duty(self.document.plan, NOW, role).area

    def click(self, at: QPoint, *keys: str) -> None:
        """Click while `keys` are held down."""
        current = [word for key in keys for word in ("keydown", key)]
        freed = [word for key in keys for word in ("keyup", key)]
        self.do("mousemove", at.x(), at.y(), *current, "click", 1, "sleep", 0.1, *freed)

    def drag(self, start: QPoint, end: QPoint, *before_release: str | float) -> None:
        """Drag from `start` to `end` in small steps, do what is asked, and let go."""
        path: list[str | float] = ["mousemove", start.x(), start.y(), "mousedown", 1]
        for _ in range(5):
            path += ["mousemove_relative", "--", 5, 3, "sleep", 0.02]
        for step in range(1, 9):
            at = start + (end - start) * step / 8
            path += ["mousemove", at.x(), at.y(), "sleep", 0.02]
        path += ["mousemove_relative", "--", 2, 1, "sleep", 0.2]
        self.do(*path, *before_release, "mouseup", 1, "sleep", 0.2)

    def do(self, *words: str | float) -> None:
        """Let xdotool do `words` while the window answers."""
        done = subprocess.Popen(["xdotool", *map(str, words)])

        def is_done() -> bool:
            return done.poll() is not None

        self._qtbot.waitUntil(is_done, timeout=PATIENCE)
        assert done.returncode == 0

    def until(self, role: RoleId, area: Area) -> None:
        """Wait until `role` stands in `area`."""

        def is_there() -> bool:
            return self.area(role) is area

        self._qtbot.waitUntil(is_there, timeout=PATIENCE)

    def _global(self, at: QPoint) -> QPoint:
        return self.cards.viewport().mapToGlobal(at)


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    """Return a hand on the board of a hybrid plan, alone on the display."""
    document = Document(History.of(hybrid_plan()))
    translator = Translator(words_for("en"))
    board = BoardView(context_of(document, translator))
    qtbot.addWidget(board)
    board.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    board.setGeometry(40, 40, 900, 640)
    with qtbot.waitExposed(board):
        board.show()
    board.activateWindow()
    yield Hand(board, document, qtbot)
    QGuiApplication.processEvents()


def test_a_card_dragged_to_another_area_is_there_until_undo(hand: Hand) -> None:
    hand.drag(hand.card(B1), hand.lane(Area.II))
    hand.until(B1, Area.II)
    assert hand.cards.target is None
    hand.document.undo()
    assert hand.area(B1) is Area.IV


def test_many_cards_are_dragged_together_and_come_back_together(hand: Hand) -> None:
    hand.click(hand.card(A1))
    hand.click(hand.card(B1), "ctrl")
    hand.click(hand.card(C1), "ctrl")
    assert hand.cards.selected_roles() == (A1, B1, C1)
    hand.drag(hand.card(C1), hand.lane(Area.UNPLACED))
    hand.until(C1, Area.UNPLACED)
    assert {hand.area(role) for role in (A1, B1, C1)} == {Area.UNPLACED}
    hand.document.undo()
    assert [hand.area(role) for role in (A1, B1, C1)] == [Area.I, Area.IV, Area.III]


def test_esc_calls_a_drag_off(hand: Hand) -> None:
    plan = hand.document.plan
    hand.drag(hand.card(B1), hand.lane(Area.II), "key", "Escape", "sleep", 0.2)
    assert hand.document.plan is plan
    assert hand.cards.target is None


def test_a_card_let_go_over_its_own_area_stays(hand: Hand) -> None:
    plan = hand.document.plan
    hand.drag(hand.card(A1), hand.card(A2))
    assert hand.document.plan is plan


def test_a_frame_is_drawn_around_cards_with_the_mouse(hand: Hand) -> None:
    lane = hand.cards.placement.arrangement.lane(IV)
    corner = hand.cards.viewport().mapToGlobal(QPoint(lane.rect.right - 8, lane.rect.bottom - 8))
    hand.drag(corner, hand.card(B1))
    assert B1 in hand.cards.selected_roles()
    assert hand.area(B1) is Area.IV
