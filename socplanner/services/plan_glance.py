"""A plan at a glance, for the list of recent ones: read from its file without opening it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.run import check_phase
from socplanner.domain.phases import duties
from socplanner.services.file_problem import FileProblem
from socplanner.services.local_time import local_time
from socplanner.services.plan_files import open_plan

MOST_BYTES = 4_000_000
"""Larger files are listed by name only: reading one would be felt."""


@dataclass(frozen=True, slots=True)
class PlanGlance:
    """What is shown of a plan; without an organisation only the file is known.

    Counts are of the first phase. `problem` is the code of the reason why it cannot be opened.
    """

    path: Path
    organisation: str = ""
    sourcings: Counter[Sourcing] = field(default_factory=Counter)
    findings: Counter[Severity] = field(default_factory=Counter)
    changed: datetime | None = None
    problem: str = ""


def glance_at(path: Path) -> PlanGlance:
    """Return what is known of the plan in `path`; a file that cannot be read is no error."""
    try:
        state = path.stat()
    except OSError:
        return PlanGlance(path, problem="file-missing")
    changed = local_time(state.st_mtime)
    if state.st_size > MOST_BYTES:
        return PlanGlance(path, changed=changed)
    try:
        plan = open_plan(path).plan
    except FileProblem as problem:
        return PlanGlance(path, changed=changed, problem=problem.code)
    phase = plan.phases[0].id
    return PlanGlance(
        path,
        plan.organisation,
        Counter(duty.sourcing for duty in duties(plan, phase).values()),
        Counter(finding.severity for finding in check_phase(plan, phase)),
        changed,
    )
