"""Conflicts that were there before a merge: which of them still wait, and which were decided.

Rules:

- A conflict of either side waits in the result, unless one side has decided it since.
- A decision counts as a change, also where our value was kept. So two different decisions, or a
  decision and another value, are a conflict again.
- A value that only a conflict has is never dropped: several may wait at one place.
"""

from collections.abc import Callable, Iterator

from socplanner.domain.comparison.nodes import Node, Place, place_of_pointer
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Plan
from socplanner.formats.plan.version_tree import expanded
from socplanner.services.plan_conflicts import value_now, value_of

Expand = Callable[[Node], Node]
Trees = tuple[Node, Node, Node]
"""The trees of the common version, of ours and of theirs."""


def disputed_places(
    trees: Trees, base: Plan | None, ours: Plan, theirs: Plan, expand: Expand
) -> list[Place]:
    """Return the places of conflicts that were decided on both sides, or decided and changed."""
    if base is None or not base.conflicts:
        return []
    values = [expanded(each, expand) for each in trees]
    return [
        place_of_pointer(each.at)
        for each in base.conflicts
        if _is_decided_twice(
            values, each, (each not in ours.conflicts, each not in theirs.conflicts)
        )
    ]


def _is_decided_twice(
    values: list[Node], conflict: MergeConflict, decided: tuple[bool, bool]
) -> bool:
    """Return whether each side has decided `conflict`, or has another value at its place."""
    before, ours, theirs = (value_now(each, conflict) for each in values)
    return any(decided) and all(
        is_decided or value != before
        for is_decided, value in zip(decided, (ours, theirs), strict=True)
    )


def waiting_conflicts(
    base: Plan | None, ours: Plan, theirs: Plan, trees: tuple[Node, Node]
) -> Iterator[MergeConflict]:
    """Yield the conflicts of `ours` and `theirs` that still wait.

    `trees` are the expanded ones of the result and of theirs. Two people who merged in opposite
    directions have each other's value as a conflict: the one that the result has is none.
    """
    before = set(() if base is None else base.conflicts)
    decided = before - (set(ours.conflicts) & set(theirs.conflicts))
    yield from (each for each in ours.conflicts if each not in decided)
    result, their_tree = trees
    for each in theirs.conflicts:
        value = value_of(each.theirs)
        is_ours_now = value_now(result, each) == value != value_now(their_tree, each)
        if each not in decided and each not in ours.conflicts and not is_ours_now:
            yield each
