"""Where the moments of a week are in a strip."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from socplanner.domain.coverage import DayKind
from socplanner.domain.coverage_week import DAY_KINDS
from socplanner.domain.role_coverage import SUNDAY_NIGHT, Moment
from socplanner.ui.kit.moment_bar import STEP
from socplanner.ui.staffing.week_strip import day_rects, moment_at, x_of

WIDTHS = st.integers(450, 1600)


@given(WIDTHS, st.sampled_from(DAY_KINDS), st.integers(0, 47))
def test_a_click_where_a_moment_is_drawn_leads_to_it_again(
    width: int, day: DayKind, step: int
) -> None:
    rect = QRectF(31, 0, width, 14)
    moment = Moment(day, step * STEP)
    assert moment_at(x_of(moment, rect) + 0.01, rect) == moment


@given(WIDTHS)
def test_days_stand_side_by_side_within_the_strip(width: int) -> None:
    days = day_rects(QRectF(10, 0, width, 14))
    assert all(day.right() < following.left() for day, following in pairwise(days))
    assert days[0].left() == 10
    assert days[-1].right() == pytest.approx(10 + width, abs=1)


def test_beyond_the_ends_is_the_first_and_the_last_moment() -> None:
    rect = QRectF(0, 0, 800, 14)
    assert moment_at(-50, rect) == Moment(DayKind.MONDAY, 0)
    assert moment_at(900, rect) == Moment(DayKind.HOLIDAY, 23 * 60 + 30)
    assert moment_at(x_of(SUNDAY_NIGHT, rect), rect) == SUNDAY_NIGHT
