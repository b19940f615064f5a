"""The cursor goes to the ends of lane and board, and by pages within the lane."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from socplanner.ui.board.card_cursor import CursorAction, row_after
from socplanner.ui.board.lane_boxes import Frame
from socplanner.ui.board.placement import Placement
from socplanner.ui.board.text_fit import TextFit
from tests.support.lanes import II, I, area_lanes

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
PAGE = 200


@pytest.fixture
def placement(qapp: object) -> Placement:
    """Return 40 roles: rows 0 to 29 in lane I at the left, the others in II."""
    names = [f"Role {row}" for row in range(40)]
    made = Placement(area_lanes().mirrored(), [I] * 30 + [II] * 10, names, TextFit(QFont(), names))
    made.arrange((900, 640), Frame(header=20, left=14, below=14))
    return made


@pytest.mark.parametrize(
    ("row", "action", "modifiers", "after"),
    [
        (5, CursorAction.MoveHome, NONE, 0),
        (5, CursorAction.MoveEnd, NONE, 29),
        (35, CursorAction.MoveHome, NONE, 30),
        (35, CursorAction.MoveHome, CONTROL, 0),
        (5, CursorAction.MoveEnd, CONTROL, 39),
        (29, CursorAction.MoveNext, NONE, 30),
        (39, CursorAction.MoveNext, NONE, 39),
        (30, CursorAction.MovePrevious, NONE, 29),
        (0, CursorAction.MovePrevious, NONE, 0),
        (1, CursorAction.MovePageUp, NONE, 0),
        (28, CursorAction.MovePageDown, NONE, 29),
        (0, CursorAction.MoveUp, NONE, 0),
    ],
)
def test_the_cursor_goes_where_the_key_leads(
    placement: Placement,
    row: int,
    action: CursorAction,
    modifiers: Qt.KeyboardModifier,
    after: int,
) -> None:
    assert row_after(placement, row, action, modifiers, PAGE) == after


def test_a_page_is_a_line_less_than_what_is_visible(placement: Placement) -> None:
    lane = placement.arrangement.lane(I)
    lines = 200 // (lane.card_height + lane.gap) - 1
    after = row_after(placement, 0, CursorAction.MovePageDown, NONE, PAGE)
    assert after == lines * lane.columns
