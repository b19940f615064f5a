"""The roles that differ between two plans are the same, whether or not the plans share entries."""

from dataclasses import replace
from itertools import permutations
from types import MappingProxyType

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles, SetCells, SetNote
from socplanner.domain.letters import Cell
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RenamePhase
from socplanner.domain.phases import changed_roles, duties
from socplanner.domain.plan import Plan
from tests.support.small_plan import A1, A2, A3, NOW, SOC, TARGET, small_plan, text


def copied(plan: Plan) -> Plan:
    """Return `plan` without anything shared with the plan it was made of."""
    phases = (replace(each, changes=MappingProxyType(dict(each.changes))) for each in plan.phases)
    return replace(plan, phases=tuple(phases))


def some_plans() -> list[Plan]:
    """Return plans that were made one of the other."""
    plans = [small_plan()]
    for edit in (
        MoveRoles(NOW, frozenset({A1, A2}), Area.IV),
        SetCells(TARGET, ((A3, SOC, Cell("C")),)),
        RemoveParty(SOC),
        RenamePhase(NOW, text("Today")),
        SetNote(NOW, frozenset({A1}), "why"),
        SetNote(TARGET, frozenset({A1}), "then"),
        MoveRoles(NOW, frozenset({A1, A2}), Area.I),
    ):
        plans.append(edit.apply(plans[-1]))
    return plans


def test_plans_that_share_entries_differ_in_the_same_roles_as_copies_of_them() -> None:
    for before, after in permutations(some_plans(), 2):
        for phase in (NOW, TARGET):
            read = changed_roles(copied(before), copied(after), phase)
            assert changed_roles(before, after, phase) == read


def test_no_role_that_differs_is_left_out() -> None:
    for before, after in permutations(some_plans(), 2):
        for phase in (NOW, TARGET):
            old, new = duties(before, phase), duties(after, phase)
            differing = {role for role in new if old[role] != new[role]}
            assert differing <= changed_roles(before, after, phase)
