"""Two versions of a plan merged: what one of them changed is adopted, what both changed is named.

Rules:

- Independent changes combine. Nothing that both sides changed differently is decided: the result
  has our value, and the topic is a conflict with both.
- The merge of one version with itself, or with the common version, is that version.
- Which side is called ours makes no difference but in conflicts.
"""

from collections.abc import Collection
from typing import NamedTuple

from socplanner.domain.comparison.choosing import Chosen, with_chosen
from socplanner.domain.comparison.nodes import Node, Place
from socplanner.domain.comparison.standing import Standing
from socplanner.domain.comparison.topics import Expand, Topic, topics_of


class MergedTree(NamedTuple):
    """The merged tree, the topics that were adopted from the other side, and the conflicts."""

    tree: Node
    adopted: tuple[Topic, ...]
    conflicts: tuple[Topic, ...]


def merged_trees(
    base: Node, ours: Node, theirs: Node, expand: Expand, disputed: Collection[Place] = ()
) -> MergedTree:
    """Return the merge of `ours` and `theirs`, which both began with `base`.

    Where `base` is UNKNOWN, and at the places `disputed`, everything that differs is a conflict.
    """
    topics = [
        each._replace(standing=Standing.CONFLICT) if _is_at(each.place, disputed) else each
        for each in topics_of(base, ours, theirs, expand)
    ]
    adopted = tuple(each for each in topics if each.standing is Standing.THEIRS)
    conflicts = tuple(
        each for each in topics if each.standing in (Standing.CONFLICT, Standing.UNKNOWN)
    )
    chosen = [Chosen(each.place, each.theirs) for each in adopted]
    return MergedTree(with_chosen(ours, chosen, theirs, expand), adopted, conflicts)


def _is_at(place: Place, places: Collection[Place]) -> bool:
    """Return whether `place` is one of `places`, or is above or below one."""
    return any(place[: len(each)] == each or each[: len(place)] == place for each in places)
