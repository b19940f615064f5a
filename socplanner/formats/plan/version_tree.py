"""Plans as trees for comparing and merging versions, and back.

A tree has no format number and no open conflicts: they are no decisions of a planner. Duties are
`Change` values until they differ (`Versions.expand`), since there may be thousands.
"""

from collections.abc import Callable, Iterable
from typing import Any, cast

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.comparison.nodes import Node, Place, key_of
from socplanner.domain.plan import Change, Plan
from socplanner.formats.format_error import Path
from socplanner.formats.plan.plan_reading import plan_of
from socplanner.formats.plan.plan_schema import NEWEST
from socplanner.formats.plan.plan_tree import plan_tree
from socplanner.formats.plan.sections.changes import tree_of_change
from socplanner.formats.plan.yaml_reading import Tree

_NO_DECISIONS = ("format", "conflicts")


def version_tree(plan: Plan) -> dict[str, Any]:
    """Return the tree of `plan` without what is no decision."""
    return {key: value for key, value in plan_tree(plan).items() if key not in _NO_DECISIONS}


def expander(plans: Iterable[Plan]) -> Callable[[Node], Node]:
    """Return the function that returns the tree of a `Change`, and any other node as it is."""
    places: dict[str, int] = {}
    for plan in plans:
        for party in plan.parties:
            places.setdefault(party.id, len(places))

    def expand(node: Node) -> Node:
        return tree_of_change(node, cast("Any", places)) if isinstance(node, Change) else node

    return expand


def expanded(node: Node, expand: Callable[[Node], Node]) -> Any:
    """Return `node` with everything in it expanded, of plain mappings, lists and texts."""
    node = expand(node)
    if isinstance(node, dict):
        return {str(key): expanded(each, expand) for key, each in node.items()}
    if isinstance(node, list):
        return [expanded(each, expand) for each in node]
    return str(node)


def plan_of_version(tree: Node, catalogue_of: Callable[[str], Catalogue | None]) -> Plan:
    """Return the plan of a tree whose duties are expanded; raise FormatError with the path."""
    return plan_of({"format": str(NEWEST), **cast("dict[str, Tree]", tree)}, catalogue_of)


def place_of_path(tree: Node, path: Path) -> Place:
    """Return the place in `tree` that `path` leads to: entries of lists by their keys."""
    keys: list[str] = []
    for step in path:
        if isinstance(step, int) and isinstance(tree, list) and step < len(tree):
            tree = tree[step]
            keys.append(key_of(tree) or str(step))
        else:
            tree = tree.get(step, "") if isinstance(tree, dict) else ""
            keys.append(str(step))
    return tuple(keys)
