"""Steps between cards go where the eye expects, and lanes are neighbours as they stand."""

import pytest
from PySide6.QtGui import QFont

from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import Frame
from socplanner.ui.board.lane_layout import arranged
from socplanner.ui.board.lane_measures import LaneContent
from socplanner.ui.board.lanes import LaneId
from socplanner.ui.board.placement import Placement, Step
from socplanner.ui.board.text_fit import TextFit
from tests.support.geometry import encloses
from tests.support.lanes import II, III, IV, UNPLACED, I, area_lanes

FRAME = Frame(header=20, left=14, below=14)
SIZE = (900, 640)


@pytest.fixture
def placement(qapp: object) -> Placement:
    """Return 40 roles: rows 0 to 9 in lane I at the left, ten in II, then III, then IV."""
    lanes = [lane for lane in (I, II, III, IV) for _ in range(10)]
    names = [f"Role {row}" for row in range(40)]
    made = Placement(area_lanes().mirrored(), lanes, names, TextFit(QFont(), names))
    made.arrange(SIZE, FRAME)
    return made


def test_asking_for_places_before_they_are_arranged_is_an_error(qapp: object) -> None:
    with pytest.raises(RuntimeError):
        _ = Placement(area_lanes(), [], [], TextFit(QFont(), [])).arrangement


def test_cards_are_arranged_again_only_where_something_differs(placement: Placement) -> None:
    before = placement.arrangement
    assert not placement.arrange(SIZE, FRAME)
    assert placement.arrangement is before
    placement.move(0, II)
    placement.arrange(SIZE, FRAME)
    assert placement.arrangement.lane(II).count == 11
    placement.arrange((700, 500), FRAME)
    assert placement.arrangement.size == (700, 500)


def test_steps_inside_a_lane_follow_its_grid(placement: Placement) -> None:
    columns = placement.arrangement.lane(I).columns
    assert placement.next(0, Step.RIGHT) == 1
    assert placement.next(1, Step.LEFT) == 0
    assert placement.next(0, Step.DOWN) == columns
    assert placement.next(columns, Step.UP) == 0


def test_a_step_down_into_a_short_last_line_reaches_its_end(placement: Placement) -> None:
    lane = placement.arrangement.lane(I)
    above_the_gap = (lane.lines - 1) * lane.columns - 1
    assert placement.next(above_the_gap, Step.DOWN) == 9


def test_a_step_over_the_edge_reaches_the_nearest_card_there(placement: Placement) -> None:
    columns = placement.arrangement.lane(I).columns
    assert placement.next(columns - 1, Step.RIGHT) == 10
    assert placement.next(10, Step.LEFT) == columns - 1
    below = placement.next(9, Step.DOWN)
    assert below is not None
    assert placement.lane(below) == IV


def test_a_step_off_the_board_goes_nowhere(placement: Placement) -> None:
    assert placement.next(0, Step.LEFT) is None
    assert placement.next(0, Step.UP) is None


def test_a_step_skips_an_empty_lane(placement: Placement) -> None:
    for row in range(30, 40):
        placement.move(row, UNPLACED)
    placement.arrange(SIZE, FRAME)
    below = placement.next(9, Step.DOWN)
    assert below is not None
    assert placement.lane(below) == UNPLACED


@pytest.mark.parametrize(
    ("row", "step", "lane"),
    [
        (0, Step.RIGHT, II),
        (0, Step.DOWN, IV),
        (0, Step.UP, None),
        (10, Step.LEFT, I),
        (10, Step.DOWN, III),
        (20, Step.LEFT, IV),
        (20, Step.UP, II),
        (20, Step.DOWN, UNPLACED),
        (30, Step.RIGHT, III),
        (30, Step.UP, I),
        (30, Step.DOWN, UNPLACED),
        (30, Step.LEFT, None),
    ],
)
def test_lanes_are_neighbours_by_their_places(
    placement: Placement, row: int, step: Step, lane: LaneId | None
) -> None:
    assert placement.beside(row, step) == lane


def test_above_the_strip_is_the_lane_over_the_card(placement: Placement) -> None:
    for row in range(6):
        placement.move(row, UNPLACED)
    placement.arrange(SIZE, FRAME)
    assert placement.beside(0, Step.UP) == IV
    assert placement.beside(5, Step.UP) == III
    assert placement.beside(0, Step.DOWN) is None


def test_a_moved_row_is_in_catalogue_order_in_its_new_lane(placement: Placement) -> None:
    placement.move(3, II)
    placement.move(25, II)
    assert placement.rows(II) == [3, *range(10, 20), 25]
    assert placement.rows(I) == [0, 1, 2, 4, 5, 6, 7, 8, 9]


def test_the_card_at_a_point_is_the_one_drawn_there(placement: Placement) -> None:
    for row in (0, 9, 15, 22, 39):
        rect = placement.rect(row)
        assert placement.row_at(rect.x, rect.y) == row
    assert placement.row_at(0, 0) is None


def test_cards_in_a_rectangle_are_those_it_touches(placement: Placement) -> None:
    first, second = placement.rect(0), placement.rect(1)
    band = Rect(first.right - 2, first.y + 2, second.x - first.right + 4, 3)
    assert [row for row, _ in placement.cards_in(band)] == [0, 1]


def test_a_range_is_in_reading_order_and_from_lane_to_lane_what_lies_around(
    placement: Placement,
) -> None:
    assert placement.between(7, 4) == [4, 5, 6, 7]
    columns = placement.arrangement.lane(I).columns
    assert placement.between(columns - 1, 10) == [columns - 1, 10]
    assert placement.between(10, columns - 1) == [columns - 1, 10]


def test_a_long_name_makes_only_its_own_line_taller(qapp: object) -> None:
    names = ["Role", "Word " * 39, *["Role"] * 10]
    placement = Placement(area_lanes(), [I] * 12, names, TextFit(QFont(), names))
    placement.arrange(SIZE, FRAME)
    lane = placement.arrangement.lane(I)
    assert placement.rect(1).height > lane.card_height
    assert placement.rect(11).height == lane.card_height
    assert encloses(lane.rect, placement.rect(11))
    placement.move(1, II)
    placement.arrange(SIZE, FRAME)
    assert placement.arrangement.lane(I).tops is None


@pytest.mark.parametrize("size", [(350, 425), (400, 400), (900, 640), (1300, 900)])
def test_no_style_that_fits_is_left_out_unmeasured(
    placement: Placement, size: tuple[int, int]
) -> None:
    names = [f"Role {row}" for row in range(40)]
    fit, lanes = TextFit(QFont(), names), area_lanes().mirrored()
    placement = Placement(lanes, [placement.lane(row) for row in range(40)], names, fit)
    placement.arrange(size, FRAME)
    contents = [
        LaneContent(lane.id, lane.spot, len(placement.rows(lane.id)))
        for lane in lanes.in_reading_order()
    ]
    styles = fit.styles(float("inf"))
    assert placement.arrangement == arranged(contents, size, styles, FRAME, fit.extra_height)
