"""What the checks cost after an edit, in milliseconds."""

import time

from socplanner.domain.catalogue import Area
from socplanner.domain.checks.run import check_phase
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document

BOUND = 5.0


def whole(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of checking every role of a phase."""
    return min(_timed_check(plan) for _ in range(rounds))


def after_an_edit(plan: Plan, rounds: int) -> float:
    """Return the milliseconds that keeping the findings true takes after one role moved."""
    document = Document(History.of(plan))
    phase, role = plan.phases[0].id, next(plan.roles()).id
    edits = [MoveRoles(phase, frozenset({role}), area) for area in (Area.UNPLACED, Area.I)]
    bare = min(_timed_edit(document, edits[turn % 2]) for turn in range(rounds))
    checking = Checking(document)
    from_scratch = min(_timed_edit(document, edits[turn % 2]) for turn in range(rounds))
    assert checking.all() is not None
    return max(0.0, from_scratch - bare)


def _timed_check(plan: Plan) -> float:
    begun = time.perf_counter()
    check_phase(plan, plan.phases[0].id)
    return (time.perf_counter() - begun) * 1000


def _timed_edit(document: Document, edit: MoveRoles) -> float:
    begun = time.perf_counter()
    document.perform(edit)
    return (time.perf_counter() - begun) * 1000
