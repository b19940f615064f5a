"""Which flow is shown and how, and what was computed of it for the phase and the moment.

Everything is computed when it is asked for and kept until plan, phase, moment or language change.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from socplanner.domain.flow_inputs import BusinessFlow, Counterpart
from socplanner.domain.flows.clock import FlowClock, clock_of
from socplanner.domain.flows.covered_hours import StartedClock
from socplanner.domain.flows.defaults import (
    DefaultFlows,
    ListedFlow,
    listed_flows,
)
from socplanner.domain.flows.layout import FlowLane
from socplanner.domain.flows.walk import FlowWalk, walk
from socplanner.domain.flows.week_map import WeekMap, week_maps
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import NO_TEXT, Plan
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.ui.flows.flow_drawing import DrawingOptions, FlowDrawing, flow_drawing
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.week_clock import clock_at
from socplanner.wording.language import Words

STRUCTURE, WALK, PHASES, WEEK_MAP, LIST = "structure", "walk", "phases", "week", "list"
MODES = (STRUCTURE, WALK, PHASES, WEEK_MAP, LIST)
AT_A_MOMENT = (WALK, PHASES, LIST)
"""The modes that show a walk at the moment that is looked at."""

T = TypeVar("T")


class FlowState(QObject):
    """Follows the document, the phase and the moment; `changed` is emitted for the views."""

    changed = Signal()

    def __init__(self, context: PlanContext, parent: QObject) -> None:
        """Begin with the structure of incident response, or else the first flow."""
        super().__init__(parent)
        self._context = context
        self._flow_id = "incident-response"
        self.mode = STRUCTURE
        self.has_marks = False
        self._computed: dict[str, Any] = {}
        self._lanes: dict[str, tuple[FlowLane, ...]] = {}
        context.document.opened.connect(self._on_opened)
        context.document.plan_changed.connect(self.forget)
        context.viewpoint.phase_changed.connect(self.forget)
        context.week.changed.connect(self.forget)
        context.translator.language_changed.connect(self.forget)

    @property
    def plan(self) -> Plan:
        """The plan of the window."""
        return self._context.document.plan

    @property
    def phase(self) -> PhaseId:
        """The phase in view."""
        return self._context.viewpoint.phase

    @property
    def words(self) -> Words:
        """The language of the window."""
        return self._context.translator.words

    @property
    def defaults(self) -> DefaultFlows:
        """The default flows of the plan's catalogue; none for one that is not shipped."""
        return flows_of_catalogue(self.plan)

    @property
    def counterparts(self) -> tuple[Counterpart, ...]:
        """The counterparts of the plan, then the default ones."""
        return (*self.plan.counterparts, *self.defaults.counterparts)

    @property
    def listed(self) -> tuple[ListedFlow, ...]:
        """All flows that can be shown."""
        return self._once("listed", lambda: listed_flows(self.plan, self.defaults))

    @property
    def current(self) -> ListedFlow | None:
        """The flow that is shown; None where there are none."""
        for each in self.listed:
            if each.flow.id == self._flow_id:
                return each
        return self.listed[0] if self.listed else None

    @property
    def clock(self) -> StartedClock:
        """The clock of a walk that begins at the moment that is looked at."""
        return self._once("clock", self._started_clock)

    @property
    def walk(self) -> FlowWalk | None:
        """The walk through the flow at the moment; None without a flow."""
        return self._once("walk", self._walked)

    @property
    def compared_phases(self) -> tuple[PhaseId, ...]:
        """The phase in view and the last one, or the first where the last is in view."""
        first, *_, last = (self.plan.phases[0], *self.plan.phases)
        other = first.id if self.phase == last.id else last.id
        return (self.phase,) if other == self.phase else (self.phase, other)

    @property
    def phase_walks(self) -> tuple[FlowWalk, ...]:
        """The walk through the flow at the moment in each of the compared phases."""
        return self._once("phase-walks", self._walked_by_phase)

    @property
    def drawing(self) -> FlowDrawing | None:
        """The diagram of the flow; None without a flow."""
        return self._once("drawing", self._drawn)

    @property
    def maps(self) -> tuple[WeekMap, ...]:
        """The outcome of each flow at each hour of the week."""
        flows = [each.flow for each in self.listed]
        return self._once("maps", lambda: week_maps(self.plan, self.phase, flows))

    @property
    def flow_clock(self) -> FlowClock:
        """The limits of the flow, added up."""
        current = self.current
        flow = BusinessFlow("", NO_TEXT) if current is None else current.flow
        return self._once("flow-clock", lambda: clock_of(flow))

    def choose_flow(self, flow_id: str) -> None:
        """Show another flow."""
        if flow_id != self._flow_id:
            self._flow_id = flow_id
            self._forget("walk", "phase-walks", "drawing", "flow-clock")

    def choose_mode(self, mode: str) -> None:
        """Show the flow in another mode; an unknown one is ignored."""
        if mode in MODES and mode != self.mode:
            self.mode = mode
            self._forget("drawing")

    def show_marks(self, has_marks: bool) -> None:
        """Show who is accountable, consulted and informed at each step, or not."""
        if has_marks != self.has_marks:
            self.has_marks = has_marks
            self._forget("drawing")

    def forget(self) -> None:
        """Compute everything again when it is next needed."""
        self._computed.clear()
        self.changed.emit()

    def _forget(self, *keys: str) -> None:
        for key in keys:
            self._computed.pop(key, None)
        self.changed.emit()

    def _on_opened(self) -> None:
        self._lanes.clear()
        self.forget()

    def _once(self, key: str, computed: Callable[[], T]) -> T:
        if key not in self._computed:
            self._computed[key] = computed()
        result: T = self._computed[key]
        return result

    def _started_clock(self) -> StartedClock:
        return clock_at(self._context.week, self.plan)

    def _walked(self) -> FlowWalk | None:
        current = self.current
        if current is None:
            return None
        return walk(self.plan, self.phase, current.flow, self.clock)

    def _walked_by_phase(self) -> tuple[FlowWalk, ...]:
        current = self.current
        if current is None:
            return ()
        flow, clock = current.flow, self.clock
        return tuple(walk(self.plan, phase, flow, clock) for phase in self.compared_phases)

    def _drawn(self) -> FlowDrawing | None:
        current = self.current
        if current is None:
            return None
        flow = current.flow
        options = DrawingOptions(
            self.counterparts,
            self.walk if self.mode == WALK else None,
            self.has_marks and self.mode == STRUCTURE,
            self._lanes.get(flow.id, ()),
        )
        drawing = flow_drawing(self.plan, self.phase, flow, options, self.words)
        self._lanes[flow.id] = drawing.layout.lanes
        return drawing
