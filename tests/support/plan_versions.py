"""Other versions of a plan: entries removed, moved, added and changed, whatever the plan allows."""

import copy
from random import Random
from typing import Any

from socplanner.domain.plan import Plan
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.version_tree import (
    expanded,
    expander,
    plan_of_version,
    version_tree,
)
from socplanner.services.catalogues import catalogue_of

_FIXED = {"id", "catalogue", "letter-set"}
"""What is the same in all versions of a plan."""

Container = dict[str, Any] | list[Any]


def another_version(plan: Plan, seed: int, changes: int = 4) -> Plan:
    """Return `plan` with some random changes that it allows; the same ones for the same `seed`."""
    dice = Random(seed)
    for _ in range(changes):
        plan = _changed(plan, dice)
    return plan


def _changed(plan: Plan, dice: Random) -> Plan:
    """Return `plan` with one change; as it is where none of a few can be made."""
    for _ in range(12):
        tree = copy.deepcopy(expanded(version_tree(plan), expander([plan])))
        _change(tree, dice)
        _drop_empty_duties(tree)
        try:
            return plan_of_version(tree, catalogue_of)
        except (FormatError, ValueError):
            continue
    return plan


def _drop_empty_duties(tree: dict[str, Any]) -> None:
    """Remove changes of a phase that state nothing: they are the same as none."""
    for phase in tree.get("phases", ()):
        if isinstance(phase, dict) and isinstance(phase.get("duties"), dict):
            phase["duties"] = {role: each for role, each in phase["duties"].items() if each}


def _change(tree: dict[str, Any], dice: Random) -> None:
    """Change one entry of `tree` in place."""
    containers = list(_containers(tree))
    container = dice.choice(containers)
    if isinstance(container, dict):
        _change_mapping(container, containers, dice, is_top=container is tree)
    else:
        _change_list(container, dice)


def _change_mapping(
    mapping: dict[str, Any], containers: list[Container], dice: Random, *, is_top: bool
) -> None:
    keys = [key for key in mapping if key not in _FIXED or not is_top]
    if not keys:
        return
    key = dice.choice(keys)
    if dice.random() < 0.25:
        del mapping[key]
        return
    others = [
        each[key]
        for each in containers
        if isinstance(each, dict) and key in each and each[key] != mapping[key]
    ]
    if others and dice.random() < 0.7:
        mapping[key] = copy.deepcopy(dice.choice(others))
    elif isinstance(mapping[key], str):
        mapping[key] = dice.choice(
            (f"{mapping[key]} {dice.randrange(100)}", str(dice.randrange(9)))
        )


def _change_list(items: list[Any], dice: Random) -> None:
    if not items:
        return
    place = dice.randrange(len(items))
    match dice.randrange(3):
        case 0:
            del items[place]
        case 1:
            items.insert(dice.randrange(len(items)), items.pop(place))
        case _:
            entry = copy.deepcopy(items[place])
            if isinstance(entry, dict) and "id" in entry:
                entry["id"] = f"{entry['id']}-{dice.randrange(50)}"
            items.insert(place, entry)


def _containers(node: Any) -> list[Container]:
    """Return every mapping and list of a tree."""
    if isinstance(node, dict):
        below = [_containers(each) for each in node.values()]
    elif isinstance(node, list):
        below = [_containers(each) for each in node]
    else:
        return []
    return [node, *(each for part in below for each in part)]
