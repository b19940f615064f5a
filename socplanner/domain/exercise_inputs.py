"""Exercises: tabletop walks through a flow that were played, with what was noted at each step.

An exercise keeps the name of its flow and the roles of its steps: it stays readable when the flow
is changed or removed afterwards.
"""

from typing import NamedTuple

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LocalText


class ExercisedStep(NamedTuple):
    """A step of an exercise: its role, how many seconds it took, and a note."""

    step: str
    role: RoleId
    seconds: int = 0
    note: str = ""


class Exercise(NamedTuple):
    """One exercise of a day. `moment` is the hour that was played, such as `sun 03:00`.

    `phase` is None for one that was removed since.
    """

    id: str
    day: str
    flow: str
    name: LocalText
    phase: PhaseId | None = None
    moment: str = ""
    note: str = ""
    steps: tuple[ExercisedStep, ...] = ()

    @property
    def seconds(self) -> int:
        """How long the exercise took."""
        return sum(step.seconds for step in self.steps)


def exercises_without_role(exercises: tuple[Exercise, ...], role: RoleId) -> tuple[Exercise, ...]:
    """Return `exercises` without the steps of `role`."""
    if all(step.role != role for each in exercises for step in each.steps):
        return exercises
    return tuple(
        each._replace(steps=tuple(step for step in each.steps if step.role != role))
        for each in exercises
    )


def exercises_without_phase(
    exercises: tuple[Exercise, ...], phase: PhaseId
) -> tuple[Exercise, ...]:
    """Return `exercises` without `phase`; they stay."""
    if all(each.phase != phase for each in exercises):
        return exercises
    return tuple(each._replace(phase=None) if each.phase == phase else each for each in exercises)
