"""What differs of a role between neighbouring phases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import SetAim, SetCells, SetNote
from socplanner.domain.duty_values import DutyAddress, with_duty_value
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.new_plan import NOW
from socplanner.domain.phase_changes import (
    DutyPair,
    changed_duty_values,
    changing_roles,
    compared_phases,
    duty_pair,
)
from socplanner.domain.phase_edits import AddPhase
from socplanner.domain.phases import duty
from socplanner.domain.plan import BLANK_DUTY, Duty
from tests.support.plans import hybrid_plan

A1, B1, SOC = RoleId("v2:A-1"), RoleId("v2:B-1"), PartyId("soc")


def test_a_phase_is_compared_with_the_one_before_and_the_first_with_the_next() -> None:
    plan = hybrid_plan()
    now, target = plan.phases
    assert compared_phases(plan, NOW) == (now, target)
    assert compared_phases(plan, target.id) == (now, target)
    longer = AddPhase(PhaseId("later"), now.name).apply(plan)
    assert compared_phases(longer, PhaseId("later")) == (longer.phases[1], longer.phases[2])


def test_one_phase_has_no_changes_and_an_unknown_one_is_an_error() -> None:
    assert compared_phases(hybrid_plan(None), NOW) is None
    with pytest.raises(KeyError):
        compared_phases(hybrid_plan(), PhaseId("never"))


def test_the_changing_roles_are_those_whose_duty_differs() -> None:
    plan = hybrid_plan()
    target = plan.phases[1].id
    plan = SetNote(target, frozenset({A1}), "later").apply(plan)
    phases = compared_phases(plan, NOW)
    assert phases is not None
    changing = changing_roles(plan, phases)
    for role in plan.roles():
        before, after = duty(plan, NOW, role.id), duty(plan, target, role.id)
        assert (role.id in changing) == (before != after)
        assert duty_pair(plan, phases, role.id) == (before, after)
    assert A1 in changing


def test_an_aim_alone_does_not_make_a_role_change() -> None:
    plan = hybrid_plan()
    target = plan.phases[1].id
    plan = SetAim(target, frozenset({A1}), "inhouse", "4").apply(plan)
    phases = compared_phases(plan, NOW)
    assert phases is not None
    assert A1 not in changing_roles(plan, phases)
    pair = duty_pair(plan, phases, A1)
    assert changed_duty_values(A1, pair) == (DutyAddress(A1, "aim_inhouse"),)
    noted = SetNote(target, frozenset({A1}), "later").apply(plan)
    assert A1 in changing_roles(noted, phases)


def test_each_value_that_differs_is_named_once() -> None:
    plan = SetCells(NOW, ((B1, SOC, Cell("A")),)).apply(hybrid_plan(None))
    before = duty(plan, NOW, B1)
    after = with_duty_value(before, DutyAddress(B1, "letters", SOC), "R")
    after = with_duty_value(after, DutyAddress(B1, "aim_inhouse"), "3")
    assert changed_duty_values(B1, DutyPair(before, after)) == (
        DutyAddress(B1, "letters", SOC),
        DutyAddress(B1, "aim_inhouse"),
    )
    assert changed_duty_values(B1, DutyPair(before, before)) == ()


DUTIES = st.builds(
    Duty,
    area=st.sampled_from(Area),
    sourcing=st.sampled_from(Sourcing),
    letters=st.dictionaries(
        st.sampled_from([SOC, PartyId("ciso")]), st.sampled_from(["A", "R"]).map(Cell)
    ),
    note=st.sampled_from(["", "note"]),
)


@given(DUTIES, DUTIES)
def test_the_changed_values_lead_from_one_duty_to_the_other(before: Duty, after: Duty) -> None:
    from socplanner.domain.duty_values import duty_value

    made = before
    for address in changed_duty_values(B1, DutyPair(before, after)):
        made = with_duty_value(made, address, duty_value(after, address))
    assert dict(made.letters) == dict(after.letters)
    assert (made.area, made.sourcing, made.note) == (after.area, after.sourcing, after.note)
    assert changed_duty_values(B1, DutyPair(BLANK_DUTY, BLANK_DUTY)) == ()
