"""Whether keys of others still say the same after a text was changed in place."""

from collections.abc import Iterator

from socplanner.formats.plan.shapes import EXTENSION
from socplanner.formats.plan.yaml_reading import Tree

Place = tuple[str, ...]


def keeps_extensions(before: Tree, after: Tree) -> bool:
    """Tell whether each `x-` key of `before` is as it was in `after`, or gone with its entry."""
    old, new = dict(_found(before, ())), dict(_found(after, ()))
    entries = set(_entries(after, ()))
    stayed = {place: value for place, value in old.items() if place[:-1] in entries}
    return stayed == new


def _found(tree: Tree, place: Place) -> Iterator[tuple[Place, Tree]]:
    """Yield where each `x-` key stands, and its value."""
    for key, value in _inside(tree):
        if key.startswith(EXTENSION):
            yield (*place, key), value
        else:
            yield from _found(value, (*place, key))


def _entries(tree: Tree, place: Place) -> Iterator[Place]:
    """Yield where each mapping and list stands."""
    yield place
    for key, value in _inside(tree):
        if isinstance(value, dict | list) and not key.startswith(EXTENSION):
            yield from _entries(value, (*place, key))


def _inside(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """Yield what stands in `tree`, entries of a list by their ids: their places may change."""
    if isinstance(tree, dict):
        yield from tree.items()
    elif isinstance(tree, list):
        for item in tree:
            if isinstance(item, dict):
                yield str(item.get("id", item.get("symbol"))), item
