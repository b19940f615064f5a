"""Cards are divided into rows by the width they have."""

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.ui.start.card_rows import CardRows

LEAST = 100


class Card(QWidget):
    """A card that has a least width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, 20)


@pytest.mark.parametrize(
    ("count", "width", "rows"),
    [
        (4, 440, [4]),
        (4, 435, [2, 2]),
        (4, 220, [2, 2]),
        (4, 211, [1, 1, 1, 1]),
        (3, 220, [2, 1]),
        (2, 2_000, [2]),
        (1, 50, [1]),
    ],
)
def test_no_row_is_wider_than_the_page(
    qtbot: QtBot, count: int, width: int, rows: list[int]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    shown = CardRows(page)
    cards = [Card() for _ in range(count)]
    for card in cards:
        shown.add(card)
    assert shown.minimumSizeHint().width() <= LEAST
    shown.resize(width, 300)
    page.show()
    QCoreApplication.processEvents()
    tops = sorted({card.y() for card in cards})
    assert [sum(card.y() == top for card in cards) for top in tops] == rows
    assert [card.x() for card in cards] == [cards[at % rows[0]].x() for at in range(count)]
