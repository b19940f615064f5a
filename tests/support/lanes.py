"""The lanes of the areas by id, and as the shipped catalogue makes them."""

from socplanner.domain.catalogue import Area
from socplanner.domain.ids import PhaseId
from socplanner.services.i18n import words_for
from socplanner.ui.board.area_lanes import lane_of_area, lanes_by_area
from socplanner.ui.board.lanes import LaneSet
from tests.support.plans import hybrid_plan

I, II, III, IV, UNPLACED = LANES = tuple(lane_of_area(area) for area in Area)


def area_lanes() -> LaneSet:
    """Return the areas as lanes, in English."""
    return lanes_by_area(hybrid_plan(), PhaseId("now"), words_for("en"))
