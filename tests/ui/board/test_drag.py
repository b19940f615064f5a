"""Cards are dragged: what is carried, where it may be dropped, and what a drop does to the plan."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.services.document import Document
from socplanner.ui.board.board_list import BoardList
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.kit.role_drag import MIME_TYPE, packed, unpacked
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support import drag
from tests.support.lanes import II, III, IV, UNPLACED, I
from tests.support.plans import big_plan

NOW = PhaseId("now")
A1, A2, B1, C1 = (RoleId(f"v2:{code}") for code in ("A-1", "A-2", "B-1", "C-1"))


def image(cards: BoardList) -> QImage:
    """Return the board as it looks now."""
    return cards.viewport().grab().toImage()


def aimed_at(cards: BoardList) -> tuple[LaneId | None, str]:
    """Return the lane that is marked as the target, and what it says."""
    return cards.target, cards.promise


def test_a_dropped_card_changes_its_area_and_nothing_else(
    cards: BoardList, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B1])
    before = duty(document.plan, NOW, B1)
    assert drag.drop(cards, drag.carried(cards), drag.spot_in(cards, II))
    assert duty(document.plan, NOW, B1) == replace(before, area=Area.II)
    document.undo()
    assert duty(document.plan, NOW, B1) == before


def test_many_cards_are_dropped_as_one_step(
    cards: BoardList, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([A1, B1, C1])
    assert drag.drop(cards, drag.carried(cards), drag.spot_in(cards, UNPLACED))
    assert {duty(document.plan, NOW, role).area for role in (A1, B1, C1)} == {Area.UNPLACED}
    assert cards.selected_roles() == (A1, B1, C1)
    document.undo()
    assert [duty(document.plan, NOW, role).area for role in (A1, B1, C1)] == [
        Area.I,
        Area.IV,
        Area.III,
    ]


def test_a_card_dropped_on_its_own_area_does_nothing(
    cards: BoardList, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([A1, A2])
    plan = document.plan
    assert not drag.drop(cards, drag.carried(cards), drag.spot_in(cards, I))
    assert document.plan is plan


def test_only_roles_of_other_lanes_are_moved(cards: BoardList, viewpoint: Viewpoint) -> None:
    viewpoint.select([A1, B1])
    drag.enter(cards, drag.carried(cards), drag.spot_in(cards, IV))
    assert cards.promise == "Move A-1 to area IV"


def test_the_lane_under_the_cards_shows_what_a_drop_does(
    cards: BoardList, viewpoint: Viewpoint
) -> None:
    viewpoint.select([A1, B1, C1])
    plain = image(cards)
    text: list[str] = []
    cards.promised.connect(text.append)
    drag.enter(cards, drag.carried(cards), drag.spot_in(cards, II))
    assert aimed_at(cards) == (II, "Move 3 roles to area II")
    assert image(cards) != plain
    drag.leave(cards)
    assert aimed_at(cards) == (None, "")
    assert image(cards) == plain
    remark = "Catalogue: I, III, IV · sourcing unchanged"
    assert text == [f"Move 3 roles to area II · {remark}", ""]


def test_between_lanes_nothing_can_be_dropped(cards: BoardList, viewpoint: Viewpoint) -> None:
    viewpoint.select([A1])
    assert not drag.drop(cards, drag.carried(cards), QPoint(2, 2))


def test_data_of_another_plan_or_form_is_not_accepted(cards: BoardList, document: Document) -> None:
    text = QMimeData()
    text.setText("v2:A-1")
    strange = [text, packed("another plan", [A1])]
    for content in (b"{", b"[]", b'{"plan": "sample", "roles": 3}', b"\xff"):
        mime = QMimeData()
        mime.setData(MIME_TYPE, content)
        strange.append(mime)
    plan = document.plan
    for mime in strange:
        assert not drag.drop(cards, mime, drag.spot_in(cards, II))
    assert document.plan is plan


def test_a_role_that_is_gone_is_left_out(cards: BoardList, document: Document) -> None:
    mime = packed(document.plan.id, [RoleId("v2:Z-9"), A1])
    assert drag.drop(cards, mime, drag.spot_in(cards, II))
    assert duty(document.plan, NOW, A1).area is Area.II


def test_dragged_roles_are_decoded_as_they_were_encoded(qapp: object) -> None:
    mime = packed("plan", [A1, B1])
    assert unpacked(mime, "plan") == (A1, B1)
    assert mime.text() == "A-1\nB-1"


@pytest.fixture
def begun(cards: BoardList) -> list[QDrag]:
    """Return the drags that have begun; none of them runs."""
    seen: list[QDrag] = []

    def remember(each: QDrag) -> Qt.DropAction:
        seen.append(each)
        return Qt.DropAction.IgnoreAction

    cards.run_drag = remember
    return seen


def pull(cards: BoardList, start: QPoint) -> None:
    """Press at `start`, move the mouse away in small steps, and let go."""
    viewport = cards.viewport()
    moves = [QEvent.Type.MouseMove] * 3
    kinds = [QEvent.Type.MouseButtonPress, *moves, QEvent.Type.MouseButtonRelease]
    for step, kind in enumerate(kinds):
        at = QPointF(start + QPoint(12, 6) * step)
        is_move = kind is QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if is_move else Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind,
            at,
            viewport.mapToGlobal(at),
            button,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, event)


def test_pulling_a_card_begins_a_drag_of_it(
    board: BoardView, cards: BoardList, begun: list[QDrag], document: Document
) -> None:
    pull(cards, cards.visualRect(board.model.index(board.model.row_of(B1))).center())
    assert unpacked(begun[0].mimeData(), document.plan.id) == (B1,)
    assert cards.target is None


def test_dragging_one_of_many_selected_cards_drags_all_and_shows_how_many(
    board: BoardView,
    cards: BoardList,
    begun: list[QDrag],
    document: Document,
    viewpoint: Viewpoint,
) -> None:
    pull(cards, cards.visualRect(board.model.index(board.model.row_of(B1))).center())
    viewpoint.select([A1, A2, B1, C1])
    pull(cards, cards.visualRect(board.model.index(board.model.row_of(B1))).center())
    assert unpacked(begun[1].mimeData(), document.plan.id) == (A1, A2, B1, C1)
    one, many = (each.pixmap() for each in begun)
    assert many.width() > one.width()
    assert many.height() > one.height()


def test_pulling_empty_ground_begins_no_drag(cards: BoardList, begun: list[QDrag]) -> None:
    lane = cards.placement.arrangement.lane(II)
    pull(cards, QPoint(lane.rect.right - 60, lane.rect.bottom - 40))
    assert begun == []


def test_a_drop_repaints_only_the_two_lanes(cards: BoardList, viewpoint: Viewpoint) -> None:
    viewpoint.select([A1])
    lanes = cards.placement.arrangement
    third = lanes.lane(III).rect
    before = image(cards)
    drag.drop(cards, drag.carried(cards), drag.spot_in(cards, II))
    after = image(cards)
    inside = (third.x, third.y, third.width, third.height)
    assert cards.placement.arrangement.lane(III).rect == third
    assert before.copy(*inside) == after.copy(*inside)
    assert before != after


def test_a_drag_near_the_edge_scrolls_a_long_board(
    qtbot: QtBot, cards: BoardList, document: Document, viewpoint: Viewpoint
) -> None:
    document.open(History.of(big_plan(400, 12)))
    viewpoint.select([A1])
    bar = cards.verticalScrollBar()
    bar.setValue(0)
    mime = drag.carried(cards)
    edge = QPoint(cards.viewport().width() // 2, cards.viewport().height() - 4)

    def has_scrolled() -> bool:
        return bar.value() > 0

    drag.enter(cards, mime, edge)
    qtbot.waitUntil(has_scrolled)
    drag.leave(cards)
    reached = bar.value()
    drag.enter(cards, mime, QPoint(edge.x(), 3))

    def has_scrolled_back() -> bool:
        return bar.value() < reached

    qtbot.waitUntil(has_scrolled_back)
    drag.leave(cards)
