"""Moved cards glide to their places, and no more is painted than where they were and are."""

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.services.document import Document
from socplanner.ui.board.board_painter import RING
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_buttons import LaneButton
from socplanner.ui.kit.overriding import override

NOW, A1 = PhaseId("now"), RoleId("v2:A-1")


class PaintedRegions(QObject):
    """Collects the regions of the paint events of a widget."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.regions: list[QRegion] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


def places_of(board: BoardView) -> list[Rect]:
    """Return the place of every card."""
    return [board.list.placement.rect(row) for row in range(54)]


def move(document: Document, area: Area) -> None:
    """Move the first role to `area`."""
    document.perform(MoveRoles(NOW, frozenset({A1}), area))


def test_cards_do_not_glide_without_motion(board: BoardView, document: Document) -> None:
    move(document, Area.II)
    assert board.list.gliding() == {}


def test_moved_cards_glide_and_reach_their_places(
    qtbot: QtBot, board: BoardView, document: Document
) -> None:
    board.model.options.has_motion = True
    before = places_of(board)
    move(document, Area.II)
    after = places_of(board)
    moved = {row for row in range(54) if before[row] != after[row]}
    assert set(board.list.gliding()) == moved
    assert all(board.list.gliding()[row] == before[row] for row in moved)
    assert board.list.indexAt(board.list.visualRect(board.model.index(0)).center()).row() == 0
    qtbot.waitUntil(lambda: not board.list.gliding())
    assert places_of(board) == after


def test_a_second_move_begins_where_the_cards_are_drawn(
    qtbot: QtBot, board: BoardView, document: Document
) -> None:
    board.model.options.has_motion = True
    start = places_of(board)[0]
    move(document, Area.II)
    goal = places_of(board)[0]
    qtbot.waitUntil(lambda: board.list.gliding().get(0) != start)
    drawn = board.list.gliding().get(0, goal)
    document.undo()
    assert board.list.gliding()[0] == drawn
    qtbot.waitUntil(lambda: not board.list.gliding())
    assert places_of(board)[0] == start


def test_a_glide_paints_only_where_its_cards_were_and_are(
    qtbot: QtBot, board: BoardView, document: Document
) -> None:
    board.model.options.has_motion = True
    viewport = board.list.viewport()
    qtbot.waitUntil(lambda: bool(board.findChildren(LaneButton)))
    qtbot.wait(100)  # until they are painted
    before = places_of(board)
    move(document, Area.II)
    viewport.repaint()
    painted = PaintedRegions()
    viewport.installEventFilter(painted)
    after = places_of(board)
    qtbot.waitUntil(lambda: not board.list.gliding() and bool(painted.regions))
    viewport.removeEventFilter(painted)
    swept = QRegion()
    for old, new in zip(before, after, strict=True):
        if old != new:
            swept += QRect(*old).united(QRect(*new)) + RING
    for region in painted.regions:
        assert region.subtracted(swept).isEmpty()
        assert region.boundingRect() != viewport.rect()


@pytest.mark.parametrize("is_resized", [True, False])
def test_a_rebuilt_or_resized_board_ends_the_glide(
    board: BoardView, document: Document, *, is_resized: bool
) -> None:
    board.model.options.has_motion = True
    move(document, Area.II)
    assert board.list.gliding()
    if is_resized:
        board.resize(board.width() + 40, board.height())
    else:
        board.list.rebuild()
    assert board.list.gliding() == {}
    animations = board.list.findChildren(QAbstractAnimation)
    assert all(each.state() is QAbstractAnimation.State.Stopped for each in animations)
