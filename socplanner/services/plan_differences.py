"""What differs between two versions of a plan, or two plans: topics with all they need to be named.

Nothing of a plan is left out: the trees are those of its file.
"""

from collections.abc import Callable
from typing import NamedTuple

from socplanner.domain.comparison.nodes import Absent, Node, place_of_pointer
from socplanner.domain.comparison.topics import Topic, topics_of
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Plan
from socplanner.formats.plan.version_tree import expanded, expander, version_tree
from socplanner.wording.differences.conflict_lines import conflict_changes
from socplanner.wording.differences.lines import DifferenceGroup, difference_groups
from socplanner.wording.differences.place_names import Versions
from socplanner.wording.differences.subjects import PlaceSubject, phase_id_at
from socplanner.wording.language import Words


class PlanDifferences(NamedTuple):
    """Two versions, and the topics on which the second differs from the first.

    `begun` are conflicts of a merge that only the second has, `ended` those of the first only.
    """

    versions: Versions
    topics: tuple[Topic, ...]
    begun: tuple[MergeConflict, ...] = ()
    ended: tuple[MergeConflict, ...] = ()

    def in_phase(self, phase: str) -> "PlanDifferences":
        """Return the differences that are in `phase`."""
        kept = tuple(each for each in self.topics if phase_id_at(each.place) == phase)
        begun, ended = (
            tuple(each for each in conflicts if phase_id_at(place_of_pointer(each.at)) == phase)
            for conflicts in (self.begun, self.ended)
        )
        return self._replace(topics=kept, begun=begun, ended=ended)

    def groups(self, words: Words) -> tuple[DifferenceGroup, ...]:
        """Return the differences as groups of sentences."""
        groups = difference_groups(self.versions, self.topics, words)
        lines = tuple(conflict_changes(self.versions, self.begun, self.ended, words))
        if not lines:
            return groups
        title = words.tr("Conflicts of a merge")
        return (*groups, DifferenceGroup(PlaceSubject("conflicts"), title, lines))


def plan_differences(before: Plan, after: Plan) -> PlanDifferences:
    """Return how `after` differs from `before`."""
    expand = expander((before, after))
    old, new = version_tree(before), version_tree(after)
    topics = tuple(
        each._replace(ours=_plain(each.ours, expand), theirs=_plain(each.theirs, expand))
        for each in topics_of(old, old, new, expand)
    )
    versions = Versions(before, after, _plain(old, expand), _plain(new, expand))
    begun = tuple(each for each in after.conflicts if each not in before.conflicts)
    ended = tuple(each for each in before.conflicts if each not in after.conflicts)
    return PlanDifferences(versions, topics, begun, ended)


def plain_tree(plan: Plan) -> Node:
    """Return the tree of `plan` without values that stand for mappings."""
    return expanded(version_tree(plan), expander((plan,)))


def _plain(node: Node, expand: Callable[[Node], Node]) -> Node:
    return node if isinstance(node, Absent) else expanded(node, expand)
