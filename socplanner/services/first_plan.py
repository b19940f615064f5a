"""The plan that the window opens with, read before Qt is loaded."""

from pathlib import Path
from typing import NamedTuple

from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import OpenedPlan, open_plan


class FirstPlan(NamedTuple):
    """The plan opened at the start, or None, and the problem if it could not be opened."""

    opened: OpenedPlan | None = None
    problem: FileProblem | None = None


def first_plan(path: Path | None) -> FirstPlan:
    """Return the plan in `path`, or the problem of opening it; neither for None."""
    if path is None:
        return FirstPlan()
    try:
        return FirstPlan(open_plan(path.absolute()))
    except FileProblem as problem:
        return FirstPlan(problem=problem)
