"""The thread that writes the newest state of the plan to its journal.

Rules:

- It gets frozen values only, and the newest state replaces one that still waits: it never queues.
- Between two parts it sleeps for a moment, so that the window never waits for it.
- A new journal is whole before the one it replaces is removed: on disk is always one of the two.
- A failed write abandons the journal, whose end may be half a line, but does not remove it; the
  next state begins a new one.
- A journal that is obsolete and cannot be removed is tried again with each state, and at the end.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from socplanner import __version__
from socplanner.domain.history import Edit, History
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.formats.journal.journal_text import JournalLines, JournalOrigin, JournalState
from socplanner.formats.journal.plan_steps import parts_between
from socplanner.services.file_problem import FileProblem
from socplanner.services.files import unwritten
from socplanner.services.plan_files import OpenedPlan
from socplanner.services.recovery.journal_file import JournalFile
from socplanner.services.recovery.unsaved_edits import NO_EDITS, UnsavedEdits

LARGEST = 16 * 1024 * 1024
"""Bytes after which a journal begins again with the whole state; what is read has a bound."""

_PAUSE = 0.0005
"""Seconds of sleep between two parts, each of which takes less than a millisecond."""


class Snapshot(NamedTuple):
    """What is on the screen: the history, what is being typed, and the file it belongs to.

    The `earlier` edits were made before the history began, with a plan that was recovered.
    """

    history: History
    pending: tuple[Edit, ...] = ()
    opened: OpenedPlan | None = None
    earlier: UnsavedEdits = NO_EDITS

    @property
    def plan(self) -> Plan:
        """The plan with what is being typed, where that is valid."""
        plan = self.history.plan
        for edit in self.pending:
            try:
                plan = edit.apply(plan)
            except EditRejected:
                continue
        return plan


class JournalWriter:
    """Keeps the journal of one window up to date, in a thread of its own."""

    def __init__(
        self,
        folder: Path,
        report: Callable[[FileProblem | None], object],
        write_pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Write to `folder`; `report` is called in the thread after each try, None if it is kept.

        `write_pause` lets other threads run between two parts.
        """
        self.folder = folder
        self._report = report
        self._pause = write_pause
        self._changed = threading.Condition()
        self._next: Snapshot | None = None
        self._is_wanted = self._is_busy = self._has_ended = False
        self._thread: threading.Thread | None = None
        self._file: JournalFile | None = None
        self._abandoned: list[JournalFile] = []
        self._obsolete: list[JournalFile] = []
        self._lines = JournalLines()
        self._plan: Plan | None = None
        self._opened: OpenedPlan | None = None

    def submit(self, snapshot: Snapshot | None) -> None:
        """Have `snapshot` written, in place of one that waits; None: nothing is to be kept."""
        with self._changed:
            self._next, self._is_wanted = snapshot, True
            if self._thread is None or not self._thread.is_alive():
                self._is_busy = False
                self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing waits to be written; return whether that is so after `seconds`."""
        with self._changed:
            return self._changed.wait_for(self._is_idle, seconds)

    def end(self, seconds: float = 5.0) -> None:
        """End the thread after what waits is written, and close the journal."""
        self.wait(seconds)
        with self._changed:
            self._has_ended = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(seconds)
            if self._thread.is_alive():  # the disk does not answer: nothing here may wait for it
                return
        self._remove_obsolete()
        current = [] if self._file is None else [self._file]
        for file in (*self._obsolete, *self._abandoned, *current):
            file.close()

    @property
    def place(self) -> Path | None:
        """The journal, None if there is none."""
        return None if self._file is None else self._file.place

    def _is_idle(self) -> bool:
        is_running = self._thread is not None and self._thread.is_alive()
        return not is_running or not (self._is_wanted or self._is_busy)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._has_work)
                if not self._is_wanted:
                    return
                snapshot, self._next, self._is_wanted, self._is_busy = self._next, None, False, True
            try:
                self._work(snapshot)
            finally:
                with self._changed:
                    self._is_busy = False
                    self._changed.notify_all()

    def _has_work(self) -> bool:
        return self._is_wanted or self._has_ended

    def _work(self, snapshot: Snapshot | None) -> None:
        try:
            if snapshot is None:
                self._remove_all()
            else:
                self._keep(snapshot)
        except OSError as error:
            place = self.folder if self._file is None else self._file.place
            self._abandon()
            self._report(unwritten(place, error))
        except BaseException:
            self._abandon()
            raise
        else:
            self._report(None)

    def _keep(self, snapshot: Snapshot) -> None:
        plan = snapshot.plan
        file = self._file
        if (
            file is None
            or snapshot.opened is not self._opened
            or file.size > LARGEST
            or not file.is_there
        ):
            self._begin(plan, snapshot)
        elif plan is not self._plan:
            self._append(file, self._plan, plan, snapshot)
            self._plan = plan
        self._remove_obsolete()

    def _begin(self, plan: Plan, snapshot: Snapshot) -> None:
        """Begin a journal with all of `plan`, then remove those before."""
        before, self._file = self._file, None
        if before is not None:
            self._abandoned.append(before)
        self._lines = JournalLines()
        file = JournalFile(self.folder, plan.id)
        try:
            file.append(self._lines.beginning(_origin(snapshot.opened)))
            self._append(file, None, plan, snapshot)
        except BaseException:  # it has no state yet
            self._obsolete.append(file)
            self._remove_obsolete()
            raise
        self._file, self._plan, self._opened = file, plan, snapshot.opened
        self._obsolete += self._abandoned
        self._abandoned = []

    def _append(
        self, file: JournalFile, before: Plan | None, plan: Plan, snapshot: Snapshot
    ) -> None:
        lines = []
        for part in parts_between(before, plan):
            lines.append(self._lines.part(part))
            self._pause(_PAUSE)
        # The names of all kinds of edits are many modules: they are imported in this thread.
        from socplanner.services.recovery.edit_names import names_of_edits

        edits = names_of_edits(snapshot.history, snapshot.pending, snapshot.earlier)
        state = JournalState(plan.organisation, time.time(), edits.total, edits.names)
        lines.append(self._lines.end(state))
        file.append(b"".join(lines))

    def _abandon(self) -> None:
        if self._file is not None:
            self._abandoned.append(self._file)
            self._file = None
        self._plan = None

    def _remove_all(self) -> None:
        self._abandon()
        self._obsolete += self._abandoned
        self._abandoned = []
        self._remove_obsolete()

    def _remove_obsolete(self) -> None:
        self._obsolete = [file for file in self._obsolete if not file.remove()]


def _origin(opened: OpenedPlan | None) -> JournalOrigin:
    if opened is None:
        return JournalOrigin(__version__)
    return JournalOrigin(__version__, str(opened.path), opened.fingerprint.content)
