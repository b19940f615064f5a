"""Custom roles are added, changed, ordered and removed; the rest of the plan stays."""

from dataclasses import replace
from random import Random

import pytest

from socplanner.domain.catalogue import Area
from socplanner.domain.checks.run import check_plan
from socplanner.domain.custom_role_edits import (
    AddCustomRole,
    ChangeCustomRole,
    HideCustomRole,
    MoveCustomRole,
    RemoveCustomRole,
)
from socplanner.domain.duty_edits import SetCells, SetNote
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.limits import MOST_CUSTOM_ROLES
from socplanner.domain.local_text import LocalText
from socplanner.domain.matrix import matrix_of
from socplanner.domain.new_plan import NOW, TARGET
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.phases import changed_roles, duties, duty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.waivers import Waiver
from tests.support.plans import big_plan, hybrid_plan

OT = RoleId("own:OT-1")
NAME = LocalText("工場の監視", "Plant monitoring")


@pytest.fixture
def plan() -> Plan:
    """Return a plan with three custom roles."""
    plan = hybrid_plan()
    for code in ("OT-1", "OT-2", "OT-3"):
        plan = AddCustomRole(code, "B", NAME, Area.II).apply(plan)
    return plan


def codes(plan: Plan) -> list[str]:
    """Return the codes of the custom roles, in their order."""
    return [role.code for role in plan.custom_roles]


def test_a_role_is_added_after_the_others_in_its_area(plan: Plan) -> None:
    after = AddCustomRole(" OT-4 ", "D", NAME, Area.III).apply(plan)
    assert codes(after) == ["OT-1", "OT-2", "OT-3", "OT-4"]
    added = RoleId("own:OT-4")
    assert duty(after, NOW, added).area is Area.III
    assert duty(after, TARGET, added).area is Area.III
    assert [role.id for role in after.roles()][-1] == added


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (AddCustomRole("", "B", NAME), "bad-role-code"),
        (AddCustomRole("夜勤", "B", NAME), "bad-role-code"),
        (AddCustomRole("a" * 41, "B", NAME), "bad-role-code"),
        (AddCustomRole("ot-1", "B", NAME), "doubled-role-code"),
        (AddCustomRole("b-1", "B", NAME), "doubled-role-code"),
        (AddCustomRole("OT-9", "Z", NAME), "unknown-function"),
        (AddCustomRole("OT-9", "B", LocalText("", "")), "empty-name"),
        (ChangeCustomRole(RoleId("v2:B-1"), "B", NAME), "unknown-role"),
        (ChangeCustomRole(OT, "Z", NAME), "unknown-function"),
        (MoveCustomRole(RoleId("own:X"), 0), "unknown-role"),
        (RemoveCustomRole(RoleId("own:X")), "unknown-role"),
        (HideCustomRole(RoleId("own:X")), "unknown-role"),
        (HideCustomRole(RoleId("v2:B-1")), "unknown-role"),
    ],
)
def test_what_is_not_valid_is_refused(plan: Plan, edit: Edit, code: str) -> None:
    with pytest.raises(EditRejected) as rejection:
        edit.apply(plan)
    assert rejection.value.problem.code == code


def test_a_plan_has_a_bounded_number_of_them() -> None:
    full = big_plan(54 + MOST_CUSTOM_ROLES, 3, 0.1)
    with pytest.raises(EditRejected) as rejection:
        AddCustomRole("one-more", "B", NAME).apply(full)
    assert rejection.value.problem.code == "too-many-roles"


def test_a_change_keeps_code_and_duties(plan: Plan) -> None:
    lettered = SetCells(NOW, ((OT, PartyId("soc"), Cell("R")),)).apply(plan)
    after = ChangeCustomRole(OT, "C", LocalText.same("Plants")).apply(lettered)
    role = after.role(OT)
    assert role is not None
    assert (role.code, role.function, role.name.en) == ("OT-1", "C", "Plants")
    assert duty(after, NOW, OT) == duty(lettered, NOW, OT)
    assert ChangeCustomRole(OT, "C", LocalText.same("Plants")).apply(after) is after


def test_the_order_is_changed_up_to_both_ends(plan: Plan) -> None:
    assert codes(MoveCustomRole(OT, 1).apply(plan)) == ["OT-2", "OT-1", "OT-3"]
    assert codes(MoveCustomRole(OT, 99).apply(plan)) == ["OT-2", "OT-3", "OT-1"]
    assert MoveCustomRole(OT, -5).apply(plan) is plan


def test_a_role_is_removed_with_its_duties_and_waivers(plan: Plan) -> None:
    lettered = SetCells(TARGET, ((OT, PartyId("soc"), Cell("R")),)).apply(plan)
    waived = Waiver("R01", NOW, OT, None, "later")
    lettered = replace(lettered, waivers=(waived,))
    after = RemoveCustomRole(OT).apply(lettered)
    assert codes(after) == ["OT-2", "OT-3"]
    assert after.waivers == ()
    assert all(OT not in phase.changes for phase in after.phases)
    for each in ("own:OT-2", "own:OT-3"):
        after = RemoveCustomRole(RoleId(each)).apply(after)
    assert after.custom_roles == hybrid_plan().custom_roles
    assert after.phases == hybrid_plan().phases


def test_undo_restores_the_plan_after_any_edits(plan: Plan) -> None:
    dice, history = Random(3), History.of(plan)
    for n in range(60):
        present = [role.id for role in history.plan.custom_roles]
        kind = dice.choice(["add", "change", "move", "remove", "hide"])
        if kind == "add" or not present:
            edit: Edit = AddCustomRole(f"N-{n}", dice.choice("ABC"), NAME)
        elif kind == "change":
            edit = ChangeCustomRole(dice.choice(present), "D", LocalText.same(f"Name {n}"))
        elif kind == "move":
            edit = MoveCustomRole(dice.choice(present), dice.randrange(5))
        elif kind == "hide":
            edit = HideCustomRole(dice.choice(present), dice.random() > 1 / 3)
        else:
            edit = RemoveCustomRole(dice.choice(present))
        history = history.perform(edit)
    while history.undo_edit is not None:
        history = history.undone()
    assert history.plan == plan


def lettered_plan(plan: Plan) -> Plan:
    """Return `plan` with values of the first custom role in both phases, and a waiver."""
    plan = SetCells(NOW, ((OT, PartyId("soc"), Cell("R")),)).apply(plan)
    plan = SetCells(TARGET, ((OT, PartyId("soc"), Cell("A/R")),)).apply(plan)
    return replace(plan, waivers=(Waiver("R01", NOW, OT, None, "later"),))


def test_a_hidden_role_is_left_out_and_keeps_everything(plan: Plan) -> None:
    before = lettered_plan(plan)
    after = HideCustomRole(OT).apply(before)
    assert OT not in {role.id for role in after.roles()}
    assert OT in {role.id for role in after.all_roles()}
    assert OT not in duties(after, NOW)
    assert OT in duties(after, NOW, with_hidden=True)
    assert OT not in {row.role.id for row in matrix_of(after, TARGET).rows}
    assert OT not in {each.role for each in check_plan(after)}
    assert OT not in changed_roles(before, SetNote(NOW, frozenset({OT}), "x").apply(after), NOW)
    assert (after.phases, after.waivers) == (before.phases, before.waivers)
    assert HideCustomRole(OT).apply(after) is after
    assert HideCustomRole(OT, is_hidden=False).apply(after) == before


def test_the_code_of_a_hidden_role_is_taken(plan: Plan) -> None:
    with pytest.raises(EditRejected):
        AddCustomRole("OT-1", "B", NAME).apply(HideCustomRole(OT).apply(plan))


def test_a_phase_that_is_removed_leaves_hidden_duties_in_the_next(plan: Plan) -> None:
    hidden = HideCustomRole(OT).apply(lettered_plan(plan))
    after = RemovePhase(NOW).apply(hidden)
    assert duty(after, TARGET, OT) == duty(hidden, TARGET, OT)
    assert duty(after, TARGET, OT).letters


def test_a_hidden_role_changes_like_any_other(plan: Plan) -> None:
    hidden = HideCustomRole(OT).apply(plan)
    after = ChangeCustomRole(OT, "C", LocalText.same("Plants")).apply(hidden)
    role = MoveCustomRole(OT, 2).apply(after).role(OT)
    assert role is not None
    assert (role.is_hidden, role.name.en) == (True, "Plants")
    assert codes(RemoveCustomRole(OT).apply(hidden)) == ["OT-2", "OT-3"]
