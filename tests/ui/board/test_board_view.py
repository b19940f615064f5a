"""The board follows the plan, shares its selection, answers to keys, and is said aloud."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QMouseEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.custom_role_edits import AddCustomRole
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.board.board_list import BoardList
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.contexts import context_of
from tests.support.lanes import II, III, IV, UNPLACED, I
from tests.support.plans import big_plan

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NOW, TARGET = PhaseId("now"), PhaseId("target")
NONE = Modifier.NoModifier
CODES = ("A-1", "A-2", "B-1", "B-3", "B-4", "C-1", "D-1")
A1, A2, B1, B3, B4, C1, D1 = (RoleId(f"v2:{code}") for code in CODES)


def press(cards: BoardList, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press `key` on the board."""
    QTest.keyClick(cards, key, modifier)


def lane_of(board: BoardView, role: RoleId) -> LaneId:
    """Return the lane in which the card of `role` is shown."""
    return board.list.placement.lane(board.model.row_of(role))


def middle(board: BoardView, role: RoleId) -> QPoint:
    """Return the middle of the card of `role` in the viewport."""
    return board.list.visualRect(board.model.index(board.model.row_of(role))).center()


def current(board: BoardView) -> RoleId:
    """Return the role that has the cursor."""
    return board.model.role(board.list.currentIndex().row()).id


def pixel(board: BoardView, role: RoleId) -> QColor:
    """Return the colour at the lower left of a card, where nothing is written."""
    rect = board.list.visualRect(board.model.index(board.model.row_of(role)))
    return board.list.viewport().grab().toImage().pixelColor(rect.bottomLeft() + QPoint(6, -1))


def test_cards_stay_selected_when_other_roles_come(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B1])
    document.perform(AddCustomRole("OT-1", "A", LocalText.same("Plant")))
    assert board.list.selected_roles() == (B1,)
    shown = [index.row() for index in board.list.selectionModel().selectedIndexes()]
    assert shown == [board.model.row_of(B1)]
    viewpoint.select([])
    assert board.list.selected_roles() == ()


def test_selecting_a_card_selects_its_role_everywhere_and_back(
    board: BoardView, viewpoint: Viewpoint
) -> None:
    QTest.mouseClick(board.list.viewport(), Qt.MouseButton.LeftButton, pos=middle(board, B1))
    assert viewpoint.roles == (B1,)
    viewpoint.select([C1, D1])
    assert board.list.selected_roles() == (C1, D1)


def test_a_selection_from_elsewhere_is_not_announced_back(
    board: BoardView, viewpoint: Viewpoint
) -> None:
    received: list[int] = []

    def on_event() -> None:
        received.append(len(viewpoint.roles))

    viewpoint.roles_changed.connect(on_event)
    viewpoint.select([C1, D1])
    assert received == [2]


def test_ctrl_adds_a_card_and_shift_all_between(board: BoardView, viewpoint: Viewpoint) -> None:
    viewport, left = board.list.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, NONE, middle(board, A1))
    QTest.mouseClick(viewport, left, Modifier.ControlModifier, middle(board, C1))
    assert viewpoint.roles == (A1, C1)
    QTest.mouseClick(viewport, left, NONE, middle(board, A1))
    QTest.mouseClick(viewport, left, Modifier.ShiftModifier, middle(board, D1))
    rows = board.list.placement.rows(I)
    accepted = rows[: rows.index(board.model.row_of(D1)) + 1]
    assert board.list.selected_rows() == list(accepted)


def test_a_frame_drawn_on_empty_ground_selects_the_cards_it_touches(board: BoardView) -> None:
    viewport, left = board.list.viewport(), Qt.MouseButton.LeftButton
    lane = board.list.placement.arrangement.lane(IV)
    start = QPoint(lane.rect.right - 3, lane.rect.bottom - 3)
    assert not board.list.indexAt(start).isValid()
    QTest.mousePress(viewport, left, NONE, start)
    _mouse_to(board, middle(board, B1), left)
    viewport.grab()
    QTest.mouseRelease(viewport, left, NONE, middle(board, B1))
    assert B1 in board.list.selected_roles()
    assert {lane_of(board, role) for role in board.list.selected_roles()} == {IV}


def test_a_click_on_a_heading_selects_the_cards_of_its_lane(board: BoardView) -> None:
    lane = board.list.placement.arrangement.lane(II)
    header = QPoint(lane.header.x + 25, lane.header.y + 5)
    QTest.mouseClick(board.list.viewport(), Qt.MouseButton.LeftButton, NONE, header)
    assert board.list.selected_rows() == list(board.list.placement.rows(II))


def test_arrows_move_the_cursor_over_the_board(board: BoardView, viewpoint: Viewpoint) -> None:
    board.jump_to(A1)
    press(board.list, Key.Key_Right)
    assert current(board) == A2
    assert viewpoint.roles == (A2,)
    press(board.list, Key.Key_Left)
    press(board.list, Key.Key_Down)
    columns = board.list.placement.arrangement.lane(I).columns
    assert board.list.currentIndex().row() == board.list.placement.rows(I)[columns]


def test_shift_and_arrows_extend_the_selection(board: BoardView) -> None:
    board.jump_to(A1)
    press(board.list, Key.Key_Right, Modifier.ShiftModifier)
    assert board.list.selected_roles() == (A1, A2)
    press(board.list, Key.Key_Left, Modifier.ShiftModifier)
    assert board.list.selected_roles() == (A1,)


def test_ctrl_and_arrows_move_the_selected_cards_to_the_area_beside(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([A1, A2])
    press(board.list, Key.Key_Left, Modifier.ControlModifier)
    assert lane_of(board, A1) == lane_of(board, A2) == II
    press(board.list, Key.Key_Down, Modifier.ControlModifier)
    press(board.list, Key.Key_Down, Modifier.ControlModifier)
    assert lane_of(board, A1) == UNPLACED
    document.undo()
    assert lane_of(board, A1) == lane_of(board, A2) == III
    assert board.list.selected_roles() == (A1, A2)
    assert current(board) == A1


def test_ctrl_and_an_arrow_off_the_board_does_nothing(board: BoardView, document: Document) -> None:
    board.jump_to(A1)
    plan = document.plan
    press(board.list, Key.Key_Up, Modifier.ControlModifier)
    assert document.plan is plan


def test_home_and_end_stay_in_the_lane_and_with_ctrl_cross_the_board(board: BoardView) -> None:
    board.jump_to(B4)
    press(board.list, Key.Key_Home)
    assert current(board) == B1
    press(board.list, Key.Key_End)
    assert board.list.currentIndex().row() == board.list.placement.rows(IV)[-1]
    press(board.list, Key.Key_Home, Modifier.ControlModifier)
    assert board.list.currentIndex().row() == board.list.placement.rows(II)[0]


def test_space_selects_or_deselects_the_current_card(board: BoardView) -> None:
    board.jump_to(B3)
    press(board.list, Key.Key_Space)
    assert board.list.selected_roles() == ()
    press(board.list, Key.Key_Space)
    assert board.list.selected_roles() == (B3,)


def test_ctrl_a_selects_every_card(board: BoardView, viewpoint: Viewpoint) -> None:
    press(board.list, Key.Key_A, Modifier.ControlModifier)
    assert len(viewpoint.roles) == 54


def test_typing_a_code_jumps_to_its_card(board: BoardView) -> None:
    QTest.keyClicks(board.list, "d-1")
    assert current(board) == D1


def test_enter_and_double_click_request_details(qtbot: QtBot, board: BoardView) -> None:
    board.jump_to(B3)
    with qtbot.waitSignal(board.details_requested, timeout=1000):
        press(board.list, Key.Key_Return)
    with qtbot.waitSignal(board.details_requested, timeout=1000):
        QTest.mouseDClick(board.list.viewport(), Qt.MouseButton.LeftButton, NONE, middle(board, B1))


def test_a_double_click_on_one_of_several_cards_keeps_them_all(
    qtbot: QtBot, board: BoardView, viewpoint: Viewpoint
) -> None:
    viewpoint.select([A1, B1])
    viewport, left = board.list.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, NONE, middle(board, B1))
    with qtbot.waitSignal(board.details_requested, timeout=1000):
        QTest.mouseDClick(viewport, left, NONE, middle(board, B1))
    assert viewpoint.roles == (A1, B1)


def test_moving_roles_to_their_own_area_is_no_step(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    viewpoint.select([A1])
    plan = document.plan
    board.list.drop_requested.emit(frozenset({A1}), I)
    assert document.plan is plan
    board.list.drop_requested.emit(frozenset({A1}), IV)
    assert lane_of(board, A1) == IV


def test_only_roles_from_other_lanes_are_in_the_edit(board: BoardView, document: Document) -> None:
    board.list.drop_requested.emit(frozenset({A1, B1}), I)
    edit = document.history.steps[document.history.index].edit
    assert edit == MoveRoles(NOW, frozenset({B1}), Area.I)


def test_undo_brings_the_cards_back(board: BoardView, document: Document) -> None:
    roles = frozenset({A1, B1, C1})
    before = [board.list.placement.rect(board.model.row_of(role)) for role in sorted(roles)]
    document.perform(MoveRoles(NOW, roles, Area.UNPLACED))
    assert {lane_of(board, role) for role in roles} == {UNPLACED}
    document.undo()
    after = [board.list.placement.rect(board.model.row_of(role)) for role in sorted(roles)]
    assert after == before


def test_a_search_dims_the_other_cards(board: BoardView) -> None:
    quiet, loud = pixel(board, A1), pixel(board, D1)
    assert board.set_filter("incident report") == 1
    assert pixel(board, A1) != quiet
    assert pixel(board, D1) == loud
    assert board.set_filter("") == 54
    assert pixel(board, A1) == quiet


@pytest.mark.parametrize(("text", "number"), [("b-3", 1), ("Ｂ－３", 1), ("nothing at all", 0)])
def test_a_search_ignores_case_and_width(board: BoardView, text: str, number: int) -> None:
    assert board.set_filter(text) == number


def test_a_search_finds_the_roles_of_a_party(board: BoardView, document: Document) -> None:
    current = sum("ciso" in board.model.duty(row).letters for row in range(54))
    assert board.set_filter("CISO") == current


def test_the_board_is_in_the_language_of_the_window(
    board: BoardView, translator: Translator
) -> None:
    translator.set_language("ja")
    assert board.list.accessibleName() == "役割のボード"
    assert board.model.card(0).name == "全体方針管理"
    board.grab()


def test_another_phase_and_another_plan_are_shown(
    board: BoardView, document: Document, viewpoint: Viewpoint
) -> None:
    document.perform(MoveRoles(TARGET, frozenset({A1}), Area.III))
    assert lane_of(board, A1) == I
    viewpoint.look_at_phase(TARGET)
    assert lane_of(board, A1) == III
    document.open(History.of(big_plan(400, 12)))
    assert sum(lane.count for lane in board.list.placement.arrangement.lanes) == 400
    assert board.list.verticalScrollBar().maximum() > 0
    board.grab()


def test_54_cards_need_no_scroll_bar(board: BoardView) -> None:
    assert board.list.verticalScrollBar().maximum() == 0
    assert board.list.horizontalScrollBar().maximum() == 0


def test_the_cursor_is_scrolled_into_view(board: BoardView, document: Document) -> None:
    document.open(History.of(big_plan(400, 12)))
    last = board.list.placement.rows(III)[-1]
    board.jump_to(board.model.role(last).id)
    shown = board.list.visualRect(board.model.index(last))
    assert board.list.viewport().rect().contains(shown)
    board.list.verticalScrollBar().setValue(0)
    board.jump_to(board.model.role(board.list.placement.rows(I)[0]).id)
    board.grab()


def test_headings_stay_visible_while_their_cards_scroll(
    board: BoardView, document: Document
) -> None:
    document.open(History.of(big_plan(400, 12)))
    lane = board.list.placement.arrangement.lane(II)
    assert board.list.header(lane) == lane.header
    board.list.verticalScrollBar().setValue(300)
    assert board.list.header(lane).y == 300
    board.grab()
    QTest.mouseClick(
        board.list.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(lane.header.x + 25, 5)
    )
    assert board.list.selected_rows() == list(board.list.placement.rows(II))


def test_every_card_is_a_child_a_screen_reader_finds(board: BoardView) -> None:
    table = QAccessible.queryAccessibleInterface(board.list)
    names = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    assert len(names) == 54
    assert names[0].startswith("A-1 Overall policy management, Area I, In-house")
    child = table.child(board.model.row_of(B3))
    rect = board.list.visualRect(board.model.index(board.model.row_of(B3)))
    top_left = board.list.viewport().mapToGlobal(rect.topLeft())
    assert child.rect().topLeft() == top_left
    assert table.text(QAccessible.Text.Name) == "Board of roles"
    assert "Area I: 20" in table.text(QAccessible.Text.Description)


def test_the_description_follows_the_plan(board: BoardView, document: Document) -> None:
    document.perform(MoveRoles(NOW, frozenset({A1}), Area.UNPLACED))
    assert "Area I: 19" in board.list.accessibleDescription()


def test_dark_and_light_are_drawn_from_the_palette(board: BoardView) -> None:
    light = pixel(board, A1)
    dark = QPalette(QColor("#202327"))
    board.list.setPalette(dark)
    assert pixel(board, A1).lightness() < light.lightness()


def test_the_context_menu_is_requested_at_the_card(qtbot: QtBot, board: BoardView) -> None:
    viewport = board.list.viewport()
    with qtbot.waitSignal(board.context_requested, timeout=1000) as questions:
        QTest.mouseClick(viewport, Qt.MouseButton.RightButton, NONE, middle(board, B1))
        _context(board, middle(board, B1))
    assert board.list.selected_roles() == (B1,)
    assert questions.args == [viewport.mapToGlobal(middle(board, B1))]


def test_the_menu_key_requests_the_menu_at_the_card_with_the_cursor(
    qtbot: QtBot, board: BoardView
) -> None:
    board.jump_to(B3)
    viewport = board.list.viewport()
    with qtbot.waitSignal(board.context_requested, timeout=1000) as questions:
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, QPoint(), viewport.mapToGlobal(QPoint()), NONE)
        QApplication.sendEvent(viewport, event)
    assert questions.args == [viewport.mapToGlobal(middle(board, B3))]


def test_on_empty_ground_there_is_no_menu(qtbot: QtBot, board: BoardView) -> None:
    lane = board.list.placement.arrangement.lane(II)
    with qtbot.assertNotEmitted(board.context_requested):
        _context(board, QPoint(lane.rect.right - 10, lane.rect.bottom - 10))


def test_a_page_on_stays_in_the_lane(board: BoardView, document: Document) -> None:
    document.open(History.of(big_plan(400, 12)))
    first = board.list.placement.rows(II)[0]
    board.jump_to(board.model.role(first).id)
    press(board.list, Key.Key_PageDown)
    after = board.list.currentIndex().row()
    assert board.list.placement.lane(after) == II
    lane = board.list.placement.arrangement.lane(II)
    assert board.list.placement.rows(II).index(after) % lane.columns == 0
    assert after > first
    press(board.list, Key.Key_PageUp)
    assert board.list.currentIndex().row() == first


def test_the_card_under_the_mouse_is_marked(board: BoardView) -> None:
    viewport = board.list.viewport()
    lane = board.list.placement.arrangement.lane(II)
    empty = QPoint(lane.rect.right - 10, lane.rect.bottom - 10)
    assert not board.list.indexAt(empty).isValid()
    _mouse_to(board, empty)
    plain = viewport.grab().toImage()
    _mouse_to(board, middle(board, B3))
    assert viewport.grab().toImage() != plain
    _mouse_to(board, empty)
    assert viewport.grab().toImage() == plain


def _mouse_to(
    board: BoardView, at: QPoint, current: Qt.MouseButton = Qt.MouseButton.NoButton
) -> None:
    """Send what the window system sends when the mouse moves to `at` with `current` pressed."""
    viewport, none = board.list.viewport(), Qt.MouseButton.NoButton
    place = at.toPointF()
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), none, current, NONE
    )
    QApplication.sendEvent(viewport, event)


def _context(board: BoardView, at: QPoint) -> None:
    """Send what the window system sends after a right click."""
    viewport = board.list.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, viewport.mapToGlobal(at), NONE)
    QApplication.sendEvent(viewport, event)


def test_a_board_is_not_arranged_before_it_is_shown_or_asked_for_places(
    qtbot: QtBot, document: Document, translator: Translator
) -> None:
    view = BoardView(context_of(document, translator))
    qtbot.addWidget(view)
    assert not view.list.indexAt(QPoint(10, 10)).isValid()
    view.resize(900, 600)
    assert view.list.visualRect(view.model.index(0)).isValid()
    view.show()
    size = view.list.maximumViewportSize()
    assert view.list.placement.arrangement.size == (size.width(), size.height())


def test_a_board_can_be_grabbed_before_it_is_shown(
    qtbot: QtBot, document: Document, translator: Translator
) -> None:
    view = BoardView(context_of(document, translator))
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.list.rebuild()
    assert not view.list.grab().isNull()
    assert view.list.placement.is_arranged
