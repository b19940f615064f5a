"""The journal of the open plan: its newest state is on disk soon after each change.

A change starts a timer, unless it runs; when it ends, the state of that moment is handed to the
writer. So a gesture costs the start of a timer, and continuous edits are written three times a
second. The journal is removed where the file has all of the plan.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from socplanner.services.document import Document
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_session import PlanSession
from socplanner.services.recovery.unsaved_edits import NO_EDITS, UnsavedEdits

if TYPE_CHECKING:
    from socplanner.services.recovery.journal_writer import JournalWriter

_DELAY = 300
"""Milliseconds from a change to its writing, which then has the rest of a second."""

_RETRY = 10_000
"""Milliseconds after which a failed write is tried again, if no change comes before."""

_LONGEST_WAIT = 5.0
"""Seconds that the program waits for the last state to be written."""


class Journaling(QObject):
    """Keeps the journal of the open plan up to date until `end`."""

    failed = Signal(object)
    """A `FileProblem`: the journal cannot be written. It is emitted once, until it can again."""

    _reported = Signal(object)

    def __init__(
        self, document: Document, session: PlanSession, folder: Path, parent: QObject | None = None
    ) -> None:
        """Follow `document` and `session`; journals are in `folder`."""
        super().__init__(parent)
        self._document = document
        self._session = session
        self._has_failed = self._has_journal = False
        self._earlier = NO_EDITS
        self._folder = folder
        self._writer: JournalWriter | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._submit)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(_RETRY)
        self._retry.timeout.connect(self._submit)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        document.history_changed.connect(self._on_changed)
        document.typed.connect(self._on_changed)
        document.opened.connect(self._forget_earlier)
        session.saved.connect(self._forget_earlier)
        self._on_changed()

    @property
    def writer(self) -> JournalWriter:
        """What writes the journal; imported for the first edit."""
        if self._writer is None:
            from socplanner.services.recovery.journal_writer import JournalWriter

            self._writer = JournalWriter(self._folder, self._reported.emit)
        return self._writer

    @property
    def place(self) -> Path | None:
        """The journal, None if there is none."""
        return None if self._writer is None else self._writer.place

    @property
    def is_up_to_date(self) -> bool:
        """Whether the state of the plan is on disk, or does not have to be."""
        is_waiting = self._timer.isActive()
        return not is_waiting and (self._writer is None or self._writer.wait(0))

    def continue_after(self, earlier: UnsavedEdits) -> None:
        """Count the `earlier` edits of a plan that was recovered, until it is saved."""
        self._earlier = earlier

    def flush(self) -> bool:
        """Write the state of this moment now; return whether all is on disk, or nothing is to be.

        It waits for the disk at most some seconds, and raises nothing.
        """
        self._timer.stop()
        self._submit()
        if self._writer is None:
            return self._document.is_saved
        is_written = self._writer.wait(_LONGEST_WAIT)
        return is_written and (self._document.is_saved or self._writer.place is not None)

    def end(self, *, is_wanted: bool) -> None:
        """End: unsaved work stays for the next start if it `is_wanted`, else it is removed."""
        self._timer.stop()
        self._retry.stop()
        if is_wanted:
            self._submit()
        elif self._has_journal:
            self.writer.submit(None)
        if self._writer is not None:
            self._writer.end(_LONGEST_WAIT)

    def _forget_earlier(self) -> None:
        self._earlier = NO_EDITS

    def _on_changed(self) -> None:
        if not self._timer.isActive() and (self._has_journal or not self._document.is_saved):
            self._timer.start()

    def _submit(self) -> None:
        document = self._document
        if not document.is_saved:
            self._has_journal = True
            from socplanner.services.recovery.journal_writer import Snapshot

            opened = self._session.opened
            self.writer.submit(
                Snapshot(document.history, document.pending_edits, opened, self._earlier)
            )
        elif self._has_journal:
            self._has_journal = False
            self._earlier = NO_EDITS
            self.writer.submit(None)

    def _on_reported(self, problem: FileProblem | None) -> None:
        """Report the first of several failures, and try again later."""
        if problem is None:
            self._has_failed = False
            return
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(problem)
        self._retry.start()
