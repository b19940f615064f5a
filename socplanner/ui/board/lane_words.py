"""Sentences about lanes: the tooltip of a header, and the board in one line."""

from collections.abc import Mapping

from socplanner.ui.board.lanes import Lane, LaneId, LaneSet
from socplanner.wording.language import Words


def heading_tool_tip(lane: Lane, count: int, words: Words) -> str:
    """Return the tooltip of the header of `lane`, which has `count` cards."""
    parts = [part for part in lane.headings[0] if part]
    parts.append(
        words.count("{n} role; click to select it", "{n} roles; click to select them", count)
    )
    return "\n".join(parts)


def summary(lanes: LaneSet, counts: Mapping[LaneId, int], words: Words) -> str:
    """Return how many roles are in each lane, for a screen reader."""
    parts = [
        words.tr("{area}: {n}", area=lane.short_name, n=counts[lane.id]) for lane in lanes.lanes
    ]
    return words.tr("; ").join(parts)
