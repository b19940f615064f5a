"""Where lanes, steps and lines of a diagram are, in pixels, points or the units of BPMN."""

from itertools import accumulate
from typing import NamedTuple

from socplanner.domain.flows.layout import FlowLayout
from socplanner.domain.flows.routes import ChannelTrack, FlowRoutes, Route


class DiagramPoint(NamedTuple):
    """A point of a diagram."""

    x: float
    y: float


class DiagramRect(NamedTuple):
    """A rectangle of a diagram: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """The height of the middle."""
        return self.y + self.height / 2


class DiagramMetrics(NamedTuple):
    """Sizes of the parts of a diagram; `heading` is the width of the headings of lanes."""

    box_width: float
    box_height: float
    heading: float
    channel: float = 22
    pitch: float = 7
    row_gap: float = 8
    lane_pad: float = 8


class FlowGeometry(NamedTuple):
    """Lanes and boxes by their numbers in the layout, lines as points, and the whole size."""

    lanes: tuple[DiagramRect, ...]
    boxes: tuple[DiagramRect, ...]
    lines: tuple[tuple[DiagramPoint, ...], ...]
    width: float
    height: float


def flow_geometry(layout: FlowLayout, routes: FlowRoutes, metrics: DiagramMetrics) -> FlowGeometry:
    """Return where everything of `layout` is."""
    return _Geometry(layout, routes, metrics).whole()


class _Geometry:
    """Adds up the widths of columns and channels and the heights of lanes and gutters."""

    def __init__(self, layout: FlowLayout, routes: FlowRoutes, metrics: DiagramMetrics) -> None:
        self._layout, self._routes, self._metrics = layout, routes, metrics
        self._widths = [self._channel_width(channel) for channel in range(-1, layout.columns)]
        steps = (width + metrics.box_width for width in self._widths)
        self._lefts = list(accumulate((metrics.heading, *steps)))
        heights = (self._lane_height(lane) for lane in range(len(layout.lanes)))
        self._tops = list(accumulate((0.0, *heights)))

    def whole(self) -> FlowGeometry:
        """Return the geometry."""
        width = self._lefts[len(self._widths) - 1] + self._widths[-1]
        lanes = tuple(
            DiagramRect(0, top, width, below - top)
            for top, below in zip(self._tops, self._tops[1:], strict=False)
        )
        boxes = tuple(
            self._box(place.lane, place.row, place.column) for place in self._layout.places
        )
        lines = tuple(self._line(route, boxes) for route in self._routes.routes)
        return FlowGeometry(lanes, boxes, lines, width, self._tops[-1])

    def _channel_width(self, channel: int) -> float:
        metrics = self._metrics
        if channel == -1 and channel not in self._routes.channels:
            return metrics.lane_pad
        tracks = self._routes.channels.get(channel, 0)
        return max(metrics.channel, (tracks + 1) * metrics.pitch + 6)

    def _gutter(self, lane: int) -> float:
        return self._routes.gutters.get(lane, 0) * self._metrics.pitch

    def _lane_height(self, lane: int) -> float:
        metrics, rows = self._metrics, self._layout.rows[lane]
        boxes = rows * metrics.box_height + (rows - 1) * metrics.row_gap
        return boxes + 2 * metrics.lane_pad + self._gutter(lane)

    def _box(self, lane: int, row: int, column: int) -> DiagramRect:
        metrics = self._metrics
        high = metrics.box_height + metrics.row_gap
        top = self._tops[lane] + self._gutter(lane) + metrics.lane_pad + row * high
        left = self._lefts[column] + self._widths[column]
        return DiagramRect(left, top, metrics.box_width, metrics.box_height)

    def _x(self, place: ChannelTrack) -> float:
        """Return the middle of a track of a channel."""
        number = place.channel + 1
        tracks = self._routes.channels.get(place.channel, 1)
        return self._lefts[number] + self._widths[number] * (place.track + 1) / (tracks + 1)

    def _line(self, route: Route, boxes: tuple[DiagramRect, ...]) -> tuple[DiagramPoint, ...]:
        start, end = boxes[route.line.start], boxes[route.line.end]
        y, below = start.middle, end.middle
        points = [DiagramPoint(start.right, y)]
        if route.first is not None:
            x = self._x(route.first)
            points.append(DiagramPoint(x, y))
            y = below if route.gutter is None else self._gutter_y(route)
            points.append(DiagramPoint(x, y))
        if route.second is not None:
            x = self._x(route.second)
            points += [DiagramPoint(x, y), DiagramPoint(x, below)]
        points.append(DiagramPoint(end.x, below))
        return tuple(points)

    def _gutter_y(self, route: Route) -> float:
        lane = self._layout.places[route.line.end].lane
        return self._tops[lane] + ((route.gutter or 0) + 1) * self._metrics.pitch
