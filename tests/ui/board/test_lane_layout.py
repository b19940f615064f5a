"""Lanes share the board by what they hold: every card has its place, whatever the distribution."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import Arrangement, CardStyle, Frame, LaneBox
from socplanner.ui.board.lane_layout import arranged
from socplanner.ui.board.lane_measures import LaneContent
from socplanner.ui.board.lanes import LaneId, LaneSpot
from tests.support.geometry import encloses
from tests.support.lanes import II, III, IV, LANES, UNPLACED, I

FRAME = Frame(header=20, left=14, below=14)
LARGE = CardStyle(12, 2, 155, 49)
MIDDLE = CardStyle(10, 2, 131, 41)
SMALL = CardStyle(8, 3, 83, 45)
STYLES = (LARGE, MIDDLE, SMALL)
SIZE = (870, 640)
SPOTS: dict[LaneId, LaneSpot | None] = {
    I: LaneSpot(0, 0),
    II: LaneSpot(1, 0),
    IV: LaneSpot(0, 1),
    III: LaneSpot(1, 1),
    UNPLACED: None,
}
HYBRID = (20, 10, 14, 10, 0)

counts_of = st.lists(st.integers(0, 80), min_size=5, max_size=5)
spaces = st.tuples(st.integers(300, 2400), st.integers(200, 1600))


def board(
    numbers: Sequence[int],
    space: tuple[int, int] = SIZE,
    before: Arrangement | None = None,
    tall: bool = False,
) -> Arrangement:
    """Return the board with so many cards in I, II, III, IV and in the strip."""
    counts = dict(zip(LANES, numbers, strict=True))
    contents = [
        LaneContent(lane, spot, counts[lane], ((0, "30"),) if tall and lane == I else ())
        for lane, spot in SPOTS.items()
    ]
    return arranged(contents, space, STYLES, FRAME, extra_height, before)


def extra_height(name: str, width: int, style: CardStyle) -> int:
    """Return by how much a card is taller than its style: its name is that number."""
    return int(name)


def cards(made: Arrangement) -> list[Rect]:
    """Return every card, lane by lane."""
    return [lane.card(at) for lane in made.lanes for at in range(lane.count)]


@given(counts_of, spaces)
def test_every_card_is_inside_its_lane_below_its_heading(
    numbers: list[int], space: tuple[int, int]
) -> None:
    for lane in board(numbers, space).lanes:
        for at in range(lane.count):
            assert encloses(lane.rect, lane.card(at))
            assert lane.card(at).y >= lane.header.bottom


@given(counts_of, spaces)
def test_no_two_cards_and_no_two_lanes_overlap(numbers: list[int], space: tuple[int, int]) -> None:
    made = board(numbers, space)
    for lanes in ([lane.rect for lane in made.lanes], cards(made)[:120]):
        for at, rect in enumerate(lanes):
            assert not any(rect.meets(other) for other in lanes[at + 1 :])


@given(counts_of, spaces)
def test_lanes_stay_on_the_board_and_the_board_in_the_viewport_unless_it_scrolls(
    numbers: list[int], space: tuple[int, int]
) -> None:
    made = board(numbers, space)
    whole = Rect(0, 0, made.width, made.height)
    assert all(encloses(whole, lane.rect) for lane in made.lanes)
    if made.height <= space[1]:
        assert made.height == space[1]


@given(counts_of, spaces)
def test_cards_are_read_from_left_to_right_and_then_down(
    numbers: list[int], space: tuple[int, int]
) -> None:
    for lane in board(numbers, space).lanes:
        places = [lane.card(at) for at in range(lane.count)]
        for first, second in pairwise(places):
            assert (first.y, first.x) < (second.y, second.x)


@given(counts_of, spaces)
def test_no_card_is_smaller_than_its_style(numbers: list[int], space: tuple[int, int]) -> None:
    made = board(numbers, space)
    for rect in cards(made):
        assert rect.width >= made.style.least_width
        assert rect.height >= made.style.height


@given(counts_of, spaces)
def test_lanes_are_at_their_spots(numbers: list[int], space: tuple[int, int]) -> None:
    made = board(numbers, space)
    first, second, third, fourth, unplaced = (made.lane(lane).rect for lane in LANES)
    assert first.x == fourth.x < second.x == third.x
    assert first.right == fourth.right < second.x
    assert first.bottom <= fourth.y
    assert second.bottom <= third.y
    assert unplaced.y >= max(third.bottom, fourth.bottom) + FRAME.below


@given(counts_of, spaces, st.integers(0, 2400), st.integers(0, 1600))
def test_the_card_at_a_point_agrees_with_the_layout(
    numbers: list[int], space: tuple[int, int], x: int, y: int
) -> None:
    made = board(numbers, space)
    for lane in made.lanes:
        standing = [at for at in range(lane.count) if lane.card(at).contains(x, y)]
        assert lane.position_at(x, y) == (standing[0] if standing else None)
        assert (made.lane_at(x, y) == lane) == lane.rect.contains(x, y)


@given(counts_of, spaces, st.integers(0, 1500), st.integers(1, 400))
def test_the_cards_to_paint_are_all_that_show(
    numbers: list[int], space: tuple[int, int], top: int, height: int
) -> None:
    for lane in board(numbers, space).lanes:
        band = Rect(0, top, 10_000, height)
        showing = {at for at in range(lane.count) if lane.card(at).meets(band)}
        assert showing <= set(lane.positions_between(top, top + height))


def test_the_usual_plan_lines_its_areas_up() -> None:
    made = board(HYBRID, (870, 670))
    assert made.style == MIDDLE
    assert made.lane(I).rect.bottom == made.lane(II).rect.bottom


def test_where_rows_cannot_line_up_they_are_near_each_other() -> None:
    made = board(HYBRID)
    assert 0 < made.lane(I).rect.bottom - made.lane(II).rect.bottom < MIDDLE.height + FRAME.gap


def test_without_unplaced_cards_their_lane_is_a_slim_strip() -> None:
    assert board(HYBRID).lane(UNPLACED).rect.height == FRAME.header


def test_the_lane_of_unplaced_cards_becomes_slim_once_it_is_empty() -> None:
    before = board((20, 9, 14, 10, 1))
    assert before.lane(UNPLACED).rect.height > FRAME.header
    after = board(HYBRID, before=before)
    assert after.lane(UNPLACED).rect.height == FRAME.header


def test_lanes_keep_their_places_while_a_card_is_moved_and_all_fits() -> None:
    before = board(HYBRID)
    after = board((19, 11, 14, 10, 0), before=before)
    assert [lane.rect for lane in after.lanes] == [lane.rect for lane in before.lanes]
    assert [after.lane(lane).count for lane in LANES] == [19, 11, 14, 10, 0]


def test_heights_are_shared_again_where_a_lane_overflows() -> None:
    before = board(HYBRID)
    after = board((0, 0, 54, 0, 0), before=before)
    assert after.lane(III).rect.height > before.lane(III).rect.height
    assert after.height == SIZE[1]


def test_a_board_too_full_for_any_style_scrolls_with_the_last_one() -> None:
    made = board((200, 200, 200, 200, 200))
    assert made.style == STYLES[-1]
    assert made.height > SIZE[1]


def test_a_board_that_scrolls_gives_each_column_its_share() -> None:
    made = board((200, 20, 20, 200, 0))
    assert made.height > SIZE[1]
    assert made.lane(I).columns > 3 * made.lane(II).columns


def test_fuller_columns_are_wider() -> None:
    made = board((40, 2, 2, 10, 0))
    assert made.lane(I).rect.width > made.lane(II).rect.width


def test_a_card_with_a_long_name_makes_its_line_taller() -> None:
    lane = board((6, 0, 0, 0, 0), tall=True).lane(I)
    assert lane.card(0).height == lane.card_height + 30
    assert lane.card(lane.columns).y == lane.card(0).bottom + lane.gap
    assert encloses(lane.rect, lane.card(5))


def long_names(names: tuple[tuple[int, str], ...]) -> LaneBox:
    """Return the lane of six cards in I, some of which have long names."""
    contents = [
        LaneContent(lane, spot, 6 if lane == I else 0, names if lane == I else ())
        for lane, spot in SPOTS.items()
    ]
    return arranged(contents, SIZE, STYLES, FRAME, extra_height).lane(I)


def test_a_line_is_as_tall_as_its_tallest_card_and_the_others_keep_their_height() -> None:
    lane = long_names(((0, "40"), (1, "10")))
    assert lane.columns > 1
    assert lane.card(0).height == lane.card_height + 40
    assert lane.card(1).height == lane.card_height + 10
    assert lane.card(lane.columns).y == lane.card(0).bottom + lane.gap


def test_lines_follow_a_long_name_to_another_place() -> None:
    contents = [LaneContent(I, LaneSpot(0, 0), 6, ((0, "30"),))]
    before = arranged(contents, SIZE, STYLES, FRAME, extra_height)
    moved = [LaneContent(I, LaneSpot(0, 0), 6, ((5, "30"),))]
    lane = arranged(moved, SIZE, STYLES, FRAME, extra_height, before).lane(I)
    assert lane.rect == before.lane(I).rect
    assert lane.card(0).height == lane.card_height
    assert lane.card(5).height == lane.card_height + 30


def test_lanes_are_in_reading_order() -> None:
    assert [lane.id for lane in board(HYBRID).lanes] == list(SPOTS)


def test_a_board_without_a_style_is_refused() -> None:
    with pytest.raises(ValueError, match="no style"):
        arranged([LaneContent(I, LaneSpot(0, 0), 0)], SIZE, (), FRAME, extra_height)


COLUMNS = tuple(LaneId(f"column {number}") for number in range(5))


def columns(numbers: Sequence[int], space: tuple[int, int]) -> Arrangement:
    """Return a board of one lane a column, without a strip, with so many cards in each."""
    contents = [
        LaneContent(COLUMNS[at], LaneSpot(at, 0), number) for at, number in enumerate(numbers)
    ]
    return arranged(contents, space, STYLES, FRAME, extra_height)


@given(st.lists(st.integers(0, 80), min_size=1, max_size=5), spaces)
def test_any_number_of_columns_has_its_place(numbers: list[int], space: tuple[int, int]) -> None:
    made = columns(numbers, space)
    whole = Rect(0, 0, made.width, made.height)
    assert [lane.count for lane in made.lanes] == numbers
    for lane, beside in pairwise(made.lanes):
        assert lane.rect.right < beside.rect.x
    for lane in made.lanes:
        assert encloses(whole, lane.rect)
        places = [lane.card(at) for at in range(lane.count)]
        assert all(encloses(lane.rect, place) for place in places)
        assert all(place.width >= made.style.least_width for place in places)


def test_of_many_columns_the_fullest_is_the_widest() -> None:
    first, second, third = columns((40, 4, 10), (1600, 640)).lanes
    assert first.rect.width > third.rect.width > second.rect.width


def test_columns_of_different_length_share_their_height_each_alone() -> None:
    contents = [
        LaneContent(I, LaneSpot(0, 0), 12),
        LaneContent(II, LaneSpot(1, 0), 6),
        LaneContent(III, LaneSpot(1, 1), 6),
    ]
    made = arranged(contents, SIZE, STYLES, FRAME, extra_height)
    assert made.lane(I).rect.bottom == made.lane(III).rect.bottom
    assert made.lane(II).rect.bottom < made.lane(III).rect.y


def test_a_header_stays_visible_until_its_lane_has_scrolled_by() -> None:
    lane = board(HYBRID).lane(IV)
    assert lane.visible_header(0) == lane.header
    assert lane.visible_header(lane.rect.y + 40).y == lane.rect.y + 40
    last = lane.rect.bottom - lane.header.height
    assert lane.visible_header(lane.rect.bottom + 500).y == last


NARROW = (320, 640)
"""One card beside another in each column of `MIDDLE`, and a dozen one above another."""


def moved(numbers: Sequence[int], *steps: Sequence[int]) -> list[Arrangement]:
    """Return the board with cards in `numbers`, and after each of `steps`, in one style."""
    boards = [narrow(numbers)]
    for step in steps:
        boards.append(narrow(step, boards[-1]))
    return boards


def narrow(numbers: Sequence[int], before: Arrangement | None = None) -> Arrangement:
    """Return a narrow board in styles of which only `MIDDLE` fits."""
    contents = [LaneContent(lane, spot, numbers[LANES.index(lane)]) for lane, spot in SPOTS.items()]
    return arranged(contents, NARROW, (MIDDLE,), FRAME, extra_height, before)


def tops(made: Arrangement) -> list[tuple[int, int]]:
    """Return top and bottom of each lane of a column."""
    return [(made.lane(lane).rect.y, made.lane(lane).rect.bottom) for lane in LANES[:4]]


def test_a_lane_that_needs_more_gets_it_from_the_other_lane_of_its_column() -> None:
    before, after = moved((5, 5, 5, 5, 0), (9, 5, 5, 1, 0))
    assert after.lane(I).rect.height > before.lane(I).rect.height
    assert after.lane(I).rect.height == FRAME.header + 9 * 44 - FRAME.gap + FRAME.pad
    assert after.lane(IV).rect.height < before.lane(IV).rect.height
    assert tops(after)[1:3] == tops(before)[1:3]
    assert after.style == before.style


def test_the_strip_gets_its_height_from_the_lowest_lanes_and_their_cards_stay() -> None:
    before, after = moved((5, 5, 5, 4, 0), (5, 5, 4, 4, 1))
    assert after.lane(UNPLACED).rect.height > before.lane(UNPLACED).rect.height
    for lane in (I, II, III, IV):
        assert after.lane(lane).card(0) == before.lane(lane).card(0)


def test_the_strip_keeps_its_height_until_it_is_empty() -> None:
    _, full, less, empty = moved((5, 5, 5, 0, 0), (5, 5, 1, 0, 4), (5, 5, 4, 0, 1), (5, 5, 5, 0, 0))
    assert less.lane(UNPLACED).rect == full.lane(UNPLACED).rect
    assert empty.lane(UNPLACED).rect.height == FRAME.header


def test_cards_do_not_grow_by_a_move_that_wins_little() -> None:
    middle = board(HYBRID)
    assert middle.style == MIDDLE
    assert board((5, 5, 5, 5, 0), before=middle).style == MIDDLE
    assert board((5, 5, 5, 5, 0)).style == LARGE


def test_cards_grow_where_much_is_won() -> None:
    full = board((60, 60, 0, 0, 0))
    assert full.style == SMALL
    assert board((5, 5, 5, 5, 0), before=full).style == LARGE


def test_cards_never_grow_because_they_do_not_fit() -> None:
    small = board((60, 60, 0, 0, 0))
    assert small.style == SMALL
    contents = [LaneContent(lane, spot, 90) for lane, spot in SPOTS.items()]
    for size in (SIZE, (700, 500)):
        styles = (MIDDLE, SMALL, LARGE)
        made = arranged(contents, size, styles, FRAME, extra_height, small)
        assert made.height > size[1]
        assert made.style == SMALL
        assert arranged(contents, size, styles, FRAME, extra_height).style == LARGE


def test_a_board_that_scrolls_stays_as_it_is_while_a_card_is_moved() -> None:
    before = board((200, 200, 200, 200, 200))
    after = board((199, 201, 200, 200, 200), before=before)
    assert [lane.rect.width for lane in after.lanes] == [lane.rect.width for lane in before.lanes]
    assert after.lane(I).rect == before.lane(I).rect


def test_a_board_that_scrolls_is_arranged_again_where_a_new_one_is_much_lower() -> None:
    made = board((400, 10, 10, 400, 0))
    for step in range(0, 400, 10):
        made = board((400 - step, 10 + step, 10, 400, 0), before=made)
    new = board((10, 400, 10, 400, 0))
    assert made.height <= new.height * 5 / 4


@given(st.lists(counts_of, min_size=2, max_size=6), spaces)
def test_a_board_keeps_its_invariants_move_after_move(
    steps: list[list[int]], space: tuple[int, int]
) -> None:
    made = None
    for numbers in steps:
        made = board(numbers, space, made)
        assert [made.lane(lane).count for lane in LANES] == numbers
        lanes = [lane.rect for lane in made.lanes]
        assert all(encloses(Rect(0, 0, made.width, made.height), lane) for lane in lanes)
        assert not any(
            one.meets(other) for at, one in enumerate(lanes) for other in lanes[at + 1 :]
        )
        for lane in made.lanes:
            places = [lane.card(at) for at in range(lane.count)]
            assert all(encloses(lane.rect, place) for place in places)
            assert all(place.y >= lane.header.bottom for place in places)
            assert {place.width for place in places} <= {lane.card_width}
        assert len({lane.card_width for lane in made.lanes}) == 1
        assert made.lanes[0].card_width >= made.style.least_width
