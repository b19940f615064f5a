"""The areas as lanes: the catalogue places them, a drop moves a role into the area."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.ui.board.area_lanes import lane_of_area, lanes_by_area
from socplanner.ui.board.lanes import Axes, LaneSet, LaneSpot
from tests.support.plans import hybrid_plan

NOW = PhaseId("now")
A1 = RoleId("v2:A-1")


def lanes_of(plan: Plan) -> LaneSet:
    """Return the lanes of `plan` in English."""
    return lanes_by_area(plan, NOW, words_for("en"))


def mirrored(plan: Plan) -> Plan:
    """Return `plan` with a catalogue that places every area at the other side."""
    areas = tuple(facts._replace(column=1 - facts.column) for facts in plan.catalogue.areas)
    return replace(plan, catalogue=replace(plan.catalogue, areas=areas))


def test_areas_are_where_the_catalogue_places_them() -> None:
    spots = {
        Area.I: LaneSpot(1, 0),
        Area.II: LaneSpot(0, 0),
        Area.III: LaneSpot(0, 1),
        Area.IV: LaneSpot(1, 1),
        Area.UNPLACED: None,
    }
    plan = hybrid_plan()
    assert {area: lanes_of(plan).lane(lane_of_area(area)).spot for area in Area} == spots
    other = {area: spot and LaneSpot(1 - spot.column, spot.row) for area, spot in spots.items()}
    plan = mirrored(plan)
    assert {area: lanes_of(plan).lane(lane_of_area(area)).spot for area in Area} == other


def test_captions_follow_the_areas_beside_them() -> None:
    rows = ("Information: inside", "Information: outside")
    skill = "Need for specialist security skill"
    leftwards = Axes(rows, "high", skill, "low", rises_leftwards=True)
    assert lanes_of(hybrid_plan()).axes == leftwards
    assert lanes_of(mirrored(hybrid_plan())).axes == leftwards.mirrored()


@pytest.mark.parametrize("area", list(Area))
def test_a_drop_places_the_roles_in_the_area(area: Area) -> None:
    edit = lanes_of(hybrid_plan()).edit(frozenset({A1}), lane_of_area(area))
    assert edit == MoveRoles(NOW, frozenset({A1}), area)


def test_headings_begin_with_the_fullest() -> None:
    first, *_, last = lanes_of(hybrid_plan()).lane(lane_of_area(Area.I)).headings
    assert first == ("I", "Done by the organisation itself", "usually: almost all in-house")
    assert last == ("I", "", "")
