"""The choices for a picture: the same in every place that has them."""

from socplanner.domain.picture_choices import CARD_SIZES, LANE_KINDS, PAPERS, SUBJECTS
from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.services import settings


def test_the_choices_are_those_of_the_values() -> None:
    assert tuple(each.value for each in PictureSubject) == SUBJECTS
    assert tuple(each.value for each in Paper) == PAPERS


def test_the_choices_are_those_of_the_settings() -> None:
    assert LANE_KINDS == settings.LANE_KINDS
    assert CARD_SIZES == settings.CARD_SIZES


def test_a_paper_is_in_landscape() -> None:
    assert all(wide > high for wide, high in (each.millimetres for each in Paper))
