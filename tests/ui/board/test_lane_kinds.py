"""Every kind of lanes has each role in one lane, and a drop sets what the lane means or nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from socplanner.domain.assignment_edits import AssignParty, parties_with
from socplanner.domain.board_choices import LANE_KINDS, LaneKind
from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import DayKind
from socplanner.domain.duty_edits import ChangeSourcing, SetCoverage, SetNote
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duties, duty
from socplanner.domain.role_coverage import SUNDAY_NIGHT, Moment
from socplanner.services.document import Document
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.board.lane_painter import fold_arrow
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support import drag
from tests.support.lanes import II, III

NOW, TARGET = PhaseId("now"), PhaseId("target")
A1, B1, B3 = RoleId("v2:A-1"), RoleId("v2:B-1"), RoleId("v2:B-3")
CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = LaneId("both")


def choose(board: BoardView, kind: LaneKind) -> None:
    """Show the lanes of `kind`."""
    options = board.model.options
    options.choose(replace(options.choices, lanes=kind))


def lane_of(board: BoardView, role: RoleId) -> LaneId:
    """Return the lane that shows the card of `role`."""
    return board.list.placement.lane(board.model.row_of(role))


def drop(board: BoardView, viewpoint: Viewpoint, roles: list[RoleId], lane: LaneId) -> bool:
    """Drag `roles` to `lane`; return whether the drop was accepted."""
    viewpoint.select(roles)
    return drag.drop(board.list, drag.carried(board.list), drag.spot_in(board.list, lane))


@pytest.mark.parametrize("kind", LANE_KINDS)
def test_every_card_stands_in_one_lane_and_apart_from_others(
    board: BoardView, kind: LaneKind
) -> None:
    choose(board, kind)
    placement = board.list.placement
    assert sum(placement.counts().values()) == 54
    rects = [placement.rect(row) for row in range(54)]
    for row, rect in enumerate(rects):
        box = placement.arrangement.lane(placement.lane(row))
        assert box.rect.contains(rect.x, rect.y)
        assert box.rect.contains(rect.right - 1, rect.bottom - 1)
        assert not any(rect.meets(other) for other in rects[row + 1 :])
    lanes = placement.arrangement.lanes
    assert not any(
        one.rect.meets(other.rect)
        for place, one in enumerate(lanes)
        for other in lanes[place + 1 :]
    )
    assert not board.grab().isNull()


@pytest.mark.parametrize("kind", LANE_KINDS)
def test_every_lane_shows_what_a_drop_does_or_why_it_cannot(
    board: BoardView, viewpoint: Viewpoint, kind: LaneKind
) -> None:
    choose(board, kind)
    lanes = board.model.lanes
    for lane in lanes.lanes:
        others = [row for row in range(54) if board.model.lane(row) != lane.id]
        if not others:
            continue
        role = board.model.role(others[0]).id
        viewpoint.select([role])
        drag.enter(board.list, drag.carried(board.list), drag.spot_in(board.list, lane.id))
        if lanes.edit(frozenset({role}), lane.id) is None:
            assert board.list.remark
            assert not board.list.promise
        else:
            assert board.list.promise
        drag.leave(board.list)


def test_a_drop_by_sourcing_moves_the_letters_that_go_with_it(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    choose(board, "sourcing")
    before = document.plan
    assert drop(board, viewpoint, [B3], LaneId("outsource"))
    assert document.plan == ChangeSourcing(NOW, frozenset({B3}), Sourcing.OUTSOURCE).apply(before)
    assert lane_of(board, B3) == "outsource"
    document.undo()
    assert document.plan == before


def test_a_drop_by_party_moves_the_letter_and_nothing_else(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    choose(board, "accountable")
    before = duty(document.plan, NOW, A1)
    (party,) = parties_with(document.plan, before, "accountable")
    assert lane_of(board, A1) == f"party:{party}"
    assert drop(board, viewpoint, [A1], LaneId("party:legal"))
    after = duty(document.plan, NOW, A1)
    assert parties_with(document.plan, after, "accountable") == ("legal",)
    assert parties_with(document.plan, after, "performs") == parties_with(
        document.plan, before, "performs"
    )
    assert replace(after, letters=before.letters) == before
    assert drop(board, viewpoint, [A1], LaneId("none"))
    assert parties_with(document.plan, duty(document.plan, NOW, A1), "accountable") == ()


def test_a_role_with_several_parties_stands_in_a_lane_of_its_own(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    choose(board, "responsible")
    document.perform(AssignParty(NOW, frozenset({A1}), "performs", PartyId("legal")))
    assert lane_of(board, A1) == "several"
    before = document.plan
    assert not drop(board, viewpoint, [B1], LaneId("several"))
    assert document.plan is before
    assert drop(board, viewpoint, [A1], LaneId("party:soc"))
    assert parties_with(document.plan, duty(document.plan, NOW, A1), "performs") == ("soc",)


@pytest.mark.parametrize(
    ("kind", "lane"),
    [("function", "C"), ("finding", "error"), ("hours", "on-duty"), ("change", "changed")],
)
def test_lanes_that_follow_from_the_plan_accept_no_drop(
    board: BoardView, document: Document, viewpoint: Viewpoint, kind: LaneKind, lane: str
) -> None:
    choose(board, kind)
    before = document.plan
    assert not drop(board, viewpoint, [A1], LaneId(lane))
    QTest.keyClick(board.list, Qt.Key.Key_Right, CONTROL)
    assert document.plan is before


def test_roles_stand_by_whether_the_phase_changes_them(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    choose(board, "change")
    old, new = duties(document.plan, NOW), duties(document.plan, TARGET)
    for phase in (NOW, TARGET):
        viewpoint.look_at_phase(phase)
        for row in range(54):
            role = board.model.role(row).id
            assert (board.model.lane(row) == "changed") == (old[role] != new[role])
    document.perform(SetNote(TARGET, frozenset({A1}), "Other than before"))
    assert lane_of(board, A1) == "changed"


def test_the_first_phase_follows_what_the_next_one_changes(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    choose(board, "change")
    assert lane_of(board, A1) == "same"
    document.perform(SetNote(TARGET, frozenset({A1}), "Other than before"))
    assert viewpoint.phase == NOW
    assert lane_of(board, A1) == "changed"


def test_roles_stand_by_their_worst_finding(board: BoardView, document: Document) -> None:
    choose(board, "finding")
    document.perform(AssignParty(NOW, frozenset({A1}), "accountable", None, is_only=True))
    findings = board.model._findings_of(board.model.role(0))
    worst = min(each.severity for each in findings)
    assert lane_of(board, A1) == worst.name.lower()
    document.undo()


def test_a_lane_is_folded_by_its_arrow_and_a_drop_on_it_works(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    lane = board.list.placement.arrangement.lane(II)
    arrow = fold_arrow(lane)
    spot = QPoint(arrow.x + 4, arrow.y + 4)
    QTest.mouseClick(board.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), spot)
    lane = board.list.placement.arrangement.lane(II)
    count = len(board.list.placement.rows(II))
    assert (lane.is_folded, lane.count, lane.hidden) == (True, 0, count)
    assert lane.rect.height == lane.header.height
    assert board.model.options.choices.folded == ("area:II",)
    assert drop(board, viewpoint, [A1], II)
    assert board.list.placement.arrangement.lane(II).hidden == count + 1
    assert not board.grab().isNull()
    board.jump_to(A1)
    assert not board.list.placement.arrangement.lane(II).is_folded
    assert not board.model.options.choices.folded


def test_keys_fold_the_lane_of_the_card_and_unfold_it(
    board: BoardView, viewpoint: Viewpoint
) -> None:
    board.jump_to(B1)
    lane = lane_of(board, B1)
    QTest.keyClick(board.list, Qt.Key.Key_Minus, CONTROL)
    assert board.model.folded() == {lane}
    row = board.list.currentIndex().row()
    assert board.list.placement.is_hidden(row)
    QTest.keyClick(board.list, Qt.Key.Key_Plus, CONTROL)
    assert board.model.folded() == frozenset()
    QTest.keyClick(board.list, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(board.list, Qt.Key.Key_Up)
    assert not board.list.placement.is_hidden(board.list.currentIndex().row())
    QTest.keyClick(board.list, Qt.Key.Key_Plus, CONTROL)
    assert board.model.folded() == frozenset()


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, CONTROL])
@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Down],
)
def test_every_key_leads_out_of_a_folded_lane_or_stays(
    board: BoardView, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    board.jump_to(B1)
    QTest.keyClick(board.list, Qt.Key.Key_Minus, CONTROL)
    lane = lane_of(board, B1)
    QTest.keyClick(board.list, key, modifier)
    row = board.list.currentIndex().row()
    assert row == board.model.row_of(B1) or board.list.placement.lane(row) != lane
    for each in board.model.lanes.lanes:
        board.model.options.fold_lane(each.id)
    QTest.keyClick(board.list, key, modifier)
    assert board.list.currentIndex().row() == row


def test_folded_lanes_stay_folded_for_their_kind_alone(board: BoardView) -> None:
    board.model.options.fold_lane(III)
    choose(board, "sourcing")
    assert board.model.folded() == frozenset()
    board.model.options.fold_lane(BOTH)
    choose(board, "area")
    assert board.model.folded() == {III}
    board.model.options.unfold_lanes()
    choose(board, "sourcing")
    assert board.model.folded() == {BOTH}


def test_all_lanes_folded_leave_headers_alone(board: BoardView) -> None:
    for lane in board.model.lanes.lanes:
        board.model.options.fold_lane(lane.id)
    boxes = board.list.placement.arrangement.lanes
    assert all(box.rect.height == box.header.height for box in boxes)
    QTest.keyClick(board.list, Qt.Key.Key_Down)
    assert not board.grab().isNull()


def test_lanes_of_hours_follow_the_moment_and_the_hours(
    board: BoardView, document: Document
) -> None:
    document.perform(SetCoverage(NOW, frozenset({A1}), "mon-fri 9:00-17:00"))
    choose(board, "hours")
    assert lane_of(board, A1) == "unmanned"
    assert lane_of(board, B1) == "not-stated"
    board._context.week.look_at(Moment(DayKind.FRIDAY, 12 * 60))
    assert lane_of(board, A1) == "on-duty"
    heading = board.model.lanes.lanes[0].headings[0]
    assert (heading.name, heading.about) == ("Unmanned", "Friday 12:00")
    document.perform(SetCoverage(NOW, frozenset({A1}), "all on-call"))
    assert lane_of(board, A1) == "on-call"
    document.perform(ChangeSourcing(NOW, frozenset({A1}), Sourcing.NOT_CARRIED_OUT))
    assert lane_of(board, A1) == "not-performed"
    document.undo()
    choose(board, "area")
    board._context.week.look_at(SUNDAY_NIGHT)
    assert lane_of(board, A1) == "I", "other lanes do not follow the moment"
