"""The task of a step in BPMN, and the events and gateways around it: their ids and places."""

from typing import NamedTuple

from socplanner.domain.flows.geometry import DiagramPoint, DiagramRect

_NODE = 28.0
"""The side of events and gateways."""


class BpmnNodes(NamedTuple):
    """The task of a step with what is around it, and the numbers of the lines in and out."""

    number: int
    box: DiagramRect
    incoming: tuple[int, ...]
    outgoing: tuple[int, ...]
    is_open: bool
    """Whether a step that follows has a condition."""

    @property
    def task(self) -> str:
        """The id of the task."""
        return f"step{self.number}"

    @property
    def before(self) -> str | None:
        """The id of the start event or gateway before the task, None for neither."""
        if not self.incoming:
            return f"start{self.number}"
        return f"join{self.number}" if len(self.incoming) > 1 else None

    @property
    def after(self) -> str | None:
        """The id of the end event or gateway after the task, None for neither."""
        if not self.outgoing:
            return f"end{self.number}"
        return f"split{self.number}" if len(self.outgoing) > 1 else None

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all nodes, in their order."""
        return tuple(each for each in (self.before, self.task, self.after) if each is not None)

    @property
    def arriving(self) -> str:
        """The id of the flow that enters the task."""
        return f"begin{self.number}" if self.before is not None else f"flow{self.incoming[0]}"

    @property
    def leaving(self) -> str:
        """The id of the flow that leaves the task."""
        return f"finish{self.number}" if self.after is not None else f"flow{self.outgoing[0]}"

    @property
    def before_rect(self) -> DiagramRect:
        """Where the node before the task is."""
        return DiagramRect(self.box.x - _NODE - 12, self.box.middle - _NODE / 2, _NODE, _NODE)

    @property
    def after_rect(self) -> DiagramRect:
        """Where the node after the task is."""
        return DiagramRect(self.box.right + 12, self.box.middle - _NODE / 2, _NODE, _NODE)


def level_line(one: DiagramRect, other: DiagramRect) -> tuple[DiagramPoint, ...]:
    """Return the points from the right of `one` to the left of `other`."""
    return DiagramPoint(one.right, one.middle), DiagramPoint(other.x, other.middle)
