"""A flow as BPMN 2.0: pools are organisations, lanes are parties; with a diagram.

Rules:

- Work of one organisation is one process: lines within it are sequence flows. What goes from one
  organisation to another is a message flow, as BPMN demands. Receivers outside are closed pools.
- A step that several parties perform stands in the lane of the first; the others are named in its
  documentation. Steps that no party performs are a pool of their own.
- Every step without an incoming sequence flow begins with a start event, every step without an
  outgoing one ends with an end event. Where several flows come in or go out there is a gateway:
  parallel, or inclusive where a step has a condition.
- Ids are made of numbers, never of texts.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, FlowStep
from socplanner.domain.flows.geometry import (
    DiagramMetrics,
    DiagramPoint,
    DiagramRect,
    FlowGeometry,
    flow_geometry,
)
from socplanner.domain.flows.lanes import StepParties, organisation_of, parties_of_steps
from socplanner.domain.flows.layout import FlowLane, FlowLayout, flow_layout
from socplanner.domain.flows.routes import flow_routes
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.formats.bpmn_nodes import BpmnNodes, level_line
from socplanner.wording.flow_lines import step_lines
from socplanner.wording.flow_words import receiver_name, step_name
from socplanner.wording.language import Words
from socplanner.wording.terms import party_name

_MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DI = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC = "http://www.omg.org/spec/DD/20100524/DC"
_DD = "http://www.omg.org/spec/DD/20100524/DI"
_METRICS = DiagramMetrics(140, 70, 60, 120, 12, 16, 18)
_NO_PARTY = "no-party"


class _Pool(NamedTuple):
    """An organisation: its key, its name, and its lanes by their numbers in the layout."""

    key: str
    name: str
    lanes: tuple[int, ...]


def flow_bpmn(
    plan: Plan,
    phase: PhaseId,
    flow: BusinessFlow,
    counterparts: Iterable[Counterpart],
    words: Words,
) -> bytes:
    """Return `flow` in `phase` as a BPMN 2.0 file."""
    for prefix, space in (("bpmn", _MODEL), ("bpmndi", _DI), ("dc", _DC), ("di", _DD)):
        ET.register_namespace(prefix, space)
    writer = _Writer(plan, phase, flow, tuple(counterparts), words)
    root = writer.definitions()
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _add_text(parent: ET.Element, tag: str, text: str) -> None:
    """Add a child with a text to `parent`."""
    child = ET.SubElement(parent, tag)
    child.text = text


def _tag(name: str, space: str = _MODEL) -> str:
    return f"{{{space}}}{name}"


class _Writer:
    """Writes one flow: collaboration, processes, then the diagram."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        flow: BusinessFlow,
        counterparts: tuple[Counterpart, ...],
        words: Words,
    ) -> None:
        self._plan, self._flow, self._words = plan, flow, words
        self._counterparts = counterparts
        self._parties: Mapping[str, StepParties] = _alone(parties_of_steps(plan, phase, flow))
        self._all_parties = parties_of_steps(plan, phase, flow)
        outside = frozenset(
            each for step in flow.steps for each in step.to if each.kind == "counterpart"
        )
        first = flow_layout(flow, self._parties, outside)
        self._layout: FlowLayout = flow_layout(
            flow, self._parties, outside, self._by_organisation(first)
        )
        self._geometry: FlowGeometry = flow_geometry(
            self._layout, flow_routes(self._layout), _METRICS
        )
        self._pools = self._pools_of_lanes()
        self._pool_of_lane = {
            lane: number for number, pool in enumerate(self._pools) for lane in pool.lanes
        }
        self._numbers = {step.id: number for number, step in enumerate(flow.steps, start=1)}
        self._shapes: list[tuple[str, DiagramRect, bool]] = []
        self._edges: list[tuple[str, tuple[DiagramPoint, ...]]] = []

    def definitions(self) -> ET.Element:
        """Return the root element."""
        root = ET.Element(
            _tag("definitions"),
            {
                "id": "definitions",
                "targetNamespace": "urn:socplanner:flow",
                "exporter": "socplanner",
            },
        )
        collaboration = ET.SubElement(root, _tag("collaboration"), {"id": "collaboration"})
        for number, pool in enumerate(self._pools):
            ET.SubElement(
                collaboration,
                _tag("participant"),
                {"id": f"pool{number}", "name": pool.name, "processRef": f"process{number}"},
            )
            self._shapes.append((f"pool{number}", self._pool_rect(pool), True))
        self._write_messages(collaboration)
        for number, pool in enumerate(self._pools):
            self._write_process(root, number, pool)
        self._write_diagram(root)
        return root

    def _by_organisation(self, layout: FlowLayout) -> list[FlowLane]:
        """Return the lanes so that those of one organisation stand together."""
        lanes = [lane for lane in layout.lanes if lane.kind == "party"]
        keys = dict.fromkeys(self._key(lane) for lane in lanes)
        return [lane for key in keys for lane in lanes if self._key(lane) == key]

    def _key(self, lane: FlowLane) -> str:
        party = None if lane.party is None else self._plan.party(lane.party)
        return _NO_PARTY if party is None else organisation_of(party)

    def _pools_of_lanes(self) -> list[_Pool]:
        lanes_of: dict[str, list[int]] = {}
        for number, lane in enumerate(self._layout.lanes):
            if lane.kind != "outside":
                lanes_of.setdefault(self._key(lane), []).append(number)
        return [_Pool(key, self._pool_name(key), tuple(lanes)) for key, lanes in lanes_of.items()]

    def _pool_name(self, key: str) -> str:
        if key == _NO_PARTY:
            return self._words.tr("No party")
        party = next((each for each in self._plan.parties if each.id == key), None)
        return self._plan.organisation if party is None else party_name(party, self._words)

    def _pool_rect(self, pool: _Pool) -> DiagramRect:
        lanes = [self._geometry.lanes[number] for number in pool.lanes]
        top, below = lanes[0].y, lanes[-1].y + lanes[-1].height
        return DiagramRect(0, top, self._geometry.width + _METRICS.channel, below - top)

    def _write_messages(self, collaboration: ET.Element) -> None:
        """Write closed pools for receivers outside, and what goes from pool to pool."""
        places = self._layout.places
        closed: dict[str, str] = {}
        for number, place in enumerate(places):
            if place.receiver is not None and place.receiver.text not in closed:
                name = f"outside{len(closed)}"
                closed[place.receiver.text] = name
                label = receiver_name(self._plan, place.receiver, self._counterparts, self._words)
                ET.SubElement(collaboration, _tag("participant"), {"id": name, "name": label})
                self._shapes.append((name, self._geometry.boxes[number], True))
        for number, line in enumerate(self._layout.lines):
            start, end = places[line.start], places[line.end]
            target = f"step{self._numbers[end.step]}"
            if end.receiver is not None:
                target = closed[end.receiver.text]
            elif self._pool_of_lane[start.lane] == self._pool_of_lane[end.lane]:
                continue
            source = self._flow.step(start.step)
            name = "" if source is None else self._words.local(source.sends)
            ET.SubElement(
                collaboration,
                _tag("messageFlow"),
                {
                    "id": f"message{number}",
                    "name": name,
                    "sourceRef": f"step{self._numbers[start.step]}",
                    "targetRef": target,
                },
            )
            self._edges.append((f"message{number}", self._geometry.lines[number]))

    def _write_process(self, root: ET.Element, number: int, pool: _Pool) -> None:
        process = ET.SubElement(root, _tag("process"), {"id": f"process{number}"})
        places = [
            (at, place)
            for at, place in enumerate(self._layout.places)
            if place.receiver is None and place.lane in pool.lanes
        ]
        lines = self._lines_among({place.step for _, place in places})
        nodes = {
            place.step: BpmnNodes(
                self._numbers[place.step],
                self._geometry.boxes[at],
                tuple(line for line in lines if lines[line][1] == place.step),
                tuple(line for line in lines if lines[line][0] == place.step),
                self._has_condition(
                    each for before, each in lines.values() if before == place.step
                ),
            )
            for at, place in places
        }
        lane_set = ET.SubElement(process, _tag("laneSet"), {"id": f"lanes{number}"})
        for lane in pool.lanes:
            element = ET.SubElement(
                lane_set, _tag("lane"), {"id": f"lane{lane}", "name": self._lane_name(lane)}
            )
            for _, place in places:
                if place.lane == lane:
                    for name in nodes[place.step].names:
                        _add_text(element, _tag("flowNodeRef"), name)
            rect = self._geometry.lanes[lane]
            width = self._geometry.width + _METRICS.channel - 30
            self._shapes.append((f"lane{lane}", rect._replace(x=30, width=width), True))
        for _, place in places:
            step = self._flow.step(place.step)
            if step is not None:
                self._write_step(process, step, nodes[step.id])
        for line, (before, after) in lines.items():
            self._write_flow(process, line, nodes[before], nodes[after], after)

    def _lane_name(self, number: int) -> str:
        lane = self._layout.lanes[number]
        party = None if lane.party is None else self._plan.party(lane.party)
        return self._words.tr("No party") if party is None else party_name(party, self._words)

    def _lines_among(self, steps: set[str]) -> dict[int, tuple[str, str]]:
        """Return the lines between two of `steps` by their numbers: from which to which."""
        places = self._layout.places
        ends = {
            number: (places[line.start].step, places[line.end].step)
            for number, line in enumerate(self._layout.lines)
            if line.kind != "delivery"
        }
        return {number: pair for number, pair in ends.items() if set(pair) <= steps}

    def _has_condition(self, steps: Iterable[str]) -> bool:
        """Return whether one of `steps` has a condition."""
        return any(step is not None and step.is_conditional for step in map(self._flow.step, steps))

    def _write_step(self, process: ET.Element, step: FlowStep, nodes: BpmnNodes) -> None:
        """Write the task of `step`, with the events and gateways before and after it."""
        trigger = self._words.local(self._flow.trigger) if not step.after else ""
        self._write_before(process, nodes, step, trigger)
        task = ET.SubElement(
            process,
            _tag("userTask"),
            {"id": nodes.task, "name": step_name(self._plan, step, self._words)},
        )
        parties = self._all_parties[step.id]
        texts = step_lines(self._plan, self._flow, step, parties, self._counterparts, self._words)
        _add_text(task, _tag("documentation"), "\n".join(texts))
        _add_text(task, _tag("incoming"), nodes.arriving)
        _add_text(task, _tag("outgoing"), nodes.leaving)
        self._shapes.append((nodes.task, nodes.box, False))
        self._write_after(process, nodes)

    def _write_before(
        self, process: ET.Element, nodes: BpmnNodes, step: FlowStep, trigger: str
    ) -> None:
        """Write the start event or the joining gateway before a task, if it has one."""
        if nodes.before is None:
            return
        kind = "startEvent"
        if nodes.incoming:
            kind = "inclusiveGateway" if self._has_condition(step.after) else "parallelGateway"
        element = ET.SubElement(process, _tag(kind), {"id": nodes.before})
        if trigger and not nodes.incoming:
            element.set("name", trigger)
        for line in nodes.incoming:
            _add_text(element, _tag("incoming"), f"flow{line}")
        _add_text(element, _tag("outgoing"), nodes.arriving)
        self._shapes.append((nodes.before, nodes.before_rect, False))
        self._write_short_flow(process, nodes.arriving, nodes.before, nodes.task)
        self._edges.append((nodes.arriving, level_line(nodes.before_rect, nodes.box)))

    def _write_after(self, process: ET.Element, nodes: BpmnNodes) -> None:
        """Write the end event or the dividing gateway after a task, if it has one."""
        if nodes.after is None:
            return
        kind = "inclusiveGateway" if nodes.is_open else "parallelGateway"
        element = ET.SubElement(
            process, _tag(kind if nodes.outgoing else "endEvent"), {"id": nodes.after}
        )
        _add_text(element, _tag("incoming"), nodes.leaving)
        for line in nodes.outgoing:
            _add_text(element, _tag("outgoing"), f"flow{line}")
        self._shapes.append((nodes.after, nodes.after_rect, False))
        self._write_short_flow(process, nodes.leaving, nodes.task, nodes.after)
        self._edges.append((nodes.leaving, level_line(nodes.box, nodes.after_rect)))

    def _write_short_flow(self, process: ET.Element, name: str, before: str, after: str) -> None:
        attributes = {"id": name, "sourceRef": before, "targetRef": after}
        ET.SubElement(process, _tag("sequenceFlow"), attributes)

    def _write_flow(
        self, process: ET.Element, line: int, before: BpmnNodes, after: BpmnNodes, step_id: str
    ) -> None:
        """Write the flow of a line, from the gateway of its start to the gateway of its end."""
        source = before.after if before.after is not None else before.task
        target = after.before if after.before is not None else after.task
        name = f"flow{line}"
        element = ET.SubElement(
            process, _tag("sequenceFlow"), {"id": name, "sourceRef": source, "targetRef": target}
        )
        step = self._flow.step(step_id)
        condition = self._words.local(step.condition) if step is not None else ""
        if condition:
            element.set("name", condition)
        if before.after is not None and before.is_open:
            _add_text(element, _tag("conditionExpression"), condition or "true")
        points = list(self._geometry.lines[line])
        if before.after is not None:
            points[0] = DiagramPoint(before.after_rect.right, points[0].y)
        if after.before is not None:
            points[-1] = DiagramPoint(after.before_rect.x, points[-1].y)
        self._edges.append((name, tuple(points)))

    def _write_diagram(self, root: ET.Element) -> None:
        diagram = ET.SubElement(root, _tag("BPMNDiagram", _DI), {"id": "diagram"})
        plane = ET.SubElement(
            diagram, _tag("BPMNPlane", _DI), {"id": "plane", "bpmnElement": "collaboration"}
        )
        for name, rect, is_level in self._shapes:
            shape = ET.SubElement(
                plane, _tag("BPMNShape", _DI), {"id": f"{name}_shape", "bpmnElement": name}
            )
            if is_level:
                shape.set("isHorizontal", "true")
            keys = ("x", "y", "width", "height")
            bounds = {key: f"{value:g}" for key, value in zip(keys, rect, strict=True)}
            ET.SubElement(shape, _tag("Bounds", _DC), bounds)
        for name, points in self._edges:
            edge = ET.SubElement(
                plane, _tag("BPMNEdge", _DI), {"id": f"{name}_edge", "bpmnElement": name}
            )
            for point in points:
                place = {"x": f"{point.x:g}", "y": f"{point.y:g}"}
                ET.SubElement(edge, _tag("waypoint", _DD), place)


def _alone(parties: Mapping[str, StepParties]) -> Mapping[str, StepParties]:
    """Return `parties` with the first performing one of each step alone: a node has one lane."""
    return {step: each._replace(performing=each.performing[:1]) for step, each in parties.items()}
