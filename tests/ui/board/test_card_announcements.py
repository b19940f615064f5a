"""A screen reader is told of the card with the cursor, of what is selected and of what changes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from socplanner.domain.ids import RoleId
from socplanner.ui.board import card_announcements
from socplanner.ui.board.board_list import BoardList
from socplanner.ui.board.board_view import BoardView
from tests.support.lanes import II, UNPLACED

A1, A2 = RoleId("v2:A-1"), RoleId("v2:A-2")


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """Return what is told, as rows and kinds of event."""
    received: list[tuple[int, str]] = []

    def on_event(view: object, row: int, happening: str) -> None:
        received.append((row, happening))

    monkeypatch.setattr(card_announcements, "_announce", on_event)
    return received


@pytest.fixture
def _active() -> Iterator[None]:
    """Let Qt believe that a screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_the_cursor_is_announced_by_the_row_of_its_card(
    board: BoardView, messages: list[tuple[int, str]]
) -> None:
    board.jump_to(A1)
    messages.clear()
    QTest.keyClick(board.list, Qt.Key.Key_Right)
    row = board.model.row_of(A2)
    assert (row, "Focus") in messages
    assert (row, "SelectionAdd") in messages


def test_a_card_that_is_moved_is_announced_as_changed(
    board: BoardView, cards: BoardList, messages: list[tuple[int, str]]
) -> None:
    board.jump_to(A1)
    cards.drop_requested.emit(frozenset({A1}), II)
    assert (board.model.row_of(A1), "NameChanged") in messages


def test_for_many_cards_only_the_change_of_selection_is_announced(
    board: BoardView, messages: list[tuple[int, str]]
) -> None:
    board.list.selectAll()
    assert messages == [(-1, "SelectionWithin")]


@pytest.mark.usefixtures("_active")
def test_the_board_answers_while_a_screen_reader_listens(
    board: BoardView, cards: BoardList
) -> None:
    board.jump_to(A1)
    QTest.keyClick(cards, Qt.Key.Key_Right)
    cards.drop_requested.emit(frozenset({A2}), UNPLACED)
    board.list.selectAll()
    table = QAccessible.queryAccessibleInterface(cards)
    child = table.child(board.model.row_of(A2))
    assert "Not placed" in child.text(QAccessible.Text.Name)
