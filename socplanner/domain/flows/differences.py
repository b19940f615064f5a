"""What differs between a flow of the plan and a newer default, and the flow with some of it."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from socplanner.domain.flow_inputs import (
    FROM_BEFORE,
    LIMIT_BEGINNINGS,
    BusinessFlow,
    FlowStep,
    flow_without_step,
)

DifferenceKind = Literal["flow", "added", "removed", "changed"]


class FlowDifference(NamedTuple):
    """One difference: of the flow itself (`step` is empty), or of a step.

    `fields` are the names of the fields that differ; `before` is the step of the plan and `after`
    that of the default, None where there is none.
    """

    kind: DifferenceKind
    step: str
    fields: tuple[str, ...]
    before: FlowStep | None = None
    after: FlowStep | None = None


_OF_FLOW = ("name", "trigger", "severity", "limit")


def flow_differences(own: BusinessFlow, newer: BusinessFlow) -> tuple[FlowDifference, ...]:
    """Return what differs: the flow itself first, then the steps in the order of `newer`."""
    fields = tuple(each for each in _OF_FLOW if getattr(own, each) != getattr(newer, each))
    result = [FlowDifference("flow", "", fields)] if fields else []
    for step in newer.steps:
        before = own.step(step.id)
        if before is None:
            result.append(FlowDifference("added", step.id, FlowStep._fields, None, step))
        elif before != step:
            differing = tuple(
                name
                for name, one, other in zip(FlowStep._fields, before, step, strict=True)
                if one != other
            )
            result.append(FlowDifference("changed", step.id, differing, before, step))
    result += [
        FlowDifference("removed", step.id, FlowStep._fields, step, None)
        for step in own.steps
        if newer.step(step.id) is None
    ]
    return tuple(result)


def with_differences(
    own: BusinessFlow, newer: BusinessFlow, accepted: Collection[FlowDifference]
) -> BusinessFlow:
    """Return `own` with the `accepted` differences, as of the version of `newer`.

    An added step stands after the step that is before it in `newer`. Steps that are not accepted
    are not named by those that are; what came after a removed step comes after those before it.
    """
    flow = own._replace(version=newer.version)
    steps = {step.id: step for step in own.steps}
    order = [step.id for step in own.steps]
    for each in accepted:
        if each.kind == "flow":
            flow = flow._replace(**{name: getattr(newer, name) for name in each.fields})
        elif each.after is not None:
            if each.step not in order:
                order.insert(_place(each.step, newer, order), each.step)
            steps[each.step] = each.after
    flow = flow._replace(steps=tuple(steps[step] for step in order))
    for each in accepted:
        if each.kind == "removed":
            flow = flow_without_step(flow, each.step)
    ids = {step.id for step in flow.steps}
    return flow._replace(steps=tuple(_without_unknown(step, ids) for step in flow.steps))


def _place(step: str, newer: BusinessFlow, order: list[str]) -> int:
    """Return where in `order` a step of `newer` is inserted."""
    ids = [each.id for each in newer.steps]
    for before in reversed(ids[: ids.index(step)]):
        if before in order:
            return order.index(before) + 1
    return 0


def _without_unknown(step: FlowStep, ids: Collection[str]) -> FlowStep:
    after = tuple(each for each in step.after if each in ids)
    if after != step.after:
        step = step._replace(after=after)
    if step.limit_from not in LIMIT_BEGINNINGS and step.limit_from not in ids:
        step = step._replace(limit_from=FROM_BEFORE)
    return step
