"""Three versions of a plan merged, whatever they refer to: the result can always be opened.

Rules:

- What only one side changed is adopted; what both changed differently is a conflict, which the
  result keeps (`Plan.conflicts`), with our value in its place.
- A party, phase or role that one side removed and the other refers to stays, as a conflict.
- Where the rest cannot be combined, our value stays and theirs is a conflict, place by place.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.comparison.choosing import Chosen, with_chosen
from socplanner.domain.comparison.merging import merged_trees
from socplanner.domain.comparison.nodes import (
    ABSENT,
    UNKNOWN,
    Node,
    Place,
    entries_of,
    node_at,
)
from socplanner.domain.comparison.standing import Standing
from socplanner.domain.comparison.topics import Topic
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.version_tree import (
    expanded,
    expander,
    place_of_path,
    plan_of_version,
    version_tree,
)
from socplanner.services.catalogues import catalogue_of
from socplanner.services.earlier_conflicts import Trees, disputed_places, waiting_conflicts
from socplanner.services.plan_conflicts import conflict_of, with_conflicts

SECTION_OF = {
    "party": "parties",
    "phase": "phases",
    "role": "roles",
    "counterpart": "counterparts",
}
"""The section of what a message about an unknown id names."""


class MergedPlan(NamedTuple):
    """The merged plan, and the topics that were adopted from the other side."""

    plan: Plan
    adopted: tuple[Topic, ...]


def merged_plans(base: Plan | None, ours: Plan, theirs: Plan) -> MergedPlan:
    """Return the merge of `ours` and `theirs`, which both began with `base`; None if not known.

    Raise EditRejected for plans that are no versions of one plan.
    """
    versions = (ours, theirs) if base is None else (base, ours, theirs)
    for version in versions:
        check_versions(ours, version)
    return _Merge(base, ours, theirs).merged()


def check_versions(ours: Plan, theirs: Plan) -> None:
    """Raise EditRejected where two plans are no versions of one plan."""
    if ours.id != theirs.id:
        raise EditRejected(
            "other-plan",
            ours=ours.organisation,
            our_id=ours.id,
            theirs=theirs.organisation,
            their_id=theirs.id,
        )
    if ours.catalogue.edition != theirs.catalogue.edition:
        raise EditRejected(
            "versions-of-two-editions", ours=ours.catalogue.edition, theirs=theirs.catalogue.edition
        )


class _Merge:
    """One merge: trees, and topics that move from the adopted ones to the conflicts."""

    def __init__(self, base: Plan | None, ours: Plan, theirs: Plan) -> None:
        plans = [each for each in (base, ours, theirs) if each is not None]
        self._base, self._ours, self._theirs = base, ours, theirs
        self._expand = expander(plans)
        self._trees: Trees = (
            UNKNOWN if base is None else version_tree(base),
            version_tree(ours),
            version_tree(theirs),
        )
        disputed = disputed_places(self._trees, base, ours, theirs, self._expand)
        merged = merged_trees(*self._trees, self._expand, disputed)
        self._adopted = list(merged.adopted)
        self._conflicts = list(merged.conflicts)
        self._tree = merged.tree
        self._stayed: list[Topic] = []
        """Entries that our side removed and the other refers to."""

    def merged(self) -> MergedPlan:
        """Return the merge; take back what cannot be combined until the result can be read."""
        self._keep_what_conflicts_name()
        self._combine()
        while True:
            tree = expanded(self._tree, self._expand)
            try:
                plan = plan_of_version(tree, self._catalogue())
            except FormatError as error:
                if not self._mend(error):
                    self._give_up()
                self._combine()
            else:
                return MergedPlan(self._with_conflicts(plan, tree), tuple(self._adopted))

    def _with_conflicts(self, plan: Plan, tree: Node) -> Plan:
        """Return `plan`, whose tree is `tree`, with the conflicts of this merge and before."""
        new = [conflict_of(each, self._expand) for each in (*self._conflicts, *self._stayed)]
        trees = (tree, expanded(self._trees[2], self._expand))
        earlier = waiting_conflicts(self._base, self._ours, self._theirs, trees)
        return with_conflicts(plan, (*earlier, *new))

    def _catalogue(self) -> Callable[[str], Catalogue | None]:
        own = self._ours.catalogue
        return lambda edition: own if edition == own.edition else catalogue_of(edition)

    def _combine(self) -> None:
        chosen = [Chosen(each.place, each.theirs) for each in self._adopted]
        chosen += [Chosen(each.place, each.theirs) for each in self._stayed]
        self._tree = with_chosen(self._trees[1], chosen, self._trees[2], self._expand)

    def _mend(self, error: FormatError) -> bool:
        """Change what is adopted because of `error`; return whether anything was changed."""
        for value, section in SECTION_OF.items():
            if value in error.problem.values and self._keep_entry(
                (section, str(error.problem.values[value]))
            ):
                return True
        return self._refuse(place_of_path(expanded(self._tree, self._expand), error.path or ()))

    def _keep_what_conflicts_name(self) -> None:
        """Let entries stay that our side removed and a conflict refers to: theirs may be chosen."""
        ours, theirs = self._trees[1:]
        for section in SECTION_OF.values():
            here, there = (entries_of(node_at(tree, (section,))) or {} for tree in (ours, theirs))
            for key in there.keys() - here.keys():
                if any(self._names(each, section, key) for each in self._conflicts):
                    self._keep_entry((section, key))

    def _names(self, conflict: Topic, section: str, key: str) -> bool:
        """Return whether their value of `conflict` is of the entry `key`, or refers to it."""
        if conflict.theirs is ABSENT or conflict.place[:2] == (section, key):
            return False
        return key in conflict.place or key in _texts(expanded(conflict.theirs, self._expand))

    def _keep_entry(self, place: Place) -> bool:
        """Let the entry at `place`, which one side removed, stay as a conflict."""
        for topic in self._adopted:
            if topic.place == place and topic.theirs is ABSENT:
                self._adopted.remove(topic)
                self._conflicts.append(topic._replace(standing=Standing.CONFLICT))
                return True
        ours, theirs = (node_at(tree, place) for tree in self._trees[1:])
        if ours is not ABSENT or theirs is ABSENT or place in [t.place for t in self._stayed]:
            return False
        base = node_at(self._trees[0], place)
        self._stayed.append(Topic(place, base, ours, theirs, Standing.CONFLICT))
        self._conflicts = [each for each in self._conflicts if each.place != place]
        return True

    def _refuse(self, place: Place) -> bool:
        """Make adopted topics at, above or below `place` conflicts."""
        refused = [
            each
            for each in self._adopted
            if each.place[: len(place)] == place or place[: len(each.place)] == each.place
        ]
        for topic in refused:
            self._adopted.remove(topic)
            self._conflicts.append(topic._replace(standing=Standing.CONFLICT))
        return bool(refused)

    def _give_up(self) -> None:
        """Make everything that was adopted a conflict: our version alone can be read."""
        self._conflicts += [each._replace(standing=Standing.CONFLICT) for each in self._adopted]
        self._conflicts += self._stayed
        self._adopted, self._stayed = [], []


def _texts(node: Node) -> Iterator[str]:
    """Yield every key and every text of a tree."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield str(key)
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)
    else:
        yield str(node)
