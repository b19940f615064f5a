"""Swimlane layouts of any flow: nothing overlaps, and little moves."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.flow_inputs import BusinessFlow, Receiver
from socplanner.domain.flows.lanes import parties_of_steps
from socplanner.domain.flows.layout import (
    NO_PARTY_LANE,
    OUTSIDE_LANE,
    FlowLane,
    FlowLayout,
    FlowLine,
    FlowPlace,
    flow_layout,
)
from socplanner.domain.flows.routes import FlowRoutes, Route, flow_routes
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Plan
from socplanner.services.catalogues import default_flows
from tests.support.flows import NIGHTLY, chain, flow, step
from tests.support.plans import sample
from tests.support.small_plan import A1, A2, A3, A4, B1, IT, MSS, NOW, SOC

ROLES = (A1, A2, A3, A4, B1)


@st.composite
def flows(draw: st.DrawFn) -> BusinessFlow:
    """Return any flow of the small plan, loops among them."""
    size = draw(st.integers(1, 14))
    steps = []
    for number in range(size):
        after = draw(st.sets(st.integers(0, size - 1), max_size=3)) - {number}
        to = "counterpart:ppc" if draw(st.booleans()) else ""
        role = draw(st.sampled_from(ROLES))
        steps.append(step(str(number), role, " ".join(map(str, sorted(after))), to=to))
    return flow(*steps)


PPC = frozenset({Receiver("counterpart", "ppc")})


def _layout(wanted: BusinessFlow, plan: Plan = NIGHTLY) -> FlowLayout:
    return flow_layout(wanted, parties_of_steps(plan, NOW, wanted), PPC)


def test_a_chain_runs_from_left_to_right_through_its_lanes() -> None:
    layout = _layout(chain(A1, A2, A3))
    assert [lane.party for lane in layout.lanes] == [MSS, SOC, IT]
    assert layout.places == (
        FlowPlace("1", 0, 0, 0),
        FlowPlace("2", 1, 1, 0),
        FlowPlace("3", 2, 2, 0),
    )
    assert layout.lines == (FlowLine(0, 1, "next"), FlowLine(1, 2, "next"))


def test_a_role_of_two_parties_stands_in_both_lanes_and_is_joined_where_it_is_nearest() -> None:
    layout = _layout(chain(A3, A4, A2))
    assert {(place.step, layout.lanes[place.lane].party) for place in layout.places} == {
        *(("1", IT), ("2", IT), ("2", SOC), ("3", SOC))
    }
    for line in layout.lines:
        assert layout.places[line.start].lane == layout.places[line.end].lane


def test_receivers_outside_and_steps_of_no_party_have_lanes_of_their_own() -> None:
    layout = _layout(flow(step("1", B1, to="counterpart:ppc party:soc"), step("2", A1, "1")))
    assert layout.lanes == (FlowLane("party", MSS), NO_PARTY_LANE, OUTSIDE_LANE)
    assert layout.places[-1] == FlowPlace("1", 2, 1, 0, Receiver("counterpart", "ppc"))
    assert layout.lines[-1] == FlowLine(0, 2, "delivery")


def test_a_loop_leads_back_as_a_line_of_its_kind() -> None:
    looped = flow(step("1", A1, "2"), step("2", A2, "1", condition="no"))
    assert {line.kind for line in _layout(looped).lines} == {"next", "loop"}


def test_steps_side_by_side_stand_in_rows_and_a_follower_stays_in_its_row() -> None:
    layout = _layout(
        flow(step("1"), step("2", after="1"), step("3", after="1"), step("4", after="3"))
    )
    rows = {place.step: place.row for place in layout.places}
    assert rows == {"1": 0, "2": 0, "3": 1, "4": 1}
    assert layout.rows == (2,)


def test_lanes_keep_their_order_when_one_step_changes_hands() -> None:
    wanted = chain(A1, A2, A3, A2, A1)
    before = _layout(wanted)
    moved = SetCells(NOW, ((A1, MSS, Cell("")), (A1, IT, Cell("R")))).apply(NIGHTLY)
    after = flow_layout(wanted, parties_of_steps(moved, NOW, wanted), PPC, before.lanes)
    assert after.lanes == before.lanes[1:]
    back = flow_layout(wanted, parties_of_steps(NIGHTLY, NOW, wanted), PPC, after.lanes)
    assert [lane for lane in back.lanes if lane in after.lanes] == list(after.lanes)


@given(flows())
def test_no_two_places_share_a_cell_and_lines_lead_to_the_right(wanted: BusinessFlow) -> None:
    layout = _layout(wanted)
    cells = Counter((place.lane, place.row, place.column) for place in layout.places)
    assert set(cells.values()) <= {1}
    assert {place.step for place in layout.places} == {each.id for each in wanted.steps}
    for line in layout.lines:
        start, end = layout.places[line.start], layout.places[line.end]
        assert line.kind == "loop" or start.column < end.column
    expected = {(before, each.id) for each in wanted.steps for before in each.after}
    drawn = {
        (layout.places[line.start].step, layout.places[line.end].step)
        for line in layout.lines
        if line.kind != "delivery"
    }
    assert drawn == expected


@given(flows())
def test_lines_run_around_steps_and_share_no_track_with_others(wanted: BusinessFlow) -> None:
    layout = _layout(wanted)
    routes = flow_routes(layout)
    cells = {(place.lane, place.row, place.column) for place in layout.places}
    runs: dict[tuple[int, int, int], set[tuple[str, int]]] = {}
    for route in routes.routes:
        for cell in _cells(route, layout):
            assert cell not in cells
            runs.setdefault(cell, set()).add(_owner(route))
    assert all(len(owners) == 1 for owners in runs.values())
    for one, other in combinations(_vertical(routes, layout), 2):
        (where, owner, low, high), (place, owner_2, low_2, high_2) = one, other
        if where == place and owner != owner_2:
            assert high < low_2 or high_2 < low


def _owner(route: Route) -> tuple[str, int]:
    """Return whose row a route without a gutter runs in."""
    return ("end", route.line.end) if route.second is None else ("start", route.line.start)


def _cells(route: Route, layout: FlowLayout) -> list[tuple[int, int, int]]:
    """Return the cells that a route runs through between its start and its end."""
    if route.gutter is not None:
        return []
    start, end = layout.places[route.line.start], layout.places[route.line.end]
    through = end if route.second is None else start
    return [(through.lane, through.row, column) for column in range(start.column + 1, end.column)]


def _vertical(
    routes: FlowRoutes, layout: FlowLayout
) -> list[tuple[tuple[int, int], tuple[str, int], int, int]]:
    """Return the parts of routes in channels: where, of whom, from which height to which."""
    starts = [0]
    for rows in layout.rows:
        starts.append(starts[-1] + rows + 1)
    result = []
    for route in routes.routes:
        start, end = (layout.places[each] for each in route.line[:2])
        high, low = (starts[each.lane] + 1 + each.row for each in (start, end))
        gutter = None if route.gutter is None else starts[end.lane]
        if route.first is not None:
            other = low if gutter is None else gutter
            owner = ("start", route.line.start)
            result.append(
                (
                    (route.first.channel, route.first.track),
                    owner,
                    min(high, other),
                    max(high, other),
                )
            )
        if route.second is not None:
            other = high if gutter is None else gutter
            owner = ("end", route.line.end)
            result.append(
                (
                    (route.second.channel, route.second.track),
                    owner,
                    min(low, other),
                    max(low, other),
                )
            )
    return result


@pytest.mark.parametrize("name", ["manufacturer", "bank"])
def test_the_order_of_lanes_makes_lines_shorter_than_that_of_the_parties(name: str) -> None:
    plan = sample(name)
    chosen = by_plan = 0
    for wanted in default_flows().flows:
        parties = parties_of_steps(plan, plan.phases[0].id, wanted)
        in_order = [FlowLane("party", party.id) for party in plan.parties]
        chosen += _lanes_crossed(flow_layout(wanted, parties))
        by_plan += _lanes_crossed(flow_layout(wanted, parties, frozenset(), in_order))
    assert chosen < by_plan


def _lanes_crossed(layout: FlowLayout) -> int:
    return sum(
        abs(layout.places[line.start].lane - layout.places[line.end].lane) for line in layout.lines
    )
