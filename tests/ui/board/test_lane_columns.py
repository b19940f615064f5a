"""Columns of lanes divide the width of the board by their numbers of cards."""

from hypothesis import given
from hypothesis import strategies as st

from socplanner.ui.board.lane_boxes import CardStyle, Frame
from socplanner.ui.board.lane_columns import Columns

FRAME = Frame(header=20, left=14, below=14)
STYLE = CardStyle(10, 2, 100, 41)


def columns(counts: tuple[int, ...], width: int = 900) -> Columns:
    """Return columns with `counts` cards in `width` pixels."""
    return Columns(counts, width, STYLE, FRAME)


@given(st.lists(st.integers(0, 90), min_size=1, max_size=6), st.integers(200, 2400))
def test_columns_share_all_of_the_width(counts: list[int], width: int) -> None:
    measures = columns(tuple(counts), width)
    for split in measures.splits(measures.most_side_by_side()):
        widths = measures.widths(split)
        gaps = FRAME.between * (len(counts) - 1)
        assert sum(widths) + gaps == measures.board_width()
        assert all(width >= FRAME.least_lane for width in widths)
        card = measures.card_width(sum(split))
        assert card >= STYLE.least_width
        for column, cards in zip(widths, split, strict=True):
            assert cards * (card + FRAME.gap) - FRAME.gap + 2 * FRAME.pad <= column


def test_a_card_is_as_wide_in_every_split() -> None:
    measures = columns((20, 20))
    assert measures.most_side_by_side() == 8
    assert len(measures.splits(8)) == 7
    assert {measures.card_width(sum(split)) for split in measures.splits(8)} == {
        measures.card_width(8)
    }


def test_two_columns_try_every_split_of_the_most_cards_side_by_side() -> None:
    assert columns((1, 1)).splits(8) == [(left, 8 - left) for left in range(1, 8)]


def test_more_columns_try_only_the_fairest_split() -> None:
    assert columns((40, 20, 10), 1300).splits(12) == [(7, 3, 2)]


def test_the_fair_split_follows_the_numbers_of_cards() -> None:
    assert columns((70, 10)).fair_split() == (7, 1)
    assert columns((10, 30)).fair_split() == (2, 6)
    assert columns((0, 5)).fair_split() == (1, 7)


def test_where_nothing_fits_each_column_has_one_card_beside_another() -> None:
    measures = columns((5, 5), 100)
    assert measures.splits(measures.most_side_by_side()) == [(1, 1)]
    assert measures.board_width() == 2 * FRAME.least_lane + FRAME.between
