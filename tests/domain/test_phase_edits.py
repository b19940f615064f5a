"""Phases come, are renamed and go, and the others are as they were."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import ApplyPattern, MoveRoles, SetNote
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId
from socplanner.domain.limits import MOST_PHASES
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenameOrganisation, RenamePhase
from socplanner.domain.phases import duties
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.waivers import Waiver
from tests.support.small_plan import A1, A2, A3, NOW, TARGET, small_plan, text

LATER, LOST = PhaseId("later"), PhaseId("nowhere")


def _three_phases() -> Plan:
    """Return a plan whose phases differ in many ways."""
    plan = AddPhase(LATER, text("Later")).apply(small_plan())
    plan = MoveRoles(TARGET, frozenset({A1, A2}), Area.IV).apply(plan)
    plan = SetNote(TARGET, frozenset({A1}), "target").apply(plan)
    return SetNote(LATER, frozenset({A2, A3}), "later").apply(plan)


def _refusal(edit: Edit, plan: Plan | None = None) -> str:
    with pytest.raises(EditRejected) as rejected:
        edit.apply(plan or small_plan())
    return rejected.value.problem.code


def test_a_new_phase_begins_as_the_last_one_is() -> None:
    plan = small_plan()
    after = AddPhase(LATER, text("Later")).apply(plan)
    assert duties(after, LATER) == duties(plan, TARGET)
    assert after.phases[-1].pattern == "all"
    assert after.phases[-1].changes == {}
    assert after.phases[:-1] == plan.phases


@pytest.mark.parametrize("gone", [NOW, TARGET, LATER])
def test_removing_a_phase_leaves_the_others_as_they_were(gone: PhaseId) -> None:
    plan = _three_phases()
    after = RemovePhase(gone).apply(plan)
    kept = [phase for phase in plan.phases if phase.id != gone]
    assert [phase.id for phase in after.phases] == [phase.id for phase in kept]
    assert [phase.name for phase in after.phases] == [phase.name for phase in kept]
    assert [phase.pattern for phase in after.phases] == [phase.pattern for phase in kept]
    for phase in kept:
        assert duties(after, phase.id) == duties(plan, phase.id)


def test_the_phase_after_a_removed_one_states_no_more_than_necessary() -> None:
    plan = MoveRoles(LATER, frozenset({A1}), Area.I).apply(_three_phases())
    after = RemovePhase(TARGET).apply(plan)
    assert after.phases[1].changes[A1].area is None


def test_a_phase_gets_another_name_and_nothing_else() -> None:
    plan = small_plan()
    after = RenamePhase(TARGET, text("2030")).apply(plan)
    assert after.phases[1].name == text("2030")
    assert after.phases[1].changes is plan.phases[1].changes
    assert after.phases[0] is plan.phases[0]
    assert RenamePhase(TARGET, text("2030")).apply(after) is after


def test_the_organisation_gets_another_name() -> None:
    plan = small_plan()
    after = RenameOrganisation("髙島屋 𠮷").apply(plan)
    assert after.organisation == "髙島屋 𠮷"
    assert after.phases is plan.phases
    assert RenameOrganisation("Works").apply(plan) is plan


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (AddPhase(TARGET, text("Again")), "doubled-phase"),
        (AddPhase(PhaseId("Year 3"), text("Year 3")), "bad-id"),
        (AddPhase(LATER, LocalText("", "")), "empty-name"),
        (RenamePhase(LOST, text("Lost")), "unknown-phase"),
        (RenamePhase(NOW, text("x" * 201)), "name-too-long"),
        (RemovePhase(LOST), "unknown-phase"),
        (RenameOrganisation("\n"), "empty-name"),
        (RenameOrganisation("\x00"), "empty-name"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(edit: Edit, code: str) -> None:
    assert _refusal(edit) == code


def test_the_only_phase_stays() -> None:
    assert _refusal(RemovePhase(NOW), small_plan(target=None)) == "last-phase"


def test_a_new_phase_can_differ_from_the_last() -> None:
    plan = AddPhase(LATER, text("Later")).apply(small_plan())
    after = ApplyPattern(LATER, "half").apply(plan)
    assert duties(after, LATER) == duties(plan, NOW)
    assert duties(after, TARGET) == duties(plan, TARGET)


def test_a_marking_is_changed_with_the_name_and_a_bad_one_refused() -> None:
    plan = small_plan()
    marking = Marking(Tlp.AMBER, "Internal")
    after = RenameOrganisation(plan.organisation, marking).apply(plan)
    assert (after.organisation, after.marking) == (plan.organisation, marking)
    assert RenameOrganisation("Other").apply(after).marking == marking
    assert RenameOrganisation(plan.organisation, marking).apply(after) is after
    assert _refusal(RenameOrganisation("Works", Marking(None, "x" * 201))) == "name-too-long"


def test_a_plan_has_no_more_phases_than_can_be_opened_again() -> None:
    many = tuple(Phase(PhaseId(f"p{number}"), text("P")) for number in range(MOST_PHASES - 1))
    full = AddPhase(LATER, text("Later")).apply(replace(small_plan(), phases=many))
    assert len(full.phases) == MOST_PHASES
    with pytest.raises(EditRejected) as rejected:
        AddPhase(LOST, text("More")).apply(full)
    assert rejected.value.problem.code == "too-many-phases"
    assert rejected.value.problem.values == {"most": MOST_PHASES}


def test_waivers_go_with_the_phase_they_are_in() -> None:
    here, there = (Waiver("R01", phase, A1, None, "agreed") for phase in (NOW, TARGET))
    plan = replace(small_plan(), waivers=(here, there))
    assert RemovePhase(NOW).apply(plan).waivers == (there,)
    assert RemovePhase(TARGET).apply(plan).waivers == (here,)
    assert RemovePhase(LATER).apply(_three_phases()).waivers == ()
