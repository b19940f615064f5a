"""What is stated about moves is validated, cleaned, and survives what the plan loses."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from socplanner.domain.custom_role_edits import AddCustomRole, RemoveCustomRole
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import ChangeParty, RemoveParty
from socplanner.domain.phase_edits import AddPhase, RemovePhase
from socplanner.domain.phases import changed_roles
from socplanner.domain.plan import Party, Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.road_map_edits import SetMove, SetPhaseTerms
from socplanner.domain.road_map_inputs import (
    NO_MOVES,
    PhaseTerms,
    Prerequisite,
    StatedMove,
    changed_moves,
    moves_without_phase,
    place_in_cycle,
)
from socplanner.domain.role_steps import steps_of_role
from tests.support.small_plan import A1, A2, B2, CISO, IT, NOW, SOC, TARGET, small_plan, text

LATER = PhaseId("later")
PLAN = AddPhase(LATER, text("Later")).apply(small_plan())
BOTH = StatedMove(SOC, "Sato", "2027-04-01", "2027-09-30", (), 20, "risk", "planned", "note")


def with_moves(*edits: Edit) -> Plan:
    """Return the plan after `edits`."""
    plan = PLAN
    for edit in edits:
        plan = edit.apply(plan)
    return plan


def needs(role: RoleId, phase: PhaseId | None = None) -> StatedMove:
    """Return a move that needs another."""
    return StatedMove(prerequisites=(Prerequisite("role", role, phase),))


def test_a_move_is_set_replaced_and_cleared() -> None:
    plan = with_moves(SetMove(TARGET, A1, BOTH))
    assert plan.moves == {(TARGET, A1): BOTH}
    assert SetMove(TARGET, A1, BOTH).apply(plan) is plan
    assert SetMove(TARGET, A1, StatedMove()).apply(plan).moves is NO_MOVES
    assert SetMove(TARGET, A1, StatedMove()).apply(PLAN) is PLAN


def test_texts_are_cleaned() -> None:
    stated = StatedMove(
        owner_name=" Sato\nand Abe ",
        prerequisites=(Prerequisite("hiring", name=" Two\tanalysts "), Prerequisite("document")),
        effort=1.239,
        risk=" \n ",
        note="a\r\nb",
    )
    assert with_moves(SetMove(TARGET, A1, stated)).moves[TARGET, A1] == StatedMove(
        owner_name="Sato and Abe",
        prerequisites=(Prerequisite("hiring", name="Two analysts"), Prerequisite("document")),
        effort=1.24,
        note="a\nb",
    )


def test_a_prerequisite_in_the_same_phase_names_no_phase() -> None:
    plan = with_moves(SetMove(TARGET, A1, needs(A2, TARGET)))
    assert plan.moves[TARGET, A1] == needs(A2)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (SetMove(PhaseId("never"), A1, BOTH), "unknown-phase"),
        (SetMove(TARGET, RoleId("v2:Z-9"), BOTH), "unknown-role"),
        (SetMove(TARGET, A1, BOTH._replace(owner=PartyId("none"))), "unknown-party"),
        (SetMove(TARGET, A1, BOTH._replace(begins="2027-12-01")), "ends-too-early"),
        (SetMove(TARGET, A1, BOTH._replace(begins="soon")), "bad-day"),
        (SetMove(TARGET, A1, BOTH._replace(effort=-1)), "bad-amount"),
        (SetMove(TARGET, A1, BOTH._replace(risk="x" * 4001)), "text-too-long"),
        (SetMove(TARGET, A1, BOTH._replace(owner_name="x" * 201)), "name-too-long"),
        (SetMove(TARGET, A1, needs(RoleId("v2:Z-9"))), "unknown-role"),
        (SetMove(TARGET, A1, needs(A2, PhaseId("never"))), "unknown-phase"),
        (SetMove(TARGET, A1, needs(A2, LATER)), "needs-a-later-phase"),
        (SetMove(TARGET, A1, needs(A1)), "cycle-of-moves"),
        (
            SetMove(TARGET, A1, StatedMove(prerequisites=(Prerequisite("role"),))),
            "missing-key",
        ),
        (
            SetMove(TARGET, A1, StatedMove(prerequisites=(Prerequisite("hiring", A1),))),
            "only-of-a-role",
        ),
        (
            SetMove(
                TARGET, A1, StatedMove(prerequisites=(Prerequisite("hiring", until="2027-01-01"),))
            ),
            "only-of-a-contract",
        ),
        (
            SetMove(TARGET, A1, StatedMove(prerequisites=(Prerequisite("document"),) * 51)),
            "too-many-prerequisites",
        ),
        (SetPhaseTerms(PhaseId("never"), PhaseTerms()), "unknown-phase"),
        (SetPhaseTerms(NOW, PhaseTerms("2027-04-01", "2027-03-31")), "ends-too-early"),
        (SetPhaseTerms(NOW, PhaseTerms(approval_day="1 April")), "bad-day"),
    ],
)
def test_what_cannot_be_is_rejected(edit: Edit, code: str) -> None:
    with pytest.raises(EditRejected) as caught:
        edit.apply(PLAN)
    assert caught.value.problem.code == code


def test_a_long_cycle_is_rejected_and_the_plan_stays() -> None:
    plan = with_moves(
        SetMove(NOW, A1, needs(A2)),
        SetMove(NOW, A2, needs(B2)),
        SetMove(TARGET, A1, needs(A1, NOW)),
    )
    with pytest.raises(EditRejected) as caught:
        SetMove(NOW, B2, needs(A1)).apply(plan)
    assert caught.value.problem.code == "cycle-of-moves"
    SetMove(TARGET, B2, needs(A1)).apply(plan)


def test_thousands_of_moves_in_a_row_are_no_cycle() -> None:
    roles = [RoleId(f"own:{n}") for n in range(20_000)]
    chain = {(NOW, roles[n]): needs(roles[n + 1]) for n in range(len(roles) - 1)}
    assert place_in_cycle(chain) is None
    assert place_in_cycle({**chain, (NOW, roles[-1]): needs(roles[0])}) is not None


def test_terms_are_those_of_one_phase() -> None:
    terms = PhaseTerms("2027-04-01", "2028-03-31", " Board ", "2026-12-18", "26-014", "12 million")
    plan = with_moves(SetPhaseTerms(TARGET, terms))
    assert [each.terms for each in plan.phases] == [
        PhaseTerms(),
        terms._replace(approver="Board"),
        PhaseTerms(),
    ]
    assert SetPhaseTerms(TARGET, terms).apply(plan) is plan


def test_the_name_of_a_removed_owner_stays() -> None:
    named = ChangeParty(
        replace(_party(SOC), name=LocalText("監視センター", "Monitoring centre"))
    ).apply(PLAN)
    plan = SetMove(TARGET, A1, StatedMove(SOC)).apply(named)
    plan = SetMove(TARGET, A2, StatedMove(SOC, "Sato")).apply(plan)
    plan = SetMove(TARGET, B2, StatedMove(IT)).apply(plan)
    assert RemoveParty(SOC).apply(plan).moves == {
        (TARGET, A1): StatedMove(None, "監視センター/Monitoring centre"),
        (TARGET, A2): StatedMove(None, "Sato"),
        (TARGET, B2): StatedMove(IT),
    }
    assert RemoveParty(CISO).apply(plan).moves is plan.moves


def test_a_removed_role_has_no_move_and_is_needed_by_none() -> None:
    night = RoleId("own:NIGHT")
    plan = AddCustomRole("NIGHT", "A", text("Night")).apply(PLAN)
    plan = SetMove(TARGET, night, BOTH).apply(plan)
    plan = SetMove(TARGET, A1, BOTH._replace(prerequisites=needs(night).prerequisites)).apply(plan)
    plan = SetMove(TARGET, A2, needs(night)).apply(plan)
    assert RemoveCustomRole(night).apply(plan).moves == {(TARGET, A1): BOTH}


def test_the_moves_of_a_removed_phase_become_those_of_the_next() -> None:
    plan = with_moves(
        SetMove(TARGET, A1, BOTH),
        SetMove(TARGET, A2, needs(A1)),
        SetMove(LATER, A1, StatedMove(CISO, begins="2028-04-01", note="later")),
        SetMove(LATER, B2, needs(A1, TARGET)),
    )
    assert RemovePhase(TARGET).apply(plan).moves == {
        (LATER, A1): BOTH._replace(owner=CISO, begins="2028-04-01", ends="", note="later"),
        (LATER, A2): needs(A1),
        (LATER, B2): StatedMove(prerequisites=(Prerequisite("role", A1, LATER),)),
    }


def test_a_prerequisite_that_would_need_itself_is_removed_with_a_phase() -> None:
    plan = with_moves(SetMove(TARGET, A1, needs(A2)), SetMove(LATER, A2, needs(A1, TARGET)))
    after = RemovePhase(TARGET).apply(plan)
    assert place_in_cycle(after.moves) is None
    assert len(after.moves) == 1


def test_the_moves_of_the_last_phase_are_removed_with_it() -> None:
    plan = with_moves(SetMove(LATER, A1, BOTH), SetMove(TARGET, A1, BOTH))
    assert RemovePhase(LATER).apply(plan).moves == {(TARGET, A1): BOTH}
    assert moves_without_phase(plan.moves, (NOW, TARGET, LATER), NOW) is plan.moves


def test_a_move_changes_its_role_and_the_roles_that_need_it() -> None:
    plan = with_moves(SetMove(TARGET, A1, BOTH), SetMove(TARGET, A2, needs(A1)))
    after = SetMove(TARGET, A1, BOTH._replace(effort=3)).apply(plan)
    assert changed_moves(plan.moves, after.moves) == {A1, A2}
    assert changed_roles(plan, after, NOW) == {A1, A2}
    assert changed_moves(plan.moves, MappingProxyType(dict(plan.moves))) == frozenset()


def test_a_move_is_a_step_of_its_role() -> None:
    history = History.of(PLAN).perform(SetMove(TARGET, A1, BOTH))
    assert steps_of_role(history, A1) == (1,)
    assert steps_of_role(history, A2) == ()


def _party(party_id: PartyId) -> Party:
    result = PLAN.party(party_id)
    assert result is not None
    return result
