"""What `socplanner flow` shows: a flow of a plan in a phase, and the walk through it."""

from typing import NamedTuple

from socplanner.domain.flow_inputs import BusinessFlow, Counterpart
from socplanner.domain.flows.defaults import ListedFlow
from socplanner.domain.flows.walk import FlowWalk
from socplanner.domain.plan import Phase, Plan


class ShownFlow(NamedTuple):
    """What is shown: the flow of a plan in a phase, and the walk through it if there is one."""

    place: str
    plan: Plan
    phase: Phase
    listed: ListedFlow
    counterparts: tuple[Counterpart, ...]
    walk: FlowWalk | None

    @property
    def flow(self) -> BusinessFlow:
        """The flow that is shown."""
        return self.listed.flow
