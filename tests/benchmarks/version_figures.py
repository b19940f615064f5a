"""What versions of a plan need to be compared and merged, in milliseconds."""

import time
from collections.abc import Callable

from socplanner.domain.duty_edits import SetNote
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.services.plan_differences import plan_differences
from socplanner.services.plan_merging import merged_plans

BOUND = 100.0
BIG_BOUND = 1000.0


def compared(plan: Plan, rounds: int) -> float:
    """Return the milliseconds from two versions to the sentences of what differs."""
    ours, theirs = _versions(plan)
    words = words_for("en")
    return min(_timed(lambda: plan_differences(ours, theirs).groups(words)) for _ in range(rounds))


def merged(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of a merge, the reading of its result included."""
    ours, theirs = _versions(plan)
    return min(_timed(lambda: merged_plans(plan, ours, theirs)) for _ in range(rounds))


def _versions(plan: Plan) -> tuple[Plan, Plan]:
    """Return two versions of `plan`, each with a note at a role of its own."""
    phase, roles = plan.phases[0].id, [role.id for role in plan.roles()]
    ours, theirs = (
        SetNote(phase, frozenset({role}), f"Note {role}.").apply(plan) for role in roles[:2]
    )
    return ours, theirs


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
