"""What keeps work across a crash while the window is open, and shows at the start what was left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from socplanner.services.file_problem import FileProblem
from socplanner.services.recovery.session_mark import BadEnd, SessionMark, bad_ends
from socplanner.services.recovery.unsaved_edits import NO_EDITS, UnsavedEdits
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy

if TYPE_CHECKING:
    from socplanner.services.end_requests import EndRequests
    from socplanner.services.plan_session import PlanSession
    from socplanner.services.recovery.journaling import Journaling
    from socplanner.services.translator import Translator
    from socplanner.ui.shell.commands import FileAndHelpCommands
    from socplanner.ui.shell.main_window import MainWindow

_PAINTED = 200
"""Milliseconds after which the window has been painted, and can be edited."""

_LATER = 400
"""Milliseconds until what was left is shown, and to the next try while a dialog is open."""


class Recovery(QObject):
    """Has the journal of the open plan and the mark of this run, until `end`."""

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        session: PlanSession,
        commands: FileAndHelpCommands,
        folder: Path,
    ) -> None:
        """Keep what is edited in `window` in `folder`; show what is left there soon."""
        super().__init__(window)
        self._application = application
        self._window = window
        self._translator: Translator = window.context.translator
        self._commands = commands
        self._session = session
        self._folder = folder
        self._is_decided = False
        self._journaling: Journaling | None = None
        self._requests: EndRequests | None = None
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_LATER)
        self._looking.timeout.connect(self._show_leftovers)
        self._bad_ends: list[BadEnd] = bad_ends(folder)
        self._mark = SessionMark(folder)
        commands.keep_work = self.keep_work
        commands.close_approved.connect(self._on_close_approved)
        QTimer.singleShot(_PAINTED, self, self.begin)

    def begin(self) -> None:
        """Begin to keep what is edited, once; the first paint does not wait for it."""
        if self._journaling is not None:
            return
        from socplanner.services.end_requests import EndRequests
        from socplanner.services.recovery.journaling import Journaling

        document = self._window.context.document
        self._journaling = Journaling(document, self._session, self._folder, self)
        self._journaling.failed.connect(self._on_failed)
        self._requests = EndRequests(self)
        self._requests.requested.connect(self._end_program)
        self._application.commitDataRequest.connect(self._on_session_end)
        self._looking.start()

    def keep_work(self, earlier: UnsavedEdits = NO_EDITS) -> bool:
        """Write what is not saved to the journal now; return whether nothing would be lost.

        The `earlier` edits are those of a plan that was just recovered.
        """
        if self._journaling is None:
            return False
        if earlier.total:
            self._journaling.continue_after(earlier)
        return self._journaling.flush()

    def end(self) -> None:
        """End with the program; unsaved work that was not discarded stays for the next start."""
        self._looking.stop()
        if self._journaling is not None:
            self._journaling.end(is_wanted=not self._is_decided)
        if self._requests is not None:
            self._requests.end()
        self._mark.end()

    def _end_program(self) -> None:
        """End the program as the system requests, without a question; what is not saved is kept."""
        self.keep_work()
        self._application.exit(0)

    def _on_session_end(self) -> None:
        self.keep_work()

    def _on_close_approved(self) -> None:
        self._is_decided = True

    def _on_failed(self, problem: FileProblem) -> None:
        from socplanner.wording import errors

        words = self._translator.words
        text = words.tr(
            "Unsaved work cannot be protected against a crash at the moment: save often. {reason} "
            "Folder: {folder}",
            reason=errors.message(problem.problem, words),
            folder=self._folder,
        )
        save = Remedy(words.tr("Save"), self._window.actions_["save"].trigger)
        self._window.show_notice(Notice(NoticeKind.PROBLEM, text, save))

    def _show_leftovers(self) -> None:
        if QApplication.activeModalWidget() is not None:
            self._looking.start()
            return
        journal = None if self._journaling is None else self._journaling.place
        ours = [self._mark.place, *([] if journal is None else [journal])]
        self._commands.show_leftovers(self._bad_ends, ours)
        self._bad_ends = []
