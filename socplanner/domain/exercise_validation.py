"""What is wrong with an exercise: the rules of reader and edits."""

from collections.abc import Iterator

from socplanner.domain.exercise_inputs import Exercise
from socplanner.domain.ids import is_slug
from socplanner.domain.limits import MOST_SECONDS, MOST_STEPS
from socplanner.domain.problem import PathFault, Problem
from socplanner.domain.role_coverage import moment_of
from socplanner.domain.waivers import is_day


def exercise_faults(exercise: Exercise) -> Iterator[PathFault]:
    """Yield what is wrong with `exercise`; whether ids exist is not asked here."""
    if not is_slug(exercise.id):
        yield PathFault(("id",), Problem("bad-id", {"id": exercise.id}))
    if not is_day(exercise.day):
        yield PathFault(("date",), Problem("bad-day", {"day": exercise.day}))
    if exercise.moment and moment_of(exercise.moment) is None:
        yield PathFault(("moment",), Problem("unknown-value", {"value": exercise.moment}))
    if len(exercise.steps) > MOST_STEPS:
        values = {"number": len(exercise.steps), "most": MOST_STEPS}
        yield PathFault(("steps",), Problem("too-many-steps", values))
    for place, step in enumerate(exercise.steps):
        if not 0 <= step.seconds <= MOST_SECONDS:
            values = {"value": step.seconds, "least": 0, "most": MOST_SECONDS}
            yield PathFault(("steps", place, "seconds"), Problem("bad-amount", values))
