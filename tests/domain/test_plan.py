"""A plan is asked for its roles, parties and phases, and cannot be changed in place."""

from dataclasses import Field, FrozenInstanceError, fields, replace
from typing import Any

import pytest

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import Cell
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.plan import Duty, Maturity, Plan
from socplanner.domain.waivers import Waiver
from tests.support.small_plan import A1, MSS, NOW, ROLES, SOC, small_plan, text

NIGHT = Role(RoleId("own:night"), "N-1", "A", text("Night shift"))


def _with_a_custom_role() -> Plan:
    return replace(small_plan(), custom_roles=(NIGHT,))


def test_own_roles_stand_after_those_of_the_catalogue() -> None:
    plan = _with_a_custom_role()
    assert [role.id for role in plan.roles()] == [*ROLES, NIGHT.id]
    assert plan.role(NIGHT.id) is NIGHT
    assert plan.role(A1) is plan.catalogue.roles[0]
    assert plan.role(RoleId("own:day")) is None


def test_parties_and_phases_are_found_or_not() -> None:
    plan = small_plan()
    assert plan.party(SOC) is plan.parties[1]
    assert plan.party(PartyId("nobody")) is None
    assert plan.phase(NOW) is plan.phases[0]
    assert plan.phase(PhaseId("nowhere")) is None


def test_a_provider_is_known_by_its_kind() -> None:
    plan = small_plan()
    assert [party.id for party in plan.parties if party.is_provider] == [MSS]


def test_nothing_of_a_plan_changes_in_place() -> None:
    plan: Any = small_plan()
    with pytest.raises(FrozenInstanceError):
        plan.organisation = "Other"
    with pytest.raises(TypeError):
        plan.phases[0].changes[A1] = None
    with pytest.raises(TypeError):
        plan.phases[0].changes[A1].letters[SOC] = "R"


def test_own_roles_are_indexed_once_for_all_plans_that_follow() -> None:
    plan = _with_a_custom_role()
    later = MoveRoles(NOW, frozenset({NIGHT.id}), Area.II).apply(plan)
    assert later.custom_roles is plan.custom_roles
    assert later.custom_roles == (NIGHT,)
    assert later.role(NIGHT.id) is NIGHT


def test_another_phase_or_other_letters_leave_every_other_field_as_it_is() -> None:
    plan = replace(
        _with_a_custom_role(),
        marking=Marking(Tlp.AMBER, "internal"),
        thresholds={"performers": 2},
        waivers=(Waiver("R01", NOW, A1, None, "agreed"),),
        custom_sets=(replace(RACI, id="ours"),),
    )
    messages = Duty(Area.II, Sourcing.BOTH, {SOC: Cell("R")}, Maturity("3"), "24x365", "a note")
    again, other = plan.with_phases(plan.phases[:1]), messages.with_letters({SOC: Cell("A")})
    assert (again.phases, other.letters) == (plan.phases[:1], {SOC: Cell("A")})
    for field in fields(plan):
        if field.name != "phases":
            _is_carried_over(field, getattr(plan, field.name), getattr(again, field.name))
    for field in fields(messages):
        if field.name != "letters":
            _is_carried_over(field, getattr(messages, field.name), getattr(other, field.name))


def _is_carried_over(field: Field[Any], before: object, after: object) -> None:
    assert after is before, field.name
    assert before != field.default, f"{field.name}: a value of its own shows whether it is lost"
