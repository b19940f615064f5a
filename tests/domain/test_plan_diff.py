"""A difference names every field that differs, and every role whose duty does."""

from dataclasses import fields, replace

import pytest

from socplanner.domain.assessment import Assessment
from socplanner.domain.catalogue import Area
from socplanner.domain.cost_inputs import CostInputs
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.exercise_inputs import Exercise
from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, Receiver
from socplanner.domain.history import Edit
from socplanner.domain.ids import AssessmentId, PhaseId, RoleId
from socplanner.domain.lesson_inputs import LessonEntry
from socplanner.domain.letters import LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Marking
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenamePhase
from socplanner.domain.phases import duty
from socplanner.domain.plan import CustomRoles, Plan
from socplanner.domain.plan_diff import plan_diff
from socplanner.domain.road_map_inputs import StatedMove
from socplanner.domain.sharing_inputs import Agreement, ReportingDuty
from socplanner.domain.staffing_inputs import Staffing
from socplanner.domain.tender_inputs import Bid, ProviderTender
from socplanner.domain.work_calendar import WorkCalendar
from tests.support.letter_sets import CUSTOM_SET
from tests.support.small_plan import A1, MSS, NOW, TARGET, small_catalogue, small_plan

PLAN = small_plan()
OTHER_VALUES: dict[str, object] = {
    "id": "another",
    "organisation": "Another",
    "catalogue": small_catalogue(),
    "letter_set": CUSTOM_SET,
    "parties": PLAN.parties[1:],
    "phases": PLAN.phases[:1],
    "custom_roles": CustomRoles(),
    "marking": Marking(None, "Secret"),
    "thresholds": {},
    "waivers": (),
    "custom_sets": (CUSTOM_SET,),
    "staffing": Staffing({"leave": 18}),
    "assessments": (Assessment(AssessmentId("a")),),
    "moves": {(TARGET, A1): StatedMove(effort=2)},
    "cost": CostInputs("JPY"),
    "calendar": WorkCalendar("JP"),
    "weights": {"B": 2},
    "counterparts": (Counterpart("ppc", "authority", LocalText.same("PPC")),),
    "flows": (BusinessFlow("alert", LocalText.same("Alert")),),
    "exercises": (Exercise("e", "2027-04-01", "alert", LocalText.same("Alert")),),
    "sharing": (Agreement(Receiver("party", "mss")),),
    "reporting": (ReportingDuty("r", Receiver("party", "mss"), LocalText.same("Report")),),
    "lessons": {"FI2": LessonEntry(comment="x")},
    "tenders": {MSS: ProviderTender(bids=(Bid("acme", "ACME"),))},
    "conflicts": (MergeConflict("/organisation", '"A"', '"B"'),),
}


def test_every_field_of_a_plan_is_tried_here() -> None:
    assert [field.name for field in fields(Plan)] == list(OTHER_VALUES)


@pytest.mark.parametrize("name", OTHER_VALUES)
def test_a_field_that_differs_is_named(name: str) -> None:
    before = replace(PLAN, waivers=list(PLAN.waivers))  # type: ignore[arg-type]
    after = replace(before, **{name: OTHER_VALUES[name]})  # type: ignore[arg-type]
    diff = plan_diff(before, after)
    assert diff.fields == {name}
    assert diff.changes_roles is (name in {"catalogue", "custom_roles"})
    assert diff.changes_parties is (name == "parties")
    assert diff.changes_letters is (name == "letter_set")
    assert diff.changes_phase_list is (name == "phases")


def test_nothing_differs_between_a_plan_and_itself() -> None:
    diff = plan_diff(PLAN, PLAN)
    assert diff.fields == frozenset()
    assert not any(diff.roles.values())
    assert not diff.changes_phase_list


def test_a_role_that_moves_differs_in_its_phase_and_those_after_it() -> None:
    after = MoveRoles(NOW, frozenset({A1}), Area.IV).apply(PLAN)
    diff = plan_diff(PLAN, after)
    assert diff.fields == {"phases"}
    assert not diff.changes_phase_list
    assert diff.roles_in(NOW) == {A1}
    assert A1 in diff.roles_in(TARGET) or duty(after, TARGET, A1) == duty(PLAN, TARGET, A1)


def test_a_role_that_moves_later_does_not_differ_now() -> None:
    diff = plan_diff(PLAN, MoveRoles(TARGET, frozenset({A1}), Area.IV).apply(PLAN))
    assert diff.roles_in(NOW) == frozenset[RoleId]()
    assert diff.roles_in(TARGET) == {A1}


NAME = LocalText("後", "Later")


@pytest.mark.parametrize(
    "edit",
    [AddPhase(PhaseId("later"), NAME), RemovePhase(TARGET), RenamePhase(TARGET, NAME)],
    ids=repr,
)
def test_the_list_of_phases_differs_where_one_is_added_removed_or_renamed(edit: Edit) -> None:
    diff = plan_diff(PLAN, edit.apply(PLAN))
    assert diff.changes_phase_list


def test_a_phase_that_is_gone_has_no_roles_and_a_new_one_has_all() -> None:
    removed = plan_diff(PLAN, RemovePhase(TARGET).apply(PLAN))
    assert not removed.has_phase(TARGET)
    assert removed.roles_in(TARGET) == frozenset()
    added = plan_diff(removed.after, PLAN)
    assert added.has_phase(TARGET)
    assert added.roles_in(TARGET) == {role.id for role in PLAN.roles()}


def test_letters_of_the_same_symbols_in_other_words_are_other_letters() -> None:
    letters = PLAN.letter_set
    renamed = replace(
        PLAN, letter_set=LetterSet(letters.id, LocalText("別", "Other"), letters.letters)
    )
    assert plan_diff(PLAN, renamed).changes_letters
