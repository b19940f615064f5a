"""The mark of the plan that this window has open: it follows the file of the session.

It is made when a plan is opened or saved, for which the planner waits anyway. It is renewed, tried
again and removed in a thread: a share that does not answer delays no gesture, and no end.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from socplanner.services.file_thread import FileThread
from socplanner.services.plan_session import PlanSession
from socplanner.services.use_mark import PlanUse, UseMark, mark_use

_RENEWED = 60_000
"""Milliseconds between renewals of the mark."""

_LONGEST_RELEASE = 1.0
"""Seconds that a plan waits for the removal of the mark of the one before."""


class UseMarks(QObject):
    """Marks the file of `session` as open, unless it was opened read-only."""

    _marked = Signal(object, object)

    def __init__(self, session: PlanSession, owner: str, parent: QObject | None = None) -> None:
        """Mark plans as open by `owner`."""
        super().__init__(parent)
        self._session = session
        self._owner = owner
        self._path: Path | None = None
        self._mark: UseMark | None = None
        self._thread = FileThread("use-mark")
        self.first_use: PlanUse | None = None
        """Who had the first plan open already when this began."""

        self._timer = QTimer(self)
        self._timer.setInterval(_RENEWED)
        self._timer.timeout.connect(self.renew)
        self._timer.start()
        self._marked.connect(self._on_marked, Qt.ConnectionType.QueuedConnection)
        session.path_changed.connect(self._follow)
        first = self._try_mark(is_anyway=False)
        self.first_use = first if isinstance(first, PlanUse) else None

    def renew(self) -> None:
        """Renew the mark; make it where another window, which was first, was closed meanwhile."""
        path = self._session.path
        if self._mark is not None:
            self._thread.submit("renew", self._mark.renew)
        elif path is not None and not self._session.is_read_only:
            self._thread.submit("mark", partial(self._mark_again, path))

    def end(self) -> None:
        """Remove the mark."""
        self._timer.stop()
        self._release()
        self._thread.end()

    def _follow(self) -> None:
        if self._session.path != self._path or self._session.is_read_only:
            self._release()
            self._try_mark(is_anyway=True)

    def _release(self) -> None:
        if self._mark is not None:
            self._thread.submit("release", self._mark.release)
            self._thread.wait(_LONGEST_RELEASE)
            self._mark = None

    def _try_mark(self, *, is_anyway: bool) -> UseMark | PlanUse | None:
        self._path = self._session.path
        if self._path is None or self._session.is_read_only:
            return None
        mark = mark_use(self._path, self._owner, is_anyway=is_anyway)
        if isinstance(mark, UseMark):
            self._mark = mark
        return mark

    def _mark_again(self, path: Path) -> None:
        """Mark `path`, in the thread."""
        mark = mark_use(path, self._owner)
        if isinstance(mark, UseMark):
            if self._thread.has_ended:
                mark.release()
            else:
                self._marked.emit(path, mark)

    def _on_marked(self, path: Path, mark: UseMark) -> None:
        """Keep a mark that was made in the thread, if the plan is still the same."""
        is_same = path == self._session.path and not self._session.is_read_only
        if is_same and self._mark is None and not self._thread.has_ended:
            self._path, self._mark = path, mark
        else:
            mark.release()
