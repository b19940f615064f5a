"""Exercises: kept, removed, and what is refused."""

from dataclasses import replace

import pytest

from socplanner.domain.custom_role_edits import AddCustomRole, RemoveCustomRole
from socplanner.domain.exercise_edits import AddExercise, RemoveExercise
from socplanner.domain.exercise_inputs import Exercise, ExercisedStep
from socplanner.domain.flow_edits import AddFlow, RemoveFlow
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.limits import MOST_EXERCISES, MOST_SECONDS, MOST_STEPS
from socplanner.domain.local_text import LocalText
from socplanner.domain.names import LONGEST_TEXT
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.problem import EditRejected
from tests.support.flows import chain
from tests.support.small_plan import A1, A2, NOW, TARGET, small_plan, text

STEPS = (ExercisedStep("1", A1, 75, "late"), ExercisedStep("2", A2, 15))
NIGHT = Exercise("night", "2027-04-01", "flow", text("Flow"), NOW, "sun 03:00", "cold", STEPS)
PLAN = AddExercise(NIGHT).apply(AddFlow(chain(A1, A2)).apply(small_plan()))


def test_an_exercise_is_kept_with_its_texts_cleaned_and_its_time_added_up() -> None:
    steps = (ExercisedStep("1", A1, 60, "  one\r\ntwo\x00 "),)
    dirty = NIGHT._replace(id="other", note=" \n ", name=LocalText("流\n れ", "Flow"), steps=steps)
    _, kept = AddExercise(dirty).apply(PLAN).exercises
    assert (kept.note, kept.steps[0].note, kept.name) == (
        *("", "one\ntwo"),
        LocalText("流  れ", "Flow"),
    )
    assert NIGHT.seconds == 90


def test_an_exercise_stays_when_its_flow_goes() -> None:
    plan = RemoveFlow("flow").apply(PLAN)
    assert plan.exercises == (NIGHT,)
    assert AddExercise(NIGHT._replace(id="b", flow="gone")).apply(plan).exercises[1].flow == "gone"


def test_a_removed_phase_and_role_leave_the_exercise() -> None:
    other = RoleId("own:N")
    plan = AddCustomRole("N", "A", text("Night")).apply(PLAN)
    played = NIGHT._replace(id="b", phase=TARGET, steps=(*STEPS, ExercisedStep("n", other)))
    plan = AddExercise(played).apply(plan)
    for edit in (RemoveCustomRole(other), RemovePhase(TARGET)):
        plan = edit.apply(plan)
    assert plan.exercises == (NIGHT, played._replace(phase=None, steps=STEPS))


def test_removing_is_undone_and_done_again() -> None:
    history = History.of(PLAN).perform(RemoveExercise("night"))
    assert history.plan.exercises == ()
    assert history.undone().plan is PLAN
    assert history.undone().redone().plan.exercises == ()


ADDED = NIGHT._replace(id="b")
REFUSED: dict[str, tuple[Edit, str]] = {
    "two of one id": (AddExercise(NIGHT), "doubled-exercise"),
    "bad id": (AddExercise(NIGHT._replace(id="A b")), "bad-id"),
    "bad day": (AddExercise(ADDED._replace(day="1.4.2027")), "bad-day"),
    "no day": (AddExercise(ADDED._replace(day="")), "bad-day"),
    "bad moment": (AddExercise(ADDED._replace(moment="sun 25:00")), "unknown-value"),
    "unknown phase": (AddExercise(ADDED._replace(phase=PhaseId("x"))), "unknown-phase"),
    "unknown role": (
        AddExercise(ADDED._replace(steps=(ExercisedStep("1", RoleId("x:Z")),))),
        "unknown-role",
    ),
    "no name": (AddExercise(ADDED._replace(name=LocalText("", ""))), "empty-name"),
    "long note": (AddExercise(ADDED._replace(note="x" * (LONGEST_TEXT + 1))), "text-too-long"),
    "long note of a step": (
        AddExercise(ADDED._replace(steps=(STEPS[0]._replace(note="x" * (LONGEST_TEXT + 1)),))),
        "text-too-long",
    ),
    "negative time": (
        AddExercise(ADDED._replace(steps=(STEPS[0]._replace(seconds=-1),))),
        "bad-amount",
    ),
    "long time": (
        AddExercise(ADDED._replace(steps=(STEPS[0]._replace(seconds=MOST_SECONDS + 1),))),
        "bad-amount",
    ),
    "too many steps": (
        AddExercise(ADDED._replace(steps=STEPS[:1] * (MOST_STEPS + 1))),
        "too-many-steps",
    ),
    "unknown exercise": (RemoveExercise("x"), "unknown-exercise"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str) -> None:
    edit, code = REFUSED[name]
    with pytest.raises(EditRejected) as rejection:
        edit.apply(PLAN)
    assert rejection.value.problem.code == code


def test_a_plan_keeps_so_many_and_no_more() -> None:
    many = tuple(NIGHT._replace(id=f"e{number}") for number in range(MOST_EXERCISES))
    assert AddExercise(ADDED).apply(replace(PLAN, exercises=many[1:])).exercises[-1] == ADDED
    with pytest.raises(EditRejected) as rejection:
        AddExercise(ADDED).apply(replace(PLAN, exercises=many))
    assert rejection.value.problem.code == "too-many-exercises"
