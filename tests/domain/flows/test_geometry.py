"""Where boxes and lines are: none overlap, lines touch their boxes, and little moves."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.flow_inputs import BusinessFlow, Receiver
from socplanner.domain.flows.geometry import (
    DiagramMetrics,
    DiagramPoint,
    DiagramRect,
    FlowGeometry,
    flow_geometry,
)
from socplanner.domain.flows.lanes import parties_of_steps
from socplanner.domain.flows.layout import FlowLane, FlowLayout, flow_layout
from socplanner.domain.flows.routes import flow_routes
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Plan
from socplanner.services.catalogues import default_flows
from tests.support.flows import NIGHTLY, chain, flow, step
from tests.support.plans import sample
from tests.support.small_plan import A1, A2, A3, A4, B1, CISO, NOW, text

METRICS = DiagramMetrics(120, 48, 90)
PPC = frozenset({Receiver("counterpart", "ppc")})
ROLES = (A1, A2, A3, A4, B1)
DEFAULTS = default_flows().flows
FOUR_LANES = SetCells(NOW, ((B1, CISO, Cell("R")),)).apply(NIGHTLY)


@st.composite
def acyclic_flows(draw: st.DrawFn) -> BusinessFlow:
    """Return any flow of up to twelve steps in one to four lanes, without a loop."""
    size, roles = draw(st.integers(1, 12)), ROLES[: draw(st.integers(1, 5))]
    order = draw(st.permutations(range(size)))
    steps = []
    for place, number in enumerate(order):
        before = draw(st.sets(st.sampled_from(order[:place]), max_size=4)) if place else set[int]()
        to = "counterpart:ppc" if draw(st.booleans()) else ""
        names = " ".join(map(str, sorted(before)))
        steps.append(step(str(number), draw(st.sampled_from(roles)), names, to=to))
    return flow(*draw(st.permutations(steps)))


def _layout(
    wanted: BusinessFlow, plan: Plan = FOUR_LANES, lanes: Sequence[FlowLane] = ()
) -> FlowLayout:
    return flow_layout(wanted, parties_of_steps(plan, plan.phases[0].id, wanted), PPC, lanes)


def _geometry(layout: FlowLayout) -> FlowGeometry:
    return flow_geometry(layout, flow_routes(layout), METRICS)


def _overlap(one: DiagramRect, other: DiagramRect) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _touches(box: DiagramRect, one: DiagramPoint, other: DiagramPoint) -> bool:
    """Return whether a part of a line runs through the inside of `box`."""
    left, right = sorted((one.x, other.x))
    top, bottom = sorted((one.y, other.y))
    return (
        left < box.right
        and box.x < right + (left == right) * 1e-9
        and (top < box.y + box.height and box.y < bottom + (top == bottom) * 1e-9)
    )


def _check(layout: FlowLayout) -> None:
    geometry = _geometry(layout)
    assert not any(_overlap(one, other) for one, other in combinations(geometry.boxes, 2))
    for place, box in zip(layout.places, geometry.boxes, strict=True):
        lane = geometry.lanes[place.lane]
        assert METRICS.heading <= box.x
        assert box.right <= lane.right == geometry.width
        assert lane.y <= box.y
        assert box.y + box.height <= lane.y + lane.height <= geometry.height
    for line, points in zip(layout.lines, geometry.lines, strict=True):
        start, end = geometry.boxes[line.start], geometry.boxes[line.end]
        assert points[0] == (start.right, start.middle)
        assert points[-1] == (end.x, end.middle)
        assert all(one.x == other.x or one.y == other.y for one, other in pairwise(points))
        assert all(0 <= x <= geometry.width and 0 <= y <= geometry.height for x, y in points)
        for box in geometry.boxes:
            assert not any(_touches(box, one, other) for one, other in pairwise(points))


@given(acyclic_flows())
def test_any_flow_has_boxes_that_do_not_overlap_and_lines_that_begin_and_end_at_theirs(
    wanted: BusinessFlow,
) -> None:
    layout = _layout(wanted)
    assert 1 <= sum(lane.kind == "party" for lane in layout.lanes) <= 4
    _check(layout)


@given(acyclic_flows())
def test_every_step_stands_right_of_those_before_it(wanted: BusinessFlow) -> None:
    layout = _layout(wanted)
    boxes = _geometry(layout).boxes
    ends = {place.step: boxes[n] for n, place in enumerate(layout.places) if not place.receiver}
    for each in wanted.steps:
        for before in each.after:
            assert ends[before].right < ends[each.id].x


@given(acyclic_flows())
def test_the_same_flow_is_laid_out_the_same(wanted: BusinessFlow) -> None:
    again = wanted._replace(steps=tuple(each._replace() for each in wanted.steps))
    assert _layout(again) == _layout(wanted)
    assert _geometry(_layout(again)) == _geometry(_layout(wanted))


@pytest.mark.parametrize("name", ["manufacturer", "bank"])
@pytest.mark.parametrize("wanted", DEFAULTS, ids=lambda each: each.id)
def test_each_default_flow_of_a_sample_is_drawn_without_overlaps(
    name: str, wanted: BusinessFlow
) -> None:
    _check(_layout(wanted, sample(name)))


@pytest.mark.parametrize("wanted", DEFAULTS, ids=lambda each: each.id)
def test_another_text_of_a_step_moves_nothing(wanted: BusinessFlow) -> None:
    plan = sample("bank")
    before = _layout(wanted, plan)
    for place, each in enumerate(wanted.steps):
        other = each._replace(does=text("Something that takes many more words"), limit="P3D")
        steps = (*wanted.steps[:place], other, *wanted.steps[place + 1 :])
        after = _layout(wanted._replace(steps=steps), plan, before.lanes)
        assert after == before
        assert _geometry(after) == _geometry(before)


@pytest.mark.parametrize("wanted", DEFAULTS, ids=lambda each: each.id)
def test_a_step_at_the_end_leaves_the_others_in_their_places(wanted: BusinessFlow) -> None:
    plan = sample("bank")
    before = _layout(wanted, plan)
    last = wanted.steps[-1]
    new = last._replace(id="new", after=(last.id,), to=(), limit_from="before")
    after = _layout(wanted._replace(steps=(*wanted.steps, new)), plan, before.lanes)
    assert after.lanes == before.lanes
    kept = tuple(place for place in after.places if place.step != "new")
    assert kept == before.places


def test_a_long_line_runs_beside_the_boxes_between() -> None:
    layout = _layout(flow(*chain(A1, A1, A1).steps[:2], step("3", A1, "1 2")))
    (long,) = [line for line in layout.lines if line[:2] == (0, 2)]
    points = _geometry(layout).lines[layout.lines.index(long)]
    assert len(points) > 2
    _check(layout)


def test_a_flow_without_steps_has_no_height() -> None:
    geometry = _geometry(_layout(flow()))
    assert (geometry.boxes, geometry.lines, geometry.height) == ((), (), 0)
