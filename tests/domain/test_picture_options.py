"""The choices for a picture: the same in every place that has them."""

from typing import get_args

from socplanner.domain.board_choices import CARD_SIZES, LANE_KINDS, CardSize, LaneKind
from socplanner.domain.picture_choices import PAPERS, SUBJECTS, TENDER_SUBJECT
from socplanner.domain.picture_options import Paper, PictureSubject


def test_the_choices_are_those_of_the_values() -> None:
    assert tuple(each.value for each in PictureSubject) == (*SUBJECTS, TENDER_SUBJECT)
    assert tuple(each.value for each in Paper) == PAPERS


def test_every_kind_of_lanes_and_size_of_cards_is_a_choice() -> None:
    assert get_args(LaneKind) == LANE_KINDS
    assert get_args(CardSize) == CARD_SIZES


def test_a_paper_is_in_landscape() -> None:
    assert all(wide > high for wide, high in (each.millimetres for each in Paper))
