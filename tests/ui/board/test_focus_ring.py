"""The current card is ringed for those who use the keyboard, and for nobody else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socplanner.ui.board.board_list import BoardList

REASONS = Qt.FocusReason


def focus(cards: BoardList, reason: Qt.FocusReason) -> None:
    """Give the focus to `cards` for `reason`."""
    cards.clearFocus()
    cards.setFocus(reason)


def test_a_click_does_not_ring_the_card_and_a_key_does(cards: BoardList) -> None:
    rect = cards.placement.rect(3)
    spot = QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2)
    keys = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, keys, spot)
    assert cards.currentIndex().row() == 3
    assert cards.marks().current == -1
    QTest.keyClick(cards, Qt.Key.Key_Shift)
    assert cards.marks().current == 3
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, keys, spot)
    assert cards.marks().current == -1


@pytest.mark.parametrize("reason", [REASONS.TabFocusReason, REASONS.ShortcutFocusReason])
def test_a_card_reached_by_keys_is_ringed(cards: BoardList, reason: Qt.FocusReason) -> None:
    cards.setCurrentIndex(cards.cards.index(3))
    focus(cards, reason)
    assert cards.marks().current == 3
    focus(cards, REASONS.MouseFocusReason)
    assert cards.marks().current == -1


def test_after_another_window_it_is_as_it_was(cards: BoardList) -> None:
    cards.setCurrentIndex(cards.cards.index(3))
    for reason, row in ((REASONS.TabFocusReason, 3), (REASONS.MouseFocusReason, -1)):
        focus(cards, reason)
        event = QFocusEvent(QFocusEvent.Type.FocusIn, REASONS.ActiveWindowFocusReason)
        QApplication.sendEvent(cards, event)
        assert cards.marks().current == row
