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


def accessible_name(lane: Lane, count: int, words: Words, *, is_folded: bool) -> str:
    """Return what a screen reader reads of the header of `lane`, which has `count` cards."""
    name = lane.headings[0].name
    full = lane.short_name if name in lane.short_name else f"{lane.short_name} {name}"
    roles = words.count("{n} role", "{n} roles", count)
    if is_folded:
        return words.tr("{lane}, {roles}, folded", lane=full, roles=roles)
    return words.tr("{lane}, {roles}, unfolded", lane=full, roles=roles)


def accessible_help(lane: Lane, words: Words) -> str:
    """Return what a screen reader reads after the name of `lane`: its remark and its keys."""
    keys = words.tr(
        "Space folds or unfolds the lane, Enter selects its roles, arrow keys go to another lane."
    )
    return " ".join(part for part in (lane.headings[0].about, keys) if part)


def summary(lanes: LaneSet, counts: Mapping[LaneId, int], words: Words) -> str:
    """Return how many roles are in each lane, for a screen reader."""
    parts = [
        words.tr("{area}: {n}", area=lane.short_name, n=counts[lane.id]) for lane in lanes.lanes
    ]
    return words.tr("; ").join(parts)
