"""Saving a plan that a command changed: not while it is open elsewhere, and kept as a version."""

import contextlib

from socplanner.domain.plan import Plan
from socplanner.services import paths
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import OpenedPlan, save_plan
from socplanner.services.use_mark import PlanUse, in_use, mark_use, user_name


def save_changed(plan: Plan, opened: OpenedPlan) -> None:
    """Write `plan` over the file that was `opened`.

    Raise FileProblem, with the file unchanged, where it is open elsewhere, was changed meanwhile,
    or cannot be written.
    """
    mark = mark_use(opened.path, user_name())
    if isinstance(mark, PlanUse):
        raise in_use(opened.path, mark)
    try:
        saved = save_plan(plan, opened.path, opened)
    finally:
        if mark is not None:
            mark.release()
    _keep_versions(opened, saved)


def _keep_versions(opened: OpenedPlan, saved: OpenedPlan) -> None:
    """Keep what was in the file before, and what is in it now; that never fails a command."""
    from socplanner.services.versions.version_store import VersionStore, keep_version

    store = VersionStore(paths.versions_folder())
    with contextlib.suppress(FileProblem):
        keep_version(store, opened, is_saved=False)
        keep_version(store, saved, is_saved=True)
