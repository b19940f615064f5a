"""Edits of duties do what they say to the roles they name, and to nothing else."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import (
    ApplyPattern,
    ChangeSourcing,
    MoveRoles,
    SetAim,
    SetAimDay,
    SetCells,
    SetCoverage,
    SetNote,
    letter_toggle,
)
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.names import LONGEST_TEXT
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import Aim, Plan
from socplanner.domain.problem import EditRejected, Problem
from tests.support.small_plan import (
    A1,
    A2,
    A3,
    A4,
    CISO,
    IT,
    NOW,
    SOC,
    TARGET,
    letters_by_party,
    small_plan,
)

LOST_ROLE, LOST_PHASE = RoleId("x:Z-9"), PhaseId("nowhere")
ONE = frozenset({A1})


def _rejection(edit: Edit) -> Problem:
    with pytest.raises(EditRejected) as rejected:
        edit.apply(small_plan())
    return rejected.value.problem


def _others_as_before(before: Plan, after: Plan, *touched: RoleId) -> bool:
    old, new = duties(before, NOW), duties(after, NOW)
    return all(old[role] == new[role] for role in old if role not in touched)


def test_moving_roles_changes_their_area_and_nothing_else() -> None:
    plan = small_plan()
    moved = MoveRoles(NOW, frozenset({A1, A2}), Area.III).apply(plan)
    for role in (A1, A2):
        assert duty(moved, NOW, role) == replace(duty(plan, NOW, role), area=Area.III)
    assert _others_as_before(plan, moved, A1, A2)


def test_moving_roles_to_their_own_area_is_no_edit() -> None:
    plan = small_plan()
    assert MoveRoles(NOW, ONE, Area.I).apply(plan) is plan
    assert MoveRoles(NOW, frozenset(), Area.I).apply(plan) is plan


@pytest.mark.parametrize("sourcing", list(Sourcing))
def test_the_preview_of_a_sourcing_is_what_becomes_of_the_roles(sourcing: Sourcing) -> None:
    plan = small_plan()
    roles = frozenset({A1, A3, A4})
    edit = ChangeSourcing(NOW, roles, sourcing)
    preview = edit.preview(plan)
    after = edit.apply(plan)
    assert all(duty(after, NOW, role).sourcing is sourcing for role in roles)
    assert all(duty(after, NOW, each.role.id) == each.after for each in preview)
    assert _others_as_before(plan, after, *(each.role.id for each in preview))
    assert edit.apply(after) is after


@pytest.mark.parametrize("pattern", ["half", "all"])
def test_the_preview_of_a_pattern_is_what_becomes_of_the_plan(pattern: str) -> None:
    plan = small_plan(target=None)
    edit = ApplyPattern(NOW, pattern)
    preview = edit.preview(plan)
    after = edit.apply(plan)
    assert all(duty(after, NOW, each.role.id) == each.after for each in preview)
    assert _others_as_before(plan, after, *(each.role.id for each in preview))
    assert after.phases[0].pattern == pattern


def test_a_pattern_that_is_applied_already_is_no_edit() -> None:
    plan = small_plan()
    assert ApplyPattern(NOW, "half").preview(plan) == ()
    assert ApplyPattern(NOW, "half").apply(plan) is plan


def test_a_pattern_is_named_even_where_no_role_changes() -> None:
    plan = small_plan()
    unnamed = replace(plan, phases=(replace(plan.phases[0], pattern=None), *plan.phases[1:]))
    named = ApplyPattern(NOW, "half").apply(unnamed)
    assert named.phases[0].pattern == "half"
    assert named.phases[0].changes == plan.phases[0].changes


def test_letters_are_written_into_each_cell_named() -> None:
    plan = small_plan()
    cells = ((A1, CISO, BLANK), (A1, SOC, Cell("A/R")), (A2, IT, Cell("?")))
    after = SetCells(NOW, cells).apply(plan)
    assert letters_by_party(duty(after, NOW, A1)) == {"soc": "A/R", "it": "C", "cert": "I"}
    assert letters_by_party(duty(after, NOW, A2)) == letters_by_party(duty(plan, NOW, A2)) | {
        "it": "?"
    }
    assert _others_as_before(plan, after, A1, A2)
    assert SetCells(NOW, cells).apply(after) is after


def test_a_cell_written_twice_has_the_last_letters() -> None:
    plan = SetCells(NOW, ((A1, SOC, Cell("I")), (A1, SOC, Cell("C")))).apply(small_plan())
    assert duty(plan, NOW, A1).letters[SOC] == "C"


def test_letters_are_brought_into_one_order() -> None:
    plan = SetCells(NOW, ((A1, SOC, Cell("R/A/R")),)).apply(small_plan())
    assert duty(plan, NOW, A1).letters[SOC] == "A/R"


def test_clearing_a_cell_that_is_clear_is_no_edit() -> None:
    plan = small_plan()
    assert SetCells(TARGET, ((A1, PartyId("mss"), BLANK),)).apply(plan) is plan


def test_note_coverage_and_aim_are_written() -> None:
    plan = small_plan()
    after = SetNote(TARGET, ONE, "line\nline").apply(plan)
    after = SetCoverage(TARGET, ONE, "24x365").apply(after)
    after = SetAim(TARGET, ONE, "inhouse", "4").apply(after)
    after = SetAim(TARGET, ONE, "outsourced", "na").apply(after)
    after = SetAimDay(TARGET, ONE, " 2027-03-31 ").apply(after)
    written = duty(after, TARGET, A1)
    assert (written.note, written.coverage) == ("line\nline", "24x365")
    assert written.aim == Aim("4", "na", "2027-03-31")
    assert duties(after, NOW) == duties(plan, NOW)


@pytest.mark.parametrize(
    ("edit", "code", "text"),
    [
        (MoveRoles(NOW, frozenset({A1, LOST_ROLE}), Area.I), "unknown-role", LOST_ROLE),
        (MoveRoles(LOST_PHASE, ONE, Area.I), "unknown-phase", LOST_PHASE),
        (ChangeSourcing(NOW, frozenset({LOST_ROLE}), Sourcing.BOTH), "unknown-role", LOST_ROLE),
        (ChangeSourcing(LOST_PHASE, ONE, Sourcing.BOTH), "unknown-phase", LOST_PHASE),
        (ApplyPattern(LOST_PHASE, "half"), "unknown-phase", LOST_PHASE),
        (ApplyPattern(NOW, "lost"), "unknown-pattern", "lost"),
        (SetCells(NOW, ((LOST_ROLE, SOC, BLANK),)), "unknown-role", LOST_ROLE),
        (SetCells(NOW, ((A1, PartyId("lost"), BLANK),)), "unknown-party", "lost"),
        (SetCells(NOW, ((A1, SOC, Cell("R/X")),)), "unknown-letter", "X"),
        (SetNote(NOW, ONE, "x" * (LONGEST_TEXT + 1)), "text-too-long", LONGEST_TEXT),
        (SetCoverage(NOW, ONE, "x" * 201), "text-too-long", 200),
        (SetAim(NOW, frozenset({LOST_ROLE}), "inhouse", "1"), "unknown-role", LOST_ROLE),
        (SetAimDay(LOST_PHASE, ONE, ""), "unknown-phase", LOST_PHASE),
        (SetAimDay(NOW, ONE, "soon"), "bad-day", "soon"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(
    edit: Edit, code: str, text: object
) -> None:
    problem = _rejection(edit)
    assert problem.code == code
    assert text in problem.values.values()


def test_an_unknown_letter_is_answered_with_the_known_ones() -> None:
    problem = _rejection(SetCells(NOW, ((A1, SOC, Cell("X")),)))
    assert problem.values["choices"] == "R, A, C, I"


@pytest.mark.parametrize("text", ["", "x" * LONGEST_TEXT])
def test_a_note_may_be_empty_or_long(text: str) -> None:
    plan = SetNote(NOW, ONE, text).apply(small_plan())
    assert duty(plan, NOW, A1).note == text


def test_a_letter_is_added_where_it_is_missing_and_removed_where_all_have_it() -> None:
    plan = SetCells(NOW, ((A1, IT, Cell("C")), (A2, IT, Cell("?")), (A3, IT, BLANK))).apply(
        small_plan()
    )
    roles = (A1, A2, A3)
    added = letter_toggle(plan, NOW, roles, IT, "C")
    assert added == SetCells(NOW, ((A2, IT, Cell("C")), (A3, IT, Cell("C"))))
    removed = letter_toggle(added.apply(plan), NOW, roles, IT, "C")
    assert removed == SetCells(NOW, tuple((role, IT, BLANK) for role in roles))
    undecided = letter_toggle(plan, NOW, roles, IT, "?")
    assert undecided == SetCells(NOW, ((A1, IT, Cell("?")), (A3, IT, Cell("?"))))
