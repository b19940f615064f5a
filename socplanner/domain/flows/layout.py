"""Where the steps of a flow stand in a swimlane diagram: in which lane, column and row of the lane.

Rules:

- A column is a layer of the flow, so every line leads to the right, but for those of a loop.
- A step stands in the lane of each party that performs it. Where two steps share lane and column
  they stand in rows, each in the row of a step before it if that is free: lines stay straight.
- The order of lanes follows where the flow goes: neighbours are moved until no exchange makes its
  lines shorter. Lanes of an earlier layout keep their order, so that a change of one step moves
  that step and not the diagram.
- Counterparts, and parties outside that only receive, have one lane below the others; steps that
  no party performs have another.
- The layout is of whole numbers. What a lane or a column measures is the business of the painter.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from socplanner.domain.flow_inputs import BusinessFlow, Receiver
from socplanner.domain.flows.lanes import StepParties
from socplanner.domain.flows.order import StepsBefore, steps_before
from socplanner.domain.ids import PartyId

LaneKind = Literal["party", "none", "outside"]


class FlowLane(NamedTuple):
    """A lane: of a party, of the steps without one, or of the receivers outside."""

    kind: LaneKind
    party: PartyId | None = None


NO_PARTY_LANE = FlowLane("none")
OUTSIDE_LANE = FlowLane("outside")


class FlowPlace(NamedTuple):
    """Where a step, or what it hands to a receiver outside, stands; all counted from 0."""

    step: str
    lane: int
    column: int
    row: int
    receiver: Receiver | None = None


LineKind = Literal["next", "loop", "delivery"]


class FlowLine(NamedTuple):
    """A line between two places by their numbers in the layout."""

    start: int
    end: int
    kind: LineKind


class FlowLayout(NamedTuple):
    """The lanes with their numbers of rows, the places and the lines of a diagram."""

    lanes: tuple[FlowLane, ...]
    rows: tuple[int, ...]
    columns: int
    places: tuple[FlowPlace, ...]
    lines: tuple[FlowLine, ...]

    def places_of(self, step: str) -> tuple[FlowPlace, ...]:
        """Return where `step` stands, in each lane that it is in."""
        return tuple(
            place for place in self.places if place.step == step and place.receiver is None
        )


def flow_layout(
    flow: BusinessFlow,
    parties: Mapping[str, StepParties],
    outside: frozenset[Receiver] = frozenset(),
    lanes_before: Sequence[FlowLane] = (),
) -> FlowLayout:
    """Return the layout of `flow`, whose steps have `parties`.

    `outside` are the receivers that get a place of their own; `lanes_before` are the lanes of the
    layout that is shown, in their order.
    """
    before = steps_before(flow)
    columns = _columns(before)
    lanes_of = {step.id: _lanes_of(parties[step.id]) for step in flow.steps}
    lanes = _ordered_lanes(before, lanes_of, lanes_before)
    receivers = [(step.id, each) for step in flow.steps for each in step.to if each in outside]
    if receivers:
        lanes.append(OUTSIDE_LANE)
    numbers = {lane: number for number, lane in enumerate(lanes)}
    of_steps = {step: sorted(numbers[lane] for lane in lanes_of[step]) for step in before}
    places = _step_places(before, columns, of_steps)
    places += _receiver_places(receivers, columns, numbers.get(OUTSIDE_LANE, 0))
    rows = [1] * len(lanes)
    for place in places:
        rows[place.lane] = max(rows[place.lane], place.row + 1)
    width = max((place.column + 1 for place in places), default=0)
    return FlowLayout(
        tuple(lanes), tuple(rows), width, tuple(places), tuple(_lines(flow, before, places))
    )


def _columns(before: StepsBefore) -> dict[str, int]:
    result: dict[str, int] = {}
    for step, earlier in before.items():
        result[step] = max((result[each] + 1 for each in earlier), default=0)
    return result


def _lanes_of(parties: StepParties) -> tuple[FlowLane, ...]:
    lanes = tuple(FlowLane("party", party) for party in parties.performing)
    return lanes or (NO_PARTY_LANE,)


def _ordered_lanes(
    before: StepsBefore,
    lanes_of: Mapping[str, tuple[FlowLane, ...]],
    lanes_before: Sequence[FlowLane],
) -> list[FlowLane]:
    """Return the lanes from top to bottom; that of no party is last."""
    used = dict.fromkeys(lane for step in before for lane in lanes_of[step])
    has_none = used.pop(NO_PARTY_LANE, 0) is None
    pairs = [
        (first, second)
        for step, earlier in before.items()
        for each in earlier
        for first in lanes_of[each]
        for second in lanes_of[step]
        if first != second
    ]
    kept = [lane for lane in lanes_before if lane in used]
    lanes = kept or list(used)
    for lane in used:
        if lane not in lanes:
            lanes = _with_lane(lanes, lane, pairs)
    if not kept:
        lanes = _shortened(lanes, pairs)
    return [*lanes, NO_PARTY_LANE] if has_none else lanes


def _with_lane(
    lanes: list[FlowLane], lane: FlowLane, pairs: Sequence[tuple[FlowLane, FlowLane]]
) -> list[FlowLane]:
    """Return `lanes` with `lane` where the lines are shortest, the lowest of equal places."""
    choices = ([*lanes[:place], lane, *lanes[place:]] for place in range(len(lanes), -1, -1))
    return min(choices, key=lambda each: _length(each, pairs))


def _shortened(lanes: list[FlowLane], pairs: Sequence[tuple[FlowLane, FlowLane]]) -> list[FlowLane]:
    """Return `lanes` after every exchange of neighbours that makes the lines shorter."""
    best, length = lanes, _length(lanes, pairs)
    is_better = True
    while is_better:
        is_better = False
        for place in range(len(best) - 1):
            swapped = [*best]
            swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
            shorter = _length(swapped, pairs)
            if shorter < length:
                best, length, is_better = swapped, shorter, True
    return best


def _length(lanes: Sequence[FlowLane], pairs: Iterable[tuple[FlowLane, FlowLane]]) -> int:
    """Return how many lanes the lines between `pairs` cross in all."""
    numbers = {lane: number for number, lane in enumerate(lanes)}
    return sum(
        abs(numbers[first] - numbers[second])
        for first, second in pairs
        if first in numbers and second in numbers
    )


def _step_places(
    before: StepsBefore,
    columns: Mapping[str, int],
    lanes_of: Mapping[str, Sequence[int]],
) -> list[FlowPlace]:
    """Return the places of the steps, column by column."""
    row_of: dict[tuple[str, int], int] = {}
    result = []
    by_column: dict[int, list[str]] = {}
    for step in before:
        by_column.setdefault(columns[step], []).append(step)
    for column in sorted(by_column):
        used: set[tuple[int, int]] = set()
        heights = {step: _height(step, before, lanes_of, row_of) for step in by_column[column]}
        for step in sorted(by_column[column], key=lambda each: heights[each]):
            for lane in lanes_of[step]:
                row = _free_row(lane, _row_before(step, lane, before, row_of), used)
                used.add((lane, row))
                row_of[step, lane] = row
                result.append(FlowPlace(step, lane, column, row))
    return result


def _height(
    step: str,
    before: StepsBefore,
    lanes_of: Mapping[str, Sequence[int]],
    row_of: Mapping[tuple[str, int], int],
) -> float:
    """Return how high on average the steps before `step` stand; from the top, in lanes."""
    heights = [lane + row_of[each, lane] / 100 for each in before[step] for lane in lanes_of[each]]
    return sum(heights) / len(heights) if heights else 0


def _row_before(
    step: str, lane: int, before: StepsBefore, row_of: Mapping[tuple[str, int], int]
) -> int:
    """Return the row of a step before `step` in `lane`, 0 where there is none."""
    return next((row_of[each, lane] for each in before[step] if (each, lane) in row_of), 0)


def _free_row(lane: int, wanted: int, used: set[tuple[int, int]]) -> int:
    if (lane, wanted) not in used:
        return wanted
    row = 0
    while (lane, row) in used:
        row += 1
    return row


def _receiver_places(
    receivers: Sequence[tuple[str, Receiver]], columns: Mapping[str, int], lane: int
) -> list[FlowPlace]:
    rows: dict[int, int] = {}
    result = []
    for step, receiver in sorted(receivers, key=lambda each: columns[each[0]]):
        column = columns[step] + 1
        row = rows.get(column, 0)
        rows[column] = row + 1
        result.append(FlowPlace(step, lane, column, row, receiver))
    return result


def _lines(
    flow: BusinessFlow, before: StepsBefore, places: Sequence[FlowPlace]
) -> Iterable[FlowLine]:
    """Yield the lines; of places in two lanes, those that are nearest to each other are joined."""
    by_step: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        if place.receiver is None:
            by_step.setdefault(place.step, []).append(number)
    for step in flow.steps:
        for each in dict.fromkeys(step.after):
            if each in by_step:
                start, end = _nearest(by_step[each], by_step[step.id], places)
                yield FlowLine(start, end, "next" if each in before[step.id] else "loop")
    for number, place in enumerate(places):
        if place.receiver is not None:
            start, end = _nearest(by_step[place.step], [number], places)
            yield FlowLine(start, end, "delivery")


def _nearest(
    starts: Sequence[int], ends: Sequence[int], places: Sequence[FlowPlace]
) -> tuple[int, int]:
    pairs = ((start, end) for start in starts for end in ends)
    return min(pairs, key=lambda pair: abs(places[pair[0]].lane - places[pair[1]].lane))
