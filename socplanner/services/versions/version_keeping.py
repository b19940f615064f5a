"""Keeping what is saved as an earlier version, and what was there before the first save.

What another program replaces while the plan is open is kept too.

A version that cannot be kept never makes a save fail: the first problem is reported once.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import OpenedPlan
from socplanner.services.plan_session import PlanSession
from socplanner.services.versions.version_store import VersionStore, keep_version


class VersionKeeping(QObject):
    """Follows the saves of a session."""

    def __init__(
        self,
        session: PlanSession,
        store: VersionStore,
        report: Callable[[FileProblem], object],
        parent: QObject | None = None,
    ) -> None:
        """Keep versions in `store`; `report` is called once if that is not possible."""
        super().__init__(parent)
        self._session = session
        self._store = store
        self._report = report
        self._has_reported = False
        self._kept: OpenedPlan | None = None
        session.saved.connect(self._on_saved)
        session.replaced.connect(self._on_replaced)

    def _on_saved(self) -> None:
        as_read, opened = self._session.as_read, self._session.opened
        if as_read is not None and as_read is not self._kept:
            self._kept = as_read
            self._keep(as_read, is_saved=False)
        if opened is not None:
            self._keep(opened, is_saved=True)

    def _on_replaced(self, opened: OpenedPlan) -> None:
        self._keep(opened, is_saved=False)

    def _keep(self, opened: OpenedPlan, *, is_saved: bool) -> None:
        try:
            keep_version(self._store, opened, is_saved=is_saved)
        except FileProblem as problem:
            if not self._has_reported:
                self._has_reported = True
                self._report(problem)
