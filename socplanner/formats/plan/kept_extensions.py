"""Whether extension keys (`x-`) kept their values while a text was changed in place."""

from collections.abc import Iterator

from socplanner.formats.plan.shapes import EXTENSION
from socplanner.formats.plan.yaml_reading import Tree

Place = tuple[str, ...]


def keeps_extensions(before: Tree, after: Tree) -> bool:
    """Return whether each `x-` key of `before` is unchanged in `after`, or gone with its entry."""
    old, new = dict(_extensions(before, ())), dict(_extensions(after, ()))
    entries = set(_entries(after, ()))
    stayed = {place: value for place, value in old.items() if place[:-1] in entries}
    return stayed == new


def _extensions(tree: Tree, place: Place) -> Iterator[tuple[Place, Tree]]:
    """Yield the place and the value of each `x-` key."""
    for key, value in _inside(tree):
        if key.startswith(EXTENSION):
            yield (*place, key), value
        else:
            yield from _extensions(value, (*place, key))


def _entries(tree: Tree, place: Place) -> Iterator[Place]:
    """Yield the place of each mapping and list outside extensions."""
    yield place
    for key, value in _inside(tree):
        if isinstance(value, dict | list) and not key.startswith(EXTENSION):
            yield from _entries(value, (*place, key))


def _inside(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """Yield the entries of `tree`, those of a list by their ids, since their places may change."""
    if isinstance(tree, dict):
        yield from tree.items()
    elif isinstance(tree, list):
        for item in tree:
            if isinstance(item, dict):
                yield str(item.get("id", item.get("symbol"))), item
