"""Time across: whole months, ticks of quarters, and where days are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from socplanner.domain.road_map.days import day_number
from socplanner.domain.road_map.moves import all_moves
from socplanner.domain.road_map_edits import SetMove, SetPhaseTerms
from socplanner.domain.road_map_inputs import PhaseTerms, StatedMove
from socplanner.ui.roadmap.time_scale import TimeScale, time_scale
from tests.support.small_plan import A3, NOW, TARGET, small_plan

PLAN = small_plan()


def test_nothing_with_days_has_no_scale() -> None:
    assert time_scale(PLAN, all_moves(PLAN)) is None


def test_the_scale_has_the_whole_months_of_phases_and_moves() -> None:
    plan = SetPhaseTerms(NOW, PhaseTerms("2026-04-15", "2027-03-20")).apply(PLAN)
    plan = SetMove(TARGET, A3, StatedMove(begins="2027-05-01", ends="2028-02-10")).apply(plan)
    scale = time_scale(plan, all_moves(plan))
    assert scale is not None
    assert scale == (day_number("2026-04-01"), day_number("2028-02-29"))


def test_a_period_ends_where_its_last_day_ends() -> None:
    scale = TimeScale(day_number("2027-04-01"), day_number("2027-04-10"))
    rect = QRectF(100, 0, 50, 10)
    assert scale.span("2027-04-01", "2027-04-10", rect) == (100, 150)
    assert scale.span("2027-04-06", "2027-04-06", rect) == (125, 130)


def test_quarters_have_ticks_and_years_are_marked() -> None:
    scale = TimeScale(day_number("2026-05-01"), day_number("2027-07-31"))
    assert [(tick.year, tick.month, tick.is_year) for tick in scale.ticks()] == [
        (2026, 7, True),
        (2026, 10, False),
        (2027, 1, True),
        (2027, 4, False),
        (2027, 7, False),
    ]


@pytest.mark.parametrize("years", [6, 20])
def test_many_years_have_ticks_of_years_only(years: int) -> None:
    scale = TimeScale(day_number("2026-01-01"), day_number(f"{2026 + years}-12-31"))
    assert len(list(scale.ticks())) == years + 1
    assert all(tick.is_year for tick in scale.ticks())


def test_a_phase_with_one_day_only_is_enough() -> None:
    plan = replace(
        PLAN, phases=(replace(PLAN.phases[0], terms=PhaseTerms("2026-04-15")), PLAN.phases[1])
    )
    assert time_scale(plan, ()) is not None
