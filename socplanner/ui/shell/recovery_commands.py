"""The work that earlier runs of the program left: listed, opened, saved elsewhere, discarded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from socplanner.domain.problem import Problem
from socplanner.services import paths
from socplanner.services.file_names import file_name_for
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import SUFFIX, save_plan
from socplanner.services.recovery.crash_report import report_of_bad_end
from socplanner.services.recovery.leftovers import (
    Leftovers,
    RecoverableWork,
    keep_damaged,
    leftovers_in,
    release,
    remove,
)
from socplanner.services.recovery.recovering import recovered_plan
from socplanner.services.recovery.session_mark import BadEnd, forget
from socplanner.services.recovery.shown_work import shown_work
from socplanner.services.recovery.unsaved_edits import UnsavedEdits
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.dialogs.recovery_dialog import Decision, RecoveryDialog
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.shell.saving_with_prompts import save_with_prompts
from socplanner.wording import errors

if TYPE_CHECKING:
    from socplanner.services.plan_session import PlanSession
    from socplanner.services.settings_store import SettingsStore
    from socplanner.ui.dialogs.file_questions import FileQuestions
    from socplanner.ui.shell.file_commands import FileCommands
    from socplanner.ui.shell.main_window import MainWindow


class RecoveryCommands(QObject):
    """Asks what becomes of each recovered work; nothing is removed without an answer."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

    def __init__(
        self,
        window: MainWindow,
        session: PlanSession,
        store: SettingsStore,
        files: FileCommands,
        questions: FileQuestions,
        keep_work: Callable[[UnsavedEdits], bool],
    ) -> None:
        """Open what is recovered in `session`; `keep_work` returns whether it is journaled."""
        super().__init__(window)
        self._window = window
        self._translator = window.context.translator
        self._session = session
        self._store = store
        self._files = files
        self._questions = questions
        self._keep_work = keep_work
        self._folder = paths.recovery_folder()
        self._report = ""

    def show(self) -> None:
        """List what is left, or show that nothing is."""
        left = leftovers_in(self._folder)
        if not left.works and not left.unreadable:
            text = self._translator.words.tr("There is no work to recover.")
            self.noticed.emit(Notice(NoticeKind.HINT, text))
            return
        self._show(left, ())

    def show_at_start(self, ends: Sequence[BadEnd]) -> None:
        """Report the runs that did not end by themselves, and list what is left."""
        left = leftovers_in(self._folder)
        log = paths.log_file()
        self._report = "\n".join(
            report_of_bad_end(end.began_at, end.traceback, log) for end in ends
        )
        self._show(left, ends)
        for end in ends:
            forget(end)

    def _show(self, left: Leftovers, ends: Sequence[BadEnd]) -> None:
        """Ask about each work until none is left or the rest is left for later."""
        works = list(left.works)
        self._show_unreadable(left)
        if not works:
            if ends:
                self._show_bad_end()
            return
        while works:
            dialog = self._dialog(works)
            dialog.ask()
            work = works[dialog.index]
            if dialog.chosen is Decision.LATER:
                break
            is_done = self._carry_out(dialog.chosen, work)
            if is_done:
                works.remove(work)
            if is_done and dialog.chosen is Decision.OPEN:
                break
        for work in works:
            release(work)

    def _dialog(self, works: Sequence[RecoverableWork]) -> RecoveryDialog:
        shown = [shown_work(work) for work in works]
        return RecoveryDialog(
            shown, self._folder, self._report, self._translator.words, self._window
        )

    def _carry_out(self, decision: Decision, work: RecoverableWork) -> bool:
        """Return whether `work` needs no further decision."""
        if decision is Decision.DISCARD:
            if not self._questions.about_discarded_work(work.journal.state.organisation):
                return False
            remove(work)
            return True
        try:
            if decision is Decision.SAVE:
                return self._save(work)
            return self._open(work)
        except FileProblem as problem:
            self._questions.show_problem(problem)
            return False

    def _open(self, work: RecoverableWork) -> bool:
        """Open `work` as a plan that is not saved; its journal stays until there is a new one."""
        recovered = recovered_plan(work)
        if not self._files.may_close_plan():
            return False
        self._session.recover(recovered.plan, recovered.opened)
        state = work.journal.state
        if self._keep_work(UnsavedEdits(state.edits, state.names)):
            remove(work)
        else:
            release(work)
        words = self._translator.words
        text = words.tr("The recovered work is open, and not saved yet.")
        save = Remedy(words.tr("Save"), self._window.actions_["save"].trigger)
        self.noticed.emit(Notice(NoticeKind.DONE, text, save))
        return True

    def _save(self, work: RecoverableWork) -> bool:
        """Ask for a file and save `work` to it; return whether it was saved."""
        recovered = recovered_plan(work)
        words = self._translator.words
        while True:
            path = self._questions.file_to_save(
                words.tr("Save the recovered work"), self._suggestion(work)
            )
            if path is None:
                return False

            def write(place: Path, may_replace: bool) -> None:
                save_plan(recovered.plan, place, recovered.opened, may_replace=may_replace)

            answer = save_with_prompts(path.absolute(), write, self._questions)
            if answer is Answer.SAVE:
                break
            if answer is not Answer.SAVE_AS:
                return False
        remove(work)
        text = words.tr("Saved: {file}", file=path.name)
        self.noticed.emit(Notice(NoticeKind.DONE, text))
        return True

    def _suggestion(self, work: RecoverableWork) -> Path:
        words, origin = self._translator.words, work.journal.origin
        suggested = (
            Path(origin.path)
            if origin.path
            else self._store.plans_folder() / file_name_for(work.journal.state.organisation, SUFFIX)
        )
        name = words.tr("{plan} recovered", plan=suggested.stem)
        return suggested.with_name(name + suggested.suffix)

    def _show_bad_end(self) -> None:
        words = self._translator.words
        text = words.tr("socplanner stopped unexpectedly last time. It left no unsaved work.")
        copy = Remedy(words.tr("Copy a report"), self._copy_report)
        self.noticed.emit(Notice(NoticeKind.PROBLEM, text, copy))

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    def _show_unreadable(self, left: Leftovers) -> None:
        """Report in one notice the journals that give no plan; damaged ones are moved."""
        if not left.unreadable:
            return
        words = self._translator.words
        for place, reason in left.unreadable:
            if reason in ("damaged", "other"):
                keep_damaged(place)
        count = len(left.unreadable)
        text = words.count(
            "{n} file with unsaved work cannot be read, and is kept.",
            "{n} files with unsaved work cannot be read, and are kept.",
            count,
        )
        reasons = self._reasons(Counter(reason for _, reason in left.unreadable))
        show = Remedy(words.tr("Open the folder"), self._open_folder)
        self.noticed.emit(Notice(NoticeKind.PROBLEM, f"{text} {reasons}", show))

    def _reasons(self, counts: Counter[str]) -> str:
        """Return why files cannot be read, each reason with their number where there are more."""
        words = self._translator.words
        texts = {each: errors.message(Problem(f"journal-{each}"), words) for each in counts}
        if len(texts) == 1:
            return next(iter(texts.values()))
        return " ".join(
            words.count("{n} file: {reason}", "{n} files: {reason}", counts[each], reason=text)
            for each, text in texts.items()
        )

    def _open_folder(self) -> None:
        self._questions.show_folder(self._folder)
