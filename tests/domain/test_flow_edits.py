"""Edits of flows: what they change, what they keep, and what they refuse."""

import pytest

from socplanner.domain.custom_role_edits import AddCustomRole, RemoveCustomRole
from socplanner.domain.flow_edits import (
    AddFlow,
    AddStep,
    AdoptFlows,
    ChangeFlow,
    ChangeStep,
    JoinSteps,
    ListStep,
    RemoveFlow,
    RemoveStep,
    SeparateSteps,
    SetCounterparts,
    UpdateFlow,
)
from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, FlowStep, receiver_of
from socplanner.domain.flow_validation import flow_faults
from socplanner.domain.history import Edit
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from tests.support.flows import chain, flow, step
from tests.support.small_plan import A1, A2, A3, SOC, small_plan, text

PPC = Counterpart("ppc", "authority", text("PPC"))
PLAN = AdoptFlows((chain(A1, A2, A3),), (PPC,)).apply(small_plan())


def _flow(plan: Plan) -> BusinessFlow:
    (only,) = plan.flows
    return only


def _after(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {each.id: each.after for each in _flow(plan).steps}


def test_a_step_between_two_comes_between_them() -> None:
    between = FlowStep("x", A1, text("Look"), after=("1",))
    plan = AddStep("flow", between, 1, then=("2",)).apply(PLAN)
    assert _after(plan) == {"1": (), "x": ("1",), "2": ("x",), "3": ("2",)}
    assert [each.id for each in _flow(plan).steps] == ["1", "x", "2", "3"]


def test_a_step_beside_others_is_added_at_the_end() -> None:
    plan = AddStep("flow", FlowStep("x", A1, text("Look"), after=("1",)), 99).apply(PLAN)
    assert _after(plan) == {"1": (), "2": ("1",), "3": ("2",), "x": ("1",)}


def test_what_came_after_a_removed_step_comes_after_those_before_it() -> None:
    assert _after(RemoveStep("flow", "2").apply(PLAN)) == {"1": (), "3": ("1",)}
    assert _after(RemoveStep("flow", "1").apply(PLAN)) == {"2": (), "3": ("2",)}


def test_a_limit_from_a_removed_step_counts_from_those_before() -> None:
    plan = ChangeStep("flow", step("3", A3, "2", "PT1H", "1")).apply(PLAN)
    steps = _flow(RemoveStep("flow", "1").apply(plan)).steps
    assert steps[1].limit_from == "before"
    alone = ChangeStep("flow", step("2", A2, "1", "PT1H", "1")).apply(PLAN)
    assert _flow(RemoveStep("flow", "1").apply(alone)).steps[0].limit_from == "start"


def test_joining_separating_and_reordering() -> None:
    joined = JoinSteps("flow", "1", "3").apply(PLAN)
    assert _after(joined)["3"] == ("2", "1")
    assert JoinSteps("flow", "1", "3").apply(joined) is joined
    assert SeparateSteps("flow", "2", "3").apply(joined).flows[0].steps[2].after == ("1",)
    moved = ListStep("flow", "3", 0).apply(PLAN)
    assert [each.id for each in _flow(moved).steps] == ["3", "1", "2"]
    assert _after(moved) == _after(PLAN)


def test_texts_are_cleaned_and_half_a_text_is_the_text_of_both_languages() -> None:
    dirty = FlowStep("1", A1, text("Look"), sends=LocalText(" 警報\n", ""), limit=" PT5M ")
    changed = _flow(ChangeStep("flow", dirty).apply(PLAN)).steps[0]
    assert changed.sends == LocalText.same("警報")
    assert changed.limit == "PT5M"


def test_a_party_a_role_and_a_counterpart_that_go_receive_nothing() -> None:
    plan = AddCustomRole("N", "A", text("Night")).apply(PLAN)
    to = "party:soc counterpart:ppc own:N x:A-2"
    plan = ChangeStep("flow", step("1", A1, to=to)).apply(plan)
    plan = AddStep("flow", step("n", RoleId("own:N"), after="1"), 1, then=("2",)).apply(plan)
    for edit in (
        RemoveParty(SOC),
        RemoveCustomRole(RoleId("own:N")),
        SetCounterparts(()),
    ):
        plan = edit.apply(plan)
    assert _flow(plan).steps[0].to == (receiver_of("x:A-2"),)
    assert _after(plan) == {"1": (), "2": ("1",), "3": ("2",)}


def test_an_edit_without_a_change_returns_the_same_plan() -> None:
    for edit in (
        ChangeFlow(PLAN.flows[0]),
        UpdateFlow(PLAN.flows[0], (PPC,)),
        ListStep("flow", "1", 0),
        SeparateSteps("flow", "3", "1"),
        SetCounterparts((PPC,)),
    ):
        assert edit.apply(PLAN) is PLAN


REFUSED: dict[str, tuple[Edit, str]] = {
    "two flows of one id": (AddFlow(chain(A1)), "doubled-flow"),
    "unknown flow": (RemoveFlow("other"), "unknown-flow"),
    "unknown flow changed": (ChangeFlow(chain(A1)._replace(id="x")), "unknown-flow"),
    "unknown step": (RemoveStep("flow", "x"), "unknown-step"),
    "two steps of one id": (AddStep("flow", step("1"), 0), "doubled-step"),
    "bad id of a step": (AddStep("flow", step("A 1"), 0), "bad-id"),
    "id of a step that is a word of limits": (AddStep("flow", step("start"), 0), "bad-id"),
    "bad id of a flow": (AddFlow(flow(flow_id="A b")), "bad-id"),
    "after itself": (ChangeStep("flow", step("1", after="1")), "step-after-itself"),
    "after an unknown step": (ChangeStep("flow", step("1", after="x")), "unknown-step"),
    "a cycle": (JoinSteps("flow", "3", "1"), "cycle-of-steps"),
    "unknown role": (ChangeStep("flow", step("1", RoleId("x:Z"))), "unknown-role"),
    "unknown role as receiver": (ChangeStep("flow", step("1", to="x:Z")), "unknown-role"),
    "unknown party": (ChangeStep("flow", step("1", to="party:x")), "unknown-party"),
    "unknown counterpart": (
        ChangeStep("flow", step("1", to="counterpart:x")),
        "unknown-counterpart",
    ),
    "no duration": (ChangeStep("flow", step("1", limit="15m")), "bad-duration"),
    "no duration of a flow": (ChangeFlow(PLAN.flows[0]._replace(limit="1h")), "bad-duration"),
    "limit from an unknown step": (
        ChangeStep("flow", step("1", limit="PT1H", limit_from="x")),
        "unknown-step",
    ),
    "limit from itself": (
        ChangeStep("flow", step("1", limit="PT1H", limit_from="1")),
        "unknown-step",
    ),
    "no name": (AddFlow(BusinessFlow("x", LocalText("", ""))), "empty-name"),
    "long text": (
        ChangeStep("flow", step("1")._replace(sends=LocalText.same("x" * 201))),
        "name-too-long",
    ),
    "two counterparts of one id": (SetCounterparts((PPC, PPC)), "doubled-counterpart"),
    "bad counterpart": (SetCounterparts((PPC._replace(id="A b"),)), "bad-id"),
    "bad kind": (SetCounterparts((PPC._replace(kind="x"),)), "unknown-value"),  # type: ignore[arg-type]
    "too many steps": (
        ChangeFlow(chain(*[A1] * 501)),
        "too-many-steps",
    ),
    "too many receivers": (
        ChangeStep("flow", step("1", to=" ".join(f"x:A-{n}" for n in range(51)))),
        "too-many-receivers",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str) -> None:
    edit, code = REFUSED[name]
    with pytest.raises(EditRejected) as rejection:
        edit.apply(PLAN)
    assert rejection.value.problem.code == code


def test_a_cycle_with_a_condition_is_a_loop() -> None:
    back = step("3", A3, "2", condition="if it failed")
    plan = JoinSteps("flow", "3", "1").apply(ChangeStep("flow", back).apply(PLAN))
    assert _after(plan)["1"] == ("3",)


def test_a_loop_goes_with_the_step_that_led_it_back_and_the_file_stays_readable() -> None:
    night = RoleId("own:N")
    plan = AddCustomRole("N", "A", text("Night")).apply(PLAN)
    back = step("x", night, "3", condition="if it failed")
    plan = JoinSteps("flow", "x", "1").apply(AddStep("flow", back, 3).apply(plan))
    assert _after(plan)["1"] == ("x",)
    for edit in (RemoveStep("flow", "x"), RemoveCustomRole(night)):
        after = edit.apply(plan)
        assert _after(after) == {"1": (), "2": ("1",), "3": ("2",)}
        assert list(flow_faults(_flow(after))) == []


def test_what_leaves_a_loop_goes_on_after_a_removed_step_with_a_condition() -> None:
    steps = (
        step("1", A1),
        step("2", A2, "1 x"),
        step("x", A3, "2", condition="if it failed"),
        step("end", A1, "x"),
    )
    plan = ChangeFlow(flow(*steps)).apply(PLAN)
    assert _after(RemoveStep("flow", "x").apply(plan)) == {"1": (), "2": ("1",), "end": ("2",)}
