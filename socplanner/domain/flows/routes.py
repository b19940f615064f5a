"""How the lines of a swimlane diagram run: around the steps, in tracks that do not overlap.

Rules:

- Between two columns is a channel, above the rows of each lane a gutter. Both have tracks, numbered
  from 0, as many as needed at one place. Channel -1 is left of the first column.
- A line leaves its start to the right and enters its end from the left. To the next column it needs
  one channel. Further on it runs through the row of its end or of its start where every cell on the
  route is free, and otherwise through the gutter of its end.
- Lines from one start share a track of the channel after it, lines to one end the track before it:
  they look like one line that divides or joins.
- Short lines choose first: they are many, and long ones can run around them.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from socplanner.domain.flows.layout import FlowLayout, FlowLine, FlowPlace


class ChannelTrack(NamedTuple):
    """A track in the channel after a column."""

    channel: int
    track: int


class Route(NamedTuple):
    """The route of a line: down or up in the channel `first`, along, and in `second` to the end.

    None for a channel where the line runs straight on. Between the two it runs in the row of its
    start if there is no `first`, in that of its end if there is no `second`, and otherwise in the
    track `gutter` above the rows of the lane of its end.
    """

    line: FlowLine
    first: ChannelTrack | None
    second: ChannelTrack | None
    gutter: int | None = None


class FlowRoutes(NamedTuple):
    """The routes of all lines, and the numbers of tracks by channel and by lane."""

    routes: tuple[Route, ...]
    channels: Mapping[int, int]
    gutters: Mapping[int, int]


class _Draft(NamedTuple):
    """A route whose tracks are not chosen yet."""

    line: FlowLine
    first: int | None
    second: int | None
    gutter: int | None


class _Run(NamedTuple):
    """A part of a line that needs a track: from `low` to `high`, shared by parts of one `owner`."""

    owner: Hashable
    low: float
    high: float


def flow_routes(layout: FlowLayout) -> FlowRoutes:
    """Return the routes of the lines of `layout`, in their order."""
    drafts = _drafts(layout)
    heights = _Heights(layout)
    in_channels: dict[int, list[_Run]] = {}
    in_gutters: dict[int, list[_Run]] = {}
    for draft in drafts:
        _add_runs(draft, layout, heights, in_channels, in_gutters)
    channels = {channel: _tracks(runs) for channel, runs in in_channels.items()}
    gutters = {lane: _tracks(runs) for lane, runs in in_gutters.items()}
    routes = tuple(_route(draft, channels, gutters) for draft in drafts)
    return FlowRoutes(
        routes,
        {channel: max(tracks.values()) + 1 for channel, tracks in channels.items()},
        {lane: max(tracks.values()) + 1 for lane, tracks in gutters.items()},
    )


class _Heights:
    """How far down the rows and gutters of the lanes are, as whole numbers."""

    def __init__(self, layout: FlowLayout) -> None:
        self._starts = [0]
        for rows in layout.rows:
            self._starts.append(self._starts[-1] + rows + 1)

    def row(self, place: FlowPlace) -> int:
        """Return the height of the row of `place`."""
        return self._starts[place.lane] + 1 + place.row

    def gutter(self, lane: int) -> int:
        """Return the height of the gutter of `lane`."""
        return self._starts[lane]


def _drafts(layout: FlowLayout) -> list[_Draft]:
    """Return the routes without tracks, in the order of the lines."""
    cells: dict[tuple[int, int, int], Hashable] = {
        (place.lane, place.row, place.column): "step" for place in layout.places
    }
    drafts: dict[int, _Draft] = {}
    numbers = sorted(range(len(layout.lines)), key=lambda each: _columns_of(layout, each))
    for number in numbers:
        drafts[number] = _draft(layout.lines[number], layout.places, cells)
    return [drafts[number] for number in range(len(layout.lines))]


def _columns_of(layout: FlowLayout, number: int) -> int:
    line = layout.lines[number]
    return abs(layout.places[line.end].column - layout.places[line.start].column)


def _draft(
    line: FlowLine,
    places: Sequence[FlowPlace],
    cells: dict[tuple[int, int, int], Hashable],
) -> _Draft:
    start, end = places[line.start], places[line.end]
    between = range(start.column + 1, end.column)
    is_level = (start.lane, start.row) == (end.lane, end.row)
    if end.column <= start.column:
        return _Draft(line, start.column, end.column - 1, end.lane)
    if _claim(cells, end, between, ("end", line.end)):
        return _Draft(line, None if is_level else start.column, None, None)
    if _claim(cells, start, between, ("start", line.start)):
        return _Draft(line, None, end.column - 1, None)
    return _Draft(line, start.column, end.column - 1, end.lane)


def _claim(
    cells: dict[tuple[int, int, int], Hashable],
    place: FlowPlace,
    columns: range,
    owner: Hashable,
) -> bool:
    """Let lines of `owner` run through the row of `place` in `columns`, if each cell is free."""
    wanted = [(place.lane, place.row, column) for column in columns]
    if any(cells.get(cell, owner) != owner for cell in wanted):
        return False
    cells.update(dict.fromkeys(wanted, owner))
    return True


def _add_runs(
    draft: _Draft,
    layout: FlowLayout,
    heights: _Heights,
    in_channels: dict[int, list[_Run]],
    in_gutters: dict[int, list[_Run]],
) -> None:
    line = draft.line
    start, end = heights.row(layout.places[line.start]), heights.row(layout.places[line.end])
    middle = None if draft.gutter is None else heights.gutter(draft.gutter)
    if draft.first is not None:
        run = _run(("start", line.start), start, end if middle is None else middle)
        in_channels.setdefault(draft.first, []).append(run)
    if draft.second is not None:
        run = _run(("end", line.end), start if middle is None else middle, end)
        in_channels.setdefault(draft.second, []).append(run)
    if draft.gutter is not None and draft.first is not None and draft.second is not None:
        run = _run(("end", line.end), draft.first, draft.second)
        in_gutters.setdefault(draft.gutter, []).append(run)


def _run(owner: Hashable, one: float, other: float) -> _Run:
    return _Run(owner, min(one, other), max(one, other))


def _tracks(runs: Sequence[_Run]) -> dict[Hashable, int]:
    """Return a track for each owner of `runs`, so that no two owners overlap in one track."""
    spans: dict[Hashable, tuple[float, float]] = {}
    for run in runs:
        low, high = spans.get(run.owner, (run.low, run.high))
        spans[run.owner] = min(low, run.low), max(high, run.high)
    result: dict[Hashable, int] = {}
    tracks: list[list[tuple[float, float]]] = []
    for owner, (low, high) in sorted(spans.items(), key=lambda each: each[1]):
        fitting = (
            number
            for number, track in enumerate(tracks)
            if all(high < other[0] or other[1] < low for other in track)
        )
        number = next(fitting, len(tracks))
        if number == len(tracks):
            tracks.append([])
        tracks[number].append((low, high))
        result[owner] = number
    return result


def _route(
    draft: _Draft,
    channels: Mapping[int, Mapping[Hashable, int]],
    gutters: Mapping[int, Mapping[Hashable, int]],
) -> Route:
    line = draft.line
    first = second = gutter = None
    if draft.first is not None:
        first = ChannelTrack(draft.first, channels[draft.first]["start", line.start])
    if draft.second is not None:
        second = ChannelTrack(draft.second, channels[draft.second]["end", line.end])
    if draft.gutter is not None:
        gutter = gutters[draft.gutter]["end", line.end]
    return Route(line, first, second, gutter)
