"""The section `exercises`: tabletop walks that were played."""

from typing import Any

from socplanner.domain.exercise_inputs import Exercise
from socplanner.domain.limits import MOST_EXERCISES, MOST_SECONDS, MOST_STEPS
from socplanner.domain.names import LONGEST_TEXT, TEXT_PATTERN
from socplanner.domain.plan import Plan
from socplanner.formats.plan.sections.local_written import local_written
from socplanner.formats.plan.sections.section import References, Section
from socplanner.formats.plan.shapes import ListOf, LocalName, Number, Record, Text
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_NOTE = Text("", TEXT_PATTERN, LONGEST_TEXT)
EXERCISED_STEP = Record(
    {
        "step": Text(N_("The id of the step in its flow.")),
        "role": Text(N_("The id of a role, such as v2:B-1.")),
        "seconds": Number(MOST_SECONDS, N_("How long the step took.")),
        "note": _NOTE,
    },
    ("step", "role"),
    N_("What happened at one step."),
)
EXERCISE = Record(
    {
        "id": Text(),
        "date": Text(N_("The day of the exercise, such as 2027-04-01.")),
        "flow": Text(N_("The id of the flow.")),
        "name": LocalName(),
        "phase": Text(N_("The phase that was played.")),
        "moment": Text(N_("The hour that was played, such as sun 03:00.")),
        "note": _NOTE,
        "steps": ListOf(EXERCISED_STEP, "", MOST_STEPS),
    },
    ("id", "date", "flow", "name"),
    N_("A tabletop exercise that was played."),
)


def _read(tree: Tree, references: References) -> tuple[Exercise, ...]:
    """Return the exercises; raise FormatError with the path of what is wrong."""
    if not tree:
        return ()
    from socplanner.formats.plan.sections.exercise_reading import exercises_in  # few plans

    return exercises_in(tree, references)


def _written(plan: Plan) -> list[dict[str, Any]] | None:
    return [_written_exercise(each) for each in plan.exercises] or None


def _written_exercise(exercise: Exercise) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": exercise.id,
        "date": exercise.day,
        "flow": exercise.flow,
        "name": local_written(exercise.name),
        "phase": exercise.phase or "",
        "moment": exercise.moment,
        "note": exercise.note,
        "steps": [
            {
                key: value
                for key, value in {
                    "step": step.step,
                    "role": step.role,
                    "seconds": str(step.seconds) if step.seconds else "",
                    "note": step.note,
                }.items()
                if value
            }
            for step in exercise.steps
        ],
    }
    return {key: value for key, value in entry.items() if value}


EXERCISES_SECTION = Section(
    "exercises", "exercises", ListOf(EXERCISE, "", MOST_EXERCISES), _read, _written
)
