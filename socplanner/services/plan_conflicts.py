"""The conflicts of a merge: made of topics, chosen by the planner, applied to the plan."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from socplanner.domain.comparison.nodes import ABSENT, Absent, Node, pointer_of
from socplanner.domain.comparison.topics import Topic
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Plan
from socplanner.formats.plan.version_tree import expanded


def conflict_of(topic: Topic, expand: Callable[[Node], Node]) -> MergeConflict:
    """Return `topic` as a plan keeps it."""
    values = (topic.ours, topic.theirs, topic.base)
    return MergeConflict(pointer_of(topic.place), *(_json(each, expand) for each in values))


def with_conflicts(plan: Plan, conflicts: Iterable[MergeConflict]) -> Plan:
    """Return `plan` with `conflicts`; the last one at a place counts."""
    by_place = {each.at: each for each in conflicts}
    return replace(plan, conflicts=tuple(by_place.values()))


def value_of(text: str) -> Node:
    """Return the value that a conflict stores as `text`; ABSENT for an empty one."""
    value: Any = json.loads(text) if text else ABSENT
    return value


def _json(node: Node, expand: Callable[[Node], Node]) -> str:
    if isinstance(node, Absent):
        return ""
    return json.dumps(expanded(node, expand), ensure_ascii=False)
