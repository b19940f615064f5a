"""The conflicts of a merge: made of topics, chosen by the planner, applied to the plan."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from socplanner.domain.comparison.nodes import (
    ABSENT,
    Absent,
    Node,
    entries_of,
    node_at,
    place_of_pointer,
    pointer_of,
)
from socplanner.domain.comparison.topics import ORDER, Topic
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Plan
from socplanner.formats.plan.version_tree import expanded, expander, version_tree


def conflict_of(topic: Topic, expand: Callable[[Node], Node]) -> MergeConflict:
    """Return `topic` as a plan keeps it."""
    values = (topic.ours, topic.theirs, topic.base)
    return MergeConflict(pointer_of(topic.place), *(_json(each, expand) for each in values))


def with_conflicts(plan: Plan, conflicts: Iterable[MergeConflict]) -> Plan:
    """Return `plan` with `conflicts`; of those with their value at one place, the last counts."""
    by_place = {(each.at, each.theirs): each for each in conflicts}
    return replace(plan, conflicts=tuple(by_place.values()))


def our_values(plan: Plan) -> dict[MergeConflict, Node]:
    """Return the value that keeping ours leaves for each conflict of `plan`.

    It is what the plan has now, which may have been edited since the merge. Where the plan has
    their value, as of an entry that stays because something refers to it, it is our stored one.
    """
    if not plan.conflicts:
        return {}
    tree = expanded(version_tree(plan), expander((plan,)))
    return {each: _our_value(tree, each) for each in plan.conflicts}


def value_now(tree: Node, conflict: MergeConflict) -> Node:
    """Return the value at the place of `conflict` in an expanded tree."""
    *above, last = place_of_pointer(conflict.at)
    parent = node_at(tree, tuple(above))
    if last == ORDER:
        stored = value_of(conflict.ours)
        listed = stored if isinstance(stored, list) else []
        return [key for key in entries_of(parent) or () if key in listed]
    if isinstance(parent, str) and last in ("ja", "en"):
        return parent
    return (entries_of(parent) or {}).get(last, ABSENT)


def _our_value(tree: Node, conflict: MergeConflict) -> Node:
    now = value_now(tree, conflict)
    return value_of(conflict.ours) if now == value_of(conflict.theirs) else now


def value_of(text: str) -> Node:
    """Return the value that a conflict stores as `text`; ABSENT for an empty one."""
    value: Any = json.loads(text) if text else ABSENT
    return value


def _json(node: Node, expand: Callable[[Node], Node]) -> str:
    if isinstance(node, Absent):
        return ""
    return json.dumps(expanded(node, expand), ensure_ascii=False)
