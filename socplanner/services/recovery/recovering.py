"""From a journal to a plan, with the content of its file as it was when the work began."""

from pathlib import Path
from typing import NamedTuple

from socplanner.domain.plan import Plan
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.plan_files import OpenedPlan, opened_from
from socplanner.services.recovery.leftovers import RecoverableWork


class RecoveredPlan(NamedTuple):
    """A plan that was not saved; `opened` is its file as it was before, None if it has none."""

    plan: Plan
    opened: OpenedPlan | None = None


def recovered_plan(work: RecoverableWork) -> RecoveredPlan:
    """Return the plan of `work`, read as a plan file is; raise FileProblem if it cannot be."""
    try:
        text = work.journal.parts.text()
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
        raise refused(work.place, "journal-damaged") from None
    try:
        plan = loads(text.encode(errors="replace"), catalogue_of).plan
    except FormatError as error:
        raise FileProblem(work.place, error.problem) from None
    return RecoveredPlan(plan, _opened_before(work))


def _opened_before(work: RecoverableWork) -> OpenedPlan | None:
    """Return the file of `work` as it was; None where it has none, or nothing can be read of it.

    Without it, saving to the file asks whether it may be replaced.
    """
    origin = work.journal.origin
    if not origin.path or origin.content is None:
        return None
    for mending in (False, True):
        try:
            return opened_from(Path(origin.path), origin.content, mending=mending)
        except FileProblem:
            continue
    return None
