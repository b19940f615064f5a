"""The headers of lanes as objects for keys and screen readers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.services.settings import BoardChoices
from socplanner.services.translator import Translator
from socplanner.ui.board.board_list import BoardList
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.board.lane_buttons import LaneButton
from socplanner.ui.board.placement import Step
from tests.support import drag
from tests.support.lanes import II, I

KEY = Qt.Key


@pytest.fixture
def buttons(qtbot: QtBot, board: BoardView) -> list[LaneButton]:
    """Return the buttons of the lanes, which are made after the first paint."""
    qtbot.waitUntil(lambda: len(shown(board)) == len(board.model.lanes.lanes))
    return shown(board)


def shown(board: BoardView) -> list[LaneButton]:
    """Return the buttons of the lanes as they stand, row by row."""
    QApplication.processEvents()
    buttons = board.findChildren(LaneButton)
    return sorted((each for each in buttons if each.isVisible()), key=_place)


def _place(button: LaneButton) -> tuple[int, int]:
    return button.y(), button.x()


def names(board: BoardView) -> list[str]:
    """Return what a screen reader reads of each lane."""
    return [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        for each in shown(board)
    ]


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press `key` where the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def focused(board: BoardView) -> str:
    """Return the lane whose button has the focus, or nothing."""
    widget = QApplication.focusWidget()
    return widget.lane if isinstance(widget, LaneButton) else ""


def test_each_lane_is_a_button_with_name_number_and_state(
    board: BoardView, buttons: list[LaneButton]
) -> None:
    roles = {QAccessible.queryAccessibleInterface(each).role() for each in buttons}
    assert roles == {QAccessible.Role.Button}
    counts = board.list.counts()
    assert names(board)[1].startswith("Area I ")
    assert names(board)[1].endswith(f", {counts[I]} roles, unfolded")
    assert len(names(board)) == len(board.model.lanes.lanes)


def test_a_button_lies_over_the_header_and_lets_the_mouse_through(
    cards: BoardList, buttons: list[LaneButton], board: BoardView
) -> None:
    for button in buttons:
        box = cards.placement.arrangement.lane(button.lane)
        here = button.mapTo(board, QPoint(5, 2)) - cards.viewport().mapTo(board, QPoint(0, 0))
        assert cards.header(box).contains(here.x(), here.y())
        assert board.childAt(button.geometry().center()) is cards.viewport()


def test_tab_goes_to_the_lane_of_the_current_card_and_no_other(
    qtbot: QtBot, board: BoardView, cards: BoardList, buttons: list[LaneButton]
) -> None:
    row = cards.placement.rows(II)[0]
    cards.setCurrentIndex(cards.cards.index(row))
    QApplication.processEvents()
    press(qtbot, KEY.Key_Tab)
    assert focused(board) == II
    stops = [each for each in buttons if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each.lane for each in stops] == [II]
    press(qtbot, KEY.Key_Backtab)
    assert cards.hasFocus()


def test_arrows_go_from_lane_to_lane_as_they_stand(
    qtbot: QtBot, board: BoardView, cards: BoardList, buttons: list[LaneButton]
) -> None:
    press(qtbot, KEY.Key_Tab)
    first = focused(board)
    seen = {first}
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Left, KEY.Key_Down, KEY.Key_Down):
        press(qtbot, key)
        seen.add(focused(board))
    assert seen == {lane.id for lane in board.model.lanes.lanes}
    assert cards.placement.lane_after(I, Step.UP) is None


def test_space_folds_and_unfolds_and_keeps_the_focus(
    qtbot: QtBot, board: BoardView, cards: BoardList, buttons: list[LaneButton]
) -> None:
    cards.setCurrentIndex(cards.cards.index(cards.placement.rows(II)[0]))
    QApplication.processEvents()
    press(qtbot, KEY.Key_Tab)
    before = names(board)
    press(qtbot, KEY.Key_Space)
    assert cards.placement.arrangement.lane(II).is_folded
    assert focused(board) == II
    assert any(name.endswith(", folded") for name in names(board))
    press(qtbot, KEY.Key_Space)
    assert focused(board) == II
    assert names(board) == before


def test_enter_selects_the_roles_and_goes_to_their_first_card(
    qtbot: QtBot, board: BoardView, cards: BoardList, buttons: list[LaneButton]
) -> None:
    cards.setCurrentIndex(cards.cards.index(cards.placement.rows(II)[0]))
    QApplication.processEvents()
    press(qtbot, KEY.Key_Tab)
    press(qtbot, KEY.Key_Return)
    assert cards.hasFocus()
    assert cards.selected_rows() == list(cards.placement.rows(II))


def test_a_move_changes_the_numbers(board: BoardView, buttons: list[LaneButton]) -> None:
    cards = board.list
    row = cards.placement.rows(II)[0]
    before = cards.counts()
    cards.select_rows([row])
    drag.drop(cards, drag.carried(cards), drag.spot_in(cards, I))
    text = " | ".join(names(board))
    assert f", {before[II] - 1} roles" in text
    assert f", {before[I] + 1} roles" in text


def test_lanes_of_another_kind_and_language_have_their_own_buttons(
    board: BoardView, buttons: list[LaneButton], translator: Translator
) -> None:
    board.model.options.choose(BoardChoices(lanes="sourcing"))
    assert [name.split(",")[0] for name in names(board)][:2] == ["In-house", "Outsourced"]
    assert len(shown(board)) == len(board.model.lanes.lanes)
    translator.set_language("ja")
    assert all("役割" in name for name in names(board))


def test_a_lane_that_goes_while_it_has_the_focus_returns_it_to_the_cards(
    qtbot: QtBot, board: BoardView, cards: BoardList, buttons: list[LaneButton]
) -> None:
    press(qtbot, KEY.Key_Tab)
    assert focused(board)
    board.model.options.choose(BoardChoices(lanes="function"))
    QApplication.processEvents()
    assert cards.hasFocus()


def test_a_focused_lane_is_scrolled_into_sight(
    qtbot: QtBot, board: BoardView, cards: BoardList
) -> None:
    board.resize(480, 330)
    board.model.options.choose(BoardChoices(lanes="function", card_size="large"))
    qtbot.waitUntil(lambda: len(shown(board)) == len(board.model.lanes.lanes))
    assert cards.verticalScrollBar().maximum() > 0
    press(qtbot, KEY.Key_Tab)
    for _ in board.model.lanes.lanes:
        press(qtbot, KEY.Key_Down)
    widget = QApplication.focusWidget()
    assert isinstance(widget, LaneButton)
    assert cards.verticalScrollBar().value() > 0
    assert 0 <= widget.y() < cards.viewport().height()
