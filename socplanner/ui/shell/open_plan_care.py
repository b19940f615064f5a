"""What is done beside the window for the open plan: its mark, its versions, changes on disk.

A change on disk is adopted when no dialog is open and nothing is being typed, and reported by a
notice. A file that cannot be read, as one that is half written, is tried again; what stays
unreadable is reported once for each content.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.replace_plan import ReplaceVersion
from socplanner.services.disk_changes import DiskChange, adopt_disk_change
from socplanner.services.file_problem import FileProblem
from socplanner.services.file_watch import FileWatch
from socplanner.services.plan_session import PlanSession
from socplanner.services.settings_store import SettingsStore
from socplanner.services.use_mark import user_name
from socplanner.services.use_marks import UseMarks
from socplanner.services.versions.version_keeping import VersionKeeping
from socplanner.services.versions.version_store import VersionStore
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.shell.commands import FileAndHelpCommands
from socplanner.ui.shell.main_window import MainWindow
from socplanner.wording import errors

_AGAIN = 1_000
"""Milliseconds until a change is looked at again that could not be adopted."""

_TRIES = 3
"""How often a file that cannot be read is tried before that is reported."""


class OpenPlanCare(QObject):
    """Follows the session of `window` until `end`."""

    def __init__(
        self,
        window: MainWindow,
        session: PlanSession,
        commands: FileAndHelpCommands,
        store: SettingsStore,
        folder: Path,
    ) -> None:
        """Keep versions in `folder`; the mark has the name of the settings, or of the system."""
        super().__init__(window)
        self._window = window
        self._document = window.context.document
        self._session = session
        self._commands = commands
        self._tries = 0
        self._reported: tuple[str, str, int | None] | None = None
        self.marks = UseMarks(session, store.settings.author or user_name(), self)
        self.versions = VersionKeeping(session, VersionStore(folder), self._report_unkept, self)
        self.watch = FileWatch(session, self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self.watch.check)
        self.watch.changed.connect(self._on_changed)
        self.watch.missing.connect(self._on_missing)
        self.watch.returned.connect(self._on_returned)
        self._problem: Notice | None = None
        session.path_changed.connect(self._forget)
        session.saved.connect(self._forget)
        commands.merged.connect(self.show_change)
        self._has_undone = False
        self._document.history_changed.connect(self._on_history_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._on_activation)
        if self.marks.first_use is not None:
            QTimer.singleShot(0, self, self._ask_about_first_use)

    def end(self) -> None:
        """Remove the mark, and watch nothing more."""
        self._again.stop()
        self.watch.end()
        self.marks.end()

    def show_change(self, change: DiskChange) -> None:
        """Report what was adopted, with a button that shows it."""
        if change.before == change.after:
            return
        words, path = self._window.context.translator.words, self._session.path
        name = "" if path is None else path.name
        if change.after.conflicts:
            text = self._conflict_text(change, name)
            choose = Remedy(words.tr("Choose…"), self._commands.comparing.choose_conflicts)
            self._window.show_notice(Notice(NoticeKind.PROBLEM, text, choose))
            return
        if change.is_merged:
            text = words.tr("Changes of “{file}” were merged with yours.", file=name)
        else:
            text = words.tr("“{file}” was changed elsewhere and reloaded.", file=name)
        show = partial(self._show_differences, change.before, change.after)
        remedy = Remedy(words.tr("What changed…"), show)
        self._window.show_notice(Notice(NoticeKind.HINT, text, remedy))

    def _conflict_text(self, change: DiskChange, name: str) -> str:
        """Return the report on a change after which conflicts wait, merged here or elsewhere."""
        words, number = self._window.context.translator.words, len(change.after.conflicts)
        if change.is_merged:
            return words.count(
                "Changes of “{file}” were merged with yours; {n} conflict waits for a choice.",
                "Changes of “{file}” were merged with yours; {n} conflicts wait for a choice.",
                number,
                file=name,
            )
        return words.count(
            "“{file}” was merged elsewhere and reloaded; {n} conflict waits for a choice.",
            "“{file}” was merged elsewhere and reloaded; {n} conflicts wait for a choice.",
            number,
            file=name,
        )

    def _on_history_changed(self) -> None:
        """Report once that what was adopted from the file is undone: saving would replace it."""
        history, path = self._document.history, self._session.path
        undone = (step.edit for step in history.steps[history.index + 1 :])
        has_undone = path is not None and any(_is_of_file(edit) for edit in undone)
        if path is not None and has_undone and not self._has_undone:
            words = self._window.context.translator.words
            text = words.tr(
                "The changes that were made to “{file}” elsewhere are undone: saving replaces "
                "them. Earlier versions keep them.",
                file=path.name,
            )
            redo = Remedy(words.tr("Redo"), self._document.redo)
            notice = Notice(NoticeKind.HINT, text, redo, is_about_last_step=True)
            self._window.show_notice(notice)
        self._has_undone = has_undone

    def _on_changed(self, content: bytes) -> None:
        """Adopt the `content` of the file, now, or what it has later."""
        is_in_dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if is_in_dialog or self._window.is_composing:
            self._again.start()
            return
        try:
            change = adopt_disk_change(self._document, self._session, content)
        except FileProblem as problem:
            self._report(problem)
        except EditRejected as rejection:
            self._report_once(rejection.problem.code, None, rejection)
        else:
            self._tries = 0
            self._dismiss_problem()
            if change is None:
                self._again.start()
            else:
                self.show_change(change)

    def _on_missing(self) -> None:
        """Report that the file is gone; closing the plan asks whether to save it again."""
        words, path = self._window.context.translator.words, self._session.path
        text = words.tr(
            "“{file}” was moved or deleted elsewhere. The plan stays open; saving writes it again.",
            file="" if path is None else path.name,
        )
        save = Remedy(words.tr("Save"), self._window.actions_["save"].trigger)
        self._document.mark_unsaved()
        self._show_problem(Notice(NoticeKind.PROBLEM, text, save))

    def _on_returned(self) -> None:
        opened = self._session.opened
        if opened is not None and opened.plan == self._document.plan:
            self._document.mark_saved()
        self._dismiss_problem()

    def _show_problem(self, notice: Notice) -> None:
        self._problem = notice
        self._window.show_notice(notice)

    def _dismiss_problem(self) -> None:
        """Close the notice about a problem of the file which is none any more."""
        if self._problem is not None and self._window.notices.notice is self._problem:
            self._window.notices.dismiss()
        self._problem = None

    def _report(self, problem: FileProblem) -> None:
        self._tries += 1
        if self._tries < _TRIES:
            self._again.start()
        else:
            self._report_once(problem.code, problem.line, problem)

    def _report_once(
        self, code: str, line: int | None, problem: FileProblem | EditRejected
    ) -> None:
        key = (str(self._session.path), code, line)
        if key == self._reported:
            return
        self._reported = key
        words, path = self._window.context.translator.words, self._session.path
        reason = errors.message_in_file(
            "" if path is None else path.name, line, problem.problem, words
        )
        text = words.tr(
            "The file was changed elsewhere and is not adopted: your plan stays as it is. {reason}",
            reason=reason,
        )
        self._show_problem(Notice(NoticeKind.PROBLEM, text))

    def _report_unkept(self, problem: FileProblem) -> None:
        """Report that versions cannot be kept; the plan was saved."""
        words = self._window.context.translator.words
        reason = errors.message(problem.problem, words)
        text = words.tr("Saved, but no earlier version can be kept: {reason}", reason=reason)
        self._window.show_notice(Notice(NoticeKind.HINT, text))

    def _forget(self) -> None:
        self._tries = 0
        self._reported = None
        self._dismiss_problem()

    def _on_activation(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.watch.check()

    def _ask_about_first_use(self) -> None:
        if self.marks.first_use is not None:
            self._commands.files.ask_about_first_use(self.marks.first_use)

    def _show_differences(self, before: Plan, after: Plan) -> None:
        from socplanner.services.plan_differences import plan_differences
        from socplanner.ui.dialogs.adopted_changes_dialog import AdoptedChangesDialog

        words = self._window.context.translator.words
        groups = plan_differences(before, after).groups(words)
        AdoptedChangesDialog(groups, words, self._window).ask()


def _is_of_file(edit: Edit | None) -> bool:
    """Return whether `edit` adopted what the file of the plan had."""
    return isinstance(edit, ReplaceVersion) and edit.source in {"reload", "merge"}
