"""Exercises in a plan file: read, written, kept, and refused with line and remedy."""

from pathlib import Path

import pytest

from socplanner.domain.exercise_edits import AddExercise, RemoveExercise
from socplanner.domain.exercise_inputs import Exercise, ExercisedStep
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LANGUAGES, LocalText
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from socplanner.wording import errors

PLACE = Path(__file__).parents[2] / "golden" / "plans" / "exercises.socplan"
TEXT = PLACE.read_text("utf-8")
OPENED = loads(TEXT.encode(), catalogue_of)
PLAN = OPENED.plan
G6, B1 = RoleId("v2:G-6"), RoleId("v2:B-1")
SPRING = Exercise(
    *("spring", "2027-04-01", "alert-triage", LocalText("アラートのトリアージ", "Alert triage")),
    *(PhaseId("now"), "sun 03:00", "Two came late.\nThe list was old.\n"),
    (ExercisedStep("1", G6, 75), ExercisedStep("2", B1, 0, "no answer")),
)
AUTUMN = Exercise(
    "autumn", "2027-10-01", "gone", LocalText.same("A flow that the plan has no more")
)


def test_what_the_file_has_also_of_a_flow_that_is_gone() -> None:
    assert PLAN.exercises == (SPRING, AUTUMN)


def test_an_unedited_plan_keeps_its_bytes() -> None:
    assert dumps(PLAN, OPENED) == TEXT.encode()
    assert loads(dumps(PLAN), catalogue_of).plan == PLAN
    after = RenameOrganisation("Other").apply(PLAN)
    assert dumps(after, OPENED).decode() == TEXT.replace("Works", "Other")


def test_another_exercise_is_written_below_and_changes_no_other_line() -> None:
    played = Exercise(
        *("b", "2028-01-01", "alert-triage", LocalText.same("Triage"), PhaseId("now")),
        *("mon 10:00", "", (ExercisedStep("1", G6, 5, "one\ntwo"),)),
    )
    after = AddExercise(played).apply(PLAN)
    written = dumps(after, OPENED).decode()
    assert loads(written.encode(), catalogue_of).plan == after
    added = """\
  - id: b
    date: '2028-01-01'
    flow: alert-triage
    name: Triage
    phase: now
    moment: mon 10:00
    steps:
      - step: '1'
        role: v2:G-6
        seconds: 5
"""
    assert added in written
    assert [line for line in TEXT.splitlines() if line not in written.splitlines()] == []


def test_a_removed_exercise_leaves_the_file_and_the_last_one_its_section() -> None:
    after = RemoveExercise("autumn").apply(PLAN)
    start, end = TEXT.index("  - id: autumn"), TEXT.index("# end")
    assert dumps(after, OPENED).decode() == TEXT[:start] + TEXT[end:]
    alone = dumps(RemoveExercise("spring").apply(after), OPENED).decode()
    assert "exercises" not in alone
    assert loads(alone.encode(), catalogue_of).plan.exercises == ()


BAD = {
    "day": ("date: 2027-04-01", "date: 1.4.2027", "bad-day", "2026-12-31"),
    "moment": ("moment: sun 03:00", "moment: sun 25:00", "unknown-value", "sun 25:00"),
    "phase": ("phase: now", "phase: nwo", "unknown-phase-in-file", "now"),
    "role": ("role: v2:G-6", "role: v2:G-66", "unknown-role-in-file", "v2:G-6"),
    "seconds": ("seconds: 75", "seconds: soon", "not-a-number", "soon"),
    "too many seconds": ("seconds: 75", "seconds: 99999999", "not-a-number", "1000000"),
    "two of one id": ("- id: autumn", "- id: spring", "doubled-exercise", "spring"),
    "id": ("- id: autumn", "- id: In Autumn", "bad-id", "In Autumn"),
    "no flow": ("    flow: gone\n", "", "missing-key", "flow"),
    "unknown key": ("moment:", "momment:", "unknown-key", "moment"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_exercises_are_refused_with_their_line_and_a_remedy(name: str) -> None:
    good, bad, code, remedy = BAD[name]
    assert good in TEXT
    with pytest.raises(FormatError) as refusal:
        loads(TEXT.replace(good, bad, 1).encode(), catalogue_of)
    assert refusal.value.problem.code == code
    assert refusal.value.line is not None
    if bad:
        line = TEXT[: TEXT.index(good)].count("\n") + 1
        assert refusal.value.line == line
    for language in LANGUAGES:
        assert remedy in errors.message(refusal.value.problem, words_for(language))
