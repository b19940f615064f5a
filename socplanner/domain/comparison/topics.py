"""The topics on which versions of a plan differ, and how each of them stands.

Rules:

- A topic is the smallest part that differs: a value, the order of a list, or a whole entry that one
  version has and another lacks.
- `base` is the common version before both. Without one it is UNKNOWN who changed what.
- An entry that one side removed and the other left as it was is removed; one that the other changed
  is a conflict as a whole.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from socplanner.domain.comparison.nodes import (
    ABSENT,
    UNKNOWN,
    Node,
    Place,
    entries_of,
    in_both_languages,
    is_entity,
)
from socplanner.domain.comparison.standing import Standing, standing_of

ORDER = "#order"
"""The last key of the place of a topic about the order of a list."""

Expand = Callable[[Node], Node]


class Topic(NamedTuple):
    """A place at which versions differ, with the value of each; ABSENT where it has none."""

    place: Place
    base: Node
    ours: Node
    theirs: Node
    standing: Standing


def topics_of(base: Node, ours: Node, theirs: Node, expand: Expand) -> tuple[Topic, ...]:
    """Return the topics of three versions, in the order of the trees.

    `expand` returns the mapping of a value that stands for one; other nodes it returns as they are.
    """
    return tuple(_Comparison(expand).topics((), (base, ours, theirs)))


Three = tuple[Node, Node, Node]


class _Comparison:
    """Walks through three trees at once."""

    def __init__(self, expand: Expand) -> None:
        self._expand = expand

    def topics(self, place: Place, nodes: Three) -> Iterator[Topic]:
        """Yield the topics at `place` and below."""
        if nodes[1] == nodes[2]:
            return
        expanded = [self._expand(each) for each in nodes]
        base, ours, theirs = (in_both_languages(each, expanded) for each in expanded)
        standing = standing_of(base, ours, theirs)
        if standing is None:
            return
        if _is_whole(ours, theirs):
            yield Topic(place, base, ours, theirs, standing)
            return
        yield from self._below(place, (base, ours, theirs))

    def _below(self, place: Place, nodes: Three) -> Iterator[Topic]:
        before, ours, theirs = (entries_of(each) or {} for each in nodes)
        for key in (*ours, *(key for key in theirs if key not in ours)):
            one, other = ours.get(key, ABSENT), theirs.get(key, ABSENT)
            base = UNKNOWN if nodes[0] is UNKNOWN else before.get(key, ABSENT)
            yield from self.topics((*place, key), (base, one, other))
        yield from _order_topic(place, nodes)


def _is_whole(ours: Node, theirs: Node) -> bool:
    """Return whether a difference is one topic, and nothing below it is compared."""
    if ABSENT in (ours, theirs):
        present = theirs if ours is ABSENT else ours
        return entries_of(present) is None or is_entity(present)
    return entries_of(ours) is None or entries_of(theirs) is None


def _order_topic(place: Place, nodes: Three) -> Iterator[Topic]:
    """Yield a topic if two lists have their common entries in different orders."""
    base, ours, theirs = nodes
    if not isinstance(ours, list) or not isinstance(theirs, list):
        return
    one, other = list(entries_of(ours) or ()), list(entries_of(theirs) or ())
    common = set(one) & set(other)
    in_base = list(entries_of(base) or ()) if isinstance(base, list) else None
    if in_base is not None:
        common &= set(in_base)
    kept = [key for key in one if key in common]
    moved = [key for key in other if key in common]
    before: Node = UNKNOWN if base is UNKNOWN else ABSENT
    if in_base is not None:
        before = [key for key in in_base if key in common]
    standing = standing_of(before, kept, moved)
    if standing is not None:
        yield Topic((*place, ORDER), before, kept, moved, standing)
