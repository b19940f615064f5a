"""What differs from a newer default, and the flow with some of it."""

import pytest

from socplanner.domain.flow_inputs import BusinessFlow, FlowStep
from socplanner.domain.flow_validation import flow_faults
from socplanner.domain.flows.defaults import adapted_flow
from socplanner.domain.flows.differences import flow_differences, with_differences
from socplanner.services.catalogues import default_flows
from tests.support.flows import chain, flow, step
from tests.support.plans import sample
from tests.support.small_plan import A1, A2, A3, text

OWN = flow(step("1"), step("2", A2, "1"), step("3", A3, "2", "PT1H", "2"))._replace(version=1)


def _newer(*steps: FlowStep) -> BusinessFlow:
    return OWN._replace(steps=steps, version=2)


def _changes(own: BusinessFlow, newer: BusinessFlow) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (each.kind, each.step, each.fields if each.kind in ("flow", "changed") else ())
        for each in flow_differences(own, newer)
    ]


CHANGED = OWN.steps[1]._replace(limit="PT5M", note=text("soon"))
ADDED = step("new", A1, "1")
DIFFERING = {
    "nothing": (OWN._replace(version=2), []),
    "another order of the list": (_newer(*reversed(OWN.steps)), []),
    "the flow itself": (
        OWN._replace(limit="P1D", trigger=text("An alarm"), version=2),
        [("flow", "", ("trigger", "limit"))],
    ),
    "a changed step": (
        _newer(OWN.steps[0], CHANGED, OWN.steps[2]),
        [("changed", "2", ("limit", "note"))],
    ),
    "a new step": (_newer(OWN.steps[0], ADDED, *OWN.steps[1:]), [("added", "new", ())]),
    "a removed step": (
        _newer(OWN.steps[0], OWN.steps[2]._replace(after=("1",), limit_from="before")),
        [("changed", "3", ("after", "limit_from")), ("removed", "2", ())],
    ),
}


@pytest.mark.parametrize("name", DIFFERING)
def test_what_differs_is_named_with_its_fields(name: str) -> None:
    newer, changes = DIFFERING[name]
    assert _changes(OWN, newer) == changes


@pytest.mark.parametrize("name", DIFFERING)
def test_with_everything_the_flow_is_the_newer_one_and_with_nothing_the_own(name: str) -> None:
    newer, _ = DIFFERING[name]
    whole = with_differences(OWN, newer, flow_differences(OWN, newer))
    assert {each.id: each for each in whole.steps} == {each.id: each for each in newer.steps}
    assert whole._replace(steps=()) == newer._replace(steps=())
    assert with_differences(OWN, newer, ()) == OWN._replace(version=2)


def test_a_new_step_stands_after_the_one_that_is_before_it_in_the_default() -> None:
    newer = _newer(step("0"), OWN.steps[0], ADDED, *OWN.steps[1:], step("end", after="3"))
    whole = with_differences(OWN, newer, flow_differences(OWN, newer))
    assert [each.id for each in whole.steps] == ["0", "1", "new", "2", "3", "end"]


def test_what_was_not_accepted_is_not_named() -> None:
    newer = _newer(*OWN.steps, ADDED, step("end", A1, "new 3", "PT1H", "new"))
    last = flow_differences(OWN, newer)[-1]
    kept = with_differences(OWN, newer, (last,)).step("end")
    assert kept is not None
    assert (kept.after, kept.limit_from) == (("3",), "before")


def test_what_came_after_a_removed_step_comes_after_those_before_it() -> None:
    """Also where the planner keeps the own version of the step that follows."""
    newer = _newer(OWN.steps[0], OWN.steps[2]._replace(after=("1",), limit_from="before"))
    removed = flow_differences(OWN, newer)[-1]
    assert removed.kind == "removed"
    kept = with_differences(OWN, newer, (removed,))
    assert [(each.id, each.after) for each in kept.steps] == [("1", ()), ("3", ("1",))]
    assert kept.steps[1].limit_from == "before"


@pytest.mark.parametrize("default", default_flows().flows, ids=lambda each: each.id)
def test_any_choice_of_what_differs_is_a_valid_flow(default: BusinessFlow) -> None:
    older = default._replace(
        steps=tuple(
            each._replace(after=tuple(one for one in each.after if one != default.steps[1].id))
            for each in default.steps
            if each.id != default.steps[1].id
        )
    )
    older = older._replace(
        steps=tuple(
            each._replace(limit_from="before") if each.limit_from == default.steps[1].id else each
            for each in older.steps
        )
    )
    differences = flow_differences(older, default)
    assert differences
    for chosen in (*((each,) for each in differences), differences):
        assert not list(flow_faults(with_differences(older, default, chosen)))
    back = flow_differences(default, older)
    for chosen in (*((each,) for each in back), back):
        assert not list(flow_faults(with_differences(default, older, chosen)))


def test_a_default_that_was_adopted_unchanged_differs_in_nothing() -> None:
    for name in ("manufacturer", "bank"):
        plan = sample(name)
        for default in default_flows().flows:
            adapted = adapted_flow(plan, default, default_flows())
            assert flow_differences(adapted, adapted_flow(plan, default, default_flows())) == ()
    assert flow_differences(chain(A1, A2), chain(A1, A2)) == ()
