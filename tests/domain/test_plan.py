"""A plan is asked for its roles, parties and phases, and cannot be changed in place."""

from dataclasses import FrozenInstanceError, fields, replace
from typing import Any, get_args

import pytest

from socplanner.domain.assessment import SCORES, SIDES, Score, Side
from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.plan import (
    AIM_FIELDS,
    BLANK_DUTY,
    NO_CHANGE,
    NO_TEXT,
    Aim,
    AimField,
    Change,
    CustomRoles,
    Duty,
    Party,
    Phase,
    Plan,
)
from tests.support.small_plan import A1, MSS, NOW, ROLES, SOC, small_plan, text

NIGHT = Role(RoleId("own:night"), "N-1", "A", text("Night shift"))


def _with_a_custom_role() -> Plan:
    return replace(small_plan(), custom_roles=CustomRoles((NIGHT,)))


def test_custom_roles_come_after_those_of_the_catalogue() -> None:
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


def test_a_provider_is_a_party_of_that_kind() -> None:
    plan = small_plan()
    assert [party.id for party in plan.parties if party.is_provider] == [MSS]


def test_a_role_without_changes_has_the_blank_duty() -> None:
    nothing = Duty(Area.UNPLACED, Sourcing.UNDECIDED, {}, Aim(None, None, None), "", "")
    assert nothing == BLANK_DUTY
    assert Change(None, None, {}, Aim(), None, None) == NO_CHANGE
    party = Party(SOC, "internal", text("SOC"))
    assert (party.initials, party.is_executive, party.parent, party.headcount) == (
        *(NO_TEXT, False, None, None),
    )
    assert (NO_TEXT.ja, NO_TEXT.en) == ("", "")
    phase = Phase(NOW, text("Now"))
    assert (phase.pattern, phase.changes) == (None, {})


def test_every_score_and_every_place_for_one_can_be_chosen() -> None:
    assert (get_args(Score), get_args(Side)) == (SCORES, SIDES)
    assert get_args(AimField) == AIM_FIELDS
    assert [f"aim_{field.name}" for field in fields(Aim)] == list(AIM_FIELDS)
    assert [Aim("1", "2").of(side) for side in SIDES] == ["1", "2"]


def test_nothing_of_a_plan_changes_in_place() -> None:
    plan: Any = small_plan()
    with pytest.raises(FrozenInstanceError):
        plan.organisation = "Other"
    with pytest.raises(TypeError):
        plan.phases[0].changes[A1] = None
    with pytest.raises(TypeError):
        plan.phases[0].changes[A1].letters[SOC] = "R"


def test_custom_roles_are_indexed_once_for_all_plans_that_share_them() -> None:
    plan = _with_a_custom_role()
    later = MoveRoles(NOW, frozenset({NIGHT.id}), Area.II).apply(plan)
    assert later.custom_roles is plan.custom_roles
    assert list(later.custom_roles) == [NIGHT]
    assert later.role(NIGHT.id) is NIGHT
