"""Lanes as a value: which there are, where each stands, which one a role is in, what a drop does.

The board arranges, paints and edits by this value alone. Another kind of lanes is another function
that returns a `LaneSet`, as `area_lanes.lanes_by_area` does.
"""

from collections.abc import Callable
from typing import NamedTuple, NewType

from socplanner.domain.catalogue import Role
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Duty, Plan
from socplanner.wording.language import Words

LaneId = NewType("LaneId", str)
"""A lane of one kind of lanes; never shown."""


class LaneSpot(NamedTuple):
    """A place among the lanes: column from the left and row from the top, both from 0."""

    column: int
    row: int

    def opposite(self, last: int) -> "LaneSpot":
        """Return the place in a mirror of columns 0 to `last`."""
        return LaneSpot(last - self.column, self.row)


class LaneHeading(NamedTuple):
    """The texts of a lane's header; each may be empty."""

    number: str
    name: str
    about: str


class Lane(NamedTuple):
    """One lane. Without a spot it is the strip below the columns; at most one lane is."""

    id: LaneId
    spot: LaneSpot | None
    short_name: str
    """The name in a list of lanes, for a screen reader."""

    headings: tuple[LaneHeading, ...]
    """The texts of the header, the fullest first; the first that fits is drawn."""


class Axes(NamedTuple):
    """The captions around the lanes; an empty one is not drawn."""

    rows: tuple[str, ...] = ()
    """Beside each row of the left column, from the top."""

    left: str = ""
    middle: str = ""
    right: str = ""
    """Under the columns, at the left, in the middle and at the right."""

    rises_leftwards: bool = False
    """Whether what the middle names is high at the left."""

    def mirrored(self) -> "Axes":
        """Return the captions with left and right exchanged."""
        return Axes(self.rows, self.right, self.middle, self.left, not self.rises_leftwards)


def _no_remark(_roles: frozenset[RoleId], _lane: LaneId) -> str:
    return ""


class LaneSet(NamedTuple):
    """The lanes of one kind, in one phase and one language."""

    lanes: tuple[Lane, ...]
    axes: Axes
    lane_of: Callable[[Role, Duty], LaneId]
    """Return the lane of a role with that duty."""

    edit: Callable[[frozenset[RoleId], LaneId], Edit | None]
    """Return the edit that puts roles into a lane, None where a drop cannot; nothing else changes.
    """

    remark: Callable[[frozenset[RoleId], LaneId], str] = _no_remark
    """Return what a planner should know before a drop: how it differs, or why there is none."""

    flows: bool = False
    """Whether lanes stand in as many columns as fit, in their order, whatever their spots."""

    compared: PhaseId | None = None
    """The phase that `lane_of` compares the duty with, where it does."""

    def lane(self, lane: LaneId) -> Lane:
        """Return the lane with that id; raise KeyError for an unknown one."""
        for each in self.lanes:
            if each.id == lane:
                return each
        raise KeyError(lane)

    def in_columns(self, number: int) -> "LaneSet":
        """Return the lanes row by row in so many columns, where they flow."""
        spots = (lane for lane in self.lanes if lane.spot is not None)
        placed = {
            lane.id: LaneSpot(place % number, place // number) for place, lane in enumerate(spots)
        }
        lanes = (lane._replace(spot=placed.get(lane.id)) for lane in self.lanes)
        return self._replace(lanes=tuple(lanes))

    def most_columns(self) -> int:
        """Return how many columns there can be at most."""
        return max(sum(lane.spot is not None for lane in self.lanes), 1)

    def mirrored(self) -> "LaneSet":
        """Return the lanes with left and right exchanged; edits and texts stay."""
        columns = [lane.spot.column for lane in self.lanes if lane.spot is not None]
        last = max(columns, default=0)
        lanes = tuple(
            lane if lane.spot is None else lane._replace(spot=lane.spot.opposite(last))
            for lane in self.lanes
        )
        return self._replace(lanes=lanes, axes=self.axes.mirrored())

    def in_reading_order(self) -> tuple[Lane, ...]:
        """Return the lanes row by row, each from left to right, and the strip last."""
        spots = [lane for lane in self.lanes if lane.spot is not None]
        strip = [lane for lane in self.lanes if lane.spot is None]
        return (*sorted(spots, key=_reading_place), *strip)


LaneMaker = Callable[[Plan, PhaseId, Words], LaneSet]
"""A kind of lanes: a function of plan, phase and language."""


def _reading_place(lane: Lane) -> tuple[int, int]:
    spot = lane.spot or LaneSpot(0, 0)
    return spot.row, spot.column
