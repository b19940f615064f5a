"""The maturity of one role: its score, its aim, and the questions that are not answered."""

from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.assessment import (
    NO_SCORES,
    SIDES,
    Assessment,
    RoleScores,
    Score,
    Side,
)
from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.ids import PhaseId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Duty, Plan

UNKNOWN_COUNTS_AS = 1
"""The score of a side that is not answered."""

_SIDES_OF: Mapping[Sourcing, tuple[Side, ...]] = {
    Sourcing.INSOURCE: ("inhouse",),
    Sourcing.OUTSOURCE: ("outsourced",),
    Sourcing.BOTH: SIDES,
    Sourcing.NOT_CARRIED_OUT: (),
}


class RoleMaturity(NamedTuple):
    """The maturity of `role` in a phase, by the scores of an assessment.

    `score` is None where the role does not count; `aim` where none is set, or it does not count.
    `unanswered` are the sides without an answer. `until` is the day of the aim, or empty.
    """

    role: Role
    duty: Duty
    scores: RoleScores
    score: int | None
    aim: int | None
    unanswered: tuple[Side, ...] = ()
    until: str = ""

    @property
    def counts(self) -> bool:
        """Whether the role is among those of which means are made."""
        return self.score is not None

    @property
    def gap(self) -> int:
        """How far the score is below the aim; 0 where it is not, or there is no aim."""
        if self.score is None or self.aim is None:
            return 0
        return max(0, self.aim - self.score)


def points_of(score: Score | None) -> int | None:
    """Return 1 to 5; None for `na`; and 1 for `unknown` or no answer."""
    if score == "na":
        return None
    return UNKNOWN_COUNTS_AS if score in (None, "unknown") else int(score)


def is_answer(score: Score | None) -> bool:
    """Return whether `score` answers the question of its side."""
    return score not in (None, "unknown")


def sides_of(sourcing: Sourcing, scores: RoleScores = NO_SCORES) -> tuple[Side, ...]:
    """Return the sides that count for `sourcing`.

    While it is undecided they are those that are scored, and in-house where none is.
    """
    sides = _SIDES_OF.get(sourcing)
    if sides is not None:
        return sides
    return tuple(side for side in SIDES if scores.of(side).score is not None) or ("inhouse",)


def score_of(sourcing: Sourcing, scores: RoleScores) -> int | None:
    """Return the higher score of the sides that count for `sourcing`, None where all are `na`.

    A role that is not performed has 1: it counts once a later phase performs it.
    """
    sides = sides_of(sourcing, scores)
    if not sides:
        return UNKNOWN_COUNTS_AS
    points = [points_of(scores.of(side).score) for side in sides]
    return max((each for each in points if each is not None), default=None)


def aim_of(duty: Duty) -> int | None:
    """Return the higher aim of the sides that count for the sourcing of `duty`, or None."""
    sides = SIDES if duty.sourcing is Sourcing.UNDECIDED else sides_of(duty.sourcing)
    aims = [int(aim) for side in sides if (aim := duty.aim.of(side)) not in (None, "na", "unknown")]
    return max(aims, default=None)


def maturity_of(role: Role, present: Duty, duty: Duty, scores: RoleScores) -> RoleMaturity:
    """Return the maturity of `role`; `present` is its duty now, `duty` the one in view."""
    score = score_of(present.sourcing, scores)
    if duty.sourcing is Sourcing.NOT_CARRIED_OUT or score is None:
        return RoleMaturity(role, duty, scores, None, None)
    unanswered = tuple(
        side for side in sides_of(present.sourcing, scores) if not is_answer(scores.of(side).score)
    )
    return RoleMaturity(role, duty, scores, score, aim_of(duty), unanswered, duty.aim.until or "")


def role_maturities(
    plan: Plan, phase: PhaseId, assessment: Assessment | None
) -> tuple[RoleMaturity, ...]:
    """Return the maturity of every role in `phase`, in the order of the plan.

    Without an assessment every question is unanswered. Raise KeyError for an unknown phase.
    """
    by_role = duties(plan, phase)
    first = plan.phases[0].id
    present = by_role if phase == first else duties(plan, first)
    scores = {} if assessment is None else assessment.scores
    return tuple(
        maturity_of(role, present[role.id], by_role[role.id], scores.get(role.id, NO_SCORES))
        for role in plan.roles()
    )
