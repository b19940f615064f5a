"""Edits of exercises: keep one that was played, and remove one."""

from dataclasses import dataclass, replace

from socplanner.domain.exercise_inputs import Exercise
from socplanner.domain.exercise_validation import exercise_faults
from socplanner.domain.limits import MOST_EXERCISES
from socplanner.domain.names import LONGEST_TEXT, clean_text, validated_name
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected


@dataclass(frozen=True, slots=True)
class AddExercise:
    """Keep an exercise that was played."""

    exercise: Exercise

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the exercise; raise EditRejected if it is not valid."""
        exercise = _clean(self.exercise)
        if any(each.id == exercise.id for each in plan.exercises):
            raise EditRejected("doubled-exercise", exercise=exercise.id)
        if len(plan.exercises) >= MOST_EXERCISES:
            raise EditRejected("too-many-exercises", most=MOST_EXERCISES)
        for fault in exercise_faults(exercise):
            raise EditRejected(fault.problem.code, **fault.problem.values)
        if exercise.phase is not None and plan.phase(exercise.phase) is None:
            raise EditRejected("unknown-phase", phase=exercise.phase)
        for step in exercise.steps:
            if plan.role(step.role) is None:
                raise EditRejected("unknown-role", role=step.role)
        return replace(plan, exercises=(*plan.exercises, exercise))


@dataclass(frozen=True, slots=True)
class RemoveExercise:
    """Remove an exercise."""

    exercise: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the exercise; raise EditRejected if it is unknown."""
        kept = tuple(each for each in plan.exercises if each.id != self.exercise)
        if len(kept) == len(plan.exercises):
            raise EditRejected("unknown-exercise", exercise=self.exercise)
        return replace(plan, exercises=kept)


def _clean(exercise: Exercise) -> Exercise:
    return exercise._replace(
        name=validated_name(exercise.name),
        note=_text(exercise.note),
        steps=tuple(step._replace(note=_text(step.note)) for step in exercise.steps),
    )


def _text(text: str) -> str:
    clean = clean_text(text).strip()
    if len(clean) > LONGEST_TEXT:
        raise EditRejected("text-too-long", length=len(clean), longest=LONGEST_TEXT)
    return clean
