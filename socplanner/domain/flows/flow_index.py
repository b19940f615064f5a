"""The steps of flows by role, with their clocks: what rules look up for one role in thousands."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from socplanner.domain.flow_inputs import BusinessFlow, FlowStep
from socplanner.domain.flows.clock import FlowClock, clock_of
from socplanner.domain.ids import RoleId


class IndexedStep(NamedTuple):
    """A step with its flow and the clock of the flow."""

    flow: BusinessFlow
    step: FlowStep
    clock: FlowClock


class FlowIndex(NamedTuple):
    """The steps of each role, and the roles whose letters matter to the rules about it."""

    steps: Mapping[RoleId, tuple[IndexedStep, ...]]
    neighbours: Mapping[RoleId, frozenset[RoleId]]


class _Flows:
    """Flows as a key that is compared by identity: to hash their values takes too long."""

    __slots__ = ("flows",)

    def __init__(self, flows: tuple[BusinessFlow, ...]) -> None:
        self.flows = flows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Flows) and self.flows is other.flows

    def __hash__(self) -> int:
        return id(self.flows)


def flow_index(flows: tuple[BusinessFlow, ...]) -> FlowIndex:
    """Return the index of `flows`, which is made once for flows that are the same object."""
    return _index(_Flows(flows))


@lru_cache(maxsize=8)
def _index(key: _Flows) -> FlowIndex:
    steps: dict[RoleId, list[IndexedStep]] = {}
    neighbours: dict[RoleId, set[RoleId]] = {}
    for flow in key.flows:
        clock = clock_of(flow)
        by_id = {step.id: step for step in flow.steps}
        for step in flow.steps:
            steps.setdefault(step.role, []).append(IndexedStep(flow, step, clock))
            others = {by_id[each].role for each in step.after}
            others |= {RoleId(each.id) for each in step.to if each.kind == "role"}
            for other in others - {step.role}:
                neighbours.setdefault(step.role, set()).add(other)
                neighbours.setdefault(other, set()).add(step.role)
    return FlowIndex(
        {role: tuple(of_role) for role, of_role in steps.items()},
        {role: frozenset(others) for role, others in neighbours.items()},
    )
