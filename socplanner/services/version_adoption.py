"""A plan with some values of another version: adopted differences, and chosen sides of conflicts.

Rules:

- What is removed as a whole, a party, a phase or a role, is removed by its edit: with its letters
  and everything else that refers to it.
- What an adopted value refers to and the plan lacks is adopted with it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from socplanner.domain.comparison.choosing import Chosen, with_chosen
from socplanner.domain.comparison.nodes import ABSENT, Node, Place, node_at, place_of_pointer
from socplanner.domain.comparison.topics import Topic
from socplanner.domain.custom_role_edits import RemoveCustomRole
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.replace_plan import replacing
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.version_tree import (
    expanded,
    expander,
    plan_of_version,
    version_tree,
)
from socplanner.services.catalogues import catalogue_of
from socplanner.services.plan_conflicts import our_values, value_of
from socplanner.services.plan_merging import SECTION_OF

_MOST_MISSING = 50


def adoption_of(plan: Plan, other: Plan, topics: Iterable[Topic]) -> Edit:
    """Return the edit that adopts `topics`, on which `other` differs from `plan`.

    Raise EditRejected where the values do not fit the plan.
    """
    adopted = tuple(topics)
    chosen = [Chosen(each.place, each.theirs) for each in adopted]
    after = _with_values(plan, chosen, version_tree(other), (plan, other))
    return replacing(plan, after, "adopt", number=len(adopted))


def choice_of(plan: Plan, conflicts: Sequence[MergeConflict], *, is_ours: bool) -> Edit:
    """Return the edit that ends `conflicts` of `plan` by our values, or by theirs.

    Ours is what the plan has now. Of several of their values for one place the first is chosen, and
    the others still wait. Raise EditRejected where the values do not fit the plan any more.
    """
    by_place: dict[str, MergeConflict] = {}
    for each in conflicts:
        by_place.setdefault(each.at, each)
    concerned = tuple(conflicts) if is_ours else tuple(by_place.values())
    ours = our_values(plan) if is_ours else {}
    chosen = [
        Chosen(
            place_of_pointer(each.at),
            ours.get(each, value_of(each.ours)) if is_ours else value_of(each.theirs),
        )
        for each in by_place.values()
    ]
    after = _with_values(plan, chosen, version_tree(plan), (plan,))
    left = tuple(each for each in plan.conflicts if each not in concerned)
    after = replace(after, conflicts=left)
    return replacing(plan, after, "choose", number=len(concerned))


def _with_values(
    plan: Plan, chosen: Iterable[Chosen], other: Node, plans: tuple[Plan, ...]
) -> Plan:
    """Return `plan` with the values of `chosen`; `other` is the tree that they are of."""
    expand = expander(plans)
    values: list[Chosen] = []
    removals: list[Edit] = []
    for each in chosen:
        removal = _removal(each) if each.value is ABSENT else None
        if removal is None:
            values.append(each)
        elif node_at(version_tree(plan), each.place) is not ABSENT:
            removals.append(removal)
    after = _read(plan, values, other, expand)
    for edit in removals:
        after = edit.apply(after)
    return after


def _read(plan: Plan, values: list[Chosen], other: Node, expand: Callable[[Node], Node]) -> Plan:
    """Return the plan of the tree with `values`, and with what they refer to."""
    own = plan.catalogue
    for _ in range(_MOST_MISSING):
        tree = with_chosen(version_tree(plan), values, other, expand)
        try:
            after = plan_of_version(
                expanded(tree, expand),
                lambda edition: own if edition == own.edition else catalogue_of(edition),
            )
        except FormatError as error:
            missing = _missing(error, other)
            if missing is None:
                raise EditRejected(error.problem.code, **error.problem.values) from None
            values.append(missing)
        else:
            return replace(after, conflicts=plan.conflicts)
    raise EditRejected("too-much-missing")


def _missing(error: FormatError, other: Node) -> Chosen | None:
    """Return the entry of the other version that the plan lacks; None for another error."""
    for name, section in SECTION_OF.items():
        if name in error.problem.values:
            place = (section, str(error.problem.values[name]))
            entry = node_at(other, place)
            if entry is not ABSENT:
                return Chosen(place, entry)
    return None


def _removal(chosen: Chosen) -> Edit | None:
    """Return the edit that removes the entry at the place of `chosen`; None for a value."""
    place: Place = chosen.place
    if len(place) != 2 or place[1].startswith("#"):
        return None
    match place[0]:
        case "parties":
            return RemoveParty(PartyId(place[1]))
        case "phases":
            return RemovePhase(PhaseId(place[1]))
        case "roles":
            return RemoveCustomRole(RoleId(place[1]))
    return None
