"""A card stands inside the window, and not over what it is about if there is any space for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt

from socplanner.ui.tour.card_place import GAP, card_place
from socplanner.ui.tour.hints import HINTS

SPACE = QRect(8, 8, 1264, 700)
SIZE = QSize(260, 140)
SIDES = tuple(Qt.Edge)
LENGTHS = st.integers(1, 900)


@pytest.mark.parametrize(
    ("side", "place"),
    [
        (Qt.Edge.RightEdge, (510, 300)),
        (Qt.Edge.LeftEdge, (130, 300)),
        (Qt.Edge.BottomEdge, (400, 360)),
        (Qt.Edge.TopEdge, (400, 150)),
    ],
)
def test_the_first_side_with_room_is_used(side: Qt.Edge, place: tuple[int, int]) -> None:
    rect = card_place(SIZE, QRect(400, 300, 100, 50), SPACE, (side,))
    assert rect.topLeft().toTuple() == place


def test_a_card_moves_along_the_edge_and_away_from_it() -> None:
    at_the_end = card_place(SIZE, QRect(1200, 690, 60, 20), SPACE, (Qt.Edge.TopEdge,))
    assert at_the_end.topLeft().toTuple() == (1012, 540)
    below_the_room = card_place(SIZE, QRect(0, 725, 500, 24), SPACE, (Qt.Edge.TopEdge,))
    assert below_the_room.topLeft().toTuple() == (8, 568)


def test_where_no_side_has_room_it_covers_as_little_as_it_can() -> None:
    rect = card_place(SIZE, QRect(100, 0, 1200, 800), SPACE, SIDES)
    assert rect.topLeft().toTuple() == (8, 8)


@given(
    left=st.integers(-100, 1300),
    top=st.integers(-100, 800),
    width=LENGTHS,
    height=LENGTHS,
    card=st.tuples(st.integers(50, 400), st.integers(50, 300)),
    sides=st.permutations(SIDES),
)
def test_a_card_never_covers_what_it_is_about(
    left: int, top: int, width: int, height: int, card: tuple[int, int], sides: list[Qt.Edge]
) -> None:
    anchor, size = QRect(left, top, width, height), QSize(*card)
    rect = card_place(size, anchor, SPACE, sides)
    assert SPACE.contains(rect)
    assert rect.size() == size
    spaces = (
        anchor.left() - GAP - SPACE.left() >= size.width(),
        SPACE.right() - anchor.right() - GAP >= size.width(),
        anchor.top() - GAP - SPACE.top() >= size.height(),
        SPACE.bottom() - anchor.bottom() - GAP >= size.height(),
    )
    if any(spaces):
        assert not rect.intersects(anchor)


def test_every_hint_names_all_sides_once() -> None:
    assert len(HINTS) == 5
    for hint in HINTS:
        assert set(hint.sides) == set(SIDES)
        assert ("{keys}" in hint.text) == bool(hint.action)
