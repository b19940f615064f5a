"""Lanes of any kind: a board is drawn, read and edited by the value alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, MoveRoles
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import ChangeParty
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.board.board_model import BoardModel
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.board.lanes import Axes, Lane, LaneHeading, LaneId, LaneSet, LaneSpot
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.wording.language import Words
from tests.support import drag
from tests.support.contexts import context_of
from tests.support.lanes import II, III, IV, UNPLACED, I, area_lanes

NOW = PhaseId("now")
B3 = RoleId("v2:B-3")


def lanes_by_sourcing(plan: Plan, phase: PhaseId, words: Words) -> LaneSet:
    """Return a column for each sourcing; headers name a party and the phase, to see both change."""

    def lane_of(role: Role, duty: Duty) -> LaneId:
        return LaneId(duty.sourcing.value)

    def edit(roles: frozenset[RoleId], lane: LaneId) -> Edit:
        return ChangeSourcing(phase, roles, Sourcing(lane))

    first = words.local(plan.parties[0].name)
    lanes = []
    for column, sourcing in enumerate(Sourcing):
        headings = (LaneHeading("", f"{first}{column}", phase),)
        spot = LaneSpot(column, 0)
        lanes.append(Lane(LaneId(sourcing.value), spot, sourcing.value, headings))
    return LaneSet(tuple(lanes), Axes(), lane_of, edit)


@pytest.fixture
def board(
    qtbot: QtBot,
    document: Document,
    viewpoint: Viewpoint,
    checking: Checking,
    translator: Translator,
) -> Iterator[BoardView]:
    """Yield a board by sourcing."""
    context = context_of(document, translator, viewpoint, checking)
    view = BoardView(context, lanes=lanes_by_sourcing)
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.list.hasFocus)
    yield view
    drag.leave(view.list)


def test_areas_are_read_row_by_row_and_the_strip_last() -> None:
    lanes = area_lanes()
    assert [lane.id for lane in lanes.lanes] == [I, II, III, IV, UNPLACED]
    assert [lane.id for lane in lanes.in_reading_order()] == [II, I, III, IV, UNPLACED]
    assert [lane.spot for lane in lanes.in_reading_order()] == [
        LaneSpot(0, 0),
        LaneSpot(1, 0),
        LaneSpot(0, 1),
        LaneSpot(1, 1),
        None,
    ]


def test_lanes_are_mirrored_with_their_captions() -> None:
    lanes = area_lanes()
    mirrored = lanes.mirrored()
    assert mirrored.lane(I).spot == LaneSpot(0, 0)
    assert mirrored.lane(III).spot == LaneSpot(1, 1)
    assert mirrored.lane(UNPLACED).spot is None
    assert (mirrored.axes.left, mirrored.axes.right) == (lanes.axes.right, lanes.axes.left)
    assert mirrored.axes.rises_leftwards != lanes.axes.rises_leftwards
    assert mirrored.mirrored().lanes == lanes.lanes


def test_a_lane_is_looked_up_by_its_id() -> None:
    assert area_lanes().lane(II).short_name == "Area II"
    with pytest.raises(KeyError):
        area_lanes().lane(LaneId("V"))


def test_every_role_is_in_the_lane_of_its_sourcing(board: BoardView, document: Document) -> None:
    for lane in board.list.placement.arrangement.lanes:
        for row in board.list.placement.rows(lane.id):
            role = board.model.role(row).id
            assert duty(document.plan, NOW, role).sourcing.value == lane.id
    assert not board.grab().isNull()


def test_a_drop_makes_the_edit_of_the_lane_and_no_other(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B3])
    before = duty(document.plan, NOW, B3)
    lane = LaneId(Sourcing.INSOURCE.value)
    spot = drag.spot_in(board.list, lane)
    drag.enter(board.list, drag.carried(board.list), spot)
    assert "B-3" in board.list.promise
    assert drag.drop(board.list, drag.carried(board.list), spot)
    after = duty(document.plan, NOW, B3)
    assert (before.sourcing, after.sourcing) == (Sourcing.BOTH, Sourcing.INSOURCE)
    assert after.area is before.area
    assert board.list.placement.lane(board.model.row_of(B3)) == lane


def test_a_key_moves_to_the_lane_beside(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B3])
    QTest.keyClick(board.list, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert duty(document.plan, NOW, B3).sourcing is Sourcing.OUTSOURCE
    QTest.keyClick(board.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert duty(document.plan, NOW, B3).sourcing is Sourcing.OUTSOURCE


def test_lanes_that_get_another_name_are_drawn_again(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B3])
    plain = board.list.viewport().grab().toImage()
    first = document.plan.parties[0]
    renamed = replace(first, name=LocalText.same("Chief of everything"))
    document.perform(ChangeParty(renamed))
    assert board.model.lanes.lanes[0].headings[0].name == "Chief of everything0"
    assert board.list.viewport().grab().toImage() != plain
    assert board.list.selected_roles() == (B3,)


def test_a_phase_with_other_lanes_is_another_board(
    qtbot: QtBot, board: BoardView, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B3])
    with qtbot.waitSignal(board.model.modelReset, timeout=1000):
        viewpoint.look_at_phase(PhaseId("target"))
    assert board.model.lanes.lanes[0].headings[0].about == "target"
    assert board.list.selected_roles() == (B3,)


def test_the_same_lanes_in_another_phase_are_no_other_board(
    qtbot: QtBot,
    document: Document,
    viewpoint: Viewpoint,
    checking: Checking,
    translator: Translator,
) -> None:
    model = BoardModel(context_of(document, translator, viewpoint, checking))
    with qtbot.assertNotEmitted(model.modelReset):
        viewpoint.look_at_phase(PhaseId("target"))
    edit = model.lanes.edit(frozenset({B3}), IV)
    assert edit == MoveRoles(PhaseId("target"), frozenset({B3}), Area.IV)


def test_lanes_are_those_of_the_plan_after_an_edit(
    document: Document, viewpoint: Viewpoint, checking: Checking, translator: Translator
) -> None:
    def lanes_that_follow(plan: Plan, phase: PhaseId, words: Words) -> LaneSet:
        lanes = lanes_by_sourcing(plan, phase, words)
        sourcing = "both" if duty(plan, NOW, B3).area is Area.IV else "insource"
        return lanes._replace(lane_of=lambda *_: LaneId(sourcing))

    context = context_of(document, translator, viewpoint, checking)
    model = BoardModel(context, lanes=lanes_that_follow)
    assert model.lane(0) == "insource"
    document.perform(MoveRoles(NOW, frozenset({B3}), Area.IV))
    assert model.lane(0) == "both"


def test_texts_of_lanes_follow_the_language(
    document: Document, viewpoint: Viewpoint, checking: Checking, translator: Translator
) -> None:
    model = BoardModel(context_of(document, translator, viewpoint, checking))
    assert model.lanes.lane(I).short_name == "Area I"
    translator.set_language("ja")
    assert model.lanes.lane(I).short_name == "領域I"
    assert model.lanes.lane(UNPLACED).short_name == "未配置"
