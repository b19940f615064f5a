"""What the journal adds to a gesture, and how long an edit takes until it is on disk."""

import tempfile
import time
from pathlib import Path
from statistics import median

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.history import History
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.plan_session import PlanSession
from socplanner.services.recovery.journaling import Journaling
from tests.benchmarks.matrix_letter import made_application

BOUND = 1.0
"""Milliseconds that the journal may add to a gesture."""

ON_DISK_BOUND, BIG_ON_DISK_BOUND = 1_000.0, 2_000.0
"""Milliseconds from an edit until its plan is on disk: 54 roles, and 5,000 by 50."""

_AREAS = (Area.I, Area.II, Area.III, Area.IV)
_PAUSE = 0.02
"""Seconds between two gestures: some of them meet the thread while it writes."""


def added(plan: Plan, rounds: int) -> float:
    """Return the milliseconds that a journal adds to an edit of `plan`, the one in the middle.

    Each edit is made in a document with a journal and in one without, in turn, while the thread of
    the journal writes what it can.
    """
    application = made_application()
    with tempfile.TemporaryDirectory() as folder:
        bare, document = Document(History.of(plan)), Document(History.of(plan))
        journaling = Journaling(document, PlanSession(document), Path(folder))
        differences = []
        for number in range(rounds * 10):
            with_journal, without = _seconds(document, number), _seconds(bare, number)
            differences.append(with_journal - without)
            until = time.perf_counter() + _PAUSE
            while time.perf_counter() < until:
                application.processEvents()
        journaling.end(is_wanted=False)
    return median(differences) * 1000


def on_disk(plan: Plan, rounds: int) -> float:
    """Return the most milliseconds from an edit of `plan` until its state is on disk."""
    application = made_application()
    times = []
    with tempfile.TemporaryDirectory() as folder:
        document = Document(History.of(plan))
        journaling = Journaling(document, PlanSession(document), Path(folder))
        for number in range(max(rounds // 2, 3)):
            begun = time.perf_counter()
            _seconds(document, number)
            while not journaling.is_up_to_date:
                application.processEvents()
                time.sleep(0.001)
            times.append(time.perf_counter() - begun)
        journaling.end(is_wanted=False)
    return max(times) * 1000


def _seconds(document: Document, number: int) -> float:
    """Return the seconds of a move of one role, which differs from the one before."""
    plan = document.plan
    roles = [role.id for role in plan.roles()]
    area = _AREAS[number % len(_AREAS)]
    edit = MoveRoles(plan.phases[0].id, frozenset({roles[number % len(roles)]}), area)
    begun = time.perf_counter()
    document.perform(edit)
    return time.perf_counter() - begun
