"""Two plans are told apart quickly where one was made of the other, and rightly everywhere."""

from dataclasses import replace
from itertools import permutations

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles, SetCells, SetNote
from socplanner.domain.letters import Cell
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RenamePhase
from socplanner.domain.phases import changed_roles, duties
from socplanner.domain.plan import Phase, Plan
from tests.support.small_plan import A1, A2, A3, NOW, SOC, TARGET, small_plan, text


def without_growth(plan: Plan) -> Plan:
    """Return `plan` as it would be read from a file."""
    phases = (Phase(each.id, each.name, each.pattern, each.changes) for each in plan.phases)
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


def test_neighbours_and_strangers_are_told_apart_by_the_same_roles() -> None:
    for before, after in permutations(some_plans(), 2):
        for phase in (NOW, TARGET):
            read = changed_roles(without_growth(before), without_growth(after), phase)
            assert changed_roles(before, after, phase) == read


def test_no_role_that_differs_is_left_out() -> None:
    for before, after in permutations(some_plans(), 2):
        for phase in (NOW, TARGET):
            old, new = duties(before, phase), duties(after, phase)
            differing = {role for role in new if old[role] != new[role]}
            assert differing <= changed_roles(before, after, phase)


def test_growth_is_no_part_of_what_a_plan_is() -> None:
    plan = some_plans()[-1]
    assert without_growth(plan) == plan
