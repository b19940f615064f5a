"""Any edits of flows, one after the other: the flow stays valid, undo gives every plan back."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from socplanner.domain.custom_role_edits import AddCustomRole, RemoveCustomRole
from socplanner.domain.exercise_edits import AddExercise, RemoveExercise
from socplanner.domain.exercise_inputs import Exercise, ExercisedStep
from socplanner.domain.flow_cleaning import valid_flow
from socplanner.domain.flow_edits import (
    AddFlow,
    AddStep,
    AdoptFlows,
    ChangeStep,
    JoinSteps,
    ListStep,
    RemoveFlow,
    RemoveStep,
    SeparateSteps,
    SetCounterparts,
)
from socplanner.domain.flow_inputs import Counterpart, FlowStep, flow_of
from socplanner.domain.flow_validation import flow_faults
from socplanner.domain.flows.clock import clock_of
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.walk import walk
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import RoleId
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.formats.plan.plan_yaml import dumps, loads
from tests.support.flows import chain, step
from tests.support.small_plan import A1, A2, A3, CATALOGUE, MSS, NOW, SOC, small_plan, text

NIGHT = RoleId("own:N")
PPC = Counterpart("ppc", "authority", text("PPC"))
FLOW = st.sampled_from(["flow", "other"])
STEP = st.sampled_from(["1", "2", "3", "x", "y"])
PLAN = AddCustomRole("N", "A", text("Night")).apply(small_plan())
RECEIVERS = st.sampled_from(["", "x:A-2", "party:soc counterpart:ppc", "party:mss own:N", "x:A-9"])
STEPS = st.builds(
    step,
    STEP,
    st.sampled_from([A1, A2, NIGHT]),
    st.lists(STEP, max_size=2).map(" ".join),
    st.sampled_from(["", "PT1H", "P3D", "soon"]),
    st.sampled_from(["before", "start", "event", "1", "x"]),
    to=RECEIVERS,
    condition=st.sampled_from(["", "if it failed"]),
)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(AddStep, FLOW, STEPS, st.integers(-1, 9), st.lists(STEP, max_size=2).map(tuple)),
    st.builds(ChangeStep, FLOW, STEPS),
    st.builds(RemoveStep, FLOW, STEP),
    st.builds(ListStep, FLOW, STEP, st.integers(-1, 9)),
    st.builds(JoinSteps, FLOW, STEP, STEP),
    st.builds(SeparateSteps, FLOW, STEP, STEP),
    st.sampled_from(
        [
            AdoptFlows((chain(A1, A2, A3),), (PPC,)),
            AddFlow(chain(A2, A1)._replace(id="other")),
            RemoveFlow("flow"),
            RemoveFlow("other"),
            SetCounterparts(()),
            SetCounterparts((PPC,)),
            RemoveParty(SOC),
            RemoveCustomRole(NIGHT),
            RemoveParty(MSS),
            RemovePhase(NOW),
            AddExercise(
                Exercise(
                    *("e", "2027-04-01", "flow", text("Flow"), NOW, "sun 03:00", ""),
                    (ExercisedStep("1", A1, 5),),
                )
            ),
            RemoveExercise("e"),
        ]
    ),
)


class AnyFlowEdits(RuleBasedStateMachine):
    """Keeps every plan there was; undo and redo give the same ones back."""

    def __init__(self) -> None:
        """Begin with a chain of three steps."""
        super().__init__()
        plan = AdoptFlows((chain(A1, A2, A3),), (PPC,)).apply(PLAN)
        self.history = History.of(plan)
        self.plans: list[Plan] = [plan]
        self.index = 0

    @rule(edit=EDITS)
    def perform(self, edit: Edit) -> None:
        """Make `edit`, or see it refused without a trace."""
        before = self.history
        try:
            self.history = before.perform(edit)
        except EditRejected:
            assert self.history is before
            return
        if self.history is before:
            return
        self.plans = [*self.plans[: self.index + 1], self.history.plan]
        self.index += 1

    @rule(flow_id=FLOW, step_id=STEP)
    def remove_step(self, flow_id: str, step_id: str) -> None:
        """Remove a step that is there: everything after it is after what was before it."""
        flow = flow_of(self.history.plan.flows, flow_id)
        removed = None if flow is None else flow.step(step_id)
        if flow is None or removed is None:
            return
        after = RemoveStep(flow_id, step_id).apply(self.history.plan)
        left = flow_of(after.flows, flow_id)
        assert left is not None
        assert [each.id for each in left.steps] == [
            each.id for each in flow.steps if each.id != step_id
        ]
        for each in left.steps:
            expected = _expected(flow.step(each.id), removed)
            if removed.is_conditional:  # what it led back is gone
                assert set(each.after) <= set(expected)
            else:
                assert each.after == expected

    @precondition(lambda self: self.index > 0)
    @rule()
    def undo(self) -> None:
        """Go back."""
        self.history = self.history.undone()
        self.index -= 1

    @precondition(lambda self: self.index + 1 < len(self.plans))
    @rule()
    def redo(self) -> None:
        """Go on again."""
        self.history = self.history.redone()
        self.index += 1

    @invariant()
    def the_plan_is_the_one_of_its_time(self) -> None:
        """Undo and redo give back the very plans."""
        assert self.history.plan is self.plans[self.index]

    @invariant()
    def every_flow_is_valid_and_can_be_walked(self) -> None:
        """No edit leaves a flow that another would refuse."""
        plan = self.history.plan
        for flow in plan.flows:
            assert list(flow_faults(flow)) == []
            assert valid_flow(plan, flow) == flow
            assert set(clock_of(flow).times) == {each.id for each in flow.steps}
            walked = walk(plan, plan.phases[-1].id, flow, started_at(SUNDAY_NIGHT))
            assert len(walked.steps) == len(flow.steps)

    def teardown(self) -> None:
        """Write the last plan, and read the same one."""
        plan = self.history.plan
        assert loads(dumps(plan), {"x": CATALOGUE}.get).plan == plan


def _expected(step_before: FlowStep | None, removed: FlowStep) -> tuple[str, ...]:
    """Return after which steps a step comes once `removed` is gone."""
    assert step_before is not None
    if removed.id not in step_before.after:
        return step_before.after
    places: list[str] = []
    for each in step_before.after:
        places += removed.after if each == removed.id else (each,)
    unique = dict.fromkeys(places)
    return tuple(each for each in unique if each not in (step_before.id, removed.id))


TestAnyFlowEdits = AnyFlowEdits.TestCase
TestAnyFlowEdits.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
