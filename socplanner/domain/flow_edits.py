"""Edits of business flows, their steps and the counterparts; each is one step to undo."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from socplanner.domain.flow_cleaning import valid_counterparts, valid_flow
from socplanner.domain.flow_inputs import (
    BusinessFlow,
    Counterpart,
    FlowStep,
    Receiver,
    flow_of,
    flow_without_step,
    flows_without_receiver,
)
from socplanner.domain.history import Edit
from socplanner.domain.limits import MOST_FLOWS
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.sharing_inputs import agreements_without, duties_without_receiver


@dataclass(frozen=True, slots=True)
class AdoptFlows:
    """Add default flows to the plan, with the counterparts that they name."""

    flows: tuple[BusinessFlow, ...]
    counterparts: tuple[Counterpart, ...] = ()

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the flows; raise EditRejected for one that it has."""
        present = {each.id for each in plan.counterparts}
        added = tuple(each for each in self.counterparts if each.id not in present)
        if added:
            plan = replace(plan, counterparts=valid_counterparts((*plan.counterparts, *added)))
        for flow in self.flows:
            plan = AddFlow(flow).apply(plan)
        return plan


@dataclass(frozen=True, slots=True)
class AddFlow:
    """Add a flow after the others."""

    flow: BusinessFlow

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the flow; raise EditRejected if it is not valid."""
        if flow_of(plan.flows, self.flow.id) is not None:
            raise EditRejected("doubled-flow", flow=self.flow.id)
        if len(plan.flows) >= MOST_FLOWS:
            raise EditRejected("too-many-flows", most=MOST_FLOWS)
        return replace(plan, flows=(*plan.flows, valid_flow(plan, self.flow)))


@dataclass(frozen=True, slots=True)
class ChangeFlow:
    """Replace the flow that has the same id: its name, trigger, severity, limit and steps."""

    flow: BusinessFlow

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the flow changed; raise EditRejected if it is not valid."""
        return _with_flow(plan, self.flow.id, lambda _: self.flow)


@dataclass(frozen=True, slots=True)
class UpdateFlow:
    """Replace a flow by one with what was accepted of a newer default."""

    flow: BusinessFlow
    counterparts: tuple[Counterpart, ...] = ()

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the flow changed; raise EditRejected if it is not valid."""
        added = AdoptFlows((), self.counterparts).apply(plan)
        return ChangeFlow(self.flow).apply(added)


@dataclass(frozen=True, slots=True)
class RemoveFlow:
    """Remove a flow; a default flow is offered again afterwards."""

    flow: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the flow; raise EditRejected if it is unknown."""
        _existing_flow(plan, self.flow)
        return replace(plan, flows=tuple(each for each in plan.flows if each.id != self.flow))


@dataclass(frozen=True, slots=True)
class AddStep:
    """Add a step at `index` of the list; the steps of `then` come after it.

    A step of `then` no longer comes directly after a step that the new one comes after.
    """

    flow: str
    step: FlowStep
    index: int
    then: tuple[str, ...] = ()

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the step; raise EditRejected if it is not valid."""

        def added(flow: BusinessFlow) -> BusinessFlow:
            steps = [self._after_new(step) if step.id in self.then else step for step in flow.steps]
            index = max(0, min(self.index, len(steps)))
            return flow._replace(steps=(*steps[:index], self.step, *steps[index:]))

        return _with_flow(plan, self.flow, added)

    def _after_new(self, step: FlowStep) -> FlowStep:
        kept = (each for each in step.after if each not in self.step.after)
        return step._replace(after=tuple(dict.fromkeys((*kept, self.step.id))))


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """Replace the step of a flow that has the same id."""

    flow: str
    step: FlowStep

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the step changed; raise EditRejected if it is not valid."""
        return _with_step(plan, self.flow, self.step.id, lambda _: self.step)


@dataclass(frozen=True, slots=True)
class RemoveStep:
    """Remove a step; what came after it comes after the steps before it."""

    flow: str
    step: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the step; raise EditRejected if it is unknown."""
        _existing_step(_existing_flow(plan, self.flow), self.step)
        return _with_flow(plan, self.flow, lambda flow: flow_without_step(flow, self.step))


@dataclass(frozen=True, slots=True)
class ListStep:
    """Place a step at `index` of the list; what comes after what stays."""

    flow: str
    step: str
    index: int

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the step in its new place; raise EditRejected if it is unknown."""
        flow = _existing_flow(plan, self.flow)
        moved = _existing_step(flow, self.step)
        rest = [step for step in flow.steps if step.id != self.step]
        index = max(0, min(self.index, len(rest)))
        steps = (*rest[:index], moved, *rest[index:])
        return _with_flow(plan, self.flow, lambda flow: flow._replace(steps=steps))


@dataclass(frozen=True, slots=True)
class JoinSteps:
    """Let `step` come after `before`."""

    flow: str
    before: str
    step: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the steps joined; raise EditRejected for an unknown one or a cycle."""
        return _with_step(
            plan,
            self.flow,
            self.step,
            lambda step: (
                step
                if self.before in step.after
                else step._replace(after=(*step.after, self.before))
            ),
        )


@dataclass(frozen=True, slots=True)
class SeparateSteps:
    """Let `step` no longer come after `before`."""

    flow: str
    before: str
    step: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the steps separated; raise EditRejected for an unknown one."""
        return _with_step(
            plan,
            self.flow,
            self.step,
            lambda step: step._replace(
                after=tuple(each for each in step.after if each != self.before)
            ),
        )


@dataclass(frozen=True, slots=True)
class SetCounterparts:
    """Replace the counterparts of the plan.

    One that is gone receives nothing any more, and has no agreement and no reporting duty.
    """

    counterparts: tuple[Counterpart, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the counterparts; raise EditRejected if one is not valid."""
        counterparts = valid_counterparts(self.counterparts)
        if counterparts == plan.counterparts:
            return plan
        flows, sharing, reporting = plan.flows, plan.sharing, plan.reporting
        kept = {each.id for each in counterparts}
        for each in plan.counterparts:
            if each.id not in kept:
                gone = Receiver("counterpart", each.id)
                flows = flows_without_receiver(flows, gone)
                sharing = agreements_without(sharing, gone)
                reporting = duties_without_receiver(reporting, gone)
        return replace(
            plan, counterparts=counterparts, flows=flows, sharing=sharing, reporting=reporting
        )


def _with_flow(plan: Plan, flow_id: str, changed: Callable[[BusinessFlow], BusinessFlow]) -> Plan:
    before = _existing_flow(plan, flow_id)
    after = valid_flow(plan, changed(before))
    if after == before:
        return plan
    return replace(plan, flows=tuple(after if flow.id == flow_id else flow for flow in plan.flows))


def _with_step(
    plan: Plan, flow_id: str, step_id: str, changed: Callable[[FlowStep], FlowStep]
) -> Plan:
    _existing_step(_existing_flow(plan, flow_id), step_id)
    return _with_flow(
        plan,
        flow_id,
        lambda flow: flow._replace(
            steps=tuple(changed(step) if step.id == step_id else step for step in flow.steps)
        ),
    )


def _existing_flow(plan: Plan, flow_id: str) -> BusinessFlow:
    flow = flow_of(plan.flows, flow_id)
    if flow is None:
        raise EditRejected("unknown-flow", flow=flow_id)
    return flow


def _existing_step(flow: BusinessFlow, step_id: str) -> FlowStep:
    step = flow.step(step_id)
    if step is None:
        raise EditRejected("unknown-step", step=step_id)
    return step


@dataclass(frozen=True, slots=True)
class ChangeDefaultFlow:
    """Adopt a default flow and change it in one step."""

    adopted: AdoptFlows
    edit: Edit

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the changed flow; raise EditRejected if it cannot be changed."""
        return self.edit.apply(self.adopted.apply(plan))
